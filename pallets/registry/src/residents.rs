// SPDX-License-Identifier: Apache-2.0

//! The residents of units (D10).

use crate::*;
use alloc::vec::Vec;
use frame_support::{ensure, traits::Get};
use linli_primitives::{
	traits::{Clock, OwnersRegister},
	Moment, UnitId,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Whether `account` is currently a resident of `unit`. An account of its owner is not, unless named.
	pub fn is_resident(account: &T::AccountId, unit: UnitId) -> bool {
		Self::home(account, unit).is_some_and(|home| T::Clock::now() < home.until)
	}

	/// The home of `account` in `unit`, including one whose end date has passed.
	pub(crate) fn home(account: &T::AccountId, unit: UnitId) -> Option<Home> {
		Homes::<T>::get(account).into_iter().find(|home| home.unit == unit)
	}

	pub(crate) fn do_name_resident(
		who: &T::AccountId,
		unit: UnitId,
		account: T::AccountId,
		until: Moment,
	) -> DispatchResult {
		ensure!(Units::<T>::contains_key(unit), Error::<T>::UnitNotFound);
		ensure!(Self::is_owner(who, unit), Error::<T>::NotUnitOwner);
		let now = T::Clock::now();
		ensure!(until > now, Error::<T>::EndInPast);
		Homes::<T>::try_mutate(&account, |homes| match homes.iter_mut().find(|home| home.unit == unit) {
			Some(home) => {
				home.until = until;
				Ok(())
			}
			None => {
				ensure!(Self::resident_count(unit) < T::MaxResidents::get(), Error::<T>::TooManyResidents);
				homes.try_push(Home { unit, since: now, until }).map_err(|_| Error::<T>::TooManyHomes)?;
				Residents::<T>::insert(unit, &account, ());
				Self::sustain(&account);
				Ok::<_, DispatchError>(())
			}
		})?;
		Self::deposit_event(Event::ResidentNamed { unit, account, until });
		Ok(())
	}

	pub(crate) fn do_dismiss_resident(who: &T::AccountId, unit: UnitId, account: T::AccountId) -> DispatchResult {
		let home = Self::home(&account, unit).ok_or(Error::<T>::ResidentNotFound)?;
		let over = home.until <= T::Clock::now();
		ensure!(over || *who == account || Self::is_owner(who, unit), Error::<T>::NotUnitOwner);
		Self::remove_resident(unit, account);
		Ok(())
	}

	/// Removes all residents of a unit when it is sold: at most [`Config::MaxResidents`].
	pub(crate) fn clear_residents(unit: UnitId) {
		for account in Residents::<T>::iter_key_prefix(unit).collect::<Vec<_>>() {
			Self::remove_resident(unit, account);
		}
	}

	fn remove_resident(unit: UnitId, account: T::AccountId) {
		Residents::<T>::remove(unit, &account);
		Homes::<T>::mutate_exists(&account, |homes| {
			*homes = homes.take().and_then(|mut homes| {
				homes.retain(|home| home.unit != unit);
				(!homes.is_empty()).then_some(homes)
			});
		});
		Self::release(&account);
		Self::deposit_event(Event::ResidentDismissed { unit, account });
	}

	/// The number of residents of a unit. Reads one key for each, at most [`Config::MaxResidents`].
	fn resident_count(unit: UnitId) -> u32 {
		u32::try_from(Residents::<T>::iter_key_prefix(unit).count()).unwrap_or(u32::MAX)
	}
}
