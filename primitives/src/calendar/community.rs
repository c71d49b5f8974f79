// SPDX-License-Identifier: Apache-2.0

//! The community's calendar: its initial UTC offset and every later change.
//!
//! A change takes effect at the start of a month, by the old offset. If clocks are set forward, the new month lacks its
//! first hours. If they are set back, the previous month lasts longer: the new one begins once the clocks show its
//! start again. So months follow one another without gap or overlap, and no moment changes its month afterwards.

use super::{Moment, Period, PeriodKind, UtcOffset, LATEST};
use chrono::{DateTime, Days, NaiveDate};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;

/// The maximum number of offset changes. Countries have changed theirs a handful of times in a century. The whole
/// history is read at each look-up of a month, so it must stay small.
pub const MAX_SWITCHES: u32 = 64;

/// A change of the offset.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Switch {
	/// The first month under the new offset.
	pub month: Period,
	/// The moment at which clocks are changed: the start of that month under the previous offset, in ms since 1970.
	pub at: Moment,
	/// The offset from then on.
	pub offset: UtcOffset,
}

/// Why a change cannot be scheduled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ScheduleError {
	/// The offset lies outside −14 to +14 hours.
	InvalidOffset,
	/// The month is invalid.
	InvalidMonth,
	/// The month has begun, or already has a change that took effect.
	MonthNotInFuture,
	/// The offset is in force already, and no change of it is scheduled.
	AlreadyInForce,
	/// The offset was already changed [`MAX_SWITCHES`] times.
	TooManySwitches,
}

/// The community's calendar. Changes are ordered by month; the last one may be in the future.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Calendar {
	first: UtcOffset,
	switches: BoundedVec<Switch, ConstU32<MAX_SWITCHES>>,
}

impl Default for Calendar {
	fn default() -> Self {
		Self::fixed(UtcOffset::PLUS_8)
	}
}

impl Calendar {
	/// A calendar whose offset never changed.
	pub fn fixed(offset: UtcOffset) -> Self {
		Self { first: offset, switches: BoundedVec::new() }
	}

	/// The offset before the first change.
	pub const fn first_offset(&self) -> UtcOffset {
		self.first
	}

	/// All changes, including a scheduled one, in the order in which they take effect.
	pub fn switches(&self) -> &[Switch] {
		&self.switches
	}

	/// The change that has not taken effect at `now`, if any.
	pub fn scheduled(&self, now: Moment) -> Option<Switch> {
		self.switches.last().filter(|switch| switch.at > now).copied()
	}

	/// The offset of the community's clocks at `moment`.
	pub fn offset_at(&self, moment: Moment) -> UtcOffset {
		self.switch_at(moment).map_or(self.first, |switch| switch.offset)
	}

	/// Returns this calendar with a change scheduled, replacing any change that has not taken effect at `now`. Passing
	/// the offset in force cancels a scheduled change.
	///
	/// ## Errors
	/// See [`ScheduleError`].
	pub fn schedule(&self, month: Period, offset: UtcOffset, now: Moment) -> Result<Self, ScheduleError> {
		if UtcOffset::from_minutes(offset.minutes()).is_none() {
			return Err(ScheduleError::InvalidOffset);
		}
		let mut calendar = self.clone();
		calendar.switches.retain(|switch| switch.at <= now);
		let last = calendar.switches.last().copied();
		let in_force = last.map_or(self.first, |switch| switch.offset);
		if offset == in_force {
			let takes_back = calendar.switches.len() < self.switches.len();
			return takes_back.then_some(calendar).ok_or(ScheduleError::AlreadyInForce);
		}
		let at = month.start(in_force).filter(|at| *at <= LATEST).ok_or(ScheduleError::InvalidMonth)?;
		if at <= now || last.is_some_and(|last| month <= last.month) {
			return Err(ScheduleError::MonthNotInFuture);
		}
		let switch = Switch { month, at, offset };
		calendar.switches.try_push(switch).map_err(|_| ScheduleError::TooManySwitches)?;
		Ok(calendar)
	}

	/// Whether the history is consistent: replaying its months and offsets through [`Self::schedule`] yields the same
	/// calendar.
	pub fn is_sound(&self) -> bool {
		let mut again = Self::fixed(self.first);
		let mut now = 0;
		for switch in &self.switches {
			match again.schedule(switch.month, switch.offset, now) {
				Ok(next) => again = next,
				Err(_) => return false,
			}
			now = switch.at;
		}
		again == *self && UtcOffset::from_minutes(self.first.minutes()).is_some()
	}

	/// The period of `kind` that contains `moment`. Monotonic in `moment`. `None` past [`LATEST`].
	pub fn period_at(&self, kind: PeriodKind, moment: Moment) -> Option<Period> {
		kind.of(self.date(moment)?)
	}

	/// The month whose book covers `moment`: the calendar month, except that moment zero is always in
	/// [`Period::OPENING`], also where clocks are behind UTC. `None` past [`LATEST`].
	pub fn month_of_books(&self, moment: Moment) -> Option<Period> {
		match moment {
			0 => Some(Period::OPENING),
			_ => self.period_at(PeriodKind::Month, moment),
		}
	}

	/// The start of the period. `None` if the month is invalid or begins before 1970.
	pub fn start(&self, period: Period) -> Option<Moment> {
		self.start_of(period.first_day()?)
	}

	/// The end of the period of `kind`, which is the start of the next one.
	pub fn end(&self, period: Period, kind: PeriodKind) -> Option<Moment> {
		self.start(period.next(kind)?)
	}

	/// The start of the day `days` days after the one that contains `moment`.
	pub fn midnight_after(&self, moment: Moment, days: u64) -> Option<Moment> {
		self.start_of(self.date(moment)?.checked_add_days(Days::new(days))?)
	}

	/// The local time at `moment`, in ms since 1970 local time. `None` before that.
	pub fn local(&self, moment: Moment) -> Option<Moment> {
		let local = i64::try_from(moment).ok()?.checked_add(self.offset_at(moment).milliseconds())?;
		local.try_into().ok()
	}

	/// The moment at which clocks show `local` (ms since 1970 local time), under the offset of the month that contains
	/// it. If clocks skip that local time, [`Self::local`] of the result differs from `local`.
	pub fn moment(&self, local: Moment) -> Option<Moment> {
		let shown = i64::try_from(local).ok()?;
		let date = DateTime::from_timestamp_millis(shown)?.date_naive();
		let month = PeriodKind::Month.of(date)?;
		shown.checked_sub(self.offset_in(month).milliseconds())?.try_into().ok()
	}

	/// The last change that has taken effect at `moment`.
	fn switch_at(&self, moment: Moment) -> Option<&Switch> {
		self.switches.iter().rev().find(|switch| switch.at <= moment)
	}

	/// The offset of `month`.
	fn offset_in(&self, month: Period) -> UtcOffset {
		self.switch_of(month).map_or(self.first, |switch| switch.offset)
	}

	/// The change that applies to `month`.
	fn switch_of(&self, month: Period) -> Option<&Switch> {
		self.switches.iter().rev().find(|switch| switch.month <= month)
	}

	/// The civil date. If clocks were set back to before the new month, the last day of the previous month continues.
	fn date(&self, moment: Moment) -> Option<NaiveDate> {
		let date = self.offset_at(moment).date(moment)?;
		let Some(first) = self.switch_at(moment).and_then(|switch| switch.month.first_day()) else {
			return Some(date);
		};
		if date < first {
			first.pred_opt()
		} else {
			Some(date)
		}
	}

	/// The start of `date`, or the moment of the change if clocks were set forward past it.
	fn start_of(&self, date: NaiveDate) -> Option<Moment> {
		let month = PeriodKind::Month.of(date)?;
		let start = self.offset_in(month).start_of(date)?;
		let set = self.switch_of(month).filter(|switch| switch.month == month).map(|switch| switch.at);
		Some(start.max(set.unwrap_or_default()))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::calendar::DAY;
	use proptest::prelude::*;

	const KINDS: [PeriodKind; 3] = [PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Year];
	const HOUR: Moment = DAY / 24;
	/// The largest change of clocks: from −14 to +14 hours.
	const MAX_SWING: Moment = 28 * HOUR;
	/// Midnight of 1 December 2026 in UTC+8.
	const DECEMBER_BEGINS: Moment = 1_796_054_400_000;
	const NOVEMBER: Period = Period { year: 2026, month: 11 };
	const DECEMBER: Period = Period { year: 2026, month: 12 };

	fn hours(hours: i16) -> UtcOffset {
		UtcOffset::from_minutes(hours * 60).unwrap()
	}

	/// UTC+8, and another offset from December 2026 on.
	fn changed(to: i16) -> Calendar {
		Calendar::default().schedule(DECEMBER, hours(to), DECEMBER_BEGINS - 20 * DAY).unwrap()
	}

	#[test]
	fn clocks_set_back_make_the_month_before_last_longer() {
		let calendar = changed(5);
		assert_eq!(calendar.switches(), [Switch { month: DECEMBER, at: DECEMBER_BEGINS, offset: hours(5) }]);
		assert_eq!(calendar.start(DECEMBER), Some(DECEMBER_BEGINS + 3 * HOUR));
		assert_eq!(calendar.start(NOVEMBER), NOVEMBER.start(hours(8)));
		assert_eq!(calendar.end(DECEMBER, PeriodKind::Month), DECEMBER.end(PeriodKind::Month, hours(5)));
		let at = |moment| calendar.period_at(PeriodKind::Month, moment).unwrap();
		assert_eq!(at(DECEMBER_BEGINS - 1), NOVEMBER);
		assert_eq!(at(DECEMBER_BEGINS), NOVEMBER);
		assert_eq!(at(DECEMBER_BEGINS + 3 * HOUR - 1), NOVEMBER);
		assert_eq!(at(DECEMBER_BEGINS + 3 * HOUR), DECEMBER);
		assert_eq!(calendar.offset_at(DECEMBER_BEGINS - 1), hours(8));
		assert_eq!(calendar.offset_at(DECEMBER_BEGINS), hours(5));
	}

	#[test]
	fn clocks_set_forward_make_the_new_month_shorter() {
		let calendar = changed(11);
		assert_eq!(calendar.start(DECEMBER), Some(DECEMBER_BEGINS));
		assert_eq!(calendar.end(DECEMBER, PeriodKind::Month), DECEMBER.end(PeriodKind::Month, hours(11)));
		let at = |moment| calendar.period_at(PeriodKind::Month, moment).unwrap();
		assert_eq!(at(DECEMBER_BEGINS - 1), NOVEMBER);
		assert_eq!(at(DECEMBER_BEGINS), DECEMBER);
		// The hours from midnight to three were skipped that day.
		let skipped = calendar.local(DECEMBER_BEGINS).unwrap() - HOUR;
		assert_ne!(calendar.local(calendar.moment(skipped).unwrap()), Some(skipped));
	}

	#[test]
	fn one_change_is_scheduled_at_a_time() {
		let now = DECEMBER_BEGINS - DAY;
		let calendar = changed(5);
		assert_eq!(calendar.scheduled(now).map(|switch| switch.offset), Some(hours(5)));
		let january = Period { year: 2027, month: 1 };
		let replaced = calendar.schedule(january, hours(9), now).unwrap();
		assert_eq!(replaced.switches().len(), 1);
		assert_eq!(replaced.scheduled(now).map(|switch| (switch.month, switch.offset)), Some((january, hours(9))));
		assert_eq!(replaced.schedule(DECEMBER, hours(8), now), Ok(Calendar::default()));
		// A change that has taken effect stays.
		assert_eq!(calendar.scheduled(DECEMBER_BEGINS), None);
		let next = calendar.schedule(january, hours(8), DECEMBER_BEGINS).unwrap();
		assert_eq!(next.switches().len(), 2);
		assert!(next.is_sound());
	}

	#[test]
	fn invalid_changes_are_refused() {
		let now = DECEMBER_BEGINS - DAY;
		let january = Period { year: 2027, month: 1 };
		let new = Calendar::default();
		let invalid = codec::Decode::decode(&mut &codec::Encode::encode(&900i16)[..]).unwrap();
		assert_eq!(new.schedule(DECEMBER, invalid, now), Err(ScheduleError::InvalidOffset));
		assert_eq!(new.schedule(Period { year: 2026, month: 13 }, hours(5), now), Err(ScheduleError::InvalidMonth));
		assert_eq!(new.schedule(Period { year: 10_000, month: 2 }, hours(5), now), Err(ScheduleError::InvalidMonth));
		assert_eq!(new.schedule(NOVEMBER, hours(5), now), Err(ScheduleError::MonthNotInFuture));
		assert_eq!(new.schedule(DECEMBER, hours(5), DECEMBER_BEGINS), Err(ScheduleError::MonthNotInFuture));
		assert_eq!(new.schedule(DECEMBER, hours(8), now), Err(ScheduleError::AlreadyInForce));
		// After clocks were set back the month is still in the future, but already has its change.
		let back = changed(5);
		assert_eq!(back.schedule(DECEMBER, hours(4), DECEMBER_BEGINS), Err(ScheduleError::MonthNotInFuture));
		assert!(back.schedule(january, hours(4), DECEMBER_BEGINS).is_ok());

		let (mut full, mut month, mut now) = (Calendar::default(), january, now);
		for number in 0..MAX_SWITCHES {
			full = full.schedule(month, hours(if number % 2 == 0 { 5 } else { 8 }), now).unwrap();
			now = full.switches().last().unwrap().at;
			month = month.next(PeriodKind::Month).unwrap();
		}
		assert_eq!(full.schedule(month, hours(5), now), Err(ScheduleError::TooManySwitches));
	}

	#[test]
	fn an_inconsistent_history_is_not_sound() {
		let calendar = changed(5);
		assert!(calendar.is_sound() && Calendar::default().is_sound());
		let with = |change: fn(&mut Switch)| {
			let mut broken = calendar.clone();
			broken.switches.iter_mut().for_each(change);
			broken
		};
		assert!(!with(|switch| switch.at += 1).is_sound());
		assert!(!with(|switch| switch.month = NOVEMBER).is_sound());
		assert!(!with(|switch| switch.offset = UtcOffset::PLUS_8).is_sound());
	}

	#[test]
	fn books_of_genesis_come_first_in_any_offset() {
		for offset in [-10, 8] {
			assert_eq!(Calendar::fixed(hours(offset)).month_of_books(0), Some(Period::OPENING));
		}
		assert_eq!(Calendar::default().month_of_books(DECEMBER_BEGINS), Some(DECEMBER));
	}

	prop_compose! {
		/// Up to twelve changes, one to fourteen months apart, from 2026 on.
		fn histories()(
			first in -840i16..=840,
			changes in prop::collection::vec((1u32..=14, -840i16..=840), 0..12),
		) -> Calendar {
			let mut calendar = Calendar::fixed(UtcOffset::from_minutes(first).unwrap());
			let (mut month, mut now) = (Period { year: 2026, month: 1 }, 0);
			for (apart, minutes) in changes {
				for _ in 0..apart {
					month = month.next(PeriodKind::Month).unwrap();
				}
				if let Ok(next) = calendar.schedule(month, UtcOffset::from_minutes(minutes).unwrap(), now) {
					now = next.switches().last().unwrap().at;
					calendar = next;
				}
			}
			calendar
		}
	}

	proptest! {
		#[test]
		fn periods_tile_time(calendar in histories()) {
			prop_assert!(calendar.is_sound());
			for kind in KINDS {
				let mut period = Period { year: 2025, month: 1 };
				while period < (Period { year: 2041, month: 1 }) {
					let (start, end) = (calendar.start(period).unwrap(), calendar.end(period, kind).unwrap());
					let next = period.next(kind).unwrap();
					prop_assert!(start < end);
					prop_assert_eq!(calendar.start(next), Some(end));
					prop_assert_eq!(calendar.period_at(kind, start), Some(period));
					prop_assert_eq!(calendar.period_at(kind, end - 1), Some(period));
					prop_assert_eq!(calendar.period_at(kind, end), Some(next));
					period = next;
				}
			}
		}

		#[test]
		fn no_month_and_no_day_runs_backwards(
			calendar in histories(), moments in prop::collection::vec(1_700_000_000_000..2_240_000_000_000u64, 2..40)
		) {
			// Random moments, and those around each change.
			let mut moments = moments;
			for switch in calendar.switches() {
				let around = [0, 1, HOUR, 14 * HOUR, MAX_SWING, 3 * DAY];
				moments.extend(around.iter().flat_map(|by| [switch.at - by, switch.at + by]));
			}
			moments.sort_unstable();
			for pair in moments.windows(2) {
				let at = |moment| calendar.period_at(PeriodKind::Month, moment).unwrap();
				prop_assert!(at(pair[0]) <= at(pair[1]));
				let (today, next) = (calendar.midnight_after(pair[0], 0).unwrap(), calendar.midnight_after(pair[0], 1).unwrap());
				prop_assert!(today <= pair[0] && pair[0] < next);
				prop_assert!(next <= calendar.midnight_after(pair[1], 1).unwrap());
				let month = at(pair[0]);
				prop_assert!(calendar.start(month).unwrap() <= pair[0]);
				prop_assert!(pair[0] < calendar.end(month, PeriodKind::Month).unwrap());
			}
		}

		#[test]
		fn a_change_leaves_the_past_alone(
			calendar in histories(), now in 1_760_000_000_000..2_200_000_000_000u64, ahead in 1u32..30,
			minutes in -840i16..=840, before in 0u64..1_000 * DAY
		) {
			let month = (0..ahead).fold(calendar.period_at(PeriodKind::Month, now).unwrap(), |month, _| {
				month.next(PeriodKind::Month).unwrap()
			});
			let history: Vec<_> = calendar.switches().iter().filter(|switch| switch.at <= now).copied().collect();
			let calendar = Calendar { switches: history.try_into().unwrap(), ..calendar };
			if let Ok(changed) = calendar.schedule(month, UtcOffset::from_minutes(minutes).unwrap(), now) {
				prop_assert!(changed.is_sound());
				for moment in [now, now - before] {
					for kind in KINDS {
						prop_assert_eq!(calendar.period_at(kind, moment), changed.period_at(kind, moment));
					}
				}
				let month = calendar.period_at(PeriodKind::Month, now).unwrap();
				prop_assert_eq!(calendar.start(month), changed.start(month));
				prop_assert!(changed.end(month, PeriodKind::Month).unwrap() > now);
			}
		}

		#[test]
		fn clocks_show_each_moment_outside_the_repeated_hours(
			calendar in histories(), moment in 1_760_000_000_000..2_200_000_000_000u64
		) {
			let local = calendar.local(moment).unwrap();
			let is_repeated = calendar.switches().iter().any(|switch| {
				switch.at <= moment && moment < calendar.start(switch.month).unwrap()
			});
			prop_assert_eq!(calendar.moment(local) == Some(moment), !is_repeated);
		}
	}
}
