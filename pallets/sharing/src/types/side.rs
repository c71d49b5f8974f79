// SPDX-License-Identifier: Apache-2.0

//! The two sides of a booking.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// A side of a booking.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Side {
	/// The renter.
	#[codec(index = 0)]
	Renter,
	/// The provider.
	#[codec(index = 1)]
	Provider,
}

impl Side {
	/// The other side.
	pub const fn other(self) -> Self {
		match self {
			Self::Renter => Self::Provider,
			Self::Provider => Self::Renter,
		}
	}
}
