// SPDX-License-Identifier: Apache-2.0

//! Expenses are entered, refused and withdrawn, and expire.

use crate::{
	types::{Approvals, Approver, Expense, Payee, Purpose, Related, State, StatedInvoice, Step},
	Config, Error, Event, Expenses, Lines, NextExpense, Pallet,
};
use frame_support::{
	ensure,
	traits::{Contains, Get},
};
use linli_primitives::{
	calendar::LATEST,
	traits::{Clock, ClosedMonths, Community, People, RepairShares},
	ContentHash, ExpenseId, Fen, LineId, Period, PotId,
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

/// The arguments common to budgeted and emergency expenses.
pub(crate) struct Request<AccountId> {
	pub payee: Payee<AccountId>,
	pub amount: Fen,
	pub invoice: StatedInvoice,
	pub incurred: Period,
	pub related: Related,
}

impl<T: Config> Pallet<T> {
	/// Enters an expense on a budget line.
	pub(crate) fn do_propose(
		proposer: T::AccountId,
		year: u16,
		line: LineId,
		request: Request<T::AccountId>,
	) -> Result<ExpenseId, DispatchError> {
		ensure!(request.incurred.year == year, Error::<T>::InvalidYear);
		let found = Lines::<T>::get(year, line).ok_or(Error::<T>::LineNotFound)?;
		let pot = found.pot;
		Self::commit(year, line, request.amount)?;
		let named = Self::is_named(year, &found, &request.payee);
		let needs = if named {
			Self::approver_of_named(&request.payee, request.amount)?
		} else {
			Self::approver_of(pot, &request.payee, request.amount)?
		};
		Self::enter(proposer, Purpose::Line { year, line }, pot, (needs, named), request)
	}

	/// Enters an expense once the checks specific to its purpose have passed. `named` says whether the assembly named
	/// the payee on the line.
	pub(crate) fn enter(
		proposer: T::AccountId,
		purpose: Purpose,
		pot: PotId,
		(needs, named): (Approver, bool),
		request: Request<T::AccountId>,
	) -> Result<ExpenseId, DispatchError> {
		let Request { payee, amount, invoice, incurred, related } = request;
		ensure!(amount > 0, Error::<T>::InvalidAmount);
		ensure!(!T::Committee::contains(&proposer), Error::<T>::IsCommitteeMember);
		ensure!(!T::Auditors::contains(&proposer), Error::<T>::IsAuditor);
		if let Payee::Account(account) = &payee {
			ensure!(!T::People::same_person(account, &proposer), Error::<T>::OwnExpense);
			ensure!(!T::CommunityAccounts::contains(account), Error::<T>::PayeeIsPot);
		}
		Self::ensure_open_month(incurred)?;
		let related = Self::checked_related(pot, related)?;

		let id = NextExpense::<T>::get();
		Self::use_invoice(id, &invoice, &payee, amount)?;
		NextExpense::<T>::put(id.checked_add(1).ok_or(ArithmeticError::Overflow)?);
		let manager = T::People::person(&proposer);
		Self::ensure_room(purpose.lane(), &manager)?;
		let expense = Expense {
			purpose,
			payee: payee.clone(),
			amount,
			invoice,
			incurred,
			related: related.clone(),
			proposer: proposer.clone(),
			manager,
			proposed: T::Clock::now(),
			supplier: Self::supplier(&payee),
			named,
			needs,
			approvals: Approvals::default(),
			state: State::Proposed,
		};
		Self::open(id, &expense)?;
		Self::count(&expense)?;
		Expenses::<T>::insert(id, expense);
		Self::deposit_event(Event::ExpenseProposed {
			expense: id,
			purpose,
			payee,
			amount,
			invoice,
			incurred,
			related,
			proposer,
			needs,
		});
		Ok(id)
	}

	/// Refuses an expense as the committee.
	pub(crate) fn do_refuse(id: ExpenseId, reason: ContentHash) -> DispatchResult {
		let expense = Self::known(id)?;
		Self::void(id, expense, Step::Refuse { at: T::Clock::now(), reason })?;
		Self::deposit_event(Event::ExpenseRefused { expense: id, reason });
		Ok(())
	}

	/// Withdraws an expense on behalf of its proposer.
	pub(crate) fn do_withdraw(who: T::AccountId, id: ExpenseId) -> DispatchResult {
		let expense = Self::known(id)?;
		ensure!(expense.proposer == who, Error::<T>::NotProposer);
		Self::void(id, expense, Step::Withdraw { at: T::Clock::now() })?;
		Self::deposit_event(Event::ExpenseWithdrawn { expense: id });
		Ok(())
	}

	/// Closes an expense that nobody has approved in time (D54).
	pub(crate) fn do_expire(id: ExpenseId) -> DispatchResult {
		let expense = Self::known(id)?;
		match expense.state {
			State::Proposed => {}
			State::Approved { .. } | State::InExecution { .. } => return Err(Error::<T>::AlreadyApproved.into()),
			_ => return Err(Error::<T>::AlreadyConcluded.into()),
		}
		let end = T::Clock::lived_at(expense.proposed).checked_add(T::ApprovalTime::get());
		ensure!(T::Clock::lived() >= end.ok_or(ArithmeticError::Overflow)?, Error::<T>::ApprovalTimeRunning);
		Self::void(id, expense, Step::Expire { at: T::Clock::now() })?;
		Self::deposit_event(Event::ExpenseExpired { expense: id });
		Ok(())
	}

	/// Concludes an expense without payment and frees its invoice and its part of the line.
	fn void(id: ExpenseId, mut expense: Expense<T::AccountId>, step: Step<T::AccountId>) -> DispatchResult {
		expense.state = expense.state.after(step).ok_or_else(|| Self::concluded(&expense.state))?;
		Self::free_invoice(id, &expense)?;
		if let Purpose::Line { year, line } = expense.purpose {
			Self::uncommit(year, line, expense.amount)?;
		}
		Self::no_longer_open(id, &expense)?;
		Self::uncount(&expense, expense.amount)?;
		Expenses::<T>::insert(id, expense);
		Ok(())
	}

	/// The error for a step that an expense in this state cannot take.
	pub(crate) fn concluded(state: &State<T::AccountId>) -> Error<T> {
		match state {
			State::InExecution { .. } => Error::<T>::PaymentInProgress,
			_ => Error::<T>::AlreadyConcluded,
		}
	}

	/// Returns the expense with that id.
	pub(crate) fn known(id: ExpenseId) -> Result<Expense<T::AccountId>, DispatchError> {
		Ok(Expenses::<T>::get(id).ok_or(Error::<T>::ExpenseNotFound)?)
	}

	/// The pot that an expense is paid from.
	pub(crate) fn pot_of(purpose: &Purpose) -> Result<PotId, DispatchError> {
		match purpose {
			Purpose::Line { year, line } => Ok(Lines::<T>::get(year, line).ok_or(Error::<T>::LineNotFound)?.pot),
			Purpose::Emergency { pot, .. } => Ok(*pot),
		}
	}

	/// Ensures that the month is in the calendar.
	pub(crate) fn ensure_month(month: Period) -> DispatchResult {
		let start = T::Community::start(month).ok_or(Error::<T>::InvalidMonth)?;
		ensure!(start <= LATEST, Error::<T>::InvalidMonth);
		Ok(())
	}

	/// Ensures that the month has begun and its books are open (D25).
	fn ensure_open_month(month: Period) -> DispatchResult {
		Self::ensure_month(month)?;
		ensure!(month <= Self::current_month()?, Error::<T>::MonthInFuture);
		ensure!(!T::Months::is_closed(month), Error::<T>::MonthAlreadyClosed);
		Ok(())
	}

	/// The month in whose books entries are written now.
	pub(crate) fn current_month() -> Result<Period, DispatchError> {
		Ok(T::Community::month_of_books(T::Clock::now()).ok_or(Error::<T>::InvalidMonth)?)
	}

	/// Ensures that related units are named if, and only if, the pot's money belongs to units. Returns them with the
	/// buildings in order, each once.
	fn checked_related(pot: PotId, related: Related) -> Result<Related, DispatchError> {
		match &related {
			Related::Nobody => ensure!(pot != T::Repair::pot(), Error::<T>::RelatedUnitsRequired),
			Related::All => ensure!(pot == T::Repair::pot(), Error::<T>::RelatedUnitsNotAllowed),
			Related::In(buildings) => {
				ensure!(pot == T::Repair::pot(), Error::<T>::RelatedUnitsNotAllowed);
				ensure!(!buildings.is_empty(), Error::<T>::BuildingsRequired);
			}
		}
		Ok(related.in_order())
	}
}
