// SPDX-License-Identifier: Apache-2.0

//! Bookings across a change of the community's offset.

use crate::{mock::*, types::*, Bookings, Error, TakenSlots};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{Moment, UtcOffset};

type E = Error<Test>;

/// 1 December 2026 is a Tuesday: the eighth day after the first Monday.
const FIRST: u32 = 8;

/// Changes the community's offset from UTC+8 to `minutes` ahead of UTC from December on.
fn change_offset(minutes: i16) {
	TestCalendar::change(DECEMBER, minutes);
}

/// Always open, in slots of an hour.
fn always() -> Terms {
	let windows: Vec<_> = (0..7).map(|weekday| Window { weekday, from: 0, to: 24 }).collect();
	Terms { windows: windows.try_into().unwrap(), min_slots: 1, max_slots: MAX_SLOTS, ..terms() }
}

fn times(booking: BookingId) -> (Moment, Moment) {
	let booking = Bookings::<Test>::get(booking).unwrap();
	(booking.start, booking.end)
}

#[test]
fn bookings_made_before_a_change_keep_their_times_and_do_not_overlap() {
	for minutes in [-840, 300, 450, 495, 660, 840] {
		ExtBuilder.build_and_execute(|| {
			let id = list(always());
			// The day before the change, the first of December and the days after, all booked before the change is
			// known.
			let bookings: Vec<_> = (FIRST - 1..FIRST + 3).map(|day| book(RENTER, id, at(day, 11), 2)).collect();
			let before: Vec<_> = bookings.iter().map(|booking| times(*booking)).collect();
			change_offset(minutes);
			assert_eq!(bookings.iter().map(|booking| times(*booking)).collect::<Vec<_>>(), before);
			Sharing::do_try_state().unwrap();
			// Anything else that can be booked lies between them.
			for slot in at(FIRST - 2, 0)..at(FIRST + 3, 0) {
				let free = Sharing::free_slots(id, slot, 1);
				let booked = try_book(OTHER, id, slot, 1);
				assert_eq!(booked.is_ok(), !free.is_empty(), "UTC{minutes:+}, {slot}");
				if let Err(error) = booked {
					assert!(
						[E::SlotsAlreadyTaken.into(), E::NotDuringClockChange.into()].contains(&error),
						"{error:?}"
					);
				} else {
					let next = crate::NextBooking::<Test>::get() - 1;
					let (start, end) = times(next);
					let apart = before.iter().all(|(from, to)| end <= *from || *to <= start);
					assert!(apart, "UTC{minutes:+}, {slot}");
					// Cancel, to stay below the maximum number of open bookings.
					assert_ok!(Sharing::cancel(signed(OTHER), next, 0));
				}
			}
			// A device lets the renter in at the times that were agreed.
			for (start, end) in before {
				assert!(Sharing::may_use(id, &RENTER, start) && Sharing::may_use(id, &RENTER, end - 1));
				assert!(!Sharing::may_use(id, &RENTER, start - 1) && !Sharing::may_use(id, &RENTER, end));
			}
			for booking in bookings {
				assert_ok!(Sharing::cancel(signed(RENTER), booking, 0));
			}
			assert!(TakenSlots::<Test>::iter().next().is_none());
		});
	}
}

#[test]
fn slots_follow_local_time_after_a_change() {
	for minutes in [300, 660] {
		ExtBuilder.build_and_execute(|| {
			let id = list(always());
			let offset = UtcOffset::from_minutes(minutes).unwrap();
			change_offset(minutes);
			let booking = book(RENTER, id, at(FIRST, 11), 2);
			let noon = DECEMBER.start(offset).unwrap() + 11 * HOUR;
			assert_eq!(times(booking), (noon, noon + 2 * HOUR));
			assert_eq!(
				Sharing::slots_between(id, noon, noon + HOUR),
				Some(Interval { first: at(FIRST, 11), slots: 1 })
			);
			let eve = book(RENTER, id, at(FIRST - 1, 11), 2);
			assert_eq!(times(eve).0, DECEMBER.start(UtcOffset::PLUS_8).unwrap() - 13 * HOUR);
		});
	}
}

#[test]
fn slots_during_a_clock_change_are_rejected() {
	// Set back: an hour between 30 November and 1 December has no slot.
	ExtBuilder.build_and_execute(|| {
		let id = list(always());
		change_offset(420);
		let midnight = DECEMBER.start(UtcOffset::PLUS_8).unwrap();
		assert_noop!(try_book(RENTER, id, at(FIRST - 1, 23), 2), E::NotDuringClockChange);
		assert_eq!(times(book(RENTER, id, at(FIRST - 1, 23), 1)), (midnight - HOUR, midnight));
		assert_eq!(times(book(RENTER, id, at(FIRST, 0), 1)), (midnight + HOUR, midnight + 2 * HOUR));
		assert_eq!(Sharing::slots_between(id, midnight, midnight + HOUR), None);
	});
	// Set forward: the first hour of December does not exist.
	ExtBuilder.build_and_execute(|| {
		let id = list(always());
		change_offset(540);
		let midnight = DECEMBER.start(UtcOffset::PLUS_8).unwrap();
		assert_noop!(try_book(RENTER, id, at(FIRST - 1, 23), 3), E::NotDuringClockChange);
		assert_noop!(try_book(RENTER, id, at(FIRST, 0), 1), E::NotDuringClockChange);
		assert_noop!(try_book(RENTER, id, at(FIRST, 0), 4), E::NotDuringClockChange);
		assert!(Sharing::free_slots(id, at(FIRST, 0), 1).is_empty());
		assert_eq!(times(book(RENTER, id, at(FIRST - 1, 23), 1)), (midnight - HOUR, midnight));
		assert_eq!(times(book(RENTER, id, at(FIRST, 1), 1)), (midnight, midnight + HOUR));
	});
	// By half an hour: the slot in which the change happens is incomplete.
	ExtBuilder.build_and_execute(|| {
		let id = list(always());
		change_offset(510);
		assert_noop!(try_book(RENTER, id, at(FIRST, 0), 1), E::NotDuringClockChange);
		assert_ok!(try_book(RENTER, id, at(FIRST, 1), 1));
		assert_ok!(try_book(RENTER, id, at(FIRST - 1, 23), 1));
	});
}
