// SPDX-License-Identifier: Apache-2.0

//! Shares that units have from the start.

use crate::{mock::*, *};
use frame_support::assert_ok;
use linli_primitives::{Cause, Fen, UnitId};

/// Builds the pallet's genesis over a pot that has an opening balance.
fn open(balance: Fen, shares: Vec<(UnitId, i128)>) {
	assert_ok!(Fund::donate(signed(ALICE), REPAIR, balance));
	GenesisConfig::<Test> { enrol: true, shares, ..Default::default() }.store();
}

#[test]
fn shares_come_out_of_the_opening_balance_and_the_rest_is_undistributed() {
	ExtBuilder::default().nobody().build_and_execute(|| {
		open(1_000, vec![(0, 600), (6, 300)]);
		assert_eq!(balances(&[0, 1, 2, 4, 5, 6]), vec![600, 0, 0, 0, 0, 300]);
		assert_eq!(Repair::totals(), RepairTotals { belonging: 900, undistributed: 100, units: 6 });
		let entry = ShareEntry { moment: START, cause: Cause::Distribution, entry: None, amount: 600, balance: 600 };
		assert_eq!(Repair::statement(0, 0, 9), vec![(0, entry)]);
		// What comes later follows from it.
		deposit(0, 50);
		assert_eq!(balance(0), 650);
	});
}

#[test]
fn all_of_the_opening_balance_can_be_shared_out() {
	ExtBuilder::default().nobody().build_and_execute(|| {
		open(1_000, vec![(0, 600), (6, 400)]);
		assert_eq!(Repair::totals().undistributed, 0);
	});
}

#[test]
#[should_panic(expected = "the shares in the repair pot, 1001 fen together, are invalid")]
fn shares_do_not_exceed_the_opening_balance() {
	ExtBuilder::default().nobody().build().execute_with(|| open(1_000, vec![(0, 600), (6, 401)]));
}

/// What a unit has overdrawn is carried as its debt.
fn an_overdrawn_share_is_a_debt(shares: Vec<(UnitId, i128)>) {
	ExtBuilder::default().nobody().build_and_execute(|| {
		open(1_000, shares);
		assert_eq!((balance(0), balance(6)), (-150, 1_100));
		assert_eq!(Repair::totals(), RepairTotals { belonging: 950, undistributed: 50, units: 6 });
		deposit(0, 200);
		assert_eq!((balance(0), Repair::totals().belonging), (50, 1_150));
	});
}

#[test]
fn an_overdrawn_share_is_covered_by_those_after_it() {
	an_overdrawn_share_is_a_debt(vec![(0, -150), (6, 1_100)]);
}

#[test]
fn an_overdrawn_share_is_covered_by_those_before_it() {
	an_overdrawn_share_is_a_debt(vec![(6, 1_100), (0, -150)]);
}

#[test]
#[should_panic(expected = "the shares in the repair pot, -1 fen together, are invalid")]
fn debts_do_not_exceed_the_other_shares() {
	ExtBuilder::default().nobody().build().execute_with(|| open(1_000, vec![(0, -601), (6, 600)]));
}

#[test]
#[should_panic(expected = "the share of unit 3 in the repair pot is invalid")]
fn a_unit_that_takes_no_part_has_no_share() {
	ExtBuilder::default().nobody().build().execute_with(|| open(1_000, vec![(3, 1)]));
}

#[test]
#[should_panic(expected = "the unit is named twice")]
fn a_unit_is_named_once() {
	ExtBuilder::default().nobody().build().execute_with(|| open(1_000, vec![(0, 1), (0, 1)]));
}

#[test]
#[should_panic(expected = "the share of unit 0 in the repair pot is invalid")]
fn a_share_is_not_zero() {
	ExtBuilder::default().nobody().build().execute_with(|| open(1_000, vec![(0, 0)]));
}
