// SPDX-License-Identifier: Apache-2.0

//! What both sides of a settled booking say of each other (D38).

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::ContentHash;
use scale_info::TypeInfo;

/// Who rates.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum RatedBy {
	/// The renter, the resource.
	#[codec(index = 0)]
	Renter,
	/// The provider, the renter.
	#[codec(index = 1)]
	Provider,
}

/// One rating.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Rating {
	/// 1 to 5.
	pub stars: u8,
	/// Hash of the comment.
	pub comment: ContentHash,
}

/// Ratings in sum.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct RatingSum {
	/// How many.
	pub count: u32,
	/// All their stars.
	pub stars: u32,
}

impl RatingSum {
	/// With one more.
	pub fn with(self, stars: u8) -> Option<Self> {
		Some(Self { count: self.count.checked_add(1)?, stars: self.stars.checked_add(stars.into())? })
	}

	/// Both together.
	pub fn plus(self, other: Self) -> Option<Self> {
		Some(Self { count: self.count.checked_add(other.count)?, stars: self.stars.checked_add(other.stars)? })
	}
}

/// The ratings of a resource or an account. Single ratings go with their bookings, the sums stay.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Ratings {
	/// All there ever were.
	pub all: RatingSum,
	/// Those of them whose bookings are forgotten.
	pub forgotten: RatingSum,
}
