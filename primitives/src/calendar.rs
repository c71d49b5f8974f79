// SPDX-License-Identifier: Apache-2.0

//! The civil calendar in the community's UTC offset: months, quarters and years as people count them.
//!
//! Dates come from `chrono` (proleptic Gregorian, ISO 8601); only the offset and the grouping into periods are defined
//! here. A community may change its offset: its [`Calendar`] keeps every change, and callers ask it for months.

use chrono::{DateTime, Datelike, Months, NaiveDate};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

mod community;
pub use community::{Calendar, ScheduleError, Switch, MAX_SWITCHES};

/// Milliseconds since 1970-01-01T00:00:00Z, as the timestamp pallet counts them.
pub type Moment = u64;

/// A day in milliseconds. Offsets are fixed, so all days are equally long.
pub const DAY: Moment = 24 * 60 * 60 * 1_000;

/// The latest supported moment: 9999-12-31T00:00:00Z. Later moments belong to no period.
pub const LATEST: Moment = 253_402_214_400_000;

/// Minutes by which the community's clocks are ahead of UTC: `480` for UTC+8. There is no summer time, so no period
/// depends on a time zone database.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct UtcOffset(i16);

impl UtcOffset {
	/// UTC+8, the offset of China, Singapore and Western Australia.
	pub const PLUS_8: Self = Self(480);

	/// An offset between −14 and +14 hours, the range in use. `None` outside this range.
	pub const fn from_minutes(minutes: i16) -> Option<Self> {
		if minutes < -840 || minutes > 840 {
			return None;
		}
		Some(Self(minutes))
	}

	/// Minutes ahead of UTC.
	pub const fn minutes(self) -> i16 {
		self.0
	}

	/// The civil date at `moment`. `None` past [`LATEST`].
	pub fn date(self, moment: Moment) -> Option<NaiveDate> {
		if moment > LATEST {
			return None;
		}
		let local = i64::try_from(moment).ok()?.checked_add(self.milliseconds())?;
		DateTime::from_timestamp_millis(local).map(|at| at.date_naive())
	}

	/// The start of `date`. `None` before 1970.
	pub fn start_of(self, date: NaiveDate) -> Option<Moment> {
		let midnight = date.and_hms_opt(0, 0, 0)?.and_utc().timestamp_millis();
		midnight.checked_sub(self.milliseconds())?.try_into().ok()
	}

	fn milliseconds(self) -> i64 {
		i64::from(self.0).saturating_mul(60_000)
	}
}

/// The length of a period.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum PeriodKind {
	/// A calendar month.
	#[codec(index = 0)]
	Month,
	/// Three months from January, April, July or October.
	#[codec(index = 1)]
	Quarter,
	/// A calendar year.
	#[codec(index = 2)]
	Year,
}

impl PeriodKind {
	/// The length in months.
	pub const fn months(self) -> u32 {
		match self {
			Self::Month => 1,
			Self::Quarter => 3,
			Self::Year => 12,
		}
	}

	/// The period of this kind that contains `moment`, under a fixed offset. `None` past [`LATEST`]. For the
	/// community's calendar, whose offset may change, use [`Calendar::period_at`].
	pub fn at(self, moment: Moment, offset: UtcOffset) -> Option<Period> {
		self.of(offset.date(moment)?)
	}

	/// Whether a period of this kind begins in `month` and has a successor.
	pub fn begins_in(self, period: Period) -> bool {
		period.first_day().and_then(|day| self.of(day)) == Some(period) && period.next(self).is_some()
	}

	/// The period of this kind that contains `date`.
	fn of(self, date: NaiveDate) -> Option<Period> {
		let month = date.month0().checked_div(self.months())?.checked_mul(self.months())?;
		Some(Period { year: u16::try_from(date.year()).ok()?, month: u8::try_from(month.checked_add(1)?).ok()? })
	}
}

/// A period, identified by its first month: `2026-11`. Its length is the [`PeriodKind`] of its charge.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct Period {
	/// The year, 1970 to 9999.
	pub year: u16,
	/// The month, 1 to 12.
	pub month: u8,
}

impl Period {
	/// The month in whose book genesis balances are entered: moment zero, before the chain has a clock.
	pub const OPENING: Self = Self { year: 1970, month: 1 };

	/// The start of the period under a fixed offset. `None` for an invalid month. For the community's calendar, whose
	/// offset may change, use [`Calendar::start`].
	pub fn start(self, offset: UtcOffset) -> Option<Moment> {
		offset.start_of(self.first_day()?)
	}

	/// The end of the period under a fixed offset, which is the start of the next one of its kind.
	pub fn end(self, kind: PeriodKind, offset: UtcOffset) -> Option<Moment> {
		self.next(kind)?.start(offset)
	}

	/// The period of the same kind after this one.
	pub fn next(self, kind: PeriodKind) -> Option<Self> {
		Self::from_first_day(self.first_day()?.checked_add_months(Months::new(kind.months()))?)
	}

	/// The period of the same kind before this one.
	pub fn previous(self, kind: PeriodKind) -> Option<Self> {
		Self::from_first_day(self.first_day()?.checked_sub_months(Months::new(kind.months()))?)
	}

	fn first_day(self) -> Option<NaiveDate> {
		NaiveDate::from_ymd_opt(self.year.into(), self.month.into(), 1)
	}

	fn from_first_day(date: NaiveDate) -> Option<Self> {
		Some(Self { year: u16::try_from(date.year()).ok()?, month: u8::try_from(date.month()).ok()? })
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	const KINDS: [PeriodKind; 3] = [PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Year];

	#[test]
	fn the_month_turns_at_local_midnight() {
		// 2026-11-30T16:00:00Z is midnight of 1 December in UTC+8.
		let turn = 1_796_054_400_000;
		let november = Period { year: 2026, month: 11 };
		let december = Period { year: 2026, month: 12 };
		assert_eq!(PeriodKind::Month.at(turn - 1, UtcOffset::PLUS_8), Some(november));
		assert_eq!(PeriodKind::Month.at(turn, UtcOffset::PLUS_8), Some(december));
		assert_eq!(december.start(UtcOffset::PLUS_8), Some(turn));
		assert_eq!(november.end(PeriodKind::Month, UtcOffset::PLUS_8), Some(turn));
	}

	#[test]
	fn quarters_and_years_begin_in_their_calendar_months() {
		let at = Period { year: 2028, month: 2 }.start(UtcOffset::PLUS_8).unwrap();
		assert_eq!(PeriodKind::Quarter.at(at, UtcOffset::PLUS_8), Some(Period { year: 2028, month: 1 }));
		assert_eq!(PeriodKind::Year.at(at, UtcOffset::PLUS_8), Some(Period { year: 2028, month: 1 }));
		// 2028 is a leap year.
		let february = Period { year: 2028, month: 2 };
		assert_eq!(february.end(PeriodKind::Month, UtcOffset::PLUS_8).unwrap() - at, 29 * DAY);
	}

	#[test]
	fn invalid_periods_have_no_start() {
		assert_eq!(Period { year: 2026, month: 13 }.start(UtcOffset::PLUS_8), None);
		assert_eq!(Period { year: 2026, month: 0 }.start(UtcOffset::PLUS_8), None);
		assert_eq!(PeriodKind::Month.at(LATEST + 1, UtcOffset::PLUS_8), None);
		assert_eq!(UtcOffset::from_minutes(841), None);
		assert_eq!(UtcOffset::from_minutes(-841), None);
	}

	proptest! {
		#[test]
		fn every_moment_lies_in_its_period(
			moment in DAY * 366..LATEST - DAY * 366, minutes in -840i16..=840
		) {
			let offset = UtcOffset::from_minutes(minutes).unwrap();
			for kind in KINDS {
				let period = kind.at(moment, offset).unwrap();
				prop_assert!(period.start(offset).unwrap() <= moment);
				prop_assert!(moment < period.end(kind, offset).unwrap());
				prop_assert_eq!(period.next(kind).unwrap().previous(kind), Some(period));
				prop_assert_eq!(kind.at(period.end(kind, offset).unwrap(), offset), period.next(kind));
			}
		}
	}
}
