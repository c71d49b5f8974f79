// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, Error, Event, HoldReason, OpenPayouts, Payout};
use frame_support::{assert_noop, assert_ok, traits::fungible::InspectHold};
use linli_primitives::{Commitment, ContentHash, Fen};
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
		let payout = Payout { requester: ALICE, amount: 30_000, destination: BANK, requested: Now::get(), order: None };
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
fn what_the_bank_executes_is_neither_cancelled_nor_refused() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Cashier::request_payout(signed(ALICE), 30_000, BANK));
		assert_ok!(Cashier::order_payout(signed(CORA), 0, 0));
		assert_noop!(Cashier::cancel_payout(signed(ALICE), 0), Error::<Test>::PayoutInProgress);
		assert_noop!(Cashier::refuse_payout(signed(CORA), 0, WHY), Error::<Test>::PayoutInProgress);
		assert_noop!(Cashier::order_payout(signed(CORA), 0, 0), Error::<Test>::PayoutInProgress);
		assert_eq!((held(ALICE), Balances::free_balance(ALICE)), (30_000, 70_000));
	});
}
