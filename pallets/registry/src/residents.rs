// SPDX-License-Identifier: Apache-2.0

//! The residents of units (D10): an owner names them, and they accept. Until then an account is named only: that gives
//! no rights, relates it to nobody, takes no room of it, and lapses.

use crate::*;
use alloc::vec::Vec;
use frame_support::{ensure, traits::Get};
use linli_primitives::{
	traits::{Clock, OwnersRegister},
	LivedWindow, Moment, UnitId,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Whether `account` is currently a resident of `unit`. An account of its owner is not, unless named.
	pub fn is_resident(account: &T::AccountId, unit: UnitId) -> bool {
		Self::home(account, unit).is_some_and(|home| home.is_current(T::Clock::now()))
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
		ensure!(until > T::Clock::now(), Error::<T>::EndInPast);
		if Self::is_resident(&account, unit) {
			Homes::<T>::mutate(&account, |homes| {
				if let Some(home) = homes.iter_mut().find(|home| home.unit == unit) {
					home.until = until;
				}
			});
		} else {
			let is_known =
				Residents::<T>::contains_key(unit, &account) || NamedResidents::<T>::contains_key(unit, &account);
			if is_known {
				// A residence that has ended does not begin again without the account's consent.
				Self::remove_home(unit, &account);
			} else {
				Self::make_room(unit)?;
				Self::sustain(&account);
			}
			NamedResidents::<T>::insert(unit, &account, Naming { since: T::Clock::lived(), until });
			// An account that names itself has accepted.
			if *who == account {
				Self::move_in(account.clone(), unit, until)?;
			}
		}
		Self::deposit_event(Event::ResidentNamed { unit, account, until });
		Ok(())
	}

	pub(crate) fn do_accept_residence(who: T::AccountId, unit: UnitId) -> DispatchResult {
		ensure!(!Residents::<T>::contains_key(unit, &who), Error::<T>::ResidenceAlreadyAccepted);
		let naming = NamedResidents::<T>::get(unit, &who).ok_or(Error::<T>::ResidentNotFound)?;
		ensure!(T::Clock::now() < naming.until, Error::<T>::EndInPast);
		ensure!(!Self::has_naming_lapsed(&naming), Error::<T>::NamingLapsed);
		Self::move_in(who.clone(), unit, naming.until)?;
		Self::deposit_event(Event::ResidenceAccepted { unit, account: who });
		Ok(())
	}

	pub(crate) fn do_dismiss_resident(who: &T::AccountId, unit: UnitId, account: T::AccountId) -> DispatchResult {
		let is_over = match (Self::home(&account, unit), NamedResidents::<T>::get(unit, &account)) {
			(Some(home), _) => !home.is_current(T::Clock::now()),
			(None, Some(naming)) => Self::has_naming_lapsed(&naming),
			(None, None) => return Err(Error::<T>::ResidentNotFound.into()),
		};
		ensure!(is_over || *who == account || Self::is_owner(who, unit), Error::<T>::NotUnitOwner);
		Self::remove_resident(unit, account);
		Ok(())
	}

	/// Removes all residents of a unit, and those named, when it is sold: at most [`Config::MaxResidents`].
	pub(crate) fn clear_residents(unit: UnitId) {
		let named = NamedResidents::<T>::iter_key_prefix(unit);
		for account in Residents::<T>::iter_key_prefix(unit).chain(named).collect::<Vec<_>>() {
			Self::remove_resident(unit, account);
		}
	}

	/// An account that was named becomes a resident.
	fn move_in(account: T::AccountId, unit: UnitId, until: Moment) -> DispatchResult {
		let since = T::Clock::now();
		Homes::<T>::try_mutate(&account, |homes| homes.try_push(Home { unit, since, until }))
			.map_err(|_| Error::<T>::TooManyHomes)?;
		// The reference of the naming becomes that of the residence.
		NamedResidents::<T>::remove(unit, &account);
		Residents::<T>::insert(unit, account, ());
		Ok(())
	}

	/// The account neither lives nor is named in the unit any more. Its reference remains.
	fn remove_home(unit: UnitId, account: &T::AccountId) {
		NamedResidents::<T>::remove(unit, account);
		Residents::<T>::remove(unit, account);
		Homes::<T>::mutate_exists(account, |homes| {
			*homes = homes.take().and_then(|mut homes| {
				homes.retain(|home| home.unit != unit);
				(!homes.is_empty()).then_some(homes)
			});
		});
	}

	fn remove_resident(unit: UnitId, account: T::AccountId) {
		Self::remove_home(unit, &account);
		Self::release(&account);
		Self::deposit_event(Event::ResidentDismissed { unit, account });
	}

	/// Whether the account can no longer accept.
	fn has_naming_lapsed(naming: &Naming) -> bool {
		let window = LivedWindow::new(naming.since, T::AcceptanceTime::get());
		naming.until <= T::Clock::now() || window.is_over::<T::Clock>()
	}

	/// Ensures that the unit has room for one more. One that did not accept in time makes room.
	fn make_room(unit: UnitId) -> DispatchResult {
		let named: Vec<_> = NamedResidents::<T>::iter_prefix(unit).collect();
		let count = Residents::<T>::iter_key_prefix(unit).count().saturating_add(named.len());
		if u32::try_from(count).is_ok_and(|count| count < T::MaxResidents::get()) {
			return Ok(());
		}
		let lapsed = named.into_iter().find(|(_, naming)| Self::has_naming_lapsed(naming));
		let (account, _) = lapsed.ok_or(Error::<T>::TooManyResidents)?;
		Self::remove_resident(unit, account);
		Ok(())
	}
}
