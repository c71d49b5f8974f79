// SPDX-License-Identifier: Apache-2.0

//! Discounts for paying early.

use crate::{mock::*, types::*, *};
use frame_support::{assert_noop, assert_ok, storage::with_storage_layer};
use linli_primitives::{ChargeId, Fraction};

/// The moment from which the discount is lost.
fn end() -> u64 {
	start(NOVEMBER) + 17 * DAYS
}

fn terms_with(fraction: Fraction, days: u16) -> ChargeTerms {
	ChargeTerms { discount: Some(Discount { fraction, days }), ..terms(Basis::PerUnit) }
}

/// Bills every unit 10,000, less 2 % if paid in full within ten days.
fn billed() -> ChargeId {
	let id = create(terms_with(Fraction::new(2, 100), 10), 10_000);
	go_to(start(NOVEMBER) + 6 * DAYS);
	assert_ok!(Fees::end_charge(RuntimeOrigin::root(), id, NOVEMBER));
	id
}

#[test]
fn a_bill_paid_in_full_early_costs_less() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed();
		let key = BillKey::new(1, charge, NOVEMBER);
		assert_eq!(Fees::bill(key).map(|view| (view.owed, view.discount)), Some((10_000, 200)));
		assert_ok!(Fees::pay(signed(BOB), 1, 9_800, None));
		assert_eq!(owed(1), 0);
		assert_eq!((bill(1, charge, NOVEMBER).discount, Ledger::balance(0)), (200, 9_800));
		assert_eq!(Totals::<Test>::get().principal.reduced, 200);
		let given = Event::DiscountGiven { bill: key, amount: 200 };
		let paid = Event::BillPaid { payment: 0, bill: key, principal: 9_800, late: 0, settled: true };
		assert!(events().windows(2).any(|pair| pair == [given.clone(), paid.clone()]));
		let kinds: Vec<_> = Fees::statement(1, 0, 9).lines.into_iter().map(|(_, line)| line.kind).collect();
		assert!(matches!(
			kinds[..],
			[EntryKind::Bill { .. }, EntryKind::Discount { .. }, EntryKind::Payment { payment: 0, .. }]
		));
		assert_eq!(Fees::bill(key).map(|view| view.discount), Some(0));
	});
}

#[test]
fn only_a_payment_in_time_that_leaves_nothing_gets_it() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed();
		for (payer, unit) in [(BOB, 1), (CHEN, 2)] {
			assert_ok!(Fees::pay(signed(payer), unit, 5_000, None));
			assert_eq!((owed(unit), bill(unit, charge, NOVEMBER).discount), (5_000, 0));
		}
		// The last part comes in time, or a moment late.
		Now::set(end() - 1);
		assert_ok!(Fees::pay(signed(BOB), 1, 4_800, None));
		assert_eq!((owed(1), bill(1, charge, NOVEMBER).discount), (0, 200));
		Now::set(end());
		assert_ok!(Fees::pay(signed(CHEN), 2, 4_800, None));
		assert_eq!((owed(2), bill(2, charge, NOVEMBER).discount), (200, 0));
	});
}

#[test]
fn half_a_fen_goes_to_the_payer() {
	ExtBuilder::default().build_and_execute(|| {
		create(terms_with(Fraction::new(1, 2), 15), 101);
		go_to(start(NOVEMBER) + 6 * DAYS);
		assert_ok!(Fees::pay(signed(BOB), 1, 50, None));
		assert_eq!(owed(1), 0);
	});
}

#[test]
fn prepayments_and_mandates_get_it() {
	ExtBuilder::default().build_and_execute(|| {
		create(terms_with(Fraction::new(2, 100), 10), 10_000);
		assert_ok!(Fees::pay(signed(BOB), 1, 10_000, None));
		assert_ok!(Fees::set_mandate(signed(CHEN), 2, 9_800, None, false, false));
		go_to(start(NOVEMBER) + 6 * DAYS);
		assert_eq!((owed(1), owed(2)), (0, 0));
		assert_eq!(Fees::prepayments(1), vec![(BOB, 200)]);
		assert_eq!(Ledger::balance(0), 2 * 9_800);
		assert_eq!(Fees::mandates(2)[0].1.months[0].principal, 9_800);
	});
}

#[test]
fn a_corrected_bill_keeps_the_discount_of_what_is_right() {
	ExtBuilder::default().build_and_execute(|| {
		let key = BillKey::new(1, billed(), NOVEMBER);
		assert_ok!(Fees::pay(signed(BOB), 1, 9_800, None));
		assert_ok!(Fees::dispute(signed(BOB), key, hash(1)));
		let rule = |to| Fees::rule_dispute(signed(COMMITTEE), key, Ruling::Reduced { to });
		assert_noop!(rule(10_000), Error::<Test>::RulingTooHigh);
		assert_ok!(rule(5_000));
		let ruling = Ruling::Reduced { to: 5_000 };
		assert_eq!(last_event(), Event::DisputeRuled { bill: key, ruling, off: 4_900, refund: 4_900 });
		assert_eq!((free(BOB), owed(1)), (RICH - 4_900, 0));
		assert_eq!(Fees::bill(key).map(|view| view.bill.discount), Some(100));
	});
}

#[test]
fn a_moved_payment_takes_its_discount_along() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed();
		assert_ok!(Fees::pay(signed(BOB), 2, 9_800, None));
		Now::set(end());
		assert_ok!(Fees::propose_move(signed(MANAGER), 0, 1, hash(5)));
		assert_ok!(with_storage_layer(|| Fees::approve_move(signed(COMMITTEE), 0, 1)
			.map(drop)
			.map_err(|error| error.error)));
		assert_eq!((owed(1), owed(2)), (0, 10_000));
		assert_eq!((bill(1, charge, NOVEMBER).discount, bill(2, charge, NOVEMBER).discount), (200, 0));
		let lost = Event::DiscountLost { bill: BillKey::new(2, charge, NOVEMBER), amount: 200 };
		assert!(events().contains(&lost));
		assert_eq!(Ledger::balance(0), 9_800);
	});
}

#[test]
fn a_discount_is_less_than_the_bill_and_ends_before_it_is_due() {
	ExtBuilder::default().build_and_execute(|| {
		let create = |fraction, days| {
			Fees::create_charge(RuntimeOrigin::root(), terms_with(fraction, days), 10_000, NOVEMBER, Default::default())
		};
		for fraction in [Fraction::ONE, Fraction::ZERO, Fraction::new(1, 0), Fraction::new(3, 2)] {
			assert_noop!(create(fraction, 10), Error::<Test>::InvalidDiscount);
		}
		assert_noop!(create(Fraction::new(2, 100), 16), Error::<Test>::InvalidDiscount);
		assert_ok!(create(Fraction::new(2, 100), 15));
	});
}
