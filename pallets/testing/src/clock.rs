// SPDX-License-Identifier: Apache-2.0

//! The time, as tests set it.

use linli_primitives::{traits::Clock, Moment, Period, UtcOffset};

/// When tests begin, unless they say otherwise: half past nine on Monday, 23 November 2026 in UTC+8.
pub const START: Moment = 1_795_397_400_000;

/// The month in which tests begin.
pub const NOVEMBER: Period = month(2026, 11);
/// The month after.
pub const DECEMBER: Period = month(2026, 12);
/// The month after that.
pub const JANUARY: Period = month(2027, 1);
/// Three months after that in which tests begin.
pub const FEBRUARY: Period = month(2027, 2);

/// A month.
pub const fn month(year: u16, month: u8) -> Period {
	Period { year, month }
}

/// When a month begins in UTC+8.
pub fn start_of(month: Period) -> Moment {
	month.start(UtcOffset::PLUS_8).expect("tests use months that exist")
}

frame_support::parameter_types! {
	/// The clock, in ms since 1970: zero while the genesis is built, [`START`] in the first block, then as a test sets it.
	pub static Now: Moment = 0;
}

impl Clock for Now {
	fn now() -> Moment {
		Self::get()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set(now: Moment) {
		Self::set(now);
	}
}

/// Lets `time` (ms) go by, in the same block.
pub fn pass(time: Moment) {
	Now::mutate(|now| *now += time);
}
