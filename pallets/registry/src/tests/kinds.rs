// SPDX-License-Identifier: Apache-2.0

//! Voting power by units of some kinds.

use crate::{mock::*, *};
use frame_support::assert_ok;
use linli_primitives::{traits::Electorate, Power, UnitKind, UnitKinds};
use sp_runtime::TryRuntimeError;

fn homes() -> UnitKinds {
	UnitKinds::of(&[UnitKind::Residential])
}

/// The usual register, which counts homes apart from shops.
fn counting(by_lot: bool) -> ExtBuilder {
	let mut builder = ExtBuilder::default();
	builder.0.counted_kinds = vec![homes()];
	builder.0.heads_per_lot = by_lot;
	builder
}

fn own(owner: u32, block: u64) -> Power {
	Registry::kinds_power_at(owner, block, None, homes())
}

fn total(block: u64, buildings: Option<&[u16]>) -> Option<Power> {
	Registry::kinds_totals_at(block, buildings, homes())
}

const fn power(area: u64, heads: u32) -> Power {
	Power { area, heads }
}

#[test]
fn only_units_of_the_kinds_count() {
	counting(false).build_and_execute(|| {
		assert_eq!(
			[LI, DEVELOPER, COMPANY].map(|owner| own(owner, 0)),
			[power(9_000, 1), power(17_000, 1), Power::ZERO]
		);
		assert_eq!(Registry::kinds_power_at(DEVELOPER, 0, Some(&[2, 2]), homes()), power(8_000, 1));
		assert_eq!(Registry::kinds_power_at(LI, 0, Some(&[2]), homes()), Power::ZERO);
		assert_eq!(total(0, None), Some(power(44_000, 4)));
		assert_eq!((total(0, Some(&[1])), total(0, Some(&[2]))), (Some(power(29_000, 3)), Some(power(15_000, 2))));
		// With shops, as before.
		assert_eq!(Registry::totals_at(0, None), power(64_000, 5));
	});
}

#[test]
fn each_unit_of_the_kinds_is_a_head_where_heads_are_lots() {
	counting(true).build_and_execute(|| {
		assert_eq!((own(DEVELOPER, 0), own(COMPANY, 0)), (power(17_000, 2), Power::ZERO));
		assert_eq!(total(0, None), Some(power(44_000, 5)));
		assert_eq!(total(0, Some(&[1, 2, 2])), Some(power(44_000, 5)));
	});
}

#[test]
fn an_electorate_that_is_not_counted_is_said_to_be_none() {
	let garages = UnitKinds::of(&[UnitKind::Parking]);
	counting(false).build_and_execute(|| {
		let counts = <Registry as Electorate<_, _>>::counts_kinds;
		assert!(counts(homes()) && !counts(garages));
		assert_eq!(Registry::kinds_totals_at(0, None, garages), None);
		// The developer has homes in both, and is one head.
		assert_eq!((total(0, Some(&[1, 2])), total(0, Some(&[]))), (None, None));
	});
	// Nothing is counted where nobody asked for it.
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(total(0, None), None);
		assert!(Histories::<Test>::iter_keys().all(|subject| !matches!(subject, Subject::OfKinds { .. })));
	});
}

#[test]
fn changes_of_the_register_are_followed_and_the_past_stays() {
	for by_lot in [false, true] {
		counting(by_lot).build_and_execute(|| {
			let before = total(0, None);
			System::set_block_number(5);
			// A home is sold, a shop becomes a home, a home a store, a home is added, one is divided.
			assert_ok!(Registry::do_transfer_unit(4, COMPANY, hash(1), Dues::TakenOver));
			assert_ok!(Registry::do_correct_unit(3, UnitKind::Residential, 21_000, hash(2)));
			assert_ok!(Registry::do_correct_unit(0, UnitKind::Storage, 9_000, hash(3)));
			assert_ok!(Registry::do_register_unit(3, UnitKind::Residential, 500, LI, hash(4)));
			let parts = [(4_000, 5), (7_000, 6)].map(|(area, label)| Part { area, label: hash(label) });
			assert_ok!(Registry::do_split_unit(2, &parts));
			let heads = |lots, owners| if by_lot { lots } else { owners };
			assert_eq!(own(COMPANY, 5), power(30_000, heads(2, 1)));
			assert_eq!(own(DEVELOPER, 5), power(8_000, 1));
			assert_eq!(own(LI, 5), power(500, 1));
			assert_eq!(own(WANGS, 5), power(11_000, heads(2, 1)));
			assert_eq!(total(5, None), Some(power(56_500, heads(7, 5))));
			assert_eq!(total(4, None), before);
			assert_eq!((own(DEVELOPER, 4).area, own(LI, 4).area), (17_000, 9_000));
			// Joined again, and one retired.
			System::set_block_number(6);
			assert_ok!(Registry::do_merge_units(2, vec![8].try_into().unwrap(), hash(7)));
			assert_ok!(Registry::do_retire_unit(7));
			assert_eq!((own(WANGS, 6), own(LI, 6)), (power(11_000, 1), Power::ZERO));
			assert_eq!(total(6, None), Some(power(56_000, heads(5, 4))));
			assert_eq!(total(5, None), Some(power(56_500, heads(7, 5))));
		});
	}
}

#[test]
fn genesis_counts_kinds_that_vote_each_set_once() {
	let begin = |counted: Vec<UnitKinds>| {
		let mut builder = ExtBuilder::default();
		builder.0.counted_kinds = counted;
		std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| drop(builder.build()))).is_ok()
	};
	let shops = UnitKinds::of(&[UnitKind::Commercial]);
	assert!(begin(vec![homes(), shops]));
	assert!(!begin(vec![UnitKinds::of(&[UnitKind::Residential, UnitKind::Parking])]), "garages do not vote");
	assert!(!begin(vec![UnitKinds::of(&[])]));
	assert!(!begin(vec![homes(), homes()]));
	assert!(!begin(vec![homes(), shops, UnitKinds::of(&[UnitKind::Residential, UnitKind::Commercial])]));
}

#[test]
fn miscounted_kinds_are_found() {
	let finds = |message: &'static str, damage: fn()| {
		counting(false).build().execute_with(|| {
			assert_ok!(Registry::do_try_state());
			damage();
			assert_eq!(Registry::try_kinds(), Err(TryRuntimeError::Other(message)));
			assert!(Registry::do_try_state().is_err());
		});
	};
	fn of(owner: Option<u32>, measure: Measure) -> SubjectOf<Test> {
		Subject::OfKinds { kinds: homes(), owner, building: None, measure }
	}
	let miscounted = "registry: units of some kinds are miscounted";
	finds(miscounted, || Registry::write(of(None, Measure::Area), 1).unwrap());
	finds(miscounted, || Registry::write(of(None, Measure::Heads), 5).unwrap());
	finds(miscounted, || Registry::write(of(Some(77), Measure::Area), 1).unwrap());
	finds("registry: units of some kinds have no checkpoint", || {
		Histories::<Test>::remove(of(Some(LI), Measure::Area))
	});
	finds("registry: units of kinds that do not vote are counted", || {
		CountedKinds::<Test>::mutate(|counted| counted.try_push(UnitKinds::of(&[UnitKind::Parking])).unwrap());
	});
}

#[test]
fn a_unit_of_another_kind_is_a_change_of_its_owner() {
	counting(false).build_and_execute(|| {
		System::set_block_number(5);
		let shop = Change::CorrectUnit { unit: 0, kind: UnitKind::Commercial, area: 9_000, label: new_label() };
		assert_ok!(made(shop));
		assert_eq!((own(LI, 5), Registry::power_at(LI, 5, None)), (Power::ZERO, power(9_000, 1)));
		assert!(Registry::changed_since(LI, 4));
	});
}
