// SPDX-License-Identifier: Apache-2.0

//! Units that are split, merged and retired.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{traits::OwnersRegister, Area, Commitment, UnitId, UnitKind};

fn label(number: u64) -> Commitment {
	Commitment::from_low_u64_be(number)
}

/// A split into parts of these areas, with labels of their own.
fn split(unit: UnitId, areas: &[Area]) -> Change {
	let parts: Vec<_> =
		areas.iter().zip(1..).map(|(area, number)| Part { area: *area, label: label(number) }).collect();
	Change::SplitUnit { unit, parts: parts.try_into().unwrap() }
}

fn merge(into: UnitId, absorbed: &[UnitId]) -> Change {
	Change::MergeUnits { into, absorbed: absorbed.to_vec().try_into().unwrap(), label: label(20) }
}

#[test]
fn a_unit_is_split() {
	ExtBuilder::default().build_and_execute(|| {
		house(LI_1, 0, STRANGER, Now::get() + 2 * WEEK);
		System::set_block_number(2);
		let before = Histories::<Test>::get(Subject::OwnerArea { owner: LI });
		assert_ok!(made(split(0, &[4_000, 3_000, 2_000])));
		let parts = vec![(0, 4_000), (7, 3_000), (8, 2_000)];
		assert_eq!(last_event(), Event::UnitSplit { unit: 0, parts: parts.clone() });
		assert_eq!(Reshapes::get(), vec![Reshaped::Split(parts)]);
		let part = Unit { building: 1, kind: UnitKind::Residential, area: 2_000, owner: LI, label: label(3) };
		assert_eq!(Units::<Test>::get(8), Some(part));
		assert_eq!(Labels::<Test>::get(label(1)), Some(0));
		// No power changes, and nothing is written.
		assert_eq!(Histories::<Test>::get(Subject::OwnerArea { owner: LI }), before);
		// Residents stay in the unit that keeps its id.
		assert!(Registry::is_resident(&STRANGER, 0) && !Registry::is_resident(&STRANGER, 7));
	});
}

#[test]
fn invalid_splits_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		for areas in [&[9_000][..], &[], &[4_000, 4_999], &[4_000, 5_001], &[9_000, 0], &[u64::MAX, 9_001]] {
			assert_noop!(propose(split(0, areas)), Error::<Test>::InvalidParts);
		}
		assert_noop!(propose(split(70, &[1, 1])), Error::<Test>::UnitNotFound);
		let parts = |labels: [Commitment; 2]| {
			let parts = labels.map(|label| Part { area: 4_500, label }).to_vec();
			Change::SplitUnit { unit: 0, parts: parts.try_into().unwrap() }
		};
		assert_noop!(propose(parts([label(1), label(1)])), Error::<Test>::LabelAlreadyUsed);
		assert_noop!(propose(parts([label(1), Commitment::zero()])), Error::<Test>::InvalidLabel);
		Kept::set(true);
		assert!(propose(split(0, &[4_000, 5_000])).is_err());
		assert_eq!(NextUnit::<Test>::get(), 7);
	});
}

#[test]
fn what_was_split_is_merged() {
	ExtBuilder::default().build_and_execute(|| {
		let power = Registry::power_at(LI, 1, None);
		assert_ok!(made(split(0, &[4_000, 3_000, 2_000])));
		house(LI_1, 7, STRANGER, Now::get() + 2 * WEEK);
		Reshapes::set(vec![]);
		assert_ok!(made(merge(0, &[7, 8])));
		let absorbed = vec![7, 8].try_into().unwrap();
		assert_eq!(last_event(), Event::UnitsMerged { into: 0, absorbed, area: 9_000 });
		assert_eq!(Reshapes::get(), vec![Reshaped::Ceased(7, Some(0)), Reshaped::Ceased(8, Some(0))]);
		assert_eq!(Registry::unit(0).map(|unit| unit.area), Some(9_000));
		assert!(Registry::unit(7).is_none() && Registry::unit_count() == 9);
		assert_eq!(CeasedUnits::<Test>::get(7).and_then(|ceased| ceased.heir), Some(0));
		assert_eq!(Registry::power_at(LI, 1, None), power);
		assert_eq!(UnitAreas::<Test>::get(1), 30_200);
		assert!(!System::account_exists(&STRANGER));
		assert_eq!(Labels::<Test>::iter_keys().collect::<Vec<_>>(), vec![label(20)]);
		assert_noop!(propose(sale(7, WANGS)), Error::<Test>::UnitNotFound);
	});
}

#[test]
fn invalid_mergers_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(made(new_unit(1, UnitKind::Residential, 100, LI)));
		for (into, absorbed) in [(7, vec![0]), (0, vec![]), (0, vec![0]), (0, vec![7, 7]), (0, vec![7, 1])] {
			assert_noop!(propose(merge(into, &absorbed)), Error::<Test>::InvalidMerger);
		}
		// Another kind, owner, building.
		for (into, other) in [(0, 1), (0, 2), (4, 5)] {
			assert_noop!(propose(merge(into, &[other])), Error::<Test>::UnitsMismatch);
		}
		assert_noop!(propose(merge(0, &[70])), Error::<Test>::UnitNotFound);
		assert_noop!(propose(merge(70, &[71])), Error::<Test>::UnitNotFound);
		Settled::set(false);
		assert_noop!(propose(merge(0, &[7])), Error::<Test>::DuesOutstanding);
		Settled::set(true);
		Kept::set(true);
		assert!(propose(merge(0, &[7])).is_err());
		Kept::set(false);
		assert_ok!(propose(merge(0, &[7])));
	});
}

#[test]
fn a_unit_is_retired() {
	ExtBuilder::default().build_and_execute(|| {
		System::set_block_number(2);
		assert_ok!(made(Change::RetireUnit { unit: 3 }));
		assert_eq!(last_event(), Event::UnitRetired { unit: 3 });
		assert_eq!(Reshapes::get(), vec![Reshaped::Ceased(3, None)]);
		assert_eq!(Registry::power_at(COMPANY, 1, None), Power { area: 20_000, heads: 1 });
		assert_eq!(Registry::power_at(COMPANY, 2, None), Power::default());
		assert_eq!(Registry::totals_at(2, None), Power { area: 44_000, heads: 4 });
		assert_eq!(UnitAreas::<Test>::get(2), 15_000);
		assert_eq!(Registry::units(0, 10).units.len(), 6);
		assert_noop!(propose(Change::RetireUnit { unit: 3 }), Error::<Test>::UnitNotFound);
		Settled::set(false);
		assert_noop!(propose(Change::RetireUnit { unit: 0 }), Error::<Test>::DuesOutstanding);
	});
}
