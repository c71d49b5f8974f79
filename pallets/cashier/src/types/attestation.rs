// SPDX-License-Identifier: Apache-2.0

//! Monthly attestations.

use codec::{Decode, Encode, MaxEncodedLen};
use linli_primitives::{ContentHash, Fen, Moment};
use scale_info::TypeInfo;

/// The attestation of a month: the bank's closing balance next to the chain's.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Attestation<AccountId> {
	/// Hash of the bank statement.
	pub statement: ContentHash,
	/// The bank's closing balance, in fen.
	pub closing: Fen,
	/// The chain's closing balance, in fen.
	pub chain: Fen,
	/// The time of the attestation.
	pub moment: Moment,
	/// The cashier who attested it, or who proposed the correction.
	pub by: AccountId,
	/// The auditor who approved the last correction; `None` if there is none.
	pub approver: Option<AccountId>,
	/// The number of corrections. What they replaced is kept.
	pub corrections: u32,
}

/// What the auditor's own copy of a month's statement shows.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct AuditorFigure<AccountId> {
	/// Hash of the bank statement that the auditor has.
	pub statement: ContentHash,
	/// The bank's closing balance, in fen.
	pub closing: Fen,
	/// The time at which it was entered.
	pub moment: Moment,
	/// The auditor who entered it.
	pub by: AccountId,
}

/// The attestations of a month, summed over the community's open bank accounts.
#[derive(Clone, PartialEq, Eq, Default, Debug, Encode, Decode, TypeInfo)]
pub struct MonthStatement {
	/// Hash of the bank statement; of several, BLAKE2b-256 of the list of account numbers and hashes, in order.
	pub statement: ContentHash,
	/// The bank's closing balance, in fen.
	pub closing: Fen,
	/// The chain's closing balance, in fen.
	pub chain: Fen,
	/// The time of the last attestation.
	pub moment: Moment,
	/// Whether an auditor entered the same closing balance for each account.
	pub confirmed: bool,
}

impl MonthStatement {
	/// The bank's balance less the chain's, in fen: zero if they agree. `None` on overflow.
	pub fn difference(&self) -> Option<i128> {
		i128::try_from(self.closing).ok()?.checked_sub(i128::try_from(self.chain).ok()?)
	}
}

/// A correction of an attestation that waits for an auditor.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct AttestationProposal<AccountId> {
	/// Hash of the bank statement.
	pub statement: ContentHash,
	/// The bank's closing balance, in fen.
	pub closing: Fen,
	/// The time of the proposal.
	pub moment: Moment,
	/// The same in lived time, by which the proposal lapses.
	pub since: Moment,
	/// The cashier who proposed it.
	pub by: AccountId,
}

impl<AccountId> Attestation<AccountId> {
	/// The bank's balance less the chain's, in fen: zero if they agree. `None` on overflow.
	pub fn difference(&self) -> Option<i128> {
		let bank = i128::try_from(self.closing).ok()?;
		bank.checked_sub(i128::try_from(self.chain).ok()?)
	}
}
