// SPDX-License-Identifier: Apache-2.0

//! Shared meters.

use crate::{mock::*, types::*, *};
use frame_support::{assert_ok, weights::Weight};
use linli_primitives::{traits::OwnersRegister, ChargeId, Fen, Period, UnitKind};
use proptest::prelude::*;

/// The light of the stairs, at 0.60 yuan per kWh, for flats.
fn light(by: SharedBy) -> ChargeId {
	create(terms(Basis::SharedMeter { meter: MAIN, kinds: kinds(&[UnitKind::Residential]), by }), 60_000)
}

fn charged(charge: ChargeId, period: Period) -> Vec<Fen> {
	let amount = |unit| Bills::<Test>::get((unit, charge, period)).map_or(0, |bill| bill.principal.charged);
	(0..<Register as OwnersRegister<AccountId>>::unit_count()).map(amount).collect()
}

fn cost(charge: ChargeId, period: Period) -> SharedCost {
	Fees::shared_cost(charge, period).expect("the meter cost something")
}

#[test]
fn the_cost_is_apportioned_by_area_exactly() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = light(SharedBy::Area);
		read_main(start(NOVEMBER), 500_000);
		read_main(start(DECEMBER) - 1, 1_100_000);
		go_to(start(DECEMBER) + 5 * DAYS - 1);
		assert_eq!(Bills::<Test>::iter().count(), 0);
		bill_up_to(DECEMBER);
		// 600 kWh at 0.60. Areas: 98.03, 89.05, 120.00 and 60.01 m², 367.09 together.
		let cost = cost(charge, NOVEMBER);
		let expected = SharedCost { used: 600_000, at: start(DECEMBER) - 1, amount: 36_000, weight: 36_709, left: 0 };
		assert_eq!(cost, expected);
		// Exactly 9,613.66, 8,733.01, 11,768.23 and 5,885.10.
		assert_eq!(charged(charge, NOVEMBER), [9_613, 8_733, 11_768, 5_886, 0, 0]);
		assert!(events().contains(&Event::CostShared { charge, period: NOVEMBER, cost }));
		assert!(events().contains(&Event::BillingCompleted { charge, period: NOVEMBER, bills: 4, amount: 36_000 }));
		assert_eq!(NextPeriod::<Test>::get(charge), Some(DECEMBER));
		assert_eq!(Fees::prepayment_limit(1), 12 * 8_733);
		// Nothing new was read.
		bill_up_to(JANUARY);
		assert_eq!(Bills::<Test>::iter().count(), 4);
		assert_eq!(Fees::shared_cost(charge, DECEMBER), None);
	});
}

#[test]
fn the_cost_is_apportioned_by_unit_and_no_fen_is_lost() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = light(SharedBy::Unit);
		read_main(start(NOVEMBER) - 1, 0);
		// 1.67 kWh cost 1.00 yuan, and a little later 0.05.
		read_main(start(DECEMBER) - 1, 1_667);
		bill_up_to(DECEMBER);
		assert_eq!(charged(charge, NOVEMBER), [25, 25, 25, 25, 0, 0]);
		read_main(start(JANUARY) - 1, 1_667 + 100);
		bill_up_to(JANUARY);
		assert_eq!(charged(charge, DECEMBER), [1, 2, 1, 2, 0, 0]);
		read_main(start(FEBRUARY) - 1, 1_667 + 100 + 33);
		bill_up_to(FEBRUARY);
		// Two fen for four flats: who pays nothing has no bill.
		assert_eq!(charged(charge, JANUARY), [0, 1, 0, 1, 0, 0]);
	});
}

#[test]
fn a_meter_that_shows_less_than_was_billed_waits() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = light(SharedBy::Unit);
		read_main(start(NOVEMBER) - 1, 0);
		read_main(start(DECEMBER) - 1, 100_000);
		bill_up_to(DECEMBER);
		// The meters below were read later than the main one: the remainder falls.
		read_main(start(JANUARY) - 1, 90_000);
		bill_up_to(JANUARY);
		assert_eq!(Fees::shared_cost(charge, DECEMBER), None);
		read_main(start(FEBRUARY) - 1, 110_000);
		bill_up_to(FEBRUARY);
		assert_eq!(cost(charge, JANUARY).used, 10_000);
		assert_eq!(charged(charge, JANUARY), [150, 150, 150, 150, 0, 0]);
	});
}

#[test]
fn a_cost_that_falls_on_nobody_is_added_to_the_next() {
	ExtBuilder::default().build_and_execute(|| {
		let storage = Basis::SharedMeter { meter: MAIN, kinds: kinds(&[UnitKind::Storage]), by: SharedBy::Unit };
		let charge = create(terms(storage), 60_000);
		read_main(start(NOVEMBER) - 1, 0);
		read_main(start(DECEMBER) - 1, 100_000);
		bill_up_to(DECEMBER);
		assert_eq!((cost(charge, NOVEMBER).amount, cost(charge, NOVEMBER).left), (6_000, 6_000));
		Register::add(1, UnitKind::Storage, 500, 0);
		bill_up_to(JANUARY);
		assert_eq!(Fees::shared_cost(charge, DECEMBER), None);
		read_main(start(FEBRUARY) - 1, 200_000);
		bill_up_to(FEBRUARY);
		assert_eq!((cost(charge, JANUARY).amount, cost(charge, JANUARY).left), (12_000, 0));
		assert_eq!(bill(6, charge, JANUARY).principal.charged, 12_000);
	});
}

#[test]
fn an_area_corrected_meanwhile_loses_no_fen() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = light(SharedBy::Area);
		read_main(start(NOVEMBER) - 1, 0);
		read_main(start(DECEMBER) - 1, 600_000);
		Now::set(start(DECEMBER) + 5 * DAYS);
		// Enough for two bills in each block.
		Budget::set(Weight::from_parts(35, 0));
		while !Bills::<Test>::contains_key((0, charge, NOVEMBER)) {
			block(Now::get());
		}
		Register::change(2, |unit| unit.area = 1);
		for _ in 0..10 {
			block(Now::get());
			ExtBuilder::check();
		}
		let cost = cost(charge, NOVEMBER);
		assert!(cost.left > 0);
		assert_eq!(charged(charge, NOVEMBER).iter().sum::<Fen>() + cost.left, 36_000);
		assert_eq!(SharedUses::<Test>::get(charge).unwrap().left, cost.left);
		Budget::set(Weight::from_parts(1_000_000, 0));
		read_main(start(JANUARY) - 1, 700_000);
		bill_up_to(JANUARY);
		assert_eq!(charged(charge, DECEMBER).iter().sum::<Fen>(), 6_000 + cost.left);
	});
}

#[test]
fn a_charge_cannot_end_before_the_period_being_apportioned() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = light(SharedBy::Area);
		read_main(start(NOVEMBER) - 1, 0);
		read_main(start(DECEMBER) - 1, 600_000);
		Now::set(start(DECEMBER) + 5 * DAYS);
		Budget::set(Weight::from_parts(35, 0));
		while !matches!(Agendas::<Test>::get().cursor, Some(Cursor::Sharing { .. })) {
			block(Now::get());
		}
		assert_ok!(Fees::end_charge(RuntimeOrigin::root(), charge, NOVEMBER));
		assert!(Fees::is_live(charge));
		Budget::set(Weight::from_parts(1_000_000, 0));
		go_to(Now::get());
		assert_eq!(cost(charge, NOVEMBER).left, 0);
		assert!(Fees::is_live(charge));
		bill_up_to(JANUARY);
		assert!(!Fees::is_live(charge));
	});
}

proptest! {
	#![proptest_config(ProptestConfig { cases: linli_testing::cases(48), failure_persistence: None, ..ProptestConfig::default() })]

	/// The bills add up to the cost, and each is its exact share rounded down or up, within any budget.
	#[test]
	fn bills_add_up_to_the_cost(
		areas in prop::collection::vec(0u64..20_000, 0..40), used in 1u64..10_000_000, budget in 45u64..200, by_area: bool
	) {
		ExtBuilder::default().build().execute_with(|| {
			for area in &areas {
				Register::add(3, UnitKind::Residential, *area, 2);
			}
			let charge = light(if by_area { SharedBy::Area } else { SharedBy::Unit });
			read_main(start(NOVEMBER) - 1, 0);
			read_main(start(DECEMBER) - 1, used);
			Budget::set(Weight::from_parts(budget, 0));
			Now::set(start(DECEMBER) + 5 * DAYS);
			for _ in 0..60 {
				block(Now::get());
				Fees::do_try_state().unwrap();
			}
			let Some(cost) = Fees::shared_cost(charge, NOVEMBER) else {
				assert!(used * 60_000 < 500_000);
				return;
			};
			assert_eq!(cost.amount, (Fen::from(used) * 60_000 + 500_000) / 1_000_000);
			let weights: Vec<_> = [9_803, 8_905, 12_000, 6_001, 0, 0].into_iter().chain(areas.iter().copied()).collect();
			let weights: Vec<_> = weights.into_iter().enumerate().map(|(place, area)| match (by_area, place) {
				(true, _) => Fen::from(area),
				(false, 4 | 5) => 0,
				(false, _) => 1,
			}).collect();
			assert_eq!(cost.weight, weights.iter().sum::<Fen>());
			let bills = charged(charge, NOVEMBER);
			assert_eq!(bills.iter().sum::<Fen>(), cost.amount);
			for (billed, weight) in bills.into_iter().zip(weights) {
				let exact = cost.amount * weight / cost.weight;
				assert!(billed == exact || billed == exact + 1);
			}
		});
	}
}
