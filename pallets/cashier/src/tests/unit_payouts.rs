// SPDX-License-Identifier: Apache-2.0

//! Payouts to owners without an account.

use crate::{mock::*, CorrectionTerms, Debts, Error, Event, Party, UnitPayout, UnitPayouts};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{traits::UnitClaims, Commitment, ContentHash, Fen};
use sp_runtime::{DispatchError::BadOrigin, DispatchResult};

const IBAN: Commitment = Commitment::repeat_byte(4);
const WHY: ContentHash = ContentHash::repeat_byte(8);

fn keep(unit: u32, amount: Fen) {
	let text = format!("u-{unit}");
	assert_ok!(Cashier::receive_for_unit(signed(CORA), 0, unit, amount, reference(&text), Some(Now::get()), 0));
}

fn propose(who: AccountId, unit: u32, amount: Fen) -> DispatchResult {
	Cashier::propose_unit_payout(signed(who), unit_account(unit), amount, IBAN)
}

fn approve(who: AccountId, unit: u32, amount: Fen) -> DispatchResult {
	Cashier::approve_unit_payout(signed(who), unit_account(unit), amount, IBAN)
}

#[test]
fn the_manager_proposes_an_auditor_approves_and_a_cashier_orders() {
	ExtBuilder::default().build_and_execute(|| {
		keep(0, 500);
		assert_noop!(propose(ALICE, 0, 500), BadOrigin);
		assert_noop!(propose(MAX, 0, 0), Error::<Test>::InvalidAmount);
		assert_noop!(Cashier::propose_unit_payout(signed(MAX), ALICE, 500, IBAN), Error::<Test>::NotUnitAccount);
		keep(1, 500);
		assert_noop!(propose(MAX, 1, 500), Error::<Test>::OwnPayout);
		assert_ok!(propose(MAX, 0, 500));
		let account = unit_account(0);
		assert_eq!(last_event(), Event::UnitPayoutProposed { account, amount: 500, destination: IBAN, proposer: MAX });
		assert_noop!(propose(MAX, 0, 500), Error::<Test>::UnitPayoutAlreadyProposed);

		assert_noop!(approve(ALICE, 0, 500), BadOrigin);
		assert_noop!(approve(ADA, 2, 500), Error::<Test>::UnitPayoutNotFound);
		assert_noop!(approve(ADA, 0, 400), Error::<Test>::TermsMismatch);
		assert_noop!(approve(MAXS_OTHER, 0, 500), Error::<Test>::OwnProposal);
		assert_ok!(approve(ADA, 0, 500));
		let event = Event::PayoutRequested { payout: 0, requester: account, amount: 500, destination: IBAN };
		assert_eq!(last_event(), event);
		assert_eq!((Balances::free_balance(account), Balances::reserved_balance(account)), (0, 500));

		assert_ok!(Cashier::order_payout(signed(CORA), 0, 0));
		assert_ok!(Cashier::book_paid(signed(CORA), 0, reference("out"), None));
		assert_eq!(Cashier::totals().paid_out, 500);
	});
}

#[test]
fn nobody_at_home_in_the_unit_approves_or_orders() {
	ExtBuilder::default().build_and_execute(|| {
		keep(1, 500);
		let (since, moment) = (0, 0);
		let payout = UnitPayout { amount: 500, destination: IBAN, proposer: ALICE, moment, since };
		UnitPayouts::<Test>::insert(unit_account(1), payout);
		assert_noop!(approve(AMOS, 1, 500), Error::<Test>::IsRelated);
		assert_ok!(approve(ADA, 1, 500));
		assert_noop!(Cashier::order_payout(signed(CARL), 0, 0), Error::<Test>::OwnPayout);
		// Nobody can cancel it in the owner's name; a cashier can refuse it.
		assert_noop!(Cashier::cancel_payout(signed(BOB), 0), Error::<Test>::NotRequester);
		assert_ok!(Cashier::refuse_payout(signed(CORA), 0, Default::default()));
		assert_eq!(Balances::free_balance(unit_account(1)), 500);
	});
}

#[test]
fn more_than_is_kept_is_not_paid_out() {
	ExtBuilder::default().build_and_execute(|| {
		keep(0, 500);
		assert_ok!(propose(MAX, 0, 501));
		frame_support::storage::with_storage_layer(|| approve(ADA, 0, 501)).unwrap_err();
		assert!(UnitPayouts::<Test>::contains_key(unit_account(0)));
	});
}

#[test]
fn a_proposal_is_declined_or_ends_when_nobody_answers() {
	ExtBuilder::default().build_and_execute(|| {
		let decline = |who| Cashier::decline_unit_payout(signed(who), unit_account(0));
		assert_noop!(decline(ADA), Error::<Test>::UnitPayoutNotFound);
		keep(0, 500);
		for officer in [ADA, MAX] {
			assert_ok!(propose(MAX, 0, 500));
			assert_ok!(decline(officer));
			assert_eq!(last_event(), Event::UnitPayoutDeclined { account: unit_account(0), by: officer });
		}
		assert_ok!(propose(MAX, 0, 500));
		assert_noop!(decline(BOB), Error::<Test>::NotOverdue);
		pass(OUTCOME_TIME);
		assert_ok!(decline(BOB));
		assert!(!UnitPayouts::<Test>::contains_key(unit_account(0)));
	});
}

#[test]
fn a_payout_that_came_back_is_the_units_when_it_is_reversed() {
	ExtBuilder::default().build_and_execute(|| {
		let account = unit_account(0);
		keep(0, 500);
		assert_ok!(propose(MAX, 0, 500));
		assert_ok!(approve(ADA, 0, 500));
		assert_ok!(Cashier::order_payout(signed(CORA), 0, 0));
		assert_ok!(Cashier::book_paid(signed(CORA), 0, reference("out"), None));
		let came_back = Some((reference("back"), None));
		assert_ok!(Cashier::propose_payment_correction(signed(CORA), key("out"), came_back, WHY));
		let terms = CorrectionTerms::Payment { came_back: Some(key("back")), value: None, reason: WHY };
		assert_ok!(Cashier::approve_correction(signed(ADA), key("out"), terms, 0));
		assert_eq!(Cashier::bank_entry(key("back")).unwrap().party, Party::Account(account));

		// 300 were prepaid, and 150 of the rest are about to be paid out.
		prepay(0, 300);
		assert_ok!(propose(MAX, 0, 150));
		assert_ok!(approve(ADA, 0, 150));
		assert_ok!(Cashier::propose_reversal(signed(CORA), key("back"), None, WHY));
		assert_eq!(Balances::free_balance(prepaid_account(account)), 0);
		assert!(Cashier::is_held(&account));
		Cashier::do_try_state().unwrap();
		let terms = CorrectionTerms::Receipt { amount: 500, reason: WHY };
		assert_ok!(Cashier::approve_correction(signed(ADA), key("back"), terms, 0));
		// What is missing is the unit's debt, which its next receipt pays.
		assert!(Debts::<Test>::contains_key(key("back")) && Cashier::is_held(&account));
		let text = reference("next");
		assert_ok!(Cashier::receive_for_unit(signed(CORA), 0, 0, 1_000, text, Some(Now::get()), 0));
		assert!(!Debts::<Test>::contains_key(key("back")) && !Cashier::is_held(&account));
	});
}

#[test]
fn what_is_prepaid_is_paid_out_as_far_as_the_rest_does_not_suffice() {
	ExtBuilder::default().build_and_execute(|| {
		let account = unit_account(0);
		let money = || (Balances::free_balance(account), Balances::free_balance(prepaid_account(account)));
		keep(0, 500);
		prepay(0, 400);
		assert_ok!(propose(MAX, 0, 60));
		assert_ok!(approve(ADA, 0, 60));
		assert_eq!(money(), (40, 400));
		assert_ok!(propose(MAX, 0, 200));
		assert_ok!(approve(ADA, 0, 200));
		assert_eq!((money(), Balances::reserved_balance(account)), ((0, 240), 260));
		// There is no more than that.
		assert_ok!(propose(MAX, 0, 241));
		frame_support::storage::with_storage_layer(|| approve(ADA, 0, 241)).unwrap_err();
		assert_eq!(money(), (0, 240));
	});
}
