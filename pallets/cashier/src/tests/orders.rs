// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, BankEntryKind, Error, Event, HoldReason, NextOrder, Orders, Outcome, Party, Payouts};
use frame_support::{
	assert_noop, assert_ok, assert_storage_noop, pallet_prelude::Weight, traits::fungible::InspectHold,
};
use linli_primitives::{
	traits::{BankOrders, FundLedger},
	Commitment, ContentHash, Fen,
};
use sp_runtime::{
	DispatchError::{BadOrigin, Other},
	DispatchResult,
};

const WHY: ContentHash = ContentHash::repeat_byte(8);
const RETURNED: Outcome = Outcome::Returned { reason: WHY };

fn held(who: AccountId) -> Fen {
	Balances::balance_on_hold(&HoldReason::Payout.into(), &who)
}

fn in_pot() -> Fen {
	Balances::free_balance(TestFund::account(OPERATING))
}

fn in_transit() -> Fen {
	Balances::free_balance(Cashier::transit())
}

fn confirm(who: AccountId, order: u64, outcome: Outcome) -> DispatchResult {
	Cashier::confirm_outcome(signed(who), order, outcome, 0).map(|_| ()).map_err(|error| error.error)
}

#[test]
fn a_cashier_orders_a_payout() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Cashier::request_payout(signed(ALICE), 30_000, Commitment::zero()));
		assert_noop!(Cashier::order_payout(signed(ALICE), 0, 0), BadOrigin);
		assert_noop!(Cashier::order_payout(signed(CORA), 0, 1), Error::<Test>::PayoutNotFound);
		assert_ok!(Cashier::order_payout(signed(CORA), 0, 0));
		assert_eq!(last_event(), Event::PayoutOrdered { payout: 0, order: 0, cashier: CORA, bank: 0 });
		let (_, order) = Cashier::orders(None, 10).remove(0);
		assert_eq!((order.party, order.amount, order.ordered_by), (Party::Account(ALICE), 30_000, CORA));
		assert_eq!((order.ordered, order.proposed), (Now::get(), None));
		assert_eq!(Cashier::payouts(&ALICE)[0].1.order, Some(0));
		assert_eq!(held(ALICE), 30_000);
	});
}

#[test]
fn a_paid_payout_burns_the_held_money() {
	ExtBuilder::default().build_and_execute(|| {
		let order = order(30_000);
		assert_ok!(Cashier::book_paid(signed(CORA), order, reference("out-1"), None));
		assert_eq!((held(ALICE), Balances::free_balance(ALICE)), (0, 70_000));
		assert_eq!(Balances::total_issuance(), 120_000);
		let entry = Cashier::bank_entry(key("out-1")).unwrap();
		assert_eq!((entry.kind, entry.party, entry.amount), (BankEntryKind::Out, Party::Account(ALICE), 30_000));
		let event = Event::PaidOut {
			payout: 0,
			reference: key("out-1"),
			requester: ALICE,
			amount: 30_000,
			cashier: CORA,
			bank: 0,
			value: Now::get(),
		};
		assert_eq!(last_event(), event);
		assert_eq!(Cashier::totals().paid_out, 30_000);
		assert!(!Payouts::<Test>::contains_key(0));
		assert_noop!(Cashier::book_paid(signed(CORA), order, reference("out-2"), None), Error::<Test>::OrderNotFound);
	});
}

#[test]
fn a_payment_that_cannot_be_booked_leaves_no_trace() {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 1, "r");
		let order = order(30_000);
		assert_noop!(Cashier::book_paid(signed(ALICE), order, reference("out"), None), BadOrigin);
		assert_noop!(
			Cashier::book_paid(signed(CORA), order, reference("R"), None),
			Error::<Test>::ReferenceAlreadyUsed
		);
		assert_noop!(Cashier::book_paid(signed(CORA), order, reference("r r"), None), Error::<Test>::InvalidReference);
		assert_ok!(Cashier::book_paid(signed(CORA), order, reference("out"), None));
	});
}

#[test]
fn nobody_executes_a_payout_of_their_own() {
	ExtBuilder::default().build_and_execute(|| {
		receive(CARLS_OTHER, 500, "r");
		assert_ok!(Cashier::request_payout(signed(CARLS_OTHER), 400, Commitment::zero()));
		assert_noop!(Cashier::order_payout(signed(CARL), 0, 0), Error::<Test>::OwnPayout);
		assert_ok!(Cashier::order_payout(signed(CORA), 0, 0));
		assert_noop!(Cashier::book_paid(signed(CARL), 0, reference("out"), None), Error::<Test>::OwnPayout);
		assert_noop!(Cashier::propose_return(signed(CARL), 0, WHY), Error::<Test>::OwnPayout);
		assert_ok!(Cashier::book_paid(signed(CORA), 0, reference("out"), None));
	});
}

#[test]
fn the_money_of_a_pots_order_waits_in_transit() {
	ExtBuilder::default().build_and_execute(|| {
		let (order, entry) = Cashier::order(&CORA, 0, OPERATING, 20_000, Commitment::zero(), EXPENSE).unwrap();
		assert_eq!((in_pot(), in_transit(), entry), (30_000, 20_000, 1));
		assert_eq!(TestFund::last_cause(OPERATING), Some(EXPENSE));
		let event = Event::OrderedFromPot {
			order,
			pot: OPERATING,
			amount: 20_000,
			destination: Commitment::zero(),
			cause: EXPENSE,
			cashier: CORA,
			bank: 0,
		};
		assert_eq!(last_event(), event);
		Cashier::do_try_state().unwrap();

		assert_ok!(Cashier::book_paid(signed(CARL), order, reference("icbc-1"), None));
		assert_eq!((in_pot(), in_transit(), Balances::total_issuance()), (30_000, 0, 130_000));
		let bank = Cashier::bank_entry(key("icbc-1")).unwrap();
		assert_eq!((bank.party, bank.entry, bank.cause), (Party::Pot(OPERATING), Some(1), Some(EXPENSE)));
		assert_eq!(Told::get(), [(EXPENSE, Ok(key("icbc-1")))]);
		let event = Event::PaidFromPot {
			reference: key("icbc-1"),
			pot: OPERATING,
			amount: 20_000,
			cause: EXPENSE,
			cashier: CARL,
			bank: 0,
			value: Now::get(),
		};
		assert_eq!(last_event(), event);
	});
}

#[test]
fn an_order_that_fails_leaves_no_trace() {
	ExtBuilder::default().build_and_execute(|| {
		let order = |pot, amount| Cashier::order(&CORA, 0, pot, amount, Commitment::zero(), EXPENSE);
		assert_storage_noop!({
			assert_eq!(order(OPERATING, 0), Err(Error::<Test>::InvalidAmount.into()));
			assert!(order(OPERATING, 50_001).is_err());
			assert!(order(9, 1).is_err());
		});
		assert_eq!(NextOrder::<Test>::get(), 0);
		// The pallet that ordered refuses the outcome: the order stays.
		let id = order_from_pot(5);
		Refusing::set(true);
		assert_noop!(Cashier::book_paid(signed(CORA), id, reference("out"), None), Other("refused"));
	});
}

#[test]
fn a_payout_that_the_bank_did_not_pay_is_returned_by_two_people() {
	ExtBuilder::default().build_and_execute(|| {
		let order = order(30_000);
		assert_noop!(Cashier::propose_return(signed(ALICE), order, WHY), BadOrigin);
		assert_noop!(Cashier::propose_return(signed(CORA), 9, WHY), Error::<Test>::OrderNotFound);
		assert_noop!(confirm(ADA, order, RETURNED), Error::<Test>::OutcomeNotProposed);
		assert_ok!(Cashier::propose_return(signed(CORA), order, WHY));
		assert_eq!(last_event(), Event::OutcomeProposed { order, outcome: RETURNED, by: CORA });
		assert_eq!(held(ALICE), 30_000);
		assert_noop!(Cashier::propose_return(signed(CARL), order, WHY), Error::<Test>::OutcomeAlreadyProposed);
		assert_noop!(confirm(CORA, order, RETURNED), BadOrigin);
		let other = Outcome::Returned { reason: ContentHash::zero() };
		assert_noop!(confirm(ADA, order, other), Error::<Test>::TermsMismatch);
		assert_ok!(confirm(ADA, order, RETURNED));
		assert_eq!((held(ALICE), Balances::free_balance(ALICE)), (0, 100_000));
		assert!(Cashier::payouts(&ALICE).is_empty() && Orders::<Test>::iter().next().is_none());
		let event = Event::OrderReturned {
			order,
			party: Party::Account(ALICE),
			amount: 30_000,
			cause: None,
			reason: WHY,
			proposer: CORA,
			approver: ADA,
		};
		assert_eq!(last_event(), event);
	});
}

#[test]
fn a_return_is_not_confirmed_by_the_proposer_or_a_relative() {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 500, "r");
		assert_ok!(Cashier::request_payout(signed(BOB), 400, Commitment::zero()));
		assert_ok!(Cashier::order_payout(signed(CORA), 0, 0));
		assert_ok!(Cashier::propose_return(signed(CARL), 0, WHY));
		assert_noop!(confirm(CARLS_OTHER, 0, RETURNED), Error::<Test>::OwnProposal);
		assert_noop!(confirm(AMOS, 0, RETURNED), Error::<Test>::IsRelated);
		assert_ok!(confirm(ADA, 0, RETURNED));
	});
}

#[test]
fn a_declined_outcome_leaves_the_order_in_execution() {
	ExtBuilder::default().build_and_execute(|| {
		let order = order(30_000);
		assert_noop!(Cashier::decline_outcome(signed(ADA), 9), Error::<Test>::OrderNotFound);
		assert_noop!(Cashier::decline_outcome(signed(ADA), order), Error::<Test>::OutcomeNotProposed);
		assert_ok!(Cashier::propose_return(signed(CORA), order, WHY));
		assert_noop!(Cashier::decline_outcome(signed(CORA), order), Error::<Test>::NotOverdue);
		let by_root = Cashier::decline_outcome(RuntimeOrigin::root(), order);
		assert_eq!(by_root, Err(BadOrigin));
		assert_ok!(Cashier::decline_outcome(signed(ADA), order));
		assert_eq!(last_event(), Event::OutcomeDeclined { order, by: ADA });
		assert_noop!(Cashier::cancel_payout(signed(ALICE), 0), Error::<Test>::PayoutInProgress);
		// The bank paid after all, while a return waits.
		assert_ok!(Cashier::propose_return(signed(CORA), order, WHY));
		assert_ok!(Cashier::book_paid(signed(CORA), order, reference("out"), None));
	});
}

#[test]
fn a_returned_pots_order_goes_back_through_its_ledger() {
	ExtBuilder::default().build_and_execute(|| {
		let order = order_from_pot(20_000);
		assert_ok!(Cashier::propose_return(signed(CORA), order, WHY));
		Bearing::set(7);
		assert_noop!(
			Cashier::confirm_outcome(signed(ADA), order, RETURNED, 6).map_err(|error| error.error),
			Error::<Test>::MaxUnitsTooLow
		);
		let done = Cashier::confirm_outcome(signed(ADA), order, RETURNED, 9).unwrap();
		assert_eq!(done.actual_weight, Some(Weight::from_parts(7, 0)));
		assert_eq!((in_pot(), in_transit(), Balances::total_issuance()), (50_000, 0, 150_000));
		assert_eq!(TestFund::last_cause(OPERATING), Some(EXPENSE));
		assert_eq!(Told::get(), [(EXPENSE, Err(2))]);
		let event = Event::OrderReturned {
			order,
			party: Party::Pot(OPERATING),
			amount: 20_000,
			cause: Some(EXPENSE),
			reason: WHY,
			proposer: CORA,
			approver: ADA,
		};
		assert_eq!(last_event(), event);
	});
}

#[test]
fn the_manager_concludes_what_the_cashiers_left() {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 1, "r");
		let (left, other) = (order(30_000), order_from_pot(20_000));
		let paid = |who, order, text| Cashier::propose_paid(signed(who), order, reference(text), None);
		// A standstill is no time to pay in.
		stand_still(OUTCOME_TIME);
		pass(OUTCOME_TIME - 1);
		assert_noop!(paid(MAX, left, "out"), Error::<Test>::NotOverdue);
		assert_noop!(Cashier::propose_return(signed(MAX), other, WHY), Error::<Test>::NotOverdue);
		pass(1);
		assert_noop!(paid(CORA, left, "out"), BadOrigin);
		assert_noop!(paid(MAX, 9, "out"), Error::<Test>::OrderNotFound);
		assert_noop!(paid(MAX, left, "r"), Error::<Test>::ReferenceAlreadyUsed);
		assert_noop!(paid(MAX, left, "r r"), Error::<Test>::InvalidReference);
		assert_ok!(paid(MAX, left, "out"));
		let outcome = Outcome::Paid { reference: key("out"), value: None };
		assert_eq!(last_event(), Event::OutcomeProposed { order: left, outcome, by: MAX });
		assert_eq!(Balances::total_issuance(), 150_001);
		assert_ok!(confirm(ADA, left, outcome));
		assert_eq!((held(ALICE), Balances::total_issuance()), (0, 120_001));
		assert_eq!(Cashier::bank_entry(key("out")).unwrap().cashier, Some(MAX));

		assert_ok!(Cashier::propose_return(signed(MAX), other, WHY));
		assert_ok!(confirm(ADA, other, RETURNED));
		assert_eq!(in_pot(), 50_000);
	});
}

#[test]
fn a_reference_that_was_booked_meanwhile_is_not_used_twice() {
	ExtBuilder::default().build_and_execute(|| {
		let order = order(30_000);
		pass(OUTCOME_TIME);
		assert_ok!(Cashier::propose_paid(signed(MAX), order, reference("out"), None));
		receive(BOB, 1, "out");
		let outcome = Outcome::Paid { reference: key("out"), value: None };
		assert_noop!(confirm(ADA, order, outcome), Error::<Test>::ReferenceAlreadyUsed);
		assert_ok!(Cashier::decline_outcome(signed(ADA), order));
	});
}

#[test]
fn no_outcome_waits_for_ever_for_an_auditor() {
	ExtBuilder::default().build_and_execute(|| {
		let order = order(30_000);
		assert_ok!(Cashier::propose_return(signed(CORA), order, WHY));
		pass(OUTCOME_TIME - 1);
		stand_still(OUTCOME_TIME);
		assert_noop!(Cashier::decline_outcome(signed(BOB), order), Error::<Test>::NotOverdue);
		pass(1);
		assert_ok!(Cashier::decline_outcome(signed(BOB), order));
		assert_eq!(last_event(), Event::OutcomeDeclined { order, by: BOB });
	});
}
