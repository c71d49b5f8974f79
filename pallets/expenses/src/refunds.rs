// SPDX-License-Identifier: Apache-2.0

//! Refunds by payees: money that the bank received back for a paid expense, and refunds that were booked wrongly (D48).

use crate::{
	types::{Purpose, Reference, State},
	Config, Error, Event, LineReturns, Pallet, Refunded,
};
use frame_support::ensure;
use linli_primitives::{
	traits::{BankReceipts, RepairShares},
	BankId, Cause, ContentHash, ExpenseId, Fen, Moment,
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
		let before = Refunded::<T>::get(id);
		let refunded = before.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		ensure!(refunded <= expense.amount, Error::<T>::RefundTooLarge);
		let units = payment.bearers.as_ref().map_or(0, |bearers| bearers.units);
		ensure!(units <= max_units, Error::<T>::MaxUnitsTooLow);
		let (pot, cause) = (Self::pot_of(&expense.purpose)?, Cause::Expense { expense: id });
		Self::deposit_event(Event::RefundRecorded { expense: id, pot, amount, refunded, cashier: cashier.clone() });
		let (entry, key) = T::Bank::receive_for_pot(&cashier, bank, pot, amount, reference, value, cause)?;
		Self::keep_movement(id, entry, Some(key))?;
		if let Some(bearers) = &payment.bearers {
			T::Repair::give_back(bearers, before, amount, cause)?;
		}
		if let Purpose::Line { year, line } = expense.purpose {
			Self::refund_line(year, line, amount)?;
		}
		Self::came_back(&expense.purpose, amount)?;
		Self::uncount(&expense, amount)?;
		Self::refund_invoice(&expense, amount)?;
		Refunded::<T>::insert(id, refunded);
		Ok(units)
	}

	/// Undoes `amount` fen of a refund that was booked wrongly under `reference`: line and bearers have paid them after
	/// all. The line may exceed its cap by it, the invoice its total, and shares may become negative: what was spent is
	/// shown, whether there was money for it or not.
	pub(crate) fn reverse_refund(id: ExpenseId, amount: Fen, reference: ContentHash) -> DispatchResult {
		let expense = Self::known(id)?;
		// What was refunded keeps its expense paid.
		let State::Paid(payment) = &expense.state else {
			return Err(Error::<T>::NotPaid.into());
		};
		let before = Refunded::<T>::get(id);
		let refunded = before.checked_sub(amount).ok_or(Error::<T>::NotRefunded)?;
		let pot = Self::pot_of(&expense.purpose)?;
		Self::deposit_event(Event::RefundReversed { expense: id, pot, amount, refunded, reference });
		if let Some(bearers) = &payment.bearers {
			T::Repair::take_back(bearers, before, amount, Cause::Expense { expense: id })?;
		}
		if let Purpose::Line { year, line } = expense.purpose {
			Self::unrefund_line(year, line, amount)?;
		}
		Self::went_out(&expense.purpose, amount)?;
		Self::recount(&expense, amount)?;
		Self::unrefund_invoice(&expense, amount)?;
		if refunded == 0 {
			Refunded::<T>::remove(id);
		} else {
			Refunded::<T>::insert(id, refunded);
		}
		Ok(())
	}

	/// Counts an amount that came back within this month, for the month's report: closed months do not change (D25).
	pub(crate) fn came_back(purpose: &Purpose, amount: Fen) -> DispatchResult {
		LineReturns::<T>::try_mutate(Self::current_month()?, purpose.heading(), |sum| {
			*sum = sum.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
			Ok(())
		})
	}
}
