// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, BankEntryKind, CorrectionTerms, Error, Event, Party};
use frame_support::{assert_noop, assert_ok, pallet_prelude::Weight};
use linli_primitives::{traits::FundLedger, ContentHash, Fen};
use sp_runtime::{DispatchError::BadOrigin, DispatchResult};

const WHY: ContentHash = ContentHash::repeat_byte(8);

fn propose(text: &str, came_back: Option<&str>) -> DispatchResult {
	Cashier::propose_payment_correction(signed(CORA), key(text), came_back.map(|text| (reference(text), None)), WHY)
}

fn approve(who: AccountId, text: &str, came_back: Option<&str>) -> DispatchResult {
	let terms = CorrectionTerms::Payment { came_back: came_back.map(key), value: None, reason: WHY };
	Cashier::approve_correction(signed(who), key(text), terms, 0).map(|_| ()).map_err(|error| error.error)
}

fn in_pot() -> Fen {
	Balances::free_balance(TestFund::account(OPERATING))
}

#[test]
fn a_payout_booked_under_the_wrong_request_is_given_back() {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 50_000, "r");
		assert_ok!(Cashier::request_payout(signed(BOB), 30_000, Default::default()));
		assert_ok!(Cashier::order_payout(signed(CORA), 0, 0));
		// The bank paid Bob, and Cora booked it under Alice's request.
		pay_out(30_000, "out");
		assert_ok!(propose("out", None));
		let terms = CorrectionTerms::Payment { came_back: None, value: None, reason: WHY };
		let event = Event::CorrectionProposed { reference: key("out"), terms, frozen: 0, by: CORA };
		assert_eq!(last_event(), event);
		assert_eq!(Balances::free_balance(ALICE), 70_000);
		assert_ok!(approve(ADA, "out", None));
		assert_eq!(Balances::free_balance(ALICE), 100_000);
		let event = Event::PaymentCorrected {
			reference: key("out"),
			party: Party::Account(ALICE),
			amount: 30_000,
			cause: None,
			came_back: None,
			reason: WHY,
			proposer: CORA,
			approver: ADA,
		};
		assert_eq!(last_event(), event);
		assert_eq!(Cashier::totals().restored, 30_000);
		// The reference is booked again for the right request, with a suffix.
		assert_ok!(Cashier::book_paid(signed(CORA), 0, reference("out/2"), None));
		assert_eq!(Balances::total_issuance(), 170_000);
		let corrections = Cashier::corrections(key("out"));
		assert_eq!((corrections.len(), corrections[0].amount), (1, 30_000));
	});
}

#[test]
fn a_payout_that_came_back_is_received_again() {
	ExtBuilder::default().build_and_execute(|| {
		pay_out(30_000, "out");
		assert_ok!(propose("out", Some("back")));
		assert_ok!(approve(ADA, "out", Some("back")));
		assert_eq!(Balances::free_balance(ALICE), 100_000);
		let back = Cashier::bank_entry(key("back")).unwrap();
		assert_eq!((back.kind, back.returns, back.amount), (BankEntryKind::In, Some(key("out")), 30_000));
		let totals = Cashier::totals();
		assert_eq!((totals.received, totals.paid_out, totals.restored), (180_000, 30_000, 0));
		assert_noop!(propose("out", None), Error::<Test>::AlreadyCorrected);
		// A return that did not happen is a receipt like any other.
		assert_ok!(Cashier::propose_reversal(signed(CORA), key("back"), None, WHY));
		let terms = CorrectionTerms::Receipt { amount: 30_000, reason: WHY };
		assert_ok!(Cashier::approve_correction(signed(ADA), key("back"), terms, 0));
		assert_eq!(Balances::free_balance(ALICE), 70_000);
	});
}

#[test]
fn a_pots_payment_that_came_back_is_in_the_pot_again() {
	for came_back in [None, Some("back")] {
		ExtBuilder::default().build_and_execute(|| {
			let order = order_from_pot(20_000);
			assert_ok!(Cashier::book_paid(signed(CORA), order, reference("out"), None));
			assert_ok!(propose("out", came_back));
			Bearing::set(3);
			assert_noop!(approve(ADA, "out", came_back), Error::<Test>::MaxUnitsTooLow);
			let terms = CorrectionTerms::Payment { came_back: came_back.map(key), value: None, reason: WHY };
			let done = Cashier::approve_correction(signed(ADA), key("out"), terms, 5).unwrap();
			assert_eq!(done.actual_weight, Some(Weight::from_parts(3, 0)));
			assert_eq!((in_pot(), Balances::total_issuance()), (50_000, 150_000));
			assert_eq!(TestFund::last_cause(OPERATING), Some(EXPENSE));
			assert_eq!(Told::get(), [(EXPENSE, Ok(key("out"))), (EXPENSE, Err(2))]);
			assert_eq!(Cashier::corrections(key("out"))[0].entry, Some(2));
			if came_back.is_some() {
				assert_noop!(Cashier::propose_reversal(signed(CORA), key("back"), None, WHY), Error::<Test>::IsReturn);
			}
		});
	}
}

#[test]
fn invalid_corrections_of_payments_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 1, "r");
		pay_out(300, "out");
		let by = |who| Cashier::propose_payment_correction(signed(who), key("out"), None, WHY);
		assert_noop!(by(ADA), BadOrigin);
		assert_noop!(propose("none", None), Error::<Test>::BankEntryNotFound);
		assert_noop!(propose("r", None), Error::<Test>::NotPayment);
		assert_noop!(propose("out", Some("r")), Error::<Test>::ReferenceAlreadyUsed);
		assert_noop!(propose("out", Some("r r")), Error::<Test>::InvalidReference);
		assert_noop!(approve(ADA, "out", None), Error::<Test>::CorrectionNotProposed);
		assert_ok!(propose("out", Some("back")));
		assert_noop!(by(CARL), Error::<Test>::CorrectionAlreadyProposed);
		assert_noop!(approve(ADA, "out", None), Error::<Test>::TermsMismatch);
		// The reference was booked while the correction waited.
		receive(BOB, 1, "back");
		assert_noop!(approve(ADA, "out", Some("back")), Error::<Test>::ReferenceAlreadyUsed);
		assert_ok!(Cashier::decline_correction(signed(ADA), key("out")));
		assert_eq!(Balances::free_balance(ALICE), 99_700);
	});
}

#[test]
fn correcting_a_payment_takes_two_people() {
	ExtBuilder::default().build_and_execute(|| {
		receive(CARLS_OTHER, 500, "r");
		assert_ok!(Cashier::request_payout(signed(CARLS_OTHER), 300, Default::default()));
		assert_ok!(Cashier::order_payout(signed(CORA), 0, 0));
		assert_ok!(Cashier::book_paid(signed(CORA), 0, reference("own"), None));
		let by_carl = |text| Cashier::propose_payment_correction(signed(CARL), key(text), None, WHY);
		assert_noop!(by_carl("own"), Error::<Test>::OwnReceipt);
		pay_out(300, "out");
		assert_ok!(by_carl("out"));
		assert_noop!(approve(CARLS_OTHER, "out", None), Error::<Test>::OwnProposal);
		assert_ok!(approve(ADA, "out", None));
	});
}
