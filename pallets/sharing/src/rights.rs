// SPDX-License-Identifier: Apache-2.0

//! What resources stand for: a unit of the register, another right, or a movable thing.

use crate::{
	types::{Provider, ResourceId, ResourceKind, StandsFor},
	Config, Error, Pallet, ProviderOf, ResourceOf, StandingFor,
};
use frame_support::ensure;
use linli_primitives::traits::{Members, OwnersRegister};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Ensures that the provider may list what the resource stands for.
	pub(crate) fn ensure_right(provider: &ProviderOf<T>, kind: ResourceKind, stands_for: StandsFor) -> DispatchResult {
		match (provider, stands_for) {
			(Provider::Person(person), StandsFor::Unit(unit)) => {
				ensure!(T::Register::is_at_home(person, unit), Error::<T>::NotAtHome);
			}
			(Provider::Community { .. }, StandsFor::Unit(_)) => return Err(Error::<T>::NotAtHome.into()),
			// A member has no space and no room but by some right.
			(Provider::Person(_), StandsFor::Thing) => {
				let is_movable = !matches!(kind, ResourceKind::Parking | ResourceKind::Room);
				ensure!(is_movable, Error::<T>::RightRequired);
			}
			(_, StandsFor::Right(_)) | (Provider::Community { .. }, StandsFor::Thing) => (),
		}
		Ok(())
	}

	/// Ensures that no other resource stands for the unit or right. One whose provider may not offer it any more gives
	/// way, and what is booked there is refunded: a tenant who left without a word locks nobody out.
	pub(crate) fn make_way(stands_for: StandsFor) -> DispatchResult {
		if let Some(other) = StandingFor::<T>::get(stands_for) {
			let resource = Self::resource(other)?;
			ensure!(!Self::may_offer(&resource), Error::<T>::AlreadyListed);
			Self::withdraw(other, resource, true);
		}
		Ok(())
	}

	/// Notes that a resource stands for a unit or right. Of things there can be many.
	pub(crate) fn tie(id: ResourceId, stands_for: StandsFor) {
		if stands_for != StandsFor::Thing {
			StandingFor::<T>::insert(stands_for, id);
		}
	}

	/// Lets another resource stand for the unit or right.
	pub(crate) fn untie(stands_for: StandsFor) {
		StandingFor::<T>::remove(stands_for);
	}

	/// Whether the provider may offer the resource: a person is a member and, if it stands for a unit, owns it or lives
	/// there.
	pub(crate) fn may_offer(resource: &ResourceOf<T>) -> bool {
		let Provider::Person(person) = &resource.provider else { return true };
		let has_right = || match resource.stands_for {
			StandsFor::Unit(unit) => T::Register::is_at_home(person, unit),
			StandsFor::Right(_) | StandsFor::Thing => true,
		};
		T::Members::is_member(person) && has_right()
	}
}
