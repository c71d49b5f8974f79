// SPDX-License-Identifier: Apache-2.0

//! Registration, transfer and correction of units.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{
	traits::{OnUnitSold, OwnersRegister},
	Commitment, UnitKind,
};
use sp_runtime::DispatchError;

fn home(building: u16, area: u64, owner: u32) -> Change {
	new_unit(building, UnitKind::Residential, area, owner)
}

#[test]
fn a_registered_unit_counts_from_its_block_on() {
	ExtBuilder::default().build_and_execute(|| {
		let label = new_label();
		assert_ok!(made(home(3, 5_000, LI)));
		assert_eq!(
			last_event(),
			Event::UnitRegistered { unit: 7, building: 3, kind: UnitKind::Residential, area: 5_000, owner: LI, label }
		);
		assert_eq!(Registry::unit(7).map(|unit| unit.owner), Some(LI));
		assert_eq!(Registry::unit_count(), 8);
		assert_eq!(Labels::<Test>::get(label), Some(7));
		assert_eq!(UnitAreas::<Test>::get(3), 5_000);
		assert_eq!(Registry::power_at(LI, 0, None), Power { area: 9_000, heads: 1 });
		assert_eq!(Registry::power_at(LI, 1, None), Power { area: 14_000, heads: 1 });
		assert_eq!(Registry::totals_at(1, Some(&[1, 3])), Power { area: 34_000, heads: 3 });
	});
}

#[test]
fn invalid_units_are_not_registered() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Registry::propose_change(signed(LI_1), home(1, 1, LI), document()), DispatchError::BadOrigin);
		assert_noop!(propose(home(1, 0, LI)), Error::<Test>::InvalidArea);
		assert_noop!(propose(home(1, 1, 9)), Error::<Test>::OwnerNotFound);
		assert_noop!(propose(home(1, u64::MAX, LI)), Error::<Test>::Overflow);
		let label = Commitment::zero();
		let unlabelled = Change::RegisterUnit { building: 1, kind: UnitKind::Storage, area: 1, owner: LI, label };
		assert_noop!(propose(unlabelled), Error::<Test>::InvalidLabel);
		for building in 2..6 {
			assert_ok!(made(home(building, 1, LI)));
		}
		assert_noop!(propose(home(6, 1, LI)), Error::<Test>::TooManyBuildings);
	});
}

#[test]
fn a_unit_is_not_registered_twice() {
	ExtBuilder::default().build_and_execute(|| {
		let label = new_label();
		assert_ok!(made(home(1, 100, LI)));
		let again = Change::RegisterUnit { building: 1, kind: UnitKind::Storage, area: 1, owner: LI, label };
		assert_noop!(propose(again.clone()), Error::<Test>::LabelAlreadyUsed);
		// Once the unit has ceased to exist, its label is free.
		assert_ok!(made(Change::RetireUnit { unit: 7 }));
		assert_ok!(made(again));
		assert_eq!(Labels::<Test>::get(label), Some(8));
	});
}

#[test]
fn the_units_of_a_building_stay_within_its_registered_area() {
	ExtBuilder::default().build_and_execute(|| {
		let set = |building, area| Registry::set_building_area(RuntimeOrigin::root(), building, area);
		// Units of all kinds count: building 1 has 302.00 m².
		assert_noop!(set(1, 30_199), Error::<Test>::BuildingAreaTooLow);
		assert_noop!(Registry::set_building_area(registrar(), 1, 30_200), DispatchError::BadOrigin);
		assert_ok!(set(1, 30_300));
		assert_eq!(last_event(), Event::BuildingAreaSet { building: 1, area: 30_300 });
		assert_noop!(propose(home(1, 101, LI)), Error::<Test>::BuildingAreaExceeded);
		assert_ok!(made(home(1, 100, LI)));
		let larger = Change::CorrectUnit { unit: 0, kind: UnitKind::Residential, area: 9_001, label: new_label() };
		assert_noop!(propose(larger), Error::<Test>::BuildingAreaExceeded);
		// A building that nobody has decided on has no area.
		assert_noop!(propose(home(77, 1, LI)), Error::<Test>::BuildingAreaExceeded);
	});
}

#[test]
fn a_flat_is_sold() {
	ExtBuilder::default().build_and_execute(|| {
		let until = Now::get() + WEEK + 1;
		house(DEVELOPER_1, 5, STRANGER, until);
		let change = Change::TransferUnit { unit: 5, to: LI, dues: Dues::Settled };
		let id = confirmed(change);
		pass(WEEK);
		System::set_block_number(2);
		assert_ok!(Registry::enact_change(signed(LI_1), id));
		assert_eq!(
			last_event(),
			Event::UnitTransferred { unit: 5, from: DEVELOPER, to: LI, document: document(), dues: Dues::Settled }
		);
		assert!(System::events()
			.iter()
			.any(|record| record.event
				== RuntimeEvent::Registry(Event::ResidentDismissed { unit: 5, account: STRANGER })));
		assert!(!System::account_exists(&STRANGER));
		assert_eq!(Sales::get(), vec![(5, DEVELOPER, LI, Some(LI))]);
		assert!(Registry::is_owner(&LI_1, 5));
		assert!(!OwnerUnits::<Test>::contains_key(DEVELOPER, 5));
		// Before and after the sale.
		assert_eq!(Registry::power_at(DEVELOPER, 1, Some(&[2])), Power { area: 8_000, heads: 1 });
		assert_eq!(Registry::power_at(DEVELOPER, 2, Some(&[2])), Power::default());
		assert_eq!(Registry::power_at(DEVELOPER, 2, None), Power { area: 9_000, heads: 1 });
		assert_eq!(Registry::power_at(LI, 2, None), Power { area: 17_000, heads: 1 });
		assert_eq!(Registry::totals_at(1, None), Registry::totals_at(2, None));
	});
}

#[test]
fn a_change_weighs_what_it_sets_off() {
	use frame_support::dispatch::GetDispatchInfo;
	let weight = |change| {
		let document = document();
		Call::<Test>::propose_change { change, document }.get_dispatch_info().call_weight
	};
	// The weights of the mock are zero.
	assert_eq!(weight(sale(0, WANGS)), Sales::weight());
	let absorbed = vec![1, 2, 3].try_into().unwrap();
	let merger = Change::MergeUnits { into: 0, absorbed, label: Commitment::zero() };
	assert_eq!(weight(merger), Sales::weight() * 3);
	let enact = Call::<Test>::enact_change { id: 0 };
	assert_eq!(enact.get_dispatch_info().call_weight, Sales::weight() * u64::from(MAX_PARTS));
	ExtBuilder::default().build_and_execute(|| {
		let id = confirmed(sale(0, WANGS));
		pass(WEEK);
		let done = Registry::enact_change(signed(STRANGER), id).unwrap();
		assert_eq!(done.actual_weight, Some(Sales::weight()));
	});
}

#[test]
fn dues_are_settled_or_taken_over() {
	ExtBuilder::default().build_and_execute(|| {
		Settled::set(false);
		let settled = Change::TransferUnit { unit: 0, to: WANGS, dues: Dues::Settled };
		assert_noop!(propose(settled), Error::<Test>::DuesOutstanding);
		assert_ok!(made(sale(0, WANGS)));
	});
}

#[test]
fn invalid_transfers_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(propose(sale(7, WANGS)), Error::<Test>::UnitNotFound);
		assert_noop!(propose(sale(0, 9)), Error::<Test>::OwnerNotFound);
		assert_noop!(propose(sale(0, LI)), Error::<Test>::AlreadyOwner);
		assert_eq!(Sales::get(), vec![]);
	});
}

#[test]
fn a_unit_is_corrected() {
	ExtBuilder::default().build_and_execute(|| {
		System::set_block_number(2);
		let label = new_label();
		let correct = |kind, area| Change::CorrectUnit { unit: 0, kind, area, label };
		assert_noop!(propose(correct(UnitKind::Residential, 0)), Error::<Test>::InvalidArea);
		assert_ok!(made(correct(UnitKind::Residential, 8_500)));
		let expected = Event::UnitCorrected { unit: 0, kind: UnitKind::Residential, area: 8_500, label };
		assert_eq!(last_event(), expected);
		assert_eq!(Reshapes::get(), vec![Reshaped::Corrected(0, 8_500)]);
		assert_noop!(propose(correct(UnitKind::Residential, 8_500)), Error::<Test>::NothingChanged);
		assert_eq!(Registry::power_at(LI, 1, None).area, 9_000);
		assert_eq!(Registry::power_at(LI, 2, None).area, 8_500);
		assert_eq!(Registry::totals_at(2, Some(&[1])).area, 28_500);
		// A parking space does not vote.
		System::set_block_number(3);
		assert_ok!(made(correct(UnitKind::Parking, 8_500)));
		assert_eq!(Registry::power_at(LI, 3, None), Power::default());
		assert_eq!(Registry::totals_at(3, None).heads, 4);
		assert_eq!(Reshapes::get().len(), 1);
		let missing = Change::CorrectUnit { unit: 70, kind: UnitKind::Parking, area: 1, label };
		assert_noop!(propose(missing), Error::<Test>::UnitNotFound);
		Kept::set(true);
		assert!(propose(correct(UnitKind::Residential, 1)).is_err());
	});
}
