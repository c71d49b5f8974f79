// SPDX-License-Identifier: Apache-2.0

//! Changes of the offset.

use crate::{mock::*, *};
use codec::{Decode, Encode};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{
	calendar::{Switch, MAX_SWITCHES},
	traits::Community as _,
	Period, PeriodKind, UtcOffset,
};
use sp_runtime::DispatchError::BadOrigin;

#[test]
fn a_change_takes_effect_at_the_start_of_the_month() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Community::set_utc_offset(signed(1), DECEMBER, hours(7)), BadOrigin);
		assert_ok!(set_utc_offset(DECEMBER, 7));
		let expected = Event::UtcOffsetScheduled { month: DECEMBER, at: DECEMBER_BEGINS, offset: hours(7) };
		assert_eq!(last_event(), expected);
		assert_eq!(Notified::get(), 1);
		let switch = Switch { month: DECEMBER, at: DECEMBER_BEGINS, offset: hours(7) };
		let facts = Community::facts();
		assert_eq!((facts.utc_offset, facts.scheduled), (hours(8), Some(switch)));

		Now::set(DECEMBER_BEGINS);
		let facts = Community::facts();
		assert_eq!((facts.utc_offset, facts.scheduled), (hours(7), None));
		// The hour before midnight occurs again, then the month begins.
		let hour = 3_600_000;
		assert_eq!(Community::period_at(PeriodKind::Month, DECEMBER_BEGINS), Some(NOVEMBER));
		assert_eq!(Community::period_at(PeriodKind::Month, DECEMBER_BEGINS + hour), Some(DECEMBER));
		let january = JANUARY.start(hours(7)).unwrap();
		assert_eq!(Community::period(DECEMBER, PeriodKind::Month), Some((DECEMBER_BEGINS + hour, january)));
		assert_eq!(Community::period(DECEMBER, PeriodKind::Quarter), None);
	});
}

#[test]
fn a_scheduled_change_is_replaced_or_cancelled() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(set_utc_offset(DECEMBER, 7));
		assert_ok!(set_utc_offset(JANUARY, 9));
		assert_eq!(UtcOffsets::<Test>::get().switches().len(), 1);
		assert_eq!(Community::facts().scheduled.unwrap().month, JANUARY);
		assert_ok!(set_utc_offset(JANUARY, 8));
		assert_eq!(last_event(), Event::UtcOffsetKept { offset: hours(8) });
		assert_eq!(Community::facts().scheduled, None);
		assert_eq!(Notified::get(), 3);
		assert_noop!(set_utc_offset(JANUARY, 8), Error::<Test>::OffsetAlreadyInForce);
	});
}

#[test]
fn invalid_changes_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(set_utc_offset(NOVEMBER, 7), Error::<Test>::MonthNotInFuture);
		assert_noop!(set_utc_offset(Period { year: 2026, month: 13 }, 7), Error::<Test>::InvalidMonth);
		// An offset out of range can only be decoded, not constructed.
		let offset = UtcOffset::decode(&mut &900i16.encode()[..]).unwrap();
		let call = Community::set_utc_offset(RuntimeOrigin::root(), DECEMBER, offset);
		assert_noop!(call, Error::<Test>::InvalidOffset);
		Now::set(DECEMBER_BEGINS);
		assert_noop!(set_utc_offset(DECEMBER, 7), Error::<Test>::MonthNotInFuture);
		let mut month = JANUARY;
		for number in 0..MAX_SWITCHES {
			assert_ok!(set_utc_offset(month, if number % 2 == 0 { 7 } else { 8 }));
			Now::set(UtcOffsets::<Test>::get().switches().last().unwrap().at);
			month = month.next(PeriodKind::Month).unwrap();
		}
		assert_noop!(set_utc_offset(month, 7), Error::<Test>::TooManyOffsetChanges);
	});
}
