// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, types::*, Error, Event, Invoices, NextExpense, OpenExpenses};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{calendar::DAY, traits::Person, Period};
use sp_runtime::{DispatchError::BadOrigin, DispatchResult};

fn propose_in(year: u16, incurred: Period) -> DispatchResult {
	let payee = Payee::Account(GARDENER);
	Spending::propose(signed(MAX), year, GARDENS, payee, 100, invoice(1, 100), incurred, Related::Nobody)
}

#[test]
fn a_manager_proposes() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose(480_000, 1));
		let purpose = Purpose::Line { year: 2026, line: GARDENS };
		let entered = Expense {
			purpose,
			payee: Payee::Account(GARDENER),
			amount: 480_000,
			invoice: invoice(1, 480_000),
			incurred: NOVEMBER,
			related: Related::Nobody,
			proposer: MAX,
			manager: Person::Account(MAX),
			proposed: START,
			supplier: Supplier::Person(Person::Account(GARDENER)),
			named: false,
			needs: Approver::Committee,
			approvals: Approvals::default(),
			state: State::Proposed,
		};
		assert_eq!(expense(0), entered);
		assert_eq!(sums(GARDENS), (480_000, 0));
		assert_eq!(parts(1), [0]);
		assert_eq!((OpenExpenses::<Test>::iter_keys().collect::<Vec<_>>(), NextExpense::<Test>::get()), (vec![0], 1));
		System::assert_last_event(
			Event::ExpenseProposed {
				expense: 0,
				purpose,
				payee: Payee::Account(GARDENER),
				amount: 480_000,
				invoice: invoice(1, 480_000),
				incurred: NOVEMBER,
				related: Related::Nobody,
				proposer: MAX,
				needs: Approver::Committee,
			}
			.into(),
		);
	});
}

#[test]
fn only_managers_propose() {
	ExtBuilder::default().build_and_execute(|| {
		for who in [COMMITTEE, ADA, CORA, ASSEMBLY, STRANGER] {
			let payee = Payee::Account(GARDENER);
			let (invoice, related) = (invoice(1, 1), Related::Nobody);
			let call = Spending::propose(signed(who), 2026, GARDENS, payee, 1, invoice, NOVEMBER, related);
			assert_noop!(call, BadOrigin);
		}
	});
}

#[test]
fn approvers_cannot_propose() {
	ExtBuilder::default().build_and_execute(|| {
		Members::mutate(|members| members.push(MAX));
		assert_noop!(propose(1, 1), Error::<Test>::IsCommitteeMember);
		assert_noop!(propose_lift(1, 1), Error::<Test>::IsCommitteeMember);
		Members::mutate(|members| members.retain(|member| *member != MAX));
		Auditors::mutate(|auditors| auditors.push(MAX));
		assert_noop!(propose(1, 1), Error::<Test>::IsAuditor);
		assert_noop!(propose_lift(1, 1), Error::<Test>::IsAuditor);
	});
}

#[test]
fn the_proposer_cannot_be_the_payee() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(propose_to(Payee::Account(MAX), 1, 1), Error::<Test>::OwnExpense);
	});
}

#[test]
fn an_account_of_the_community_cannot_be_the_payee() {
	ExtBuilder::default().build_and_execute(|| {
		for account in [Fund::pot_account(INCOME), BANK, ESCROW] {
			assert_noop!(propose_to(Payee::Account(account), 1, 1), Error::<Test>::PayeeIsPot);
		}
	});
}

#[test]
fn an_expense_needs_an_amount_and_an_existing_line() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(propose(0, 1), Error::<Test>::InvalidAmount);
		let to = || Payee::Account(GARDENER);
		let call = Spending::propose(signed(MAX), 2026, 2, to(), 1, invoice(1, 1), NOVEMBER, Related::Nobody);
		assert_noop!(call, Error::<Test>::LineNotFound);
		// A year without a budget has no lines.
		wait(60 * DAY);
		let january = Period { year: 2027, month: 1 };
		assert_noop!(propose_in(2027, january), Error::<Test>::LineNotFound);
	});
}

#[test]
fn a_line_is_capped() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(propose(6_000_001, 1), Error::<Test>::InsufficientBudget);
		assert_ok!(propose(5_999_999, 1));
		assert_noop!(propose(2, 2), Error::<Test>::InsufficientBudget);
		assert_ok!(propose(1, 2));
		assert_noop!(propose(1, 3), Error::<Test>::InsufficientBudget);
		assert_noop!(propose(u128::MAX, 3), Error::<Test>::InsufficientBudget);
	});
}

#[test]
fn a_refused_or_withdrawn_expense_frees_invoice_and_line() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose(6_000_000, 1));
		assert_ok!(Spending::withdraw(signed(MAX), 0));
		System::assert_last_event(Event::ExpenseWithdrawn { expense: 0 }.into());
		assert_eq!((sums(GARDENS), Invoices::<Test>::get(hash(1))), ((0, 0), None));
		assert_eq!(expense(0).state, State::Withdrawn { at: START });
		assert_ok!(propose(6_000_000, 1));
		assert_ok!(Spending::refuse(signed(COMMITTEE), 1, hash(8)));
		System::assert_last_event(Event::ExpenseRefused { expense: 1, reason: hash(8) }.into());
		assert_eq!((sums(GARDENS), Invoices::<Test>::get(hash(1))), ((0, 0), None));
		assert_eq!(expense(1).state, State::Refused { at: START, reason: hash(8) });
		assert!(OpenExpenses::<Test>::iter_keys().next().is_none());
		assert_ok!(propose(6_000_000, 1));
		assert_eq!(parts(1), [2]);
	});
}

#[test]
fn an_approved_expense_can_be_refused_and_withdrawn() {
	ExtBuilder::default().build_and_execute(|| {
		let (one, other) = (approved(100, 1), approved(100, 2));
		assert_ok!(Spending::refuse(signed(COMMITTEE), one, hash(8)));
		assert_ok!(Spending::withdraw(signed(MAX), other));
		assert_eq!(sums(GARDENS), (0, 0));
	});
}

#[test]
fn only_the_committee_refuses_and_only_the_proposer_withdraws() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose(100, 1));
		for who in [MAX, ADA, MEI, STRANGER] {
			assert_noop!(Spending::refuse(signed(who), 0, hash(8)), BadOrigin);
		}
		for who in [MIRA, COMMITTEE, STRANGER] {
			assert_noop!(Spending::withdraw(signed(who), 0), Error::<Test>::NotProposer);
		}
		assert_noop!(Spending::withdraw(RuntimeOrigin::root(), 0), BadOrigin);
		assert_noop!(Spending::refuse(signed(COMMITTEE), 1, hash(8)), Error::<Test>::ExpenseNotFound);
		assert_noop!(Spending::withdraw(signed(MAX), 1), Error::<Test>::ExpenseNotFound);
		// A former manager can still withdraw their own expenses.
		Managers::set(vec![MIRA]);
		assert_ok!(Spending::withdraw(signed(MAX), 0));
	});
}

#[test]
fn the_month_must_be_open() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(propose_in(2026, DECEMBER), Error::<Test>::MonthInFuture);
		assert_noop!(propose_in(2026, Period { year: 2026, month: 13 }), Error::<Test>::InvalidMonth);
		assert_noop!(propose_in(2026, Period { year: 2026, month: 0 }), Error::<Test>::InvalidMonth);
		assert_ok!(Fund::close_month(signed(ADA), OCTOBER));
		assert_noop!(propose_in(2026, OCTOBER), Error::<Test>::MonthAlreadyClosed);
		assert_ok!(propose_in(2026, NOVEMBER));
		assert_ok!(Spending::withdraw(signed(MAX), 0));
		// The month turns at local midnight: 30 November 16:00 UTC.
		Now::set(1_796_054_400_000 - 1);
		assert_noop!(propose_in(2026, DECEMBER), Error::<Test>::MonthInFuture);
		wait(1);
		assert_ok!(propose_in(2026, DECEMBER));
		assert_ok!(Spending::withdraw(signed(MAX), 1));
		// November is over, and not closed yet.
		assert_ok!(propose_in(2026, NOVEMBER));
		assert_ok!(Spending::withdraw(signed(MAX), 2));
		assert_ok!(Fund::close_month(signed(ADA), NOVEMBER));
		assert_noop!(propose_in(2026, NOVEMBER), Error::<Test>::MonthAlreadyClosed);
	});
}

#[test]
fn the_month_must_be_in_the_year_of_the_line() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Spending::set_budget(signed(ASSEMBLY), 2027, lines(&[GARDEN_LINE])));
		assert_noop!(propose_in(2027, NOVEMBER), Error::<Test>::InvalidYear);
		assert_noop!(propose_in(2025, NOVEMBER), Error::<Test>::InvalidYear);
		wait(60 * DAY);
		assert_noop!(propose_in(2026, Period { year: 2027, month: 1 }), Error::<Test>::InvalidYear);
		assert_ok!(propose_in(2027, Period { year: 2027, month: 1 }));
	});
}

#[test]
fn a_cost_falls_on_units_if_the_repair_pot_pays() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(propose_roof(100, 1, Related::Nobody), Error::<Test>::RelatedUnitsRequired);
		assert_noop!(propose_roof(100, 1, buildings(&[])), Error::<Test>::BuildingsRequired);
		let to = || Payee::Account(GARDENER);
		for related in [Related::All, buildings(&[1])] {
			let call = Spending::propose(signed(MAX), 2026, GARDENS, to(), 1, invoice(1, 1), NOVEMBER, related);
			assert_noop!(call, Error::<Test>::RelatedUnitsNotAllowed);
		}
		assert_ok!(propose_roof(100, 1, buildings(&[2, 1, 2])));
		assert_eq!(expense(0).related, buildings(&[1, 2]));
		assert_ok!(propose_roof(100, 2, Related::All));
	});
}

#[test]
fn without_tiers_expenses_cannot_be_proposed() {
	ExtBuilder::default().build().execute_with(|| {
		crate::Rules::<Test>::put(ExpenseRules { tiers: Default::default(), ..ExpenseRules::default() });
		assert_noop!(propose(1, 1), Error::<Test>::TierNotFound);
	});
}
