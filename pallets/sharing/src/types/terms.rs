// SPDX-License-Identifier: Apache-2.0

//! The terms of a resource.

use super::{slots::weekday, CancellationPolicy, Interval, Slot, SlotLength, MAX_SLOTS};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::cmp::Ordering;
use frame_support::{traits::ConstU32, BoundedVec, PalletError};
use linli_primitives::{Fen, Moment};
use scale_info::TypeInfo;

/// The maximum number of windows in a week: four a day.
pub const MAX_WINDOWS: u32 = 28;

/// The maximum horizon, in ms: 366 days.
pub const MAX_HORIZON: Moment = 31_622_400_000;

/// The maximum price, late fee and deposit, in fen. It keeps sums far from overflow.
pub const MAX_PRICE: Fen = 1_000_000_000_000;

/// The slots of a weekday in which a resource is open, in local time.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Window {
	/// The weekday: 0 for Monday to 6 for Sunday.
	pub weekday: u8,
	/// The first open slot of the day.
	pub from: u8,
	/// The slot after the last open one; the number of slots in a day if it is open until midnight.
	pub to: u8,
}

/// The terms of a resource. A booking freezes those that apply to it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Terms {
	/// The price of a slot, in fen. Zero is allowed.
	pub price: Fen,
	/// The deposit of each booking, in fen, against late returns and damage.
	pub deposit: Fen,
	/// The length of a slot. It cannot change while bookings are on record.
	pub slot: SlotLength,
	/// The opening times, in order and without overlaps. A booking can extend over adjoining windows, also over
	/// midnight.
	pub windows: BoundedVec<Window, ConstU32<MAX_WINDOWS>>,
	/// The minimum number of slots of a booking.
	pub min_slots: u16,
	/// The maximum number of slots of a booking.
	pub max_slots: u16,
	/// The minimum time from booking to the start, in ms.
	pub lead_time: Moment,
	/// The maximum time from booking to the end, in ms.
	pub horizon: Moment,
	/// The refund for a cancellation by the renter.
	pub cancellation: CancellationPolicy,
	/// The late fee for each slot begun after the end, in fen; the deposit limits the sum.
	pub late_fee: Fen,
	/// How long after the return either side can claim, in ms; usually 48 hours.
	pub claim_window: Moment,
	/// How long after its start a booking that was not started frees the rest of its time, in ms of lived time; 30
	/// minutes for a parking space. `None` keeps it free until its end, as for what is fetched some time of the day.
	pub no_show: Option<Moment>,
	/// The maximum number of bookings of one household that are neither returned nor cancelled, so that nobody takes
	/// all the time of the resource; `None` for no limit.
	pub per_household: Option<u16>,
}

/// Why terms are invalid.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, PalletError,
)]
pub enum TermsError {
	/// A price, late fee or deposit is above [`MAX_PRICE`]: lower it.
	#[codec(index = 0)]
	PriceTooHigh,
	/// The resource is never open: add a window.
	#[codec(index = 1)]
	NeverOpen,
	/// A window is empty, or its weekday or slots do not exist: use weekdays 0 to 6, and the slots of a day.
	#[codec(index = 2)]
	InvalidWindow,
	/// Windows overlap or are out of order: separate them, and sort them by weekday and first slot.
	#[codec(index = 3)]
	WindowsOverlap,
	/// The length of a booking is invalid: `min_slots` must be at least 1 and at most `max_slots`, which is at most
	/// 512.
	#[codec(index = 4)]
	InvalidLength,
	/// The horizon is above 366 days, or no booking fits between lead time and horizon: correct it.
	#[codec(index = 5)]
	InvalidHorizon,
	/// The cancellation policy is invalid: refund at most the whole price, and in full until at most 366 days before
	/// the start.
	#[codec(index = 6)]
	InvalidCancellation,
	/// The claim window is shorter than an hour or longer than 30 days: choose one between.
	#[codec(index = 7)]
	InvalidClaimWindow,
	/// `per_household` is zero: allow at least one booking.
	#[codec(index = 8)]
	NoBooking,
	/// `no_show` is shorter than 5 minutes or longer than a day: choose one between, or none.
	#[codec(index = 9)]
	InvalidNoShow,
}

/// The range of times to wait for a renter, in ms: 5 minutes to a day.
const NO_SHOW: core::ops::RangeInclusive<Moment> = 300_000..=86_400_000;

/// The range of claim windows, in ms: an hour to 30 days.
const CLAIM_WINDOW: core::ops::RangeInclusive<Moment> = 3_600_000..=2_592_000_000;

impl Terms {
	/// Checks that the terms are valid.
	pub fn check(&self) -> Result<(), TermsError> {
		let is_too_high = |amount: &Fen| *amount > MAX_PRICE;
		if [self.price, self.deposit, self.late_fee].iter().any(is_too_high) {
			return Err(TermsError::PriceTooHigh);
		}
		self.check_windows()?;
		if self.min_slots == 0 || self.min_slots > self.max_slots || self.max_slots > MAX_SLOTS {
			return Err(TermsError::InvalidLength);
		}
		let shortest = self.slot.ms().checked_mul(self.min_slots.into()).and_then(|ms| ms.checked_add(self.lead_time));
		if self.horizon > MAX_HORIZON || shortest.is_none_or(|shortest| shortest > self.horizon) {
			return Err(TermsError::InvalidHorizon);
		}
		let afterwards = self.cancellation.afterwards;
		let is_part = matches!(afterwards.compare(1, 1), Some(Ordering::Equal | Ordering::Greater));
		if !is_part || self.cancellation.free_until > MAX_HORIZON {
			return Err(TermsError::InvalidCancellation);
		}
		if !CLAIM_WINDOW.contains(&self.claim_window) {
			return Err(TermsError::InvalidClaimWindow);
		}
		if self.per_household == Some(0) {
			return Err(TermsError::NoBooking);
		}
		if self.no_show.is_some_and(|time| !NO_SHOW.contains(&time)) {
			return Err(TermsError::InvalidNoShow);
		}
		Ok(())
	}

	fn check_windows(&self) -> Result<(), TermsError> {
		if self.windows.is_empty() {
			return Err(TermsError::NeverOpen);
		}
		let is_bad =
			|window: &Window| window.weekday > 6 || window.from >= window.to || window.to > self.slot.per_day();
		if self.windows.iter().any(is_bad) {
			return Err(TermsError::InvalidWindow);
		}
		let overlap = |(one, next): (&Window, &Window)| (one.weekday, one.to) > (next.weekday, next.from);
		if self.windows.iter().zip(self.windows.iter().skip(1)).any(overlap) {
			return Err(TermsError::WindowsOverlap);
		}
		Ok(())
	}

	/// The end, exclusive, of the window that contains `slot`; `None` if the resource is closed then.
	pub fn open_until(&self, slot: Slot) -> Option<Slot> {
		let (day, of_day) = self.slot.day_of(slot)?;
		let weekday = weekday(day)?;
		let window = self
			.windows
			.iter()
			.find(|window| window.weekday == weekday && window.from <= of_day && of_day < window.to)?;
		slot.checked_add(window.to.checked_sub(of_day)?.into())
	}

	/// Whether the resource is open during all slots of `interval`. Costs one look-up per window that it spans.
	pub fn is_open(&self, interval: Interval) -> bool {
		let Some(end) = interval.end() else { return false };
		let mut slot = interval.first;
		while slot < end {
			match self.open_until(slot) {
				Some(next) => slot = next,
				None => return false,
			}
		}
		true
	}
}
