// SPDX-License-Identifier: Apache-2.0

//! Bills that a charge issues into the repair pot.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{BillKey, Cause};

const KEY: BillKey = BillKey::new(1, 5, NOVEMBER);

type FundError = pallet_linli_fund::Error<Test>;

#[test]
fn a_bill_and_its_late_fee_are_credited_and_a_refund_is_debited() {
	ExtBuilder::default().build_and_execute(|| {
		let late = Cause::LateFee { bill: KEY, payment: 3 };
		assert_ok!(pay(bill(1, 5), 1_000));
		assert_ok!(pay(late, 30));
		assert_eq!(last_event(), Event::ShareCredited { unit: 1, cause: late, entry: 1, amount: 30, balance: 1_030 });
		assert_ok!(withdraw(refund(1, 5), 430));
		assert_eq!(
			last_event(),
			Event::ShareDebited { unit: 1, cause: refund(1, 5), entry: 2, amount: 430, balance: 600 }
		);
		assert_eq!(Levies::<Test>::get(KEY), 600);
		assert_ok!(withdraw(refund(1, 5), 600));
		assert!(!Levies::<Test>::contains_key(KEY));
		let amounts: Vec<_> = Repair::statement(1, 0, 9).into_iter().map(|(_, entry)| entry.amount).collect();
		assert_eq!(amounts, vec![1_000, 30, -430, -600]);
		let entries: Vec<_> = Repair::statement(1, 0, 9).into_iter().map(|(_, entry)| entry.entry).collect();
		assert_eq!(entries, [0, 1, 2, 3].map(Some), "each entry names an entry of the pot's ledger");
		assert!(Fund::entries(REPAIR, 0, 9).into_iter().all(|(_, entry)| entry.earmarked));
		assert_eq!((balance(1), pot()), (0, 0));
	});
}

#[test]
fn a_bill_of_a_unit_that_is_not_enrolled_is_undistributed() {
	ExtBuilder::default().nobody().build_and_execute(|| {
		assert_ok!(pay(bill(3, 5), 100));
		assert_ok!(pay(Cause::RepairDeposit { unit: 3 }, 20));
		assert_eq!(Repair::totals(), RepairTotals { belonging: 0, undistributed: 120, units: 0 });
		assert_ok!(withdraw(refund(3, 5), 40));
		assert_eq!(Repair::totals().undistributed, 80);
		assert!(events().is_empty());
		assert!(Fund::entries(REPAIR, 0, 9).into_iter().all(|(_, entry)| !entry.earmarked));
	});
}

#[test]
fn a_refund_debits_at_most_what_the_bill_credited() {
	ExtBuilder::default().nobody().build_and_execute(|| {
		// Part of the bill is paid before the unit is enrolled, and remains undistributed.
		assert_ok!(pay(bill(0, 5), 500));
		assert_ok!(Repair::enrol(signed(ALICE), 0));
		assert_ok!(pay(bill(0, 5), 300));
		assert_ok!(pay(bill(0, 6), 50));
		assert_eq!(Repair::totals(), RepairTotals { belonging: 350, undistributed: 500, units: 1 });
		assert_ok!(withdraw(refund(0, 5), 700));
		assert_eq!(balance(0), 50);
		assert_eq!(Repair::totals(), RepairTotals { belonging: 50, undistributed: 100, units: 1 });
		assert_ok!(withdraw(refund(0, 5), 100));
		assert_eq!(balance(0), 50);
		let earmarked = Fund::entries(REPAIR, 0, 9).into_iter().map(|(_, entry)| entry.earmarked);
		assert_eq!(earmarked.collect::<Vec<_>>(), [false, true, true, true, false]);
		assert_noop!(withdraw(refund(0, 5), 50), FundError::FundsEarmarked);
	});
}

#[test]
fn a_refund_of_spent_money_is_owed() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(pay(bill(6, 5), 1_000));
		deposit(0, 400);
		assert_ok!(spend(buildings(&[3]), 1_000));
		assert_ok!(withdraw(refund(6, 5), 400));
		assert_eq!((balance(6), balance(0), pot()), (-400, 400, 0));
		// The sum of all shares never falls below zero.
		assert_ok!(Fund::donate(signed(BOB), REPAIR, 1_000));
		assert_noop!(withdraw(refund(6, 5), 1), Error::<Test>::InsufficientFunds);
		// Unit 6 owes the share of unit 0, which cannot be spent until unit 6 pays.
		assert_noop!(spend(buildings(&[1]), 1), Error::<Test>::InsufficientFunds);
		deposit(6, 400);
		assert_ok!(spend(buildings(&[1]), 400));
	});
}
