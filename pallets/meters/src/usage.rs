// SPDX-License-Identifier: Apache-2.0

//! What fees bill: the use of a unit, and what a main meter shows beyond the meters below it (公摊).

use crate::{
	types::{Meter, Place},
	Config, Meters, Pallet, Readings, SubMeters, UnitMeters, WeightInfo,
};
use frame_support::{traits::Get, weights::Weight};
use linli_primitives::{
	search::partition_point,
	traits::{MeteredUse, Use},
	MeterId, Moment, UnitId, Utility,
};

impl<T: Config> Pallet<T> {
	/// The meter's use by its last reading dated before `until`.
	fn use_before(id: MeterId, meter: &Meter<T::AccountId>, until: Moment) -> Option<Use> {
		if meter.last.at < until {
			return Some(Use { total: meter.last.total, at: meter.last.at });
		}
		let reading = |number: u64| u32::try_from(number).ok().and_then(|number| Readings::<T>::get(id, number));
		let before =
			partition_point(meter.readings.into(), |number| reading(number).is_some_and(|found| found.at < until));
		before.checked_sub(1).and_then(reading).map(|found| Use { total: found.total, at: found.at })
	}
}

impl<T: Config> MeteredUse for Pallet<T> {
	/// Meters that were removed count with what they had shown.
	fn used(unit: UnitId, utility: Utility, until: Moment) -> Option<Use> {
		UnitMeters::<T>::get(unit)
			.into_iter()
			.filter_map(|id| Meters::<T>::get(id).map(|meter| (id, meter)))
			.filter(|(_, meter)| meter.utility == utility)
			.filter_map(|(id, meter)| Self::use_before(id, &meter, until))
			.reduce(|sum, next| Use { total: sum.total.saturating_add(next.total), at: sum.at.max(next.at) })
	}

	/// A meter counts from when it came below the main meter: before its installation it has used nothing. Never below
	/// zero, as when the meters below were read later than the main meter.
	fn shared(main: MeterId, until: Moment) -> Option<Use> {
		let meter = Meters::<T>::get(main).filter(|meter| meter.place.unit().is_none())?;
		let Use { total, at } = Self::use_before(main, &meter, until)?;
		let below = SubMeters::<T>::get(main).into_iter().fold(0u64, |sum, id| {
			let sub = Meters::<T>::get(id);
			let used = sub.and_then(|sub| {
				let shown = Self::use_before(id, &sub, until)?;
				Some(shown.total.saturating_sub(sub.base))
			});
			sum.saturating_add(used.unwrap_or(0))
		});
		Some(Use { total: total.saturating_sub(below), at })
	}

	fn measures(main: MeterId) -> Option<Utility> {
		let meter = Meters::<T>::get(main)?;
		matches!(meter.place, Place::Common { .. }).then_some(meter.utility)
	}

	fn weight() -> Weight {
		T::WeightInfo::used(T::MaxUnitMeters::get())
	}

	fn shared_weight() -> Weight {
		T::WeightInfo::shared(T::MaxSubMeters::get())
	}
}
