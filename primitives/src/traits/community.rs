// SPDX-License-Identifier: Apache-2.0

//! The community's own facts, as pallets use them.

use crate::{
	calendar::{Calendar, Period, PeriodKind, UtcOffset},
	Moment,
};

/// The community's calendar. Its UTC offset may have changed, or may change: callers ask for months, quarters, years
/// and days here instead of keeping an offset of their own.
pub trait Community {
	/// The calendar. Read it once for several look-ups.
	fn calendar() -> Calendar;

	/// See [`Calendar::offset_at`].
	fn offset_at(moment: Moment) -> UtcOffset {
		Self::calendar().offset_at(moment)
	}

	/// See [`Calendar::period_at`].
	fn period_at(kind: PeriodKind, moment: Moment) -> Option<Period> {
		Self::calendar().period_at(kind, moment)
	}

	/// See [`Calendar::month_of_books`].
	fn month_of_books(moment: Moment) -> Option<Period> {
		Self::calendar().month_of_books(moment)
	}

	/// See [`Calendar::start`].
	fn start(period: Period) -> Option<Moment> {
		Self::calendar().start(period)
	}

	/// See [`Calendar::end`].
	fn end(period: Period, kind: PeriodKind) -> Option<Moment> {
		Self::calendar().end(period, kind)
	}

	/// See [`Calendar::midnight_after`].
	fn midnight_after(moment: Moment, days: u64) -> Option<Moment> {
		Self::calendar().midnight_after(moment, days)
	}
}

/// Notified when the future of the calendar changes, for pallets that store the start of future periods.
pub trait CalendarChanged {
	/// The future of the calendar has changed; its past has not.
	fn calendar_changed();
}

impl CalendarChanged for () {
	fn calendar_changed() {}
}
