// SPDX-License-Identifier: Apache-2.0

//! Judgments that give effect to what the owners rejected (D32): a court can find that a supermajority was out of reach
//! through no fault of those in favour. Two people record it, and the time until the enactment lets the committee and
//! every owner compare the judgment with the motion.
//!
//! More than half of all must have voted for it, as California Civil Code § 4275 (c)(4) asks. Otherwise two officers
//! and a committee that looks away could enact anything against the owners' vote.

use crate::{pallet::*, types::*, verdict::Count};
use frame_support::{ensure, traits::QueryPreimage};
use linli_primitives::{
	calendar::DAY,
	traits::{Clock, People, SittingCommittee},
	ContentHash, Moment,
};
use sp_runtime::DispatchResult;

/// Minimum time between the countersignature of a judgment and the enactment, in milliseconds of lived time.
pub const JUDGMENT_DELAY: Moment = 30 * DAY;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_enter_judgment(id: ProposalId, document: ContentHash, by: T::AccountId) -> DispatchResult {
		let proposal = Self::proposal(id)?;
		ensure!(is_rejected_motion(&proposal), Error::<T>::NotRejectedMotion);
		let count = Certificates::<T>::get(id).ok_or(Error::<T>::InvalidState)?.count;
		ensure!(is_wanted_by_most(&Self::class_of(&proposal)?, &count), Error::<T>::TooFewInFavour);
		ensure!(!Self::is_concerned(id, &proposal, &by), Error::<T>::IsConcerned);
		let judgment = Judgment { document, entered_by: by.clone(), moment: T::Clock::now(), given: None };
		Judgments::<T>::insert(id, judgment);
		Self::deposit_event(Event::JudgmentEntered { proposal: id, document, by });
		Ok(())
	}

	pub(crate) fn do_countersign_judgment(
		id: ProposalId,
		document: ContentHash,
		registrar: T::AccountId,
	) -> DispatchResult {
		let mut judgment = Judgments::<T>::get(id).ok_or(Error::<T>::JudgmentNotFound)?;
		ensure!(judgment.document == document, Error::<T>::RulingMismatch);
		ensure!(!T::People::same_person(&judgment.entered_by, &registrar), Error::<T>::OwnJudgment);
		let mut proposal = Self::proposal(id)?;
		ensure!(is_rejected_motion(&proposal), Error::<T>::NotRejectedMotion);
		let State::Rejected { closed } = proposal.state else {
			return Err(Error::<T>::NotRejectedMotion.into());
		};
		// Since the entry, the auditor may have become related to somebody whom the motion concerns.
		let concerned = [&judgment.entered_by, &registrar].into_iter().any(|by| Self::is_concerned(id, &proposal, by));
		ensure!(!concerned, Error::<T>::IsConcerned);
		// Nobody else could take back what two officers made up.
		ensure!(T::Committee::sits(), Error::<T>::CommitteeNotFound);
		let delay = Self::class_of(&proposal)?.delay.max(JUDGMENT_DELAY);
		let enact_at = T::Clock::lived().checked_add(delay).ok_or(Error::<T>::Overflow)?;
		Self::transition(&mut proposal, State::Passed { closed, enact_at })?;
		// Released when the motion was rejected. If the preimage was removed since, it must be noted again, so that
		// everybody can read it before the enactment.
		proposal.question.calls().try_for_each(Self::ensure_readable)?;
		proposal.question.calls().for_each(T::Preimages::hold);
		judgment.given = Some((registrar.clone(), enact_at));
		let entered_by = judgment.entered_by.clone();
		Judgments::<T>::insert(id, judgment);
		let weight_bound = Self::scheduled_bound(&proposal);
		Proposals::<T>::insert(id, proposal);
		Self::deposit_event(Event::EffectGiven {
			proposal: id,
			document,
			entered_by,
			countersigned_by: registrar,
			enact_at: T::Clock::moment_of(enact_at),
		});
		Self::schedule(id, enact_at, Call::enact { proposal: id, weight_bound });
		Ok(())
	}

	pub(crate) fn do_revoke_judgment(id: ProposalId) -> DispatchResult {
		let judgment = Judgments::<T>::get(id).ok_or(Error::<T>::JudgmentNotFound)?;
		let mut proposal = Self::proposal(id)?;
		ensure!(judgment.given.is_some() && proposal.state.waits_for_enactment(), Error::<T>::NotPassed);
		let closed = Certificates::<T>::get(id).ok_or(Error::<T>::InvalidState)?.closed;
		Self::transition(&mut proposal, State::Rejected { closed })?;
		Self::leave_enactment(id, &proposal);
		// If a ruling had postponed it, another decision on the subject can be postponed in its place.
		if Postponements::<T>::take(id).is_some() {
			Overrulings::<T>::mutate(Self::subject_of(&proposal), |overruling| {
				if let Some(overruling) = overruling.as_mut().filter(|overruling| overruling.postponed == Some(id)) {
					overruling.postponed = None;
				}
			});
		}
		Judgments::<T>::remove(id);
		Proposals::<T>::insert(id, proposal);
		Self::deposit_event(Event::JudgmentRevoked { proposal: id, document: judgment.document });
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// Ensures that what a court gave effect to, against the owners' vote, could be taken back until now.
	///
	/// ## Errors
	/// [`Error::CommitteeNotFound`].
	pub(crate) fn ensure_revocable(id: ProposalId) -> DispatchResult {
		let is_by_judgment = Judgments::<T>::get(id).is_some_and(|judgment| judgment.given.is_some());
		ensure!(!is_by_judgment || T::Committee::sits(), Error::<T>::CommitteeNotFound);
		Ok(())
	}
}

fn is_rejected_motion<BlockNumber, Call>(proposal: &Proposal<BlockNumber, Call>) -> bool {
	matches!((&proposal.state, &proposal.question), (State::Rejected { .. }, Question::Motion { .. }))
}

/// Whether more than half of all voted for the motion, by each measure that the approval of its class looks at.
pub(crate) fn is_wanted_by_most(class: &DecisionClass, count: &Count) -> bool {
	let (all, own) = (count.total, count.in_favour);
	let by_area = class.approval.area.is_none() || own.area > all.area.saturating_sub(own.area);
	let by_heads = class.approval.heads.is_none() || own.heads > all.heads.saturating_sub(own.heads);
	by_area && by_heads
}
