// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, CorrectionTerms, Debt, Debts, Error, Event, HoldReason, Party, MAX_CORRECTIONS};
use frame_support::{
	assert_noop, assert_ok, hypothetically,
	traits::{
		fungible::{Inspect, InspectHold},
		tokens::Preservation::Expendable,
	},
	weights::Weight,
};
use linli_primitives::{
	traits::{BankReceipts, FundLedger},
	Cause, Commitment, ContentHash, Fen,
};
use sp_runtime::{DispatchError, DispatchError::BadOrigin, DispatchResult};

const WHY: ContentHash = ContentHash::repeat_byte(8);

fn propose(text: &str, amount: Option<Fen>) -> DispatchResult {
	Cashier::propose_reversal(signed(CORA), key(text), amount, WHY)
}

fn approve(who: AccountId, text: &str, amount: Fen) -> DispatchResult {
	let terms = CorrectionTerms::Receipt { amount, reason: WHY };
	Cashier::approve_correction(signed(who), key(text), terms, 0).map(|_| ()).map_err(|error| error.error)
}

fn frozen(who: AccountId) -> Fen {
	Balances::balance_on_hold(&HoldReason::Reversal.into(), &who)
}

fn debt(text: &str) -> Option<Fen> {
	Debts::<Test>::get(key(text)).map(|debt| debt.amount)
}

#[test]
fn a_reversal_takes_two_people() {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 500, "r");
		assert_ok!(propose("r", None));
		let terms = CorrectionTerms::Receipt { amount: 500, reason: WHY };
		// The last fen keeps the account alive.
		let event = Event::CorrectionProposed { reference: key("r"), terms, frozen: 499, by: CORA };
		assert_eq!(last_event(), event);
		assert_eq!((Balances::free_balance(BOB), frozen(BOB)), (1, 499));
		Cashier::do_try_state().unwrap();

		assert_ok!(approve(ADA, "r", 500));
		assert_eq!((Balances::total_balance(&BOB), Cashier::totals().reversed), (0, 500));
		let bank = Cashier::bank_entry(key("r")).unwrap();
		assert_eq!((bank.corrected, bank.valid(), debt("r")), (500, 0, None));
		let correction = Cashier::corrections(key("r")).remove(0);
		assert_eq!((correction.terms, correction.amount, correction.entry), (terms, 500, None));
		assert_eq!((correction.proposer, correction.approver, correction.moment), (CORA, ADA, Now::get()));
		let event = Event::ReceiptReversed {
			reference: key("r"),
			party: Party::Account(BOB),
			amount: 500,
			missing: 1,
			reason: WHY,
			proposer: CORA,
			approver: ADA,
		};
		System::assert_has_event(event.into());
		// The reference stays used; the money is booked again under one with a suffix.
		assert_noop!(
			Cashier::receive(signed(CORA), 0, ALICE, 500, reference("r"), None),
			Error::<Test>::ReferenceAlreadyUsed
		);
		receive(ALICE, 500, "r/2");
	});
}

#[test]
fn what_is_frozen_cannot_be_spent() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose("open-1", Some(99_000)));
		assert_eq!(frozen(ALICE), 99_000);
		assert!(Cashier::request_payout(signed(ALICE), 1_000, Commitment::zero()).is_err());
		assert!(Balances::transfer_allow_death(signed(ALICE), BOB, 1_001).is_err());
		assert!(TestFund::deposit(OPERATING, &ALICE, 1_001, Cause::Donation, Expendable).is_err());
		assert_ok!(approve(ADA, "open-1", 99_000));
		assert_eq!((Balances::total_balance(&ALICE), debt("open-1")), (1_000, None));
	});
}

#[test]
fn what_was_spent_becomes_a_debt_that_anyone_can_have_taken() {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 500, "r");
		assert_ok!(Balances::transfer_allow_death(signed(BOB), ALICE, 300));
		assert_ok!(propose("r", None));
		assert_ok!(approve(ADA, "r", 500));
		// 200 were there.
		assert_eq!((Balances::total_balance(&BOB), Cashier::totals().reversed), (0, 200));
		assert_eq!(Debts::<Test>::get(key("r")), Some(Debt { party: Party::Account(BOB), amount: 300 }));
		assert_noop!(Cashier::recover(signed(ALICE), key("r")), Error::<Test>::NothingToRecover);
		assert_noop!(Cashier::recover(signed(ALICE), key("open-1")), Error::<Test>::DebtNotFound);
		receive(BOB, 120, "later");
		assert_ok!(Cashier::recover(signed(ALICE), key("r")));
		let event =
			|amount, rest| Event::DebtRecovered { reference: key("r"), party: Party::Account(BOB), amount, rest };
		assert_eq!(last_event(), event(120, 180));
		assert_eq!((Balances::total_balance(&BOB), Cashier::totals().reversed), (0, 320));
		receive(BOB, 1_000, "last");
		assert_ok!(Cashier::recover(signed(ALICE), key("r")));
		assert_eq!(last_event(), event(180, 0));
		assert_eq!((Balances::total_balance(&BOB), debt("r")), (820, None));
		assert_noop!(Cashier::recover(signed(ALICE), key("r")), Error::<Test>::DebtNotFound);
	});
}

#[test]
fn reversing_a_pots_receipt_goes_through_its_ledger() {
	ExtBuilder::default().build_and_execute(|| {
		let in_pot = || Balances::free_balance(TestFund::account(OPERATING));
		assert_ok!(Cashier::receive_for_pot(signed(CORA), 0, OPERATING, 500, reference("r"), None));
		assert_ok!(propose("r", None));
		// Frozen is frozen: the money left the pot.
		assert_eq!((in_pot(), Balances::free_balance(Cashier::transit())), (50_000, 500));
		assert_eq!(TestFund::last_cause(OPERATING), Some(Cause::Receipt { reference: key("r") }));
		Cashier::do_try_state().unwrap();
		assert_ok!(Cashier::decline_correction(signed(ADA), key("r")));
		assert_eq!((in_pot(), Balances::free_balance(Cashier::transit())), (50_500, 0));
		assert_ok!(Cashier::propose_reversal(signed(CARL), key("r"), None, WHY));
		assert_ok!(approve(ADA, "r", 500));
		assert_eq!((in_pot(), Balances::total_issuance()), (50_000, 150_000));
		// The receipt and its reversal are both linked with the ledger.
		let bank = Cashier::bank_entry(key("r")).unwrap();
		assert_eq!((bank.entry, Cashier::corrections(key("r"))[0].entry), (Some(1), Some(4)));
	});
}

#[test]
fn a_pot_owes_what_it_spent() {
	ExtBuilder::default().build_and_execute(|| {
		let order = order_from_pot(49_000);
		assert_ok!(Cashier::book_paid(signed(CORA), order, reference("out"), None));
		assert_ok!(propose("open-2", None));
		assert_ok!(approve(ADA, "open-2", 50_000));
		assert_eq!((debt("open-2"), TestFund::available(OPERATING)), (Some(49_000), 0));
		assert_noop!(Cashier::recover(signed(BOB), key("open-2")), Error::<Test>::NothingToRecover);
		assert_ok!(Cashier::receive_for_pot(signed(CORA), 0, OPERATING, 60_000, reference("r"), None));
		assert_ok!(Cashier::recover(signed(BOB), key("open-2")));
		assert_eq!((debt("open-2"), TestFund::available(OPERATING)), (None, 11_000));
		assert_eq!(TestFund::last_cause(OPERATING), Some(Cause::Receipt { reference: key("open-2") }));
	});
}

#[test]
fn a_receipt_is_reversed_in_parts_up_to_its_amount() {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 500, "r");
		assert_noop!(propose("r", Some(0)), Error::<Test>::InvalidAmount);
		assert_noop!(propose("r", Some(501)), Error::<Test>::InvalidAmount);
		assert_ok!(propose("r", Some(200)));
		assert_ok!(approve(ADA, "r", 200));
		assert_eq!((Balances::total_balance(&BOB), Cashier::bank_entry(key("r")).unwrap().valid()), (300, 300));
		assert_noop!(propose("r", Some(301)), Error::<Test>::InvalidAmount);
		assert_ok!(propose("r", None));
		assert_ok!(approve(ADA, "r", 300));
		assert_noop!(propose("r", None), Error::<Test>::AlreadyCorrected);
		assert_eq!(Cashier::corrections(key("r")).len(), 2);
		receive(BOB, 500, "many");
		for _ in 0..MAX_CORRECTIONS {
			assert_ok!(propose("many", Some(1)));
			assert_ok!(approve(ADA, "many", 1));
		}
		assert_noop!(propose("many", None), Error::<Test>::TooManyCorrections);
	});
}

#[test]
fn several_receipts_of_one_account_are_frozen_side_by_side() {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 500, "r");
		receive(BOB, 300, "s");
		assert_ok!(propose("r", None));
		assert_ok!(propose("s", None));
		assert_eq!(frozen(BOB), 799);
		assert_ok!(Cashier::decline_correction(signed(ADA), key("r")));
		assert_eq!(frozen(BOB), 299);
		assert_ok!(approve(ADA, "s", 300));
		assert_eq!((frozen(BOB), Balances::total_balance(&BOB)), (0, 500));
	});
}

#[test]
fn a_reversal_is_not_approved_by_the_proposer_or_a_relative() {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 500, "r");
		assert_noop!(Cashier::propose_reversal(signed(ADA), key("r"), None, WHY), BadOrigin);
		assert_ok!(Cashier::propose_reversal(signed(CARL), key("r"), None, WHY));
		assert_noop!(approve(CARLS_OTHER, "r", 500), Error::<Test>::OwnProposal);
		assert_noop!(approve(AMOS, "r", 500), Error::<Test>::IsRelated);
		assert_noop!(approve(CORA, "r", 500), BadOrigin);
		assert_noop!(approve(ADA, "r", 499), Error::<Test>::TermsMismatch);
		assert_ok!(approve(ADA, "r", 500));
	});
}

#[test]
fn a_declined_reversal_releases_what_was_frozen() {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 500, "r");
		assert_ok!(propose("r", None));
		assert_ok!(Cashier::decline_correction(signed(ADA), key("r")));
		System::assert_has_event(Event::CorrectionDeclined { reference: key("r"), by: ADA }.into());
		assert_eq!((Balances::free_balance(BOB), frozen(BOB)), (500, 0));
		assert_eq!(Cashier::proposed_correction(key("r")), None);
		// One cashier alone cannot freeze the money again at once; another can, or the same one later.
		assert_noop!(propose("r", None), Error::<Test>::ReversalAlreadyDeclined);
		hypothetically!({
			assert_ok!(Cashier::propose_reversal(signed(CARL), key("r"), None, WHY));
		});
		pass(OUTCOME_TIME - 1);
		stand_still(OUTCOME_TIME);
		assert_noop!(propose("r", None), Error::<Test>::ReversalAlreadyDeclined);
		pass(1);
		assert_ok!(propose("r", None));
	});
}

#[test]
fn nothing_stays_frozen_because_no_auditor_answers() {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 500, "r");
		assert_ok!(propose("r", None));
		pass(OUTCOME_TIME - 1);
		stand_still(OUTCOME_TIME);
		assert_noop!(Cashier::decline_correction(signed(BOB), key("r")), Error::<Test>::NotOverdue);
		pass(1);
		assert_noop!(Cashier::decline_correction(RuntimeOrigin::root(), key("r")), BadOrigin);
		assert_ok!(Cashier::decline_correction(signed(BOB), key("r")));
		assert_eq!((Balances::free_balance(BOB), frozen(BOB)), (500, 0));
	});
}

#[test]
fn invalid_steps_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let decline = |text| Cashier::decline_correction(signed(ADA), key(text));
		receive(BOB, 500, "r");
		assert_noop!(propose("none", None), Error::<Test>::BankEntryNotFound);
		assert_noop!(approve(ADA, "none", 500), Error::<Test>::BankEntryNotFound);
		assert_noop!(decline("none"), Error::<Test>::BankEntryNotFound);
		assert_noop!(approve(ADA, "r", 500), Error::<Test>::CorrectionNotProposed);
		assert_noop!(decline("r"), Error::<Test>::CorrectionNotProposed);
		assert_ok!(propose("r", None));
		assert_noop!(propose("r", None), Error::<Test>::CorrectionAlreadyProposed);
		assert_ok!(approve(ADA, "r", 500));
		assert_noop!(approve(ADA, "r", 500), Error::<Test>::CorrectionNotProposed);
		pay_out(1, "out");
		assert_noop!(propose("out", None), Error::<Test>::NotReceipt);
	});
}

/// Books 500 fen that a payee paid back to the operating pot.
fn refund() {
	assert_ok!(<Cashier as BankReceipts<_>>::receive_for_pot(&CORA, 0, OPERATING, 500, b"back", None, EXPENSE));
}

#[test]
fn a_refund_that_never_came_is_told_to_its_pallet() {
	ExtBuilder::default().build_and_execute(|| {
		let in_pot = || Balances::free_balance(TestFund::account(OPERATING));
		refund();
		Bearing::set(3);
		assert_ok!(propose("back", Some(200)));
		assert!(TakenBack::get().is_empty());
		assert_noop!(approve(ADA, "back", 200), Error::<Test>::MaxUnitsTooLow);
		let terms = CorrectionTerms::Receipt { amount: 200, reason: WHY };
		let done = Cashier::approve_correction(signed(ADA), key("back"), terms, 5).unwrap();
		assert_eq!(done.actual_weight, Some(Weight::from_parts(3, 0)));
		assert_eq!(TakenBack::get(), [(EXPENSE, 200, key("back"))]);
		assert_eq!((in_pot(), Balances::total_issuance()), (50_300, 150_300));
		Bearing::set(0);
		assert_ok!(propose("back", None));
		assert_ok!(approve(ADA, "back", 300));
		assert_eq!(TakenBack::get()[1], (EXPENSE, 300, key("back")));
		assert_eq!((in_pot(), Balances::total_issuance()), (50_000, 150_000));
	});
}

#[test]
fn a_refund_that_was_spent_is_owed_by_the_pot() {
	ExtBuilder::default().build_and_execute(|| {
		refund();
		let order = order_from_pot(50_400);
		assert_ok!(Cashier::book_paid(signed(CORA), order, reference("out"), None));
		assert_ok!(propose("back", None));
		assert_ok!(approve(ADA, "back", 500));
		assert_eq!((TakenBack::get(), debt("back")), (vec![(EXPENSE, 500, key("back"))], Some(400)));
	});
}

#[test]
fn a_refund_stands_while_its_pallet_refuses() {
	ExtBuilder::default().build_and_execute(|| {
		refund();
		assert_ok!(propose("back", None));
		Refusing::set(true);
		assert_noop!(approve(ADA, "back", 500), DispatchError::Other("refused"));
		assert_ok!(Cashier::decline_correction(signed(ADA), key("back")));
		assert_eq!(Balances::free_balance(TestFund::account(OPERATING)), 50_500);
	});
}
