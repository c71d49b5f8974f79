// SPDX-License-Identifier: Apache-2.0

//! Waivers that wait for approval.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{ContentHash, Fen, Moment};
use scale_info::TypeInfo;

/// A waiver that waits for approval.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Waiver<AccountId> {
	/// The account that proposed it, which cannot approve it.
	pub proposer: AccountId,
	/// The part of the principal to be waived, in fen.
	pub principal: Fen,
	/// The part of the late fee to be waived, in fen.
	pub late: Fen,
	/// The hash of the reasons.
	pub reason: ContentHash,
	/// When the waiver was proposed.
	pub proposed: Moment,
}
