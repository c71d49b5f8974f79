// SPDX-License-Identifier: Apache-2.0

//! Silence in lived time.

use crate::{
	mock::*,
	types::{Activity, DropCause, Tolerance, ValidatorState, SILENCE},
	*,
};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::calendar::DAY;
use sp_runtime::DispatchError::BadOrigin;

fn silent_since(account: AccountId) -> Option<linli_primitives::Moment> {
	Validators::validators().into_iter().find(|view| view.account == account).unwrap().silent_since
}

#[test]
fn authors_are_noted() {
	ExtBuilder(2).build_and_execute(|| {
		let author = write_in(slot() + 1);
		let first = Now::get();
		let activity = Activities::<Test>::get(author).unwrap();
		assert_eq!(activity, Activity { blocks: 1, last_authored: Some(first), heard: START });
		write_in(slot() + 1);
		write_in(slot() + 1);
		let activity = Activities::<Test>::get(author).unwrap();
		assert_eq!(activity, Activity { blocks: 2, last_authored: Some(first + 2 * SLOT), heard: first + SLOT });
	});
}

#[test]
fn silence_is_shown_once() {
	ExtBuilder(4).build_and_execute(|| {
		live(HOUR);
		Dead::set(vec![3]);
		let last = Validators::validators()[2].last_authored.unwrap();
		live(DAY - HOUR);
		assert_eq!(silent_since(3), None);
		live(2 * HOUR);
		assert_eq!(silent_since(3), Some(last));
		assert_eq!([1, 2, 4].map(silent_since), [None; 3]);
		live(5 * HOUR);
		assert_eq!(events(), [Event::ValidatorSilent { account: 3, since: last }]);
		Dead::set(vec![]);
		live(2 * HOUR);
		assert_eq!(events(), [Event::ValidatorHeard { account: 3 }]);
		assert_eq!(silent_since(3), None);
	});
}

#[test]
fn nobody_is_silent_during_a_standstill() {
	ExtBuilder(4).build_and_execute(|| {
		live(HOUR);
		write_in(slot() + 9 * DAY / SLOT);
		live(HOUR);
		assert_eq!([1, 2, 3, 4].map(silent_since), [None; 4]);
		Dead::set(vec![3]);
		live(23 * HOUR);
		assert_eq!(silent_since(3), None);
		live(2 * HOUR);
		assert!(silent_since(3).is_some());
	});
}

#[test]
fn one_that_never_wrote_is_silent_since_it_began_to_serve() {
	ExtBuilder(3).build_and_execute(|| {
		live(25 * HOUR);
		assert_ok!(add(4));
		assert_ok!(set_keys(4, 4));
		Dead::set(vec![4]);
		pass_sessions(2);
		let joined = Validators::validators()[3].serving_since.unwrap();
		assert_eq!(silent_since(4), None);
		live(25 * HOUR);
		assert_eq!(silent_since(4), Some(joined));
	});
}

#[test]
fn the_committee_drops_a_silent_one() {
	ExtBuilder(4).build_and_execute(|| {
		Dead::set(vec![3]);
		live(25 * HOUR);
		events();
		assert_ok!(drop_silent(3));
		let (account, cause, tolerance) = (3, DropCause::Silence, Tolerance { validators: 3, faults: 0, alive: 3 });
		assert_eq!(events(), [Event::ValidatorDropped { account, cause, tolerance }]);
		let at = Now::get();
		assert_eq!(state(3), Some(ValidatorState::Leaving { cause, at }));
		pass_sessions(2);
		assert_eq!((set(), voters()), (vec![1, 2, 4], vec![1, 2, 4]));
		assert_eq!(state(3), Some(ValidatorState::Dropped { cause, at }));
		// It comes back by decision, heard from when it serves.
		Dead::set(vec![]);
		assert_ok!(readmit(3));
		pass_sessions(2);
		assert_eq!((set(), silent_since(3)), (vec![1, 2, 3, 4], None));
	});
}

#[test]
fn dropping_is_refused() {
	ExtBuilder(4).build_and_execute(|| {
		assert_ok!(add(5));
		Dead::set(vec![3, 4]);
		live(23 * HOUR);
		assert_noop!(Validators::drop_silent(signed(ASSEMBLY), 3), BadOrigin);
		assert_noop!(drop_silent(9), Error::<Test>::ValidatorNotFound);
		assert_noop!(drop_silent(5), Error::<Test>::NotServing);
		assert_noop!(drop_silent(3), Error::<Test>::NotSilent);
		live(2 * HOUR);
		assert_noop!(drop_silent(1), Error::<Test>::NotSilent);
		assert_ok!(drop_silent(3));
		assert_noop!(drop_silent(3), Error::<Test>::AlreadyDropped);
		// Two of the four that the owners decided on would stay.
		assert_noop!(drop_silent(4), Error::<Test>::TooFewValidators);
		pass_sessions(3);
		assert_noop!(drop_silent(4), Error::<Test>::TooFewValidators);
		// Once the owners remove one, or add one that is ready, two thirds stay.
		assert_ok!(set_keys(5, 5));
		pass_sessions(2);
		assert_eq!(set(), [1, 2, 4, 5]);
		assert_noop!(drop_silent(4), Error::<Test>::TooFewValidators);
		assert_ok!(remove(3));
		assert_ok!(drop_silent(4));
		pass_sessions(2);
		assert_eq!(set(), [1, 2, 5]);
	});
}

#[test]
fn two_thirds_of_few_stay() {
	for (validators, droppable) in [(2, false), (3, true), (5, true), (6, true)] {
		ExtBuilder(validators).build_and_execute(|| {
			Dead::set(vec![2]);
			live(25 * HOUR);
			let expected = if droppable { Ok(()) } else { Err(Error::<Test>::TooFewValidators.into()) };
			assert_eq!(frame_support::storage::with_storage_layer(|| drop_silent(2)), expected);
		});
	}
}

#[test]
fn the_last_one_is_not_dropped() {
	ExtBuilder(1).build_and_execute(|| {
		pass_sessions(1);
		pass(SILENCE + HOUR);
		assert_noop!(drop_silent(1), Error::<Test>::IsLastValidator);
	});
}
