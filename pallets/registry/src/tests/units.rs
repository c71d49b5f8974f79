// SPDX-License-Identifier: Apache-2.0

//! Registration and transfer of units.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use linli_primitives::{
	traits::{OnUnitSold, OwnersRegister},
	UnitKind,
};
use sp_runtime::DispatchError;

fn register(building: u16, area: u64, owner: u32) -> sp_runtime::DispatchResult {
	Registry::register_unit(registrar(), building, UnitKind::Residential, area, owner, hash(1))
}

#[test]
fn a_registered_unit_counts_from_its_block_on() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(register(3, 5_000, LI));
		assert_eq!(
			last_event(),
			Event::UnitRegistered {
				unit: 7,
				building: 3,
				kind: UnitKind::Residential,
				area: 5_000,
				owner: LI,
				label: hash(1)
			}
		);
		assert_eq!(Registry::unit(7).map(|unit| unit.owner), Some(LI));
		assert_eq!(Registry::unit_count(), 8);
		assert_eq!(Registry::power_at(LI, 0, None), Power { area: 9_000, heads: 1 });
		assert_eq!(Registry::power_at(LI, 1, None), Power { area: 14_000, heads: 1 });
		assert_eq!(Registry::totals_at(1, Some(&[1, 3])), Power { area: 34_000, heads: 3 });
	});
}

#[test]
fn invalid_units_are_not_registered() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			Registry::register_unit(signed(LI_1), 1, UnitKind::Residential, 1, LI, hash(1)),
			DispatchError::BadOrigin
		);
		assert_noop!(register(1, 0, LI), Error::<Test>::InvalidArea);
		assert_noop!(register(1, 1, 9), Error::<Test>::OwnerNotFound);
		let too_large = || frame_support::storage::with_storage_layer(|| register(1, u64::MAX, LI));
		assert_noop!(too_large(), Error::<Test>::Overflow);
		for building in 2..6 {
			assert_ok!(register(building, 1, LI));
		}
		let too_far = || frame_support::storage::with_storage_layer(|| register(6, 1, LI));
		assert_noop!(too_far(), Error::<Test>::TooManyBuildings);
	});
}

#[test]
fn a_flat_is_sold() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Registry::name_resident(signed(DEVELOPER_1), 5, STRANGER, Now::get() + 1));
		System::set_block_number(2);
		assert_ok!(Registry::transfer_unit(registrar(), 5, LI, hash(9), Dues::Settled));
		assert_eq!(
			last_event(),
			Event::UnitTransferred { unit: 5, from: DEVELOPER, to: LI, document: hash(9), dues: Dues::Settled }
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
fn a_sale_weighs_what_it_sets_off() {
	let call = Call::<Test>::transfer_unit { unit: 0, to: WANGS, document: hash(9), dues: Dues::Settled };
	// The weights of the mock are zero.
	assert_eq!(call.get_dispatch_info().call_weight, Sales::weight());
}

#[test]
fn dues_are_settled_or_taken_over() {
	ExtBuilder::default().build_and_execute(|| {
		Settled::set(false);
		assert_noop!(
			Registry::transfer_unit(registrar(), 0, WANGS, hash(9), Dues::Settled),
			Error::<Test>::DuesOutstanding
		);
		assert_ok!(Registry::transfer_unit(registrar(), 0, WANGS, hash(9), Dues::TakenOver));
	});
}

#[test]
fn invalid_transfers_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let transfer = |origin, unit, to| Registry::transfer_unit(origin, unit, to, hash(9), Dues::Settled);
		assert_noop!(transfer(signed(LI_1), 0, WANGS), DispatchError::BadOrigin);
		assert_noop!(transfer(registrar(), 7, WANGS), Error::<Test>::UnitNotFound);
		assert_noop!(transfer(registrar(), 0, 9), Error::<Test>::OwnerNotFound);
		assert_noop!(transfer(registrar(), 0, LI), Error::<Test>::AlreadyOwner);
		assert_eq!(Sales::get(), vec![]);
	});
}
