// SPDX-License-Identifier: Apache-2.0

//! Payments that are to be moved to another unit.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{ContentHash, Moment, UnitId};
use scale_info::TypeInfo;

/// The proposal to move a payment to another unit, which waits for approval.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Move<AccountId> {
	/// The account that proposed it, which cannot approve it.
	pub proposer: AccountId,
	/// The unit for which the payment was meant.
	pub to: UnitId,
	/// The hash of the reasons.
	pub reason: ContentHash,
	/// When it was proposed, in clock time.
	pub proposed: Moment,
}
