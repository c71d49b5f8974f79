// SPDX-License-Identifier: Apache-2.0

//! Deposits for a unit belong to the unit, regardless of its owner.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{
	traits::{FundLedger, PotShares},
	Cause,
};
use sp_runtime::TokenError;

type FundError = pallet_linli_fund::Error<Test>;

#[test]
fn a_deposit_is_credited_to_the_unit() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Repair::deposit(signed(BOB), 0, 980_300));
		assert_eq!(balances(&[0, 1, 2]), vec![980_300, 0, 0]);
		assert_eq!((pot(), Balances::free_balance(BOB)), (980_300, RICH - 980_300));
		let cause = Cause::RepairDeposit { unit: 0 };
		assert_eq!(last_event(), Event::ShareCredited { unit: 0, cause, entry: 0, amount: 980_300, balance: 980_300 });
		let entry = ShareEntry { moment: START, cause, entry: Some(0), amount: 980_300, balance: 980_300 };
		assert_eq!(Repair::statement(0, 0, 9), vec![(0, entry)]);
		assert_eq!(Repair::totals(), RepairTotals { belonging: 980_300, undistributed: 0, units: 6 });
		assert_eq!((Repair::earmarked(REPAIR), Repair::earmarked(OPERATING)), (980_300, 0));
	});
}

#[test]
fn invalid_deposits_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Repair::deposit(RuntimeOrigin::root(), 0, 1), sp_runtime::DispatchError::BadOrigin);
		assert_noop!(Repair::deposit(signed(ALICE), 0, 0), Error::<Test>::InvalidAmount);
		assert_noop!(Repair::deposit(signed(ALICE), 3, 1), Error::<Test>::NotEnrolled);
		assert_noop!(Repair::deposit(signed(ALICE), 99, 1), Error::<Test>::NotEnrolled);
		assert_noop!(Repair::deposit(signed(ALICE), 0, RICH + 1), TokenError::FundsUnavailable);
		let pot = Fund::account(OPERATING);
		assert_noop!(Repair::deposit(signed(pot), 0, 1), FundError::IsPotAccount);
	});
}

#[test]
fn the_ledger_does_not_release_money_of_units() {
	ExtBuilder::default().build_and_execute(|| {
		deposit(0, 1_000);
		assert_ok!(Fund::donate(signed(BOB), REPAIR, 300));
		let transfer = |amount| Fund::transfer(RuntimeOrigin::root(), REPAIR, OPERATING, amount);
		assert_noop!(transfer(301), FundError::FundsEarmarked);
		assert_noop!(withdraw(EXPENSE, 301), FundError::FundsEarmarked);
		assert_ok!(transfer(200));
		assert_ok!(withdraw(Cause::Donation, 100));
		assert_noop!(transfer(1), FundError::FundsEarmarked);
		assert_eq!(balance(0), 1_000);
	});
}

#[test]
fn other_pots_and_causes_are_not_credited() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Fund::donate(signed(ALICE), REPAIR, 50));
		assert_ok!(Fund::issue(REPAIR, 7, Cause::Receipt { reference: Default::default() }));
		let preservation = frame_support::traits::tokens::Preservation::Expendable;
		assert_ok!(Fund::deposit(OPERATING, &ALICE, 20, bill(0, 1), preservation));
		assert_ok!(Fund::deposit(OPERATING, &ALICE, 20, Cause::RepairDeposit { unit: 0 }, preservation));
		assert_ok!(Fund::withdraw(OPERATING, &ALICE, 20, refund(0, 1)));
		assert_eq!(Repair::totals(), RepairTotals { belonging: 0, undistributed: 57, units: 6 });
		assert!(events().is_empty());
	});
}

#[test]
fn a_sale_moves_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		deposit(0, 1_000);
		deposit(1, 500);
		assert_ok!(spend(buildings(&[1]), 307));
		let before = Repair::share(0);
		let statement = Repair::statement(0, 0, 9);
		Register::sell(0, 77);
		assert_eq!(Repair::share(0), before);
		assert_eq!(Repair::statement(0, 0, 9), statement);
		// The share continues under the buyer.
		assert_ok!(Repair::deposit(signed(BOB), 0, 1));
		assert_eq!(balance(0), before.unwrap().share.balance + 1);
	});
}
