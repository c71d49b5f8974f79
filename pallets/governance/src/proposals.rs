// SPDX-License-Identifier: Apache-2.0

//! Making, supporting, amending and withdrawing proposals, and giving their notice (D28).

use crate::{
	pallet::*,
	tally::{BallotKind, Tally},
	types::{class::DeveloperRule, *},
	Origin, PollOf, ProposalOf, QuestionOf,
};
use core::cmp::Ordering;
use frame_support::{
	ensure,
	traits::{
		schedule::{v3::Anon, DispatchTime, LOWEST_PRIORITY},
		EnsureOrigin, Get, OriginTrait, QueryPreimage, StorePreimage,
	},
};
use frame_system::{ensure_signed, pallet_prelude::*};
use linli_primitives::{
	blocks::block_at,
	buildings::in_order,
	traits::{Clock, Electorate},
	BuildingId, ContentHash, Moment, OwnerId, Power,
};
use sp_runtime::{
	traits::{One, Saturating},
	DispatchError, DispatchResult,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_propose(
		proposer: Proposer,
		question: QuestionOf<T>,
		class: ClassId,
		electorate: Option<Buildings>,
		agenda: ContentHash,
		place: Place,
	) -> Result<ProposalId, DispatchError> {
		let (rule_book, book) = Self::current_rule_book().ok_or(Error::<T>::RuleBookNotFound)?;
		ensure!(book.class(class).is_some(), Error::<T>::ClassNotFound);
		let electorate = electorate.map(in_order);
		Self::check_question(&question, class, electorate.as_ref(), &book)?;
		let id = NextProposal::<T>::get();
		let next = id.checked_add(1).ok_or(Error::<T>::Overflow)?;
		if matches!(proposer, Proposer::Owner { .. }) {
			Self::ensure_room_for_petitions()?;
		}
		OpenProposals::<T>::try_append(id).map_err(|_| Error::<T>::TooManyOpen)?;
		NextProposal::<T>::put(next);
		Self::deposit_event(Event::Proposed { proposal: id, proposer, class, rule_book, agenda });

		let block = Self::record_block();
		let buildings = as_slice(&electorate);
		let heads = Self::total_of(block, buildings)?.heads;
		ensure!(heads > 0, Error::<T>::ElectorateIsEmpty);
		let ends = T::Clock::now().checked_add(book.petition_window).ok_or(Error::<T>::Overflow)?;
		let mut proposal = Proposal {
			proposer,
			question,
			class,
			rule_book,
			electorate: electorate.clone(),
			agenda,
			place,
			// The initial state of a petition. The committee's proposals leave it at once.
			state: State::Petition { ends, block, heads, supporters: 0 },
		};
		match proposer {
			Proposer::Committee => Self::put_forward(id, &mut proposal, &book)?,
			Proposer::Owner { owner } => {
				let own = Self::power_of(owner, block, buildings)?.heads;
				OpenPetitions::<T>::try_mutate(owner, |open| {
					ensure!(*open < T::MaxPetitions::get(), Error::<T>::TooManyPetitions);
					*open = open.checked_add(1).ok_or(Error::<T>::Overflow)?;
					Ok::<_, DispatchError>(())
				})?;
				Self::add_supporter(id, &mut proposal, owner, own, &book)?;
			}
		}
		Proposals::<T>::insert(id, proposal);
		Ok(id)
	}

	/// Ensures that petitions leave a quarter of the open proposals to the committee, so that owners cannot together
	/// keep it from proposing.
	fn ensure_room_for_petitions() -> DispatchResult {
		let most = T::MaxOpen::get();
		let open = OpenProposals::<T>::decode_len().and_then(|open| u32::try_from(open).ok()).unwrap_or_default();
		ensure!(open < most.saturating_sub(most.div_ceil(4)).max(1), Error::<T>::TooManyOpen);
		Ok(())
	}

	fn check_question(
		question: &QuestionOf<T>,
		class: ClassId,
		electorate: Option<&Buildings>,
		book: &RuleBook,
	) -> DispatchResult {
		match question {
			Question::Motion { .. } => (),
			Question::Options { options } => ensure!(options.len() >= 2, Error::<T>::TooFewOptions),
			Question::Election { seats, term } => {
				ensure!(class == book.election.class, Error::<T>::InvalidClass);
				ensure!(electorate.is_none(), Error::<T>::InvalidElectorate);
				ensure!(book.election.allows_seats(*seats), Error::<T>::InvalidSeats);
				ensure!(book.election.allows_term(*term), Error::<T>::InvalidTerm);
			}
		}
		// All calls of the options together are no longer than that of a motion, and so is decoding them.
		let mut length = 0u32;
		for call in question.calls() {
			length = call.len().and_then(|len| length.checked_add(len)).ok_or(Error::<T>::CallTooLong)?;
			ensure!(length <= MAX_CALL_LEN, Error::<T>::CallTooLong);
			// The preimage may still be missing: the hash determines the call.
			let unreadable = matches!(Self::fetch(call), Err(Failure::CallUnreadable));
			ensure!(!unreadable, Error::<T>::CallUnreadable);
		}
		Ok(())
	}

	pub(crate) fn do_support(id: ProposalId, owner: OwnerId) -> DispatchResult {
		let mut proposal = Self::proposal(id)?;
		let State::Petition { ends, block, .. } = proposal.state else {
			return Err(Error::<T>::NotCollecting.into());
		};
		ensure!(T::Clock::now() < ends, Error::<T>::PetitionOver);
		ensure!(!Supporters::<T>::contains_key(id, owner), Error::<T>::AlreadySupported);
		let own = Self::power_of(owner, block, as_slice(&proposal.electorate))?.heads;
		let book = Self::book_of(proposal.rule_book)?;
		Self::add_supporter(id, &mut proposal, owner, own, &book)?;
		Proposals::<T>::insert(id, proposal);
		Ok(())
	}

	/// Adds a supporter, who counts with all heads of the owner.
	fn add_supporter(
		id: ProposalId,
		proposal: &mut ProposalOf<T>,
		owner: OwnerId,
		own: u32,
		book: &RuleBook,
	) -> DispatchResult {
		let State::Petition { ends, block, heads, supporters } = proposal.state else {
			return Err(Error::<T>::NotCollecting.into());
		};
		let supporters = supporters.checked_add(own).ok_or(Error::<T>::Overflow)?;
		Supporters::<T>::insert(id, owner, ());
		Self::transition(proposal, State::Petition { ends, block, heads, supporters })?;
		Self::deposit_event(Event::Supported { proposal: id, owner, supporters });
		match book.petition.compare(supporters.into(), heads.into()) {
			Some(Ordering::Equal | Ordering::Greater) => Self::put_forward(id, proposal, book),
			_ => Ok(()),
		}
	}

	/// Puts a proposal to the owners: gives the notice of a motion, or opens an election for candidates.
	fn put_forward(id: ProposalId, proposal: &mut ProposalOf<T>, book: &RuleBook) -> DispatchResult {
		match proposal.question {
			Question::Motion { .. } | Question::Options { .. } => Self::give_notice(id, proposal),
			Question::Election { .. } => {
				let ends = T::Clock::now().checked_add(book.election.nomination).ok_or(Error::<T>::Overflow)?;
				Self::transition(proposal, State::Nominating { ends })?;
				Self::deposit_event(Event::NominationOpened { proposal: id, ends });
				Self::schedule(id, ends, Call::announce { proposal: id });
				Ok(())
			}
		}
	}

	/// Gives the notice, which fixes the proposal.
	pub(crate) fn give_notice(id: ProposalId, proposal: &mut ProposalOf<T>) -> DispatchResult {
		let class = Self::class_of(proposal)?;
		let at = T::Clock::now();
		let opens = at.checked_add(class.notice).ok_or(Error::<T>::Overflow)?;
		let closes = opens.checked_add(class.window).ok_or(Error::<T>::Overflow)?;
		let record_block = Self::record_block();
		let (total, developer) = Self::counted_total(&class, record_block, as_slice(&proposal.electorate))
			.ok_or(Error::<T>::TooManyBuildingSets)?;
		let tally = match &proposal.question {
			Question::Motion { .. } => Tally::of_motion(class.quorum_only),
			Question::Options { options } => Tally::of_options(options.len(), class.quorum_only),
			Question::Election { .. } => Tally::of_election(Candidates::<T>::decode_len(id).unwrap_or_default()),
		};
		proposal.question.calls().for_each(T::Preimages::hold);
		let served_silent = match class.silent {
			class::SilentRule::NotParticipating => None,
			class::SilentRule::FollowMajority => Some(Power::ZERO),
		};
		let kind = BallotKind::Open;
		let electorate = proposal.electorate.clone();
		Self::transition(proposal, State::Announced { at, opens, closes })?;
		let (stage, last_ballot) = (Stage::FirstCall, opens);
		let poll = Poll {
			opens,
			closes,
			record_block,
			electorate,
			total,
			kind,
			tally,
			served_silent,
			stage,
			developer,
			last_ballot,
		};
		Polls::<T>::insert(id, poll);
		Self::deposit_event(Event::Announced { proposal: id, opens, closes, record_block, total, kind });
		Self::schedule(id, closes, Call::close { proposal: id });
		Ok(())
	}

	pub(crate) fn do_amend(proposer: Proposer, id: ProposalId, agenda: ContentHash, place: Place) -> DispatchResult {
		let mut proposal = Self::proposal(id)?;
		ensure!(proposal.proposer == proposer, Error::<T>::NotProposer);
		match proposal.state {
			State::Petition { .. } => {
				let others = Supporters::<T>::iter_key_prefix(id).nth(1).is_some();
				ensure!(!others, Error::<T>::PetitionAlreadySupported);
			}
			State::Nominating { ends } => {
				Self::ensure_not_backed(&proposal)?;
				ensure!(T::Clock::now() < ends, Error::<T>::AlreadyAnnounced);
			}
			_ => return Err(Error::<T>::AlreadyAnnounced.into()),
		}
		proposal.agenda = agenda;
		proposal.place = place;
		Proposals::<T>::insert(id, proposal);
		Self::deposit_event(Event::Amended { proposal: id, agenda });
		Ok(())
	}

	pub(crate) fn do_withdraw(proposer: Proposer, id: ProposalId) -> DispatchResult {
		let mut proposal = Self::proposal(id)?;
		ensure!(proposal.proposer == proposer, Error::<T>::NotProposer);
		let at = T::Clock::now();
		match proposal.state {
			State::Petition { .. } => (),
			State::Nominating { .. } => Self::ensure_not_backed(&proposal)?,
			State::Announced { opens, .. } => {
				Self::ensure_not_backed(&proposal)?;
				ensure!(at < opens, Error::<T>::VotingAlreadyOpen);
				Polls::<T>::remove(id);
				Self::release_call(&proposal);
			}
			_ => return Err(Error::<T>::AlreadyConcluded.into()),
		}
		Self::transition(&mut proposal, State::Withdrawn { at })?;
		Self::leave_open(id, &proposal);
		Proposals::<T>::insert(id, proposal);
		Self::deposit_event(Event::Withdrawn { proposal: id });
		Ok(())
	}

	/// Ensures that a proposal that was put to the owners is the committee's: a petition with enough support no longer
	/// belongs to its petitioner.
	fn ensure_not_backed(proposal: &ProposalOf<T>) -> DispatchResult {
		ensure!(proposal.proposer == Proposer::Committee, Error::<T>::PetitionAlreadySucceeded);
		Ok(())
	}

	/// The proposer that the origin can act as.
	///
	/// ## Errors
	/// [`Error::NotOwner`], [`Error::NotRepresentative`].
	pub(crate) fn ensure_proposer(origin: OriginFor<T>) -> Result<Proposer, DispatchError> {
		match T::CommitteeOrigin::try_origin(origin) {
			Ok(_) => Ok(Proposer::Committee),
			Err(origin) => Ok(Proposer::Owner { owner: Self::representative(&ensure_signed(origin)?)? }),
		}
	}

	/// The proposal with this id.
	///
	/// ## Errors
	/// [`Error::ProposalNotFound`].
	pub(crate) fn proposal(id: ProposalId) -> Result<ProposalOf<T>, DispatchError> {
		Proposals::<T>::get(id).ok_or_else(|| Error::<T>::ProposalNotFound.into())
	}

	/// Changes the state of a proposal; nothing else does.
	///
	/// ## Errors
	/// [`Error::InvalidState`]: the transition does not exist.
	pub(crate) fn transition(proposal: &mut ProposalOf<T>, next: State<BlockNumberFor<T>>) -> DispatchResult {
		ensure!(proposal.state.may_become(&next), Error::<T>::InvalidState);
		proposal.state = next;
		Ok(())
	}

	/// Removes a proposal from the open ones. Only now can its petitioner begin another: otherwise a petitioner with
	/// enough support alone, such as the sole owner of a building, could fill all the places.
	pub(crate) fn leave_open(id: ProposalId, proposal: &ProposalOf<T>) {
		OpenProposals::<T>::mutate(|open| open.retain(|other| *other != id));
		if let Proposer::Owner { owner } = proposal.proposer {
			OpenPetitions::<T>::mutate_exists(owner, |open| {
				*open = open.and_then(|open| open.checked_sub(1)).filter(|open| *open > 0);
			});
		}
	}

	/// Releases the preimages of the proposal's calls.
	pub(crate) fn release_call(proposal: &ProposalOf<T>) {
		proposal.question.calls().for_each(T::Preimages::drop);
	}

	/// The power of `owner` at `block` in the electorate, which is above zero.
	///
	/// ## Errors
	/// [`Error::NotEligibleToVote`], [`Error::NotInElectorate`].
	pub(crate) fn power_of(
		owner: OwnerId,
		block: BlockNumberFor<T>,
		buildings: Option<&[BuildingId]>,
	) -> Result<Power, DispatchError> {
		let power = T::Electorate::power_at(owner, block, buildings);
		if !power.is_zero() {
			return Ok(power);
		}
		let elsewhere = buildings.is_some() && !T::Electorate::power_at(owner, block, None).is_zero();
		Err(if elsewhere { Error::<T>::NotInElectorate } else { Error::<T>::NotEligibleToVote }.into())
	}

	/// The power with which `owner` votes in a poll, which is above zero.
	///
	/// ## Errors
	/// [`Error::DeveloperExcluded`], [`Error::NotEligibleToVote`], [`Error::NotInElectorate`].
	pub(crate) fn voting_power(owner: OwnerId, poll: &PollOf<T>) -> Result<Power, DispatchError> {
		match poll.developer {
			Some((developer, power)) if developer == owner => {
				ensure!(!power.is_zero(), Error::<T>::DeveloperExcluded);
				Ok(power)
			}
			_ => Self::power_of(owner, poll.record_block, as_slice(&poll.electorate)),
		}
	}

	/// The power of all owners at `block` in the electorate as `class` counts the developer; and the developer, where
	/// it does not count in full. `None` if the electorate cannot be counted.
	pub(crate) fn counted_total(
		class: &DecisionClass,
		block: BlockNumberFor<T>,
		buildings: Option<&[BuildingId]>,
	) -> Option<(Power, Option<(OwnerId, Power)>)> {
		let total = T::Electorate::totals_at(block, buildings)?;
		let Some(developer) = T::Electorate::developer().filter(|_| class.developer != DeveloperRule::Full) else {
			return Some((total, None));
		};
		let own = T::Electorate::power_at(developer, block, buildings);
		let power = class.developer.counted(own, total);
		if power == own {
			return Some((total, None));
		}
		// Part of the total, so that neither step can fail.
		let total = total.checked_sub(own)?.checked_add(power)?;
		Some((total, Some((developer, power))))
	}

	/// The power of all owners at `block` in the electorate.
	///
	/// ## Errors
	/// [`Error::TooManyBuildingSets`].
	fn total_of(block: BlockNumberFor<T>, buildings: Option<&[BuildingId]>) -> Result<Power, DispatchError> {
		T::Electorate::totals_at(block, buildings).ok_or_else(|| Error::<T>::TooManyBuildingSets.into())
	}

	/// The record date: the last finished block, whose state can no longer change.
	pub(crate) fn record_block() -> BlockNumberFor<T> {
		frame_system::Pallet::<T>::block_number().saturating_sub(One::one())
	}

	/// Schedules the call for the first block that cannot be earlier than `when`. If the scheduler's agenda is full, an
	/// account has to make the call, as anyone can.
	pub(crate) fn schedule(id: ProposalId, when: Moment, call: Call<T>) {
		let current = frame_system::Pallet::<T>::block_number();
		let block = block_at(when, T::Clock::now(), T::BlockTime::get(), current);
		let origin = OriginFor::<T>::from(Origin::Due).into_caller();
		let scheduled = T::Preimages::bound(crate::CallOf::<T>::from(call)).and_then(|call| {
			T::Scheduler::schedule(DispatchTime::At(block), None, LOWEST_PRIORITY, origin, call).map(|_| ())
		});
		if scheduled.is_err() {
			Self::deposit_event(Event::NotScheduled { proposal: id });
		}
	}

	/// The poll of an announced proposal.
	///
	/// ## Errors
	/// [`Error::PollNotFound`].
	pub(crate) fn poll(id: ProposalId) -> Result<PollOf<T>, DispatchError> {
		Polls::<T>::get(id).ok_or_else(|| Error::<T>::PollNotFound.into())
	}
}

pub(crate) fn as_slice(electorate: &Option<Buildings>) -> Option<&[BuildingId]> {
	electorate.as_ref().map(|buildings| buildings.as_slice())
}
