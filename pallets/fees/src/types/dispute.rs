// SPDX-License-Identifier: Apache-2.0

//! Objections to bills, and how they are ruled on.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{ContentHash, Fen, Moment};
use scale_info::TypeInfo;

/// An owner's objection to a bill.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Dispute<AccountId> {
	/// Who objects.
	pub by: AccountId,
	/// The hash of the reasons.
	pub reason: ContentHash,
	/// When: the clock of the bill stands still from here.
	pub opened: Moment,
	/// The ruling, once there is one.
	pub ruled: Option<Ruled>,
}

/// A ruling and its time.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Ruled {
	/// The ruling.
	pub ruling: Ruling,
	/// When: the clock of the bill goes on from here.
	pub at: Moment,
}

/// How a dispute ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Ruling {
	/// The bill stands as it is.
	#[codec(index = 0)]
	Upheld,
	/// The principal should have been less. Late fees fall in proportion.
	#[codec(index = 1)]
	Reduced {
		/// What the principal should have been, in fen.
		to: Fen,
	},
}
