// SPDX-License-Identifier: Apache-2.0

//! The runtime API: clients search for resources and read bookings, devices ask whether to let a renter in. Every list
//! is paged; a page has at most 64 items, whatever the `limit`.

use crate::types::{
	BookingId, BookingView, Filter, Interval, Rating, Ratings, ResourceId, ResourceView, SearchPage, SharingRules, Slot,
};
use alloc::vec::Vec;
use codec::Codec;
use linli_primitives::Moment;

sp_api::decl_runtime_apis! {
	/// Queries about resources, bookings and ratings.
	pub trait SharingApi<AccountId, BlockNumber>
	where
		AccountId: Codec,
		BlockNumber: Codec,
	{
		/// A resource with its ratings.
		fn resource(resource: ResourceId) -> Option<ResourceView<AccountId>>;

		/// Up to `limit` resources that match the filter, from id `from` on. Examines at most 512 resources: an empty
		/// page is not necessarily the last.
		fn search(filter: Filter, from: ResourceId, limit: u32) -> SearchPage<AccountId>;

		/// The smallest interval of slots of a resource that covers the time between two moments, in ms.
		fn slots_between(resource: ResourceId, from: Moment, to: Moment) -> Option<Interval>;

		/// The intervals among `slots` slots from `first` on that are open and not taken. Examines at most 2,976 slots;
		/// ignores lead time and horizon.
		fn free_slots(resource: ResourceId, first: Slot, slots: u32) -> Vec<Interval>;

		/// A booking with its terms and state, and the late fee and refund that apply now.
		fn booking(booking: BookingId) -> Option<BookingView<AccountId, BlockNumber>>;

		/// Up to `limit` bookings of a renter after the id `after`, in the order of ids; with `only_open`, those that
		/// are neither settled nor cancelled.
		fn bookings_of(
			account: AccountId,
			only_open: bool,
			after: Option<BookingId>,
			limit: u32,
		) -> Vec<BookingView<AccountId, BlockNumber>>;

		/// Up to `limit` bookings of a resource that are neither settled nor cancelled, after the id `after`.
		fn bookings_at(
			resource: ResourceId,
			after: Option<BookingId>,
			limit: u32,
		) -> Vec<BookingView<AccountId, BlockNumber>>;

		/// Whether an account may use a resource at a moment, in ms: it has a booking then that is neither returned nor
		/// cancelled.
		fn may_use(resource: ResourceId, account: AccountId, moment: Moment) -> bool;

		/// The sum of the ratings by providers of the household to which an account belongs now, as a renter.
		fn ratings_of_renter(account: AccountId) -> Ratings;

		/// The ratings of a booking by renter and provider.
		fn ratings_of_booking(booking: BookingId) -> (Option<Rating>, Option<Rating>);

		/// The rules of sharing.
		fn rules() -> SharingRules;
	}
}
