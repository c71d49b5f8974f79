// SPDX-License-Identifier: Apache-2.0

//! Receipts whose value dates still count.

use codec::{Decode, Encode, MaxEncodedLen};
use linli_primitives::{ContentHash, Fen, Moment};
use scale_info::TypeInfo;

/// A receipt of an account that is not used up yet.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct RecentReceipt {
	/// Key of the bank reference.
	pub reference: ContentHash,
	/// The bank's value date, in ms since 1970.
	pub value: Moment,
	/// The part that is not used up, in fen; never zero.
	pub amount: Fen,
	/// When it was booked, in lived time.
	pub booked: Moment,
}
