// SPDX-License-Identifier: Apache-2.0

//! Changes take hold with the sessions.

use crate::{
	mock::*,
	types::{DropCause, SetChange, Tolerance, ValidatorState, MAX_CHANGES},
	*,
};
use frame_support::assert_ok;
use pallet_grandpa::CurrentSetId;
use pallet_session::{CurrentIndex, QueuedKeys};

#[test]
fn a_set_that_stays_is_no_change() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(3);
		assert_eq!(set(), [1, 2, 3, 4]);
		assert_eq!(CurrentSetId::<Test>::get(), 0);
		assert_eq!(SetChanges::<Test>::iter().count(), 0);
		assert_eq!(events(), []);
	});
}

#[test]
fn one_that_was_added_joins_once_it_has_keys() {
	ExtBuilder(3).build_and_execute(|| {
		assert_ok!(add(4));
		pass_sessions(3);
		assert_eq!(set(), [1, 2, 3]);
		assert_eq!(CurrentSetId::<Test>::get(), 0);
		assert_ok!(set_keys(4, 4));
		events();
		pass_sessions(1);
		// Planned now, in force one session later.
		assert_eq!((set(), voters()), (vec![1, 2, 3], vec![1, 2, 3]));
		assert_eq!(state(4), Some(ValidatorState::Joining));
		pass_sessions(1);
		assert_eq!((set(), voters()), (vec![1, 2, 3, 4], vec![1, 2, 3, 4]));
		assert_eq!(events(), [Event::ValidatorJoined { account: 4 }]);
		assert_eq!(CurrentSetId::<Test>::get(), 1);
		let change = SetChange { start: 50, at: Now::get(), before: 3 };
		assert_eq!(SetChanges::<Test>::iter().collect::<Vec<_>>(), [(0, change)]);
		let view = Validators::validators().pop().unwrap();
		assert_eq!((view.serving_since, view.last_authored, view.blocks), (Some(Now::get()), None, 0));
		// It writes its blocks.
		let authors: Vec<_> = (0..4).map(|_| write_in(slot() + 1)).collect();
		assert!(authors.contains(&4));
	});
}

#[test]
fn one_that_was_removed_leaves() {
	ExtBuilder(4).build_and_execute(|| {
		assert_ok!(remove(2));
		events();
		pass_sessions(1);
		assert_eq!((set(), voters()), (vec![1, 2, 3, 4], vec![1, 2, 3, 4]));
		pass_sessions(1);
		assert_eq!((set(), voters()), (vec![1, 3, 4], vec![1, 3, 4]));
		assert!(!Activities::<Test>::contains_key(2));
		assert_eq!(CurrentSetId::<Test>::get(), 1);
	});
}

#[test]
fn one_that_was_removed_before_it_joined_serves_one_session() {
	ExtBuilder(3).build_and_execute(|| {
		assert_ok!(add(4));
		assert_ok!(set_keys(4, 4));
		pass_sessions(1);
		// Planned already.
		assert_ok!(remove(4));
		assert!(!Activities::<Test>::contains_key(4));
		pass_sessions(1);
		assert_eq!(set(), [1, 2, 3, 4]);
		assert!(Activities::<Test>::contains_key(4));
		// The next change counts it among those that were in the set.
		pass_sessions(1);
		assert_eq!(set(), [1, 2, 3]);
		let before: Vec<_> = SetChanges::<Test>::iter_values().map(|change| change.before).collect();
		assert_eq!((before.len(), before.iter().sum::<u32>()), (2, 3 + 4));
		assert!(!Activities::<Test>::contains_key(4));
	});
}

#[test]
fn one_that_is_removed_and_added_again_stays() {
	ExtBuilder(4).build_and_execute(|| {
		assert_ok!(remove(2));
		assert_ok!(add(2));
		assert_eq!(state(2), Some(ValidatorState::Serving));
		pass_sessions(3);
		assert_eq!(set(), [1, 2, 3, 4]);
		assert_eq!(CurrentSetId::<Test>::get(), 0);
	});
}

#[test]
fn new_keys_of_a_validator_are_a_change() {
	ExtBuilder(4).build_and_execute(|| {
		assert_ok!(set_keys(2, 22));
		pass_sessions(2);
		assert_eq!(voters(), [1, 22, 3, 4]);
		assert_eq!(CurrentSetId::<Test>::get(), 1);
	});
}

#[test]
fn one_that_purges_its_keys_leaves_and_comes_back_by_decision() {
	ExtBuilder(4).build_and_execute(|| {
		purge_keys(2);
		pass_sessions(1);
		let cause = DropCause::KeysPurged;
		let tolerance = Tolerance { validators: 3, faults: 0, alive: 3 };
		assert_eq!(events(), [Event::ValidatorDropped { account: 2, cause, tolerance }]);
		pass_sessions(1);
		assert_eq!(events(), [Event::ValidatorLeft { account: 2 }]);
		assert_ok!(set_keys(2, 2));
		pass_sessions(2);
		assert_eq!(set(), [1, 3, 4]);
		assert_ok!(readmit(2));
		pass_sessions(2);
		assert_eq!(set(), [1, 2, 3, 4]);
	});
}

#[test]
fn the_last_one_that_purges_its_keys_is_expected_back() {
	ExtBuilder(1).build_and_execute(|| {
		purge_keys(1);
		// The authorities stay, so that blocks are written and final.
		pass_sessions(1);
		assert_eq!((voters(), pallet_aura::Authorities::<Test>::get().len()), (vec![1], 1));
		assert_ok!(set_keys(1, 1));
		pass_sessions(1);
		assert_eq!((events(), set()), (vec![Event::ValidatorLeft { account: 1 }], vec![]));
		assert_eq!((voters(), state(1)), (vec![1], Some(ValidatorState::Joining)));
		pass_sessions(1);
		assert_eq!(events(), [Event::ValidatorJoined { account: 1 }]);
		assert_eq!((set(), voters()), (vec![1], vec![1]));
	});
}

#[test]
fn the_past_is_kept_as_long_as_it_is_needed() {
	ExtBuilder(2).build_and_execute(|| {
		let sessions = HISTORY as u32 + 3;
		pass_sessions(sessions.into());
		assert_eq!(CurrentIndex::<Test>::get(), sessions);
		let kept = |index: u32| (SessionStarts::<Test>::get(index), SigningKeys::<Test>::contains_key(index));
		assert_eq!(kept(2), (None, false));
		assert_eq!(kept(3), (Some(30), true));
		assert_eq!(kept(sessions), (Some(80), true));
	});
}

#[test]
fn a_block_belongs_to_the_session_whose_set_wrote_it() {
	ExtBuilder(2).build_and_execute(|| {
		pass_sessions(2);
		let wrote = Validators::wrote_in;
		assert!(wrote(1, 0) && wrote(10, 0) && !wrote(11, 0) && !wrote(0, 0));
		// The first block of a session is written by the set before.
		assert!(!wrote(10, 1) && wrote(11, 1) && wrote(20, 1) && !wrote(21, 1));
		assert!(!wrote(20, 2) && wrote(21, 2) && !wrote(21, 3));
	});
}

#[test]
fn the_oldest_change_gives_way() {
	ExtBuilder(2).build_and_execute(|| {
		CurrentSetId::<Test>::put(MAX_CHANGES);
		let old = SetChange { start: 0, at: 0, before: 2 };
		(0..MAX_CHANGES).for_each(|set| SetChanges::<Test>::insert(set, old));
		assert_ok!(set_keys(2, 22));
		pass_sessions(2);
		let start = |set| SetChanges::<Test>::get(set).map(|change| change.start);
		assert_eq!((start(0), start(1), start(MAX_CHANGES)), (None, Some(0), Some(20)));
	});
}

#[test]
fn the_set_is_never_empty() {
	ExtBuilder(3).build_and_execute(|| {
		pass_sessions(1);
		assert_ok!(report(1));
		assert_ok!(remove(2));
		purge_keys(3);
		pass_sessions(1);
		assert_eq!(state(3), Some(ValidatorState::Serving));
		assert_ok!(set_keys(3, 3));
		pass_sessions(2);
		// Those that went on leave once the one that came back has written a block.
		assert_eq!((set(), voters()), (vec![1, 2, 3], vec![1, 2, 3]));
		pass_sessions(2);
		assert_eq!((set(), voters()), (vec![3], vec![3]));
		assert_eq!(QueuedKeys::<Test>::get().len(), 1);
	});
}
