// SPDX-License-Identifier: Apache-2.0

//! The persons behind accounts (D11, D47).

use crate::{mock::*, *};
use frame_support::assert_ok;
use linli_primitives::{
	traits::{Household, OwnersRegister, People},
	UnitId,
};

const TENANT: AccountId = 60;
const SON: AccountId = 61;

fn name(owner: AccountId, unit: UnitId, account: AccountId) {
	house(owner, unit, account, Now::get() + 2 * SETTLED);
}

/// Checks both orders, which must agree.
fn same(a: AccountId, b: AccountId) -> bool {
	let result = Registry::same_person(&a, &b);
	assert_eq!(Registry::same_person(&b, &a), result);
	result
}

fn related(a: AccountId, b: AccountId) -> bool {
	let result = Registry::related(&a, &b);
	assert_eq!(Registry::related(&b, &a), result);
	result
}

#[test]
fn the_accounts_of_one_owner_are_one_person() {
	ExtBuilder::default().build_and_execute(|| {
		assert!(same(WANG_1, WANG_2) && related(WANG_1, WANG_2));
		assert!(same(STRANGER, STRANGER) && related(STRANGER, STRANGER));
		assert!(!same(LI_1, WANG_1) && !related(LI_1, WANG_1));
		// That neither acts for an owner does not make two accounts one person.
		assert!(!same(STRANGER, REGISTRAR) && !related(STRANGER, REGISTRAR));
		assert_ok!(Registry::leave(signed(WANG_2)));
		assert!(!same(WANG_1, WANG_2) && !related(WANG_1, WANG_2));
	});
}

#[test]
fn owner_and_resident_of_a_unit_are_related_but_two() {
	ExtBuilder::default().build_and_execute(|| {
		name(WANG_1, 2, TENANT);
		pass(SETTLED);
		assert!(related(WANG_1, TENANT) && !same(WANG_1, TENANT));
		// The relation is to the owner, not to one of its accounts.
		assert!(related(WANG_2, TENANT));
		assert!(!related(LI_1, TENANT));
		assert_ok!(made(sale(2, ZHAO)));
		assert!(!related(WANG_1, TENANT));
	});
}

#[test]
fn residents_of_one_unit_are_related() {
	ExtBuilder::default().build_and_execute(|| {
		name(DEVELOPER_1, 4, TENANT);
		name(DEVELOPER_1, 5, SON);
		pass(SETTLED);
		// Two tenants of one landlord live in two homes.
		assert!(!related(TENANT, SON));
		name(DEVELOPER_1, 4, SON);
		pass(SETTLED - 1);
		assert!(!related(TENANT, SON));
		name(DEVELOPER_1, 4, TENANT);
		pass(1);
		assert!(related(TENANT, SON) && !same(TENANT, SON));
	});
}

#[test]
fn a_relation_ends_with_the_residence() {
	ExtBuilder::default().build_and_execute(|| {
		name(LI_1, 0, TENANT);
		pass(SETTLED - 1);
		// One who accepted by mistake has a week to leave.
		assert!(!related(LI_1, TENANT));
		pass(1);
		assert!(related(LI_1, TENANT));
		assert!(Registry::is_at_home(&TENANT, 0) && Registry::is_at_home(&LI_1, 0) && !Registry::is_at_home(&SON, 0));
		name(LI_1, 0, SON);
		pass(SETTLED);
		assert!(!related(LI_1, TENANT) && !related(TENANT, SON) && related(LI_1, SON));
		assert_ok!(Registry::dismiss_resident(signed(SON), 0, SON));
		assert!(!related(LI_1, SON));
	});
}

#[test]
fn somebody_is_related_to_an_owner_as_to_their_accounts() {
	ExtBuilder::default().build_and_execute(|| {
		let to = |account: AccountId, owner| Registry::related_to_owner(&account, owner);
		assert!(to(WANG_1, WANGS) && to(WANG_2, WANGS) && !to(LI_1, WANGS) && !to(STRANGER, WANGS));
		// A tenant of the owner's, and the landlord of one of the owner's accounts.
		name(WANG_1, 2, TENANT);
		name(LI_1, 0, WANG_2);
		pass(SETTLED);
		assert!(to(TENANT, WANGS) && !to(TENANT, LI));
		assert!(to(LI_1, WANGS) && to(WANG_2, LI));
		// Somebody who lives in the same home as one of them.
		name(LI_1, 0, SON);
		name(LI_1, 0, WANG_2);
		pass(SETTLED);
		assert!(to(SON, WANGS));
	});
}

#[test]
fn a_household_is_the_home_or_else_the_owner() {
	ExtBuilder::default().build_and_execute(|| {
		let of = |account: AccountId| Registry::household(&account);
		assert_eq!(of(STRANGER), Household::Account(STRANGER));
		assert_eq!((of(WANG_1), of(WANG_2)), (Household::Owner(WANGS), Household::Owner(WANGS)));
		// From the first day on: those of one home are one household, a landlord is no part of it.
		name(DEVELOPER_1, 5, TENANT);
		name(DEVELOPER_1, 5, SON);
		assert_eq!((of(TENANT), of(SON)), (Household::Unit(5), Household::Unit(5)));
		assert_eq!(of(DEVELOPER_1), Household::Owner(DEVELOPER));
		// The lowest of several homes, whatever their order.
		name(DEVELOPER_1, 4, TENANT);
		assert_eq!((of(TENANT), of(SON)), (Household::Unit(4), Household::Unit(5)));
		// An owner who lives in a unit, of their own or of others, is of that household, with all accounts.
		name(WANG_1, 2, WANG_1);
		assert_eq!((of(WANG_1), of(WANG_2)), (Household::Unit(2), Household::Unit(2)));
		pass(2 * SETTLED);
		assert_eq!((of(TENANT), of(WANG_1)), (Household::Account(TENANT), Household::Owner(WANGS)));
	});
}

#[test]
fn an_owner_does_not_become_several_households() {
	ExtBuilder::default().build_and_execute(|| {
		let of = |account: AccountId| Registry::household(&account);
		// Another account of the owner, in the owner's unit or in that of somebody else.
		name(WANG_2, 2, WANG_2);
		name(LI_1, 0, WANG_2);
		assert_eq!((of(WANG_1), of(WANG_2)), (Household::Owner(WANGS), Household::Owner(WANGS)));
		// A parking space is no home: a resident of nothing else is of its owner's household, wherever that lives.
		name(LI_1, 1, TENANT);
		assert_eq!(of(TENANT), Household::Owner(LI));
		name(LI_1, 0, LI_1);
		assert_eq!((of(LI_1), of(TENANT)), (Household::Unit(0), Household::Unit(0)));
		name(DEVELOPER_1, 5, TENANT);
		assert_eq!(of(TENANT), Household::Unit(5));
	});
}

#[test]
fn owner_and_resident_share_a_home_from_the_first_day_on() {
	ExtBuilder::default().build_and_execute(|| {
		let share = |a: AccountId, b: AccountId| {
			let result = Registry::shares_home(&a, &b);
			assert_eq!(Registry::shares_home(&b, &a), result);
			result
		};
		assert!(share(WANG_1, WANG_2) && share(STRANGER, STRANGER) && !share(LI_1, WANG_1) && !share(LI_1, TENANT));
		name(WANG_1, 2, TENANT);
		assert!(share(WANG_1, TENANT) && share(WANG_2, TENANT) && !share(LI_1, TENANT));
		assert!(!related(WANG_1, TENANT) && Registry::household(&WANG_1) != Registry::household(&TENANT));
		// Those of one unit, who are of different households.
		name(DEVELOPER_1, 4, TENANT);
		name(DEVELOPER_1, 4, SON);
		assert!(share(TENANT, SON));
		assert_ok!(Registry::dismiss_resident(signed(TENANT), 2, TENANT));
		assert!(!share(WANG_1, TENANT));
	});
}
