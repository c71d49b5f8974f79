// SPDX-License-Identifier: Apache-2.0

//! A booking, with the terms that were agreed when it was made.

use super::{Award, BookingId, BookingState, CancellationPolicy, Claim, Interval, ResourceId, SlotLength};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{traits::Household, ContentHash, EntryId, Fen, Fraction, Moment, OwnerId, PotId};
use scale_info::TypeInfo;

/// The maximum number of uses that a device can record for one booking.
pub const MAX_USES: u32 = 1_000;

/// The maximum number of ledger entries of a booking: the community's share of the price, the rest of the price, the
/// deduction from the deposit, and a bond.
pub const MAX_ENTRIES: u32 = 4;

/// The maximum number of owners to whom the two sides of a booking belong: more than an account has homes, twice.
pub const MAX_NEAR: u32 = 32;

/// The terms that were agreed. Later changes of the resource's terms or of the rules do not affect them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Frozen {
	/// The price of all slots together, in fen.
	pub price: Fen,
	/// The deposit, in fen.
	pub deposit: Fen,
	/// The length of a slot.
	pub slot: SlotLength,
	/// The refund for a cancellation by the renter.
	pub cancellation: CancellationPolicy,
	/// The late fee for each slot begun after the end, in fen.
	pub late_fee: Fen,
	/// How long after the return either side can claim, in ms.
	pub claim_window: Moment,
	/// How long after its start it frees the rest of its time if it was not started, in ms of lived time.
	pub no_show: Option<Moment>,
	/// The community's share of the price.
	pub share: Fraction,
	/// The pot that receives the community's share.
	pub income_pot: PotId,
}

/// The uses that a device recorded.
#[derive(
	Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Uses {
	/// The number of uses.
	pub count: u32,
	/// BLAKE2b-256 of the previous digest and the hash of the last use; zero before the first use. It proves that a
	/// list of uses kept off chain is complete and unchanged.
	pub digest: ContentHash,
}

/// A booking.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Booking<AccountId, BlockNumber> {
	/// The resource.
	pub resource: ResourceId,
	/// The account that booked.
	pub renter: AccountId,
	/// The renter's household when it was booked: bookings and ratings are counted by it.
	pub household: Household<AccountId>,
	/// The owners to whom renter and provider belonged when it was booked: nobody who belongs to one of them sits on
	/// its panel, however the parties move later.
	pub near: BoundedVec<OwnerId, ConstU32<MAX_NEAR>>,
	/// The first booking of the series, if it is part of one.
	pub series: Option<BookingId>,
	/// The slots.
	pub interval: Interval,
	/// The time at which it begins.
	pub start: Moment,
	/// The time at which it ends, exclusive.
	pub end: Moment,
	/// The terms that were agreed.
	pub frozen: Frozen,
	/// Its state.
	pub state: BookingState<BlockNumber>,
	/// The clock time of its next automatic step, unless the chain stands still before.
	pub due: Moment,
	/// The late fee, in fen.
	pub late: Fen,
	/// The claim, if there is one.
	pub claim: Option<Claim>,
	/// The damages, in fen, once it is settled.
	pub damages: Fen,
	/// What the renter got back, in fen: once it is cancelled, of the price; once it is settled, of the late fee and
	/// the price.
	pub refund: Fen,
	/// The uses that the device recorded.
	pub uses: Uses,
	/// The ledger entries of its payments to pots, once it is settled or cancelled.
	pub entries: BoundedVec<(PotId, EntryId), ConstU32<MAX_ENTRIES>>,
}

impl<AccountId, BlockNumber: Copy> Booking<AccountId, BlockNumber> {
	/// The late fee for a return `late` ms after the end, in fen: for each slot begun since, up to the deposit. `None`
	/// on overflow.
	pub fn late_fee_for(&self, late: Moment) -> Option<Fen> {
		let slots = late.div_ceil(self.frozen.slot.ms());
		Some(self.frozen.late_fee.checked_mul(slots.into())?.min(self.frozen.deposit))
	}

	/// The rest of the deposit that can be claimed for damage, in fen.
	pub fn deposit_left(&self) -> Fen {
		self.frozen.deposit.saturating_sub(self.late)
	}

	/// The most that each side can claim.
	pub fn claimable(&self) -> Award {
		Award { damages: self.deposit_left(), refund: self.frozen.price.saturating_add(self.late) }
	}

	/// Whether the renter may use the resource at `moment`.
	pub fn permits(&self, moment: Moment) -> bool {
		self.state.occupies() && self.start <= moment && moment < self.end
	}
}
