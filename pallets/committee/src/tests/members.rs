// SPDX-License-Identifier: Apache-2.0

//! Rights of a single member, and of the members together.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, traits::EnsureOrigin};
use sp_runtime::traits::Hash;

#[test]
fn ensure_member_accepts_members_only() {
	ExtBuilder.build_and_execute(|| {
		assert!(EnsureMember::<Test>::try_origin(of(0)).is_err());
		seat(0, 3, 1);
		assert_eq!(EnsureMember::<Test>::try_origin(of(0)).ok(), Some(acc(0)));
		for origin in [of(3), of(5), signed(second(0)), RuntimeOrigin::root(), Origin::Due.into()] {
			assert!(EnsureMember::<Test>::try_origin(origin).is_err());
		}
	});
}

#[test]
fn members_propose_and_vote_in_the_collective() {
	ExtBuilder.build_and_execute(|| {
		seat(0, 3, 1);
		let call = RuntimeCall::System(frame_system::Call::remark { remark: vec![1] });
		let length = codec::Encode::encoded_size(&call) as u32;
		let motion = <Test as frame_system::Config>::Hashing::hash_of(&call);
		let refused = || pallet_collective::Error::<Test>::NotMember;
		assert_noop!(
			Collective::propose(of(3), 2, Box::new(call.clone()), length).map_err(|error| error.error),
			refused()
		);
		assert_ok!(Collective::propose(of(0), 2, Box::new(call), length));
		assert_ok!(Collective::vote(of(0), motion, 0, true));
		assert_noop!(
			Collective::close(of(0), motion, 0, MaximumWeight::get(), length).map_err(|error| error.error),
			pallet_collective::Error::<Test>::TooEarly
		);
		// The vote of a member who leaves no longer counts.
		assert_ok!(Committee::resign(of(0)));
		assert_ok!(Collective::vote(of(1), motion, 0, true));
		assert_noop!(Collective::vote(of(0), motion, 0, true).map_err(|error| error.error), refused());
		assert_noop!(
			Collective::close(of(1), motion, 0, MaximumWeight::get(), length).map_err(|error| error.error),
			pallet_collective::Error::<Test>::TooEarly
		);
		assert_ok!(Collective::vote(of(3), motion, 0, true));
		assert_ok!(Collective::close(of(1), motion, 0, MaximumWeight::get(), length));
	});
}
