// SPDX-License-Identifier: Apache-2.0

//! Units that are split, joined, retired or corrected.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{
	traits::{OnUnitSold, RepairShares},
	Area, UnitId, UnitKind,
};

/// Splits unit 2 of 120.01 m² in two. Returns the new unit.
fn split(area: Area) -> UnitId {
	Register::change(2, |unit| unit.area -= area);
	let new = Register::add(1, UnitKind::Residential, area, 3);
	assert_ok!(Repair::unit_split(&[(2, 12_001 - area), (new, area)]));
	new
}

fn share_of(unit: UnitId) -> UnitShare {
	Repair::share(unit).expect("the unit has a share").share
}

#[test]
fn a_split_share_is_divided_by_area_to_the_fen() {
	ExtBuilder::default().build_and_execute(|| {
		deposit(2, 1_000);
		let before = share_of(2);
		let new = split(8_001);
		// Exactly 333.31 and 666.69 fen.
		assert_eq!(balances(&[2, new]), vec![333, 667]);
		let (old, part) = (share_of(2), share_of(new));
		assert_eq!((old.area, part.area), (4_000, 8_001));
		assert_eq!(old.first_deposit + part.first_deposit, before.first_deposit);
		assert_eq!(part.order, before.order);
		assert_eq!(Repair::totals().units, 7);
		assert_eq!(Repair::related_units(Some(&[1])), 4);
		let UnitShare { area, first_deposit, balance, ceased, .. } = old;
		assert_eq!(last_event(), Event::ShareReshaped { unit: 2, area, first_deposit, balance, ceased });
	});
}

#[test]
fn a_debt_is_divided_too() {
	ExtBuilder::default().build_and_execute(|| {
		deposit(0, 1_000);
		assert_ok!(spend(buildings(&[1]), 300));
		let owed = balance(2);
		assert!(owed < 0);
		let new = split(6_000);
		assert_eq!(balance(2) + balance(new), owed);
		assert!(balance(2) < 0 && balance(new) < 0);
	});
}

#[test]
fn what_a_split_unit_bore_is_given_back_to_its_parts() {
	ExtBuilder::default().build_and_execute(|| {
		for unit in [0, 1, 2] {
			deposit(unit, 1_000);
		}
		let bearers = spend(buildings(&[1]), 600).unwrap();
		let new = split(6_000);
		assert_ok!(give_back(&bearers, 0, 600));
		assert_eq!(balances(&[0, 1, 2, new]).iter().sum::<i128>(), 3_000);
		// Each is within a fen of what it had.
		assert!(balances(&[0, 1]).iter().all(|balance| (balance - 1_000).abs() <= 1));
		assert!((balance(2) + balance(new) - 1_000).abs() <= 1);
	});
}

#[test]
fn a_joined_share_is_the_heirs() {
	ExtBuilder::default().build_and_execute(|| {
		deposit(0, 100);
		deposit(1, 50);
		let deposits = share_of(0).first_deposit + share_of(1).first_deposit;
		assert_ok!(Repair::unit_ceases(1, Some(0)));
		assert_eq!(balances(&[0, 1]), vec![150, 0]);
		let heir = share_of(0);
		assert_eq!((heir.area, heir.first_deposit, heir.ceased), (9_803 + 8_905, deposits, false));
		assert!(share_of(1).ceased);
		assert_eq!(Repair::share(1).unwrap().top_up, 0);
		assert_eq!((Repair::totals().units, Repair::totals().belonging), (5, 150));
		assert_noop!(Repair::deposit(signed(ALICE), 1, 5), Error::<Test>::NotEnrolled);
		// Costs fall on the heir by both areas, and on the other no more.
		let bearers = spend(buildings(&[1]), 100).unwrap();
		assert_eq!(bearers.units, 2);
		assert_eq!((balance(0), balance(1), balance(2)), (150 - 61, 0, -39));
	});
}

#[test]
fn both_shares_of_a_merger_are_enrolled() {
	ExtBuilder::default().build_and_execute(|| {
		let late = Register::add(1, UnitKind::Residential, 1_000, 1);
		assert_ok!(Repair::unit_ceases(late, Some(0)));
		assert_eq!((share_of(0).area, share_of(late).ceased), (10_803, true));
		let other = Register::add(1, UnitKind::Residential, 2_000, 2);
		assert_ok!(Repair::unit_ceases(1, Some(other)));
		assert_eq!((share_of(other).area, share_of(1).ceased), (10_905, true));
		// Neither is enrolled: there is nothing to join.
		assert_ok!(Repair::unit_ceases(3, None));
		assert!(Repair::share(3).is_none());
	});
}

#[test]
fn a_retired_share_is_kept_and_bears_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		deposit(6, 70);
		deposit(0, 1_000);
		assert_ok!(Repair::unit_ceases(6, None));
		assert_eq!((balance(6), Repair::totals().belonging, Repair::totals().units), (70, 1_070, 5));
		assert_ok!(spend(None, 500));
		assert_eq!(balance(6), 70);
		assert_eq!(Repair::related_units(Some(&[3])), 0);
	});
}

#[test]
fn the_owners_release_what_is_left_of_a_retired_share() {
	ExtBuilder::default().build_and_execute(|| {
		let release = |unit| Repair::release_share(RuntimeOrigin::root(), unit);
		deposit(6, 70);
		assert_noop!(release(6), Error::<Test>::ShareNotCeased);
		assert_noop!(release(3), Error::<Test>::NotEnrolled);
		assert_ok!(Repair::unit_ceases(6, None));
		assert_noop!(Repair::release_share(signed(ALICE), 6), sp_runtime::DispatchError::BadOrigin);
		let before = Repair::totals();
		assert_ok!(release(6));
		assert_eq!(last_event(), Event::ShareReleased { unit: 6, amount: 70 });
		let after = Repair::totals();
		assert_eq!((after.belonging, after.undistributed), (before.belonging - 70, before.undistributed + 70));
		assert_eq!(balance(6), 0);
		assert_noop!(release(6), Error::<Test>::NothingToRelease);
		assert_ok!(Repair::distribute(RuntimeOrigin::root(), 70, 5));
	});
}

#[test]
fn a_retired_debt_is_covered_by_undistributed_money() {
	ExtBuilder::default().build_and_execute(|| {
		deposit(0, 1_000);
		assert_ok!(spend(buildings(&[1]), 300));
		let owed = balance(2);
		assert!(owed < 0);
		assert_ok!(Repair::unit_ceases(2, None));
		let release = || Repair::release_share(RuntimeOrigin::root(), 2);
		assert_noop!(release(), Error::<Test>::InsufficientUndistributed);
		assert_ok!(Fund::donate(signed(BOB), REPAIR, owed.unsigned_abs()));
		assert_ok!(release());
		assert_eq!(last_event(), Event::ShareReleased { unit: 2, amount: owed });
		assert_eq!((balance(2), Repair::totals().undistributed), (0, 0));
	});
}

#[test]
fn what_is_paid_back_for_a_joined_unit_is_the_heirs() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(pay(bill(1, 5), 500));
		assert_ok!(Repair::unit_ceases(2, Some(1)));
		assert_ok!(Repair::unit_ceases(1, Some(0)));
		assert_eq!((balance(0), balance(1)), (500, 0));
		assert_eq!(share_of(1).heir, Some(0));
		assert_ok!(withdraw(refund(1, 5), 200));
		assert_eq!((balance(0), balance(1)), (300, 0));
		assert_eq!((Repair::heir_of(2), Repair::heir_of(1), Repair::heir_of(0)), (0, 0, 0));
	});
}

#[test]
fn a_corrected_area_divides_later_costs() {
	ExtBuilder::default().build_and_execute(|| {
		Register::change(0, |unit| unit.area = 12_001);
		assert_ok!(Repair::area_corrected(0, 12_001));
		let (first, other) = (share_of(0), share_of(2));
		assert_eq!((first.area, first.first_deposit), (12_001, other.first_deposit));
		deposit(0, 1_000);
		deposit(2, 1_000);
		assert_ok!(spend(buildings(&[1]), 500));
		assert!((balance(0) - balance(2)).abs() <= 1);
		assert_noop!(Repair::area_corrected(0, 0), Error::<Test>::InvalidArea);
		// Without a share there is nothing to correct.
		assert_ok!(Repair::area_corrected(3, 1));
	});
}
