// SPDX-License-Identifier: Apache-2.0

//! Mandates and the daily collection.

use crate::{mock::*, types::*, *};
use frame_support::{
	assert_noop, assert_ok,
	traits::{fungible::Mutate, tokens::Preservation, Hooks},
	weights::Weight,
};
use linli_primitives::{ChargeId, Fen};

/// Creates a charge of 10,000 per unit and month.
fn flat() -> ChargeId {
	create(terms(Basis::PerUnit), 10_000)
}

/// Moves money away so that `amount` is left on the account.
fn leave(account: AccountId, amount: Fen) {
	assert_ok!(<Balances as Mutate<_>>::transfer(&account, &6, free(account) - amount, Preservation::Expendable));
}

fn failures() -> Vec<(u32, AccountId, DebitFailure)> {
	events()
		.into_iter()
		.filter_map(|event| match event {
			Event::DebitFailed { unit, payer, reason } => Some((unit, payer, reason)),
			_ => None,
		})
		.collect()
}

#[test]
fn a_mandate_can_be_set_changed_and_revoked() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Fees::set_mandate(signed(BOB), 1, 20_000, None));
		assert_eq!(last_event(), Event::MandateSet { unit: 1, payer: BOB, cap: 20_000, until: None });
		let until = Some(start(DECEMBER));
		assert_ok!(Fees::set_mandate(signed(BOB), 1, 30_000, until));
		assert_eq!(Fees::mandates(1), vec![(BOB, Mandate { cap: 30_000, until, month: None, spent: 0 })]);
		assert_noop!(Fees::set_mandate(signed(BOB), 99, 1, None), Error::<Test>::UnitNotFound);
		assert_noop!(Fees::set_mandate(signed(BOB), 1, 0, None), Error::<Test>::InvalidAmount);
		assert_noop!(Fees::set_mandate(signed(BOB), 1, 1, Some(start(NOVEMBER))), Error::<Test>::EndInPast);
		assert_ok!(Fees::set_mandate(signed(4), 1, 1, None));
		assert_noop!(Fees::set_mandate(signed(5), 1, 1, None), Error::<Test>::TooManyPayers);
		assert_ok!(Fees::revoke_mandate(signed(BOB), 1));
		assert_eq!(last_event(), Event::MandateEnded { unit: 1, payer: BOB });
		assert_noop!(Fees::revoke_mandate(signed(BOB), 1), Error::<Test>::MandateNotFound);
	});
}

#[test]
fn mandates_collect_and_a_failed_debit_blocks_no_other() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = flat();
		leave(BOB, 9_999);
		for (payer, unit) in [(ALICE, 0), (BOB, 1), (CHEN, 2), (CHEN, 3)] {
			assert_ok!(Fees::set_mandate(signed(payer), unit, 20_000, None));
		}
		go_to(start(NOVEMBER) + 6 * DAYS);
		for unit in [0, 2, 3] {
			assert!(!bill(unit, charge, NOVEMBER).is_open());
		}
		assert!(bill(1, charge, NOVEMBER).is_open());
		assert_eq!(failures(), vec![(1, BOB, DebitFailure::NotEnoughMoney)]);
		assert_eq!(Ledger::balance(0), 30_000);
		assert!(Payments::<Test>::iter_values().all(|payment| payment.kind == PaymentKind::Mandate));
		// The account is funded before the next day.
		assert_ok!(<Balances as Mutate<_>>::transfer(&6, &BOB, 1, Preservation::Expendable));
		go_to(start(NOVEMBER) + 6 * DAYS + 1);
		assert!(bill(1, charge, NOVEMBER).is_open());
		go_to(start(NOVEMBER) + 7 * DAYS);
		assert!(!bill(1, charge, NOVEMBER).is_open());
		assert_eq!(free(BOB), 0);
	});
}

#[test]
fn the_cap_applies_per_month() {
	ExtBuilder::default().build_and_execute(|| {
		let first = flat();
		let second = flat();
		assert_ok!(Fees::set_mandate(signed(BOB), 1, 15_000, None));
		go_to(start(NOVEMBER) + 6 * DAYS);
		assert!(!bill(1, first, NOVEMBER).is_open());
		assert!(bill(1, second, NOVEMBER).is_open());
		assert_eq!(failures(), vec![(1, BOB, DebitFailure::OverCap)]);
		// A changed mandate still counts what was collected.
		assert_ok!(Fees::set_mandate(signed(BOB), 1, 19_999, None));
		go_to(start(NOVEMBER) + 7 * DAYS);
		assert!(bill(1, second, NOVEMBER).is_open());
		go_to(start(DECEMBER));
		assert!(!bill(1, second, NOVEMBER).is_open());
		assert!(bill(1, first, DECEMBER).is_open());
	});
}

#[test]
fn an_expired_mandate_collects_nothing_and_is_removed() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = flat();
		assert_ok!(Fees::set_mandate(signed(BOB), 1, 15_000, Some(start(NOVEMBER) + 6 * DAYS)));
		assert_ok!(Fees::set_mandate(signed(CHEN), 2, 15_000, Some(start(DECEMBER))));
		go_to(start(NOVEMBER) + 6 * DAYS);
		assert!(bill(1, charge, NOVEMBER).is_open());
		assert_eq!(failures(), vec![(1, BOB, DebitFailure::Expired)]);
		assert!(events().contains(&Event::MandateEnded { unit: 1, payer: BOB }));
		assert!(Fees::mandates(1).is_empty());
		assert!(!bill(2, charge, NOVEMBER).is_open());
	});
}

#[test]
fn prepayments_are_used_before_mandates_and_show_on_the_statement() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = flat();
		go_to(start(NOVEMBER) + 6 * DAYS);
		assert_ok!(Fees::pay(signed(BOB), 1, 14_000, None));
		assert_ok!(Fees::set_mandate(signed(CHEN), 1, 100_000, None));
		go_to(start(DECEMBER));
		assert!(!bill(1, charge, DECEMBER).is_open());
		assert_eq!(Fees::payment(1).map(|p| (p.payer, p.amount, p.kind)), Some((BOB, 4_000, PaymentKind::Prepayment)));
		assert_eq!(Fees::payment(2).map(|p| (p.payer, p.amount, p.kind)), Some((CHEN, 6_000, PaymentKind::Mandate)));
		assert!(Fees::prepayments(1).is_empty());
		let kinds: Vec<_> = Fees::statement(1, 3, 10).lines.into_iter().map(|(_, e)| (e.kind, e.balance)).collect();
		let bill = BillKey::new(1, charge, DECEMBER);
		assert_eq!(
			kinds,
			vec![
				(EntryKind::Bill { bill }, 6_000),
				(EntryKind::PrepaymentUsed { payment: 1 }, 10_000),
				(EntryKind::Payment { payment: 1, bill, late: 0, entry: 1 }, 6_000),
				(EntryKind::Payment { payment: 2, bill, late: 0, entry: 2 }, 0),
			]
		);
	});
}

#[test]
fn collection_continues_across_blocks() {
	ExtBuilder::default().build().execute_with(|| {
		let charge = flat();
		for unit in 0..6 {
			for payer in [ALICE, BOB, CHEN] {
				if Fees::has_place(unit, &payer, Mandates::<Test>::iter_key_prefix(unit).count()) {
					assert_ok!(Fees::set_mandate(signed(payer), unit, 20_000, None));
				}
			}
		}
		Budget::set(Weight::from_parts(50, 0));
		let mut blocks = 0;
		while (0..6).any(|unit| Bills::<Test>::get((unit, charge, NOVEMBER)).is_none_or(|bill| bill.is_open())) {
			System::set_block_number(System::block_number() + 1);
			assert!(Budget::get().all_gte(Fees::on_initialize(System::block_number())));
			ExtBuilder::check();
			blocks += 1;
			assert!(blocks < 40);
		}
		assert!(blocks > 3);
		assert_eq!(Ledger::balance(0), 60_000);
	});
}
