// SPDX-License-Identifier: Apache-2.0

//! Room for motions.

use crate::{mock::*, *};
use codec::Encode;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{
	traits::{BlakeTwo256, Hash},
	DispatchResult,
};

fn remark(number: u32) -> RuntimeCall {
	RuntimeCall::System(frame_system::Call::remark { remark: number.encode() })
}

fn propose(owner: u32, number: u32) -> DispatchResult {
	let call = remark(number);
	let length = call.encoded_size() as u32;
	let proposed = Collective::propose(signed(acc(owner)), 3, Box::new(call), length);
	proposed.map(|_| ()).map_err(|failed| failed.error)
}

/// Closes a motion that all members refuse.
fn refuse(number: u32, index: u32) {
	let motion = BlakeTwo256::hash_of(&remark(number));
	for owner in 0..3 {
		assert_ok!(Collective::vote(signed(acc(owner)), motion, index, false));
	}
	assert_ok!(Collective::close(signed(acc(0)), motion, index, Default::default(), 0));
}

#[test]
fn each_member_has_a_share_of_the_places() {
	ExtBuilder.build_and_execute(|| {
		seat(5, 3, 0);
		assert_eq!(Committee::motions_per_member(), 10);
		for number in 0..10 {
			assert_ok!(propose(0, number));
		}
		assert!(!Committee::has_room_for_motion(&acc(0)));
		assert_noop!(propose(0, 10), Error::<Test>::TooManyMotions);
		// The others still have theirs.
		for number in 10..20 {
			assert_ok!(propose(1, number));
			assert_ok!(propose(2, number + 10));
		}
		assert_eq!(Movers::<Test>::get().len(), 30);
		// A motion that is closed makes room for its mover only.
		refuse(0, 0);
		assert!(Committee::has_room_for_motion(&acc(0)) && !Committee::has_room_for_motion(&acc(1)));
		assert_noop!(propose(1, 40), Error::<Test>::TooManyMotions);
		assert_ok!(propose(0, 40));
		assert_eq!(Movers::<Test>::get().len(), 30, "the closed one is forgotten");
	});
}

#[test]
fn another_account_of_a_member_has_no_places_of_its_own() {
	ExtBuilder.build_and_execute(|| {
		seat(5, 3, 0);
		for number in 0..10 {
			assert_ok!(propose(0, number));
		}
		Register::replace(0, second(0));
		assert_ok!(Committee::take_seat(signed(second(0))));
		assert!(!Committee::has_room_for_motion(&second(0)));
		let call = remark(10);
		let length = call.encoded_size() as u32;
		assert_noop!(
			Collective::propose(signed(second(0)), 3, Box::new(call), length).map_err(|failed| failed.error),
			Error::<Test>::TooManyMotions
		);
	});
}

#[test]
fn no_committee_is_held_up_by_the_motions_of_the_one_before() {
	ExtBuilder.build_and_execute(|| {
		seat(5, 3, 0);
		for number in 0..30 {
			assert_ok!(propose(number % 3, number));
		}
		sleep(1);
		seat(6, 5, 0);
		assert!(OpenMotions::get().is_empty() && !Movers::<Test>::exists());
		for owner in 0..5 {
			assert!(Committee::has_room_for_motion(&acc(owner)));
		}
		assert_ok!(propose(4, 0));
		sleep(TERM);
		assert_ok!(Committee::expire_term(signed(TENANT)));
		assert!(OpenMotions::get().is_empty());
	});
}

#[test]
fn nobody_opens_a_motion_after_the_term() {
	ExtBuilder.build_and_execute(|| {
		seat(5, 3, 0);
		sleep(TERM);
		assert!(!Committee::has_room_for_motion(&acc(0)));
		assert_noop!(propose(0, 0), Error::<Test>::NotMember);
	});
}

#[test]
fn a_large_committee_has_few_places_each() {
	ExtBuilder.build_and_execute(|| {
		seat(5, 10, 0);
		assert_eq!(Committee::motions_per_member(), 3);
	});
}

#[test]
fn without_a_committee_no_share_is_divided_by_zero() {
	ExtBuilder.build_and_execute(|| assert_eq!(Committee::motions_per_member(), 32));
}
