// SPDX-License-Identifier: Apache-2.0

//! Rulings by the electorate, and the rule where nobody decides.

use crate::{mock::*, types::*, Error, Event, Milestones};
use frame_support::{assert_noop, assert_ok, storage::with_storage_layer};
use sp_runtime::DispatchResult;

type E = Error<Test>;

fn conclude(milestone: Option<u8>) -> DispatchResult {
	with_storage_layer(|| {
		Projects::conclude(signed(STRANGER), 0, milestone, 100).map(|_| ()).map_err(|error| error.error)
	})
}

fn rule(who: AccountId, share: u128) -> DispatchResult {
	with_storage_layer(|| {
		Projects::rule(signed(who), 0, 0, share, hash(5), 100).map(|_| ()).map_err(|error| error.error)
	})
}

fn rule_claim(who: AccountId, share: u128) -> DispatchResult {
	with_storage_layer(|| {
		Projects::rule_claim(signed(who), 0, share, hash(7), 100).map(|_| ()).map_err(|error| error.error)
	})
}

#[test]
fn the_owners_rule_when_inspectors_or_committee_stay_silent() {
	for is_disputed in [false, true] {
		ExtBuilder.build_and_execute(|| {
			open(ProjectTerms { related: Some(buildings(&[2])), ..terms(REPAIR, &[1_000]) });
			submit(0, 0);
			if is_disputed {
				inspect(0, 0, false);
				assert_ok!(Projects::dispute(signed(CONTRACTOR), 0, 0, hash(3), 0));
			}
			pass(RULING_PERIOD - 1);
			assert_noop!(rule(BUILDING_2, 600), E::RulingPeriodRunning);
			pass(1);
			for other in [ALL, BUILDING_1] {
				assert_noop!(rule(other, 600), E::InvalidElectorate);
			}
			assert_noop!(rule(BUILDING_2, 1_001), E::ShareTooLarge);
			assert_ok!(rule(BUILDING_2, 600));
			let milestone = Milestones::<Test>::get(0, 0).unwrap();
			assert_eq!(milestone.sums, Sums { paid: 570, retained: 30, returned: 400 });
			assert_eq!(milestone.ruling.unwrap().by, RuledBy::Decision { proposal: 9 });
		});
	}
}

#[test]
fn the_owners_rule_on_a_claim_that_was_left() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[10_000]));
		do_and_pay(0, 0);
		assert_ok!(Projects::claim_defect(signed(COMMITTEE), 0, 300, hash(6)));
		pass(RULING_PERIOD - 1);
		assert_noop!(rule_claim(ALL, 200), E::RulingPeriodRunning);
		pass(1);
		assert_noop!(rule_claim(BUILDING_1, 200), E::InvalidElectorate);
		assert_ok!(rule_claim(ALL, 200));
		assert_eq!((project(0).claim, project(0).retained), (None, 300));
	});
}

#[test]
fn what_nobody_accepted_is_returned() {
	ExtBuilder.build_and_execute(|| {
		open(ProjectTerms { related: Some(buildings(&[1])), ..terms(REPAIR, &[1_000]) });
		submit(0, 0);
		pass(WINDOW + CONCLUSION_PERIOD - 1);
		assert_noop!(conclude(Some(0)), E::ConclusionPeriodRunning);
		assert_noop!(conclude(Some(1)), E::MilestoneNotFound);
		assert_noop!(conclude(None), E::NotInWarranty);
		pass(1);
		let few = with_storage_layer(|| Projects::conclude(signed(STRANGER), 0, Some(0), 2)).unwrap_err();
		assert_eq!(few.error, E::MaxUnitsTooLow.into());
		events();
		let post = Projects::conclude(signed(STRANGER), 0, Some(0), 9).unwrap();
		assert_eq!(post.actual_weight.unwrap().ref_time(), 5_003);
		assert_eq!(
			events(),
			vec![
				Event::Concluded { project: 0, milestone: Some(0) },
				Event::Returned { project: 0, pot: REPAIR, amount: 1_000 },
				Event::Closed { project: 0, paid: 0, returned: 1_000 },
			]
		);
		assert_eq!(pot(REPAIR), POT);
		assert_noop!(conclude(Some(0)), E::MilestoneSettled);
		let missing = Projects::conclude(signed(STRANGER), 7, None, 0).unwrap_err();
		assert_eq!(missing.error, E::ProjectNotFound.into());
	});
}

#[test]
fn what_the_inspectors_accepted_is_paid_although_nobody_ruled_on_objections() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_000]));
		submit(0, 0);
		inspect(0, 0, true);
		for number in [0, 1] {
			assert_ok!(Projects::object(signed(owner(number)), 0, 0, hash(4)));
		}
		pass(CONCLUSION_PERIOD - 1);
		assert_noop!(conclude(Some(0)), E::ConclusionPeriodRunning);
		pass(1);
		events();
		assert_ok!(conclude(Some(0)));
		let until = Now::get() + WARRANTY;
		let (document, by) = (None, RuledBy::Rule);
		assert_eq!(
			events(),
			vec![
				Event::Concluded { project: 0, milestone: Some(0) },
				Event::Ruled { project: 0, milestone: 0, contractor_share: 1_000, returned: 0, document, by },
				Event::Paid { project: 0, milestone: 0, amount: 950, retained: 50 },
				Event::WarrantyBegan { project: 0, until, retained: 50 },
			]
		);
	});
}

#[test]
fn what_cannot_be_paid_is_returned_at_last() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_000, 2_000]));
		for number in [0, 1] {
			submit(0, number);
			inspect(0, number, true);
		}
		pass(WINDOW + CONCLUSION_PERIOD);
		// One can be paid by now, the other cannot.
		assert_ok!(while_only_pots_receive(|| conclude(Some(1))));
		assert_eq!(state(0, 1), MilestoneState::Cancelled { at: Now::get() });
		assert_ok!(conclude(Some(0)));
		assert_eq!((Balances::free_balance(CONTRACTOR), pot(OPERATING)), (950, POT - 1_000));
	});
}

#[test]
fn a_forgotten_claim_returns_what_was_claimed() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[10_000]));
		do_and_pay(0, 0);
		assert_ok!(Projects::claim_defect(signed(INSPECTORS[0]), 0, 300, hash(6)));
		pass(CONCLUSION_PERIOD - 1);
		assert_noop!(conclude(None), E::ConclusionPeriodRunning);
		pass(1);
		events();
		assert_ok!(conclude(None));
		assert_eq!(
			events(),
			vec![
				Event::Concluded { project: 0, milestone: None },
				Event::ClaimRuled { project: 0, to_community: 300, document: None, by: RuledBy::Rule },
				Event::Returned { project: 0, pot: OPERATING, amount: 300 },
			]
		);
		// The rest stays until the warranty ends, and for another period if it cannot be paid.
		pass(WARRANTY - 1);
		assert_noop!(conclude(None), E::ConclusionPeriodRunning);
		pass(1);
		assert_ok!(while_only_pots_receive(|| conclude(None)));
		assert_eq!((held(0), pot(OPERATING)), (0, POT - 9_500));
		assert!(!project(0).state.is_open());
	});
}
