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
				Event::Cancelled { project: 0, by: CancelledBy::Committee, milestones: 1, returned: 2_000 },
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
				Event::Cancelled { project: 0, by, milestones: 2, returned: 3_000 },
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
fn milestones_in_progress_prevent_a_cancellation() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_000, 2_000]));
		let refused = || {
			assert_noop!(cancel(ALL), Error::<Test>::MilestoneInProgress);
			assert_noop!(cancel(COMMITTEE), Error::<Test>::MilestoneInProgress);
		};
		submit(0, 0);
		Now::mutate(|now| *now += 100 * DAY);
		refused();
		inspect(0, 0, true);
		refused();
		for number in [0, 1] {
			assert_ok!(Projects::object(signed(owner(number)), 0, 0, hash(4)));
		}
		refused();
		ExistentialDeposit::set(POT / 2);
		assert_ok!(Projects::rule(signed(RULER), 0, 0, 1, hash(5), 0));
		refused();
		ExistentialDeposit::set(1);
		assert_ok!(Projects::pay(signed(STRANGER), 0, 0));
		submit(0, 1);
		inspect(0, 1, false);
		assert_ok!(cancel(COMMITTEE));
		assert_eq!(project(0).state, ProjectState::Closed { at: Now::get() });
	});
}
