// SPDX-License-Identifier: Apache-2.0

//! Bookings of those who left the community, after the sale of their last unit or the end of their residence (D9).

use crate::{mock::*, types::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::calendar::DAY;

type E = Error<Test>;

fn cancelled(id: BookingId) -> Event<Test> {
	Event::Cancelled { booking: id, by: CancelledBy::Left, refund: 2 * PRICE, kept: 0, share: 0 }
}

#[test]
fn anyone_can_cancel_a_booking_whose_provider_left() {
	for who in [vec![PROVIDER], vec![PROVIDER, RENTER]] {
		ExtBuilder.build_and_execute(|| {
			let id = booked();
			go(booking(id).start);
			assert_noop!(Sharing::settle(signed(STRANGER), id), E::NotDue);
			Left::set(who);
			assert!(!Sharing::may_use(0, &RENTER, booking(id).start));
			events();
			assert_ok!(Sharing::settle(signed(STRANGER), id));
			assert_eq!(events(), [cancelled(id)]);
			assert_eq!((held(RENTER), free(RENTER), free(PROVIDER)), ((0, 0), PURSE, PURSE));
		});
	}
}

#[test]
fn a_renter_who_leaves_gets_no_more_than_one_who_cancels() {
	// More than a day before the start, all; then half.
	for (before, kept) in [(DAY, 0), (DAY - 1, PRICE), (0, PRICE)] {
		ExtBuilder.build_and_execute(|| {
			let id = book(RENTER, list(terms()), at(2, 10), 2);
			go(booking(id).start - before);
			Left::set(vec![RENTER]);
			assert!(!Sharing::may_use(0, &RENTER, booking(id).start));
			assert_ok!(Sharing::settle(signed(STRANGER), id));
			assert!(matches!(state(id), BookingState::Cancelled { by: CancelledBy::Left, .. }));
			assert_eq!((booking(id).refund, held(RENTER)), (2 * PRICE - kept, (0, 0)));
			assert_eq!((free(RENTER), free(PROVIDER)), (PURSE - kept, PURSE + kept));
		});
	}
}

#[test]
fn a_booking_of_somebody_who_left_cannot_be_started() {
	for (who, error) in [(RENTER, E::NotMember), (PROVIDER, E::ProviderLeft)] {
		ExtBuilder.build_and_execute(|| {
			let id = booked();
			go(booking(id).start);
			Left::set(vec![who]);
			assert_noop!(Sharing::start(signed(RENTER), id), error);
			// Somebody who came back can start it.
			Left::set(vec![]);
			assert!(Sharing::may_use(0, &RENTER, booking(id).start));
			assert_ok!(Sharing::start(signed(RENTER), id));
		});
	}
}

#[test]
fn a_provider_who_left_is_not_paid_for_what_was_never_started() {
	ExtBuilder.build_and_execute(|| {
		let id = booked();
		let end = booking(id).end;
		go(end - 1);
		Left::set(vec![PROVIDER]);
		// It has begun: from here on only its end cancels it.
		assert_noop!(Sharing::settle(signed(STRANGER), id), E::NotDue);
		events();
		go(end);
		run();
		assert_eq!(events(), [cancelled(id)]);
		assert_eq!((held(RENTER), free(RENTER)), ((0, 0), PURSE));
	});
}

#[test]
fn a_started_booking_goes_on_to_its_end() {
	ExtBuilder.build_and_execute(|| {
		let id = booked();
		let (start, end) = (booking(id).start, booking(id).end);
		go(start);
		assert_ok!(Sharing::start(signed(RENTER), id));
		Left::set(vec![RENTER, PROVIDER]);
		assert!(Sharing::may_use(0, &RENTER, start));
		go(end);
		assert_ok!(Sharing::return_resource(signed(RENTER), id));
		wait(2 * DAY);
		assert!(matches!(state(id), BookingState::Settled { .. }));
		assert_eq!(free(PROVIDER), PURSE + 2 * PRICE);
	});
}
