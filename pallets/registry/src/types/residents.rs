// SPDX-License-Identifier: Apache-2.0

//! Residents and their homes.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{Moment, UnitId};
use scale_info::TypeInfo;

/// A unit in which an account lives with its owner's consent (D10).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Home {
	/// The unit.
	pub unit: UnitId,
	/// The time at which it was named a resident, in ms.
	pub since: Moment,
	/// The end of the residence in ms, exclusive.
	pub until: Moment,
}

/// An account that lives in a unit with its owner's consent (D10).
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Resident<AccountId> {
	/// The account.
	pub account: AccountId,
	/// The end of the residence in ms, exclusive. After it the account is no longer a resident and can be dismissed by
	/// anyone.
	pub until: Moment,
}
