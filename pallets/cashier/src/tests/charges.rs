// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, BankEntryKind, CorrectionTerms, Error, Event, InterestEntries, Party, MAX_CHARGES};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{traits::FundLedger, Cause, ContentHash, Fen, PotId};
use sp_runtime::{DispatchError::BadOrigin, DispatchResult};

fn in_pot(pot: PotId) -> Fen {
	Balances::free_balance(TestFund::account(pot))
}

fn propose(amount: Fen, text: &str) -> DispatchResult {
	Cashier::propose_charge(signed(CORA), 0, amount, reference(text), None)
}

fn approve(who: AccountId, text: &str, amount: Fen) -> DispatchResult {
	Cashier::approve_charge(signed(who), key(text), OPERATING, amount)
}

#[test]
fn a_charge_leaves_its_pot_once_an_auditor_approves() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose(30, "fee"));
		let (reference, value) = (key("fee"), Now::get());
		let (bank, pot, amount) = (0, OPERATING, 30);
		assert_eq!(last_event(), Event::ChargeProposed { reference, bank, pot, amount, value, by: CORA });
		assert_eq!(in_pot(OPERATING), 50_000);
		assert_ok!(approve(ADA, "fee", 30));
		let event = Event::ChargePaid { reference, bank, pot, amount, value, proposer: CORA, approver: ADA };
		assert_eq!(last_event(), event);
		assert_eq!((in_pot(OPERATING), Balances::total_issuance()), (49_970, 149_970));
		let cause = Cause::BankCharge { reference };
		assert_eq!(TestFund::last_cause(OPERATING), Some(cause));
		let entry = Cashier::bank_entry(reference).unwrap();
		assert_eq!((entry.kind, entry.party, entry.cause), (BankEntryKind::Out, Party::Pot(OPERATING), Some(cause)));
		// The bank gave it back.
		let why = ContentHash::repeat_byte(1);
		assert_ok!(Cashier::propose_payment_correction(signed(CORA), reference, None, why));
		let terms = CorrectionTerms::Payment { came_back: None, value: None, reason: why };
		assert_ok!(Cashier::approve_correction(signed(ADA), reference, terms, 0));
		assert_eq!(in_pot(OPERATING), 50_000);
	});
}

#[test]
fn a_charge_takes_two_people_who_saw_the_same() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Cashier::propose_charge(signed(ADA), 0, 1, reference("r"), None), BadOrigin);
		assert_noop!(propose(0, "fee"), Error::<Test>::InvalidAmount);
		assert_noop!(propose(1, "open-1"), Error::<Test>::ReferenceAlreadyUsed);
		assert_noop!(Cashier::propose_charge(signed(CORA), 9, 1, reference("r"), None), Error::<Test>::BankNotFound);
		assert_noop!(approve(ADA, "fee", 1), Error::<Test>::ChargeNotFound);
		assert_ok!(Cashier::propose_charge(signed(CARL), 0, 5, reference("fee"), None));
		assert_noop!(propose(5, "fee"), Error::<Test>::ChargeAlreadyProposed);
		assert_noop!(approve(CORA, "fee", 5), BadOrigin);
		assert_noop!(approve(ADA, "fee", 4), Error::<Test>::TermsMismatch);
		assert_noop!(Cashier::approve_charge(signed(ADA), key("fee"), REPAIR, 5), Error::<Test>::TermsMismatch);
		assert_noop!(approve(CARLS_OTHER, "fee", 5), Error::<Test>::OwnProposal);
		receive(BOB, 1, "fee");
		assert_noop!(approve(ADA, "fee", 5), Error::<Test>::ReferenceAlreadyUsed);
	});
}

#[test]
fn a_charge_is_declined_or_lapses() {
	ExtBuilder::default().build_and_execute(|| {
		let decline = |who| Cashier::decline_charge(signed(who), key("fee"));
		assert_noop!(decline(ADA), Error::<Test>::ChargeNotFound);
		assert_ok!(propose(5, "fee"));
		assert_ok!(decline(ADA));
		assert_eq!(last_event(), Event::ChargeDeclined { reference: key("fee"), by: ADA });
		assert_ok!(propose(5, "fee"));
		pass(OUTCOME_TIME - 1);
		assert_noop!(decline(BOB), Error::<Test>::NotOverdue);
		pass(1);
		assert_ok!(decline(BOB));
		assert_eq!(in_pot(OPERATING), 50_000);
		for number in 0..MAX_CHARGES {
			assert_ok!(propose(5, &format!("fee-{number}")));
		}
		assert_noop!(propose(5, "fee"), Error::<Test>::TooManyCharges);
	});
}

#[test]
fn a_decision_names_the_pot_that_bears_charges() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Cashier::set_charges_pot(signed(CORA), REPAIR), BadOrigin);
		assert_noop!(Cashier::set_charges_pot(RuntimeOrigin::root(), 99), Error::<Test>::PotNotFound);
		assert_ok!(Cashier::set_charges_pot(RuntimeOrigin::root(), REPAIR));
		assert_eq!(last_event(), Event::ChargesPotSet { pot: REPAIR });
		assert_ok!(propose(5, "fee"));
		assert_noop!(approve(ADA, "fee", 5), Error::<Test>::TermsMismatch);
	});
}

#[test]
fn interest_is_divided_among_the_pots_by_balance() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Cashier::receive_for_pot(signed(CORA), 0, REPAIR, 25_000, reference("r"), None));
		let interest = |who, amount, text| Cashier::record_interest(signed(who), 0, amount, reference(text), None);
		assert_eq!(interest(ADA, 1, "i").unwrap_err().error, BadOrigin);
		assert_eq!(interest(CORA, 0, "i").unwrap_err().error, Error::<Test>::InvalidAmount.into());
		assert_eq!(interest(CORA, 1, "r").unwrap_err().error, Error::<Test>::ReferenceAlreadyUsed.into());
		assert_ok!(interest(CORA, 100, "i"));
		// Two thirds and one third; the fen that is left goes to the larger remainder.
		assert_eq!((in_pot(OPERATING), in_pot(REPAIR)), (50_067, 25_033));
		let (reference, value) = (key("i"), Now::get());
		assert_eq!(last_event(), Event::InterestRecorded { reference, bank: 0, amount: 100, value, cashier: CORA });
		assert_eq!(TestFund::last_cause(REPAIR), Some(Cause::Interest { reference }));
		let entry = Cashier::bank_entry(reference).unwrap();
		assert_eq!((entry.kind, entry.party, entry.amount), (BankEntryKind::In, Party::Pots, 100));
		let pots: Vec<_> = InterestEntries::<Test>::get(reference).into_iter().map(|part| part.pot).collect();
		assert_eq!(pots, [OPERATING, REPAIR]);
		assert_eq!(Cashier::month(0, NOVEMBER).unwrap().received, 25_100);
	});
}

#[test]
fn interest_on_empty_pots_goes_to_the_one_that_bears_charges() {
	ExtBuilder::genesis(Default::default()).build_and_execute(|| {
		assert_ok!(Cashier::record_interest(signed(CORA), 0, 7, reference("i"), None));
		assert_eq!(in_pot(OPERATING), 7);
	});
}
