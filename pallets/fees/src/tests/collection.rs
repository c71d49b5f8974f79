// SPDX-License-Identifier: Apache-2.0

//! Mandates and the daily collection.

use crate::{mock::*, types::*, *};
use frame_support::{
	assert_noop, assert_ok,
	traits::{fungible::Mutate, tokens::Preservation, Hooks},
	weights::Weight,
};
use linli_primitives::{ChargeId, Fen, Fraction, PeriodKind};
use sp_runtime::DispatchResult;

/// Creates a charge of 10,000 per unit and month.
fn flat() -> ChargeId {
	create(terms(Basis::PerUnit), 10_000)
}

/// Moves money away so that `amount` is left on the account.
fn leave(account: AccountId, amount: Fen) {
	assert_ok!(<Balances as Mutate<_>>::transfer(&account, &6, free(account) - amount, Preservation::Expendable));
}

fn failures() -> Vec<(BillKey, AccountId, DebitFailure)> {
	events()
		.into_iter()
		.filter_map(|event| match event {
			Event::DebitFailed { unit, payer, bill, reason } => {
				assert_eq!(unit, bill.unit);
				Some((bill, payer, reason))
			}
			_ => None,
		})
		.collect()
}

/// Sets a mandate without an end that collects whole bills only.
fn set(payer: AccountId, unit: u32, cap: Fen) -> DispatchResult {
	Fees::set_mandate(signed(payer), unit, cap, None, false, false)
}

#[test]
fn a_mandate_can_be_set_changed_and_revoked() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(set(BOB, 1, 20_000));
		assert_eq!(
			last_event(),
			Event::MandateSet { unit: 1, payer: BOB, cap: 20_000, until: None, partial: false, single: false }
		);
		let until = Some(start(DECEMBER));
		assert_ok!(Fees::set_mandate(signed(BOB), 1, 30_000, until, true, false));
		assert_eq!(Fees::mandates(1), vec![(BOB, Mandate::new(30_000, until, true, false))]);
		assert_noop!(set(BOB, 99, 1), Error::<Test>::UnitNotFound);
		assert_noop!(set(BOB, 1, 0), Error::<Test>::InvalidAmount);
		let over = Some(start(NOVEMBER));
		assert_noop!(Fees::set_mandate(signed(BOB), 1, 1, over, false, false), Error::<Test>::EndInPast);
		// Two places are for others than those at home.
		assert_ok!(set(4, 1, 1));
		assert_ok!(set(5, 1, 1));
		assert_noop!(set(6, 1, 1), Error::<Test>::TooManyPayers);
		assert_ok!(set(second_account(1), 1, 1));
		assert_noop!(set(6, 1, 1), Error::<Test>::TooManyPayers);
		assert_ok!(Fees::revoke_mandate(signed(BOB), 1));
		assert_eq!(last_event(), Event::MandateEnded { unit: 1, payer: BOB, reason: MandateEnd::Revoked });
		assert_noop!(Fees::revoke_mandate(signed(BOB), 1), Error::<Test>::MandateNotFound);
	});
}

#[test]
fn mandates_collect_and_a_failed_debit_blocks_no_other() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = flat();
		leave(BOB, 9_999);
		for (payer, unit) in [(ALICE, 0), (BOB, 1), (CHEN, 2), (CHEN, 3)] {
			assert_ok!(set(payer, unit, 20_000));
		}
		go_to(start(NOVEMBER) + 6 * DAYS);
		for unit in [0, 2, 3] {
			assert!(!bill(unit, charge, NOVEMBER).is_open());
		}
		assert!(bill(1, charge, NOVEMBER).is_open());
		assert_eq!(failures(), vec![(BillKey::new(1, charge, NOVEMBER), BOB, DebitFailure::NotEnoughMoney)]);
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
fn the_cap_counts_by_the_month_of_the_bill() {
	ExtBuilder::default().build_and_execute(|| {
		let first = flat();
		let second = flat();
		assert_ok!(set(BOB, 1, 15_000));
		go_to(start(NOVEMBER) + 6 * DAYS);
		assert!(!bill(1, first, NOVEMBER).is_open());
		assert!(bill(1, second, NOVEMBER).is_open());
		assert_eq!(failures(), vec![(BillKey::new(1, second, NOVEMBER), BOB, DebitFailure::OverCap)]);
		// A changed mandate still counts what was collected.
		assert_ok!(set(BOB, 1, 19_999));
		go_to(start(NOVEMBER) + 7 * DAYS);
		assert!(bill(1, second, NOVEMBER).is_open());
		// November's bill is not paid out of December's cap, and does not keep December's from being paid.
		go_to(start(DECEMBER));
		assert!(bill(1, second, NOVEMBER).is_open());
		assert!(!bill(1, first, DECEMBER).is_open());
		assert!(bill(1, second, DECEMBER).is_open());
		assert_ok!(set(BOB, 1, 20_000));
		go_to(start(DECEMBER) + DAYS);
		assert_eq!(owed(1), 0);
	});
}

#[test]
fn a_bill_that_cannot_be_collected_is_skipped_and_the_next_is_tried() {
	ExtBuilder::default().build_and_execute(|| {
		let large = create(terms(Basis::PerUnit), 30_000);
		let small = flat();
		assert_ok!(set(BOB, 1, 20_000));
		assert_ok!(set(CHEN, 2, 40_000));
		leave(CHEN, 15_000);
		go_to(start(NOVEMBER) + 6 * DAYS);
		assert!(bill(1, large, NOVEMBER).is_open() && !bill(1, small, NOVEMBER).is_open());
		assert!(bill(2, large, NOVEMBER).is_open() && !bill(2, small, NOVEMBER).is_open());
		let failed = |unit, payer, reason| (BillKey::new(unit, large, NOVEMBER), payer, reason);
		let mut failures = failures();
		failures.sort_by_key(|(bill, ..)| *bill);
		assert_eq!(
			failures,
			vec![failed(1, BOB, DebitFailure::OverCap), failed(2, CHEN, DebitFailure::NotEnoughMoney)]
		);
		// A year of this leaves the mandate as it was.
		for month in 0..12 {
			go_to(start(DECEMBER) + month * 31 * DAYS);
			assert!(Mandates::<Test>::contains_key(1, BOB));
		}
		go_to(Now::get() + DAYS);
		let open: Vec<_> = Fees::oldest_open(1, 100);
		assert!(open.len() > 10 && open.iter().all(|bill| bill.charge == large));
	});
}

#[test]
fn after_a_standstill_each_month_is_collected_within_its_own_cap() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = flat();
		assert_ok!(set(BOB, 1, 10_000));
		go_to(start(NOVEMBER) + 6 * DAYS);
		stand_still(start(month(2027, 1)) + DAYS - Now::get());
		go_to(Now::get());
		for period in [NOVEMBER, DECEMBER, month(2027, 1)] {
			assert!(!bill(1, charge, period).is_open());
		}
		assert_eq!(failures(), vec![]);
	});
}

#[test]
fn a_late_fee_is_collected_beside_the_cap_and_bounded() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = flat();
		go_to(start(NOVEMBER) + 6 * DAYS);
		let late = bill(1, charge, NOVEMBER).due + 40 * DAYS;
		assert_ok!(Fees::end_charge(RuntimeOrigin::root(), charge, NOVEMBER));
		Now::set(late);
		// Ten days late: 50 beside 10,000, which is all of the cap.
		assert_ok!(set(BOB, 1, 10_000));
		block(late);
		assert_eq!(bill(1, charge, NOVEMBER).late.paid, 50);
		assert_eq!(owed(1), 0);
		let debits = MonthlyDebits { month: NOVEMBER, principal: 10_000, late: 50 };
		assert_eq!(Mandates::<Test>::get(1, BOB).unwrap().months.into_inner(), vec![debits]);
		// Where a charge has a higher late fee than the mandate's part, the bill is skipped.
		let harsh = ChargeTerms { late_rate: Fraction::ONE, late_cap: Fraction::ONE, ..terms(Basis::PerUnit) };
		let harsh = create(harsh, 10_000);
		let period = TestCalendar::get().period_at(PeriodKind::Month, late).unwrap();
		go_to(late);
		assert_ok!(set(CHEN, 2, 10_000));
		go_to(bill(2, harsh, period).due + 31 * DAYS);
		assert!(failures().contains(&(BillKey::new(2, harsh, period), CHEN, DebitFailure::OverCap)));
		assert!(!bill(2, charge, NOVEMBER).is_open());
	});
}

#[test]
fn a_quarters_bill_counts_towards_its_first_month() {
	ExtBuilder::default().build_and_execute(|| {
		let quarter = create(ChargeTerms { period: PeriodKind::Quarter, ..terms(Basis::PerUnit) }, 9_000);
		let monthly = flat();
		assert_ok!(set(BOB, 1, 10_000));
		go_to(start(NOVEMBER) + 6 * DAYS);
		// The quarter began in October.
		assert!(!bill(1, quarter, month(2026, 10)).is_open() && !bill(1, monthly, NOVEMBER).is_open());
		// In January both do: of two that do not fit together, one is skipped.
		go_to(start(month(2027, 1)));
		assert_eq!(Fees::oldest_open(1, 9).len(), 1);
	});
}

#[test]
fn a_mandate_collects_in_part_if_it_says_so() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = flat();
		for (payer, unit, cap) in [(BOB, 1, 4_000), (CHEN, 2, 20_000), (CHEN, 3, 20_000)] {
			assert_ok!(Fees::set_mandate(signed(payer), unit, cap, None, true, false));
		}
		leave(CHEN, 13_000);
		go_to(start(NOVEMBER) + 6 * DAYS);
		assert_eq!(bill(1, charge, NOVEMBER).principal.paid, 4_000);
		let paid = |unit| bill(unit, charge, NOVEMBER).principal.paid;
		assert_eq!(paid(2) + paid(3), 13_000);
		assert_eq!(failures(), vec![]);
		assert_eq!(free(CHEN), 0);
		// Nothing is left of cap and money: now it says why.
		go_to(start(NOVEMBER) + 7 * DAYS);
		let reasons: Vec<_> = failures().into_iter().map(|(bill, _, reason)| (bill.unit, reason)).collect();
		assert_eq!(reasons.len(), 2);
		assert!(reasons.contains(&(1, DebitFailure::OverCap)));
		assert!(reasons.iter().any(|(_, reason)| *reason == DebitFailure::NotEnoughMoney));
	});
}

#[test]
fn a_debit_is_recorded_as_a_contribution_and_a_bill_in_too_many_parts_is_skipped() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = flat();
		let small = create(terms(Basis::PerUnit), 100);
		go_to(start(NOVEMBER) + 6 * DAYS);
		let key = BillKey::new(1, charge, NOVEMBER);
		// Half of six places for accounts that are not the owner's.
		for payer in [4, 5, 6] {
			assert_ok!(Fees::pay(signed(payer), 1, 1, Some(vec![key].try_into().unwrap())));
		}
		// Not the owner: what the account has pays only a part of the first bill, and all of the second.
		assert_ok!(Fees::set_mandate(signed(CHEN), 1, 20_000, None, true, false));
		leave(CHEN, 5_000);
		go_to(start(NOVEMBER) + 7 * DAYS);
		assert_eq!(failures(), vec![(key, CHEN, DebitFailure::TooManyParts)]);
		assert!(!bill(1, small, NOVEMBER).is_open());
		let parts = Fees::contributions(BillKey::new(1, small, NOVEMBER));
		assert_eq!(parts.iter().map(|part| (part.payer, part.principal)).collect::<Vec<_>>(), vec![(CHEN, 100)]);
		assert_eq!(Mandates::<Test>::get(1, CHEN).unwrap().left(NOVEMBER).unwrap().principal, 19_900);
	});
}

#[test]
fn bills_that_always_fail_do_not_keep_later_ones_from_being_tried() {
	ExtBuilder::default().build_and_execute(|| {
		let large: Vec<_> = (0..7).map(|_| create(terms(Basis::PerUnit), 30_000)).collect();
		go_to(start(NOVEMBER) + 6 * DAYS);
		go_to(start(DECEMBER));
		for charge in &large {
			assert_ok!(Fees::end_charge(RuntimeOrigin::root(), *charge, DECEMBER));
		}
		// Fourteen bills beyond the cap; a collection tries eight.
		let small = flat();
		assert_ok!(set(BOB, 1, 20_000));
		for day in 0..3 {
			go_to(start(DECEMBER) + day * DAYS);
		}
		assert!(!bill(1, small, DECEMBER).is_open());
		assert_eq!(Fees::oldest_open(1, 100).len(), 14);
	});
}

#[test]
fn a_bill_older_than_the_months_counted_is_left_to_be_paid_by_hand() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = flat();
		assert_ok!(set(BOB, 1, 20_000));
		Mandates::<Test>::mutate(1, BOB, |mandate| {
			let months = &mut mandate.as_mut().unwrap().months;
			let later = core::iter::successors(Some(DECEMBER), |month| month.next(PeriodKind::Month));
			for month in later.take(24) {
				months.try_push(MonthlyDebits { month, principal: 1, late: 0 }).unwrap();
			}
		});
		go_to(start(NOVEMBER) + 6 * DAYS);
		assert_eq!(failures(), vec![(BillKey::new(1, charge, NOVEMBER), BOB, DebitFailure::TooOld)]);
	});
}

#[test]
fn an_expired_mandate_collects_nothing_and_is_removed() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = flat();
		let until = Some(start(NOVEMBER) + 6 * DAYS);
		assert_ok!(Fees::set_mandate(signed(BOB), 1, 15_000, until, false, false));
		assert_ok!(Fees::set_mandate(signed(CHEN), 2, 15_000, Some(start(DECEMBER)), false, false));
		go_to(start(NOVEMBER) + 6 * DAYS);
		assert!(bill(1, charge, NOVEMBER).is_open());
		assert_eq!(failures(), vec![]);
		assert!(events().contains(&Event::MandateEnded { unit: 1, payer: BOB, reason: MandateEnd::Expired }));
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
		assert_ok!(set(CHEN, 1, 100_000));
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
				if Fees::has_place(unit, &payer, Mandates::<Test>::iter_key_prefix(unit)) {
					assert_ok!(set(payer, unit, 20_000));
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
