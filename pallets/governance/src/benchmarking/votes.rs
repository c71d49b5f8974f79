// SPDX-License-Identifier: Apache-2.0

//! Proposals in every state.

use super::{
	owners::{community_in, some_buildings},
	rules::{FOLLOW, PLAIN, SPAN},
	BenchmarkHelper,
};
use crate::{
	pallet::*,
	tally::Choice,
	types::{rule_book::MAX_SEATS, *},
	CallOf, ProposalOf, QuestionOf,
};
use alloc::vec;
use codec::Encode;
use frame_benchmarking::{account, BenchmarkError};
use frame_support::traits::{Bounded, Get, StorePreimage};
use frame_system::pallet_prelude::BlockNumberFor;
use linli_primitives::{traits::Clock, ContentHash, Moment, OwnerId};

pub(super) fn place() -> Place {
	Place::truncate_from(vec![b'x'; MAX_PLACE as usize])
}

/// A call of the maximum length, with as many elements as fit, each of which is allocated when the call is decoded. It
/// requires the root origin.
pub(super) fn longest_call<T: Config>() -> CallOf<T> {
	// A key of one byte takes two with its length. Six bytes hold the call's index and the number of keys.
	let keys = vec![vec![0u8]; (MAX_CALL_LEN as usize - 6) / 2];
	frame_system::Call::<T>::kill_storage { keys }.into()
}

/// A motion whose call is a preimage.
pub(super) fn motion<T: Config>() -> Result<QuestionOf<T>, BenchmarkError> {
	let bytes = longest_call::<T>().encode();
	assert_eq!(bytes.len(), MAX_CALL_LEN as usize);
	let len = u32::try_from(bytes.len()).map_err(|_| "the call is short")?;
	let hash = T::Preimages::note(bytes.into())?;
	Ok(Question::Motion { call: Some(Bounded::Lookup { hash, len }), matter: Some(Matter::Charges) })
}

pub(super) fn election<T: Config>() -> QuestionOf<T> {
	Question::Election { seats: MAX_SEATS, term: SPAN }
}

pub(super) fn make<T: Config>(
	proposer: Proposer,
	question: QuestionOf<T>,
	class: ClassId,
	electorate: Option<Buildings>,
) -> Result<ProposalId, BenchmarkError> {
	Ok(Pallet::<T>::do_propose(proposer, question, class, electorate, ContentHash::zero(), place())?)
}

pub(super) fn pass<T: Config>(time: Moment) {
	T::BenchmarkHelper::set_time(T::Clock::now() + time);
	let next = frame_system::Pallet::<T>::block_number() + 1u32.into();
	frame_system::Pallet::<T>::set_block_number(next);
}

/// A motion by a class in which the silent follow, in its notice.
pub(super) fn announced<T: Config>() -> Result<ProposalId, BenchmarkError> {
	make::<T>(Proposer::Committee, motion::<T>()?, FOLLOW, some_buildings(MAX_BUILDINGS))
}

/// An open vote on a motion, in this number of buildings and by this class.
pub(super) fn vote<T: Config>(buildings: u32, class: ClassId) -> Result<ProposalId, BenchmarkError> {
	let id = make::<T>(Proposer::Committee, motion::<T>()?, class, some_buildings(buildings))?;
	pass::<T>(SPAN);
	Ok(id)
}

/// An open vote by a class in which the silent follow. This owner was served and voted on paper.
pub(super) fn voted_on_paper<T: Config>(owner: OwnerId) -> Result<ProposalId, BenchmarkError> {
	let id = vote::<T>(MAX_BUILDINGS, FOLLOW)?;
	let scan = ContentHash::zero();
	Pallet::<T>::do_acknowledge(id, owner)?;
	Pallet::<T>::do_enter_paper(id, owner, Choice::For, scan, account("clerk", 0, 0))?;
	Pallet::<T>::do_countersign(id, owner, Choice::For, scan, account("witness", 0, 0))?;
	Ok(id)
}

/// An election with the maximum number of candidates.
pub(super) fn nominated<T: Config>(people: &[(T::AccountId, OwnerId)]) -> Result<ProposalId, BenchmarkError> {
	let id = make::<T>(Proposer::Committee, election::<T>(), FOLLOW, None)?;
	for (who, owner) in people.iter().take(MAX_CANDIDATES as usize) {
		stand::<T>(id, *owner, who.clone())?;
	}
	Ok(id)
}

/// Has an owner stand who has the seconders for a place.
pub(super) fn stand<T: Config>(id: ProposalId, owner: OwnerId, who: T::AccountId) -> Result<(), BenchmarkError> {
	second::<T>(id, owner, 0);
	Ok(Pallet::<T>::do_stand(id, owner, who)?)
}

/// Gives an owner who does not stand yet the seconders for a place, and `more`.
pub(super) fn second<T: Config>(id: ProposalId, owner: OwnerId, more: u32) {
	let seconders = T::MinSeconders::get().saturating_add(more);
	Nominations::<T>::insert(id, owner, Nomination { account: None, seconders });
}

pub(super) fn open_election<T: Config>(people: &[(T::AccountId, OwnerId)]) -> Result<ProposalId, BenchmarkError> {
	let id = nominated::<T>(people)?;
	pass::<T>(SPAN);
	Pallet::<T>::do_announce(id)?;
	pass::<T>(SPAN);
	Ok(id)
}

/// A motion that passed.
pub(super) fn passed<T: Config>(people: &[(T::AccountId, OwnerId)]) -> Result<ProposalId, BenchmarkError> {
	let id = vote::<T>(MAX_BUILDINGS, PLAIN)?;
	for (_, owner) in people {
		Pallet::<T>::do_cast(id, *owner, Choice::For, Channel::Own)?;
	}
	pass::<T>(SPAN);
	Pallet::<T>::do_close(id)?;
	Ok(id)
}

/// A motion that the owners rejected. Its certificate says that all voted for it: a judgment requires more than half,
/// with which it would have passed by the classes of these rules.
pub(super) fn rejected<T: Config>(people: &[(T::AccountId, OwnerId)]) -> Result<ProposalId, BenchmarkError> {
	let id = vote::<T>(MAX_BUILDINGS, PLAIN)?;
	for (_, owner) in people {
		Pallet::<T>::do_cast(id, *owner, Choice::Against, Channel::Own)?;
	}
	pass::<T>(SPAN);
	Pallet::<T>::do_close(id)?;
	Certificates::<T>::mutate(id, |certificate| {
		if let Some(certificate) = certificate {
			certificate.count.in_favour = certificate.count.total;
		}
	});
	Ok(id)
}

/// A vote of this number of owners, all but one of whom have voted.
pub(super) fn all_voted_but_one<T: Config>(owners: u32) -> Result<(ProposalId, T::AccountId, OwnerId), BenchmarkError> {
	let people = community_in::<T>(owners, &[0])?;
	let id = vote::<T>(0, PLAIN)?;
	let (last, others) = people.split_last().ok_or("there are owners")?;
	for (_, owner) in others {
		Pallet::<T>::do_cast(id, *owner, Choice::Against, Channel::Own)?;
	}
	let (who, owner) = last.clone();
	// A block holds the events of its own ballots only.
	frame_system::Pallet::<T>::reset_events();
	Ok((id, who, owner))
}

pub(super) fn state<T: Config>(id: ProposalId) -> Result<State<BlockNumberFor<T>>, BenchmarkError> {
	Ok(Proposals::<T>::get(id).map(|proposal: ProposalOf<T>| proposal.state).ok_or("the proposal is there")?)
}
