// SPDX-License-Identifier: Apache-2.0

//! A booking, with all that was agreed when it was made.

use super::{BookingId, BookingState, CancellationPolicy, Claim, Interval, ResourceId, SlotLength};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{ContentHash, EntryId, Fen, Fraction, Moment, PotId};
use scale_info::TypeInfo;

/// How many uses a device can record of one booking.
pub const MAX_USES: u32 = 1_000;

/// How many entries a booking makes at most: of the price the share and the rest, and what comes off the deposit.
pub const MAX_ENTRIES: u32 = 3;

/// What was agreed: nothing that changes later changes it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Frozen {
	/// What all slots cost together, in fen.
	pub price: Fen,
	/// What is held besides, in fen.
	pub deposit: Fen,
	/// How long a slot is.
	pub slot: SlotLength,
	/// What comes back to who cancels.
	pub cancellation: CancellationPolicy,
	/// What each slot begun after the end costs, in fen.
	pub late_fee: Fen,
	/// For how long after the return damage can be claimed, in ms.
	pub claim_window: Moment,
	/// What part of the price is the community's.
	pub share: Fraction,
	/// The pot that gets that part.
	pub income_pot: PotId,
}

/// What a device recorded.
#[derive(
	Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Uses {
	/// How many uses.
	pub count: u32,
	/// BLAKE2b-256 of the digest before and the hash of the last use; zero before the first. Whoever keeps the uses can
	/// show that none was left out or changed.
	pub digest: ContentHash,
}

/// A booking.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Booking<AccountId, BlockNumber> {
	/// Of what.
	pub resource: ResourceId,
	/// Who booked.
	pub renter: AccountId,
	/// The first booking of the series, if it came with others.
	pub series: Option<BookingId>,
	/// Which slots.
	pub interval: Interval,
	/// When it begins.
	pub start: Moment,
	/// When it ends, exclusive.
	pub end: Moment,
	/// What was agreed.
	pub frozen: Frozen,
	/// Where it stands.
	pub state: BookingState<BlockNumber>,
	/// When something happens to it by itself.
	pub due: Moment,
	/// What being late cost, in fen.
	pub late: Fen,
	/// What is claimed to be broken.
	pub claim: Option<Claim>,
	/// What the damage came to, in fen, once it is settled.
	pub damages: Fen,
	/// What of the price went back, in fen, once it is cancelled.
	pub refund: Fen,
	/// What the device recorded.
	pub uses: Uses,
	/// The entries of pots' ledgers that it brought money by, once it is settled or cancelled.
	pub entries: BoundedVec<(PotId, EntryId), ConstU32<MAX_ENTRIES>>,
}

impl<AccountId, BlockNumber: Copy> Booking<AccountId, BlockNumber> {
	/// What being late until `at` costs: each slot begun after the end, as far as the deposit goes. `None` where the
	/// numbers do not fit.
	pub fn late_fee_at(&self, at: Moment) -> Option<Fen> {
		let slots = at.saturating_sub(self.end).div_ceil(self.frozen.slot.ms());
		Some(self.frozen.late_fee.checked_mul(slots.into())?.min(self.frozen.deposit))
	}

	/// What of the deposit is left for damage, in fen.
	pub fn deposit_left(&self) -> Fen {
		self.frozen.deposit.saturating_sub(self.late)
	}

	/// Whether its renter may use the resource at `moment`.
	pub fn permits(&self, moment: Moment) -> bool {
		self.state.occupies() && self.start <= moment && moment < self.end
	}
}
