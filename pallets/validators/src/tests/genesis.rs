// SPDX-License-Identifier: Apache-2.0

//! The first roll.

use crate::{
	mock::*,
	types::{Tolerance, ValidatorState, MAX_VALIDATORS},
	*,
};
use frame_support::traits::BuildGenesisConfig;

#[test]
fn those_with_keys_serve() {
	ExtBuilder(4).build_and_execute(|| {
		assert_eq!((set(), voters()), (vec![1, 2, 3, 4], vec![1, 2, 3, 4]));
		assert_eq!(Validators::fault_tolerance(), Tolerance { validators: 4, faults: 1, alive: 0 });
		assert!((1..=4).all(|account| state(account) == Some(ValidatorState::Serving)));
	});
}

#[test]
fn others_that_are_listed_await_keys() {
	ExtBuilder(2).build_and_execute(|| {
		GenesisConfig::<Test> { validators: vec![2, 9, 1] }.build();
		let states: Vec<_> = Validators::validators().into_iter().map(|view| (view.account, view.state)).collect();
		let (serving, awaiting) = (ValidatorState::Serving, ValidatorState::AwaitingKeys);
		assert_eq!(states, [(2, serving), (9, awaiting), (1, serving)]);
	});
}

#[test]
fn a_roll_that_cannot_be_is_refused() {
	ExtBuilder(2).build_and_execute(|| {
		assert_eq!(Validators::found(&[1]), Err("a validator with session keys is not listed"));
		assert_eq!(Validators::found(&[1, 2, 3, 3]), Err("a validator is listed twice"));
		let many: Vec<_> = (1..=u128::from(MAX_VALIDATORS) + 1).collect();
		assert_eq!(Validators::found(&many), Err("there are too many validators"));
	});
}

#[test]
#[should_panic = "genesis: a validator is listed twice"]
fn the_chain_does_not_begin_from_it() {
	ExtBuilder(1).build_and_execute(|| GenesisConfig::<Test> { validators: vec![1, 1] }.build());
}

#[test]
fn the_tolerance_of_a_set() {
	for (validators, faults) in [(0, 0), (1, 0), (3, 0), (4, 1), (6, 1), (7, 2), (48, 15)] {
		let tolerance = Tolerance::of(validators as usize, 2);
		assert_eq!(tolerance, Tolerance { validators, faults, alive: 2 });
	}
}
