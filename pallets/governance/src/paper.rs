// SPDX-License-Identifier: Apache-2.0

//! Paper ballots: entered by one person, countersigned by another, whom neither the ballot nor the question concerns
//! (D29, D47).

use crate::{pallet::*, tally::Choice, types::*, PollOf};
use frame_support::ensure;
use linli_primitives::{
	calendar::DAY,
	traits::{Clock, Electorate, People},
	ContentHash, Moment, OwnerId,
};
use sp_runtime::{DispatchError, DispatchResult};

/// How long before the end of voting the last paper ballot is countersigned, in ms, so that its owner can contest it.
/// In a window shorter than two of it, half of the window.
pub const PAPER_MARGIN: Moment = DAY;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_enter_paper(
		id: ProposalId,
		owner: OwnerId,
		choice: Choice,
		scan: ContentHash,
		by: T::AccountId,
	) -> DispatchResult {
		let poll = Self::poll(id)?;
		let moment = Self::ensure_paper_taken(&poll)?;
		ensure!(!Contests::<T>::contains_key(id, owner), Error::<T>::PaperIsContested);
		Self::voting_power(owner, &poll)?;
		Self::ensure_choice(&poll, &choice)?;
		ensure!(!Scans::<T>::contains_key(scan), Error::<T>::ScanAlreadyUsed);
		Scans::<T>::insert(scan, (id, owner));
		if Self::refuse_double(id, owner, scan, &by) {
			return Ok(());
		}
		Papers::<T>::insert(id, owner, Paper { choice, scan, entered_by: by.clone(), moment });
		Self::deposit_event(Event::PaperEntered { proposal: id, owner, choice, scan, by });
		Ok(())
	}

	pub(crate) fn do_countersign(
		id: ProposalId,
		owner: OwnerId,
		choice: Choice,
		scan: ContentHash,
		witness: T::AccountId,
	) -> DispatchResult {
		let paper = Papers::<T>::get(id, owner).ok_or(Error::<T>::PaperNotFound)?;
		ensure!(paper.choice == choice && paper.scan == scan, Error::<T>::PaperMismatch);
		ensure!(!T::People::same_person(&paper.entered_by, &witness), Error::<T>::OwnPaper);
		Self::ensure_judges_others(id, owner, &witness)?;
		Self::ensure_paper_taken(&Self::poll(id)?)?;
		Papers::<T>::remove(id, owner);
		if Self::refuse_double(id, owner, scan, &witness) {
			return Ok(());
		}
		let channel = Channel::Paper { scan, entered_by: paper.entered_by, witness };
		Self::do_cast(id, owner, choice, channel).map(|_| ())
	}

	/// Refuses a paper ballot, in public, if a ballot of the owner counts already. Returns whether it was refused.
	fn refuse_double(id: ProposalId, owner: OwnerId, scan: ContentHash, by: &T::AccountId) -> bool {
		let Some(counting) = Ballots::<T>::get(id, owner).map(|ballot| ballot.channel.kind()) else {
			return false;
		};
		Self::deposit_event(Event::PaperRefused { proposal: id, owner, scan, by: by.clone(), counting });
		true
	}

	/// Ensures that paper ballots are taken now. Returns the time of the clock.
	///
	/// ## Errors
	/// [`Error::VotingNotOpen`], [`Error::VotingOver`], [`Error::PaperIntakeOver`].
	fn ensure_paper_taken(poll: &PollOf<T>) -> Result<Moment, DispatchError> {
		let now = Self::ensure_voting(poll)?;
		let half = poll.closes.saturating_sub(poll.opens).checked_div(2).unwrap_or_default();
		let last = poll.closes.saturating_sub(PAPER_MARGIN.min(half));
		ensure!(T::Clock::lived() < last, Error::<T>::PaperIntakeOver);
		Ok(now)
	}

	/// Ensures that an officer judges a ballot that is neither their own nor that of somebody related, on a question
	/// that does not concern them.
	///
	/// ## Errors
	/// [`Error::OwnBallot`], [`Error::IsConcerned`].
	pub(crate) fn ensure_judges_others(id: ProposalId, owner: OwnerId, officer: &T::AccountId) -> DispatchResult {
		let concerns = |account| T::People::related(&account, officer);
		let is_own = T::Electorate::owner_of(officer) == Some(owner);
		ensure!(!is_own && !T::Electorate::representative(owner).is_some_and(concerns), Error::<T>::OwnBallot);
		ensure!(!Self::is_concerned(id, &Self::proposal(id)?, officer), Error::<T>::IsConcerned);
		Ok(())
	}
}
