// SPDX-License-Identifier: Apache-2.0

//! Calls by decision.

use crate::{
	mock::*,
	types::{DropCause, Tolerance, ValidatorState, MAX_VALIDATORS},
	*,
};
use frame_support::{assert_noop, assert_ok, traits::fungible::Mutate};
use sp_runtime::DispatchError::BadOrigin;

#[test]
fn a_validator_is_added() {
	ExtBuilder(1).build_and_execute(|| {
		assert_ok!(add(2));
		assert_eq!(events(), [Event::ValidatorAdded { account: 2, decision: Some(DECISION) }]);
		let view = Validators::validators().pop().unwrap();
		assert_eq!((view.account, view.decision, view.since), (2, Some(DECISION), START));
		assert_eq!(view.state, ValidatorState::AwaitingKeys);
	});
}

#[test]
fn adding_is_refused() {
	ExtBuilder(1).build_and_execute(|| {
		assert_noop!(Validators::add_validator(signed(COMMITTEE), 2), BadOrigin);
		assert_noop!(Validators::add_validator(signed(2), 2), BadOrigin);
		assert_noop!(add(1), Error::<Test>::AlreadyValidator);
		for account in 2..=u128::from(MAX_VALIDATORS) {
			assert_ok!(add(account));
		}
		assert_noop!(add(100), Error::<Test>::TooManyValidators);
	});
}

#[test]
fn a_validator_is_removed() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		assert_ok!(remove(2));
		let tolerance = Tolerance { validators: 3, faults: 0, alive: 3 };
		assert_eq!(events(), [Event::ValidatorRemoved { account: 2, decision: Some(DECISION), tolerance }]);
		assert_eq!(state(2), None);
	});
}

#[test]
fn removing_is_refused() {
	ExtBuilder(1).build_and_execute(|| {
		assert_noop!(Validators::remove_validator(signed(COMMITTEE), 1), BadOrigin);
		assert_noop!(remove(2), Error::<Test>::ValidatorNotFound);
		assert_noop!(remove(1), Error::<Test>::IsLastValidator);
		// One that awaits its keys does not count as left.
		assert_ok!(add(2));
		assert_noop!(remove(1), Error::<Test>::IsLastValidator);
		assert_ok!(set_keys(2, 2));
		pass_sessions(2);
		write_until(2);
		assert_ok!(remove(1));
		assert_noop!(remove(2), Error::<Test>::IsLastValidator);
	});
}

#[test]
fn one_that_awaits_keys_is_removed() {
	ExtBuilder(1).build_and_execute(|| {
		assert_ok!(add(2));
		assert_ok!(remove(2));
		assert_eq!(state(2), None);
	});
}

#[test]
fn one_that_left_is_forgotten_when_removed() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		assert_ok!(report(2));
		pass_sessions(2);
		assert!(matches!(state(2), Some(ValidatorState::Dropped { .. })) && Activities::<Test>::contains_key(2));
		assert_ok!(remove(2));
		assert!(!Activities::<Test>::contains_key(2));
	});
}

#[test]
fn a_dropped_validator_is_readmitted() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		assert_ok!(report(2));
		pass_sessions(3);
		assert!(matches!(state(2), Some(ValidatorState::Dropped { cause: DropCause::Equivocation, .. })));
		events();
		assert_ok!(readmit(2));
		assert_eq!(events(), [Event::ValidatorReadmitted { account: 2, decision: Some(DECISION) }]);
		assert_eq!(state(2), Some(ValidatorState::Joining));
		pass_sessions(2);
		assert_eq!(events(), [Event::ValidatorJoined { account: 2 }]);
		assert_eq!((set(), voters()), (vec![1, 2, 3, 4], vec![1, 2, 3, 4]));
	});
}

#[test]
fn readmitting_is_refused() {
	ExtBuilder(4).build_and_execute(|| {
		pass_sessions(1);
		assert_ok!(report(2));
		assert_noop!(Validators::readmit(signed(COMMITTEE), 2), BadOrigin);
		assert_noop!(readmit(9), Error::<Test>::ValidatorNotFound);
		assert_noop!(readmit(1), Error::<Test>::NotDropped);
	});
}

#[test]
fn only_those_on_the_roll_set_keys() {
	ExtBuilder(1).build_and_execute(|| {
		let refused = pallet_session::Error::<Test>::NoAssociatedValidatorId;
		assert_noop!(set_keys(2, 2), refused);
		assert_ok!(add(2));
		assert_ok!(set_keys(2, 2));
		assert_eq!(state(2), Some(ValidatorState::Joining));
	});
}

#[test]
fn an_operator_that_spends_all_its_money_still_sets_keys() {
	ExtBuilder(1).build_and_execute(|| {
		assert_ok!(Balances::mint_into(&2, 1_000));
		assert_ok!(add(2));
		assert_ok!(Balances::transfer_all(signed(2), 3, false));
		assert_ok!(set_keys(2, 2));
	});
}

#[test]
fn an_account_is_sustained_once_while_it_is_on_the_roll() {
	ExtBuilder(1).build_and_execute(|| {
		assert_ok!(add(2));
		assert_eq!(System::providers(&2), 1);
		assert_ok!(remove(2));
		assert_eq!(System::providers(&2), 0);
		// What relies on the account keeps it, also after it was removed.
		assert_ok!(add(2));
		assert_ok!(System::inc_consumers(&2));
		assert_ok!(remove(2));
		assert_eq!((System::providers(&2), Sustained::<Test>::contains_key(2)), (1, true));
		assert_ok!(add(2));
		assert_eq!(System::providers(&2), 1);
		System::dec_consumers(&2);
		assert_ok!(remove(2));
		assert_eq!((System::providers(&2), Sustained::<Test>::contains_key(2)), (0, false));
		// Other references are not its own.
		System::inc_providers(&4);
		assert_ok!(add(4));
		assert_ok!(remove(4));
		assert_eq!(System::providers(&4), 1);
	});
}
