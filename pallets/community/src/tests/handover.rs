// SPDX-License-Identifier: Apache-2.0

//! The hand-over (D45).

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

#[test]
fn a_decision_removes_the_bootstrap_key_for_good() {
	ExtBuilder::default().build_and_execute(|| {
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none(), signed(1)] {
			assert_noop!(Community::hand_over(origin), DispatchError::BadOrigin);
		}
		assert!(!Community::facts().is_handed_over);
		assert_ok!(Community::hand_over(signed(OWNERS)));
		assert_eq!(last_event(), Event::HandedOver { proposal: 77 });
		assert!(!HasKey::get());
		assert!(IsHandedOver::<Test>::get() && Community::facts().is_handed_over);
		assert_noop!(Community::hand_over(signed(OWNERS)), Error::<Test>::AlreadyHandedOver);
	});
}

#[test]
fn the_hand_over_needs_a_committee() {
	ExtBuilder::default().build_and_execute(|| {
		Sits::set(false);
		assert_noop!(Community::hand_over(signed(OWNERS)), Error::<Test>::CommitteeNotFound);
		assert!(HasKey::get());
	});
}

#[test]
fn a_key_that_was_renounced_does_not_stop_the_hand_over() {
	ExtBuilder::default().build_and_execute(|| {
		HasKey::set(false);
		assert_ok!(Community::hand_over(signed(OWNERS)));
		assert!(IsHandedOver::<Test>::get());
	});
}
