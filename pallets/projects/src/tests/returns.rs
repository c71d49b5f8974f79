// SPDX-License-Identifier: Apache-2.0

//! Several returns to two sources with odd amounts, exact to the fen.

use crate::{mock::*, types::*};
use frame_support::assert_ok;

fn two_sources(amounts: &[u128], operating: u128, repair: u128) {
	let sources = vec![Source { pot: OPERATING, amount: operating }, Source { pot: REPAIR, amount: repair }];
	open(ProjectTerms { sources: sources.try_into().unwrap(), ..terms(OPERATING, amounts) });
}

fn returned() -> Vec<u128> {
	project(0).returned.to_vec()
}

#[test]
fn returns_keep_the_proportions_over_time() {
	ExtBuilder.build_and_execute(|| {
		// 3.00 in total: 1.01 from the operating pot, 1.99 from the repair pot.
		two_sources(&[97, 101, 102], 101, 199);
		let shares = || (0..6).map(TestRepair::share).sum::<i128>();
		let (before, repair) = (shares(), pot(REPAIR));
		do_and_dispute(0, 0);
		// 0.31 returned: exactly 0.10437 for the first.
		assert_ok!(Projects::rule(signed(RULER), 0, 0, 66, hash(5), 6));
		assert_eq!(returned(), [10, 21]);
		do_and_dispute(0, 1);
		// 0.32 in total: 0.10773, so the next fen goes to the first.
		assert_ok!(Projects::rule(signed(RULER), 0, 1, 100, hash(5), 6));
		assert_eq!(returned(), [11, 21]);
		assert_ok!(Projects::cancel(signed(ALL), 0, 6));
		// 1.34 in total: 0.45113 and 0.88887.
		assert_eq!(returned(), [45, 89]);
		assert_eq!((pot(REPAIR), pot(OPERATING)), (repair + 89, POT - 101 + 45));
		assert_eq!(shares(), before + 89);
		// The retention, 3 and 5 fen, is used for defects.
		assert_ok!(Projects::claim_defect(signed(COMMITTEE), 0, 8, hash(6)));
		assert_ok!(Projects::rule_claim(signed(RULER), 0, 8, hash(7), 6));
		// 1.42 in total: 0.47807 and 0.94193.
		assert_eq!(returned(), [48, 94]);
		assert_eq!(held(0), 0);
	});
}

#[test]
fn each_source_has_its_money_back_once_all_is_returned() {
	ExtBuilder.build_and_execute(|| {
		let shares: Vec<_> = (0..6).map(TestRepair::share).collect();
		two_sources(&[1, 2, 4, 8], 7, 8);
		for milestone in 0..4 {
			do_and_dispute(0, milestone);
			assert_ok!(Projects::rule(signed(RULER), 0, milestone, 0, hash(5), 6));
		}
		assert_eq!(returned(), [7, 8]);
		assert_eq!((pot(OPERATING), pot(REPAIR)), (POT, POT));
		assert_eq!(TestRepair::belonging(), shares.iter().sum::<i128>() as u128);
	});
}
