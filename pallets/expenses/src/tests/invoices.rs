// SPDX-License-Identifier: Apache-2.0

//! Invoices that are paid at once, in instalments or on several lines.

use crate::{mock::*, types::*, Error, Event, Invoices};
use frame_support::{assert_noop, assert_ok, storage::with_storage_layer};
use linli_primitives::{
	traits::{BankOutcomes, FundLedger},
	Cause, ExpenseId, Fen,
};
use sp_runtime::{DispatchError::BadOrigin, DispatchResult};

/// Proposes a part of an invoice of the gardener.
fn part(amount: Fen, number: u8, total: Fen) -> DispatchResult {
	propose_part(Payee::Account(GARDENER), amount, invoice(number, total))
}

/// The same, approved and paid.
fn paid_part(amount: Fen, number: u8, total: Fen) -> ExpenseId {
	part(amount, number, total).unwrap();
	let id = crate::NextExpense::<Test>::get() - 1;
	Spending::approve_as_committee(signed(COMMITTEE), id, terms(id)).unwrap();
	Spending::pay(signed(STRANGER), id, 0).unwrap();
	id
}

/// What is used of an invoice, and what is left, in fen.
fn used(number: u8) -> Option<(Fen, Fen)> {
	Spending::invoice(hash(number)).map(|invoice| (invoice.used, invoice.left()))
}

fn refund(id: ExpenseId, amount: Fen, text: &str) -> DispatchResult {
	Spending::record_refund(signed(CORA), 0, id, amount, reference(text), None, 0)
		.map(|_| ())
		.map_err(|failed| failed.error)
}

/// The cashier's pallet tells that a refund never came.
fn reverse(id: ExpenseId, amount: Fen) -> DispatchResult {
	with_storage_layer(|| {
		Spending::refund_reversed(&Cause::Expense { expense: id }, amount, hash(9))?;
		Fund::withdraw(OPERATING, &BANK, amount, Cause::Receipt { reference: hash(9) }).map(|_| ())
	})
}

#[test]
fn an_invoice_is_paid_once() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose(100, 1));
		assert_noop!(propose(100, 1), Error::<Test>::InvoiceAlreadyUsed);
		assert_noop!(propose_lift(100, 1), Error::<Test>::InvoiceAlreadyUsed);
		assert_ok!(Spending::approve_as_committee(signed(COMMITTEE), 0, terms(0)));
		assert_ok!(Spending::pay(signed(STRANGER), 0, 0));
		assert_noop!(propose(100, 1), Error::<Test>::InvoiceAlreadyUsed);
	});
}

#[test]
fn instalments_add_up_to_the_total() {
	ExtBuilder::default().build_and_execute(|| {
		paid_part(240_000, 1, 480_000);
		assert_eq!(used(1), Some((240_000, 240_000)));
		assert_ok!(part(239_999, 1, 480_000));
		assert_noop!(part(2, 1, 480_000), Error::<Test>::InvoiceAlreadyUsed);
		assert_ok!(part(1, 1, 480_000));
		assert_noop!(part(1, 1, 480_000), Error::<Test>::InvoiceAlreadyUsed);
		let whole = SupplierInvoice {
			payee: Payee::Account(GARDENER),
			total: 480_000,
			used: 480_000,
			reversed: 0,
			expenses: vec![0, 1, 2].try_into().unwrap(),
		};
		assert_eq!(Spending::invoice(hash(1)), Some(whole));
	});
}

#[test]
fn an_invoice_is_divided_over_lines_and_lanes() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(part(100, 1, 600));
		let (payee, related) = (Payee::Account(GARDENER), buildings(&[2]));
		assert_ok!(Spending::propose(signed(MIRA), 2026, ROOFS, payee, 200, invoice(1, 600), NOVEMBER, related));
		let (kind, payee, related) = (EmergencyKind::Roof, Payee::Account(GARDENER), Related::Nobody);
		let lift = |amount| {
			let (payee, related) = (payee.clone(), related.clone());
			let invoice = invoice(1, 600);
			Spending::propose_emergency(
				signed(MAX),
				kind,
				OPERATING,
				payee,
				amount,
				invoice,
				hash(90),
				related,
				NOVEMBER,
			)
		};
		assert_noop!(lift(301), Error::<Test>::InvoiceAlreadyUsed);
		assert_ok!(lift(300));
		assert_eq!((used(1), parts(1)), (Some((600, 0)), vec![0, 1, 2]));
	});
}

#[test]
fn the_total_and_the_payee_stay_the_same() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(part(101, 1, 100), Error::<Test>::InvoiceTotalTooLow);
		assert_ok!(part(50, 1, 100));
		for total in [99, 101, 49, 0] {
			assert_noop!(part(50, 1, total), Error::<Test>::InvoiceTotalMismatch);
		}
		for payee in [Payee::Account(STRANGER), Payee::Bank(hash(4))] {
			assert_noop!(propose_part(payee, 50, invoice(1, 100)), Error::<Test>::InvoicePayeeMismatch);
		}
		// Another account of the same person is the same supplier.
		SamePeople::set(vec![(GARDENER, STRANGER)]);
		assert_ok!(propose_part(Payee::Account(STRANGER), 50, invoice(1, 100)));
	});
}

#[test]
fn approvals_are_of_the_total_that_was_stated() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(part(50, 1, 100));
		let of_first = terms(0);
		assert_ok!(Spending::withdraw(signed(MAX), 0));
		assert_ok!(part(50, 1, 1_000));
		let call = Spending::approve_as_committee(signed(COMMITTEE), 1, of_first);
		assert_noop!(call, Error::<Test>::TermsMismatch);
	});
}

#[test]
fn what_ends_without_payment_gives_its_part_back() {
	ExtBuilder::default().build_and_execute(|| {
		paid_part(100, 1, 300);
		assert_ok!(part(100, 1, 300));
		assert_ok!(part(100, 1, 300));
		assert_ok!(Spending::refuse(signed(COMMITTEE), 1, hash(8)));
		assert_eq!((used(1), parts(1)), (Some((200, 100)), vec![0, 2]));
		assert_ok!(Spending::withdraw(signed(MAX), 2));
		assert_eq!((used(1), parts(1)), (Some((100, 200)), vec![0]));
		assert_ok!(part(200, 1, 300));
		wait(90 * linli_primitives::calendar::DAY);
		assert_ok!(Spending::expire(signed(STRANGER), 3));
		assert_eq!((used(1), parts(1)), (Some((100, 200)), vec![0]));
		// With the last one, the invoice can be stated anew.
		assert_ok!(part(70, 2, 100));
		assert_ok!(Spending::withdraw(signed(MAX), 4));
		assert_eq!(used(2), None);
		assert_ok!(propose_part(Payee::Bank(hash(4)), 70, invoice(2, 70)));
	});
}

#[test]
fn a_returned_payment_keeps_its_part_until_it_is_withdrawn() {
	ExtBuilder::default().build_and_execute(|| {
		let id = approved_bank(100, 1);
		let order = paid_by_bank(id, "OUT-1");
		assert_ok!(TestBank::give_back(order));
		// It is approved, and may be paid again.
		assert_noop!(propose_to(Payee::Bank(hash(4)), 100, 1), Error::<Test>::InvoiceAlreadyUsed);
		assert_ok!(Spending::withdraw(signed(MAX), id));
		assert_ok!(propose_to(Payee::Bank(hash(4)), 100, 1));
	});
}

#[test]
fn what_the_supplier_paid_back_is_free_again() {
	ExtBuilder::default().build_and_execute(|| {
		let id = paid_part(100, 1, 100);
		assert_ok!(refund(id, 40, "IN-1"));
		assert_eq!(used(1), Some((60, 40)));
		assert_noop!(part(41, 1, 100), Error::<Test>::InvoiceAlreadyUsed);
		let again = paid_part(40, 1, 100);
		// The refund never came: the supplier has more than the invoice says, which is shown.
		assert_ok!(reverse(id, 30));
		let invoice = Spending::invoice(hash(1)).unwrap();
		assert_eq!((invoice.used, invoice.reversed, invoice.left()), (130, 30, 0));
		assert_noop!(part(1, 1, 100), Error::<Test>::InvoiceAlreadyUsed);
		// It pays that back in turn.
		assert_ok!(refund(again, 30, "IN-2"));
		assert_eq!(used(1), Some((100, 0)));
		// Money that came back for the whole leaves the invoice with its expenses.
		assert_ok!(refund(id, 90, "IN-3"));
		assert_ok!(refund(again, 10, "IN-4"));
		assert_eq!((used(1), parts(1)), (Some((0, 100)), vec![id, again]));
	});
}

#[test]
fn the_parts_of_an_invoice_are_bounded() {
	ExtBuilder::default().build_and_execute(|| {
		let total = Fen::from(MAX_PARTS) + 1;
		for _ in 0..MAX_PARTS {
			paid_part(1, 1, total);
		}
		assert_noop!(part(1, 1, total), Error::<Test>::TooManyParts);
		assert_ok!(part(1, 2, 100));
	});
}

/// The wrong supplier was paid, and paid all back: the right one is paid under the same hash.
#[test]
fn an_invoice_refunded_in_full_is_stated_anew() {
	ExtBuilder::default().build_and_execute(|| {
		let id = paid_part(100, 1, 100);
		let right = || propose_part(Payee::Bank(hash(7)), 90, invoice(1, 90));
		assert_noop!(right(), Error::<Test>::InvoiceTotalMismatch);
		assert_noop!(propose_part(Payee::Bank(hash(7)), 90, invoice(1, 100)), Error::<Test>::InvoicePayeeMismatch);
		assert_ok!(refund(id, 99, "IN-1"));
		assert_noop!(right(), Error::<Test>::InvoiceTotalMismatch);
		assert_ok!(refund(id, 1, "IN-2"));
		assert_ok!(right());
		assert_eq!(used(1), Some((90, 0)));
		assert_noop!(part(1, 1, 90), Error::<Test>::InvoicePayeeMismatch);
	});
}

#[test]
fn the_committee_corrects_a_total() {
	ExtBuilder::default().build_and_execute(|| {
		// The instalment was stated as if it were all.
		paid_part(100, 1, 100);
		assert_ok!(part(1, 2, 1));
		let by = |who, number, total| {
			let known = Invoices::<Test>::get(hash(number));
			let stated = invoice(number, known.as_ref().map_or(1, |known| known.total));
			let payee = known.as_ref().map_or(Payee::Account(GARDENER), |known| known.payee.clone());
			Spending::correct_invoice(signed(who), stated, payee, total)
		};
		// Nor do the owners of a building decide on what all pay.
		for who in [MAX, MEI, ADA, STRANGER, BUILDING_2] {
			assert_noop!(by(who, 1, 300), BadOrigin);
		}
		let correct = |number, total| by(COMMITTEE, number, total);
		assert_noop!(correct(3, 300), Error::<Test>::InvoiceNotFound);
		// What was decided on is the invoice as it stood.
		let (before, payee) = (invoice(1, 100), Invoices::<Test>::get(hash(1)).unwrap().payee);
		assert_noop!(
			Spending::correct_invoice(signed(COMMITTEE), invoice(1, 99), payee, 300),
			Error::<Test>::TermsMismatch
		);
		let other = Payee::Account(STRANGER);
		assert_noop!(Spending::correct_invoice(signed(COMMITTEE), before, other, 300), Error::<Test>::TermsMismatch);
		for total in [0, 99] {
			assert_noop!(correct(1, total), Error::<Test>::InvoiceTotalTooLow);
		}
		assert_ok!(correct(1, 300));
		assert_eq!(last_event(), Event::InvoiceCorrected { invoice: hash(1), before: 100, total: 300 });
		assert_noop!(part(100, 1, 100), Error::<Test>::InvoiceTotalMismatch);
		assert_ok!(part(200, 1, 300));
		assert_noop!(correct(1, 299), Error::<Test>::InvoiceTotalTooLow);
		// What is refunded in full has used nothing, and still no invoice is over nothing.
		assert_ok!(refund(0, 100, "IN-1"));
		assert_ok!(Spending::withdraw(signed(MAX), 2));
		assert_noop!(correct(1, 0), Error::<Test>::InvoiceTotalTooLow);
		assert_ok!(correct(1, 1));
		// Nobody on the committee is paid more by it.
		Members::mutate(|members| members.push(GARDENER));
		assert_noop!(correct(2, 2), Error::<Test>::OwnApproval);
		assert_ok!(by(ASSEMBLY, 2, 2));
		assert_eq!(Invoices::<Test>::get(hash(2)).map(|known| known.total), Some(2));
	});
}
