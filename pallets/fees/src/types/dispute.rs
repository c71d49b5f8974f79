// SPDX-License-Identifier: Apache-2.0

//! Disputes over bills, and their rulings.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{ContentHash, Fen, Moment};
use scale_info::TypeInfo;

/// An owner's dispute of a bill.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Dispute<AccountId> {
	/// The account that objects.
	pub by: AccountId,
	/// The hash of the reasons.
	pub reason: ContentHash,
	/// When the dispute was opened: from then on no late fee accrues.
	pub opened: Moment,
	/// When the dispute was opened, in lived time.
	pub lived: Moment,
	/// The ruling, once there is one.
	pub ruled: Option<Ruled>,
}

/// A ruling and its time.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Ruled {
	/// The ruling.
	pub ruling: Ruling,
	/// When the ruling was made: from then on the late fee accrues again.
	pub at: Moment,
	/// When the ruling was made, in lived time.
	pub lived: Moment,
}

/// The outcome of a dispute.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Ruling {
	/// The bill is upheld.
	#[codec(index = 0)]
	Upheld,
	/// The principal is reduced, and the late fee computed anew.
	#[codec(index = 1)]
	Reduced {
		/// The correct principal, in fen.
		to: Fen,
	},
}
