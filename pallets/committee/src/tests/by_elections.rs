// SPDX-License-Identifier: Apache-2.0

//! By-elections, called when too few members are left to act.

use crate::{mock::*, term::RESERVE_TIME, *};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{
	calendar::DAY,
	traits::{ElectedCommittee, SittingCommittee},
	ElectionResult,
};
use sp_runtime::DispatchError;

#[test]
fn half_of_the_seats_empty_call_a_by_election() {
	ExtBuilder.build_and_execute(|| {
		seat(0, 5, 1);
		// The reserve fills the first, and two vacancies of five leave a majority.
		for owner in [0, 1, 2] {
			assert_ok!(Committee::resign(of(owner)));
			assert!(Committee::sits());
			assert!(Called::get().is_empty());
		}
		assert_ok!(Committee::resign(of(3)));
		assert!(!Committee::sits());
		assert_eq!(Called::get(), vec![(5, TERM)]);
		// Each further vacancy asks again: the one before could have elected nobody.
		assert_ok!(recall(4, 0));
		assert_eq!(Called::get().len(), 2);
	});
}

#[test]
fn exactly_half_of_an_even_number_is_too_few() {
	ExtBuilder.build_and_execute(|| {
		seat(0, 4, 0);
		assert_ok!(Committee::resign(of(0)));
		assert!(Called::get().is_empty());
		sell(1);
		sleep(1);
		assert_ok!(Committee::vacate(signed(TENANT), 1));
		assert_eq!(Called::get(), vec![(4, TERM)]);
	});
}

#[test]
fn fewer_than_the_minimum_call_a_by_election() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(Committee::seat(ElectionResult { minimum: 3, ..result(0, 3, 0) }));
		assert_ok!(Committee::resign(of(0)));
		assert_eq!(Called::get(), vec![(3, TERM)]);
	});
}

#[test]
fn a_seat_becomes_vacant_even_if_no_election_can_be_called() {
	ExtBuilder.build_and_execute(|| {
		seat(7, 3, 0);
		NoElection::set(true);
		assert_ok!(Committee::resign(of(0)));
		assert_ok!(Committee::resign(of(1)));
		assert_eq!(last_event(), Event::ByElectionNotCalled { election: 7, error: DispatchError::Unavailable });
		assert!(Called::get().is_empty(), "what the refused call did is undone");
		assert_eq!(owners(), vec![2]);
	});
}

#[test]
fn anyone_calls_a_by_election_while_too_few_sit() {
	ExtBuilder.build_and_execute(|| {
		let call = || Committee::call_by_election(signed(TENANT));
		assert_noop!(call(), Error::<Test>::CommitteeNotFound);
		seat(0, 3, 0);
		assert_noop!(call(), Error::<Test>::SeatsStillHeld);
		assert_ok!(Committee::resign(of(0)));
		assert_noop!(call(), Error::<Test>::SeatsStillHeld);
		NoElection::set(true);
		assert_ok!(Committee::resign(of(1)));
		assert_noop!(call(), DispatchError::Unavailable);
		NoElection::set(false);
		assert_noop!(Committee::call_by_election(RuntimeOrigin::root()), DispatchError::BadOrigin);
		assert_ok!(call());
		assert_eq!(Called::get(), vec![(3, TERM)]);
	});
}

#[test]
fn the_next_committee_is_elected_before_the_term_ends() {
	ExtBuilder.build_and_execute(|| {
		LeadTime::set(DAY);
		seat(0, 3, 0);
		let term = CurrentTerm::<Test>::get().unwrap();
		assert_eq!(term.succession, term.ends - DAY - RESERVE_TIME);
		let before = term.succession - term.begins;
		pass(before - LATE);
		assert!(Called::get().is_empty() && !Committee::needs_successor());
		assert_noop!(Committee::call_by_election(signed(TENANT)), Error::<Test>::SeatsStillHeld);
		// The scheduler calls it.
		pass(2 * LATE);
		assert_eq!(Called::get(), vec![(3, TERM)]);
		assert!(Committee::sits() && Committee::needs_successor());
		// Another one, should it come to nothing.
		assert_ok!(Committee::call_by_election(signed(TENANT)));
		// It is elected in time: nothing more is called.
		pass(DAY);
		seat(1, 5, 0);
		assert!(!Committee::needs_successor());
		Called::set(Vec::new());
		pass(RESERVE_TIME + LATE);
		assert!(Called::get().is_empty() && Committee::sits());
	});
}

#[test]
fn an_election_takes_at_most_half_of_the_term() {
	ExtBuilder.build_and_execute(|| {
		LeadTime::set(TERM);
		seat(0, 3, 0);
		let term = CurrentTerm::<Test>::get().unwrap();
		assert_eq!(term.succession, term.begins + TERM / 2);
	});
}

#[test]
fn another_election_is_called_when_the_term_ends_without_a_successor() {
	ExtBuilder.build_and_execute(|| {
		LeadTime::set(DAY);
		seat(0, 3, 0);
		pass(TERM + LATE);
		assert!(CurrentTerm::<Test>::get().is_none());
		assert_eq!(Called::get(), vec![(3, TERM), (3, TERM)]);
		// After that, anyone calls the next.
		assert!(Committee::needs_successor());
		assert_ok!(Committee::call_by_election(signed(TENANT)));
		assert_eq!(Called::get().len(), 3);
		seat(1, 3, 0);
		assert!(!FormerTerm::<Test>::exists());
		assert_noop!(Committee::call_by_election(signed(TENANT)), Error::<Test>::SeatsStillHeld);
	});
}

#[test]
fn a_term_ends_even_if_no_election_can_be_called() {
	ExtBuilder.build_and_execute(|| {
		seat(7, 3, 0);
		NoElection::set(true);
		sleep(TERM);
		// Nor is a committee whose term is over taken for one that sits.
		assert_noop!(Committee::call_by_election(signed(TENANT)), DispatchError::Unavailable);
		assert_ok!(Committee::expire_term(signed(TENANT)));
		assert_eq!(last_event(), Event::ByElectionNotCalled { election: 7, error: DispatchError::Unavailable });
		assert!(CurrentTerm::<Test>::get().is_none());
	});
}
