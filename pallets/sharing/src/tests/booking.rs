// SPDX-License-Identifier: Apache-2.0

//! Booking: conditions, holds and limits.

use crate::{mock::*, types::*, Error, Event, OpenCount, TakenSlots};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{calendar::DAY, Fraction};

type E = Error<Test>;

#[test]
fn booking_holds_price_and_deposit_and_freezes_terms() {
	ExtBuilder.build_and_execute(|| {
		let id = list(terms());
		let booking_id = book(RENTER, id, at(1, 10), 3);
		assert_eq!(held(RENTER), (3 * PRICE, DEPOSIT));
		assert_eq!(free(RENTER), PURSE - 3 * PRICE - DEPOSIT);
		assert_eq!(
			events()[1],
			Event::Booked {
				booking: booking_id,
				resource: id,
				renter: RENTER,
				interval: Interval { first: at(1, 10), slots: 3 },
				price: 3 * PRICE,
				deposit: DEPOSIT,
				series: None,
			}
		);
		let before = booking(booking_id);
		assert_eq!((before.start, before.end, before.due), (hour(1, 10), hour(1, 13), hour(1, 13)));
		assert_eq!(before.state, BookingState::Booked);
		let dearer = Terms {
			price: 9_999,
			deposit: 1,
			late_fee: 9_999,
			claim_window: HOUR,
			cancellation: CancellationPolicy { free_until: 0, afterwards: Fraction::ZERO },
			..terms()
		};
		assert_ok!(Sharing::set_terms(signed(PROVIDER), id, dearer));
		let rules = SharingRules { private_share: Fraction::ONE, ..SharingRules::default() };
		assert_ok!(Sharing::set_rules(signed(ASSEMBLY), rules));
		assert_eq!(booking(booking_id), before);
	});
}

#[test]
fn no_slot_is_booked_twice() {
	ExtBuilder.build_and_execute(|| {
		let id = list(terms());
		book(RENTER, id, at(1, 10), 4);
		for (first, slots) in [(9, 2), (10, 2), (11, 2), (13, 2), (8, 8), (10, 4)] {
			assert_noop!(try_book(OTHER, id, at(1, first), slots), E::SlotsAlreadyTaken);
			// Nor by the same renter.
			assert_noop!(try_book(RENTER, id, at(1, first), slots), E::SlotsAlreadyTaken);
		}
		book(OTHER, id, at(1, 8), 2);
		book(OTHER, id, at(1, 14), 2);
		// Another resource has slots of its own.
		let other = list(terms());
		book(OTHER, other, at(1, 10), 4);
	});
}

#[test]
fn longest_booking_blocks_its_time_until_cancelled() {
	ExtBuilder.build_and_execute(|| {
		let always: Vec<_> = (0..7).map(|weekday| Window { weekday, from: 0, to: 24 }).collect();
		let id = list(Terms { windows: always.try_into().unwrap(), max_slots: MAX_SLOTS, ..terms() });
		let booking = book(RENTER, id, at(1, 0), MAX_SLOTS);
		let taken = || TakenSlots::<Test>::iter().map(|(_, end, start)| end.id() - start).collect::<Vec<_>>();
		assert_eq!(taken(), [512 * HOUR]);
		assert_noop!(try_book(OTHER, id, at(1, 0) + 510, 4), E::SlotsAlreadyTaken);
		book(OTHER, id, at(1, 0) + 512, 2);
		assert_ok!(Sharing::cancel(signed(RENTER), booking, 0));
		assert_eq!(taken(), [2 * HOUR]);
	});
}

#[test]
fn invalid_renters_and_resources_are_rejected() {
	ExtBuilder.build_and_execute(|| {
		let id = list(terms());
		assert_noop!(try_book(STRANGER, id, at(1, 10), 2), E::NotMember);
		Left::set(vec![RENTER]);
		assert_noop!(try_book(RENTER, id, at(1, 10), 2), E::NotMember);
		Left::set(vec![]);
		assert_noop!(try_book(RENTER, 9, at(1, 10), 2), E::ResourceNotFound);
		assert_noop!(try_book(PROVIDER, id, at(1, 10), 2), E::OwnResource);
		// Nor with another account of the same owner.
		SamePerson::set(vec![(PROVIDER, RENTER)]);
		assert_noop!(try_book(RENTER, id, at(1, 10), 2), E::OwnResource);
		SamePerson::set(Vec::new());
		// Nor what somebody of the same household offers.
		assert_noop!(try_book(200, id, at(3, 10), 2), E::OwnResource);
		Moved::set(vec![(200, 9)]);
		assert_ok!(try_book(200, id, at(3, 10), 2));
	});
}

#[test]
fn length_and_windows_are_enforced() {
	ExtBuilder.build_and_execute(|| {
		let id = list(terms());
		assert_noop!(try_book(RENTER, id, at(1, 10), 0), E::TooShort);
		assert_noop!(try_book(RENTER, id, at(1, 10), 1), E::TooShort);
		assert_noop!(try_book(RENTER, id, at(1, 8), 9), E::TooLong);
		assert_noop!(try_book(RENTER, id, at(1, 8), u16::MAX), E::TooLong);
		assert_ok!(try_book(RENTER, id, at(1, 8), 8));
		assert_noop!(try_book(RENTER, id, at(2, 7), 2), E::NotInOpeningWindows);
		assert_noop!(try_book(RENTER, id, at(2, 19), 2), E::NotInOpeningWindows);
		assert_ok!(try_book(RENTER, id, at(2, 18), 2));
		// Saturday and Sunday.
		assert_noop!(try_book(RENTER, id, at(5, 9), 2), E::NotInOpeningWindows);
		assert_ok!(try_book(RENTER, id, at(5, 10), 6));
		assert_noop!(try_book(RENTER, id, at(6, 10), 2), E::NotInOpeningWindows);
		assert_noop!(try_book(RENTER, id, Slot::MAX, 2), E::NotInOpeningWindows);
	});
}

#[test]
fn booking_spans_adjoining_windows_over_midnight() {
	ExtBuilder.build_and_execute(|| {
		let window = |weekday, from, to| Window { weekday, from, to };
		let windows = vec![window(1, 20, 24), window(2, 0, 4), window(2, 4, 6)];
		let id = list(Terms { windows: windows.try_into().unwrap(), max_slots: 10, ..terms() });
		assert_noop!(try_book(RENTER, id, at(1, 22), 9), E::NotInOpeningWindows);
		assert_ok!(try_book(RENTER, id, at(1, 22), 8));
	});
}

#[test]
fn lead_time_and_horizon_are_enforced_to_the_millisecond() {
	ExtBuilder.build_and_execute(|| {
		let id = list(terms());
		// It is half past nine.
		assert_noop!(try_book(RENTER, id, at(0, 10), 2), E::TooEarly);
		assert_ok!(try_book(RENTER, id, at(0, 11), 2));
		assert_noop!(try_book(RENTER, id, at(0, 8), 2), E::TooEarly);
		assert_noop!(try_book(RENTER, id, 4 * 24 + 8, 2), E::TooEarly);
		Now::set(hour(0, 13));
		assert_ok!(try_book(RENTER, id, at(0, 14), 2));
		Now::set(hour(0, 15) + 1);
		assert_noop!(try_book(RENTER, id, at(0, 16), 2), E::TooEarly);
		// Friday in eight weeks, 60 days away.
		Now::set(hour(60, 12) - 60 * DAY);
		assert_ok!(try_book(RENTER, id, at(60, 10), 2));
		assert_noop!(try_book(RENTER, id, at(60, 12), 2), E::TooFarAhead);
	});
}

#[test]
fn booking_requires_sufficient_funds() {
	ExtBuilder.build_and_execute(|| {
		let id = list(Terms { deposit: PURSE - 2 * PRICE - 1, ..terms() });
		assert_noop!(try_book(RENTER, id, at(1, 10), 3), E::InsufficientFunds);
		let expensive = list(Terms { price: MAX_PRICE, ..terms() });
		assert_noop!(try_book(RENTER, expensive, at(1, 10), 8), E::InsufficientFunds);
		assert_eq!(held(RENTER), (0, 0));
		// Everything but the existential deposit.
		assert_ok!(try_book(OTHER, id, at(1, 10), 2));
	});
}

#[test]
fn free_resource_holds_only_the_deposit() {
	ExtBuilder.build_and_execute(|| {
		let id = list(Terms { price: 0, ..terms() });
		let one = book(RENTER, id, at(1, 10), 2);
		assert_eq!(held(RENTER), (0, DEPOSIT));
		go(hour(1, 12));
		run();
		wait(2 * DAY);
		assert!(matches!(state(one), BookingState::Settled { .. }));
		assert_eq!(free(RENTER), PURSE);
		let id = list(Terms { price: 0, deposit: 0, ..terms() });
		let two = book(RENTER, id, at(8, 10), 2);
		assert_eq!((held(RENTER), free(RENTER)), ((0, 0), PURSE));
		assert_ok!(Sharing::cancel(signed(RENTER), two, 0));
	});
}

#[test]
fn open_bookings_per_member_are_limited() {
	ExtBuilder.build_and_execute(|| {
		let id = list(terms());
		let repeat = Repeat { weekdays: 0b001_1111, count: 40 };
		assert_ok!(try_series(RENTER, id, at(1, 8), 2, repeat));
		assert_ok!(try_series(RENTER, id, at(1, 10), 2, repeat));
		assert_ok!(try_series(RENTER, id, at(1, 12), 2, repeat));
		assert_ok!(try_series(RENTER, id, at(1, 14), 2, Repeat { count: 8, ..repeat }));
		assert_eq!(OpenCount::<Test>::get(RENTER), 128);
		assert_noop!(try_book(RENTER, id, at(1, 16), 2), E::TooManyBookings);
		assert_ok!(Sharing::cancel(signed(RENTER), 0, 0));
		assert_ok!(try_book(RENTER, id, at(1, 16), 2));
	});
}

#[test]
fn bookings_per_household_are_limited() {
	ExtBuilder.build_and_execute(|| {
		let id = list(Terms { per_household: Some(2), ..terms() });
		let first = book(RENTER, id, at(1, 10), 2);
		let second = book(RENTER, id, at(1, 14), 2);
		assert_noop!(try_book(RENTER, id, at(2, 10), 2), E::TooManyBookingsOfResource);
		// Nor is a series accepted that is one too long; other renters and resources are not affected.
		let repeat = Repeat { weekdays: 0b001_1111, count: 3 };
		assert_noop!(try_series(OTHER, id, at(2, 10), 2, repeat), E::TooManyBookingsOfResource);
		book(OTHER, id, at(2, 10), 2);
		book(RENTER, list(terms()), at(1, 10), 2);
		// A cancelled or returned booking makes room even before it is settled.
		assert_ok!(Sharing::cancel(signed(RENTER), second, 0));
		book(RENTER, id, at(2, 14), 2);
		go(hour(1, 10));
		assert_noop!(try_book(RENTER, id, at(3, 10), 2), E::TooManyBookingsOfResource);
		assert_ok!(Sharing::return_resource(signed(RENTER), first));
		book(RENTER, id, at(3, 10), 2);
		// Existing bookings stay when the limit is lowered.
		assert_ok!(Sharing::set_terms(signed(PROVIDER), id, Terms { per_household: Some(1), ..terms() }));
		assert_noop!(try_book(RENTER, id, at(4, 10), 2), E::TooManyBookingsOfResource);
	});
}

#[test]
fn a_price_changed_after_the_renter_read_it_is_not_paid() {
	ExtBuilder.build_and_execute(|| {
		let id = list(terms());
		let cost = 2 * PRICE + DEPOSIT;
		let book = |max_cost, version| Sharing::book(signed(RENTER), id, at(1, 10), 2, max_cost, version);
		assert_noop!(book(cost - 1, 0), E::MaxCostExceeded);
		assert_noop!(book(cost, 1), E::TermsMismatch);
		// Between sight and block the provider asks for nearly all that the renter has.
		let dearer = Terms { price: (PURSE - DEPOSIT) / 2 - 1, ..terms() };
		assert_ok!(Sharing::set_terms(signed(PROVIDER), id, dearer));
		assert_noop!(book(cost, 0), E::TermsMismatch);
		assert_noop!(book(cost, 1), E::MaxCostExceeded);
		// Nor do worse terms apply at the same price.
		let harsher = Terms { late_fee: DEPOSIT, ..terms() };
		assert_ok!(Sharing::set_terms(signed(PROVIDER), id, harsher.clone()));
		assert_noop!(book(cost, 0), E::TermsMismatch);
		assert_eq!(held(RENTER), (0, 0));
		assert_eq!(events().last(), Some(&Event::TermsSet { resource: id, terms: harsher, version: 2 }));
		assert_ok!(book(cost, 2));
	});
}

#[test]
fn the_maximum_cost_of_a_series_is_for_all_its_bookings() {
	ExtBuilder.build_and_execute(|| {
		let id = list(terms());
		let repeat = Repeat { weekdays: 0b001_1111, count: 3 };
		let series =
			|max_cost, version| Sharing::book_series(signed(RENTER), id, at(1, 10), 2, repeat, max_cost, version);
		let cost = 3 * (2 * PRICE + DEPOSIT);
		assert_noop!(series(cost - 1, 0), E::MaxCostExceeded);
		assert_noop!(series(cost, 1), E::TermsMismatch);
		assert_ok!(series(cost, 0));
	});
}
