// SPDX-License-Identifier: Apache-2.0

//! Candidates, their seconders and their places.

use crate::{mock::*, types::*, *};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::MAX_CANDIDATES;

/// An election of five seats among 60 owners of one flat each, in which a place takes this number of seconders.
fn opened(seconders: u32) -> ProposalId {
	Register::begin_with((0..60).map(|owner| flat(1, 9_000, owner)).collect());
	Seconders::set(seconders);
	propose(election(5), ORDINARY)
}

fn with_places(id: ProposalId) -> Vec<u32> {
	Candidates::<Test>::get(id).iter().map(|candidate| candidate.owner).collect()
}

fn second_by(id: ProposalId, candidate: u32, seconders: impl IntoIterator<Item = u32>) {
	for seconder in seconders {
		assert_ok!(Governance::second(of(seconder), id, candidate));
	}
}

#[test]
fn a_candidate_takes_a_place_with_enough_seconders() {
	ExtBuilder::default().build_and_execute(|| {
		let id = opened(2);
		assert_noop!(Governance::second(of(1), id, 0), Error::<Test>::NotCandidate);
		assert_ok!(Governance::stand(of(0), id));
		assert_eq!(last_event(), Event::CandidateStood { proposal: id, owner: 0, account: acc(0) });
		assert_ok!(Governance::second(of(1), id, 0));
		let event = Event::CandidateSeconded { proposal: id, candidate: 0, seconder: 1, seconders: 1 };
		assert_eq!(last_event(), event);
		assert!(with_places(id).is_empty());
		// One who waits for a place can ask for it, in vain so far.
		assert_noop!(Governance::stand(of(0), id), Error::<Test>::TooFewSeconders);
		assert_ok!(Governance::second(of(2), id, 0));
		assert_eq!(last_event(), Event::CandidatePlaced { proposal: id, owner: 0 });
		assert_eq!(with_places(id), vec![0]);
		assert_noop!(Governance::stand(of(0), id), Error::<Test>::AlreadyCandidate);
	});
}

#[test]
fn seconding_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let id = opened(1);
		for owner in 0..7 {
			assert_ok!(Governance::stand(of(owner), id));
		}
		assert_noop!(Governance::second(of(0), id, 0), Error::<Test>::OwnCandidacy);
		assert_noop!(Governance::second(signed(TENANT), id, 0), Error::<Test>::NotOwner);
		assert_noop!(Governance::second(signed(second(1)), id, 0), Error::<Test>::NotRepresentative);
		assert_noop!(Governance::second(of(77), id, 0), Error::<Test>::NotEligibleToVote);
		assert_noop!(Governance::second(of(1), 9, 0), Error::<Test>::ProposalNotFound);
		second_by(id, 0, [9]);
		assert_noop!(Governance::second(of(9), id, 0), Error::<Test>::AlreadySeconded);
		for candidate in 1..5 {
			second_by(id, candidate, [9]);
		}
		// As many as there are seats.
		assert_noop!(Governance::second(of(9), id, 5), Error::<Test>::TooManySeconded);
		let motion_id = propose(motion(None), ORDINARY);
		assert_noop!(Governance::second(of(9), motion_id, 5), Error::<Test>::NotNominating);
		sleep(NOMINATION);
		assert_noop!(Governance::second(of(10), id, 5), Error::<Test>::NominationOver);
	});
}

#[test]
fn friends_who_take_all_places_in_the_opening_block_are_displaced_by_the_better_seconded() {
	ExtBuilder::default().build_and_execute(|| {
		let id = opened(1);
		let friends = MAX_CANDIDATES;
		for friend in 0..friends {
			assert_ok!(Governance::stand(of(friend), id));
		}
		// They second each other as often as they can.
		for step in 1..=5 {
			for friend in 0..friends {
				second_by(id, (friend + step) % friends, [friend]);
			}
		}
		assert_eq!(with_places(id).len(), 32);
		assert_noop!(Governance::second(of(0), id, 20), Error::<Test>::TooManySeconded);

		assert_ok!(Governance::stand(of(40), id));
		second_by(id, 40, 41..46);
		assert!(!with_places(id).contains(&40), "as many seconders as theirs do not suffice");
		let last = *with_places(id).last().unwrap();
		second_by(id, 40, [46]);
		assert!(governance_events().contains(&Event::CandidateDisplaced { proposal: id, owner: last }));
		assert_eq!(last_event(), Event::CandidatePlaced { proposal: id, owner: 40 });
		let places = with_places(id);
		assert_eq!((places.len(), places.last()), (32, Some(&40)));
		assert!(!places.contains(&last));
		// With as many seconders the displaced candidate comes back, in place of another friend.
		second_by(id, last, [50]);
		assert!(with_places(id).contains(&last) && with_places(id).contains(&40));
	});
}

#[test]
fn a_place_that_becomes_free_is_taken_by_one_who_waits() {
	ExtBuilder::default().build_and_execute(|| {
		let id = opened(1);
		for owner in 0..=MAX_CANDIDATES {
			assert_ok!(Governance::stand(of(owner), id));
			second_by(id, owner, [owner + 1]);
		}
		assert!(!with_places(id).contains(&32));
		assert_noop!(Governance::stand(of(32), id), Error::<Test>::TooFewSeconders);
		assert_ok!(Governance::step_back(of(3), id));
		assert_eq!(last_event(), Event::CandidateSteppedBack { proposal: id, owner: 3 });
		assert_ok!(Governance::stand(of(32), id));
		assert!(with_places(id).contains(&32));
		// Who stepped back cannot be seconded, and keeps the seconders.
		assert_noop!(Governance::second(of(50), id, 3), Error::<Test>::NotCandidate);
		assert_noop!(Governance::step_back(of(3), id), Error::<Test>::NotCandidate);
		assert_ok!(Governance::stand(of(3), id));
		assert!(!with_places(id).contains(&3), "there is no place");
		second_by(id, 3, [50]);
		assert!(with_places(id).contains(&3));
		// One without a place steps back, too.
		assert_ok!(Governance::stand(of(58), id));
		assert_ok!(Governance::step_back(of(58), id));
	});
}

#[test]
fn a_second_is_withdrawn() {
	ExtBuilder::default().build_and_execute(|| {
		let id = opened(2);
		for candidate in 0..6 {
			assert_ok!(Governance::stand(of(candidate), id));
		}
		second_by(id, 0, [8, 9]);
		assert_eq!(with_places(id), vec![0]);
		for candidate in 1..5 {
			second_by(id, candidate, [9]);
		}
		assert_noop!(Governance::second(of(9), id, 5), Error::<Test>::TooManySeconded);
		let withdraw = |owner: u32, candidate| Governance::withdraw_second(of(owner), id, candidate);
		assert_noop!(withdraw(9, 5), Error::<Test>::NotSeconder);
		assert_noop!(withdraw(9, 50), Error::<Test>::NotSeconder);
		assert_noop!(withdraw(10, 0), Error::<Test>::NotSeconder);
		assert_noop!(Governance::withdraw_second(signed(TENANT), id, 0), Error::<Test>::NotOwner);
		assert_noop!(Governance::withdraw_second(signed(second(9)), id, 0), Error::<Test>::NotRepresentative);
		assert_noop!(Governance::withdraw_second(of(9), 77, 0), Error::<Test>::ProposalNotFound);
		assert_ok!(withdraw(9, 1));
		let event = Event::SecondWithdrawn { proposal: id, candidate: 1, seconder: 9, seconders: 0 };
		assert_eq!(last_event(), event);
		// That makes room for another.
		second_by(id, 5, [9]);
		// A place is given up with too few seconders, and taken again with enough.
		assert_ok!(withdraw(8, 0));
		assert_eq!(last_event(), Event::CandidateDisplaced { proposal: id, owner: 0 });
		assert!(with_places(id).is_empty());
		assert_noop!(withdraw(8, 0), Error::<Test>::NotSeconder);
		assert!(!Seconds::<Test>::contains_key(id, 8));
		second_by(id, 0, [10]);
		assert_eq!(with_places(id), vec![0]);
	});
}

#[test]
fn nobody_is_left_without_seconders_at_the_last_moment() {
	ExtBuilder::default().build_and_execute(|| {
		let id = opened(1);
		for candidate in 0..2 {
			assert_ok!(Governance::stand(of(candidate), id));
			second_by(id, candidate, [9]);
		}
		let withdraw = |candidate| Governance::withdraw_second(of(9), id, candidate);
		sleep(NOMINATION / 2);
		assert_noop!(withdraw(0), Error::<Test>::WithdrawalOver);
		assert_eq!(with_places(id), vec![0, 1]);
		// One who stepped back needs none.
		assert_ok!(Governance::step_back(of(0), id));
		assert_ok!(withdraw(0));
		sleep(NOMINATION);
		assert_noop!(withdraw(1), Error::<Test>::NominationOver);
		let motion_id = propose(motion(None), ORDINARY);
		assert_noop!(Governance::withdraw_second(of(9), motion_id, 1), Error::<Test>::NotNominating);
	});
}

/// Friends of the committee stand, so that others see enough candidates, and step back in the last block.
#[test]
fn no_candidate_steps_back_at_the_last_moment_and_lets_the_election_lapse() {
	ExtBuilder::default().build_and_execute(|| {
		let id = opened(1);
		for candidate in 0..4 {
			assert_ok!(Governance::stand(of(candidate), id));
			second_by(id, candidate, [candidate + 10]);
		}
		sleep(NOMINATION - 1);
		// Three are the minimum.
		assert_ok!(Governance::step_back(of(3), id));
		assert_noop!(Governance::step_back(of(2), id), Error::<Test>::WithdrawalOver);
		// One who has no place is not needed.
		assert_ok!(Governance::stand(of(4), id));
		assert_ok!(Governance::step_back(of(4), id));
		sleep(1);
		assert_ok!(Governance::announce(signed(TENANT), id));
		assert!(matches!(state(id), State::Announced { .. }));
	});
	// In the first half there is time for others to stand.
	ExtBuilder::default().build_and_execute(|| {
		let id = opened(1);
		for candidate in 0..3 {
			assert_ok!(Governance::stand(of(candidate), id));
			second_by(id, candidate, [candidate + 10]);
		}
		assert_ok!(Governance::step_back(of(2), id));
	});
}
