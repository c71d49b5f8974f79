// SPDX-License-Identifier: Apache-2.0

//! Waivers that wait for approval.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{ContentHash, Fen, Moment};
use scale_info::TypeInfo;

/// A waiver that waits for approval.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Waiver<AccountId> {
	/// Who proposes: not who approves.
	pub proposer: AccountId,
	/// Fen of the principal.
	pub principal: Fen,
	/// Fen of the late fee.
	pub late: Fen,
	/// The hash of the reasons.
	pub reason: ContentHash,
	/// When it was proposed.
	pub proposed: Moment,
}
