// SPDX-License-Identifier: Apache-2.0

//! Books, bills and statements across a change of the UTC offset.

use super::*;
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{calendar::DAY, traits::Community as _};
use pallet_linli_community::{Call, Error};
use sp_runtime::traits::Dispatchable;
use Sr25519Keyring::{Alice, Bob, Dave, Eve, One};

const HOUR: Moment = 3_600_000;
const INCOME: PotId = 2;
const NOVEMBER: Period = Period { year: 2026, month: 11 };
const DECEMBER: Period = Period { year: 2026, month: 12 };
const JANUARY: Period = Period { year: 2027, month: 1 };

fn hours(hours: i16) -> UtcOffset {
	UtcOffset::from_minutes(hours * 60).unwrap()
}

/// Signed by the bootstrap key in place of the owners.
fn set_utc_offset(month: Period, to: i16) -> DispatchResult {
	let call = RuntimeCall::from(Call::<Runtime>::set_utc_offset { month, offset: hours(to) });
	call.dispatch(key_origin()).map(|_| ()).map_err(|error| error.error)
}

fn start(month: Period) -> Moment {
	Community::start(month).unwrap()
}

fn donate(keyring: Sr25519Keyring, amount: Fen) {
	assert_ok!(run(keyring, pallet_linli_fund::Call::donate { pot: INCOME, amount }));
}

/// Opening, closing and number of entries of the pot's book.
fn book(month: Period) -> (Fen, Fen, u64) {
	let book = Fund::month(INCOME, month).unwrap();
	(book.opening, book.closing().unwrap(), book.entry_count)
}

/// Each entry is in the book of its calendar month.
fn assert_books_are_in_order() {
	assert_books_close();
	let months = [Period::OPENING, NOVEMBER, DECEMBER, JANUARY];
	for (pot, head) in Fund::pots() {
		let mut counts = [0; 4];
		let entries: u32 = head.entry_count.try_into().unwrap();
		for (_, entry) in Fund::entries(pot, 0, entries) {
			let month = Community::month_of_books(entry.moment).unwrap();
			counts[months.iter().position(|other| *other == month).unwrap()] += 1;
		}
		assert_eq!(counts.iter().sum::<u64>(), head.entry_count);
		for (month, count) in months.into_iter().zip(counts) {
			assert_eq!(Fund::month(pot, month).map_or(0, |book| book.entry_count), count, "pot {pot}, {month:?}");
		}
	}
}

/// Regression test. The offset used to belong to the fee rules and to apply at once: lowering it after midnight turned
/// December's first entry, of 100,000 fen, into an opening balance and changed November's book.
#[test]
fn lowering_the_offset_after_midnight_rewrites_no_book() {
	village().execute_with(|| {
		donate(Alice, 7);
		let midnight = start(DECEMBER);
		block_at(midnight + HOUR / 2);
		donate(Alice, 100_000);
		let before = (book(NOVEMBER), book(DECEMBER));
		assert_eq!(before, ((0, 7, 1), (7, 100_007, 1)));
		// The start of the current month cannot be moved.
		assert_noop!(set_utc_offset(DECEMBER, 7), Error::<Runtime>::MonthNotInFuture);
		assert_ok!(set_utc_offset(JANUARY, 7));
		assert_eq!((book(NOVEMBER), book(DECEMBER)), before);
		donate(One, 1);
		assert_eq!((book(NOVEMBER), book(DECEMBER)), ((0, 7, 1), (7, 100_008, 2)));
		assert_books_are_in_order();
		// Nor does the change when it takes effect: entries in the repeated hour belong to December.
		block_at(JANUARY.start(hours(8)).unwrap());
		assert_eq!(Community::facts().utc_offset, hours(7));
		donate(One, 2);
		block_at(start(JANUARY) - 1);
		donate(One, 3);
		block_at(start(JANUARY));
		donate(One, 4);
		assert_eq!(start(JANUARY), JANUARY.start(hours(7)).unwrap());
		assert_eq!((book(NOVEMBER), book(DECEMBER)), ((0, 7, 1), (7, 100_013, 4)));
		assert_eq!(book(JANUARY), (100_013, 100_017, 1));
		assert_books_are_in_order();
	});
}

/// A village that changes to UTC+`to` in December: every book stays consistent in each block around the change, each
/// home has one bill per month, and both months are attested and closed.
fn lives_through_a_change(to: i16) {
	village().execute_with(|| {
		settle_at(START);
		donate(Alice, 7);
		let reference = b"IN-NOVEMBER".to_vec().try_into().unwrap();
		assert_ok!(run(
			Dave,
			pallet_linli_cashier::Call::receive { bank: 0, account: account(Bob), amount: 5, reference, value: None }
		));
		assert_ok!(set_utc_offset(DECEMBER, to));
		let clocks_set = DECEMBER.start(hours(8)).unwrap();
		let turn = start(DECEMBER);
		assert_eq!(turn, clocks_set.max(DECEMBER.start(hours(to)).unwrap()));
		let mut moments = vec![clocks_set - HOUR, clocks_set - 1, clocks_set, turn - 1, turn, turn + 1, turn + DAY];
		moments.sort_unstable();
		moments.dedup();
		let count = |in_november: bool| {
			let is_of = |moment: &&Moment| (**moment < turn) == in_november;
			Fen::try_from(moments.iter().filter(is_of).count()).unwrap()
		};
		for moment in &moments {
			block_at(*moment);
			donate(One, 1);
			assert_books_are_in_order();
		}
		assert_eq!((book(NOVEMBER).1, book(DECEMBER).0), (7 + count(true), 7 + count(true)), "UTC{to:+}");
		assert_eq!(book(DECEMBER).1 - book(DECEMBER).0, count(false), "UTC{to:+}");

		settle_at(turn + 2 * DAY);
		settle_at(start(JANUARY));
		for unit in 0..4 {
			let mut periods: Vec<_> =
				Fees::bills_of(unit, false, None, 100).iter().map(|bill| bill.key.period).collect();
			periods.sort_unstable();
			assert_eq!(periods, [DECEMBER, JANUARY], "UTC{to:+}, unit {unit}");
		}
		for month in [NOVEMBER, DECEMBER] {
			let closing = Balances::total_issuance();
			let attest = pallet_linli_cashier::Call::attest { bank: 0, period: month, statement: hash(1), closing };
			assert_ok!(run(Dave, attest));
			let enter =
				pallet_linli_cashier::Call::enter_balance { bank: 0, period: month, statement: hash(2), closing };
			assert_ok!(run(Eve, enter));
			assert_ok!(run(Eve, pallet_linli_fund::Call::close_month { month }));
		}
		assert_books_are_in_order();
	});
}

#[test]
fn clocks_set_back_lose_and_double_nothing() {
	lives_through_a_change(7);
	lives_through_a_change(-5);
}

#[test]
fn clocks_set_forward_lose_and_double_nothing() {
	lives_through_a_change(9);
	lives_through_a_change(14);
}

#[test]
fn the_offset_is_for_the_owners_to_decide() {
	village().execute_with(|| {
		let call = || Call::<Runtime>::set_utc_offset { month: DECEMBER, offset: hours(7) };
		for keyring in [Alice, Bob, Dave, Eve] {
			assert_noop!(run(keyring, call()), sp_runtime::DispatchError::BadOrigin);
		}
	});
}
