// SPDX-License-Identifier: Apache-2.0

//! The runtime API for budgets and expenses.

use crate::types::{Audit, AuditState, BudgetView, Expense, ExpenseRules, Heading, Limit, SupplierInvoice};
use alloc::vec::Vec;
use codec::Codec;
use linli_primitives::{ContentHash, ExpenseId, Fen, Moment, Period, PotId};

sp_api::decl_runtime_apis! {
	/// Budgets, expenses and emergencies.
	pub trait ExpensesApi<AccountId>
	where
		AccountId: Codec,
	{
		/// A year's budget: its lines in the order of their ids, each with its cap and the amounts committed and spent.
		fn budget(year: u16) -> Option<BudgetView<AccountId>>;

		/// The approvals that expenses need, and the rules for emergencies.
		fn rules() -> ExpenseRules;

		/// The expense with that id.
		fn expense(expense: ExpenseId) -> Option<Expense<AccountId>>;

		/// The hash of an expense's terms, which approvals name.
		fn terms(expense: ExpenseId) -> Option<ContentHash>;

		/// The pot that an expense is paid from.
		fn expense_pot(expense: ExpenseId) -> Option<PotId>;

		/// Up to `count` expenses from id `from` on, at most 100. The next page begins after the last id of this one.
		fn expenses(from: ExpenseId, count: u32) -> Vec<(ExpenseId, Expense<AccountId>)>;

		/// The expenses awaiting approval or payment, in the order of ids.
		fn open_expenses() -> Vec<(ExpenseId, Expense<AccountId>)>;

		/// The invoice with that hash: its total, what is used of it and by which expenses; `None` if there are none.
		fn invoice(invoice: ContentHash) -> Option<SupplierInvoice<AccountId>>;

		/// The current state of an expense's audit; `None` if there is no such expense.
		fn audit_state(expense: ExpenseId) -> Option<AuditState>;

		/// The audit of an emergency; `None` until it is filed.
		fn audit(expense: ExpenseId) -> Option<Audit<AccountId>>;

		/// Up to `count` audits that are overdue now, at most 100, earliest due date first: the due date and the
		/// expense of each. The next page begins after the last item of this one.
		fn overdue_audits(after: Option<(Moment, ExpenseId)>, count: u32) -> Vec<(Moment, ExpenseId)>;

		/// The amounts paid, or ordered at the bank, within a month, in fen, by budget line and, for emergencies, by
		/// pot. Up to `count` headings, at most 100, in the order of storage. The next page begins after the last
		/// heading of this one.
		fn line_months(month: Period, after: Option<Heading>, count: u32) -> Vec<(Heading, Fen)>;

		/// The amounts that came back within a month, in fen: payments that the bank returned, and refunds by payees.
		/// What was paid under a heading is the sum of `line_months` less this sum. Pages as for `line_months`.
		fn line_returns(month: Period, after: Option<Heading>, count: u32) -> Vec<(Heading, Fen)>;

		/// The sum that the payee of an expense paid back, in fen; `None` if there is no such expense.
		fn refunded(expense: ExpenseId) -> Option<Fen>;

		/// What counts for a rolling limit now, in fen: the sum of the last twelve months.
		fn counted(limit: Limit<AccountId>) -> Fen;
	}
}
