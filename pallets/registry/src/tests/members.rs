// SPDX-License-Identifier: Apache-2.0

//! Members of the community (D10), and where they live.

use crate::{mock::*, *};
use frame_support::assert_ok;
use linli_primitives::{traits::Members, Moment, UnitId};
use std::collections::BTreeSet;

const TENANT: AccountId = 60;
const SON: AccountId = 61;

fn name(owner: AccountId, unit: UnitId, account: AccountId) {
	house(owner, unit, account, Now::get() + 10);
}

/// All members that can be drawn at a place.
fn found_at(place: UnitId) -> BTreeSet<AccountId> {
	(0..60).filter_map(|chance| Registry::at(place, chance)).collect()
}

#[test]
fn members_are_accounts_of_owners_and_residents() {
	ExtBuilder::default().build_and_execute(|| {
		for (account, is_member) in [(LI_1, true), (WANG_2, true), (REGISTRAR, false), (TENANT, false)] {
			assert_eq!(Registry::is_member(&account), is_member, "{account}");
		}
		name(LI_1, 0, TENANT);
		assert!(Registry::is_member(&TENANT));
		pass(5);
		// The home that ends later counts.
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
fn an_owner_who_sold_everything_is_not_a_member() {
	ExtBuilder::default().build_and_execute(|| {
		assert!(Registry::is_member(&COMPANY_1));
		assert_ok!(made(sale(3, ZHAO)));
		assert!(!Registry::is_member(&COMPANY_1));
		name(LI_1, 0, COMPANY_1);
		assert!(Registry::is_member(&COMPANY_1));
	});
}

#[test]
fn an_account_belongs_to_its_owner_and_its_hosts() {
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
		// Homes accepted later do not count, and changing the end date does not make a new home.
		assert_ok!(Registry::name_resident(signed(LI_1), 0, SON, Now::get() + 20));
		assert_eq!(Registry::belongs_to(&SON, begin + 5), [LI]);
		assert!(Registry::belongs_to(&SON, begin).is_empty());
		// A resident whose end date has passed still belongs to the host.
		pass(10);
		assert_eq!(belongs_to(SON), [LI, WANGS]);
		// The seller's residents do not belong to the buyer.
		assert_ok!(Registry::do_transfer_unit(0, ZHAO, hash(1), Dues::TakenOver));
		assert_eq!(belongs_to(SON), [WANGS]);
	});
}

#[test]
fn members_at_home_can_be_drawn() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Registry::places(), 7);
		assert_eq!(found_at(0), BTreeSet::from([LI_1]));
		assert_eq!(found_at(2), BTreeSet::from([WANG_1, WANG_2]));
		name(LI_1, 0, TENANT);
		name(LI_1, 0, SON);
		assert_eq!(found_at(0), BTreeSet::from([LI_1, TENANT, SON]));
		// Residents whose end date has passed are not drawn, even if not dismissed yet.
		pass(10);
		assert_eq!(found_at(0), BTreeSet::from([LI_1]));
	});
}

#[test]
fn nobody_is_drawn_in_parking_spaces_unsold_units_and_units_without_accounts() {
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
