// SPDX-License-Identifier: Apache-2.0

//! Voting power by units of some kinds, for decisions in which only these take part (D28), such as all units but
//! garages.
//!
//! A register counts a few sets of kinds apart, fixed at genesis. To count every set would multiply the checkpoints of
//! each unit for sets that no rule book names, and one that is added later would have no past. Each quantity has a
//! history as in [`crate::power`], so that a look-up costs the same.
//!
//! The heads in several buildings are the sum over them where each unit is a head. Where owners are, one with units in
//! two buildings would count twice: such an electorate is refused.

use crate::*;
use frame_support::{traits::Get, weights::Weight};
use frame_system::pallet_prelude::BlockNumberFor;
use linli_primitives::{BuildingId, OwnerId, Power, UnitKinds, MAX_COUNTED_KINDS};
use sp_runtime::DispatchResult;

/// The quantities of one set of kinds that change when a unit passes from one owner to another: area and heads of the
/// community and of the building, of either owner in both, and the changes of either owner.
const QUANTITIES: u64 = 14;

impl<T: Config> Pallet<T> {
	/// A unit was `before`, and is `after` from now on; `None` where there is no such unit.
	pub(crate) fn count_kinds(before: Option<&Unit>, after: Option<&Unit>) -> DispatchResult {
		if before == after {
			return Ok(());
		}
		for kinds in CountedKinds::<T>::get() {
			// Of a unit that is new or ceases, the whole voting area changes, with which it is noted.
			if let (Some(before), Some(after)) = (before, after) {
				Self::note_change(before.owner)?;
				Self::note_change(after.owner)?;
			}
			if let Some(unit) = before.filter(|unit| kinds.contains(unit.kind)) {
				Self::count_unit(kinds, unit, false)?;
			}
			if let Some(unit) = after.filter(|unit| kinds.contains(unit.kind)) {
				Self::count_unit(kinds, unit, true)?;
			}
		}
		Ok(())
	}

	/// The weight of [`Self::count_kinds`] for so many units.
	pub(crate) fn kinds_weight(units: u32) -> Weight {
		let changes = QUANTITIES.saturating_mul(MAX_COUNTED_KINDS.into()).saturating_mul(units.into());
		T::DbWeight::get().reads_writes(changes, changes.saturating_mul(2))
	}

	/// Adds a unit to the quantities of these kinds, or takes it off.
	fn count_unit(kinds: UnitKinds, unit: &Unit, added: bool) -> DispatchResult {
		let Unit { owner, area, .. } = *unit;
		let by_lot = HeadsPerLot::<T>::get();
		let shift = |value: u64, by: u64| if added { value.checked_add(by) } else { value.checked_sub(by) };
		for building in [None, Some(unit.building)] {
			let subject = |owner: Option<OwnerId>, measure: Measure| -> SubjectOf<T> {
				Subject::OfKinds { kinds, owner, building, measure }
			};
			Self::change(subject(None, Measure::Area), |value| shift(value, area))?;
			let (before, after) = Self::change(subject(Some(owner), Measure::Area), |value| shift(value, area))?;
			if by_lot {
				Self::change(subject(Some(owner), Measure::Heads), |value| shift(value, 1))?;
			}
			// No unit has zero area, so an owner without area has no such unit.
			if by_lot || (before == 0) != (after == 0) {
				Self::change(subject(None, Measure::Heads), |value| shift(value, 1))?;
			}
		}
		Ok(())
	}

	/// The power of `owner` at the end of `block` by units of these kinds, in the whole community or in some buildings.
	/// For a future block, the current power is returned. Zero by kinds that are not counted.
	pub fn kinds_power_at(
		owner: OwnerId,
		block: BlockNumberFor<T>,
		buildings: Option<&[BuildingId]>,
		kinds: UnitKinds,
	) -> Power {
		let value = |measure| Self::kinds_value_at(kinds, Some(owner), measure, block, buildings);
		let area = value(Measure::Area);
		let count = if HeadsPerLot::<T>::get() { value(Measure::Heads) } else { u64::from(area > 0) };
		Power { area, heads: power::heads(count) }
	}

	/// The power of all owners at the end of `block` by units of these kinds, in the whole community or in some
	/// buildings. `None` if these kinds are not counted, or where heads are owners, in other than one building.
	pub fn kinds_totals_at(
		block: BlockNumberFor<T>,
		buildings: Option<&[BuildingId]>,
		kinds: UnitKinds,
	) -> Option<Power> {
		let is_one_place = buildings.is_none_or(|buildings| power::each_once(buildings).len() == 1);
		let is_countable = CountedKinds::<T>::get().contains(&kinds) && (is_one_place || HeadsPerLot::<T>::get());
		let value = |measure| Self::kinds_value_at(kinds, None, measure, block, buildings);
		is_countable.then(|| Power { area: value(Measure::Area), heads: power::heads(value(Measure::Heads)) })
	}

	fn kinds_value_at(
		kinds: UnitKinds,
		owner: Option<OwnerId>,
		measure: Measure,
		block: BlockNumberFor<T>,
		buildings: Option<&[BuildingId]>,
	) -> u64 {
		let value = |building| Self::value_at(&Subject::OfKinds { kinds, owner, building, measure }, block);
		match buildings {
			None => value(None),
			Some(buildings) => Self::sum(power::each_once(buildings).into_iter().map(|building| value(Some(building)))),
		}
	}
}
