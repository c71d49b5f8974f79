// SPDX-License-Identifier: Apache-2.0

//! Who belongs to the community (D10), and who is at home where.

use crate::{mock::*, *};
use frame_support::assert_ok;
use linli_primitives::{traits::Members, Moment, UnitId};
use std::collections::BTreeSet;

const TENANT: AccountId = 60;
const SON: AccountId = 61;

fn name(owner: AccountId, unit: UnitId, account: AccountId) {
	assert_ok!(Registry::name_resident(signed(owner), unit, account, Now::get() + 10));
}

/// Everybody who can be found at a place.
fn found_at(place: UnitId) -> BTreeSet<AccountId> {
	(0..60).filter_map(|chance| Registry::at(place, chance)).collect()
}

#[test]
fn members_are_owners_accounts_and_residents() {
	ExtBuilder::default().build_and_execute(|| {
		for (account, is_member) in [(LI_1, true), (WANG_2, true), (REGISTRAR, false), (TENANT, false)] {
			assert_eq!(Registry::is_member(&account), is_member, "{account}");
		}
		name(LI_1, 0, TENANT);
		assert!(Registry::is_member(&TENANT));
		pass(5);
		// The later of two homes counts.
		name(COMPANY_1, 3, TENANT);
		pass(5);
		assert!(Registry::is_member(&TENANT) && !Registry::is_resident(&TENANT, 0));
		pass(5);
		assert!(!Registry::is_member(&TENANT));
		assert_ok!(Registry::leave(signed(WANG_2)));
		assert!(!Registry::is_member(&WANG_2));
	});
}

#[test]
fn who_sold_everything_is_no_member() {
	ExtBuilder::default().build_and_execute(|| {
		assert!(Registry::is_member(&COMPANY_1));
		assert_ok!(Registry::transfer_unit(registrar(), 3, ZHAO, hash(1), Dues::TakenOver));
		assert!(!Registry::is_member(&COMPANY_1));
		name(LI_1, 0, COMPANY_1);
		assert!(Registry::is_member(&COMPANY_1));
	});
}

#[test]
fn one_belongs_to_the_own_owner_and_to_ones_hosts() {
	ExtBuilder::default().build_and_execute(|| {
		let begin = Now::get();
		let belongs_to = |account| Registry::belongs_to(&account, Moment::MAX);
		name(LI_1, 0, SON);
		pass(5);
		name(WANG_1, 2, SON);
		name(LI_1, 0, COMPANY_1);
		assert_eq!(belongs_to(LI_1), [LI]);
		assert_eq!(belongs_to(SON), [LI, WANGS]);
		assert_eq!(belongs_to(COMPANY_1), [COMPANY, LI]);
		assert!(belongs_to(STRANGER).is_empty());
		// What came later did not count then; a date that was changed since is no new home.
		assert_ok!(Registry::name_resident(signed(LI_1), 0, SON, Now::get() + 20));
		assert_eq!(Registry::belongs_to(&SON, begin + 5), [LI]);
		assert!(Registry::belongs_to(&SON, begin).is_empty());
		// Who moved out a moment ago still knows the host.
		pass(10);
		assert_eq!(belongs_to(SON), [LI, WANGS]);
		// The buyer does not know the seller's guests.
		let sale = Registry::transfer_unit(registrar(), 0, ZHAO, hash(1), Dues::TakenOver);
		assert_ok!(sale);
		assert_eq!(belongs_to(SON), [WANGS]);
	});
}

#[test]
fn whoever_is_at_home_can_be_found_there() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Registry::places(), 7);
		assert_eq!(found_at(0), BTreeSet::from([LI_1]));
		assert_eq!(found_at(2), BTreeSet::from([WANG_1, WANG_2]));
		name(LI_1, 0, TENANT);
		name(LI_1, 0, SON);
		assert_eq!(found_at(0), BTreeSet::from([LI_1, TENANT, SON]));
		// Whose time is over is found no more, though nobody dismissed them.
		pass(10);
		assert_eq!(found_at(0), BTreeSet::from([LI_1]));
	});
}

#[test]
fn nobody_is_at_home_in_parking_spaces_unsold_homes_and_where_nobody_joined() {
	ExtBuilder::default().build_and_execute(|| {
		for place in [1, 4, 5, 6, 7] {
			assert!(found_at(place).is_empty(), "{place}");
		}
		name(LI_1, 1, TENANT);
		assert!(found_at(1).is_empty());
		name(DEVELOPER_1, 4, TENANT);
		assert_eq!(found_at(4), BTreeSet::from([TENANT]));
	});
}
