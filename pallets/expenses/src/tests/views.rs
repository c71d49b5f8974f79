// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, types::*, MAX_PAGE};
use frame_support::assert_ok;
use linli_primitives::{calendar::DAY, cause::CauseKind};

#[test]
fn a_budget_shows_the_remaining_amounts() {
	ExtBuilder::default().build_and_execute(|| {
		let id = approved(1_000, 1);
		assert_ok!(Spending::pay(signed(STRANGER), id, 0));
		assert_ok!(propose(200, 2));
		let BudgetView { budget, lines } = Spending::budget(2026).unwrap();
		assert_eq!((budget.lines, lines.len()), (2, 2));
		assert_eq!((lines[0].cap, lines[0].committed, lines[0].spent), (6_000_000, 200, 1_000));
		assert_eq!((lines[0].left(), lines[1].left()), (5_998_800, 1_200_000));
		assert_eq!(Spending::budget(2025), None);
	});
}

#[test]
fn expenses_are_paged() {
	ExtBuilder::default().build_and_execute(|| {
		for invoice in 0..150u8 {
			assert_ok!(propose(1, invoice));
			assert_ok!(Spending::withdraw(signed(MAX), invoice.into()));
		}
		let ids = |from, count| Spending::expenses(from, count).into_iter().map(|(id, _)| id).collect::<Vec<_>>();
		assert_eq!(ids(0, 3), [0, 1, 2]);
		assert_eq!(ids(0, 1_000).len(), MAX_PAGE as usize);
		assert_eq!(ids(148, 10), [148, 149]);
		assert!(ids(150, 10).is_empty() && ids(u32::MAX, 10).is_empty());
		assert_eq!(Spending::expense(149).unwrap().invoice.hash, hash(149));
		assert_eq!(Spending::expense(150), None);
	});
}

#[test]
fn open_expenses_are_listed() {
	ExtBuilder::default().build_and_execute(|| {
		for invoice in 0..4 {
			assert_ok!(propose(100, invoice));
		}
		assert_ok!(Spending::approve_as_committee(signed(COMMITTEE), 1, terms(1)));
		assert_ok!(Spending::pay(signed(STRANGER), 1, 0));
		assert_ok!(Spending::withdraw(signed(MAX), 0));
		let ids: Vec<_> = Spending::open_expenses().into_iter().map(|(id, _)| id).collect();
		assert_eq!(ids, [2, 3]);
	});
}

#[test]
fn an_invoice_leads_to_its_expense_and_pot() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose(100, 1));
		assert_ok!(propose_roof(100, 2, Related::All));
		assert_ok!(propose_lift(100, 3));
		assert_eq!(parts(2), [1]);
		assert_eq!(Spending::invoice(hash(4)), None);
		assert_eq!(Spending::expense_pot(0), Some(OPERATING));
		assert_eq!(Spending::expense_pot(1), Some(REPAIR));
		assert_eq!(Spending::expense_pot(2), Some(OPERATING));
		assert_eq!(Spending::expense_pot(3), None);
	});
}

#[test]
fn a_month_shows_the_payments_under_each_heading() {
	ExtBuilder::default().build_and_execute(|| {
		for (amount, invoice) in [(100, 1), (30, 2)] {
			let id = approved(amount, invoice);
			assert_ok!(Spending::pay(signed(STRANGER), id, 0));
		}
		paid_lift(7, 3);
		paid_lift(8, 4);
		let gardens = (Heading::Line { year: 2026, line: GARDENS }, 130);
		let emergencies = (Heading::Emergency { pot: OPERATING }, 15);
		let mut all = Spending::line_months(NOVEMBER, None, 100);
		let first = all[0];
		assert_eq!(Spending::line_months(NOVEMBER, None, 1), [first]);
		assert_eq!(Spending::line_months(NOVEMBER, Some(first.0), 100), all[1..]);
		all.sort();
		assert_eq!(all, [gardens, emergencies]);
		assert!(Spending::line_months(OCTOBER, None, 100).is_empty());
		// Together they are the ledger's sum of expenses.
		let book = Fund::month(OPERATING, NOVEMBER).unwrap();
		let spent = book.sums.iter().find(|sum| sum.kind == CauseKind::Expense).unwrap().spent;
		assert_eq!(spent, gardens.1 + emergencies.1);
		wait(30 * DAY);
		assert!(Spending::line_months(DECEMBER, None, 100).is_empty());
	});
}
