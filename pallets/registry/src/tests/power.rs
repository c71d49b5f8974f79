// SPDX-License-Identifier: Apache-2.0

//! Power at past blocks, compared with a copy of all units per block (D6, D7).

use crate::{mock::*, *};
use frame_support::{assert_ok, storage::with_storage_layer};
use linli_primitives::{Buildings, OwnerKind, UnitKind, UnitKinds};
use proptest::prelude::*;
use std::collections::BTreeSet;

#[test]
fn changes_in_one_block_write_one_checkpoint() {
	ExtBuilder::default().build_and_execute(|| {
		System::set_block_number(5);
		for to in [WANGS, COMPANY, ZHAO] {
			assert_ok!(made(sale(0, to)));
		}
		let area_of = |owner| Histories::<Test>::get(Subject::OwnerArea { owner });
		assert_eq!(area_of(LI), Some(History { earlier: 1, last: Checkpoint { block: 5, value: 0 } }));
		assert_eq!(area_of(ZHAO), Some(History { earlier: 1, last: Checkpoint { block: 5, value: 16_000 } }));
		let before = Checkpoints::<Test>::get(Subject::OwnerArea { owner: ZHAO }, 0);
		assert_eq!(before, Some(Checkpoint { block: 0, value: 7_000 }));
		// The total area did not change, so no checkpoint was written.
		let area = Histories::<Test>::get(Subject::Area);
		assert_eq!(area, Some(History { earlier: 0, last: Checkpoint { block: 0, value: 64_000 } }));
		assert_eq!(Registry::power_at(LI, 4, None), Power { area: 9_000, heads: 1 });
		assert_eq!(Registry::power_at(LI, 5, None), Power::default());
		assert_eq!(Registry::power_at(WANGS, 5, None), Power { area: 11_000, heads: 1 });
		assert_eq!(Registry::totals_at(5, None), Power { area: 64_000, heads: 4 });
	});
}

#[test]
fn an_owner_in_two_buildings_is_one_head() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Registry::totals_at(0, Some(&[1])).heads, 3);
		assert_eq!(Registry::totals_at(0, Some(&[2])).heads, 3);
		assert_eq!(Registry::totals_at(0, Some(&[1, 2])).heads, 5);
		assert_eq!(Registry::totals_at(0, Some(&[])), Power::default());
		assert_eq!(Registry::totals_at(0, Some(&[77])), Power::default());
	});
}

#[test]
fn parts_are_counted_at_once_as_each_alone() {
	ExtBuilder::default().build_and_execute(|| {
		let parts = |lists: &[&[u16]]| -> Vec<Buildings> {
			lists.iter().map(|list| list.to_vec().try_into().unwrap()).collect()
		};
		let alone = |part: &Buildings| Registry::totals_at(0, Some(part.as_slice()));
		for parts in [parts(&[&[1], &[2]]), parts(&[&[1, 2], &[3]]), parts(&[&[1, 77]]), parts(&[])] {
			let each: Vec<_> = parts.iter().map(alone).collect();
			assert_eq!(Registry::totals_in_each(0, &parts), each);
		}
		// An owner in both is a head in each.
		let heads: Vec<_> =
			Registry::totals_in_each(0, &parts(&[&[1], &[2]])).into_iter().map(|total| total.heads).collect();
		assert_eq!(heads, [3, 3]);
	});
}

#[test]
fn a_future_block_has_the_current_power() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Registry::totals_at(u64::MAX, None), Registry::totals_at(1, None));
		assert_eq!(Registry::power_at(99, 1, None), Power::default());
	});
}

#[test]
fn sets_passed_through_within_a_block_are_not_kept() {
	ExtBuilder::default().build_and_execute(|| {
		let sets = || BuildingSets::<Test>::iter_keys().map(|set| set.to_vec()).collect::<Vec<_>>();
		assert_eq!(sets(), vec![vec![1, 2]]);
		for building in 2..5 {
			assert_ok!(made(new_unit(building, UnitKind::Residential, 100, LI)));
		}
		let mut found = sets();
		found.sort();
		assert_eq!(found, vec![vec![1, 2], vec![1, 2, 3, 4]]);
		assert_eq!(Registry::totals_at(1, Some(&[3])), Power { area: 100, heads: 1 });
		// A set that existed at the end of a block stays listed.
		System::set_block_number(2);
		assert_ok!(made(new_unit(5, UnitKind::Residential, 100, LI)));
		assert_eq!(sets().len(), 3);
		assert_eq!(Registry::totals_at(1, Some(&[1, 3])).heads, Registry::totals_at(2, Some(&[1, 3])).heads);
	});
}

#[test]
fn the_number_of_sets_iterated_is_bounded() {
	use linli_primitives::traits::Electorate;
	ExtBuilder::default().build().execute_with(|| {
		let asked = |buildings: Option<&[u16]>| <Registry as Electorate<_, _>>::totals_at(1, buildings);
		for other in 1_000..1_000 + MAX_SETS as u16 - 1 {
			BuildingSets::<Test>::insert(BuildingSetOf::<Test>::truncate_from(vec![900, other]), ());
		}
		assert_eq!(BuildingSets::<Test>::count(), MAX_SETS);
		assert_eq!(asked(Some(&[1])), Some(Registry::totals_at(1, Some(&[1]))));
		BuildingSets::<Test>::insert(BuildingSetOf::<Test>::truncate_from(vec![1, 901]), ());
		assert_eq!(asked(Some(&[1])), None);
		let each = <Registry as Electorate<_, _>>::totals_in_each(1, &[vec![1u16].try_into().unwrap()]);
		assert_eq!(each, None);
		// The whole community can always be counted.
		assert_eq!(asked(None), Some(Power { area: 64_000, heads: 5 }));
	});
}

#[test]
fn an_unchanged_value_is_read_from_the_newest_checkpoint() {
	ExtBuilder::default().build_and_execute(|| {
		System::set_block_number(5);
		assert_ok!(made(sale(0, WANGS)));
		// Without earlier checkpoints, a history has only the values from the newest checkpoint on.
		let wangs = Subject::OwnerArea { owner: WANGS };
		let first = Checkpoints::<Test>::take(&wangs, 0);
		assert_eq!(Registry::power_at(WANGS, 5, None), Power { area: 20_000, heads: 1 });
		assert_eq!(Registry::power_at(WANGS, 4, None), Power::default());
		Checkpoints::<Test>::insert(&wangs, 0, first.unwrap());
		assert_eq!(Registry::power_at(WANGS, 4, None), Power { area: 11_000, heads: 1 });
	});
}

const OWNERS: u32 = 6;
const BUILDINGS: u16 = 4;

#[derive(Clone, Debug)]
enum Step {
	Register { building: u16, kind: UnitKind, area: u64, owner: u32 },
	Transfer { unit: u32, to: u32 },
	Correct { unit: u32, kind: UnitKind, area: u64 },
	Split { unit: u32, parts: Vec<u64> },
	Merge { into: u32, others: Vec<u32> },
	Retire { unit: u32 },
	NextBlock,
}

fn kinds() -> impl Strategy<Value = UnitKind> {
	(0..4usize).prop_map(|kind| UnitKind::ALL[kind])
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
	let register = (0..BUILDINGS, kinds(), 1..20_000u64, 0..OWNERS)
		.prop_map(|(building, kind, area, owner)| Step::Register { building, kind, area, owner });
	let transfer = (0..20u32, 0..OWNERS).prop_map(|(unit, to)| Step::Transfer { unit, to });
	let correct = (0..20u32, kinds(), 1..20_000u64).prop_map(|(unit, kind, area)| Step::Correct { unit, kind, area });
	let split = (0..20u32, prop::collection::vec(1..9u64, 1..4)).prop_map(|(unit, parts)| Step::Split { unit, parts });
	let merge =
		(0..20u32, prop::collection::vec(0..20u32, 1..3)).prop_map(|(into, others)| Step::Merge { into, others });
	let retire = (0..20u32).prop_map(|unit| Step::Retire { unit });
	let step = prop_oneof![
		3 => register, 5 => transfer, 3 => correct, 3 => split, 3 => merge, 1 => retire, 4 => Just(Step::NextBlock)
	];
	prop::collection::vec(step, 1..60)
}

/// The change that a step makes, with a label that no unit has. A split takes areas off the unit.
fn change_of(step: &Step, label: u64) -> Option<Change> {
	let label = |part: u64| linli_primitives::Commitment::from_low_u64_be(1_000 + 10 * label + part);
	Some(match step.clone() {
		Step::Register { building, kind, area, owner } => {
			Change::RegisterUnit { building, kind, area, owner, label: label(0) }
		}
		Step::Transfer { unit, to } => sale(unit, to),
		Step::Correct { unit, kind, area } => Change::CorrectUnit { unit, kind, area, label: label(0) },
		Step::Split { unit, parts } => {
			let area = Units::<Test>::get(unit)?.area.checked_sub(parts.iter().sum())?;
			let areas = core::iter::once(area).chain(parts).zip(0..);
			let parts: Vec<_> = areas.map(|(area, place)| Part { area, label: label(place) }).collect();
			Change::SplitUnit { unit, parts: parts.try_into().unwrap() }
		}
		Step::Merge { into, mut others } => {
			others.sort_unstable();
			Change::MergeUnits { into, absorbed: others.try_into().unwrap(), label: label(0) }
		}
		Step::Retire { unit } => Change::RetireUnit { unit },
		Step::NextBlock => return None,
	})
}

/// Computes the power from a copy of all units.
fn count(units: &[Unit], owner: Option<u32>, buildings: Option<&[u16]>) -> Power {
	count_of(&[UnitKind::Residential, UnitKind::Commercial], units, owner, buildings)
}

/// Computes the power by units of some kinds from a copy of all units.
fn count_of(kinds: &[UnitKind], units: &[Unit], owner: Option<u32>, buildings: Option<&[u16]>) -> Power {
	let counted: Vec<_> = units
		.iter()
		.filter(|unit| kinds.contains(&unit.kind))
		.filter(|unit| owner.is_none_or(|owner| unit.owner == owner))
		.filter(|unit| buildings.is_none_or(|buildings| buildings.contains(&unit.building)))
		.collect();
	Power {
		area: counted.iter().map(|unit| unit.area).sum(),
		heads: counted.iter().map(|unit| unit.owner).collect::<BTreeSet<_>>().len() as u32,
	}
}

fn snapshot() -> Vec<Unit> {
	Units::<Test>::iter_values().collect()
}

proptest! {
	#![proptest_config(ProptestConfig { cases: linli_testing::cases(12), ..Default::default() })]
	#[test]
	fn checkpoints_agree_with_copies(steps in steps()) {
		let mut builder = ExtBuilder::empty();
		builder.0.owners = (0..OWNERS).map(|_| owner(OwnerKind::Person, &[])).collect();
		builder.0.units = (0..8u16)
			.map(|place| unit(place % BUILDINGS, UnitKind::Residential, 1_000, u32::from(place) % OWNERS))
			.collect();
		let homes = UnitKinds::of(&[UnitKind::Residential]);
		let of_homes = |units: &[Unit], owner, buildings: Option<&[u16]>| {
			count_of(&[UnitKind::Residential], units, owner, buildings)
		};
		builder.0.counted_kinds = vec![homes];
		builder.build().execute_with(|| {
			// A copy of all units at the end of each block, from block 0 on.
			let mut copies = vec![snapshot()];
			let mut done = 0;
			for (place, step) in steps.iter().enumerate() {
				if let Some(change) = change_of(step, place as u64) {
					done += u32::from(with_storage_layer(|| made(change)).is_ok());
				}
				if matches!(step, Step::NextBlock) {
					copies.push(snapshot());
					System::set_block_number(copies.len() as u64);
				}
			}
			let steps_that_always_work = steps.iter().filter(|step| matches!(step, Step::Register { .. })).count();
			assert!(done as usize >= steps_that_always_work);
			copies.push(snapshot());
			for (block, units) in copies.iter().enumerate() {
				let block = block as u64;
				for bits in 0..1u16 << BUILDINGS {
					let set: Vec<u16> = (0..BUILDINGS).filter(|building| bits & (1 << building) != 0).collect();
					assert_eq!(Registry::totals_at(block, Some(&set)), count(units, None, Some(&set)));
					for owner in 0..OWNERS {
						assert_eq!(
							Registry::power_at(owner, block, Some(&set)),
							count(units, Some(owner), Some(&set))
						);
						assert_eq!(
							Registry::kinds_power_at(owner, block, Some(&set), homes),
							of_homes(units, Some(owner), Some(&set))
						);
					}
				}
				assert_eq!(Registry::totals_at(block, None), count(units, None, None));
				assert_eq!(Registry::kinds_totals_at(block, None, homes), Some(of_homes(units, None, None)));
				for building in 0..BUILDINGS {
					let one = [building];
					let counted = Registry::kinds_totals_at(block, Some(&one), homes);
					assert_eq!(counted, Some(of_homes(units, None, Some(&one))));
				}
				for owner in 0..OWNERS {
					assert_eq!(Registry::power_at(owner, block, None), count(units, Some(owner), None));
				}
			}
			Registry::do_try_state().unwrap();
		});
	}
}
