// SPDX-License-Identifier: Apache-2.0

//! The implementation of [`crate::api::ExpensesApi`].

use crate::{
	types::{Audit, Budget, BudgetView, Expense, ExpenseRules, Heading, Limit, SupplierInvoice},
	Audits, Budgets, Config, Expenses, Invoices, LineMonths, LineReturns, Lines, OpenExpenses, Pallet, Refunded,
	Rolling, Rules,
};
use alloc::vec::Vec;
use linli_primitives::{ContentHash, ExpenseId, Fen, Moment, Period, PotId};

/// The maximum number of items on a page.
pub const MAX_PAGE: u32 = 100;

fn page_size(count: u32) -> usize {
	usize::try_from(count.min(MAX_PAGE)).unwrap_or(usize::MAX)
}

impl<T: Config> Pallet<T> {
	/// See [`crate::api::ExpensesApi::budget`].
	pub fn budget(year: u16) -> Option<BudgetView<T::AccountId>> {
		let budget: Budget = Budgets::<T>::get(year)?;
		let lines = (0..budget.lines).filter_map(|line| Lines::<T>::get(year, line)).collect();
		Some(BudgetView { budget, lines })
	}

	/// See [`crate::api::ExpensesApi::rules`].
	pub fn rules() -> ExpenseRules {
		Rules::<T>::get()
	}

	/// See [`crate::api::ExpensesApi::expense`].
	pub fn expense(expense: ExpenseId) -> Option<Expense<T::AccountId>> {
		Expenses::<T>::get(expense)
	}

	/// See [`crate::api::ExpensesApi::terms`].
	pub fn terms(expense: ExpenseId) -> Option<ContentHash> {
		Some(Expenses::<T>::get(expense)?.terms())
	}

	/// See [`crate::api::ExpensesApi::expense_pot`].
	pub fn expense_pot(expense: ExpenseId) -> Option<PotId> {
		Self::pot_of(&Expenses::<T>::get(expense)?.purpose).ok()
	}

	/// See [`crate::api::ExpensesApi::expenses`].
	pub fn expenses(from: ExpenseId, count: u32) -> Vec<(ExpenseId, Expense<T::AccountId>)> {
		let end = from.saturating_add(count.min(MAX_PAGE));
		(from..end).map_while(|id| Expenses::<T>::get(id).map(|expense| (id, expense))).collect()
	}

	/// See [`crate::api::ExpensesApi::open_expenses`].
	pub fn open_expenses() -> Vec<(ExpenseId, Expense<T::AccountId>)> {
		let mut open: Vec<ExpenseId> = OpenExpenses::<T>::iter_keys().collect();
		open.sort_unstable();
		open.into_iter().filter_map(|id| Expenses::<T>::get(id).map(|expense| (id, expense))).collect()
	}

	/// See [`crate::api::ExpensesApi::invoice`].
	pub fn invoice(invoice: ContentHash) -> Option<SupplierInvoice<T::AccountId>> {
		Invoices::<T>::get(invoice)
	}

	/// See [`crate::api::ExpensesApi::audit`].
	pub fn audit(expense: ExpenseId) -> Option<Audit<T::AccountId>> {
		Audits::<T>::get(expense)
	}

	/// See [`crate::api::ExpensesApi::overdue_audits`].
	pub fn overdue_audits(after: Option<(Moment, ExpenseId)>, count: u32) -> Vec<(Moment, ExpenseId)> {
		Self::overdue_since(after, page_size(count))
	}

	/// See [`crate::api::ExpensesApi::line_months`].
	pub fn line_months(month: Period, after: Option<Heading>, count: u32) -> Vec<(Heading, Fen)> {
		let sums = match after {
			None => LineMonths::<T>::iter_prefix(month),
			Some(last) => LineMonths::<T>::iter_prefix_from(month, LineMonths::<T>::hashed_key_for(month, last)),
		};
		sums.take(page_size(count)).collect()
	}

	/// See [`crate::api::ExpensesApi::line_returns`].
	pub fn line_returns(month: Period, after: Option<Heading>, count: u32) -> Vec<(Heading, Fen)> {
		let sums = match after {
			None => LineReturns::<T>::iter_prefix(month),
			Some(last) => LineReturns::<T>::iter_prefix_from(month, LineReturns::<T>::hashed_key_for(month, last)),
		};
		sums.take(page_size(count)).collect()
	}

	/// See [`crate::api::ExpensesApi::counted`].
	pub fn counted(limit: Limit<T::AccountId>) -> Fen {
		let month = Self::current_month().ok();
		month.and_then(|month| Rolling::<T>::get(limit).sum(month)).unwrap_or_default()
	}

	/// See [`crate::api::ExpensesApi::refunded`].
	pub fn refunded(expense: ExpenseId) -> Option<Fen> {
		Expenses::<T>::contains_key(expense).then(|| Refunded::<T>::get(expense))
	}
}
