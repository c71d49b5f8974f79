// SPDX-License-Identifier: Apache-2.0

//! Series of bookings.

use super::{slots::weekday, Slot, SlotLength};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The maximum number of bookings in a series: a bound on the cost of the call.
pub const MAX_SERIES: u8 = 64;

/// The days on which a booking is repeated.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Repeat {
	/// The weekdays: bit 0 for Monday to bit 6 for Sunday. `0b001_1111` means Monday to Friday.
	pub weekdays: u8,
	/// The number of bookings, 1 to 64.
	pub count: u8,
}

impl Repeat {
	/// Whether it names existing weekdays, and a valid number of bookings.
	pub const fn is_valid(&self) -> bool {
		self.weekdays != 0 && self.weekdays < 0b1000_0000 && self.count > 0 && self.count <= MAX_SERIES
	}

	/// Whether it includes the weekday, 0 for Monday.
	fn names(&self, weekday: u8) -> bool {
		self.weekdays.checked_shr(weekday.into()).is_some_and(|bits| bits & 1 == 1)
	}

	/// The first slots of all bookings: at the same hour as `first`, on its day if that is included, and on the
	/// following days that are. Fewer than `count` at the end of the range of slots.
	pub fn firsts(&self, first: Slot, length: SlotLength) -> Vec<Slot> {
		let per_day = usize::from(length.per_day());
		(first..=Slot::MAX)
			.step_by(per_day)
			// A week per booking suffices, since each week includes a named weekday.
			.take(usize::from(MAX_SERIES).saturating_mul(7))
			.filter(|slot| length.day_of(*slot).and_then(|(day, _)| weekday(day)).is_some_and(|day| self.names(day)))
			.take(self.count.into())
			.collect()
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn working_days_exclude_the_weekend() {
		// Day 1 is Friday, 2 January 1970.
		let slot = 24 + 9;
		let repeat = Repeat { weekdays: 0b001_1111, count: 3 };
		assert_eq!(repeat.firsts(slot, SlotLength::Hour), [24 + 9, 4 * 24 + 9, 5 * 24 + 9]);
		let sundays = Repeat { weekdays: 0b100_0000, count: 2 };
		assert_eq!(sundays.firsts(slot, SlotLength::Hour), [3 * 24 + 9, 10 * 24 + 9]);
	}

	#[test]
	fn weekly_series_is_complete() {
		let repeat = Repeat { weekdays: 1, count: MAX_SERIES };
		assert_eq!(repeat.firsts(0, SlotLength::Day).len(), 64);
	}

	#[test]
	fn series_needs_weekdays_and_a_count() {
		let repeat = |weekdays, count| Repeat { weekdays, count }.is_valid();
		assert!(repeat(1, 1) && repeat(127, 64));
		assert!(!repeat(0, 1) && !repeat(128, 1) && !repeat(1, 0) && !repeat(1, 65));
	}
}
