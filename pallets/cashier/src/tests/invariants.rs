// SPDX-License-Identifier: Apache-2.0

//! Every invariant detects a violation.

use crate::{
	mock::*, Attestations, BankEntries, BankEntryKind, BankEntryState, FirstMonth, HoldReason, LastAttested, Months,
	NextPayout, OpenPayouts, Payouts, TotalPaidOut, TotalReceived, TotalReversed,
};
use frame_support::{
	assert_ok, hypothetically,
	traits::fungible::{Mutate, MutateHold},
};
use linli_primitives::{Commitment, ContentHash, Fen, Period};

const WHY: ContentHash = ContentHash::repeat_byte(8);

/// Breaks the state with `breakage` and expects `do_try_state` to fail with `expected`.
fn broken(expected: &'static str, breakage: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 500, "in");
		receive(BOB, 400, "back");
		assert_ok!(Cashier::propose_reversal(signed(CORA), key("back"), WHY));
		assert_ok!(Cashier::approve_reversal(signed(ADA), key("back")));
		assert_ok!(Cashier::request_payout(signed(ALICE), 300, Commitment::zero()));
		assert_ok!(Cashier::pay_out(signed(CORA), 0, reference("out")));
		assert_ok!(Cashier::request_payout(signed(ALICE), 200, Commitment::zero()));
		Now::set(start_of(FEBRUARY));
		assert_ok!(Cashier::attest(signed(CORA), NOVEMBER, WHY, 1));
		assert_ok!(Cashier::attest(signed(CORA), DECEMBER, WHY, 1));
		Cashier::do_try_state().unwrap();
		hypothetically!({
			breakage();
			assert_eq!(Cashier::do_try_state(), Err(expected.into()));
		});
	});
}

/// Changes the bank entry under the reference `text`.
fn entry(text: &str, change: impl FnOnce(&mut crate::BankEntry<AccountId>)) {
	BankEntries::<Test>::mutate(key(text), |entry| change(entry.as_mut().unwrap()));
}

#[test]
fn money_without_a_bank_entry_is_found() {
	broken("the issuance differs from the totals", || {
		Balances::mint_into(&BOB, 1).unwrap();
	});
	broken("more went out than came in", || TotalPaidOut::<Test>::put(1_000_000));
}

#[test]
fn bank_entries_that_do_not_add_up_are_found() {
	let sums = "the bank entries do not add up to the totals";
	broken(sums, || entry("in", |entry| entry.amount += 1));
	broken(sums, || entry("out", |entry| entry.amount += 1));
	broken(sums, || entry("back", |entry| entry.state = BankEntryState::Valid));
	broken(sums, || BankEntries::<Test>::remove(key("in")));
	broken(sums, || {
		TotalReceived::<Test>::mutate(|sum| *sum += 1);
		TotalReversed::<Test>::mutate(|sum| *sum += 1);
	});
	broken("a bank entry has a zero amount", || entry("in", |entry| entry.amount = 0));
	broken("a sum overflows", || entry("in", |entry| entry.amount = Fen::MAX));
	broken("a payout has a reversal", || {
		entry("out", |entry| {
			entry.state = BankEntryState::ReversalProposed { proposer: CORA, reason: WHY, moment: 0 };
		});
	});
	broken("a payout has a reversal", || entry("back", |entry| entry.kind = BankEntryKind::Out));
	broken("a reversal was approved by its proposer", || {
		entry("back", |entry| {
			entry.state =
				BankEntryState::Reversed { proposer: ADA, approver: ADA, reason: WHY, moment: 0, entry: None };
		});
	});
	let unlinked = "a bank entry is not linked with its pot's ledger";
	broken(unlinked, || entry("in", |entry| entry.entry = Some(1)));
	broken(unlinked, || entry("open-2", |entry| entry.entry = None));
	broken("a reversal is not linked with its pot's ledger", || {
		entry("back", |bank| {
			let BankEntryState::Reversed { entry, .. } = &mut bank.state else { panic!("the receipt is reversed") };
			*entry = Some(1);
		});
	});
}

#[test]
fn months_that_do_not_add_up_are_found() {
	broken("a month has a wrong closing balance", || Months::<Test>::mutate(NOVEMBER, |month| month.closing += 1));
	broken("a month has a wrong closing balance", || {
		Months::<Test>::mutate(Period::OPENING, |month| month.received += 1)
	});
	broken("the months do not add up to the totals", || Months::<Test>::remove(NOVEMBER));
	broken("a month precedes the first month", || FirstMonth::<Test>::put(DECEMBER));
}

#[test]
fn holds_without_requests_are_found() {
	broken("holds and requests differ", || {
		Balances::hold(&HoldReason::Payout.into(), &ALICE, 1).unwrap();
	});
	broken("a hold without a request", || {
		Balances::hold(&HoldReason::Payout.into(), &BOB, 1).unwrap();
	});
	broken("a listed request is not open", || Payouts::<Test>::remove(1));
	broken("a request is in no list", || OpenPayouts::<Test>::remove(ALICE));
	broken("a request is in another account's list", || OpenPayouts::<Test>::swap(ALICE, BOB));
	broken("the id of a request is not below the next id", || NextPayout::<Test>::put(1));
	broken("an empty list of requests", || {
		OpenPayouts::<Test>::insert(BOB, frame_support::BoundedVec::default());
	});
}

#[test]
fn wrong_attestations_are_found() {
	broken("there is a gap between attested months", || Attestations::<Test>::swap(DECEMBER, JANUARY));
	broken("the last attested month is wrong", || LastAttested::<Test>::put(JANUARY));
	broken("an attestation differs from the chain's closing balance", || {
		Attestations::<Test>::mutate(DECEMBER, |attestation| attestation.as_mut().unwrap().chain += 1);
	});
}
