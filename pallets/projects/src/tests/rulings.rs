// SPDX-License-Identifier: Apache-2.0

//! Rulings that divide a milestone's amount.

use crate::{mock::*, types::*, Error, Event, Milestones};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{traits::BadOrigin, DispatchResult};

fn rule(share: u128) -> DispatchResult {
	frame_support::storage::with_storage_layer(|| {
		Projects::rule(signed(RULER), 0, 0, share, hash(5), 100).map(|_| ()).map_err(|error| error.error)
	})
}

#[test]
fn a_ruling_divides_seventy_to_thirty() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_000]));
		assert_noop!(rule(1), Error::<Test>::NotDisputed);
		do_and_dispute(0, 0);
		assert_noop!(rule(1_001), Error::<Test>::ShareTooLarge);
		for who in [COMMITTEE, CONTRACTOR, STRANGER] {
			let refused = Projects::rule(signed(who), 0, 0, 1, hash(5), 0).unwrap_err();
			assert_eq!(refused.error, BadOrigin.into());
		}
		for (project, milestone, error) in
			[(1, 0, Error::<Test>::ProjectNotFound), (0, 1, Error::<Test>::MilestoneNotFound)]
		{
			let refused = Projects::rule(signed(RULER), project, milestone, 1, hash(5), 0).unwrap_err();
			assert_eq!(refused.error, error.into());
		}
		events();
		assert_ok!(rule(700));
		let until = START + WARRANTY;
		let (document, by) = (Some(hash(5)), RuledBy::RulingBody);
		assert_eq!(
			events(),
			vec![
				Event::Ruled { project: 0, milestone: 0, contractor_share: 700, returned: 300, document, by },
				Event::Returned { project: 0, pot: OPERATING, amount: 300 },
				Event::Paid { project: 0, milestone: 0, amount: 665, retained: 35 },
				Event::WarrantyBegan { project: 0, until, retained: 35 },
			]
		);
		let milestone = Milestones::<Test>::get(0, 0).unwrap();
		assert_eq!(milestone.sums, Sums { paid: 665, retained: 35, returned: 300 });
		assert_eq!(milestone.ruling, Some(Ruling { contractor_share: 700, document, at: START, by }));
		assert_eq!((pot(OPERATING), held(0), Balances::free_balance(CONTRACTOR)), (POT - 700, 35, 665));
		assert_noop!(rule(0), Error::<Test>::NotDisputed);
	});
}

#[test]
fn a_ruling_can_grant_all_to_one_side() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_000]));
		do_and_dispute(0, 0);
		assert_ok!(rule(1_000));
		assert_eq!((pot(OPERATING), held(0), Balances::free_balance(CONTRACTOR)), (POT - 1_000, 50, 950));
	});
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_000]));
		do_and_dispute(0, 0);
		assert_ok!(rule(0));
		assert_eq!((pot(OPERATING), held(0), Balances::free_balance(CONTRACTOR)), (POT, 0, 0));
		assert_eq!(state(0, 0), MilestoneState::Cancelled { at: START });
		assert_eq!(project(0).state, ProjectState::Closed { at: START });
	});
}

#[test]
fn returned_money_is_credited_to_the_units_that_bore_it() {
	ExtBuilder.build_and_execute(|| {
		let before: Vec<_> = (0..6).map(TestRepair::share).collect();
		open(ProjectTerms { related: Some(buildings(&[1])), ..terms(REPAIR, &[27_821]) });
		do_and_dispute(0, 0);
		let few = frame_support::storage::with_storage_layer(|| Projects::rule(signed(RULER), 0, 0, 0, hash(5), 2));
		assert_eq!(few.unwrap_err().error, Error::<Test>::MaxUnitsTooLow.into());
		let post = Projects::rule(signed(RULER), 0, 0, 0, hash(5), 9).unwrap();
		assert_eq!(post.actual_weight.unwrap().ref_time(), 2_003);
		assert_eq!((0..6).map(TestRepair::share).collect::<Vec<_>>(), before);
		assert_eq!(pot(REPAIR), POT);
	});
	ExtBuilder.build_and_execute(|| {
		open(terms(REPAIR, &[1_000]));
		do_and_dispute(0, 0);
		// Without a return no units are looked up.
		let post = Projects::rule(signed(RULER), 0, 0, 1_000, hash(5), 0).unwrap();
		assert_eq!(post.actual_weight.unwrap().ref_time(), 2_000);
	});
}
