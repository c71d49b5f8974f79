// SPDX-License-Identifier: Apache-2.0

//! The secrets that both sides of a dispute commit to, and reveal before a panel is drawn.

use super::{BookingId, Side};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::ContentHash;
use scale_info::TypeInfo;
use sp_io::hashing::blake2_256;

/// The first bytes of what a commitment is the hash of.
pub const SECRET_TAG: [u8; 20] = *b"linli/sharing/secret";

/// A side's secret.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Secret {
	/// It is not known yet: its [`commitment`].
	#[codec(index = 0)]
	Committed(ContentHash),
	/// It is known.
	#[codec(index = 1)]
	Revealed(ContentHash),
}

impl Secret {
	/// The secret, once it is known.
	pub const fn revealed(&self) -> Option<ContentHash> {
		match self {
			Self::Revealed(secret) => Some(*secret),
			Self::Committed(_) => None,
		}
	}
}

/// The commitment of a side to its 32 random bytes: BLAKE2b-256 of [`SECRET_TAG`], the booking's id (8 bytes, little
/// endian), the side (0 for the renter, 1 for the provider) and the secret. It fits one booking and one side, so that
/// nobody can answer with the other's.
pub fn commitment(booking: BookingId, side: Side, secret: ContentHash) -> ContentHash {
	blake2_256(&(SECRET_TAG, booking, side, secret).encode()).into()
}
