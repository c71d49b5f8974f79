// SPDX-License-Identifier: Apache-2.0

//! Keys whose storage order is the order that matters: big-endian, under the identity as hasher. None of them can be
//! chosen freely by anybody.

use super::BookingId;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::Moment;
use scale_info::TypeInfo;

/// A booking, in the order of ids.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct BookingKey(
	/// The booking, big-endian.
	pub [u8; 8],
);

impl BookingKey {
	/// The key of a booking.
	pub const fn new(booking: BookingId) -> Self {
		Self(booking.to_be_bytes())
	}

	/// The booking.
	pub const fn booking(&self) -> BookingId {
		BookingId::from_be_bytes(self.0)
	}
}

/// The end of a time in which a resource is taken, in the order of time.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct EndKey(
	/// The moment, big-endian.
	pub [u8; 8],
);

impl EndKey {
	/// The key of what ends at `end`, exclusive.
	pub const fn new(end: Moment) -> Self {
		Self(end.to_be_bytes())
	}

	/// When it ends, exclusive, in ms.
	pub const fn end(&self) -> Moment {
		Moment::from_be_bytes(self.0)
	}
}

/// The place of a booking among all that wait for something to happen by itself: what is due first, comes first, and a
/// look at the queue reads nothing that is not due.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct DueKey(
	/// Moment (8 bytes), booking (8).
	pub [u8; 16],
);

impl DueKey {
	/// The key of a booking on which something is due at `due`.
	pub fn new(due: Moment, booking: BookingId) -> Self {
		let mut key = [0u8; 16];
		for (place, byte) in key.iter_mut().zip(due.to_be_bytes().into_iter().chain(booking.to_be_bytes())) {
			*place = byte;
		}
		Self(key)
	}

	/// When something is due, in ms.
	pub fn due(&self) -> Moment {
		let [d0, d1, d2, d3, d4, d5, d6, d7, ..] = self.0;
		Moment::from_be_bytes([d0, d1, d2, d3, d4, d5, d6, d7])
	}

	/// On which booking.
	pub fn booking(&self) -> BookingId {
		let [.., b0, b1, b2, b3, b4, b5, b6, b7] = self.0;
		BookingId::from_be_bytes([b0, b1, b2, b3, b4, b5, b6, b7])
	}
}
