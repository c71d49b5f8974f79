// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, BankEntry, BankEntryKind, Error, Event, MonthTotals, Party, Reference};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{traits::FundLedger, Cause, Fen};
use sp_runtime::{
	ArithmeticError::Overflow,
	DispatchError::{BadOrigin, Other},
};

#[test]
fn a_receipt_mints_money_and_writes_a_bank_entry() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Cashier::receive(signed(CORA), 0, BOB, 50_000, reference("ICBC-20261116-0042"), None));
		assert_eq!(Balances::free_balance(BOB), 50_000);
		let reference = key("ICBC-20261116-0042");
		let entry = BankEntry {
			kind: BankEntryKind::In,
			party: Party::Account(BOB),
			entry: None,
			cause: None,
			returns: None,
			amount: 50_000,
			moment: Now::get(),
			cashier: Some(CORA),
			corrected: 0,
			corrections: 0,
			bank: 0,
			value: Now::get(),
		};
		assert_eq!(Cashier::bank_entry(reference), Some(entry));
		let event = Event::Received {
			reference,
			party: Party::Account(BOB),
			amount: 50_000,
			cashier: Some(CORA),
			bank: 0,
			value: Now::get(),
		};
		assert_eq!(last_event(), event);
		let month = MonthTotals { received: 50_000, closing: 200_000, ..Default::default() };
		assert_eq!(Cashier::month(0, NOVEMBER), Some(month));
	});
}

#[test]
fn a_receipt_for_a_pot_goes_through_its_ledger() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Cashier::receive_for_pot(signed(CORA), 0, OPERATING, 700, reference("r/1"), None));
		assert_eq!(Balances::free_balance(TestFund::account(OPERATING)), 50_700);
		assert_eq!(TestFund::last_cause(OPERATING), Some(Cause::Receipt { reference: key("r/1") }));
		let event = Event::Received {
			reference: key("r/1"),
			party: Party::Pot(0),
			amount: 700,
			cashier: Some(CORA),
			bank: 0,
			value: Now::get(),
		};
		assert_eq!(last_event(), event);
		assert_eq!(Cashier::bank_entry(key("r/1")).unwrap().entry, Some(1), "the entry after the opening's");
		assert_noop!(Cashier::receive_for_pot(signed(CORA), 0, 2, 1, reference("r/2"), None), Other("no such pot"));
	});
}

#[test]
fn only_cashiers_receive() {
	ExtBuilder::default().build_and_execute(|| {
		for origin in [signed(ALICE), signed(ADA), RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(Cashier::receive(origin.clone(), 0, BOB, 1, reference("r"), None), BadOrigin);
			assert_noop!(Cashier::receive_for_pot(origin, 0, OPERATING, 1, reference("r"), None), BadOrigin);
		}
	});
}

#[test]
fn a_reference_is_used_once_ever() {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 1, "ab-1");
		for again in ["ab-1", "AB-1", "aB-1", "open-1", "OPEN-2"] {
			assert_noop!(
				Cashier::receive(signed(CARL), 0, ALICE, 2, reference(again), None),
				Error::<Test>::ReferenceAlreadyUsed
			);
			assert_noop!(
				Cashier::receive_for_pot(signed(CARL), 0, OPERATING, 2, reference(again), None),
				Error::<Test>::ReferenceAlreadyUsed
			);
		}
		receive(BOB, 1, "ab-1/2");
	});
}

#[test]
fn a_reference_takes_no_free_text() {
	ExtBuilder::default().build_and_execute(|| {
		for bad in ["", " ", "Mr Chen", "rent\n", "参考", "a+b", "\0"] {
			assert_noop!(
				Cashier::receive(signed(CORA), 0, BOB, 1, reference(bad), None),
				Error::<Test>::InvalidReference
			);
		}
		assert!(Reference::try_from(vec![b'a'; 65]).is_err());
		receive(BOB, 1, "Aa0-_./:");
		receive(BOB, 1, &"a".repeat(64));
	});
}

#[test]
fn a_receipt_of_zero_or_for_an_account_of_the_community_or_the_cashier_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Cashier::receive(signed(CORA), 0, BOB, 0, reference("r"), None), Error::<Test>::InvalidAmount);
		assert_noop!(
			Cashier::receive_for_pot(signed(CORA), 0, OPERATING, 0, reference("r"), None),
			Error::<Test>::InvalidAmount
		);
		assert_noop!(
			Cashier::receive(signed(CORA), 0, TestFund::account(OPERATING), 1, reference("r"), None),
			Error::<Test>::IsPotAccount
		);
		assert_noop!(Cashier::receive(signed(CORA), 0, CORA, 1, reference("r"), None), Error::<Test>::OwnReceipt);
		assert_noop!(
			Cashier::receive(signed(CARL), 0, CARLS_OTHER, 1, reference("r"), None),
			Error::<Test>::OwnReceipt
		);
		// Nor is it a way to one's own unit, of which no account is open yet.
		for account in [Cashier::transit(), ESCROW, unit_account(1)] {
			assert_noop!(
				Cashier::receive(signed(CORA), 0, account, 1, reference("r"), None),
				Error::<Test>::IsTransitAccount
			);
		}
		assert_ok!(Cashier::receive(signed(CARL), 0, CORA, 1, reference("r"), None));
	});
}

#[test]
fn a_receipt_that_overflows_the_issuance_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Cashier::receive(signed(CORA), 0, BOB, Fen::MAX, reference("r"), None), Overflow);
	});
}

#[test]
fn a_decision_allows_free_transfers() {
	ExtBuilder::default().build_and_execute(|| {
		assert!(!Cashier::free_transfers());
		assert_noop!(Cashier::set_free_transfers(signed(CORA), true), BadOrigin);
		assert_ok!(Cashier::set_free_transfers(RuntimeOrigin::root(), true));
		assert!(Cashier::free_transfers());
		System::assert_last_event(Event::FreeTransfersSet { allowed: true }.into());
	});
}
