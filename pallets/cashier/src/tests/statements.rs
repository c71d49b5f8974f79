// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{
	traits::{Attesters, BankStatements},
	ContentHash, Fen, Period,
};
use sp_runtime::{DispatchError::BadOrigin, DispatchResult};

const CASHIERS: ContentHash = ContentHash::repeat_byte(9);
const AUDITORS: ContentHash = ContentHash::repeat_byte(8);

fn attest(bank: u8, month: Period, closing: Fen) {
	assert_ok!(Cashier::attest(signed(CORA), bank, month, CASHIERS, closing));
}

fn enter(bank: u8, month: Period, closing: Fen) -> DispatchResult {
	Cashier::enter_balance(signed(ADA), bank, month, AUDITORS, closing)
}

fn confirmed(month: Period) -> Option<bool> {
	<Cashier as BankStatements>::statement(month).map(|statement| statement.confirmed)
}

#[test]
fn the_auditor_confirms_before_or_after_the_cashier() {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 500, "r-1");
		Now::set(start_of(JANUARY));
		assert!(!Cashier::is_attested(NOVEMBER));
		attest(0, NOVEMBER, 150_400);
		assert_eq!(confirmed(NOVEMBER), None);
		assert!(Cashier::is_attested(NOVEMBER));
		// They read something else: the month waits until one of them is corrected.
		assert_ok!(enter(0, NOVEMBER, 150_500));
		let event = |confirmed, closing| Event::BalanceEntered {
			bank: 0,
			period: NOVEMBER,
			statement: AUDITORS,
			closing,
			confirmed,
			by: ADA,
		};
		assert_eq!(last_event(), event(false, 150_500));
		assert_eq!(confirmed(NOVEMBER), None);
		assert_ok!(enter(0, NOVEMBER, 150_400));
		assert_eq!(last_event(), event(true, 150_400));
		let statement = <Cashier as BankStatements>::statement(NOVEMBER).unwrap();
		assert_eq!((statement.confirmed, statement.difference, statement.statement), (true, -100, CASHIERS));
		assert_eq!(<Cashier as Attesters<AccountId>>::attesters(NOVEMBER), [CORA]);

		assert_ok!(enter(0, DECEMBER, 150_500));
		assert_eq!(confirmed(DECEMBER), None);
		attest(0, DECEMBER, 150_500);
		assert_eq!(confirmed(DECEMBER), Some(true));
		assert_eq!(Cashier::auditor_figure(0, DECEMBER).unwrap().by, ADA);
	});
}

#[test]
fn a_corrected_attestation_agrees_with_the_auditor() {
	ExtBuilder::default().build_and_execute(|| {
		Now::set(start_of(DECEMBER));
		attest(0, NOVEMBER, 1);
		assert_ok!(enter(0, NOVEMBER, 150_000));
		assert_ok!(Cashier::propose_attestation_correction(signed(CORA), 0, NOVEMBER, CASHIERS, 150_000));
		assert_ok!(Cashier::approve_attestation_correction(signed(ADA), 0, NOVEMBER, CASHIERS, 150_000));
		assert_eq!(confirmed(NOVEMBER), Some(true));
	});
}

#[test]
fn a_balance_is_entered_by_another_person_for_a_month_that_is_over() {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 500, "r-1");
		assert_noop!(enter(0, NOVEMBER, 1), Error::<Test>::MonthNotOver);
		Now::set(start_of(DECEMBER));
		assert_noop!(enter(9, NOVEMBER, 1), Error::<Test>::BankNotFound);
		assert_noop!(enter(0, Period { year: 2026, month: 13 }, 1), Error::<Test>::InvalidMonth);
		assert_noop!(enter(0, Period { year: 2026, month: 10 }, 1), Error::<Test>::MonthOutOfOrder);
		assert_noop!(Cashier::enter_balance(signed(CORA), 0, NOVEMBER, AUDITORS, 1), BadOrigin);
		assert_ok!(Cashier::attest(signed(CARL), 0, NOVEMBER, CASHIERS, 150_500));
		let own = Cashier::enter_balance(signed(CARLS_OTHER), 0, NOVEMBER, AUDITORS, 150_500);
		assert_eq!(own, Err(Error::<Test>::OwnProposal.into()));
	});
}

#[test]
fn one_person_confirms_nothing_by_entering_first() {
	ExtBuilder::default().build_and_execute(|| {
		Now::set(start_of(DECEMBER));
		assert_ok!(Cashier::enter_balance(signed(CARLS_OTHER), 0, NOVEMBER, AUDITORS, 150_000));
		assert_ok!(Cashier::attest(signed(CARL), 0, NOVEMBER, CASHIERS, 150_000));
		assert_eq!(confirmed(NOVEMBER), None);
	});
}

#[test]
fn a_month_that_no_auditor_confirms_can_be_closed_in_the_end() {
	ExtBuilder::default().build_and_execute(|| {
		Now::set(start_of(DECEMBER));
		attest(0, NOVEMBER, 150_000);
		stand_still(OUTCOME_TIME);
		pass(OUTCOME_TIME - 1);
		assert_eq!(confirmed(NOVEMBER), None);
		pass(1);
		assert_eq!(confirmed(NOVEMBER), Some(false));
	});
}

#[test]
fn a_month_needs_the_statements_of_all_open_accounts() {
	ExtBuilder::default().build_and_execute(|| {
		Now::set(start_of(DECEMBER));
		attest(0, NOVEMBER, 150_000);
		assert_ok!(enter(0, NOVEMBER, 150_000));
		assert_ok!(Cashier::open_bank(RuntimeOrigin::root(), 7, ContentHash::zero(), ContentHash::zero()));
		Now::set(start_of(JANUARY));
		// It was not there in November.
		assert_eq!(confirmed(NOVEMBER), Some(true));
		attest(0, DECEMBER, 150_000);
		assert_ok!(enter(0, DECEMBER, 150_000));
		assert_eq!(confirmed(DECEMBER), None);
		attest(7, DECEMBER, 3);
		assert_eq!(confirmed(DECEMBER), None);
		assert_ok!(enter(7, DECEMBER, 3));
		let statement = <Cashier as BankStatements>::statement(DECEMBER).unwrap();
		assert_eq!((statement.confirmed, statement.difference), (true, 3));
		assert_ne!(statement.statement, CASHIERS, "the hash names both statements");
		let sum = Cashier::month_statement(DECEMBER).unwrap();
		assert_eq!((sum.closing, sum.chain), (150_003, 150_000));
	});
}
