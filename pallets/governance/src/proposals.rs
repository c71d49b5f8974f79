// SPDX-License-Identifier: Apache-2.0

//! Making, supporting, amending and withdrawing proposals, and giving their notice (D28).

use crate::{
	electorate::Scope,
	pallet::*,
	tally::{BallotKind, Tally},
	types::*,
	BoundedCallOf, CallMatters, CallOf, Origin, PollOf, ProposalOf, QuestionOf,
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
	blocks::{block_at, block_before},
	buildings::in_order,
	traits::Clock,
	ContentHash, Moment, OwnerId, Power,
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
		let rules = *book.class(class).ok_or(Error::<T>::ClassNotFound)?;
		Self::ensure_counted(&rules)?;
		let electorate = electorate.map(in_order);
		Self::check_question(&question, class, electorate.as_ref(), &book)?;
		Self::ensure_for_tracts(&rules, &question, electorate.as_ref())?;
		let id = NextProposal::<T>::get();
		let next = id.checked_add(1).ok_or(Error::<T>::Overflow)?;
		NextProposal::<T>::put(next);
		Self::deposit_event(Event::Proposed { proposal: id, proposer, class, rule_book, agenda });

		let block = Self::record_block();
		let scope = Scope::of(&electorate, &rules);
		let heads = Self::total_of(block, scope)?.heads;
		ensure!(heads > 0, Error::<T>::ElectorateIsEmpty);
		let ends = T::Clock::lived().checked_add(book.petition_window).ok_or(Error::<T>::Overflow)?;
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
		// Preimages stay until the end, even if the account that noted them no longer wants them.
		proposal.question.calls().for_each(T::Preimages::hold);
		match proposer {
			Proposer::Committee | Proposer::Vacancies => Self::put_forward(id, &mut proposal, &book)?,
			Proposer::Owner { owner } => {
				let own = Self::power_of(owner, block, scope)?.heads;
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

	fn check_question(
		question: &QuestionOf<T>,
		class: ClassId,
		electorate: Option<&Buildings>,
		book: &RuleBook,
	) -> DispatchResult {
		match question {
			Question::Motion { .. } => (),
			Question::Options { options, .. } => ensure!(options.len() >= 2, Error::<T>::TooFewOptions),
			Question::Election { seats, term } => {
				ensure!(class == book.election.class, Error::<T>::InvalidClass);
				ensure!(electorate.is_none(), Error::<T>::InvalidElectorate);
				ensure!(book.election.allows_seats(*seats), Error::<T>::InvalidSeats);
				ensure!(book.election.allows_term(*term), Error::<T>::InvalidTerm);
			}
		}
		if let Question::Motion { matter, .. } | Question::Options { matter, .. } = question {
			ensure!(matter.is_some() || question.calls().next().is_none(), Error::<T>::MatterRequired);
			ensure!(matter.is_none_or(|matter| book.suffices(class, matter)), Error::<T>::ClassTooLow);
		}
		// All calls of the options together are no longer than that of a motion, and so is decoding them.
		let mut length = 0u32;
		for call in question.calls() {
			length = call.len().and_then(|len| length.checked_add(len)).ok_or(Error::<T>::CallTooLong)?;
			ensure!(length <= MAX_CALL_LEN, Error::<T>::CallTooLong);
			let call = Self::read(call)?;
			ensure!(question.matter().is_none_or(|matter| T::Matters::fits(matter, &call)), Error::<T>::MatterMismatch);
			ensure!(electorate.is_none() || T::Matters::fits_some_buildings(&call), Error::<T>::InvalidElectorate);
		}
		Ok(())
	}

	/// Ensures that a call can be read: owners vote on what they can read, and so do those who recount and those who
	/// annul.
	///
	/// ## Errors
	/// [`Error::PreimageNotFound`], [`Error::CallUnreadable`].
	pub(crate) fn ensure_readable(call: &BoundedCallOf<T>) -> DispatchResult {
		Self::read(call).map(|_| ())
	}

	/// The call, if it can be read.
	fn read(call: &BoundedCallOf<T>) -> Result<CallOf<T>, DispatchError> {
		Self::fetch(call).map_err(|failure| {
			match failure {
				Failure::CallMissing => Error::<T>::PreimageNotFound,
				_ => Error::<T>::CallUnreadable,
			}
			.into()
		})
	}

	pub(crate) fn do_support(id: ProposalId, owner: OwnerId) -> DispatchResult {
		let mut proposal = Self::proposal(id)?;
		let State::Petition { ends, block, .. } = proposal.state else {
			return Err(Error::<T>::NotCollecting.into());
		};
		ensure!(T::Clock::lived() < ends, Error::<T>::PetitionOver);
		ensure!(!Supporters::<T>::contains_key(id, owner), Error::<T>::AlreadySupported);
		let book = Self::book_of(proposal.rule_book)?;
		let class = book.class(proposal.class).ok_or(Error::<T>::ClassNotFound)?;
		let own = Self::power_of(owner, block, Scope::of(&proposal.electorate, class))?.heads;
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
		Self::count_support(id, owner, Self::quota_of(&proposal.question, proposal.electorate.as_ref()))?;
		Supporters::<T>::insert(id, owner, ());
		Self::transition(proposal, State::Petition { ends, block, heads, supporters })?;
		Self::deposit_event(Event::Supported { proposal: id, owner, supporters });
		match book.petition.compare(supporters.into(), heads.into()) {
			Some(Ordering::Equal | Ordering::Greater) => Self::put_forward(id, proposal, book),
			_ => {
				Self::list(id, supporters, ends);
				Ok(())
			}
		}
	}

	/// Puts a proposal to the owners: gives the notice of a motion, or opens an election for candidates.
	fn put_forward(id: ProposalId, proposal: &mut ProposalOf<T>, book: &RuleBook) -> DispatchResult {
		let room = Self::room_of(proposal.proposer, &proposal.question, proposal.electorate.as_ref());
		Self::enter_room(id, room)?;
		match proposal.question {
			Question::Motion { .. } | Question::Options { .. } => Self::give_notice(id, proposal),
			Question::Election { .. } => {
				let ends = T::Clock::lived().checked_add(book.election.nomination).ok_or(Error::<T>::Overflow)?;
				Self::transition(proposal, State::Nominating { ends })?;
				Self::deposit_event(Event::NominationOpened { proposal: id, ends: T::Clock::moment_of(ends) });
				Self::schedule(id, ends, Call::announce { proposal: id });
				Ok(())
			}
		}
	}

	/// Gives the notice, which fixes the proposal.
	pub(crate) fn give_notice(id: ProposalId, proposal: &mut ProposalOf<T>) -> DispatchResult {
		let book = Self::book_of(proposal.rule_book)?;
		let class = *book.class(proposal.class).ok_or(Error::<T>::ClassNotFound)?;
		let at = T::Clock::now();
		let opens = T::Clock::lived().checked_add(class.notice).ok_or(Error::<T>::Overflow)?;
		let closes = opens.checked_add(class.window).ok_or(Error::<T>::Overflow)?;
		let record_block = Self::record_block();
		let (total, developer) =
			Self::counted_total(&class, record_block, &proposal.electorate).ok_or(Error::<T>::TooManyBuildingSets)?;
		let tract_buildings = Self::open_tracts(id, &book, &class, record_block)?;
		let tally = match &proposal.question {
			Question::Motion { .. } => Tally::of_motion(class.quorum_only),
			Question::Options { options, .. } => Tally::of_options(options.len(), class.quorum_only),
			Question::Election { .. } => Tally::of_election(Candidates::<T>::decode_len(id).unwrap_or_default()),
		};
		let served_silent = match class.silent {
			class::SilentRule::NotParticipating => None,
			class::SilentRule::FollowMajority => Some(Power::ZERO),
		};
		let kind = BallotKind::Open;
		let electorate = proposal.electorate.clone();
		Self::transition(proposal, State::Announced { at, opens, closes })?;
		let (stage, last_ballot) = (Stage::FirstCall, opens);
		let recent_since = block_before(T::RecentChanges::get(), T::BlockTime::get(), record_block);
		let recent = tally.clone();
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
			recent_since,
			recent,
			kinds: class.kinds,
			papers: 0,
			tract_buildings,
		};
		Polls::<T>::insert(id, poll);
		let (begins, ends) = (T::Clock::moment_of(opens), T::Clock::moment_of(closes));
		Self::deposit_event(Event::Announced { proposal: id, opens: begins, closes: ends, record_block, total, kind });
		Self::schedule(id, closes, Call::close { proposal: id });
		Ok(())
	}

	pub(crate) fn do_amend(proposer: Proposer, id: ProposalId, agenda: ContentHash, place: Place) -> DispatchResult {
		let mut proposal = Self::proposal(id)?;
		ensure!(proposal.proposer == proposer, Error::<T>::NotProposer);
		match proposal.state {
			// Somebody may be signing support for the text that was there.
			State::Petition { .. } => return Err(Error::<T>::NotAmendable.into()),
			State::Nominating { ends } => {
				Self::ensure_not_backed(&proposal)?;
				ensure!(T::Clock::lived() < ends, Error::<T>::AlreadyAnnounced);
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
				// The owners have already picked the two options of a run-off.
				let is_run_off = FirstVotes::<T>::contains_key(id);
				ensure!(!is_run_off && T::Clock::lived() < opens, Error::<T>::VotingAlreadyOpen);
				Polls::<T>::remove(id);
				TractPolls::<T>::remove(id);
			}
			_ => return Err(Error::<T>::AlreadyConcluded.into()),
		}
		Self::release_call(&proposal);
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

	/// Takes its place from a proposal that is no longer open. Only now can its petitioner begin another: otherwise a
	/// petitioner with enough support alone, such as the sole owner of a building, could fill all the places.
	pub(crate) fn leave_open(id: ProposalId, proposal: &ProposalOf<T>) {
		Self::leave_room(id);
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

	/// The record date: the last finished block, whose state can no longer change.
	pub(crate) fn record_block() -> BlockNumberFor<T> {
		frame_system::Pallet::<T>::block_number().saturating_sub(One::one())
	}

	/// Schedules the call for the first block that cannot be earlier than `when` in lived time, unless the chain stands
	/// still before: then the call comes early and is [put off](Self::is_early). If the scheduler's agenda is full, an
	/// account has to make the call, as anyone can.
	pub(crate) fn schedule(id: ProposalId, when: Moment, call: Call<T>) {
		let current = frame_system::Pallet::<T>::block_number();
		// Blocks pass as lived time does.
		let block = block_at(when, T::Clock::lived(), T::BlockTime::get(), current);
		let origin = OriginFor::<T>::from(Origin::Due).into_caller();
		let scheduled = T::Preimages::bound(crate::CallOf::<T>::from(call)).and_then(|call| {
			T::Scheduler::schedule(DispatchTime::At(block), None, LOWEST_PRIORITY, origin, call).map(|_| ())
		});
		if scheduled.is_err() {
			Self::deposit_event(Event::NotScheduled { proposal: id });
		}
	}

	/// Ensures that anyone can make `call` on the proposal, or the scheduler. Returns whether the scheduler made it too
	/// early, as after a standstill, of which the first block has lived no time: it is scheduled again.
	pub(crate) fn is_early(origin: OriginFor<T>, id: ProposalId, call: Call<T>) -> Result<bool, DispatchError> {
		if !Self::ensure_anyone(origin)? {
			return Ok(false);
		}
		let due = match (&call, Self::proposal(id)?.state) {
			(Call::announce { .. }, State::Nominating { ends }) => ends,
			(Call::close { .. }, State::Petition { ends, .. }) => ends,
			(Call::close { .. }, State::Announced { closes, .. }) => closes,
			(Call::enact { .. }, State::Passed { enact_at, .. } | State::Failed { enact_at, .. }) => enact_at,
			// Somebody was faster: the call says so.
			_ => return Ok(false),
		};
		let early = T::Clock::lived() < due;
		if early {
			Self::schedule(id, due, call);
		}
		Ok(early)
	}

	/// The poll of an announced proposal.
	///
	/// ## Errors
	/// [`Error::PollNotFound`].
	pub(crate) fn poll(id: ProposalId) -> Result<PollOf<T>, DispatchError> {
		Polls::<T>::get(id).ok_or_else(|| Error::<T>::PollNotFound.into())
	}
}
