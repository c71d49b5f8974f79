// SPDX-License-Identifier: Apache-2.0

//! What is shared.

use super::Terms;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{BuildingId, ContentHash, PotId};
use scale_info::TypeInfo;

/// Who shares it, and gets the income.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Provider<AccountId> {
	/// A member of the community.
	#[codec(index = 0)]
	Person(AccountId),
	/// The community.
	#[codec(index = 1)]
	Community {
		/// The pot that gets the income.
		pot: PotId,
	},
}

/// What kind of thing it is.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum ResourceKind {
	/// A parking space.
	#[codec(index = 0)]
	Parking,
	/// A tool.
	#[codec(index = 1)]
	Tool,
	/// A room or court.
	#[codec(index = 2)]
	Room,
	/// A charger.
	#[codec(index = 3)]
	Charger,
	/// Anything else.
	#[codec(index = 4)]
	Other,
}

/// Whether it can be booked.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum ResourceStatus {
	/// It can.
	#[codec(index = 0)]
	Open,
	/// Not now.
	#[codec(index = 1)]
	Suspended,
	/// Never again. It goes once its last booking is forgotten.
	#[codec(index = 2)]
	Withdrawn,
}

/// A thing that is shared.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Resource<AccountId> {
	/// Who shares it.
	pub provider: Provider<AccountId>,
	/// What kind of thing it is.
	pub kind: ResourceKind,
	/// In or at which building, if it is.
	pub building: Option<BuildingId>,
	/// Hash of the description.
	pub description: ContentHash,
	/// On what terms.
	pub terms: Terms,
	/// The lock, gate or charger that lets renters in, by its account.
	pub device: Option<AccountId>,
	/// Whether it can be booked.
	pub status: ResourceStatus,
	/// How many bookings of it are on record, settled ones included.
	pub records: u32,
}
