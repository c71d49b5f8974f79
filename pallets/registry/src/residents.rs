// SPDX-License-Identifier: Apache-2.0

//! The residents of units (D10): an owner names them, and they accept. Until then a residence gives no rights, and
//! relates the account to nobody.

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
		Self::home(account, unit).is_some_and(|home| home.is_current(T::Clock::now()))
	}

	/// The home of `account` in `unit`, including one that it has not accepted, or whose end date has passed.
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
		// An account that names itself has accepted.
		let accepted = (*who == account).then_some(now);
		Homes::<T>::try_mutate(&account, |homes| match homes.iter_mut().find(|home| home.unit == unit) {
			Some(home) => {
				home.until = until;
				home.since = home.since.or(accepted);
				Ok(())
			}
			None => {
				ensure!(Self::resident_count(unit) < T::MaxResidents::get(), Error::<T>::TooManyResidents);
				homes.try_push(Home { unit, since: accepted, until }).map_err(|_| Error::<T>::TooManyHomes)?;
				Residents::<T>::insert(unit, &account, ());
				Self::sustain(&account);
				Ok::<_, DispatchError>(())
			}
		})?;
		Self::deposit_event(Event::ResidentNamed { unit, account, until });
		Ok(())
	}

	pub(crate) fn do_accept_residence(who: T::AccountId, unit: UnitId) -> DispatchResult {
		let now = T::Clock::now();
		Homes::<T>::try_mutate(&who, |homes| {
			let home = homes.iter_mut().find(|home| home.unit == unit).ok_or(Error::<T>::ResidentNotFound)?;
			ensure!(home.since.is_none(), Error::<T>::ResidenceAlreadyAccepted);
			ensure!(now < home.until, Error::<T>::EndInPast);
			home.since = Some(now);
			Ok::<_, DispatchError>(())
		})?;
		Self::deposit_event(Event::ResidenceAccepted { unit, account: who });
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
