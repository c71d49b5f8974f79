// SPDX-License-Identifier: Apache-2.0

//! Owners and their accounts.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{Commitment, OwnerId, OwnerKind};
use scale_info::{prelude::vec::Vec, TypeInfo};

/// One legal owner of one or more units (D5).
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Owner<AccountId, Accounts> {
	/// The owner's legal kind.
	pub kind: OwnerKind,
	/// The owner's name and papers, salted and hashed.
	pub identity: Commitment,
	/// The accounts that act for the owner.
	pub accounts: Accounts,
	/// The account that votes. Always set once there is an account.
	pub representative: Option<AccountId>,
}

/// The owner that an account acts for, and whether the account votes. Stored by account, so that one read tells whether
/// it votes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Acting {
	/// The owner.
	pub owner: OwnerId,
	/// Whether the account is the owner's representative.
	pub represents: bool,
}

/// An owner, as returned to clients.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct OwnerView<AccountId> {
	/// The owner's legal kind.
	pub kind: OwnerKind,
	/// The owner's name and papers, salted and hashed.
	pub identity: Commitment,
	/// The accounts that act for the owner.
	pub accounts: Vec<AccountId>,
	/// The account that votes.
	pub representative: Option<AccountId>,
	/// The number of open tickets of the owner.
	pub open_tickets: u32,
}
