// SPDX-License-Identifier: Apache-2.0

//! What shares are made of. Nothing here knows of the pallet's `Config`.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::cmp::Ordering;
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{
	fraction::divide_half_up, Area, BuildingId, Cause, EntryId, Fen, Fraction, Moment, UnitId, UnitKind,
};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The highest rate of a first deposit: ten thousand million of the currency per m². It keeps every product within 128
/// bits.
pub const MAX_RATE: Fen = 1_000_000_000_000;

/// What units of one kind first pay in.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KindRate {
	/// The kind.
	pub kind: UnitKind,
	/// The first deposit, in fen per m².
	pub rate: Fen,
}

/// Who takes part in the repair fund, and with what.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RepairRules {
	/// The kinds of units that take part, each once, with the rates of their first deposits. Units enrolled earlier keep
	/// what they were enrolled with.
	pub rates: BoundedVec<KindRate, ConstU32<4>>,
	/// A unit whose share is below this part of its first deposit has to top it up.
	pub threshold: Fraction,
}

impl Default for RepairRules {
	/// Homes and shops, 100.00 per m², topped up below 30 % [Shanghai 65].
	fn default() -> Self {
		let rates = [UnitKind::Residential, UnitKind::Commercial].map(|kind| KindRate { kind, rate: 10_000 });
		Self { rates: BoundedVec::truncate_from(rates.to_vec()), threshold: Fraction::new(30, 100) }
	}
}

impl RepairRules {
	/// The first deposit of units of that kind, in fen per m²; `None` where they take no part.
	pub fn rate(&self, kind: UnitKind) -> Option<Fen> {
		self.rates.iter().find(|entry| entry.kind == kind).map(|entry| entry.rate)
	}
}

/// The first deposit of a unit of `area` (0.01 m²) at `rate` fen per m², half a fen rounded up (D4). `None` where it
/// does not fit.
pub fn first_deposit(area: Area, rate: Fen) -> Option<Fen> {
	divide_half_up(u128::from(area).checked_mul(rate)?, 100)
}

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

/// A unit's share as clients see it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ShareView {
	/// The building that the unit stands in.
	pub building: BuildingId,
	/// The share.
	pub share: UnitShare,
	/// What the unit has to top up, in fen; zero while its share is at the threshold or above.
	pub top_up: Fen,
}

/// A unit that has to top up.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct TopUp {
	/// Which.
	pub unit: UnitId,
	/// In which building.
	pub building: BuildingId,
	/// Its share, in fen.
	pub balance: i128,
	/// Its first deposit, in fen.
	pub first_deposit: Fen,
	/// What is missing to the first deposit, in fen.
	pub top_up: Fen,
}

/// Some of the units that have to top up.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct TopUpPage {
	/// The units, in the order of their ids. There may be none on a page that others follow.
	pub units: Vec<TopUp>,
	/// Where the next page begins; `None` after the last.
	pub next: Option<UnitId>,
}

/// All shares together.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct RepairTotals {
	/// What belongs to units, in fen: the sum of all shares.
	pub belonging: Fen,
	/// What the pot has besides, in fen: interest, donations, transfers. `distribute` divides it.
	pub undistributed: Fen,
	/// How many units are enrolled.
	pub units: u32,
}
