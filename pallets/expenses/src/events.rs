// SPDX-License-Identifier: Apache-2.0

//! Events of the pallet.

use frame_support::pallet_macros::pallet_section;

/// Imported into the pallet's module.
#[pallet_section]
mod events {
	/// Events of the pallet.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A year's budget was set or amended.
		BudgetSet {
			/// The year.
			year: u16,
			/// The decision that set it; `None` for the bootstrap key.
			decision: Option<ProposalId>,
			/// All its lines, numbered from 0.
			lines: BoundedVec<NewLine<T::AccountId>, T::MaxLines>,
		},
		/// The spending rules were set.
		RulesSet {
			/// The new rules.
			rules: ExpenseRules,
		},
		/// An expense was proposed.
		ExpenseProposed {
			/// Its id.
			expense: ExpenseId,
			/// Its purpose.
			purpose: Purpose,
			/// The payee.
			payee: Payee<T::AccountId>,
			/// The amount, in fen.
			amount: Fen,
			/// The invoice, as it was stated.
			invoice: StatedInvoice,
			/// The month in which the service was rendered.
			incurred: Period,
			/// The units on which the cost falls.
			related: Related,
			/// The account that proposed it.
			proposer: T::AccountId,
			/// The approvals it needs.
			needs: Approver,
		},
		/// The committee approved an expense.
		CommitteeApproved {
			/// The expense.
			expense: ExpenseId,
		},
		/// An auditor approved an expense.
		AuditorApproved {
			/// The expense.
			expense: ExpenseId,
			/// The auditor.
			auditor: T::AccountId,
		},
		/// The assembly approved an expense.
		AssemblyApproved {
			/// The expense.
			expense: ExpenseId,
			/// The decision.
			proposal: ProposalId,
		},
		/// An expense received the last approval it needs and can be paid.
		ExpenseApproved {
			/// The expense.
			expense: ExpenseId,
		},
		/// The committee refused an expense. Its invoice and the amount committed on its line are free again.
		ExpenseRefused {
			/// The expense.
			expense: ExpenseId,
			/// The hash of the document that states the reason.
			reason: ContentHash,
		},
		/// The proposer withdrew an expense. Its invoice and the amount committed on its line are free again.
		ExpenseWithdrawn {
			/// The expense.
			expense: ExpenseId,
		},
		/// An expense was paid. On this chain, deposited before the events of the payment itself, down to the entry of
		/// the pot's ledger, whose cause names the expense; by the bank, once it has paid what `PaymentOrdered`
		/// announced.
		ExpensePaid {
			/// The expense.
			expense: ExpenseId,
			/// Its purpose.
			purpose: Purpose,
			/// The pot that paid.
			pot: PotId,
			/// The payee.
			payee: Payee<T::AccountId>,
			/// The amount, in fen.
			amount: Fen,
			/// The caller: any account, or the account that booked the bank's payment.
			payer: T::AccountId,
			/// The last moment at which the audit is in time, unless the chain stands still before; `None` unless it
			/// is an emergency.
			audit_due: Option<Moment>,
		},
		/// A payment failed. The expense stays approved, and `pay` can be called again once the cause is removed.
		PaymentFailed {
			/// The expense.
			expense: ExpenseId,
			/// Why the payment failed.
			error: DispatchError,
		},
		/// The audit of an emergency was filed.
		AuditFiled {
			/// The expense.
			expense: ExpenseId,
			/// The hash of the report.
			report: ContentHash,
			/// The auditor who filed it.
			auditor: T::AccountId,
			/// Whether it was filed after the due date.
			late: bool,
		},
		/// The payment of an expense was ordered at the bank. Deposited before the events of the order itself, down
		/// to the entry of the pot's ledger, whose cause names the expense. The state of the expense names the order.
		PaymentOrdered {
			/// The expense.
			expense: ExpenseId,
			/// Its purpose.
			purpose: Purpose,
			/// The pot that pays.
			pot: PotId,
			/// The commitment to the payee's bank account.
			destination: Commitment,
			/// The amount, in fen.
			amount: Fen,
			/// The cashier who ordered it.
			cashier: T::AccountId,
			/// The last moment at which the audit is in time, unless the chain stands still before; `None` unless it
			/// is an emergency.
			audit_due: Option<Moment>,
		},
		/// The bank did not pay, or the payment came back: the money is in the pot again, and the expense is approved
		/// as it was before the order. Deposited after the entry of the pot's ledger.
		PaymentReturned {
			/// The expense.
			expense: ExpenseId,
			/// The pot.
			pot: PotId,
			/// The amount, in fen.
			amount: Fen,
			/// The entry of the pot's ledger by which the money came back.
			entry: EntryId,
		},
		/// The payee paid money back. Deposited before the events of the receipt, down to the entry of the pot's
		/// ledger, whose cause names the expense.
		RefundRecorded {
			/// The expense.
			expense: ExpenseId,
			/// The pot that receives it.
			pot: PotId,
			/// The amount, in fen.
			amount: Fen,
			/// The sum refunded so far, in fen, with this amount.
			refunded: Fen,
			/// The cashier who booked it.
			cashier: T::AccountId,
		},
		/// An expense was closed, since nobody had approved it in time. Its invoice and the amount committed on its
		/// line are free again.
		ExpenseExpired {
			/// The expense.
			expense: ExpenseId,
		},
		/// A refund had been booked wrongly and was taken back, in part or whole: line and bearers have paid that much
		/// after all. Deposited after `cashier.ReceiptReversed`.
		RefundReversed {
			/// The expense.
			expense: ExpenseId,
			/// The pot that had received it.
			pot: PotId,
			/// The amount, in fen.
			amount: Fen,
			/// The sum that remains refunded, in fen.
			refunded: Fen,
			/// The key of the receipt's bank reference.
			reference: ContentHash,
		},
		/// The committee corrected the total of an invoice that had been stated wrongly.
		InvoiceCorrected {
			/// The hash of the invoice.
			invoice: ContentHash,
			/// The total that had been stated, in fen.
			before: Fen,
			/// The total, in fen.
			total: Fen,
		},
	}
}
