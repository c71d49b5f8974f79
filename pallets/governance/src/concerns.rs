// SPDX-License-Identifier: Apache-2.0

//! Whom a question concerns (D47): nobody acts in an office on a decision about themselves or somebody related.

use crate::{pallet::*, types::*, CallOf, ProposalOf};
use frame_support::weights::Weight;
use linli_primitives::traits::People;

/// The people whom questions concern, as the runtime knows them from the calls of all pallets.
pub trait Concerns<AccountId, Call> {
	/// Whether the call concerns the account or somebody related to it: it pays them, or it fills or empties an office
	/// or a seat of theirs.
	fn by_call(call: &Call, account: &AccountId) -> bool;

	/// Whether an election concerns the account apart from its candidates: a seat of its own, or of somebody related,
	/// is filled anew.
	fn by_election(account: &AccountId) -> bool;

	/// The maximum weight of either, and of comparing the account with every candidate of an election.
	fn weight() -> Weight;
}

/// No question concerns anybody but its candidates.
impl<AccountId, Call> Concerns<AccountId, Call> for () {
	fn by_call(_: &Call, _: &AccountId) -> bool {
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
			Question::Motion { call: None, .. } => false,
			// A call that cannot be read does nothing to anybody.
			Question::Motion { call: Some(call), .. } => {
				Self::fetch(call).is_ok_and(|call: CallOf<T>| T::Concerns::by_call(&call, account))
			}
			Question::Election { .. } => {
				T::Concerns::by_election(account)
					|| Candidates::<T>::get(id).iter().any(|candidate| T::People::related(&candidate.account, account))
			}
		}
	}
}
