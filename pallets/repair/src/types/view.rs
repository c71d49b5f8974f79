// SPDX-License-Identifier: Apache-2.0

//! Shares and totals as clients see them.

use super::UnitShare;
use alloc::vec::Vec;
use codec::{Decode, Encode};
use linli_primitives::{BuildingId, Fen, UnitId};
use scale_info::TypeInfo;

/// A unit's share as clients see it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ShareView {
	/// The building of the unit.
	pub building: BuildingId,
	/// The share.
	pub share: UnitShare,
	/// The amount that the unit has to top up, in fen; zero if its share is at or above the threshold.
	pub top_up: Fen,
}

/// A unit that has to top up.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct TopUp {
	/// The unit.
	pub unit: UnitId,
	/// Its building.
	pub building: BuildingId,
	/// Its share, in fen.
	pub balance: i128,
	/// Its first deposit, in fen.
	pub first_deposit: Fen,
	/// The amount missing to the first deposit, in fen.
	pub top_up: Fen,
}

/// A page of the list of units that have to top up.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct TopUpPage {
	/// The units, in the order of their ids. A page may be empty even if others follow.
	pub units: Vec<TopUp>,
	/// The id at which the next page begins; `None` after the last page.
	pub next: Option<UnitId>,
}

/// Totals over all shares.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct RepairTotals {
	/// The amount that belongs to units, in fen: the sum of all shares.
	pub belonging: Fen,
	/// The amount in the pot that belongs to no unit, in fen: interest, donations, transfers. `distribute` divides it.
	pub undistributed: Fen,
	/// The number of enrolled units.
	pub units: u32,
}
