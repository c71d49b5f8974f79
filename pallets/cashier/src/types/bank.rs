// SPDX-License-Identifier: Apache-2.0

//! The community's accounts at banks.

use codec::{Decode, Encode, MaxEncodedLen};
use linli_primitives::{Commitment, ContentHash, Moment};
use scale_info::TypeInfo;

/// A bank account of the community.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Bank {
	/// Salted commitment to the bank's name and the number of the account; zero for account 0 unless genesis names it.
	pub label: Commitment,
	/// Hash of the public document that says what the account is for.
	pub purpose: ContentHash,
	/// The time it was opened; zero for account 0 and others that are there from the first block.
	pub opened: Moment,
	/// The time it was closed; `None` while it is open.
	pub closed: Option<Moment>,
}
