// SPDX-License-Identifier: Apache-2.0

//! Payments: less the retention, made once, and repeatable after a failure.

use crate::{mock::*, types::*, Error, Event, Milestones};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{Fraction, PaymentFailure};
use sp_runtime::{DispatchError, TokenError};

#[test]
fn a_payment_deducts_the_retention() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_019, 1]));
		submit(0, 0);
		inspect(0, 0, true);
		pass(WINDOW - 1);
		assert_noop!(Projects::pay(signed(STRANGER), 0, 0), Error::<Test>::ObjectionWindowRunning);
		assert_noop!(Projects::pay(signed(STRANGER), 0, 1), Error::<Test>::NotPayable);
		assert_noop!(Projects::pay(signed(STRANGER), 0, 2), Error::<Test>::MilestoneNotFound);
		assert_noop!(Projects::pay(signed(STRANGER), 1, 0), Error::<Test>::ProjectNotFound);
		pass(1);
		events();
		assert_ok!(Projects::pay(signed(STRANGER), 0, 0));
		// 5 % of 10.19 are 0.5095, rounded down.
		assert_eq!(events(), vec![Event::Paid { project: 0, milestone: 0, amount: 969, retained: 50 }]);
		assert_eq!((Balances::free_balance(CONTRACTOR), held(0)), (969, 51));
		let sums = Milestones::<Test>::get(0, 0).unwrap().sums;
		assert_eq!(sums, Sums { paid: 969, retained: 50, returned: 0 });
		assert_noop!(Projects::pay(signed(STRANGER), 0, 0), Error::<Test>::NotPayable);
		// The retention of one fen rounds down to zero.
		do_and_pay(0, 1);
		assert_eq!((Balances::free_balance(CONTRACTOR), held(0)), (970, 50));
	});
}

#[test]
fn without_retention_the_last_payment_closes_the_project() {
	ExtBuilder.build_and_execute(|| {
		open(ProjectTerms { retention: Fraction::ZERO, ..terms(OPERATING, &[600, 400]) });
		do_and_pay(0, 1);
		assert_eq!(project(0).state, ProjectState::Active);
		events();
		do_and_pay(0, 0);
		assert_eq!(project(0).state, ProjectState::Closed { at: Now::get() });
		assert_eq!(events().last(), Some(&Event::Closed { project: 0, paid: 1_000, returned: 0 }));
		assert_eq!(System::providers(&Projects::escrow_account(0)), 0);
		assert_noop!(Projects::release(signed(STRANGER), 0), Error::<Test>::NotInWarranty);
	});
}

#[test]
fn a_contractor_unable_to_receive_is_paid_later() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_000]));
		submit(0, 0);
		inspect(0, 0, true);
		pass(WINDOW);
		events();
		let error = DispatchError::from(TokenError::CannotCreate);
		assert_ok!(while_nobody_receives(|| Projects::pay(signed(STRANGER), 0, 0)));
		assert_eq!(events(), vec![Event::PaymentFailed { project: 0, milestone: Some(0), amount: 950, error }]);
		let MilestoneState::Accepted { failure, .. } = state(0, 0) else { panic!("the milestone stays accepted") };
		assert_eq!(failure, Some(PaymentFailure { error, at: Now::get() }));
		assert_eq!((held(0), Balances::free_balance(CONTRACTOR)), (1_000, 0));
		Projects::do_try_state().unwrap();
		assert_ok!(Projects::pay(signed(STRANGER), 0, 0));
		assert_eq!((held(0), Balances::free_balance(CONTRACTOR)), (50, 950));
		assert_noop!(Projects::pay(signed(STRANGER), 0, 0), Error::<Test>::NotPayable);
	});
}

#[test]
fn a_ruling_stands_even_if_the_payment_fails() {
	ExtBuilder.build_and_execute(|| {
		open(terms(OPERATING, &[1_000]));
		do_and_dispute(0, 0);
		// Under this existential deposit the pot can receive the returned part, the empty account of the contractor
		// cannot.
		ExistentialDeposit::set(POT / 2);
		assert_ok!(Projects::rule(signed(RULER), 0, 0, 700, hash(5), 0));
		ExistentialDeposit::set(1);
		assert!(matches!(state(0, 0), MilestoneState::Ruled { failure: Some(_), .. }));
		assert_eq!((pot(OPERATING), held(0)), (POT - 700, 700));
		Projects::do_try_state().unwrap();
		let again = Projects::rule(signed(RULER), 0, 0, 0, hash(5), 0).unwrap_err();
		assert_eq!(again.error, Error::<Test>::NotDisputed.into());
		assert_ok!(Projects::pay(signed(CONTRACTOR), 0, 0));
		assert_eq!((Balances::free_balance(CONTRACTOR), held(0)), (665, 35));
		assert!(matches!(state(0, 0), MilestoneState::Paid { .. }));
	});
}
