// SPDX-License-Identifier: Apache-2.0

//! What resources stand for: nobody lists what is not theirs to offer, and nothing is listed twice.

use crate::{mock::*, types::*, Error, Resources, StandingFor};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::calendar::DAY;
use sp_runtime::DispatchResult;

type E = Error<Test>;

fn list_as(who: AccountId, kind: ResourceKind, stands_for: StandsFor) -> DispatchResult {
	Sharing::list(signed(who), None, kind, None, hash(1), terms(), None, stands_for)
}

#[test]
fn a_space_of_somebody_else_is_not_listed() {
	ExtBuilder.build_and_execute(|| {
		let space = StandsFor::Unit(1);
		assert_noop!(list_as(PROVIDER, ResourceKind::Parking, space), E::NotAtHome);
		assert_ok!(list_as(FLATMATE, ResourceKind::Parking, space));
		// Nor twice.
		assert_noop!(list_as(RENTER, ResourceKind::Parking, space), E::AlreadyListed);
		assert_noop!(
			Sharing::list(signed(MANAGER), Some(SPORTS), ResourceKind::Room, None, hash(1), terms(), None, space),
			E::NotAtHome
		);
		assert_ok!(Sharing::withdraw_resource(signed(FLATMATE), 0, false));
		assert_ok!(list_as(RENTER, ResourceKind::Parking, space));
		assert_eq!(StandingFor::<Test>::get(space), Some(1));
	});
}

#[test]
fn a_space_or_room_stands_for_something() {
	ExtBuilder.build_and_execute(|| {
		for kind in [ResourceKind::Parking, ResourceKind::Room] {
			assert_noop!(list_as(PROVIDER, kind, StandsFor::Thing), E::RightRequired);
		}
		let right = StandsFor::Right(hash(7));
		assert_ok!(list_as(PROVIDER, ResourceKind::Parking, right));
		assert_noop!(list_as(OTHER, ResourceKind::Parking, right), E::AlreadyListed);
		for _ in 0..2 {
			assert_ok!(list_as(PROVIDER, ResourceKind::Tool, StandsFor::Thing));
		}
	});
}

#[test]
fn a_withdrawn_resource_stands_for_nothing_while_its_bookings_are_on_record() {
	ExtBuilder.build_and_execute(|| {
		let right = StandsFor::Right(hash(7));
		assert_ok!(list_as(PROVIDER, ResourceKind::Parking, right));
		book(RENTER, 0, at(1, 10), 2);
		assert_ok!(Sharing::withdraw_resource(signed(PROVIDER), 0, false));
		assert_ok!(list_as(PROVIDER, ResourceKind::Parking, right));
		// Withdrawn again to refund, the old one leaves the new one alone.
		assert_ok!(Sharing::withdraw_resource(signed(PROVIDER), 0, true));
		assert_eq!(StandingFor::<Test>::get(right), Some(1));
	});
}

#[test]
fn whoever_gave_up_the_space_no_longer_offers_it() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(list_as(PROVIDER, ResourceKind::Parking, StandsFor::Unit(0)));
		let id = book(RENTER, 0, at(1, 10), 2);
		Moved::set(vec![(PROVIDER, 9)]);
		assert_noop!(try_book(OTHER, 0, at(1, 14), 2), E::ProviderLeft);
		assert_ok!(Sharing::settle(signed(STRANGER), id));
		assert!(matches!(state(id), BookingState::Cancelled { by: CancelledBy::Left, .. }));
		// The office takes it down for the next.
		assert_noop!(Sharing::suspend(signed(OTHER), 0, false), E::NotProvider);
		assert_ok!(Sharing::withdraw_resource(signed(MANAGER), 0, false));
		wait(DAY);
		assert_ok!(list_as(200, ResourceKind::Parking, StandsFor::Unit(0)));
	});
}

#[test]
fn a_provider_who_left_without_a_word_locks_nobody_out() {
	ExtBuilder.build_and_execute(|| {
		let space = StandsFor::Unit(0);
		assert_ok!(list_as(PROVIDER, ResourceKind::Parking, space));
		let id = book(RENTER, 0, at(1, 10), 2);
		assert_noop!(list_as(200, ResourceKind::Parking, space), E::AlreadyListed);
		Moved::set(vec![(PROVIDER, 9)]);
		assert_ok!(list_as(200, ResourceKind::Parking, space));
		assert_eq!(StandingFor::<Test>::get(space), Some(1));
		assert_eq!(Resources::<Test>::get(0).unwrap().status, ResourceStatus::Withdrawn);
		// What was booked there is refunded.
		run();
		assert!(matches!(state(id), BookingState::Cancelled { by: CancelledBy::Provider, .. }));
		assert_eq!((held(RENTER), free(RENTER)), ((0, 0), PURSE));
		// A resource without bookings is removed at once.
		Moved::set(vec![(200, 9)]);
		assert_ok!(list_as(PROVIDER, ResourceKind::Parking, space));
		assert_eq!((StandingFor::<Test>::get(space), Resources::<Test>::get(1)), (Some(2), None));
	});
}
