// SPDX-License-Identifier: Apache-2.0

//! What fees ask, and the sale of a unit.

use crate::MIN_MANAGER_INTERVAL;
use crate::{
	mock::*,
	types::{Change, Place},
	Error, Event,
};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{
	calendar::DAY,
	traits::{MeteredUse, OnUnitSold, Use},
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
		assert_ok!(make(Change::Link { meter: 2, main: MAIN }));
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
