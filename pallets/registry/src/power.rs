// SPDX-License-Identifier: Apache-2.0

//! Voting power, now and at any past block (D6, D7).
//!
//! Nothing is copied when a decision opens. Each quantity has a history of checkpoints, written only when it changes.
//! The newest is kept apart, so that what has not changed since the record date, which is nearly all, takes one read;
//! the others are counted from 0 and found by binary search.
//!
//! Area over a set of buildings is a sum over the buildings. Heads are not: an owner with flats in two of them is
//! one head. So owners are counted by the exact set of buildings they vote in, and the heads of a set are the sum
//! over those sets that touch it. Nearly all owners are in one building, which is found without a search; the sets of
//! several are looked through, and what is to be decided on chain looks through [`MAX_SETS`] at most.

use crate::*;
use alloc::{collections::BTreeSet, vec};
use frame_system::pallet_prelude::BlockNumberFor;
use linli_primitives::{traits::Electorate, Area, BuildingId, OwnerId, Role, UnitKind};
use sp_runtime::{DispatchError, DispatchResult};

/// So many sets of several buildings are looked through to count the heads of some buildings. Every sale can make one;
/// where there are more, only the whole community can be counted on chain.
pub const MAX_SETS: u32 = 1_024;

impl<T: Config> Pallet<T> {
	/// Whether units of this kind give voting power.
	pub fn votes(kind: UnitKind) -> bool {
		VotingKinds::<T>::get().contains(&kind)
	}

	/// The power of `owner` at the end of `block`, over the whole community or over some buildings. A block that has
	/// not come yet has the power of now.
	///
	/// Cost: one look-up, or one for each building named. A look-up is one read if nothing changed after `block`, and
	/// else a binary search.
	pub fn power_at(owner: OwnerId, block: BlockNumberFor<T>, buildings: Option<&[BuildingId]>) -> Power {
		let area = match buildings {
			None => Self::value_at(&Subject::OwnerArea { owner }, block),
			Some(buildings) => Self::sum(
				each_once(buildings)
					.into_iter()
					.map(|building| Self::value_at(&Subject::OwnerAreaIn { owner, building }, block)),
			),
		};
		// No unit has area zero, so who has none has no voting unit.
		Power { area, heads: u32::from(area > 0) }
	}

	/// The power of all owners at the end of `block`, over the whole community or over some buildings. A block that
	/// has not come yet has the power of now.
	///
	/// Cost: two look-ups; with buildings, two for each of them, a read for each of [`BuildingSets`], and a look-up for
	/// each of these that touches them. For clients; what is decided on chain asks the [`Electorate`], which has a bound.
	pub fn totals_at(block: BlockNumberFor<T>, buildings: Option<&[BuildingId]>) -> Power {
		let Some(buildings) = buildings else {
			return Power {
				area: Self::value_at(&Subject::Area, block),
				heads: heads(Self::value_at(&Subject::Heads, block)),
			};
		};
		let buildings = each_once(buildings);
		let area = Self::sum(
			buildings.iter().map(|building| Self::value_at(&Subject::BuildingArea { building: *building }, block)),
		);
		let alone = buildings.iter().map(|building| BuildingSetOf::<T>::truncate_from(vec![*building]));
		let several = BuildingSets::<T>::iter_keys().filter(|set| set.iter().any(|other| buildings.contains(other)));
		let count =
			Self::sum(alone.chain(several).map(|buildings| Self::value_at(&Subject::HeadsIn { buildings }, block)));
		Power { area, heads: heads(count) }
	}

	/// Counts a new unit of `owner`.
	pub(crate) fn add_area(owner: OwnerId, building: BuildingId, kind: UnitKind, area: Area) -> DispatchResult {
		if !Self::votes(kind) {
			return Ok(());
		}
		let add = |value: u64| value.checked_add(area);
		Self::change(Subject::Area, add)?;
		Self::change(Subject::BuildingArea { building }, add)?;
		Self::change_owner(owner, building, add)
	}

	/// Counts a unit for `to` and no longer for `from`. The totals of area stay as they are.
	pub(crate) fn move_area(
		from: OwnerId,
		to: OwnerId,
		building: BuildingId,
		kind: UnitKind,
		area: Area,
	) -> DispatchResult {
		if !Self::votes(kind) {
			return Ok(());
		}
		Self::change_owner(from, building, |value| value.checked_sub(area))?;
		Self::change_owner(to, building, |value| value.checked_add(area))
	}

	fn change_owner(owner: OwnerId, building: BuildingId, change: impl Fn(u64) -> Option<u64>) -> DispatchResult {
		Self::change(Subject::OwnerArea { owner }, &change)?;
		let (before, after) = Self::change(Subject::OwnerAreaIn { owner, building }, &change)?;
		if (before == 0) == (after == 0) {
			return Ok(());
		}
		let old = VotingBuildings::<T>::get(owner);
		let mut new = old.clone();
		match new.binary_search(&building) {
			Err(place) if after > 0 => {
				new.try_insert(place, building).map_err(|_| Error::<T>::TooManyBuildings)?;
			}
			Ok(place) if after == 0 => {
				new.remove(place);
			}
			_ => return Ok(()),
		}
		Self::count_head(&old, |count| count.checked_sub(1))?;
		Self::count_head(&new, |count| count.checked_add(1))?;
		match (old.is_empty(), new.is_empty()) {
			(true, false) => Self::change(Subject::Heads, |count| count.checked_add(1)).map(|_| ())?,
			(false, true) => Self::change(Subject::Heads, |count| count.checked_sub(1)).map(|_| ())?,
			_ => (),
		}
		if new.is_empty() {
			VotingBuildings::<T>::remove(owner);
		} else {
			VotingBuildings::<T>::insert(owner, new);
		}
		Ok(())
	}

	/// Changes the number of owners who vote in exactly these buildings. Who votes in none is not counted.
	fn count_head(set: &BuildingSetOf<T>, change: impl Fn(u64) -> Option<u64>) -> DispatchResult {
		if set.is_empty() {
			return Ok(());
		}
		Self::enter_set(set);
		let subject = Subject::HeadsIn { buildings: set.clone() };
		Self::change(subject.clone(), change)?;
		// Who gets units in several buildings passes through sets in which nobody is at the block's end.
		let now = frame_system::Pallet::<T>::block_number();
		let never = History { earlier: 0, last: Checkpoint { block: now, value: 0 } };
		if Histories::<T>::get(&subject) == Some(never) {
			Histories::<T>::remove(&subject);
			BuildingSets::<T>::remove(set);
		}
		Ok(())
	}

	/// Makes a set findable, unless it is one building: that is looked up by itself.
	pub(crate) fn enter_set(set: &BuildingSetOf<T>) {
		if set.len() > 1 && !BuildingSets::<T>::contains_key(set) {
			BuildingSets::<T>::insert(set, ());
		}
	}

	fn change(subject: SubjectOf<T>, change: impl Fn(u64) -> Option<u64>) -> Result<(u64, u64), DispatchError> {
		let before = Self::value_now(&subject);
		let after = change(before).ok_or(Error::<T>::Overflow)?;
		Self::write(subject, after)?;
		Ok((before, after))
	}

	/// Sets a value as of this block. A second change in the same block overwrites the first: a checkpoint says what
	/// was so at the block's end.
	pub(crate) fn write(subject: SubjectOf<T>, value: u64) -> DispatchResult {
		let block = frame_system::Pallet::<T>::block_number();
		let earlier = match Histories::<T>::get(&subject) {
			None => 0,
			Some(History { last, .. }) if last.value == value => return Ok(()),
			Some(History { earlier, last }) if last.block == block => earlier,
			Some(History { earlier, last }) => {
				let next = earlier.checked_add(1).ok_or(Error::<T>::Overflow)?;
				Checkpoints::<T>::insert(&subject, earlier, last);
				next
			}
		};
		Histories::<T>::insert(&subject, History { earlier, last: Checkpoint { block, value } });
		Ok(())
	}

	/// The last value written; zero where there is none.
	pub(crate) fn value_now(subject: &SubjectOf<T>) -> u64 {
		Histories::<T>::get(subject).map_or(0, |history| history.last.value)
	}

	/// The value at the end of `block`: that of the last checkpoint not after it, or zero.
	pub(crate) fn value_at(subject: &SubjectOf<T>, block: BlockNumberFor<T>) -> u64 {
		let Some(History { earlier, last }) = Histories::<T>::get(subject) else {
			return 0;
		};
		if last.block <= block {
			return last.value;
		}
		let (mut from, mut to) = (0, earlier);
		let mut value = 0;
		while from < to {
			// Neither step can overflow: both ends are at most the count.
			let middle = from.saturating_add(to.saturating_sub(from) >> 1);
			match Checkpoints::<T>::get(subject, middle) {
				Some(checkpoint) if checkpoint.block <= block => {
					value = checkpoint.value;
					from = middle.saturating_add(1);
				}
				_ => to = middle,
			}
		}
		value
	}

	/// No part of the community has more than the whole, whose sum was checked when it was written.
	fn sum(values: impl Iterator<Item = u64>) -> u64 {
		values.fold(0, u64::saturating_add)
	}
}

impl<T: Config> Electorate<T::AccountId, BlockNumberFor<T>> for Pallet<T> {
	fn owner_of(account: &T::AccountId) -> Option<OwnerId> {
		Self::owner_of(account)
	}

	fn represented_by(account: &T::AccountId) -> Option<OwnerId> {
		AccountOwners::<T>::get(account).filter(|acting| acting.represents).map(|acting| acting.owner)
	}

	fn representative(owner: OwnerId) -> Option<T::AccountId> {
		Owners::<T>::get(owner).and_then(|record| record.representative)
	}

	fn power_at(owner: OwnerId, block: BlockNumberFor<T>, buildings: Option<&[BuildingId]>) -> Power {
		Self::power_at(owner, block, buildings)
	}

	fn totals_at(block: BlockNumberFor<T>, buildings: Option<&[BuildingId]>) -> Option<Power> {
		let countable = buildings.is_none() || BuildingSets::<T>::count() <= MAX_SETS;
		countable.then(|| Self::totals_at(block, buildings))
	}

	fn is_manager_staff(account: &T::AccountId) -> bool {
		// An owner has few accounts, and each is one read.
		let others = Self::owner_of(account).and_then(Owners::<T>::get).map(|owner| owner.accounts);
		Self::holds(Role::Manager, account)
			|| others.is_some_and(|others| others.iter().any(|other| Self::holds(Role::Manager, other)))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn add_owner(account: &T::AccountId, buildings: &[BuildingId]) -> OwnerId {
		Self::add_owner(account, buildings)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn fill_sets(buildings: &[BuildingId]) {
		Self::fill_sets(buildings);
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn fill_accounts(owner: OwnerId) {
		Self::fill_accounts(owner);
	}
}

fn each_once(buildings: &[BuildingId]) -> BTreeSet<BuildingId> {
	buildings.iter().copied().collect()
}

/// Owners are numbered in 32 bits, so a count of them fits.
fn heads(count: u64) -> u32 {
	u32::try_from(count).unwrap_or(u32::MAX)
}
