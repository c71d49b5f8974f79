// SPDX-License-Identifier: Apache-2.0

//! Finality is revived in public, and without the dead.

use crate::{
	mock::*,
	types::{Accounts, Announcer, DropCause, RevivalPhase, SetChange, Tolerance, ValidatorState, MAX_CHANGES, NOTICE},
	*,
};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::calendar::DAY;
use pallet_grandpa::{CurrentSetId, PendingChange, SetIdSession, Stalled};
use sp_core::H256;
use sp_runtime::{DispatchError::BadOrigin, DispatchResult};

fn accounts(list: &[AccountId]) -> Accounts<AccountId> {
	list.to_vec().try_into().unwrap()
}

fn announce_of(number: u64, hash: H256, drop: &[AccountId]) -> DispatchResult {
	Validators::announce_revival(signed(ASSEMBLY), number, hash, accounts(drop))
}

/// The last finalized block is the fourth before this one.
fn announce(drop: &[AccountId]) -> (u64, H256) {
	let number = System::block_number() - 4;
	let hash = System::block_hash(number);
	assert_ok!(announce_of(number, hash, drop));
	(number, hash)
}

fn cancel() -> DispatchResult {
	Validators::cancel_revival(signed(COMMITTEE))
}

/// Blocks until the revival is settled.
fn until_settled() {
	live(DAY);
	pass_sessions(1);
}

#[test]
fn only_the_owners_revive_what_goes_on() {
	for account in [COMMITTEE, BOOTSTRAP] {
		ExtBuilder(4).build_and_execute(|| {
			pass_sessions(2);
			let (number, hash) = (System::block_number() - 4, System::block_hash(System::block_number() - 4));
			let announce = |drop| Validators::announce_revival(signed(account), number, hash, accounts(drop));
			for drop in [&[][..], &[4]] {
				assert_noop!(announce(drop), Error::<Test>::FinalityNotStalled);
			}
			Dead::set(vec![4]);
			live(HOUR);
			assert_noop!(announce(&[4]), Error::<Test>::FinalityNotStalled);
			assert_ok!(announce_of(number, hash, &[4]));
			assert_ok!(cancel());
			Dead::set(vec![3, 4]);
			live(HOUR);
			// Two sessions later they can, whether all of the dead are named or not.
			pass_sessions(2);
			assert_ok!(announce(&[4]));
		});
	}
}

#[test]
fn one_that_waits_to_serve_is_not_dropped() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		assert_ok!(add(5));
		assert_ok!(set_keys(5, 5));
		let number = System::block_number() - 4;
		assert_noop!(announce_of(number, System::block_hash(number), &[5]), Error::<Test>::NotServing);
	});
}

#[test]
fn the_dead_are_dropped_and_finality_starts_again() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(2);
		Dead::set(vec![3, 4]);
		events();
		let (number, hash) = announce(&[3, 4]);
		let due = Now::get() + NOTICE;
		let announced =
			Event::RevivalAnnounced { number, hash, drop: accounts(&[3, 4]), by: Announcer::Owners(DECISION), due };
		assert_eq!(events(), [announced]);
		let view = Validators::pending_revival().unwrap();
		assert_eq!((view.number, view.hash, view.remaining), (number, hash, NOTICE));

		live(23 * HOUR);
		let remaining = Validators::pending_revival().unwrap().remaining;
		assert!(remaining > HOUR / 2 && remaining <= HOUR + HOUR / 2, "{remaining}");
		assert_eq!((events(), set()), (vec![], vec![1, 2, 3, 4]));

		// The notice is over: with the session's end they are dropped.
		while Validators::pending_revival().unwrap().phase == RevivalPhase::Announced {
			live(SLOT);
		}
		let dropped = |account, validators| {
			let tolerance = Tolerance { validators, faults: 0, alive: 2 };
			Event::ValidatorDropped { account, cause: DropCause::Standstill, tolerance }
		};
		let said = events();
		assert!(said.contains(&dropped(3, 3)) && said.contains(&dropped(4, 2)));
		assert_eq!((set(), Stalled::<Test>::get()), (vec![1, 2, 3, 4], None));
		assert_noop!(cancel(), Error::<Test>::RevivalInProgress);
		assert_eq!(Validators::pending_revival().unwrap().remaining, 0);

		// With the next session GRANDPA is revived, without them.
		pass_sessions(1);
		let start = System::block_number();
		let tolerance = Tolerance { validators: 2, faults: 0, alive: 2 };
		assert!(events().contains(&Event::FinalityRevived { number, hash, tolerance }));
		assert_eq!(set(), [1, 2]);
		let change = PendingChange::<Test>::get().unwrap();
		assert_eq!((change.scheduled_at, change.delay, change.forced), (start, DELAY, Some(number)));
		assert_eq!(change.next_authorities.len(), 2);
		assert_eq!(voters(), [1, 2, 3, 4]);
		assert_eq!(CurrentSetId::<Test>::get(), 1);
		(0..DELAY).for_each(|_| live(SLOT));
		assert_eq!(voters(), [1, 2]);
		assert!(PendingChange::<Test>::get().is_none() && PendingRevival::<Test>::get().is_none());
		assert!(matches!(state(3), Some(ValidatorState::Dropped { cause: DropCause::Standstill, .. })));

		// They come back by decision, by an ordinary change.
		Dead::set(vec![]);
		assert_ok!(readmit(3));
		pass_sessions(2);
		assert_eq!((set(), voters()), (vec![1, 2, 3], vec![1, 2, 3]));
		assert_eq!(CurrentSetId::<Test>::get(), 2);
	});
}

#[test]
fn changes_that_were_never_finalized_do_not_count() {
	ExtBuilder(5).build_and_execute(|| {
		pass_sessions(2);
		assert_ok!(set_keys(5, 55));
		pass_sessions(2);
		// Finality stalls a round later: the first change is final, the next two are not.
		(0..5).for_each(|_| assert!(write_next() > 0));
		let (number, set_id) = (System::block_number(), CurrentSetId::<Test>::get());
		assert_eq!((number, set_id), (45, 1));
		Dead::set(vec![3, 4]);
		assert_ok!(set_keys(1, 11));
		pass_sessions(2);
		assert_ok!(remove(5));
		pass_sessions(2);
		assert_eq!(CurrentSetId::<Test>::get(), 3);
		let starts = || [0, 1, 2].map(|set| SetChanges::<Test>::get(set).map(|change| change.start));
		assert_eq!(starts(), [Some(40), Some(60), Some(80)]);
		let hash = System::block_hash(number);
		assert_ok!(announce_of(number, hash, &[3, 4]));
		until_settled();
		pass_sessions(1);
		while PendingRevival::<Test>::exists() {
			pass_sessions(1);
		}
		// The voters count one more than the last set that they know.
		assert_eq!(CurrentSetId::<Test>::get(), set_id + 1);
		assert!(SetIdSession::<Test>::get(set_id + 1).is_some() && SetIdSession::<Test>::get(set_id + 2).is_none());
		// The revived set goes on after the named block.
		assert_eq!(starts(), [Some(40), Some(number), None]);
	});
}

#[test]
fn changes_in_each_session_of_a_long_stall_do_not_spoil_the_count() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		assert_ok!(set_keys(1, 11));
		pass_sessions(2);
		let set_id = 1;
		assert_eq!(CurrentSetId::<Test>::get(), set_id);
		// All have written a block since.
		(0..5).for_each(|_| assert!(write_next() > 0));
		let (number, hash) = (System::block_number() - 1, System::block_hash(System::block_number() - 1));
		Dead::set(vec![3, 4]);
		// More than twelve days of them.
		for key in (0..300).map(|session| if session % 2 == 0 { 12 } else { 11 }) {
			assert_ok!(set_keys(1, key));
			pass_sessions(1);
		}
		assert!(CurrentSetId::<Test>::get() > set_id + 256);
		assert_ok!(announce_of(number, hash, &[3, 4]));
		until_settled();
		while PendingRevival::<Test>::exists() {
			pass_sessions(1);
		}
		assert_eq!(CurrentSetId::<Test>::get(), set_id + 1);
		assert_eq!(set(), [1, 2]);
		// A second one counts from the first.
		let (number, _) = announce(&[]);
		until_settled();
		while PendingRevival::<Test>::exists() {
			pass_sessions(1);
		}
		assert_eq!((CurrentSetId::<Test>::get(), RevivedAfter::<Test>::get()), (set_id + 2, number));
	});
}

#[test]
fn a_block_whose_set_is_forgotten_is_refused() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(2);
		// A change in each session for longer than a year.
		CurrentSetId::<Test>::put(MAX_CHANGES + 1);
		let change = SetChange { start: 15, at: 0, before: 4 };
		(1..=MAX_CHANGES).for_each(|set| SetChanges::<Test>::insert(set, change));
		let announce = |number| announce_of(number, System::block_hash(number), &[]);
		assert_noop!(announce(14), Error::<Test>::TooManyChanges);
		assert_ok!(announce(15));
		assert_eq!(PendingRevival::<Test>::get().map(|revival| revival.set), Some(MAX_CHANGES + 1));
	});
}

#[test]
fn changes_wait_while_it_is_in_public() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(2);
		Dead::set(vec![4]);
		announce(&[4]);
		assert_ok!(add(5));
		assert_ok!(set_keys(5, 5));
		assert_ok!(remove(1));
		pass_sessions(4);
		assert_eq!(set(), [1, 2, 3, 4]);
		// Except for keys, which operators may have to replace.
		assert_ok!(set_keys(2, 22));
		pass_sessions(2);
		assert_eq!(voters(), [1, 22, 3, 4]);
		assert_ok!(cancel());
		pass_sessions(2);
		assert_eq!((set(), voters()), (vec![2, 3, 4, 5], vec![22, 3, 4, 5]));
	});
}

#[test]
fn what_waited_takes_hold_with_the_revival() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(2);
		Dead::set(vec![3, 4]);
		announce(&[3, 4]);
		assert_ok!(add(5));
		assert_ok!(set_keys(5, 5));
		until_settled();
		pass_sessions(1);
		while PendingRevival::<Test>::exists() {
			pass_sessions(1);
		}
		assert_eq!(set(), [1, 2, 5]);
		pass_sessions(1);
		assert_eq!(voters(), [1, 2, 5]);
	});
}

#[test]
fn it_is_called_off_if_one_of_the_dead_is_alive() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(2);
		Dead::set(vec![3, 4]);
		let (number, _) = announce(&[3, 4]);
		live(HOUR);
		Dead::set(vec![3]);
		live(HOUR);
		Dead::set(vec![3, 4]);
		events();
		until_settled();
		assert!(events().contains(&Event::RevivalCalledOff { number, alive: Some(4) }));
		assert_eq!(PendingRevival::<Test>::get(), None);
		pass_sessions(2);
		assert_eq!((set(), Stalled::<Test>::get()), (vec![1, 2, 3, 4], None));
	});
}

#[test]
fn the_author_of_the_block_of_the_announcement_may_be_dead_since() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(2);
		while write_in(slot() + 1) != 4 {}
		let (number, hash) = announce(&[4]);
		Dead::set(vec![4]);
		until_settled();
		pass_sessions(2);
		let tolerance = Tolerance { validators: 3, faults: 0, alive: 3 };
		assert!(events().contains(&Event::FinalityRevived { number, hash, tolerance }));
	});
}

#[test]
fn a_block_right_after_the_announcement_is_a_sign_of_life() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(2);
		while write_in(slot() + 1) != 3 {}
		let (number, _) = announce(&[4]);
		assert_eq!(write_in(slot() + 1), 4);
		Dead::set(vec![4]);
		until_settled();
		assert!(events().contains(&Event::RevivalCalledOff { number, alive: Some(4) }));
	});
}

#[test]
fn it_is_called_off_if_nobody_would_be_left() {
	ExtBuilder(2).build_and_execute(|| {
		pass_sessions(2);
		Dead::set(vec![2]);
		let (number, _) = announce(&[2]);
		assert_ok!(remove(1));
		until_settled();
		assert!(events().contains(&Event::RevivalCalledOff { number, alive: None }));
		assert_eq!(state(2), Some(ValidatorState::Serving));
		// The one that was removed goes on, since the other is dead.
		pass_sessions(3);
		assert_eq!(set(), [1, 2]);
	});
}

#[test]
fn without_dead_only_finality_is_revived() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(2);
		let (number, hash) = announce(&[]);
		until_settled();
		pass_sessions(2);
		let tolerance = Tolerance { validators: 4, faults: 1, alive: 4 };
		assert!(events().contains(&Event::FinalityRevived { number, hash, tolerance }));
		assert_eq!(CurrentSetId::<Test>::get(), 1);
	});
}

#[test]
fn a_standstill_is_no_notice() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(2);
		Dead::set(vec![4]);
		announce(&[4]);
		Dead::set(vec![]);
		let remaining = || Validators::pending_revival().unwrap().remaining;
		let before = remaining();
		// Slot 3 of 4 is not the dead one's.
		let next = slot() + 9 * DAY / SLOT;
		write_in(next - next % 4);
		pass_sessions(1);
		assert!(before - remaining() < HOUR);
		assert_ok!(cancel());
	});
}

#[test]
fn it_is_cancelled() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(2);
		let (number, _) = announce(&[4]);
		events();
		assert_noop!(Validators::cancel_revival(signed(1)), BadOrigin);
		assert_ok!(cancel());
		assert_eq!(events(), [Event::RevivalCancelled { number, by: Announcer::Committee }]);
		assert_noop!(cancel(), Error::<Test>::RevivalNotFound);
		until_settled();
		assert_eq!((set(), Stalled::<Test>::get()), (vec![1, 2, 3, 4], None));
	});
}

#[test]
fn announcements_are_refused() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(2);
		let (number, hash) = (System::block_number() - 4, System::block_hash(System::block_number() - 4));
		let by_operator = Validators::announce_revival(signed(1), number, hash, accounts(&[4]));
		assert_eq!(by_operator, Err(BadOrigin));
		assert_noop!(announce_of(System::block_number(), hash, &[4]), Error::<Test>::BlockNotInPast);
		assert_noop!(announce_of(number, H256::repeat_byte(1), &[4]), Error::<Test>::BlockMismatch);
		assert_noop!(announce_of(number, hash, &[4, 4]), Error::<Test>::DuplicateValidator);
		assert_noop!(announce_of(number, hash, &[9]), Error::<Test>::ValidatorNotFound);
		assert_noop!(announce_of(number, hash, &[1, 2, 3, 4]), Error::<Test>::IsLastValidator);
		assert_ok!(add(5));
		assert_noop!(announce_of(number, hash, &[1, 2, 3, 4]), Error::<Test>::IsLastValidator);
		// Keys are no sign of life.
		assert_ok!(set_keys(5, 5));
		assert_noop!(announce_of(number, hash, &[1, 2, 3, 4]), Error::<Test>::IsLastAlive);
		assert_ok!(report(2));
		assert_noop!(announce_of(number, hash, &[2]), Error::<Test>::AlreadyDropped);
		assert_ok!(announce_of(number, hash, &[4]));
		assert_noop!(announce_of(number, hash, &[4]), Error::<Test>::RevivalAlreadyAnnounced);
	});
}

#[test]
fn a_block_before_the_last_revival_is_refused() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(2);
		let (number, hash) = announce(&[]);
		until_settled();
		pass_sessions(4);
		let older = announce_of(number - 1, H256::repeat_byte(1), &[]);
		assert_eq!(older, Err(Error::<Test>::BlockTooLow.into()));
		// One that the chain no longer knows is for the members to compare: a stall may be old.
		assert_ok!(announce_of(number, hash, &[]));
	});
}

#[test]
fn a_block_after_a_change_that_nobody_could_make_final_is_refused() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(2);
		assert_ok!(set_keys(1, 11));
		Dead::set(vec![3]);
		pass_sessions(2);
		let announce = |number| announce_of(number, System::block_hash(number), &[]);
		write_next();
		// Two of four have not written a block since the change: one of them has not had its turn.
		assert_noop!(announce(40), Error::<Test>::BlockNotFinal);
		assert_ok!(announce(39));
		assert_ok!(cancel());
		pass_sessions(2);
		// Four bear the one that is dead.
		assert_ok!(announce(59));
		assert_ok!(cancel());
		Dead::set(vec![3, 4]);
		assert_ok!(set_keys(1, 1));
		pass_sessions(3);
		assert_noop!(announce(80), Error::<Test>::BlockNotFinal);
		assert_noop!(announce(89), Error::<Test>::BlockNotFinal);
		assert_ok!(announce(79));
	});
}
