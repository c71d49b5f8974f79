// SPDX-License-Identifier: Apache-2.0

//! Seating the committee that an election chose.

use crate::{
	mock::*,
	types::{Election, Term},
	*,
};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{
	traits::{ElectedCommittee, SittingCommittee},
	ElectionResult, Moment,
};

#[test]
fn those_elected_take_their_seats() {
	ExtBuilder.build_and_execute(|| {
		assert!(!Committee::sits());
		sleep(5);
		let elected = line([4, 0, 2]);
		let result =
			ElectionResult { elected: elected.clone(), reserve: line([5, 1]), closed: START, ..result(6, 3, 0) };
		assert_ok!(Committee::seat(result));
		assert_eq!((owners(), in_reserve()), (vec![4, 0, 2], vec![5, 1]));
		assert_eq!(collective(), vec![acc(0), acc(2), acc(4)]);
		let (begins, ends) = (START + 5, START + 5 + TERM);
		assert_eq!(
			CurrentTerm::<Test>::get(),
			Some(Term { election: 6, seats: 3, minimum: 1, begins, ends, succession: ends })
		);
		assert_eq!(LatestElection::<Test>::get(), Some(Election { closed: START, id: 6 }));
		assert_eq!(last_event(), Event::Seated { election: 6, members: elected, ends });
		assert!(Committee::sits());
	});
}

#[test]
fn the_next_committee_replaces_the_former_one() {
	ExtBuilder.build_and_execute(|| {
		seat(0, 5, 2);
		assert_eq!(collective().len(), 5);
		sleep(1);
		seat(1, 3, 0);
		assert_eq!(collective(), vec![acc(0), acc(1), acc(2)]);
		assert_eq!((owners(), in_reserve()), (vec![0, 1, 2], vec![]));
	});
}

#[test]
fn only_the_first_committee_is_announced() {
	ExtBuilder.build_and_execute(|| {
		let nobody = ElectionResult { elected: line([]), ..result(0, 3, 0) };
		assert_noop!(Committee::seat(nobody), Error::<Test>::EligibleMemberNotFound);
		assert_eq!(FirstCommittees::get(), 0);
		for election in [0, 1] {
			seat(election, 3, 0);
			assert_eq!(FirstCommittees::get(), 1);
			sleep(1);
		}
	});
}

#[test]
fn an_owner_who_sold_before_seating_is_passed_over() {
	ExtBuilder.build_and_execute(|| {
		let result = result(0, 3, 2);
		sell(1);
		Register::replace(2, second(2));
		sleep(1);
		assert_ok!(Committee::seat(result));
		assert_eq!((owners(), in_reserve()), (vec![0, 2, 3], vec![4]));
		assert_eq!(collective(), vec![acc(0), acc(3), second(2)]);
	});
}

#[test]
fn a_sale_in_the_same_block_has_no_effect() {
	ExtBuilder.build_and_execute(|| {
		sell(1);
		seat(0, 3, 1);
		assert_eq!(owners(), vec![0, 1, 2]);
	});
}

#[test]
fn seats_stay_vacant_if_too_few_are_eligible() {
	ExtBuilder.build_and_execute(|| {
		sell(1);
		sleep(1);
		seat(0, 3, 0);
		assert_eq!(owners(), vec![0, 2]);
		assert_eq!(CurrentTerm::<Test>::get().map(|term| term.seats), Some(3));
	});
}

#[test]
fn a_committee_without_eligible_members_is_refused() {
	ExtBuilder.build_and_execute(|| {
		let result = result(0, 3, 1);
		(0..4).for_each(sell);
		sleep(1);
		assert_noop!(Committee::seat(result), Error::<Test>::EligibleMemberNotFound);
		assert_eq!(CurrentTerm::<Test>::get(), None);
	});
}

#[test]
fn a_committee_that_could_not_act_is_refused() {
	ExtBuilder.build_and_execute(|| {
		// One still owns a unit where three are the minimum.
		let three = ElectionResult { minimum: 3, ..result(0, 3, 0) };
		// Two of five are no majority of the seats.
		let five = result(0, 5, 0);
		for owner in [0, 1] {
			sell(owner);
		}
		sleep(1);
		assert_noop!(Committee::seat(three.clone()), Error::<Test>::TooFewEligible);
		sell(2);
		sleep(1);
		assert_noop!(Committee::seat(five.clone()), Error::<Test>::TooFewEligible);
		// The reserve sits instead.
		assert_ok!(Committee::seat(ElectionResult { reserve: line([5]), ..five }));
		assert_eq!(owners(), vec![3, 4, 5]);
		assert_noop!(Committee::seat(three), Error::<Test>::EligibleMemberNotFound);
	});
}

#[test]
fn a_term_that_overflows_is_refused() {
	ExtBuilder.build_and_execute(|| {
		let endless = ElectionResult { term: Moment::MAX, ..result(0, 3, 0) };
		assert_noop!(Committee::seat(endless), Error::<Test>::Overflow);
	});
}

#[test]
fn an_older_election_does_not_replace_a_committee() {
	ExtBuilder.build_and_execute(|| {
		// Two elections are held, and the later one is enacted first.
		let older = result(1, 5, 0);
		sleep(1);
		let newer = result(0, 3, 0);
		assert_ok!(Committee::seat(newer));
		assert_noop!(Committee::seat(older.clone()), Error::<Test>::NewerElectionSeated);
		// An election closed later replaces it.
		sleep(1);
		seat(2, 4, 0);
		assert_eq!(CurrentTerm::<Test>::get().map(|term| term.election), Some(2));
		assert_noop!(Committee::seat(older), Error::<Test>::NewerElectionSeated);
	});
}

#[test]
fn of_two_elections_closed_at_once_the_higher_id_prevails() {
	ExtBuilder.build_and_execute(|| {
		let (first, other) = (result(0, 3, 0), result(1, 5, 0));
		assert_ok!(Committee::seat(other));
		assert_noop!(Committee::seat(first), Error::<Test>::NewerElectionSeated);
	});
}

#[test]
fn an_older_election_is_refused_after_the_newer_term_too() {
	ExtBuilder.build_and_execute(|| {
		let older = result(0, 3, 0);
		sleep(1);
		seat(1, 3, 0);
		let newer = LatestElection::<Test>::get();
		sleep(TERM);
		assert_ok!(Committee::expire_term(signed(TENANT)));
		assert_noop!(Committee::seat(older), Error::<Test>::NewerElectionSeated);
		assert_eq!(CurrentTerm::<Test>::get(), None);
		assert_eq!(LatestElection::<Test>::get(), newer);
	});
}
