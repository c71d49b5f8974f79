// SPDX-License-Identifier: Apache-2.0

//! Queries behind the runtime API.

use crate::{
	types::{Audit, AuditKey, Budget, BudgetView, Expense, ExpenseRules, Heading},
	Audits, Budgets, Config, Expenses, Invoices, LineMonths, Lines, OpenExpenses, Pallet, Rules,
};
use alloc::vec::Vec;
use linli_primitives::{ContentHash, ExpenseId, Fen, Moment, Period, PotId};

/// The maximum number of items on a page.
pub const MAX_PAGE: u32 = 100;

fn page_size(count: u32) -> usize {
	usize::try_from(count.min(MAX_PAGE)).unwrap_or(usize::MAX)
}

impl<T: Config> Pallet<T> {
	/// A year's budget with its lines, at most `MaxLines`.
	pub fn budget(year: u16) -> Option<BudgetView> {
		let budget: Budget = Budgets::<T>::get(year)?;
		let lines = (0..budget.lines).filter_map(|line| Lines::<T>::get(year, line)).collect();
		Some(BudgetView { budget, lines })
	}

	/// The rules in force.
	pub fn rules() -> ExpenseRules {
		Rules::<T>::get()
	}

	/// The expense with that id.
	pub fn expense(expense: ExpenseId) -> Option<Expense<T::AccountId>> {
		Expenses::<T>::get(expense)
	}

	/// The hash of an expense's terms, which approvals name.
	pub fn terms(expense: ExpenseId) -> Option<ContentHash> {
		Some(Expenses::<T>::get(expense)?.terms())
	}

	/// The pot that an expense is paid from.
	pub fn expense_pot(expense: ExpenseId) -> Option<PotId> {
		Self::pot_of(&Expenses::<T>::get(expense)?.purpose).ok()
	}

	/// Up to `count` expenses from id `from` on, at most [`MAX_PAGE`].
	pub fn expenses(from: ExpenseId, count: u32) -> Vec<(ExpenseId, Expense<T::AccountId>)> {
		let end = from.saturating_add(count.min(MAX_PAGE));
		(from..end).map_while(|id| Expenses::<T>::get(id).map(|expense| (id, expense))).collect()
	}

	/// The expenses awaiting approval or payment, in the order of ids; at most `MaxOpen`.
	pub fn open_expenses() -> Vec<(ExpenseId, Expense<T::AccountId>)> {
		let mut open = OpenExpenses::<T>::get().into_inner();
		open.sort_unstable();
		open.into_iter().filter_map(|id| Expenses::<T>::get(id).map(|expense| (id, expense))).collect()
	}

	/// The expense that an invoice was entered for, unless it was refused or withdrawn.
	pub fn expense_of_invoice(invoice: ContentHash) -> Option<ExpenseId> {
		Invoices::<T>::get(invoice)
	}

	/// The audit of an emergency; `None` until it is filed.
	pub fn audit(expense: ExpenseId) -> Option<Audit<T::AccountId>> {
		Audits::<T>::get(expense)
	}

	/// Up to `count` audits that are overdue now, at most [`MAX_PAGE`], earliest due date first: the due date and the
	/// expense of each. The next page begins after the last item of this one.
	pub fn overdue_audits(after: Option<(Moment, ExpenseId)>, count: u32) -> Vec<(Moment, ExpenseId)> {
		Self::overdue_since(after.map(|(due, expense)| AuditKey::new(due, expense)), page_size(count))
	}

	/// Up to `count` headings of a month's report, at most [`MAX_PAGE`], in the order of storage: the fen paid under
	/// each within the month. The next page begins after the last heading of this one.
	pub fn line_months(month: Period, after: Option<Heading>, count: u32) -> Vec<(Heading, Fen)> {
		let sums = match after {
			None => LineMonths::<T>::iter_prefix(month),
			Some(last) => LineMonths::<T>::iter_prefix_from(month, LineMonths::<T>::hashed_key_for(month, last)),
		};
		sums.take(page_size(count)).collect()
	}
}
