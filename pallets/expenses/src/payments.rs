// SPDX-License-Identifier: Apache-2.0

//! Payment of approved expenses on this chain: each once, from its pot, on the approved terms. `orders.rs` has those by
//! the bank.

use crate::{
	types::{AuditKey, Expense, Payee, Payment, Purpose, State, Step},
	AuditsDue, Config, Error, Event, Expenses, LineMonths, Pallet, Rules,
};
use frame_support::{ensure, storage::with_storage_layer};
use linli_primitives::{
	traits::{Bearers, Clock, FundLedger, RepairShares},
	Cause, ExpenseId, Fen, Moment, PaymentFailure, PotId,
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Pays a payee that has an account on this chain. If the payment fails, the expense records the reason and can be
	/// paid again. Returns the number of units that the cost was divided over.
	pub(crate) fn do_pay(payer: T::AccountId, id: ExpenseId, max_units: u32) -> Result<u32, DispatchError> {
		let expense = Self::payable(id)?;
		let Payee::Account(payee) = expense.payee.clone() else {
			return Err(Error::<T>::NotPaidOnChain.into());
		};
		let units = Self::units_within(&expense, max_units)?;
		let (at, pot) = (T::Clock::now(), Self::pot_of(&expense.purpose)?);
		let audit_due = Self::audit_due(&expense.purpose)?;
		let cause = Cause::Expense { expense: id };
		let paid = with_storage_layer(|| {
			Self::announce(id, &expense, pot, payer.clone(), audit_due);
			let bearers = Self::charge(&expense, cause)?;
			Ok((T::Ledger::withdraw(pot, &payee, expense.amount, cause)?, bearers))
		});
		match paid {
			Ok((entry, bearers)) => {
				let payment = Payment { entry, at, payer, reference: None, bearers, audit_due };
				Self::book(id, expense, audit_due, Step::Pay(payment))?
			}
			Err(error) => Self::fail(id, expense, error)?,
		}
		Ok(units)
	}

	/// Returns the expense if it can be paid.
	pub(crate) fn payable(id: ExpenseId) -> Result<Expense<T::AccountId>, DispatchError> {
		let expense = Self::known(id)?;
		match &expense.state {
			State::Approved { .. } => Ok(expense),
			State::Proposed => Err(Error::<T>::NotApproved.into()),
			state => Err(Self::concluded(state).into()),
		}
	}

	/// The number of units that the cost is divided over; an error if it exceeds `max_units`, for which the caller
	/// pays.
	pub(crate) fn units_within(expense: &Expense<T::AccountId>, max_units: u32) -> Result<u32, DispatchError> {
		let units = expense
			.related
			.units()
			.map_or(0, |buildings| T::Repair::related_units(buildings.map(|buildings| buildings.as_slice())));
		ensure!(units <= max_units, Error::<T>::MaxUnitsTooLow);
		Ok(units)
	}

	/// Debits the cost to the shares of the related units. Must precede the withdrawal: the ledger does not release
	/// money that belongs to units.
	pub(crate) fn charge(expense: &Expense<T::AccountId>, cause: Cause) -> Result<Option<Bearers>, DispatchError> {
		let Some(buildings) = expense.related.units() else { return Ok(None) };
		T::Repair::charge(buildings.cloned(), expense.amount, cause).map(Some)
	}

	/// The due date of the audit of an expense paid now, in lived time; `None` unless it is an emergency.
	pub(crate) fn audit_due(purpose: &Purpose) -> Result<Option<Moment>, DispatchError> {
		match purpose {
			Purpose::Line { .. } => Ok(None),
			Purpose::Emergency { .. } => {
				let time = Rules::<T>::get().emergency.audit_time;
				Ok(Some(T::Clock::lived().checked_add(time).ok_or(ArithmeticError::Overflow)?))
			}
		}
	}

	/// Deposits the event of the payment before the money moves, so that it precedes the events it explains.
	pub(crate) fn announce(
		id: ExpenseId,
		expense: &Expense<T::AccountId>,
		pot: PotId,
		payer: T::AccountId,
		audit_due: Option<Moment>,
	) {
		let audit_due = audit_due.map(T::Clock::moment_of);
		let (purpose, payee, amount) = (expense.purpose, expense.payee.clone(), expense.amount);
		Self::deposit_event(Event::ExpensePaid { expense: id, purpose, pot, payee, amount, payer, audit_due });
	}

	/// Records a payment whose money has left the pot: it was made, or ordered.
	pub(crate) fn book(
		id: ExpenseId,
		mut expense: Expense<T::AccountId>,
		audit_due: Option<Moment>,
		step: Step<T::AccountId>,
	) -> DispatchResult {
		let amount = expense.amount;
		if let Purpose::Line { year, line } = expense.purpose {
			Self::spend(year, line, amount)?;
		}
		if let Some(due) = audit_due {
			AuditsDue::<T>::insert(AuditKey::new(due, id), ());
		}
		Self::went_out(&expense.purpose, amount)?;
		Self::no_longer_open(id, &expense)?;
		expense.state = expense.state.after(step).ok_or(Error::<T>::AlreadyConcluded)?;
		Expenses::<T>::insert(id, expense);
		Ok(())
	}

	/// Counts an amount that was spent within this month, for the month's report.
	pub(crate) fn went_out(purpose: &Purpose, amount: Fen) -> DispatchResult {
		LineMonths::<T>::try_mutate(Self::current_month()?, purpose.heading(), |sum| {
			*sum = sum.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
			Ok(())
		})
	}

	/// Records why a payment failed.
	fn fail(id: ExpenseId, mut expense: Expense<T::AccountId>, error: DispatchError) -> DispatchResult {
		let failure = PaymentFailure { error, at: T::Clock::now() };
		expense.state = expense.state.after(Step::Fail(failure)).ok_or(Error::<T>::AlreadyConcluded)?;
		Expenses::<T>::insert(id, expense);
		Self::deposit_event(Event::PaymentFailed { expense: id, error });
		Ok(())
	}
}
