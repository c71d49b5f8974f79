// SPDX-License-Identifier: Apache-2.0

//! Cancelling unfinished milestones.

use crate::{mock::*, types::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::calendar::DAY;
use sp_runtime::{traits::BadOrigin, DispatchResult};

pub(super) fn cancel(who: AccountId) -> DispatchResult {
	frame_support::storage::with_storage_layer(|| {
		Projects::cancel(signed(who), 0, 100).map(|_| ()).map_err(|error| error.error)
	})
}

#[test]
fn the_committee_cancels_after_a_missed_deadline() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_000, 2_000]));
		for who in [RULER, STRANGER, CONTRACTOR, owner(0)] {
			assert_noop!(cancel(who), BadOrigin);
		}
		do_and_pay(0, 0);
		let deadline = START + 60 * DAY;
		Now::set(deadline);
		assert_noop!(cancel(COMMITTEE), Error::<Test>::NotOverdue);
		pass(1);
		events();
		assert_ok!(cancel(COMMITTEE));
		let at = deadline + 1;
		assert_eq!(
			events(),
			vec![
				Event::Cancelled {
					project: 0,
					by: CancelledBy::Committee,
					milestones: 1,
					returned: 2_000,
					in_progress: 0,
				},
				Event::Returned { project: 0, pot: OPERATING, amount: 2_000 },
				Event::WarrantyBegan { project: 0, until: at + WARRANTY, retained: 50 },
			]
		);
		assert_eq!((pot(OPERATING), held(0)), (POT - 1_000, 50));
		assert_eq!(state(0, 1), MilestoneState::Cancelled { at });
		assert_noop!(cancel(COMMITTEE), Error::<Test>::NotActive);
		assert_noop!(cancel(ALL), Error::<Test>::NotActive);
	});
}

#[test]
fn a_met_deadline_does_not_allow_a_later_cancellation() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_000, 2_000]));
		do_and_pay(0, 0);
		Now::set(START + 31 * DAY);
		assert_noop!(cancel(COMMITTEE), Error::<Test>::NotOverdue);
	});
}

#[test]
fn the_electorate_that_opened_it_cancels_at_any_time() {
	ExtBuilder.build_and_execute(|| {
		open(ProjectTerms { related: Some(buildings(&[2])), ..terms(REPAIR, &[1_000, 2_000]) });
		assert_noop!(cancel(ALL), Error::<Test>::InvalidElectorate);
		assert_noop!(cancel(BUILDING_1), Error::<Test>::InvalidElectorate);
		let missing = Projects::cancel(signed(ALL), 1, 0).unwrap_err();
		assert_eq!(missing.error, Error::<Test>::ProjectNotFound.into());
		events();
		let few =
			frame_support::storage::with_storage_layer(|| Projects::cancel(signed(BUILDING_2), 0, 2)).unwrap_err();
		assert_eq!(few.error, Error::<Test>::MaxUnitsTooLow.into());
		let post = Projects::cancel(signed(BUILDING_2), 0, 8).unwrap();
		assert_eq!(post.actual_weight.unwrap().ref_time(), 3_003);
		let by = CancelledBy::Decision { proposal: 9 };
		assert_eq!(
			events(),
			vec![
				Event::Cancelled { project: 0, by, milestones: 2, returned: 3_000, in_progress: 0 },
				Event::Returned { project: 0, pot: REPAIR, amount: 3_000 },
				Event::Closed { project: 0, paid: 0, returned: 3_000 },
			]
		);
		assert_eq!((pot(REPAIR), [3, 4, 5].map(TestRepair::share)), (POT, [800_000, 1, 77]));
	});
	ExtBuilder.build_and_execute(|| {
		// Money of the whole community for one building: the whole community opened it.
		open(ProjectTerms { related: Some(buildings(&[2])), ..terms(OPERATING, &[1_000]) });
		assert_noop!(cancel(BUILDING_2), Error::<Test>::InvalidElectorate);
		assert_ok!(cancel(ALL));
	});
}

#[test]
fn a_milestone_in_progress_keeps_its_own_money_only() {
	ExtBuilder.build_and_execute(|| {
		// The contractor keeps a milestone of one fen submitted.
		open(terms(OPERATING, &[1, 2_000, 4_000]));
		submit(0, 0);
		Now::set(START + 61 * DAY);
		events();
		assert_ok!(cancel(COMMITTEE));
		assert_eq!(
			events(),
			vec![
				Event::Cancelled {
					project: 0,
					by: CancelledBy::Committee,
					milestones: 2,
					returned: 6_000,
					in_progress: 1,
				},
				Event::Returned { project: 0, pot: OPERATING, amount: 6_000 },
			]
		);
		assert_eq!((pot(OPERATING), held(0)), (POT - 1, 1));
		assert_eq!(project(0).state, ProjectState::Ending { at: Now::get() });
		// It takes its course: nothing else is left to cancel.
		for who in [COMMITTEE, ALL] {
			assert_noop!(cancel(who), Error::<Test>::MilestoneInProgress);
		}
		inspect(0, 0, false);
		let again = Projects::submit(signed(CONTRACTOR), 0, 0, hash(1), 0);
		assert_noop!(again, Error::<Test>::ProjectCancelled);
		assert_ok!(cancel(COMMITTEE));
		assert_eq!((pot(OPERATING), held(0)), (POT, 0));
		assert_eq!(project(0).state, ProjectState::Closed { at: Now::get() });
	});
}

#[test]
fn the_committee_ends_nothing_before_a_deadline_was_missed() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_000, 2_000]));
		submit(0, 0);
		Now::set(START + 60 * DAY);
		assert_noop!(cancel(COMMITTEE), Error::<Test>::NotOverdue);
		// The owners can, and what was submitted in time is still inspected and paid.
		assert_ok!(cancel(ALL));
		assert_eq!((pot(OPERATING), held(0)), (POT - 1_000, 1_000));
		inspect(0, 0, true);
		pass(WINDOW);
		assert_ok!(Projects::pay(signed(STRANGER), 0, 0));
		assert!(matches!(project(0).state, ProjectState::Warranty { .. }));
		assert_eq!(Balances::free_balance(CONTRACTOR), 950);
	});
}

#[test]
fn a_decision_with_everything_in_progress_only_ends_submissions() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_000]));
		do_and_dispute(0, 0);
		assert_ok!(cancel(ALL));
		assert_eq!((project(0).state, held(0)), (ProjectState::Ending { at: START }, 1_000));
		assert_ok!(Projects::rule(signed(RULER), 0, 0, 1_000, hash(5), 0));
		assert!(matches!(project(0).state, ProjectState::Warranty { .. }));
	});
}
