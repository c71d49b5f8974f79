// SPDX-License-Identifier: Apache-2.0

//! Payments by the bank: ordered by a cashier, then paid or returned, as the bank's outcome says (D2, D48).

use crate::{
	types::{AuditKey, Expense, Payee, Payment, Purpose, State, Step},
	Audits, AuditsDue, Config, Error, Event, Expenses, Pallet, Refunded,
};
use frame_support::{ensure, storage::with_storage_layer, traits::Contains};
use linli_primitives::{
	traits::{BankOrders, BankOutcomes, Clock, People, RepairShares},
	BankId, Cause, ContentHash, EntryId, ExpenseId, Fen, PaymentFailure,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Orders the payment of an expense at the bank. Returns the number of units that the cost was divided over.
	pub(crate) fn do_order_payment(
		cashier: T::AccountId,
		bank: BankId,
		id: ExpenseId,
		max_units: u32,
	) -> Result<u32, DispatchError> {
		let expense = Self::payable(id)?;
		let Payee::Bank(destination) = expense.payee else {
			return Err(Error::<T>::NotPaidByBank.into());
		};
		ensure!(!Self::took_part(&expense, &cashier), Error::<T>::OwnPayment);
		let units = Self::units_within(&expense, max_units)?;
		let (at, pot) = (T::Clock::now(), Self::pot_of(&expense.purpose)?);
		let (amount, audit_due) = (expense.amount, Self::audit_due(&expense.purpose)?);
		let cause = Cause::Expense { expense: id };
		Self::deposit_event(Event::PaymentOrdered {
			expense: id,
			purpose: expense.purpose,
			pot,
			destination,
			amount,
			cashier: cashier.clone(),
			audit_due: audit_due.map(T::Clock::moment_of),
		});
		let bearers = Self::charge(&expense, cause)?;
		let (order, entry) = T::Bank::order(&cashier, bank, pot, amount, destination, cause)?;
		let payment = Payment { entry, at, payer: cashier, reference: None, bearers, audit_due };
		Self::book(id, expense, audit_due, Step::Order { order, payment })?;
		Ok(units)
	}

	/// Whether the account is a person who proposed or approved the expense.
	pub(crate) fn took_part(expense: &Expense<T::AccountId>, account: &T::AccountId) -> bool {
		let approvals = &expense.approvals;
		T::People::same_person(&expense.proposer, account)
			|| approvals.auditor.as_ref().is_some_and(|approval| T::People::same_person(&approval.by, account))
			|| (approvals.committee.is_some() && T::Committee::contains(account))
	}

	/// The expense that a payment by the bank was for.
	fn expense_of(cause: &Cause) -> Option<ExpenseId> {
		match cause {
			Cause::Expense { expense } => Some(*expense),
			_ => None,
		}
	}

	/// Records that the bank paid.
	fn settle(id: ExpenseId, reference: ContentHash, payer: &T::AccountId) -> DispatchResult {
		let mut expense = Self::known(id)?;
		let pot = Self::pot_of(&expense.purpose)?;
		ensure!(matches!(expense.state, State::InExecution { .. }), Error::<T>::NotInExecution);
		let audit_due = expense.state.payment().and_then(|payment| payment.audit_due);
		Self::announce(id, &expense, pot, payer.clone(), audit_due);
		expense.state = expense.state.after(Step::Settle { reference }).ok_or(Error::<T>::NotInExecution)?;
		Expenses::<T>::insert(id, expense);
		Ok(())
	}

	/// Restores everything that a payment had changed: line, bearers, audit. The expense is approved again, and keeps
	/// its invoice.
	fn restore(id: ExpenseId, entry: EntryId, reference: Option<ContentHash>) -> DispatchResult {
		let mut expense = Self::known(id)?;
		let payment = expense.state.payment().cloned().ok_or(Error::<T>::NotInExecution)?;
		// What the payee paid back, it had received.
		ensure!(!Refunded::<T>::contains_key(id), Error::<T>::AlreadyRefunded);
		let (amount, cause) = (expense.amount, Cause::Expense { expense: id });
		let at = expense.approvals.last().ok_or(Error::<T>::NotApproved)?;
		let failure = PaymentFailure { error: Error::<T>::PaymentReturned.into(), at: T::Clock::now() };
		expense.state = expense.state.after(Step::Return { at, failure }).ok_or(Error::<T>::NotInExecution)?;
		Self::deposit_event(Event::PaymentReturned {
			expense: id,
			pot: Self::pot_of(&expense.purpose)?,
			amount,
			entry,
		});
		Self::keep_movement(id, payment.entry, payment.reference)?;
		Self::keep_movement(id, entry, reference)?;
		if let Some(bearers) = &payment.bearers {
			T::Repair::give_back(bearers, 0, amount, cause)?;
		}
		if let Purpose::Line { year, line } = expense.purpose {
			Self::unspend(year, line, amount)?;
		}
		if let Some(due) = payment.audit_due {
			// The next payment has an audit of its own.
			AuditsDue::<T>::remove(AuditKey::new(due, id));
			Audits::<T>::remove(id);
		}
		Self::came_back(&expense.purpose, amount)?;
		Self::open(id, &expense)?;
		Expenses::<T>::insert(id, expense);
		Ok(())
	}
}

impl<T: Config> BankOutcomes<T::AccountId> for Pallet<T> {
	fn bearers(cause: &Cause) -> u32 {
		let expense = Self::expense_of(cause).and_then(Expenses::<T>::get);
		let bearers =
			expense.and_then(|expense| expense.state.payment()?.bearers.as_ref().map(|bearers| bearers.units));
		bearers.unwrap_or_default()
	}

	fn paid(cause: &Cause, reference: ContentHash, payer: &T::AccountId) -> DispatchResult {
		let Some(expense) = Self::expense_of(cause) else { return Ok(()) };
		with_storage_layer(|| Self::settle(expense, reference, payer))
	}

	fn returned(cause: &Cause, entry: EntryId, reference: Option<ContentHash>) -> DispatchResult {
		let Some(expense) = Self::expense_of(cause) else { return Ok(()) };
		with_storage_layer(|| Self::restore(expense, entry, reference))
	}

	fn refund_reversed(cause: &Cause, amount: Fen, reference: ContentHash) -> DispatchResult {
		let Some(expense) = Self::expense_of(cause) else { return Ok(()) };
		with_storage_layer(|| Self::reverse_refund(expense, amount, reference))
	}
}
