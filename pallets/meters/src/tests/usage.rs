// SPDX-License-Identifier: Apache-2.0

//! What fees ask, and the sale of a unit.

use crate::{
	mock::*,
	types::{AwaitedReading, Change, Place},
	Error, Event, FINAL_READING_AGE, FINAL_READING_TIME, MAX_AGE, MIN_MANAGER_INTERVAL, UNREAD_TIME,
};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{
	calendar::DAY,
	traits::{LateUse, MeteredUse, OnUnitSold, Use},
	Utility,
};

fn used(unit: u32, until: u64) -> Option<Use> {
	<Meters as MeteredUse>::used(unit, Utility::ColdWater, until)
}

#[test]
fn the_use_is_that_of_the_last_readings_before() {
	ExtBuilder.build_and_execute(|| {
		let opened = START - 2 * DAY;
		for day in 0..6 {
			assert_ok!(read(METER, 1_000 + 100 * (day + 1)));
			pass(DAY);
		}
		assert_eq!(used(0, opened), None);
		assert_eq!(used(0, opened + 1), Some(Use { total: 0, at: opened }));
		for day in 0..6 {
			let at = START + day * DAY;
			assert_eq!(used(0, at + 1), Some(Use { total: 100 * (day + 1), at }), "day {day}");
			assert_eq!(used(0, at).unwrap().total, 100 * day, "day {day}");
		}
		assert_eq!(<Meters as MeteredUse>::used(0, Utility::Gas, Now::get()), None);
		assert_eq!(used(1, Now::get()), None);
	});
}

#[test]
fn the_meters_of_a_unit_add_up_also_removed_ones() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(read(METER, 1_500));
		assert_ok!(make(new(Place::Unit(0), None)));
		pass(DAY);
		assert_ok!(read(2, 40));
		assert_ok!(make(Change::Remove { meter: METER, closing: 1_600, at: Now::get() }));
		pass(1);
		assert_eq!(used(0, Now::get()), Some(Use { total: 640, at: START + DAY }));
	});
}

#[test]
fn what_is_shared_is_beyond_the_meters_below() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(make(new(Place::Unit(1), None)));
		pass(DAY);
		assert_ok!(read(2, 300));
		assert_ok!(make(Change::Link { meter: 2, main: MAIN, base: 300 }));
		pass(DAY);
		assert_ok!(read(MAIN, 5_000));
		assert_ok!(read(METER, 3_000));
		assert_ok!(read(2, 700));
		let at = Now::get();
		let shared = |main, until| <Meters as MeteredUse>::shared(main, until);
		// 5,000 less 2,000 and the 400 used since the second came below.
		assert_eq!(shared(MAIN, at + 1), Some(Use { total: 2_600, at }));
		assert_eq!(shared(MAIN, at).unwrap().total, 0);
		assert_eq!(shared(MAIN, START - 2 * DAY), None);
		assert_eq!(shared(METER, at + 1), None);
		assert_eq!(<Meters as MeteredUse>::measures(MAIN), Some(Utility::ColdWater));
		assert_eq!(<Meters as MeteredUse>::measures(METER), None);
		assert_eq!(<Meters as MeteredUse>::measures(9), None);
	});
}

#[test]
fn the_meters_of_a_unit_count_up_to_a_common_moment() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(make(new(Place::Unit(0), None)));
		pass(DAY);
		assert_ok!(read(2, 40));
		pass(DAY);
		// Four days after its last reading: 1 m³.
		assert_ok!(read(METER, 2_000));
		// Of the second meter nothing is known after the first of the two days.
		let common = START + DAY;
		let expected = Use { total: 750 + 40, at: common };
		assert_eq!(used(0, Now::get() + 1), Some(expected));
		let used_at = |at| <Meters as MeteredUse>::used_at(0, Utility::ColdWater, at);
		assert_eq!(used_at(common), Some(expected));
		assert_eq!(used_at(common + 1), None);
		// The second meter was not there yet, and no meter before the first.
		assert_eq!(used_at(START - DAY), Some(Use { total: 250, at: START - DAY }));
		assert_eq!(used_at(0), Some(Use { total: 0, at: START - 2 * DAY }));
		assert_eq!(<Meters as MeteredUse>::used_at(1, Utility::ColdWater, START), None);
		// A meter that is removed holds up nothing.
		assert_ok!(make(Change::Remove { meter: 2, closing: 40, at: Now::get() }));
		assert_eq!(used(0, Now::get() + 1), Some(Use { total: 1_040, at: Now::get() }));
		// Once all are removed, the last one counts.
		pass(DAY);
		assert_ok!(make(Change::Remove { meter: METER, closing: 2_500, at: Now::get() }));
		assert_eq!(used(0, Now::get() + 1), Some(Use { total: 1_540, at: Now::get() }));
		assert_eq!(used_at(Now::get() + DAY), Some(Use { total: 1_540, at: Now::get() + DAY }));
	});
}

#[test]
fn a_meter_that_is_not_read_for_long_holds_up_no_other() {
	ExtBuilder.build_and_execute(|| {
		const { assert!(UNREAD_TIME > MAX_AGE) };
		let used_at = |at| <Meters as MeteredUse>::used_at(0, Utility::ColdWater, at);
		assert_ok!(make(new(Place::Unit(0), None)));
		let installed = Now::get();
		assert_ok!(read(METER, 2_000));
		for _ in 0..4 {
			pass(UNREAD_TIME / 4);
			assert_ok!(read(METER, stored(METER).last.value + 1_000));
		}
		let at = Now::get();
		// For 92 days everything waits for the second meter.
		assert_eq!(used(0, at + 1), Some(Use { total: 1_000, at: installed }));
		assert_eq!(used_at(at), None);
		pass(1);
		assert_eq!(used(0, Now::get()), Some(Use { total: 5_000, at }));
		assert_eq!(used_at(at), Some(Use { total: 5_000, at }));
		assert_eq!(used_at(at + 1), None);
		// What it shows later counts once it is read.
		pass(DAY);
		assert_ok!(read(2, 300));
		assert_ok!(read(METER, 6_000));
		assert_eq!(used(0, Now::get() + 1), Some(Use { total: 5_300, at: Now::get() }));
		// Of that, 296 fall into the 92 days that were billed without it, in which the first meter shows 4,000.
		let late = |total, at| <Meters as MeteredUse>::late(0, Utility::ColdWater, Use { total, at });
		assert_eq!(late(5_000, at), Some(LateUse { used: 296, since: installed, all: 4_296 }));
		assert_eq!(late(5_100, at), Some(LateUse { used: 196, since: installed, all: 4_296 }));
		assert_eq!(late(5_296, at), None);
		assert_eq!(late(0, installed), None);
		assert_eq!(<Meters as MeteredUse>::late(1, Utility::ColdWater, Use { total: 0, at }), None);
	});
}

#[test]
fn a_standstill_does_not_make_a_meter_unread() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(make(new(Place::Unit(0), None)));
		let installed = Now::get();
		pass(DAY);
		stand_still(UNREAD_TIME);
		assert_ok!(read(METER, 2_000));
		assert_eq!(used(0, Now::get() + 1).unwrap().at, installed);
	});
}

#[test]
fn a_unit_with_one_meter_waits_for_it() {
	ExtBuilder.build_and_execute(|| {
		let at = stored(METER).last.at;
		pass(UNREAD_TIME + DAY);
		assert_eq!(used(0, Now::get()), Some(Use { total: 0, at }));
		assert_eq!(<Meters as MeteredUse>::used_at(0, Utility::ColdWater, START), None);
	});
}

#[test]
fn a_correction_counts_for_what_was_before() {
	ExtBuilder.build_and_execute(|| {
		let used_at = |at| <Meters as MeteredUse>::used_at(0, Utility::ColdWater, at).unwrap().total;
		assert_ok!(read(METER, 5_000));
		assert_eq!((used_at(START - DAY), used_at(START)), (2_000, 4_000));
		pass(DAY);
		let at = Now::get();
		assert_ok!(make(Change::Correct { meter: METER, value: 1_100, total: 100, at, reason: hash(1) }));
		assert_eq!([START - DAY, START, START + 1, at].map(used_at), [100; 4]);
		// However much is used later, and also if that is corrected to more.
		pass(DAY);
		assert_ok!(read(METER, 3_100));
		assert_eq!([START - DAY, START, at].map(used_at), [100; 3]);
		let later = Now::get();
		assert_ok!(make(Change::Correct { meter: METER, value: 1_600, total: 600, at: later, reason: hash(1) }));
		assert_eq!([START, at, at + DAY / 2, later].map(used_at), [100, 100, 600, 600]);
		// One to less takes the place of both.
		assert_ok!(make(Change::Correct { meter: METER, value: 1_040, total: 40, at: later, reason: hash(1) }));
		assert_eq!([START - DAY, START, at, later].map(used_at), [40; 4]);
		assert_eq!(stored(METER).corrections.len(), 1);
	});
}

#[test]
fn use_between_readings_is_even_across_a_replacement() {
	ExtBuilder.build_and_execute(|| {
		let used_at = |at| <Meters as MeteredUse>::used_at(0, Utility::ColdWater, at).unwrap().total;
		assert_ok!(make(Change::Replace { meter: METER, closing: 3_000, dial: dial(), opening: 500, at: START }));
		pass(2 * DAY);
		assert_ok!(read(METER, 1_501));
		let days = [-2i64, -1, 0, 1, 2].map(|day| used_at(START.checked_add_signed(day * DAY as i64).unwrap()));
		// Half of a thousandth is rounded down.
		assert_eq!(days, [0, 1_000, 2_000, 2_500, 3_001]);
	});
}

#[test]
fn what_is_shared_is_of_the_main_meters_date() {
	ExtBuilder.build_and_execute(|| {
		pass(DAY);
		assert_ok!(read(MAIN, 6_000));
		let at = Now::get();
		pass(DAY);
		// Read a day later: of 4 m³ in four days, 3 had passed by then.
		assert_ok!(read(METER, 5_000));
		let shared = <Meters as MeteredUse>::shared(MAIN, Now::get() + 1);
		assert_eq!(shared, Some(Use { total: 3_000, at }));
		let shared_at = |at| <Meters as MeteredUse>::shared_at(MAIN, at);
		assert_eq!(shared_at(START), Some(Use { total: 4_000 - 2_000, at: START }));
		assert_eq!(shared_at(0), Some(Use { total: 0, at: START - 2 * DAY }));
		assert_eq!(shared_at(at + 1), None);
		assert_eq!(<Meters as MeteredUse>::shared_at(METER, START), None);
	});
}

#[test]
fn what_counted_below_a_main_meter_goes_on_to_count() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(read(MAIN, 5_000));
		assert_ok!(read(METER, 3_000));
		let shared = || <Meters as MeteredUse>::shared(MAIN, Now::get() + 1).unwrap().total;
		assert_eq!(shared(), 3_000);
		assert_ok!(make(Change::Unlink { meter: METER, main: MAIN, base: 0, end: 2_000 }));
		assert_eq!(shared(), 3_000);
		pass(2 * DAY);
		// What it uses from now on is no longer the main meter's.
		assert_ok!(read(METER, 4_000));
		assert_ok!(read(MAIN, 5_500));
		assert_eq!(shared(), 3_500);
		// Before the end of the link it counts with what it had used by then.
		let shared_at = |at| <Meters as MeteredUse>::shared_at(MAIN, at).unwrap().total;
		assert_eq!(shared_at(START - DAY), 2_500 - 1_000);
	});
}

#[test]
fn what_counted_below_a_main_meter_does_not_count_twice() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(read(MAIN, 5_000));
		assert_ok!(read(METER, 3_000));
		let shared = || <Meters as MeteredUse>::shared(MAIN, Now::get() + 1).unwrap().total;
		assert_ok!(make(Change::Unlink { meter: METER, main: MAIN, base: 0, end: 1_500 }));
		assert_eq!(shared(), 3_500);
		let link = |base| Change::Link { meter: METER, main: MAIN, base };
		for wrong in [0, 1_499, 2_001] {
			assert_noop!(propose(link(wrong)), Error::<Test>::InvalidLink);
		}
		assert_ok!(make(link(1_500)));
		assert_eq!(shared(), 3_000);
		// Corrected to less than counted before: nothing of the second link is left, and the link can be ended.
		let at = Now::get();
		assert_ok!(make(Change::Correct { meter: METER, value: 2_000, total: 1_000, at, reason: hash(1) }));
		assert_eq!((stored(METER).base, shared()), (1_500, 4_000));
		ExtBuilder::check();
		assert_ok!(make(Change::Unlink { meter: METER, main: MAIN, base: 1_500, end: 1_500 }));
		assert_ok!(make(link(1_500)));
		pass(DAY);
		assert_ok!(read(METER, 3_000));
		assert_ok!(read(MAIN, 6_000));
		assert_eq!(shared(), 6_000 - 2_000);
	});
}

#[test]
fn a_link_that_was_a_mistake_counts_for_nothing() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(make(new(Place::Common { building: Some(1) }, None)));
		pass(DAY);
		assert_ok!(read(MAIN, 5_000));
		assert_ok!(read(METER, 3_000));
		assert_ok!(read(2, 4_000));
		let shared = |main| <Meters as MeteredUse>::shared(main, Now::get() + 1).unwrap().total;
		assert_eq!((shared(MAIN), shared(2)), (3_000, 4_000));
		// It is below the other main meter, since before its last reading.
		assert_ok!(make(Change::Unlink { meter: METER, main: MAIN, base: 0, end: 0 }));
		assert_ok!(make(Change::Link { meter: METER, main: 2, base: 500 }));
		assert_eq!((shared(MAIN), shared(2)), (5_000, 2_500));
		assert!(Meters::meter(MAIN).unwrap().past_links.is_empty());
	});
}

#[test]
fn a_sale_asks_for_a_final_reading() {
	ExtBuilder.build_and_execute(|| {
		let awaits = || Meters::meter(METER).unwrap().awaits_final_reading;
		assert!(!awaits());
		Meters::unit_sold(0, 1, 2);
		assert_eq!(last_event(), Event::FinalReadingRequested { unit: 0, meter: METER });
		assert_ok!(Meters::record(signed(MANAGER), METER, 1_500, START - MIN_MANAGER_INTERVAL));
		assert!(awaits());
		assert_ok!(Meters::record(signed(MANAGER), METER, 1_500, START));
		assert!(!awaits());
		assert_ok!(Meters::reverse(signed(MANAGER), METER, 2, hash(3)));
		assert!(awaits());
	});
}

#[test]
fn final_readings_are_asked_for_before_a_sale() {
	ExtBuilder.build_and_execute(|| {
		let request = |account, unit| Meters::request_readings(signed(account), unit);
		assert_noop!(request(BOB, 0), Error::<Test>::NotOwner);
		assert_noop!(request(owner_account(1), 1), Error::<Test>::NotOwner);
		assert_noop!(request(MANAGER, 99), Error::<Test>::UnitNotFound);
		assert_noop!(request(MANAGER, 1), Error::<Test>::MeterNotFound);
		assert!(Meters::awaited(0, 100).is_empty());
		assert_ok!(request(owner_account(1), 0));
		assert_eq!(last_event(), Event::FinalReadingRequested { unit: 0, meter: METER });
		let until = Some(START + FINAL_READING_TIME);
		let awaited = AwaitedReading { unit: 0, meter: METER, asked: START, until };
		assert_eq!(Meters::awaited(0, 100), [awaited]);
		assert!(Meters::awaited(METER + 1, 100).is_empty() && Meters::awaited(0, 0).is_empty());
		// Asking again does not put off the end.
		assert_noop!(request(MANAGER, 0), Error::<Test>::ReadingsAlreadyRequested);
		pass(DAY);
		assert_ok!(read(METER, 2_000));
		assert!(Meters::awaited(0, 100).is_empty());
		pass(DAY);
		assert_ok!(request(MANAGER, 0));
	});
}

#[test]
fn a_final_bill_rests_on_a_recent_reading_unless_nobody_makes_one() {
	ExtBuilder.build_and_execute(|| {
		let is_ready = || <Meters as MeteredUse>::has_final_readings(0, Utility::ColdWater);
		assert_ok!(read(METER, 2_000));
		assert_ok!(make(new(Place::Unit(0), None)));
		pass(FINAL_READING_AGE);
		assert!(is_ready());
		pass(1);
		assert!(!is_ready());
		assert_ok!(read(2, 100));
		assert!(!is_ready());
		// Nobody reads the first meter. A standstill takes nothing from the time to do so.
		assert_ok!(Meters::request_readings(signed(MANAGER), 0));
		stand_still(30 * DAY);
		assert!(!is_ready());
		pass(FINAL_READING_TIME - 1);
		assert_ok!(read(2, 150));
		assert!(!is_ready());
		pass(1);
		assert!(is_ready());
		// An answer counts for as long as it is recent.
		assert_ok!(read(METER, 2_500));
		assert!(is_ready());
		pass(FINAL_READING_AGE + 1);
		assert!(!is_ready());
		// A meter that was removed is read no more.
		assert_ok!(read(METER, 3_000));
		assert_ok!(make(Change::Remove { meter: 2, closing: 200, at: Now::get() }));
		assert!(is_ready());
		assert!(<Meters as MeteredUse>::has_final_readings(1, Utility::ColdWater));
	});
}

#[test]
fn a_unit_with_meters_does_not_cease() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(Meters::unit_ceases(0, None), Error::<Test>::MetersLeft);
		crate::Meters::<Test>::mutate(METER, |meter| meter.as_mut().unwrap().removed = true);
		assert_ok!(Meters::unit_ceases(0, None));
		crate::Meters::<Test>::mutate(METER, |meter| meter.as_mut().unwrap().removed = false);
		// A split leaves them where they are.
		assert_ok!(Meters::unit_split(&[(0, 1), (9, 1)]));
	});
}

#[test]
fn readings_are_paged() {
	ExtBuilder.build_and_execute(|| {
		for _ in 0..120 {
			assert_ok!(read(METER, 1_500));
			pass(MIN_MANAGER_INTERVAL);
		}
		assert_eq!(Meters::readings(METER, 0, 500).len(), 100);
		let last: Vec<_> = Meters::readings(METER, 100, 100).into_iter().map(|(number, _)| number).collect();
		assert_eq!(last, (100..121).collect::<Vec<_>>());
		assert!(Meters::readings(9, 0, 10).is_empty());
	});
}
