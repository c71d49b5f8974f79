// SPDX-License-Identifier: Apache-2.0

//! Who belongs to the community.

/// The people of the register: accounts that act for owners, and residents whom owners named (D10).
pub trait Members<AccountId> {
	/// Whether `account` acts for an owner, or is named as a resident and the time is not over.
	fn is_member(account: &AccountId) -> bool;

	/// Whether the two belong together: both act for the same owner, one lives by leave of the other's owner, or both
	/// by leave of the same. An account belongs to itself.
	fn are_related(one: &AccountId, other: &AccountId) -> bool;

	/// How many places there are to draw members from: the units, so that each home has the same chance.
	fn places() -> u32;

	/// A member at home at `place`, below [`Self::places`]; `chance` chooses where there are several. `None` where
	/// nobody is, as in the developer's unsold units.
	fn at(place: u32, chance: u32) -> Option<AccountId>;

	/// Makes `account` a member with a home of its own, for benchmarks.
	#[cfg(feature = "runtime-benchmarks")]
	fn add_member(account: &AccountId);
}
