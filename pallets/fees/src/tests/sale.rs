// SPDX-License-Identifier: Apache-2.0

//! The sale of a unit.

use crate::{mock::*, types::*, *};
use frame_support::assert_ok;
use linli_primitives::traits::OnUnitSold;

/// The owners of the mock are numbered in this order.
const BOBS: u32 = 1;
const CHENS: u32 = 2;

/// Sells Bob's flat to Chen.
fn sell() {
	Register::sell(1, CHENS);
	Fees::unit_sold(1, BOBS, CHENS);
}

#[test]
fn mandates_and_prepayments_of_others_than_the_buyer_end() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = create(terms(Basis::PerUnit), 10_000);
		go_to(start(NOVEMBER) + 6 * DAYS);
		assert_ok!(Fees::pay(signed(BOB), 1, 10_000, None));
		// A relative pays for Bob, and Chen for the flat before the sale.
		for (payer, amount) in [(4, 2_000), (CHEN, 2_000), (BOB, 7_000)] {
			assert_ok!(Fees::pay(signed(payer), 1, amount, None));
			assert_ok!(Fees::set_mandate(signed(payer), 1, 20_000, None, false, false));
		}
		// Those for another unit stay.
		assert_ok!(Fees::set_mandate(signed(BOB), 0, 20_000, None, false, false));
		let before = [BOB, 4, CHEN].map(Balances::free_balance);
		System::reset_events();
		sell();
		assert_eq!([BOB, 4, CHEN].map(Balances::free_balance), [before[0] + 7_000, before[1] + 2_000, before[2]]);
		assert_eq!(Fees::prepayments(1), vec![(CHEN, 2_000)]);
		let payers: Vec<_> = Fees::mandates(1).into_iter().map(|(payer, _)| payer).collect();
		assert_eq!(payers, vec![CHEN]);
		assert!(Mandates::<Test>::contains_key(0, BOB));
		let events = events();
		assert_eq!(events.len(), 4);
		for (payer, amount) in [(BOB, 7_000), (4, 2_000)] {
			assert!(events.contains(&Event::MandateEnded { unit: 1, payer, reason: MandateEnd::Sold }));
			assert!(events.contains(&Event::PrepaymentRefunded { unit: 1, payer, amount }));
		}
		let head = StatementHeads::<Test>::get(1);
		let lines = Fees::statement(1, head.entry_count - 2, 2).lines;
		assert!(lines.iter().all(|(_, line)| line.kind == EntryKind::PrepaymentRefund));
		// From now on only the buyer pays.
		assert_ok!(Fees::revoke_mandate(signed(BOB), 0));
		let before = [BOB, 4].map(free);
		go_to(start(DECEMBER));
		assert!(!bill(1, charge, DECEMBER).is_open());
		assert_eq!([BOB, 4].map(free), before);
	});
}

#[test]
fn a_sale_of_a_unit_that_nobody_pays_for_changes_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		System::reset_events();
		sell();
		assert_eq!(events(), vec![]);
	});
}
