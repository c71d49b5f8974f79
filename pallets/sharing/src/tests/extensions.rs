// SPDX-License-Identifier: Apache-2.0

//! Running bookings that become longer.

use crate::{mock::*, types::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::Fen;
use sp_runtime::DispatchResult;

type E = Error<Test>;

fn extend(id: BookingId, slots: u16) -> DispatchResult {
	Sharing::extend(signed(RENTER), id, slots, Fen::MAX, version(booking(id).resource))
}

/// A booking from ten to twelve that was started.
fn running() -> BookingId {
	let id = booked();
	assert_ok!(Sharing::start(signed(RENTER), id));
	id
}

#[test]
fn a_running_booking_is_extended_where_nobody_waits() {
	ExtBuilder.build_and_execute(|| {
		let id = running();
		book(OTHER, 0, at(1, 14), 2);
		events();
		assert_ok!(extend(id, 1));
		let (until, price) = (hour(1, 13), PRICE);
		assert_eq!(events(), [Event::Extended { booking: id, slots: 1, until, price }]);
		assert_ok!(extend(id, 1));
		assert_noop!(extend(id, 1), E::SlotsAlreadyTaken);
		assert_eq!((held(RENTER), booking(id).end), ((4 * PRICE, DEPOSIT), hour(1, 14)));
		assert_noop!(try_book(OTHER, 0, at(1, 12), 2), E::SlotsAlreadyTaken);
		go(hour(1, 14));
		assert_ok!(Sharing::return_resource(signed(RENTER), id));
		assert_eq!(booking(id).late, 0);
	});
}

#[test]
fn an_extension_costs_what_the_renter_has_read() {
	ExtBuilder.build_and_execute(|| {
		let id = running();
		let extend = |max_cost, version| Sharing::extend(signed(RENTER), id, 2, max_cost, version);
		assert_noop!(extend(2 * PRICE - 1, 0), E::MaxCostExceeded);
		assert_noop!(extend(2 * PRICE, 1), E::TermsMismatch);
		assert_ok!(Sharing::set_terms(signed(PROVIDER), 0, Terms { price: 1, ..terms() }));
		assert_noop!(extend(2 * PRICE, 0), E::TermsMismatch);
		assert_ok!(extend(2, 1));
		assert_eq!(held(RENTER), (2 * PRICE + 2, DEPOSIT));
		let dear = Terms { price: PURSE, ..terms() };
		assert_ok!(Sharing::set_terms(signed(PROVIDER), 0, dear));
		assert_noop!(extend(Fen::MAX, 2), E::InsufficientFunds);
	});
}

#[test]
fn what_cannot_be_extended_says_why() {
	ExtBuilder.build_and_execute(|| {
		let id = booked();
		assert_noop!(extend(id, 1), E::BookingNotRunning);
		assert_ok!(Sharing::start(signed(RENTER), id));
		assert_noop!(Sharing::extend(signed(OTHER), id, 1, Fen::MAX, 0), E::NotRenter);
		assert_noop!(Sharing::extend(signed(RENTER), 9, 1, Fen::MAX, 0), E::BookingNotFound);
		assert_noop!(extend(id, 0), E::TooShort);
		assert_noop!(extend(id, 7), E::TooLong);
		assert_noop!(extend(id, u16::MAX), E::TooLong);
		// Open until eight in the evening.
		let longer = Terms { max_slots: 20, ..terms() };
		assert_ok!(Sharing::set_terms(signed(PROVIDER), 0, longer.clone()));
		assert_noop!(extend(id, 9), E::NotInOpeningWindows);
		assert_ok!(Sharing::set_terms(signed(PROVIDER), 0, Terms { horizon: 5 * HOUR, ..longer }));
		assert_noop!(extend(id, 4), E::TooFarAhead);
		assert_ok!(Sharing::suspend(signed(PROVIDER), 0, false));
		assert_noop!(extend(id, 1), E::ResourceSuspended);
		assert_ok!(Sharing::resume(signed(PROVIDER), 0));
		Left::set(vec![PROVIDER]);
		assert_noop!(extend(id, 1), E::ProviderLeft);
		Left::set(vec![]);
		go(hour(1, 12));
		assert_noop!(extend(id, 1), E::BookingOver);
	});
}

#[test]
fn nobody_books_into_a_time_that_the_community_moved() {
	ExtBuilder.build_and_execute(|| {
		let id = running();
		crate::Bookings::<Test>::mutate(id, |booking| booking.as_mut().unwrap().interval.first += 1);
		assert_noop!(extend(id, 1), E::NotDuringClockChange);
		crate::Bookings::<Test>::mutate(id, |booking| booking.as_mut().unwrap().interval.first -= 1);
	});
}
