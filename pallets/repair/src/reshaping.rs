// SPDX-License-Identifier: Apache-2.0

//! Shares follow when the register splits, joins, retires or corrects units (D47). No fen moves in the pot: what one
//! share loses others get, by area and largest remainder, exact to the fen.

use crate::{types::first_deposit, Config, Error, Event, Pallet, Reshaped, Rules, Shares, UnitBuildings, UnitShare};
use alloc::vec::Vec;
use frame_support::{ensure, traits::Get, weights::Weight};
use linli_primitives::{
	split::largest_remainder,
	traits::{Clock, OnUnitSold, OwnersRegister},
	Area, BuildingId, Cause, OwnerId, UnitId,
};
use sp_runtime::{DispatchError, DispatchResult};

/// How often a unit is followed that became a part of another, which became a part of a third, and so on. Each of these
/// is a merger of its own.
const MAX_HEIRS: usize = 8;

impl<T: Config> OnUnitSold for Pallet<T> {
	/// The share stays with the unit (D9).
	fn unit_sold(_unit: UnitId, _seller: OwnerId, _buyer: OwnerId) {}

	/// Area, first deposit and balance are divided by the parts' areas. The parts have the order of the unit, so that
	/// what is given back of earlier costs is theirs.
	fn unit_split(parts: &[(UnitId, Area)]) -> DispatchResult {
		let Some(((unit, _), new)) = parts.split_first() else { return Ok(()) };
		let Some((building, mut share)) = Self::bearing_share(*unit) else { return Ok(()) };
		let weights: Vec<Area> = parts.iter().map(|(_, area)| *area).collect();
		let divide = |sum: u128| -> Result<Vec<u128>, DispatchError> {
			Ok(largest_remainder(sum, &weights).map_err(|_| Error::<T>::AmountTooLarge)?)
		};
		let mut areas = divide(share.area.into())?.into_iter();
		let mut deposits = divide(share.first_deposit)?.into_iter();
		let mut balances = divide(share.balance.unsigned_abs())?.into_iter();
		let is_owed = share.balance < 0;
		let mut next = || -> Option<(Area, u128, u128)> {
			Some((Area::try_from(areas.next()?).ok()?, deposits.next()?, balances.next()?))
		};

		let (area, deposit, _) = next().ok_or(Error::<T>::AmountTooLarge)?;
		ensure!(area > 0, Error::<T>::InvalidArea);
		share.area = area;
		share.first_deposit = deposit;
		for (part, _) in new {
			let (area, first_deposit, amount) = next().ok_or(Error::<T>::AmountTooLarge)?;
			ensure!(area > 0, Error::<T>::InvalidArea);
			let amount = if is_owed { Self::fall(amount)? } else { Self::rise(amount)? };
			let mut other = UnitShare {
				area,
				first_deposit,
				balance: 0,
				order: share.order,
				entry_count: 0,
				ceased: false,
				heir: None,
			};
			Self::move_between((*unit, &mut share), (*part, &mut other), amount)?;
			UnitBuildings::<T>::insert(part, building);
			Self::count_bearer(building)?;
			Self::put_reshaped(building, *part, other);
		}
		Self::put_reshaped(building, *unit, share);
		Reshaped::<T>::put(true);
		Ok(())
	}

	/// With an heir, area, first deposit and balance are added to the heir's; if only one of the two is enrolled, the
	/// other one is now. Without an heir the share keeps its balance, until the owners release it, and bears no costs
	/// any more.
	fn unit_ceases(unit: UnitId, heir: Option<UnitId>) -> DispatchResult {
		if let Some(heir) = heir {
			let is_enrolled = |unit: UnitId| UnitBuildings::<T>::contains_key(unit);
			match (is_enrolled(unit), is_enrolled(heir)) {
				(true, false) => Self::do_enrol(heir)?,
				(false, true) => Self::do_enrol(unit)?,
				_ => (),
			}
		}
		let Some((building, mut share)) = Self::bearing_share(unit) else { return Ok(()) };
		if let Some(heir) = heir {
			let (place, mut other) = Self::bearing_share(heir).ok_or(Error::<T>::NotEnrolled)?;
			other.area = other.area.checked_add(share.area).ok_or(Error::<T>::AmountTooLarge)?;
			other.first_deposit =
				other.first_deposit.checked_add(share.first_deposit).ok_or(Error::<T>::AmountTooLarge)?;
			let amount = share.balance;
			Self::move_between((unit, &mut share), (heir, &mut other), amount)?;
			Self::put_reshaped(place, heir, other);
		}
		share.ceased = true;
		share.heir = heir;
		Self::discount_bearer(building);
		Self::put_reshaped(building, unit, share);
		Reshaped::<T>::put(true);
		Ok(())
	}

	/// Costs from now on, and what is given back of earlier ones, are divided by the corrected area.
	fn area_corrected(unit: UnitId, area: Area) -> DispatchResult {
		let Some((building, mut share)) = Self::bearing_share(unit) else { return Ok(()) };
		ensure!(area > 0, Error::<T>::InvalidArea);
		let kind = T::Register::unit(unit).ok_or(Error::<T>::UnitNotFound)?.kind;
		share.area = area;
		if let Some(rate) = Rules::<T>::get().rate(kind) {
			share.first_deposit = first_deposit(area, rate).ok_or(Error::<T>::AmountTooLarge)?;
		}
		Self::put_reshaped(building, unit, share);
		Ok(())
	}

	/// The rules, the unit and both shares with their places and counts; at most, an enrolment as well.
	fn weight() -> Weight {
		T::DbWeight::get().reads_writes(12, 14)
	}
}

impl<T: Config> Pallet<T> {
	/// The share of a unit that bears costs, and the building under which it is stored.
	pub(crate) fn bearing_share(unit: UnitId) -> Option<(BuildingId, UnitShare)> {
		let building = UnitBuildings::<T>::get(unit)?;
		Shares::<T>::get(building, unit).filter(|share| !share.ceased).map(|share| (building, share))
	}

	/// The unit itself, then the unit of which it became a part, and so on.
	pub(crate) fn line_of(unit: UnitId) -> impl Iterator<Item = UnitId> {
		let next = |unit: &UnitId| Shares::<T>::get(UnitBuildings::<T>::get(unit)?, unit)?.heir;
		core::iter::successors(Some(unit), next).take(MAX_HEIRS)
	}

	/// The unit whose share changes by what is paid for `unit`, or paid back: the last of its line.
	pub(crate) fn heir_of(unit: UnitId) -> UnitId {
		Self::line_of(unit).last().unwrap_or(unit)
	}

	/// See [`Pallet::release_share`].
	pub(crate) fn do_release_share(unit: UnitId) -> DispatchResult {
		let building = UnitBuildings::<T>::get(unit).ok_or(Error::<T>::NotEnrolled)?;
		let mut share = Shares::<T>::get(building, unit).ok_or(Error::<T>::NotEnrolled)?;
		ensure!(share.ceased, Error::<T>::ShareNotCeased);
		let balance = share.balance;
		ensure!(balance != 0, Error::<T>::NothingToRelease);
		let amount = balance.unsigned_abs();
		if balance > 0 {
			Self::take_belonging(amount)?;
		} else {
			ensure!(Self::undistributed().is_some_and(|free| amount <= free), Error::<T>::InsufficientUndistributed);
			Self::add_belonging(amount)?;
		}
		let taken = balance.checked_neg().ok_or(Error::<T>::AmountTooLarge)?;
		Self::enter(unit, &mut share, T::Clock::now(), Cause::Distribution, None, taken)?;
		Shares::<T>::insert(building, unit, share);
		Self::deposit_event(Event::ShareReleased { unit, amount: balance });
		Ok(())
	}

	/// Moves `amount` fen, or a debt if it is below zero, from one share to another. The caller stores both.
	fn move_between(
		(from, giving): (UnitId, &mut UnitShare),
		(to, getting): (UnitId, &mut UnitShare),
		amount: i128,
	) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		let moment = T::Clock::now();
		let taken = amount.checked_neg().ok_or(Error::<T>::AmountTooLarge)?;
		Self::enter(from, giving, moment, Cause::Distribution, None, taken)?;
		Self::enter(to, getting, moment, Cause::Distribution, None, amount)
	}

	fn put_reshaped(building: BuildingId, unit: UnitId, share: UnitShare) {
		Shares::<T>::insert(building, unit, share);
		let UnitShare { area, first_deposit, balance, ceased, .. } = share;
		Self::deposit_event(Event::ShareReshaped { unit, area, first_deposit, balance, ceased });
	}
}
