// SPDX-License-Identifier: Apache-2.0

//! Use spread over the periods in which it fell, and its price (D49).
//!
//! Between two readings, use is taken to be even in time. What falls into a period has that period's rate and its
//! tiers, whose bounds are for a month: for a part of a period they shrink in proportion of the time, rounded half up
//! to a thousandth of the physical unit. So a month billed in two parts costs what it costs in one if its use was even.
//! The parts add up to the use exactly, and a bill is rounded once, half up to the fen.
//!
//! A meter that was not read for long shows its use only after the months have been billed by the unit's other meters.
//! That is spread over those months, too: it costs what all meters together would have cost then, less what was billed,
//! if the use of each was even.

use crate::types::Rate;
use alloc::{vec, vec::Vec};
use linli_primitives::{
	calendar::{Calendar, Moment, Period, PeriodKind},
	fraction::divide_half_up,
	Fen,
};

/// The maximum number of periods over which a use is spread. What was used in a longer time is taken to have been used
/// in the last of them.
pub(crate) const MAX_SPREAD: usize = 24;

/// The part of a use that falls into one period.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Part {
	/// The period.
	pub period: Period,
	/// The use, in thousandths of the physical unit.
	pub used: u64,
	/// The time within the period over which it was used, in ms.
	pub time: Moment,
	/// The time of the whole period, in ms.
	pub whole: Moment,
}

/// Spreads what was used from one moment to another over the periods of `kind`. A reading that is not later than the
/// one before, a correction, counts as use of the whole period in which it lies. `None` outside the calendar.
pub(crate) fn spread(
	used: u64,
	(from, to): (Moment, Moment),
	kind: PeriodKind,
	calendar: &Calendar,
) -> Option<Vec<Part>> {
	if to <= from {
		let period = calendar.period_at(kind, to)?;
		let whole = calendar.end(period, kind)?.checked_sub(calendar.start(period)?)?;
		return Some(vec![Part { period, used, time: whole, whole }]);
	}
	let mut period = calendar.period_at(kind, to.checked_sub(1)?)?;
	let mut periods = Vec::new();
	loop {
		let start = calendar.start(period)?;
		periods.push((period, start, calendar.end(period, kind)?));
		if start <= from || periods.len() >= MAX_SPREAD {
			break;
		}
		period = period.previous(kind)?;
	}
	periods.reverse();
	let from = periods.first().map_or(from, |(_, start, _)| from.max(*start));
	let length = u128::from(to.checked_sub(from)?);
	let (mut since, mut done) = (from, 0u64);
	let mut parts = Vec::with_capacity(periods.len());
	for (period, start, end) in periods {
		let until = end.min(to);
		let due = u128::from(used).checked_mul(until.checked_sub(from)?.into())?.checked_div(length)?;
		let due = u64::try_from(due).ok()?;
		parts.push(Part {
			period,
			used: due.checked_sub(done)?,
			time: until.checked_sub(since)?,
			whole: end.checked_sub(start)?,
		});
		(since, done) = (until, due);
	}
	Some(parts)
}

/// The price of what was used, at the rate of each part's period, in fen. With rates bounded by
/// [`MAX_RATE`](crate::types::MAX_RATE) it cannot overflow.
pub(crate) fn price(parts: &[Part], rates: &[Rate], kind: PeriodKind) -> Option<Fen> {
	divide_half_up(exact_price(parts, rates, kind)?, 1_000_000)
}

/// The price in fen of what was used in `parts`, and of what was read late for an earlier time: what all meters show
/// for that time, `all`, costs so much more than what had been billed, `billed`.
pub(crate) fn price_with_late(
	parts: &[Part],
	(all, billed): (&[Part], &[Part]),
	rates: &[Rate],
	kind: PeriodKind,
) -> Option<Fen> {
	let late = exact_price(all, rates, kind)?.saturating_sub(exact_price(billed, rates, kind)?);
	divide_half_up(exact_price(parts, rates, kind)?.checked_add(late)?, 1_000_000)
}

/// The price in millionths of a fen.
fn exact_price(parts: &[Part], rates: &[Rate], kind: PeriodKind) -> Option<Fen> {
	let mut sum: Fen = 0;
	for part in parts {
		// What lies before the first rate's period has that rate.
		let rate = rates.iter().rev().find(|rate| rate.from <= part.period).or(rates.first())?;
		sum = sum.checked_add(cost(part, rate, kind.months())?)?;
	}
	Some(sum)
}

/// The cost of a part in millionths of a fen: thousandths of the physical unit, at fen per 1,000 units.
fn cost(part: &Part, rate: &Rate, months: u32) -> Option<Fen> {
	let (mut sum, mut counted, mut current) = (0u128, 0u64, rate.rate);
	let mut add = |up_to: u64, rate: Fen| {
		let used = up_to.checked_sub(counted)?;
		sum = sum.checked_add(Fen::from(used).checked_mul(rate)?)?;
		counted = up_to;
		Some(sum)
	};
	for tier in &rate.tiers {
		let bound = u128::from(tier.above).checked_mul(months.into())?.checked_mul(part.time.into())?;
		let bound = u64::try_from(divide_half_up(bound, part.whole.into())?).unwrap_or(u64::MAX);
		add(bound.min(part.used), current)?;
		current = tier.rate;
	}
	add(part.used, current)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::types::{Tier, Tiers, MAX_RATE};
	use linli_primitives::calendar::DAY;
	use proptest::prelude::*;

	fn calendar() -> Calendar {
		Calendar::default()
	}

	fn month(year: u16, month: u8) -> Period {
		Period { year, month }
	}

	fn start(year: u16, number: u8) -> Moment {
		calendar().start(month(year, number)).unwrap()
	}

	fn rate(from: Period, rate: Fen, tiers: &[(u64, Fen)]) -> Rate {
		let tiers: Vec<_> = tiers.iter().map(|(above, rate)| Tier { above: *above, rate: *rate }).collect();
		Rate { from, rate, tiers: Tiers::try_from(tiers).unwrap() }
	}

	#[test]
	fn use_is_spread_by_days() {
		// From 1 November to 21 December: 30 days and 20.
		let (from, to) = (start(2026, 11), start(2026, 12) + 20 * DAY);
		let parts = spread(50_000, (from, to), PeriodKind::Month, &calendar()).unwrap();
		let found: Vec<_> = parts.iter().map(|part| (part.period.month, part.used, part.time / DAY)).collect();
		assert_eq!(found, [(11, 30_000, 30), (12, 20_000, 20)]);
		let whole: Vec<_> = parts.iter().map(|part| part.whole / DAY).collect();
		assert_eq!(whole, [30, 31]);
	}

	#[test]
	fn use_of_many_years_falls_into_the_last_periods() {
		let parts = spread(1_000, (0, start(2026, 12)), PeriodKind::Month, &calendar()).unwrap();
		assert_eq!(parts.len(), MAX_SPREAD);
		assert_eq!(parts.first().unwrap().period, month(2024, 12));
		assert_eq!(parts.last().unwrap().period, month(2026, 11));
		assert_eq!(parts.iter().map(|part| part.used).sum::<u64>(), 1_000);
	}

	#[test]
	fn a_correction_counts_as_use_of_its_whole_period() {
		let at = start(2026, 11) + 3 * DAY;
		let parts = spread(7, (at, at), PeriodKind::Month, &calendar()).unwrap();
		assert_eq!(parts, [Part { period: month(2026, 11), used: 7, time: 30 * DAY, whole: 30 * DAY }]);
		assert_eq!(spread(7, (at + 1, at), PeriodKind::Month, &calendar()).unwrap(), parts);
	}

	#[test]
	fn each_part_has_the_rate_of_its_period() {
		let rates = [rate(month(2026, 11), 345_670, &[]), rate(month(2026, 12), 400_000, &[])];
		let parts =
			spread(50_000, (start(2026, 11), start(2026, 12) + 20 * DAY), PeriodKind::Month, &calendar()).unwrap();
		// 30 m³ at 3.4567 and 20 at 4.00.
		assert_eq!(price(&parts, &rates, PeriodKind::Month), Some(10_370 + 8_000));
		// A correction before the first period.
		let early = spread(1_000, (start(2026, 6), start(2026, 6)), PeriodKind::Month, &calendar()).unwrap();
		assert_eq!(price(&early, &rates, PeriodKind::Month), Some(346));
	}

	#[test]
	fn tiers_are_for_a_month() {
		let rates = [rate(month(2026, 1), 100_000, &[(10_000, 200_000), (20_000, 300_000)])];
		let cost =
			|used, from, to, kind| price(&spread(used, (from, to), kind, &calendar()).unwrap(), &rates, kind).unwrap();
		let (november, december) = (start(2026, 11), start(2026, 12));
		assert_eq!(cost(10_000, november, december, PeriodKind::Month), 1_000);
		assert_eq!(cost(25_000, november, december, PeriodKind::Month), 1_000 + 2_000 + 1_500);
		// Half a month has half the bounds; two even halves cost what the month costs.
		assert_eq!(cost(12_500, november, november + 15 * DAY, PeriodKind::Month), 2_250);
		// A reading in the last moment of the month does not lower them.
		assert_eq!(cost(25_000, november, december - 1, PeriodKind::Month), 4_500);
		// A quarter has three times the bounds.
		assert_eq!(cost(75_000, start(2026, 10), start(2027, 1), PeriodKind::Quarter), 3 * 4_500);
	}

	#[test]
	fn what_is_read_late_costs_what_it_would_have_cost_in_time() {
		let rates = [rate(month(2026, 1), 100_000, &[(10_000, 200_000)])];
		let kind = PeriodKind::Month;
		let parts = |used, from, to| spread(used, (start(2026, from), start(2026, to)), kind, &calendar()).unwrap();
		// In three months 240 a day were billed and 180 more are read late, besides 9 m³ in the fourth.
		let time = (start(2026, 4), start(2026, 7));
		let over = |each: u64| spread(each * 91, time, kind, &calendar()).unwrap();
		let late =
			price_with_late(&parts(9_000, 7, 8), (over(420).as_slice(), over(240).as_slice()), &rates, kind).unwrap();
		let in_time = price(&over(420), &rates, kind).unwrap() + price(&parts(9_000, 7, 8), &rates, kind).unwrap();
		assert_eq!(late, in_time - price(&over(240), &rates, kind).unwrap());
		// In the month in which it is read, all of it would have been above the bound.
		assert!(late < price(&parts(9_000 + 180 * 91, 7, 8), &rates, kind).unwrap());
	}

	proptest! {
		#[test]
		fn parts_add_up_and_follow_one_another(
			used in any::<u64>(), from in 0..400 * DAY, time in 0..2_000 * DAY, kind in 0usize..3
		) {
			let kind = [PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Year][kind];
			let from = start(2026, 1) + from;
			let to = from + time;
			let parts = spread(used, (from, to), kind, &calendar()).unwrap();
			prop_assert_eq!(parts.iter().map(|part| u128::from(part.used)).sum::<u128>(), u128::from(used));
			prop_assert!(parts.len() <= MAX_SPREAD);
			prop_assert!(parts.iter().all(|part| part.time > 0 && part.time <= part.whole));
			for pair in parts.windows(2) {
				prop_assert_eq!(pair[0].period.next(kind), Some(pair[1].period));
			}
			if time > 0 && parts.len() < MAX_SPREAD {
				prop_assert_eq!(parts.iter().map(|part| part.time).sum::<u64>(), time);
			}
		}

		#[test]
		fn the_price_lies_between_those_of_the_lowest_and_the_highest_rate(
			used in any::<u64>(), above in 1u64..1_000_000, base in 1..=MAX_RATE, tier in 1..=MAX_RATE
		) {
			let rates = [rate(month(2026, 1), base, &[(above, tier)])];
			let parts = spread(used, (start(2026, 1), start(2029, 1)), PeriodKind::Month, &calendar()).unwrap();
			let found = price(&parts, &rates, PeriodKind::Month).unwrap();
			let at = |rate: Fen| divide_half_up(Fen::from(used) * rate, 1_000_000).unwrap();
			prop_assert!(at(base.min(tier)) <= found && found <= at(base.max(tier)));
		}
	}
}
