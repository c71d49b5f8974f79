// SPDX-License-Identifier: Apache-2.0

//! The sums over all bills.

use super::{Bill, Debt};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::Fen;
use scale_info::TypeInfo;
use sp_runtime::ArithmeticError;

/// The sums over all bills ever issued, to reconcile with the pots.
#[derive(
	Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct FeeTotals {
	/// The sums of the principals.
	pub principal: Debt,
	/// The sums of the late fees charged.
	pub late: Debt,
	/// The number of bills issued.
	pub bills: u64,
}

impl FeeTotals {
	/// Accounts for the change of one bill from `before` to `after`.
	pub fn replace<A>(&mut self, before: &Bill<A>, after: &Bill<A>) -> Result<(), ArithmeticError> {
		shift(&mut self.principal, &before.principal, &after.principal)?;
		shift(&mut self.late, &before.late, &after.late)
	}
}

fn shift(total: &mut Debt, before: &Debt, after: &Debt) -> Result<(), ArithmeticError> {
	let one = |total: Fen, before: Fen, after: Fen| -> Result<Fen, ArithmeticError> {
		total.checked_add(after).ok_or(ArithmeticError::Overflow)?.checked_sub(before).ok_or(ArithmeticError::Underflow)
	};
	total.charged = one(total.charged, before.charged, after.charged)?;
	total.reduced = one(total.reduced, before.reduced, after.reduced)?;
	total.waived = one(total.waived, before.waived, after.waived)?;
	total.paid = one(total.paid, before.paid, after.paid)?;
	Ok(())
}
