// SPDX-License-Identifier: Apache-2.0

//! Whom a question concerns (D47): nobody acts in an office on a decision about themselves or somebody related.

use crate::{pallet::*, types::*, CallOf, ProposalOf};
use alloc::vec::Vec;
use frame_support::weights::Weight;
use linli_primitives::traits::People;

/// The people whom questions concern, as the runtime knows them from the calls of all pallets.
pub trait Concerns<AccountId, Call> {
	/// Whether any of the calls concerns the account or somebody related to it: it pays them, or it fills or empties an
	/// office or a seat of theirs. There are several where owners choose among options.
	fn by_calls(calls: &[Call], account: &AccountId) -> bool;

	/// Whether an election concerns the account apart from its candidates: a seat of its own, or of somebody related,
	/// is filled anew.
	fn by_election(account: &AccountId) -> bool;

	/// The maximum weight of either, and of comparing the account with every candidate of an election.
	fn weight() -> Weight;
}

/// No question concerns anybody but its candidates.
impl<AccountId, Call> Concerns<AccountId, Call> for () {
	fn by_calls(_: &[Call], _: &AccountId) -> bool {
		false
	}

	fn by_election(_: &AccountId) -> bool {
		false
	}

	fn weight() -> Weight {
		Weight::zero()
	}
}

impl<T: Config> Pallet<T> {
	/// Whether the question concerns the account or somebody related to it.
	pub(crate) fn is_concerned(id: ProposalId, proposal: &ProposalOf<T>, account: &T::AccountId) -> bool {
		match &proposal.question {
			Question::Motion { .. } | Question::Options { .. } => {
				// Before the decision any option concerns those whom it would, then only the chosen one.
				let calls: Vec<_> = if Certificates::<T>::contains_key(id) {
					Self::call_of(id, &proposal.question).into_iter().collect()
				} else {
					proposal.question.calls().cloned().collect()
				};
				// A call that cannot be read does nothing to anybody.
				let calls: Vec<CallOf<T>> = calls.iter().filter_map(|call| Self::fetch(call).ok()).collect();
				!calls.is_empty() && T::Concerns::by_calls(&calls, account)
			}
			Question::Election { .. } => {
				T::Concerns::by_election(account)
					|| Candidates::<T>::get(id).iter().any(|candidate| T::People::related(&candidate.account, account))
			}
		}
	}
}
