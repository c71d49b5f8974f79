// SPDX-License-Identifier: Apache-2.0

//! Money leaves: once for each expense, out of its pot, with what everybody approved.

use crate::{
	types::{AuditKey, Expense, Payee, Payment, Purpose, Reference, State, Step},
	AuditsDue, Config, Error, Event, Expenses, LineMonths, Pallet, RulesOf,
};
use frame_support::{ensure, storage::with_storage_layer, traits::Contains};
use linli_primitives::{
	traits::{BankPayments, Bearers, Clock, FundLedger, RepairShares},
	Cause, ContentHash, EntryId, ExpenseId, PaymentFailure, PotId,
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Pays a payee who has an account here. Where that does not work, the expense says why and can be paid again. Gives
	/// the number of units that the cost was divided over.
	pub(crate) fn do_pay(payer: T::AccountId, id: ExpenseId, max_units: u32) -> Result<u32, DispatchError> {
		let expense = Self::payable(id)?;
		let Payee::Account(payee) = expense.payee.clone() else {
			return Err(Error::<T>::PaidByBank.into());
		};
		let units = Self::units_within(&expense, max_units)?;
		let (pot, amount) = (Self::pot_of(&expense.purpose)?, expense.amount);
		let cause = Cause::Expense { expense: id };
		let paid = with_storage_layer(|| {
			let bearers = Self::charge(&expense, cause)?;
			Ok((T::Ledger::withdraw(pot, &payee, amount, cause)?, bearers))
		});
		match paid {
			Ok((entry, bearers)) => Self::book(id, expense, pot, payer, entry, None, bearers)?,
			Err(error) => Self::fail(id, expense, error)?,
		}
		Ok(units)
	}

	/// Books that the bank paid. Gives the number of units that the cost was divided over.
	pub(crate) fn do_pay_by_bank(
		cashier: T::AccountId,
		id: ExpenseId,
		reference: &Reference,
		max_units: u32,
	) -> Result<u32, DispatchError> {
		let expense = Self::payable(id)?;
		ensure!(matches!(expense.payee, Payee::Bank(_)), Error::<T>::PaidOnChain);
		ensure!(expense.proposer != cashier, Error::<T>::OwnPayment);
		let approvals = &expense.approvals;
		let approved = approvals.auditor.as_ref().is_some_and(|approval| approval.by == cashier)
			|| (approvals.committee.is_some() && T::Committee::contains(&cashier));
		ensure!(!approved, Error::<T>::OwnPayment);
		let units = Self::units_within(&expense, max_units)?;
		let pot = Self::pot_of(&expense.purpose)?;
		let cause = Cause::Expense { expense: id };
		let bearers = Self::charge(&expense, cause)?;
		let (entry, key) = T::Bank::pay_from_pot(&cashier, pot, expense.amount, reference, cause)?;
		Self::book(id, expense, pot, cashier, entry, Some(key), bearers)?;
		Ok(units)
	}

	/// An expense that can be paid.
	fn payable(id: ExpenseId) -> Result<Expense<T::AccountId>, DispatchError> {
		let expense = Self::known(id)?;
		match expense.state {
			State::Approved { .. } => Ok(expense),
			State::Proposed => Err(Error::<T>::NotApproved.into()),
			_ => Err(Error::<T>::AlreadyOver.into()),
		}
	}

	/// Over how many units the cost is divided, if not over more than the caller pays for.
	fn units_within(expense: &Expense<T::AccountId>, max_units: u32) -> Result<u32, DispatchError> {
		let units = expense
			.related
			.units()
			.map_or(0, |buildings| T::Repair::related_units(buildings.map(|buildings| buildings.as_slice())));
		ensure!(units <= max_units, Error::<T>::MoreUnits);
		Ok(units)
	}

	/// Takes the cost off the shares of those on whom it falls, before the money goes: the ledger lets nobody take what
	/// belongs to units.
	fn charge(expense: &Expense<T::AccountId>, cause: Cause) -> Result<Option<Bearers>, DispatchError> {
		let Some(buildings) = expense.related.units() else { return Ok(None) };
		T::Repair::charge(buildings.cloned(), expense.amount, cause).map(Some)
	}

	/// Writes down that the money went.
	fn book(
		id: ExpenseId,
		mut expense: Expense<T::AccountId>,
		pot: PotId,
		payer: T::AccountId,
		entry: EntryId,
		reference: Option<ContentHash>,
		bearers: Option<Bearers>,
	) -> DispatchResult {
		let (at, amount) = (T::Clock::now(), expense.amount);
		let audit_due = match expense.purpose {
			Purpose::Line { year, line } => {
				Self::spend(year, line, amount)?;
				None
			}
			Purpose::Emergency { .. } => {
				let due = at.checked_add(RulesOf::<T>::get().emergency.audit_time).ok_or(ArithmeticError::Overflow)?;
				AuditsDue::<T>::insert(AuditKey::new(due, id), ());
				Some(due)
			}
		};
		LineMonths::<T>::try_mutate(Self::current_month()?, expense.purpose.heading(), |sum| -> DispatchResult {
			*sum = sum.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
			Ok(())
		})?;
		Self::no_longer_open(id);
		let payment = Payment { entry, at, payer, reference, bearers, audit_due };
		expense.state = expense.state.after(Step::Pay(payment.clone())).ok_or(Error::<T>::AlreadyOver)?;
		let (purpose, payee) = (expense.purpose, expense.payee.clone());
		Expenses::<T>::insert(id, expense);
		Self::deposit_event(Event::ExpensePaid { expense: id, purpose, pot, payee, amount, payment });
		Ok(())
	}

	/// Writes down why the money did not go.
	fn fail(id: ExpenseId, mut expense: Expense<T::AccountId>, error: DispatchError) -> DispatchResult {
		let failure = PaymentFailure { error, at: T::Clock::now() };
		expense.state = expense.state.after(Step::Fail(failure)).ok_or(Error::<T>::AlreadyOver)?;
		Expenses::<T>::insert(id, expense);
		Self::deposit_event(Event::PaymentFailed { expense: id, error });
		Ok(())
	}
}
