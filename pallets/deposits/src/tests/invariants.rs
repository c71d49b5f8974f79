// SPDX-License-Identifier: Apache-2.0

//! Each invariant detects its violation.

use crate::{mock::*, NextDeposit, OpenDeposits, UnitDeposits};
use frame_support::assert_ok;
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
