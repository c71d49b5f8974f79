// SPDX-License-Identifier: Apache-2.0

//! Automatic steps: those of bookings in the order of time, then the refunds of suspended and withdrawn resources,
//! within a weight limit. The rest waits for the next block.

use crate::{
	types::{Award, BookingId, BookingKey, BookingState, CancelledBy, Closing, DueKey, ResourceId, ResourceStatus},
	BookingOf, Bookings, Config, Error, Event, OpenAt, Pallet, Panels, Queue, Refunds, RenterBookings, Resources,
	WeightInfo,
};
use frame_support::{
	defensive, ensure,
	storage::with_storage_layer,
	weights::{Weight, WeightMeter},
};
use frame_system::pallet_prelude::BlockNumberFor;
use linli_primitives::{traits::Clock, Moment};
use sp_runtime::{DispatchError, DispatchResult};

/// The delay until a failed step is retried, in ms: an hour.
pub(crate) const TRY_AGAIN: Moment = 3_600_000;

/// The automatic step of a booking.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum DueStep<BlockNumber> {
	/// It lapses.
	Lapse,
	/// It is cancelled, and the whole price refunded.
	Cancel(CancelledBy),
	/// It is settled.
	Finish(Closing),
	/// A panel is drawn for a dispute raised at that time and block.
	Draw(Moment, BlockNumber),
	/// No secret is revealed any more.
	Close,
	/// Members who did not vote are replaced.
	Replace,
	/// The claim goes to the committee.
	Escalate,
	/// It is removed from state.
	Forget,
	/// It goes back into the queue: a standstill made its window longer, until that clock time.
	Wait(Moment),
}

impl<BlockNumber: Copy> DueStep<BlockNumber> {
	/// The step that follows in a state if nobody acts.
	fn of(state: &BookingState<BlockNumber>) -> Self {
		match state {
			BookingState::Booked | BookingState::Started { .. } => Self::Lapse,
			BookingState::Returned { .. } => Self::Finish(Closing::Unclaimed),
			BookingState::Claimed { .. } => Self::Finish(Closing::Silence),
			BookingState::Revealing { .. } => Self::Close,
			BookingState::Disputed { at, block } => Self::Draw(*at, *block),
			BookingState::Empanelled { replaced: false, .. } => Self::Replace,
			BookingState::Empanelled { replaced: true, .. } => Self::Escalate,
			BookingState::Ruled { .. } => Self::Finish(Closing::Unappealed),
			BookingState::Appealed { .. } => Self::Finish(Closing::CommitteeSilence),
			BookingState::Settled { .. } | BookingState::Cancelled { .. } => Self::Forget,
		}
	}

	/// The weight of the step, besides that of finding it.
	fn weight<T: Config>(&self) -> Weight {
		match self {
			// Going into the queue again is a part of lapsing.
			Self::Lapse | Self::Wait(_) | Self::Close => T::WeightInfo::lapse(),
			Self::Cancel(_) => T::WeightInfo::refund(),
			Self::Finish(_) => T::WeightInfo::finish(),
			Self::Draw(..) | Self::Replace => T::WeightInfo::draw(),
			Self::Escalate => T::WeightInfo::escalate(),
			Self::Forget => T::WeightInfo::forget(),
		}
	}
}

impl<T: Config> Pallet<T> {
	/// The weight of the most expensive step that [`Pallet::settle`] can take.
	pub(crate) fn max_settle_weight() -> Weight {
		T::WeightInfo::lapse()
			.max(T::WeightInfo::finish())
			.max(T::WeightInfo::escalate())
			.max(T::WeightInfo::forget())
			.max(T::WeightInfo::refund())
			.saturating_add(T::WeightInfo::look())
	}

	/// The minimum budget per block: any single step fits into it.
	pub(crate) fn min_budget() -> Weight {
		let others = T::WeightInfo::draw().max(T::WeightInfo::refund()).saturating_add(T::WeightInfo::look());
		T::WeightInfo::advance().saturating_add(Self::max_settle_weight().max(others))
	}

	/// Takes the steps that are due, within `limit`; returns the weight used.
	pub(crate) fn advance(limit: Weight) -> Weight {
		let mut meter = WeightMeter::with_limit(limit);
		if meter.try_consume(T::WeightInfo::advance()).is_err() {
			return Weight::zero();
		}
		let now = T::Clock::now();
		// The time is not set before the first block.
		if now > 0 && Self::advance_bookings(now, &mut meter) {
			Self::advance_refunds(&mut meter);
		}
		meter.consumed()
	}

	/// Takes the steps of bookings that are due. Returns whether none is left.
	fn advance_bookings(now: Moment, meter: &mut WeightMeter) -> bool {
		// The iterator continues from the last key, so that entries removed meanwhile are not read again.
		for key in Queue::<T>::iter_keys() {
			if key.due() > now {
				return true;
			}
			if meter.try_consume(T::WeightInfo::look()).is_err() {
				return false;
			}
			let id = key.id();
			let Some(booking) = Bookings::<T>::get(id) else {
				defensive!("a queued booking must exist");
				Queue::<T>::remove(key);
				continue;
			};
			let step = Self::due_step(id, &booking);
			if meter.try_consume(step.weight::<T>()).is_err() {
				return false;
			}
			if let Err(error) = with_storage_layer(|| Self::take_due_step(id, booking.clone(), step, now)) {
				Self::deposit_event(Event::StepFailed { booking: id, error });
				Self::keep(id, booking, now.saturating_add(TRY_AGAIN));
			}
		}
		true
	}

	/// The step that follows for a booking if nobody acts.
	fn due_step(id: BookingId, booking: &BookingOf<T>) -> DueStep<BlockNumberFor<T>> {
		if booking.state == BookingState::Booked && Self::lapses_at(booking) <= T::Clock::now() {
			// A provider who left is not paid for a booking that was never started.
			if Self::provider_left(booking.resource) {
				return DueStep::Cancel(CancelledBy::Left);
			}
			// Nor does anybody pay for what another renter kept.
			if Self::is_kept_out(id, booking, T::Clock::now()) {
				return DueStep::Cancel(CancelledBy::KeptOut);
			}
		}
		let due = match &booking.state {
			BookingState::Booked => Self::lapses_at(booking),
			BookingState::Started { .. } => Self::overdue(booking).until::<T::Clock>().unwrap_or(Moment::MAX),
			state => state.until().map_or(0, T::Clock::moment_of),
		};
		if T::Clock::now() < due {
			DueStep::Wait(due)
		} else {
			DueStep::of(&booking.state)
		}
	}

	/// See [`Pallet::settle`]. Returns the weight of the step.
	pub(crate) fn do_settle(id: BookingId) -> Result<Weight, DispatchError> {
		let booking = Self::booking(id)?;
		let now = T::Clock::now();
		if Self::is_abandoned(&booking, now) {
			Self::cancel_by(id, booking, CancelledBy::Left)?;
			return Ok(T::WeightInfo::refund().saturating_add(T::WeightInfo::look()));
		}
		let step = Self::due_step(id, &booking);
		// Choosing when to draw would mean choosing among panels.
		let must_wait = matches!(step, DueStep::Close | DueStep::Draw(..) | DueStep::Replace | DueStep::Wait(_));
		ensure!(booking.due <= now && !must_wait, Error::<T>::NotDue);
		Self::take_due_step(id, booking, step, now)?;
		Ok(step.weight::<T>().saturating_add(T::WeightInfo::look()))
	}

	/// Takes the automatic step of a booking.
	fn take_due_step(
		id: BookingId,
		booking: BookingOf<T>,
		step: DueStep<BlockNumberFor<T>>,
		now: Moment,
	) -> DispatchResult {
		match step {
			DueStep::Lapse => Self::lapse(id, booking),
			DueStep::Cancel(by) => Self::cancel_by(id, booking, by),
			DueStep::Finish(closing) => {
				let award = match closing {
					Closing::Unclaimed => Award::default(),
					Closing::Silence => Self::claim_of(&booking)?.claimed,
					_ => Self::ruled(&booking)?,
				};
				Self::finish(id, booking, closing, award)
			}
			DueStep::Draw(since, block) => Self::draw_panel(id, booking, (since, block), now),
			DueStep::Close => Self::close_reveals(id, booking),
			DueStep::Replace => Self::replace_panel(id, booking),
			DueStep::Escalate => Self::escalate(id, booking),
			DueStep::Forget => Self::forget(id, booking),
			DueStep::Wait(due) => {
				Self::keep(id, booking, due);
				Ok(())
			}
		}
	}

	/// Removes a booking from state; with the last one of a withdrawn resource, the resource too.
	fn forget(id: BookingId, booking: BookingOf<T>) -> DispatchResult {
		Self::forget_ratings(id, &booking)?;
		Panels::<T>::remove(id);
		Queue::<T>::remove(DueKey::new(booking.due, id));
		RenterBookings::<T>::remove(&booking.renter, BookingKey::new(id));
		Bookings::<T>::remove(id);
		Self::deposit_event(Event::Forgotten { booking: id });
		let mut resource = Self::resource(booking.resource)?;
		resource.records = resource.records.checked_sub(1).ok_or(Error::<T>::Overflow)?;
		if resource.records == 0 && resource.status == ResourceStatus::Withdrawn {
			Self::remove_resource(booking.resource, &resource);
		} else {
			Resources::<T>::insert(booking.resource, resource);
		}
		Ok(())
	}

	/// Cancels the bookings of resources that were suspended or withdrawn with refunds.
	fn advance_refunds(meter: &mut WeightMeter) {
		// The iterator continues from the last key, so that removed entries are not skipped again each time.
		for (resource, after) in Refunds::<T>::iter() {
			// Finding a resource and its next booking costs as much as finding a step that is due.
			if meter.try_consume(T::WeightInfo::look()).is_err() || !Self::refund_some(resource, after, meter) {
				return;
			}
		}
	}

	/// Cancels bookings of a resource, after the booking `after`. Returns whether all were processed.
	pub(crate) fn refund_some(resource: ResourceId, after: Option<BookingKey>, meter: &mut WeightMeter) -> bool {
		let keys = match after {
			None => OpenAt::<T>::iter_key_prefix(resource),
			Some(last) => OpenAt::<T>::iter_key_prefix_from(resource, OpenAt::<T>::hashed_key_for(resource, last)),
		};
		let mut cursor = after;
		for key in keys {
			if meter.try_consume(T::WeightInfo::refund()).is_err() {
				Refunds::<T>::insert(resource, cursor);
				return false;
			}
			cursor = Some(key);
			let id = key.id();
			let Some(booking) = Bookings::<T>::get(id) else {
				defensive!("an open booking of a resource must exist");
				continue;
			};
			// A started booking continues.
			if booking.state != BookingState::Booked {
				continue;
			}
			if let Err(error) = with_storage_layer(|| Self::cancel_by(id, booking, CancelledBy::Provider)) {
				Self::deposit_event(Event::StepFailed { booking: id, error });
			}
		}
		Refunds::<T>::remove(resource);
		true
	}
}
