// SPDX-License-Identifier: Apache-2.0

//! Candidates and their seconders (D33, D53): a ballot has 32 places for candidates, and those who come first must
//! not keep out those whom more owners want to choose from.
//!
//! A candidate has a place with the number of seconders that [`Config::MinSeconders`] asks for. Once all places are
//! taken, the better seconded displace the worse. An owner seconds as many candidates as there are seats, so that the
//! seconders of a group are divided among its candidates.
//!
//! A second can be withdrawn in the first half of the nomination. Later, one who seconds could leave a candidate, or
//! several and with them the election, without the time to find others. Nor does a candidate step back later without
//! whom the election would lapse: friends of a committee who stand and step back at the last moment would see to it
//! that nobody is ever elected.

use crate::{pallet::*, types::*, ProposalOf};
use core::cmp::Reverse;
use frame_support::{ensure, traits::Get};
use linli_primitives::{
	traits::{Clock, Electorate},
	OwnerId,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Has an owner stand, with the seconders from before if the owner had stepped back. A candidate without a place
	/// takes one that has become free.
	pub(crate) fn nominate(id: ProposalId, owner: OwnerId, account: T::AccountId) -> DispatchResult {
		let known = Nominations::<T>::get(id, owner);
		let seconders = known.as_ref().map_or(0, |known| known.seconders);
		let stands_already = known.is_some_and(|known| known.account.is_some());
		if stands_already {
			let has_place = Candidates::<T>::get(id).iter().any(|candidate| candidate.owner == owner);
			ensure!(!has_place, Error::<T>::AlreadyCandidate);
		}
		Nominations::<T>::insert(id, owner, Nomination { account: Some(account.clone()), seconders });
		if !stands_already {
			Self::deposit_event(Event::CandidateStood { proposal: id, owner, account: account.clone() });
		}
		let placed = Self::take_place(id, Candidate { owner, account }, seconders)?;
		ensure!(placed || !stands_already, Error::<T>::TooFewSeconders);
		Ok(())
	}

	/// Has a candidate step back, with or without a place.
	pub(crate) fn give_up(id: ProposalId, owner: OwnerId) -> DispatchResult {
		Nominations::<T>::try_mutate(id, owner, |nomination| {
			let nomination = nomination.as_mut().ok_or(Error::<T>::NotCandidate)?;
			nomination.account.take().ok_or(Error::<T>::NotCandidate).map(|_| ())
		})?;
		Candidates::<T>::mutate(id, |candidates| candidates.retain(|candidate| candidate.owner != owner));
		Ok(())
	}

	pub(crate) fn do_second(id: ProposalId, candidate: OwnerId, seconder: OwnerId) -> DispatchResult {
		let Question::Election { seats, .. } = Self::ensure_nominating(id)?.question else {
			return Err(Error::<T>::NotNominating.into());
		};
		let power = T::Electorate::power_at(seconder, Self::record_block(), None);
		ensure!(!power.is_zero(), Error::<T>::NotEligibleToVote);
		ensure!(candidate != seconder, Error::<T>::OwnCandidacy);
		let nomination = Nominations::<T>::get(id, candidate).ok_or(Error::<T>::NotCandidate)?;
		let account = nomination.account.ok_or(Error::<T>::NotCandidate)?;
		Seconds::<T>::try_mutate(id, seconder, |seconded| {
			ensure!(!seconded.contains(&candidate), Error::<T>::AlreadySeconded);
			ensure!(u32::try_from(seconded.len()).is_ok_and(|count| count < seats), Error::<T>::TooManySeconded);
			seconded.try_push(candidate).map_err(|_| Error::<T>::TooManySeconded)
		})?;
		let seconders = nomination.seconders.checked_add(1).ok_or(Error::<T>::Overflow)?;
		Nominations::<T>::insert(id, candidate, Nomination { account: Some(account.clone()), seconders });
		Self::deposit_event(Event::CandidateSeconded { proposal: id, candidate, seconder, seconders });
		Self::take_place(id, Candidate { owner: candidate, account }, seconders).map(|_| ())
	}

	/// An owner no longer seconds a candidate, who gives up the place if too few others do. A second of one who stepped
	/// back can be withdrawn until the nomination is over.
	pub(crate) fn do_withdraw_second(id: ProposalId, candidate: OwnerId, seconder: OwnerId) -> DispatchResult {
		let proposal = Self::ensure_nominating(id)?;
		let mut nomination = Nominations::<T>::get(id, candidate).ok_or(Error::<T>::NotSeconder)?;
		ensure!(Seconds::<T>::get(id, seconder).contains(&candidate), Error::<T>::NotSeconder);
		ensure!(nomination.account.is_none() || Self::is_first_half(&proposal)?, Error::<T>::WithdrawalOver);
		Seconds::<T>::mutate_exists(id, seconder, |seconded| {
			if let Some(candidates) = seconded {
				candidates.retain(|other| *other != candidate);
			}
			*seconded = seconded.take().filter(|candidates| !candidates.is_empty());
		});
		nomination.seconders = nomination.seconders.checked_sub(1).ok_or(Error::<T>::Overflow)?;
		let seconders = nomination.seconders;
		Nominations::<T>::insert(id, candidate, nomination);
		Self::deposit_event(Event::SecondWithdrawn { proposal: id, candidate, seconder, seconders });
		let mut candidates = Candidates::<T>::get(id);
		let places = candidates.len();
		if seconders < T::MinSeconders::get() {
			candidates.retain(|other| other.owner != candidate);
		}
		if candidates.len() < places {
			Candidates::<T>::insert(id, candidates);
			Self::deposit_event(Event::CandidateDisplaced { proposal: id, owner: candidate });
		}
		Ok(())
	}

	/// Ensures that enough candidates stay for an election, if one with a place steps back in the second half.
	///
	/// ## Errors
	/// [`Error::WithdrawalOver`].
	pub(crate) fn ensure_enough_stay(id: ProposalId, owner: OwnerId, proposal: &ProposalOf<T>) -> DispatchResult {
		let candidates = Candidates::<T>::get(id);
		let has_place = candidates.iter().any(|candidate| candidate.owner == owner);
		let fewest = Self::book_of(proposal.rule_book)?.election.seats_min;
		let is_needed = has_place && u32::try_from(candidates.len()) == Ok(fewest);
		ensure!(!is_needed || Self::is_first_half(proposal)?, Error::<T>::WithdrawalOver);
		Ok(())
	}

	/// Whether half of the nomination is not over.
	fn is_first_half(proposal: &ProposalOf<T>) -> Result<bool, DispatchError> {
		let State::Nominating { ends } = proposal.state else {
			return Err(Error::<T>::NotNominating.into());
		};
		let second_half = Self::book_of(proposal.rule_book)?.election.nomination.checked_div(2).unwrap_or_default();
		Ok(T::Clock::lived() < ends.saturating_sub(second_half))
	}

	/// Gives a candidate with enough seconders a place, if need be that of the last of those with the fewest, who have
	/// fewer. Returns whether the candidate has one.
	fn take_place(id: ProposalId, candidate: Candidate<T::AccountId>, seconders: u32) -> Result<bool, DispatchError> {
		if seconders < T::MinSeconders::get() {
			return Ok(false);
		}
		let mut candidates = Candidates::<T>::get(id);
		if candidates.iter().any(|other| other.owner == candidate.owner) {
			return Ok(true);
		}
		if candidates.is_full() {
			let seconded =
				candidates.iter().enumerate().map(|(place, other)| (Self::seconders(id, other.owner), place));
			let Some((fewest, place)) = seconded.min_by_key(|(seconders, place)| (*seconders, Reverse(*place))) else {
				return Ok(false);
			};
			if fewest >= seconders {
				return Ok(false);
			}
			let displaced = candidates.remove(place);
			Self::deposit_event(Event::CandidateDisplaced { proposal: id, owner: displaced.owner });
		}
		let owner = candidate.owner;
		candidates.try_push(candidate).map_err(|_| Error::<T>::TooManyCandidates)?;
		Candidates::<T>::insert(id, candidates);
		Self::deposit_event(Event::CandidatePlaced { proposal: id, owner });
		Ok(true)
	}

	/// The number of owners who seconded this one.
	fn seconders(id: ProposalId, owner: OwnerId) -> u32 {
		Nominations::<T>::get(id, owner).map_or(0, |nomination| nomination.seconders)
	}
}
