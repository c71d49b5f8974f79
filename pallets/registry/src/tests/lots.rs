// SPDX-License-Identifier: Apache-2.0

//! Heads by lot.

use crate::{mock::*, *};
use frame_support::assert_ok;
use linli_primitives::{traits::Electorate, Power, UnitKind};
use sp_runtime::TryRuntimeError;

fn by_lot() -> ExtBuilder {
	let mut builder = ExtBuilder::default();
	builder.0.heads_per_lot = true;
	builder
}

fn heads(owner: u32, buildings: Option<&[u16]>) -> u32 {
	Registry::power_at(owner, System::block_number(), buildings).heads
}

#[test]
fn each_unit_that_votes_is_a_head() {
	by_lot().build_and_execute(|| {
		// Li has a home and a parking space, which has no vote here.
		assert_eq!((heads(LI, None), heads(DEVELOPER, None), heads(99, None)), (1, 2, 0));
		assert_eq!((heads(DEVELOPER, Some(&[1])), heads(DEVELOPER, Some(&[1, 2, 2]))), (1, 2));
		assert_eq!(Registry::totals_at(0, None), Power { area: 64_000, heads: 6 });
		assert_eq!(Registry::totals_at(0, Some(&[1])).heads, 3);
		assert_eq!(Registry::totals_at(0, Some(&[2, 1])).heads, 6);
		let parts = [vec![1u16].try_into().unwrap(), vec![2u16].try_into().unwrap()];
		let each = Registry::totals_in_each(0, &parts);
		assert_eq!(each.iter().map(|total| total.heads).sum::<u32>(), 6);
		assert_eq!(Registry::totals_at(0, Some(&[])), Power::default());
	});
	// Otherwise nothing is counted for it.
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(heads(DEVELOPER, None), 1);
		assert!(!Histories::<Test>::contains_key(Subject::Lots));
	});
}

#[test]
fn lots_are_bought_and_sold_and_the_past_stays() {
	by_lot().build_and_execute(|| {
		System::set_block_number(5);
		assert_ok!(Registry::do_transfer_unit(4, WANGS, hash(1), Dues::TakenOver));
		assert_ok!(Registry::do_register_unit(3, UnitKind::Commercial, 500, LI, hash(2)));
		// No vote, no lot.
		assert_ok!(Registry::do_register_unit(3, UnitKind::Storage, 500, LI, hash(3)));
		assert_eq!((heads(LI, None), heads(WANGS, None), heads(DEVELOPER, None)), (2, 2, 1));
		assert_eq!(Registry::totals_at(5, None), Power { area: 64_500, heads: 7 });
		assert_eq!(Registry::power_at(DEVELOPER, 4, None), Power { area: 17_000, heads: 2 });
		assert_eq!(Registry::power_at(WANGS, 4, Some(&[1])), Power { area: 11_000, heads: 1 });
		assert_eq!(Registry::totals_at(4, None), Power { area: 64_000, heads: 6 });
		assert_eq!(Registry::totals_at(4, Some(&[3])), Power::default());
	});
}

#[test]
fn lots_in_some_buildings_can_always_be_counted() {
	by_lot().build().execute_with(|| {
		for low in 0..=MAX_SETS {
			let low = u16::try_from(low).unwrap();
			let set = BuildingSetOf::<Test>::truncate_from(vec![low, low + 1]);
			Registry::enter_set(&set);
		}
		let totals = |buildings: &[u16]| <Registry as Electorate<_, _>>::totals_at(0, Some(buildings));
		assert_eq!(totals(&[1]).map(|power| power.heads), Some(3));
		HeadsPerLot::<Test>::put(false);
		assert_eq!(totals(&[1]), None);
	});
}

#[test]
fn miscounted_lots_are_found() {
	let finds = |message: &'static str, damage: fn()| {
		by_lot().build().execute_with(|| {
			assert_ok!(Registry::do_try_state());
			damage();
			assert_eq!(Registry::try_lots(), Err(TryRuntimeError::Other(message)));
			assert!(Registry::do_try_state().is_err());
		});
	};
	let miscounted = "registry: lots are miscounted";
	finds(miscounted, || Registry::write(Subject::Lots, 7).unwrap());
	finds(miscounted, || Registry::write(Subject::BuildingLots { building: 2 }, 2).unwrap());
	finds(miscounted, || Registry::write(Subject::OwnerLots { owner: 77 }, 1).unwrap());
	finds(miscounted, || HeadsPerLot::<Test>::put(false));
	finds("registry: lots have no checkpoint", || {
		Histories::<Test>::remove(Subject::OwnerLotsIn { owner: LI, building: 1 });
	});
}
