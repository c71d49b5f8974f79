// SPDX-License-Identifier: Apache-2.0

//! From booking to return, or to cancellation (D36).

use crate::{
	types::{BookingId, BookingState, CancelledBy, Frozen, RatedBy, Step},
	BookingOf, Bookings, Config, Error, Event, InUse, Pallet, ProviderOf, ResourceOf,
};
use frame_support::{
	ensure,
	traits::{Contains, Get},
};
use frame_system::{
	ensure_signed,
	pallet_prelude::{BlockNumberFor, OriginFor},
};
use linli_primitives::{traits::Clock, Fen, Moment};
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

	/// Whether the account is the resource's device, and the owners appointed it: who shares a thing could else name an
	/// account of his own, and begin for whoever does not come.
	fn is_device(who: &T::AccountId, resource: &ResourceOf<T>) -> bool {
		resource.device.as_ref() == Some(who) && T::Devices::contains(who)
	}

	/// Whether another renter, whose time is over, still has it when it is this one's. Who keeps himself out, does not
	/// count.
	fn is_kept_out(id: BookingId, booking: &BookingOf<T>, at: Moment) -> bool {
		at >= booking.start
			&& InUse::<T>::get(booking.resource)
				.filter(|other| *other != id)
				.and_then(Bookings::<T>::get)
				.is_some_and(|other| other.renter != booking.renter && other.start < booking.start)
	}

	/// As whom the renter cancels at `at`.
	pub(crate) fn renter_cancels_as(id: BookingId, booking: &BookingOf<T>, at: Moment) -> CancelledBy {
		if Self::is_kept_out(id, booking, at) {
			CancelledBy::KeptOut
		} else {
			CancelledBy::Renter
		}
	}

	/// What of the price comes back to the renter if `by` cancels at `at`, in fen. `None` where the numbers do not fit.
	pub(crate) fn refund_of(booking: &BookingOf<T>, by: CancelledBy, at: Moment) -> Option<Fen> {
		let Frozen { price, cancellation, .. } = booking.frozen;
		match by {
			CancelledBy::Provider | CancelledBy::KeptOut => Some(price),
			CancelledBy::Renter => cancellation.refund(price, booking.start, at),
		}
	}

	pub(crate) fn do_cancel(origin: OriginFor<T>, id: BookingId) -> DispatchResult {
		let booking = Self::booking(id)?;
		let resource = Self::resource(booking.resource)?;
		let by = match Self::side(origin, &booking, &resource.provider)? {
			RatedBy::Renter => Self::renter_cancels_as(id, &booking, T::Clock::now()),
			RatedBy::Provider => CancelledBy::Provider,
		};
		Self::cancel_by(id, booking, by)
	}

	/// Cancels for one side.
	pub(crate) fn cancel_by(id: BookingId, mut booking: BookingOf<T>, by: CancelledBy) -> DispatchResult {
		let at = T::Clock::now();
		let start = booking.start;
		Self::take(&mut booking, Step::Cancel { at, start, by })?;
		let refund = Self::refund_of(&booking, by, at).ok_or(Error::<T>::Overflow)?;
		Self::vacate(&booking);
		booking.refund = refund;
		let kept = booking.frozen.price.checked_sub(refund).ok_or(Error::<T>::Overflow)?;
		let parts = Self::divide_price(&booking, kept)?;
		Self::deposit_event(Event::Cancelled { booking: id, by, refund, kept, share: parts.share });
		Self::give_back(id, &mut booking, parts)?;
		Self::close(id, booking, at)
	}

	pub(crate) fn do_start(who: &T::AccountId, id: BookingId) -> DispatchResult {
		let mut booking = Self::booking(id)?;
		let is_device = || Ok::<_, DispatchError>(Self::is_device(who, &Self::resource(booking.resource)?));
		ensure!(booking.renter == *who || is_device()?, Error::<T>::NotParty);
		let at = T::Clock::now();
		let (start, end) = (booking.start, booking.end);
		Self::take(&mut booking, Step::Start { at, start, end })?;
		InUse::<T>::insert(booking.resource, id);
		Self::deposit_event(Event::Started { booking: id });
		Self::keep(id, booking, Self::overdue_until(end)?);
		Ok(())
	}

	pub(crate) fn do_return(origin: OriginFor<T>, id: BookingId) -> DispatchResult {
		let booking = Self::booking(id)?;
		let resource = Self::resource(booking.resource)?;
		let who = ensure_signed(origin.clone()).ok();
		let at = T::Clock::now();
		if !who.as_ref().is_some_and(|who| Self::is_device(who, &resource)) {
			let by = Self::side(origin, &booking, &resource.provider)?;
			// Until then it is the renter's.
			ensure!(by == RatedBy::Renter || at >= booking.end, Error::<T>::BookingRunning);
		}
		let (start, until) = (booking.start, Self::claims_until(&booking, at)?);
		Self::returned(id, booking, Step::Return { at, start, until }, (at, until), who)
	}

	/// The booking's time passed: it counts as returned. Who never came owes no late fee, who never came back does.
	pub(crate) fn lapse(id: BookingId, booking: BookingOf<T>, at: Moment) -> DispatchResult {
		let until = Self::claims_until(&booking, at)?;
		// However late a block comes to it.
		let counted = at.min(Self::overdue_until(booking.end)?);
		let due = booking.due;
		Self::returned(id, booking, Step::Lapse { at, due, until }, (counted, until), None)
	}

	/// Until when a booking with that end can be overdue.
	fn overdue_until(end: Moment) -> Result<Moment, DispatchError> {
		Ok(end.checked_add(T::MaxOverdue::get()).ok_or(Error::<T>::Overflow)?)
	}

	fn claims_until(booking: &BookingOf<T>, at: Moment) -> Result<Moment, DispatchError> {
		Ok(at.checked_add(booking.frozen.claim_window).ok_or(Error::<T>::Overflow)?)
	}

	/// It is back since `counted`, as far as late fees go, and damage can be claimed `until` then.
	fn returned(
		id: BookingId,
		mut booking: BookingOf<T>,
		step: Step<BlockNumberFor<T>>,
		(counted, until): (Moment, Moment),
		by: Option<T::AccountId>,
	) -> DispatchResult {
		if matches!(booking.state, BookingState::Started { .. }) {
			booking.late = booking.late_fee_at(counted).ok_or(Error::<T>::Overflow)?;
		}
		Self::take(&mut booking, step)?;
		if InUse::<T>::get(booking.resource) == Some(id) {
			InUse::<T>::remove(booking.resource);
		}
		Self::vacate(&booking);
		Self::deposit_event(Event::Returned { booking: id, late_fee: booking.late, until, by });
		Self::keep(id, booking, until);
		Ok(())
	}
}
