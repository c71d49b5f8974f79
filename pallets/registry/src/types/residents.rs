// SPDX-License-Identifier: Apache-2.0

//! Residents and their homes.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{Moment, UnitId};
use scale_info::TypeInfo;

/// A unit in which an account lives with its owner's consent and its own (D10).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Home {
	/// The unit.
	pub unit: UnitId,
	/// The time at which the account accepted, in ms.
	pub since: Moment,
	/// The end of the residence in ms, exclusive.
	pub until: Moment,
}

impl Home {
	/// Whether the end date has not passed `now`.
	pub fn is_current(&self, now: Moment) -> bool {
		now < self.until
	}
}

/// What an owner named an account to, which has not accepted yet. It gives no rights and takes no room of the account.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Naming {
	/// The lived time at which the account was named, in ms, from which the time to accept runs (D46).
	pub since: Moment,
	/// The end of the residence in ms, exclusive.
	pub until: Moment,
}

/// An account that an owner named as a resident of a unit (D10).
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Resident<AccountId> {
	/// The account.
	pub account: AccountId,
	/// The time at which it accepted, in ms; `None` until then: it is no resident yet.
	pub since: Option<Moment>,
	/// The end of the residence in ms, exclusive. After it the account is no longer a resident and can be dismissed by
	/// anyone.
	pub until: Moment,
}
