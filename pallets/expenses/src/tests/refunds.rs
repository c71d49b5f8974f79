// SPDX-License-Identifier: Apache-2.0

//! Refunds by payees.

use crate::{mock::*, types::*, Error, Event, LineMonths, LineReturns, Refunded};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResultWithPostInfo, weights::Weight};
use linli_primitives::{Cause, ExpenseId, Fen};
use sp_runtime::{DispatchError, DispatchError::BadOrigin};

fn refund(who: AccountId, id: ExpenseId, amount: Fen, text: &str) -> DispatchResultWithPostInfo {
	Spending::record_refund(signed(who), 0, id, amount, reference(text), None, 0)
}

#[test]
fn a_refund_comes_into_pot_and_line() {
	ExtBuilder::default().build_and_execute(|| {
		let id = approved_bank(480_000, 1);
		paid_by_bank(id, "OUT-1");
		let issuance = Balances::total_issuance();
		let info = refund(CARL, id, 30_000, "IN-1").unwrap();
		assert_eq!(info.actual_weight, Some(Weight::from_parts(10_000, 0)));
		assert_eq!((balance(OPERATING), sums(GARDENS)), (OPERATING_MONEY - 450_000, (0, 450_000)));
		assert_eq!(Balances::total_issuance(), issuance + 30_000);
		let (pot, cashier) = (OPERATING, CARL);
		let event = Event::RefundRecorded { expense: id, pot, amount: 30_000, refunded: 30_000, cashier };
		assert_eq!(last_event(), event);
		assert!(comes_before_its_entry(&event, OPERATING, 2));
		assert_eq!(Fund::entries(OPERATING, 2, 1)[0].1.cause, Cause::Expense { expense: id });
		// Several times, up to the amount.
		assert_ok!(refund(CORA, id, 449_999, "IN-2"));
		assert_noop!(refund(CORA, id, 2, "IN-3"), Error::<Test>::RefundTooLarge);
		assert_ok!(refund(CORA, id, 1, "IN-3"));
		assert_noop!(refund(CORA, id, 1, "IN-4"), Error::<Test>::RefundTooLarge);
		assert_eq!((balance(OPERATING), sums(GARDENS)), (OPERATING_MONEY, (0, 0)));
		assert_eq!((Spending::refunded(id), Spending::refunded(9)), (Some(480_000), None));
		let heading = Heading::Line { year: 2026, line: GARDENS };
		assert_eq!(LineMonths::<Test>::get(NOVEMBER, heading), 480_000);
		assert_eq!(Spending::line_returns(NOVEMBER, None, 9), [(heading, 480_000)]);
		assert!(matches!(expense(id).state, State::Paid(_)));
	});
}

#[test]
fn a_refund_belongs_to_the_month_in_which_it_came() {
	ExtBuilder::default().build_and_execute(|| {
		let id = approved(100, 1);
		assert_ok!(Spending::pay(signed(STRANGER), id, 0));
		Now::set(1_796_054_400_000);
		assert_ok!(Fund::close_month(signed(ADA), NOVEMBER));
		assert_ok!(refund(CORA, id, 40, "IN-1"));
		let heading = Heading::Line { year: 2026, line: GARDENS };
		assert_eq!((LineMonths::<Test>::get(NOVEMBER, heading), LineMonths::<Test>::get(DECEMBER, heading)), (100, 0));
		assert_eq!((LineReturns::<Test>::get(NOVEMBER, heading), LineReturns::<Test>::get(DECEMBER, heading)), (0, 40));
	});
}

#[test]
fn a_refund_of_a_repair_goes_to_its_bearers() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose_roof(400_000, 1, buildings(&[2])));
		assert_ok!(Spending::approve_as_committee(signed(COMMITTEE), 0, terms(0)));
		assert_ok!(Spending::pay(signed(STRANGER), 0, 2));
		let call = |max| Spending::record_refund(signed(CORA), 0, 0, 100_001, reference("IN-1"), None, max);
		assert_noop!(call(1), Error::<Test>::MaxUnitsTooLow);
		assert_eq!(call(9).unwrap().actual_weight, Some(Weight::from_parts(10_002, 0)));
		assert_eq!((TestRepair::building(1), TestRepair::building(2)), ((3, 1_000_000), (2, 200_001)));
		assert_eq!(balance(REPAIR), REPAIR_MONEY - 299_999);
	});
}

#[test]
fn only_paid_expenses_are_refunded() {
	ExtBuilder::default().build_and_execute(|| {
		let id = approved_bank(100, 1);
		assert_noop!(refund(CORA, 9, 1, "IN-1"), Error::<Test>::ExpenseNotFound);
		assert_noop!(refund(CORA, id, 1, "IN-1"), Error::<Test>::NotPaid);
		paid_by_bank(id, "OUT-1");
		assert_noop!(refund(CORA, id, 0, "IN-1"), Error::<Test>::InvalidAmount);
		assert_noop!(refund(CORA, id, 1, "OUT-1"), DispatchError::Other("reference used"));
		assert_noop!(refund(CORA, id, 1, ""), DispatchError::Other("no reference"));
	});
}

#[test]
fn a_cashier_who_took_no_part_books_it() {
	ExtBuilder::default().build_and_execute(|| {
		let id = approved_bank(100, 1);
		paid_by_bank(id, "OUT-1");
		for who in [MAX, COMMITTEE, ADA, MEI, STRANGER] {
			assert_noop!(refund(who, id, 1, "IN-1"), BadOrigin);
		}
		Cashiers::mutate(|cashiers| cashiers.extend([MAX, MEI]));
		SamePeople::set(vec![(CARL, MAX)]);
		for who in [MAX, CARL, MEI] {
			assert_noop!(refund(who, id, 1, "IN-1"), Error::<Test>::OwnPayment);
		}
		assert_ok!(refund(CORA, id, 1, "IN-1"));
	});
}

#[test]
fn a_payment_that_was_refunded_cannot_come_back() {
	ExtBuilder::default().build_and_execute(|| {
		let id = approved_bank(100, 1);
		let order = paid_by_bank(id, "OUT-1");
		assert_ok!(refund(CORA, id, 1, "IN-1"));
		assert_noop!(TestBank::give_back(order), Error::<Test>::AlreadyRefunded);
		assert_eq!(Refunded::<Test>::get(id), 1);
	});
}
