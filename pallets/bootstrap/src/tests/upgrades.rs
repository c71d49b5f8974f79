// SPDX-License-Identifier: Apache-2.0

//! Upgrades before the first committee sits.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, traits::PostInherents};
use linli_primitives::traits::BootstrapKey;
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
fn a_standstill_is_no_notice() {
	ExtBuilder.build_and_execute(|| {
		announce();
		stand_still(NOTICE);
		assert_noop!(Bootstrap::authorize_upgrade(signed(1)), Error::<Test>::NoticeRunning);
		let ready = Now::get() + NOTICE;
		assert_ok!(Bootstrap::announce_upgrade(signed(KEY), CODE));
		assert_eq!(last_event(), Event::UpgradeAnnounced { code_hash: CODE, ready });
		pass(NOTICE);
		assert_ok!(Bootstrap::authorize_upgrade(signed(1)));
	});
}

#[test]
fn an_old_announcement_is_no_notice() {
	ExtBuilder.build_and_execute(|| {
		announce();
		pass(NOTICE + LIFETIME);
		assert_noop!(Bootstrap::authorize_upgrade(signed(1)), Error::<Test>::AnnouncementOver);
		announce();
		pass(NOTICE + LIFETIME - 1);
		assert_ok!(Bootstrap::authorize_upgrade(signed(1)));
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
		seat_committee();
		assert!(Announced::<Test>::get().is_none());
		assert_noop!(Bootstrap::authorize_upgrade(signed(1)), Error::<Test>::CommitteeAlreadyElected);
		assert_noop!(Bootstrap::announce_upgrade(signed(KEY), CODE), Error::<Test>::CommitteeAlreadyElected);
	});
}

#[test]
fn a_moment_that_no_clock_has_is_refused() {
	ExtBuilder.build_and_execute(|| {
		Now::set(u64::MAX);
		assert_noop!(Bootstrap::announce_upgrade(signed(KEY), CODE), Error::<Test>::Overflow);
	});
}

/// Announces an upgrade to `code`, waits and authorizes it.
fn authorize(code: H256) {
	assert_ok!(Bootstrap::announce_upgrade(signed(KEY), code));
	Now::mutate(|now| *now += NOTICE);
	assert_ok!(Bootstrap::authorize_upgrade(signed(1)));
}

/// Runs the hook of a block, between its inherents and its transactions.
fn poll() {
	<Bootstrap as PostInherents>::post_inherents();
}

/// The hash that `frame_system` would apply.
fn applicable() -> Option<H256> {
	System::authorized_upgrade().map(|upgrade| *upgrade.code_hash())
}

#[test]
fn an_authorization_lapses_after_its_time() {
	ExtBuilder.build_and_execute(|| {
		authorize(CODE);
		let ends = Now::get() + LIFETIME;
		assert_eq!(Authorized::<Test>::get(), Some(KeyAuthorization { code_hash: CODE, ends }));
		Now::set(ends - 1);
		poll();
		assert_eq!(applicable(), Some(CODE));
		Now::set(ends);
		poll();
		assert_eq!(last_event(), Event::UpgradeLapsed { code_hash: CODE });
		assert_eq!((applicable(), Authorized::<Test>::get()), (None, None));
		// Another can be announced, and waits anew.
		authorize(CODE);
		assert_eq!(applicable(), Some(CODE));
	});
}

#[test]
fn an_authorization_lapses_when_the_first_committee_sits() {
	ExtBuilder.build_and_execute(|| {
		authorize(CODE);
		announce();
		seat_committee();
		assert_eq!(last_event(), Event::UpgradeLapsed { code_hash: CODE });
		assert_eq!((applicable(), Authorized::<Test>::get(), Announced::<Test>::get()), (None, None, None));
	});
}

#[test]
fn an_authorization_lapses_with_the_key() {
	ExtBuilder.build_and_execute(|| {
		authorize(CODE);
		System::reset_events();
		assert_ok!(Bootstrap::renounce(signed(KEY)));
		let said: Vec<Event<Test>> = System::read_events_for_pallet();
		assert_eq!(said, [Event::UpgradeLapsed { code_hash: CODE }, Event::KeyRemoved]);
		assert_eq!((applicable(), Authorized::<Test>::get()), (None, None));
	});
}

#[test]
fn the_key_withdraws_what_it_announced_and_what_it_authorized() {
	ExtBuilder.build_and_execute(|| {
		authorize(CODE);
		assert_ok!(Bootstrap::withdraw_upgrade(signed(KEY)));
		assert_eq!(last_event(), Event::UpgradeWithdrawn { code_hash: CODE });
		assert_eq!((applicable(), Authorized::<Test>::get()), (None, None));

		authorize(CODE);
		let next = H256::repeat_byte(10);
		assert_ok!(Bootstrap::announce_upgrade(signed(KEY), next));
		System::reset_events();
		assert_ok!(Bootstrap::withdraw_upgrade(signed(KEY)));
		let said: Vec<Event<Test>> = System::read_events_for_pallet();
		let withdrawn = |code_hash| Event::UpgradeWithdrawn { code_hash };
		assert_eq!(said, [withdrawn(next), withdrawn(CODE)]);
		assert_eq!((applicable(), Announced::<Test>::get()), (None, None));
		assert_noop!(Bootstrap::withdraw_upgrade(signed(KEY)), Error::<Test>::UpgradeNotFound);
	});
}

/// The owners decide on the upgrade to `code`.
fn owners_authorize(code: H256) {
	System::do_authorize_upgrade(code, true);
	<Bootstrap as BootstrapKey>::overruled();
}

#[test]
fn what_the_owners_authorized_is_not_the_keys_to_end() {
	// Also when it is the same code.
	for theirs in [CODE, H256::repeat_byte(10)] {
		ExtBuilder.build_and_execute(|| {
			authorize(CODE);
			owners_authorize(theirs);
			assert_noop!(Bootstrap::withdraw_upgrade(signed(KEY)), Error::<Test>::UpgradeNotFound);
			Now::mutate(|now| *now += LIFETIME);
			poll();
			assert_eq!(applicable(), Some(theirs));
			announce();
			Now::mutate(|now| *now += NOTICE);
			let refused = Error::<Test>::UpgradeAlreadyAuthorized;
			assert_noop!(Bootstrap::authorize_upgrade(signed(1)), refused);
			seat_committee();
			assert_ok!(Bootstrap::renounce(signed(KEY)));
			assert_eq!(applicable(), Some(theirs));
		});
	}
}

#[test]
fn an_upgrade_that_was_applied_is_forgotten() {
	ExtBuilder.build_and_execute(|| {
		authorize(CODE);
		// As `apply_authorized_upgrade` leaves it.
		crate::upgrades::AuthorizedUpgrade::<Test>::kill();
		System::reset_events();
		poll();
		assert_eq!(Authorized::<Test>::get(), None);
		assert!(System::events().is_empty());
	});
}
