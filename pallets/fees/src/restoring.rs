// SPDX-License-Identifier: Apache-2.0

//! Bills that a credit note or a ruling lowered too far are raised again, to at most what was billed (D48): by a credit
//! note that names them, or one that undoes another.
//!
//! What was refunded meanwhile is owed again. The mistake was not the household's, so a raised bill bears no late fee
//! from then on: [`Bill::late_until`] stops its clock. Of a bill of before a sale, the buyer owes nothing again:
//! [`crate::reclaims`].

use crate::{
	credits::Visit,
	discounts::set_principal,
	late_fee,
	statements::Statement,
	types::{Bill, CreditId, CreditedBill, EntryKind},
	Bills, Charges, Config, CreditRefunds, Credited, Error, Event, Pallet,
};
use frame_support::ensure;
use linli_primitives::{traits::Clock, BillKey, Fen};
use sp_runtime::{ArithmeticError, DispatchError};

impl<T: Config> Pallet<T> {
	/// Raises the principal of a bill to `to`, or to what was billed. `None` if there is nothing to raise.
	pub(crate) fn restore_to(id: CreditId, key: BillKey, to: Fen) -> Result<Option<Visit>, DispatchError> {
		let Some(before) = Bills::<T>::get(key.parts()) else { return Ok(None) };
		ensure!(!Self::is_sold_since(key.unit, before.issued), Error::<T>::UnitAlreadySold);
		let amount = to.saturating_sub(before.gross());
		Self::restore(id, key, &before, CreditedBill { amount, used: 0, discount: 0, at: T::Clock::now() })
	}

	/// Gives back to a bill what the credit note `of` took off its principal at the place `next`, once. `None` if it
	/// took nothing off.
	pub(crate) fn undo(id: CreditId, of: CreditId, key: BillKey, next: u32) -> Result<Option<Visit>, DispatchError> {
		let Some(credited) = Credited::<T>::take(of, next) else { return Ok(None) };
		let refunds = CreditRefunds::<T>::take(of, next);
		let Some(before) = Bills::<T>::get(key.parts()) else { return Ok(None) };
		if Self::is_sold_since(key.unit, before.issued) {
			return Self::undo_after_sale(id, (of, next), key, credited, refunds);
		}
		Self::restore(id, key, &before, credited)
	}

	/// Raises the principal of a bill by what was credited, at most to what was billed, with the discount that it lost.
	pub(crate) fn restore(
		id: CreditId,
		key: BillKey,
		before: &Bill<T::AccountId>,
		credited: CreditedBill,
	) -> Result<Option<Visit>, DispatchError> {
		let amount = credited.amount.min(before.principal.charged.saturating_sub(before.gross()));
		if amount == 0 {
			return Ok(None);
		}
		// A ruling would follow another principal than the one disputed.
		ensure!(!before.is_disputed(), Error::<T>::AlreadyDisputed);
		let terms = Charges::<T>::get(key.charge).ok_or(Error::<T>::ChargeNotFound)?.terms;
		let mut bill = before.clone();
		let accrued = late_fee::accrue(&mut bill, &terms.late(), Self::lived(before));
		let lived = T::Clock::lived();
		bill.late_until = Some(bill.late_until.map_or(lived, |until| until.min(lived)));
		let principal = before.gross().checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		bill.discount = bill.discount.checked_add(credited.discount).ok_or(ArithmeticError::Overflow)?;
		set_principal(&mut bill, &terms, principal)?;
		Self::include_again(key, credited.used);
		let raised = bill.principal.standing().saturating_sub(before.principal.standing());
		let mut statement = Statement::<T>::open(key.unit, T::Clock::now());
		statement.write(EntryKind::LateFee { bill: key }, accrued)?;
		statement.write(EntryKind::Restored { credit: id, bill: key }, raised)?;
		statement.close();
		Self::announce_late_fee(key, accrued);
		Self::store_bill(key, before, bill)?;
		Self::deposit_event(Event::BillRestored { credit: id, bill: key, principal, amount });
		Ok(Some(Visit { restored: raised, ..Visit::default() }))
	}
}
