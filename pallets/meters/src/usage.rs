// SPDX-License-Identifier: Apache-2.0

//! What fees bill: the use of a unit, and what a main meter shows beyond the meters below it (公摊).

use crate::{
	types::{Meter, PastLink, Place, Reading},
	Config, Meters, Pallet, PastLinks, Readings, Revisions, SubMeters, UnitMeters, WeightInfo, UNREAD_TIME,
};
use alloc::vec::Vec;
use frame_support::{traits::Get, weights::Weight};
use linli_primitives::{
	search::partition_point,
	traits::{Clock, LateUse, MeteredUse, Use},
	MeterId, Moment, UnitId, Utility,
};

/// The cumulative use at the moment `at` between two readings, rounded down: use is even in time. Where the second
/// corrects it downwards, what it says was used by then already.
fn between<AccountId>(before: &Reading<AccountId>, after: &Reading<AccountId>, at: Moment) -> u64 {
	let Some(used) = after.total.checked_sub(before.total) else { return after.total };
	let time = u128::from(after.at.saturating_sub(before.at));
	let part = u128::from(used).saturating_mul(at.saturating_sub(before.at).into()).checked_div(time);
	let part = part.and_then(|part| u64::try_from(part).ok()).unwrap_or(used);
	before.total.saturating_add(part)
}

impl<T: Config> Pallet<T> {
	/// How many of the meter's readings are dated before `until`.
	fn count_before(id: MeterId, meter: &Meter<T::AccountId>, until: Moment) -> u64 {
		partition_point(meter.readings.into(), |number| Self::reading(id, number).is_some_and(|found| found.at < until))
	}

	fn reading(id: MeterId, number: u64) -> Option<Reading<T::AccountId>> {
		u32::try_from(number).ok().and_then(|number| Readings::<T>::get(id, number))
	}

	/// The date of the meter's last reading dated before `until`.
	fn read_before(id: MeterId, meter: &Meter<T::AccountId>, until: Moment) -> Option<Moment> {
		if meter.last.at < until {
			return Some(meter.last.at);
		}
		let last = Self::count_before(id, meter, until).checked_sub(1)?;
		Self::reading(id, last).map(|reading| reading.at)
	}

	/// The meter's cumulative use at the moment `at`, in thousandths: before its installation nothing, after its last
	/// reading what that shows. A correction counts for what was before it, too, however much is used later.
	fn total_at(id: MeterId, meter: &Meter<T::AccountId>, at: Moment) -> u64 {
		Self::total_and_read(id, meter, at).0
	}

	/// The same, with the date of the last reading up to then, if there is one.
	fn total_and_read(id: MeterId, meter: &Meter<T::AccountId>, at: Moment) -> (u64, Option<Moment>) {
		if meter.last.at <= at {
			return (meter.last.total, Some(meter.last.at));
		}
		let next = Self::count_before(id, meter, at.saturating_add(1));
		let Some(before) = next.checked_sub(1).and_then(|number| Self::reading(id, number)) else {
			return (0, None);
		};
		let total = Self::reading(id, next).map_or(0, |after| between(&before, &after, at));
		(total.min(meter.corrected_at(at)), Some(before.at))
	}

	/// The unit's meters of `utility`.
	fn meters_of(unit: UnitId, utility: Utility) -> Vec<(MeterId, Meter<T::AccountId>)> {
		UnitMeters::<T>::get(unit)
			.into_iter()
			.filter_map(|id| Meters::<T>::get(id).map(|meter| (id, meter)))
			.filter(|(_, meter)| meter.utility == utility)
			.collect()
	}

	/// Meters that were read last before this moment were not read for [`UNREAD_TIME`].
	fn unread_before() -> Moment {
		T::Clock::moment_of(T::Clock::lived().saturating_sub(UNREAD_TIME))
	}

	fn sum_at(meters: &[(MeterId, Meter<T::AccountId>)], at: Moment) -> u64 {
		meters.iter().fold(0, |sum, (id, meter)| sum.saturating_add(Self::total_at(*id, meter, at)))
	}

	/// What the main meter shows beyond the meters below it at the moment `at`, never below zero.
	fn beyond(main: MeterId, meter: &Meter<T::AccountId>, at: Moment) -> u64 {
		let below = SubMeters::<T>::get(main).into_iter().fold(0u64, |sum, id| {
			let used = Meters::<T>::get(id).map(|sub| Self::total_at(id, &sub, at).saturating_sub(sub.base));
			sum.saturating_add(used.unwrap_or(0))
		});
		let before = PastLinks::<T>::get(main).into_iter().fold(0u64, |sum, PastLink { meter: id, base, end }| {
			let used = Meters::<T>::get(id).map(|sub| Self::total_at(id, &sub, at).min(end).saturating_sub(base));
			sum.saturating_add(used.unwrap_or(0))
		});
		Self::total_at(main, meter, at).saturating_sub(below).saturating_sub(before)
	}

	/// The meter, if it is a common part's.
	fn main_meter(main: MeterId) -> Option<Meter<T::AccountId>> {
		Meters::<T>::get(main).filter(|meter| meter.place.unit().is_none())
	}
}

impl<T: Config> MeteredUse for Pallet<T> {
	/// A meter that was removed holds up nothing, nor does one that was not read for long: it counts with what it had
	/// shown. Once it is read again, it counts up to that reading, also for the time before ([`Self::late`]).
	fn used(unit: UnitId, utility: Utility, until: Moment) -> Option<Use> {
		let meters = Self::meters_of(unit, utility);
		let unread_before = Self::unread_before();
		let (mut covered, mut ended) = (None::<Moment>, None::<Moment>);
		for (id, meter) in &meters {
			let Some(read) = Self::read_before(*id, meter, until) else { continue };
			let has_ended = meter.removed || meter.last.at < unread_before;
			if has_ended && meter.last.at < until {
				ended = ended.max(Some(read));
			} else {
				covered = Some(covered.map_or(read, |covered| covered.min(read)));
			}
		}
		let at = covered.or(ended)?;
		Some(Use { total: Self::sum_at(&meters, at), at })
	}

	/// A unit waits for its meters, if none of them covers the moment, however long ago they were read: then the use
	/// before and after parts by time as ever.
	fn used_at(unit: UnitId, utility: Utility, at: Moment) -> Option<Use> {
		let meters = Self::meters_of(unit, utility);
		let unread_before = Self::unread_before();
		let is_awaited = |meter: &Meter<T::AccountId>| !meter.removed && meter.last.at < at;
		let holds_up = |meter: &Meter<T::AccountId>| is_awaited(meter) && meter.last.at >= unread_before;
		let is_held_up = meters.iter().any(|(_, meter)| holds_up(meter));
		if is_held_up || meters.iter().all(|(_, meter)| is_awaited(meter)) {
			return None;
		}
		let installed = meters.iter().filter_map(|(id, _)| Self::reading(*id, 0)).map(|reading| reading.at).min()?;
		Some(Use { total: Self::sum_at(&meters, at), at: at.max(installed) })
	}

	fn late(unit: UnitId, utility: Utility, billed: Use) -> Option<LateUse> {
		let meters = Self::meters_of(unit, utility);
		// One meter alone is billed up to its last reading.
		if meters.len() < 2 {
			return None;
		}
		let (mut shown, mut since) = (0u64, billed.at);
		for (id, meter) in &meters {
			let (total, read) = Self::total_and_read(*id, meter, billed.at);
			shown = shown.saturating_add(total);
			since = read.map_or(since, |read| since.min(read));
		}
		let used = shown.checked_sub(billed.total).filter(|used| *used > 0 && since < billed.at)?;
		let all = shown.saturating_sub(Self::sum_at(&meters, since)).max(used);
		Some(LateUse { used, since, all })
	}

	fn has_final_readings(unit: UnitId, utility: Utility) -> bool {
		let meters = Self::meters_of(unit, utility);
		meters.iter().all(|(_, meter)| meter.removed || Self::is_read_finally(meter))
	}

	fn shared(main: MeterId, until: Moment) -> Option<Use> {
		let meter = Self::main_meter(main)?;
		let at = Self::read_before(main, &meter, until)?;
		Some(Use { total: Self::beyond(main, &meter, at), at })
	}

	fn shared_at(main: MeterId, at: Moment) -> Option<Use> {
		let meter = Self::main_meter(main).filter(|meter| meter.removed || meter.last.at >= at)?;
		let installed = Self::reading(main, 0)?.at;
		Some(Use { total: Self::beyond(main, &meter, at), at: at.max(installed) })
	}

	fn revision(main: MeterId) -> u32 {
		Revisions::<T>::get(main)
	}

	fn measures(main: MeterId) -> Option<Utility> {
		let meter = Meters::<T>::get(main)?;
		matches!(meter.place, Place::Common { .. }).then_some(meter.utility)
	}

	/// Two searches in each meter's readings: up to when it was read, and what it had shown at the common moment.
	fn weight() -> Weight {
		Self::weight_at().saturating_mul(2)
	}

	fn weight_at() -> Weight {
		// The readings, and the clock, with a search among the standstills.
		T::WeightInfo::used(T::MaxUnitMeters::get()).saturating_add(T::DbWeight::get().reads(16))
	}

	fn shared_weight() -> Weight {
		T::WeightInfo::shared(T::MaxSubMeters::get())
	}
}
