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
