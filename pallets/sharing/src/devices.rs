// SPDX-License-Identifier: Apache-2.0

//! Locks, gates and chargers (D39).

use crate::{
	types::{BookingId, BookingState, Provider, Resource, ResourceId, Uses, MAX_USES},
	Bookings, Config, Error, Event, OpenBookings, Pallet, ProviderOf, Resources,
};
use codec::Encode;
use frame_support::{ensure, traits::Contains};
use linli_primitives::{
	traits::{Clock, Members, People},
	ContentHash, Moment,
};
use sp_io::hashing::blake2_256;
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Whether `account` may use the resource at `moment`: it has a booking at that time that is neither returned nor
	/// cancelled and, unless it was started, renter and provider are still members. Reads at most
	/// [`Config::MaxOpenBookings`] bookings.
	pub fn may_use(resource: ResourceId, account: &T::AccountId, moment: Moment) -> bool {
		let is_void = !T::Members::is_member(account) || Self::provider_left(resource);
		Resources::<T>::contains_key(resource)
			&& OpenBookings::<T>::iter_key_prefix(account).filter_map(|key| Bookings::<T>::get(key.id())).any(
				|booking| {
					booking.resource == resource
						&& booking.permits(moment)
						&& !(is_void && booking.state == BookingState::Booked)
				},
			)
	}

	/// Ensures that nobody with a part in the resource is its device: what a device records is evidence in a dispute.
	/// No member is one, nor anybody who acts for the community or shares a home with the provider. An account that the
	/// register does not know is as good as its provider's word.
	pub(crate) fn ensure_device(provider: &ProviderOf<T>, device: &T::AccountId) -> DispatchResult {
		let is_party = match provider {
			Provider::Person(person) => T::People::shares_home(person, device),
			Provider::Community { .. } => T::Office::contains(device),
		};
		ensure!(!is_party && !T::Members::is_member(device), Error::<T>::DeviceIsParty);
		Ok(())
	}

	/// See [`Pallet::record_use`].
	pub(crate) fn do_record_use(
		who: &T::AccountId,
		resource: ResourceId,
		id: BookingId,
		record: ContentHash,
	) -> DispatchResult {
		let Resource { device, provider, .. } = Self::resource(resource)?;
		ensure!(device.as_ref() == Some(who), Error::<T>::NotDevice);
		// It may have joined since it was set.
		Self::ensure_device(&provider, who)?;
		let mut booking = Self::booking(id)?;
		ensure!(booking.resource == resource, Error::<T>::ResourceMismatch);
		ensure!(booking.permits(T::Clock::now()), Error::<T>::NotInUse);
		ensure!(booking.uses.count < MAX_USES, Error::<T>::TooManyUses);
		let number = booking.uses.count.checked_add(1).ok_or(Error::<T>::Overflow)?;
		booking.uses = Uses { count: number, digest: blake2_256(&(booking.uses.digest, record).encode()).into() };
		Bookings::<T>::insert(id, booking);
		Self::deposit_event(Event::Used { booking: id, number, record });
		Ok(())
	}
}
