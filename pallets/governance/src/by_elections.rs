// SPDX-License-Identifier: Apache-2.0

//! By-elections: elections that the committee calls when too few of its members are left to act, and before its term
//! ends (D33).
//!
//! A by-election is for all seats and a full term, as where fewer than half of a committee are left the law asks for a
//! new one (指导规则 art. 39). Those who still sit can stand again.

use crate::{pallet::*, types::*};
use frame_support::ensure;
use linli_primitives::{traits::ByElections, ContentHash, Moment};
use sp_runtime::DispatchResult;

impl<T: Config> ByElections for Pallet<T> {
	fn call(seats: u32, term: Moment) -> DispatchResult {
		ensure!(!Self::has_open_election(), Error::<T>::ElectionAlreadyOpen);
		let (_, book) = Self::current_rule_book().ok_or(Error::<T>::RuleBookNotFound)?;
		let rules = book.election;
		let seats = rules.nearest_seats(seats).ok_or(Error::<T>::InvalidSeats)?;
		let question = Question::Election { seats, term: term.max(rules.term_min).min(rules.term_max) };
		// It has no text: the question says all.
		let (agenda, place) = (ContentHash::zero(), Place::default());
		Self::do_propose(Proposer::Vacancies, question, rules.class, None, agenda, place).map(|_| ())
	}

	fn lead_time() -> Moment {
		let Some((_, book)) = Self::current_rule_book() else { return 0 };
		let Some(class) = book.class(book.election.class) else { return 0 };
		[class.notice, class.window, class.delay].into_iter().fold(book.election.nomination, Moment::saturating_add)
	}
}

impl<T: Config> Pallet<T> {
	/// Whether an election is open to candidates or ballots, or passed and waits for its enactment. A petition for one
	/// that still collects support may come to nothing, and does not count; nor does a result that could not be seated.
	fn has_open_election() -> bool {
		let latest = LatestPassedElection::<T>::get().and_then(Proposals::<T>::get);
		if latest.is_some_and(|proposal| matches!(proposal.state, State::Passed { .. })) {
			return true;
		}
		let open = [Room::Elections, Room::Committee].into_iter().flat_map(OpenProposals::<T>::get);
		open.filter_map(Proposals::<T>::get).any(|proposal| matches!(proposal.question, Question::Election { .. }))
	}
}
