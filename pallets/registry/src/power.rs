// SPDX-License-Identifier: Apache-2.0

//! Voting power, now and at any past block (D6, D7).
//!
//! Nothing is copied when a decision opens. Each quantity has a history of checkpoints, written only when it changes.
//! The newest is stored separately, so that a quantity that has not changed since the record date, as nearly all have
//! not, takes one read. Earlier checkpoints are numbered from 0 and found by binary search.
//!
//! The area in several buildings is the sum over the buildings. The number of heads is not: an owner with flats in two
//! of them is one head. Owners are therefore counted by the exact set of buildings in which they vote, and the heads in
//! given buildings are the sum over all sets that intersect them. Nearly all owners vote in one building, whose count
//! is read directly; the sets of several buildings are iterated, at most [`MAX_SETS`] of them in a decision on chain.

use crate::*;
use alloc::{collections::BTreeSet, vec, vec::Vec};
use frame_support::BoundedVec;
use frame_system::pallet_prelude::BlockNumberFor;
use linli_primitives::{traits::Electorate, Area, BuildingId, Buildings, OwnerId, Role, UnitKind, UnitKinds};
use sp_runtime::{DispatchError, DispatchResult};

/// Maximum number of sets of several buildings that are iterated on chain to count the heads in some buildings. Every
/// sale can add a set; if there are more, only the whole community can be counted on chain.
pub const MAX_SETS: u32 = 1_024;

/// A sorted set of buildings.
pub type BuildingSetOf<T> = BoundedVec<BuildingId, <T as Config>::MaxBuildings>;

/// The subject of a history of checkpoints.
pub type SubjectOf<T> = Subject<BuildingSetOf<T>>;

impl<T: Config> Pallet<T> {
	/// Whether units of this kind confer voting power.
	pub fn votes(kind: UnitKind) -> bool {
		VotingKinds::<T>::get().contains(&kind)
	}

	/// The power of `owner` at the end of `block`, in the whole community or in some buildings. For a future block, the
	/// current power is returned.
	///
	/// Cost: one look-up, or one per building given. A look-up is one read if nothing changed after `block`, otherwise
	/// a binary search.
	pub fn power_at(owner: OwnerId, block: BlockNumberFor<T>, buildings: Option<&[BuildingId]>) -> Power {
		let area = match buildings {
			None => Self::value_at(&Subject::OwnerArea { owner }, block),
			Some(buildings) => Self::sum(
				each_once(buildings)
					.into_iter()
					.map(|building| Self::value_at(&Subject::OwnerAreaIn { owner, building }, block)),
			),
		};
		if HeadsPerLot::<T>::get() {
			return Power { area, heads: heads(Self::lots_at(owner, block, buildings)) };
		}
		// No unit has zero area, so an owner without area has no voting unit.
		Power { area, heads: u32::from(area > 0) }
	}

	/// The power of all owners at the end of `block`, in the whole community or in some buildings. For a future block,
	/// the current power is returned.
	///
	/// Cost: two look-ups; with buildings, two per building, one read per entry of [`BuildingSets`], and one look-up
	/// per set that intersects them. For clients only: calls use [`Electorate::totals_at`], which is bounded.
	pub fn totals_at(block: BlockNumberFor<T>, buildings: Option<&[BuildingId]>) -> Power {
		let by_lot = HeadsPerLot::<T>::get();
		let Some(buildings) = buildings else {
			if by_lot {
				let area = Self::value_at(&Subject::Area, block);
				return Power { area, heads: heads(Self::all_lots_at(block, None)) };
			}
			return Power {
				area: Self::value_at(&Subject::Area, block),
				heads: heads(Self::value_at(&Subject::Heads, block)),
			};
		};
		let buildings = each_once(buildings);
		let area = Self::sum(
			buildings.iter().map(|building| Self::value_at(&Subject::BuildingArea { building: *building }, block)),
		);
		if by_lot {
			let buildings: Vec<_> = buildings.into_iter().collect();
			return Power { area, heads: heads(Self::all_lots_at(block, Some(&buildings))) };
		}
		let alone = buildings.iter().map(|building| BuildingSetOf::<T>::truncate_from(vec![*building]));
		let several = BuildingSets::<T>::iter_keys().filter(|set| set.iter().any(|other| buildings.contains(other)));
		let count =
			Self::sum(alone.chain(several).map(|buildings| Self::value_at(&Subject::HeadsIn { buildings }, block)));
		Power { area, heads: heads(count) }
	}

	/// The power of all owners at the end of `block` in each of these parts, which share no building.
	///
	/// Cost: that of [`Self::totals_at`] for all their buildings. The sets of buildings are iterated once.
	pub(crate) fn totals_in_each(block: BlockNumberFor<T>, parts: &[Buildings]) -> Vec<Power> {
		if HeadsPerLot::<T>::get() {
			return parts.iter().map(|part| Self::totals_at(block, Some(part.as_slice()))).collect();
		}
		let count_in = |buildings: BuildingSetOf<T>| Self::value_at(&Subject::HeadsIn { buildings }, block);
		let of_part = |part: &Buildings| {
			let area =
				part.iter().map(|building| Self::value_at(&Subject::BuildingArea { building: *building }, block));
			let alone = part.iter().map(|building| count_in(BuildingSetOf::<T>::truncate_from(vec![*building])));
			(Self::sum(area), Self::sum(alone))
		};
		let mut sums: Vec<(Area, u64)> = parts.iter().map(of_part).collect();
		for set in BuildingSets::<T>::iter_keys() {
			let meets: Vec<bool> =
				parts.iter().map(|part| set.iter().any(|building| part.contains(building))).collect();
			if !meets.contains(&true) {
				continue;
			}
			let count = count_in(set);
			for ((_, owners), _) in sums.iter_mut().zip(meets).filter(|(_, meets)| *meets) {
				*owners = owners.saturating_add(count);
			}
		}
		sums.into_iter().map(|(area, owners)| Power { area, heads: heads(owners) }).collect()
	}

	/// The area with which a unit of this kind and area votes, in 0.01 m².
	pub(crate) fn voting_area(kind: UnitKind, area: Area) -> Area {
		if Self::votes(kind) {
			area
		} else {
			0
		}
	}

	/// A unit of `owner` votes with the area `after` instead of `before`, in 0.01 m²: one of them is zero for a unit
	/// that is new or ceases to exist.
	pub(crate) fn replace_area(owner: OwnerId, building: BuildingId, before: Area, after: Area) -> DispatchResult {
		if before == after {
			return Ok(());
		}
		let replace = |value: u64| value.checked_sub(before)?.checked_add(after);
		Self::replace_lot(owner, building, before > 0, after > 0)?;
		Self::change(Subject::Area, replace)?;
		Self::change(Subject::BuildingArea { building }, replace)?;
		Self::change_owner(owner, building, replace)
	}

	/// Moves the area of a unit from one owner to another. The totals of area do not change.
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
		Self::move_lot(from, to, building)?;
		Self::change_owner(from, building, |value| value.checked_sub(area))?;
		Self::change_owner(to, building, |value| value.checked_add(area))
	}

	/// Notes that the accounts or the voting area of `owner` change in this block.
	pub(crate) fn note_change(owner: OwnerId) -> DispatchResult {
		Self::change(Subject::OwnerChanges { owner }, |count| count.checked_add(1)).map(|_| ())
	}

	/// Whether the accounts or the voting area of `owner` changed after `block`. One read.
	pub fn changed_since(owner: OwnerId, block: BlockNumberFor<T>) -> bool {
		let subject: SubjectOf<T> = Subject::OwnerChanges { owner };
		Histories::<T>::get(subject).is_some_and(|history| history.last.block > block)
	}

	fn change_owner(owner: OwnerId, building: BuildingId, change: impl Fn(u64) -> Option<u64>) -> DispatchResult {
		Self::note_change(owner)?;
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

	/// Changes the number of owners who vote in exactly these buildings. Owners who vote in none are not counted.
	fn count_head(set: &BuildingSetOf<T>, change: impl Fn(u64) -> Option<u64>) -> DispatchResult {
		if set.is_empty() {
			return Ok(());
		}
		Self::enter_set(set);
		let subject = Subject::HeadsIn { buildings: set.clone() };
		Self::change(subject.clone(), change)?;
		// An owner who acquires units in several buildings within one block passes through sets that have no owner at
		// its end.
		let now = frame_system::Pallet::<T>::block_number();
		let never = History { earlier: 0, last: Checkpoint { block: now, value: 0 } };
		if Histories::<T>::get(&subject) == Some(never) {
			Histories::<T>::remove(&subject);
			BuildingSets::<T>::remove(set);
		}
		Ok(())
	}

	/// Adds a set to [`BuildingSets`], unless it is a single building: those are looked up directly.
	pub(crate) fn enter_set(set: &BuildingSetOf<T>) {
		if set.len() > 1 && !BuildingSets::<T>::contains_key(set) {
			BuildingSets::<T>::insert(set, ());
		}
	}

	pub(crate) fn change(
		subject: SubjectOf<T>,
		change: impl Fn(u64) -> Option<u64>,
	) -> Result<(u64, u64), DispatchError> {
		let before = Self::value_now(&subject);
		let after = change(before).ok_or(Error::<T>::Overflow)?;
		Self::write(subject, after)?;
		Ok((before, after))
	}

	/// Sets a value as of this block. A second change in the same block overwrites the first: a checkpoint is the value
	/// at the end of its block.
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

	/// The current value, or zero if none was ever written.
	pub(crate) fn value_now(subject: &SubjectOf<T>) -> u64 {
		Histories::<T>::get(subject).map_or(0, |history| history.last.value)
	}

	/// The value at the end of `block`: that of the last checkpoint at or before it, or zero.
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
			// Neither step can overflow: both bounds are at most `earlier`.
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

	/// Sums parts of the community. Cannot saturate: the total was checked when it was written.
	pub(crate) fn sum(values: impl Iterator<Item = u64>) -> u64 {
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
		// Lots add up over the buildings, whatever the sets.
		let countable = buildings.is_none() || HeadsPerLot::<T>::get() || BuildingSets::<T>::count() <= MAX_SETS;
		countable.then(|| Self::totals_at(block, buildings))
	}

	fn totals_in_each(block: BlockNumberFor<T>, parts: &[Buildings]) -> Option<Vec<Power>> {
		let countable = HeadsPerLot::<T>::get() || BuildingSets::<T>::count() <= MAX_SETS;
		countable.then(|| Self::totals_in_each(block, parts))
	}

	fn changed_since(owner: OwnerId, block: BlockNumberFor<T>) -> bool {
		Self::changed_since(owner, block)
	}

	fn kinds_power_at(
		owner: OwnerId,
		block: BlockNumberFor<T>,
		buildings: Option<&[BuildingId]>,
		kinds: UnitKinds,
	) -> Power {
		Self::kinds_power_at(owner, block, buildings, kinds)
	}

	fn kinds_totals_at(block: BlockNumberFor<T>, buildings: Option<&[BuildingId]>, kinds: UnitKinds) -> Option<Power> {
		Self::kinds_totals_at(block, buildings, kinds)
	}

	fn counts_kinds(kinds: UnitKinds) -> bool {
		CountedKinds::<T>::get().contains(&kinds)
	}

	fn developer() -> Option<OwnerId> {
		Developer::<T>::get()
	}

	fn is_manager_staff(account: &T::AccountId) -> bool {
		// One read for each of the few accounts of an owner.
		let others = Self::owner_of(account).and_then(Owners::<T>::get).map(|owner| owner.accounts);
		Self::holds(Role::Manager, account)
			|| others.is_some_and(|others| others.iter().any(|other| Self::holds(Role::Manager, other)))
	}
}

pub(crate) fn each_once(buildings: &[BuildingId]) -> BTreeSet<BuildingId> {
	buildings.iter().copied().collect()
}

/// Owner and unit ids have 32 bits, so the number of owners or lots fits.
pub(crate) fn heads(count: u64) -> u32 {
	u32::try_from(count).unwrap_or(u32::MAX)
}
