// SPDX-License-Identifier: Apache-2.0

//! The days that a provider keeps for their own use.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::Moment;
use scale_info::TypeInfo;

/// The maximum number of blocks of a resource: a bound on the cost of removing those that are over.
pub const MAX_BLOCKED: u32 = 32;

/// The maximum number of days of a block.
pub const MAX_BLOCKED_DAYS: u16 = 366;

/// Days in a row in which a resource takes no bookings.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct BlockedDays {
	/// Their beginning, in ms since 1970.
	pub from: Moment,
	/// Their end in ms, exclusive.
	pub until: Moment,
}
