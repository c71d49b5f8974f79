// SPDX-License-Identifier: Apache-2.0

//! Receipts for units, and their reversal.

use crate::{
	mock::*, CorrectionTerms, Debts, DeclinedUnitReversals, Error, Event, Party, ReceiptLine, Receiver, UnitPayments,
};
use frame_support::{
	assert_noop, assert_ok, dispatch::DispatchResultWithPostInfo, hypothetically, storage::with_storage_layer,
};
use linli_primitives::{
	traits::{Clock, FundLedger, UnitClaims},
	BankId, Cause, ContentHash, Fen, UnitId,
};
use sp_runtime::{
	DispatchError::{BadOrigin, Other},
	DispatchResult,
};

const WHY: ContentHash = ContentHash::repeat_byte(8);

fn receive_for(unit: UnitId, amount: Fen, text: &str) -> DispatchResultWithPostInfo {
	Cashier::receive_for_unit(signed(CORA), 0, unit, amount, reference(text), Some(Now::get()), 1)
}

/// The same in a storage layer, as calls are dispatched.
fn refused(who: AccountId, unit: UnitId, amount: Fen, text: &str, max_bills: u32) -> DispatchResult {
	with_storage_layer(|| {
		Cashier::receive_for_unit(signed(who), 0, unit, amount, reference(text), Some(Now::get()), max_bills)
			.map(|_| ())
			.map_err(|error| error.error)
	})
}

/// Takes a receipt back, proposed by Cora and approved by `auditor`.
fn take_back(auditor: AccountId, text: &str, amount: Fen) -> DispatchResult {
	assert_ok!(Cashier::propose_reversal(signed(CORA), key(text), Some(amount), WHY));
	let terms = CorrectionTerms::Receipt { amount, reason: WHY };
	Cashier::approve_correction(signed(auditor), key(text), terms, 0).map(|_| ()).map_err(|error| error.error)
}

#[test]
fn a_receipt_for_a_unit_pays_its_dues_and_keeps_the_rest() {
	ExtBuilder::default().build_and_execute(|| {
		Dues::set(vec![(0, 300)]);
		let info = receive_for(0, 500, "u-1").unwrap();
		assert_eq!(info.actual_weight, Some(<TestUnits as linli_primitives::traits::UnitReceipts<_>>::weight(1)));
		let party = Party::Unit { unit: 0, account: unit_account(0) };
		let bank = Cashier::bank_entry(key("u-1")).unwrap();
		assert_eq!((bank.party.clone(), bank.entry, bank.amount), (party.clone(), None, 500));
		assert!(matches!(last_event(), Event::Received { party: of, amount: 500, .. } if of == party));
		assert_eq!(DuesPaid::get(), vec![(0, 300, Now::get())]);
		assert_eq!(UnitPayments::<Test>::get(key("u-1")), Some(0));
		assert_eq!(Balances::free_balance(unit_account(0)), 200);
		// A unit without dues: all of it is kept.
		assert_ok!(receive_for(2, 70, "u-2"));
		assert_eq!(UnitPayments::<Test>::get(key("u-2")), None);
		assert_eq!(Balances::free_balance(unit_account(2)), 70);
	});
}

#[test]
fn only_cashiers_without_an_interest_receive_for_a_unit() {
	ExtBuilder::default().build_and_execute(|| {
		let by = |who, unit, max_bills| refused(who, unit, 9, "u", max_bills);
		Dues::set(vec![(0, 300)]);
		assert_noop!(by(ALICE, 0, 1), BadOrigin);
		assert_noop!(by(CARL, 1, 1), Error::<Test>::OwnReceipt);
		assert_noop!(by(CORA, 9, 1), Other("no such unit"));
		assert_noop!(by(CORA, 0, 0), Other("more bills than max_bills"));
		assert_noop!(refused(CORA, 0, 0, "u", 1), Error::<Test>::InvalidAmount);
		assert_noop!(refused(CORA, 0, 1, "a b", 1), Error::<Test>::InvalidReference);
		assert_noop!(refused(CORA, 0, 1, "open-1", 1), Error::<Test>::ReferenceAlreadyUsed);
		// Nor does anybody book to the account itself.
		let direct = Cashier::receive(signed(CORA), 0, unit_account(0), 1, reference("u"), None);
		assert_eq!(direct, Err(Error::<Test>::IsTransitAccount.into()));
		assert_ok!(by(CORA, 1, 1));
	});
}

#[test]
fn a_receipt_that_the_bank_returns_leaves_the_bill_owed_again() {
	ExtBuilder::default().build_and_execute(|| {
		Dues::set(vec![(0, 300)]);
		assert_ok!(receive_for(0, 500, "u-1"));
		assert_ok!(take_back(ADA, "u-1", 500));
		assert_eq!(Dues::get(), vec![(0, 300)]);
		assert_eq!((TestFund::balance(OPERATING), Balances::free_balance(unit_account(0))), (50_000, 0));
		assert_eq!(Debts::<Test>::get(key("u-1")), None);
		assert_eq!(Cashier::totals().reversed, 500);
	});
}

#[test]
fn only_what_is_missing_is_taken_off_the_bill() {
	ExtBuilder::default().build_and_execute(|| {
		Dues::set(vec![(0, 300)]);
		assert_ok!(receive_for(0, 500, "u-1"));
		// 200 are kept and frozen; 50 paid the bill.
		assert_ok!(take_back(ADA, "u-1", 250));
		assert_eq!(Dues::get(), vec![(0, 50)]);
		assert_eq!((Balances::free_balance(unit_account(0)), Cashier::totals().reversed), (0, 250));
	});
}

#[test]
fn what_the_pot_has_spent_becomes_a_debt_of_the_unit() {
	ExtBuilder::default().build_and_execute(|| {
		Dues::set(vec![(0, 300)]);
		assert_ok!(receive_for(0, 300, "u-1"));
		let left = 50_000 + 300 - 100;
		assert_ok!(TestFund::withdraw(OPERATING, &BOB, left, Cause::Donation));
		assert_ok!(take_back(ADA, "u-1", 300));
		let debt = Debts::<Test>::get(key("u-1")).unwrap();
		assert_eq!((debt.party, debt.amount), (Party::Unit { unit: 0, account: unit_account(0) }, 200));
		// It is taken from the unit's next receipts, before any bill is paid.
		assert_eq!(Dues::get(), vec![(0, 100)]);
		assert_ok!(receive_for(0, 150, "u-2"));
		assert_eq!(Debts::<Test>::get(key("u-1")).map(|debt| debt.amount), Some(50));
		let page =
			vec![ReceiptLine { to: Receiver::Unit(0), amount: 500, reference: reference("u-3"), value: Now::get() }];
		assert_ok!(Cashier::receive_batch(signed(CORA), 0, WHY, page.try_into().unwrap(), 1));
		assert_eq!((Balances::free_balance(unit_account(0)), Debts::<Test>::get(key("u-1"))), (350, None));
		assert_eq!((Dues::get(), Cashier::totals().reversed), (vec![(0, 0)], 300));
		assert_noop!(Cashier::recover(signed(BOB), key("u-1")), Error::<Test>::DebtNotFound);
	});
}

#[test]
fn a_debt_is_recovered_from_what_is_prepaid_and_from_the_bills() {
	ExtBuilder::default().build_and_execute(|| {
		Dues::set(vec![(0, 300)]);
		assert_ok!(receive_for(0, 300, "u"));
		assert_ok!(TestFund::withdraw(OPERATING, &BOB, 50_300, Cause::Donation));
		assert_ok!(take_back(ADA, "u", 300));
		let owed = || Debts::<Test>::get(key("u")).map(|debt| debt.amount);
		assert_eq!(owed(), Some(300));
		let recover = || with_storage_layer(|| Cashier::recover(signed(BOB), key("u")));
		assert_noop!(recover(), Error::<Test>::NothingToRecover);
		assert_ok!(Balances::transfer_allow_death(signed(ALICE), prepaid_account(unit_account(0)), 80));
		assert_eq!(recover().unwrap().actual_weight, None);
		assert_eq!(owed(), Some(220));
		// The pot has money again: the bill is owed again instead.
		assert_ok!(Cashier::receive_for_pot(signed(CORA), 0, OPERATING, 1_000, reference("p"), None));
		assert_ok!(recover());
		assert_eq!((owed(), Dues::get()), (None, vec![(0, 220)]));
		assert_eq!((Cashier::totals().reversed, TestFund::available(OPERATING)), (300, 780));
		assert!(!Cashier::is_held(&unit_account(0)));
	});
}

#[test]
fn what_is_prepaid_is_frozen_with_the_rest_at_the_proposal() {
	ExtBuilder::default().build_and_execute(|| {
		Dues::set(vec![(0, 300)]);
		assert_ok!(receive_for(0, 500, "u"));
		prepay(0, 150);
		let account = unit_account(0);
		let money = || (Balances::free_balance(account), Balances::free_balance(prepaid_account(account)));
		// 50 are kept and 150 prepaid.
		assert_ok!(Cashier::propose_reversal(signed(CORA), key("u"), Some(120), WHY));
		assert_eq!((money(), Balances::reserved_balance(account)), ((0, 80), 120));
		// All of it is frozen: the rest is the owner's.
		assert!(!Cashier::is_held(&account));
		assert_ok!(Cashier::decline_correction(signed(ADA), key("u")));
		assert_eq!(money(), (120, 80));

		assert_ok!(Cashier::propose_reversal(signed(CARL), key("u"), None, WHY));
		assert_eq!((money(), Balances::reserved_balance(account)), ((0, 0), 200));
		Cashier::do_try_state().unwrap();
		// 300 are not frozen: what comes in meanwhile is not paid out.
		assert!(Cashier::is_held(&account));
		Dues::set(vec![]);
		assert_ok!(receive_for(0, 70, "later"));
		assert_ok!(Cashier::propose_unit_payout(signed(MAX), account, 70, Default::default()));
		let pay_out =
			|| with_storage_layer(|| Cashier::approve_unit_payout(signed(ADA), account, 70, Default::default()));
		assert_noop!(pay_out(), Error::<Test>::UnitMoneyHeld);

		let terms = CorrectionTerms::Receipt { amount: 500, reason: WHY };
		assert_ok!(Cashier::approve_correction(signed(ADA), key("u"), terms, 0));
		assert!(!Cashier::is_held(&account));
		// What came in meanwhile is taken, too, before any bill is owed again.
		assert_eq!((money(), Cashier::totals().reversed, Debts::<Test>::get(key("u"))), ((0, 0), 500, None));
		assert_ok!(receive_for(0, 70, "last"));
		assert_ok!(pay_out());
	});
}

#[test]
fn a_reversal_whose_payment_was_moved_meanwhile_is_not_approved() {
	ExtBuilder::default().build_and_execute(|| {
		Dues::set(vec![(0, 300)]);
		assert_ok!(receive_for(0, 500, "u"));
		assert_ok!(Cashier::propose_reversal(signed(CORA), key("u"), None, WHY));
		MovedAway::set(vec![UnitPayments::<Test>::get(key("u")).unwrap()]);
		let terms = CorrectionTerms::Receipt { amount: 500, reason: WHY };
		let approve = || with_storage_layer(|| Cashier::approve_correction(signed(ADA), key("u"), terms, 0));
		assert_noop!(approve(), Error::<Test>::ReceiptMoved);
		assert_ok!(Cashier::decline_correction(signed(ADA), key("u")));
		assert!(!Cashier::is_held(&unit_account(0)));
	});
}

#[test]
fn nobody_at_home_in_the_unit_approves_its_reversal() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(receive_for(1, 500, "u-1"));
		// Nor proposes it: a small part that waits would keep the rest from being frozen.
		let own = Cashier::propose_reversal(signed(CARL), key("u-1"), Some(1), WHY);
		assert_noop!(own, Error::<Test>::OwnReceipt);
		assert_ok!(Cashier::propose_reversal(signed(CORA), key("u-1"), None, WHY));
		let terms = CorrectionTerms::Receipt { amount: 500, reason: WHY };
		let approve = |who| {
			with_storage_layer(|| {
				Cashier::approve_correction(signed(who), key("u-1"), terms, 0).map(|_| ()).map_err(|error| error.error)
			})
		};
		assert_noop!(approve(AMOS), Error::<Test>::IsRelated);
		assert_ok!(approve(ADA));
	});
}

#[test]
fn a_receipt_whose_payment_was_moved_is_moved_back_before_it_is_reversed() {
	ExtBuilder::default().build_and_execute(|| {
		Dues::set(vec![(0, 300)]);
		assert_ok!(receive_for(0, 500, "u"));
		MovedAway::set(vec![UnitPayments::<Test>::get(key("u")).unwrap()]);
		let propose = || Cashier::propose_reversal(signed(CORA), key("u"), None, WHY);
		assert_noop!(propose(), Error::<Test>::ReceiptMoved);
		MovedAway::set(vec![]);
		assert_ok!(propose());
	});
}

#[test]
fn a_payout_that_was_approved_before_is_not_ordered_while_the_money_is_claimed_back() {
	ExtBuilder::default().build_and_execute(|| {
		let account = unit_account(0);
		assert_ok!(receive_for(0, 100, "u"));
		assert_ok!(Cashier::propose_unit_payout(signed(MAX), account, 60, Default::default()));
		assert_ok!(Cashier::approve_unit_payout(signed(ADA), account, 60, Default::default()));
		assert_ok!(Cashier::propose_reversal(signed(CORA), key("u"), None, WHY));
		assert_noop!(Cashier::order_payout(signed(CORA), 0, 0), Error::<Test>::UnitMoneyHeld);
		assert_ok!(Cashier::refuse_payout(signed(CORA), 0, WHY));
		let terms = CorrectionTerms::Receipt { amount: 100, reason: WHY };
		assert_ok!(Cashier::approve_correction(signed(ADA), key("u"), terms, 0));
		assert_eq!((Cashier::totals().reversed, Debts::<Test>::get(key("u"))), (100, None));
		assert!(!Cashier::is_held(&account));
	});
}

#[test]
fn what_a_receipt_paid_later_is_owed_again() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(receive_for(0, 500, "u-1"));
		assert_eq!(UnitPayments::<Test>::get(key("u-1")), None);
		// What is kept pays with the next receipt.
		Dues::set(vec![(0, 300)]);
		assert_ok!(receive_for(0, 1, "u-2"));
		assert_eq!((Dues::get(), Balances::free_balance(unit_account(0))), (vec![(0, 0)], 201));
		assert_ok!(take_back(ADA, "u-1", 500));
		assert_eq!((Debts::<Test>::get(key("u-1")), Cashier::totals().reversed), (None, 500));
		assert_eq!(Dues::get(), vec![(0, 299)]);
	});
}

#[test]
fn one_cashier_alone_does_not_hold_a_units_money_receipt_by_receipt() {
	ExtBuilder::default().build_and_execute(|| {
		Dues::set(vec![(0, 300)]);
		assert_ok!(receive_for(0, 200, "u-1"));
		assert_ok!(receive_for(0, 100, "u-2"));
		assert_ok!(receive_for(2, 100, "u-3"));
		let account = unit_account(0);
		let propose = |who, text| Cashier::propose_reversal(signed(who), key(text), None, WHY);
		assert_ok!(propose(CORA, "u-1"));
		assert!(Cashier::is_held(&account));
		pass(OUTCOME_TIME);
		assert_ok!(Cashier::decline_correction(signed(BOB), key("u-1")));
		assert_noop!(propose(CORA, "u-2"), Error::<Test>::ReversalAlreadyDeclined);
		// That of another unit is another matter.
		hypothetically!({
			assert_ok!(propose(CORA, "u-3"));
		});
		// Another cashier's does not end it for the first one.
		assert_ok!(propose(CARL, "u-2"));
		assert_ok!(Cashier::decline_correction(signed(ADA), key("u-2")));
		assert_noop!(propose(CORA, "u-2"), Error::<Test>::ReversalAlreadyDeclined);
		assert!(!Cashier::is_held(&account));
		pass(OUTCOME_TIME);
		assert_ok!(propose(CORA, "u-2"));
		assert_ok!(Cashier::decline_correction(signed(ADA), key("u-2")));
		assert_eq!(DeclinedUnitReversals::<Test>::get(account).into_inner(), vec![(CORA, Now::lived() + OUTCOME_TIME)]);
	});
}

#[test]
fn what_came_in_meanwhile_is_taken_before_a_bill_is_owed_again() {
	ExtBuilder::default().build_and_execute(|| {
		Dues::set(vec![(0, 300)]);
		assert_ok!(receive_for(0, 300, "u"));
		assert_ok!(Cashier::propose_reversal(signed(CORA), key("u"), None, WHY));
		assert_ok!(receive_for(0, 120, "later"));
		let terms = CorrectionTerms::Receipt { amount: 300, reason: WHY };
		assert_ok!(Cashier::approve_correction(signed(ADA), key("u"), terms, 0));
		assert_eq!((Dues::get(), Balances::free_balance(unit_account(0))), (vec![(0, 180)], 0));
		assert_eq!((Cashier::totals().reversed, Debts::<Test>::get(key("u"))), (300, None));
	});
}

#[test]
fn no_bill_is_owed_again_while_the_bank_account_has_nothing_to_take() {
	const SECOND: BankId = 7;
	ExtBuilder::default().build_and_execute(|| {
		Dues::set(vec![(0, 300)]);
		assert_ok!(Cashier::open_bank(RuntimeOrigin::root(), SECOND, Default::default(), WHY));
		let value = Some(Now::get());
		assert_ok!(Cashier::receive_for_unit(signed(CORA), SECOND, 0, 300, reference("u"), value, 1));
		let transfer = |from, to, amount, text| {
			let (from, to) = ((from, reference(text)), (to, reference(text)));
			Cashier::record_transfer(signed(CORA), from, to, amount, None)
		};
		assert_ok!(transfer(SECOND, 0, 300, "t"));
		let key = crate::reference_hash(SECOND, b"u").unwrap();
		let owed = || Debts::<Test>::get(key).map(|debt| debt.amount);
		assert_ok!(Cashier::propose_reversal(signed(CORA), key, None, WHY));
		let terms = CorrectionTerms::Receipt { amount: 300, reason: WHY };
		assert_ok!(Cashier::approve_correction(signed(ADA), key, terms, 0));
		assert_eq!((Dues::get(), owed()), (vec![(0, 0)], Some(300)));
		let recover = || with_storage_layer(|| Cashier::recover(signed(BOB), key));
		assert_noop!(recover(), Error::<Test>::NothingToRecover);
		// As much is owed again as can be taken.
		assert_ok!(transfer(0, SECOND, 120, "t/2"));
		assert_ok!(recover());
		assert_eq!((Dues::get(), owed()), (vec![(0, 120)], Some(180)));
		assert_eq!(Balances::free_balance(unit_account(0)), 0);
	});
}
