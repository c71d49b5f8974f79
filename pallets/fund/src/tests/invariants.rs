// SPDX-License-Identifier: Apache-2.0

//! Every invariant detects a violation.

use crate::{
	mock::*, Closes, Direction, Entries, LastClosed, MonthBook, MonthClose, Months, NextPot, PendingFees, Pots,
};
use frame_support::{assert_ok, hypothetically};
use linli_primitives::{Cause, Period};

/// Breaks the state with `breakage` and expects `do_try_state` to fail with `expected`.
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
	broken("the number of pots is wrong", || NextPot::<Test>::put(4));
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
fn money_without_an_entry_is_found() {
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
	broken("an entry has a zero amount", || change(0, |entry| entry.amount = 0));
	broken("a ledger overdraws", || change(0, |entry| entry.direction = Direction::Out));
	broken("a ledger has a gap", || Entries::<Test>::remove(INCOME, 1));
	broken("a pot's number of entries is wrong", || Entries::<Test>::remove(INCOME, 2));
	broken("a ledger has no pot", || {
		Entries::<Test>::insert(9, 0, Entries::<Test>::get(INCOME, 0).unwrap());
	});
	broken("a pot's balance is not its last entry's", || {
		Pots::<Test>::mutate(INCOME, |pot| pot.as_mut().unwrap().balance += 1);
		mint(Fund::pot_account(INCOME), 1);
	});
}

#[test]
fn a_transfer_with_one_half_is_found() {
	let change = |change: fn(&mut crate::Entry<AccountId>)| {
		Entries::<Test>::mutate(INCOME, 2, |entry| change(entry.as_mut().unwrap()));
	};
	broken("a transfer has only one half", || change(|entry| entry.cause = Cause::Transfer { pot: REPAIR, entry: 1 }));
	broken("a transfer's halves do not name each other", || {
		change(|entry| entry.cause = Cause::Transfer { pot: INCOME, entry: 0 });
	});
	broken("a transfer's halves differ", || change(|entry| entry.moment -= 1));
}

#[test]
fn a_changed_book_is_found() {
	// Breaks a state with two books: November's, archived, and December's, stored with the pot.
	let broken = |expected, breakage: fn()| {
		broken(expected, || {
			Now::mutate(|now| *now += 31 * linli_primitives::calendar::DAY);
			assert_ok!(Fund::donate(signed(ALICE), INCOME, 11));
			Fund::do_try_state().unwrap();
			breakage();
		});
	};
	fn change(change: fn(&mut MonthBook)) {
		Months::<Test>::mutate(INCOME, NOVEMBER, |book| change(book.as_mut().unwrap()));
	}
	fn change_own(change: fn(&mut MonthBook)) {
		Pots::<Test>::mutate(INCOME, |pot| change(&mut pot.as_mut().unwrap().book));
	}
	broken("a book is stored under another month", || change(|book| book.month.month = 10));
	broken("a book without entries is stored", || change(|book| book.entry_count = 0));
	broken("a book does not follow the one before", || change(|book| book.opening += 1));
	broken("a book does not follow the one before", || change_own(|book| book.first_entry += 1));
	broken("a book is not the sum of its entries", || change(|book| book.sums[0].received += 1));
	broken("a book is not the sum of its entries", || change_own(|book| book.sums[0].spent += 1));
	broken("an entry of a book is missing", || change_own(|book| book.entry_count += 1));
	broken("the books do not lead to the pot's balance", || {
		change_own(|book| {
			book.entry_count = 0;
			book.sums.clear();
		});
	});
	broken("an entry is in the book of another month", || change_own(|book| book.month.year += 1));
	broken("a book is of a later month than the pot's own", || change_own(|book| book.month.month = 10));
	broken("a book has no pot", || {
		Months::<Test>::insert(9, NOVEMBER, Months::<Test>::get(INCOME, NOVEMBER).unwrap());
	});
}

#[test]
fn a_wrong_close_is_found() {
	let close = |month, moment| {
		let close = MonthClose { statement: STATEMENT, difference: 0, moment, by: AUDITOR, confirmed: true };
		Closes::<Test>::insert(Period { year: 2026, month }, close);
	};
	let last = |month| LastClosed::<Test>::put(Period { year: 2026, month });
	broken("the last closed month is wrong", || last(10));
	broken("a month was closed before it was over", || {
		close(11, START);
		last(11);
	});
	broken("a close is missing", || {
		close(8, START);
		close(10, START);
		last(10);
	});
	broken("a month that does not exist is closed", || {
		close(13, START);
		last(13);
	});
}

#[test]
fn shares_above_the_balance_are_found() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(Fund::donate(signed(ALICE), REPAIR, 300));
		Earmarked::set(300);
		Fund::do_try_state().unwrap();
		Earmarked::set(301);
		assert_eq!(Fund::do_try_state(), Err("the shares in a pot exceed its balance".into()));
		Earmarked::set(0);
	});
}

#[test]
fn pots_above_the_issuance_are_found() {
	broken("the pots hold more than the total issuance", || pallet_balances::TotalIssuance::<Test>::put(1_499));
}
