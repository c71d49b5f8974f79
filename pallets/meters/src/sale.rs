// SPDX-License-Identifier: Apache-2.0

//! Final readings (D9): asked for before a sale, so that the seller's final bill rests on them, and again at the sale
//! itself, by which buyer and seller part. Nobody's silence holds up a final bill for ever (D54).

use crate::{
	types::{AwaitedReading, FinalRequest, Meter},
	Config, Error, Event, Meters, NextMeter, Pallet, UnitMeters, WeightInfo, FINAL_READING_AGE, FINAL_READING_TIME,
	PAGE,
};
use alloc::vec::Vec;
use frame_support::{ensure, traits::Get, weights::Weight};
use linli_primitives::{
	traits::{Clock, OnUnitSold, OwnersRegister},
	LivedWindow, MeterId, OwnerId, UnitId,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// See [`Pallet::request_readings`]. A request that waits is not made again, so that it runs out in the end.
	pub(crate) fn do_request_readings(unit: UnitId) -> DispatchResult {
		ensure!(T::Register::unit(unit).is_some(), Error::<T>::UnitNotFound);
		let in_use: Vec<_> = Self::in_use_of(unit).collect();
		ensure!(!in_use.is_empty(), Error::<T>::MeterNotFound);
		let mut is_new = false;
		for (id, meter) in in_use.into_iter().filter(|(_, meter)| !meter.awaits_final_reading()) {
			Self::ask(unit, id, meter);
			is_new = true;
		}
		ensure!(is_new, Error::<T>::ReadingsAlreadyRequested);
		Ok(())
	}

	/// The unit's meters in use, of which there are at most [`Config::MaxUnitMeters`].
	fn in_use_of(unit: UnitId) -> impl Iterator<Item = (MeterId, Meter<T::AccountId>)> {
		let meters = UnitMeters::<T>::get(unit).into_iter();
		meters.filter_map(|id| Meters::<T>::get(id).filter(|meter| !meter.removed).map(|meter| (id, meter)))
	}

	fn ask(unit: UnitId, id: MeterId, mut meter: Meter<T::AccountId>) {
		meter.requested = Some(FinalRequest { at: T::Clock::now(), lived: T::Clock::lived() });
		Meters::<T>::insert(id, meter);
		Self::deposit_event(Event::FinalReadingRequested { unit, meter: id });
	}

	fn window(request: FinalRequest) -> LivedWindow {
		LivedWindow::new(request.lived, FINAL_READING_TIME)
	}

	/// Whether a final bill can rest on the meter's last reading: it is recent, or nobody has made a newer one for so
	/// long after it was asked for.
	pub(crate) fn is_read_finally(meter: &Meter<T::AccountId>) -> bool {
		let is_recent = meter.last.at >= T::Clock::now().saturating_sub(FINAL_READING_AGE);
		let has_waited = |request| Self::window(request).is_over::<T::Clock>();
		is_recent || (meter.awaits_final_reading() && meter.requested.is_some_and(has_waited))
	}

	/// See [`crate::api::MetersApi::awaited`].
	pub fn awaited(from: MeterId, count: u32) -> Vec<AwaitedReading> {
		let awaited = |id: MeterId| {
			let meter = Meters::<T>::get(id).filter(|meter| meter.awaits_final_reading())?;
			let (unit, request) = (meter.place.unit()?, meter.requested?);
			let until = Self::window(request).until::<T::Clock>();
			Some(AwaitedReading { unit, meter: id, asked: request.at, until })
		};
		let count = usize::try_from(count.min(PAGE)).unwrap_or(usize::MAX);
		(from..NextMeter::<T>::get()).filter_map(awaited).take(count).collect()
	}
}

impl<T: Config> OnUnitSold for Pallet<T> {
	/// Asks for a final reading of each of the unit's meters, of this moment or later.
	fn unit_sold(unit: UnitId, _seller: OwnerId, _buyer: OwnerId) {
		for (id, meter) in Self::in_use_of(unit) {
			Self::ask(unit, id, meter);
		}
	}

	/// A unit's meters are removed first, with a closing reading, and installed anew where they are from now on. Those
	/// of a unit that is split stay with the unit that keeps its id.
	fn unit_ceases(unit: UnitId, _heir: Option<UnitId>) -> DispatchResult {
		ensure!(Self::in_use_of(unit).next().is_none(), Error::<T>::MetersLeft);
		Ok(())
	}

	fn weight() -> Weight {
		// Besides what is measured, the lived time, with a search among the standstills.
		T::WeightInfo::unit_sold(T::MaxUnitMeters::get()).saturating_add(T::DbWeight::get().reads(1))
	}
}
