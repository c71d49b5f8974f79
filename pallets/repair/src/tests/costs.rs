// SPDX-License-Identifier: Apache-2.0

//! Costs divided over units, and given back to them.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, traits::Get, weights::Weight};
use linli_primitives::{
	traits::{Bearers, RepairShares},
	Fen, UnitKind,
};

/// All enrolled units.
const UNITS: [u32; 6] = [0, 1, 2, 4, 5, 6];

fn deposit_for_all(amount: Fen) {
	for unit in UNITS {
		deposit(unit, amount);
	}
}

#[test]
fn a_cost_is_exact_to_the_fen_over_odd_areas() {
	ExtBuilder::default().build_and_execute(|| {
		deposit_for_all(50_000);
		let bearers = spend(buildings(&[1]), 100_000).unwrap();
		// 98.03, 89.05 and 120.01 m² of 307.09: exactly 31,922.238, 28,998.014 and 39,079.749 fen. The remaining fen
		// goes to the largest remainder, the third.
		assert_eq!(balances(&[0, 1, 2]), vec![50_000 - 31_922, 50_000 - 28_998, 50_000 - 39_080]);
		assert_eq!(balances(&[4, 5, 6]), vec![50_000; 3]);
		assert_eq!(bearers, Bearers { buildings: buildings(&[1]), known: 6, units: 3 });
		assert_eq!(last_event(), Event::CostDivided { cause: EXPENSE, amount: 100_000, bearers });
		let entry = ShareEntry { moment: START, cause: EXPENSE, entry: None, amount: -39_080, balance: 10_920 };
		assert_eq!(Repair::statement(2, 1, 9), vec![(1, entry)]);
		assert_eq!((pot(), Repair::totals().belonging), (200_000, 200_000));
	});
}

#[test]
fn a_cost_of_all_buildings_falls_on_all_units() {
	ExtBuilder::default().build_and_execute(|| {
		deposit_for_all(1_000);
		// Exactly 0.99, 0.90, 1.21, 0.51, 0.61 and 0.79 fen: one fen is whole, four go by remainder.
		let bearers = spend(None, 5).unwrap();
		assert_eq!(balances(&UNITS), vec![999, 999, 999, 1_000, 999, 999]);
		assert_eq!(bearers, Bearers { buildings: None, known: 6, units: 6 });
		// A unit whose part is zero has no entry.
		assert_eq!(Repair::statement(4, 1, 9), vec![]);
	});
}

#[test]
fn equal_remainders_favour_the_lower_id() {
	ExtBuilder::default().nobody().build_and_execute(|| {
		// The order of ids differs from those of buildings and of enrolment.
		let units: Vec<_> = [8, 9, 8, 9].map(|building| Register::add(building, UnitKind::Residential, 77, 1)).to_vec();
		for unit in units.iter().rev() {
			assert_ok!(Repair::enrol(signed(ALICE), *unit));
			deposit(*unit, 10);
		}
		assert_ok!(spend(None, 6));
		assert_eq!(balances(&units), vec![8, 8, 9, 9]);
		assert_ok!(spend(buildings(&[8, 9]), 7));
		assert_eq!(balances(&units), vec![6, 6, 7, 8]);
	});
}

#[test]
fn a_single_share_may_fall_below_zero() {
	ExtBuilder::default().build_and_execute(|| {
		deposit(0, 100_000);
		deposit(6, 1);
		assert_ok!(spend(buildings(&[1]), 100_000));
		assert_eq!(balances(&[0, 1, 2, 6]), vec![68_078, -28_998, -39_080, 1]);
		assert_eq!(Repair::share(2).unwrap().top_up, 1_200_100 + 39_080);
		deposit(2, 1_200_100 + 39_080);
		assert_eq!((balance(2), Repair::share(2).unwrap().top_up), (1_200_100, 0));
	});
}

#[test]
fn a_cost_that_the_related_units_cannot_bear_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		deposit_for_all(100);
		let charge = |list, amount| Repair::charge(list, amount, EXPENSE);
		assert_noop!(charge(buildings(&[1]), 301), Error::<Test>::InsufficientShares);
		assert_noop!(charge(None, 601), Error::<Test>::InsufficientShares);
		assert_noop!(charge(None, Fen::MAX), Error::<Test>::AmountTooLarge);
		assert_noop!(charge(None, 0), Error::<Test>::InvalidAmount);
		assert_noop!(charge(buildings(&[9]), 1), Error::<Test>::RelatedUnitNotFound);
		assert_noop!(charge(buildings(&[]), 1), Error::<Test>::RelatedUnitNotFound);
		assert_noop!(charge(buildings(&[1, 1]), 1), Error::<Test>::InvalidBuildings);
		assert_noop!(charge(buildings(&[2, 1]), 1), Error::<Test>::InvalidBuildings);
		MaxUnits::set(2);
		assert_noop!(charge(buildings(&[1]), 1), Error::<Test>::TooManyUnits);
		assert_noop!(charge(None, 1), Error::<Test>::TooManyUnits);
		assert_ok!(spend(buildings(&[2]), 200));
		assert_eq!(balances(&UNITS), vec![100, 100, 100, 100 - 91, 100 - 109, 100]);
	});
}

#[test]
fn buildings_cover_for_each_other_only_if_all_are_related() {
	ExtBuilder::default().build_and_execute(|| {
		deposit(0, 10_000);
		deposit(4, 1_000);
		deposit(6, 500);
		// Building 2's part is 110.08 of 417.17 m².
		assert_noop!(Repair::charge(buildings(&[1, 2]), 5_000, EXPENSE), Error::<Test>::InsufficientBuildingShares);
		assert_ok!(spend(buildings(&[1, 2]), 3_000));
		assert_ok!(spend(None, 6_000));
		let sum = |units: &[u32]| balances(units).into_iter().sum::<i128>();
		// The parts of 3,000 are 2,208 and 792, those of 6,000 are 3,723, 1,334 and 943.
		assert_eq!((sum(&[0, 1, 2]), sum(&[4, 5]), sum(&[6])), (4_069, -1_126, -443));
		assert_eq!((Repair::totals().belonging, pot()), (2_500, 2_500));
		// The debts of the other buildings are missing from the pot.
		assert_noop!(Repair::charge(buildings(&[1]), 2_501, EXPENSE), Error::<Test>::InsufficientFunds);
		assert_noop!(Repair::charge(buildings(&[2]), 1, EXPENSE), Error::<Test>::InsufficientShares);
		deposit(5, 2_000);
		assert_ok!(spend(buildings(&[1]), 4_069));
		assert_eq!(sum(&[0, 1, 2]), 0);
	});
}

#[test]
fn money_given_back_goes_to_the_bearers() {
	ExtBuilder::default().build_and_execute(|| {
		deposit_for_all(100_000);
		let bearers = spend(buildings(&[1, 2]), 100_001).unwrap();
		let late = Register::add(1, UnitKind::Residential, 10_000, 1);
		assert_ok!(Repair::enrol(signed(ALICE), late));
		deposit(late, 7);
		assert_ok!(give_back(&bearers, 0, 40_000));
		assert_eq!(last_event(), Event::CostGivenBack { cause: PROJECT, amount: 40_000, bearers: bearers.clone() });
		assert_eq!((balance(late), balance(6)), (7, 100_000));
		assert_ok!(give_back(&bearers, 40_000, 60_001));
		let sum: i128 = balances(&[0, 1, 2, 4, 5]).into_iter().sum();
		assert_eq!((sum, balance(late), balance(6)), (500_000, 7, 100_000));
		// The next cost also falls on the new unit.
		assert_eq!(spend(buildings(&[1]), 4).unwrap(), Bearers { buildings: buildings(&[1]), known: 7, units: 4 });
	});
}

#[test]
fn giving_back_a_whole_cost_restores_every_share() {
	ExtBuilder::default().build_and_execute(|| {
		deposit_for_all(12_345);
		let bearers = spend(None, 33_331).unwrap();
		assert_ok!(give_back(&bearers, 0, 33_331));
		assert_eq!(balances(&UNITS), vec![12_345; 6]);
	});
}

#[test]
fn invalid_returns_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		deposit_for_all(100);
		let bearers = spend(buildings(&[1]), 60).unwrap();
		let give_back = |bearers: &Bearers, amount| Repair::give_back(bearers, 0, amount, PROJECT);
		// The money must first be in the pot, undistributed.
		assert_noop!(give_back(&bearers, 1), Error::<Test>::InsufficientUndistributed);
		assert_ok!(Fund::donate(signed(BOB), REPAIR, 50));
		assert_noop!(give_back(&bearers, 51), Error::<Test>::InsufficientUndistributed);
		assert_noop!(give_back(&bearers, 0), Error::<Test>::InvalidAmount);
		let others = [
			Bearers { units: 2, ..bearers.clone() },
			Bearers { known: 2, ..bearers.clone() },
			Bearers { buildings: buildings(&[2]), ..bearers.clone() },
			Bearers { buildings: None, ..bearers.clone() },
			Bearers { buildings: None, known: 6, units: u32::MAX },
		];
		for bearers in others {
			assert_noop!(give_back(&bearers, 1), Error::<Test>::BearersMismatch);
		}
		let nobody = Bearers { buildings: buildings(&[9]), known: 6, units: 0 };
		assert_noop!(give_back(&nobody, 1), Error::<Test>::RelatedUnitNotFound);
		let twice = Bearers { buildings: buildings(&[1, 1]), known: 6, units: 6 };
		assert_noop!(give_back(&twice, 1), Error::<Test>::InvalidBuildings);
		assert_ok!(give_back(&bearers, 50));
	});
}

#[test]
fn related_units_and_weight_are_known_in_advance() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(<Repair as RepairShares>::pot(), REPAIR);
		assert_eq!(<Repair as RepairShares>::max_units(), <MaxUnits as Get<u32>>::get());
		let related = |list: &[u16]| <Repair as RepairShares>::related_units(Some(list));
		assert_eq!(<Repair as RepairShares>::related_units(None), 6);
		assert_eq!((related(&[1]), related(&[3, 1]), related(&[1, 1]), related(&[9])), (3, 4, 3, 0));
		// The maximum of charging and giving back, in each dimension.
		assert_eq!(<Repair as RepairShares>::weight(3), Weight::from_parts(330, 30));
	});
}

#[test]
fn a_cost_that_is_rolled_back_leaves_no_trace() {
	ExtBuilder::default().build_and_execute(|| {
		deposit_for_all(100);
		let root = sp_io::storage::root(sp_core::storage::StateVersion::V1);
		let refused = frame_support::storage::with_storage_layer(|| {
			Repair::charge(None, 10, EXPENSE)?;
			Err::<(), _>(sp_runtime::DispatchError::Other("the payee is a pot"))
		});
		assert!(refused.is_err());
		assert_eq!(sp_io::storage::root(sp_core::storage::StateVersion::V1), root);
	});
}

#[test]
fn a_cost_given_back_in_parts_is_as_given_back_at_once() {
	// A larger sum can give a unit less by largest remainder, which the parts must not add up.
	for parts in [vec![1, 1, 1, 1, 7], vec![2, 9], vec![10, 1], vec![11]] {
		ExtBuilder::default().build_and_execute(|| {
			deposit_for_all(100);
			let bearers = spend(None, 500).unwrap();
			let before = balances(&UNITS);
			let mut given = 0;
			for part in parts {
				assert_ok!(give_back(&bearers, given, part));
				given += part;
			}
			let areas = [9_803, 8_905, 12_001, 5_001, 6_007, 7_777];
			let expected = linli_primitives::split::largest_remainder(11, &areas).unwrap();
			let rises: Vec<_> =
				balances(&UNITS).iter().zip(before).map(|(after, before)| (after - before) as u128).collect();
			assert_eq!(rises, expected);
		});
	}
}

#[test]
fn what_was_given_back_is_taken_back_exactly() {
	ExtBuilder::default().build_and_execute(|| {
		deposit_for_all(100);
		let bearers = spend(buildings(&[1]), 60).unwrap();
		let shares = balances(&UNITS);
		assert_ok!(give_back(&bearers, 0, 7));
		let given = balances(&UNITS);
		assert_ok!(give_back(&bearers, 7, 16));
		let take_back = |before, amount| Repair::take_back(&bearers, before, amount, EXPENSE);
		assert_noop!(take_back(23, 24), Error::<Test>::InvalidAmount);
		assert_noop!(take_back(23, 0), Error::<Test>::InvalidAmount);
		assert_ok!(take_back(23, 16));
		assert_eq!(balances(&UNITS), given);
		let event = Event::CostTakenBack { cause: EXPENSE, amount: 16, bearers: bearers.clone() };
		assert_eq!(last_event(), event);
		assert_ok!(take_back(7, 7));
		assert_eq!((balances(&UNITS), Repair::totals().undistributed), (shares, 23));
		let other = Bearers { units: 2, ..bearers.clone() };
		assert_noop!(Repair::take_back(&other, 7, 7, EXPENSE), Error::<Test>::BearersMismatch);
	});
}

#[test]
fn bearers_owe_what_they_were_given_and_have_spent() {
	ExtBuilder::default().build_and_execute(|| {
		deposit_for_all(100);
		let bearers = spend(buildings(&[1]), 300).unwrap();
		assert_ok!(give_back(&bearers, 0, 120));
		assert_ok!(spend(buildings(&[1]), 120));
		assert_ok!(Repair::take_back(&bearers, 120, 120, EXPENSE));
		let sum = |units: &[u32]| balances(units).into_iter().sum::<i128>();
		assert_eq!((sum(&[0, 1, 2]), sum(&[4, 5, 6])), (-120, 300));
		assert_eq!(Repair::totals().belonging, 180);
		// Never more than the shares of all units together.
		assert_noop!(Repair::take_back(&bearers, 181, 181, EXPENSE), Error::<Test>::InsufficientFunds);
	});
}
