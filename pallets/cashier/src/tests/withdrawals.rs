// SPDX-License-Identifier: Apache-2.0

//! Corrections that their proposers withdraw.

use crate::{mock::*, CorrectionProposals, DeclinedReversals, DeclinedUnitReversals, Error, Event, OpenMatters};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{
	calendar::DAY,
	traits::{Clock, FundLedger, UnitClaims},
	ContentHash,
};
use sp_runtime::{DispatchError::BadOrigin, DispatchResult};

const WHY: ContentHash = ContentHash::repeat_byte(8);

fn propose(text: &str) -> DispatchResult {
	Cashier::propose_reversal(signed(CORA), key(text), None, WHY)
}

fn withdraw(text: &str) -> DispatchResult {
	Cashier::withdraw_correction(signed(CORA), key(text))
}

/// Books a receipt for unit 0.
fn receive_for_unit(text: &str) {
	let value = Some(Now::get());
	assert_ok!(Cashier::receive_for_unit(signed(CORA), 0, 0, 100, reference(text), value, 1));
}

#[test]
fn a_slip_is_withdrawn_by_its_proposer_and_proposed_anew() {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 500, "r");
		assert_ok!(propose("r"));
		assert_noop!(Cashier::withdraw_correction(RuntimeOrigin::root(), key("r")), BadOrigin);
		assert_noop!(Cashier::withdraw_correction(signed(CARL), key("r")), Error::<Test>::NotProposer);
		assert_noop!(Cashier::withdraw_correction(signed(ADA), key("r")), Error::<Test>::NotProposer);
		assert_ok!(withdraw("r"));
		assert_eq!(last_event(), Event::CorrectionWithdrawn { reference: key("r"), by: CORA });
		assert_eq!((Balances::free_balance(BOB), Balances::reserved_balance(BOB)), (500, 0));
		assert_eq!((Cashier::proposed_correction(key("r")), OpenMatters::<Test>::get(0)), (None, 0));
		assert_noop!(withdraw("r"), Error::<Test>::CorrectionNotProposed);
		assert_noop!(withdraw("none"), Error::<Test>::BankEntryNotFound);
		assert_eq!(DeclinedReversals::<Test>::get(key("r")), None);
		assert_ok!(propose("r"));
	});
}

#[test]
fn what_a_pot_had_frozen_is_in_the_pot_again() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Cashier::receive_for_pot(signed(CORA), 0, OPERATING, 500, reference("p"), None));
		assert_ok!(propose("p"));
		assert_eq!(TestFund::available(OPERATING), 50_000);
		assert_ok!(withdraw("p"));
		assert_eq!(TestFund::available(OPERATING), 50_500);
	});
}

#[test]
fn the_correction_of_a_payment_is_withdrawn_too() {
	ExtBuilder::default().build_and_execute(|| {
		pay_out(100, "out");
		let propose = || Cashier::propose_payment_correction(signed(CORA), key("out"), None, WHY);
		assert_ok!(propose());
		pass(DAY);
		assert_ok!(withdraw("out"));
		assert!(!CorrectionProposals::<Test>::contains_key(key("out")));
		// It froze nothing: nobody waits.
		assert_ok!(propose());
	});
}

#[test]
fn the_proposer_waits_as_long_as_the_reversal_did() {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 500, "r");
		assert_ok!(propose("r"));
		pass(3 * DAY);
		assert_ok!(withdraw("r"));
		assert_noop!(propose("r"), Error::<Test>::ReversalAlreadyDeclined);
		pass(3 * DAY - 1);
		assert_noop!(propose("r"), Error::<Test>::ReversalAlreadyDeclined);
		pass(1);
		assert_ok!(propose("r"));
		// One that has lapsed costs no more than if it is declined.
		pass(3 * OUTCOME_TIME);
		assert_ok!(withdraw("r"));
		pass(OUTCOME_TIME);
		assert_ok!(propose("r"));
	});
}

#[test]
fn withdrawals_hold_no_units_money_receipt_by_receipt() {
	ExtBuilder::default().build_and_execute(|| {
		Dues::set(vec![(0, 300)]);
		for text in ["u-1", "u-2", "u-3"] {
			receive_for_unit(text);
		}
		let account = unit_account(0);
		assert_ok!(propose("u-1"));
		assert!(Cashier::is_held(&account));
		// A slip: the right receipt can be proposed at once.
		assert_ok!(withdraw("u-1"));
		assert!(!Cashier::is_held(&account));
		assert_ok!(propose("u-2"));
		assert_ok!(propose("u-3"));
		pass(2 * DAY);
		// The withdrawal of one does not shorten the wait after the other.
		assert_ok!(Cashier::decline_correction(signed(ADA), key("u-2")));
		assert_ok!(withdraw("u-3"));
		let until = Now::lived() + OUTCOME_TIME;
		assert_eq!(DeclinedUnitReversals::<Test>::get(account).into_inner(), vec![(CORA, until)]);
		pass(2 * DAY);
		assert_noop!(propose("u-1"), Error::<Test>::ReversalAlreadyDeclined);
		pass(OUTCOME_TIME - 2 * DAY);
		assert_ok!(propose("u-1"));
	});
}
