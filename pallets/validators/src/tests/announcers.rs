// SPDX-License-Identifier: Apache-2.0

//! Who announces a revival, and how often.

use crate::{
	mock::*,
	types::{Announcer, NOTICE},
	*,
};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::calendar::DAY;
use sp_runtime::DispatchResult;

/// All that may announce and cancel, each by its account.
const ANNOUNCERS: [(AccountId, Announcer); 3] =
	[(COMMITTEE, Announcer::Committee), (ASSEMBLY, Announcer::Owners(DECISION)), (BOOTSTRAP, Announcer::BootstrapKey)];

fn announce_by(account: AccountId, drop: &[AccountId]) -> DispatchResult {
	let number = System::block_number() - 1;
	let drop = drop.to_vec().try_into().unwrap();
	Validators::announce_revival(signed(account), number, System::block_hash(number), drop)
}

fn cancel_by(account: AccountId) -> DispatchResult {
	Validators::cancel_revival(signed(account))
}

#[test]
fn where_no_committee_sits_the_owners_or_the_key_announce() {
	for (account, by) in ANNOUNCERS {
		ExtBuilder(4).build_and_execute(|| {
			pass_sessions(2);
			Dead::set(vec![3, 4]);
			events();
			let number = System::block_number() - 1;
			let (hash, drop) = (System::block_hash(number), vec![3, 4].try_into().unwrap());
			assert_ok!(announce_by(account, &[3, 4]));
			let due = Now::get() + NOTICE;
			assert_eq!(events(), [Event::RevivalAnnounced { number, hash, drop, by, due }]);
			assert_eq!(Validators::pending_revival().unwrap().by, by);
			// The notice is the same for all.
			live(23 * HOUR);
			assert_eq!(set(), [1, 2, 3, 4]);
			live(HOUR);
			pass_sessions(3);
			assert_eq!(set(), [1, 2]);
			assert_eq!(RevivedAfter::<Test>::get(), number);
		});
	}
}

#[test]
fn each_of_them_cancels_what_another_announced() {
	for (account, by) in ANNOUNCERS {
		ExtBuilder(4).build_and_execute(|| {
			pass_sessions(2);
			assert_ok!(announce_by(if account == COMMITTEE { ASSEMBLY } else { COMMITTEE }, &[3, 4]));
			events();
			assert_ok!(cancel_by(account));
			assert_eq!(events(), [Event::RevivalCancelled { number: 19, by }]);
		});
	}
}

#[test]
fn between_two_announcements_what_waited_takes_hold() {
	for account in [COMMITTEE, BOOTSTRAP] {
		ExtBuilder(4).build_and_execute(|| {
			pass_sessions(2);
			assert_ok!(add(5));
			assert_ok!(set_keys(5, 5));
			assert_ok!(announce_by(account, &[3, 4]));
			pass_sessions(3);
			assert_eq!(set(), [1, 2, 3, 4]);
			assert_ok!(cancel_by(account));
			// Announcing again, as soon as it is possible, holds nothing up.
			assert_noop!(announce_by(account, &[3, 4]), Error::<Test>::ChangesInProgress);
			pass_sessions(1);
			assert_noop!(announce_by(account, &[3, 4]), Error::<Test>::ChangesInProgress);
			pass_sessions(1);
			assert_ok!(announce_by(account, &[3, 4]));
			assert_eq!(set(), [1, 2, 3, 4, 5]);
		});
	}
}

#[test]
fn a_change_that_was_decided_in_between_is_not_held_up_either() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(2);
		assert_ok!(announce_by(COMMITTEE, &[2, 3]));
		assert_ok!(cancel_by(COMMITTEE));
		pass_sessions(1);
		assert_ok!(remove(4));
		pass_sessions(1);
		assert_ok!(announce_by(COMMITTEE, &[2, 3]));
		pass_sessions(1);
		assert_eq!(set(), [1, 2, 3]);
	});
}

#[test]
fn one_that_was_called_off_or_done_is_followed_by_a_pause_too() {
	for dead in [vec![4], vec![]] {
		ExtBuilder(4).build_and_execute(|| {
			pass_sessions(2);
			// The fourth is alive: with it named the revival is called off, else it is done.
			assert_ok!(announce_by(ASSEMBLY, &dead));
			live(DAY);
			while PendingRevival::<Test>::exists() {
				pass_sessions(1);
			}
			assert_noop!(announce_by(COMMITTEE, &[2, 3]), Error::<Test>::ChangesInProgress);
			pass_sessions(2);
			assert_ok!(announce_by(COMMITTEE, &[2, 3]));
		});
	}
}

#[test]
fn the_owners_need_not_wait() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(2);
		assert_ok!(announce_by(COMMITTEE, &[3, 4]));
		assert_noop!(announce_by(ASSEMBLY, &[]), Error::<Test>::RevivalAlreadyAnnounced);
		assert_ok!(cancel_by(COMMITTEE));
		assert_ok!(announce_by(ASSEMBLY, &[]));
	});
}
