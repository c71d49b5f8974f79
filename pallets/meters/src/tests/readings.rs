// SPDX-License-Identifier: Apache-2.0

//! Readings: who records them, what is refused, what can be reversed.

use crate::{
	mock::*,
	types::{Change, ReadingKind},
	Error, Event, MAX_AGE, MIN_INTERVAL, MIN_MANAGER_INTERVAL,
};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{calendar::DAY, traits::MeteredUse};
use sp_runtime::traits::BadOrigin;

#[test]
fn the_manager_and_the_meters_own_device_read_it() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(Meters::record(signed(DEVICE), METER, 2_000, START), Error::<Test>::NotDevice);
		assert_noop!(Meters::set_device(signed(BOB), METER, Some(DEVICE)), BadOrigin);
		assert_noop!(Meters::set_device(signed(MANAGER), METER, Some(BOB)), Error::<Test>::DeviceNotFound);
		assert_noop!(Meters::set_device(signed(MANAGER), 9, None), Error::<Test>::MeterNotFound);
		assert_ok!(Meters::set_device(signed(MANAGER), METER, Some(DEVICE)));
		assert_eq!(last_event(), Event::DeviceSet { meter: METER, device: Some(DEVICE) });
		assert_noop!(Meters::record(signed(OTHER_DEVICE), METER, 2_000, START), Error::<Test>::NotDevice);
		assert_noop!(Meters::record(signed(BOB), METER, 2_000, START), Error::<Test>::NotDevice);
		assert!(Meters::takes_from_device(&DEVICE, METER, 2_000, START));
		assert_ok!(Meters::record(signed(DEVICE), METER, 2_000, START));
		assert_eq!(
			last_event(),
			Event::ReadingRecorded { meter: METER, reading: 1, value: 2_000, total: 1_000, at: START, by: DEVICE }
		);
		assert_noop!(Meters::record(signed(MANAGER), 9, 1, START), Error::<Test>::MeterNotFound);
		assert_ok!(Meters::set_device(signed(MANAGER), METER, None));
		pass(DAY);
		assert_noop!(Meters::record(signed(DEVICE), METER, 3_000, START + DAY), Error::<Test>::NotDevice);
	});
}

#[test]
fn a_device_reads_twice_a_day_at_most_and_the_manager_every_hour() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(Meters::set_device(signed(MANAGER), METER, Some(DEVICE)));
		assert_ok!(Meters::record(signed(DEVICE), METER, 1_500, START));
		pass(MIN_INTERVAL);
		let early = START + MIN_INTERVAL - 1;
		assert_noop!(Meters::record(signed(DEVICE), METER, 1_600, early), Error::<Test>::IntervalRunning);
		assert!(!Meters::takes_from_device(&DEVICE, METER, 1_600, early));
		assert_ok!(Meters::record(signed(DEVICE), METER, 1_600, START + MIN_INTERVAL));
		assert_ok!(read(METER, 1_700));
		assert_noop!(read(METER, 1_700), Error::<Test>::IntervalRunning);
		pass(MIN_MANAGER_INTERVAL);
		assert_ok!(read(METER, 1_700));
	});
}

#[test]
fn dates_are_recent_and_in_order() {
	ExtBuilder.build_and_execute(|| {
		let record = |at| Meters::record(signed(MANAGER), METER, 1_500, at);
		assert_noop!(record(START + 1), Error::<Test>::DateInFuture);
		assert_noop!(record(START - 2 * DAY - 1), Error::<Test>::DateTooLow);
		pass(MAX_AGE + DAY);
		assert_noop!(record(START + DAY - 1), Error::<Test>::DateInPast);
		assert_ok!(record(START + DAY));
		assert_noop!(record(START + DAY - 1), Error::<Test>::DateInPast);
	});
}

#[test]
fn values_beyond_the_bound_are_in_doubt() {
	ExtBuilder.build_and_execute(|| {
		// Two days admit 10 m³.
		assert_noop!(read(METER, 11_001), Error::<Test>::PlausibilityExceeded);
		assert_noop!(read(METER, 999), Error::<Test>::ReadingTooLow);
		assert_noop!(read(METER, 10_000_000), Error::<Test>::ReadingTooLarge);
		let doubt = |value| Change::Read { meter: METER, value, at: START };
		assert_noop!(propose(doubt(11_000)), Error::<Test>::ReadingNotInDoubt);
		assert_noop!(propose(doubt(999)), Error::<Test>::ReadingTooLow);
		assert_ok!(make(doubt(11_001)));
		assert_eq!(stored(METER).last.total, 10_001);
		assert_eq!(stored(METER).last.by, Some(MANAGER));
		pass(MIN_MANAGER_INTERVAL);
		assert_ok!(read(METER, 16_001));
	});
}

#[test]
fn the_dial_begins_at_zero_again() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(make(Change::Read { meter: METER, value: 9_999_000, at: START }));
		pass(DAY);
		assert_noop!(read(METER, 4_001), Error::<Test>::ReadingTooLow);
		assert_ok!(read(METER, 4_000));
		// 9,998 m³ up to the end of the dial, 1 m³ to zero, 4 m³ from there.
		assert_eq!(stored(METER).last.total, 9_998_000 + 1_000 + 4_000);
	});
}

#[test]
fn the_last_reading_of_the_month_can_be_reversed() {
	ExtBuilder.build_and_execute(|| {
		let reverse = |number| Meters::reverse(signed(MANAGER), METER, number, hash(3));
		assert_noop!(reverse(0), Error::<Test>::NotOrdinaryReading);
		assert_ok!(read(METER, 5_000));
		assert_noop!(reverse(0), Error::<Test>::ReadingNotFound);
		assert_noop!(reverse(2), Error::<Test>::ReadingNotFound);
		assert_noop!(Meters::reverse(signed(DEVICE), METER, 1, hash(3)), BadOrigin);
		assert_ok!(reverse(1));
		assert_eq!(
			last_event(),
			Event::ReadingReversed { meter: METER, reading: 1, value: 5_000, by: MANAGER, reason: hash(3) }
		);
		assert_eq!((stored(METER).last.total, stored(METER).readings), (0, 1));
		assert_ok!(read(METER, 5_000));
		Now::set(start_of(DECEMBER));
		assert_noop!(reverse(1), Error::<Test>::ReadingAlreadyBilled);
	});
}

#[test]
fn what_was_billed_is_not_taken_back_by_one_person() {
	ExtBuilder.build_and_execute(|| {
		let reverse = |meter, number| Meters::reverse(signed(MANAGER), meter, number, hash(3));
		// A final bill rests on the reading; the one before it is two days older.
		assert_ok!(read(METER, 5_000));
		BilledUntil::set(START);
		assert_noop!(reverse(METER, 1), Error::<Test>::ReadingAlreadyBilled);
		// The same, if it was a shared bill that counted the meter below the main one.
		BilledUntil::set(START - 2 * DAY);
		SharedBilledUntil::set(START - 2 * DAY + 1);
		assert_noop!(reverse(METER, 1), Error::<Test>::ReadingAlreadyBilled);
		assert_ok!(read(MAIN, 4_000));
		assert_noop!(reverse(MAIN, 1), Error::<Test>::ReadingAlreadyBilled);
		// Two people do it.
		let correction = Change::Correct { meter: METER, value: 1_500, total: 500, at: START, reason: hash(3) };
		assert_ok!(make(correction));
		assert_eq!(stored(METER).last.total, 500);
		// Bills that end with the reading before do not rest on this one.
		SharedBilledUntil::set(START - 2 * DAY);
		assert_ok!(reverse(MAIN, 1));
	});
}

#[test]
fn what_is_taken_back_changes_the_shared_use_of_the_past() {
	ExtBuilder.build_and_execute(|| {
		let revision = || <Meters as MeteredUse>::revision(MAIN);
		assert_ok!(read(METER, 5_000));
		assert_ok!(read(MAIN, 5_000));
		assert_eq!(revision(), 0);
		assert_ok!(Meters::reverse(signed(MANAGER), METER, 1, hash(3)));
		assert_eq!(revision(), 1);
		assert_ok!(Meters::reverse(signed(MANAGER), MAIN, 1, hash(3)));
		assert_eq!(revision(), 2);
		assert_ok!(read(MAIN, 5_000));
		assert_ok!(make(Change::Correct { meter: MAIN, value: 1_000, total: 1_000, at: START, reason: hash(3) }));
		assert_eq!(revision(), 3);
		assert_ok!(make(Change::Unlink { meter: METER, main: MAIN, base: 0, end: 0 }));
		assert_ok!(make(Change::Link { meter: METER, main: MAIN, base: 0 }));
		assert_eq!(revision(), 5);
		// A meter that is below no other changes nobody's shared use.
		assert_ok!(make(Change::Unlink { meter: METER, main: MAIN, base: 0, end: 0 }));
		assert_ok!(read(METER, 5_000));
		assert_ok!(Meters::reverse(signed(MANAGER), METER, 1, hash(3)));
		assert_eq!(revision(), 6);
	});
}

#[test]
fn a_correction_lowers_the_use() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(read(METER, 9_000));
		Now::set(start_of(DECEMBER));
		let correct = |value, total| Change::Correct { meter: METER, value, total, at: Now::get(), reason: hash(3) };
		assert_noop!(propose(correct(1_900, 8_001)), Error::<Test>::CorrectionTooLarge);
		assert_noop!(propose(correct(10_000_000, 900)), Error::<Test>::ReadingTooLarge);
		assert_ok!(make(correct(1_900, 900)));
		assert_eq!(stored(METER).last.kind, ReadingKind::Correction);
		assert_eq!(stored(METER).last.total, 900);
		assert_noop!(Meters::reverse(signed(MANAGER), METER, 2, hash(3)), Error::<Test>::NotOrdinaryReading);
		assert_ok!(read(METER, 2_000));
		assert_eq!(stored(METER).last.total, 1_000);
	});
}
