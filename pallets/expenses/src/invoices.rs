// SPDX-License-Identifier: Apache-2.0

//! Invoices of suppliers: paid at once, in instalments or on several lines, never beyond their total.

use crate::{
	types::{Expense, Payee, StatedInvoice, SupplierInvoice},
	Config, Error, Event, Invoices, Pallet,
};
use frame_support::{defensive, ensure};
use linli_primitives::{traits::People, ExpenseId, Fen};
use sp_runtime::{ArithmeticError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Takes `amount` fen of an invoice for a new expense.
	pub(crate) fn use_invoice(
		id: ExpenseId,
		stated: &StatedInvoice,
		payee: &Payee<T::AccountId>,
		amount: Fen,
	) -> DispatchResult {
		let mut invoice = match Invoices::<T>::get(stated.hash) {
			// What was refunded in full was perhaps paid to a wrong payee: the invoice is stated anew.
			Some(known) if known.used == 0 => SupplierInvoice { payee: payee.clone(), total: stated.total, ..known },
			Some(known) => {
				ensure!(known.total == stated.total, Error::<T>::InvoiceTotalMismatch);
				ensure!(Self::is_same_payee(&known.payee, payee), Error::<T>::InvoicePayeeMismatch);
				known
			}
			None => SupplierInvoice::new(payee.clone(), stated.total),
		};
		ensure!(amount <= invoice.total, Error::<T>::InvoiceTotalTooLow);
		ensure!(amount <= invoice.left(), Error::<T>::InvoiceAlreadyUsed);
		invoice.used = invoice.used.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		invoice.expenses.try_push(id).map_err(|_| Error::<T>::TooManyParts)?;
		Invoices::<T>::insert(stated.hash, invoice);
		Ok(())
	}

	/// Gives back what an expense that ends without payment took of its invoice. With the last one, the invoice is free
	/// to be stated anew.
	pub(crate) fn free_invoice(id: ExpenseId, expense: &Expense<T::AccountId>) -> DispatchResult {
		Self::change_invoice(expense, |invoice| {
			invoice.used = invoice.used.checked_sub(expense.amount).ok_or(ArithmeticError::Underflow)?;
			invoice.expenses.retain(|other| *other != id);
			Ok(())
		})
	}

	/// Gives back what the supplier paid back.
	pub(crate) fn refund_invoice(expense: &Expense<T::AccountId>, amount: Fen) -> DispatchResult {
		Self::change_invoice(expense, |invoice| {
			invoice.used = invoice.used.checked_sub(amount).ok_or(ArithmeticError::Underflow)?;
			Ok(())
		})
	}

	/// Takes again what the supplier had never paid back, beyond the total if need be: it was paid.
	pub(crate) fn unrefund_invoice(expense: &Expense<T::AccountId>, amount: Fen) -> DispatchResult {
		Self::change_invoice(expense, |invoice| {
			invoice.used = invoice.used.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
			invoice.reversed = invoice.reversed.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
			Ok(())
		})
	}

	/// Changes the invoice of an expense that stands, and removes it once no expense is left.
	fn change_invoice(
		expense: &Expense<T::AccountId>,
		change: impl FnOnce(&mut SupplierInvoice<T::AccountId>) -> DispatchResult,
	) -> DispatchResult {
		Invoices::<T>::try_mutate_exists(expense.invoice.hash, |slot| -> DispatchResult {
			let Some(invoice) = slot.as_mut() else {
				defensive!("an expense that stands has its invoice");
				return Ok(());
			};
			change(invoice)?;
			if invoice.expenses.is_empty() {
				*slot = None;
			}
			Ok(())
		})
	}

	/// Corrects the total of an invoice that was stated wrongly. What is entered for it already keeps its terms.
	/// `by_owners` is whether the assembly decides.
	pub(crate) fn do_correct_invoice(
		stated: &StatedInvoice,
		payee: &Payee<T::AccountId>,
		total: Fen,
		by_owners: bool,
	) -> DispatchResult {
		Invoices::<T>::try_mutate(stated.hash, |slot| -> DispatchResult {
			let invoice = slot.as_mut().ok_or(Error::<T>::InvoiceNotFound)?;
			// What was decided on: the invoice may have been stated anew since.
			ensure!(invoice.total == stated.total && invoice.payee == *payee, Error::<T>::TermsMismatch);
			ensure!(by_owners || !Self::is_on_committee(&invoice.payee), Error::<T>::OwnApproval);
			ensure!(total > 0 && total >= invoice.used, Error::<T>::InvoiceTotalTooLow);
			invoice.total = total;
			Self::deposit_event(Event::InvoiceCorrected { invoice: stated.hash, before: stated.total, total });
			Ok(())
		})
	}

	/// Whether both are one supplier: equal, or accounts of one person.
	fn is_same_payee(a: &Payee<T::AccountId>, b: &Payee<T::AccountId>) -> bool {
		match (a, b) {
			(Payee::Account(a), Payee::Account(b)) => T::People::same_person(a, b),
			(Payee::Bank(a), Payee::Bank(b)) => a == b,
			_ => false,
		}
	}
}
