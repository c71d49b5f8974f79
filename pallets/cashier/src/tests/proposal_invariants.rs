// SPDX-License-Identifier: Apache-2.0

//! The invariants of proposals and notes, each broken on purpose.

use crate::{
	mock::*, AuditorFigure, AuditorFigures, ChargeProposal, ChargeProposals, DeclinedReversals, DeclinedUnitReversals,
	Explanations, OutstandingItem, OutstandingKind, UnitPayments, MAX_CHARGES,
};
use frame_support::{assert_ok, BoundedVec};
use linli_primitives::{ContentHash, Fen, Period};

const WHY: ContentHash = ContentHash::repeat_byte(8);

/// Breaks the state with `breakage` and expects `do_try_state` to fail with `expected`. A charge waits, a reversal was
/// declined, and November is attested with a difference that is explained.
fn broken(expected: &'static str, breakage: impl FnOnce()) {
	ExtBuilder::default().build().execute_with(|| {
		receive(BOB, 500, "in");
		assert_ok!(Cashier::propose_charge(signed(CORA), 0, 30, reference("fee"), None));
		assert_ok!(Cashier::propose_reversal(signed(CORA), key("in"), Some(500), WHY));
		assert_ok!(Cashier::decline_correction(signed(ADA), key("in")));
		Now::set(start_of(DECEMBER));
		assert_ok!(Cashier::attest(signed(CORA), 0, NOVEMBER, WHY, 150_560));
		assert_ok!(Cashier::explain(signed(CORA), 0, NOVEMBER, BoundedVec::truncate_from(vec![item(60, "new")])));
		assert_ok!(Cashier::do_try_state());
		breakage();
		assert_eq!(Cashier::do_try_state(), Err(expected.into()));
	});
}

fn item(amount: Fen, text: &str) -> OutstandingItem {
	OutstandingItem { kind: OutstandingKind::ReceivedByBank, amount, value: 0, reference: key(text) }
}

fn charge() -> ChargeProposal<AccountId> {
	ChargeProposals::<Test>::get(key("fee")).unwrap()
}

fn put(charge: ChargeProposal<AccountId>) {
	ChargeProposals::<Test>::insert(key("fee"), charge);
}

fn explain(month: Period, items: Vec<OutstandingItem>) {
	Explanations::<Test>::insert(0, month, BoundedVec::truncate_from(items));
}

#[test]
fn charges_are_of_pots() {
	broken("a proposed bank charge is zero", || put(ChargeProposal { amount: 0, ..charge() }));
	broken("a bank charge is of no bank account", || put(ChargeProposal { bank: 9, ..charge() }));
	broken("a bank charge is of no pot", || put(ChargeProposal { pot: 99, ..charge() }));
	broken("too many bank charges are proposed", || {
		for number in 0..MAX_CHARGES {
			ChargeProposals::<Test>::insert(key(&format!("fee-{number}")), charge());
		}
	});
}

#[test]
fn notes_are_of_receipts() {
	broken("a reversal was declined of something that is no receipt", || {
		DeclinedReversals::<Test>::insert(key("never"), (CORA, 0));
	});
	broken("a reversal was declined of something that is no receipt", || {
		pay_out(100, "out");
		DeclinedReversals::<Test>::insert(key("out"), (CORA, 0));
	});
	broken("a unit's reversal was declined of another account", || {
		DeclinedUnitReversals::<Test>::insert(BOB, frame_support::BoundedVec::truncate_from(vec![(CORA, 0)]));
	});
	broken("two receipts made the same payment", || {
		for text in ["u-1", "u-2"] {
			let value = Some(Now::get());
			assert_ok!(Cashier::receive_for_unit(signed(CORA), 0, 0, 70, reference(text), value, 1));
			UnitPayments::<Test>::insert(key(text), 7);
		}
	});
}

#[test]
fn explanations_are_of_attested_months() {
	broken("a month is explained that is not attested", || explain(DECEMBER, vec![item(1, "new")]));
	broken("an outstanding item is zero", || explain(NOVEMBER, vec![item(0, "new")]));
	broken("a bank reference is outstanding twice", || explain(NOVEMBER, vec![item(1, "new"), item(2, "new")]));
	broken("an auditor's figure is of no bank account", || {
		let figure = AuditorFigure { statement: WHY, closing: 1, moment: 0, by: ADA };
		AuditorFigures::<Test>::insert(9, NOVEMBER, figure);
	});
}
