// SPDX-License-Identifier: Apache-2.0

//! The register as [`Electorate`] of other pallets.

use crate::{mock::*, *};
use frame_support::assert_ok;
use linli_primitives::{traits::Electorate, Role};

type Asked = Pallet<Test>;

#[test]
fn only_the_representative_votes_for_an_owner() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(<Asked as Electorate<_, _>>::represented_by(&WANG_1), Some(WANGS));
		assert_eq!(<Asked as Electorate<_, _>>::represented_by(&WANG_2), None);
		assert_eq!(<Asked as Electorate<_, _>>::owner_of(&WANG_2), Some(WANGS));
		assert_eq!(<Asked as Electorate<_, _>>::owner_of(&STRANGER), None);
		assert_ok!(Registry::set_representative(signed(WANG_1), WANG_2));
		assert_eq!(<Asked as Electorate<_, _>>::represented_by(&WANG_2), Some(WANGS));
		assert_eq!(<Asked as Electorate<_, _>>::representative(WANGS), Some(WANG_2));
		assert_eq!(<Asked as Electorate<_, _>>::representative(ZHAO), None);
	});
}

#[test]
fn power_is_read_from_checkpoints() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(<Asked as Electorate<_, _>>::power_at(LI, 0, Some(&[1])), Power { area: 9_000, heads: 1 });
		assert_eq!(<Asked as Electorate<_, _>>::power_at(LI, 0, Some(&[2])), Power::ZERO);
		assert_eq!(<Asked as Electorate<_, _>>::totals_at(0, None), Some(Power { area: 64_000, heads: 5 }));
	});
}

#[test]
fn holders_of_the_manager_role_are_its_staff() {
	ExtBuilder::default().build_and_execute(|| {
		assert!(!<Asked as Electorate<_, _>>::is_manager_staff(&STRANGER));
		assert_ok!(Registry::appoint(RuntimeOrigin::root(), Role::Manager, STRANGER));
		assert!(<Asked as Electorate<_, _>>::is_manager_staff(&STRANGER));
		assert!(!<Asked as Electorate<_, _>>::is_manager_staff(&REGISTRAR));
	});
}

#[test]
fn all_accounts_of_an_owner_are_staff_if_one_is() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Registry::appoint(RuntimeOrigin::root(), Role::Manager, WANG_2));
		for account in [WANG_1, WANG_2] {
			assert!(<Asked as Electorate<_, _>>::is_manager_staff(&account));
		}
		assert!(!<Asked as Electorate<_, _>>::is_manager_staff(&LI_1));
	});
}
