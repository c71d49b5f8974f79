// SPDX-License-Identifier: Apache-2.0

//! Metered bills, in arrears, and final bills.

use crate::{mock::*, types::*, *};
use frame_support::{assert_noop, assert_ok, storage::with_storage_layer};
use linli_primitives::{ChargeId, Fen, Period, UnitId, UnitKind, Utility};
use proptest::prelude::*;
use sp_runtime::{traits::BadOrigin, DispatchResult};

/// Cold water for flats, from November on, at 3.4567 yuan per m³.
fn billed_water() -> ChargeId {
	create(water(), 345_670)
}

fn charged(unit: u32, charge: ChargeId, period: Period) -> Fen {
	bill(unit, charge, period).principal.charged
}

fn bills() -> usize {
	Bills::<Test>::iter().count()
}

fn bill_final(charge: ChargeId) -> DispatchResult {
	Fees::bill_final(signed(MANAGER), 1, charge)
}

fn tiers(list: &[(u64, Fen)]) -> Tiers {
	list.iter().map(|(above, rate)| Tier { above: *above, rate: *rate }).collect::<Vec<_>>().try_into().unwrap()
}

#[test]
fn use_is_billed_in_arrears_at_the_rate_of_its_period() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed_water();
		assert_ok!(Fees::set_rate(RuntimeOrigin::root(), charge, DECEMBER, 400_000, Tiers::default()));
		read(1, start(NOVEMBER), 1_000_000);
		read(1, start(DECEMBER) - 1, 1_012_345);
		// A reading in December belongs to December's bill, though November's are not issued yet.
		read(1, start(DECEMBER), 1_099_999);
		go_to(start(DECEMBER) + 5 * DAYS - 1);
		assert_eq!(bills(), 0);
		bill_up_to(DECEMBER);
		// 12.345 m³ × 3.4567 = 42.6729…
		assert_eq!(charged(1, charge, NOVEMBER), 4_267);
		assert_eq!(bill(1, charge, NOVEMBER).due, start(DECEMBER) + 21 * DAYS);
		assert_eq!(bills(), 1);
		assert!(events().contains(&Event::BillingCompleted { charge, period: NOVEMBER, bills: 1, amount: 4_267 }));
		assert_eq!(
			Fees::billed_use(1, charge),
			Some(BilledUse { total: 1_012_345, at: start(DECEMBER) - 1, amount: 4_267, period: Some(NOVEMBER) })
		);
		assert_eq!(Fees::prepayment_limit(1), 12 * 4_267);
		read(1, start(JANUARY) - DAYS, 1_112_345);
		bill_up_to(JANUARY);
		// 100 m³, but for one millisecond in December, at 4.00.
		assert_eq!(charged(1, charge, DECEMBER), 40_000);
		bill_up_to(FEBRUARY);
		assert_eq!(bills(), 2);
	});
}

#[test]
fn use_across_periods_is_billed_once_at_the_rates_of_each() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed_water();
		assert_ok!(Fees::set_rate(RuntimeOrigin::root(), charge, DECEMBER, 400_000, Tiers::default()));
		read(1, start(NOVEMBER) - 40 * DAYS, 1_000);
		bill_up_to(DECEMBER);
		assert_eq!(bills(), 0);
		read(1, start(DECEMBER) + 20 * DAYS, 51_000);
		bill_up_to(JANUARY);
		// 50 m³ in 90 days: 40 of them before the charge began, 30 in November and 20 in December.
		assert_eq!(charged(1, charge, DECEMBER), 5_761 + 4_445);
		assert_eq!(bills(), 1);
	});
}

#[test]
fn a_meter_installed_later_is_billed_from_its_installation() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed_water();
		bill_up_to(DECEMBER);
		// Its first reading is that of its installation, and nothing was used by then.
		read(1, start(DECEMBER) + 10 * DAYS, 0);
		bill_up_to(JANUARY);
		let installed = BilledUse { total: 0, at: start(DECEMBER) + 10 * DAYS, amount: 0, period: None };
		assert_eq!(Fees::billed_use(1, charge), Some(installed));
		read(1, start(FEBRUARY) - 1, 10_000);
		bill_up_to(FEBRUARY);
		assert_eq!(charged(1, charge, JANUARY), 3_457);
		assert_eq!(bills(), 1);
	});
}

#[test]
fn two_charges_bill_the_same_meter() {
	ExtBuilder::default().build_and_execute(|| {
		let (water_charge, sewage) = (billed_water(), create(water(), 100_000));
		let shops = Basis::Metered { kinds: kinds(&[UnitKind::Commercial]), utility: Utility::Gas };
		create(terms(shops), 1);
		read(1, start(NOVEMBER) - 1, 0);
		read(1, start(DECEMBER) - 1, 10_000);
		bill_up_to(DECEMBER);
		assert_eq!([water_charge, sewage].map(|charge| charged(1, charge, NOVEMBER)), [3_457, 1_000]);
		assert_eq!(bills(), 2);
	});
}

#[test]
fn a_final_bill_waits_for_final_readings_while_the_charge_goes_on() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed_water();
		read(1, start(NOVEMBER), 0);
		read(1, start(NOVEMBER) + DAYS, 1_000);
		Unread::set(vec![1]);
		assert_noop!(bill_final(charge), Error::<Test>::FinalReadingRequired);
		// After its end the readings must cover that, whenever they were made.
		assert_ok!(Fees::end_charge(RuntimeOrigin::root(), charge, NOVEMBER));
		assert_noop!(bill_final(charge), Error::<Test>::FinalReadingRequired);
		read(1, start(DECEMBER), 30_000);
		bill_up_to(DECEMBER);
		assert_ok!(bill_final(charge));
		assert_eq!(bills(), 2);
	});
}

#[test]
fn tiers_raise_the_price_of_high_use() {
	ExtBuilder::default().build_and_execute(|| {
		let upper = tiers(&[(10_000, 200_000), (20_000, 300_000)]);
		assert_ok!(Fees::create_charge(RuntimeOrigin::root(), water(), 100_000, NOVEMBER, upper.clone()));
		assert_eq!(
			last_event(),
			Event::ChargeCreated { charge: 0, pot: 0, rate: 100_000, first: Some(NOVEMBER), tiers: upper.clone() }
		);
		assert_ok!(Fees::set_rate(RuntimeOrigin::root(), 0, DECEMBER, 100_000, tiers(&[(30_000, 1)])));
		read(1, start(NOVEMBER) - 1, 0);
		read(2, start(NOVEMBER) - 1, 0);
		read(1, start(DECEMBER) - 1, 25_000);
		read(2, start(DECEMBER) - 1, 9_000);
		bill_up_to(DECEMBER);
		assert_eq!(charged(1, 0, NOVEMBER), 1_000 + 2_000 + 1_500);
		assert_eq!(charged(2, 0, NOVEMBER), 900);
		read(1, start(JANUARY) - 1, 50_000);
		bill_up_to(JANUARY);
		assert_eq!(charged(1, 0, DECEMBER), 2_500);
		assert_eq!(Fees::charges(0, 1)[0].rates[0].tiers, upper);
	});
}

#[test]
fn invalid_tiers_and_meters_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let create = |terms, tiers| Fees::create_charge(RuntimeOrigin::root(), terms, 1, NOVEMBER, tiers);
		let wrong: [&[(u64, Fen)]; 5] =
			[&[(0, 1)], &[(5, 0)], &[(5, MAX_RATE + 1)], &[(5, 1), (5, 2)], &[(5, 1), (4, 2)]];
		for list in wrong {
			assert_noop!(create(water(), tiers(list)), Error::<Test>::InvalidTiers);
		}
		let shared =
			|meter| terms(Basis::SharedMeter { meter, kinds: kinds(&[UnitKind::Residential]), by: SharedBy::Area });
		for terms in [per_area(), shared(MAIN)] {
			assert_noop!(create(terms, tiers(&[(5, 1)])), Error::<Test>::InvalidTiers);
		}
		assert_noop!(create(shared(MAIN + 1), Tiers::default()), Error::<Test>::MeterNotFound);
		let charge = billed_water();
		assert_noop!(
			Fees::set_rate(RuntimeOrigin::root(), charge, DECEMBER, 1, tiers(&[(0, 1)])),
			Error::<Test>::InvalidTiers
		);
	});
}

#[test]
fn use_that_a_correction_takes_back_is_not_billed_again() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed_water();
		read(1, start(NOVEMBER) - 1, 0);
		read(1, start(DECEMBER) - 1, 100_000);
		bill_up_to(DECEMBER);
		assert_eq!(charged(1, charge, NOVEMBER), 34_567);
		// It was 10 m³, and in December the meter goes on from there.
		Readings::mutate(|readings| readings.retain(|reading| reading.3 != 100_000));
		read(1, start(DECEMBER) - 1, 10_000);
		read(1, start(JANUARY) - 1, 20_000);
		bill_up_to(JANUARY);
		assert_eq!(bills(), 1);
		assert_eq!(Fees::billed_use(1, charge).unwrap().total, 100_000);
		read(1, start(FEBRUARY) - 1, 110_000);
		bill_up_to(FEBRUARY);
		assert_eq!(charged(1, charge, JANUARY), 3_457);
	});
}

#[test]
fn a_bill_lowered_after_its_reading_was_corrected_gives_back_money_and_not_use() {
	for is_credited in [true, false] {
		ExtBuilder::default().build_and_execute(|| {
			let charge = billed_water();
			read(1, start(NOVEMBER) - 1, 0);
			read(1, start(DECEMBER) - 1, 100_000);
			bill_up_to(DECEMBER);
			Readings::mutate(|readings| readings.retain(|reading| reading.3 != 100_000));
			read(1, start(DECEMBER) - 1, 10_000);
			let key = BillKey::new(1, charge, NOVEMBER);
			if is_credited {
				let scope = CreditScope::Bills(vec![(key, 3_457)].try_into().unwrap());
				assert_ok!(Fees::propose_credit(signed(MANAGER), scope, hash(1)));
				assert_ok!(Fees::approve_credit(signed(COMMITTEE), 0));
				block(Now::get());
			} else {
				assert_ok!(Fees::dispute(signed(BOB), key, hash(1)));
				assert_ok!(Fees::rule_dispute(signed(COMMITTEE), key, Ruling::Reduced { to: 3_457 }));
			}
			assert_eq!(owed(1), 3_457);
			assert_eq!(Fees::billed_use(1, charge).unwrap().total, 10_000);
			read(1, start(JANUARY) - 1, 20_000);
			bill_up_to(JANUARY);
			assert_eq!(charged(1, charge, DECEMBER), 3_457);
		});
	}
}

#[test]
fn a_bill_lowered_for_another_reason_leaves_use_that_is_still_to_be_given_back() {
	// Another rate for all bills, or a tenth less for one, by a credit note or a ruling: a tenth of the use is settled.
	for (reason, owes, includes) in
		[(0, 30_000, 100_000..=100_000), (1, 31_110, 89_990..=90_000), (2, 31_110, 89_990..=90_000)]
	{
		ExtBuilder::default().build_and_execute(|| {
			let charge = billed_water();
			read(1, start(NOVEMBER) - 1, 0);
			read(1, start(DECEMBER) - 1, 100_000);
			bill_up_to(DECEMBER);
			// It was 10 m³.
			Readings::mutate(|readings| readings.retain(|reading| reading.3 != 100_000));
			read(1, start(DECEMBER) - 1, 10_000);
			let key = BillKey::new(1, charge, NOVEMBER);
			let credit = |scope| {
				let id = NextCredit::<Test>::get();
				assert_ok!(Fees::propose_credit(signed(MANAGER), scope, hash(1)));
				assert_ok!(Fees::approve_credit(signed(COMMITTEE), id));
				block(Now::get());
			};
			match reason {
				0 => credit(CreditScope::Batch { charge, period: NOVEMBER, rate: 300_000 }),
				1 => credit(CreditScope::Bills(vec![(key, owes)].try_into().unwrap())),
				_ => {
					assert_ok!(Fees::dispute(signed(BOB), key, hash(1)));
					assert_ok!(Fees::rule_dispute(signed(COMMITTEE), key, Ruling::Reduced { to: owes }));
				}
			}
			assert_eq!(owed(1), owes);
			let included = || Fees::billed_use(1, charge).unwrap().total;
			assert!(includes.contains(&included()), "{}", included());
			if reason < 2 {
				credit(CreditScope::Undo { credit: 0 });
				assert_eq!((owed(1), included()), (34_567, 100_000));
			}
		});
	}
}

#[test]
fn use_below_half_a_fen_is_left_for_the_next_bill() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed_water();
		read(1, start(NOVEMBER) - 1, 0);
		read(1, start(DECEMBER) - 1, 1);
		bill_up_to(DECEMBER);
		assert_eq!(bills(), 0);
		read(1, start(JANUARY) - 1, 3);
		bill_up_to(JANUARY);
		assert_eq!(charged(1, charge, DECEMBER), 1);
	});
}

#[test]
fn a_final_bill_takes_the_place_of_the_periods() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed_water();
		read(1, start(NOVEMBER) - 1, 0);
		read(1, start(DECEMBER) - 1, 10_000);
		bill_up_to(DECEMBER);
		// The flat is sold on 10 December.
		go_to(start(DECEMBER) + 10 * DAYS);
		assert_noop!(bill_final(charge), Error::<Test>::NothingUsed);
		read(1, Now::get(), 15_000);
		assert_ok!(bill_final(charge));
		assert_eq!(charged(1, charge, DECEMBER), 1_728);
		let due = start(DECEMBER) + 26 * DAYS;
		assert_eq!(last_event(), Event::BillIssued { bill: BillKey::new(1, charge, DECEMBER), amount: 1_728, due });
		read(1, Now::get() + 1, 16_000);
		go_to(Now::get() + 1);
		assert_noop!(bill_final(charge), Error::<Test>::BillAlreadyIssued);
		// What is used in the rest of December is in January's bill.
		read(1, start(JANUARY) - 1, 25_000);
		bill_up_to(JANUARY);
		assert_eq!(bills(), 2);
		read(1, start(FEBRUARY) - 1, 35_000);
		bill_up_to(FEBRUARY);
		assert_eq!(charged(1, charge, JANUARY), 6_913);
		assert_eq!(bills(), 3);
	});
}

#[test]
fn a_final_bill_within_the_time_to_read_meters_includes_the_period_before() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed_water();
		read(1, start(NOVEMBER) - 1, 0);
		read(1, start(DECEMBER) - 1, 10_000);
		go_to(start(DECEMBER) + DAYS);
		read(1, Now::get(), 10_500);
		assert_ok!(bill_final(charge));
		assert_eq!(charged(1, charge, DECEMBER), 3_630);
		bill_up_to(DECEMBER);
		assert_eq!(bills(), 1);
		assert!(events().contains(&Event::BillingCompleted { charge, period: NOVEMBER, bills: 0, amount: 0 }));
	});
}

#[test]
fn final_bills_that_cannot_be_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed_water();
		let flat = create(terms(Basis::PerUnit), 1);
		assert_noop!(Fees::bill_final(signed(BOB), 1, charge), BadOrigin);
		assert_noop!(bill_final(9), Error::<Test>::ChargeNotFound);
		assert_noop!(bill_final(flat), Error::<Test>::NotMetered);
		// A parking space.
		assert_noop!(Fees::bill_final(signed(MANAGER), 5, charge), Error::<Test>::NotMetered);
		assert_noop!(Fees::bill_final(signed(MANAGER), UnitId::MAX, charge), Error::<Test>::UnitNotFound);
		assert_noop!(bill_final(charge), Error::<Test>::ReadingNotFound);
		read(1, start(NOVEMBER) + DAYS, 500);
		assert_ok!(Fees::create_charge(RuntimeOrigin::root(), water(), 1, DECEMBER, Tiers::default()));
		assert_noop!(bill_final(flat + 1), Error::<Test>::NothingUsed);
	});
}

#[test]
fn a_charge_that_ends_bills_its_last_period() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed_water();
		read(1, start(NOVEMBER) - 1, 0);
		read(2, start(NOVEMBER) - 1, 0);
		// November has 30 days: 24 of them until this reading.
		read(2, start(NOVEMBER) + 24 * DAYS, 24_000);
		bill_up_to(DECEMBER);
		assert_ok!(Fees::end_charge(RuntimeOrigin::root(), charge, DECEMBER));
		read(1, start(JANUARY) - 1, 10_000);
		go_to(start(JANUARY) + DAYS);
		assert!(Fees::is_live(charge));
		bill_up_to(JANUARY);
		assert_eq!(charged(1, charge, DECEMBER), 3_457);
		assert!(Fees::is_live(charge));
		// The meter of unit 2 is read late: of 40 days since the last reading, 37 were in December or before.
		read(2, start(JANUARY) + 3 * DAYS, 64_000);
		assert_ok!(Fees::bill_final(signed(MANAGER), 2, charge));
		assert_eq!(charged(2, charge, JANUARY), 12_790);
		// What is used after the last period is free.
		read(2, Now::get(), 99_000);
		assert_noop!(Fees::bill_final(signed(MANAGER), 2, charge), Error::<Test>::BillAlreadyIssued);
		read(1, Now::get(), 99_000);
		assert_noop!(with_storage_layer(|| bill_final(charge)), Error::<Test>::NothingUsed);
		bill_up_to(FEBRUARY);
		assert!(!Fees::is_live(charge));
		assert_eq!(bills(), 3);
	});
}

#[test]
fn a_period_that_is_over_cannot_be_left_unbilled_by_ending_the_charge() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed_water();
		read(1, start(NOVEMBER) - 1, 0);
		read(1, start(DECEMBER) - 1, 10_000);
		go_to(start(DECEMBER) + DAYS);
		let end = |last| Fees::end_charge(RuntimeOrigin::root(), charge, last);
		assert_noop!(end(month(2026, 10)), Error::<Test>::PeriodInPast);
		assert_ok!(end(NOVEMBER));
		assert!(Fees::is_live(charge));
		bill_up_to(DECEMBER);
		assert_eq!(charged(1, charge, NOVEMBER), 3_457);
		// What is read late of November has a bill of December.
		assert!(Fees::is_live(charge));
		assert_eq!(Fees::monthly_dues(1), 0);
		assert_ok!(end(NOVEMBER));
		bill_up_to(JANUARY);
		assert!(!Fees::is_live(charge));
	});
}

#[test]
fn missed_periods_are_carried_into_one_bill() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed_water();
		assert_ok!(Fees::set_rate(RuntimeOrigin::root(), charge, JANUARY, 400_000, Tiers::default()));
		read(1, start(NOVEMBER) - 1, 0);
		stand_still(start(month(2027, 3)) + 5 * DAYS - Now::get());
		// 120 days from November to February, each with a cubic metre; 61 of them at the first rate.
		read(1, start(month(2027, 3)) - 1, 120_000);
		go_to(Now::get());
		for period in [NOVEMBER, DECEMBER] {
			assert!(events().contains(&Event::PeriodCarried { charge, period }));
		}
		assert!(WaitingPeriods::<Test>::iter_key_prefix(charge).next().is_none());
		assert_eq!(charged(1, charge, FEBRUARY), 21_086 + 23_600);
		assert_eq!(bills(), 1);
		assert_eq!(NextPeriod::<Test>::get(charge), Some(month(2027, 3)));
	});
}

#[test]
fn an_ended_charge_bills_its_last_period_however_late() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = billed_water();
		assert_ok!(Fees::end_charge(RuntimeOrigin::root(), charge, DECEMBER));
		read(1, start(NOVEMBER) - 1, 0);
		read(1, start(JANUARY) - 1, 10_000);
		stand_still(start(month(2027, 9)) - Now::get());
		go_to(Now::get());
		assert_eq!(charged(1, charge, DECEMBER), 3_457);
		assert!(!Fees::is_live(charge));
	});
}

proptest! {
	#![proptest_config(ProptestConfig { cases: linli_testing::cases(48), failure_persistence: None, ..ProptestConfig::default() })]

	/// Whatever was read when, and however often a final bill was issued: all use is billed, and nothing twice.
	#[test]
	fn all_use_is_billed_once(steps in prop::collection::vec((1u64..40, 0u64..5_000, any::<bool>()), 1..15)) {
		ExtBuilder::default().build().execute_with(|| {
			// One fen for each thousandth, so that nothing is rounded.
			let charge = create(water(), 1_000_000);
			read(1, start(NOVEMBER) - 1, 70);
			let mut total = 70;
			for (days, used, is_final) in steps {
				go_to(Now::get() + days * DAYS);
				total += used;
				read(1, Now::get(), total);
				if is_final {
					let _ = with_storage_layer(|| bill_final(charge));
				}
				Fees::do_try_state().unwrap();
			}
			go_to(Now::get() + 70 * DAYS);
			let billed: Fen = Bills::<Test>::iter_values().map(|bill| bill.principal.charged).sum();
			assert_eq!(billed, Fen::from(total - 70));
		});
	}
}
