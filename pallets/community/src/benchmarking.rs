// SPDX-License-Identifier: Apache-2.0

//! Benchmarks of the calls.

#![allow(clippy::expect_used, reason = "benchmarks do not run on chain")]

use super::*;
use frame_benchmarking::v2::*;
use frame_support::traits::{EnsureOrigin, OnTimestampSet};
use linli_primitives::{
	calendar::{Calendar, MAX_SWITCHES},
	Moment, Period, PeriodKind, UtcOffset,
};

/// Set-up outside the pallet for benchmarks.
pub trait BenchmarkHelper {
	/// Sets the time to `now`, in ms since 1970.
	fn set_time(now: Moment);

	/// Seats a committee of maximum size.
	fn seat_committee();
}

/// A calendar with the maximum number of changes, of which the last is still scheduled; the month after that change;
/// and a moment before it.
fn full_calendar() -> (Calendar, Period, Moment) {
	let mut calendar = Calendar::default();
	let mut month = Period { year: 2026, month: 1 };
	let mut now = 0;
	for number in 0..MAX_SWITCHES {
		now = calendar.switches().last().map_or(0, |switch| switch.at);
		let minutes = if number.is_multiple_of(2) { -840 } else { 840 };
		let offset = UtcOffset::from_minutes(minutes).expect("the offset is in range");
		calendar = calendar.schedule(month, offset, now).expect("there is room");
		month = month.next(PeriodKind::Month).expect("the calendar has a next month");
	}
	(calendar, month, now)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn set_utc_offset() -> Result<(), BenchmarkError> {
		let (calendar, month, now) = full_calendar();
		UtcOffsets::<T>::put(calendar);
		T::BenchmarkHelper::set_time(now);
		let origin = T::FactsOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		let offset = UtcOffset::from_minutes(0).ok_or("the offset is in range")?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, month, offset);

		assert_eq!(UtcOffsets::<T>::get().scheduled(now).map(|switch| switch.offset), Some(offset));
		Ok(())
	}

	#[benchmark]
	fn hand_over() -> Result<(), BenchmarkError> {
		T::BenchmarkHelper::seat_committee();
		let origin = T::ChainOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);

		assert!(IsHandedOver::<T>::get());
		Ok(())
	}

	#[benchmark]
	fn authorize_upgrade() -> Result<(), BenchmarkError> {
		let origin = T::ChainOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, T::Hash::default());

		assert!(frame_system::Pallet::<T>::authorized_upgrade().is_some());
		Ok(())
	}

	#[benchmark]
	fn note_time() {
		let standstill = StandstillLimit::<T>::get().saturating_add(1);
		Pallet::<T>::on_timestamp_set(1);

		#[block]
		{
			Pallet::<T>::on_timestamp_set(standstill.saturating_add(1));
		}

		assert_eq!(LivedClock::<T>::get().standstills, 1);
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::BuildExt::build(crate::mock::ExtBuilder::default()),
		crate::mock::Test
	);
}
