// SPDX-License-Identifier: Apache-2.0

//! What clients are shown.

use super::{Booking, BookingId, Panel, Ratings, Resource, ResourceId, ResourceKind};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use linli_primitives::{BuildingId, Fen, Moment};
use scale_info::TypeInfo;

/// A resource as it stands.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ResourceView<AccountId> {
	/// Its id.
	pub id: ResourceId,
	/// The resource.
	pub resource: Resource<AccountId>,
	/// What renters said of it.
	pub ratings: Ratings,
}

/// A booking as it stands.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct BookingView<AccountId, BlockNumber> {
	/// Its id.
	pub id: BookingId,
	/// The booking.
	pub booking: Booking<AccountId, BlockNumber>,
	/// Those drawn to rule on a claim, if any were.
	pub panel: Option<Panel<AccountId>>,
	/// What being late costs as of now, in fen.
	pub late_now: Fen,
	/// What of the price would come back if the renter cancelled now, in fen; `None` once that is too late.
	pub refund_now: Option<Fen>,
}

/// What is searched for. What is `None` does not matter.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Filter {
	/// Of this kind.
	pub kind: Option<ResourceKind>,
	/// In or at this building.
	pub building: Option<BuildingId>,
	/// A slot costs at most so many fen.
	pub max_price: Option<Fen>,
	/// Free, and bookable now, from one moment to another, in ms.
	pub free: Option<(Moment, Moment)>,
}

/// A page of what was found.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct SearchPage<AccountId> {
	/// What was found, in the order of ids. A page may be short, or empty, and not the last.
	pub found: Vec<ResourceView<AccountId>>,
	/// Where the next page begins; `None` after the last.
	pub next: Option<ResourceId>,
}
