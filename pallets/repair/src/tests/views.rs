// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use frame_support::{assert_ok, storage::with_storage_layer};
use linli_primitives::{traits::RepairShares, Fraction, UnitKind};

#[test]
fn a_unit_is_listed_below_the_threshold_and_not_at_it() {
	ExtBuilder::default().build_and_execute(|| {
		for unit in [0, 1, 2, 4, 5, 6] {
			deposit(unit, Repair::share(unit).unwrap().share.first_deposit);
		}
		let listed = || Repair::top_up_list(0, 100).units.iter().map(|unit| unit.unit).collect::<Vec<_>>();
		assert_eq!(listed(), Vec::<u32>::new());
		// Unit 6's first deposit is 777,700; 30 % of it are 233,310.
		assert_ok!(spend(buildings(&[3]), 777_700 - 233_311));
		assert_eq!(listed(), Vec::<u32>::new());
		assert_ok!(spend(buildings(&[3]), 1));
		assert_eq!((balance(6), listed()), (233_310, vec![]));
		assert_ok!(spend(buildings(&[3]), 1));
		let top_up = TopUp { unit: 6, building: 3, balance: 233_309, first_deposit: 777_700, top_up: 544_391 };
		assert_eq!(Repair::top_up_list(0, 100), TopUpPage { units: vec![top_up], next: None });
		assert_eq!(Repair::share(6).unwrap().top_up, 544_391);
		deposit(6, 1);
		assert_eq!(listed(), Vec::<u32>::new());
	});
}

#[test]
fn the_threshold_is_not_rounded() {
	let share = |first_deposit, balance| UnitShare {
		area: 1,
		first_deposit,
		balance,
		order: 0,
		entry_count: 0,
		ceased: false,
		heir: None,
	};
	let third = Fraction::new(1, 3);
	assert_eq!(share(100, 33).top_up(&third), Some(67));
	assert_eq!(share(100, 34).top_up(&third), None);
	assert_eq!(share(99, 33).top_up(&third), None);
	assert_eq!(share(0, 0).top_up(&third), None);
	assert_eq!(share(0, -5).top_up(&third), Some(5));
	assert_eq!(share(100, -5).top_up(&Fraction::ZERO), Some(105));
	assert_eq!(share(100, 0).top_up(&Fraction::ZERO), None);
	assert_eq!(share(100, 99).top_up(&Fraction::ONE), Some(1));
	assert_eq!(share(100, 100).top_up(&Fraction::ONE), None);
	assert_eq!(share(u128::MAX, 0).top_up(&third), None);
}

#[test]
fn the_list_of_top_ups_is_paged() {
	ExtBuilder::default().build_and_execute(|| {
		deposit(1, 890_500);
		let page = |from, count| {
			let page = Repair::top_up_list(from, count);
			(page.units.iter().map(|unit| unit.unit).collect::<Vec<_>>(), page.next)
		};
		assert_eq!(page(0, 2), (vec![0, 2], Some(3)));
		assert_eq!(page(3, 2), (vec![4, 5], Some(6)));
		assert_eq!(page(6, 2), (vec![6], None));
		assert_eq!(page(0, 0), (vec![], Some(0)));
		assert_eq!(page(7, 2), (vec![], None));
		assert_eq!(page(u32::MAX, u32::MAX), (vec![], None));
	});
}

#[test]
fn a_page_examines_a_bounded_number_of_units() {
	ExtBuilder::default().nobody().build_and_execute(|| {
		for _ in 0..2 * MAX_SCAN {
			Register::add(4, UnitKind::Residential, 100, 1);
		}
		let last = 2 * MAX_SCAN - 1;
		assert_ok!(Repair::enrol(signed(ALICE), last));
		assert_eq!(Repair::top_up_list(0, 5), TopUpPage { units: vec![], next: Some(MAX_SCAN) });
		let page = Repair::top_up_list(MAX_SCAN, 5);
		assert_eq!((page.units.len(), page.next), (1, Some(2 * MAX_SCAN)));
		for unit in 7..7 + MAX_PAGE + 5 {
			assert_ok!(Repair::enrol(signed(ALICE), unit));
		}
		let page = Repair::top_up_list(0, u32::MAX);
		assert_eq!((page.units.len(), page.next), (MAX_PAGE as usize, Some(7 + MAX_PAGE)));
	});
}

#[test]
fn statements_are_paged() {
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..MAX_PAGE + 3 {
			deposit(0, 1);
		}
		let numbers =
			|from, count| Repair::statement(0, from, count).iter().map(|(number, _)| *number).collect::<Vec<_>>();
		assert_eq!(numbers(0, 2), vec![0, 1]);
		assert_eq!(numbers(0, u32::MAX).len(), MAX_PAGE as usize);
		assert_eq!(numbers(MAX_PAGE, u32::MAX), vec![MAX_PAGE, MAX_PAGE + 1, MAX_PAGE + 2]);
		assert_eq!(numbers(u32::MAX, 5), Vec::<u32>::new());
		assert_eq!(Repair::statement(3, 0, 5), vec![]);
		assert_eq!(Repair::share(3), None);
	});
}

#[test]
fn views_do_not_write() {
	ExtBuilder::default().build_and_execute(|| {
		deposit(0, 1);
		let root = || sp_io::storage::root(sp_core::storage::StateVersion::V1);
		let before = root();
		let _ = with_storage_layer::<_, sp_runtime::DispatchError, _>(|| {
			let _ = (Repair::rules(), Repair::totals(), Repair::share(0), Repair::statement(0, 0, 1));
			let _ = (Repair::top_up_list(0, 9), Repair::related_units(None));
			Ok(())
		});
		assert_eq!(root(), before);
	});
}
