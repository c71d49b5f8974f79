// SPDX-License-Identifier: Apache-2.0

//! Who agrees to an expense: never who proposed it, and never who gets the money (D11).

use crate::{
	types::{Approval, Approvals, Expense, Payee, Purpose, State, Step},
	Config, Error, Event, Expenses, Pallet,
};
use frame_support::{ensure, traits::Contains};
use linli_primitives::{traits::Clock, ContentHash, ExpenseId, ProposalId};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The committee agrees.
	pub(crate) fn do_approve_as_committee(id: ExpenseId, terms: ContentHash) -> DispatchResult {
		let expense = Self::waiting(id, terms)?;
		ensure!(expense.needs.asks_committee(), Error::<T>::ApprovalNotRequired);
		ensure!(expense.approvals.committee.is_none(), Error::<T>::AlreadyApproved);
		// Who proposed it may have been elected since.
		ensure!(!T::Committee::contains(&expense.proposer), Error::<T>::OwnApproval);
		let at = T::Clock::now();
		let approvals = Approvals { committee: Some(at), ..expense.approvals.clone() };
		Self::deposit_event(Event::CommitteeApproved { expense: id });
		Self::approve(id, Expense { approvals, ..expense })
	}

	/// An auditor agrees, where the rules ask for one.
	pub(crate) fn do_approve_as_auditor(auditor: T::AccountId, id: ExpenseId, terms: ContentHash) -> DispatchResult {
		let expense = Self::waiting(id, terms)?;
		ensure!(expense.needs.asks_auditor() && !expense.purpose.is_emergency(), Error::<T>::ApprovalNotRequired);
		Self::approve_by_auditor(auditor, id, expense)
	}

	/// An auditor agrees in the committee's place (D24).
	pub(crate) fn do_approve_emergency_as_auditor(
		auditor: T::AccountId,
		id: ExpenseId,
		terms: ContentHash,
	) -> DispatchResult {
		let expense = Self::waiting(id, terms)?;
		let Purpose::Emergency { committee_until, .. } = expense.purpose else {
			return Err(Error::<T>::NotEmergency.into());
		};
		ensure!(T::Clock::now() >= committee_until, Error::<T>::CommitteePeriodRunning);
		Self::approve_by_auditor(auditor, id, expense)
	}

	fn approve_by_auditor(auditor: T::AccountId, id: ExpenseId, expense: Expense<T::AccountId>) -> DispatchResult {
		ensure!(expense.approvals.auditor.is_none(), Error::<T>::AlreadyApproved);
		let is_payee = matches!(&expense.payee, Payee::Account(account) if *account == auditor);
		ensure!(expense.proposer != auditor && !is_payee, Error::<T>::OwnApproval);
		// Else one person would be two of those who approve.
		ensure!(!T::Committee::contains(&auditor), Error::<T>::IsCommitteeMember);
		let approval = Approval { by: auditor.clone(), at: T::Clock::now() };
		let approvals = Approvals { auditor: Some(approval), ..expense.approvals.clone() };
		Self::deposit_event(Event::AuditorApproved { expense: id, auditor });
		Self::approve(id, Expense { approvals, ..expense })
	}

	/// The owners agree.
	pub(crate) fn do_approve_as_assembly(proposal: ProposalId, id: ExpenseId, terms: ContentHash) -> DispatchResult {
		let expense = Self::waiting(id, terms)?;
		ensure!(expense.needs.asks_assembly(), Error::<T>::ApprovalNotRequired);
		ensure!(expense.approvals.assembly.is_none(), Error::<T>::AlreadyApproved);
		let approval = Approval { by: proposal, at: T::Clock::now() };
		let approvals = Approvals { assembly: Some(approval), ..expense.approvals.clone() };
		Self::deposit_event(Event::AssemblyApproved { expense: id, proposal });
		Self::approve(id, Expense { approvals, ..expense })
	}

	/// An expense that can be approved, and is the one that was agreed to: a motion or a proposal may be older than it.
	fn waiting(id: ExpenseId, terms: ContentHash) -> Result<Expense<T::AccountId>, DispatchError> {
		let expense = Self::known(id)?;
		ensure!(expense.terms() == terms, Error::<T>::TermsMismatch);
		match expense.state {
			State::Proposed => Ok(expense),
			State::Approved { .. } => Err(Error::<T>::AlreadyApproved.into()),
			_ => Err(Error::<T>::AlreadyConcluded.into()),
		}
	}

	/// Keeps an approval; with the last one the expense can be paid.
	fn approve(id: ExpenseId, mut expense: Expense<T::AccountId>) -> DispatchResult {
		if expense.has_approvals() {
			let step = Step::Approve { at: T::Clock::now() };
			expense.state = expense.state.after(step).ok_or(Error::<T>::AlreadyConcluded)?;
			Self::deposit_event(Event::ExpenseApproved { expense: id });
		}
		Expenses::<T>::insert(id, expense);
		Ok(())
	}
}
