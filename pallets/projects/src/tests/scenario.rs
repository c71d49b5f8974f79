// SPDX-License-Identifier: Apache-2.0

//! The scenario of the crate's documentation, from the decision to the release.

use crate::{mock::*, types::*, Error};
use frame_support::{assert_noop, assert_ok};

#[test]
fn a_project_from_decision_to_release() {
	ExtBuilder.build_and_execute(|| {
		let shares = || [0, 1, 2].map(TestRepair::share).iter().sum::<i128>();
		let before = shares();
		let id = open(ProjectTerms { related: Some(buildings(&[1])), ..terms(REPAIR, &[300_000, 500_000, 200_001]) });
		assert_eq!(shares(), before - 1_000_001);
		// The first milestone is accepted at once.
		do_and_pay(id, 0);
		assert_eq!(Balances::free_balance(CONTRACTOR), 285_000);
		// The second is rejected, submitted again and paid.
		submit(id, 1);
		inspect(id, 1, false);
		assert_noop!(Projects::pay(signed(CONTRACTOR), id, 1), Error::<Test>::NotPayable);
		do_and_pay(id, 1);
		assert_eq!(Balances::free_balance(CONTRACTOR), 760_000);
		// One of five owners objects to the third; the ruling is 70 : 30.
		submit(id, 2);
		inspect(id, 2, true);
		assert_ok!(Projects::object(signed(owner(2)), id, 2, hash(4)));
		pass(WINDOW);
		assert_noop!(Projects::pay(signed(CONTRACTOR), id, 2), Error::<Test>::NotPayable);
		assert_ok!(Projects::rule(signed(RULER), id, 2, 140_001, hash(5), 3));
		assert_eq!(Balances::free_balance(CONTRACTOR), 760_000 + 133_001);
		assert_eq!(shares(), before - 1_000_001 + 60_000);
		assert_eq!(pot(REPAIR), POT - 940_001);
		// Two years later.
		assert_eq!((held(id), project(id).retained), (47_000, 47_000));
		assert_noop!(Projects::release(signed(owner(9)), id), Error::<Test>::WarrantyRunning);
		pass(WARRANTY);
		assert_ok!(Projects::release(signed(owner(9)), id));
		assert_eq!(Balances::free_balance(CONTRACTOR), 940_001);
		assert_eq!(held(id), 0);
		assert!(!project(id).state.is_open());
	});
}
