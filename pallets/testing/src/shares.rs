// SPDX-License-Identifier: Apache-2.0

//! A repair fund that keeps shares and no more.

use crate::{AccountId, REPAIR};
use core::marker::PhantomData;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult, ValueQuery, Weight},
	storage_alias,
	traits::fungible::Inspect,
	Twox64Concat,
};
use linli_primitives::{
	split::largest_remainder,
	traits::{Bearers, FundLedger, PotShares, RepairShares},
	Area, BuildingId, Buildings, Cause, EntryId, Fen, PotId, UnitId,
};

/// Units that own the money in pot [`REPAIR`] of `Ledger`, which keeps it in `Currency`. A cost is divided by area, as it
/// is in the real one; nothing is enrolled, paid in or levied.
pub struct UnitShares<Currency, Ledger>(PhantomData<(Currency, Ledger)>);

/// Of each unit: its building, its area, and how many fen are its.
#[storage_alias]
type Units = StorageMap<TestShares, Twox64Concat, UnitId, (BuildingId, Area, i128)>;

/// How many fen of the pot belong to units.
#[storage_alias]
type Belonging = StorageValue<TestShares, Fen, ValueQuery>;

/// Why costs were divided.
#[storage_alias]
type Causes = StorageValue<TestShares, Vec<Cause>, ValueQuery>;

impl<Currency, Ledger> UnitShares<Currency, Ledger> {
	/// Adds a unit with a share.
	pub fn add(unit: UnitId, building: BuildingId, area: Area, share: Fen) {
		Units::insert(unit, (building, area, signed(share)));
		Belonging::mutate(|sum| *sum += share);
	}

	/// A unit's share.
	pub fn share(unit: UnitId) -> i128 {
		Units::get(unit).expect("the unit has a share").2
	}

	/// How many units a building has, and their shares together.
	pub fn building(building: BuildingId) -> (u32, i128) {
		let units = related(Some(&[building]));
		(units.len() as u32, units.iter().map(|(_, (.., share))| share).sum())
	}

	/// How many fen belong to units.
	pub fn belonging() -> Fen {
		Belonging::get()
	}

	/// Why costs were divided.
	pub fn causes() -> Vec<Cause> {
		Causes::get()
	}
}

fn signed(amount: Fen) -> i128 {
	i128::try_from(amount).expect("tests move less")
}

fn related(buildings: Option<&[BuildingId]>) -> Vec<(UnitId, (BuildingId, Area, i128))> {
	let mut units: Vec<_> = Units::iter()
		.filter(|(_, (building, ..))| buildings.is_none_or(|buildings| buildings.contains(building)))
		.collect();
	units.sort();
	units
}

fn divide(buildings: Option<&[BuildingId]>, amount: Fen, sign: i128) {
	let units = related(buildings);
	let areas: Vec<_> = units.iter().map(|(_, (_, area, _))| *area).collect();
	let parts = largest_remainder(amount, &areas).expect("there is somebody to bear it");
	for ((unit, (building, area, share)), part) in units.into_iter().zip(parts) {
		Units::insert(unit, (building, area, share + sign * signed(part)));
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl<Currency, Ledger: FundLedger<AccountId>> UnitShares<Currency, Ledger> {
	/// Puts `amount` into the pot, which belongs to `units` units of building 0 and no others.
	pub fn set_up(units: u32, amount: Fen) {
		let _ = Units::clear(u32::MAX, None);
		Belonging::kill();
		Ledger::issue(REPAIR, amount, Cause::Donation).expect("the pot exists");
		for unit in 0..units {
			Self::add(unit, 0, 9_000, if unit == 0 { amount } else { 0 });
		}
	}
}

impl<Currency, Ledger> RepairShares for UnitShares<Currency, Ledger>
where
	Currency: Inspect<AccountId, Balance = Fen>,
	Ledger: FundLedger<AccountId>,
{
	fn pot() -> PotId {
		REPAIR
	}

	fn related_units(buildings: Option<&[BuildingId]>) -> u32 {
		related(buildings).len() as u32
	}

	fn charge(buildings: Option<Buildings>, amount: Fen, cause: Cause) -> Result<Bearers, DispatchError> {
		let list = buildings.as_ref().map(|list| list.as_slice());
		let units = related(list);
		ensure!(!units.is_empty(), DispatchError::Other("no unit is related"));
		let sum: i128 = units.iter().map(|(_, (.., share))| share).sum();
		ensure!(sum >= signed(amount), DispatchError::Other("shares too low"));
		divide(list, amount, -1);
		Belonging::mutate(|sum| *sum -= amount);
		Causes::append(cause);
		let (known, units) = (Units::iter().count() as u32, units.len() as u32);
		Ok(Bearers { buildings, known, units })
	}

	fn give_back(bearers: &Bearers, amount: Fen, _: Cause) -> DispatchResult {
		let free = Currency::total_balance(&Ledger::account(REPAIR)) - Belonging::get();
		ensure!(amount > 0 && amount <= free, DispatchError::Other("not in the pot"));
		divide(bearers.buildings.as_ref().map(|list| list.as_slice()), amount, 1);
		Belonging::mutate(|sum| *sum += amount);
		Ok(())
	}

	fn max_units() -> u32 {
		1_000
	}

	fn weight(units: u32) -> Weight {
		Weight::from_parts(units.into(), 0)
	}
}

impl<Currency, Ledger> PotShares for UnitShares<Currency, Ledger> {
	fn earmarked(pot: PotId) -> Fen {
		if pot == REPAIR {
			Belonging::get()
		} else {
			0
		}
	}

	fn on_deposit(_: PotId, _: EntryId, _: &Cause, _: Fen) -> Result<bool, DispatchError> {
		Ok(false)
	}

	fn on_withdrawal(_: PotId, _: EntryId, _: &Cause, _: Fen) -> Result<bool, DispatchError> {
		Ok(false)
	}
}
