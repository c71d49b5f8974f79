// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, BankEntryState, Error, Event, Party};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{traits::FundLedger, Cause, Commitment, ContentHash};
use sp_runtime::DispatchError::BadOrigin;

const WHY: ContentHash = ContentHash::repeat_byte(8);

#[test]
fn a_reversal_takes_two_accounts() {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 500, "r");
		assert_ok!(Cashier::propose_reversal(signed(CORA), key("r"), WHY));
		System::assert_last_event(Event::ReversalProposed { reference: key("r"), reason: WHY, by: CORA }.into());
		assert_eq!(Balances::free_balance(BOB), 500);
		Cashier::do_try_state().unwrap();

		assert_ok!(Cashier::approve_reversal(signed(ADA), key("r")));
		assert_eq!((Balances::free_balance(BOB), Cashier::totals().reversed), (0, 500));
		let state =
			BankEntryState::Reversed { proposer: CORA, approver: ADA, reason: WHY, moment: Now::get(), entry: None };
		assert_eq!(Cashier::bank_entry(key("r")).unwrap().state, state);
		let event = Event::ReceiptReversed {
			reference: key("r"),
			party: Party::Account(BOB),
			amount: 500,
			reason: WHY,
			proposer: CORA,
			approver: ADA,
		};
		assert_eq!(last_event(), event);
		// The reference stays used; the money is booked again under one with a suffix.
		assert_noop!(Cashier::receive(signed(CORA), ALICE, 500, reference("r")), Error::<Test>::ReferenceAlreadyUsed);
		receive(ALICE, 500, "r/2");
	});
}

#[test]
fn reversing_a_pots_receipt_goes_through_its_ledger() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Cashier::receive_for_pot(signed(CORA), OPERATING, 500, reference("r")));
		assert_ok!(Cashier::propose_reversal(signed(CORA), key("r"), WHY));
		assert_ok!(Cashier::approve_reversal(signed(ADA), key("r")));
		assert_eq!(Balances::free_balance(TestFund::account(OPERATING)), 50_000);
		assert_eq!(TestFund::last_cause(OPERATING), Some(Cause::Receipt { reference: key("r") }));
		assert_eq!(Balances::total_issuance(), 150_000);
		// The receipt and its reversal are both linked with the ledger.
		let bank = Cashier::bank_entry(key("r")).unwrap();
		let BankEntryState::Reversed { entry, .. } = bank.state else { panic!("the receipt is reversed") };
		assert_eq!((bank.entry, entry), (Some(1), Some(2)));
	});
}

#[test]
fn an_opening_balance_can_be_reversed() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Cashier::propose_reversal(signed(CORA), key("open-2"), WHY));
		assert_ok!(Cashier::approve_reversal(signed(ADA), key("open-2")));
		assert_eq!(Balances::total_issuance(), 100_000);
	});
}

#[test]
fn the_proposer_cannot_approve() {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 500, "r");
		// Carl has both roles.
		assert_ok!(Cashier::propose_reversal(signed(CARL), key("r"), WHY));
		assert_noop!(Cashier::approve_reversal(signed(CARL), key("r")), Error::<Test>::OwnReversal);
		assert_noop!(Cashier::approve_reversal(signed(CORA), key("r")), BadOrigin);
		assert_noop!(Cashier::decline_reversal(signed(CORA), key("r")), BadOrigin);
		assert_ok!(Cashier::approve_reversal(signed(ADA), key("r")));
	});
}

#[test]
fn an_auditor_declines_a_reversal() {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 500, "r");
		assert_ok!(Cashier::propose_reversal(signed(CORA), key("r"), WHY));
		assert_ok!(Cashier::decline_reversal(signed(ADA), key("r")));
		System::assert_last_event(Event::ReversalDeclined { reference: key("r"), by: ADA }.into());
		assert_eq!(Cashier::bank_entry(key("r")).unwrap().state, BankEntryState::Valid);
		assert_eq!(Balances::free_balance(BOB), 500);
		assert_ok!(Cashier::propose_reversal(signed(CORA), key("r"), WHY));
	});
}

#[test]
fn invalid_steps_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let (propose, approve, decline) = (
			|text| Cashier::propose_reversal(signed(CORA), key(text), WHY),
			|text| Cashier::approve_reversal(signed(ADA), key(text)),
			|text| Cashier::decline_reversal(signed(ADA), key(text)),
		);
		receive(BOB, 500, "r");
		assert_noop!(Cashier::propose_reversal(signed(ADA), key("r"), WHY), BadOrigin);
		assert_noop!(propose("none"), Error::<Test>::BankEntryNotFound);
		assert_noop!(approve("none"), Error::<Test>::BankEntryNotFound);
		assert_noop!(decline("none"), Error::<Test>::BankEntryNotFound);

		assert_noop!(approve("r"), Error::<Test>::ReversalNotProposed);
		assert_noop!(decline("r"), Error::<Test>::ReversalNotProposed);
		assert_ok!(propose("r"));
		assert_noop!(propose("r"), Error::<Test>::ReversalAlreadyProposed);
		assert_ok!(approve("r"));
		assert_noop!(propose("r"), Error::<Test>::AlreadyReversed);
		assert_noop!(approve("r"), Error::<Test>::AlreadyReversed);
		assert_noop!(decline("r"), Error::<Test>::AlreadyReversed);

		assert_ok!(Cashier::request_payout(signed(ALICE), 1, Commitment::zero()));
		assert_ok!(Cashier::pay_out(signed(CORA), 0, reference("out")));
		assert_noop!(propose("out"), Error::<Test>::NotReceipt);
	});
}

#[test]
fn a_receipt_that_was_spent_cannot_be_reversed() {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 500, "r");
		assert_ok!(Cashier::request_payout(signed(BOB), 100, Commitment::zero()));
		assert_ok!(Cashier::propose_reversal(signed(CORA), key("r"), WHY));
		assert_noop!(Cashier::approve_reversal(signed(ADA), key("r")), Error::<Test>::InsufficientFunds);
		// Held money is not free until the hold is released.
		assert_ok!(Cashier::cancel_payout(signed(BOB), 0));
		assert_ok!(Cashier::approve_reversal(signed(ADA), key("r")));
	});
}
