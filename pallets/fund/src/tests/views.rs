// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, FundTotals, MAX_PAGE};
use frame_support::assert_ok;

#[test]
fn pages_are_bounded_and_consecutive() {
	ExtBuilder.build_and_execute(|| {
		for amount in 1..=150 {
			assert_ok!(Fund::donate(signed(ALICE), INCOME, amount));
		}
		let first = Fund::entries(INCOME, 0, u32::MAX);
		assert_eq!(first.len(), MAX_PAGE as usize);
		let second = Fund::entries(INCOME, 100, u32::MAX);
		assert_eq!(second.len(), 50);
		assert_eq!((second[0].0, second[0].1.amount), (100, 101));
		assert_eq!(Fund::entries(INCOME, 3, 2).len(), 2);
		assert!(Fund::entries(INCOME, 150, 10).is_empty());
		assert!(Fund::entries(INCOME, u64::MAX, 10).is_empty());
		assert!(Fund::entries(9, 0, 10).is_empty());
	});
}

#[test]
fn entries_are_found_by_their_time() {
	ExtBuilder.build_and_execute(|| {
		for _ in 0..9 {
			assert_ok!(Fund::donate(signed(ALICE), INCOME, 1));
			assert_ok!(Fund::donate(signed(ALICE), INCOME, 1));
			Now::mutate(|now| *now += 6_000);
		}
		assert_eq!(Fund::entry_since(INCOME, 0), 0);
		for block in 0..9 {
			let moment = START + block * 6_000;
			assert_eq!(Fund::entry_since(INCOME, moment), block * 2);
			assert_eq!(Fund::entry_since(INCOME, moment + 1), block * 2 + 2);
		}
		assert_eq!((Fund::entry_since(REPAIR, START), Fund::entry_since(9, START)), (0, 0));
	});
}

#[test]
fn totals_cover_all_pots() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(Fund::donate(signed(ALICE), INCOME, 40));
		assert_ok!(Fund::donate(signed(ALICE), REPAIR, 2));
		assert!(pay_fee(BOB, 7));
		assert_eq!(Fund::totals(), FundTotals { in_pots: 42, pending_fees: 7 });
	});
}
