// SPDX-License-Identifier: Apache-2.0

//! A standstill of the chain takes no time from anyone (D46).

use super::cancelling::cancel;
use crate::{mock::*, types::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::calendar::DAY;

/// Longer than any window of the tests.
const STANDSTILL: u64 = 500 * DAY;

#[test]
fn owners_can_object_for_the_whole_window() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_000]));
		submit(0, 0);
		inspect(0, 0, true);
		pass(WINDOW - 1);
		stand_still(STANDSTILL);
		assert_noop!(Projects::pay(signed(STRANGER), 0, 0), Error::<Test>::ObjectionWindowRunning);
		let until = Now::get() + 1;
		assert!(Projects::next_steps(0, 0).contains(&NextStep {
			action: Action::Object,
			by: Actor::RelatedOwners,
			from: 0,
			until: Some(until),
		}));
		pass(1);
		assert_ok!(Projects::pay(signed(STRANGER), 0, 0));
	});
}

#[test]
fn inspectors_have_their_whole_time() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_000]));
		submit(0, 0);
		stand_still(STANDSTILL);
		let dispute = || Projects::dispute(signed(CONTRACTOR), 0, 0, hash(4), 0);
		assert_noop!(dispute(), Error::<Test>::InspectionPeriodRunning);
		pass(WINDOW);
		assert_ok!(dispute());
	});
}

#[test]
fn no_deadline_is_missed_during_one() {
	ExtBuilder.build_and_execute(|| {
		// One before the project opens does not postpone its deadlines.
		stand_still(STANDSTILL);
		open(terms(OPERATING, &[1_000]));
		pass(29 * DAY);
		stand_still(STANDSTILL);
		pass(DAY);
		assert_noop!(cancel(COMMITTEE), Error::<Test>::NotOverdue);
		submit(0, 0);
		pass(1);
		assert_noop!(cancel(COMMITTEE), Error::<Test>::NotOverdue);
		inspect(0, 0, false);
		assert_ok!(cancel(COMMITTEE));
	});
}

#[test]
fn the_warranty_lasts_as_long_as_agreed() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_000]));
		do_and_pay(0, 0);
		stand_still(2 * WARRANTY);
		assert_noop!(Projects::release(signed(STRANGER), 0), Error::<Test>::WarrantyRunning);
		pass(WARRANTY - 1);
		assert_ok!(Projects::claim_defect(signed(COMMITTEE), 0, 1, hash(6)));
		assert_ok!(Projects::withdraw_claim(signed(COMMITTEE), 0));
		pass(1);
		assert_noop!(Projects::claim_defect(signed(COMMITTEE), 0, 1, hash(6)), Error::<Test>::WarrantyOver);
		assert_ok!(Projects::release(signed(STRANGER), 0));
	});
}

#[test]
fn events_name_the_end_by_the_clock() {
	ExtBuilder.build_and_execute(|| {
		stand_still(STANDSTILL);
		open(terms(OPERATING, &[1_000]));
		submit(0, 0);
		events();
		inspect(0, 0, true);
		let until = Now::get() + WINDOW;
		assert!(events().contains(&Event::Accepted { project: 0, milestone: 0, until, heads: 10 }));
	});
}
