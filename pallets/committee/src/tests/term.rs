// SPDX-License-Identifier: Apache-2.0

//! The term and its end.

use crate::{mock::*, *};
use frame_support::{
	assert_noop, assert_ok,
	traits::{
		schedule::{v3::Anon, DispatchTime},
		EnsureOrigin, OriginTrait, StorePreimage,
	},
};
use linli_primitives::{blocks::blocks_until, traits::SittingCommittee};
use sp_runtime::DispatchError::BadOrigin;

#[test]
fn a_term_ends() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(Committee::expire_term(signed(TENANT)), Error::<Test>::CommitteeNotFound);
		seat(7, 3, 1);
		sleep(TERM - 1);
		assert_noop!(Committee::expire_term(signed(TENANT)), Error::<Test>::TermRunning);
		assert_noop!(Committee::expire_term(Origin::Due.into()), Error::<Test>::TermRunning);
		assert_eq!(Committee::seat_of(&acc(0)), Some(0));
		assert!(Committee::sits());
		sleep(1);
		// The members lose their seats even before `expire_term` is called.
		assert_eq!(Committee::seat_of(&acc(0)), None);
		assert!(!Committee::sits());
		assert!(EnsureMember::<Test>::try_origin(of(0)).is_err());
		assert_noop!(Committee::resign(of(0)), Error::<Test>::NotMember);
		assert_noop!(Committee::expire_term(RuntimeOrigin::root()), BadOrigin);
		assert_noop!(Committee::expire_term(RuntimeOrigin::none()), BadOrigin);
		assert_ok!(Committee::expire_term(signed(TENANT)));
		assert_eq!(last_event(), Event::TermExpired { election: 7 });
		assert!(collective().is_empty());
		assert!(!Seats::<Test>::exists() && !Reserve::<Test>::exists());
		assert_eq!(CurrentTerm::<Test>::get(), None);
	});
}

#[test]
fn a_term_ends_automatically() {
	ExtBuilder.build_and_execute(|| {
		seat(0, 3, 1);
		pass(TERM);
		assert!(CurrentTerm::<Test>::get().is_some());
		pass(LATE);
		assert_eq!(last_event(), Event::TermExpired { election: 0 });
		assert_eq!(CurrentTerm::<Test>::get(), None);
		assert!(collective().is_empty());
	});
}

#[test]
fn the_end_of_a_former_term_does_not_affect_the_next_committee() {
	ExtBuilder.build_and_execute(|| {
		seat(0, 3, 0);
		pass(TERM / 2);
		seat(1, 5, 0);
		pass(TERM / 2 + LATE);
		assert_eq!(owners(), vec![0, 1, 2, 3, 4]);
		pass(TERM / 2);
		assert!(owners().is_empty());
	});
}

#[test]
fn anyone_ends_the_term_if_it_could_not_be_scheduled() {
	ExtBuilder.build_and_execute(|| {
		let block = System::block_number() + blocks_until(START + TERM, START, BLOCK_TIME);
		for _ in 0..2 {
			let call = RuntimeCall::System(frame_system::Call::remark { remark: vec![] });
			let call = Preimage::bound(call).unwrap();
			let origin = RuntimeOrigin::root().into_caller();
			assert_ok!(<Scheduler as Anon<_, _, _>>::schedule(DispatchTime::At(block), None, 0, origin, call));
		}
		seat(3, 3, 0);
		assert_eq!(last_event(), Event::NotScheduled { election: 3 });
		pass(TERM + LATE);
		assert!(CurrentTerm::<Test>::exists());
		assert_ok!(Committee::expire_term(signed(TENANT)));
	});
}
