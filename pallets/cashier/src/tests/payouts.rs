// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, BankEntryKind, Error, Event, HoldReason, OpenPayouts, Party, Payout};
use frame_support::{assert_noop, assert_ok, assert_storage_noop, traits::fungible::InspectHold};
use linli_primitives::{
	traits::{BankPayments, FundLedger},
	Cause, Commitment, ContentHash, Fen,
};
use sp_runtime::{DispatchError::BadOrigin, TokenError};

const BANK: Commitment = Commitment::repeat_byte(7);
const WHY: ContentHash = ContentHash::repeat_byte(8);

fn held(who: AccountId) -> Fen {
	Balances::balance_on_hold(&HoldReason::Payout.into(), &who)
}

#[test]
fn a_request_holds_the_money() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Cashier::request_payout(signed(ALICE), 30_000, BANK));
		assert_eq!((held(ALICE), Balances::free_balance(ALICE)), (30_000, 70_000));
		let payout = Payout { requester: ALICE, amount: 30_000, destination: BANK, requested: Now::get() };
		assert_eq!(Cashier::payouts(&ALICE), vec![(0, payout)]);
		let event = Event::PayoutRequested { payout: 0, requester: ALICE, amount: 30_000, destination: BANK };
		assert_eq!(last_event(), event);
	});
}

#[test]
fn a_request_needs_funds_and_a_free_slot() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Cashier::request_payout(RuntimeOrigin::root(), 1, BANK), BadOrigin);
		assert_noop!(Cashier::request_payout(signed(ALICE), 0, BANK), Error::<Test>::InvalidAmount);
		assert_noop!(Cashier::request_payout(signed(ALICE), 100_001, BANK), TokenError::FundsUnavailable);
		// The last fen keeps the account alive.
		assert_noop!(Cashier::request_payout(signed(ALICE), 100_000, BANK), TokenError::FundsUnavailable);
		for _ in 0..3 {
			assert_ok!(Cashier::request_payout(signed(ALICE), 1, BANK));
		}
		assert_noop!(Cashier::request_payout(signed(ALICE), 1, BANK), Error::<Test>::TooManyPayouts);
		assert_ok!(Cashier::cancel_payout(signed(ALICE), 1));
		assert_ok!(Cashier::request_payout(signed(ALICE), 1, BANK));
	});
}

#[test]
fn only_the_requester_cancels_a_request() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Cashier::request_payout(signed(ALICE), 30_000, BANK));
		assert_noop!(Cashier::cancel_payout(signed(BOB), 0), Error::<Test>::NotRequester);
		assert_noop!(Cashier::cancel_payout(signed(ALICE), 1), Error::<Test>::PayoutNotFound);
		assert_ok!(Cashier::cancel_payout(signed(ALICE), 0));
		assert_eq!((held(ALICE), Balances::free_balance(ALICE)), (0, 100_000));
		assert!(!OpenPayouts::<Test>::contains_key(ALICE));
		System::assert_last_event(Event::PayoutCancelled { payout: 0 }.into());
		assert_noop!(Cashier::cancel_payout(signed(ALICE), 0), Error::<Test>::PayoutNotFound);
	});
}

#[test]
fn a_cashier_refuses_a_request() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Cashier::request_payout(signed(ALICE), 30_000, BANK));
		assert_noop!(Cashier::refuse_payout(signed(ALICE), 0, WHY), BadOrigin);
		assert_noop!(Cashier::refuse_payout(signed(CORA), 1, WHY), Error::<Test>::PayoutNotFound);
		assert_ok!(Cashier::refuse_payout(signed(CORA), 0, WHY));
		assert_eq!((held(ALICE), Balances::free_balance(ALICE)), (0, 100_000));
		System::assert_last_event(Event::PayoutRefused { payout: 0, reason: WHY, cashier: CORA }.into());
	});
}

#[test]
fn paying_out_burns_the_held_money() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Cashier::request_payout(signed(ALICE), 30_000, BANK));
		assert_ok!(Cashier::pay_out(signed(CORA), 0, reference("out-1")));
		assert_eq!((held(ALICE), Balances::free_balance(ALICE)), (0, 70_000));
		assert_eq!(Balances::total_issuance(), 120_000);
		let entry = Cashier::bank_entry(key("out-1")).unwrap();
		assert_eq!((entry.kind, entry.party, entry.amount), (BankEntryKind::Out, Party::Account(ALICE), 30_000));
		let event =
			Event::PaidOut { payout: 0, reference: key("out-1"), requester: ALICE, amount: 30_000, cashier: CORA };
		assert_eq!(last_event(), event);
		assert_eq!(Cashier::totals().paid_out, 30_000);
		assert_noop!(Cashier::pay_out(signed(CORA), 0, reference("out-2")), Error::<Test>::PayoutNotFound);
	});
}

#[test]
fn invalid_payments_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		receive(CARL, 500, "r");
		assert_ok!(Cashier::request_payout(signed(CARL), 400, BANK));
		assert_noop!(Cashier::pay_out(signed(ALICE), 0, reference("out")), BadOrigin);
		assert_noop!(Cashier::pay_out(signed(CORA), 1, reference("out")), Error::<Test>::PayoutNotFound);
		assert_noop!(Cashier::pay_out(signed(CARL), 0, reference("out")), Error::<Test>::OwnPayout);
		assert_noop!(Cashier::pay_out(signed(CORA), 0, reference("R")), Error::<Test>::ReferenceAlreadyUsed);
		assert_noop!(Cashier::pay_out(signed(CORA), 0, reference("r r")), Error::<Test>::InvalidReference);
		assert_ok!(Cashier::pay_out(signed(CORA), 0, reference("out")));
	});
}

#[test]
fn the_bank_pays_out_of_a_pot() {
	ExtBuilder::default().build_and_execute(|| {
		let cause = Cause::Expense { expense: 4 };
		let issuance = Balances::total_issuance();
		let (id, hash) = Cashier::pay_from_pot(&CORA, 0, 20_000, b"icbc-1", cause).unwrap();
		assert_eq!(hash, key("ICBC-1"));
		assert_eq!(Balances::total_issuance(), issuance - 20_000);
		assert_eq!(Balances::free_balance(TestFund::account(0)), 30_000);
		assert_eq!(TestFund::last_cause(OPERATING), Some(cause));
		let entry = Cashier::bank_entry(hash).unwrap();
		assert_eq!((entry.kind, entry.party, entry.amount), (BankEntryKind::Out, Party::Pot(0), 20_000));
		assert_eq!((entry.entry, id), (Some(1), 1));
		assert_eq!(Cashier::totals().paid_out, 20_000);
		let event = Event::PaidFromPot { reference: hash, pot: 0, amount: 20_000, cause, cashier: CORA };
		assert_eq!(last_event(), event);
	});
}

#[test]
fn a_failed_payment_out_of_a_pot_leaves_no_trace() {
	ExtBuilder::default().build_and_execute(|| {
		let cause = Cause::Expense { expense: 4 };
		let pay = |pot, amount, reference: &[u8]| Cashier::pay_from_pot(&CORA, pot, amount, reference, cause);
		assert_storage_noop!({
			assert_eq!(pay(0, 1, b"OPEN-1"), Err(Error::<Test>::ReferenceAlreadyUsed.into()));
			assert_eq!(pay(0, 1, b"two words"), Err(Error::<Test>::InvalidReference.into()));
			assert!(pay(0, 50_001, b"POT-2").is_err());
			assert!(pay(9, 1, b"POT-2").is_err());
		});
		// The reference of a failed payment stays unused.
		assert_ok!(pay(0, 1, b"POT-2"));
	});
}
