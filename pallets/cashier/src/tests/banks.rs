// SPDX-License-Identifier: Apache-2.0

use crate::{
	mock::*, BankBalances, BankEntryKind, CorrectionTerms, Debts, Error, Event, OpenMatters, Party, MAX_BANKS,
};
use frame_support::{assert_noop, assert_ok, Blake2_128Concat, StorageHasher};
use linli_primitives::{
	traits::{BankOrders, FundLedger},
	Cause, Commitment, ContentHash, Fen,
};
use sp_runtime::{DispatchError::BadOrigin, DispatchResult};

const LABEL: Commitment = Commitment::repeat_byte(5);
const PURPOSE: ContentHash = ContentHash::repeat_byte(6);
const WHY: ContentHash = ContentHash::repeat_byte(7);
/// The second bank account.
const SECOND: u8 = 7;

fn open(bank: u8) -> DispatchResult {
	Cashier::open_bank(RuntimeOrigin::root(), bank, LABEL, PURPOSE)
}

fn close(bank: u8) -> DispatchResult {
	Cashier::close_bank(RuntimeOrigin::root(), bank)
}

/// The key of a reference of the second account.
fn of_second(text: &str) -> ContentHash {
	crate::reference_hash(SECOND, text.as_bytes()).unwrap()
}

fn transfer(from: u8, to: u8, amount: Fen, text: &str) -> DispatchResult {
	let (from, to) = ((from, reference(text)), (to, reference(text)));
	Cashier::record_transfer(signed(CORA), from, to, amount, None)
}

#[test]
fn a_decision_opens_and_closes_bank_accounts() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Cashier::open_bank(signed(CORA), SECOND, LABEL, PURPOSE), BadOrigin);
		assert_ok!(open(SECOND));
		assert_eq!(last_event(), Event::BankOpened { bank: SECOND, label: LABEL, purpose: PURPOSE });
		assert_noop!(open(SECOND), Error::<Test>::BankAlreadyOpened);
		assert_noop!(open(0), Error::<Test>::BankAlreadyOpened);
		assert_eq!(Cashier::next_attestation(SECOND), Some(NOVEMBER));
		let banks: Vec<_> = Cashier::banks().into_iter().map(|(bank, _, balance)| (bank, balance)).collect();
		assert_eq!(banks, [(0, 150_000), (SECOND, 0)]);

		assert_noop!(Cashier::close_bank(signed(CORA), SECOND), BadOrigin);
		assert_noop!(close(0), Error::<Test>::IsFirstBank);
		assert_noop!(close(9), Error::<Test>::BankNotFound);
		assert_ok!(transfer(0, SECOND, 5, "t"));
		assert_noop!(close(SECOND), Error::<Test>::BankBalanceOutstanding);
		assert_ok!(transfer(SECOND, 0, 5, "t/2"));
		let order = Cashier::order(&CORA, SECOND, OPERATING, 3, Commitment::zero(), EXPENSE).unwrap().0;
		assert_noop!(close(SECOND), Error::<Test>::MattersOutstanding);
		assert_ok!(Cashier::propose_return(signed(CORA), order, WHY));
		let outcome = crate::Outcome::Returned { reason: WHY };
		assert_ok!(Cashier::confirm_outcome(signed(ADA), order, outcome, 0));
		assert_ok!(close(SECOND));
		assert_eq!(last_event(), Event::BankClosed { bank: SECOND });
		assert_noop!(close(SECOND), Error::<Test>::BankClosed);
		assert_noop!(open(SECOND), Error::<Test>::BankAlreadyOpened);
		let receive = Cashier::receive(signed(CORA), SECOND, BOB, 1, reference("r"), None);
		assert_noop!(receive, Error::<Test>::BankClosed);
	});
}

#[test]
fn a_closed_account_is_attested_to_its_last_month() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(open(SECOND));
		assert_ok!(Cashier::receive(signed(CORA), SECOND, BOB, 20, reference("r"), None));
		assert_ok!(transfer(SECOND, 0, 20, "t"));
		Now::set(start_of(DECEMBER));
		assert_ok!(close(SECOND));
		Now::set(start_of(FEBRUARY));
		let attest = |bank, month, closing| Cashier::attest(signed(CORA), bank, month, WHY, closing);
		let enter = |month| Cashier::enter_balance(signed(ADA), SECOND, month, WHY, 0);
		for month in [NOVEMBER, DECEMBER, JANUARY] {
			assert_ok!(attest(0, month, 150_020));
		}
		for month in [NOVEMBER, DECEMBER] {
			assert_eq!((Cashier::next_attestation(SECOND), Cashier::month_statement(month)), (Some(month), None));
			assert_ok!(attest(SECOND, month, 0));
			assert_ok!(enter(month));
			assert_eq!(Cashier::month_statement(month).unwrap().closing, 150_020);
		}
		assert_eq!(Cashier::next_attestation(SECOND), None);
		assert_noop!(attest(SECOND, JANUARY, 0), Error::<Test>::BankClosed);
		assert_noop!(enter(JANUARY), Error::<Test>::BankClosed);
		assert_ok!(enter(DECEMBER));
		assert_eq!(Cashier::month_statement(JANUARY).unwrap().statement, WHY, "it needs no statement of it");
	});
}

#[test]
fn what_waits_at_an_account_keeps_it_open() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(open(SECOND));
		assert_ok!(Cashier::receive(signed(CORA), SECOND, BOB, 20, reference("r"), None));
		assert_ok!(transfer(SECOND, 0, 20, "t"));
		assert_ok!(Cashier::propose_reversal(signed(CORA), of_second("r"), None, WHY));
		assert_ok!(Cashier::propose_charge(signed(CORA), SECOND, 5, reference("fee"), None));
		assert_eq!(OpenMatters::<Test>::get(SECOND), 2);
		assert_noop!(close(SECOND), Error::<Test>::MattersOutstanding);
		assert_ok!(Cashier::decline_correction(signed(ADA), of_second("r")));
		assert_noop!(close(SECOND), Error::<Test>::MattersOutstanding);
		assert_ok!(Cashier::decline_charge(signed(ADA), of_second("fee")));
		assert_ok!(close(SECOND));
	});
}

#[test]
fn what_was_booked_on_a_closed_account_is_corrected_at_the_first() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(open(SECOND));
		assert_ok!(Cashier::receive(signed(CORA), SECOND, BOB, 500, reference("r"), None));
		let order = Cashier::order(&CORA, SECOND, OPERATING, 100, Commitment::zero(), EXPENSE).unwrap().0;
		assert_ok!(Cashier::book_paid(signed(CORA), order, reference("out"), None));
		assert_ok!(transfer(SECOND, 0, 400, "t"));
		assert_ok!(close(SECOND));
		let before = Cashier::month(SECOND, NOVEMBER);

		let reversal = CorrectionTerms::Receipt { amount: 500, reason: WHY };
		assert_ok!(Cashier::propose_reversal(signed(CORA), of_second("r"), None, WHY));
		assert_ok!(Cashier::approve_correction(signed(ADA), of_second("r"), reversal, 0));
		assert_eq!(BankBalances::<Test>::get(0), 149_900);
		assert_eq!(Cashier::corrections(of_second("r"))[0].bank, 0);

		// The payment comes back to account 0, under a reference of that account.
		let back = Some((reference("back"), None));
		let returned = CorrectionTerms::Payment { came_back: Some(key("back")), value: None, reason: WHY };
		assert_ok!(Cashier::propose_payment_correction(signed(CORA), of_second("out"), back, WHY));
		assert_ok!(Cashier::approve_correction(signed(ADA), of_second("out"), returned, 0));
		let entry = Cashier::bank_entry(key("back")).unwrap();
		assert_eq!((entry.bank, entry.returns), (0, Some(of_second("out"))));
		assert_eq!((BankBalances::<Test>::get(0), BankBalances::<Test>::get(SECOND)), (150_000, 0));
		assert_eq!(Cashier::month(SECOND, NOVEMBER), before, "its last month stands");
		// The journal of account 0 names the corrections.
		let keys: Vec<_> = Cashier::journal(0, 3, 10).into_iter().map(|(_, key, _)| key).collect();
		assert_eq!(keys, [of_second("r"), key("back"), of_second("out")]);
	});
}

#[test]
fn bank_accounts_are_bounded() {
	ExtBuilder::default().build_and_execute(|| {
		for bank in 1..MAX_BANKS {
			assert_ok!(open(bank as u8));
		}
		assert_noop!(open(200), Error::<Test>::TooManyBanks);
	});
}

#[test]
fn each_bank_account_has_references_and_a_balance_of_its_own() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Cashier::receive(signed(CORA), SECOND, BOB, 1, reference("r"), None), Error::<Test>::BankNotFound);
		assert_ok!(open(SECOND));
		assert_ok!(Cashier::receive(signed(CORA), 0, BOB, 10, reference("r"), None));
		assert_ok!(Cashier::receive(signed(CORA), SECOND, BOB, 20, reference("R"), None));
		let again = Cashier::receive(signed(CORA), SECOND, BOB, 1, reference("r"), None);
		assert_noop!(again, Error::<Test>::ReferenceAlreadyUsed);
		assert_eq!((BankBalances::<Test>::get(0), BankBalances::<Test>::get(SECOND)), (150_010, 20));
		assert_eq!(Cashier::month(SECOND, NOVEMBER).unwrap().closing, 20);
		// What the books do not have there, it cannot have paid.
		let order = Cashier::order(&CORA, SECOND, OPERATING, 21, Commitment::zero(), EXPENSE).unwrap().0;
		let paid = || Cashier::book_paid(signed(CORA), order, reference("out"), None);
		assert_noop!(paid(), Error::<Test>::BankBalanceTooLow);
		assert_ok!(transfer(0, SECOND, 1, "t"));
		assert_ok!(paid());
		assert_eq!((BankBalances::<Test>::get(0), BankBalances::<Test>::get(SECOND)), (150_009, 0));
		assert_noop!(Cashier::order(&CORA, 9, OPERATING, 1, Commitment::zero(), EXPENSE), Error::<Test>::BankNotFound);
		// The key of the second account's receipt is found in its journal.
		let keys: Vec<_> = Cashier::journal(SECOND, 0, 10).into_iter().map(|(_, key, _)| key).collect();
		let expected = ["r", "t", "out"].map(|text| crate::reference_hash(SECOND, text.as_bytes()).unwrap());
		assert_eq!(keys, expected);
	});
}

#[test]
fn a_transfer_is_in_both_accounts_and_changes_no_balance_on_chain() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(open(SECOND));
		let issuance = Balances::total_issuance();
		let call = Cashier::record_transfer(signed(ADA), (0, reference("a")), (SECOND, reference("b")), 1, None);
		assert_noop!(call, BadOrigin);
		assert_noop!(transfer(0, 0, 1, "t"), Error::<Test>::DuplicateBank);
		assert_noop!(transfer(0, SECOND, 0, "t"), Error::<Test>::InvalidAmount);
		assert_noop!(transfer(0, 9, 1, "t"), Error::<Test>::BankNotFound);
		assert_noop!(transfer(0, SECOND, 150_001, "t"), Error::<Test>::BankBalanceTooLow);
		assert_noop!(transfer(0, SECOND, 1, "t t"), Error::<Test>::InvalidReference);
		assert_ok!(transfer(0, SECOND, 700, "t"));
		let (out, incoming) = (key("t"), crate::reference_hash(SECOND, b"t").unwrap());
		let event = Event::TransferRecorded {
			from: 0,
			to: SECOND,
			amount: 700,
			out,
			incoming,
			value: Now::get(),
			cashier: CORA,
		};
		assert_eq!(last_event(), event);
		assert_noop!(transfer(0, SECOND, 1, "t"), Error::<Test>::ReferenceAlreadyUsed);
		let (sent, got) = (Cashier::bank_entry(out).unwrap(), Cashier::bank_entry(incoming).unwrap());
		assert_eq!((sent.kind, sent.party, sent.bank), (BankEntryKind::TransferOut, Party::Bank(SECOND), 0));
		assert_eq!((got.kind, got.party, got.bank), (BankEntryKind::TransferIn, Party::Bank(0), SECOND));
		let month = Cashier::month(SECOND, NOVEMBER).unwrap();
		assert_eq!((month.transferred_in, month.received, month.closing), (700, 0, 700));
		assert_eq!(Balances::total_issuance(), issuance);
		// It is neither a receipt nor a payment.
		let reversal = Cashier::propose_reversal(signed(CORA), incoming, None, WHY);
		assert_noop!(reversal, Error::<Test>::NotReceipt);
		let correction = Cashier::propose_payment_correction(signed(CORA), out, None, WHY);
		assert_noop!(correction, Error::<Test>::NotPayment);
	});
}

#[test]
fn a_debt_that_cannot_be_taken_holds_up_no_other() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(open(SECOND));
		// The debt at the second account is the first in the list.
		let place = |key: ContentHash| Blake2_128Concat::hash(key.as_bytes());
		let mut texts = (0..).map(|number| format!("u-{number}"));
		let second = texts.find(|text| place(of_second(text)) < place(key("u"))).unwrap();
		let receive = |bank, amount, text: &str| {
			Cashier::receive_for_unit(signed(CORA), bank, 0, amount, reference(text), Some(Now::get()), 1)
		};
		Dues::set(vec![(0, 300)]);
		assert_ok!(receive(SECOND, 300, &second));
		Dues::set(vec![(0, 200)]);
		assert_ok!(receive(0, 200, "u"));
		Dues::set(vec![]);
		assert_ok!(TestFund::withdraw(OPERATING, &BOB, TestFund::available(OPERATING), Cause::Donation));
		assert_ok!(transfer(SECOND, 0, 300, "t-1"));
		for (key, amount) in [(of_second(&second), 300), (key("u"), 200)] {
			assert_ok!(Cashier::propose_reversal(signed(CORA), key, None, WHY));
			let terms = CorrectionTerms::Receipt { amount, reason: WHY };
			assert_ok!(Cashier::approve_correction(signed(ADA), key, terms, 0));
		}
		let owed = || [of_second(&second), key("u")].map(|key| Debts::<Test>::get(key).map_or(0, |debt| debt.amount));
		assert_eq!(owed(), [300, 200]);
		// By the books, the second account has nothing.
		assert_ok!(receive(0, 150, "next-1"));
		assert_eq!(owed(), [300, 50]);
		// Now it has some of it.
		assert_ok!(transfer(0, SECOND, 100, "t-2"));
		assert_ok!(receive(0, 120, "next-2"));
		assert_eq!((owed(), Balances::free_balance(unit_account(0))), ([200, 50], 20));
	});
}
