// SPDX-License-Identifier: Apache-2.0

//! Refunds by payees.

use crate::{mock::*, types::*, Error, Event, LineMonths, LineReturns, Movements, Refunded};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResultWithPostInfo, weights::Weight};
use linli_primitives::{
	traits::{BankOutcomes, FundLedger},
	Cause, ExpenseId, Fen,
};
use sp_runtime::{DispatchError, DispatchError::BadOrigin, DispatchResult};

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

/// The cashier's pallet tells that a refund never came, and takes the money from the pot.
fn reverse(id: ExpenseId, amount: Fen) -> DispatchResult {
	frame_support::storage::with_storage_layer(|| {
		Spending::refund_reversed(&Cause::Expense { expense: id }, amount, hash(9))?;
		let pot = Spending::expense_pot(id).unwrap();
		Fund::withdraw(pot, &BANK, amount, Cause::Receipt { reference: hash(9) }).map(|_| ())
	})
}

#[test]
fn a_refund_that_never_came_is_spent_again() {
	ExtBuilder::default().build_and_execute(|| {
		let id = approved_bank(480_000, 1);
		paid_by_bank(id, "OUT-1");
		let limit = Limit::Payee { lane: Lane::Line, payee: expense(id).supplier };
		assert_ok!(refund(CARL, id, 300_000, "IN-1"));
		assert_ok!(refund(CARL, id, 180_000, "IN-2"));
		assert_eq!((sums(GARDENS), Spending::counted(limit.clone())), ((0, 0), 0));
		// In part, in another month.
		Now::set(1_796_054_400_000);
		assert_ok!(reverse(id, 100_000));
		let event = Event::RefundReversed {
			expense: id,
			pot: OPERATING,
			amount: 100_000,
			refunded: 380_000,
			reference: hash(9),
		};
		System::assert_has_event(event.into());
		assert_eq!((sums(GARDENS), line(GARDENS).reversed), ((0, 100_000), 100_000));
		assert_eq!((Spending::refunded(id), Spending::counted(limit.clone())), (Some(380_000), 100_000));
		let heading = Heading::Line { year: 2026, line: GARDENS };
		assert_eq!(LineMonths::<Test>::get(DECEMBER, heading), 100_000);
		assert_noop!(reverse(id, 380_001), Error::<Test>::NotRefunded);
		assert_ok!(reverse(id, 380_000));
		assert_eq!((sums(GARDENS), Spending::counted(limit)), ((0, 480_000), 480_000));
		assert!(!Refunded::<Test>::contains_key(id));
		assert_noop!(reverse(id, 1), Error::<Test>::NotRefunded);
		assert_noop!(reverse(9, 1), Error::<Test>::ExpenseNotFound);
	});
}

#[test]
fn bearers_pay_a_refund_that_never_came() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose_roof(400_000, 1, buildings(&[2])));
		assert_ok!(Spending::approve_as_committee(signed(COMMITTEE), 0, terms(0)));
		assert_ok!(Spending::pay(signed(STRANGER), 0, 2));
		let shares = [3, 4].map(TestRepair::share);
		for (amount, text) in [(1, "IN-1"), (100_000, "IN-2")] {
			assert_ok!(Spending::record_refund(signed(CORA), 0, 0, amount, reference(text), None, 9));
		}
		assert_ok!(reverse(0, 100_000));
		assert_ok!(reverse(0, 1));
		assert_eq!([3, 4].map(TestRepair::share), shares);
	});
}

#[test]
fn a_line_can_exceed_its_cap_only_by_refunds_that_never_came() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Spending::set_budget(signed(ASSEMBLY), 2026, lines(&[("Gardens", OPERATING, 500), ROOF_LINE])));
		let id = approved(500, 1);
		assert_ok!(Spending::pay(signed(STRANGER), id, 0));
		assert_ok!(refund(CORA, id, 300, "IN-1"));
		let next = approved(300, 2);
		assert_ok!(Spending::pay(signed(STRANGER), next, 0));
		assert_ok!(reverse(id, 300));
		assert_eq!((line(GARDENS).used(), line(GARDENS).left()), (Some(800), 0));
		assert_noop!(propose(1, 3), Error::<Test>::InsufficientBudget);
		// Others are amended as before; this one is not lowered further.
		let amend =
			|cap| Spending::set_budget(signed(ASSEMBLY), 2026, lines(&[("Gardens", OPERATING, cap), ROOF_LINE]));
		assert_noop!(amend(499), Error::<Test>::CapTooLow);
		assert_ok!(amend(500));
		assert_ok!(amend(900));
		assert_ok!(propose(100, 3));
	});
}

#[test]
fn all_movements_are_kept() {
	ExtBuilder::default().build_and_execute(|| {
		let id = approved_bank(100, 1);
		let order = paid_by_bank(id, "OUT-1");
		let first = expense(id).state.payment().cloned().unwrap();
		assert_ok!(TestBank::give_back(order));
		paid_by_bank(id, "OUT-2");
		assert_ok!(refund(CARL, id, 1, "IN-1"));
		let movement = |number| Movements::<Test>::get(id, number);
		let paid = Movement { entry: first.entry, reference: first.reference };
		assert_eq!([movement(0), movement(3)], [Some(paid), None]);
		assert_eq!(movement(1).map(|movement| movement.reference), Some(None));
		let refunded = movement(2).unwrap();
		assert!(refunded.reference.is_some());
		assert_eq!(Fund::entries(OPERATING, refunded.entry, 1)[0].1.amount, 1);
	});
}
