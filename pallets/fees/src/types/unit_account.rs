// SPDX-License-Identifier: Apache-2.0

//! The accounts that keep what the bank received for units.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{Fen, OwnerId, UnitId};
use scale_info::TypeInfo;

/// The maximum number of payments of bills with the money of one account that are known to take a receipt back.
pub const MAX_LATEST_PAYMENTS: u32 = 16;

/// Whose money such an account keeps.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct UnitAccount {
	/// The unit for which the bank received it.
	pub unit: UnitId,
	/// The owner of the unit at that time, whose money it stays when the unit is sold.
	pub owner: OwnerId,
}

/// The money that is kept for a unit and one of its owners.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct UnitMoney<AccountId> {
	/// The account that keeps it.
	pub account: AccountId,
	/// What is free and can be claimed, in fen.
	pub free: Fen,
	/// What is prepaid for the unit, in fen.
	pub prepaid: Fen,
}
