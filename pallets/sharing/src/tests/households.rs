// SPDX-License-Identifier: Apache-2.0

//! What is counted by household: another account of the same home gains nothing (D47).

use crate::{mock::*, types::*, Error, HouseholdOpenCount, Listed, OpenCount, OutstandingBookings};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::calendar::DAY;

type E = Error<Test>;

#[test]
fn a_household_has_one_maximum_of_resources() {
	ExtBuilder.build_and_execute(|| {
		let list_by = |who| {
			let (kind, thing) = (ResourceKind::Tool, StandsFor::Thing);
			Sharing::list(signed(who), None, kind, None, hash(1), terms(), None, thing)
		};
		for who in [RENTER, FLATMATE, RENTER] {
			assert_ok!(list_by(who));
		}
		for who in [RENTER, FLATMATE] {
			assert_noop!(list_by(who), E::TooManyResources);
		}
		// What was listed stays counted for the household that listed it.
		Moved::set(vec![(FLATMATE, 9)]);
		assert_ok!(list_by(FLATMATE));
		assert_ok!(Sharing::withdraw_resource(signed(FLATMATE), 1, false));
		assert_eq!((Listed::<Test>::get(of_household(1)), Listed::<Test>::get(of_household(9))), (2, 1));
	});
}

#[test]
fn a_household_has_one_quota_of_a_resource() {
	ExtBuilder.build_and_execute(|| {
		let id = list(Terms { per_household: Some(1), ..terms() });
		let first = book(RENTER, id, at(1, 10), 2);
		assert_noop!(try_book(FLATMATE, id, at(1, 14), 2), E::TooManyBookingsOfResource);
		book(OTHER, id, at(1, 14), 2);
		// The renter moves out: the booking stays the old household's, until it is cancelled.
		Moved::set(vec![(RENTER, 9)]);
		assert_noop!(try_book(FLATMATE, id, at(2, 10), 2), E::TooManyBookingsOfResource);
		assert_ok!(Sharing::cancel(signed(RENTER), first, 0));
		assert_eq!(OutstandingBookings::<Test>::iter_prefix(id).count(), 1);
		assert_ok!(try_book(FLATMATE, id, at(2, 10), 2));
	});
}

#[test]
fn a_household_has_one_maximum_of_open_bookings() {
	ExtBuilder.build_and_execute(|| {
		let id = list(terms());
		let repeat = Repeat { weekdays: 0b001_1111, count: 40 };
		for (who, hour) in [(RENTER, 8), (RENTER, 10), (FLATMATE, 12)] {
			assert_ok!(try_series(who, id, at(1, hour), 2, repeat));
		}
		let rest = Repeat { count: 9, ..repeat };
		assert_noop!(try_series(FLATMATE, id, at(1, 14), 2, rest), E::TooManyBookings);
		assert_ok!(try_series(FLATMATE, id, at(1, 14), 2, Repeat { count: 8, ..rest }));
		assert_noop!(try_book(RENTER, id, at(1, 16), 2), E::TooManyBookings);
		assert_eq!((OpenCount::<Test>::get(RENTER), OpenCount::<Test>::get(FLATMATE)), (80, 48));
		assert_eq!(HouseholdOpenCount::<Test>::get(household(RENTER)), 128);
	});
}

#[test]
fn a_household_keeps_its_ratings_with_another_account() {
	ExtBuilder.build_and_execute(|| {
		let id = returned();
		wait(2 * DAY);
		assert_ok!(Sharing::rate(signed(PROVIDER), id, 1, hash(6)));
		assert_eq!(Sharing::ratings_of_renter(&FLATMATE).all, RatingSum { count: 1, stars: 1 });
		Moved::set(vec![(FLATMATE, 9)]);
		assert_eq!(Sharing::ratings_of_renter(&FLATMATE).all, RatingSum::default());
	});
}

#[test]
fn nobody_is_kept_out_by_their_own_household() {
	ExtBuilder.build_and_execute(|| {
		let late = booked();
		let next = book(FLATMATE, 0, at(1, 12), 2);
		assert_ok!(Sharing::start(signed(RENTER), late));
		go(hour(1, 12) + 1);
		assert_eq!(Sharing::booking_view(next).unwrap().refund_now, None);
		assert_noop!(Sharing::cancel(signed(FLATMATE), next, 0), E::BookingAlreadyBegun);
	});
}

#[test]
fn owner_and_resident_of_a_unit_do_not_rent_from_each_other() {
	ExtBuilder.build_and_execute(|| {
		let id = list(terms());
		Tenants::set(vec![(PROVIDER, RENTER)]);
		assert_noop!(try_book(RENTER, id, at(1, 10), 2), E::OwnResource);
		assert_ok!(try_book(OTHER, id, at(1, 10), 2));
	});
}
