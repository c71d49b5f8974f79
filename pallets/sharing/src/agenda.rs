// SPDX-License-Identifier: Apache-2.0

//! What happens by itself: bookings in the order of time, then the refunds of suspended resources, within a weight.
//! What does not fit waits for the next block.

use crate::{
	types::{BookingId, BookingKey, BookingState, CancelledBy, Closing, DueKey, ResourceId, ResourceStatus},
	BookingOf, Bookings, Config, Error, Event, OpenAt, Pallet, Panels, Queue, Refunds, RenterBookings, Resources,
	WeightInfo,
};
use frame_support::{
	defensive, ensure,
	storage::with_storage_layer,
	weights::{Weight, WeightMeter},
};
use linli_primitives::{traits::Clock, Moment};
use sp_runtime::{DispatchError, DispatchResult};

/// When what failed is tried again, in ms: an hour.
pub(crate) const TRY_AGAIN: Moment = 3_600_000;

/// The one thing that is due on a booking.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum DueStep<BlockNumber> {
	/// Its time passed.
	Lapse,
	/// It is settled.
	Finish(Closing),
	/// A panel is drawn for a dispute of that time and block.
	Draw(Moment, BlockNumber),
	/// Others are drawn for those who did not vote.
	Replace,
	/// The committee rules.
	Escalate,
	/// It is forgotten.
	Forget,
}

impl<BlockNumber: Copy> DueStep<BlockNumber> {
	fn of(state: &BookingState<BlockNumber>) -> Self {
		match state {
			BookingState::Booked | BookingState::Started { .. } => Self::Lapse,
			BookingState::Returned { .. } => Self::Finish(Closing::Unclaimed),
			BookingState::Claimed { .. } => Self::Finish(Closing::Silence),
			BookingState::Disputed { at, block } => Self::Draw(*at, *block),
			BookingState::Empanelled { replaced: false, .. } => Self::Replace,
			BookingState::Empanelled { replaced: true, .. } => Self::Escalate,
			BookingState::Ruled { .. } => Self::Finish(Closing::Unappealed),
			BookingState::Appealed { .. } => Self::Finish(Closing::CommitteeSilence),
			BookingState::Settled { .. } | BookingState::Cancelled { .. } => Self::Forget,
		}
	}

	fn weight<T: Config>(&self) -> Weight {
		match self {
			Self::Lapse => T::WeightInfo::lapse(),
			Self::Finish(_) => T::WeightInfo::finish(),
			Self::Draw(..) | Self::Replace => T::WeightInfo::draw(),
			Self::Escalate => T::WeightInfo::escalate(),
			Self::Forget => T::WeightInfo::forget(),
		}
	}
}

impl<T: Config> Pallet<T> {
	/// What the dearest step weighs that can be asked for.
	pub(crate) fn dearest_request() -> Weight {
		T::WeightInfo::lapse()
			.max(T::WeightInfo::finish())
			.max(T::WeightInfo::escalate())
			.max(T::WeightInfo::forget())
			.saturating_add(T::WeightInfo::look())
	}

	/// The smallest weight within which everything comes to an end.
	pub(crate) fn smallest_budget() -> Weight {
		let others = T::WeightInfo::draw().max(T::WeightInfo::refund()).saturating_add(T::WeightInfo::look());
		T::WeightInfo::advance().saturating_add(Self::dearest_request().max(others))
	}

	/// Does what is due, within `limit`; returns the weight used.
	pub(crate) fn advance(limit: Weight) -> Weight {
		let mut meter = WeightMeter::with_limit(limit);
		if meter.try_consume(T::WeightInfo::advance()).is_err() {
			return Weight::zero();
		}
		let now = T::Clock::now();
		// Before the first block the chain knows no time.
		if now > 0 && Self::advance_bookings(now, &mut meter) {
			Self::advance_refunds(&mut meter);
		}
		meter.consumed()
	}

	/// Whether nothing is due any more.
	fn advance_bookings(now: Moment, meter: &mut WeightMeter) -> bool {
		// The iterator goes on from the last key, so that what was done is not looked at again.
		for key in Queue::<T>::iter_keys() {
			if key.due() > now {
				return true;
			}
			if meter.try_consume(T::WeightInfo::look()).is_err() {
				return false;
			}
			let id = key.id();
			let Some(booking) = Bookings::<T>::get(id) else {
				defensive!("what is queued is a booking");
				Queue::<T>::remove(key);
				continue;
			};
			let step = DueStep::of(&booking.state);
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

	/// Does what is due on one booking; see the call. Gives what it weighed.
	pub(crate) fn do_settle(id: BookingId) -> Result<Weight, DispatchError> {
		let booking = Self::booking(id)?;
		let now = T::Clock::now();
		let step = DueStep::of(&booking.state);
		// Who can choose when to draw can choose among panels.
		let is_draw = matches!(step, DueStep::Draw(..) | DueStep::Replace);
		ensure!(booking.due <= now && !is_draw, Error::<T>::NotDue);
		Self::take_due_step(id, booking, step, now)?;
		Ok(step.weight::<T>().saturating_add(T::WeightInfo::look()))
	}

	fn take_due_step(
		id: BookingId,
		booking: BookingOf<T>,
		step: DueStep<frame_system::pallet_prelude::BlockNumberFor<T>>,
		now: Moment,
	) -> DispatchResult {
		match step {
			DueStep::Lapse => Self::lapse(id, booking, now),
			DueStep::Finish(closing) => {
				let damages = match closing {
					Closing::Unclaimed => 0,
					Closing::Silence => Self::claim_of(&booking)?.amount,
					_ => Self::ruled(&booking)?,
				};
				Self::finish(id, booking, closing, damages)
			}
			DueStep::Draw(since, block) => Self::draw_panel(id, booking, (since, block), now),
			DueStep::Replace => Self::replace_panel(id, booking, now),
			DueStep::Escalate => Self::escalate(id, booking, now),
			DueStep::Forget => Self::forget(id, booking),
		}
	}

	/// Lets go of the record of a booking; with the last one of a withdrawn resource that goes too.
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

	/// Cancels what stands of resources that were suspended or withdrawn with refunds.
	fn advance_refunds(meter: &mut WeightMeter) {
		// The iterator goes on from the last key, so that what was removed is not passed over again and again.
		for (resource, after) in Refunds::<T>::iter() {
			// Looking for a resource, and for the next booking of it, costs as much as looking at one that is due.
			if meter.try_consume(T::WeightInfo::look()).is_err() || !Self::refund_some(resource, after, meter) {
				return;
			}
		}
	}

	/// Whether all bookings of the resource were looked at.
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
				defensive!("what is open at a resource is a booking");
				continue;
			};
			// What has started goes on.
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
