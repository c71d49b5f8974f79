// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, CorrectionTerms, Error, RecentReceipts, MAX_RECENT, MAX_VALUE_AGE, VALUE_TIME};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{
	calendar::DAY,
	traits::{Community, ValueDates},
	ContentHash, Fen, Moment,
};
use sp_runtime::DispatchResult;

fn receive_of(amount: Fen, text: &str, value: Moment) -> DispatchResult {
	Cashier::receive(signed(CORA), 0, BOB, amount, reference(text), Some(value))
}

/// Pays `amount`, and returns the value date of it.
fn use_up(amount: Fen) -> Option<Moment> {
	let value = Cashier::value_date(&BOB, amount);
	Cashier::use_up(&BOB, amount);
	value
}

#[test]
fn a_value_date_is_of_today_or_the_last_quarter() {
	ExtBuilder::default().build_and_execute(|| {
		let midnight = TestCalendar::midnight_after(Now::get(), 1).unwrap();
		assert_noop!(receive_of(1, "r", midnight), Error::<Test>::ValueDateInFuture);
		let earliest = Now::get() - MAX_VALUE_AGE;
		assert_noop!(receive_of(1, "r", earliest - 1), Error::<Test>::TooLongAgo);
		assert_ok!(receive_of(1, "r-1", midnight - 1));
		assert_ok!(receive_of(1, "r-2", earliest));
		assert_eq!(Cashier::bank_entry(key("r-2")).unwrap().value, earliest);
		let order = order(10);
		let paid = |value| Cashier::book_paid(signed(CORA), order, reference("out"), Some(value));
		assert_noop!(paid(midnight), Error::<Test>::ValueDateInFuture);
		assert_noop!(paid(earliest - 1), Error::<Test>::TooLongAgo);
		assert_ok!(paid(earliest));
		assert_eq!(Cashier::bank_entry(key("out")).unwrap().value, earliest);
	});
}

#[test]
fn a_payment_is_of_the_day_on_which_the_bank_had_its_money() {
	ExtBuilder::default().build_and_execute(|| {
		let now = Now::get();
		assert_eq!(use_up(1), None);
		assert_ok!(receive_of(100, "r-1", now - 9 * DAY));
		assert_ok!(receive_of(50, "r-2", now - 2 * DAY));
		// The latest receipt first, and the later of both where both are needed.
		assert_eq!(use_up(30), Some(now - 2 * DAY));
		assert_eq!(use_up(40), Some(now - 2 * DAY));
		assert_eq!(use_up(80), Some(now - 9 * DAY));
		assert!(!RecentReceipts::<Test>::contains_key(BOB));
		// A payment that the receipts do not cover is of now, and uses them up.
		assert_ok!(receive_of(100, "r-3", now - 5 * DAY));
		assert_eq!(use_up(101), None);
		assert_eq!(use_up(1), None);
	});
}

#[test]
fn what_receipts_cover_is_known_as_long_as_they_count() {
	ExtBuilder::default().build_and_execute(|| {
		let now = Now::get();
		assert_eq!(Cashier::covered(&BOB, 100), 0);
		assert_ok!(receive_of(100, "r-1", now - 9 * DAY));
		pass(DAY);
		assert_ok!(receive_of(50, "r-2", now - 2 * DAY));
		assert_eq!([Cashier::covered(&BOB, 120), Cashier::covered(&BOB, 1_000)], [120, 150]);
		Cashier::use_up(&BOB, 30);
		assert_eq!(Cashier::covered(&BOB, 1_000), 120);
		pass(VALUE_TIME - DAY);
		assert_eq!(Cashier::covered(&BOB, 1_000), 20);
	});
}

#[test]
fn only_what_is_paid_is_used_up() {
	ExtBuilder::default().build_and_execute(|| {
		let (now, lefts) = (Now::get(), || -> Vec<Fen> {
			RecentReceipts::<Test>::get(BOB).iter().map(|receipt| receipt.amount).collect()
		});
		assert_ok!(receive_of(100, "r-1", now - 9 * DAY));
		assert_ok!(receive_of(50, "r-2", now - 2 * DAY));
		// The date is looked up for the most that can be owed.
		assert_eq!(Cashier::value_date(&BOB, 150), Some(now - 2 * DAY));
		assert_eq!(Cashier::value_date(&BOB, 151), None);
		assert_eq!(lefts(), [100, 50]);
		Cashier::use_up(&BOB, 0);
		assert_eq!(lefts(), [100, 50]);
		Cashier::use_up(&BOB, 60);
		assert_eq!(lefts(), [90]);
		assert_eq!(Cashier::value_date(&BOB, 90), Some(now - 9 * DAY));
	});
}

#[test]
fn a_value_date_of_later_today_is_now() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(receive_of(100, "r-1", TestCalendar::midnight_after(Now::get(), 1).unwrap() - 1));
		assert_eq!(use_up(1), Some(Now::get()));
	});
}

#[test]
fn value_dates_count_for_a_month_of_lived_time() {
	ExtBuilder::default().build_and_execute(|| {
		let value = Now::get() - DAY;
		assert_ok!(receive_of(100, "r-1", value));
		stand_still(VALUE_TIME);
		pass(VALUE_TIME - 1);
		assert_eq!(use_up(1), Some(value));
		pass(1);
		assert_eq!(use_up(1), None);
	});
}

#[test]
fn only_so_many_value_dates_are_kept() {
	ExtBuilder::default().build_and_execute(|| {
		for number in 0..=MAX_RECENT {
			assert_ok!(receive_of(1, &format!("r-{number}"), Now::get() - DAY));
		}
		let kept = RecentReceipts::<Test>::get(BOB);
		assert_eq!(kept.len(), MAX_RECENT as usize);
		assert_eq!(kept[0].reference, key("r-1"), "the oldest fell away");
	});
}

#[test]
fn a_receipt_that_was_taken_back_counts_no_more() {
	ExtBuilder::default().build_and_execute(|| {
		let (why, value) = (ContentHash::repeat_byte(1), Now::get() - DAY);
		assert_ok!(receive_of(100, "r-1", value));
		for (amount, left) in [(60, 40), (40, 0)] {
			assert_ok!(Cashier::propose_reversal(signed(CORA), key("r-1"), Some(amount), why));
			let terms = CorrectionTerms::Receipt { amount, reason: why };
			assert_ok!(Cashier::approve_correction(signed(ADA), key("r-1"), terms, 0));
			assert_eq!(RecentReceipts::<Test>::get(BOB).iter().map(|receipt| receipt.amount).sum::<Fen>(), left);
		}
	});
}

#[test]
fn a_payment_that_came_back_has_the_value_date_of_its_return() {
	ExtBuilder::default().build_and_execute(|| {
		let (why, value) = (ContentHash::repeat_byte(1), Now::get() - 3 * DAY);
		pay_out(300, "out");
		let back = |value| {
			let back = Some((reference("back"), Some(value)));
			Cashier::propose_payment_correction(signed(CORA), key("out"), back, why)
		};
		assert_noop!(back(Now::get() + DAY), Error::<Test>::ValueDateInFuture);
		assert_ok!(back(value));
		let terms = CorrectionTerms::Payment { came_back: Some(key("back")), value: Some(value), reason: why };
		assert_ok!(Cashier::approve_correction(signed(ADA), key("out"), terms, 0));
		assert_eq!(Cashier::bank_entry(key("back")).unwrap().value, value);
		assert_eq!(Cashier::value_date(&ALICE, 300), Some(value));
	});
}
