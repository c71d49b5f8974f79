// SPDX-License-Identifier: Apache-2.0

//! A minimal repair fund.

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

/// Units that own the money in pot [`REPAIR`] of `Ledger`, which holds it in `Currency`. Costs are divided by area, as
/// in the repair pallet; there is no enrolment, deposit or levy.
pub struct UnitShares<Currency, Ledger>(PhantomData<(Currency, Ledger)>);

/// Each unit's building, area and share in fen.
#[storage_alias]
type Units = StorageMap<TestShares, Twox64Concat, UnitId, (BuildingId, Area, i128)>;

/// The part of the pot, in fen, that belongs to units.
#[storage_alias]
type Belonging = StorageValue<TestShares, Fen, ValueQuery>;

/// The causes of divided costs.
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

	/// The number of units of a building, and the sum of their shares.
	pub fn building(building: BuildingId) -> (u32, i128) {
		let units = related(Some(&[building]));
		(units.len() as u32, units.iter().map(|(_, (.., share))| share).sum())
	}

	/// The part of the pot, in fen, that belongs to units.
	pub fn belonging() -> Fen {
		Belonging::get()
	}

	/// The causes of divided costs.
	pub fn causes() -> Vec<Cause> {
		Causes::get()
	}
}

fn signed(amount: Fen) -> i128 {
	i128::try_from(amount).expect("amounts of tests fit")
}

fn related(buildings: Option<&[BuildingId]>) -> Vec<(UnitId, (BuildingId, Area, i128))> {
	let mut units: Vec<_> = Units::iter()
		.filter(|(_, (building, ..))| buildings.is_none_or(|buildings| buildings.contains(building)))
		.collect();
	units.sort();
	units
}

/// Changes the sum divided among the units from `before` to `after`.
fn divide(buildings: Option<&[BuildingId]>, before: Fen, after: Fen, sign: i128) {
	let units = related(buildings);
	let areas: Vec<_> = units.iter().map(|(_, (_, area, _))| *area).collect();
	let parts = |amount| largest_remainder(amount, &areas).expect("there are units with area");
	for ((unit, (building, area, share)), (before, after)) in
		units.into_iter().zip(parts(before).into_iter().zip(parts(after)))
	{
		Units::insert(unit, (building, area, share + sign * (signed(after) - signed(before))));
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl<Currency, Ledger: FundLedger<AccountId>> UnitShares<Currency, Ledger> {
	/// Issues `amount` to the pot, shared by `units` units of building 0 and no others.
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
		divide(list, 0, amount, -1);
		Belonging::mutate(|sum| *sum -= amount);
		Causes::append(cause);
		let (known, units) = (Units::iter().count() as u32, units.len() as u32);
		Ok(Bearers { buildings, known, units })
	}

	fn give_back(bearers: &Bearers, before: Fen, amount: Fen, _: Cause) -> DispatchResult {
		let free = Currency::total_balance(&Ledger::account(REPAIR)) - Belonging::get();
		ensure!(amount > 0 && amount <= free, DispatchError::Other("not in the pot"));
		divide(bearers.buildings.as_ref().map(|list| list.as_slice()), before, before + amount, 1);
		Belonging::mutate(|sum| *sum += amount);
		Ok(())
	}

	fn take_back(bearers: &Bearers, before: Fen, amount: Fen, _: Cause) -> DispatchResult {
		ensure!(amount > 0 && amount <= before, DispatchError::Other("not given back"));
		ensure!(amount <= Belonging::get(), DispatchError::Other("shares too low"));
		divide(bearers.buildings.as_ref().map(|list| list.as_slice()), before, before - amount, 1);
		Belonging::mutate(|sum| *sum -= amount);
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
