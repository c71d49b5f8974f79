// SPDX-License-Identifier: Apache-2.0

//! From booking to return, or to cancellation (D36).

use crate::{
	types::{BookingId, BookingState, CancelledBy, RatedBy, Step},
	BookingOf, Config, Error, Event, Pallet, ProviderOf,
};
use frame_support::{ensure, traits::Get};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use linli_primitives::{traits::Clock, Moment};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Which side of a booking the origin is. Who is both, is the renter: the manager, of the community's.
	pub(crate) fn side(
		origin: OriginFor<T>,
		booking: &BookingOf<T>,
		provider: &ProviderOf<T>,
	) -> Result<RatedBy, DispatchError> {
		if ensure_signed(origin.clone()).is_ok_and(|who| who == booking.renter) {
			return Ok(RatedBy::Renter);
		}
		Self::ensure_provider(origin, provider).map_err(|_| Error::<T>::NotParty)?;
		Ok(RatedBy::Provider)
	}

	pub(crate) fn do_cancel(origin: OriginFor<T>, id: BookingId) -> DispatchResult {
		let booking = Self::booking(id)?;
		let resource = Self::resource(booking.resource)?;
		let by = match Self::side(origin, &booking, &resource.provider)? {
			RatedBy::Renter => CancelledBy::Renter,
			RatedBy::Provider => CancelledBy::Provider,
		};
		Self::cancel_by(id, booking, by)
	}

	/// Cancels for one side.
	pub(crate) fn cancel_by(id: BookingId, mut booking: BookingOf<T>, by: CancelledBy) -> DispatchResult {
		let at = T::Clock::now();
		Self::take(&mut booking, Step::Cancel { at, by })?;
		let price = booking.frozen.price;
		let refund = match by {
			CancelledBy::Provider => price,
			CancelledBy::Renter => {
				booking.frozen.cancellation.refund(price, booking.start, at).ok_or(Error::<T>::Overflow)?
			}
		};
		Self::free_slots_of(booking.resource, booking.interval);
		let share = Self::give_back(id, &booking, refund)?;
		booking.refund = refund;
		let kept = price.checked_sub(refund).ok_or(Error::<T>::Overflow)?;
		Self::deposit_event(Event::Cancelled { booking: id, by, refund, kept, share });
		Self::close(id, booking, at)
	}

	pub(crate) fn do_start(who: &T::AccountId, id: BookingId) -> DispatchResult {
		let mut booking = Self::booking(id)?;
		let is_device = || Ok::<_, DispatchError>(Self::resource(booking.resource)?.device.as_ref() == Some(who));
		ensure!(booking.renter == *who || is_device()?, Error::<T>::NotParty);
		let at = T::Clock::now();
		let (start, end) = (booking.start, booking.end);
		Self::take(&mut booking, Step::Start { at, start, end })?;
		Self::deposit_event(Event::Started { booking: id });
		Self::keep(id, booking, end.checked_add(T::MaxOverdue::get()).ok_or(Error::<T>::Overflow)?);
		Ok(())
	}

	pub(crate) fn do_return(origin: OriginFor<T>, id: BookingId) -> DispatchResult {
		let mut booking = Self::booking(id)?;
		let resource = Self::resource(booking.resource)?;
		let who = ensure_signed(origin.clone()).ok();
		if who.is_none() || who != resource.device {
			Self::side(origin, &booking, &resource.provider)?;
		}
		let at = T::Clock::now();
		let until = Self::claims_until(&booking, at)?;
		Self::take(&mut booking, Step::Return { at, until })?;
		booking.late = booking.late_fee_at(at).ok_or(Error::<T>::Overflow)?;
		Self::returned(id, booking, until, who)
	}

	/// The booking's time passed: it counts as returned. Who never came owes no late fee, who never came back does.
	pub(crate) fn lapse(id: BookingId, mut booking: BookingOf<T>, at: Moment) -> DispatchResult {
		let until = Self::claims_until(&booking, at)?;
		let was_started = matches!(booking.state, BookingState::Started { .. });
		let due = booking.due;
		Self::take(&mut booking, Step::Lapse { at, due, until })?;
		if was_started {
			booking.late = booking.late_fee_at(at).ok_or(Error::<T>::Overflow)?;
		}
		Self::returned(id, booking, until, None)
	}

	fn claims_until(booking: &BookingOf<T>, at: Moment) -> Result<Moment, DispatchError> {
		Ok(at.checked_add(booking.frozen.claim_window).ok_or(Error::<T>::Overflow)?)
	}

	fn returned(id: BookingId, booking: BookingOf<T>, until: Moment, by: Option<T::AccountId>) -> DispatchResult {
		Self::free_slots_of(booking.resource, booking.interval);
		Self::deposit_event(Event::Returned { booking: id, late_fee: booking.late, until, by });
		Self::keep(id, booking, until);
		Ok(())
	}
}
