// SPDX-License-Identifier: Apache-2.0

//! What the pallet says of what happened.

use frame_support::pallet_macros::pallet_section;

/// Part of the pallet, in a file of its own.
#[pallet_section]
mod events {
	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A year's budget was set or amended.
		BudgetSet {
			/// The year.
			year: u16,
			/// By which decision; `None` for the bootstrap key.
			decision: Option<ProposalId>,
			/// All its lines, numbered from 0.
			lines: BoundedVec<NewLine, T::MaxLines>,
		},
		/// Expenses need other approvals from now on.
		RulesSet {
			/// The rules.
			rules: ExpenseRules,
		},
		/// An expense waits for approval.
		ExpenseProposed {
			/// Its id.
			expense: ExpenseId,
			/// What for.
			purpose: Purpose,
			/// Who shall get the money.
			payee: Payee<T::AccountId>,
			/// How much, in fen.
			amount: Fen,
			/// Hash of the invoice.
			invoice: ContentHash,
			/// The month in which the service was rendered.
			incurred: Period,
			/// On whom the cost falls.
			related: Related,
			/// Who proposed it.
			proposer: T::AccountId,
			/// Whose approval it needs.
			needs: Approver,
		},
		/// The committee agreed.
		CommitteeApproved {
			/// To which expense.
			expense: ExpenseId,
		},
		/// An auditor agreed.
		AuditorApproved {
			/// To which expense.
			expense: ExpenseId,
			/// Who.
			auditor: T::AccountId,
		},
		/// The assembly agreed.
		AssemblyApproved {
			/// To which expense.
			expense: ExpenseId,
			/// By which decision.
			proposal: ProposalId,
		},
		/// An expense has all approvals that it needs, and can be paid.
		ExpenseApproved {
			/// Which.
			expense: ExpenseId,
		},
		/// The committee refused an expense: its invoice and its part of the line are free.
		ExpenseRefused {
			/// Which.
			expense: ExpenseId,
			/// The document that says why.
			reason: ContentHash,
		},
		/// Who proposed an expense took it back: its invoice and its part of the line are free.
		ExpenseWithdrawn {
			/// Which.
			expense: ExpenseId,
		},
		/// An expense is paid. What moves the money follows, down to the entry of the pot's ledger, whose cause names the
		/// expense.
		ExpensePaid {
			/// Which.
			expense: ExpenseId,
			/// What for.
			purpose: Purpose,
			/// Out of which pot.
			pot: PotId,
			/// Who got the money.
			payee: Payee<T::AccountId>,
			/// How much, in fen.
			amount: Fen,
			/// Who called for it: anyone, or the cashier.
			payer: T::AccountId,
			/// Until when an audit is due, inclusive; `None` where it is no emergency.
			audit_due: Option<Moment>,
		},
		/// An expense could not be paid. It stays approved: mend what is wrong, and call `pay` again.
		PaymentFailed {
			/// Which.
			expense: ExpenseId,
			/// What was wrong.
			error: DispatchError,
		},
		/// The audit of an emergency was filed.
		AuditFiled {
			/// Of which expense.
			expense: ExpenseId,
			/// Hash of the report.
			report: ContentHash,
			/// Who filed it.
			auditor: T::AccountId,
			/// Whether it came after it was due.
			late: bool,
		},
	}
}
