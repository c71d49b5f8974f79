// SPDX-License-Identifier: Apache-2.0

//! Checkpoints of voting power.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{BuildingId, OwnerId, UnitKinds};
use scale_info::TypeInfo;

/// The subject of a history of checkpoints (D7).
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Subject<Buildings> {
	/// Voting area of the community.
	#[codec(index = 0)]
	Area,
	/// Number of owners in the community with voting area.
	#[codec(index = 1)]
	Heads,
	/// Voting area of one building.
	#[codec(index = 2)]
	BuildingArea {
		/// The building.
		building: BuildingId,
	},
	/// Voting area of one owner.
	#[codec(index = 3)]
	OwnerArea {
		/// The owner.
		owner: OwnerId,
	},
	/// Voting area of one owner in one building.
	#[codec(index = 4)]
	OwnerAreaIn {
		/// The owner.
		owner: OwnerId,
		/// The building.
		building: BuildingId,
	},
	/// Number of owners with voting area in exactly these buildings.
	#[codec(index = 5)]
	HeadsIn {
		/// The buildings, sorted and without duplicates.
		buildings: Buildings,
	},
	/// Number of lots in the community: units that vote. Like all lots, counted only where heads are.
	#[codec(index = 6)]
	Lots,
	/// Number of lots in one building.
	#[codec(index = 7)]
	BuildingLots {
		/// The building.
		building: BuildingId,
	},
	/// Number of lots of one owner.
	#[codec(index = 8)]
	OwnerLots {
		/// The owner.
		owner: OwnerId,
	},
	/// Number of lots of one owner in one building.
	#[codec(index = 9)]
	OwnerLotsIn {
		/// The owner.
		owner: OwnerId,
		/// The building.
		building: BuildingId,
	},
	/// A quantity of the units of a counted set of kinds.
	#[codec(index = 10)]
	OfKinds {
		/// The kinds.
		kinds: UnitKinds,
		/// The owner; `None` for all.
		owner: Option<OwnerId>,
		/// The building; `None` for the whole community.
		building: Option<BuildingId>,
		/// What is counted.
		measure: Measure,
	},
	/// Number of changes of one owner's accounts or voting area since genesis. Its checkpoints say in which blocks they
	/// were made.
	#[codec(index = 11)]
	OwnerChanges {
		/// The owner.
		owner: OwnerId,
	},
}

/// What is counted of units of some kinds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Measure {
	/// Their area.
	#[codec(index = 0)]
	Area,
	/// The owners who have such a unit or, where heads are lots, such units.
	#[codec(index = 1)]
	Heads,
}

/// A value that holds from the end of a block until the next checkpoint.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Checkpoint<BlockNumber> {
	/// The block in which the value was set.
	pub block: BlockNumber,
	/// An area in 0.01 m², or a number of owners, lots or changes.
	pub value: u64,
}

/// The history of a subject: its newest checkpoint and the number of earlier ones. The newest is by far the most often
/// read, so it is found without a search.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct History<BlockNumber> {
	/// The number of checkpoints before the newest.
	pub earlier: u32,
	/// The newest checkpoint.
	pub last: Checkpoint<BlockNumber>,
}
