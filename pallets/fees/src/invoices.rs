// SPDX-License-Identifier: Apache-2.0

//! Official invoices (发票): which invoice was issued for what was paid.
//!
//! The tax system issues invoices; the chain links each to payments and bills, so that nobody gets two for the same
//! money. A line names a payment and a bill that it paid; all invoices together are for no more than that payment
//! still contributes to that bill. A number is used once, ever, also that of a red invoice. If money is refunded after
//! its invoice was recorded, the invoice is voided by a red one, by two people, and what remains is invoiced anew.

use crate::{
	types::{Invoice, InvoiceLine, InvoiceLines, InvoiceVoid},
	BillInvoices, Config, Contributions, Error, Event, Invoiced, Invoices, Pallet, PaymentInvoices, RedInvoices,
};
use alloc::vec::Vec;
use frame_support::ensure;
use linli_primitives::{
	traits::{Clock, People},
	ContentHash, Fen,
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

/// An invoice with its voiding that is pending.
type ProposedVoid<AccountId> = (Invoice<AccountId>, InvoiceVoid<AccountId>);

impl<T: Config> Pallet<T> {
	/// See [`Pallet::record_invoice`].
	pub(crate) fn do_record_invoice(
		by: T::AccountId,
		number: ContentHash,
		document: ContentHash,
		lines: InvoiceLines,
	) -> DispatchResult {
		ensure!(!lines.is_empty() && lines.iter().all(|line| line.amount > 0), Error::<T>::InvalidInvoice);
		ensure!(!is_used::<T>(number), Error::<T>::InvoiceAlreadyRecorded);
		let mut sums = Vec::new();
		for (place, line) in lines.iter().enumerate() {
			let is_same = |other: &InvoiceLine| (other.payment, other.bill) == (line.payment, line.bill);
			ensure!(!lines.iter().take(place).any(is_same), Error::<T>::DuplicateBill);
			let parts = Contributions::<T>::get(line.bill);
			let paid = parts.iter().find(|part| part.payment == line.payment).map_or(0, |part| part.total());
			let sum = Invoiced::<T>::get(line.payment, line.bill).checked_add(line.amount);
			let sum = sum.ok_or(ArithmeticError::Overflow)?;
			ensure!(sum <= paid, Error::<T>::InvoiceTooLarge);
			sums.push((*line, sum));
		}
		for (InvoiceLine { payment, bill, .. }, sum) in sums {
			Invoiced::<T>::insert(payment, bill, sum);
			BillInvoices::<T>::insert(bill, number, ());
			PaymentInvoices::<T>::insert(payment, number, ());
		}
		let recorded = T::Clock::now();
		Invoices::<T>::insert(number, Invoice { by: by.clone(), document, lines, recorded, void: None });
		Self::deposit_event(Event::InvoiceRecorded { number, document, by });
		Ok(())
	}

	/// See [`Pallet::propose_void`].
	pub(crate) fn do_propose_void(
		proposer: T::AccountId,
		number: ContentHash,
		red: ContentHash,
		reason: ContentHash,
	) -> DispatchResult {
		let mut invoice = Invoices::<T>::get(number).ok_or(Error::<T>::InvoiceNotFound)?;
		ensure!(invoice.void.is_none(), Error::<T>::VoidAlreadyProposed);
		ensure!(!is_used::<T>(red), Error::<T>::InvoiceAlreadyRecorded);
		Self::add_proposal(&proposer)?;
		let proposed = T::Clock::now();
		invoice.void = Some(InvoiceVoid { proposer: proposer.clone(), red, reason, proposed, approver: None });
		Invoices::<T>::insert(number, invoice);
		Self::deposit_event(Event::VoidProposed { number, red, proposer, reason });
		Ok(())
	}

	/// See [`Pallet::approve_void`].
	pub(crate) fn do_approve_void(approver: T::AccountId, number: ContentHash, red: ContentHash) -> DispatchResult {
		let (mut invoice, mut void) = Self::proposed_void(number)?;
		ensure!(void.red == red, Error::<T>::VoidMismatch);
		ensure!(!T::People::same_person(&void.proposer, &approver), Error::<T>::OwnVoid);
		// It may have been used since it was proposed.
		ensure!(!is_used::<T>(red), Error::<T>::InvoiceAlreadyRecorded);
		for InvoiceLine { payment, bill, amount } in &invoice.lines {
			let left = Invoiced::<T>::get(payment, bill).checked_sub(*amount);
			let left: Fen = left.ok_or(ArithmeticError::Underflow)?;
			if left == 0 {
				Invoiced::<T>::remove(payment, bill);
			} else {
				Invoiced::<T>::insert(payment, bill, left);
			}
		}
		RedInvoices::<T>::insert(red, number);
		Self::remove_proposal(&void.proposer);
		void.approver = Some(approver.clone());
		invoice.void = Some(void);
		Invoices::<T>::insert(number, invoice);
		Self::deposit_event(Event::InvoiceVoided { number, red, approver });
		Ok(())
	}

	/// See [`Pallet::decline_void`].
	pub(crate) fn do_decline_void(by: T::AccountId, number: ContentHash) -> DispatchResult {
		let (mut invoice, void) = Self::proposed_void(number)?;
		Self::remove_proposal(&void.proposer);
		invoice.void = None;
		Invoices::<T>::insert(number, invoice);
		Self::deposit_event(Event::VoidDeclined { number, by });
		Ok(())
	}

	fn proposed_void(number: ContentHash) -> Result<ProposedVoid<T::AccountId>, DispatchError> {
		let invoice = Invoices::<T>::get(number).ok_or(Error::<T>::InvoiceNotFound)?;
		let void = invoice.void.clone().filter(|void| void.approver.is_none()).ok_or(Error::<T>::VoidNotFound)?;
		Ok((invoice, void))
	}
}

/// Whether an invoice, red or not, has this number.
fn is_used<T: Config>(number: ContentHash) -> bool {
	Invoices::<T>::contains_key(number) || RedInvoices::<T>::contains_key(number)
}
