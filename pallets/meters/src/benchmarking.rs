// SPDX-License-Identifier: Apache-2.0

//! Benchmarks of the calls and of what other pallets ask, each in the worst case.

use super::*;
use crate::types::{Change, Dial, Place, ReadingKind, MAX_READINGS};
use frame_benchmarking::v2::*;
use frame_support::traits::{EnsureOrigin, Get};
use linli_primitives::{
	traits::{MeteredUse, OnUnitSold},
	Commitment, ContentHash, MeterId, UnitId, Utility,
};

/// Setup that the benchmarks need outside of the pallet.
pub trait BenchmarkHelper<AccountId> {
	/// Sets the clock.
	fn set_time(now: Moment);

	/// Adds a unit whose owner has the account `account`.
	fn add_unit(account: &AccountId) -> UnitId;
}

/// 09:30 on 23 November 2026 in UTC+8.
const NOW: Moment = 1_795_397_400_000;

fn dial() -> Dial {
	Dial { serial: Commitment::repeat_byte(1), multiplier: 40, digits: 6, plausibility: 1_000_000 }
}

fn install<T: Config>(place: Place, main: Option<MeterId>) -> MeterId {
	let utility = Utility::Electricity;
	let at = NOW - DAY;
	let new = crate::changes::Installation { place, utility, main, dial: dial(), opening: 0, at, by: None };
	Pallet::<T>::install(new).expect("the meter is valid")
}

/// Makes a meter seem to have as many readings as can be kept. Only the first is stored: each search reads as many
/// items as if all were.
fn age<T: Config>(id: MeterId) {
	Meters::<T>::mutate(id, |meter| {
		if let Some(meter) = meter {
			meter.readings = MAX_READINGS;
		}
	});
}

/// A unit with a meter below a main meter.
fn community<T: Config>() -> (UnitId, MeterId, MeterId) {
	T::BenchmarkHelper::set_time(NOW);
	let owner: T::AccountId = account("owner", 0, 0);
	let unit = T::BenchmarkHelper::add_unit(&owner);
	let main = install::<T>(Place::Common { building: None }, None);
	let meter = install::<T>(Place::Unit(unit), None);
	for _ in 1..T::MaxSubMeters::get() {
		install::<T>(Place::Common { building: None }, Some(main));
	}
	(unit, main, meter)
}

fn manager<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::ManagerOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

/// A meter is installed below the fullest main meter: that reads and writes most.
fn largest<T: Config>() -> Change {
	let (unit, main, _) = community::<T>();
	Change::Install {
		place: Place::Unit(unit),
		utility: Utility::Electricity,
		main: Some(main),
		dial: dial(),
		opening: 1_000,
		at: NOW - 1,
	}
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn propose() -> Result<(), BenchmarkError> {
		let origin = manager::<T>()?;
		let change = largest::<T>();
		// As many lapsed proposals as one call removes.
		for number in 0..4 {
			Pallet::<T>::do_propose(account("proposer", number, 0), change.clone())?;
		}
		for number in 0..4 {
			Proposals::<T>::mutate(number, |proposal| {
				if let Some(proposal) = proposal {
					proposal.since = 0;
				}
			});
		}

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, change);

		assert_eq!(Proposals::<T>::count(), 1);
		Ok(())
	}

	#[benchmark]
	fn confirm() -> Result<(), BenchmarkError> {
		let change = largest::<T>();
		Pallet::<T>::do_propose(account("proposer", 0, 0), change.clone())?;
		let origin = T::ConfirmOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 0, change);

		assert_eq!(Proposals::<T>::count(), 0);
		Ok(())
	}

	#[benchmark]
	fn withdraw() -> Result<(), BenchmarkError> {
		let change = largest::<T>();
		let proposer: T::AccountId = account("proposer", 0, 0);
		Pallet::<T>::do_propose(proposer.clone(), change)?;

		#[extrinsic_call]
		_(frame_system::RawOrigin::Signed(proposer), 0);

		assert_eq!(Proposals::<T>::count(), 0);
		Ok(())
	}

	#[benchmark]
	fn record() -> Result<(), BenchmarkError> {
		let origin = manager::<T>()?;
		let (_, _, meter) = community::<T>();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, meter, 10, NOW);

		assert_eq!(Meters::<T>::get(meter).map(|meter| meter.readings), Some(2));
		Ok(())
	}

	#[benchmark]
	fn reverse() -> Result<(), BenchmarkError> {
		let origin = manager::<T>()?;
		let (_, _, meter) = community::<T>();
		Pallet::<T>::do_record(account("manager", 0, 0), true, meter, 10, NOW)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, meter, 1, ContentHash::repeat_byte(3));

		assert_eq!(Meters::<T>::get(meter).map(|meter| meter.last.kind), Some(ReadingKind::Opening));
		Ok(())
	}

	#[benchmark]
	fn set_device() -> Result<(), BenchmarkError> {
		let origin = manager::<T>()?;
		let (_, _, meter) = community::<T>();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, meter, None);

		Ok(())
	}

	#[benchmark]
	fn used(n: Linear<1, { T::MaxUnitMeters::get() }>) {
		T::BenchmarkHelper::set_time(NOW);
		let owner: T::AccountId = account("owner", 0, 0);
		let unit = T::BenchmarkHelper::add_unit(&owner);
		for _ in 0..n {
			age::<T>(install::<T>(Place::Unit(unit), None));
		}
		let found;
		#[block]
		{
			// Before the last reading: each meter's readings are searched.
			found = <Pallet<T> as MeteredUse>::used_at(unit, Utility::Electricity, NOW - DAY - 1);
		}

		assert!(found.is_some());
	}

	#[benchmark]
	fn shared(n: Linear<1, { T::MaxSubMeters::get() }>) {
		T::BenchmarkHelper::set_time(NOW);
		let main = install::<T>(Place::Common { building: None }, None);
		Meters::<T>::mutate(main, |meter| {
			if let Some(meter) = meter {
				meter.last.at = NOW - DAY - 1;
			}
		});
		for _ in 0..n {
			age::<T>(install::<T>(Place::Common { building: None }, Some(main)));
		}
		let found;
		#[block]
		{
			found = <Pallet<T> as MeteredUse>::shared(main, NOW - DAY);
		}

		assert!(found.is_some());
	}

	#[benchmark]
	fn unit_sold(n: Linear<1, { T::MaxUnitMeters::get() }>) {
		T::BenchmarkHelper::set_time(NOW);
		let owner: T::AccountId = account("owner", 0, 0);
		let unit = T::BenchmarkHelper::add_unit(&owner);
		for _ in 0..n {
			install::<T>(Place::Unit(unit), None);
		}
		#[block]
		{
			<Pallet<T> as OnUnitSold>::unit_sold(unit, 0, 1);
		}

		assert!(Pallet::<T>::unit_meters(unit).iter().all(|view| view.awaits_final_reading));
	}

	#[benchmark]
	fn request_readings(n: Linear<1, { T::MaxUnitMeters::get() }>) {
		T::BenchmarkHelper::set_time(NOW);
		let owner: T::AccountId = account("owner", 0, 0);
		let unit = T::BenchmarkHelper::add_unit(&owner);
		for _ in 0..n {
			install::<T>(Place::Unit(unit), None);
		}

		#[extrinsic_call]
		_(frame_system::RawOrigin::Signed(owner), unit);

		assert!(Pallet::<T>::unit_meters(unit).iter().all(|view| view.awaits_final_reading));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::BuildExt::build(crate::mock::ExtBuilder), crate::mock::Test);
}
