// SPDX-License-Identifier: Apache-2.0

//! Debits: what a mandate collects in one collection (D15).
//!
//! - Bills are tried oldest due first. One that cannot be collected is skipped with an event that names it and says
//!   why; the next is tried.
//! - The cap counts by the month of the bill ([`Mandate::left`]), late fees beside it.
//! - A bill is collected whole or, if the mandate allows it, as far as cap and balance reach.
//! - One collection tries at most [`Config::MaxBillsPerPayment`] bills. If more are open, the next collection goes on
//!   after the last one tried, so that bills that always fail do not keep others from being tried.
//! - A mandate ends by revocation, at its end date and when the unit is sold, never because a debit failed.

use crate::{
	allocation::{allocate, within},
	collection::bill_count,
	late_fee::{self, Lived},
	paying::Purse,
	types::{DebitFailure, Debt, Lines, Mandate, MandateEnd, OpenKey, Payment, PaymentKind},
	Bills, Charges, Config, Error, Event, Mandates, NextPayment, OpenBills, Pallet, Rules,
};
use alloc::vec::Vec;
use frame_support::{
	storage::with_storage_layer,
	traits::{
		fungible::Inspect,
		tokens::{Fortitude, Preservation},
		Get,
	},
};
use linli_primitives::{
	traits::{FundLedger, ValueDates},
	BillKey, Fen, Moment, UnitId,
};
use sp_runtime::{ArithmeticError, DispatchError};

impl<T: Config> Pallet<T> {
	/// Collects the unit's bills by one mandate. Returns the number of bills tried.
	pub(crate) fn collect_mandate(unit: UnitId, payer: &T::AccountId, now: Moment) -> Result<u32, DispatchError> {
		let Some(before) = Mandates::<T>::get(unit, payer) else { return Ok(0) };
		if before.until.is_some_and(|until| until <= now) {
			Self::end_mandate(unit, payer, MandateEnd::Expired);
			return Ok(1);
		}
		let mut mandate = before.clone();
		let queue = Self::bills_to_debit(unit, &mut mandate);
		let (payment, kind) = (NextPayment::<T>::get(), PaymentKind::Mandate);
		let allocation = Rules::<T>::get().allocation;
		let purse = Purse::<T> { payer, kind, limit: Fen::MAX, payment, allocation, now, made: None };
		let first = Self::next_line(unit);
		let mut amount: Fen = 0;
		for bill in &queue {
			// Nobody is surprised by a debit that they did not allow.
			if !mandate.single && Self::is_single(bill.charge) {
				continue;
			}
			match Self::debit(*bill, &mut mandate, &purse) {
				Ok(used) => amount = amount.checked_add(used).ok_or(ArithmeticError::Overflow)?,
				Err(reason) => {
					Self::deposit_event(Event::DebitFailed { unit, payer: payer.clone(), bill: *bill, reason });
				}
			}
		}
		if amount > 0 {
			let lines = Lines { first, end: Self::next_line(unit) };
			Self::record_payment(
				payment,
				Payment { unit, payer: payer.clone(), amount, prepaid: 0, moment: now, kind, lines },
			)?;
		}
		if mandate != before {
			Mandates::<T>::insert(unit, payer, mandate);
		}
		bill_count(&queue)
	}

	/// The bills that a collection tries, and notes in the mandate where the next one begins.
	fn bills_to_debit(unit: UnitId, mandate: &mut Mandate) -> Vec<BillKey> {
		let max = usize::try_from(T::MaxBillsPerPayment::get()).unwrap_or(usize::MAX);
		let mut queue: Vec<OpenKey> = match mandate.after {
			Some(after) => {
				let after = OpenBills::<T>::hashed_key_for(unit, after);
				OpenBills::<T>::iter_key_prefix_from(unit, after).take(max).collect()
			}
			None => Vec::new(),
		};
		if queue.is_empty() {
			queue = OpenBills::<T>::iter_key_prefix(unit).take(max).collect();
		}
		mandate.after = if queue.len() < max { None } else { queue.last().copied() };
		queue.into_iter().map(|key| key.id()).collect()
	}

	/// Collects one bill and counts it, or returns why not and changes nothing. Returns the amount taken, in fen.
	fn debit(key: BillKey, mandate: &mut Mandate, purse: &Purse<T>) -> Result<Fen, DebitFailure> {
		let (used, counted) = with_storage_layer(|| Self::try_debit(key, mandate, purse))?;
		*mandate = counted;
		Ok(used)
	}

	/// Collects one bill. Returns the amount taken, in fen, and the mandate that has counted it. What is owed depends
	/// on the value date of the money, so that is looked up first, for the most that can be owed; only what was paid is
	/// used up.
	fn try_debit(key: BillKey, mandate: &Mandate, purse: &Purse<T>) -> Result<(Fen, Mandate), DebitFailure> {
		let bill = Bills::<T>::get(key.parts()).ok_or(DebitFailure::Refused)?;
		let terms = Charges::<T>::get(key.charge).ok_or(DebitFailure::Refused)?.terms;
		// In a plan that is kept, only what is due of it is collected.
		let due = Self::instalment_due(&bill).unwrap_or(Fen::MAX);
		if due == 0 {
			return Ok((0, mandate.clone()));
		}
		let free = T::Currency::reducible_balance(purse.payer, Preservation::Expendable, Fortitude::Polite);
		let late_at = |lived: Lived| {
			let unsettled = late_fee::unsettled(&bill, &terms.late(), lived);
			Debt { charged: bill.late.charged.saturating_add(unsettled), ..bill.late }
		};
		let now = Self::lived(&bill);
		let most = bill.principal.owed().saturating_add(late_at(now).owed()).min(due).min(free);
		let purse = Purse::<T> { made: Self::value_date(purse.payer, most), ..*purse };
		let made = purse.made_for(&bill);
		let late = late_at(Lived { now: made.lived, ..now });
		// A debit of the whole bill gets the discount, as any payment.
		let discount = Self::discount_at(&bill, &terms, made.moment);
		let principal = Debt { reduced: bill.principal.reduced.saturating_add(discount), ..bill.principal };
		let left = mandate.left(key.period).ok_or(DebitFailure::TooOld)?;
		let allowed = within(&left, &principal, &late, purse.allocation).min(due);
		let is_enough = |amount: Fen, needed: Fen| amount >= needed || (mandate.partial && amount > 0);
		if !is_enough(allowed, principal.owed().saturating_add(late.owed()).min(due)) {
			return Err(DebitFailure::OverCap);
		}
		if !is_enough(free, allowed) {
			return Err(DebitFailure::NotEnoughMoney);
		}
		if !T::Ledger::exists(terms.pot) {
			return Err(DebitFailure::Refused);
		}
		let available = allowed.min(free);
		let mut counted = mandate.clone();
		let share = allocate(available, &principal, &late, purse.allocation);
		counted.count(key.period, share).ok_or(DebitFailure::Refused)?;
		let used = Self::pay_bill(key, available, &purse).map_err(|error| {
			if error == DispatchError::from(Error::<T>::TooManyParts) {
				DebitFailure::TooManyParts
			} else {
				DebitFailure::Refused
			}
		})?;
		T::ValueDates::use_up(purse.payer, used);
		Ok((used, counted))
	}
}
