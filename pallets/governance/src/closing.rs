// SPDX-License-Identifier: Apache-2.0

//! Closing a vote: the verdict and its certificate (D31).

use crate::{
	elections, options,
	pallet::*,
	tally::Tally,
	tracts::{self, with_tracts},
	types::{certificate::Places, class::Lack, *},
	verdict::{self, Count},
	CertificateOf, PollOf, ProposalOf,
};
use frame_support::ensure;
use linli_primitives::{traits::Clock, Moment, Power};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_close(id: ProposalId) -> DispatchResult {
		let mut proposal = Self::proposal(id)?;
		let (now, lived) = (T::Clock::now(), T::Clock::lived());
		match proposal.state {
			State::Petition { ends, .. } => {
				ensure!(lived >= ends, Error::<T>::PetitionRunning);
				Self::lapse(id, &mut proposal, now)?;
			}
			State::Announced { .. } => Self::conclude(id, &mut proposal, now)?,
			_ => return Err(Error::<T>::NotClosable.into()),
		}
		Proposals::<T>::insert(id, proposal);
		Ok(())
	}

	/// Lets a proposal lapse before the vote, for lack of support or candidates.
	pub(crate) fn lapse(id: ProposalId, proposal: &mut ProposalOf<T>, at: Moment) -> DispatchResult {
		Self::transition(proposal, State::Lapsed { at })?;
		Self::release_call(proposal);
		Self::leave_open(id, proposal);
		Self::deposit_event(Event::Lapsed { proposal: id });
		Ok(())
	}

	fn conclude(id: ProposalId, proposal: &mut ProposalOf<T>, closed: Moment) -> DispatchResult {
		let mut poll = Self::poll(id)?;
		let class = Self::class_of(proposal)?;
		let lived = T::Clock::lived();
		let early = lived < poll.closes;
		ensure!(!early || closes_early(&class, &poll, lived), Error::<T>::VotingNotOver);
		let applied = class.at(poll.stage);
		let tracts = Self::tract_results(id, &applied, &poll)?;
		let certificate = Self::certify(proposal, &applied, &poll, tracts, closed)?;
		let verdict = certificate.verdict;
		let lack = match proposal.question {
			Question::Motion { .. } | Question::Options { .. } => tracts::lack::<T>(&applied, &certificate),
			Question::Election { .. } => verdict::lacks_participation(&verdict).then_some(Lack::Participation),
		};
		if let Some((stage, span)) = lack.and_then(|lack| class.next_stage(poll.stage, lack)) {
			// Counted from the close, so that there is time to vote even if nobody closed the vote for long.
			poll.closes = lived.checked_add(span).ok_or(Error::<T>::Overflow)?;
			poll.stage = stage;
			return Self::carry_on(id, proposal, poll);
		}
		if early {
			// Whatever else can be done until the vote closes is over as well.
			poll.closes = lived;
			Polls::<T>::insert(id, poll);
		}
		let run_off = matches!(proposal.question, Question::Options { .. }) && !certificate.reserve.is_empty();
		Certificates::<T>::insert(id, certificate);
		Self::leave_open(id, proposal);
		if verdict.is_passed() {
			// Counted from the close, as the result cannot be challenged before it is known.
			let enact_at = lived.checked_add(class.delay).ok_or(Error::<T>::Overflow)?;
			Self::transition(proposal, State::Passed { closed, enact_at })?;
			if matches!(proposal.question, Question::Election { .. }) {
				LatestPassedElection::<T>::put(id);
			}
			let due = T::Clock::moment_of(enact_at);
			Self::deposit_event(Event::Closed { proposal: id, verdict, enact_at: Some(due) });
			let weight_bound = Self::scheduled_bound(proposal);
			Self::schedule(id, enact_at, Call::enact { proposal: id, weight_bound });
		} else {
			Self::transition(proposal, State::Rejected { closed })?;
			if !run_off {
				// Otherwise they stay until the run-off is called, whose calls they are.
				Self::release_call(proposal);
			}
			Self::deposit_event(Event::Closed { proposal: id, verdict, enact_at: None });
			if run_off {
				Self::schedule(id, lived, Call::call_run_off { proposal: id });
			}
		}
		Ok(())
	}

	/// Lets a vote go on at its next stage.
	fn carry_on(id: ProposalId, proposal: &mut ProposalOf<T>, poll: PollOf<T>) -> DispatchResult {
		let State::Announced { at, .. } = proposal.state else {
			return Err(Error::<T>::InvalidState.into());
		};
		let (opens, closes, stage) = (poll.opens, poll.closes, poll.stage);
		Self::transition(proposal, State::Announced { at, opens, closes })?;
		Polls::<T>::insert(id, poll);
		Self::deposit_event(Event::VoteContinued { proposal: id, stage, closes: T::Clock::moment_of(closes) });
		Self::schedule(id, closes, Call::close { proposal: id });
		Ok(())
	}

	/// The certificate of a vote. Reads no ballots, as the tally is updated with each of them.
	fn certify(
		proposal: &ProposalOf<T>,
		class: &DecisionClass,
		poll: &PollOf<T>,
		tracts: tract::TractResults,
		closed: Moment,
	) -> Result<CertificateOf<T>, DispatchError> {
		let participating = poll.tally.participating().ok_or(Error::<T>::Overflow)?;
		let mut count = Count {
			total: poll.total,
			participating,
			in_favour: Power::ZERO,
			against: Power::ZERO,
			served_silent: poll.served_silent.unwrap_or(Power::ZERO),
			quorum_only: Power::ZERO,
		};
		let (mut elected, mut reserve) = (Places::default(), Places::default());
		let verdict = match (&poll.tally, &proposal.question) {
			(Tally::Motion { in_favour, against, quorum_only, .. }, Question::Motion { .. }) => {
				count.in_favour = *in_favour;
				count.against = *against;
				count.quorum_only = quorum_only.unwrap_or(Power::ZERO);
				with_tracts(verdict::decide(class, &count), &tracts)
			}
			(Tally::Election { approving, .. }, Question::Election { seats, .. }) => {
				let rules = Self::book_of(proposal.rule_book)?.election;
				let outcome = elections::outcome(class, &rules, *seats, &count, approving);
				elected = outcome.elected;
				reserve = outcome.reserve;
				outcome.verdict
			}
			(Tally::Options { options, against, quorum_only, .. }, Question::Options { .. }) => {
				count.quorum_only = quorum_only.unwrap_or(Power::ZERO);
				let served_silent = count.served_silent;
				let outcome = options::outcome(class, &count, options, *against);
				elected = outcome.chosen;
				reserve = outcome.run_off;
				count = Count { served_silent, ..outcome.count };
				outcome.verdict
			}
			_ => return Err(Error::<T>::InvalidState.into()),
		};
		let stood_still = Self::stood_still(poll, closed);
		Ok(Certificate {
			rule_book: proposal.rule_book,
			class: proposal.class,
			record_block: poll.record_block,
			tally: poll.tally.clone(),
			count,
			verdict,
			elected,
			reserve,
			closed,
			stage: poll.stage,
			stood_still,
			recent_since: poll.recent_since,
			recent: poll.recent.clone(),
			closed_in: frame_system::Pallet::<T>::block_number(),
			tracts,
		})
	}

	/// How long the chain stood still between the opening of the vote and its close.
	pub(crate) fn stood_still(poll: &PollOf<T>, closed: Moment) -> Moment {
		let lived = T::Clock::lived_at(closed).saturating_sub(poll.opens);
		closed.saturating_sub(T::Clock::moment_of(poll.opens)).saturating_sub(lived)
	}
}

/// Whether a vote can be closed before its end, at the lived time `now`: every owner has voted, nobody on paper, nobody
/// has changed a ballot for as long as the class requires, and the class allows it.
pub(crate) fn closes_early<BlockNumber>(class: &DecisionClass, poll: &Poll<BlockNumber>, now: Moment) -> bool {
	let quiet = class.early_close.and_then(|span| poll.last_ballot.checked_add(span));
	quiet.is_some_and(|since| since <= now) && poll.papers == 0 && poll.tally.participating() == Some(poll.total)
}
