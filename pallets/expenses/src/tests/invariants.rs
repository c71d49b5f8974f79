// SPDX-License-Identifier: Apache-2.0

//! Violates each invariant in turn, so that no check passes vacuously.

use crate::{mock::*, types::*, *};
use frame_support::{assert_ok, hypothetically};
use linli_primitives::traits::Person;
use sp_runtime::TryRuntimeError;

/// Expects `do_try_state` to fail with `says` after `breaks`. Expense 0 is proposed; 1 is approved; 2 is paid, with an
/// auditor's approval; 3 is a paid repair; 4 and 5 are paid emergencies, 4 with its audit; 6 is withdrawn; 7 is paid by
/// the bank, and a part of it was refunded.
fn broken(says: &str, breaks: impl FnOnce()) {
	ExtBuilder::rules(three_tiers()).build().execute_with(|| {
		assert_ok!(propose(100, 1));
		approved(200, 2);
		approved(500_000, 3);
		assert_ok!(Spending::approve_as_auditor(signed(ADA), 2, terms(2)));
		assert_ok!(Spending::pay(signed(STRANGER), 2, 0));
		assert_ok!(propose_roof(400, 4, Related::All));
		assert_ok!(Spending::approve_as_committee(signed(COMMITTEE), 3, terms(3)));
		assert_ok!(Spending::approve_as_auditor(signed(ADA), 3, terms(3)));
		assert_ok!(Spending::pay(signed(STRANGER), 3, 5));
		paid_lift(50, 5);
		paid_lift(60, 6);
		assert_ok!(Spending::file_audit(signed(ADA), 4, hash(70)));
		assert_ok!(propose(1, 7));
		assert_ok!(Spending::withdraw(signed(MAX), 6));
		assert_ok!(propose_to(Payee::Bank(hash(4)), 500_000, 8));
		assert_ok!(Spending::approve_as_committee(signed(COMMITTEE), 7, terms(7)));
		assert_ok!(Spending::approve_as_auditor(signed(ADA), 7, terms(7)));
		paid_by_bank(7, "R1");
		assert_ok!(Spending::record_refund(signed(CORA), 0, 7, 9, reference("R2"), None, 0));
		ExtBuilder::check();
		hypothetically!({
			breaks();
			let error = Spending::do_try_state().expect_err("the invariant is violated");
			assert_eq!(error, TryRuntimeError::Other(Box::leak(format!("expenses: {says}").into_boxed_str())));
		});
	});
}

fn change(id: u32, change: impl FnOnce(&mut Expense<AccountId>)) {
	Expenses::<Test>::mutate(id, |expense| change(expense.as_mut().unwrap()));
}

fn change_line(change: impl FnOnce(&mut Line<AccountId>)) {
	Lines::<Test>::mutate(2026, GARDENS, |line| change(line.as_mut().unwrap()));
}

fn change_invoice(number: u8, change: impl FnOnce(&mut SupplierInvoice<AccountId>)) {
	Invoices::<Test>::mutate(hash(number), |invoice| change(invoice.as_mut().unwrap()));
}

fn change_payment(id: u32, change_it: impl FnOnce(&mut Payment<AccountId>)) {
	change(id, |expense| match &mut expense.state {
		State::Paid(payment) => change_it(payment),
		other => panic!("{other:?}"),
	});
}

#[test]
fn invalid_rules_are_found() {
	broken("the rules are invalid", || {
		Rules::<Test>::mutate(|rules| rules.tiers.clear());
	});
}

#[test]
fn lines_without_a_budget_and_missing_lines_are_found() {
	broken("a line is missing", || Lines::<Test>::remove(2026, ROOFS));
	broken("a line has no budget", || {
		let line = Lines::<Test>::get(2026, ROOFS).unwrap();
		Lines::<Test>::insert(2027, 0, line);
	});
	broken("a line has no budget", || Budgets::<Test>::remove(2026));
	broken("a line has no budget", || {
		Budgets::<Test>::mutate(2026, |budget| budget.as_mut().unwrap().lines = 1);
	});
}

#[test]
fn lines_that_do_not_add_up_are_found() {
	broken("a line's committed amount is wrong", || change_line(|line| line.committed += 1));
	broken("a line's committed amount is wrong", || change(0, |expense| expense.amount += 1));
	broken("a line's spent amount is wrong", || change_line(|line| line.spent -= 1));
	broken("a line's number of expenses is wrong", || change_line(|line| line.expenses -= 1));
	broken("a line is over its cap", || change_line(|line| line.cap = line.committed + line.spent - 1));
	broken("an expense has no line", || {
		change(0, |expense| expense.purpose = Purpose::Line { year: 2026, line: 3 });
		change_line(|line| {
			line.committed -= 100;
			line.expenses -= 1;
		});
	});
}

#[test]
fn miscounted_expenses_are_found() {
	broken("the number of expenses is wrong", || NextExpense::<Test>::put(9));
	broken("an expense is missing", || Expenses::<Test>::swap(6, 9));
	broken("an expense has a zero amount", || change(6, |expense| expense.amount = 0));
}

#[test]
fn stray_invoices_are_found() {
	broken("an expense has no invoice", || Invoices::<Test>::remove(hash(3)));
	broken("an invoice has no expense", || {
		let invoice = Invoices::<Test>::get(hash(1)).unwrap();
		Invoices::<Test>::insert(hash(7), invoice);
	});
	broken("an invoice lists wrong expenses", || change_invoice(1, |invoice| invoice.expenses.clear()));
	broken("an invoice lists wrong expenses", || {
		// As if the second of two expenses had not been added to their invoice.
		Invoices::<Test>::remove(hash(2));
		change(1, |expense| expense.invoice.hash = hash(1));
	});
}

#[test]
fn invoices_that_do_not_add_up_are_found() {
	broken("what is used of an invoice is wrong", || change_invoice(1, |invoice| invoice.used -= 1));
	broken("what is used of an invoice is wrong", || change_invoice(8, |invoice| invoice.used += 9));
	broken("an invoice is used beyond its total", || change_invoice(1, |invoice| invoice.total -= 1));
}

#[test]
fn a_wrong_list_of_open_expenses_is_found() {
	broken("the list of open expenses is wrong", || OpenExpenses::<Test>::remove(0));
	broken("the list of open expenses is wrong", || OpenExpenses::<Test>::insert(2, ()));
}

#[test]
fn miscounted_room_is_found() {
	let lane = "a lane's number of open expenses is wrong";
	broken(lane, || OpenCounts::<Test>::mutate(Lane::Line, |count| *count += 1));
	broken(lane, || OpenCounts::<Test>::insert(Lane::Emergency, 1));
	let proposer = "a proposer's number of open expenses is wrong";
	broken(proposer, || OpenBy::<Test>::insert(Lane::Line, Person::Account(MAX), 1));
	broken(proposer, || OpenBy::<Test>::insert(Lane::Line, Person::Account(MIRA), 0));
}

#[test]
fn limits_that_do_not_add_up_are_found() {
	let limit = Limit::Pot { lane: Lane::Emergency, pot: OPERATING };
	let change = |change: fn(&mut MonthSums)| {
		Rolling::<Test>::mutate(Limit::Pot { lane: Lane::Emergency, pot: OPERATING }, change)
	};
	broken("a limit counts a wrong sum", || change(|sums| sums.months[0].1 += 1));
	broken("a limit counts a wrong sum", || change(|sums| sums.months[0].0 = OCTOBER));
	broken("a limit counts a wrong sum", || change(|sums| sums.months.try_push((DECEMBER, 1)).unwrap()));
	broken("the months of a limit are out of order", || change(|sums| sums.months.try_push((OCTOBER, 1)).unwrap()));
	broken("the months of a limit are out of order", || Rolling::<Test>::insert(&limit, MonthSums::default()));
	broken("a limit leaves out an expense", || Rolling::<Test>::remove(&limit));
}

#[test]
fn stray_refunds_are_found() {
	let says = "a refund is not of a paid expense";
	broken(says, || Refunded::<Test>::insert(0, 1));
	broken(says, || Refunded::<Test>::insert(99, 1));
	// An emergency has no line, whose sum would tell first.
	broken(says, || Refunded::<Test>::insert(5, 61));
	broken(says, || Refunded::<Test>::insert(5, 0));
}

#[test]
fn missing_approvals_are_found() {
	broken("an expense with all approvals is not approved", || {
		change(0, |expense| expense.approvals.committee = Some(1))
	});
	broken("an expense lacks approvals", || change(1, |expense| expense.approvals.committee = None));
	broken("an expense lacks approvals", || change(2, |expense| expense.approvals.auditor = None));
	broken("an expense lacks approvals", || change(4, |expense| expense.approvals.committee = None));
	broken("an expense was approved by its proposer", || change(2, |expense| expense.proposer = ADA));
	let says = "a bank reference does not match the payee";
	broken(says, || change_payment(7, |payment| payment.reference = None));
	broken(says, || change_payment(2, |payment| payment.reference = Some(hash(1))));
	broken("an expense was paid by its proposer", || change_payment(7, |payment| payment.payer = MAX));
	broken("an expense was paid by its approver", || change_payment(7, |payment| payment.payer = ADA));
}

#[test]
fn costs_without_bearers_are_found() {
	broken("related units do not match the pot", || change(3, |expense| expense.related = Related::Nobody));
	broken("related units do not match the pot", || change(0, |expense| expense.related = Related::All));
	broken("bearers do not match the pot", || change_payment(3, |payment| payment.bearers = None));
}

#[test]
fn wrong_audits_are_found() {
	broken("an audit's due date does not match the purpose", || {
		change_payment(2, |payment| payment.audit_due = Some(1));
	});
	broken("an audit's due date does not match the purpose", || {
		change_payment(5, |payment| payment.audit_due = None);
	});
	broken("the list of audits due is wrong", || {
		let _ = AuditsDue::<Test>::clear(1, None);
	});
	broken("the list of audits due is wrong", || change_payment(5, |payment| payment.audit_due = Some(1)));
	broken("the list of audits due is wrong", || AuditsDue::<Test>::insert(AuditKey::new(1, 1), ()));
	broken("the list of audits due is wrong", || Audits::<Test>::remove(4));
	broken("an audit was filed without a paid emergency", || {
		Audits::<Test>::insert(1, Audit { report: hash(1), by: ADA, at: 1 });
	});
}

#[test]
fn months_that_do_not_add_up_are_found() {
	let heading = Heading::Line { year: 2026, line: GARDENS };
	let says = "the months do not add up to what was paid";
	broken(says, || LineMonths::<Test>::mutate(NOVEMBER, heading, |sum| *sum += 1));
	broken(says, || LineMonths::<Test>::insert(DECEMBER, heading, 1));
	broken(says, || LineMonths::<Test>::remove(NOVEMBER, Heading::Emergency { pot: OPERATING }));
	broken(says, || LineReturns::<Test>::mutate(NOVEMBER, heading, |sum| *sum -= 1));
}

#[test]
fn missing_movements_are_found() {
	broken("a movement has a wrong number", || {
		Movements::<Test>::insert(7, 1, Movement { entry: 1, reference: None });
	});
	broken("a movement is missing", || MovementCounts::<Test>::insert(7, 2));
	broken("a movement is missing", || MovementCounts::<Test>::insert(6, 0));
	broken("a movement has no expense", || {
		MovementCounts::<Test>::insert(99, 1);
		Movements::<Test>::insert(99, 0, Movement { entry: 1, reference: None });
	});
	broken("a refund has no movement", || {
		MovementCounts::<Test>::remove(7);
		Movements::<Test>::remove(7, 0);
	});
}
