// SPDX-License-Identifier: Apache-2.0

//! Residents (D10).

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, traits::Get};
use linli_primitives::{
	traits::{Household, Members, OwnersRegister, People},
	Moment,
};

const TENANT: u64 = 60;

#[test]
fn an_owner_names_a_resident() {
	ExtBuilder::default().build_and_execute(|| {
		let until = Now::get() + 10;
		assert_ok!(Registry::name_resident(signed(LI_1), 0, TENANT, until));
		assert_eq!(last_event(), Event::ResidentNamed { unit: 0, account: TENANT, until });
		assert!(!Registry::is_resident(&TENANT, 0), "not accepted yet");
		assert_noop!(Registry::accept_residence(signed(TENANT), 1), Error::<Test>::ResidentNotFound);
		assert_noop!(Registry::accept_residence(signed(STRANGER), 0), Error::<Test>::ResidentNotFound);
		assert_ok!(Registry::accept_residence(signed(TENANT), 0));
		assert_eq!(last_event(), Event::ResidenceAccepted { unit: 0, account: TENANT });
		assert_noop!(Registry::accept_residence(signed(TENANT), 0), Error::<Test>::ResidenceAlreadyAccepted);
		assert!(Registry::is_resident(&TENANT, 0));
		assert!(!Registry::is_resident(&TENANT, 1));
		assert_eq!(System::sufficients(&TENANT), 1);
		// Extending the residence adds no reference.
		assert_ok!(Registry::name_resident(signed(LI_1), 0, TENANT, until + 10));
		assert_eq!(System::sufficients(&TENANT), 1);
		assert!(Registry::is_resident(&TENANT, 0), "nor does it take another acceptance");
		// Another unit adds one.
		assert_ok!(Registry::name_resident(signed(LI_1), 1, TENANT, until));
		assert_eq!(System::sufficients(&TENANT), 2);
		pass(20);
		assert!(!Registry::is_resident(&TENANT, 0));
	});
}

#[test]
fn invalid_residents_are_not_named() {
	ExtBuilder::default().build_and_execute(|| {
		let name = |who, unit, account, until| Registry::name_resident(signed(who), unit, account, until);
		let until = Now::get() + 1;
		assert_noop!(name(LI_1, 9, TENANT, until), Error::<Test>::UnitNotFound);
		assert_noop!(name(WANG_1, 0, TENANT, until), Error::<Test>::NotUnitOwner);
		assert_noop!(name(LI_1, 0, TENANT, Now::get()), Error::<Test>::EndInPast);
		// Residents and those named count together.
		house(LI_1, 0, 100, until);
		for account in 101..116 {
			assert_ok!(name(LI_1, 0, account, until));
		}
		assert_noop!(name(LI_1, 0, TENANT, until), Error::<Test>::TooManyResidents);
		assert_ok!(name(LI_1, 0, 100, until + 1));
		assert_ok!(name(LI_1, 0, 101, until + 1));
	});
}

#[test]
fn the_number_of_homes_is_bounded() {
	ExtBuilder::default().build_and_execute(|| {
		let until = Now::get() + 10;
		for (owner, unit) in [(LI_1, 0), (WANG_1, 2), (COMPANY_1, 3)] {
			house(owner, unit, TENANT, until);
		}
		assert_ok!(Registry::name_resident(signed(DEVELOPER_1), 4, TENANT, until));
		let fourth = || Registry::accept_residence(signed(TENANT), 4);
		assert_noop!(fourth(), Error::<Test>::TooManyHomes);
		// An end date can still be changed, and a dismissal makes room.
		assert_ok!(Registry::name_resident(signed(WANG_1), 2, TENANT, until + 1));
		assert_ok!(Registry::dismiss_resident(signed(TENANT), 0, TENANT));
		assert_ok!(fourth());
		let since = Now::get();
		let homes = [(2, until + 1), (3, until), (4, until)].map(|(unit, until)| Home { unit, since, until });
		assert_eq!(Homes::<Test>::get(TENANT).into_inner(), homes);
		// Nor does an owner name themselves in more.
		for (owner, unit) in [(LI_1, 0), (LI_1, 1), (DEVELOPER_1, 4)] {
			house(owner, unit, DEVELOPER_1, until);
		}
		let own = || Registry::name_resident(signed(DEVELOPER_1), 5, DEVELOPER_1, until);
		assert_noop!(own(), Error::<Test>::TooManyHomes);
	});
}

#[test]
fn those_named_take_no_room_from_the_account() {
	ExtBuilder::default().build_and_execute(|| {
		// Others name it wherever they can: it can still accept the home of its own choice.
		let until = Now::get() + 10;
		for (owner, unit) in [(WANG_1, 2), (COMPANY_1, 3), (DEVELOPER_1, 4), (DEVELOPER_1, 5), (LI_1, 0)] {
			assert_ok!(Registry::name_resident(signed(owner), unit, TENANT, until));
		}
		assert!(!Homes::<Test>::contains_key(TENANT));
		assert_eq!(System::sufficients(&TENANT), 5);
		assert_ok!(Registry::accept_residence(signed(TENANT), 0));
		assert_eq!(System::sufficients(&TENANT), 5);
		assert_eq!(Homes::<Test>::get(TENANT).len(), 1);
	});
}

#[test]
fn those_named_take_no_chance_of_the_panel_from_the_home() {
	ExtBuilder::default().build_and_execute(|| {
		for account in 100..116 {
			assert_ok!(Registry::name_resident(signed(LI_1), 0, account, Now::get() + 10));
		}
		assert!((0..60).all(|chance| Registry::at(0, chance) == Some(LI_1)));
	});
}

#[test]
fn a_naming_lapses() {
	ExtBuilder::default().build_and_execute(|| {
		let time = <Test as crate::Config>::AcceptanceTime::get();
		let until = Now::get() + 3 * time;
		let name = |account| Registry::name_resident(signed(LI_1), 0, account, until);
		for account in 100..116 {
			assert_ok!(name(account));
		}
		// The time to accept is lived time.
		stand_still(time);
		pass(time - 1);
		assert_noop!(Registry::dismiss_resident(signed(STRANGER), 0, 100), Error::<Test>::NotUnitOwner);
		assert_ok!(Registry::accept_residence(signed(101), 0));
		assert_noop!(name(TENANT), Error::<Test>::TooManyResidents);
		pass(1);
		assert_noop!(Registry::accept_residence(signed(100), 0), Error::<Test>::NamingLapsed);
		// Anyone removes it; it makes room for others; or the owner names the account anew.
		assert_ok!(Registry::dismiss_resident(signed(STRANGER), 0, 100));
		assert_ok!(name(TENANT));
		assert_ok!(name(100));
		assert_eq!(Registry::residents(0).len(), 16);
		assert!(Registry::is_resident(&101, 0));
		assert_ok!(Registry::accept_residence(signed(100), 0));
	});
}

#[test]
fn a_residence_that_ended_begins_again_only_with_consent() {
	ExtBuilder::default().build_and_execute(|| {
		house(LI_1, 0, TENANT, Now::get() + SETTLED);
		pass(SETTLED);
		assert_ok!(Registry::name_resident(signed(LI_1), 0, TENANT, Now::get() + SETTLED));
		assert!(!Registry::is_resident(&TENANT, 0) && !Registry::related(&LI_1, &TENANT));
		assert_eq!(System::sufficients(&TENANT), 1);
		assert_ok!(Registry::accept_residence(signed(TENANT), 0));
		assert!(Registry::is_resident(&TENANT, 0) && !Registry::related(&LI_1, &TENANT));
	});
}

#[test]
fn a_sale_ends_what_the_seller_named() {
	ExtBuilder::default().build_and_execute(|| {
		let until = Now::get() + 10;
		house(LI_1, 0, TENANT, until);
		assert_ok!(Registry::name_resident(signed(LI_1), 0, STRANGER, until));
		assert_ok!(Registry::do_transfer_unit(0, ZHAO, hash(1), Dues::TakenOver));
		assert!(Registry::residents(0).is_empty());
		assert!(!System::account_exists(&TENANT) && !System::account_exists(&STRANGER));
		assert_noop!(Registry::accept_residence(signed(STRANGER), 0), Error::<Test>::ResidentNotFound);
	});
}

#[test]
fn a_resident_is_dismissed_by_owner_resident_or_anyone_later() {
	ExtBuilder::default().build_and_execute(|| {
		let dismiss = |who| Registry::dismiss_resident(signed(who), 0, TENANT);
		let name = || Registry::name_resident(signed(LI_1), 0, TENANT, Now::get() + 10);
		assert_noop!(dismiss(LI_1), Error::<Test>::ResidentNotFound);
		for who in [LI_1, TENANT] {
			assert_ok!(name());
			assert_noop!(dismiss(WANG_1), Error::<Test>::NotUnitOwner);
			assert_ok!(dismiss(who));
			assert_eq!(last_event(), Event::ResidentDismissed { unit: 0, account: TENANT });
			assert!(!System::account_exists(&TENANT));
		}
		assert_ok!(name());
		pass(9);
		assert_noop!(dismiss(STRANGER), Error::<Test>::NotUnitOwner);
		pass(1);
		assert_ok!(dismiss(STRANGER));
	});
}

#[test]
fn nobody_lives_where_they_did_not_accept() {
	ExtBuilder::default().build_and_execute(|| {
		let until = Now::get() + 2 * SETTLED;
		assert_ok!(Registry::name_resident(signed(LI_1), 0, TENANT, until));
		pass(SETTLED);
		assert!(!Registry::is_member(&TENANT) && !Registry::related(&LI_1, &TENANT));
		assert!(!Registry::related_to_owner(&TENANT, LI) && !Registry::is_at_home(&TENANT, 0));
		assert!(Registry::belongs_to(&TENANT, Moment::MAX).is_empty());
		assert_eq!(Registry::household(&TENANT), Household::Account(TENANT));
		assert!((0..60).all(|chance| Registry::at(0, chance) != Some(TENANT)));
		// It counts from the acceptance on.
		assert_ok!(Registry::accept_residence(signed(TENANT), 0));
		assert_eq!(Registry::belongs_to(&TENANT, Moment::MAX), [LI]);
		assert!(Registry::belongs_to(&TENANT, Now::get()).is_empty());
		assert!(Registry::is_member(&TENANT) && !Registry::related(&LI_1, &TENANT));
		// What has ended is not accepted.
		assert_ok!(Registry::name_resident(signed(LI_1), 1, TENANT, until));
		pass(SETTLED);
		assert_noop!(Registry::accept_residence(signed(TENANT), 1), Error::<Test>::EndInPast);
	});
}

#[test]
fn an_owner_who_names_themselves_has_accepted() {
	ExtBuilder::default().build_and_execute(|| {
		let name = |who, account| Registry::name_resident(signed(who), 2, account, Now::get() + 10);
		assert_ok!(name(WANG_1, WANG_1));
		assert!(Registry::is_resident(&WANG_1, 2));
		// Another account of the same owner decides for itself.
		assert_ok!(name(WANG_1, WANG_2));
		assert!(!Registry::is_resident(&WANG_2, 2));
		assert_ok!(name(WANG_2, WANG_2));
		assert!(Registry::is_resident(&WANG_2, 2));
	});
}
