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
	/// The time at which the account accepted, in ms; `None` until then: the residence gives no rights yet.
	pub since: Option<Moment>,
	/// The end of the residence in ms, exclusive.
	pub until: Moment,
}

impl Home {
	/// Whether the account has accepted, and the end date has not passed `now`.
	pub fn is_current(&self, now: Moment) -> bool {
		self.since.is_some() && now < self.until
	}
}

/// An account that an owner named as a resident of a unit (D10).
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Resident<AccountId> {
	/// The account.
	pub account: AccountId,
	/// The time at which it accepted, in ms; `None` until then.
	pub since: Option<Moment>,
	/// The end of the residence in ms, exclusive. After it the account is no longer a resident and can be dismissed by
	/// anyone.
	pub until: Moment,
}
