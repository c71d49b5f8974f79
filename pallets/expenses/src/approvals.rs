// SPDX-License-Identifier: Apache-2.0

//! Approvals of expenses: never by the proposer, the payee or somebody related to them (D11, D47).

use crate::{
	types::{Approval, Approvals, Expense, Payee, Purpose, State, Step},
	Config, Error, Event, Expenses, Pallet,
};
use frame_support::{ensure, traits::Contains};
use linli_primitives::{
	traits::{Clock, People},
	Buildings, ContentHash, ExpenseId, ProposalId,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Approves an expense as the committee.
	pub(crate) fn do_approve_as_committee(id: ExpenseId, terms: ContentHash) -> DispatchResult {
		let expense = Self::waiting(id, terms)?;
		ensure!(expense.needs.asks_committee(), Error::<T>::ApprovalNotRequired);
		ensure!(expense.approvals.committee.is_none(), Error::<T>::AlreadyApproved);
		// The proposer, or the payee, may have been elected since.
		ensure!(!T::Committee::contains(&expense.proposer), Error::<T>::OwnApproval);
		ensure!(!Self::is_on_committee(&expense.payee), Error::<T>::OwnApproval);
		let at = T::Clock::now();
		let approvals = Approvals { committee: Some(at), ..expense.approvals.clone() };
		Self::deposit_event(Event::CommitteeApproved { expense: id });
		Self::approve(id, Expense { approvals, ..expense })
	}

	/// Approves an expense that needs an auditor.
	pub(crate) fn do_approve_as_auditor(auditor: T::AccountId, id: ExpenseId, terms: ContentHash) -> DispatchResult {
		let expense = Self::waiting(id, terms)?;
		ensure!(expense.needs.asks_auditor() && !expense.purpose.is_emergency(), Error::<T>::ApprovalNotRequired);
		Self::approve_by_auditor(auditor, id, expense)
	}

	/// Approves an emergency in the committee's place (D24).
	pub(crate) fn do_approve_emergency_as_auditor(
		auditor: T::AccountId,
		id: ExpenseId,
		terms: ContentHash,
	) -> DispatchResult {
		let expense = Self::waiting(id, terms)?;
		let Purpose::Emergency { committee_until, .. } = expense.purpose else {
			return Err(Error::<T>::NotEmergency.into());
		};
		ensure!(T::Clock::lived() >= committee_until, Error::<T>::CommitteePeriodRunning);
		Self::approve_by_auditor(auditor, id, expense)
	}

	fn approve_by_auditor(auditor: T::AccountId, id: ExpenseId, expense: Expense<T::AccountId>) -> DispatchResult {
		ensure!(expense.approvals.auditor.is_none(), Error::<T>::AlreadyApproved);
		ensure!(!Self::concerns(&expense, &auditor), Error::<T>::OwnApproval);
		// Otherwise one person could give both approvals.
		ensure!(!T::Committee::contains(&auditor), Error::<T>::IsCommitteeMember);
		let approval = Approval { by: auditor.clone(), at: T::Clock::now() };
		let approvals = Approvals { auditor: Some(approval), ..expense.approvals.clone() };
		Self::deposit_event(Event::AuditorApproved { expense: id, auditor });
		Self::approve(id, Expense { approvals, ..expense })
	}

	/// Approves an expense as the assembly: by a proposal to its electorate.
	pub(crate) fn do_approve_as_assembly(
		(proposal, electorate): (ProposalId, Option<Buildings>),
		id: ExpenseId,
		terms: ContentHash,
	) -> DispatchResult {
		let expense = Self::waiting(id, terms)?;
		ensure!(expense.needs.asks_assembly(), Error::<T>::ApprovalNotRequired);
		ensure!(expense.approvals.assembly.is_none(), Error::<T>::AlreadyApproved);
		// As for projects: the related owners decide on the repair pot's money, all owners on any other.
		ensure!(electorate.as_ref() == expense.related.units().flatten(), Error::<T>::InvalidElectorate);
		let approval = Approval { by: proposal, at: T::Clock::now() };
		let approvals = Approvals { assembly: Some(approval), ..expense.approvals.clone() };
		Self::deposit_event(Event::AssemblyApproved { expense: id, proposal });
		Self::approve(id, Expense { approvals, ..expense })
	}

	/// Whether the account is related to the proposer or the payee, so that it neither approves nor audits (D47). A
	/// payee known by a commitment alone is related to nobody.
	pub(crate) fn concerns(expense: &Expense<T::AccountId>, account: &T::AccountId) -> bool {
		let is_payee = matches!(&expense.payee, Payee::Account(payee) if T::People::related(payee, account));
		T::People::related(&expense.proposer, account) || is_payee
	}

	/// Whether the payee is an account of a member of the committee.
	pub(crate) fn is_on_committee(payee: &Payee<T::AccountId>) -> bool {
		matches!(payee, Payee::Account(account) if T::Committee::contains(account))
	}

	/// Returns the expense if it awaits approval and has the terms agreed to: a motion or proposal may be older than
	/// the expense with that id.
	fn waiting(id: ExpenseId, terms: ContentHash) -> Result<Expense<T::AccountId>, DispatchError> {
		let expense = Self::known(id)?;
		ensure!(expense.terms() == terms, Error::<T>::TermsMismatch);
		match expense.state {
			State::Proposed => Ok(expense),
			State::Approved { .. } | State::InExecution { .. } => Err(Error::<T>::AlreadyApproved.into()),
			_ => Err(Error::<T>::AlreadyConcluded.into()),
		}
	}

	/// Stores an approval. With the last one that is needed, the expense becomes payable.
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
