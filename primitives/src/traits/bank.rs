// SPDX-License-Identifier: Apache-2.0

//! Payments and statements of the bank.

use crate::{Cause, ContentHash, EntryId, Fen, Period, PotId};
use sp_runtime::DispatchError;

/// Payments that the bank makes out of a pot (D2).
pub trait BankPayments<AccountId> {
	/// Books a payment of `amount` fen by the bank out of the pot, under the bank's `reference`: the money is burnt on
	/// chain. Returns the entry of the pot's ledger and the hash of the reference.
	///
	/// Fails without effect if the reference is malformed or already used, or if the pot has insufficient funds.
	fn pay_from_pot(
		cashier: &AccountId,
		pot: PotId,
		amount: Fen,
		reference: &[u8],
		cause: Cause,
	) -> Result<(EntryId, ContentHash), DispatchError>;
}

/// The bank's figures for a month, as attested by the cashier.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BankStatement {
	/// Hash of the bank statement.
	pub statement: ContentHash,
	/// The bank's closing balance minus the chain's, in fen; zero if they agree.
	pub difference: i128,
}

/// The bank's statements month by month.
pub trait BankStatements {
	/// The attested statement of the month; `None` until it is attested.
	fn statement(month: Period) -> Option<BankStatement>;
}

/// No month is attested.
impl BankStatements for () {
	fn statement(_month: Period) -> Option<BankStatement> {
		None
	}
}
