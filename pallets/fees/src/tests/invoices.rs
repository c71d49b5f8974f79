// SPDX-License-Identifier: Apache-2.0

//! Official invoices for what was paid.

use crate::{mock::*, types::*, *};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::Fen;
use sp_runtime::{traits::BadOrigin, DispatchResult};

/// Bills every unit 10,000, of which Bob pays 6,000. Returns his bill.
fn paid() -> BillKey {
	let id = create(terms(Basis::PerUnit), 10_000);
	go_to(start(NOVEMBER) + 6 * DAYS);
	assert_ok!(Fees::pay(signed(BOB), 1, 6_000, None));
	BillKey::new(1, id, NOVEMBER)
}

fn line(bill: BillKey, amount: Fen) -> InvoiceLine {
	InvoiceLine { payment: 0, bill, amount }
}

fn record(number: u8, lines: &[InvoiceLine]) -> DispatchResult {
	Fees::record_invoice(signed(MANAGER), hash(number), hash(9), lines.to_vec().try_into().unwrap())
}

#[test]
fn no_more_is_invoiced_than_was_paid() {
	ExtBuilder::default().build_and_execute(|| {
		let bill = paid();
		let by_bob = Fees::record_invoice(signed(BOB), hash(1), hash(9), vec![line(bill, 1)].try_into().unwrap());
		assert_noop!(by_bob, BadOrigin);
		assert_noop!(record(1, &[]), Error::<Test>::InvalidInvoice);
		assert_noop!(record(1, &[line(bill, 0)]), Error::<Test>::InvalidInvoice);
		assert_noop!(record(1, &[line(bill, 1), line(bill, 2)]), Error::<Test>::DuplicateBill);
		assert_noop!(record(1, &[line(bill, 6_001)]), Error::<Test>::InvoiceTooLarge);
		assert_noop!(record(1, &[InvoiceLine { payment: 1, ..line(bill, 1) }]), Error::<Test>::InvoiceTooLarge);
		assert_ok!(record(1, &[line(bill, 4_000)]));
		assert_eq!(last_event(), Event::InvoiceRecorded { number: hash(1), document: hash(9), by: MANAGER });
		assert_noop!(record(1, &[line(bill, 1)]), Error::<Test>::InvoiceAlreadyRecorded);
		assert_noop!(record(2, &[line(bill, 2_001)]), Error::<Test>::InvoiceTooLarge);
		assert_ok!(record(2, &[line(bill, 2_000)]));
		let mut numbers = Fees::invoices_of_bill(bill);
		numbers.sort();
		assert_eq!(numbers, vec![hash(1), hash(2)]);
		assert_eq!(Fees::invoices_of_payment(0).len(), 2);
		assert_eq!(Fees::invoice(hash(2)).map(|invoice| invoice.lines.to_vec()), Some(vec![line(bill, 2_000)]));
	});
}

#[test]
fn two_people_void_an_invoice_by_a_red_one() {
	ExtBuilder::default().build_and_execute(|| {
		let bill = paid();
		assert_ok!(record(1, &[line(bill, 6_000)]));
		assert_ok!(Fees::pay(signed(BOB), 1, 4_000, None));
		let second = InvoiceLine { payment: 1, ..line(bill, 4_000) };
		assert_ok!(record(2, &[second]));
		let propose = |who, number, red| Fees::propose_void(signed(who), hash(number), hash(red), hash(8));
		assert_noop!(propose(BOB, 1, 3), BadOrigin);
		assert_noop!(propose(MANAGER, 7, 3), Error::<Test>::InvoiceNotFound);
		assert_noop!(propose(MANAGER, 1, 2), Error::<Test>::InvoiceAlreadyRecorded);
		assert_ok!(propose(MANAGER, 1, 3));
		let (number, red) = (hash(1), hash(3));
		assert_eq!(last_event(), Event::VoidProposed { number, red, proposer: MANAGER, reason: hash(8) });
		assert_noop!(propose(MANAGER, 1, 4), Error::<Test>::VoidAlreadyProposed);
		let approve = |who, red| Fees::approve_void(signed(who), number, hash(red));
		assert_noop!(approve(BOB, 3), BadOrigin);
		assert_noop!(approve(MANAGER, 3), Error::<Test>::OwnVoid);
		assert_noop!(approve(COMMITTEE, 4), Error::<Test>::VoidMismatch);
		assert_noop!(Fees::decline_void(signed(BOB), number), BadOrigin);
		assert_ok!(Fees::decline_void(signed(COMMITTEE), number));
		assert_eq!(last_event(), Event::VoidDeclined { number, by: COMMITTEE });
		assert_noop!(approve(COMMITTEE, 3), Error::<Test>::VoidNotFound);
		assert_noop!(Fees::decline_void(signed(MANAGER), number), Error::<Test>::VoidNotFound);
		assert_ok!(propose(MANAGER, 1, 3));
		assert_ok!(approve(COMMITTEE, 3));
		assert_eq!(last_event(), Event::InvoiceVoided { number, red, approver: COMMITTEE });
		assert_eq!(OpenProposals::<Test>::get(MANAGER), 0);
		assert_noop!(propose(MANAGER, 1, 4), Error::<Test>::VoidAlreadyProposed);
		// Neither number is used again; the money is invoiced anew.
		assert_noop!(record(1, &[line(bill, 1)]), Error::<Test>::InvoiceAlreadyRecorded);
		assert_noop!(record(3, &[line(bill, 1)]), Error::<Test>::InvoiceAlreadyRecorded);
		assert_ok!(record(5, &[line(bill, 6_000)]));
	});
}

#[test]
fn a_red_number_used_meanwhile_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let bill = paid();
		assert_ok!(record(1, &[line(bill, 1_000)]));
		assert_ok!(Fees::propose_void(signed(MANAGER), hash(1), hash(2), hash(8)));
		assert_ok!(record(2, &[line(bill, 1_000)]));
		let refused = Error::<Test>::InvoiceAlreadyRecorded;
		assert_noop!(Fees::approve_void(signed(COMMITTEE), hash(1), hash(2)), refused);
	});
}

#[test]
fn what_a_voided_invoice_covered_is_invoiced_anew_as_it_is_paid_by_then() {
	ExtBuilder::default().build_and_execute(|| {
		let bill = paid();
		assert_ok!(record(1, &[line(bill, 6_000)]));
		// A credit note gives 2,000 back: the invoice is too high by them.
		let scope = CreditScope::Bills(vec![(bill, 4_000)].try_into().unwrap());
		assert_ok!(Fees::propose_credit(signed(MANAGER), scope, hash(4)));
		assert_ok!(Fees::approve_credit(signed(COMMITTEE), 0));
		block(Now::get());
		assert_noop!(record(2, &[line(bill, 1)]), Error::<Test>::InvoiceTooLarge);
		assert_ok!(Fees::propose_void(signed(MANAGER), hash(1), hash(3), hash(8)));
		assert_ok!(Fees::approve_void(signed(COMMITTEE), hash(1), hash(3)));
		assert_noop!(record(2, &[line(bill, 4_001)]), Error::<Test>::InvoiceTooLarge);
		assert_noop!(record(1, &[line(bill, 4_000)]), Error::<Test>::InvoiceAlreadyRecorded);
		assert_ok!(record(2, &[line(bill, 4_000)]));
		// The new one is voided in its turn.
		assert_ok!(Fees::propose_void(signed(MANAGER), hash(2), hash(4), hash(8)));
		assert_ok!(Fees::approve_void(signed(COMMITTEE), hash(2), hash(4)));
		assert_ok!(record(5, &[line(bill, 4_000)]));
	});
}
