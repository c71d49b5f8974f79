// SPDX-License-Identifier: Apache-2.0

//! What clients ask for; the runtime API answers with these.

use crate::{
	types::{Audit, AuditKey, Budget, BudgetView, Expense, ExpenseRules, Heading},
	Audits, Budgets, Config, Expenses, Invoices, LineMonths, Lines, OpenExpenses, Pallet, Rules,
};
use alloc::vec::Vec;
use linli_primitives::{ContentHash, ExpenseId, Fen, Moment, Period, PotId};

/// How many things a page has at most.
pub const MAX_PAGE: u32 = 100;

fn page_size(count: u32) -> usize {
	usize::try_from(count.min(MAX_PAGE)).unwrap_or(usize::MAX)
}

impl<T: Config> Pallet<T> {
	/// A year's budget with its lines, never more than `MaxLines`.
	pub fn budget(year: u16) -> Option<BudgetView> {
		let budget: Budget = Budgets::<T>::get(year)?;
		let lines = (0..budget.lines).filter_map(|line| Lines::<T>::get(year, line)).collect();
		Some(BudgetView { budget, lines })
	}

	/// The rules in force.
	pub fn rules() -> ExpenseRules {
		Rules::<T>::get()
	}

	/// One expense.
	pub fn expense(expense: ExpenseId) -> Option<Expense<T::AccountId>> {
		Expenses::<T>::get(expense)
	}

	/// The hash of what was entered, which approvals name.
	pub fn terms(expense: ExpenseId) -> Option<ContentHash> {
		Some(Expenses::<T>::get(expense)?.terms())
	}

	/// The pot that an expense is paid out of.
	pub fn expense_pot(expense: ExpenseId) -> Option<PotId> {
		Self::pot_of(&Expenses::<T>::get(expense)?.purpose).ok()
	}

	/// At most `count` expenses, and never more than [`MAX_PAGE`], from id `from` on.
	pub fn expenses(from: ExpenseId, count: u32) -> Vec<(ExpenseId, Expense<T::AccountId>)> {
		let end = from.saturating_add(count.min(MAX_PAGE));
		(from..end).map_while(|id| Expenses::<T>::get(id).map(|expense| (id, expense))).collect()
	}

	/// The expenses that wait for somebody, in the order of ids; never more than `MaxOpen`.
	pub fn open_expenses() -> Vec<(ExpenseId, Expense<T::AccountId>)> {
		let mut open = OpenExpenses::<T>::get().into_inner();
		open.sort_unstable();
		open.into_iter().filter_map(|id| Expenses::<T>::get(id).map(|expense| (id, expense))).collect()
	}

	/// The expense that an invoice stands for, unless that came to nothing.
	pub fn expense_of_invoice(invoice: ContentHash) -> Option<ExpenseId> {
		Invoices::<T>::get(invoice)
	}

	/// The audit of an emergency, once it was filed.
	pub fn audit(expense: ExpenseId) -> Option<Audit<T::AccountId>> {
		Audits::<T>::get(expense)
	}

	/// At most `count` audits that are overdue now, and never more than [`MAX_PAGE`], oldest first: until when each was
	/// due, and of which expense. The next page begins after the last one of this.
	pub fn overdue_audits(after: Option<(Moment, ExpenseId)>, count: u32) -> Vec<(Moment, ExpenseId)> {
		Self::overdue_since(after.map(|(due, expense)| AuditKey::new(due, expense)), page_size(count))
	}

	/// At most `count` headings of a month's report, and never more than [`MAX_PAGE`], in the order of storage: how many
	/// fen were paid under each within the month. The next page begins after the last heading of this one.
	pub fn line_months(month: Period, after: Option<Heading>, count: u32) -> Vec<(Heading, Fen)> {
		let sums = match after {
			None => LineMonths::<T>::iter_prefix(month),
			Some(last) => LineMonths::<T>::iter_prefix_from(month, LineMonths::<T>::hashed_key_for(month, last)),
		};
		sums.take(page_size(count)).collect()
	}
}
