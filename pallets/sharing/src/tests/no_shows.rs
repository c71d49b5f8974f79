// SPDX-License-Identifier: Apache-2.0

//! Renters who do not come free the rest of their time, where the terms say so.

use crate::{mock::*, types::*, Error, TakenSlots};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::calendar::DAY;

type E = Error<Test>;

const HALF: u64 = HOUR / 2;

/// Books Tuesday from ten to two of a space that waits for half an hour.
fn waited_for() -> BookingId {
	book(RENTER, list(Terms { no_show: Some(HALF), ..terms() }), at(1, 10), 4)
}

#[test]
fn a_no_show_frees_the_rest_of_the_time_and_pays() {
	ExtBuilder.build_and_execute(|| {
		let id = waited_for();
		assert_eq!(booking(id).due, hour(1, 10) + HALF);
		go(hour(1, 10) + HALF - 1);
		run();
		assert_eq!(state(id), BookingState::Booked);
		assert_noop!(Sharing::settle(signed(STRANGER), id), E::NotDue);
		wait(1);
		assert!(matches!(state(id), BookingState::Returned { .. }));
		assert_eq!(TakenSlots::<Test>::iter().count(), 0);
		assert!(!Sharing::may_use(0, &RENTER, Now::get()));
		assert_noop!(Sharing::start(signed(RENTER), id), E::NotBooked);
		book(OTHER, 0, at(1, 12), 2);
		// What was taken without a start can be claimed until two days after the end of the booking.
		go(hour(1, 14) + 2 * DAY - 1);
		run();
		assert!(matches!(state(id), BookingState::Returned { .. }));
		wait(1);
		assert_eq!(free(RENTER), PURSE - 4 * PRICE);
	});
}

#[test]
fn a_renter_who_comes_in_time_keeps_it() {
	ExtBuilder.build_and_execute(|| {
		let id = waited_for();
		go(hour(1, 10) + HALF - 1);
		assert_ok!(Sharing::start(signed(RENTER), id));
		wait(HOUR);
		assert!(matches!(state(id), BookingState::Started { .. }));
		assert_noop!(try_book(OTHER, 0, at(1, 13), 2), E::SlotsAlreadyTaken);
	});
}

#[test]
fn nobody_fails_to_come_while_the_chain_stands_still() {
	ExtBuilder.build_and_execute(|| {
		let id = waited_for();
		go(hour(1, 10));
		stand_still(2 * HOUR);
		run();
		assert_eq!((state(id), booking(id).due), (BookingState::Booked, hour(1, 12) + HALF));
		assert_ok!(Sharing::start(signed(RENTER), id));
	});
	ExtBuilder.build_and_execute(|| {
		let id = waited_for();
		go(hour(1, 10));
		// Not beyond the end: others have booked from then on.
		stand_still(4 * HOUR);
		run();
		assert!(matches!(state(id), BookingState::Returned { .. }));
	});
}

#[test]
fn a_renter_who_is_kept_out_is_no_no_show() {
	ExtBuilder.build_and_execute(|| {
		let id = list(Terms { no_show: Some(HALF), ..terms() });
		let (late, next) = (book(RENTER, id, at(1, 10), 2), book(OTHER, id, at(1, 12), 2));
		go(hour(1, 10));
		assert_ok!(Sharing::start(signed(RENTER), late));
		go(hour(1, 12) + HALF);
		run();
		assert!(matches!(state(next), BookingState::Cancelled { by: CancelledBy::KeptOut, .. }));
		assert_eq!(free(OTHER), PURSE);
	});
}

#[test]
fn the_time_to_wait_is_five_minutes_to_a_day() {
	let check = |no_show| Terms { no_show, ..terms() }.check();
	for time in [300_000, DAY] {
		assert_eq!(check(Some(time)), Ok(()));
	}
	for time in [0, 299_999, DAY + 1] {
		assert_eq!(check(Some(time)), Err(TermsError::InvalidNoShow));
	}
}
