// SPDX-License-Identifier: Apache-2.0

//! Debts of the money that is kept for units.

use crate::{mock::*, BankEntries, CorrectionTerms, UnitDebts, VisitedDebts};
use frame_support::assert_ok;
use linli_primitives::{traits::UnitClaims, BankId, ContentHash, Fen};
use sp_runtime::DispatchResult;

const WHY: ContentHash = ContentHash::repeat_byte(8);

/// Books a receipt for unit 0 at the bank account.
fn receive_at(bank: BankId, amount: Fen, text: &str) {
	let value = Some(Now::get());
	assert_ok!(Cashier::receive_for_unit(signed(CORA), bank, 0, amount, reference(text), value, 1));
}

/// Takes all of a receipt back, proposed by Cora and approved by Ada.
fn take_back(key: ContentHash, amount: Fen) {
	assert_ok!(Cashier::propose_reversal(signed(CORA), key, None, WHY));
	let terms = CorrectionTerms::Receipt { amount, reason: WHY };
	assert_ok!(Cashier::approve_correction(signed(ADA), key, terms, 0));
}

fn transfer(from: BankId, to: BankId, amount: Fen, text: &str) -> DispatchResult {
	let (from, to) = ((from, reference(text)), (to, reference(text)));
	Cashier::record_transfer(signed(CORA), from, to, amount, None)
}

#[test]
fn debts_that_cannot_be_taken_hold_up_no_other() {
	ExtBuilder::default().build_and_execute(|| {
		let account = unit_account(0);
		Dues::set(vec![(0, 50)]);
		// Five debts, each at a bank account that has nothing.
		for bank in 1..=5 {
			assert_ok!(Cashier::open_bank(RuntimeOrigin::root(), bank, Default::default(), WHY));
			receive_at(bank, 10, "u");
			assert_ok!(transfer(bank, 0, 10, &format!("out-{bank}")));
			take_back(crate::reference_hash(bank, b"u").unwrap(), 10);
		}
		let debts: Vec<_> = UnitDebts::<Test>::iter_key_prefix(account).collect();
		assert_eq!(debts.len(), 5);
		VisitedDebts::<Test>::remove(account);
		let give_back = |debt: ContentHash, text: &str| {
			let bank = BankEntries::<Test>::get(debt).unwrap().bank;
			assert_ok!(transfer(0, bank, 10, text));
		};
		let is_owed = |debt: ContentHash| UnitDebts::<Test>::contains_key(account, debt);

		give_back(debts[4], "back-1");
		receive_at(0, 10, "v-1");
		assert!(is_owed(debts[4]), "four are visited");
		assert_eq!(VisitedDebts::<Test>::get(account), Some(debts[3]));
		receive_at(0, 10, "v-2");
		assert!(!is_owed(debts[4]), "the next receipt goes on with the fifth");
		// And round to the first ones again.
		give_back(debts[3], "back-2");
		receive_at(0, 10, "v-3");
		assert!(!is_owed(debts[3]));
		assert_eq!(VisitedDebts::<Test>::get(account), None);
		assert_eq!(debts.iter().filter(|debt| is_owed(**debt)).count(), 3);
	});
}

#[test]
fn a_payout_of_a_units_money_that_came_back_is_the_units() {
	ExtBuilder::default().build_and_execute(|| {
		let account = unit_account(0);
		receive_at(0, 100, "u");
		assert_ok!(Cashier::propose_unit_payout(signed(MAX), account, 100, Default::default()));
		assert_ok!(Cashier::approve_unit_payout(signed(ADA), account, 100, Default::default()));
		assert_ok!(Cashier::order_payout(signed(CORA), 0, 0));
		assert_ok!(Cashier::book_paid(signed(CORA), 0, reference("out"), None));
		let back = Some((reference("back"), None));
		assert_ok!(Cashier::propose_payment_correction(signed(CORA), key("out"), back, WHY));
		let terms = CorrectionTerms::Payment { came_back: Some(key("back")), value: None, reason: WHY };
		assert_ok!(Cashier::approve_correction(signed(ADA), key("out"), terms, 0));
		assert_eq!(Balances::free_balance(account), 100);
		// It pays a bill with the next receipt; then nothing can be taken of it.
		Dues::set(vec![(0, 101)]);
		receive_at(0, 1, "v");
		assert_ok!(Cashier::propose_reversal(signed(CORA), key("back"), None, WHY));
		assert!(Cashier::is_held(&account));
	});
}
