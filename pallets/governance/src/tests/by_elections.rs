// SPDX-License-Identifier: Apache-2.0

//! By-elections, as the committee calls them.

use crate::{mock::*, types::*, *};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::traits::ByElections;
use sp_runtime::DispatchError;

fn call(seats: u32, term: u64) -> ProposalId {
	let id = NextProposal::<Test>::get();
	assert_ok!(<Governance as ByElections>::call(seats, term));
	id
}

#[test]
fn a_by_election_opens_for_candidates_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		let id = call(5, 2 * YEAR);
		let proposal = Proposals::<Test>::get(id).unwrap();
		assert_eq!(proposal.proposer, Proposer::Vacancies);
		assert_eq!((proposal.question, proposal.class), (election(5), ORDINARY));
		assert!(matches!(proposal.state, State::Nominating { .. }));
		assert_eq!(last_event(), Event::NominationOpened { proposal: id, ends: START + NOMINATION });
		// It is nobody's to change or withdraw.
		for origin in [committee(), of(0)] {
			assert_noop!(Governance::withdraw(origin.clone(), id), Error::<Test>::NotProposer);
			assert_noop!(Governance::amend(origin, id, hash(3), place()), Error::<Test>::NotProposer);
		}
		for owner in 0..3 {
			assert_ok!(Governance::stand(of(owner), id));
		}
		sleep(NOMINATION);
		assert_ok!(Governance::announce(signed(TENANT), id));
		assert!(matches!(state(id), State::Announced { .. }));
	});
}

#[test]
fn it_has_the_seats_and_the_term_that_the_rules_allow() {
	ExtBuilder::default().build_and_execute(|| {
		for ((seats, term), allowed) in
			[((4, 0), (5, YEAR)), ((1, 9 * YEAR), (3, 3 * YEAR)), ((30, 2 * YEAR), (7, 2 * YEAR))]
		{
			let id = call(seats, term);
			let (seats, term) = allowed;
			assert_eq!(Proposals::<Test>::get(id).unwrap().question, Question::Election { seats, term });
			sleep(NOMINATION);
			assert_ok!(Governance::announce(signed(TENANT), id));
			assert!(matches!(state(id), State::Lapsed { .. }), "nobody stood");
		}
	});
}

#[test]
fn one_election_at_a_time() {
	ExtBuilder::default().build_and_execute(|| {
		// A petition that still looks for support keeps nobody from an election.
		assert_ok!(Governance::petition(of(3), election(3), ORDINARY, None, hash(2), place()));
		let id = call(3, YEAR);
		let again = || <Governance as ByElections>::call(3, YEAR);
		assert_noop!(again(), Error::<Test>::ElectionAlreadyOpen);
		for owner in 0..3 {
			assert_ok!(Governance::stand(of(owner), id));
		}
		sleep(NOMINATION);
		assert_ok!(Governance::announce(signed(TENANT), id));
		assert_noop!(again(), Error::<Test>::ElectionAlreadyOpen);
		sleep(NOTICE + WINDOW);
		assert_ok!(Governance::close(signed(TENANT), id));
		assert!(matches!(state(id), State::Rejected { .. }), "nobody voted");
		assert_ok!(again());
	});
}

#[test]
fn it_lapses_if_a_committee_sits_meanwhile() {
	ExtBuilder::default().build_and_execute(|| {
		let id = call(3, YEAR);
		let own = propose(election(3), ORDINARY);
		for owner in 0..3 {
			assert_ok!(Governance::stand(of(owner), id));
			assert_ok!(Governance::stand(of(owner), own));
		}
		sleep(NOMINATION);
		Sits::set(true);
		assert_ok!(Governance::announce(signed(TENANT), id));
		assert_eq!(last_event(), Event::Lapsed { proposal: id });
		// An election that somebody asked for goes on.
		assert_ok!(Governance::announce(signed(TENANT), own));
		assert!(matches!(state(own), State::Announced { .. }));
	});
}

#[test]
fn without_a_rule_book_none_can_be_called() {
	ExtBuilder(None).build_and_execute(|| {
		assert_noop!(<Governance as ByElections>::call(3, YEAR), Error::<Test>::RuleBookNotFound);
	});
}

#[test]
fn an_election_takes_as_long_as_all_its_times_together() {
	ExtBuilder::default().build_and_execute(|| {
		let id = call(3, YEAR);
		let begun = Now::get();
		for owner in 0..3 {
			assert_ok!(Governance::stand(of(owner), id));
		}
		sleep(NOMINATION);
		assert_ok!(Governance::announce(signed(TENANT), id));
		let State::Announced { closes, .. } = state(id) else { panic!("{:?}", state(id)) };
		let (_, book) = Governance::current_rule_book().unwrap();
		let delay = book.class(ORDINARY).unwrap().delay;
		assert_eq!(<Governance as ByElections>::lead_time(), closes + delay - begun);
	});
	ExtBuilder(None).build_and_execute(|| assert_eq!(<Governance as ByElections>::lead_time(), 0));
}

#[test]
fn none_is_called_while_one_that_passed_waits_for_its_enactment() {
	ExtBuilder::default().build_and_execute(|| {
		let call = || <Governance as ByElections>::call(3, YEAR);
		let id = elected(3, 3, YEAR);
		assert!(matches!(state(id), State::Passed { .. }));
		assert_noop!(call(), Error::<Test>::ElectionAlreadyOpen);
		// A result that cannot be seated keeps nobody from another election.
		SeatingRefused::set(Some(DispatchError::Unavailable));
		sleep(DELAY);
		let _ = enact(id);
		assert!(matches!(state(id), State::Failed { .. }));
		assert_ok!(call());
	});
}
