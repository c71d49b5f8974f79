// SPDX-License-Identifier: Apache-2.0

//! Who belongs to the community, as others ask: owners' accounts and residents (D10), and who is at home where.

use crate::*;
use alloc::vec::Vec;
use linli_primitives::{
	traits::{Clock, Members},
	Moment, OwnerId, OwnerKind, UnitId, UnitKind,
};

impl<T: Config> Members<T::AccountId> for Pallet<T> {
	fn is_member(account: &T::AccountId) -> bool {
		// Who sold everything acts for an owner still, and belongs here no more.
		let owns = |owner| OwnerUnits::<T>::iter_key_prefix(owner).next().is_some();
		let now = T::Clock::now();
		Self::owner_of(account).is_some_and(owns) || Homes::<T>::get(account).iter().any(|home| now < home.until)
	}

	fn belongs_to(account: &T::AccountId, as_of: Moment) -> Vec<OwnerId> {
		let homes = Homes::<T>::get(account).into_iter().filter(|home| home.since < as_of);
		let hosts = homes.filter_map(|home| Units::<T>::get(home.unit));
		Self::owner_of(account).into_iter().chain(hosts.map(|unit| unit.owner)).collect()
	}

	fn places() -> u32 {
		NextUnit::<T>::get()
	}

	/// Where the owner and others live together, each of them has the same chance. Who was chosen and lives there no
	/// more is nobody: so of the residents a single end has to be read.
	fn at(place: UnitId, chance: u32) -> Option<T::AccountId> {
		let is_home = |unit: &Unit| matches!(unit.kind, UnitKind::Residential | UnitKind::Commercial);
		let unit = Units::<T>::get(place).filter(is_home)?;
		let owner = Owners::<T>::get(unit.owner)?;
		// What the developer has not sold is nobody's home, unless it lets somebody live there.
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
