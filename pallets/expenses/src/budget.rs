// SPDX-License-Identifier: Apache-2.0

//! Budgets (D21): their lines, and the amounts committed and spent on them.

use crate::{
	types::{Budget, ExpenseRules, Line, NewLine},
	Budgets, Config, Error, Event, Lines, Pallet, Rules,
};
use frame_support::{ensure, BoundedVec};
use linli_primitives::{
	name::is_readable,
	traits::{Clock, FundLedger},
	Fen, LineId, Period, ProposalId,
};
use sp_runtime::{ArithmeticError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Sets or amends the budget of a year.
	pub(crate) fn do_set_budget(
		decision: Option<ProposalId>,
		year: u16,
		lines: BoundedVec<NewLine<T::AccountId>, T::MaxLines>,
	) -> DispatchResult {
		Self::ensure_month(Period { year, month: 1 })?;
		ensure!(!lines.is_empty(), Error::<T>::InvalidBudget);
		let count = LineId::try_from(lines.len()).map_err(|_| ArithmeticError::Overflow)?;
		for (id, line) in (0..count).zip(lines.iter()) {
			Self::set_line(year, id, line.clone())?;
		}
		for id in count..Budgets::<T>::get(year).map_or(0, |budget| budget.lines) {
			let left_out = Lines::<T>::take(year, id);
			ensure!(left_out.is_none_or(|line| line.expenses == 0), Error::<T>::LineRequired);
		}
		Budgets::<T>::insert(year, Budget { decision, moment: T::Clock::now(), lines: count });
		Self::deposit_event(Event::BudgetSet { year, decision, lines });
		Ok(())
	}

	fn set_line(year: u16, id: LineId, new: NewLine<T::AccountId>) -> DispatchResult {
		ensure!(is_readable(&new.name), Error::<T>::InvalidName);
		ensure!(T::Ledger::exists(new.pot), Error::<T>::PotNotFound);
		let line = match Lines::<T>::get(year, id) {
			Some(old) if old.expenses > 0 => {
				ensure!(new.name == old.name && new.pot == old.pot, Error::<T>::LineAlreadyUsed);
				let used = old.used().ok_or(ArithmeticError::Overflow)?;
				// A line over its cap need not be raised in order to amend the others.
				ensure!(new.cap >= used.min(old.cap), Error::<T>::CapTooLow);
				Line { cap: new.cap, payee: new.payee, ..old }
			}
			_ => Line::new(new),
		};
		Lines::<T>::insert(year, id, line);
		Ok(())
	}

	/// Commits the amount of a new expense on its line, within the cap.
	pub(crate) fn commit(year: u16, id: LineId, amount: Fen) -> DispatchResult {
		Lines::<T>::try_mutate(year, id, |slot| {
			let line = slot.as_mut().ok_or(Error::<T>::LineNotFound)?;
			ensure!(amount <= line.left(), Error::<T>::InsufficientBudget);
			line.committed = line.committed.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
			line.expenses = line.expenses.checked_add(1).ok_or(ArithmeticError::Overflow)?;
			Ok(())
		})
	}

	/// Releases the amount committed by an expense that is paid, refused or withdrawn.
	pub(crate) fn uncommit(year: u16, id: LineId, amount: Fen) -> DispatchResult {
		Lines::<T>::try_mutate(year, id, |slot| {
			let line = slot.as_mut().ok_or(Error::<T>::LineNotFound)?;
			line.committed = line.committed.checked_sub(amount).ok_or(ArithmeticError::Underflow)?;
			Ok(())
		})
	}

	/// Turns a committed amount into a spent one.
	pub(crate) fn spend(year: u16, id: LineId, amount: Fen) -> DispatchResult {
		Self::uncommit(year, id, amount)?;
		Lines::<T>::try_mutate(year, id, |slot| {
			let line = slot.as_mut().ok_or(Error::<T>::LineNotFound)?;
			line.spent = line.spent.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
			Ok(())
		})
	}

	/// Turns a spent amount into a committed one: its payment was returned.
	pub(crate) fn unspend(year: u16, id: LineId, amount: Fen) -> DispatchResult {
		Self::refund_line(year, id, amount)?;
		Lines::<T>::try_mutate(year, id, |slot| {
			let line = slot.as_mut().ok_or(Error::<T>::LineNotFound)?;
			line.committed = line.committed.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
			Ok(())
		})
	}

	/// Takes an amount that a payee paid back off what the line has spent.
	pub(crate) fn refund_line(year: u16, id: LineId, amount: Fen) -> DispatchResult {
		Lines::<T>::try_mutate(year, id, |slot| {
			let line = slot.as_mut().ok_or(Error::<T>::LineNotFound)?;
			line.spent = line.spent.checked_sub(amount).ok_or(ArithmeticError::Underflow)?;
			Ok(())
		})
	}

	/// Adds an amount to what the line has spent, over its cap if need be: a payee had never paid it back.
	pub(crate) fn unrefund_line(year: u16, id: LineId, amount: Fen) -> DispatchResult {
		Lines::<T>::try_mutate(year, id, |slot| {
			let line = slot.as_mut().ok_or(Error::<T>::LineNotFound)?;
			line.spent = line.spent.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
			line.reversed = line.reversed.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
			Ok(())
		})
	}

	/// Sets the spending rules. Expenses proposed earlier keep the approvals they needed.
	pub(crate) fn do_set_rules(rules: ExpenseRules) -> DispatchResult {
		rules.validate().map_err(Error::<T>::InvalidRules)?;
		Rules::<T>::put(&rules);
		Self::deposit_event(Event::RulesSet { rules });
		Ok(())
	}
}
