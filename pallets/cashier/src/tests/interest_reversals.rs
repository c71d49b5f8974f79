// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, CorrectionTerms, Debt, Debts, Error, Event, InterestEntries, InterestReversals, Party};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{
	traits::{BankOrders, FundLedger},
	Cause, Commitment, ContentHash, Fen, PotId,
};
use sp_runtime::{DispatchError::BadOrigin, DispatchResult};

const WHY: ContentHash = ContentHash::repeat_byte(8);

fn in_pot(pot: PotId) -> Fen {
	Balances::free_balance(TestFund::account(pot))
}

fn propose(amount: Option<Fen>) -> DispatchResult {
	Cashier::propose_reversal(signed(CORA), key("i"), amount, WHY)
}

fn approve(who: AccountId, text: &str, amount: Fen) -> DispatchResult {
	let terms = CorrectionTerms::Receipt { amount, reason: WHY };
	Cashier::approve_interest_reversal(signed(who), key(text), terms).map(|_| ()).map_err(|error| error.error)
}

fn recover(pot: PotId) -> DispatchResult {
	Cashier::recover_interest(signed(BOB), key("i"), pot)
}

/// Runs `test` after interest of 1.00, of which the operating pot got 67 fen and the repair pot 33.
fn with_interest(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Cashier::receive_for_pot(signed(CORA), 0, REPAIR, 25_000, reference("r"), None));
		assert_ok!(Cashier::record_interest(signed(CORA), 0, 100, reference("i"), None));
		assert_eq!((in_pot(OPERATING), in_pot(REPAIR)), (50_067, 25_033));
		test();
	});
}

#[test]
fn interest_is_taken_back_along_its_own_division() {
	with_interest(|| {
		// By now the balances are others.
		assert_ok!(Cashier::receive_for_pot(signed(CORA), 0, REPAIR, 300_000, reference("s"), None));
		assert_ok!(propose(Some(10)));
		assert_eq!(in_pot(OPERATING), 50_067, "nothing moves before the approval");
		assert_ok!(approve(ADA, "i", 10));
		let event = Event::ReceiptReversed {
			reference: key("i"),
			party: Party::Pots,
			amount: 10,
			missing: 0,
			reason: WHY,
			proposer: CORA,
			approver: ADA,
		};
		System::assert_has_event(event.into());
		assert_eq!((in_pot(OPERATING), in_pot(REPAIR)), (50_060, 325_030));
		assert_ok!(propose(None));
		assert_ok!(approve(ADA, "i", 90));
		// Each has given back what it had got, to the fen.
		assert_eq!((in_pot(OPERATING), in_pot(REPAIR)), (50_000, 325_000));
		assert_eq!(TestFund::last_cause(REPAIR), Some(Cause::Interest { reference: key("i") }));
		assert_eq!((Cashier::totals().reversed, Cashier::bank_entry(key("i")).unwrap().valid()), (100, 0));
		for number in 0..2 {
			let pots = InterestReversals::<Test>::get(key("i"), number).into_iter().map(|(pot, _)| pot);
			assert_eq!(pots.collect::<Vec<_>>(), [OPERATING, REPAIR]);
		}
		assert_noop!(propose(None), Error::<Test>::AlreadyCorrected);
	});
}

#[test]
fn a_pot_owes_what_it_spent_of_its_interest() {
	with_interest(|| {
		let order = Cashier::order(&CORA, 0, REPAIR, 25_023, Commitment::zero(), EXPENSE).unwrap().0;
		assert_ok!(Cashier::book_paid(signed(CORA), order, reference("out"), None));
		assert_ok!(propose(None));
		assert_ok!(approve(ADA, "i", 100));
		assert_eq!((in_pot(OPERATING), in_pot(REPAIR)), (50_000, 0));
		let party = || Party::Pot(REPAIR);
		let arose = Event::DebtArose { reference: key("i"), party: party(), amount: 23, debt: 23 };
		System::assert_has_event(arose.into());
		assert_eq!(Debts::<Test>::get(key("i")), Some(Debt { party: Party::Pots, amount: 23 }));
		let owed: Vec<_> = InterestEntries::<Test>::get(key("i")).iter().map(|part| (part.pot, part.owed)).collect();
		assert_eq!(owed, [(OPERATING, 0), (REPAIR, 23)]);

		assert_noop!(Cashier::recover(signed(BOB), key("i")), Error::<Test>::IsInterest);
		assert_noop!(recover(OPERATING), Error::<Test>::DebtNotFound);
		assert_noop!(recover(REPAIR), Error::<Test>::NothingToRecover);
		assert_noop!(Cashier::recover_interest(signed(BOB), key("r"), REPAIR), Error::<Test>::NotInterest);
		assert_noop!(Cashier::recover_interest(signed(BOB), key("x"), REPAIR), Error::<Test>::BankEntryNotFound);
		assert_ok!(Cashier::receive_for_pot(signed(CORA), 0, REPAIR, 20, reference("s"), None));
		assert_ok!(recover(REPAIR));
		let event = |amount, rest| Event::DebtRecovered { reference: key("i"), party: party(), amount, rest };
		System::assert_has_event(event(20, 3).into());
		Cashier::do_try_state().unwrap();
		assert_ok!(Cashier::receive_for_pot(signed(CORA), 0, REPAIR, 100, reference("t"), None));
		assert_ok!(recover(REPAIR));
		System::assert_has_event(event(3, 0).into());
		assert_eq!((in_pot(REPAIR), Debts::<Test>::get(key("i"))), (97, None));
		assert_noop!(recover(REPAIR), Error::<Test>::DebtNotFound);
	});
}

#[test]
fn a_reversal_of_interest_takes_two_people_who_saw_the_same() {
	with_interest(|| {
		assert_noop!(approve(ADA, "none", 1), Error::<Test>::BankEntryNotFound);
		assert_noop!(approve(ADA, "r", 1), Error::<Test>::NotInterest);
		assert_noop!(approve(ADA, "i", 1), Error::<Test>::CorrectionNotProposed);
		assert_noop!(propose(Some(101)), Error::<Test>::InvalidAmount);
		assert_ok!(Cashier::propose_reversal(signed(CARL), key("i"), Some(10), WHY));
		assert_noop!(approve(CORA, "i", 10), BadOrigin);
		assert_noop!(approve(ADA, "i", 11), Error::<Test>::TermsMismatch);
		assert_noop!(approve(CARLS_OTHER, "i", 10), Error::<Test>::OwnProposal);
		let terms = CorrectionTerms::Receipt { amount: 10, reason: WHY };
		let other = Cashier::approve_correction(signed(ADA), key("i"), terms, 0);
		assert_eq!(other.unwrap_err().error, Error::<Test>::IsInterest.into());
		assert_ok!(Cashier::decline_correction(signed(ADA), key("i")));
		assert_eq!((in_pot(OPERATING), in_pot(REPAIR)), (50_067, 25_033));
	});
}
