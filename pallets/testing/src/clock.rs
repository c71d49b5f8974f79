// SPDX-License-Identifier: Apache-2.0

//! The clock of tests.

use frame_support::traits::Time;
use linli_primitives::{traits::Clock, Moment, Period, UtcOffset};

/// The default time of the first block: 09:30 on Monday, 23 November 2026 in UTC+8.
pub const START: Moment = 1_795_397_400_000;

/// The month of [`START`].
pub const NOVEMBER: Period = month(2026, 11);
/// The month after [`NOVEMBER`].
pub const DECEMBER: Period = month(2026, 12);
/// The month after [`DECEMBER`].
pub const JANUARY: Period = month(2027, 1);
/// The month after [`JANUARY`].
pub const FEBRUARY: Period = month(2027, 2);

/// A month.
pub const fn month(year: u16, month: u8) -> Period {
	Period { year, month }
}

/// The start of a month in UTC+8.
pub fn start_of(month: Period) -> Moment {
	month.start(UtcOffset::PLUS_8).expect("the month is valid")
}

frame_support::parameter_types! {
	/// The clock, in ms since 1970: zero while genesis is built, [`START`] in the first block, then as set by the test.
	pub static Now: Moment = 0;
	/// The standstills so far: the times of the last block before and of the first block after each.
	pub static Standstills: Vec<(Moment, Moment)> = Vec::new();
}

impl Clock for Now {
	fn now() -> Moment {
		Self::get()
	}

	fn lived() -> Moment {
		Self::lived_at(Self::get())
	}

	fn moment_of(lived: Moment) -> Moment {
		Standstills::get().into_iter().fold(
			lived,
			|moment, (from, until)| {
				if from < moment {
					moment + (until - from)
				} else {
					moment
				}
			},
		)
	}

	fn lived_at(moment: Moment) -> Moment {
		let stood = |(from, until): (Moment, Moment)| until.min(moment).saturating_sub(from);
		moment - Standstills::get().into_iter().map(stood).sum::<Moment>()
	}
}

impl Time for Now {
	type Moment = Moment;

	fn now() -> Moment {
		Self::get()
	}
}

/// Advances the clock by `time` (ms) within the same block.
pub fn pass(time: Moment) {
	Now::mutate(|now| *now += time);
}

/// Advances the clock by `time` (ms) in which the chain stands still.
pub fn stand_still(time: Moment) {
	let from = Now::get();
	pass(time);
	Standstills::mutate(|standstills| standstills.push((from, Now::get())));
}
