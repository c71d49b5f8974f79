// SPDX-License-Identifier: Apache-2.0

//! Retention, defect claims and release.

use crate::{mock::*, types::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::PaymentFailure;
use sp_runtime::{traits::BadOrigin, DispatchError, DispatchResult, TokenError};

fn in_warranty() {
	open(terms(OPERATING, &[10_000]));
	do_and_pay(0, 0);
	events();
}

fn claim(who: AccountId, amount: u128) -> DispatchResult {
	Projects::claim_defect(signed(who), 0, amount, hash(6))
}

fn rule_claim(to_community: u128) -> DispatchResult {
	frame_support::storage::with_storage_layer(|| {
		Projects::rule_claim(signed(RULER), 0, to_community, hash(7), 100).map(|_| ()).map_err(|error| error.error)
	})
}

#[test]
fn the_retention_is_released_after_the_warranty() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[10_000]));
		assert_noop!(Projects::release(signed(STRANGER), 0), Error::<Test>::NotInWarranty);
		assert_noop!(Projects::release(signed(STRANGER), 1), Error::<Test>::ProjectNotFound);
		do_and_pay(0, 0);
		pass(WARRANTY - 1);
		assert_noop!(Projects::release(signed(STRANGER), 0), Error::<Test>::WarrantyRunning);
		pass(1);
		events();
		assert_ok!(Projects::release(signed(STRANGER), 0));
		assert_eq!(
			events(),
			vec![Event::Released { project: 0, amount: 500 }, Event::Closed { project: 0, paid: 10_000, returned: 0 },]
		);
		assert_eq!((Balances::free_balance(CONTRACTOR), held(0)), (10_000, 0));
		assert_noop!(Projects::release(signed(STRANGER), 0), Error::<Test>::NotInWarranty);
	});
}

#[test]
fn the_committee_and_inspectors_claim_defects() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[10_000]));
		assert_noop!(claim(COMMITTEE, 1), Error::<Test>::NotInWarranty);
		do_and_pay(0, 0);
		for who in [STRANGER, CONTRACTOR, RULER, owner(0)] {
			assert_noop!(claim(who, 1), Error::<Test>::NotInspector);
		}
		assert_noop!(Projects::claim_defect(signed(COMMITTEE), 1, 1, hash(6)), Error::<Test>::ProjectNotFound);
		assert_noop!(claim(COMMITTEE, 0), Error::<Test>::InvalidClaim);
		assert_noop!(claim(COMMITTEE, 501), Error::<Test>::ClaimTooLarge);
		events();
		assert_ok!(claim(INSPECTORS[1], 500));
		let by = Some(INSPECTORS[1]);
		assert_eq!(events(), vec![Event::DefectClaimed { project: 0, amount: 500, evidence: hash(6), by }]);
		assert_noop!(claim(COMMITTEE, 1), Error::<Test>::ClaimOutstanding);
		// The claim outlasts the warranty.
		pass(WARRANTY);
		assert_noop!(Projects::release(signed(STRANGER), 0), Error::<Test>::ClaimOutstanding);
		for who in [INSPECTORS[1], CONTRACTOR, RULER] {
			assert_noop!(Projects::withdraw_claim(signed(who), 0), BadOrigin);
		}
		assert_ok!(Projects::withdraw_claim(signed(COMMITTEE), 0));
		assert_eq!(events(), vec![Event::ClaimWithdrawn { project: 0 }]);
		assert_noop!(Projects::withdraw_claim(signed(COMMITTEE), 0), Error::<Test>::ClaimNotFound);
		assert_noop!(Projects::withdraw_claim(signed(COMMITTEE), 1), Error::<Test>::ProjectNotFound);
		assert_noop!(claim(COMMITTEE, 1), Error::<Test>::WarrantyOver);
		assert_ok!(Projects::release(signed(STRANGER), 0));
	});
}

#[test]
fn the_retention_used_for_defects_is_returned() {
	ExtBuilder.build_and_execute(|| {
		in_warranty();
		assert_noop!(rule_claim(1), Error::<Test>::ClaimNotFound);
		assert_ok!(claim(COMMITTEE, 300));
		assert_noop!(rule_claim(301), Error::<Test>::ShareTooLarge);
		for who in [COMMITTEE, CONTRACTOR] {
			let refused = Projects::rule_claim(signed(who), 0, 1, hash(7), 0).unwrap_err();
			assert_eq!(refused.error, BadOrigin.into());
		}
		events();
		assert_ok!(rule_claim(200));
		assert_eq!(
			events(),
			vec![
				Event::ClaimRuled { project: 0, to_community: 200, document: Some(hash(7)), by: RuledBy::RulingBody },
				Event::Returned { project: 0, pot: OPERATING, amount: 200 },
			]
		);
		assert_eq!((pot(OPERATING), held(0), project(0).retained), (POT - 9_800, 300, 300));
		// A claim ruled unfounded takes nothing.
		assert_ok!(claim(INSPECTORS[0], 300));
		assert_ok!(rule_claim(0));
		assert_eq!(project(0).claim, None);
		pass(WARRANTY);
		assert_ok!(Projects::release(signed(STRANGER), 0));
		assert_eq!((Balances::free_balance(CONTRACTOR), held(0)), (9_800, 0));
	});
}

#[test]
fn using_up_the_retention_closes_the_project() {
	ExtBuilder.build_and_execute(|| {
		in_warranty();
		assert_ok!(claim(COMMITTEE, 500));
		assert_ok!(rule_claim(500));
		assert_eq!(events().last(), Some(&Event::Closed { project: 0, paid: 9_500, returned: 500 }));
		assert_eq!((pot(OPERATING), held(0)), (POT - 9_500, 0));
	});
}

#[test]
fn the_weight_of_a_claims_ruling_depends_on_the_units() {
	ExtBuilder.build_and_execute(|| {
		open(terms(REPAIR, &[10_000]));
		do_and_pay(0, 0);
		assert_ok!(claim(COMMITTEE, 500));
		let few = frame_support::storage::with_storage_layer(|| Projects::rule_claim(signed(RULER), 0, 1, hash(7), 5));
		assert_eq!(few.unwrap_err().error, Error::<Test>::MaxUnitsTooLow.into());
		let post = Projects::rule_claim(signed(RULER), 0, 1, hash(7), 10).unwrap();
		assert_eq!(post.actual_weight.unwrap().ref_time(), 4_006);
	});
}

#[test]
fn a_contractor_unable_to_receive_the_retention_gets_it_later() {
	ExtBuilder.build_and_execute(|| {
		in_warranty();
		pass(WARRANTY);
		let error = DispatchError::from(TokenError::CannotCreate);
		assert_ok!(while_nobody_receives(|| Projects::release(signed(STRANGER), 0)));
		assert_eq!(events(), vec![Event::PaymentFailed { project: 0, milestone: None, amount: 500, error }]);
		let ProjectState::Warranty { failure, .. } = project(0).state else { panic!("the project stays in warranty") };
		assert_eq!(failure, Some(PaymentFailure { error, at: Now::get() }));
		assert_eq!(held(0), 500);
		assert_ok!(Projects::release(signed(STRANGER), 0));
		assert_eq!((Balances::free_balance(CONTRACTOR), held(0)), (10_000, 0));
	});
}
