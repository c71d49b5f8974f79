// SPDX-License-Identifier: Apache-2.0

//! Starting, returning, cancelling and lapsing of bookings (D36).

use crate::{
	types::{BookingId, BookingState, CancelledBy, Frozen, Provider, ResourceId, Side, Step},
	BookingOf, Bookings, Config, Error, Event, InUse, Pallet, ProviderOf, ResourceOf, Resources,
};
use frame_support::{
	ensure,
	traits::{Contains, Get},
};
use frame_system::{
	ensure_signed,
	pallet_prelude::{BlockNumberFor, OriginFor},
};
use linli_primitives::{
	traits::{Clock, Members, People},
	Fen, Moment,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The side of a booking that the origin is on. An account that is both counts as the renter, such as a manager who
	/// books a resource of the community.
	pub(crate) fn side(
		origin: OriginFor<T>,
		booking: &BookingOf<T>,
		provider: &ProviderOf<T>,
	) -> Result<Side, DispatchError> {
		if ensure_signed(origin.clone()).is_ok_and(|who| who == booking.renter) {
			return Ok(Side::Renter);
		}
		Self::ensure_provider(origin.clone(), provider).map_err(|_| Error::<T>::NotParty)?;
		Self::ensure_not_own_case(origin, booking, provider)?;
		Ok(Side::Provider)
	}

	/// Ensures that nobody acts for the community in a booking of their own, or of somebody of their home: they would
	/// accept their own claims.
	pub(crate) fn ensure_not_own_case(
		origin: OriginFor<T>,
		booking: &BookingOf<T>,
		provider: &ProviderOf<T>,
	) -> DispatchResult {
		if let (Provider::Community { .. }, Ok(who)) = (provider, ensure_signed(origin)) {
			ensure!(!T::People::shares_home(&who, &booking.renter), Error::<T>::OwnCase);
		}
		Ok(())
	}

	/// Whether the account is the resource's device, and the owners appointed it. Otherwise a provider could set their
	/// own account as the device, and start bookings whose renters do not come.
	fn is_device(who: &T::AccountId, resource: &ResourceOf<T>) -> bool {
		resource.device.as_ref() == Some(who) && T::Devices::contains(who)
	}

	/// Whether the booking has begun, but another renter with an earlier booking still has the resource. A renter
	/// blocked by an earlier booking of their own household does not count.
	pub(crate) fn is_kept_out(id: BookingId, booking: &BookingOf<T>, at: Moment) -> bool {
		at >= booking.start
			&& InUse::<T>::get(booking.resource)
				.filter(|other| *other != id)
				.and_then(Bookings::<T>::get)
				.is_some_and(|other| other.household != booking.household && other.start < booking.start)
	}

	/// The reason that applies if the renter cancels at `at`.
	pub(crate) fn renter_cancels_as(id: BookingId, booking: &BookingOf<T>, at: Moment) -> CancelledBy {
		if Self::is_kept_out(id, booking, at) {
			CancelledBy::KeptOut
		} else {
			CancelledBy::Renter
		}
	}

	/// The part of the price that is refunded if `by` cancels at `at`, in fen. `None` on overflow.
	///
	/// A renter who left gets what a renter who cancels gets: otherwise a resident would leave for a moment, and be
	/// named again, to cancel late for nothing.
	pub(crate) fn refund_of(booking: &BookingOf<T>, by: CancelledBy, at: Moment) -> Option<Fen> {
		let Frozen { price, cancellation, .. } = booking.frozen;
		match by {
			CancelledBy::Provider | CancelledBy::KeptOut => Some(price),
			CancelledBy::Left if Self::provider_left(booking.resource) => Some(price),
			CancelledBy::Left | CancelledBy::Renter => cancellation.refund(price, booking.start, at),
		}
	}

	/// Whether the resource is offered by somebody who is no longer a member, or has no more right to it: after the
	/// sale of the parking space, say.
	pub(crate) fn provider_left(id: ResourceId) -> bool {
		Resources::<T>::get(id).is_some_and(|resource| !Self::may_offer(&resource))
	}

	/// Whether the booking cannot be started any more because its renter or provider left the community, and has not
	/// begun: then anyone can have it cancelled.
	pub(crate) fn is_abandoned(booking: &BookingOf<T>, now: Moment) -> bool {
		booking.state == BookingState::Booked
			&& now <= booking.start
			&& (!T::Members::is_member(&booking.renter) || Self::provider_left(booking.resource))
	}

	/// See [`Pallet::cancel`].
	pub(crate) fn do_cancel(origin: OriginFor<T>, id: BookingId, min_refund: Fen) -> DispatchResult {
		let booking = Self::booking(id)?;
		let resource = Self::resource(booking.resource)?;
		let at = Self::instant();
		let by = match Self::side(origin, &booking, &resource.provider)? {
			Side::Renter => Self::renter_cancels_as(id, &booking, at.clock),
			Side::Provider => CancelledBy::Provider,
		};
		booking.state.after(Step::Cancel { at, start: booking.start, by }).map_err(Error::<T>::from)?;
		let refund = Self::refund_of(&booking, by, at.clock).ok_or(Error::<T>::Overflow)?;
		ensure!(refund >= min_refund, Error::<T>::RefundTooLow);
		Self::cancel_by(id, booking, by)
	}

	/// Cancels a booking for one side.
	pub(crate) fn cancel_by(id: BookingId, mut booking: BookingOf<T>, by: CancelledBy) -> DispatchResult {
		let at = Self::instant();
		let start = booking.start;
		Self::take(&mut booking, Step::Cancel { at, start, by })?;
		let refund = Self::refund_of(&booking, by, at.clock).ok_or(Error::<T>::Overflow)?;
		Self::vacate(&booking);
		booking.refund = refund;
		let kept = booking.frozen.price.checked_sub(refund).ok_or(Error::<T>::Overflow)?;
		let parts = Self::divide_price(&booking, kept)?;
		Self::deposit_event(Event::Cancelled { booking: id, by, refund, kept, share: parts.share });
		Self::give_back(id, &mut booking, parts)?;
		Self::close(id, booking, at.clock)
	}

	/// See [`Pallet::start`].
	pub(crate) fn do_start(who: &T::AccountId, id: BookingId) -> DispatchResult {
		let mut booking = Self::booking(id)?;
		let is_device = || Ok::<_, DispatchError>(Self::is_device(who, &Self::resource(booking.resource)?));
		ensure!(booking.renter == *who || is_device()?, Error::<T>::NotParty);
		if booking.state == BookingState::Booked {
			ensure!(T::Members::is_member(&booking.renter), Error::<T>::NotMember);
			ensure!(!Self::provider_left(booking.resource), Error::<T>::ProviderLeft);
		}
		let at = Self::instant();
		let (start, end) = (booking.start, booking.end);
		Self::take(&mut booking, Step::Start { at, start, end })?;
		InUse::<T>::insert(booking.resource, id);
		Self::deposit_event(Event::Started { booking: id });
		let due = Self::overdue(&booking).until::<T::Clock>().ok_or(Error::<T>::Overflow)?;
		Self::keep(id, booking, due);
		Ok(())
	}

	/// See [`Pallet::return_resource`].
	pub(crate) fn do_return(origin: OriginFor<T>, id: BookingId) -> DispatchResult {
		let booking = Self::booking(id)?;
		let resource = Self::resource(booking.resource)?;
		let who = ensure_signed(origin.clone()).ok();
		let at = Self::instant();
		let is_device = who.as_ref().is_some_and(|who| Self::is_device(who, &resource));
		if !is_device {
			let by = Self::side(origin, &booking, &resource.provider)?;
			// The renter has the resource until the end.
			ensure!(by == Side::Renter || at.clock >= booking.end, Error::<T>::BookingRunning);
		}
		let (start, late) = (booking.start, Self::lateness(&booking, at.clock));
		// Only a device knows that it is back: a renter who says so at once, and keeps it, would have the deposit
		// released before the end.
		let since = if is_device { at.lived } else { at.lived.max(T::Clock::lived_at(booking.end)) };
		let until = since.checked_add(booking.frozen.claim_window).ok_or(Error::<T>::Overflow)?;
		let shown = T::Clock::moment_of(until);
		Self::returned(id, booking, Step::Return { at, start, until }, (late, shown), who)
	}

	/// Counts a booking whose time is over as returned. A late fee is due only if it was started.
	pub(crate) fn lapse(id: BookingId, booking: BookingOf<T>) -> DispatchResult {
		let at = Self::instant();
		// A late block does not increase the late fee.
		let late = Self::lateness(&booking, at.clock).min(T::MaxOverdue::get());
		let due = booking.due;
		// Before its end the renter may still bring back what was taken without a start.
		let since = at.lived.max(T::Clock::lived_at(booking.end));
		let until = since.checked_add(booking.frozen.claim_window).ok_or(Error::<T>::Overflow)?;
		let shown = T::Clock::moment_of(until);
		Self::returned(id, booking, Step::Lapse { at, due, until }, (late, shown), None)
	}

	/// Stores the return of a booking that is `late` ms late: damage can be claimed until the clock time `shown`.
	fn returned(
		id: BookingId,
		mut booking: BookingOf<T>,
		step: Step<BlockNumberFor<T>>,
		(late, shown): (Moment, Moment),
		by: Option<T::AccountId>,
	) -> DispatchResult {
		if matches!(booking.state, BookingState::Started { .. }) {
			booking.late = booking.late_fee_for(late).ok_or(Error::<T>::Overflow)?;
		}
		Self::take(&mut booking, step)?;
		if InUse::<T>::get(booking.resource) == Some(id) {
			InUse::<T>::remove(booking.resource);
		}
		Self::vacate(&booking);
		Self::deposit_event(Event::Returned { booking: id, late_fee: booking.late, until: shown, by });
		Self::keep(id, booking, shown);
		Ok(())
	}
}
