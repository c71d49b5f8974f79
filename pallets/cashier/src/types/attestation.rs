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
	/// The cashier who attested it.
	pub by: AccountId,
}

impl<AccountId> Attestation<AccountId> {
	/// The bank's balance less the chain's, in fen: zero if they agree. `None` on overflow.
	pub fn difference(&self) -> Option<i128> {
		let bank = i128::try_from(self.closing).ok()?;
		bank.checked_sub(i128::try_from(self.chain).ok()?)
	}
}
