// SPDX-License-Identifier: Apache-2.0

//! The sale of a unit (D9): a reading of that day or later is asked for, by which buyer and seller part.

use crate::{Config, Error, Event, Meters, Pallet, UnitMeters, WeightInfo};
use frame_support::{ensure, traits::Get, weights::Weight};
use linli_primitives::{
	traits::{Clock, OnUnitSold},
	MeterId, OwnerId, UnitId,
};
use sp_runtime::DispatchResult;

impl<T: Config> OnUnitSold for Pallet<T> {
	/// Asks for a final reading of each of the unit's meters, of which there are at most [`Config::MaxUnitMeters`].
	fn unit_sold(unit: UnitId, _seller: OwnerId, _buyer: OwnerId) {
		let now = T::Clock::now();
		for id in UnitMeters::<T>::get(unit) {
			let Some(mut meter) = Meters::<T>::get(id).filter(|meter| !meter.removed) else { continue };
			meter.sold = Some(now);
			Meters::<T>::insert(id, meter);
			Self::deposit_event(Event::FinalReadingRequested { unit, meter: id });
		}
	}

	/// A unit's meters are removed first, with a closing reading, and installed anew where they are from now on. Those
	/// of a unit that is split stay with the unit that keeps its id.
	fn unit_ceases(unit: UnitId, _heir: Option<UnitId>) -> DispatchResult {
		let is_in_use = |id: &MeterId| Meters::<T>::get(id).is_some_and(|meter| !meter.removed);
		ensure!(!UnitMeters::<T>::get(unit).iter().any(is_in_use), Error::<T>::MetersLeft);
		Ok(())
	}

	fn weight() -> Weight {
		T::WeightInfo::unit_sold(T::MaxUnitMeters::get())
	}
}
