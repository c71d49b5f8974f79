// SPDX-License-Identifier: Apache-2.0

//! Meter readings (D17). They never fall; a wrong one can be reversed until a bill is based on it.
//!
//! A meter's first reading is its baseline and is not billed. When a period begins, the consumption up to then that no
//! earlier bill included is billed.

use crate::{
	types::{Meter, Reading, MAX_READING},
	Charges, Config, Error, Event, Meters, Pallet,
};
use frame_support::{ensure, BoundedVec};
use linli_primitives::{
	traits::{Clock, OwnersRegister},
	ChargeId, ContentHash, UnitId,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// See [`Pallet::record_reading`].
	pub(crate) fn do_record_reading(by: T::AccountId, unit: UnitId, charge: ChargeId, value: u64) -> DispatchResult {
		let terms = Charges::<T>::get(charge).ok_or(Error::<T>::ChargeNotFound)?.terms;
		ensure!(terms.is_metered() && Self::is_live(charge), Error::<T>::NotMetered);
		let view = T::Register::unit(unit).ok_or(Error::<T>::UnitNotFound)?;
		ensure!(terms.covers(&view), Error::<T>::NotMetered);
		ensure!(value <= MAX_READING, Error::<T>::ReadingTooLarge);
		let mut meter = Meters::<T>::get(unit, charge).unwrap_or_default();
		ensure!(meter.latest().is_none_or(|latest| value >= latest), Error::<T>::ReadingTooLow);
		let reading = Reading { value, moment: T::Clock::now(), by: by.clone() };
		if let Err(reading) = meter.recent.try_push(reading) {
			// The oldest reading becomes final.
			meter.billed = meter.base();
			meter.settled = meter.recent.first().map(|oldest| oldest.value);
			meter.recent = BoundedVec::truncate_from(meter.recent.into_iter().skip(1).chain([reading]).collect());
		}
		Meters::<T>::insert(unit, charge, meter);
		Self::deposit_event(Event::ReadingRecorded { unit, charge, value, by });
		Ok(())
	}

	/// See [`Pallet::reverse_reading`].
	pub(crate) fn do_reverse_reading(
		by: T::AccountId,
		unit: UnitId,
		charge: ChargeId,
		reason: ContentHash,
	) -> DispatchResult {
		let mut meter = Meters::<T>::get(unit, charge).ok_or(Error::<T>::ReadingNotFound)?;
		let reading = meter.recent.pop().ok_or(Error::<T>::ReadingNotFound)?;
		if meter == Meter::default() {
			Meters::<T>::remove(unit, charge);
		} else {
			Meters::<T>::insert(unit, charge, meter);
		}
		Self::deposit_event(Event::ReadingReversed { unit, charge, value: reading.value, by, reason });
		Ok(())
	}
}
