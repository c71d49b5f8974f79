// SPDX-License-Identifier: Apache-2.0

//! Days that a provider keeps for their own use.

use crate::{mock::*, types::*, Blocked, Error, Event, TakenSlots};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::calendar::Calendar;
use sp_runtime::DispatchResult;

type E = Error<Test>;

/// The number of a day since 1970: day 0 is the first Monday.
fn day(number: u32) -> Slot {
	SlotLength::Day.at(hour(number, 12), &Calendar::default()).unwrap()
}

fn block(id: ResourceId, first: u32, days: u16) -> DispatchResult {
	Sharing::block_days(signed(PROVIDER), id, day(first), days)
}

#[test]
fn blocked_days_are_not_booked_until_they_are_freed() {
	ExtBuilder.build_and_execute(|| {
		let id = list(terms());
		events();
		assert_ok!(block(id, 1, 2));
		let (from, until) = (hour(1, 0), hour(3, 0));
		assert_eq!(events(), [Event::DaysBlocked { resource: id, from, until }]);
		for number in [1, 2] {
			assert_noop!(try_book(RENTER, id, at(number, 10), 2), E::SlotsAlreadyTaken);
			assert!(Sharing::free_slots(id, at(number, 0), 24).is_empty());
		}
		book(RENTER, id, at(3, 8), 2);
		assert_noop!(Sharing::free_days(signed(PROVIDER), id, day(2)), E::BlockedDaysNotFound);
		assert_ok!(Sharing::free_days(signed(PROVIDER), id, day(1)));
		assert_eq!(events().last(), Some(&Event::DaysFreed { resource: id, from, until }));
		assert!(!Blocked::<Test>::contains_key(id));
		book(RENTER, id, at(1, 10), 2);
	});
}

#[test]
fn booked_days_are_not_blocked() {
	ExtBuilder.build_and_execute(|| {
		let id = list(terms());
		let booking = book(RENTER, id, at(2, 10), 2);
		assert_noop!(block(id, 1, 3), E::SlotsAlreadyTaken);
		assert_ok!(block(id, 3, 1));
		assert_noop!(block(id, 3, 1), E::SlotsAlreadyTaken);
		assert_ok!(Sharing::cancel(signed(PROVIDER), booking, 0));
		assert_ok!(block(id, 1, 2));
	});
}

#[test]
fn only_the_provider_blocks_days_to_come() {
	ExtBuilder.build_and_execute(|| {
		let (own, common) = (list(terms()), list_common(SPORTS, terms()));
		assert_noop!(Sharing::block_days(signed(MANAGER), own, day(1), 1), E::NotProvider);
		assert_noop!(Sharing::free_days(signed(RENTER), own, day(1)), E::NotProvider);
		assert_noop!(block(common, 1, 1), E::NotProvider);
		assert_noop!(block(9, 1, 1), E::ResourceNotFound);
		assert_ok!(Sharing::block_days(signed(MANAGER), common, day(1), 1));
		for days in [0, 367] {
			assert_noop!(block(own, 1, days), E::InvalidDays);
		}
		assert_noop!(Sharing::block_days(signed(PROVIDER), own, day(0) - 1, 1), E::DaysInPast);
		assert_noop!(block(own, 1, 366), E::TooFarAhead);
		assert_noop!(Sharing::block_days(signed(PROVIDER), own, Slot::MAX, 1), E::TooFarAhead);
		assert_noop!(Sharing::free_days(signed(PROVIDER), own, Slot::MAX), E::TooFarAhead);
		// Today is not over.
		assert_ok!(block(own, 0, 1));
		book(RENTER, own, at(1, 10), 2);
		assert_ok!(Sharing::withdraw_resource(signed(PROVIDER), own, false));
		assert_noop!(block(own, 2, 1), E::ResourceWithdrawn);
		assert_noop!(Sharing::free_days(signed(PROVIDER), own, day(0)), E::ResourceWithdrawn);
	});
}

#[test]
fn blocks_that_are_over_make_room() {
	ExtBuilder.build_and_execute(|| {
		let id = list(terms());
		for number in 0..MAX_BLOCKED {
			assert_ok!(block(id, 2 * number, 1));
		}
		assert_noop!(block(id, 100, 1), E::TooManyBlockedDays);
		go(hour(1, 0));
		assert_ok!(block(id, 100, 1));
		assert_eq!(Blocked::<Test>::get(id).len() as u32, MAX_BLOCKED);
		assert_eq!(TakenSlots::<Test>::iter().count() as u32, MAX_BLOCKED);
	});
}

#[test]
fn a_removed_resource_leaves_no_blocks() {
	ExtBuilder.build_and_execute(|| {
		let id = list(terms());
		assert_ok!(block(id, 1, 1));
		assert_ok!(Sharing::withdraw_resource(signed(PROVIDER), id, false));
		assert_eq!(Blocked::<Test>::iter().count() + TakenSlots::<Test>::iter().count(), 0);
	});
}
