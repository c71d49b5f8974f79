// SPDX-License-Identifier: Apache-2.0

//! A receipt for a unit that was booked wrongly is taken back (D51): the prepayment is released, and the bills that the
//! money paid are open again, so that little becomes a debt.
//!
//! The money of an account is one sum. A receipt can have paid bills when it was booked, and what was prepaid or kept
//! of it pays others later. So the payment that it made comes first, then the account's payments since it was booked,
//! the last one first. The latest [`MAX_LATEST_PAYMENTS`] that paid a bill are known, and at most
//! [`Config::MaxBillsPerPayment`] bills are reopened at a time: what is missing beyond them is a debt.
//!
//! The bills of a unit that was sold meanwhile stay paid: the buyer has nothing to do with it.

use crate::{
	types::{Payment, PaymentKind, MAX_LATEST_PAYMENTS},
	Config, Error, LatestPayments, Pallet, Payments, Prepayments, UnitAccounts, WeightInfo,
};
use frame_support::{ensure, storage::with_storage_layer, traits::Get, weights::Weight};
use linli_primitives::{traits::OwnersRegister, Fen, Moment, PaymentId};
use sp_runtime::DispatchResult;

/// The maximum number of lines of later payments that are read at a time, for each bill of the largest payment.
const LINES_PER_BILL: u32 = 8;

impl<T: Config> Pallet<T> {
	/// Notes a payment of bills with the money that is kept for a unit's owner. One that was only prepaid has no bill
	/// to reopen: however many of these come, they displace none that has.
	pub(crate) fn note_unit_payment(id: PaymentId, payment: &Payment<T::AccountId>) {
		// Nobody signs for the account, and what was moved or reclaimed came from elsewhere.
		let is_kept = matches!(payment.kind, PaymentKind::Receipt | PaymentKind::Prepayment);
		let has_bill = payment.amount > payment.prepaid;
		if !is_kept || !has_bill || !Self::is_unit_account(&payment.payer) {
			return;
		}
		LatestPayments::<T>::mutate(&payment.payer, |latest| {
			if latest.is_full() {
				latest.remove(0);
			}
			// A place is free.
			let _ = latest.try_push(id);
		});
	}

	/// The weight of noting a payment.
	pub(crate) fn note_unit_payment_weight() -> Weight {
		T::DbWeight::get().reads_writes(2, 1)
	}

	/// See [`linli_primitives::traits::UnitReceipts::take_back`].
	pub(crate) fn take_back_unit_money(
		account: &T::AccountId,
		own: Option<PaymentId>,
		since: Moment,
		amount: Fen,
	) -> DispatchResult {
		let kept = UnitAccounts::<T>::get(account).ok_or(Error::<T>::InsufficientUnitMoney)?;
		ensure!(own.is_none_or(Payments::<T>::contains_key), Error::<T>::PaymentNotFound);
		let mut left = amount;
		let prepaid = Prepayments::<T>::get(kept.unit, account).min(left);
		if prepaid > 0 {
			Self::do_refund_prepayment(account.clone(), kept.unit, prepaid)?;
			left = left.saturating_sub(prepaid);
		}
		if T::Register::unit(kept.unit).map(|unit| unit.owner) != Some(kept.owner) {
			return Ok(());
		}
		let later = LatestPayments::<T>::get(account).into_iter().rev().filter(|id| Some(*id) != own);
		let (mut bills, mut lines) = (T::MaxBillsPerPayment::get(), Self::max_lines());
		for id in own.into_iter().chain(later) {
			let Some(payment) = Payments::<T>::get(id) else { continue };
			if Some(id) != own {
				lines = lines.saturating_sub(payment.lines.end.saturating_sub(payment.lines.first));
				// The others are older.
				if payment.moment < since || lines == 0 {
					break;
				}
			}
			for bill in Self::bills_paid_by(id, &payment).into_iter().rev() {
				if left == 0 || bills == 0 {
					return Ok(());
				}
				bills = bills.saturating_sub(1);
				// If the pot has spent the money, the bill stays paid, and the rest is a debt.
				let taken = with_storage_layer(|| Self::take_payment_off(id, bill, left)).map_or(0, |(taken, _)| taken);
				left = left.saturating_sub(taken);
			}
			if left == 0 {
				break;
			}
		}
		Ok(())
	}

	/// The maximum number of lines of later payments that are read at a time.
	fn max_lines() -> u64 {
		u64::from(T::MaxBillsPerPayment::get()).saturating_mul(LINES_PER_BILL.into())
	}

	/// A move takes a payment off as many bills, and does more. Besides, later payments are read, and of each line of
	/// theirs the contributions to its bill.
	pub(crate) fn take_back_unit_money_weight() -> Weight {
		let reads = Self::max_lines().saturating_mul(2).saturating_add(MAX_LATEST_PAYMENTS.into()).saturating_add(5);
		T::WeightInfo::approve_move(T::MaxBillsPerPayment::get()).saturating_add(T::DbWeight::get().reads(reads))
	}
}
