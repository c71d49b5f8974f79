// SPDX-License-Identifier: Apache-2.0

//! Which slots are taken, and by how many bookings of whom. No two bookings overlap, since a bit is set once; and what
//! that costs depends on the length of the booking alone, at most five pages.

use crate::{
	types::{Interval, ResourceId},
	BookingOf, Config, Error, Pallet, ResourceOf, Standing, Taken,
};
use frame_support::ensure;
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Whether none of the slots is taken.
	pub(crate) fn is_free(resource: ResourceId, interval: Interval) -> bool {
		interval.pages().all(|(page, bits)| Taken::<T>::get(resource, page) & bits == 0)
	}

	/// Takes the slots for a booking of the renter's, if nobody has them and the renter has not too many.
	pub(crate) fn occupy(
		id: ResourceId,
		resource: &ResourceOf<T>,
		renter: &T::AccountId,
		interval: Interval,
	) -> DispatchResult {
		Self::take_slots(id, interval)?;
		Standing::<T>::try_mutate(id, renter, |standing| {
			let has_room = resource.terms.per_renter.is_none_or(|most| *standing < most.into());
			ensure!(has_room, Error::<T>::TooManyOfThis);
			*standing = standing.checked_add(1).ok_or(Error::<T>::Overflow)?;
			Ok(())
		})
	}

	/// Gives back what a booking took.
	pub(crate) fn vacate(booking: &BookingOf<T>) {
		Self::free_slots_of(booking.resource, booking.interval);
		Standing::<T>::mutate_exists(booking.resource, &booking.renter, |standing| {
			*standing = standing.and_then(|standing| standing.checked_sub(1)).filter(|left| *left > 0);
		});
	}

	/// Takes the slots, all or none.
	pub(crate) fn take_slots(resource: ResourceId, interval: Interval) -> DispatchResult {
		ensure!(Self::is_free(resource, interval), Error::<T>::Overlap);
		for (page, bits) in interval.pages() {
			Taken::<T>::mutate(resource, page, |taken| *taken |= bits);
		}
		Ok(())
	}

	/// Gives the slots back. A page without a taken slot goes.
	fn free_slots_of(resource: ResourceId, interval: Interval) {
		for (page, bits) in interval.pages() {
			Taken::<T>::mutate_exists(resource, page, |taken| {
				*taken = taken.map(|taken| taken & !bits).filter(|left| *left != 0);
			});
		}
	}
}
