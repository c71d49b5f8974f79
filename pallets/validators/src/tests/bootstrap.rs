// SPDX-License-Identifier: Apache-2.0

//! What the bootstrap key may do, which the decision's origin yields as `None`.

use crate::{mock::*, types::ValidatorState, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchResult;

fn add_by_key(account: AccountId) -> DispatchResult {
	Validators::add_validator(signed(BOOTSTRAP), account)
}

fn remove_by_key(account: AccountId) -> DispatchResult {
	Validators::remove_validator(signed(BOOTSTRAP), account)
}

fn readmit_by_key(account: AccountId) -> DispatchResult {
	Validators::readmit(signed(BOOTSTRAP), account)
}

fn refused() -> Error<Test> {
	Error::<Test>::DecisionRequired
}

#[test]
fn the_key_mends_what_it_mistyped() {
	ExtBuilder(1).build_and_execute(|| {
		write_until(1);
		assert_ok!(add_by_key(2));
		assert_eq!(events(), [Event::ValidatorAdded { account: 2, decision: None }]);
		assert_ok!(remove_by_key(2));
		// Also if the stranger sets keys, until its node joins.
		assert_ok!(add_by_key(3));
		assert_ok!(set_keys(3, 3));
		pass_sessions(1);
		assert_eq!(state(3), Some(ValidatorState::Joining));
		assert_ok!(remove_by_key(3));
	});
}

#[test]
fn the_key_exchanges_nobody() {
	ExtBuilder(3).build_and_execute(|| {
		pass_sessions(1);
		let mine = [4, 5, 6];
		for account in mine {
			assert_ok!(add_by_key(account));
			assert_ok!(set_keys(account, account as u8));
		}
		// Nor one that the owners decided on, before it serves.
		assert_ok!(add(7));
		assert_noop!(remove_by_key(7), refused());
		pass_sessions(2);
		assert_eq!(set(), [1, 2, 3, 4, 5, 6]);
		for account in 1..=7 {
			assert_noop!(remove_by_key(account), refused());
		}
		assert_ok!(remove(4));
		pass_sessions(2);
		assert_eq!(set(), [1, 2, 3, 5, 6]);
		assert_noop!(remove_by_key(4), Error::<Test>::ValidatorNotFound);
	});
}

#[test]
fn the_key_readmits_and_gains_nothing_by_it() {
	ExtBuilder(3).build_and_execute(|| {
		pass_sessions(1);
		assert_ok!(add(4));
		assert_ok!(set_keys(4, 4));
		pass_sessions(2);
		for number in [3, 4] {
			assert_ok!(report(number));
		}
		pass_sessions(2);
		assert_eq!(set(), [1, 2]);
		for account in [3, 4] {
			assert_noop!(remove_by_key(account), refused());
			assert_ok!(readmit_by_key(account));
			assert_noop!(remove_by_key(account), refused());
		}
		let decisions: Vec<_> = Validators::validators().into_iter().map(|view| view.decision).collect();
		assert_eq!(decisions, [None, None, None, Some(DECISION)]);
		pass_sessions(2);
		assert_eq!(set(), [1, 2, 3, 4]);
	});
}

#[test]
fn the_key_drops_nobody() {
	ExtBuilder(3).build_and_execute(|| {
		Dead::set(vec![3]);
		live(25 * HOUR);
		assert_noop!(Validators::drop_silent(signed(BOOTSTRAP), 3), sp_runtime::DispatchError::BadOrigin);
	});
}
