// SPDX-License-Identifier: Apache-2.0

//! The sale of a unit (D9): a reading of that day or later is asked for, by which buyer and seller part.

use crate::{Config, Event, Meters, Pallet, UnitMeters, WeightInfo};
use frame_support::{traits::Get, weights::Weight};
use linli_primitives::{
	traits::{Clock, OnUnitSold},
	OwnerId, UnitId,
};

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

	fn weight() -> Weight {
		T::WeightInfo::unit_sold(T::MaxUnitMeters::get())
	}
}
