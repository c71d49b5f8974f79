// SPDX-License-Identifier: Apache-2.0

//! On what terms a resource is shared.

use super::{slots::weekday, CancellationPolicy, Interval, Slot, SlotLength, MAX_SLOTS};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::cmp::Ordering;
use frame_support::{traits::ConstU32, BoundedVec, PalletError};
use linli_primitives::{Fen, Moment};
use scale_info::TypeInfo;

/// How many windows a week has at most: four a day.
pub const MAX_WINDOWS: u32 = 28;

/// How far ahead can be booked at most: 366 days, in ms.
pub const MAX_HORIZON: Moment = 31_622_400_000;

/// The most that a slot, its late fee or a deposit is, in fen. It keeps sums far within their bounds.
pub const MAX_PRICE: Fen = 1_000_000_000_000;

/// Slots of a weekday in which a resource is open, in the community's time.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Window {
	/// 0 for Monday to 6 for Sunday.
	pub weekday: u8,
	/// The first slot of the day that is open.
	pub from: u8,
	/// The slot after the last that is open; as many as the day has where it is open till midnight.
	pub to: u8,
}

/// The terms of a resource. A booking freezes those that matter to it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Terms {
	/// What a slot costs, in fen. Nothing is fine.
	pub price: Fen,
	/// What is held of each booking besides, in fen, and comes back unless something is late or broken.
	pub deposit: Fen,
	/// How long a slot is. It cannot change while bookings are on record.
	pub slot: SlotLength,
	/// When it is open, in order and without overlaps. A booking may go over midnight from window to window.
	pub windows: BoundedVec<Window, ConstU32<MAX_WINDOWS>>,
	/// How many slots a booking has at least.
	pub min_slots: u16,
	/// How many slots a booking has at most.
	pub max_slots: u16,
	/// How long before its start it must be booked, in ms.
	pub lead_time: Moment,
	/// How long before its end it can be booked, in ms.
	pub horizon: Moment,
	/// What comes back to who cancels.
	pub cancellation: CancellationPolicy,
	/// What each slot begun after the end costs, in fen, as far as the deposit goes.
	pub late_fee: Fen,
	/// For how long after the return damage can be claimed, in ms; 48 hours as a rule.
	pub claim_window: Moment,
	/// How many bookings one renter can have of it that are neither returned nor cancelled, so that nobody takes all of
	/// its time; `None` for as many as one likes.
	pub per_renter: Option<u16>,
}

/// What is wrong with terms.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, PalletError,
)]
pub enum TermsError {
	/// A price, late fee or deposit is above [`MAX_PRICE`]: ask less.
	#[codec(index = 0)]
	PriceTooHigh,
	/// It is never open: name a window.
	#[codec(index = 1)]
	NeverOpen,
	/// A window has no slot, or a weekday or slot that does not exist: weekdays are 0 to 6, slots as many as a day has.
	#[codec(index = 2)]
	InvalidWindow,
	/// Windows overlap, or are out of order: sort them by weekday and first slot.
	#[codec(index = 3)]
	WindowsOverlap,
	/// A booking has at least 1 slot, at most 512, and at most as many as `max_slots` says.
	#[codec(index = 4)]
	InvalidLength,
	/// The horizon is above 366 days, or no booking fits between lead time and horizon: widen it.
	#[codec(index = 5)]
	InvalidHorizon,
	/// What comes back is a part of the price, at most all of it, and cancelling is free until at most 366 days before.
	#[codec(index = 6)]
	InvalidCancellation,
	/// The time to claim is an hour to 30 days.
	#[codec(index = 7)]
	InvalidClaimWindow,
	/// One renter can have one booking at least.
	#[codec(index = 8)]
	NoBooking,
}

/// The shortest and longest time to claim damage, in ms: an hour and 30 days.
const CLAIM_WINDOW: core::ops::RangeInclusive<Moment> = 3_600_000..=2_592_000_000;

impl Terms {
	/// Whether anybody can live by them.
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
		if self.per_renter == Some(0) {
			return Err(TermsError::NoBooking);
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

	/// Until which slot it is open from `slot` on, within the same window; `None` where it is closed.
	pub fn open_until(&self, slot: Slot) -> Option<Slot> {
		let (day, of_day) = self.slot.day_of(slot)?;
		let weekday = weekday(day)?;
		let window = self
			.windows
			.iter()
			.find(|window| window.weekday == weekday && window.from <= of_day && of_day < window.to)?;
		slot.checked_add(window.to.checked_sub(of_day)?.into())
	}

	/// Whether it is open over all of the slots. Goes from window to window.
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
