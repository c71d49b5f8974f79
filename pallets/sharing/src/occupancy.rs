// SPDX-License-Identifier: Apache-2.0

//! The times at which resources are taken, and the number of bookings per household. No two bookings of a resource
//! overlap. Each time is stored under its end, in the order of time, so that checking a new booking takes one read: of
//! the first entry that ends after the booking begins.

use crate::{
	types::{EndKey, ResourceId},
	BookingOf, Config, Error, HouseholdOf, OutstandingBookings, Pallet, ResourceOf, TakenSlots,
};
use frame_support::ensure;
use linli_primitives::Moment;
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Whether the resource is free from `start` to `end`, exclusive.
	pub(crate) fn is_free(resource: ResourceId, start: Moment, end: Moment) -> bool {
		Self::taken_after(resource, start).next().is_none_or(|(other, _)| other >= end)
	}

	/// The times at which a resource is taken that end after `moment`, as start and end, in the order of time.
	pub(crate) fn taken_after(resource: ResourceId, moment: Moment) -> impl Iterator<Item = (Moment, Moment)> {
		let after = TakenSlots::<T>::hashed_key_for(resource, EndKey::new(moment));
		TakenSlots::<T>::iter_prefix_from(resource, after).map(|(key, start)| (start, key.id()))
	}

	/// Takes a time for a booking, if it is free and the household has fewer than the maximum number of bookings.
	pub(crate) fn occupy(
		id: ResourceId,
		resource: &ResourceOf<T>,
		household: &HouseholdOf<T>,
		(start, end): (Moment, Moment),
	) -> DispatchResult {
		Self::take_time(id, start, end)?;
		OutstandingBookings::<T>::try_mutate(id, household, |standing| {
			let has_room = resource.terms.per_household.is_none_or(|most| *standing < most.into());
			ensure!(has_room, Error::<T>::TooManyBookingsOfResource);
			*standing = standing.checked_add(1).ok_or(Error::<T>::Overflow)?;
			Ok(())
		})
	}

	/// Frees the time of a booking.
	pub(crate) fn vacate(booking: &BookingOf<T>) {
		TakenSlots::<T>::remove(booking.resource, EndKey::new(booking.end));
		OutstandingBookings::<T>::mutate_exists(booking.resource, &booking.household, |standing| {
			*standing = standing.and_then(|standing| standing.checked_sub(1)).filter(|left| *left > 0);
		});
	}

	/// Takes the time from `start` to `end`, exclusive.
	pub(crate) fn take_time(resource: ResourceId, start: Moment, end: Moment) -> DispatchResult {
		ensure!(Self::is_free(resource, start, end), Error::<T>::SlotsAlreadyTaken);
		TakenSlots::<T>::insert(resource, EndKey::new(end), start);
		Ok(())
	}
}
