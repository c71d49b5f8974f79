// SPDX-License-Identifier: Apache-2.0

//! The hand-over (D45).

use crate::{mock::*, types::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

#[test]
fn a_major_decision_removes_the_bootstrap_key_for_good() {
	ExtBuilder::default().build_and_execute(|| {
		let major = || decision(Level::Major);
		for origin in [RuntimeOrigin::root(), committee(), of(0), decision(Level::Ordinary)] {
			assert_noop!(Governance::hand_over(origin), DispatchError::BadOrigin);
		}
		assert_noop!(Governance::hand_over(major()), Error::<Test>::NoCommittee);
		seat_committee(3, 3);
		assert_ok!(Governance::hand_over(major()));
		assert_eq!(last_event(), Event::HandedOver { proposal: 77 });
		assert!(!HasKey::get());
		assert!(IsHandedOver::<Test>::get());
		assert_noop!(Governance::hand_over(major()), Error::<Test>::AlreadyHandedOver);
	});
}

#[test]
fn a_committee_whose_term_is_over_takes_nothing_over() {
	ExtBuilder::default().build_and_execute(|| {
		seat_committee(3, 3);
		sleep(2 * YEAR);
		assert_noop!(Governance::hand_over(decision(Level::Major)), Error::<Test>::NoCommittee);
	});
}

#[test]
fn without_a_key_there_is_nothing_to_hand_over() {
	ExtBuilder::default().build_and_execute(|| {
		seat_committee(3, 3);
		HasKey::set(false);
		assert_noop!(Governance::hand_over(decision(Level::Major)), DispatchError::Unavailable);
		assert!(!IsHandedOver::<Test>::get());
	});
}
