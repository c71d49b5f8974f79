// SPDX-License-Identifier: Apache-2.0

//! Time in slots. A resource's slots are counted from the beginning of 1970 in its community's time, so that a day
//! begins with a slot, and lie in pages of 128 bits.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{Moment, UtcOffset};
use scale_info::TypeInfo;

/// A slot, counted from the local beginning of 1970 in the resource's slot length.
pub type Slot = u32;

/// How many slots a page of the bitmap has.
pub const PAGE_SLOTS: u32 = 128;

/// How many slots a booking has at most: a bound on how many pages it touches, which is five.
pub const MAX_SLOTS: u16 = 512;

const MINUTE: Moment = 60_000;

/// How long a slot is. Each divides a day.
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
	/// In minutes.
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

	/// How many a day has.
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

	/// In ms.
	pub const fn ms(self) -> Moment {
		// At most 86,400,000.
		MINUTE.saturating_mul(self.minutes() as Moment)
	}

	/// The slot that `moment` lies in, by clocks that are `offset` ahead of UTC. `None` before 1970 there, or past the
	/// last slot that has a number.
	pub fn at(self, moment: Moment, offset: UtcOffset) -> Option<Slot> {
		let local = i64::try_from(moment).ok()?.checked_add(ahead(offset)?)?;
		u64::try_from(local).ok()?.checked_div(self.ms())?.try_into().ok()
	}

	/// When `slot` begins. `None` before 1970 in UTC.
	pub fn start_of(self, slot: Slot, offset: UtcOffset) -> Option<Moment> {
		let local = i64::try_from(self.ms().checked_mul(slot.into())?).ok()?;
		local.checked_sub(ahead(offset)?)?.try_into().ok()
	}

	/// The day that `slot` lies on, counted from 1970, and the slot's number within that day.
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

fn ahead(offset: UtcOffset) -> Option<i64> {
	i64::from(offset.minutes()).checked_mul(60_000)
}

/// Slots one after the other.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Interval {
	/// The first.
	pub first: Slot,
	/// How many.
	pub slots: u16,
}

impl Interval {
	/// The slot after the last. `None` past the last slot that has a number.
	pub fn end(&self) -> Option<Slot> {
		self.first.checked_add(self.slots.into())
	}

	/// The pages it touches, each with the bits that are its slots.
	pub fn pages(&self) -> impl Iterator<Item = (u32, u128)> {
		let (first, end) = (u64::from(self.first), u64::from(self.first).saturating_add(self.slots.into()));
		let size = u64::from(PAGE_SLOTS);
		let begin = first.checked_div(size).unwrap_or_default();
		let until = end.div_ceil(size);
		(begin..until).filter_map(move |page| {
			let base = page.checked_mul(size)?;
			let low = u32::try_from(first.saturating_sub(base)).ok()?;
			let high = u32::try_from(end.checked_sub(base)?.min(size)).ok()?;
			let bits = ones(high.checked_sub(low)?)?.checked_shl(low)?;
			Some((page.try_into().ok()?, bits))
		})
	}
}

/// So many ones, from the lowest bit up.
fn ones(count: u32) -> Option<u128> {
	match PAGE_SLOTS.checked_sub(count)? {
		PAGE_SLOTS => Some(0),
		unused => u128::MAX.checked_shr(unused),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
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
		let slot = SlotLength::Hour.at(midnight, UtcOffset::PLUS_8).unwrap();
		let (day, hour) = SlotLength::Hour.day_of(slot).unwrap();
		assert_eq!((weekday(day), hour), (Some(1), 0));
		assert_eq!(SlotLength::Hour.at(midnight - 1, UtcOffset::PLUS_8), Some(slot - 1));
		assert_eq!(SlotLength::Hour.start_of(slot, UtcOffset::PLUS_8), Some(midnight));
	}

	#[test]
	fn what_has_no_number_has_no_slot() {
		let west = UtcOffset::from_minutes(-60).unwrap();
		assert_eq!(SlotLength::Hour.at(0, west), None);
		assert_eq!(SlotLength::QuarterHour.at(Moment::MAX, west), None);
		assert_eq!(SlotLength::Hour.start_of(0, UtcOffset::PLUS_8), None);
		assert_eq!(Interval { first: Slot::MAX, slots: 1 }.end(), None);
	}

	proptest! {
		#[test]
		fn a_moment_lies_in_its_slot(moment in 100_000_000..4_000_000_000_000u64, minutes in -840i16..=840) {
			let offset = UtcOffset::from_minutes(minutes).unwrap();
			for length in LENGTHS {
				let slot = length.at(moment, offset).unwrap();
				prop_assert!(length.start_of(slot, offset).unwrap() <= moment);
				prop_assert!(moment < length.start_of(slot + 1, offset).unwrap());
			}
		}

		#[test]
		fn pages_hold_each_slot_once(first in 0..10_000u32, slots in 0..=MAX_SLOTS) {
			let interval = Interval { first, slots };
			let mut found = Vec::new();
			for (page, bits) in interval.pages() {
				for bit in 0..PAGE_SLOTS {
					if bits & (1 << bit) != 0 {
						found.push(page * PAGE_SLOTS + bit);
					}
				}
			}
			prop_assert_eq!(found, (first..interval.end().unwrap()).collect::<Vec<_>>());
			prop_assert!(interval.pages().count() <= 5);
		}
	}
}
