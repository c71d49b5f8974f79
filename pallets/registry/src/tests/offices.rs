// SPDX-License-Identifier: Apache-2.0

//! Offices that exclude each other (D11, D47).

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::Role;
use sp_runtime::DispatchResult;

fn appoint(role: Role, account: AccountId) -> DispatchResult {
	Registry::appoint(RuntimeOrigin::root(), role, account)
}

fn pairs() -> impl Iterator<Item = (Role, Role)> {
	Role::ALL.into_iter().flat_map(|first| Role::ALL.into_iter().map(move |second| (first, second)))
}

/// A joint owner's two accounts, neither with an office.
const ONE_PERSON: [AccountId; 2] = [WANG_1, WANG_2];

#[test]
fn each_cell_of_the_table_is_enforced_for_accounts_and_for_persons() {
	for (first, second) in pairs() {
		for other in ONE_PERSON {
			if first == second && other == WANG_1 {
				continue;
			}
			ExtBuilder::default().build_and_execute(|| {
				assert_ok!(appoint(first, WANG_1));
				if first.excludes(second) {
					assert_noop!(appoint(second, other), Error::<Test>::ExcludedOfficeHeld);
					// What the error says helps.
					assert_ok!(Registry::dismiss(RuntimeOrigin::root(), first, WANG_1));
				}
				assert_ok!(appoint(second, other));
				// Another person's offices exclude nothing.
				assert_ok!(appoint(second, LI_1));
			});
		}
	}
}

#[test]
fn most_offices_exclude_a_seat_on_the_committee() {
	for role in Role::ALL {
		ExtBuilder::default().build_and_execute(|| {
			Seated::set(vec![WANG_1]);
			for account in ONE_PERSON {
				if role.excludes_seat() {
					assert_noop!(appoint(role, account), Error::<Test>::CommitteeSeatHeld);
				} else {
					assert_ok!(appoint(role, account));
				}
			}
			assert_ok!(appoint(role, LI_1));
		});
	}
}

#[test]
fn two_people_hold_all_offices_of_a_small_community() {
	ExtBuilder::default().build_and_execute(|| {
		FewUnits::set(7);
		Seated::set(vec![LI_1]);
		for role in [Role::Cashier, Role::Auditor, Role::Manager] {
			assert_ok!(appoint(role, WANG_1));
		}
		// One person alone does not.
		for account in ONE_PERSON {
			assert_noop!(appoint(Role::Registrar, account), Error::<Test>::AllOtherOfficesHeld);
		}
		for role in [Role::Registrar, Role::Auditor, Role::Manager] {
			assert_ok!(appoint(role, LI_1));
		}
		assert_noop!(appoint(Role::Cashier, LI_1), Error::<Test>::AllOtherOfficesHeld);
		// A device is nobody's second office.
		assert_noop!(appoint(Role::Device, WANG_2), Error::<Test>::ExcludedOfficeHeld);
		assert_ok!(appoint(Role::Device, STRANGER));
		assert_noop!(appoint(Role::Manager, STRANGER), Error::<Test>::ExcludedOfficeHeld);
	});
}

#[test]
fn a_community_that_grows_is_no_longer_small() {
	ExtBuilder::default().build_and_execute(|| {
		FewUnits::set(7);
		assert_ok!(appoint(Role::Cashier, WANG_1));
		let kind = linli_primitives::UnitKind::Storage;
		assert_ok!(made(new_unit(1, kind, 500, LI)));
		assert_noop!(appoint(Role::Auditor, WANG_1), Error::<Test>::ExcludedOfficeHeld);
		assert_ok!(appoint(Role::Auditor, LI_1));
	});
}

#[test]
#[should_panic(expected = "20 cannot be Auditor")]
fn genesis_refuses_offices_that_exclude_each_other() {
	let mut builder = ExtBuilder::default();
	builder.0.roles.extend([(Role::Cashier, WANG_1), (Role::Auditor, WANG_1)]);
	builder.build();
}
