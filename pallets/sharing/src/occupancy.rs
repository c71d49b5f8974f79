// SPDX-License-Identifier: Apache-2.0

//! Which slots are taken. No two bookings overlap, since a bit is set once; and what that costs depends on the length
//! of the booking alone, at most five pages.

use crate::{
	types::{Interval, ResourceId},
	Config, Error, Pallet, Taken,
};
use frame_support::ensure;
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Whether none of the slots is taken.
	pub(crate) fn is_free(resource: ResourceId, interval: Interval) -> bool {
		interval.pages().all(|(page, bits)| Taken::<T>::get(resource, page) & bits == 0)
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
	pub(crate) fn free_slots_of(resource: ResourceId, interval: Interval) {
		for (page, bits) in interval.pages() {
			Taken::<T>::mutate_exists(resource, page, |taken| {
				*taken = taken.map(|taken| taken & !bits).filter(|left| *left != 0);
			});
		}
	}
}
