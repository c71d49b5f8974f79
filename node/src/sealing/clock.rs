// SPDX-License-Identifier: GPL-3.0-or-later

//! The time of the next block.
//!
//! The chain's time advances with the wall clock, shifted by the last `dev_timeTravel`, but by at least one slot per
//! block: Aura requires a new slot for each block, and the timestamp pallet a minimum period. All times here are Unix
//! times in milliseconds.

use chrono::{DateTime, NaiveDate, NaiveDateTime};
use sp_consensus_aura::SlotDuration;
use std::{
	sync::{Mutex, MutexGuard, PoisonError},
	time::{SystemTime, UNIX_EPOCH},
};

/// 2000-01-01T00:00:00Z. An earlier time is a mistake: most often seconds instead of milliseconds.
const EARLIEST: u64 = 946_684_800_000;
/// 9999-12-31T23:59:59.999Z, the last supported moment.
const LATEST: u64 = 253_402_300_799_999;

/// The reason for which a `dev_timeTravel` is refused.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum TravelError {
	/// The next block would not be at least one slot after the last one.
	#[error(
		"time travels forward only: the last block is at {}, so the next one can be at {} or later, not at {}",
		show(*.last),
		show(*.earliest),
		show(*.to)
	)]
	Backward {
		/// Time of the last block.
		last: u64,
		/// Earliest time of the next one.
		earliest: u64,
		/// Requested time.
		to: u64,
	},
	/// Outside the supported years.
	#[error(
		"a time between the years 2000 and 9999 is expected, in milliseconds since 1970-01-01T00:00:00Z if it is a \
		number; {0} is outside"
	)]
	OutOfRange(i128),
	/// Not a date.
	#[error(
		"a date is expected as in 2027-01-31, 2027-01-31T08:00:00Z or 2027-01-31T08:00:00+08:00, or a whole number of \
		milliseconds since 1970-01-01T00:00:00Z, not {0}"
	)]
	NotADate(String),
}

/// The clock shared by block making and `dev_timeTravel`.
pub struct Clock {
	slot_duration: u64,
	state: Mutex<State>,
}

struct State {
	/// The offset of the chain's time from the wall clock; negative if behind.
	offset: i128,
	/// The exact time set for the next block, if any. Kept until a block has it, since an attempt may fail.
	destination: Option<u64>,
}

impl Clock {
	/// A clock for a chain whose last block has the time `last` (0 at genesis).
	///
	/// A chain that is ahead of the wall clock continues from its last block.
	pub fn new(slot_duration: SlotDuration, last: u64, wall: u64) -> Self {
		let offset = (i128::from(last) - i128::from(wall)).max(0);
		Self { slot_duration: slot_duration.as_millis(), state: Mutex::new(State { offset, destination: None }) }
	}

	/// The time of a block whose parent has the time `parent`.
	pub fn next(&self, parent: u64, wall: u64) -> u64 {
		let earliest = self.earliest(parent);
		let mut state = self.state();
		match state.destination {
			Some(destination) if destination >= earliest => destination,
			_ => {
				state.destination = None;
				let now = i128::from(wall) + state.offset;
				u64::try_from(now).unwrap_or(0).max(earliest)
			}
		}
	}

	/// Sets the time of the next block to exactly `to`; from there the chain's time advances with the wall clock.
	pub fn travel(&self, to: u64, last: u64, wall: u64) -> Result<(), TravelError> {
		let earliest = self.earliest(last);
		if to < earliest {
			return Err(TravelError::Backward { last, earliest, to });
		}
		*self.state() = State { offset: i128::from(to) - i128::from(wall), destination: Some(to) };
		Ok(())
	}

	/// One slot after `parent`, which is always in a later slot.
	fn earliest(&self, parent: u64) -> u64 {
		parent.saturating_add(self.slot_duration)
	}

	fn state(&self) -> MutexGuard<'_, State> {
		// Each change of the state is one assignment, so a panic elsewhere leaves it consistent.
		self.state.lock().unwrap_or_else(PoisonError::into_inner)
	}
}

/// The time of the wall clock.
pub fn wall() -> u64 {
	// A clock set before 1970 counts as 1970: blocks then advance slot by slot.
	SystemTime::now()
		.duration_since(UNIX_EPOCH)
		.ok()
		.and_then(|since| u64::try_from(since.as_millis()).ok())
		.unwrap_or(0)
}

/// Parses a time: a number of milliseconds, or an ISO date, in UTC unless it has an offset.
pub fn parse(date: &serde_json::Value) -> Result<u64, TravelError> {
	let not_a_date = || TravelError::NotADate(date.to_string());
	let millis = match date {
		serde_json::Value::Number(millis) => {
			let millis = millis.as_i64().map(i128::from).or_else(|| millis.as_u64().map(i128::from));
			millis.ok_or_else(not_a_date)?
		}
		serde_json::Value::String(text) => {
			let at_midnight = |day: NaiveDate| day.and_hms_opt(0, 0, 0);
			let moment = DateTime::parse_from_rfc3339(text)
				.map(|moment| moment.timestamp_millis())
				.ok()
				.or_else(|| text.parse::<NaiveDateTime>().ok().map(|moment| moment.and_utc().timestamp_millis()))
				.or_else(|| {
					let day = text.parse::<NaiveDate>().ok()?;
					at_midnight(day).map(|moment| moment.and_utc().timestamp_millis())
				});
			i128::from(moment.ok_or_else(not_a_date)?)
		}
		_ => return Err(not_a_date()),
	};
	u64::try_from(millis)
		.ok()
		.filter(|millis| (EARLIEST..=LATEST).contains(millis))
		.ok_or(TravelError::OutOfRange(millis))
}

/// The time in readable form, followed by the number.
fn show(millis: u64) -> String {
	i64::try_from(millis)
		.ok()
		.and_then(DateTime::from_timestamp_millis)
		.map(|moment| format!("{} ({millis})", moment.format("%Y-%m-%dT%H:%M:%S%.3fZ")))
		.unwrap_or_else(|| millis.to_string())
}

#[cfg(test)]
mod tests {
	use super::*;
	use serde_json::json;

	const SLOT: u64 = 6_000;
	/// 2026-11-23T00:00:00Z.
	const NOW: u64 = 1_795_392_000_000;
	/// 2026-12-01T00:00:00Z.
	const DECEMBER: u64 = 1_796_083_200_000;

	fn clock(last: u64) -> Clock {
		Clock::new(SlotDuration::from_millis(SLOT), last, NOW)
	}

	#[test]
	fn the_first_block_has_the_current_time() {
		assert_eq!(clock(0).next(0, NOW), NOW);
	}

	#[test]
	fn time_advances_with_the_wall_clock() {
		let clock = clock(0);
		let first = clock.next(0, NOW);
		assert_eq!(clock.next(first, NOW + 60_000), NOW + 60_000);
	}

	#[test]
	fn each_block_is_at_least_one_slot_later() {
		let clock = clock(0);
		let mut last = clock.next(0, NOW);
		for _ in 0..1_000 {
			let next = clock.next(last, NOW + 1);
			assert_eq!(next, last + SLOT);
			assert_eq!(next / SLOT, last / SLOT + 1);
			last = next;
		}
	}

	#[test]
	fn one_slot_later_holds_from_the_end_of_a_slot() {
		let end_of_slot = NOW + SLOT - 1;
		let next = clock(end_of_slot).next(end_of_slot, NOW);
		assert_eq!(next, end_of_slot + SLOT);
	}

	#[test]
	fn travel_sets_the_next_block_and_time_advances_from_there() {
		let clock = clock(NOW);
		assert_eq!(clock.travel(DECEMBER, NOW, NOW + 10), Ok(()));
		// Exactly that time, no matter how late the block is made.
		assert_eq!(clock.next(NOW, NOW + 5_000), DECEMBER);
		// If it was not made, the next attempt gets the same time.
		assert_eq!(clock.next(NOW, NOW + 9_000), DECEMBER);
		assert_eq!(clock.next(DECEMBER, NOW + 9_010), DECEMBER + 9_000);
		assert_eq!(clock.next(DECEMBER + 9_000, NOW + 9_020), DECEMBER + 9_000 + SLOT);
	}

	#[test]
	fn the_last_of_several_travels_counts() {
		let clock = clock(NOW);
		assert_eq!(clock.travel(DECEMBER, NOW, NOW), Ok(()));
		assert_eq!(clock.travel(NOW + SLOT, NOW, NOW), Ok(()));
		assert_eq!(clock.next(NOW, NOW), NOW + SLOT);
	}

	#[test]
	fn a_fresh_chain_may_begin_in_the_past() {
		let clock = clock(0);
		assert_eq!(clock.travel(NOW - 1_000_000_000, 0, NOW), Ok(()));
		assert_eq!(clock.next(0, NOW), NOW - 1_000_000_000);
		assert_eq!(clock.next(NOW - 1_000_000_000, NOW + 7_000), NOW - 1_000_000_000 + 7_000);
	}

	#[test]
	fn travel_is_forward_only() {
		let clock = clock(NOW);
		for to in [EARLIEST, NOW - 1, NOW, NOW + SLOT - 1] {
			let refused = TravelError::Backward { last: NOW, earliest: NOW + SLOT, to };
			assert_eq!(clock.travel(to, NOW, NOW), Err(refused));
		}
		assert_eq!(clock.travel(NOW + SLOT, NOW, NOW), Ok(()));
		let message = clock.travel(NOW, NOW, NOW).expect_err("too early").to_string();
		assert!(message.contains("forward only"), "{message}");
		assert!(message.contains("2026-11-23T00:00:06.000Z"), "{message}");
	}

	#[test]
	fn a_chain_ahead_of_the_wall_clock_continues_from_its_last_block() {
		let clock = clock(DECEMBER);
		assert_eq!(clock.next(DECEMBER, NOW + 60_000), DECEMBER + 60_000);
	}

	#[test]
	fn nothing_overflows() {
		let clock = clock(u64::MAX);
		assert_eq!(clock.next(u64::MAX, u64::MAX), u64::MAX);
		assert_eq!(clock.travel(u64::MAX, 0, 0), Ok(()));
		assert_eq!(clock.next(0, u64::MAX), u64::MAX);
	}

	#[test]
	fn dates_are_read() {
		for date in [
			json!(DECEMBER),
			json!("2026-12-01"),
			json!("2026-12-01T00:00:00"),
			json!("2026-12-01T00:00:00Z"),
			json!("2026-12-01T00:00:00.000Z"),
			json!("2026-12-01T08:00:00+08:00"),
		] {
			assert_eq!(parse(&date), Ok(DECEMBER), "{date}");
		}
	}

	#[test]
	fn invalid_dates_are_refused() {
		for date in [json!("tomorrow"), json!(""), json!("2026-13-01"), json!(1.5), json!(null), json!([DECEMBER])] {
			assert_eq!(parse(&date), Err(TravelError::NotADate(date.to_string())));
		}
	}

	#[test]
	fn seconds_and_distant_years_are_refused() {
		for date in [json!(DECEMBER / 1000), json!(-1), json!(u64::MAX), json!("1999-12-31")] {
			assert!(matches!(parse(&date), Err(TravelError::OutOfRange(_))), "{date}");
		}
		assert_eq!(parse(&json!(EARLIEST)), Ok(EARLIEST));
		assert_eq!(parse(&json!("2000-01-01")), Ok(EARLIEST));
		assert_eq!(parse(&json!("9999-12-31T23:59:59.999Z")), Ok(LATEST));
	}
}
