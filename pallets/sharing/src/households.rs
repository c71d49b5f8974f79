// SPDX-License-Identifier: Apache-2.0

//! What is counted by household (D47). A resource and a booking keep the household that they were counted for: an
//! account that moves does not move its counts.

use crate::{
	types::{ListedBy, Provider},
	Config, Error, HouseholdOf, HouseholdOpenCount, OpenCount, Pallet, ProviderOf,
};
use frame_support::{ensure, traits::Get};
use linli_primitives::traits::People;
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Whether what `provider` offers is the renter's own: they are one person, of one household, or owner and resident
	/// of one unit. An owner names whom they like, and both sides of a booking rate each other.
	pub(crate) fn is_own(provider: &ProviderOf<T>, renter: &T::AccountId) -> bool {
		let Provider::Person(provider) = provider else { return false };
		T::People::shares_home(provider, renter)
	}

	/// What a resource of the provider counts towards the maximum of.
	pub(crate) fn listed_by(provider: &ProviderOf<T>) -> ListedBy<T::AccountId> {
		match provider {
			Provider::Person(person) => ListedBy::Household(T::People::household(person)),
			Provider::Community { pot } => ListedBy::Community { pot: *pot },
		}
	}

	/// The maximum number of resources.
	pub(crate) fn most_resources(listed_by: &ListedBy<T::AccountId>) -> u32 {
		match listed_by {
			ListedBy::Household(_) => T::MaxResources::get(),
			ListedBy::Community { .. } => T::MaxCommonResources::get(),
		}
	}

	/// Counts an open booking of the renter and of the renter's household.
	pub(crate) fn count_open(renter: &T::AccountId, household: &HouseholdOf<T>) -> DispatchResult {
		let add = |count: &mut u32| {
			ensure!(*count < T::MaxOpenBookings::get(), Error::<T>::TooManyBookings);
			*count = count.checked_add(1).ok_or(Error::<T>::Overflow)?;
			Ok::<_, DispatchError>(())
		};
		OpenCount::<T>::try_mutate(renter, add)?;
		HouseholdOpenCount::<T>::try_mutate(household, add)
	}

	/// No longer counts an open booking.
	pub(crate) fn discount_open(renter: &T::AccountId, household: &HouseholdOf<T>) -> DispatchResult {
		let subtract = |count: &mut Option<u32>| {
			let left = count.and_then(|count| count.checked_sub(1)).ok_or(Error::<T>::Overflow)?;
			*count = Some(left).filter(|left| *left > 0);
			Ok::<_, DispatchError>(())
		};
		OpenCount::<T>::try_mutate_exists(renter, subtract)?;
		HouseholdOpenCount::<T>::try_mutate_exists(household, subtract)
	}
}
