// SPDX-License-Identifier: Apache-2.0

//! Each invariant detects its violation.

use crate::{
	mock::*,
	types::{Activity, DropCause, SetChange, Standing, Validator},
	*,
};
use frame_support::assert_ok;
use sp_runtime::TryRuntimeError;

type Check = fn() -> Result<(), TryRuntimeError>;

/// Damages a chain of four, one of which awaits its keys, with a pending revival, and expects `check` to fail with
/// `message`.
fn broken(check: Check, damage: impl FnOnce(), message: &str) {
	ExtBuilder(4).build().execute_with(|| {
		assert_ok!(add(5));
		assert_ok!(set_keys(2, 22));
		pass_sessions(2);
		assert_ok!(set_keys(3, 33));
		pass_sessions(2);
		let number = System::block_number() - 1;
		let drop = vec![3, 4].try_into().unwrap();
		assert_ok!(Validators::announce_revival(signed(COMMITTEE), number, System::block_hash(number), drop));
		assert_ok!(Validators::do_try_state());
		damage();
		let expected = format!("validators: {message}");
		assert_eq!(check(), Err(TryRuntimeError::Other(Box::leak(expected.into_boxed_str()))));
		assert!(Validators::do_try_state().is_err());
	});
}

fn change(position: usize, change: impl FnOnce(&mut Validator<AccountId>)) {
	Roll::<Test>::mutate(|roll| change(&mut roll[position]));
}

fn drop_all() {
	Roll::<Test>::mutate(|roll| {
		for validator in roll {
			validator.standing = Standing::Dropped { cause: DropCause::Silence, at: START };
		}
	});
}

#[test]
fn the_roll() {
	let check = Validators::try_roll;
	broken(check, || change(4, |validator| validator.account = 1), "an account is on the roll twice");
	broken(check, drop_all, "nobody is in service");
	broken(check, Roll::<Test>::kill, "nobody is in service");
}

#[test]
fn its_times() {
	let check = Validators::try_times;
	let future = "a validator was added, dropped or joined in the future";
	broken(check, || change(1, |validator| validator.since = Now::get() + 1), future);
	broken(check, || change(1, |validator| validator.serving = Some(Now::get() + 1)), future);
	let dropped = |validator: &mut Validator<AccountId>| {
		validator.standing = Standing::Dropped { cause: DropCause::Silence, at: Now::get() + 1 };
	};
	broken(check, || change(1, dropped), future);
	broken(check, || change(1, |validator| validator.from = 6), "offences count from too late on");
	let counts = "an offence counts that should not";
	broken(check, || change(1, |validator| validator.offended = Some(5)), counts);
	broken(check, || change(4, |validator| validator.offended = Some(0)), counts);
}

#[test]
fn who_serves() {
	let check = Validators::try_serving;
	let disagree = "the roll and the set of the session disagree";
	broken(check, || change(1, |validator| validator.serving = None), disagree);
	broken(check, || change(4, |validator| validator.serving = Some(START)), disagree);
	broken(check, || pallet_session::Validators::<Test>::put(vec![1, 2, 3]), disagree);
	let silent = "one that does not serve is shown as silent";
	broken(check, || change(4, |validator| validator.silent = true), silent);
}

#[test]
fn the_activities() {
	let check = Validators::try_activities;
	broken(check, || Activities::<Test>::remove(1), "one in the set has no activity");
	let stranger = || Activities::<Test>::insert(9, Activity::default());
	broken(check, stranger, "a stranger has an activity");
}

#[test]
fn nobody_is_heard_in_the_future() {
	let check = Validators::try_heard;
	let heard = || Activities::<Test>::mutate(1, |activity| activity.as_mut().unwrap().heard = u64::MAX);
	broken(check, heard, "one was heard in the future");
}

#[test]
fn the_sessions() {
	let check = Validators::try_sessions;
	let missing = "first blocks of sessions are missing or left over";
	broken(check, || SessionStarts::<Test>::remove(2), missing);
	broken(check, || SessionStarts::<Test>::insert(9, 99), missing);
	let order = "sessions are not in order";
	broken(check, || SessionStarts::<Test>::insert(2, 10), order);
	broken(check, || SessionStarts::<Test>::insert(4, 99), order);
}

#[test]
fn the_keys() {
	let check = Validators::try_keys;
	let missing = "keys of sessions are missing or left over";
	broken(check, || SigningKeys::<Test>::remove(2), missing);
	broken(check, || SigningKeys::<Test>::insert(9, SigningKeys::<Test>::get(4)), missing);
	let others = "the keys of the session are not those of its set";
	broken(check, || SigningKeys::<Test>::mutate(4, |keys| keys.truncate(1)), others);
	broken(
		check,
		|| SigningKeys::<Test>::mutate(4, |keys| keys.sort_by_key(|keys| core::cmp::Reverse(keys.account))),
		others,
	);
}

#[test]
fn the_changes() {
	let check = Validators::try_changes;
	let missing = "changes of the set are missing or left over";
	let put = |set, start, at| SetChanges::<Test>::insert(set, SetChange { start, at, before: 4 });
	broken(check, || SetChanges::<Test>::remove(0), missing);
	broken(check, || put(2, 40, 0), missing);
	let order = "changes are not in order";
	broken(check, || put(0, 41, 0), order);
	broken(check, || put(1, 99, 0), order);
	broken(check, || put(1, 40, Now::get() + 1), order);
}

#[test]
fn the_revival() {
	let check = Validators::try_revival;
	let change = |change: fn(&mut RevivalOf<Test>)| {
		move || PendingRevival::<Test>::mutate(|revival| change(revival.as_mut().unwrap()))
	};
	let future = "a revival was announced in the future";
	broken(check, change(|revival| revival.announced = u64::MAX), future);
	broken(check, change(|revival| revival.lived = u64::MAX), future);
	broken(check, change(|revival| revival.number = 40), "a revival names a block to come");
	let twice = change(|revival| revival.drop = vec![4, 4].try_into().unwrap());
	broken(check, twice, "a revival names a validator twice");
	let before = || RevivedAfter::<Test>::put(40);
	broken(check, before, "a revival names a block before the last one");
	broken(check, change(|revival| revival.set = 3), "a revival names a set to come");
	broken(check, || RevivalEnded::<Test>::put(5), "a revival ended in a session to come");
}

#[test]
fn the_references() {
	let check = Validators::try_sustained;
	broken(check, || Sustained::<Test>::remove(5), "an account on the roll may cease to exist");
	broken(check, || Sustained::<Test>::insert(9, ()), "a reference is gone");
}
