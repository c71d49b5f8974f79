// SPDX-License-Identifier: Apache-2.0

//! Charges by meter that replace one another, and units with several meters: each unit of use is billed once.

use crate::{mock::*, types::*, *};
use frame_support::{assert_noop, assert_ok, storage::with_storage_layer};
use linli_primitives::{traits::MeterBills, ChargeId, Fen, Period, PeriodKind, UnitId, UnitKind};
use proptest::prelude::*;

/// One fen for each thousandth, so that nothing is rounded.
const RATE: Fen = 1_000_000;

fn billed_from(first: Period, tiers: Tiers) -> ChargeId {
	let id = NextCharge::<Test>::get();
	assert_ok!(Fees::create_charge(RuntimeOrigin::root(), water(), RATE, first, tiers));
	id
}

fn end(charge: ChargeId, last: Period) -> sp_runtime::DispatchResult {
	Fees::end_charge(RuntimeOrigin::root(), charge, last)
}

fn charged(unit: UnitId, charge: ChargeId, period: Period) -> Fen {
	bill(unit, charge, period).principal.charged
}

fn all_charged(unit: UnitId) -> Fen {
	Bills::<Test>::iter_prefix_values((unit,)).map(|bill| bill.principal.charged).sum()
}

/// A charge until December and one from January on. The meter is read on 20 December and 19 January: a cubic metre a
/// day.
fn replaced() -> (ChargeId, ChargeId) {
	let before = billed_from(NOVEMBER, Tiers::default());
	let after = billed_from(JANUARY, Tiers::default());
	assert_ok!(end(before, DECEMBER));
	read(1, start(NOVEMBER), 0);
	read(1, start(DECEMBER) + 19 * DAYS, 49_000);
	bill_up_to(DECEMBER);
	bill_up_to(JANUARY);
	assert_eq!(charged(1, before, DECEMBER), 49_000);
	go_to(start(JANUARY) + 18 * DAYS);
	read(1, Now::get(), 79_000);
	(before, after)
}

#[test]
fn charges_that_replace_one_another_part_by_time() {
	ExtBuilder::default().build_and_execute(|| {
		let (before, after) = replaced();
		bill_up_to(FEBRUARY);
		// 12 of the 30 days between the readings were in December.
		assert_eq!(charged(1, before, JANUARY), 12_000);
		assert_eq!(charged(1, after, JANUARY), 18_000);
		assert_eq!(all_charged(1), 79_000);
		assert!(!Fees::is_live(before));
	});
}

#[test]
fn charges_part_by_one_number_whatever_happens_to_the_readings() {
	ExtBuilder::default().build_and_execute(|| {
		let (before, after) = replaced();
		assert_ok!(Fees::bill_final(signed(MANAGER), 1, before));
		assert_eq!(charged(1, before, JANUARY), 12_000);
		// The last reading is reversed, and another one is recorded.
		Readings::mutate(|readings| readings.pop());
		read(1, start(FEBRUARY) - 1, 70_000);
		bill_up_to(FEBRUARY);
		assert_eq!(charged(1, after, JANUARY), 9_000);
		assert_eq!(all_charged(1), 70_000);
	});
}

#[test]
fn use_billed_too_much_is_given_back_by_the_next_charge() {
	ExtBuilder::default().build_and_execute(|| {
		let before = billed_from(NOVEMBER, Tiers::default());
		let after = billed_from(DECEMBER, Tiers::default());
		assert_ok!(end(before, NOVEMBER));
		read(1, start(NOVEMBER), 0);
		read(1, start(DECEMBER) - DAYS, 100_000);
		bill_up_to(DECEMBER);
		assert_eq!(charged(1, before, NOVEMBER), 100_000);
		// It was 10 m³, and 20 by the end of December.
		Readings::mutate(|readings| readings.pop());
		read(1, start(DECEMBER) - DAYS, 10_000);
		read(1, start(JANUARY) - 1, 20_000);
		bill_up_to(JANUARY);
		assert_eq!(all_charged(1), 100_000);
		read(1, start(FEBRUARY) - 1, 130_000);
		bill_up_to(FEBRUARY);
		assert_eq!(charged(1, after, JANUARY), 30_000);
	});
}

#[test]
fn a_reading_that_was_reversed_gives_nobody_use_for_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed_from(DECEMBER, Tiers::default());
		let begins = start(DECEMBER);
		read(1, begins - 40 * DAYS, 0);
		// 40 m³ too much, just after the charge has begun.
		go_to(begins + 60_000);
		read(1, Now::get(), 80_000);
		assert_ok!(Fees::bill_final(signed(MANAGER), 1, charge));
		let first = all_charged(1);
		assert!(first < 10);
		// The reading is reversed. It was 40 m³ by then, and is 71 by the end of December.
		Readings::mutate(|readings| readings.pop());
		read(1, begins, 40_000);
		read(1, start(JANUARY) - 1, 71_000);
		bill_up_to(JANUARY);
		assert_eq!(all_charged(1), first);
		read(1, start(FEBRUARY) - 1, 72_000);
		bill_up_to(FEBRUARY);
		assert_eq!(all_charged(1), 32_000);
		let of = UseOf::Unit { unit: 1, utility: linli_primitives::Utility::ColdWater, pot: 0 };
		assert_eq!(Boundaries::<Test>::get(of, begins).unwrap().total, 40_000);
	});
}

#[test]
fn use_billed_too_much_is_given_back_if_the_next_charge_settles_first() {
	ExtBuilder::default().build_and_execute(|| {
		let before = billed_from(NOVEMBER, Tiers::default());
		let after = billed_from(DECEMBER, Tiers::default());
		assert_ok!(end(before, NOVEMBER));
		read(1, start(NOVEMBER), 0);
		read(1, start(DECEMBER) - DAYS, 100_000);
		bill_up_to(DECEMBER);
		assert_eq!(charged(1, before, NOVEMBER), 100_000);
		// It was 10 m³, and 20 by the sale.
		Readings::mutate(|readings| readings.pop());
		read(1, start(DECEMBER) - DAYS, 10_000);
		go_to(start(DECEMBER) + 6 * DAYS);
		read(1, Now::get(), 20_000);
		let sold = with_storage_layer(|| Fees::bill_final(signed(MANAGER), 1, after));
		assert_eq!(sold, Err(Error::<Test>::NothingUsed.into()));
		read(1, start(JANUARY) - 1, 130_000);
		bill_up_to(JANUARY);
		assert_eq!(charged(1, after, DECEMBER), 30_000);
		assert_eq!(all_charged(1), 130_000);
	});
}

#[test]
fn shared_use_billed_too_much_is_given_back_by_the_next_charge() {
	ExtBuilder::default().build_and_execute(|| {
		let basis = Basis::SharedMeter { meter: MAIN, kinds: kinds(&[UnitKind::Residential]), by: SharedBy::Unit };
		let create = |first| {
			assert_ok!(Fees::create_charge(RuntimeOrigin::root(), terms(basis.clone()), RATE, first, Tiers::default()));
		};
		// The charge after has the lower number here, so that it is billed first on a day that both have.
		create(DECEMBER);
		create(NOVEMBER);
		assert_ok!(end(1, NOVEMBER));
		read_main(start(NOVEMBER), 0);
		read_main(start(DECEMBER) - DAYS, 100_000);
		bill_up_to(DECEMBER);
		SharedReadings::mutate(|readings| readings.pop());
		read_main(start(DECEMBER) - DAYS, 10_000);
		read_main(start(JANUARY) - 1, 130_000);
		bill_up_to(JANUARY);
		let of = UseOf::Main { main: MAIN, pot: 0 };
		assert!(Boundaries::<Test>::get(of, start(DECEMBER)).unwrap().total >= 100_000);
		let used = |charge, period| Fees::shared_cost(charge, period).unwrap().used;
		assert_eq!(used(1, NOVEMBER) + used(0, DECEMBER), 130_000);
	});
}

#[test]
fn a_bill_lowered_after_its_charge_ended_moves_where_the_next_begins() {
	ExtBuilder::default().build_and_execute(|| {
		let before = billed_from(NOVEMBER, Tiers::default());
		let after = billed_from(DECEMBER, Tiers::default());
		assert_ok!(end(before, NOVEMBER));
		let (read_first, read_then) = (start(DECEMBER) - DAYS, start(DECEMBER) + 10 * DAYS);
		read(1, start(NOVEMBER), 0);
		read(1, read_first, 100_000);
		bill_up_to(DECEMBER);
		read(1, read_then, 100_000);
		bill_up_to(JANUARY);
		assert_eq!(all_charged(1), 100_000);
		// It was 10 m³. The bill is lowered, and what is used later is billed.
		Readings::mutate(|readings| readings.truncate(1));
		read(1, read_first, 10_000);
		read(1, read_then, 10_000);
		let scope = CreditScope::Bills(vec![(BillKey::new(1, before, NOVEMBER), 10_000)].try_into().unwrap());
		assert_ok!(Fees::propose_credit(signed(MANAGER), scope, hash(1)));
		assert_ok!(Fees::approve_credit(signed(COMMITTEE), 0));
		block(Now::get());
		assert_eq!(owed(1), 10_000);
		let again = with_storage_layer(|| Fees::bill_final(signed(MANAGER), 1, before));
		assert_eq!(again, Err(Error::<Test>::NothingUsed.into()));
		read(1, start(FEBRUARY) - 1, 15_000);
		bill_up_to(FEBRUARY);
		assert_eq!(charged(1, after, JANUARY), 5_000);
	});
}

#[test]
fn a_bill_lowered_after_the_next_charge_billed_gives_back_money_and_not_use() {
	ExtBuilder::default().build_and_execute(|| {
		let before = billed_from(NOVEMBER, Tiers::default());
		let after = billed_from(DECEMBER, Tiers::default());
		assert_ok!(end(before, NOVEMBER));
		read(1, start(NOVEMBER), 0);
		read(1, start(DECEMBER) - DAYS, 100_000);
		bill_up_to(DECEMBER);
		// It was 10 m³, and 120 more within the 32 days up to the end of December.
		Readings::mutate(|readings| readings.truncate(1));
		read(1, start(DECEMBER) - DAYS, 10_000);
		read(1, start(JANUARY) - 1, 130_000);
		bill_up_to(JANUARY);
		assert_eq!(charged(1, after, DECEMBER), 30_000);
		let scope = CreditScope::Bills(vec![(BillKey::new(1, before, NOVEMBER), 13_750)].try_into().unwrap());
		assert_ok!(Fees::propose_credit(signed(MANAGER), scope, hash(1)));
		assert_ok!(Fees::approve_credit(signed(COMMITTEE), 0));
		block(Now::get());
		assert_eq!(owed(1), 13_750 + 30_000);
		assert_eq!(Fees::billed_use(1, after).unwrap().total, 13_750 + 30_000);
		read(1, start(FEBRUARY) - 1, 130_000);
		bill_up_to(FEBRUARY);
		assert_eq!(charged(1, after, JANUARY), 130_000 - 13_750 - 30_000);
	});
}

#[test]
fn a_lowered_bill_takes_back_use_if_the_correction_reaches_back_to_it() {
	// Corrected to 15 m³ by January: of 100 in November and 5 in December, or of 10 in each.
	for (november, december, total) in [(100_000, 105_000, 15_000), (10_000, 20_000, 20_000)] {
		ExtBuilder::default().build_and_execute(|| {
			let charge = billed_from(NOVEMBER, Tiers::default());
			read(1, start(NOVEMBER), 0);
			read(1, start(DECEMBER) - 1, november);
			bill_up_to(DECEMBER);
			read(1, start(JANUARY) - 1, december);
			bill_up_to(JANUARY);
			read(1, Now::get(), 15_000);
			// Not the last bill; in the second case it is as high as that.
			let scope = CreditScope::Bills(vec![(BillKey::new(1, charge, NOVEMBER), 5_000)].try_into().unwrap());
			assert_ok!(Fees::propose_credit(signed(MANAGER), scope, hash(1)));
			assert_ok!(Fees::approve_credit(signed(COMMITTEE), 0));
			block(Now::get());
			assert_eq!(Fees::billed_use(1, charge).unwrap().total, total);
		});
	}
}

#[test]
fn the_rest_of_an_ended_charge_waits_until_it_was_read() {
	ExtBuilder::default().build_and_execute(|| {
		let before = billed_from(NOVEMBER, Tiers::default());
		assert_ok!(end(before, NOVEMBER));
		read(1, start(NOVEMBER), 0);
		read(1, start(NOVEMBER) + 10 * DAYS, 10_000);
		bill_up_to(DECEMBER);
		// Handed in late: it does not cover all of November.
		read(1, start(NOVEMBER) + 20 * DAYS, 20_000);
		bill_up_to(JANUARY);
		assert_eq!(all_charged(1), 10_000);
		assert!(!Fees::is_live(before));
		let bill_final = || Fees::bill_final(signed(MANAGER), 1, before);
		assert_noop!(bill_final(), Error::<Test>::ReadingNotFound);
		read(1, start(NOVEMBER) + 40 * DAYS, 40_000);
		assert_ok!(bill_final());
		assert_eq!(charged(1, before, DECEMBER), 20_000);
	});
}

#[test]
fn a_charge_that_ends_before_a_final_bill_is_followed_from_there() {
	ExtBuilder::default().build_and_execute(|| {
		let before = billed_from(NOVEMBER, Tiers::default());
		for unit in [1, 2] {
			read(unit, start(NOVEMBER), 0);
			read(unit, start(DECEMBER), 10_000);
		}
		bill_up_to(DECEMBER);
		go_to(start(DECEMBER) + 10 * DAYS);
		let after = billed_from(DECEMBER, Tiers::default());
		read(1, Now::get(), 15_000);
		assert_ok!(Fees::bill_final(signed(MANAGER), 1, before));
		// The manager alone does not put off an end that was decided.
		assert_ok!(end(before, NOVEMBER));
		for unit in [1, 2] {
			read(unit, start(JANUARY) - 1, 40_000);
		}
		bill_up_to(JANUARY);
		assert_eq!(charged(1, before, DECEMBER), 15_000);
		assert_eq!(charged(1, after, DECEMBER), 25_000);
		assert_eq!(charged(2, before, DECEMBER), 10_000);
		assert_eq!(charged(2, after, DECEMBER), 30_000);
		assert_eq!((all_charged(1), all_charged(2)), (40_000, 40_000));
		assert!(!Fees::is_live(before));
	});
}

#[test]
fn charges_of_a_shared_meter_part_by_time() {
	ExtBuilder::default().build_and_execute(|| {
		let basis = Basis::SharedMeter { meter: MAIN, kinds: kinds(&[UnitKind::Residential]), by: SharedBy::Unit };
		let create = |first| {
			assert_ok!(Fees::create_charge(RuntimeOrigin::root(), terms(basis.clone()), RATE, first, Tiers::default()));
		};
		create(NOVEMBER);
		create(JANUARY);
		assert_ok!(end(0, DECEMBER));
		read_main(start(NOVEMBER), 0);
		read_main(start(DECEMBER) + 19 * DAYS, 49_000);
		bill_up_to(DECEMBER);
		bill_up_to(JANUARY);
		read_main(start(JANUARY) + 18 * DAYS, 79_000);
		bill_up_to(FEBRUARY);
		let used = |charge, period| Fees::shared_cost(charge, period).unwrap().used;
		assert_eq!((used(0, DECEMBER), used(0, JANUARY), used(1, JANUARY)), (49_000, 12_000, 18_000));
		assert!(!Fees::is_live(0));
	});
}

#[test]
fn a_shared_reading_that_was_taken_back_moves_the_boundary() {
	ExtBuilder::default().build_and_execute(|| {
		let basis = Basis::SharedMeter { meter: MAIN, kinds: kinds(&[UnitKind::Residential]), by: SharedBy::Unit };
		for first in [NOVEMBER, JANUARY] {
			assert_ok!(Fees::create_charge(RuntimeOrigin::root(), terms(basis.clone()), RATE, first, Tiers::default()));
		}
		assert_ok!(end(0, DECEMBER));
		read_main(start(NOVEMBER), 0);
		read_main(start(DECEMBER) + 19 * DAYS, 49_000);
		bill_up_to(DECEMBER);
		// A wrong reading in January settles what was used up to its beginning; no bill includes it yet.
		read_main(start(JANUARY) + 2 * DAYS, 79_000);
		bill_up_to(JANUARY);
		let settled = || Boundaries::<Test>::get(UseOf::Main { main: MAIN, pot: 0 }, start(JANUARY)).unwrap();
		assert_eq!(settled().total, 49_000 + 30_000 * 12 / 14);
		assert!(!Fees::is_shared_billed(MAIN, start(DECEMBER) + 19 * DAYS));
		assert!(Fees::is_shared_billed(MAIN, start(DECEMBER) + 19 * DAYS - 1));
		SharedReadings::mutate(|readings| readings.pop());
		Revision::set(1);
		read_main(start(JANUARY) + 18 * DAYS, 79_000);
		bill_up_to(FEBRUARY);
		assert_eq!((settled().total, settled().revision), (61_000, 1));
		let used = |charge, period| Fees::shared_cost(charge, period).unwrap().used;
		assert_eq!((used(0, DECEMBER), used(0, JANUARY), used(1, JANUARY)), (49_000, 12_000, 18_000));
	});
}

#[test]
fn a_boundary_that_moves_after_the_first_shared_bill_moves_what_is_billed() {
	ExtBuilder::default().build_and_execute(|| {
		let basis = Basis::SharedMeter { meter: MAIN, kinds: kinds(&[UnitKind::Residential]), by: SharedBy::Unit };
		assert_ok!(Fees::create_charge(RuntimeOrigin::root(), terms(basis), RATE, DECEMBER, Tiers::default()));
		read_main(start(NOVEMBER), 0);
		// Two thousand a day, of which 60,000 before the charge begins.
		read_main(start(DECEMBER) + 20 * DAYS, 100_000);
		bill_up_to(JANUARY);
		assert_eq!(Fees::shared_cost(0, DECEMBER).unwrap().used, 40_000);
		// A meter below the main one had been left out: 50,000 of that were its own.
		SharedReadings::set(Vec::new());
		read_main(start(NOVEMBER), 0);
		read_main(start(DECEMBER) + 20 * DAYS, 50_000);
		Revision::set(1);
		read_main(start(FEBRUARY) - 1, 100_000);
		bill_up_to(FEBRUARY);
		// Billed since the charge's beginning, at 30,000: 40,000 in December, and what is beyond in January.
		assert_eq!(Fees::shared_cost(0, JANUARY).unwrap().used, 30_000);
		assert_eq!(SharedUses::<Test>::get(0).unwrap().total, 100_000);
	});
}

fn above_ten() -> Tiers {
	vec![Tier { above: 10_000, rate: 2 * RATE }].try_into().unwrap()
}

#[test]
fn two_meters_have_the_tiers_of_one_whenever_they_are_read() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed_from(NOVEMBER, above_ten());
		let (middle, later) = (start(NOVEMBER) + 15 * DAYS, start(DECEMBER) + 15 * DAYS);
		for unit in [1, 2] {
			read(unit, start(NOVEMBER), 0);
		}
		read_second(1, start(NOVEMBER), 0);
		// Unit 1 uses 400 on each day by one meter, read at the ends of months, and 300 by another, read in between.
		read(1, start(DECEMBER) - 1, 12_000);
		read_second(1, middle, 4_500);
		read(2, middle, 10_500);
		bill_up_to(DECEMBER);
		// Half a month has half the bound.
		assert_eq!(charged(1, charge, NOVEMBER), 5_000 + 2 * 5_500);
		read(1, start(JANUARY) - 1, 24_400);
		read_second(1, later, 13_500);
		read(2, later, 31_500);
		bill_up_to(JANUARY);
		for period in [NOVEMBER, DECEMBER] {
			assert_eq!(charged(1, charge, period), charged(2, charge, period));
		}
	});
}

#[test]
fn use_that_is_read_late_has_the_tiers_of_its_own_months() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed_from(NOVEMBER, above_ten());
		read(1, start(NOVEMBER), 0);
		read(1, start(DECEMBER), 8_000);
		// Read at the turn of the month, it is billed with December.
		read(1, start(JANUARY) - 1, 16_000);
		bill_up_to(DECEMBER);
		bill_up_to(JANUARY);
		assert_eq!(all_charged(1), 16_000);
		// Another meter shows 12,000 for both months, by now, and all meters 7,000 for January.
		Late::set(Some((12_000, start(NOVEMBER), 28_000)));
		read(1, start(FEBRUARY) - 1, 16_000 + 12_000 + 7_000);
		bill_up_to(FEBRUARY);
		// In two months of 10,000 each at the base rate 4,000 of it have that, too, and 8,000 twice as much.
		assert_eq!(charged(1, charge, JANUARY), 4_000 + 2 * 8_000 + 7_000);
	});
}

#[test]
fn a_period_without_use_lends_its_tiers_to_no_other() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed_from(NOVEMBER, above_ten());
		read(1, start(NOVEMBER), 0);
		read(1, start(DECEMBER) - 1, 0);
		bill_up_to(DECEMBER);
		read(1, start(JANUARY) - 1, 20_000);
		bill_up_to(JANUARY);
		assert_eq!(charged(1, charge, DECEMBER), 10_000 + 2 * 10_000);
	});
}

#[derive(Clone, Copy, Debug)]
enum Act {
	/// Nothing besides the reading.
	None,
	/// A final bill by every charge.
	Final,
	/// Another charge bills from the next month or quarter on.
	Replace(PeriodKind),
	/// The last reading was too low: it is reversed, and recorded anew.
	ReadAgain(u64),
	/// The second meter is not read this time.
	Omit,
	/// The use was too high, also before: it is corrected by so much, but not below zero.
	Correct(u64),
}

fn act() -> impl Strategy<Value = Act> {
	prop_oneof![
		2 => Just(Act::None),
		2 => Just(Act::Final),
		2 => Just(Act::Replace(PeriodKind::Month)),
		1 => Just(Act::Replace(PeriodKind::Quarter)),
		1 => (1u64..1_000).prop_map(Act::ReadAgain),
		1 => Just(Act::Omit),
		1 => (1u64..20_000).prop_map(Act::Correct),
	]
}

fn bill_all_finally(charges: &[ChargeId]) {
	for charge in charges {
		let _ = with_storage_layer(|| Fees::bill_final(signed(MANAGER), 1, *charge));
	}
}

proptest! {
	#![proptest_config(ProptestConfig { cases: linli_testing::cases(64), failure_persistence: None, ..ProptestConfig::default() })]

	/// Whatever was read when, by two meters, or corrected, and however often the charge was replaced: once the meters
	/// show more than was ever billed, what was billed is what they show since the first reading.
	#[test]
	fn all_use_is_billed_once_by_charges_that_replace_one_another(
		steps in prop::collection::vec((1u64..50, 0u64..5_000, 0u64..5_000, act()), 1..20)
	) {
		ExtBuilder::default().build().execute_with(|| {
			let mut charges = vec![billed_from(NOVEMBER, Tiers::default())];
			let (mut total, mut second) = (0, 0);
			read(1, start(NOVEMBER), total);
			read_second(1, start(NOVEMBER), second);
			for (days, used, used_second, act) in steps {
				go_to(Now::get() + days * DAYS);
				total += used;
				second += used_second;
				read(1, Now::get(), total);
				if !matches!(act, Act::Omit) {
					read_second(1, Now::get(), second);
				}
				match act {
					Act::Final => bill_all_finally(&charges),
					Act::Replace(kind) => {
						let current = *charges.last().unwrap();
						let Charge { terms, first, .. } = Charges::<Test>::get(current).unwrap();
						let running = TestCalendar::get().period_at(terms.period, Now::get()).unwrap();
						let next = running.next(terms.period).unwrap();
						// A charge that has not begun yet is not replaced again.
						if first.is_some_and(|first| first <= running) && kind.begins_in(next) {
							assert_ok!(end(current, running));
							let terms = ChargeTerms { period: kind, ..water() };
							charges.push(NextCharge::<Test>::get());
							assert_ok!(Fees::create_charge(RuntimeOrigin::root(), terms, RATE, next, Tiers::default()));
						}
					}
					Act::ReadAgain(more) => {
						Readings::mutate(|readings| readings.pop());
						total += more;
						read(1, Now::get(), total);
					}
					Act::Correct(less) => {
						total = total.saturating_sub(less);
						read(1, Now::get(), total);
					}
					Act::None | Act::Omit => {}
				}
				Fees::do_try_state().unwrap();
			}
			// What was used up to a charge's end is known once a reading comes after it.
			let last = Charges::<Test>::get(charges.last().unwrap()).unwrap();
			let begins = TestCalendar::get().start(last.first.unwrap()).unwrap();
			go_to((Now::get() + DAYS).max(begins + DAYS));
			// More than all that was corrected.
			total += 500_000;
			read(1, Now::get(), total);
			read_second(1, Now::get(), second);
			// What was read too late for the bills of charges that have ended, and then what the last one bills itself.
			go_to(Now::get() + 220 * DAYS);
			bill_all_finally(&charges);
			Fees::do_try_state().unwrap();
			assert_eq!(all_charged(1), Fen::from(total + second));
		});
	}
}
