// SPDX-License-Identifier: Apache-2.0

//! [`Members`]: the accounts of owners and the residents (D10), as other pallets see them, and where they live.

use crate::*;
use alloc::vec::Vec;
use linli_primitives::{
	traits::{Clock, Members},
	Moment, OwnerId, OwnerKind, UnitId,
};

impl<T: Config> Members<T::AccountId> for Pallet<T> {
	fn is_member(account: &T::AccountId) -> bool {
		// An account still acts for an owner who has sold everything, but is no longer a member.
		let owns = |owner| OwnerUnits::<T>::iter_key_prefix(owner).next().is_some();
		let now = T::Clock::now();
		Self::owner_of(account).is_some_and(owns) || Homes::<T>::get(account).iter().any(|home| home.is_current(now))
	}

	fn belongs_to(account: &T::AccountId, as_of: Moment) -> Vec<OwnerId> {
		let is_before = |home: &Home| home.since < as_of;
		let homes = Homes::<T>::get(account).into_iter().filter(is_before);
		let hosts = homes.filter_map(|home| Units::<T>::get(home.unit));
		Self::owner_of(account).into_iter().chain(hosts.map(|unit| unit.owner)).collect()
	}

	fn places() -> u32 {
		NextUnit::<T>::get()
	}

	/// Owners' accounts and residents have equal chances; accounts that were named and have not accepted have none. If
	/// the end date of the chosen resident has passed, the result is `None`: this way only one home has to be read.
	fn at(place: UnitId, chance: u32) -> Option<T::AccountId> {
		let unit = Units::<T>::get(place).filter(|unit| unit.kind.is_home())?;
		let owner = Owners::<T>::get(unit.owner)?;
		// Only residents are at home in an unsold unit.
		let owners = if owner.kind == OwnerKind::Developer { Vec::new() } else { owner.accounts.into_inner() };
		let residents: Vec<_> = Residents::<T>::iter_key_prefix(place).collect();
		let count = u32::try_from(owners.len().checked_add(residents.len())?).ok()?;
		let chosen = usize::try_from(chance.checked_rem(count)?).ok()?;
		match owners.get(chosen) {
			Some(account) => Some(account.clone()),
			None => {
				let resident = residents.get(chosen.checked_sub(owners.len())?)?;
				Self::is_resident(resident, place).then(|| resident.clone())
			}
		}
	}
}
