// SPDX-License-Identifier: Apache-2.0

//! The community's own facts, as far as pallets go by them.

use crate::{
	calendar::{Calendar, Period, PeriodKind, UtcOffset},
	Moment,
};

/// The community, asked by all who count in its months. The offset may have changed, or be about to: callers ask for
/// months, quarters, years and days here instead of working with an offset of their own.
pub trait Community {
	/// The calendar. What looks up much at once keeps it.
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

/// Told of a change of the calendar's future, for whoever noted when a period will begin.
pub trait CalendarChanged {
	/// The future of the calendar is another one; the past is as it was.
	fn calendar_changed();
}

impl CalendarChanged for () {
	fn calendar_changed() {}
}
