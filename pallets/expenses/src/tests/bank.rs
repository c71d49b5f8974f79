// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, types::*, Error, Event, LineMonths};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResultWithPostInfo, weights::Weight};
use linli_primitives::ContentHash;
use sp_runtime::{DispatchError, DispatchError::BadOrigin};

const DETAILS: ContentHash = ContentHash::repeat_byte(4);

fn pay(who: AccountId, id: u32, text: &str) -> DispatchResultWithPostInfo {
	Spending::pay_by_bank(signed(who), id, reference(text), 0)
}

fn approved_bank(amount: u128, invoice: u8) -> u32 {
	assert_ok!(propose_to(Payee::Bank(DETAILS), amount, invoice));
	let id = crate::NextExpense::<Test>::get() - 1;
	assert_ok!(Spending::approve_as_committee(signed(COMMITTEE), id, terms(id)));
	id
}

#[test]
fn the_cashier_pays_through_the_bank() {
	ExtBuilder::default().build_and_execute(|| {
		let id = approved_bank(480_000, 1);
		let issuance = Balances::total_issuance();
		let info = pay(CORA, id, "ICBC-1").unwrap();
		assert_eq!(info.actual_weight, Some(Weight::from_parts(1_000, 0)));
		assert_eq!(Balances::total_issuance(), issuance - 480_000);
		assert_eq!((balance(OPERATING), sums(GARDENS)), (OPERATING_MONEY - 480_000, (0, 480_000)));
		let key = ContentHash::from(sp_io::hashing::blake2_256(b"ICBC-1"));
		let payment =
			Payment { entry: 1, at: START, payer: CORA, reference: Some(key), bearers: None, audit_due: None };
		assert_eq!(expense(id).state, State::Paid(payment));
		let (purpose, payee) = (Purpose::Line { year: 2026, line: GARDENS }, Payee::Bank(DETAILS));
		assert_eq!(LineMonths::<Test>::get(NOVEMBER, purpose.heading()), 480_000);
		let (amount, payer) = (480_000, CORA);
		let paid = Event::ExpensePaid { expense: id, purpose, pot: OPERATING, payee, amount, payer, audit_due: None };
		assert_eq!(last_event(), paid);
		assert!(comes_before_its_entry(&paid, OPERATING, 1));
		assert_noop!(pay(CORA, id, "ICBC-2"), Error::<Test>::AlreadyConcluded);
	});
}

#[test]
fn only_cashiers_pay_through_the_bank() {
	ExtBuilder::default().build_and_execute(|| {
		let id = approved_bank(100, 1);
		for who in [MAX, COMMITTEE, ADA, MEI, STRANGER] {
			assert_noop!(pay(who, id, "R1"), BadOrigin);
		}
	});
}

#[test]
fn proposers_and_approvers_cannot_pay() {
	ExtBuilder::rules(three_tiers()).build_and_execute(|| {
		assert_ok!(propose_to(Payee::Bank(DETAILS), 500_000, 1));
		assert_ok!(Spending::approve_as_committee(signed(COMMITTEE), 0, terms(0)));
		assert_ok!(Spending::approve_as_auditor(signed(ADA), 0, terms(0)));
		Cashiers::set(vec![CORA, MAX, ADA, MEI, ABE]);
		for who in [MAX, ADA, MEI] {
			assert_noop!(pay(who, 0, "R1"), Error::<Test>::OwnPayment);
		}
		// Another auditor took no part in the approval.
		assert_ok!(pay(ABE, 0, "R1"));
		// Nor did the committee if the assembly decided.
		assert_ok!(propose_to(Payee::Bank(DETAILS), 1_000_000, 2));
		assert_ok!(Spending::approve_as_assembly(signed(ASSEMBLY), 1, terms(1)));
		assert_ok!(pay(MEI, 1, "R2"));
	});
}

#[test]
fn only_approved_expenses_to_bank_accounts_are_paid() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(pay(CORA, 0, "R1"), Error::<Test>::ExpenseNotFound);
		assert_ok!(propose_to(Payee::Bank(DETAILS), 100, 1));
		assert_noop!(pay(CORA, 0, "R1"), Error::<Test>::NotApproved);
		let on_chain = approved(100, 2);
		assert_noop!(pay(CORA, on_chain, "R1"), Error::<Test>::NotPaidByBank);
	});
}

#[test]
fn a_payment_that_the_bank_refuses_changes_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let (one, other) = (approved_bank(100, 1), approved_bank(100, 2));
		assert_ok!(pay(CORA, one, "R1"));
		assert_noop!(pay(CORA, other, "R1"), DispatchError::Other("reference used"));
		assert_noop!(pay(CORA, other, ""), DispatchError::Other("no reference"));
		assert_ok!(Fund::transfer(RuntimeOrigin::root(), OPERATING, INCOME, balance(OPERATING)));
		assert_noop!(pay(CORA, other, "R2"), pallet_linli_fund::Error::<Test>::InsufficientFunds);
	});
}

#[test]
fn a_repair_paid_through_the_bank_falls_on_its_units() {
	ExtBuilder::default().build_and_execute(|| {
		let to = Payee::Bank(DETAILS);
		assert_ok!(Spending::propose(signed(MAX), 2026, ROOFS, to, 400_000, hash(1), NOVEMBER, buildings(&[2])));
		assert_ok!(Spending::approve_as_committee(signed(COMMITTEE), 0, terms(0)));
		assert_noop!(pay(CORA, 0, "R1"), Error::<Test>::MaxUnitsTooLow);
		let info = Spending::pay_by_bank(signed(CORA), 0, reference("R1"), 10).unwrap();
		assert_eq!(info.actual_weight, Some(Weight::from_parts(1_002, 0)));
		assert_eq!(TestRepair::building(2), (2, 100_000));
		assert_eq!(expense(0).state.payment().unwrap().bearers.as_ref().unwrap().units, 2);
		// With insufficient shares, nothing is recorded.
		let to = Payee::Bank(DETAILS);
		assert_ok!(Spending::propose(signed(MAX), 2026, ROOFS, to, 100_001, hash(2), NOVEMBER, buildings(&[2])));
		assert_ok!(Spending::approve_as_committee(signed(COMMITTEE), 1, terms(1)));
		let call = Spending::pay_by_bank(signed(CORA), 1, reference("R2"), 10);
		assert_noop!(call, DispatchError::Other("shares too low"));
	});
}
