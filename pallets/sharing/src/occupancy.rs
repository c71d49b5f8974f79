// SPDX-License-Identifier: Apache-2.0

//! When resources are taken, and by how many bookings of whom. No two bookings of a resource overlap. The time that one
//! takes stands at its end, in the order of time: whether another fits is one look at the first that ends after it begins,
//! however many there are and however long.

use crate::{
	types::{EndKey, ResourceId},
	BookingOf, Config, Error, OutstandingBookings, Pallet, ResourceOf, TakenSlots,
};
use frame_support::ensure;
use linli_primitives::Moment;
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Whether nobody has any of the time from `start` to `end`, exclusive.
	pub(crate) fn is_free(resource: ResourceId, start: Moment, end: Moment) -> bool {
		Self::taken_after(resource, start).next().is_none_or(|(other, _)| other >= end)
	}

	/// The times in which a resource is taken, start and end, that end after `moment`; in their order.
	pub(crate) fn taken_after(resource: ResourceId, moment: Moment) -> impl Iterator<Item = (Moment, Moment)> {
		let after = TakenSlots::<T>::hashed_key_for(resource, EndKey::new(moment));
		TakenSlots::<T>::iter_prefix_from(resource, after).map(|(key, start)| (start, key.id()))
	}

	/// Takes a time for a booking of the renter's, if nobody has it and the renter has not too many.
	pub(crate) fn occupy(
		id: ResourceId,
		resource: &ResourceOf<T>,
		renter: &T::AccountId,
		(start, end): (Moment, Moment),
	) -> DispatchResult {
		Self::take_time(id, start, end)?;
		OutstandingBookings::<T>::try_mutate(id, renter, |standing| {
			let has_room = resource.terms.per_renter.is_none_or(|most| *standing < most.into());
			ensure!(has_room, Error::<T>::TooManyBookingsOfResource);
			*standing = standing.checked_add(1).ok_or(Error::<T>::Overflow)?;
			Ok(())
		})
	}

	/// Gives back what a booking took.
	pub(crate) fn vacate(booking: &BookingOf<T>) {
		TakenSlots::<T>::remove(booking.resource, EndKey::new(booking.end));
		OutstandingBookings::<T>::mutate_exists(booking.resource, &booking.renter, |standing| {
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
