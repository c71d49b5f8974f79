// SPDX-License-Identifier: Apache-2.0

//! Units are split, merged and retired (D47). What is kept for them elsewhere follows through [`Config::OnSold`]. The
//! area does not change by a split or a merger; the heads do where each unit is one.

use crate::*;
use alloc::vec::Vec;
use frame_support::ensure;
use linli_primitives::{
	traits::{OnUnitSold, UnitDues},
	Area, Commitment, UnitId,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_split_unit(unit: UnitId, parts: &[Part]) -> DispatchResult {
		let record = Units::<T>::get(unit).ok_or(Error::<T>::UnitNotFound)?;
		let sum = parts.iter().try_fold(0, |sum: Area, part| sum.checked_add(part.area));
		let is_whole = sum == Some(record.area) && parts.iter().all(|part| part.area > 0);
		ensure!(is_whole && parts.len() > 1, Error::<T>::InvalidParts);
		Self::free_label(record.label);
		let mut units = Vec::new();
		for (place, part) in parts.iter().enumerate() {
			let id = if place == 0 { unit } else { Self::next_unit()? };
			let entered = Unit { area: part.area, label: part.label, ..record };
			Self::enter_unit(id, entered)?;
			Self::count_kinds((place == 0).then_some(&record), Some(&entered))?;
			let is_new_lot = place > 0 && Self::voting_area(record.kind, part.area) > 0;
			Self::replace_lot(record.owner, record.building, false, is_new_lot)?;
			units.push((id, part.area));
		}
		Self::deposit_event(Event::UnitSplit { unit, parts: units.clone() });
		T::OnSold::unit_split(&units)
	}

	pub(crate) fn do_merge_units(into: UnitId, absorbed: Absorbed, label: Commitment) -> DispatchResult {
		let before = Units::<T>::get(into).ok_or(Error::<T>::UnitNotFound)?;
		let mut record = before;
		let in_order = absorbed.is_sorted_by(|one, next| one < next);
		let are_younger = absorbed.first().is_some_and(|first| *first > into);
		ensure!(in_order && are_younger, Error::<T>::InvalidMerger);
		for unit in &absorbed {
			let other = Self::ensure_can_cease(*unit)?;
			let is_alike =
				other.building == record.building && other.kind == record.kind && other.owner == record.owner;
			ensure!(is_alike, Error::<T>::UnitsMismatch);
			T::OnSold::unit_ceases(*unit, Some(into))?;
			Self::replace_lot(other.owner, other.building, Self::voting_area(other.kind, other.area) > 0, false)?;
			Self::count_kinds(Some(&other), None)?;
			Self::remove_unit(*unit, other, Some(into));
			record.area = record.area.checked_add(other.area).ok_or(Error::<T>::Overflow)?;
		}
		Self::free_label(record.label);
		record.label = label;
		Self::count_kinds(Some(&before), Some(&record))?;
		Self::enter_unit(into, record)?;
		Self::deposit_event(Event::UnitsMerged { into, absorbed, area: record.area });
		Ok(())
	}

	pub(crate) fn do_retire_unit(unit: UnitId) -> DispatchResult {
		let record = Self::ensure_can_cease(unit)?;
		T::OnSold::unit_ceases(unit, None)?;
		Self::fit_area(record.building, record.area, 0)?;
		Self::replace_area(record.owner, record.building, Self::voting_area(record.kind, record.area), 0)?;
		Self::count_kinds(Some(&record), None)?;
		Self::remove_unit(unit, record, None);
		Self::deposit_event(Event::UnitRetired { unit });
		Ok(())
	}

	/// The unit, which owes nothing.
	fn ensure_can_cease(unit: UnitId) -> Result<Unit, DispatchError> {
		let record = Units::<T>::get(unit).ok_or(Error::<T>::UnitNotFound)?;
		ensure!(T::Dues::is_settled(unit), Error::<T>::DuesOutstanding);
		Ok(record)
	}

	/// Removes the unit from the register and notes what it was. Its residents are dismissed. Its area is the heir's,
	/// or was taken off before.
	fn remove_unit(unit: UnitId, record: Unit, heir: Option<UnitId>) {
		Self::clear_residents(unit);
		Self::free_label(record.label);
		Units::<T>::remove(unit);
		OwnerUnits::<T>::remove(record.owner, unit);
		CeasedUnits::<T>::insert(unit, CeasedUnit { unit: record, heir });
	}
}
