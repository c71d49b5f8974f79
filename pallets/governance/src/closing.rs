// SPDX-License-Identifier: Apache-2.0

//! Closing a vote: the verdict and its certificate (D31).

use crate::{
	elections,
	pallet::*,
	tally::Tally,
	types::{certificate::Places, *},
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
			State::Announced { closes, .. } => {
				ensure!(lived >= closes, Error::<T>::VotingNotOver);
				Self::conclude(id, &mut proposal, now)?;
			}
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
		let poll = Self::poll(id)?;
		let class = Self::class_of(proposal)?;
		let certificate = Self::certify(proposal, &class, poll, closed)?;
		let verdict = certificate.verdict;
		Certificates::<T>::insert(id, certificate);
		Self::leave_open(id, proposal);
		if verdict.is_passed() {
			// Counted from the close, as the result cannot be challenged before it is known.
			let enact_at = T::Clock::lived().checked_add(class.delay).ok_or(Error::<T>::Overflow)?;
			Self::transition(proposal, State::Passed { closed, enact_at })?;
			let due = T::Clock::moment_of(enact_at);
			Self::deposit_event(Event::Closed { proposal: id, verdict, enact_at: Some(due) });
			let weight_bound = Self::scheduled_bound(proposal);
			Self::schedule(id, enact_at, Call::enact { proposal: id, weight_bound });
		} else {
			Self::transition(proposal, State::Rejected { closed })?;
			Self::release_call(proposal);
			Self::deposit_event(Event::Closed { proposal: id, verdict, enact_at: None });
		}
		Ok(())
	}

	/// The certificate of a vote. Reads no ballots, as the tally is updated with each of them.
	fn certify(
		proposal: &ProposalOf<T>,
		class: &DecisionClass,
		poll: PollOf<T>,
		closed: Moment,
	) -> Result<CertificateOf<T>, DispatchError> {
		let participating = poll.tally.participating().ok_or(Error::<T>::Overflow)?;
		let mut count = Count {
			total: poll.total,
			participating,
			in_favour: Power::ZERO,
			against: Power::ZERO,
			served_silent: poll.served_silent.unwrap_or(Power::ZERO),
		};
		let (mut elected, mut reserve) = (Places::default(), Places::default());
		let verdict = match (&poll.tally, &proposal.question) {
			(Tally::Motion { in_favour, against, .. }, Question::Motion { .. }) => {
				count.in_favour = *in_favour;
				count.against = *against;
				verdict::decide(class, &count)
			}
			(Tally::Election { approving, .. }, Question::Election { seats, .. }) => {
				let rules = Self::book_of(proposal.rule_book)?.election;
				let outcome = elections::outcome(class, &rules, *seats, &count, approving);
				elected = outcome.elected;
				reserve = outcome.reserve;
				outcome.verdict
			}
			_ => return Err(Error::<T>::InvalidState.into()),
		};
		let stood_still = Self::stood_still(&poll, closed);
		Ok(Certificate {
			rule_book: proposal.rule_book,
			class: proposal.class,
			record_block: poll.record_block,
			tally: poll.tally,
			count,
			verdict,
			elected,
			reserve,
			closed,
			stood_still,
		})
	}

	/// How long the chain stood still between the opening of the vote and its close.
	pub(crate) fn stood_still(poll: &PollOf<T>, closed: Moment) -> Moment {
		let lived = T::Clock::lived_at(closed).saturating_sub(poll.opens);
		closed.saturating_sub(T::Clock::moment_of(poll.opens)).saturating_sub(lived)
	}
}
