// SPDX-License-Identifier: Apache-2.0

//! What must always be true is checked: each invariant, broken on purpose, is found.

use crate::{mock::*, *};
use codec::{Decode, Encode};
use frame_support::assert_ok;
use linli_primitives::calendar::{Calendar, Switch};

fn broken(expected: &'static str, damage: impl FnOnce()) {
	ExtBuilder::default().build().execute_with(|| {
		assert_ok!(set_utc_offset(DECEMBER, 5));
		Community::do_try_state().unwrap();
		damage();
		assert_eq!(Community::do_try_state().unwrap_err(), expected.into());
	});
}

/// A calendar as it lies in storage, whatever it says.
fn calendar(switches: Vec<Switch>) -> Calendar {
	Calendar::decode(&mut &(hours(8), switches).encode()[..]).unwrap()
}

#[test]
fn a_calendar_that_does_not_follow_is_found() {
	let expected = "a change of the offset does not follow from the one before";
	let sound = Switch { month: DECEMBER, at: DECEMBER_BEGINS, offset: hours(5) };
	broken(expected, || UtcOffsets::<Test>::put(calendar(vec![Switch { at: DECEMBER_BEGINS + 1, ..sound }])));
	broken(expected, || UtcOffsets::<Test>::put(calendar(vec![Switch { offset: hours(8), ..sound }])));
	broken(expected, || UtcOffsets::<Test>::put(calendar(vec![sound, sound])));
}

#[test]
fn two_scheduled_changes_are_found() {
	broken("several changes of the offset are scheduled", || {
		UtcOffsets::<Test>::mutate(|calendar| {
			*calendar = calendar.schedule(JANUARY, hours(8), DECEMBER_BEGINS).unwrap();
		});
	});
}

#[test]
fn a_currency_without_a_code_is_found() {
	broken("the currency is not three capital letters", || {
		Currency::<Test>::put(CurrencyCode::decode(&mut &b"cny"[..]).unwrap());
	});
}
