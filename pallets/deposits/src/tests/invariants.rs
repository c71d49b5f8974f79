// SPDX-License-Identifier: Apache-2.0

//! Each invariant detects its violation.

use crate::{
	mock::*,
	types::{Deposit, State},
	HoldReason, NextDeposit, OpenDeposits, UnitDeposits,
};
use frame_support::{assert_ok, traits::fungible::MutateHold};
use sp_runtime::TryRuntimeError;

/// Damages a state of two deposits, one of them settled, and expects `message`.
fn broken(damage: impl FnOnce(), message: &str) {
	ExtBuilder.build().execute_with(|| {
		assert_ok!(Deposits::place(signed(WU), 0, 200_000, hash(1)));
		assert_ok!(Deposits::place(signed(WU), 1, 100_000, hash(1)));
		assert_ok!(Deposits::release(signed(MANAGER), 1));
		assert_ok!(Deposits::do_try_state());
		damage();
		let expected = format!("deposits: {message}");
		assert_eq!(Deposits::do_try_state(), Err(TryRuntimeError::Other(Box::leak(expected.into_boxed_str()))));
	});
}

#[test]
fn the_lists() {
	broken(|| NextDeposit::<Test>::put(1), "an id was not assigned");
	broken(|| UnitDeposits::<Test>::remove(0, 0), "a unit does not list its deposit");
	broken(|| UnitDeposits::<Test>::insert(0, 7, ()), "a unit lists what is not there");
	broken(|| OpenDeposits::<Test>::remove(WU), "a payer's list is not what is open");
	let settled = || OpenDeposits::<Test>::try_append(WU, 1).unwrap();
	broken(settled, "a payer's list is not what is open");
	broken(|| OpenDeposits::<Test>::try_append(WUS_SON, 0).unwrap(), "a payer lists what is not there");
}

#[test]
fn the_holds() {
	let change =
		|amount| move || crate::Deposits::<Test>::mutate(0, |deposit| deposit.as_mut().unwrap().amount = amount);
	broken(change(199_999), "an account holds another amount than its open deposits");
	broken(change(200_001), "an account holds another amount than its open deposits");
}

#[test]
fn no_hold_without_a_deposit() {
	let hold = || {
		assert_ok!(Balances::hold(&HoldReason::Deposit.into(), &WUS_SON, 1));
	};
	broken(hold, "an account holds money for no deposit");
}

#[test]
fn the_amounts() {
	fn change(deposit: u32, change: impl FnOnce(&mut Deposit<AccountId>)) {
		crate::Deposits::<Test>::mutate(deposit, |deposit| change(deposit.as_mut().unwrap()));
	}
	fn claim(amount: u128) {
		assert_ok!(Deposits::claim(signed(MANAGER), 0, amount, hash(2)));
	}
	fn change_claim(change_it: impl FnOnce(&mut crate::types::Claim<AccountId>)) {
		change(0, |deposit| match &mut deposit.state {
			State::Claimed(claim) => change_it(claim),
			state => panic!("{state:?}"),
		});
	}
	fn change_settlement(change_it: impl FnOnce(&mut crate::types::Settlement)) {
		change(1, |deposit| match &mut deposit.state {
			State::Settled(settlement) => change_it(settlement),
			state => panic!("{state:?}"),
		});
	}
	// The second is settled: nothing is on hold for it.
	broken(|| change(1, |deposit| deposit.amount = 0), "a deposit is zero");
	for amount in [0, 200_001] {
		let wrong = || {
			claim(1_000);
			change_claim(|claim| claim.amount = amount);
		};
		broken(wrong, "nothing is claimed, or too much");
	}
	let nowhere = || {
		claim(1_000);
		change_claim(|claim| claim.pot = 99);
	};
	broken(nowhere, "a claim is for a pot that does not exist");
	broken(|| change_settlement(|settlement| settlement.kept = 100_001), "more was kept than there was");
	broken(|| change_settlement(|settlement| settlement.kept = 1), "what was kept is in no ledger");
}
