// SPDX-License-Identifier: Apache-2.0

//! Room for proposals and petitions (D53).
//!
//! What was put to the owners has a place in one of several [`Room`]s. A petition has none while it collects support,
//! so that nobody's petition keeps another from being made; those with some support are listed, the better supported in
//! place of the others. Support itself is scarce: an owner supports [`Config::MaxSupports`] petitions at a time. Where
//! a petition takes a fifth of the owners, at most five times as many can be put to the owners at once, and a group of
//! a fifth has no more than those.

use crate::{electorate::Scope, pallet::*, types::*, QuestionOf};
use core::cmp::Reverse;
use frame_support::{
	ensure,
	traits::{Contains, Get},
};
use linli_primitives::{traits::Clock, Moment, OwnerId};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Gives a proposal that is put to the owners its place.
	///
	/// ## Errors
	/// [`Error::TooManyOpen`].
	pub(crate) fn enter_room(id: ProposalId, room: Room) -> DispatchResult {
		OpenProposals::<T>::try_append(room, id).map_err(|()| Error::<T>::TooManyOpen)?;
		Rooms::<T>::insert(id, room);
		Self::unlist(id);
		Ok(())
	}

	/// Takes its place from a proposal that is no longer open.
	pub(crate) fn leave_room(id: ProposalId) {
		if let Some(room) = Rooms::<T>::take(id) {
			OpenProposals::<T>::mutate_exists(room, |open| {
				if let Some(ids) = open {
					ids.retain(|other| *other != id);
				}
				*open = open.take().filter(|ids| !ids.is_empty());
			});
		}
		Self::unlist(id);
	}

	/// The room of a proposal.
	pub(crate) fn room_of(proposer: Proposer, question: &QuestionOf<T>, electorate: Option<&Buildings>) -> Room {
		match proposer {
			Proposer::Committee => Room::Committee,
			Proposer::Owner { .. } | Proposer::Vacancies => match Self::quota_of(question, electorate) {
				Quota::Elections => Room::Elections,
				Quota::Motions => {
					let building = electorate.and_then(|buildings| buildings.first());
					building.map_or(Room::Owners, |building| Room::Building(*building))
				}
			},
		}
	}

	/// What support for a petition with this question counts against. Elections and recalls are of the whole community:
	/// the owners of small buildings, each of whom is a fifth of one, would fill their room.
	pub(crate) fn quota_of(question: &QuestionOf<T>, electorate: Option<&Buildings>) -> Quota {
		let is_recall = || match question {
			Question::Motion { call: Some(call), .. } => {
				Self::fetch(call).is_ok_and(|call| T::Recalls::contains(&call))
			}
			// A recall among options does not make the others one: they take no place of elections.
			Question::Motion { call: None, .. } | Question::Options { .. } | Question::Election { .. } => false,
		};
		if electorate.is_none() && (matches!(question, Question::Election { .. }) || is_recall()) {
			Quota::Elections
		} else {
			Quota::Motions
		}
	}

	/// Counts an owner's support against the quota. Support for what is no longer open is forgotten.
	///
	/// ## Errors
	/// [`Error::TooManySupported`].
	pub(crate) fn count_support(id: ProposalId, owner: OwnerId, quota: Quota) -> DispatchResult {
		Supported::<T>::try_mutate(owner, quota, |supported| {
			supported.retain(|other| Proposals::<T>::get(other).is_some_and(|proposal| proposal.state.is_open()));
			supported.try_push(id).map_err(|_| Error::<T>::TooManySupported)
		})?;
		Ok(())
	}

	/// Lists a petition with this many supporters, if they are enough and there is a place: a free one, or that of the
	/// petition with the fewest supporters, the latest of those, if they are fewer. A petition whose time is over has
	/// none.
	pub(crate) fn list(id: ProposalId, supporters: u32, ends: Moment) {
		let now = T::Clock::lived();
		let mut listed = Listed::<T>::get();
		let before = listed.len();
		listed.retain(|other| other.proposal != id);
		let was_listed = listed.len() < before;
		if supporters >= T::MinSupporters::get() {
			if listed.is_full() {
				let weight = |it: &Listing| if now < it.ends { it.supporters } else { 0 };
				let places = listed.iter().enumerate().map(|(place, it)| (weight(it), Reverse(it.proposal), place));
				match places.min() {
					Some((fewest, Reverse(proposal), place)) if fewest < supporters => {
						listed.remove(place);
						Self::deposit_event(Event::PetitionUnlisted { proposal });
					}
					_ => return,
				}
			}
			let pushed = listed.try_push(Listing { proposal: id, supporters, ends }).is_ok();
			if pushed && !was_listed {
				Self::deposit_event(Event::PetitionListed { proposal: id, supporters });
			}
		}
		Listed::<T>::put(listed);
	}

	fn unlist(id: ProposalId) {
		Listed::<T>::mutate(|listed| listed.retain(|other| other.proposal != id));
	}

	pub(crate) fn do_withdraw_support(id: ProposalId, owner: OwnerId) -> DispatchResult {
		let mut proposal = Self::proposal(id)?;
		let State::Petition { ends, block, heads, supporters } = proposal.state else {
			return Err(Error::<T>::NotCollecting.into());
		};
		ensure!(T::Clock::lived() < ends, Error::<T>::PetitionOver);
		ensure!(proposal.proposer != Proposer::Owner { owner }, Error::<T>::OwnPetition);
		ensure!(Supporters::<T>::take(id, owner).is_some(), Error::<T>::NotSupporter);
		let class = Self::class_of(&proposal)?;
		let own = Self::power_of(owner, block, Scope::of(&proposal.electorate, &class))?.heads;
		let supporters = supporters.checked_sub(own).ok_or(Error::<T>::Overflow)?;
		Self::transition(&mut proposal, State::Petition { ends, block, heads, supporters })?;
		for quota in [Quota::Motions, Quota::Elections] {
			Supported::<T>::mutate(owner, quota, |supported| supported.retain(|other| *other != id));
		}
		Proposals::<T>::insert(id, proposal);
		Self::deposit_event(Event::SupportWithdrawn { proposal: id, owner, supporters });
		Self::list(id, supporters, ends);
		Ok(())
	}
}
