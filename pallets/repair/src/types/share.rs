// SPDX-License-Identifier: Apache-2.0

//! A unit's share in the repair pot, and the entries of its statement.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::cmp::Ordering;
use linli_primitives::{Area, Cause, EntryId, Fen, Fraction, Moment, UnitId};
use scale_info::TypeInfo;

/// The share of one unit in the repair pot.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct UnitShare {
	/// The unit's area when it was enrolled, or last corrected, by which costs are divided, in 0.01 m².
	pub area: Area,
	/// The first deposit, in fen, which determines when the unit has to top up.
	pub first_deposit: Fen,
	/// The amount that belongs to the unit, in fen. Below zero, it is owed to the other bearers of its costs.
	pub balance: i128,
	/// The number of units enrolled before it. Units that one was split into have its order: they bore its costs.
	pub order: u32,
	/// The number of entries of its statement, which is the number of the next one.
	pub entry_count: u32,
	/// Whether its unit has ceased to exist: it bears no costs any more and gets nothing back of earlier ones. What it
	/// had went to the unit that it became a part of; of a retired unit it is kept until the owners release it.
	pub ceased: bool,
	/// The unit of which its unit became a part, if so.
	pub heir: Option<UnitId>,
}

impl UnitShare {
	/// The amount that brings the share back to the first deposit, in fen, if the share is below `threshold` of it.
	/// Compared exactly (D27).
	pub fn top_up(&self, threshold: &Fraction) -> Option<Fen> {
		if self.ceased {
			return None;
		}
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

/// An entry of a unit's statement. Never changed or removed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct ShareEntry {
	/// When it was written.
	pub moment: Moment,
	/// Why the share changed.
	pub cause: Cause,
	/// The entry of the pot's ledger, if it concerns this unit alone: a deposit, a bill, a refund. `None` if the amount
	/// was divided over many units: the cause leads to the entry of a cost, and a distribution has none.
	pub entry: Option<EntryId>,
	/// The change of the share, in fen: above zero for credits, below zero for debits; never zero.
	pub amount: i128,
	/// The share afterwards, in fen.
	pub balance: i128,
}
