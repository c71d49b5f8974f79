// SPDX-License-Identifier: Apache-2.0

//! Who may vote, and with what power.

use crate::{BuildingId, OwnerId, Power};
use frame_support::weights::Weight;

/// The owners as those who decide (D5–D7). What it says of a past block never changes.
pub trait Electorate<AccountId, BlockNumber> {
	/// The owner that `account` acts for.
	fn owner_of(account: &AccountId) -> Option<OwnerId>;

	/// The owner that `account` votes for: `None` unless it is the owner's one representative.
	fn represented_by(account: &AccountId) -> Option<OwnerId>;

	/// The account that votes for `owner`, if it has one.
	fn representative(owner: OwnerId) -> Option<AccountId>;

	/// The power of `owner` at the end of `block`, over the community or over some buildings.
	fn power_at(owner: OwnerId, block: BlockNumber, buildings: Option<&[BuildingId]>) -> Power;

	/// The power of all owners at the end of `block`, over the community or over some buildings. `None` where owners have
	/// homes in too many different sets of buildings to be counted at once; that of the community is always known.
	fn totals_at(block: BlockNumber, buildings: Option<&[BuildingId]>) -> Option<Power>;

	/// Whether `account`, or another account of the owner whom it acts for, is of the manager's staff, who may not vote
	/// for owners (D29).
	fn is_manager_staff(account: &AccountId) -> bool;

	/// Adds an owner with `account` as representative and a home of 90 m² in each of `buildings`, for benchmarks. The
	/// units count from the block in which they are added.
	#[cfg(feature = "runtime-benchmarks")]
	fn add_owner(account: &AccountId, buildings: &[BuildingId]) -> OwnerId;

	/// Has as many sets of buildings looked through for the totals of `buildings` as can be, for benchmarks.
	#[cfg(feature = "runtime-benchmarks")]
	fn fill_sets(buildings: &[BuildingId]);

	/// Gives `owner` as many accounts as one can have, for benchmarks.
	#[cfg(feature = "runtime-benchmarks")]
	fn fill_accounts(owner: OwnerId);
}

/// Whether an owner may be elected (D33): the law of some places bars who owes dues.
pub trait OwnerEligibility {
	/// Whether `owner` may stand now.
	fn may_stand(owner: OwnerId) -> bool;

	/// What finding that out weighs at most.
	fn weight() -> Weight;
}

/// Everyone may.
impl OwnerEligibility for () {
	fn may_stand(_owner: OwnerId) -> bool {
		true
	}

	fn weight() -> Weight {
		Weight::zero()
	}
}
