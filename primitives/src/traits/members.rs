// SPDX-License-Identifier: Apache-2.0

//! Who belongs to the community.

use crate::{Moment, OwnerId};
use alloc::vec::Vec;

/// The people of the register: accounts that act for owners, and residents whom owners named (D10).
pub trait Members<AccountId> {
	/// Whether `account` acts for an owner who owns something here, or is named as a resident and the time is not over.
	fn is_member(account: &AccountId) -> bool;

	/// The owners with whom `account` has to do: whom it acts for, and by whose leave it lives or lived here. Two accounts
	/// that have an owner in common are near to each other. Homes that were given at `as_of` (ms since 1970) or later do
	/// not count.
	fn belongs_to(account: &AccountId, as_of: Moment) -> Vec<OwnerId>;

	/// How many places there are to draw members from: the units, so that each home has the same chance.
	fn places() -> u32;

	/// A member at home at `place`, below [`Self::places`]; `chance` chooses where there are several. `None` where
	/// nobody is at home: in parking and storage, and in what is not sold yet.
	fn at(place: u32, chance: u32) -> Option<AccountId>;
}
