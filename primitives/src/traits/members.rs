// SPDX-License-Identifier: Apache-2.0

//! Membership of the community.

use crate::{Moment, OwnerId};
use alloc::vec::Vec;

/// Members of the community: accounts that act for owners, and residents named by owners who accepted (D10).
pub trait Members<AccountId> {
	/// Whether `account` acts for an owner of at least one unit, or is a resident whose residence has not ended.
	fn is_member(account: &AccountId) -> bool;

	/// The owners related to `account`: the owner that it acts for, and those that named it a resident, now or in the
	/// past. Two accounts with an owner in common are related. Residences accepted at `as_of` (ms since 1970) or later
	/// do not count.
	fn belongs_to(account: &AccountId, as_of: Moment) -> Vec<OwnerId>;

	/// The number of places to draw members from: one per unit, so that each home has the same chance.
	fn places() -> u32;

	/// A member who lives at `place`, which is below [`Self::places`]; `chance` chooses among several. `None` if there
	/// is none: for parking and storage, and for unsold units.
	fn at(place: u32, chance: u32) -> Option<AccountId>;
}
