// SPDX-License-Identifier: Apache-2.0

//! A unit's share in the repair pot, and the entries of its statement.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::cmp::Ordering;
use linli_primitives::{Area, Cause, EntryId, Fen, Fraction, Moment};
use scale_info::TypeInfo;

/// What of the repair pot belongs to one unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct UnitShare {
	/// By which costs are divided: the unit's area when it was enrolled, in 0.01 m².
	pub area: Area,
	/// What the unit was to pay in first, in fen: by it is said when it has to top up.
	pub first_deposit: Fen,
	/// What belongs to the unit, in fen. Below zero it owes the others who bore a cost with it.
	pub balance: i128,
	/// As the how-manieth it was enrolled, from 0.
	pub order: u32,
	/// How many entries its statement has: the next one's number.
	pub entry_count: u32,
}

impl UnitShare {
	/// What brings the share back to the first deposit, in fen, if it is below `threshold` of that; compared exactly (D27).
	pub fn top_up(&self, threshold: &Fraction) -> Option<Fen> {
		let is_below = match Fen::try_from(self.balance) {
			Ok(balance) => threshold.compare(balance, self.first_deposit) == Some(Ordering::Less),
			Err(_) => true,
		};
		if !is_below {
			return None;
		}
		let missing = i128::try_from(self.first_deposit).ok()?.checked_sub(self.balance)?;
		Fen::try_from(missing).ok()
	}
}

/// One line of a unit's statement. Never changed, never removed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct ShareEntry {
	/// When it was written.
	pub moment: Moment,
	/// Why the share changed.
	pub cause: Cause,
	/// The entry of the pot's ledger, where it is for this unit alone: a deposit, a bill, a refund. `None` where a sum was
	/// divided over many units: its entry stands with what the cause names, and a distribution moves nothing in the pot.
	pub entry: Option<EntryId>,
	/// By how many fen: above zero what came, below zero what went; never zero.
	pub amount: i128,
	/// The share afterwards, in fen.
	pub balance: i128,
}
