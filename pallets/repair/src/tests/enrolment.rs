// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, types::first_deposit, *};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{Fraction, UnitKind};

#[test]
fn genesis_enrols_all_that_take_part() {
	ExtBuilder::default().build_and_execute(|| {
		let enrolled: Vec<_> = (0..8).filter(|unit| Repair::share(*unit).is_some()).collect();
		assert_eq!(enrolled, vec![0, 1, 2, 4, 5, 6]);
		assert_eq!(Repair::totals(), RepairTotals { belonging: 0, undistributed: 0, units: 6 });
		assert_eq!(UnitCounts::<Test>::get(1), 3);
	});
	ExtBuilder::default().nobody().build_and_execute(|| assert_eq!(Repair::totals().units, 0));
}

#[test]
#[should_panic(expected = "unit 7 cannot be enrolled")]
fn genesis_refuses_a_unit_without_area() {
	ExtBuilder::default().build().execute_with(|| {
		Register::add(1, UnitKind::Residential, 0, 1);
		let _ = UnitBuildings::<Test>::clear(u32::MAX, None);
		frame_support::traits::BuildGenesisConfig::build(&GenesisConfig::<Test> { enrol: true, ..Default::default() });
	});
}

#[test]
fn anyone_enrols_a_unit() {
	ExtBuilder::default().nobody().build_and_execute(|| {
		assert_ok!(Repair::enrol(signed(ROOFER), 5));
		assert_ok!(Repair::enrol(signed(BOB), 0));
		let share = UnitShare {
			area: 6_007,
			first_deposit: 600_700,
			balance: 0,
			order: 0,
			entry_count: 0,
			ceased: false,
			heir: None,
		};
		assert_eq!(Repair::share(5), Some(ShareView { building: 2, share, top_up: 600_700 }));
		assert_eq!(Repair::share(0).unwrap().share.order, 1);
		assert_eq!(last_event(), Event::Enrolled { unit: 0, building: 1, area: 9_803, first_deposit: 980_300 });
	});
}

#[test]
fn invalid_enrolments_are_refused() {
	ExtBuilder::default().nobody().build_and_execute(|| {
		assert_noop!(Repair::enrol(RuntimeOrigin::root(), 0), sp_runtime::DispatchError::BadOrigin);
		assert_noop!(Repair::enrol(signed(ALICE), 7), Error::<Test>::UnitNotFound);
		assert_noop!(Repair::enrol(signed(ALICE), 3), Error::<Test>::InvalidKind);
		assert_ok!(Repair::enrol(signed(ALICE), 0));
		assert_noop!(Repair::enrol(signed(ALICE), 0), Error::<Test>::AlreadyEnrolled);
		let empty = Register::add(1, UnitKind::Residential, 0, 1);
		assert_noop!(Repair::enrol(signed(ALICE), empty), Error::<Test>::InvalidArea);
	});
}

#[test]
fn a_kind_added_later_can_be_enrolled() {
	ExtBuilder::default().build_and_execute(|| {
		let rates = vec![KindRate { kind: UnitKind::Parking, rate: 333 }].try_into().unwrap();
		assert_ok!(Repair::set_rules(RuntimeOrigin::root(), RepairRules { rates, threshold: Fraction::ONE }));
		assert_ok!(Repair::enrol(signed(ALICE), 3));
		// 12.50 m² at 3.33 are 41.625, so 41.63.
		assert_eq!(Repair::share(3).unwrap().share.first_deposit, 4_163);
		assert_eq!(Repair::share(3).unwrap().share.order, 6);
	});
}

#[test]
fn the_first_deposit_is_rounded_half_up() {
	assert_eq!(first_deposit(9_803, 280), Some(27_448));
	assert_eq!(first_deposit(9_803, 285), Some(27_939));
	assert_eq!(first_deposit(1, 50), Some(1));
	assert_eq!(first_deposit(1, 49), Some(0));
	assert!(first_deposit(u64::MAX, types::MAX_RATE).is_some());
	assert_eq!(first_deposit(u64::MAX, u128::MAX), None);
}

#[test]
fn area_and_building_are_fixed_at_enrolment() {
	ExtBuilder::default().build_and_execute(|| {
		Register::change(0, |unit| {
			unit.area = 1;
			unit.building = 9;
		});
		deposit(0, 100);
		let view = Repair::share(0).unwrap();
		assert_eq!((view.building, view.share.area, view.share.balance), (1, 9_803, 100));
	});
}
