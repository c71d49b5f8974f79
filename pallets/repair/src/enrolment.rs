// SPDX-License-Identifier: Apache-2.0

//! Enrolment of units in the repair fund, and its rules.

use crate::{
	types::{first_deposit, MAX_RATE},
	Bearing, Config, Error, Event, Known, Pallet, RepairRules, Rules, Shares, UnitBuildings, UnitCounts, UnitShare,
};
use alloc::collections::BTreeSet;
use frame_support::ensure;
use linli_primitives::{traits::OwnersRegister, BuildingId, Fraction, UnitId};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Ensures that the rules are valid.
	pub(crate) fn ensure_rules(rules: &RepairRules) -> DispatchResult {
		let Fraction { numerator, denominator } = rules.threshold;
		ensure!(rules.threshold.is_valid(), Error::<T>::InvalidFraction);
		ensure!(numerator <= denominator, Error::<T>::ThresholdTooHigh);
		let mut kinds = BTreeSet::new();
		ensure!(rules.rates.iter().all(|entry| kinds.insert(entry.kind)), Error::<T>::DuplicateKind);
		ensure!(rules.rates.iter().all(|entry| entry.rate <= MAX_RATE), Error::<T>::RateTooHigh);
		Ok(())
	}

	/// Whether the unit exists and is of a kind that takes part.
	pub(crate) fn takes_part(unit: UnitId) -> bool {
		T::Register::unit(unit).is_some_and(|unit| Rules::<T>::get().rate(unit.kind).is_some())
	}

	/// Enrols the unit with an empty share. Its current area and first deposit stay until the register
	/// corrects, splits or joins it.
	pub(crate) fn do_enrol(unit: UnitId) -> DispatchResult {
		let view = T::Register::unit(unit).ok_or(Error::<T>::UnitNotFound)?;
		ensure!(!UnitBuildings::<T>::contains_key(unit), Error::<T>::AlreadyEnrolled);
		ensure!(view.area > 0, Error::<T>::InvalidArea);
		let rate = Rules::<T>::get().rate(view.kind).ok_or(Error::<T>::InvalidKind)?;
		let first_deposit = first_deposit(view.area, rate).ok_or(Error::<T>::AmountTooLarge)?;
		let order = Known::<T>::get();

		Known::<T>::put(order.checked_add(1).ok_or(Error::<T>::AmountTooLarge)?);
		Self::count_bearer(view.building)?;
		UnitBuildings::<T>::insert(unit, view.building);
		let share =
			UnitShare { area: view.area, first_deposit, balance: 0, order, entry_count: 0, ceased: false, heir: None };
		Shares::<T>::insert(view.building, unit, share);
		Self::deposit_event(Event::Enrolled { unit, building: view.building, area: view.area, first_deposit });
		Ok(())
	}

	/// One share more of the building bears costs.
	pub(crate) fn count_bearer(building: BuildingId) -> DispatchResult {
		let count = UnitCounts::<T>::get(building).checked_add(1).ok_or(Error::<T>::AmountTooLarge)?;
		UnitCounts::<T>::insert(building, count);
		Bearing::<T>::put(Bearing::<T>::get().checked_add(1).ok_or(Error::<T>::AmountTooLarge)?);
		Ok(())
	}

	/// One share less of the building bears costs.
	pub(crate) fn discount_bearer(building: BuildingId) {
		UnitCounts::<T>::mutate_exists(building, |count| {
			*count = count.and_then(|count| count.checked_sub(1)).filter(|count| *count > 0);
		});
		Bearing::<T>::mutate(|count| *count = count.saturating_sub(1));
	}
}
