// SPDX-License-Identifier: Apache-2.0

//! Running bookings that become longer, where nobody waits for the resource.

use crate::{
	types::{BookingId, BookingState, EndKey, Interval, Seen},
	Config, Error, Event, HoldReason, Pallet, TakenSlots,
};
use frame_support::ensure;
use linli_primitives::{traits::Clock, Fen};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// See [`Pallet::extend`].
	pub(crate) fn do_extend(who: &T::AccountId, id: BookingId, slots: u16, seen: Seen) -> DispatchResult {
		let mut booking = Self::booking(id)?;
		ensure!(booking.renter == *who, Error::<T>::NotRenter);
		ensure!(matches!(booking.state, BookingState::Started { .. }), Error::<T>::BookingNotRunning);
		let now = T::Clock::now();
		ensure!(now < booking.end, Error::<T>::BookingOver);
		let resource = Self::resource(booking.resource)?;
		Self::ensure_terms_seen(&resource, seen)?;
		Self::ensure_offered(&resource)?;
		ensure!(slots > 0, Error::<T>::TooShort);
		let total = booking.interval.slots.checked_add(slots).ok_or(Error::<T>::TooLong)?;
		ensure!(total <= resource.terms.max_slots, Error::<T>::TooLong);
		let first = booking.interval.end().ok_or(Error::<T>::TooFarAhead)?;
		let (start, end) = Self::open_span(&resource, Interval { first, slots }, now, now)?;
		// The offset changed since it was booked: the next slot does not begin when it ends.
		ensure!(start == booking.end, Error::<T>::NotDuringClockChange);
		ensure!(Self::is_free(booking.resource, start, end), Error::<T>::SlotsAlreadyTaken);
		let price: Fen = resource.terms.price.checked_mul(slots.into()).ok_or(Error::<T>::Overflow)?;
		ensure!(price <= seen.max_cost, Error::<T>::MaxCostExceeded);
		Self::hold(HoldReason::Price, who, price)?;
		TakenSlots::<T>::remove(booking.resource, EndKey::new(booking.end));
		TakenSlots::<T>::insert(booking.resource, EndKey::new(end), booking.start);
		booking.frozen.price = booking.frozen.price.checked_add(price).ok_or(Error::<T>::Overflow)?;
		booking.interval.slots = total;
		booking.end = end;
		let due = Self::overdue(&booking).until::<T::Clock>().ok_or(Error::<T>::Overflow)?;
		Self::deposit_event(Event::Extended { booking: id, slots, until: end, price });
		Self::keep(id, booking, due);
		Ok(())
	}
}
