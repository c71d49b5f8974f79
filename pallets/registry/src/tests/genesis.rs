// SPDX-License-Identifier: Apache-2.0

//! The register at genesis, and invalid input.

use crate::{mock::*, *};
use frame_support::assert_noop;
use linli_primitives::{traits::OwnersRegister, OwnerKind, Role, UnitKind};
use sp_core::H256;

#[test]
fn genesis_writes_the_register() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Registry::unit_count(), 7);
		assert_eq!(NextOwner::<Test>::get(), 5);
		assert_eq!(Developer::<Test>::get(), Some(DEVELOPER));
		assert_eq!(Owners::<Test>::get(WANGS).unwrap().representative, Some(WANG_1));
		assert_eq!(Registry::owner_of(&WANG_2), Some(WANGS));
		assert!(Registry::is_owner(&WANG_2, 2));
		assert!(!Registry::is_owner(&WANG_2, 0));
		assert!(Registry::holds(Role::Registrar, &REGISTRAR));
		assert_eq!(System::sufficients(&LI_1), 1);
		assert_eq!(System::sufficients(&REGISTRAR), 1);
		assert_eq!(Registry::may_claim(ticket(ZHAOS)), Some(ZHAO));
		assert_eq!(ObjectionDelay::<Test>::get(), 7 * 24 * 60 * 60 * 1_000);
	});
}

#[test]
fn genesis_sustains_accounts_without_money() {
	let mut builder = ExtBuilder::default();
	// The bootstrap key can be a validator's, too.
	builder.0.sustained = vec![STRANGER, LI_1, STRANGER];
	builder.build_and_execute(|| {
		assert_eq!((System::sufficients(&STRANGER), System::sufficients(&LI_1)), (2, 2));
		assert_eq!((Sustained::<Test>::get(STRANGER), Sustained::<Test>::get(LI_1)), (2, 1));
	});
}

#[test]
fn parking_confers_power_only_if_the_rules_say_so() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Registry::power_at(LI, 0, None), Power { area: 9_000, heads: 1 });
	});
	let mut builder = ExtBuilder::default();
	builder.0.voting_kinds = UnitKind::ALL.to_vec();
	builder.build_and_execute(|| {
		assert_eq!(Registry::power_at(LI, 0, None), Power { area: 10_200, heads: 1 });
	});
}

#[test]
fn genesis_accepts_ten_thousand_units() {
	let mut builder = ExtBuilder::empty();
	for owner_id in 0..10_000u32 {
		builder.0.owners.push(owner(OwnerKind::Person, &[]));
		builder.0.units.push(unit((owner_id % 40) as u16, UnitKind::Residential, 9_000, owner_id));
	}
	builder.build().execute_with(|| {
		assert_eq!(Registry::totals_at(0, None), Power { area: 90_000_000, heads: 10_000 });
		assert_eq!(Registry::totals_at(0, Some(&[7, 8])), Power { area: 4_500_000, heads: 500 });
		assert_noop!(propose(new_unit(1, UnitKind::Storage, 1, 10_000)), Error::<Test>::OwnerNotFound);
	});
}

#[test]
#[should_panic(expected = "unit 7 has no area")]
fn a_unit_without_area_is_refused() {
	let mut builder = ExtBuilder::default();
	builder.0.units.push(unit(1, UnitKind::Storage, 0, LI));
	builder.build();
}

#[test]
#[should_panic(expected = "the owner of unit 7 does not exist: 5")]
fn a_unit_of_an_unknown_owner_is_refused() {
	let mut builder = ExtBuilder::default();
	builder.0.units.push(unit(1, UnitKind::Storage, 1, 5));
	builder.build();
}

#[test]
#[should_panic(expected = "owner 5 is a second developer")]
fn a_second_developer_is_refused() {
	let mut builder = ExtBuilder::default();
	builder.0.owners.push(owner(OwnerKind::Developer, &[]));
	builder.build();
}

#[test]
#[should_panic(expected = "10 acts for two owners")]
fn an_account_of_two_owners_is_refused() {
	let mut builder = ExtBuilder::default();
	builder.0.owners.push(owner(OwnerKind::Person, &[LI_1]));
	builder.build();
}

#[test]
#[should_panic(expected = "owner 5 has more than one account")]
fn a_person_with_two_accounts_is_refused() {
	let mut builder = ExtBuilder::default();
	builder.0.owners.push(owner(OwnerKind::Person, &[50, 51]));
	builder.build();
}

#[test]
#[should_panic(expected = "owner 5 has more than 8 accounts")]
fn too_many_accounts_are_refused() {
	let mut builder = ExtBuilder::default();
	builder.0.owners.push(owner(OwnerKind::Joint, &[50, 51, 52, 53, 54, 55, 56, 57, 58]));
	builder.build();
}

#[test]
#[should_panic(expected = "the ticket of owner 5 is also another owner's")]
fn a_ticket_of_two_owners_is_refused() {
	let mut builder = ExtBuilder::default();
	let mut second = owner(OwnerKind::Person, &[]);
	second.ticket = Some(H256(ticket(ZHAOS)));
	builder.0.owners.push(second);
	builder.build();
}

#[test]
#[should_panic(expected = "owner 5 has both an account and a ticket")]
fn a_ticket_beside_an_account_is_refused() {
	let mut builder = ExtBuilder::default();
	let mut second = owner(OwnerKind::Person, &[50]);
	second.ticket = Some(H256(ticket(6)));
	builder.0.owners.push(second);
	builder.build();
}

#[test]
#[should_panic(expected = "in more than 5 buildings")]
fn an_owner_in_too_many_buildings_is_refused() {
	let mut builder = ExtBuilder::default();
	builder.0.units.extend((10..20).map(|building| unit(building, UnitKind::Residential, 1, LI)));
	builder.build();
}

#[test]
#[should_panic(expected = "90 cannot be Registrar")]
fn a_role_assigned_twice_is_refused() {
	let mut builder = ExtBuilder::default();
	builder.0.roles.push((Role::Registrar, REGISTRAR));
	builder.build();
}

#[test]
fn a_building_has_the_area_of_its_units_unless_more_is_registered() {
	let mut builder = ExtBuilder::default();
	builder.0.building_areas = vec![(2, 40_000), (7, 900)];
	builder.build_and_execute(|| {
		let areas = |building| (UnitAreas::<Test>::get(building), BuildingAreas::<Test>::get(building));
		assert_eq!([1, 2, 7].map(areas), [(30_200, 30_200), (35_000, 40_000), (0, 900)]);
	});
}

#[test]
#[should_panic(expected = "the units of building 2 exceed its registered area")]
fn units_beyond_the_registered_area_are_refused() {
	let mut builder = ExtBuilder::default();
	builder.0.building_areas = vec![(2, 34_999)];
	builder.build();
}

#[test]
#[should_panic(expected = "unit 1 cannot be registered")]
fn two_units_with_one_label_are_refused() {
	let mut builder = ExtBuilder::default();
	builder.0.units.iter_mut().for_each(|unit| unit.label = hash(1));
	builder.build();
}

#[test]
#[should_panic(expected = "owner 5 has a second factor, but no ticket")]
fn a_second_factor_without_a_ticket_is_refused() {
	let mut builder = ExtBuilder::default();
	let mut second = owner(OwnerKind::Person, &[]);
	second.second_factor = Some(H256(ticket(6)));
	builder.0.owners.push(second);
	builder.build();
}
