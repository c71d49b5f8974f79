// SPDX-License-Identifier: Apache-2.0

//! The runtime API.

use crate::{
	mock::*,
	types::{Accounts, Announcer, RevivalPhase, RevivalView, Tolerance, ValidatorState, ValidatorView, NOTICE},
};
use frame_support::assert_ok;

#[test]
fn validators_are_returned() {
	ExtBuilder(1).build_and_execute(|| {
		assert_ok!(add(2));
		write_in(slot() + 1);
		write_in(slot() + 1);
		let first = ValidatorView {
			account: 1,
			state: ValidatorState::Serving,
			decision: None,
			since: 0,
			serving_since: Some(0),
			last_authored: Some(START + 2 * SLOT),
			blocks: 2,
			alive: true,
			silent_since: None,
		};
		let second = ValidatorView {
			account: 2,
			state: ValidatorState::AwaitingKeys,
			decision: Some(DECISION),
			since: START,
			serving_since: None,
			last_authored: None,
			blocks: 0,
			alive: false,
			silent_since: None,
		};
		assert_eq!(Validators::validators(), [first, second]);
		assert_eq!(Validators::fault_tolerance(), Tolerance { validators: 1, faults: 0, alive: 1 });
	});
}

#[test]
fn a_pending_revival_is_returned() {
	ExtBuilder(2).build_and_execute(|| {
		assert_eq!(Validators::pending_revival(), None);
		write_until(1);
		let drop: Accounts<AccountId> = vec![2].try_into().unwrap();
		let hash = System::block_hash(0);
		assert_ok!(Validators::announce_revival(signed(ASSEMBLY), 0, hash, drop.clone()));
		let (announced, remaining, phase) = (Now::get(), NOTICE, RevivalPhase::Announced);
		let expected =
			RevivalView { number: 0, hash, drop, announced, remaining, by: Announcer::Owners(DECISION), phase };
		assert_eq!(Validators::pending_revival(), Some(expected));
	});
}
