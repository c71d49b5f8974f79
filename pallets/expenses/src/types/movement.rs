// SPDX-License-Identifier: Apache-2.0

//! Where the money of an expense moved besides the payment in force.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{ContentHash, EntryId};
use scale_info::TypeInfo;

/// A movement of an expense's money besides the payment in force: a payment that came back, its return, or a refund.
/// The books are followed by it (D19).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Movement {
	/// The entry of the pot's ledger.
	pub entry: EntryId,
	/// The key of the bank's reference; `None` if the bank did not move the money.
	pub reference: Option<ContentHash>,
}
