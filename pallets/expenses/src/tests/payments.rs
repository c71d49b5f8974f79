// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, types::*, Error, Event, LineMonths, OpenExpenses};
use frame_support::{assert_noop, assert_ok, hypothetically, weights::Weight};
use linli_primitives::{traits::Bearers, Cause, ContentHash};
use sp_runtime::{ArithmeticError, DispatchError, DispatchError::BadOrigin};

fn pay(id: u32) -> frame_support::dispatch::DispatchResultWithPostInfo {
	Spending::pay(signed(STRANGER), id, 0)
}

fn failure(id: u32) -> DispatchError {
	match expense(id).state {
		State::Approved { failure: Some(failure), .. } => failure.error,
		other => panic!("{other:?}"),
	}
}

#[test]
fn anyone_pays_an_approved_expense() {
	ExtBuilder::default().build_and_execute(|| {
		let id = approved(480_000, 1);
		wait(7);
		assert_ok!(pay(id));
		assert_eq!(balance(OPERATING), OPERATING_MONEY - 480_000);
		assert_eq!(Balances::free_balance(GARDENER), 480_000);
		assert_eq!(sums(GARDENS), (0, 480_000));
		let payment =
			Payment { entry: 1, at: START + 7, payer: STRANGER, reference: None, bearers: None, audit_due: None };
		assert_eq!(expense(id).state, State::Paid(payment));
		assert!(OpenExpenses::<Test>::iter_keys().next().is_none());
		let purpose = Purpose::Line { year: 2026, line: GARDENS };
		assert_eq!(LineMonths::<Test>::get(NOVEMBER, purpose.heading()), 480_000);
		let payee = Payee::Account(GARDENER);
		let (amount, payer) = (480_000, STRANGER);
		let paid = Event::ExpensePaid { expense: id, purpose, pot: OPERATING, payee, amount, payer, audit_due: None };
		assert_eq!(last_event(), paid);
		assert!(comes_before_its_entry(&paid, OPERATING, 1));
		assert_eq!(Fund::entries(OPERATING, 1, 1)[0].1.cause, Cause::Expense { expense: id });
	});
}

#[test]
fn unapproved_and_paid_expenses_are_not_paid() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose(100, 1));
		assert_noop!(pay(0), Error::<Test>::NotApproved);
		assert_noop!(pay(1), Error::<Test>::ExpenseNotFound);
		assert_ok!(Spending::approve_as_committee(signed(COMMITTEE), 0, terms(0)));
		assert_noop!(Spending::pay(RuntimeOrigin::root(), 0, 0), BadOrigin);
		assert_ok!(pay(0));
		assert_noop!(pay(0), Error::<Test>::AlreadyConcluded);
		assert_eq!(Balances::free_balance(GARDENER), 100);
	});
}

#[test]
fn a_pot_with_insufficient_funds_pays_later() {
	ExtBuilder::default().build_and_execute(|| {
		let id = approved(480_000, 1);
		assert_ok!(Fund::transfer(RuntimeOrigin::root(), OPERATING, INCOME, OPERATING_MONEY - 479_999));
		assert_ok!(pay(id));
		let error = pallet_linli_fund::Error::<Test>::InsufficientFunds.into();
		assert_eq!(failure(id), error);
		System::assert_last_event(Event::PaymentFailed { expense: id, error }.into());
		assert_eq!((sums(GARDENS), balance(OPERATING)), ((480_000, 0), 479_999));
		assert_eq!(Balances::free_balance(GARDENER), 0);
		// The time of the approval is kept.
		wait(3);
		assert_ok!(pay(id));
		assert!(matches!(expense(id).state, State::Approved { at: START, failure: Some(f) } if f.at == START + 3));
		assert_ok!(Fund::transfer(RuntimeOrigin::root(), INCOME, OPERATING, 1));
		assert_ok!(pay(id));
		assert_eq!((sums(GARDENS), balance(OPERATING)), ((0, 480_000), 0));
	});
}

#[test]
fn a_payee_that_cannot_receive_is_paid_later() {
	ExtBuilder::default().build_and_execute(|| {
		let id = approved(480_000, 1);
		hypothetically!({
			// One fen more would exceed the maximum balance.
			System::inc_providers(&GARDENER);
			frame_system::Account::<Test>::mutate(GARDENER, |account| account.data.free = u128::MAX - 479_999);
			assert_ok!(pay(id));
			assert_eq!(failure(id), ArithmeticError::Overflow.into());
			assert_eq!((sums(GARDENS), balance(OPERATING)), ((480_000, 0), OPERATING_MONEY));
			frame_system::Account::<Test>::mutate(GARDENER, |account| account.data.free = 0);
			assert_ok!(pay(id));
			assert_eq!((sums(GARDENS), Balances::free_balance(GARDENER)), ((0, 480_000), 480_000));
			ExtBuilder::check();
		});
	});
}

#[test]
fn bank_payees_are_not_paid_on_chain() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose_to(Payee::Bank(ContentHash::repeat_byte(4)), 100, 1));
		assert_ok!(Spending::approve_as_committee(signed(COMMITTEE), 0, terms(0)));
		assert_noop!(pay(0), Error::<Test>::NotPaidOnChain);
	});
}

#[test]
fn a_repair_falls_on_its_units() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose_roof(400_000, 1, buildings(&[2])));
		assert_ok!(Spending::approve_as_committee(signed(COMMITTEE), 0, terms(0)));
		assert_noop!(Spending::pay(signed(STRANGER), 0, 1), Error::<Test>::MaxUnitsTooLow);
		let info = Spending::pay(signed(STRANGER), 0, 900).unwrap();
		// Two units; the weight declared for the others is refunded.
		assert_eq!(info.actual_weight, Some(Weight::from_parts(102, 0)));
		let bearers = Bearers { buildings: Some(vec![2].try_into().unwrap()), known: 5, units: 2 };
		assert_eq!(expense(0).state.payment().unwrap().bearers, Some(bearers));
		assert_eq!((TestRepair::building(1), TestRepair::building(2)), ((3, 1_000_000), (2, 100_000)));
		assert_eq!(balance(REPAIR), REPAIR_MONEY - 400_000);
		assert_ok!(propose_roof(300_000, 2, Related::All));
		assert_ok!(Spending::approve_as_committee(signed(COMMITTEE), 1, terms(1)));
		assert_noop!(Spending::pay(signed(STRANGER), 1, 4), Error::<Test>::MaxUnitsTooLow);
		let info = Spending::pay(signed(STRANGER), 1, 5).unwrap();
		assert_eq!(info.actual_weight, Some(Weight::from_parts(105, 0)));
		let bearers = Bearers { buildings: None, known: 5, units: 5 };
		assert_eq!(expense(1).state.payment().unwrap().bearers, Some(bearers));
	});
}

#[test]
fn units_with_insufficient_shares_do_not_pay() {
	ExtBuilder::default().build_and_execute(|| {
		// The pot has sufficient funds, but not the shares of these units.
		assert_ok!(propose_roof(500_001, 1, buildings(&[2])));
		assert_ok!(Spending::approve_as_committee(signed(COMMITTEE), 0, terms(0)));
		let info = Spending::pay(signed(STRANGER), 0, 2).unwrap();
		assert_eq!(info.actual_weight, Some(Weight::from_parts(102, 0)));
		assert_eq!(failure(0), DispatchError::Other(""));
		assert_eq!((TestRepair::building(2), balance(REPAIR)), ((2, 500_000), REPAIR_MONEY));
		// That building has no units.
		assert_ok!(propose_roof(1, 2, buildings(&[7])));
		assert_ok!(Spending::approve_as_committee(signed(COMMITTEE), 1, terms(1)));
		assert_ok!(Spending::pay(signed(STRANGER), 1, 0));
		failure(1);
	});
}

#[test]
fn a_failed_payment_leaves_shares_unchanged() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose_roof(400_000, 1, buildings(&[2])));
		assert_ok!(Spending::approve_as_committee(signed(COMMITTEE), 0, terms(0)));
		hypothetically!({
			System::inc_providers(&GARDENER);
			frame_system::Account::<Test>::mutate(GARDENER, |account| account.data.free = u128::MAX);
			assert_ok!(Spending::pay(signed(STRANGER), 0, 2));
			assert_eq!(failure(0), ArithmeticError::Overflow.into());
			assert_eq!((TestRepair::building(2), balance(REPAIR)), ((2, 500_000), REPAIR_MONEY));
		});
	});
}

#[test]
fn a_payment_counts_in_the_month_it_is_made() {
	ExtBuilder::default().build_and_execute(|| {
		let (one, other) = (approved(100, 1), approved(50, 2));
		assert_ok!(pay(one));
		Now::set(1_796_054_400_000);
		assert_ok!(pay(other));
		let heading = Heading::Line { year: 2026, line: GARDENS };
		assert_eq!(LineMonths::<Test>::get(NOVEMBER, heading), 100);
		assert_eq!(LineMonths::<Test>::get(DECEMBER, heading), 50);
	});
}

#[test]
fn an_expense_can_be_paid_after_its_month_closed() {
	ExtBuilder::default().build_and_execute(|| {
		let id = approved(100, 1);
		Now::set(1_796_054_400_000);
		assert_ok!(Fund::close_month(signed(ADA), NOVEMBER));
		assert_ok!(pay(id));
		assert_eq!(LineMonths::<Test>::iter_prefix(NOVEMBER).count(), 0);
	});
}
