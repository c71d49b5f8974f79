// SPDX-License-Identifier: Apache-2.0

//! The one way in which bills are paid (D14), be it by a person, by a mandate or from a prepayment.
//!
//! [`Pallet::pay_bills`] goes over a queue of bills with a [`Purse`], and keeps this contract:
//!
//! - Bills are paid in the order of the queue, and each brings its late fee up to date first.
//! - No more is taken in all than the purse's limit, to the fen. Nothing is taken for a bill beyond what it owes.
//! - Of a bill, late fee and principal are served in the order that the community's rules name.
//! - A person's money and a prepayment pay the last bill in part, and the queue ends there. Whatever fails fails the
//!   payment as a whole.
//! - A mandate pays whole bills. At the first it cannot pay the queue ends, and the caller is told why; the bills before
//!   stay paid, and the bill that failed is untouched.
//!
//! To be called in a storage layer. The callers differ in where the money comes from and in the limit alone.

use crate::{
	allocation::allocate,
	late_fee,
	prepayments::held,
	statements::Statement,
	types::{Allocation, Bill, DebitFailure, EntryKind, OpenKey, Payment, PaymentKind},
	Bills, Charges, Config, Error, Event, NextPayment, OpenBills, Pallet, Payments, StatementHeads, Totals,
};
use alloc::vec::Vec;
use frame_support::{
	storage::with_storage_layer,
	traits::{
		fungible::Inspect,
		tokens::{Fortitude, Preservation},
	},
};
use linli_primitives::{traits::FundLedger, BillKey, Cause, EntryId, Fen, Moment, PaymentId, PotId, UnitId};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

/// Whose money pays, and how much of it.
pub(crate) struct Purse<'a, T: Config> {
	/// The account that pays.
	pub payer: &'a T::AccountId,
	/// Where on the account the money is: free, or held as a prepayment.
	pub kind: PaymentKind,
	/// The most that is taken in all, in fen.
	pub limit: Fen,
	/// The payment to which all of it belongs.
	pub payment: PaymentId,
	/// What comes first within a bill.
	pub allocation: Allocation,
	/// The time of the payment.
	pub now: Moment,
}

/// What a purse paid.
#[derive(Clone, Copy, Default)]
pub(crate) struct Paid {
	/// Fen over all bills.
	pub amount: Fen,
	/// Why the queue ended before its end; only mandates end it so.
	pub failure: Option<DebitFailure>,
}

impl<T: Config> Purse<'_, T> {
	/// Moves `amount` to the charge's pot, if any. Gives the entry of the pot's ledger.
	fn give(&self, pot: PotId, amount: Fen, cause: Cause) -> Result<Option<EntryId>, DispatchError> {
		if amount == 0 {
			return Ok(None);
		}
		let entry = match self.kind {
			PaymentKind::Prepayment => T::Ledger::deposit_held(pot, &held::<T>(), self.payer, amount, cause)?,
			PaymentKind::Direct | PaymentKind::Mandate => {
				T::Ledger::deposit(pot, self.payer, amount, cause, Preservation::Expendable)?
			}
		};
		Ok(Some(entry))
	}
}

impl<T: Config> Pallet<T> {
	/// Pays the bills of `queue`; see the [module](self) for what holds.
	pub(crate) fn pay_bills(queue: &[BillKey], purse: &Purse<T>) -> Result<Paid, DispatchError> {
		let mut paid = Paid::default();
		for key in queue {
			let left = purse.limit.checked_sub(paid.amount).ok_or(ArithmeticError::Underflow)?;
			let used = match purse.kind {
				PaymentKind::Direct | PaymentKind::Prepayment if left == 0 => break,
				PaymentKind::Direct | PaymentKind::Prepayment => Self::pay_bill(*key, left, purse)?,
				PaymentKind::Mandate => match Self::pay_whole_bill(*key, left, purse) {
					Ok(used) => used,
					Err(failure) => {
						paid.failure = Some(failure);
						break;
					}
				},
			};
			paid.amount = paid.amount.checked_add(used).ok_or(ArithmeticError::Overflow)?;
		}
		Ok(paid)
	}

	/// Pays one bill entirely, or says why not and changes nothing.
	fn pay_whole_bill(key: BillKey, left: Fen, purse: &Purse<T>) -> Result<Fen, DebitFailure> {
		let bill = Bills::<T>::get(key.parts()).ok_or(DebitFailure::Refused)?;
		let terms = Charges::<T>::get(key.charge).ok_or(DebitFailure::Refused)?.terms;
		let owed = bill.owed().saturating_add(late_fee::unsettled(&bill, &terms.late(), purse.now));
		if owed > left {
			return Err(DebitFailure::OverCap);
		}
		let free = T::Currency::reducible_balance(purse.payer, Preservation::Expendable, Fortitude::Polite);
		if free < owed {
			return Err(DebitFailure::NotEnoughMoney);
		}
		if !T::Ledger::exists(terms.pot) {
			return Err(DebitFailure::Refused);
		}
		with_storage_layer(|| Self::pay_bill(key, owed, purse)).map_err(|_| DebitFailure::Refused)
	}

	/// Pays at most `available` of one bill and returns how much.
	fn pay_bill(key: BillKey, available: Fen, purse: &Purse<T>) -> Result<Fen, DispatchError> {
		let before = Bills::<T>::get(key.parts()).ok_or(Error::<T>::BillNotFound)?;
		let terms = Charges::<T>::get(key.charge).ok_or(Error::<T>::ChargeNotFound)?.terms;
		let mut bill = before.clone();
		let accrued = late_fee::accrue(&mut bill, &terms.late(), purse.now);
		let share = allocate(available, &bill.principal, &bill.late, purse.allocation);
		let payment = purse.payment;
		bill.late.paid = bill.late.paid.checked_add(share.late).ok_or(ArithmeticError::Overflow)?;
		bill.principal.paid = bill.principal.paid.checked_add(share.principal).ok_or(ArithmeticError::Overflow)?;
		bill.payer = Some(purse.payer.clone());

		// What explains the entries comes before them.
		Self::announce_late_fee(key, accrued);
		Self::deposit_event(Event::BillPaid {
			payment,
			bill: key,
			principal: share.principal,
			late: share.late,
			settled: !bill.is_open(),
		});
		// One right after the other: the statement names the first.
		let late_entry = purse.give(terms.pot, share.late, Cause::LateFee { bill: key, payment })?;
		let principal_entry = purse.give(terms.pot, share.principal, Cause::Bill { bill: key, payment })?;

		let used = share.total();
		let mut statement = Statement::<T>::open(key.unit, purse.now);
		statement.write(EntryKind::LateFee { bill: key }, accrued)?;
		if purse.kind == PaymentKind::Prepayment {
			statement.write(EntryKind::PrepaymentUsed { payment }, used)?;
		}
		if let Some(entry) = late_entry.or(principal_entry) {
			statement.write(EntryKind::Payment { payment, bill: key, late: share.late, entry }, used)?;
			bill.lines.end = statement.next_line();
		}
		statement.close();
		Self::store_bill(key, &before, bill)?;
		Ok(used)
	}

	/// Keeps the payment and says so.
	pub(crate) fn record_payment(id: PaymentId, payment: Payment<T::AccountId>) -> DispatchResult {
		NextPayment::<T>::put(id.checked_add(1).ok_or(ArithmeticError::Overflow)?);
		Self::deposit_event(Event::PaymentMade {
			payment: id,
			unit: payment.unit,
			payer: payment.payer.clone(),
			amount: payment.amount,
			prepaid: payment.prepaid,
			kind: payment.kind,
		});
		Payments::<T>::insert(id, payment);
		Ok(())
	}

	/// The number that the next line of the unit's statement will have.
	pub(crate) fn next_line(unit: UnitId) -> u64 {
		StatementHeads::<T>::get(unit).entry_count
	}

	/// The open bills of the unit that no dispute holds up, oldest due first, at most `max`.
	pub fn oldest_open(unit: UnitId, max: u32) -> Vec<BillKey> {
		let max = usize::try_from(max).unwrap_or(usize::MAX);
		OpenBills::<T>::iter_key_prefix(unit).take(max).map(|key| key.id()).collect()
	}

	/// Says that late fee was settled, if any was.
	pub(crate) fn announce_late_fee(bill: BillKey, amount: Fen) {
		if amount > 0 {
			Self::deposit_event(Event::LateFeeCharged { bill, amount });
		}
	}

	/// The one way in which an issued bill changes: with the totals and the queue of open bills.
	pub(crate) fn store_bill(key: BillKey, before: &Bill<T::AccountId>, bill: Bill<T::AccountId>) -> DispatchResult {
		Totals::<T>::try_mutate(|totals| totals.replace(before, &bill))?;
		let place = OpenKey::new(bill.due, key);
		let queued = |bill: &Bill<T::AccountId>| bill.is_open() && !bill.is_disputed();
		match (queued(before), queued(&bill)) {
			(true, false) => OpenBills::<T>::remove(key.unit, place),
			(false, true) => OpenBills::<T>::insert(key.unit, place, ()),
			_ => (),
		}
		Bills::<T>::insert(key.parts(), bill);
		Ok(())
	}
}
