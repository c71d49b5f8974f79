// SPDX-License-Identifier: Apache-2.0

//! The chain's clock, and the lived time that it has shown: see [`Clock`].

use crate::{types::ClockState, Config, Event, LivedClock, Pallet, Standstill, StandstillLimit, Standstills};
use alloc::vec::Vec;
use frame_support::traits::{OnTimestampSet, Time};
use linli_primitives::{search::partition_point, traits::Clock, Moment};

/// The maximum number of standstills that one query returns.
pub const STANDSTILLS_PAGE: u32 = 100;

/// Notes the time of each block, before its transactions.
impl<T: Config> OnTimestampSet<Moment> for Pallet<T> {
	fn on_timestamp_set(now: Moment) {
		let mut clock = LivedClock::<T>::get();
		if let Some(standstill) = clock.advance(now, StandstillLimit::<T>::get()) {
			Standstills::<T>::insert(clock.standstills.saturating_sub(1), standstill);
			let Standstill { from, until, .. } = standstill;
			Self::deposit_event(Event::StoodStill { from, until });
		}
		LivedClock::<T>::put(clock);
	}
}

impl<T: Config> Clock for Pallet<T> {
	fn now() -> Moment {
		T::Time::now()
	}

	fn lived() -> Moment {
		Self::now().saturating_sub(LivedClock::<T>::get().stood_still)
	}

	fn moment_of(lived: Moment) -> Moment {
		let before = Self::last_standstill(|standstill| standstill.lived() < lived);
		lived.saturating_add(before.map_or(0, |standstill| standstill.total))
	}

	fn lived_at(moment: Moment) -> Moment {
		match Self::last_standstill(|standstill| standstill.from < moment) {
			// In it or after it.
			Some(standstill) => moment.max(standstill.until).saturating_sub(standstill.total),
			None => moment,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// The last standstill for which `is_before` holds; it holds for all those before it. Reads one entry for each
	/// doubling of their number: a chain whose machine is off at night has 365 a year.
	fn last_standstill(is_before: impl Fn(&Standstill) -> bool) -> Option<Standstill> {
		let get = |index: u64| u32::try_from(index).ok().and_then(Standstills::<T>::get);
		let count = LivedClock::<T>::get().standstills;
		let after = partition_point(count.into(), |index| get(index).is_some_and(|standstill| is_before(&standstill)));
		get(after.checked_sub(1)?)
	}

	/// See [`crate::api::CommunityApi::clock`].
	pub fn clock() -> ClockState {
		LivedClock::<T>::get()
	}

	/// See [`crate::api::CommunityApi::standstills`].
	pub fn standstills(first: u32, count: u32) -> Vec<Standstill> {
		let end = first.saturating_add(count.min(STANDSTILLS_PAGE)).min(LivedClock::<T>::get().standstills);
		(first..end).filter_map(Standstills::<T>::get).collect()
	}
}
