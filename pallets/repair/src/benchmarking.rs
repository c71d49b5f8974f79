// SPDX-License-Identifier: Apache-2.0

//! Benchmarks of the calls and of the divisions made for other pallets, each in the worst case.

use super::*;
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{EnsureOrigin, Get},
	BoundedVec,
};
use frame_system::RawOrigin;
use linli_primitives::{
	split::largest_remainder,
	traits::{FundLedger, OnUnitSold, RepairShares},
	Area, BuildingId, Buildings, Cause, Fen, Fraction, PotId, UnitId, UnitKind, MAX_BUILDINGS,
};
use sp_runtime::DispatchResult;

/// Setup that the benchmarks need outside of the pallet.
pub trait BenchmarkHelper<AccountId> {
	/// Ensures that the pot exists and that its next entry is the first of a month, which is the worst case.
	fn ensure_pot(pot: PotId) -> DispatchResult;

	/// Adds a unit of `area` (0.01 m²) whose owner has the account `account`.
	fn add_unit(account: &AccountId, kind: UnitKind, area: Area) -> UnitId;
}

/// A sum large enough for every benchmark, of which every unit gets a part.
const PLENTY: Fen = 1_000_000_000;

const BUILDING: BuildingId = 0;

/// The maximum number of buildings. All units are in the first; the others are looked up in vain.
fn buildings() -> Option<Buildings> {
	let buildings = (0..MAX_BUILDINGS).filter_map(|building| BuildingId::try_from(building).ok());
	Some(BoundedVec::truncate_from(buildings.collect()))
}

/// Irregular areas, so that there are remainders to sort.
fn area(unit: UnitId) -> Area {
	Area::from(unit % 97) * 101 + 5_003
}

impl<T: Config> Pallet<T> {
	/// Ensures, also for benchmarks of other pallets, that exactly `units` units are enrolled, all in building 0, and
	/// that the repair pot has `amount` fen that belong to them.
	pub fn set_up(units: u32, amount: Fen) {
		let _ = Shares::<T>::clear(u32::MAX, None);
		let _ = UnitBuildings::<T>::clear(u32::MAX, None);
		let _ = UnitCounts::<T>::clear(u32::MAX, None);
		let _ = Statements::<T>::clear(u32::MAX, None);
		let _ = Levies::<T>::clear(u32::MAX, None);
		let areas: Vec<_> = (0..units).map(area).collect();
		let parts = largest_remainder(amount, &areas).unwrap_or_default();
		for ((unit, area), part) in (0..units).zip(areas).zip(parts) {
			let mut share = UnitShare {
				area,
				first_deposit: PLENTY,
				balance: 0,
				order: unit,
				entry_count: 0,
				ceased: false,
				heir: None,
			};
			if part > 0 {
				let rise = Self::rise(part).expect("a part of a sum that fits");
				let (cause, entry) = (Cause::RepairDeposit { unit }, Some(unit.into()));
				assert!(Self::enter(unit, &mut share, 0, cause, entry, rise).is_ok());
			}
			Shares::<T>::insert(BUILDING, unit, share);
			UnitBuildings::<T>::insert(unit, BUILDING);
		}
		UnitCounts::<T>::insert(BUILDING, units);
		Known::<T>::put(units);
		Bearing::<T>::put(units);
		add_money::<T>(amount);
		TotalShares::<T>::put(amount);
	}
}

/// Adds undistributed money to the pot.
fn add_money<T: Config>(amount: Fen) {
	let pot = T::RepairPot::get();
	assert!(T::BenchmarkHelper::ensure_pot(pot).is_ok());
	if amount > 0 {
		assert!(T::Ledger::issue(pot, amount, Cause::Donation).is_ok());
	}
}

fn origin<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::DecisionOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

/// Rules by which all kinds take part.
fn rules() -> RepairRules {
	let rates = UnitKind::ALL.map(|kind| KindRate { kind, rate: 9_999 });
	RepairRules { rates: BoundedVec::truncate_from(rates.to_vec()), threshold: Fraction::new(1, 3) }
}

/// Returns an account with money and a unit that is not enrolled, of the last kind in the rules.
fn resident<T: Config>() -> (T::AccountId, UnitId) {
	Rules::<T>::put(rules());
	let account: T::AccountId = whitelisted_caller();
	let unit = T::BenchmarkHelper::add_unit(&account, UnitKind::Storage, 9_803);
	add_money::<T>(PLENTY);
	assert!(T::Ledger::withdraw(T::RepairPot::get(), &account, PLENTY, Cause::Donation).is_ok());
	assert!(T::BenchmarkHelper::ensure_pot(T::RepairPot::get()).is_ok());
	(account, unit)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn set_rules() -> Result<(), BenchmarkError> {
		let origin = origin::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, rules());

		assert_eq!(Rules::<T>::get(), rules());
		Ok(())
	}

	#[benchmark]
	fn enrol() {
		let (account, unit) = resident::<T>();
		let before = Known::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(account), unit);

		assert_eq!(Known::<T>::get(), before + 1);
	}

	#[benchmark]
	fn release_share() -> Result<(), BenchmarkError> {
		let origin = origin::<T>()?;
		let (account, unit) = resident::<T>();
		Pallet::<T>::do_enrol(unit)?;
		Pallet::<T>::deposit(RawOrigin::Signed(account).into(), unit, 1_000)?;
		<Pallet<T> as OnUnitSold>::unit_ceases(unit, None)?;
		let before = TotalShares::<T>::get();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, unit);

		assert_eq!(TotalShares::<T>::get(), before - 1_000);
		Ok(())
	}

	#[benchmark]
	fn deposit() -> Result<(), BenchmarkError> {
		let (account, unit) = resident::<T>();
		Pallet::<T>::do_enrol(unit)?;
		let before = TotalShares::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(account), unit, 1_000);

		assert_eq!(TotalShares::<T>::get(), before + 1_000);
		Ok(())
	}

	#[benchmark]
	fn distribute(n: Linear<1, { T::MaxUnits::get() }>) -> Result<(), BenchmarkError> {
		let origin = origin::<T>()?;
		Pallet::<T>::set_up(n, PLENTY);
		add_money::<T>(PLENTY);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, PLENTY, n);

		assert_eq!(TotalShares::<T>::get(), 2 * PLENTY);
		Ok(())
	}

	#[benchmark]
	fn charge(n: Linear<1, { T::MaxUnits::get() }>) -> Result<(), BenchmarkError> {
		Pallet::<T>::set_up(n, PLENTY);
		let bearers;
		#[block]
		{
			bearers = <Pallet<T> as RepairShares>::charge(buildings(), PLENTY, Cause::Expense { expense: 0 })?;
		}

		assert_eq!(bearers.units, n);
		assert_eq!(TotalShares::<T>::get(), 0);
		Ok(())
	}

	#[benchmark]
	fn give_back(n: Linear<1, { T::MaxUnits::get() }>) -> Result<(), BenchmarkError> {
		Pallet::<T>::set_up(n, PLENTY);
		let cause = Cause::Project { project: 0 };
		let bearers = <Pallet<T> as RepairShares>::charge(buildings(), PLENTY, cause)?;

		#[block]
		{
			<Pallet<T> as RepairShares>::give_back(&bearers, 0, PLENTY, cause)?;
		}

		assert_eq!(TotalShares::<T>::get(), PLENTY);
		Ok(())
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::BuildExt::build(crate::mock::ExtBuilder::default()),
		crate::mock::Test
	);
}
