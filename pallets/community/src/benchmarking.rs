// SPDX-License-Identifier: Apache-2.0

//! What the calls cost, measured.

#![allow(clippy::expect_used)] // Benchmarks are no part of the chain.

use super::*;
use frame_benchmarking::v2::*;
use frame_support::traits::EnsureOrigin;
use linli_primitives::{
	calendar::{Calendar, MAX_SWITCHES},
	traits::Clock,
	Period, PeriodKind, UtcOffset,
};

/// What benchmarks need of the runtime.
pub trait BenchmarkHelper {
	/// Seats as large a committee as can be.
	fn seat_committee();
}

/// A calendar that was changed as often as it can be but once, and changes once more; the month after, and a moment
/// before that change.
fn eventful() -> (Calendar, Period, linli_primitives::Moment) {
	let mut calendar = Calendar::default();
	let mut month = Period { year: 2026, month: 1 };
	let mut now = 0;
	for number in 0..MAX_SWITCHES {
		now = calendar.switches().last().map_or(0, |switch| switch.at);
		let minutes = if number.is_multiple_of(2) { -840 } else { 840 };
		let offset = UtcOffset::from_minutes(minutes).expect("clocks show it");
		calendar = calendar.schedule(month, offset, now).expect("there is room");
		month = month.next(PeriodKind::Month).expect("years go on");
	}
	(calendar, month, now)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn set_utc_offset() -> Result<(), BenchmarkError> {
		let (calendar, month, now) = eventful();
		UtcOffsets::<T>::put(calendar);
		T::Clock::set(now);
		let origin = T::FactsOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;
		let offset = UtcOffset::from_minutes(0).ok_or("clocks show it")?;

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

	impl_benchmark_test_suite!(Pallet, crate::mock::ExtBuilder::default().build(), crate::mock::Test);
}
