// SPDX-License-Identifier: Apache-2.0

//! Ratings by both sides.

use crate::{mock::*, types::*, Error, Event, Rated};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::calendar::DAY;

type E = Error<Test>;

fn settled() -> BookingId {
	let id = returned();
	wait(2 * DAY);
	id
}

#[test]
fn both_sides_rate_a_settled_booking_once() {
	ExtBuilder.build_and_execute(|| {
		let id = settled();
		events();
		let rate = |who, stars| Sharing::rate(signed(who), id, stars, hash(6));
		for stars in [0, 6, 255] {
			assert_noop!(rate(RENTER, stars), E::InvalidRating);
		}
		for who in [OTHER, STRANGER, MANAGER] {
			assert_noop!(rate(who, 3), E::NotParty);
		}
		assert_ok!(rate(RENTER, 5));
		assert_noop!(rate(RENTER, 5), E::AlreadyRated);
		assert_ok!(rate(PROVIDER, 2));
		assert_noop!(rate(PROVIDER, 2), E::AlreadyRated);
		let comment = hash(6);
		assert_eq!(
			events(),
			[
				Event::Rated { booking: id, by: Side::Renter, stars: 5, comment },
				Event::Rated { booking: id, by: Side::Provider, stars: 2, comment }
			]
		);
		assert_eq!(Sharing::resource_view(0).unwrap().ratings.all, RatingSum { count: 1, stars: 5 });
		assert_eq!(Sharing::ratings_of_renter(&RENTER).all, RatingSum { count: 1, stars: 2 });
		let (renter, provider) = Sharing::ratings_of_booking(id);
		assert_eq!((renter.unwrap().stars, provider.unwrap().stars), (5, 2));
		assert_noop!(Sharing::rate(signed(RENTER), 9, 1, comment), E::BookingNotFound);
	});
}

#[test]
fn only_settled_bookings_can_be_rated() {
	ExtBuilder.build_and_execute(|| {
		let id = returned();
		assert_noop!(Sharing::rate(signed(RENTER), id, 5, hash(6)), E::NotSettled);
		let other = book(RENTER, 0, at(2, 10), 2);
		assert_ok!(Sharing::cancel(signed(RENTER), other, 0));
		assert_noop!(Sharing::rate(signed(RENTER), other, 5, hash(6)), E::NotSettled);
	});
}

#[test]
fn sums_stay_when_bookings_are_removed() {
	ExtBuilder.build_and_execute(|| {
		let id = settled();
		assert_ok!(Sharing::rate(signed(RENTER), id, 4, hash(6)));
		assert_ok!(Sharing::rate(signed(PROVIDER), id, 3, hash(6)));
		wait(KEEP);
		assert_eq!(Rated::<Test>::iter().count(), 0);
		assert_noop!(Sharing::rate(signed(RENTER), id, 4, hash(6)), E::BookingNotFound);
		let sum = RatingSum { count: 1, stars: 4 };
		assert_eq!(Sharing::resource_view(0).unwrap().ratings, Ratings { all: sum, forgotten: sum });
		Sharing::do_try_state().unwrap();
	});
}
