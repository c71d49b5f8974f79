// SPDX-License-Identifier: Apache-2.0

//! Contests of paper ballots (D29): an owner says that a paper ballot is not theirs. It counts no more, and the owner
//! can vote in person. Two offices can uphold it; nobody who entered or witnessed it is among them, so that a forged
//! ballot takes four people, and one that nobody settles does not count.

use crate::{pallet::*, types::*, PollOf};
use frame_support::ensure;
use linli_primitives::{traits::People, ContentHash, OwnerId};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_contest_paper(id: ProposalId, owner: OwnerId, reason: ContentHash) -> DispatchResult {
		let mut poll = Self::poll(id)?;
		let moment = Self::ensure_voting(&poll)?;
		ensure!(!Contests::<T>::contains_key(id, owner), Error::<T>::AlreadyContested);
		let kind = Ballots::<T>::get(id, owner).map(|ballot| ballot.channel.kind());
		ensure!(kind == Some(ChannelKind::Paper), Error::<T>::NotOnPaper);
		Self::deposit_event(Event::PaperContested { proposal: id, owner, reason });
		let ballot = Self::withdraw_ballot(id, owner, &mut poll)?;
		Contests::<T>::insert(id, owner, Contest { ballot, reason, moment, settlement: Settlement::Open });
		Ok(())
	}

	pub(crate) fn do_settle_contest(
		id: ProposalId,
		owner: OwnerId,
		upheld: bool,
		document: ContentHash,
		by: T::AccountId,
	) -> DispatchResult {
		let (mut contest, _) = Self::contest_for(id, owner, &by)?;
		contest.settlement = Settlement::Entered { upheld, document, by: by.clone() };
		Contests::<T>::insert(id, owner, contest);
		Self::deposit_event(Event::SettlementEntered { proposal: id, owner, upheld, document, by });
		Ok(())
	}

	pub(crate) fn do_countersign_settlement(
		id: ProposalId,
		owner: OwnerId,
		upheld: bool,
		document: ContentHash,
		registrar: T::AccountId,
	) -> DispatchResult {
		let (mut contest, mut poll) = Self::contest_for(id, owner, &registrar)?;
		let Settlement::Entered { upheld: entered, document: findings, by } = contest.settlement else {
			return Err(Error::<T>::SettlementNotFound.into());
		};
		ensure!((entered, findings) == (upheld, document), Error::<T>::SettlementMismatch);
		ensure!(!T::People::same_person(&by, &registrar), Error::<T>::OwnSettlement);
		Self::deposit_event(Event::ContestSettled {
			proposal: id,
			owner,
			upheld,
			document,
			entered_by: by,
			countersigned_by: registrar,
		});
		if upheld {
			// The paper ballot was the first valid one; what the owner cast since was a double.
			if Ballots::<T>::contains_key(id, owner) {
				Self::withdraw_ballot(id, owner, &mut poll)?;
			}
			Self::restore_ballot(id, owner, contest.ballot.clone(), &mut poll)?;
		}
		contest.settlement = Settlement::Settled { upheld, document };
		Contests::<T>::insert(id, owner, contest);
		Ok(())
	}

	/// The contest, which the officer can still settle, and the vote.
	///
	/// ## Errors
	/// [`Error::ContestNotFound`], [`Error::ContestAlreadySettled`], [`Error::OwnPaper`] and the errors of
	/// [`Self::ensure_voting`] and [`Self::ensure_judges_others`].
	fn contest_for(
		id: ProposalId,
		owner: OwnerId,
		officer: &T::AccountId,
	) -> Result<(Contest<T::AccountId>, PollOf<T>), sp_runtime::DispatchError> {
		let contest = Contests::<T>::get(id, owner).ok_or(Error::<T>::ContestNotFound)?;
		ensure!(!matches!(contest.settlement, Settlement::Settled { .. }), Error::<T>::ContestAlreadySettled);
		let poll = Self::poll(id)?;
		Self::ensure_voting(&poll)?;
		if let Channel::Paper { entered_by, witness, .. } = &contest.ballot.channel {
			let is_own = [entered_by, witness].into_iter().any(|other| T::People::same_person(other, officer));
			ensure!(!is_own, Error::<T>::OwnPaper);
		}
		Self::ensure_judges_others(id, owner, officer)?;
		Ok((contest, poll))
	}
}
