// SPDX-License-Identifier: Apache-2.0

//! Automatic billing.

use crate::{mock::*, types::*, *};
use frame_support::{assert_ok, traits::Hooks, weights::Weight};
use linli_primitives::{PeriodKind, UnitKind};

#[test]
fn each_covered_unit_is_billed_once_when_a_month_begins() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Fees::create_charge(RuntimeOrigin::root(), per_area(), 280, DECEMBER, Tiers::default()));
		go_to(start(DECEMBER) - 1);
		assert_eq!(Bills::<Test>::iter().count(), 0);
		go_to(start(DECEMBER));
		assert_eq!(Bills::<Test>::iter().count(), 4);
		// 98.03 m² at 2.80 is 274.484; 60.01 m² is 168.028.
		assert_eq!(bill(0, 0, DECEMBER).principal.charged, 27_448);
		assert_eq!(bill(3, 0, DECEMBER).principal.charged, 16_803);
		let issued = bill(0, 0, DECEMBER);
		assert_eq!(issued.issued, start(DECEMBER));
		assert_eq!(issued.due, start(DECEMBER) + 16 * DAYS);
		let amount = 27_448 + 24_934 + 33_600 + 16_803;
		assert!(events().contains(&Event::BillingCompleted { charge: 0, period: DECEMBER, bills: 4, amount }));
		assert!(events().contains(&Event::BillIssued {
			bill: BillKey::new(0, 0, DECEMBER),
			amount: 27_448,
			due: start(DECEMBER) + 16 * DAYS
		}));
		assert_eq!(Totals::<Test>::get().principal.charged, amount);
		assert_eq!(owed(0), 27_448);
		assert_eq!(owed(4), 0);
		// Later blocks issue no further bills.
		for _ in 0..10 {
			block(start(DECEMBER) + DAYS);
		}
		assert_eq!(Bills::<Test>::iter().count(), 4);
	});
}

#[test]
fn each_basis_bills_its_units_and_amounts() {
	ExtBuilder::default().build_and_execute(|| {
		let per_unit = create(terms(Basis::PerUnit), 500);
		let parking = create(terms(Basis::PerUnitOfKind { kinds: kinds(&[UnitKind::Parking]) }), 6_000);
		let once = create(terms(Basis::OneOff { kinds: kinds(&[UnitKind::Residential]) }), 9_900);
		let building = create(ChargeTerms { buildings: Some(vec![2].try_into().unwrap()), ..per_area() }, 100);
		go_to(start(NOVEMBER) + 6 * DAYS);
		assert!((0..6).all(|unit| bill(unit, per_unit, NOVEMBER).principal.charged == 500));
		assert_eq!(bill(5, parking, NOVEMBER).principal.charged, 6_000);
		assert_eq!(bill(1, once, NOVEMBER).principal.charged, 9_900);
		assert_eq!(bill(2, building, NOVEMBER).principal.charged, 12_000);
		assert_eq!(Bills::<Test>::iter().count(), 6 + 1 + 4 + 2);
		assert!(!Fees::is_live(once));
		go_to(start(DECEMBER));
		assert_eq!(Bills::<Test>::iter().count(), (6 + 1 + 2) * 2 + 4);
	});
}

#[test]
fn quarters_and_years_are_billed_when_they_begin() {
	ExtBuilder::default().build_and_execute(|| {
		let quarter = create(ChargeTerms { period: PeriodKind::Quarter, ..terms(Basis::PerUnit) }, 300);
		let year = create(ChargeTerms { period: PeriodKind::Year, ..terms(Basis::PerUnit) }, 1_200);
		go_to(start(NOVEMBER) + 6 * DAYS);
		assert_eq!(bill(0, quarter, month(2026, 10)).principal.charged, 300);
		assert_eq!(bill(0, year, month(2026, 1)).principal.charged, 1_200);
		go_to(start(DECEMBER));
		assert_eq!(Bills::<Test>::iter().count(), 12);
		go_to(start(month(2027, 1)));
		assert_eq!(Bills::<Test>::iter().count(), 24);
	});
}

#[test]
fn billing_continues_across_blocks_and_bills_each_unit_once() {
	ExtBuilder::default().build().execute_with(|| {
		for number in 0..100 {
			Register::add(3, UnitKind::Residential, 5_000 + number, 2);
		}
		let id = create(per_area(), 280);
		// Enough for four bills besides the overhead.
		let budget = Weight::from_parts(70, 0);
		Budget::set(budget);
		let mut blocks = 0;
		while Bills::<Test>::iter().count() < 104 {
			let before = Bills::<Test>::iter().count();
			System::set_block_number(System::block_number() + 1);
			let used = Fees::on_initialize(System::block_number());
			assert!(budget.all_gte(used));
			assert!(Bills::<Test>::iter().count() > before || blocks == 0);
			ExtBuilder::check();
			blocks += 1;
			assert!(blocks < 60);
		}
		assert!(blocks > 15);
		Budget::set(Weight::from_parts(1_000_000, 0));
		go_to(start(NOVEMBER) + 7 * DAYS);
		assert_eq!(Bills::<Test>::iter().count(), 104);
		let completed: Vec<_> = events()
			.into_iter()
			.filter(|event| matches!(event, Event::BillingCompleted { charge, bills: 104, .. } if *charge == id))
			.collect();
		assert_eq!(completed.len(), 1);
		ExtBuilder::check();
	});
}

#[test]
fn one_missed_month_is_billed_and_earlier_ones_wait() {
	ExtBuilder::default().build_and_execute(|| {
		let flats = create(per_area(), 280);
		let all = create(terms(Basis::PerUnit), 500);
		go_to(start(NOVEMBER) + 6 * DAYS);
		System::reset_events();
		// The chain was stopped from November to February.
		go_to(start(month(2027, 2)) + 3 * DAYS);
		let order: Vec<_> = events()
			.into_iter()
			.filter_map(|event| match event {
				Event::BillingCompleted { charge, period, .. } => Some((period, charge)),
				_ => None,
			})
			.collect();
		let months = [month(2027, 1), month(2027, 2)];
		let expected: Vec<_> = months.iter().flat_map(|m| [(*m, flats), (*m, all)]).collect();
		assert_eq!(order, expected);
		for charge in [flats, all] {
			assert!(events().contains(&Event::PeriodWaits { charge, period: DECEMBER }));
		}
		// The days until due count from the issue, so missed bills are not overdue at once.
		assert_eq!(bill(0, flats, month(2027, 1)).due, start(month(2027, 2)) + 19 * DAYS);
	});
}

#[test]
fn a_charge_cannot_end_before_the_period_being_billed() {
	ExtBuilder::default().build_and_execute(|| {
		let id = create(per_area(), 280);
		Budget::set(Weight::from_parts(50, 0));
		block(start(NOVEMBER) + 6 * DAYS);
		assert!(Agendas::<Test>::get().cursor.is_some());
		let end = |period| Fees::end_charge(RuntimeOrigin::root(), id, period);
		frame_support::assert_noop!(end(month(2026, 10)), Error::<Test>::PeriodInPast);
		assert_ok!(end(NOVEMBER));
		Budget::set(Weight::from_parts(1_000, 0));
		go_to(start(DECEMBER));
		assert_eq!(Bills::<Test>::iter().count(), 4);
	});
}

#[test]
fn nothing_happens_before_the_clock_is_set() {
	ExtBuilder::default().build_and_execute(|| {
		Now::set(0);
		Fees::on_initialize(1);
		assert!(events().is_empty());
		assert_eq!(Agendas::<Test>::get(), Default::default());
	});
}

#[test]
fn idle_blocks_only_read_the_agenda() {
	ExtBuilder::default().build_and_execute(|| {
		create(per_area(), 280);
		go_to(start(NOVEMBER) + 6 * DAYS);
		assert_eq!(Agendas::<Test>::get().next_turn, start(DECEMBER));
		assert_eq!(Agendas::<Test>::get().next_collection, start(NOVEMBER) + 7 * DAYS);
		go_to(start(NOVEMBER) + 6 * DAYS + 1);
		assert_eq!(Agendas::<Test>::get().next_collection, start(NOVEMBER) + 7 * DAYS);
		assert_eq!(Fees::on_initialize(9), MockWeights::advance());
	});
}
