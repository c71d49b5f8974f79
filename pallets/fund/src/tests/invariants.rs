// SPDX-License-Identifier: Apache-2.0

//! Each invariant can fail.

use crate::{mock::*, Direction, Entries, NextPot, PendingFees, Pots};
use frame_support::{assert_ok, hypothetically};

fn broken(expected: &'static str, breakage: impl FnOnce()) {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(Fund::donate(signed(ALICE), INCOME, 1_000));
		assert_ok!(Fund::donate(signed(ALICE), INCOME, 500));
		assert_ok!(Fund::transfer(RuntimeOrigin::root(), INCOME, REPAIR, 300));
		Fund::do_try_state().unwrap();
		hypothetically!({
			breakage();
			assert_eq!(Fund::do_try_state(), Err(expected.into()));
		});
	});
}

#[test]
fn a_miscounted_pot_is_found() {
	broken("pots are not counted right", || NextPot::<Test>::put(4));
	broken("more pots than allowed", || NextPot::<Test>::put(MaxPots::get() + 1));
	broken("a pot is missing", || Pots::<Test>::swap(INCOME, 5));
}

#[test]
fn a_missing_fee_pot_is_found() {
	broken("the fee pot is missing", || {
		for pot in 0..3 {
			Pots::<Test>::remove(pot);
		}
		NextPot::<Test>::put(0);
	});
}

#[test]
fn money_past_the_ledger_is_found() {
	broken("a pot and its account differ", || mint(Fund::pot_account(INCOME), 1));
	broken("a pot and its account differ", || PendingFees::<Test>::put(1));
}

#[test]
fn a_changed_ledger_is_found() {
	let change = |id, change: fn(&mut crate::Entry<AccountId>)| {
		Entries::<Test>::mutate(INCOME, id, |entry| change(entry.as_mut().unwrap()));
	};
	broken("an entry's balance does not follow", || change(1, |entry| entry.amount += 1));
	broken("an entry's balance does not follow", || change(0, |entry| entry.balance -= 1));
	broken("an entry moved nothing", || change(0, |entry| entry.amount = 0));
	broken("a ledger overdraws", || change(0, |entry| entry.direction = Direction::Out));
	broken("a ledger has a gap", || Entries::<Test>::remove(INCOME, 1));
	broken("a pot counts its entries wrong", || Entries::<Test>::remove(INCOME, 2));
	broken("a ledger has no pot", || {
		Entries::<Test>::insert(9, 0, Entries::<Test>::get(INCOME, 0).unwrap());
	});
	broken("a pot's balance is not its last entry's", || {
		Pots::<Test>::mutate(INCOME, |pot| pot.as_mut().unwrap().balance += 1);
		mint(Fund::pot_account(INCOME), 1);
	});
}

#[test]
fn pots_with_more_than_there_is_are_found() {
	broken("the pots have more than there is", || pallet_balances::TotalIssuance::<Test>::put(1_499));
}
