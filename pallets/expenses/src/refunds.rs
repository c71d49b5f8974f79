// SPDX-License-Identifier: Apache-2.0

//! Refunds by payees: money that the bank received back for a paid expense (D48).

use crate::{
	types::{Purpose, Reference, State},
	Config, Error, Event, LineReturns, Pallet, Refunded,
};
use frame_support::ensure;
use linli_primitives::{
	traits::{BankReceipts, RepairShares},
	BankId, Cause, ExpenseId, Fen, Moment,
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Books money that a payee paid back into the pot, the line and the shares it came from. Returns the number of
	/// units that it was divided over.
	pub(crate) fn do_record_refund(
		cashier: T::AccountId,
		id: ExpenseId,
		amount: Fen,
		(bank, reference, value): (BankId, &Reference, Option<Moment>),
		max_units: u32,
	) -> Result<u32, DispatchError> {
		ensure!(amount > 0, Error::<T>::InvalidAmount);
		let expense = Self::known(id)?;
		let State::Paid(payment) = &expense.state else {
			return Err(Error::<T>::NotPaid.into());
		};
		ensure!(!Self::took_part(&expense, &cashier), Error::<T>::OwnPayment);
		let refunded = Refunded::<T>::get(id).checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		ensure!(refunded <= expense.amount, Error::<T>::RefundTooLarge);
		let units = payment.bearers.as_ref().map_or(0, |bearers| bearers.units);
		ensure!(units <= max_units, Error::<T>::MaxUnitsTooLow);
		let (pot, cause) = (Self::pot_of(&expense.purpose)?, Cause::Expense { expense: id });
		Self::deposit_event(Event::RefundRecorded { expense: id, pot, amount, refunded, cashier: cashier.clone() });
		T::Bank::receive_for_pot(&cashier, bank, pot, amount, reference, value, cause)?;
		if let Some(bearers) = &payment.bearers {
			T::Repair::give_back(bearers, amount, cause)?;
		}
		if let Purpose::Line { year, line } = expense.purpose {
			Self::refund_line(year, line, amount)?;
		}
		Self::came_back(&expense.purpose, amount)?;
		Self::uncount(&expense, amount)?;
		Refunded::<T>::insert(id, refunded);
		Ok(units)
	}

	/// Counts an amount that came back within this month, for the month's report: closed months do not change (D25).
	pub(crate) fn came_back(purpose: &Purpose, amount: Fen) -> DispatchResult {
		LineReturns::<T>::try_mutate(Self::current_month()?, purpose.heading(), |sum| {
			*sum = sum.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
			Ok(())
		})
	}
}
