// SPDX-License-Identifier: Apache-2.0

//! The runtime API by which clients search, book and show bookings, and devices ask whom to let in. Every list is
//! paged: a page is at most 64 long, whatever is asked for.

use crate::types::{
	BookingId, BookingView, Filter, Interval, Rating, Ratings, ResourceId, ResourceView, SearchPage, SharingRules, Slot,
};
use alloc::vec::Vec;
use codec::Codec;
use linli_primitives::Moment;

sp_api::decl_runtime_apis! {
	/// Sharing of parking, tools and rooms.
	pub trait SharingApi<AccountId, BlockNumber>
	where
		AccountId: Codec,
		BlockNumber: Codec,
	{
		/// One resource.
		fn resource(resource: ResourceId) -> Option<ResourceView<AccountId>>;

		/// Up to `limit` resources that fit, from id `from` on. Looks at 512 resources at most: a page may be empty and
		/// not the last.
		fn search(filter: Filter, from: ResourceId, limit: u32) -> SearchPage<AccountId>;

		/// The fewest slots of a resource that cover the time between two moments, in ms.
		fn slots_between(resource: ResourceId, from: Moment, to: Moment) -> Option<Interval>;

		/// Which of `slots` slots from `first` on are open and not taken, in runs; at most 2,976 slots are looked at.
		/// Lead time and horizon are not.
		fn free_slots(resource: ResourceId, first: Slot, slots: u32) -> Vec<Interval>;

		/// One booking: what was agreed, where it stands, what being late and cancelling would cost now.
		fn booking(booking: BookingId) -> Option<BookingView<AccountId, BlockNumber>>;

		/// Up to `limit` bookings of a renter after the id `after`, in the order of ids; with `only_open` those that
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

		/// What providers said of a renter, in sum.
		fn ratings_of_renter(account: AccountId) -> Ratings;

		/// What renter and provider said after a booking.
		fn ratings_of_booking(booking: BookingId) -> (Option<Rating>, Option<Rating>);

		/// The community's parameters.
		fn rules() -> SharingRules;
	}
}
