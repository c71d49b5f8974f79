// SPDX-License-Identifier: Apache-2.0

//! Pages of a bank statement.

use crate::{mock::*, Error, Event, ReceiptLine, Receiver, UnitPayments, MAX_BATCH, MAX_VALUE_AGE};
use frame_support::{assert_noop, assert_ok, dispatch::PostDispatchInfo};
use linli_primitives::{calendar::DAY, traits::UnitReceipts, ContentHash, Fen};
use sp_runtime::DispatchError::{self, BadOrigin, Other};

const PAGE: ContentHash = ContentHash::repeat_byte(3);

fn line(to: Receiver<AccountId>, amount: Fen, text: &str) -> ReceiptLine<AccountId> {
	ReceiptLine { to, amount, reference: reference(text), value: Now::get() }
}

fn book(lines: Vec<ReceiptLine<AccountId>>, max_bills: u32) -> PostDispatchInfo {
	Cashier::receive_batch(signed(CORA), 0, PAGE, lines.try_into().unwrap(), max_bills).unwrap()
}

fn booked(booked: u32, refused: u32, amount: Fen) -> Event<Test> {
	Event::BatchBooked { bank: 0, statement: PAGE, booked, refused, amount, cashier: CORA }
}

/// The lines refused, and why.
fn refused() -> Vec<(u32, Option<ContentHash>, DispatchError)> {
	let of_line = |event: Event<Test>| match event {
		Event::LineRefused { line, reference, error, .. } => Some((line, reference, error)),
		_ => None,
	};
	System::read_events_for_pallet().into_iter().filter_map(of_line).collect()
}

#[test]
fn a_page_is_booked_line_by_line() {
	ExtBuilder::default().build_and_execute(|| {
		Dues::set(vec![(0, 300)]);
		book(
			vec![
				line(Receiver::Account(BOB), 100, "p-1"),
				line(Receiver::Unit(0), 500, "p-2"),
				line(Receiver::Pot(OPERATING), 1_000, "p-3"),
			],
			1,
		);
		assert_eq!(last_event(), booked(3, 0, 1_600));
		assert_eq!(Balances::free_balance(BOB), 100);
		assert_eq!(Balances::free_balance(unit_account(0)), 200);
		assert_eq!(TestFund::balance(OPERATING), 50_000 + 300 + 1_000);
		assert_eq!(UnitPayments::<Test>::get(key("p-2")), Some(0));
		assert!(refused().is_empty());
	});
}

#[test]
fn a_line_is_refused_for_itself_and_can_be_booked_again() {
	ExtBuilder::default().build_and_execute(|| {
		Dues::set(vec![(0, 300), (2, 300)]);
		let page = vec![
			line(Receiver::Account(BOB), 100, "p-1"),
			line(Receiver::Account(BOB), 100, "P-1"),
			line(Receiver::Account(CORA), 100, "p-2"),
			line(Receiver::Account(BOB), 0, "p-3"),
			line(Receiver::Unit(9), 100, "p-4"),
			line(Receiver::Pot(9), 100, "p-5"),
			line(Receiver::Account(BOB), 100, "Mr Chen"),
			line(Receiver::Unit(0), 300, "p-6"),
			line(Receiver::Unit(2), 300, "p-7"),
			line(Receiver::Account(unit_account(0)), 100, "p-8"),
		];
		book(page.clone(), 1);
		assert_eq!(last_event(), booked(2, 8, 400));
		let error = |error: Error<Test>| DispatchError::from(error);
		assert_eq!(
			refused(),
			vec![
				(1, Some(key("p-1")), error(Error::ReferenceAlreadyUsed)),
				(2, Some(key("p-2")), error(Error::OwnReceipt)),
				(3, Some(key("p-3")), error(Error::InvalidAmount)),
				(4, Some(key("p-4")), Other("")),
				(5, Some(key("p-5")), Other("")),
				(6, None, error(Error::InvalidReference)),
				(8, Some(key("p-7")), Other("")),
				(9, Some(key("p-8")), error(Error::IsTransitAccount)),
			]
		);
		// Nothing of a refused line is left behind.
		for text in ["p-2", "p-3", "p-4", "p-5", "p-7", "p-8"] {
			assert_eq!(Cashier::bank_entry(key(text)), None, "{text}");
		}
		assert_eq!((Balances::free_balance(BOB), Balances::free_balance(unit_account(2))), (100, 0));

		// The same page again, with room for the other unit's bill: what was booked is not booked twice.
		System::reset_events();
		book(page, 1);
		assert_eq!(last_event(), booked(1, 9, 300));
		assert_eq!(Dues::get(), vec![(0, 0), (2, 0)]);
	});
}

#[test]
fn unused_weight_is_given_back() {
	ExtBuilder::default().build_and_execute(|| {
		Dues::set(vec![(0, 300)]);
		let info = book(vec![line(Receiver::Unit(0), 500, "p-1"), line(Receiver::Unit(2), 500, "p-2")], 40);
		// Two lines for units, and one of forty bills.
		let spent = TestUnits::weight(0) + TestUnits::weight(1);
		assert_eq!(info.actual_weight, Some(spent));
	});
}

#[test]
fn only_cashiers_book_pages_and_none_is_empty() {
	ExtBuilder::default().build_and_execute(|| {
		let page = || vec![line(Receiver::Account(BOB), 1, "p-1")].try_into().unwrap();
		for origin in [signed(ALICE), signed(ADA), RuntimeOrigin::root()] {
			assert_noop!(Cashier::receive_batch(origin, 0, PAGE, page(), 0), BadOrigin);
		}
		let empty = Cashier::receive_batch(signed(CORA), 0, PAGE, Default::default(), 0);
		assert_eq!(empty.map_err(|error| error.error), Err(Error::<Test>::InvalidBatch.into()));
		let full: Vec<_> =
			(0..MAX_BATCH).map(|number| line(Receiver::Account(BOB), 1, &format!("p-{number}"))).collect();
		book(full, 0);
		assert_ok!(Cashier::receive(signed(CORA), 0, BOB, 1, reference("single"), None));
		assert_eq!(Balances::free_balance(BOB), Fen::from(MAX_BATCH) + 1);
	});
}

#[test]
fn lines_that_are_refused_do_not_pay_more_bills_than_the_batch_may() {
	ExtBuilder::default().build_and_execute(|| {
		Dues::set(vec![(0, 300), (2, 300)]);
		let line = |unit, text: &str| line(Receiver::Unit(unit), 500, text);
		// The second line has its reference twice and pays nothing; the third would need one more bill.
		book(vec![line(0, "a"), line(0, "a"), line(2, "b"), line(2, "c")], 1);
		assert_eq!(Dues::get(), [(0, 0), (2, 300)]);
		assert_eq!(refused().len(), 3);
	});
}

#[test]
fn a_page_of_a_closed_bank_account_is_refused_whole() {
	ExtBuilder::default().build_and_execute(|| {
		let page = || vec![line(Receiver::Account(BOB), 1, "p-1"), line(Receiver::Unit(0), 1, "p-2")];
		let book = |bank| {
			let lines = page().try_into().unwrap();
			Cashier::receive_batch(signed(CORA), bank, PAGE, lines, 0).map(|_| ()).map_err(|error| error.error)
		};
		assert_noop!(book(7), Error::<Test>::BankNotFound);
		assert_ok!(Cashier::open_bank(RuntimeOrigin::root(), 7, Default::default(), PAGE));
		assert_ok!(Cashier::close_bank(RuntimeOrigin::root(), 7));
		assert_noop!(book(7), Error::<Test>::BankClosed);
		assert_ok!(book(0));
		assert!(refused().is_empty());
	});
}

#[test]
fn a_unit_gets_no_receipt_at_a_closed_bank_account_or_on_a_wrong_date() {
	ExtBuilder::default().build_and_execute(|| {
		let receive = |bank, value| {
			frame_support::storage::with_storage_layer(|| {
				Cashier::receive_for_unit(signed(CORA), bank, 0, 5, reference("u"), Some(value), 0)
					.map(|_| ())
					.map_err(|error| error.error)
			})
		};
		let now = Now::get();
		assert_noop!(receive(7, now), Error::<Test>::BankNotFound);
		assert_ok!(Cashier::open_bank(RuntimeOrigin::root(), 7, Default::default(), PAGE));
		assert_ok!(Cashier::close_bank(RuntimeOrigin::root(), 7));
		assert_noop!(receive(7, now), Error::<Test>::BankClosed);
		assert_noop!(receive(0, now + 2 * DAY), Error::<Test>::ValueDateInFuture);
		assert_noop!(receive(0, now - MAX_VALUE_AGE - 1), Error::<Test>::TooLongAgo);
		assert_ok!(receive(0, now));
	});
}
