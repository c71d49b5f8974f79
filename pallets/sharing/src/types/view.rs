// SPDX-License-Identifier: Apache-2.0

//! The answers to clients' queries.

use super::{Booking, BookingId, Panel, Ratings, Resource, ResourceId, ResourceKind};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use linli_primitives::{BuildingId, Fen, Moment};
use scale_info::TypeInfo;

/// A resource with its id and ratings.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ResourceView<AccountId> {
	/// Its id.
	pub id: ResourceId,
	/// The resource.
	pub resource: Resource<AccountId>,
	/// Its ratings by renters.
	pub ratings: Ratings,
}

/// A booking with its id, panel, and the amounts that apply now.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct BookingView<AccountId, BlockNumber> {
	/// Its id.
	pub id: BookingId,
	/// The booking.
	pub booking: Booking<AccountId, BlockNumber>,
	/// The panel drawn to rule on a claim, if there is one.
	pub panel: Option<Panel<AccountId>>,
	/// The late fee, in fen: for a return now if the renter has the resource.
	pub late_now: Fen,
	/// The part of the price that would be refunded if the renter cancelled now, in fen; `None` once that is too late.
	pub refund_now: Option<Fen>,
}

/// The criteria of a search. `None` matches everything.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Filter {
	/// The kind of the resource.
	pub kind: Option<ResourceKind>,
	/// The building that it belongs to.
	pub building: Option<BuildingId>,
	/// The maximum price of a slot, in fen.
	pub max_price: Option<Fen>,
	/// A time, from and to in ms, for which the resource is free and can be booked now.
	pub free: Option<(Moment, Moment)>,
}

/// A page of search results.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct SearchPage<AccountId> {
	/// The resources found, in the order of ids. A short or empty page is not necessarily the last.
	pub found: Vec<ResourceView<AccountId>>,
	/// The id at which the next page begins; `None` after the last page.
	pub next: Option<ResourceId>,
}
