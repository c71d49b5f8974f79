// SPDX-License-Identifier: Apache-2.0

//! Whom owners let live in their units (D10).

use crate::*;
use alloc::vec::Vec;
use frame_support::{ensure, traits::Get};
use linli_primitives::{
	traits::{Clock, OwnersRegister},
	Moment, UnitId,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Whether `account` is a resident of `unit` now. Its owner's accounts are not, unless named.
	pub fn is_resident(account: &T::AccountId, unit: UnitId) -> bool {
		Residents::<T>::get(unit, account).is_some_and(|until| T::Clock::now() < until)
	}

	pub(crate) fn do_name_resident(
		who: &T::AccountId,
		unit: UnitId,
		account: T::AccountId,
		until: Moment,
	) -> DispatchResult {
		ensure!(Units::<T>::contains_key(unit), Error::<T>::UnknownUnit);
		ensure!(Self::is_owner(who, unit), Error::<T>::NotUnitOwner);
		ensure!(until > T::Clock::now(), Error::<T>::EndsInThePast);
		if !Residents::<T>::contains_key(unit, &account) {
			ensure!(Self::resident_count(unit) < T::MaxResidents::get(), Error::<T>::TooManyResidents);
			Self::sustain(&account);
		}
		Residents::<T>::insert(unit, &account, until);
		Self::deposit_event(Event::ResidentNamed { unit, account, until });
		Ok(())
	}

	pub(crate) fn do_dismiss_resident(who: &T::AccountId, unit: UnitId, account: T::AccountId) -> DispatchResult {
		let until = Residents::<T>::get(unit, &account).ok_or(Error::<T>::UnknownResident)?;
		let over = until <= T::Clock::now();
		ensure!(over || *who == account || Self::is_owner(who, unit), Error::<T>::NotUnitOwner);
		Self::remove_resident(unit, account);
		Ok(())
	}

	/// Removes all residents of a unit: they were the former owner's guests. As many as [`Config::MaxResidents`].
	pub(crate) fn clear_residents(unit: UnitId) {
		for account in Residents::<T>::iter_key_prefix(unit).collect::<Vec<_>>() {
			Self::remove_resident(unit, account);
		}
	}

	fn remove_resident(unit: UnitId, account: T::AccountId) {
		Residents::<T>::remove(unit, &account);
		Self::release(&account);
		Self::deposit_event(Event::ResidentDismissed { unit, account });
	}

	/// Reads as many keys as there are residents, at most [`Config::MaxResidents`].
	fn resident_count(unit: UnitId) -> u32 {
		u32::try_from(Residents::<T>::iter_key_prefix(unit).count()).unwrap_or(u32::MAX)
	}
}
