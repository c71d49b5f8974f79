// SPDX-License-Identifier: Apache-2.0

//! Voting rights and voting power.

use crate::{BuildingId, Buildings, OwnerId, Power, UnitKinds};
use alloc::vec::Vec;
use frame_support::weights::Weight;

/// The owners as voters (D5–D7). Answers for a past block never change.
pub trait Electorate<AccountId, BlockNumber> {
	/// The owner that `account` acts for.
	fn owner_of(account: &AccountId) -> Option<OwnerId>;

	/// The owner that `account` votes for: `None` unless it is the owner's representative.
	fn represented_by(account: &AccountId) -> Option<OwnerId>;

	/// The account that votes for `owner`, if any.
	fn representative(owner: OwnerId) -> Option<AccountId>;

	/// The power of `owner` at the end of `block`, over the community or over some buildings.
	fn power_at(owner: OwnerId, block: BlockNumber, buildings: Option<&[BuildingId]>) -> Power;

	/// The power of all owners at the end of `block`, over the community or over some buildings. `None` if owners have
	/// homes in too many different sets of buildings to be counted at once; the total of the community is always
	/// available.
	fn totals_at(block: BlockNumber, buildings: Option<&[BuildingId]>) -> Option<Power>;

	/// The power of all owners as [`Self::totals_at`], in each of several parts of the community that share no
	/// building. All of them together are looked up as one part with all their buildings would be.
	fn totals_in_each(block: BlockNumber, parts: &[Buildings]) -> Option<Vec<Power>>;

	/// Whether the accounts or the voting area of `owner` changed after `block`, up to now.
	fn changed_since(owner: OwnerId, block: BlockNumber) -> bool;

	/// The power of `owner` as [`Self::power_at`], by the owner's units of these kinds only.
	fn kinds_power_at(owner: OwnerId, block: BlockNumber, buildings: Option<&[BuildingId]>, kinds: UnitKinds) -> Power;

	/// The power of all owners as [`Self::totals_at`], by their units of these kinds only. `None` unless the register
	/// [counts these kinds apart](Self::counts_kinds) and the electorate can be counted: where heads are owners, in the
	/// whole community or in one building.
	fn kinds_totals_at(block: BlockNumber, buildings: Option<&[BuildingId]>, kinds: UnitKinds) -> Option<Power>;

	/// Whether the register counts the units of these kinds apart.
	fn counts_kinds(kinds: UnitKinds) -> bool;

	/// The developer, who has all unsold units, if there is one. A class can reduce the developer's votes.
	fn developer() -> Option<OwnerId>;

	/// Whether `account`, or another account of the same owner, belongs to the manager's staff, who may not vote for
	/// owners (D29).
	fn is_manager_staff(account: &AccountId) -> bool;
}

/// Eligibility of owners for election (D33): some jurisdictions bar owners in arrears.
pub trait OwnerEligibility {
	/// Whether `owner` may stand for election now.
	fn may_stand(owner: OwnerId) -> bool;

	/// The maximum weight of [`Self::may_stand`].
	fn weight() -> Weight;
}

/// Every owner may stand.
impl OwnerEligibility for () {
	fn may_stand(_owner: OwnerId) -> bool {
		true
	}

	fn weight() -> Weight {
		Weight::zero()
	}
}
