// SPDX-License-Identifier: Apache-2.0

//! Division of sums over many units by area, exact to the fen (D4, D23): costs, costs given back, and distributions of
//! undistributed money.
//!
//! Units are processed in the order of their ids, so that between equal remainders the lower id receives the fen.

use crate::{Bearing, Config, Error, Event, Known, Pallet, Reshaped, Shares, UnitCounts, UnitShare, WeightInfo};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use frame_support::{ensure, storage::with_storage_layer, traits::Get, weights::Weight};
use linli_primitives::{
	buildings::is_in_order,
	split::largest_remainder,
	traits::{Bearers, Clock, RepairShares},
	BuildingId, Buildings, Cause, Fen, PotId, UnitId,
};
use sp_runtime::{DispatchError, DispatchResult};

/// A unit over which a sum is divided.
struct Related {
	unit: UnitId,
	building: BuildingId,
	share: UnitShare,
}

/// The first `known` enrolled units, as far as they exist and are in `buildings`, or in any building; in the order of
/// their ids.
fn related<T: Config>(buildings: Option<&[BuildingId]>, known: u32) -> Vec<Related> {
	let mut related: Vec<_> = match buildings {
		None => Shares::<T>::iter().map(|(building, unit, share)| Related { unit, building, share }).collect(),
		Some(list) => list
			.iter()
			.flat_map(|building| {
				Shares::<T>::iter_prefix(building).map(|(unit, share)| Related { unit, building: *building, share })
			})
			.collect(),
	};
	related.retain(|related| related.share.order < known && !related.share.ceased);
	related.sort_unstable_by_key(|related| related.unit);
	related
}

/// The part of `amount` that falls on each unit.
fn divide<T: Config>(related: &[Related], amount: Fen) -> Result<Vec<Fen>, DispatchError> {
	ensure!(!related.is_empty(), Error::<T>::RelatedUnitNotFound);
	let areas: Vec<_> = related.iter().map(|related| related.share.area).collect();
	Ok(largest_remainder(amount, &areas).map_err(|_| Error::<T>::AmountTooLarge)?)
}

/// What each unit gets, or gives if it is negative, when the sum divided among them changes from `before` to `after`.
/// The parts of a larger sum are not all larger: a unit can give a fen while others get more.
fn differences<T: Config>(related: &[Related], before: Fen, after: Fen) -> Result<Vec<i128>, DispatchError> {
	let parts = divide::<T>(related, before)?.into_iter().zip(divide::<T>(related, after)?);
	let difference = |(before, after)| -> Result<i128, DispatchError> {
		let (before, after) = (Pallet::<T>::fall(before)?, Pallet::<T>::rise(after)?);
		Ok(after.checked_add(before).ok_or(Error::<T>::AmountTooLarge)?)
	};
	parts.map(difference).collect()
}

/// Each part as a credit or a debit.
fn signed(parts: Vec<Fen>, sign: fn(Fen) -> Result<i128, DispatchError>) -> Result<Vec<i128>, DispatchError> {
	parts.into_iter().map(sign).collect()
}

/// Enters the part of each unit. A unit whose part is zero gets no entry.
fn enter_parts<T: Config>(related: Vec<Related>, parts: Vec<i128>, cause: Cause) -> DispatchResult {
	let moment = T::Clock::now();
	for (Related { unit, building, mut share }, part) in related.into_iter().zip(parts) {
		if part != 0 {
			Pallet::<T>::enter(unit, &mut share, moment, cause, None, part)?;
			Shares::<T>::insert(building, unit, share);
		}
	}
	Ok(())
}

/// Ensures that the buildings are in order, each once: the units of a duplicate would bear the cost twice.
fn ensure_in_order<T: Config>(buildings: Option<&Buildings>) -> DispatchResult {
	ensure!(buildings.is_none_or(|list| is_in_order(list)), Error::<T>::InvalidBuildings);
	Ok(())
}

/// The units that bore a cost.
fn borne_by<T: Config>(bearers: &Bearers) -> Result<Vec<Related>, DispatchError> {
	ensure_in_order::<T>(bearers.buildings.as_ref())?;
	let list = bearers.buildings.as_ref().map(|list| list.as_slice());
	let related = related::<T>(list, bearers.known);
	let is_whole = usize::try_from(bearers.units) == Ok(related.len());
	ensure!(is_whole || Reshaped::<T>::get(), Error::<T>::BearersMismatch);
	Ok(related)
}

/// Ensures that the related units have `amount` in total and, if buildings are named, that each building has its own
/// part. A shortfall would eventually be taken from buildings that the cost does not concern.
fn ensure_enough<T: Config>(
	related: &[Related],
	parts: &[Fen],
	amount: Fen,
	buildings: Option<&Buildings>,
) -> DispatchResult {
	let mut sum: i128 = 0;
	let mut left = BTreeMap::<BuildingId, i128>::new();
	for (Related { building, share, .. }, part) in related.iter().zip(parts) {
		sum = sum.checked_add(share.balance).ok_or(Error::<T>::AmountTooLarge)?;
		let after = share.balance.checked_add(Pallet::<T>::fall(*part)?).ok_or(Error::<T>::AmountTooLarge)?;
		let left = left.entry(*building).or_default();
		*left = left.checked_add(after).ok_or(Error::<T>::AmountTooLarge)?;
	}
	ensure!(sum >= Pallet::<T>::rise(amount)?, Error::<T>::InsufficientShares);
	ensure!(buildings.is_none() || left.values().all(|left| *left >= 0), Error::<T>::InsufficientBuildingShares);
	Ok(())
}

impl<T: Config> Pallet<T> {
	/// Divides `amount` undistributed fen over all units. Returns the number of units.
	pub(crate) fn do_distribute(amount: Fen, max_units: u32) -> Result<u32, DispatchError> {
		ensure!(amount > 0, Error::<T>::InvalidAmount);
		let units = Bearing::<T>::get();
		ensure!(units <= max_units, Error::<T>::MaxUnitsTooLow);
		ensure!(units <= T::MaxUnits::get(), Error::<T>::TooManyUnits);
		ensure!(Self::undistributed().is_some_and(|free| amount <= free), Error::<T>::InsufficientUndistributed);
		let related = related::<T>(None, Known::<T>::get());
		let parts = divide::<T>(&related, amount)?;
		Self::add_belonging(amount)?;
		enter_parts::<T>(related, signed(parts, Self::rise)?, Cause::Distribution)?;
		Self::deposit_event(Event::Distributed { amount, units });
		Ok(units)
	}
}

impl<T: Config> RepairShares for Pallet<T> {
	fn pot() -> PotId {
		T::RepairPot::get()
	}

	fn related_units(buildings: Option<&[BuildingId]>) -> u32 {
		match buildings {
			None => Bearing::<T>::get(),
			Some(list) => list
				.iter()
				.collect::<BTreeSet<_>>()
				.into_iter()
				.fold(0, |sum, building| sum.saturating_add(UnitCounts::<T>::get(building))),
		}
	}

	fn charge(buildings: Option<Buildings>, amount: Fen, cause: Cause) -> Result<Bearers, DispatchError> {
		ensure!(amount > 0, Error::<T>::InvalidAmount);
		ensure_in_order::<T>(buildings.as_ref())?;
		let list = buildings.as_ref().map(|list| list.as_slice());
		let units = Self::related_units(list);
		ensure!(units > 0, Error::<T>::RelatedUnitNotFound);
		ensure!(units <= T::MaxUnits::get(), Error::<T>::TooManyUnits);
		with_storage_layer(|| {
			let known = Known::<T>::get();
			let related = related::<T>(list, known);
			let parts = divide::<T>(&related, amount)?;
			ensure_enough::<T>(&related, &parts, amount, buildings.as_ref())?;
			Self::take_belonging(amount)?;
			enter_parts::<T>(related, signed(parts, Self::fall)?, cause)?;
			let bearers = Bearers { buildings: buildings.clone(), known, units };
			Self::deposit_event(Event::CostDivided { cause, amount, bearers: bearers.clone() });
			Ok(bearers)
		})
	}

	fn give_back(bearers: &Bearers, before: Fen, amount: Fen, cause: Cause) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::InvalidAmount);
		let after = before.checked_add(amount).ok_or(Error::<T>::AmountTooLarge)?;
		ensure!(Self::undistributed().is_some_and(|free| amount <= free), Error::<T>::InsufficientUndistributed);
		with_storage_layer(|| {
			let related = borne_by::<T>(bearers)?;
			let parts = differences::<T>(&related, before, after)?;
			Self::add_belonging(amount)?;
			enter_parts::<T>(related, parts, cause)?;
			Self::deposit_event(Event::CostGivenBack { cause, amount, bearers: bearers.clone() });
			Ok(())
		})
	}

	fn take_back(bearers: &Bearers, before: Fen, amount: Fen, cause: Cause) -> DispatchResult {
		ensure!(amount > 0 && amount <= before, Error::<T>::InvalidAmount);
		let after = before.saturating_sub(amount);
		with_storage_layer(|| {
			let related = borne_by::<T>(bearers)?;
			let parts = differences::<T>(&related, before, after)?;
			Self::take_belonging(amount)?;
			enter_parts::<T>(related, parts, cause)?;
			Self::deposit_event(Event::CostTakenBack { cause, amount, bearers: bearers.clone() });
			Ok(())
		})
	}

	fn max_units() -> u32 {
		T::MaxUnits::get()
	}

	fn weight(units: u32) -> Weight {
		T::WeightInfo::charge(units).max(T::WeightInfo::give_back(units))
	}
}
