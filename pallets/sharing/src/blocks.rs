// SPDX-License-Identifier: Apache-2.0

//! Days that a provider blocks for their own use. They take time of the resource as bookings do, so that neither can
//! overlap the other.

use crate::{
	types::{BlockedDays, EndKey, Interval, ResourceId, Slot, SlotLength, MAX_BLOCKED_DAYS, MAX_HORIZON},
	Blocked, Config, Error, Event, Pallet, TakenSlots,
};
use frame_support::ensure;
use frame_system::pallet_prelude::OriginFor;
use linli_primitives::{
	traits::{Clock, Community},
	Moment,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// See [`Pallet::block_days`].
	pub(crate) fn do_block_days(origin: OriginFor<T>, id: ResourceId, first_day: Slot, days: u16) -> DispatchResult {
		Self::kept_resource(origin, id)?;
		ensure!((1..=MAX_BLOCKED_DAYS).contains(&days), Error::<T>::InvalidDays);
		let (from, until) = Self::days(first_day, days)?;
		let now = T::Clock::now();
		ensure!(until > now, Error::<T>::DaysInPast);
		ensure!(until <= now.saturating_add(MAX_HORIZON), Error::<T>::TooFarAhead);
		Self::drop_past_blocks(id, now);
		Self::take_time(id, from, until)?;
		Blocked::<T>::try_append(id, BlockedDays { from, until }).map_err(|()| Error::<T>::TooManyBlockedDays)?;
		Self::deposit_event(Event::DaysBlocked { resource: id, from, until });
		Ok(())
	}

	/// See [`Pallet::free_days`].
	pub(crate) fn do_free_days(origin: OriginFor<T>, id: ResourceId, first_day: Slot) -> DispatchResult {
		Self::kept_resource(origin, id)?;
		let (from, _) = Self::days(first_day, 1)?;
		let found = Blocked::<T>::get(id).into_iter().find(|block| block.from == from);
		let BlockedDays { until, .. } = found.ok_or(Error::<T>::BlockedDaysNotFound)?;
		Self::keep_blocks(id, |block| block.from != from);
		Self::deposit_event(Event::DaysFreed { resource: id, from, until });
		Ok(())
	}

	/// Frees all blocked days of a resource that is removed.
	pub(crate) fn free_all_days(id: ResourceId) {
		Self::keep_blocks(id, |_| false);
	}

	/// Removes the blocks that are over.
	fn drop_past_blocks(id: ResourceId, now: Moment) {
		Self::keep_blocks(id, |block| block.until > now);
	}

	/// Removes the blocks that are not to be kept, and frees their time.
	fn keep_blocks(id: ResourceId, is_kept: impl Fn(&BlockedDays) -> bool) {
		Blocked::<T>::mutate_exists(id, |stored| {
			*stored = stored.take().and_then(|mut blocks| {
				for block in blocks.iter().filter(|block| !is_kept(block)) {
					TakenSlots::<T>::remove(id, EndKey::new(block.until));
				}
				blocks.retain(is_kept);
				(!blocks.is_empty()).then_some(blocks)
			});
		});
	}

	/// Beginning and end of days counted from 1970, by the community's clocks.
	fn days(first: Slot, days: u16) -> Result<(Moment, Moment), DispatchError> {
		let span = SlotLength::Day.span(Interval { first, slots: days }, &T::Community::calendar());
		Ok(span.ok_or(Error::<T>::TooFarAhead)?)
	}
}
