// SPDX-License-Identifier: Apache-2.0

//! The ratings that both sides of a settled booking give each other (D38).

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::ContentHash;
use scale_info::TypeInfo;

/// One rating.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Rating {
	/// The rating, 1 to 5.
	pub stars: u8,
	/// Hash of the comment.
	pub comment: ContentHash,
}

/// The sum of several ratings.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct RatingSum {
	/// The number of ratings.
	pub count: u32,
	/// The sum of their stars.
	pub stars: u32,
}

impl RatingSum {
	/// The sum with one more rating. `None` on overflow.
	pub fn with(self, stars: u8) -> Option<Self> {
		Some(Self { count: self.count.checked_add(1)?, stars: self.stars.checked_add(stars.into())? })
	}

	/// The sum of both. `None` on overflow.
	pub fn plus(self, other: Self) -> Option<Self> {
		Some(Self { count: self.count.checked_add(other.count)?, stars: self.stars.checked_add(other.stars)? })
	}
}

/// The ratings of a resource or an account. Individual ratings are removed with their bookings; the sums stay.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Ratings {
	/// The sum of all ratings.
	pub all: RatingSum,
	/// The sum of those whose bookings were removed.
	pub forgotten: RatingSum,
}
