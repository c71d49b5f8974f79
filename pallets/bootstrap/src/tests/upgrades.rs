// SPDX-License-Identifier: Apache-2.0

//! Upgrades before the first committee sits.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_core::H256;

const CODE: H256 = H256::repeat_byte(9);

fn announce() {
	assert_ok!(Bootstrap::announce_upgrade(signed(KEY), CODE));
}

#[test]
fn an_upgrade_is_public_for_the_waiting_time() {
	ExtBuilder.build_and_execute(|| {
		let ready = Now::get() + NOTICE;
		announce();
		assert_eq!(last_event(), Event::UpgradeAnnounced { code_hash: CODE, ready });
		Now::set(ready - 1);
		assert_noop!(Bootstrap::authorize_upgrade(signed(1)), Error::<Test>::NoticeRunning);
		Now::set(ready);
		assert_ok!(Bootstrap::authorize_upgrade(signed(1)));
		assert_eq!(System::authorized_upgrade().unwrap().code_hash(), &CODE);
		assert_noop!(Bootstrap::authorize_upgrade(signed(1)), Error::<Test>::UpgradeNotFound);
	});
}

#[test]
fn another_announcement_waits_anew() {
	ExtBuilder.build_and_execute(|| {
		announce();
		Now::mutate(|now| *now += NOTICE);
		assert_ok!(Bootstrap::announce_upgrade(signed(KEY), H256::zero()));
		assert_noop!(Bootstrap::authorize_upgrade(signed(KEY)), Error::<Test>::NoticeRunning);
	});
}

#[test]
fn only_the_key_announces_and_withdraws() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(Bootstrap::announce_upgrade(signed(1), CODE), Error::<Test>::NotBootstrapKey);
		assert_noop!(Bootstrap::withdraw_upgrade(signed(KEY)), Error::<Test>::UpgradeNotFound);
		announce();
		assert_noop!(Bootstrap::withdraw_upgrade(signed(1)), Error::<Test>::NotBootstrapKey);
		assert_ok!(Bootstrap::withdraw_upgrade(signed(KEY)));
		assert_eq!(last_event(), Event::UpgradeWithdrawn { code_hash: CODE });
		Now::mutate(|now| *now += NOTICE);
		assert_noop!(Bootstrap::authorize_upgrade(signed(1)), Error::<Test>::UpgradeNotFound);
	});
}

#[test]
fn once_a_committee_was_elected_only_the_owners_upgrade() {
	ExtBuilder.build_and_execute(|| {
		announce();
		Now::mutate(|now| *now += NOTICE);
		HasSat::set(true);
		assert_noop!(Bootstrap::authorize_upgrade(signed(1)), Error::<Test>::CommitteeAlreadyElected);
		assert_noop!(Bootstrap::announce_upgrade(signed(KEY), CODE), Error::<Test>::CommitteeAlreadyElected);
		assert_ok!(Bootstrap::withdraw_upgrade(signed(KEY)));
	});
}

#[test]
fn a_moment_that_no_clock_has_is_refused() {
	ExtBuilder.build_and_execute(|| {
		Now::set(u64::MAX);
		assert_noop!(Bootstrap::announce_upgrade(signed(KEY), CODE), Error::<Test>::Overflow);
	});
}
