// SPDX-License-Identifier: Apache-2.0

//! The parts into which interest was divided.

use codec::{Decode, Encode, MaxEncodedLen};
use linli_primitives::{EntryId, Fen, PotId};
use scale_info::TypeInfo;

/// What a pot got of interest, and what of it was taken back.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct InterestPart {
	/// The pot.
	pub pot: PotId,
	/// The entry of its ledger.
	pub entry: EntryId,
	/// What it got, in fen; never zero.
	pub amount: Fen,
	/// What was reversed of that, in fen, whether the pot still had it or not.
	pub reversed: Fen,
	/// What the pot had spent of the reversed part and still owes, in fen.
	pub owed: Fen,
}

impl InterestPart {
	/// What is left to reverse, in fen.
	pub fn valid(&self) -> Fen {
		self.amount.saturating_sub(self.reversed)
	}
}
