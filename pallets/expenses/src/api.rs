// SPDX-License-Identifier: Apache-2.0

//! The runtime API by which clients show budgets and expenses.

use crate::types::{Audit, AuditState, BudgetView, Expense, ExpenseRules, Heading};
use alloc::vec::Vec;
use codec::Codec;
use linli_primitives::{ContentHash, ExpenseId, Fen, Moment, Period, PotId};

sp_api::decl_runtime_apis! {
	/// Budgets, expenses and emergencies.
	pub trait ExpensesApi<AccountId>
	where
		AccountId: Codec,
	{
		/// A year's budget: its lines in the order of their ids, with cap, committed and spent.
		fn budget(year: u16) -> Option<BudgetView>;

		/// Whose approval expenses need, and what holds in an emergency.
		fn rules() -> ExpenseRules;

		/// One expense.
		fn expense(expense: ExpenseId) -> Option<Expense<AccountId>>;

		/// The hash of what was entered, which approvals name.
		fn terms(expense: ExpenseId) -> Option<ContentHash>;

		/// The pot that an expense is paid out of.
		fn expense_pot(expense: ExpenseId) -> Option<PotId>;

		/// Up to `count` expenses from id `from` on, at most 100 a page. The next page begins after the last id of this
		/// one.
		fn expenses(from: ExpenseId, count: u32) -> Vec<(ExpenseId, Expense<AccountId>)>;

		/// The expenses that wait for approval or payment, in the order of ids.
		fn open_expenses() -> Vec<(ExpenseId, Expense<AccountId>)>;

		/// The expense that an invoice stands for; `None` where it is free to be used.
		fn expense_of_invoice(invoice: ContentHash) -> Option<ExpenseId>;

		/// How the audit of an expense stands now; `None` where there is no such expense.
		fn audit_state(expense: ExpenseId) -> Option<AuditState>;

		/// The audit of an emergency, once it was filed.
		fn audit(expense: ExpenseId) -> Option<Audit<AccountId>>;

		/// Up to `count` audits that are overdue now, at most 100 a page, oldest first: until when each was due, and of
		/// which expense. The next page begins after the last one of this.
		fn overdue_audits(after: Option<(Moment, ExpenseId)>, count: u32) -> Vec<(Moment, ExpenseId)>;

		/// What was paid within a month, in fen: by line, and of emergencies by pot. Up to `count` headings, at most 100
		/// a page, in the order of storage. The next page begins after the last heading of this one.
		fn line_months(month: Period, after: Option<Heading>, count: u32) -> Vec<(Heading, Fen)>;
	}
}
