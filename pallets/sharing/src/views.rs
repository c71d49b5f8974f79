// SPDX-License-Identifier: Apache-2.0

//! The implementation of [`crate::api::SharingApi`].

use crate::{
	types::{
		BookingId, BookingKey, BookingState, BookingView, Filter, Interval, Rating, Ratings, ResourceId, ResourceView,
		SearchPage, Side, Slot, Step,
	},
	Bookings, Config, NextResource, OpenAt, OpenBookings, Pallet, Panels, Rated, RenterBookings, RenterRatings,
	ResourceOf, ResourceRatings, Resources,
};
use alloc::vec::Vec;
use frame_system::pallet_prelude::BlockNumberFor;
use linli_primitives::{
	traits::{Clock, Community, People},
	Moment,
};

/// The maximum length of a page.
pub const MAX_PAGE: u32 = 64;

/// The maximum number of resources that a search examines for a page.
pub const MAX_SCAN: u32 = 512;

/// The maximum number of slots of one query: 31 days of quarter hours.
pub const MAX_RANGE: u32 = 2_976;

/// The length of a page for the `limit` of a query.
fn page(limit: u32) -> usize {
	usize::try_from(limit.min(MAX_PAGE)).unwrap_or(usize::MAX)
}

impl<T: Config> Pallet<T> {
	/// See [`crate::api::SharingApi::resource`].
	pub fn resource_view(id: ResourceId) -> Option<ResourceView<T::AccountId>> {
		let resource = Resources::<T>::get(id)?;
		Some(ResourceView { id, resource, ratings: ResourceRatings::<T>::get(id) })
	}

	/// See [`crate::api::SharingApi::search`].
	pub fn search(filter: Filter, from: ResourceId, limit: u32) -> SearchPage<T::AccountId> {
		let (limit, end) = (page(limit), NextResource::<T>::get());
		let last = from.saturating_add(MAX_SCAN).min(end);
		let mut found = Vec::new();
		let mut next = from;
		while next < last && found.len() < limit {
			if let Some(view) = Self::resource_view(next).filter(|view| Self::fits(&filter, view)) {
				found.push(view);
			}
			next = next.saturating_add(1);
		}
		SearchPage { found, next: (next < end).then_some(next) }
	}

	/// Whether a resource meets the criteria of a search.
	fn fits(filter: &Filter, view: &ResourceView<T::AccountId>) -> bool {
		let resource = &view.resource;
		filter.kind.is_none_or(|kind| resource.kind == kind)
			&& filter.building.is_none_or(|building| resource.building == Some(building))
			&& filter.max_price.is_none_or(|price| resource.terms.price <= price)
			&& filter.free.is_none_or(|(from, to)| Self::is_free_between(view.id, resource, from, to))
	}

	/// Whether the slots that cover a time are free and can be booked now.
	fn is_free_between(id: ResourceId, resource: &ResourceOf<T>, from: Moment, to: Moment) -> bool {
		Self::covering(resource, from, to).is_some_and(|interval| {
			Self::ensure_bookable(resource, interval, T::Clock::now())
				.is_ok_and(|(start, end)| Self::is_free(id, start, end))
		})
	}

	/// The fewest slots that cover a time.
	fn covering(resource: &ResourceOf<T>, from: Moment, to: Moment) -> Option<Interval> {
		let (slot, calendar) = (resource.terms.slot, T::Community::calendar());
		let first = slot.at(from, &calendar)?;
		let last = slot.at(to.checked_sub(1).filter(|last| *last >= from)?, &calendar)?;
		Some(Interval { first, slots: last.checked_sub(first)?.checked_add(1)?.try_into().ok()? })
	}

	/// See [`crate::api::SharingApi::slots_between`].
	pub fn slots_between(id: ResourceId, from: Moment, to: Moment) -> Option<Interval> {
		Self::covering(&Resources::<T>::get(id)?, from, to)
	}

	/// See [`crate::api::SharingApi::free_slots`].
	pub fn free_slots(id: ResourceId, first: Slot, slots: u32) -> Vec<Interval> {
		let Some(resource) = Resources::<T>::get(id) else { return Vec::new() };
		let (terms, calendar) = (&resource.terms, T::Community::calendar());
		let end = first.saturating_add(slots.min(MAX_RANGE));
		let mut free: Vec<Interval> = Vec::new();
		let mut taken = None;
		for slot in first..end {
			let single = Interval { first: slot, slots: 1 };
			let Some((from, to)) = terms.slot.span(single, &calendar) else { continue };
			if terms.open_until(slot).is_none() || !terms.slot.is_steady(single, &calendar) {
				continue;
			}
			// Slots and taken times are both in the order of time.
			let taken = taken.get_or_insert_with(|| Self::taken_after(id, from).peekable());
			while taken.next_if(|(_, until)| *until <= from).is_some() {}
			if taken.peek().is_some_and(|(since, _)| *since < to) {
				continue;
			}
			match free.last_mut() {
				Some(run) if run.end() == Some(slot) => run.slots = run.slots.saturating_add(1),
				_ => free.push(single),
			}
		}
		free
	}

	/// See [`crate::api::SharingApi::booking`].
	pub fn booking_view(id: BookingId) -> Option<BookingView<T::AccountId, BlockNumberFor<T>>> {
		let booking = Bookings::<T>::get(id)?;
		let at = Self::instant();
		let now = at.clock;
		let by = Self::renter_cancels_as(id, &booking, now);
		let cancelled = booking.state.after(Step::Cancel { at, start: booking.start, by });
		let refund_now = cancelled.ok().and_then(|_| Self::refund_of(&booking, by, now));
		let late_now = match booking.state {
			BookingState::Started { .. } => booking.late_fee_for(Self::lateness(&booking, now)).unwrap_or_default(),
			_ => booking.late,
		};
		Some(BookingView { id, panel: Panels::<T>::get(id), late_now, refund_now, booking })
	}

	/// See [`crate::api::SharingApi::bookings_of`].
	pub fn bookings_of(
		account: &T::AccountId,
		only_open: bool,
		after: Option<BookingId>,
		limit: u32,
	) -> Vec<BookingView<T::AccountId, BlockNumberFor<T>>> {
		let last = after.map(BookingKey::new);
		let keys = match (only_open, last) {
			(true, None) => OpenBookings::<T>::iter_key_prefix(account),
			(true, Some(last)) => {
				OpenBookings::<T>::iter_key_prefix_from(account, OpenBookings::<T>::hashed_key_for(account, last))
			}
			(false, None) => RenterBookings::<T>::iter_key_prefix(account),
			(false, Some(last)) => {
				RenterBookings::<T>::iter_key_prefix_from(account, RenterBookings::<T>::hashed_key_for(account, last))
			}
		};
		keys.take(page(limit)).filter_map(|key| Self::booking_view(key.id())).collect()
	}

	/// See [`crate::api::SharingApi::bookings_at`].
	pub fn bookings_at(
		id: ResourceId,
		after: Option<BookingId>,
		limit: u32,
	) -> Vec<BookingView<T::AccountId, BlockNumberFor<T>>> {
		let keys = match after.map(BookingKey::new) {
			None => OpenAt::<T>::iter_key_prefix(id),
			Some(last) => OpenAt::<T>::iter_key_prefix_from(id, OpenAt::<T>::hashed_key_for(id, last)),
		};
		keys.take(page(limit)).filter_map(|key| Self::booking_view(key.id())).collect()
	}

	/// See [`crate::api::SharingApi::ratings_of_renter`].
	pub fn ratings_of_renter(account: &T::AccountId) -> Ratings {
		RenterRatings::<T>::get(T::People::household(account))
	}

	/// See [`crate::api::SharingApi::ratings_of_booking`].
	pub fn ratings_of_booking(id: BookingId) -> (Option<Rating>, Option<Rating>) {
		(Rated::<T>::get(id, Side::Renter), Rated::<T>::get(id, Side::Provider))
	}
}
