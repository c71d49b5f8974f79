// SPDX-License-Identifier: Apache-2.0

//! Series of bookings: all or none.

use crate::{mock::*, types::*, Bookings, Error};
use frame_support::{assert_noop, assert_ok};

type E = Error<Test>;

const WORKING_DAYS: u8 = 0b001_1111;

fn series(who: AccountId, first: Slot, slots: u16, weekdays: u8, count: u8) -> sp_runtime::DispatchResult {
	try_series(who, 0, first, slots, Repeat { weekdays, count })
}

#[test]
fn series_books_every_working_day_of_a_month() {
	ExtBuilder.build_and_execute(|| {
		list(Terms { max_slots: 9, ..terms() });
		assert_ok!(series(RENTER, at(1, 9), 9, WORKING_DAYS, 22));
		assert_eq!(held(RENTER), (22 * 9 * PRICE, 22 * DEPOSIT));
		let mut bookings: Vec<_> = Bookings::<Test>::iter().collect();
		bookings.sort_by_key(|(id, _)| *id);
		let days: Vec<_> = bookings.iter().map(|(_, booking)| (booking.interval.first - at(0, 9)) / 24).collect();
		assert_eq!(days[..6], [1, 2, 3, 4, 7, 8]);
		assert!(bookings.iter().all(|(_, booking)| booking.series == Some(0) && booking.interval.slots == 9));
		// Each is cancelled separately.
		assert_ok!(Sharing::cancel(signed(RENTER), 5, 0));
		assert_eq!(held(RENTER), (21 * 9 * PRICE, 21 * DEPOSIT));
	});
}

#[test]
fn series_is_booked_as_a_whole_or_not_at_all() {
	ExtBuilder.build_and_execute(|| {
		list(terms());
		book(OTHER, 0, at(9, 10), 2);
		assert_noop!(series(RENTER, at(1, 10), 2, WORKING_DAYS, 7), E::SlotsAlreadyTaken);
		assert_noop!(series(RENTER, at(1, 10), 2, 0b100_0000, 1), E::NotInOpeningWindows);
		assert_noop!(series(RENTER, at(1, 14), 2, WORKING_DAYS, 64), E::TooFarAhead);
		assert_noop!(series(RENTER, at(0, 9), 2, WORKING_DAYS, 3), E::TooEarly);
		assert_noop!(series(STRANGER, at(1, 10), 2, WORKING_DAYS, 3), E::NotMember);
		assert_eq!((held(RENTER), Bookings::<Test>::iter().count()), ((0, 0), 1));
		assert_ok!(series(RENTER, at(1, 10), 2, WORKING_DAYS, 6));
	});
}

#[test]
fn series_needs_weekdays_and_a_count() {
	ExtBuilder.build_and_execute(|| {
		list(terms());
		for (weekdays, count) in [(0, 1), (128, 1), (1, 0), (1, 65)] {
			assert_noop!(series(RENTER, at(1, 10), 2, weekdays, count), E::InvalidSeries);
		}
		assert_noop!(try_series(RENTER, 9, 0, 2, Repeat { weekdays: 1, count: 1 }), E::ResourceNotFound);
		assert_noop!(series(RENTER, Slot::MAX, 2, 127, 2), E::TooFarAhead);
	});
}

#[test]
fn bookings_of_a_series_do_not_overlap_each_other() {
	ExtBuilder.build_and_execute(|| {
		let always: Vec<_> = (0..7).map(|weekday| Window { weekday, from: 0, to: 24 }).collect();
		list(Terms { windows: always.try_into().unwrap(), max_slots: 30, ..terms() });
		assert_noop!(series(RENTER, at(1, 10), 25, 127, 2), E::SlotsAlreadyTaken);
		assert_ok!(series(RENTER, at(1, 10), 24, 127, 2));
	});
}
