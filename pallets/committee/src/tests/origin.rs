// SPDX-License-Identifier: Apache-2.0

//! The one origin of the committee: its term, a majority of all its seats, and the minimum that must sit.

use crate::{mock::*, *};
use frame_support::{assert_ok, traits::EnsureOrigin};
use linli_primitives::{traits::ElectedCommittee, ElectionResult};

/// Whether a motion with this number of ayes, of this number of members, is the committee's.
fn speaks(ayes: u32, members: u32) -> bool {
	EnsureCommittee::<Test>::try_origin(pallet_collective::RawOrigin::Members(ayes, members).into()).is_ok()
}

#[test]
fn a_majority_of_all_seats_speaks_for_the_committee() {
	ExtBuilder.build_and_execute(|| {
		assert!(!speaks(3, 5), "nobody was elected");
		seat(0, 5, 0);
		assert!(speaks(3, 5) && speaks(5, 5));
		assert!(!speaks(2, 5) && !speaks(0, 5));
		for origin in [of(0), RuntimeOrigin::root(), RuntimeOrigin::none(), Origin::Due.into()] {
			assert!(EnsureCommittee::<Test>::try_origin(origin).is_err());
		}
		let member = pallet_collective::RawOrigin::Member(acc(0)).into();
		assert!(EnsureCommittee::<Test>::try_origin(member).is_err());
	});
}

#[test]
fn an_even_number_of_seats_needs_more_than_half() {
	ExtBuilder.build_and_execute(|| {
		seat(0, 4, 0);
		assert!(!speaks(2, 4));
		assert!(speaks(3, 4));
	});
}

#[test]
fn a_committee_says_nothing_after_its_term() {
	ExtBuilder.build_and_execute(|| {
		seat(0, 5, 0);
		sleep(TERM - 1);
		assert!(speaks(5, 5));
		sleep(1);
		// Nobody has dismissed it yet.
		assert_eq!(collective().len(), 5);
		assert!(!speaks(5, 5));
		sleep(365 * linli_primitives::calendar::DAY);
		assert!(!speaks(5, 5), "a year later");
		assert_ok!(Committee::expire_term(signed(TENANT)));
		assert!(!speaks(5, 5));
	});
}

#[test]
fn one_of_five_left_is_no_majority() {
	ExtBuilder.build_and_execute(|| {
		seat(0, 5, 0);
		assert_ok!(Committee::resign(of(4)));
		assert_ok!(Committee::resign(of(3)));
		// Three of five: all of them have to agree.
		assert!(!speaks(2, 3));
		assert!(speaks(3, 3));
		for owner in [2, 1] {
			assert_ok!(Committee::resign(of(owner)));
		}
		assert_eq!(owners(), vec![0]);
		assert!(!speaks(1, 1));
		assert_eq!(Committee::seat_of(&acc(0)), Some(0), "the seat stays until the term ends");
	});
}

#[test]
fn fewer_than_the_minimum_say_nothing() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(Committee::seat(ElectionResult { minimum: 3, ..result(0, 3, 0) }));
		assert!(speaks(2, 3));
		assert_ok!(Committee::resign(of(2)));
		// Two of three seats are a majority, but three are the minimum.
		assert!(!speaks(2, 2));
	});
}
