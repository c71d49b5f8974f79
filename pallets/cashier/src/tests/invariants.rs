// SPDX-License-Identifier: Apache-2.0

//! Every invariant detects a violation.

use crate::{
	mock::*, AttestationHistory, AttestationProposal, AttestationProposals, Attestations, BankBalances, BankEntries,
	BankEntryKind, Banks, Correction, CorrectionProposal, CorrectionProposals, CorrectionTerms, Corrections, Debts,
	FirstMonth, HoldReason, InterestEntries, InterestPart, InterestReversals, Journal, JournalLength, LastAttested,
	Months, NextOrder, NextPayout, OpenMatters, OpenPayouts, Order, Orders, PartlyFrozen, Party, Payouts,
	RecentReceipts, TotalPaidOut, TotalReceived, TotalReversed, UnitDebts, UnitPayments, UnitPayout, UnitPayouts,
	VisitedDebts,
};
use frame_support::{
	assert_ok, hypothetically,
	traits::{
		fungible::{Mutate, MutateHold},
		tokens::Precision,
	},
};
use linli_primitives::{Commitment, ContentHash, Fen, OrderId, Period};

const WHY: ContentHash = ContentHash::repeat_byte(8);

const DEBTOR: AccountId = 3;

/// The ids of the orders of a payout and out of a pot that [`broken`] leaves in execution, and of that payout.
const OF_PAYOUT: OrderId = 3;
const OF_POT: OrderId = 4;
const ORDERED: u64 = 4;

/// Has a receipt reversed, up to `amount`.
fn reverse(text: &str, amount: Fen) {
	assert_ok!(Cashier::propose_reversal(signed(CORA), key(text), Some(amount), WHY));
	let terms = CorrectionTerms::Receipt { amount, reason: WHY };
	assert_ok!(Cashier::approve_correction(signed(ADA), key(text), terms, 0));
}

/// Has a payment corrected.
fn restore(text: &str, came_back: Option<&str>) {
	let back = came_back.map(|text| (reference(text), None));
	assert_ok!(Cashier::propose_payment_correction(signed(CORA), key(text), back, WHY));
	let terms = CorrectionTerms::Payment { came_back: came_back.map(key), value: None, reason: WHY };
	assert_ok!(Cashier::approve_correction(signed(ADA), key(text), terms, 0));
}

/// Breaks the state with `breakage` and expects `do_try_state` to fail with `expected`.
fn broken(expected: &'static str, breakage: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 500, "in");
		receive(BOB, 400, "back");
		reverse("back", 400);
		pay_out(300, "out");
		assert_ok!(Cashier::request_payout(signed(ALICE), 200, Commitment::zero()));
		// Payments that were booked wrongly, and that came back.
		pay_out(50, "wrong");
		restore("wrong", None);
		pay_out(60, "bounced");
		restore("bounced", Some("bounce"));
		// In execution: a payout, and a payment out of a pot.
		order(70);
		order_from_pot(80);
		// Waiting for an auditor: the reversals of an account's receipt and of a pot's.
		assert_ok!(Cashier::propose_reversal(signed(CORA), key("in"), Some(90), WHY));
		assert_ok!(Cashier::propose_reversal(signed(CORA), key("open-2"), Some(100), WHY));
		// Spent, reversed, and owed.
		receive(DEBTOR, 500, "spent");
		assert_ok!(Balances::transfer_allow_death(signed(DEBTOR), BOB, 200));
		reverse("spent", 500);
		Now::set(start_of(FEBRUARY));
		assert_ok!(Cashier::attest(signed(CORA), 0, NOVEMBER, WHY, 1));
		assert_ok!(Cashier::attest(signed(CORA), 0, DECEMBER, WHY, 1));
		assert_ok!(Cashier::propose_attestation_correction(signed(CORA), 0, DECEMBER, WHY, 2));
		assert_ok!(Cashier::approve_attestation_correction(signed(ADA), 0, DECEMBER, WHY, 2));
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

/// Changes the first correction of the bank entry under the reference `text`.
fn correction(text: &str, change: impl FnOnce(&mut Correction<AccountId>)) {
	Corrections::<Test>::mutate(key(text), 0, |correction| change(correction.as_mut().unwrap()));
}

/// Changes the proposal to correct the bank entry under the reference `text`.
fn proposal(text: &str, change: impl FnOnce(&mut CorrectionProposal<AccountId>)) {
	CorrectionProposals::<Test>::mutate(key(text), |proposal| change(proposal.as_mut().unwrap()));
}

/// Changes an order.
fn change_order(id: OrderId, change: impl FnOnce(&mut Order<AccountId>)) {
	Orders::<Test>::mutate(id, |order| change(order.as_mut().unwrap()));
}

#[test]
fn bank_entries_that_do_not_add_up_are_found() {
	let sums = "the bank entries do not add up to the totals";
	broken(sums, || entry("in", |entry| entry.amount += 1));
	broken(sums, || entry("out", |entry| entry.amount += 1));
	broken(sums, || BankEntries::<Test>::remove(key("out")));
	broken(sums, || {
		TotalReceived::<Test>::mutate(|sum| *sum += 1);
		TotalReversed::<Test>::mutate(|sum| *sum += 1);
	});
	broken("a bank entry has a zero amount", || entry("in", |entry| entry.amount = 0));
	broken("a sum overflows", || entry("in", |entry| entry.amount = Fen::MAX));
	broken("more of a bank entry was corrected than it has", || entry("in", |entry| entry.corrected = 501));
	let unlinked = "a bank entry is not linked with its pot's ledger";
	broken(unlinked, || entry("in", |entry| entry.entry = Some(1)));
	broken(unlinked, || entry("open-2", |entry| entry.entry = None));
}

#[test]
fn wrong_corrections_are_found() {
	broken("a correction is missing", || Corrections::<Test>::remove(key("back"), 0));
	broken("a correction is not counted", || {
		let correction = Corrections::<Test>::get(key("back"), 0).unwrap();
		Corrections::<Test>::insert(key("back"), 1, correction);
	});
	broken("a correction was approved by its proposer", || {
		correction("back", |correction| correction.approver = correction.proposer);
	});
	broken("a correction is at another bank account", || correction("back", |correction| correction.bank = 9));
	broken("a correction differs from its terms", || correction("back", |correction| correction.amount -= 1));
	broken("corrections do not add up", || entry("back", |entry| entry.corrected -= 1));
	broken("a correction does not fit its entry", || entry("back", |entry| entry.kind = BankEntryKind::Out));
	broken("a transfer between bank accounts was corrected", || {
		entry("back", |entry| entry.kind = BankEntryKind::TransferIn);
	});
	broken("a return is not linked with its payment", || entry("bounce", |entry| entry.returns = None));
	broken("a return without a payment", || entry("in", |entry| entry.returns = Some(key("none"))));
	broken("a return differs from its payment", || entry("in", |entry| entry.returns = Some(key("bounced"))));
}

#[test]
fn wrong_debts_are_found() {
	let change = |change: fn(&mut crate::Debt<AccountId>)| {
		Debts::<Test>::mutate(key("spent"), |debt| change(debt.as_mut().unwrap()));
	};
	broken("the bank entries do not add up to the totals", || change(|debt| debt.amount += 1));
	broken("a debt is zero", || change(|debt| debt.amount = 0));
	broken("a debt is another party's", || change(|debt| debt.party = Party::Pot(0)));
	broken("a debt exceeds what was reversed", || change(|debt| debt.amount = 501));
	broken("a debt without a bank entry", || Debts::<Test>::swap(key("spent"), key("none")));
	broken("the bank entries do not add up to the totals", || Debts::<Test>::remove(key("spent")));
}

#[test]
fn orders_that_are_not_in_execution_are_found() {
	broken("the id of an order is not below the next id", || NextOrder::<Test>::put(OF_POT));
	broken("an order has a zero amount", || change_order(OF_POT, |order| order.amount = 0));
	broken("an order without a request", || {
		change_order(OF_PAYOUT, |order| order.purpose = crate::OrderPurpose::Payout(99));
	});
	broken("a request names another order", || {
		Payouts::<Test>::mutate(ORDERED, |payout| payout.as_mut().unwrap().order = None);
	});
	broken("a request in execution has no order", || Orders::<Test>::remove(OF_PAYOUT));
	broken("an order is another account's", || {
		change_order(OF_PAYOUT, |order| order.party = Party::Account(BOB));
	});
	broken("an order has another amount than its request", || change_order(OF_PAYOUT, |order| order.amount += 1));
	broken("an order is another pot's", || change_order(OF_POT, |order| order.party = Party::Pot(1)));
	let transit = "the money in transit differs from its uses";
	broken(transit, || change_order(OF_POT, |order| order.amount += 1));
	broken(transit, || Orders::<Test>::remove(OF_POT));
	broken(transit, || CorrectionProposals::<Test>::remove(key("open-2")));
	broken(transit, || {
		Balances::transfer_allow_death(signed(ALICE), Cashier::transit(), 1).unwrap();
	});
}

#[test]
fn frozen_money_without_a_proposal_is_found() {
	let differ = "frozen money and proposals differ";
	broken(differ, || {
		Balances::hold(&HoldReason::Reversal.into(), &ALICE, 1).unwrap();
	});
	broken(differ, || CorrectionProposals::<Test>::remove(key("in")));
	broken(differ, || proposal("in", |proposal| proposal.frozen -= 1));
	broken("more is frozen than is proposed", || proposal("in", |proposal| proposal.frozen = 91));
	broken("a proposal without a bank entry", || CorrectionProposals::<Test>::swap(key("in"), key("none")));
	broken("a proposal does not fit its entry", || CorrectionProposals::<Test>::swap(key("in"), key("out")));
	for amount in [0, 501] {
		broken("a proposal takes back more than is left", || {
			proposal("in", |proposal| proposal.terms = CorrectionTerms::Receipt { amount, reason: WHY });
		});
	}
	broken("money is frozen on no account", || {
		proposal("in", |proposal| proposal.frozen = 0);
		Balances::release(&HoldReason::Reversal.into(), &BOB, 90, Precision::Exact).unwrap();
		let waiting = CorrectionProposals::<Test>::get(key("in")).unwrap();
		let nobody = CorrectionProposal { frozen: 5, ..waiting };
		CorrectionProposals::<Test>::insert(key("in"), nobody);
		entry("in", |entry| entry.party = Party::Account(99));
	});
}

#[test]
fn attestations_that_were_not_kept_are_found() {
	broken("a former attestation is missing", || AttestationHistory::<Test>::remove((0, DECEMBER), 0));
	broken("a former attestation has another number", || {
		AttestationHistory::<Test>::mutate((0, DECEMBER), 0, |before| before.as_mut().unwrap().corrections = 1);
	});
	broken("a former attestation has no successor", || {
		AttestationHistory::<Test>::insert((0, NOVEMBER), 0, Attestations::<Test>::get(0, NOVEMBER).unwrap());
	});
	let change = |change: fn(&mut crate::Attestation<AccountId>)| {
		Attestations::<Test>::mutate(0, DECEMBER, |attestation| change(attestation.as_mut().unwrap()));
	};
	broken("an attestation was corrected without an auditor", || change(|attestation| attestation.approver = None));
	broken("an attestation was approved by its proposer", || change(|attestation| attestation.approver = Some(CORA)));
	broken("a month without attestation is to be corrected", || {
		let proposal = AttestationProposal { statement: WHY, closing: 1, moment: 0, since: 0, by: CORA };
		AttestationProposals::<Test>::insert(0, JANUARY, proposal);
	});
}

#[test]
fn months_that_do_not_add_up_are_found() {
	broken("a month has a wrong closing balance", || Months::<Test>::mutate(0, NOVEMBER, |month| month.closing += 1));
	broken("a month has a wrong closing balance", || {
		Months::<Test>::mutate(0, Period::OPENING, |month| month.received += 1)
	});
	broken("the months do not add up to the totals", || Months::<Test>::remove(0, NOVEMBER));
	broken("a month precedes the first month", || FirstMonth::<Test>::insert(0, DECEMBER));
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
	broken("there is a gap between attested months", || Attestations::<Test>::swap(0, DECEMBER, 0, JANUARY));
	broken("an attestation without a bank account", || {
		Attestations::<Test>::insert(9, NOVEMBER, Attestations::<Test>::get(0, NOVEMBER).unwrap());
	});
	broken("the last attested month is wrong", || LastAttested::<Test>::insert(0, JANUARY));
	broken("an attestation differs from the chain's closing balance", || {
		Attestations::<Test>::mutate(0, DECEMBER, |attestation| attestation.as_mut().unwrap().chain += 1);
	});
}

#[test]
fn units_money_is_on_units_accounts() {
	let receive = || {
		assert_ok!(Cashier::receive_for_unit(signed(CORA), 0, 0, 500, reference("u"), Some(Now::get()), 0));
	};
	broken("a unit's receipt is on another account", || {
		receive();
		BankEntries::<Test>::mutate(key("u"), |entry| {
			entry.as_mut().unwrap().party = Party::Unit { unit: 0, account: BOB };
		});
	});
	broken("a unit's dues were paid without a receipt for it", || UnitPayments::<Test>::insert(key("open-1"), 0));
	let payout = |amount| UnitPayout { amount, destination: WHY, proposer: MAX, moment: 0, since: 0 };
	broken("a unit's payout is from another account", || UnitPayouts::<Test>::insert(BOB, payout(1)));
	broken("a unit's payout is zero", || UnitPayouts::<Test>::insert(unit_account(0), payout(0)));
}

#[test]
fn bank_accounts_that_do_not_hold_the_issuance_are_found() {
	broken("the months do not add up to a bank account's balance", || {
		BankBalances::<Test>::mutate(0, |balance| *balance += 1);
	});
	broken("bank account 0 is missing", || {
		// No balance, month or attestation of it is left either.
		Banks::<Test>::remove(0);
		let _ = Attestations::<Test>::clear_prefix(0, u32::MAX, None);
		let _ = AttestationHistory::<Test>::clear(u32::MAX, None);
		BankBalances::<Test>::remove(0);
	});
	broken("a closed bank account has money", || {
		Banks::<Test>::mutate(0, |account| account.as_mut().unwrap().closed = Some(1));
	});
	broken("a bank account has no first month", || {
		Banks::<Test>::mutate(0, |account| account.as_mut().unwrap().opened = 1);
		FirstMonth::<Test>::remove(0);
	});
	broken("a balance without a bank account", || {
		let (month, zero) = (Months::<Test>::get(0, NOVEMBER), Default::default());
		BankBalances::<Test>::insert(9, 0);
		FirstMonth::<Test>::insert(9, NOVEMBER);
		Months::<Test>::insert(9, NOVEMBER, crate::MonthTotals { closing: 0, ..zero });
		assert!(month.closing > 0);
	});
}

#[test]
fn miscounted_matters_are_found() {
	let miscounted = "the open matters of a bank account are counted wrongly";
	broken(miscounted, || OpenMatters::<Test>::mutate(0, |open| *open += 1));
	broken(miscounted, || OpenMatters::<Test>::remove(0));
	broken(miscounted, || OpenMatters::<Test>::insert(9, 1));
}

#[test]
fn gaps_in_a_journal_are_found() {
	broken("a line of a journal is missing", || Journal::<Test>::remove(0, 0));
	broken("a line of a journal is beyond its end", || JournalLength::<Test>::mutate(0, |length| *length -= 1));
	broken("a journal names no bank entry", || Journal::<Test>::insert(0, 0, key("none")));
	broken("a bank entry is not in its journal as often as it was booked", || {
		Journal::<Test>::insert(0, 0, key("in"));
	});
	broken("a journal names an entry of another bank account", || entry("in", |entry| entry.bank = 9));
}

#[test]
fn value_dates_of_no_receipt_are_found() {
	let change = |change: fn(&mut crate::RecentReceipt)| {
		RecentReceipts::<Test>::mutate(BOB, |receipts| change(receipts.iter_mut().next().unwrap()));
	};
	broken("a value date without a bank entry", || change(|receipt| receipt.reference = ContentHash::zero()));
	broken("a value date is another account's", || change(|receipt| receipt.reference = key("open-1")));
	broken("a value date differs from its receipt's", || change(|receipt| receipt.value += 1));
	broken("more is left than was received", || change(|receipt| receipt.amount = 501));
}

#[test]
fn interest_that_was_not_divided_is_found() {
	let part = |amount| InterestPart { pot: OPERATING, entry: 0, amount, reversed: 0, owed: 0 };
	let divided = || frame_support::BoundedVec::try_from(vec![part(1)]).unwrap();
	broken("interest without a bank entry", || InterestEntries::<Test>::insert(key("none"), divided()));
	broken("interest is a pot's or an account's", || InterestEntries::<Test>::insert(key("in"), divided()));
	let interest = || {
		let entry = entry_of_interest();
		BankEntries::<Test>::mutate(entry, |entry| entry.as_mut().unwrap().party = Party::Pots);
		entry
	};
	broken("interest was not divided", || {
		interest();
	});
	broken("interest was divided among no pots", || {
		InterestEntries::<Test>::insert(interest(), frame_support::BoundedVec::default());
	});
	broken("the parts of interest do not add up", || InterestEntries::<Test>::insert(interest(), divided()));
}

#[test]
fn interest_that_was_not_reversed_by_its_parts_is_found() {
	/// Reverses a part of interest, then changes what stands of the pot's part.
	fn changed(expected: &'static str, change: fn(&mut InterestPart)) {
		broken(expected, || {
			assert_ok!(Cashier::record_interest(signed(CORA), 0, 100, reference("i"), None));
			assert_ok!(Cashier::propose_reversal(signed(CORA), key("i"), Some(10), WHY));
			let terms = CorrectionTerms::Receipt { amount: 10, reason: WHY };
			assert_ok!(Cashier::approve_interest_reversal(signed(ADA), key("i"), terms));
			Cashier::do_try_state().unwrap();
			InterestEntries::<Test>::mutate(key("i"), |parts| change(parts.iter_mut().next().unwrap()));
		});
	}
	let too_much = "more of a part of interest was reversed or is owed than it has";
	changed(too_much, |part| part.reversed = part.amount + 1);
	changed(too_much, |part| part.owed = part.reversed + 1);
	changed("interest was reversed otherwise than its parts", |part| part.reversed += 1);
	changed("pots owe other interest than the debt", |part| part.owed = 1);
	broken("a reversal of interest is not counted", || {
		InterestReversals::<Test>::insert(key("in"), 0, frame_support::BoundedVec::default());
	});
}

/// A bank entry that no other invariant ties to its party.
fn entry_of_interest() -> ContentHash {
	RecentReceipts::<Test>::remove(ALICE);
	key("open-1")
}

#[test]
fn claims_on_units_money_that_are_not_listed_are_found() {
	let account = unit_account(0);
	let owe = || {
		assert_ok!(Cashier::receive_for_unit(signed(CORA), 0, 0, 100, reference("u"), Some(Now::get()), 0));
		assert_ok!(Cashier::propose_unit_payout(signed(MAX), account, 60, Default::default()));
		assert_ok!(Cashier::approve_unit_payout(signed(ADA), account, 60, Default::default()));
		assert_ok!(Cashier::propose_reversal(signed(CORA), key("u"), None, WHY));
	};
	let approve = || {
		let terms = CorrectionTerms::Receipt { amount: 100, reason: WHY };
		assert_ok!(Cashier::approve_correction(signed(ADA), key("u"), terms, 0));
	};
	broken("a unit's debt is not listed", || {
		owe();
		approve();
		UnitDebts::<Test>::remove(account, key("u"));
	});
	broken("a debt is listed that nobody owes", || UnitDebts::<Test>::insert(account, key("in"), ()));
	broken("reversals that are not frozen whole are miscounted", || {
		owe();
		PartlyFrozen::<Test>::remove(account);
	});
	broken("reversals that are not frozen whole are miscounted", || PartlyFrozen::<Test>::insert(account, 1));
	broken("a debt was visited that is not listed", || VisitedDebts::<Test>::insert(account, key("in")));
}
