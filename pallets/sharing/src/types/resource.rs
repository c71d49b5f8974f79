// SPDX-License-Identifier: Apache-2.0

//! The resources that are shared.

use super::Terms;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{traits::Household, BuildingId, ContentHash, PotId, UnitId};
use scale_info::TypeInfo;

/// The provider of a resource, who receives the income.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Provider<AccountId> {
	/// A member of the community.
	#[codec(index = 0)]
	Person(AccountId),
	/// The community.
	#[codec(index = 1)]
	Community {
		/// The pot that receives the income.
		pot: PotId,
	},
}

/// What a resource counts towards the maximum of: a household has one maximum, however many accounts it has (D47).
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum ListedBy<AccountId> {
	/// The household of the member who listed it, as it was then.
	#[codec(index = 0)]
	Household(Household<AccountId>),
	/// The community.
	#[codec(index = 1)]
	Community {
		/// The pot that receives the income.
		pot: PotId,
	},
}

/// What a resource stands for, so that nobody lists what is not theirs to offer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum StandsFor {
	/// A unit of the register, such as a parking space, that the provider owns or lives in.
	#[codec(index = 0)]
	Unit(UnitId),
	/// A right that the register does not know, such as the lease of a space: hash of the document. What the document
	/// says is for renters and the committee to judge; two resources cannot stand for one.
	#[codec(index = 1)]
	Right(ContentHash),
	/// A movable thing, or a resource of the community.
	#[codec(index = 2)]
	Thing,
}

/// The kind of a resource.
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

/// Whether a resource can be booked.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum ResourceStatus {
	/// It can be booked.
	#[codec(index = 0)]
	Open,
	/// It cannot be booked until it is resumed.
	#[codec(index = 1)]
	Suspended,
	/// It cannot be booked any more, and is removed with its last booking on record.
	#[codec(index = 2)]
	Withdrawn,
}

/// A resource.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Resource<AccountId> {
	/// The provider.
	pub provider: Provider<AccountId>,
	/// What it counts towards the maximum of.
	pub listed_by: ListedBy<AccountId>,
	/// What it stands for.
	pub stands_for: StandsFor,
	/// Its kind.
	pub kind: ResourceKind,
	/// The building that it belongs to, if any.
	pub building: Option<BuildingId>,
	/// Hash of its description.
	pub description: ContentHash,
	/// The terms of future bookings.
	pub terms: Terms,
	/// How often the terms were set since it was listed: a renter names the version that the price was read from.
	pub terms_version: u32,
	/// The account of the lock, gate or charger that lets renters in.
	pub device: Option<AccountId>,
	/// Whether it can be booked.
	pub status: ResourceStatus,
	/// The number of its bookings on record, including settled and cancelled ones.
	pub records: u32,
}
