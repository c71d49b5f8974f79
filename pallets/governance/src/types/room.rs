// SPDX-License-Identifier: Apache-2.0

//! Rooms for proposals and quotas of support (D53): nobody can use up what others need.

use super::ProposalId;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{BuildingId, Moment};
use scale_info::TypeInfo;

/// The room in which a proposal that was put to the owners has its place until its vote is closed. Each has as many
/// places as the others, and none fills another's.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Room {
	/// All that the committee proposes.
	#[codec(index = 0)]
	Committee,
	/// Motions by petition, to the whole community.
	#[codec(index = 1)]
	Owners,
	/// Motions by petition, to the owners of some buildings: of those, the one with the lowest id.
	#[codec(index = 2)]
	Building(BuildingId),
	/// Elections and recalls by petition, and by-elections.
	#[codec(index = 3)]
	Elections,
}

/// What an owner's support counts against: an owner who supports motions can always support an election as well.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Quota {
	/// Petitions for motions.
	#[codec(index = 0)]
	Motions,
	/// Petitions for elections and recalls.
	#[codec(index = 1)]
	Elections,
}

/// A petition that is listed while it collects support.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Listing {
	/// The petition.
	pub proposal: ProposalId,
	/// The number of heads in support.
	pub supporters: u32,
	/// The end of the petition in lived time, exclusive.
	pub ends: Moment,
}
