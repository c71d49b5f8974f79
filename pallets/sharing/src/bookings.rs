// SPDX-License-Identifier: Apache-2.0

//! Making and storing bookings (D35).

use crate::{
	types::{
		Booking, BookingId, BookingKey, BookingState, DueKey, Frozen, Interval, Provider, Repeat, ResourceId,
		ResourceStatus, Seen, Step, StepError, Uses,
	},
	BookingOf, Bookings, Config, Error, Event, HoldReason, NextBooking, OpenAt, OpenBookings, Pallet, Queue,
	RenterBookings, ResourceOf, Resources, Rules,
};
use frame_support::{ensure, traits::Get, BoundedVec};
use frame_system::pallet_prelude::BlockNumberFor;
use linli_primitives::{
	calendar::DAY,
	traits::{Clock, Community, Members, People},
	Fen, Moment,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> From<StepError> for Error<T> {
	fn from(error: StepError) -> Self {
		match error {
			StepError::NotBooked => Self::NotBooked,
			StepError::BookingNotBegun => Self::BookingNotBegun,
			StepError::Begun => Self::BookingAlreadyBegun,
			StepError::Over => Self::BookingOver,
			StepError::NotStarted => Self::NotStarted,
			StepError::NotReturned => Self::NotReturned,
			StepError::NotClaimed => Self::NotClaimed,
			StepError::NotDisputed => Self::NotDisputed,
			StepError::NotEmpanelled => Self::NotEmpanelled,
			StepError::NotRuled => Self::NotRuled,
			StepError::NotAppealed => Self::NotAppealed,
			StepError::WindowOver => Self::WindowOver,
			StepError::NotDue => Self::NotDue,
			StepError::NotRevealing => Self::NotRevealing,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// See [`Pallet::book`].
	pub(crate) fn do_book(who: &T::AccountId, id: ResourceId, interval: Interval, seen: Seen) -> DispatchResult {
		Self::ensure_terms_seen(&Self::resource(id)?, seen)?;
		let (_, cost) = Self::take_interval(who, id, interval, None)?;
		ensure!(cost <= seen.max_cost, Error::<T>::MaxCostExceeded);
		Ok(())
	}

	/// Ensures that these are the terms that the renter has read.
	pub(crate) fn ensure_terms_seen(resource: &ResourceOf<T>, seen: Seen) -> DispatchResult {
		ensure!(resource.terms_version == seen.terms_version, Error::<T>::TermsMismatch);
		Ok(())
	}

	/// Books an interval. Returns the id of the booking, and its price and deposit together, in fen.
	pub(crate) fn take_interval(
		who: &T::AccountId,
		id: ResourceId,
		interval: Interval,
		series: Option<BookingId>,
	) -> Result<(BookingId, Fen), DispatchError> {
		ensure!(T::Members::is_member(who), Error::<T>::NotMember);
		let mut resource = Self::resource(id)?;
		// Not with another account of the household either: both sides of a booking rate each other.
		ensure!(!Self::is_own(&resource.provider, who), Error::<T>::OwnResource);
		let household = T::People::household(who);
		let (start, end) = Self::ensure_bookable(&resource, interval, T::Clock::now())?;
		Self::occupy(id, &resource, &household, (start, end))?;
		let frozen = Self::freeze(&resource, interval)?;
		let booking = NextBooking::<T>::get();
		NextBooking::<T>::put(booking.checked_add(1).ok_or(Error::<T>::Overflow)?);
		Self::count_open(who, &household)?;
		Self::hold(HoldReason::Price, who, frozen.price)?;
		Self::hold(HoldReason::Deposit, who, frozen.deposit)?;
		resource.records = resource.records.checked_add(1).ok_or(Error::<T>::Overflow)?;
		let provider = resource.provider.clone();
		Resources::<T>::insert(id, resource);
		let key = BookingKey::new(booking);
		RenterBookings::<T>::insert(who, key, ());
		OpenBookings::<T>::insert(who, key, ());
		OpenAt::<T>::insert(id, key, ());
		let (price, deposit) = (frozen.price, frozen.deposit);
		let near = Self::near_of(who, &provider);
		let mut made = Booking {
			resource: id,
			renter: who.clone(),
			household,
			near,
			series,
			interval,
			start,
			end,
			frozen,
			state: BookingState::Booked,
			due: end,
			late: 0,
			claim: None,
			damages: 0,
			refund: 0,
			uses: Uses::default(),
			entries: BoundedVec::new(),
		};
		made.due = Self::lapses_at(&made);
		Queue::<T>::insert(DueKey::new(made.due, booking), ());
		Bookings::<T>::insert(booking, made);
		Self::deposit_event(Event::Booked {
			booking,
			resource: id,
			renter: who.clone(),
			interval,
			price,
			deposit,
			series,
		});
		Ok((booking, price.checked_add(deposit).ok_or(Error::<T>::Overflow)?))
	}

	/// See [`Pallet::book_series`]. If one booking fails, the storage layer of the call reverts the others.
	pub(crate) fn do_book_series(
		who: &T::AccountId,
		id: ResourceId,
		interval: Interval,
		repeat: Repeat,
		seen: Seen,
	) -> DispatchResult {
		ensure!(repeat.is_valid(), Error::<T>::InvalidSeries);
		let resource = Self::resource(id)?;
		Self::ensure_terms_seen(&resource, seen)?;
		let length = resource.terms.slot;
		let firsts = repeat.firsts(interval.first, length);
		// Fewer only at the end of the range of slots, which is beyond any horizon.
		ensure!(firsts.len() == usize::from(repeat.count), Error::<T>::TooFarAhead);
		let series = NextBooking::<T>::get();
		let mut sum: Fen = 0;
		for first in firsts {
			let (_, cost) = Self::take_interval(who, id, Interval { first, slots: interval.slots }, Some(series))?;
			sum = sum.checked_add(cost).ok_or(Error::<T>::Overflow)?;
		}
		ensure!(sum <= seen.max_cost, Error::<T>::MaxCostExceeded);
		Ok(())
	}

	/// Ensures that these slots can be booked at `now`, except that they may be taken. Returns their start and end.
	pub(crate) fn ensure_bookable(
		resource: &ResourceOf<T>,
		interval: Interval,
		now: Moment,
	) -> Result<(Moment, Moment), DispatchError> {
		Self::ensure_offered(resource)?;
		let terms = &resource.terms;
		ensure!(interval.slots >= terms.min_slots, Error::<T>::TooShort);
		ensure!(interval.slots <= terms.max_slots, Error::<T>::TooLong);
		let earliest = now.checked_add(terms.lead_time).ok_or(Error::<T>::Overflow)?;
		Self::open_span(resource, interval, earliest, now)
	}

	/// Ensures that the resource takes bookings.
	pub(crate) fn ensure_offered(resource: &ResourceOf<T>) -> DispatchResult {
		match resource.status {
			ResourceStatus::Open => (),
			ResourceStatus::Suspended => return Err(Error::<T>::ResourceSuspended.into()),
			ResourceStatus::Withdrawn => return Err(Error::<T>::ResourceWithdrawn.into()),
		}
		ensure!(Self::may_offer(resource), Error::<T>::ProviderLeft);
		Ok(())
	}

	/// Start and end of slots in which the resource is open, from `earliest` on and within the horizon.
	pub(crate) fn open_span(
		resource: &ResourceOf<T>,
		interval: Interval,
		earliest: Moment,
		now: Moment,
	) -> Result<(Moment, Moment), DispatchError> {
		let terms = &resource.terms;
		ensure!(terms.is_open(interval), Error::<T>::NotInOpeningWindows);
		let calendar = T::Community::calendar();
		let (start, end) = terms.slot.span(interval, &calendar).ok_or_else(|| {
			// Times that the calendar cannot represent are before 1970 in UTC, or after its end.
			let is_past = terms.slot.ms().saturating_mul(interval.first.into()) <= now;
			if is_past {
				Error::<T>::TooEarly
			} else {
				Error::<T>::TooFarAhead
			}
		})?;
		let latest = now.checked_add(terms.horizon).ok_or(Error::<T>::Overflow)?;
		ensure!(start >= earliest, Error::<T>::TooEarly);
		ensure!(end <= latest, Error::<T>::TooFarAhead);
		ensure!(terms.slot.is_steady(interval, &calendar), Error::<T>::NotDuringClockChange);
		Ok((start, end))
	}

	/// The terms that apply if these slots are booked now.
	fn freeze(resource: &ResourceOf<T>, interval: Interval) -> Result<Frozen, DispatchError> {
		let (terms, rules) = (&resource.terms, Rules::<T>::get());
		let share = match resource.provider {
			Provider::Person(_) => rules.private_share,
			Provider::Community { .. } => rules.common_share,
		};
		Ok(Frozen {
			price: terms.price.checked_mul(interval.slots.into()).ok_or(Error::<T>::Overflow)?,
			deposit: terms.deposit,
			slot: terms.slot,
			cancellation: terms.cancellation,
			late_fee: terms.late_fee,
			claim_window: terms.claim_window,
			no_show: terms.no_show,
			share,
			income_pot: rules.income_pot,
		})
	}

	/// The booking with this id.
	pub(crate) fn booking(id: BookingId) -> Result<BookingOf<T>, DispatchError> {
		Ok(Bookings::<T>::get(id).ok_or(Error::<T>::BookingNotFound)?)
	}

	/// Applies a step to the state of a booking, or returns why it is not possible.
	pub(crate) fn take(booking: &mut BookingOf<T>, step: Step<BlockNumberFor<T>>) -> DispatchResult {
		booking.state = booking.state.after(step).map_err(Error::<T>::from)?;
		Ok(())
	}

	/// Stores a changed booking, whose next automatic step is due at `due`.
	pub(crate) fn keep(id: BookingId, mut booking: BookingOf<T>, due: Moment) {
		Queue::<T>::remove(DueKey::new(booking.due, id));
		booking.due = due;
		Queue::<T>::insert(DueKey::new(due, id), ());
		Bookings::<T>::insert(id, booking);
	}

	/// Stores a settled or cancelled booking: it is no longer open, and will be removed from state after
	/// [`Config::KeepFor`], or after a day if it was cancelled with a full refund.
	pub(crate) fn close(id: BookingId, booking: BookingOf<T>, now: Moment) -> DispatchResult {
		let key = BookingKey::new(id);
		OpenBookings::<T>::remove(&booking.renter, key);
		OpenAt::<T>::remove(booking.resource, key);
		Self::discount_open(&booking.renter, &booking.household)?;
		let was_nothing =
			matches!(booking.state, BookingState::Cancelled { .. }) && booking.refund == booking.frozen.price;
		let keep_for = if was_nothing { T::KeepFor::get().min(DAY) } else { T::KeepFor::get() };
		Self::keep(id, booking, now.checked_add(keep_for).ok_or(Error::<T>::Overflow)?);
		Ok(())
	}
}
