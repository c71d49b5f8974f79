// SPDX-License-Identifier: Apache-2.0

//! Bills, due dates and collections across a change of the community's UTC offset.

use crate::{mock::*, types::*, *};
use frame_support::assert_ok;
use linli_primitives::{
	calendar::{Calendar, Moment, Period, PeriodKind, UtcOffset},
	traits::CalendarChanged,
};

const HOUR: Moment = 3_600_000;

fn hours(hours: i16) -> UtcOffset {
	UtcOffset::from_minutes(hours * 60).unwrap()
}

/// The beginning of a period, with the offset that applies then.
fn start(period: Period) -> Moment {
	TestCalendar::get().start(period).unwrap()
}

/// Schedules a change of the community's offset, UTC+8 until then, to `to` hours from `month` on.
fn schedule(month: Period, to: i16) {
	TestCalendar::change(month, to * 60);
	Fees::calendar_changed();
}

/// Executes a block every hour until `end`.
fn run_until(end: Moment) {
	while Now::get() < end {
		go_to(Now::get() + HOUR);
	}
}

#[test]
fn each_period_is_billed_once_across_an_offset_change() {
	for to in [-6, 5, 7, 9, 14] {
		ExtBuilder::default().build_and_execute(|| {
			create(per_area(), 280);
			create(ChargeTerms { period: PeriodKind::Quarter, ..terms(Basis::PerUnit) }, 2_500);
			go_to(start(NOVEMBER) + 20 * DAYS);
			// January also begins a quarter and a year.
			let january = month(2027, 1);
			schedule(january, to);
			run_until(start(month(2027, 2)) + 2 * DAYS);
			let mut billed: Vec<_> = Bills::<Test>::iter()
				.map(|((unit, charge, period), bill)| (charge, period, unit, bill.issued))
				.collect();
			billed.sort_unstable();
			let of = |charge, period| {
				let bills = billed.iter().filter(|(other, at, ..)| (*other, *at) == (charge, period));
				bills.map(|(_, _, unit, issued)| (*unit, *issued)).collect::<Vec<_>>()
			};
			for period in [DECEMBER, january, month(2027, 2)] {
				let bills = of(0, period);
				assert_eq!(bills.iter().map(|(unit, _)| *unit).collect::<Vec<_>>(), [0, 1, 2, 3], "UTC{to:+}");
				for (_, issued) in bills {
					assert!(issued >= start(period) && issued < start(period) + HOUR, "UTC{to:+}");
				}
			}
			assert_eq!(of(1, month(2026, 10)).len(), 6);
			assert_eq!(of(1, january).len(), 6);
			// Four months and two quarters, each billed once.
			assert_eq!(billed.len(), 4 * 4 + 2 * 6, "UTC{to:+}");
		});
	}
}

#[test]
fn a_bill_is_due_at_midnight_with_the_offset_of_that_day() {
	for to in [5, 11] {
		ExtBuilder::default().build_and_execute(|| {
			let late = ChargeTerms { due_days: 31, ..per_area() };
			assert_ok!(Fees::create_charge(RuntimeOrigin::root(), late, 280, DECEMBER, Tiers::default()));
			schedule(month(2027, 1), to);
			go_to(start(DECEMBER));
			// The day of issue and 31 more: until the beginning of 2 January, with the offset of January.
			let offset = hours(to);
			let second = month(2027, 1).start(offset).unwrap() + DAYS;
			assert_eq!(bill(0, 0, DECEMBER).due, second);
			assert_eq!(bill(0, 0, DECEMBER).issued, DECEMBER.start(hours(8)).unwrap());
		});
	}
}

#[test]
fn a_cancelled_offset_change_delays_no_bill() {
	ExtBuilder::default().build_and_execute(|| {
		create(per_area(), 280);
		let began = start(DECEMBER);
		schedule(DECEMBER, 5);
		go_to(began - 2 * HOUR);
		assert_eq!(Agendas::<Test>::get().next_turn, began + 3 * HOUR);
		assert_eq!(Agendas::<Test>::get().next_collection, began + 3 * HOUR);
		schedule(DECEMBER, 8);
		assert_eq!(TestCalendar::get(), Calendar::default());
		go_to(began - HOUR);
		assert_eq!(Agendas::<Test>::get().next_turn, began);
		assert_eq!(Agendas::<Test>::get().next_collection, began);
		go_to(began);
		assert_eq!(bill(0, 0, DECEMBER).issued, began);
	});
}

#[test]
fn a_mandates_cap_is_counted_per_month_across_an_offset_change() {
	for to in [5, 11] {
		ExtBuilder::default().build_and_execute(|| {
			create(per_area(), 280);
			go_to(start(NOVEMBER) + 20 * DAYS);
			schedule(DECEMBER, to);
			// The cap allows for one month's bill, not for two.
			assert_ok!(Fees::set_mandate(signed(ALICE), 0, 30_000, None, false, false));
			run_until(start(DECEMBER) + 2 * DAYS);
			assert_eq!(bill(0, 0, NOVEMBER).principal.paid, 27_448);
			assert_eq!(bill(0, 0, DECEMBER).principal.paid, 27_448);
			let debits = |month| MonthlyDebits { month, principal: 27_448, late: 0 };
			let mandate = Mandates::<Test>::get(0, ALICE).unwrap();
			assert_eq!(mandate.months.into_inner(), vec![debits(NOVEMBER), debits(DECEMBER)]);
		});
	}
}
