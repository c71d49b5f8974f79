// SPDX-License-Identifier: Apache-2.0

//! Paying bills: one way for people, mandates and prepayments (D14).

use crate::{
	allocation::allocate,
	late_fee,
	prepayments::held,
	statements::Statement,
	types::{Allocation, Bill, EntryKind, OpenKey, Payment, PaymentKind},
	Bills, Charges, Config, Error, Event, NextPayment, OpenBills, Pallet, Payments, RulesOf, StatementHeads, TotalsOf,
};
use alloc::vec::Vec;
use frame_support::{ensure, traits::tokens::Preservation, BoundedVec};
use linli_primitives::{
	traits::{Clock, FundLedger, OwnersRegister},
	Cause, ChargeId, Fen, Moment, PaymentId, Period, UnitId,
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

/// Whose money pays, and on what account.
pub(crate) struct Purse<'a, T: Config> {
	pub payer: &'a T::AccountId,
	pub payment: PaymentId,
	pub kind: PaymentKind,
	pub allocation: Allocation,
	pub now: Moment,
}

impl<T: Config> Purse<'_, T> {
	/// Moves `amount` to the charge's pot, if any.
	fn give(&self, pot: linli_primitives::PotId, amount: Fen, cause: Cause) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		match self.kind {
			PaymentKind::Prepayment => T::Ledger::deposit_held(pot, &held::<T>(), self.payer, amount, cause)?,
			PaymentKind::Direct | PaymentKind::Mandate => {
				T::Ledger::deposit(pot, self.payer, amount, cause, Preservation::Expendable)?
			}
		};
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// A person pays; see the call. Returns how many bills were looked at, which is what it weighs by.
	pub(crate) fn do_pay(
		payer: T::AccountId,
		unit: UnitId,
		amount: Fen,
		chosen: Option<BoundedVec<(ChargeId, Period), T::MaxBillsPerPayment>>,
	) -> Result<u32, DispatchError> {
		use frame_support::traits::Get;
		ensure!(T::Register::unit(unit).is_some(), Error::<T>::UnitNotFound);
		ensure!(amount > 0, Error::<T>::NothingToPay);
		let max = T::MaxBillsPerPayment::get();
		let mut queue = Vec::new();
		for key in chosen.unwrap_or_default() {
			ensure!(!queue.contains(&key), Error::<T>::BillNamedTwice);
			let bill = Bills::<T>::get((unit, key.0, key.1)).ok_or(Error::<T>::BillNotFound)?;
			ensure!(bill.is_open(), Error::<T>::BillNotOpen);
			queue.push(key);
		}
		let oldest = Self::oldest_open(unit, max);
		let places = usize::try_from(max).map_err(|_| ArithmeticError::Overflow)?;
		for key in oldest {
			if queue.len() < places && !queue.contains(&key) {
				queue.push(key);
			}
		}
		let now = T::Clock::now();
		let payment = NextPayment::<T>::get();
		let kind = PaymentKind::Direct;
		let purse = Purse::<T> { payer: &payer, payment, kind, allocation: RulesOf::<T>::get().allocation, now };
		let mut left = amount;
		let looked_at = u32::try_from(queue.len()).map_err(|_| ArithmeticError::Overflow)?;
		for (charge, period) in queue {
			if left == 0 {
				break;
			}
			let used = Self::pay_bill(unit, charge, period, left, &purse)?;
			left = left.checked_sub(used).ok_or(ArithmeticError::Underflow)?;
		}
		// Debts come before prepayments: with more bills open than one payment can go over, the rest is not taken.
		let prepaid = if OpenBills::<T>::iter_key_prefix(unit).next().is_some() { 0 } else { left };
		if prepaid > 0 {
			Self::add_prepayment(unit, &payer, prepaid, payment, now)?;
			left = 0;
		}
		let taken = amount.checked_sub(left).ok_or(ArithmeticError::Underflow)?;
		Self::record_payment(payment, Payment { unit, payer, amount: taken, prepaid, moment: now, kind })?;
		Ok(looked_at)
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

	/// The open bills of the unit that no dispute holds up, oldest due first, at most `max`.
	pub fn oldest_open(unit: UnitId, max: u32) -> Vec<(ChargeId, Period)> {
		let max = usize::try_from(max).unwrap_or(usize::MAX);
		OpenBills::<T>::iter_key_prefix(unit).take(max).map(|key: OpenKey| key.bill()).collect()
	}

	/// Pays at most `available` of one bill and returns how much. To be called in a storage layer.
	pub(crate) fn pay_bill(
		unit: UnitId,
		charge: ChargeId,
		period: Period,
		available: Fen,
		purse: &Purse<T>,
	) -> Result<Fen, DispatchError> {
		let before = Bills::<T>::get((unit, charge, period)).ok_or(Error::<T>::BillNotFound)?;
		let terms = Charges::<T>::get(charge).ok_or(Error::<T>::ChargeNotFound)?.terms;
		let mut bill = before.clone();
		let accrued = late_fee::accrue(&mut bill, &terms.late(), purse.now);
		let share = allocate(available, &bill.principal, &bill.late, purse.allocation);
		let payment = purse.payment;
		purse.give(terms.pot, share.late, Cause::LateFee { unit, charge, period, payment })?;
		purse.give(terms.pot, share.principal, Cause::Bill { unit, charge, period, payment })?;
		bill.late.paid = bill.late.paid.checked_add(share.late).ok_or(ArithmeticError::Overflow)?;
		bill.principal.paid = bill.principal.paid.checked_add(share.principal).ok_or(ArithmeticError::Overflow)?;
		bill.payer = Some(purse.payer.clone());

		let used = share.total();
		let mut statement = Statement::<T>::open(unit, purse.now);
		statement.write(EntryKind::LateFee { charge, period }, accrued)?;
		if purse.kind == PaymentKind::Prepayment {
			statement.write(EntryKind::PrepaymentUsed { payment }, used)?;
		}
		statement.write(EntryKind::Payment { payment, charge, period, late: share.late }, used)?;
		statement.close();

		Self::announce_late_fee(unit, charge, period, accrued);
		Self::deposit_event(Event::BillPaid {
			payment,
			unit,
			charge,
			period,
			principal: share.principal,
			late: share.late,
			settled: !bill.is_open(),
		});
		Self::store_bill(unit, charge, period, &before, bill)?;
		Ok(used)
	}

	/// Says that late fee was settled, if any was.
	pub(crate) fn announce_late_fee(unit: UnitId, charge: ChargeId, period: Period, amount: Fen) {
		if amount > 0 {
			Self::deposit_event(Event::LateFeeCharged { unit, charge, period, amount });
		}
	}

	/// The one way in which an issued bill changes: with the totals and the queue of open bills.
	pub(crate) fn store_bill(
		unit: UnitId,
		charge: ChargeId,
		period: Period,
		before: &Bill<T::AccountId>,
		bill: Bill<T::AccountId>,
	) -> DispatchResult {
		TotalsOf::<T>::try_mutate(|totals| totals.replace(before, &bill))?;
		let key = OpenKey::new(bill.due, charge, period);
		let queued = |bill: &Bill<T::AccountId>| bill.is_open() && !bill.is_disputed();
		match (queued(before), queued(&bill)) {
			(true, false) => OpenBills::<T>::remove(unit, key),
			(false, true) => OpenBills::<T>::insert(unit, key, ()),
			_ => (),
		}
		Bills::<T>::insert((unit, charge, period), bill);
		Ok(())
	}

	/// Fen that the unit owes by its statement, without late fees not settled yet.
	pub fn owed_settled(unit: UnitId) -> Fen {
		StatementHeads::<T>::get(unit).owed
	}
}
