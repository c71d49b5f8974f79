// SPDX-License-Identifier: Apache-2.0

//! Slots, the unit of booking. They are counted from the beginning of 1970 in the community's local time, so that each
//! day begins with a slot. The calendar determines when a slot begins; a booking stores the moments.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{calendar::Calendar, Moment};
use scale_info::TypeInfo;

/// The number of a slot, counted from the beginning of 1970 in local time, in the slot length of the resource.
pub type Slot = u32;

/// The maximum number of slots of a booking: more than five days of quarter hours.
pub const MAX_SLOTS: u16 = 512;

const MINUTE: Moment = 60_000;

/// The length of a slot. Each divides a day.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum SlotLength {
	/// 15 minutes.
	#[codec(index = 0)]
	QuarterHour,
	/// 30 minutes.
	#[codec(index = 1)]
	HalfHour,
	/// 60 minutes.
	#[codec(index = 2)]
	Hour,
	/// 120 minutes.
	#[codec(index = 3)]
	TwoHours,
	/// 240 minutes.
	#[codec(index = 4)]
	FourHours,
	/// 480 minutes.
	#[codec(index = 5)]
	EightHours,
	/// 1,440 minutes.
	#[codec(index = 6)]
	Day,
}

impl SlotLength {
	/// The length in minutes.
	pub const fn minutes(self) -> u16 {
		match self {
			Self::QuarterHour => 15,
			Self::HalfHour => 30,
			Self::Hour => 60,
			Self::TwoHours => 120,
			Self::FourHours => 240,
			Self::EightHours => 480,
			Self::Day => 1_440,
		}
	}

	/// The number of slots in a day.
	pub const fn per_day(self) -> u8 {
		match self {
			Self::QuarterHour => 96,
			Self::HalfHour => 48,
			Self::Hour => 24,
			Self::TwoHours => 12,
			Self::FourHours => 6,
			Self::EightHours => 3,
			Self::Day => 1,
		}
	}

	/// The length in ms.
	pub const fn ms(self) -> Moment {
		// At most 86,400,000.
		MINUTE.saturating_mul(self.minutes() as Moment)
	}

	/// The slot that contains `moment`. `None` before 1970 in local time, after the last slot that has a number, and in
	/// hours that occur a second time because clocks were set back.
	pub fn at(self, moment: Moment, calendar: &Calendar) -> Option<Slot> {
		let slot: Slot = calendar.local(moment)?.checked_div(self.ms())?.try_into().ok()?;
		let start = self.start_of(slot, calendar)?;
		(start <= moment && moment < start.checked_add(self.ms())?).then_some(slot)
	}

	/// The time at which `slot` begins. `None` before 1970 in UTC, and beyond the range of the calendar.
	pub fn start_of(self, slot: Slot, calendar: &Calendar) -> Option<Moment> {
		calendar.moment(self.ms().checked_mul(slot.into())?)
	}

	/// The times at which `interval`, of at least one slot, begins and ends. `None` as for [`Self::start_of`].
	pub fn span(self, interval: Interval, calendar: &Calendar) -> Option<(Moment, Moment)> {
		let last = interval.end()?.checked_sub(1)?;
		Some((self.start_of(interval.first, calendar)?, self.start_of(last, calendar)?.checked_add(self.ms())?))
	}

	/// Whether local time runs steadily during `interval`: no clock change from its beginning to its end.
	pub fn is_steady(self, interval: Interval, calendar: &Calendar) -> bool {
		let Some((start, end)) = self.span(interval, calendar) else { return false };
		let shown = self.ms().checked_mul(interval.first.into());
		calendar.local(start) == shown && end.checked_sub(start) == self.ms().checked_mul(interval.slots.into())
	}

	/// The day of `slot`, counted from 1970, and the number of the slot within that day.
	pub fn day_of(self, slot: Slot) -> Option<(u32, u8)> {
		let per_day = u32::from(self.per_day());
		Some((slot.checked_div(per_day)?, slot.checked_rem(per_day)?.try_into().ok()?))
	}
}

/// The weekday of a day counted from 1970: 0 for Monday.
pub fn weekday(day: u32) -> Option<u8> {
	// 1970 began on a Thursday.
	day.checked_add(3)?.checked_rem(7)?.try_into().ok()
}

/// Consecutive slots.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Interval {
	/// The first slot.
	pub first: Slot,
	/// The number of slots.
	pub slots: u16,
}

impl Interval {
	/// The slot after the last. `None` if that has no number.
	pub fn end(&self) -> Option<Slot> {
		self.first.checked_add(self.slots.into())
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use linli_primitives::{Period, UtcOffset};
	use proptest::prelude::*;

	const LENGTHS: [SlotLength; 7] = [
		SlotLength::QuarterHour,
		SlotLength::HalfHour,
		SlotLength::Hour,
		SlotLength::TwoHours,
		SlotLength::FourHours,
		SlotLength::EightHours,
		SlotLength::Day,
	];

	#[test]
	fn slots_fill_a_day() {
		for length in LENGTHS {
			assert_eq!(u32::from(length.minutes()) * u32::from(length.per_day()), 1_440);
			assert_eq!(length.ms() * u64::from(length.per_day()), linli_primitives::calendar::DAY);
		}
	}

	#[test]
	fn days_begin_at_local_midnight() {
		// 2026-11-30T16:00:00Z is midnight of Tuesday, 1 December in UTC+8.
		let midnight = 1_796_054_400_000;
		let slot = SlotLength::Hour.at(midnight, &Calendar::default()).unwrap();
		let (day, hour) = SlotLength::Hour.day_of(slot).unwrap();
		assert_eq!((weekday(day), hour), (Some(1), 0));
		assert_eq!(SlotLength::Hour.at(midnight - 1, &Calendar::default()), Some(slot - 1));
		assert_eq!(SlotLength::Hour.start_of(slot, &Calendar::default()), Some(midnight));
	}

	#[test]
	fn out_of_range_slots_are_none() {
		let west = &Calendar::fixed(UtcOffset::from_minutes(-60).unwrap());
		assert_eq!(SlotLength::Hour.at(0, west), None);
		assert_eq!(SlotLength::QuarterHour.at(Moment::MAX, west), None);
		assert_eq!(SlotLength::Hour.start_of(0, &Calendar::default()), None);
		assert_eq!(Interval { first: Slot::MAX, slots: 1 }.end(), None);
	}

	proptest! {
		#[test]
		fn a_moment_lies_in_its_slot(moment in 100_000_000..4_000_000_000_000u64, minutes in -840i16..=840) {
			let calendar = &Calendar::fixed(UtcOffset::from_minutes(minutes).unwrap());
			for length in LENGTHS {
				let slot = length.at(moment, calendar).unwrap();
				prop_assert!(length.start_of(slot, calendar).unwrap() <= moment);
				prop_assert!(moment < length.start_of(slot + 1, calendar).unwrap());
				let nine = Interval { first: slot, slots: 9 };
				prop_assert!(length.is_steady(nine, calendar));
			}
		}

		#[test]
		fn steady_slots_do_not_overlap_when_clocks_are_set(minutes in -840i16..=840, before in 0..200u32) {
			// From December 2026 on; UTC+8 before.
			let december = Period { year: 2026, month: 12 };
			let offset = UtcOffset::from_minutes(minutes).unwrap();
			let Ok(calendar) = Calendar::default().schedule(december, offset, 1) else { return Ok(()) };
			for length in LENGTHS {
				let turn = length.at(december.start(UtcOffset::PLUS_8).unwrap() - 1, &calendar).unwrap() + 1;
				let mut last = 0;
				for first in turn.saturating_sub(before)..turn + 200 {
					let slot = Interval { first, slots: 1 };
					if !length.is_steady(slot, &calendar) {
						continue;
					}
					let (start, end) = length.span(slot, &calendar).unwrap();
					prop_assert!(last <= start && start < end);
					prop_assert_eq!(length.at(start, &calendar), Some(first));
					prop_assert_eq!(length.at(end - 1, &calendar), Some(first));
					last = end;
				}
			}
		}
	}
}
