// SPDX-License-Identifier: Apache-2.0

//! Every invariant detects a violation.

use crate::{mock::*, *};
use codec::{Decode, Encode};
use frame_support::assert_ok;
use linli_primitives::calendar::{Calendar, Switch};

/// Breaks the state with `breakage` and expects `do_try_state` to fail with `expected`.
fn broken(expected: &'static str, breakage: impl FnOnce()) {
	ExtBuilder::default().build().execute_with(|| {
		assert_ok!(set_utc_offset(DECEMBER, 5));
		Community::do_try_state().unwrap();
		breakage();
		assert_eq!(Community::do_try_state().unwrap_err(), expected.into());
	});
}

/// A calendar decoded from storage, valid or not.
fn calendar(switches: Vec<Switch>) -> Calendar {
	Calendar::decode(&mut &(hours(8), switches).encode()[..]).unwrap()
}

#[test]
fn an_inconsistent_calendar_is_found() {
	let expected = "a change of the offset is inconsistent with the previous one";
	let sound = Switch { month: DECEMBER, at: DECEMBER_BEGINS, offset: hours(5) };
	broken(expected, || UtcOffsets::<Test>::put(calendar(vec![Switch { at: DECEMBER_BEGINS + 1, ..sound }])));
	broken(expected, || UtcOffsets::<Test>::put(calendar(vec![Switch { offset: hours(8), ..sound }])));
	broken(expected, || UtcOffsets::<Test>::put(calendar(vec![sound, sound])));
}

#[test]
fn two_scheduled_changes_are_found() {
	broken("more than one change of the offset is scheduled", || {
		UtcOffsets::<Test>::mutate(|calendar| {
			*calendar = calendar.schedule(JANUARY, hours(8), DECEMBER_BEGINS).unwrap();
		});
	});
}

#[test]
fn standstills_that_do_not_add_up_are_found() {
	let standstill = || {
		block_after(0);
		block_after(linli_primitives::calendar::DAY);
		Community::do_try_state().unwrap();
	};
	let break_clock = |change: fn(&mut ClockState)| {
		standstill();
		LivedClock::<Test>::mutate(change);
	};
	let break_entry = |change: fn(&mut Standstill)| {
		standstill();
		Standstills::<Test>::mutate(0, |entry| change(entry.as_mut().unwrap()));
	};
	broken("the clock has seen a time to come", || break_clock(|clock| clock.seen += 1));
	broken("the standstills do not add up", || break_clock(|clock| clock.stood_still += 1));
	broken("a standstill is missing", || break_clock(|clock| clock.standstills += 1));
	broken("there are more standstills than were counted", || {
		break_clock(|clock| (clock.stood_still, clock.standstills) = (0, 0));
	});
	broken("standstills are out of order", || break_entry(|entry| entry.until += 1));
	broken("the standstills do not add up", || break_entry(|entry| entry.total += 1));
	broken("a standstill is too short", || break_entry(|entry| entry.from = entry.until - 1));
}

#[test]
fn an_invalid_currency_code_is_found() {
	broken("the currency is not three capital letters", || {
		Currency::<Test>::put(CurrencyCode::decode(&mut &b"cny"[..]).unwrap());
	});
}
