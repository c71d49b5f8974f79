// SPDX-License-Identifier: Apache-2.0

//! What the bank did and said.

use crate::{Cause, ContentHash, EntryId, Fen, Period, PotId};
use sp_runtime::DispatchError;

/// Payments that the bank makes out of a pot (D2).
pub trait BankPayments<AccountId> {
	/// Books that the bank paid `amount` fen out of the pot, under `reference` as the bank printed it: the money ceases to
	/// be on chain. Gives the entry of the pot's ledger, and the hash by which the reference is remembered.
	///
	/// Fails without effect where the reference is malformed or was used before, or the pot has less.
	fn pay_from_pot(
		cashier: &AccountId,
		pot: PotId,
		amount: Fen,
		reference: &[u8],
		cause: Cause,
	) -> Result<(EntryId, ContentHash), DispatchError>;
}

/// What the bank says of a month, as the cashier attested it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BankStatement {
	/// Hash of the bank statement.
	pub statement: ContentHash,
	/// Closing balance by the bank less that by the chain, in fen: zero if all is well.
	pub difference: i128,
}

/// The bank's statements month by month.
pub trait BankStatements {
	/// What was attested of the month; `None` until it is.
	fn statement(month: Period) -> Option<BankStatement>;
}

/// Nothing is attested.
impl BankStatements for () {
	fn statement(_month: Period) -> Option<BankStatement> {
		None
	}
}
