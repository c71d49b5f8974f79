// SPDX-License-Identifier: Apache-2.0

//! Discounts for paying early: the payment that leaves nothing to pay, made in time, takes the discount off.
//!
//! - What counts is when the money was paid: a receipt by its value date, a moved payment by its own day.
//! - A payment in part gets nothing; if the last part comes in time, the whole bill gets the discount.
//! - The discount is part of what is reduced of the principal ([`Debt::reduced`](crate::types::Debt)) and has a line of
//!   its own in the statement. If the principal is corrected later, the discount is that of the corrected one.
//! - If the payment is moved to another unit, the bill is open again without the discount.

use crate::{
	allocation::allocate,
	types::{Allocation, Bill, ChargeTerms, Debt},
	Config, Pallet,
};
use linli_primitives::{traits::Community, Fen, Moment};
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// What is taken off the bill if its last payment, made at `made`, leaves nothing to pay, in fen. At least 1 fen is
	/// left to be paid by that payment.
	pub(crate) fn discount_at(bill: &Bill<T::AccountId>, terms: &ChargeTerms, made: Moment) -> Fen {
		let Some(discount) = terms.discount.filter(|_| bill.discount == 0) else { return 0 };
		let days = u64::from(discount.days).saturating_add(1);
		if T::Community::midnight_after(bill.issued, days).is_none_or(|end| made >= end) {
			return 0;
		}
		discount.of(bill.principal.payable()).min(bill.principal.owed().saturating_sub(1))
	}

	/// The discount, if a payment of `available` fen leaves nothing of the principal with it; otherwise zero.
	pub(crate) fn discount_for(
		available: Fen,
		bill: &Bill<T::AccountId>,
		discount: Fen,
		allocation: Allocation,
	) -> Fen {
		let reduced = bill.principal.reduced.saturating_add(discount);
		let principal = Debt { reduced, ..bill.principal };
		if allocate(available, &principal, &bill.late, allocation).principal < principal.owed() {
			return 0;
		}
		discount
	}
}

/// Sets the principal to `to` fen before the discount, but not below what was waived, and lowers a discount that the
/// bill got to that of the new principal.
pub(crate) fn set_principal<A>(bill: &mut Bill<A>, terms: &ChargeTerms, to: Fen) -> Result<(), ArithmeticError> {
	// Amounts already waived stay waived.
	let to = to.max(bill.principal.waived);
	let payable = to.saturating_sub(bill.principal.waived);
	let discount = terms.discount.map_or(0, |discount| discount.of(payable)).min(payable);
	bill.discount = bill.discount.min(discount);
	let standing = to.checked_sub(bill.discount).ok_or(ArithmeticError::Underflow)?;
	bill.principal.reduced = bill.principal.charged.checked_sub(standing).ok_or(ArithmeticError::Underflow)?;
	Ok(())
}

/// Takes the discount back from a bill that is not paid in full any more. Returns the amount, in fen.
pub(crate) fn take_back<A>(bill: &mut Bill<A>) -> Result<Fen, ArithmeticError> {
	let discount = core::mem::take(&mut bill.discount);
	bill.principal.reduced = bill.principal.reduced.checked_sub(discount).ok_or(ArithmeticError::Underflow)?;
	Ok(discount)
}
