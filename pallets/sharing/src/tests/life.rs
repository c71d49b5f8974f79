// SPDX-License-Identifier: Apache-2.0

//! Starts, returns, late fees, cancellations and payments.

use crate::{mock::*, types::*, Error, Event, InUse, OpenBookings};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{calendar::DAY, Fen, Fraction};

type E = Error<Test>;

#[test]
fn booking_is_settled_after_its_return() {
	ExtBuilder.build_and_execute(|| {
		let id = booked();
		assert_ok!(Sharing::start(signed(RENTER), id));
		go(hour(1, 12));
		events();
		assert_ok!(Sharing::return_resource(signed(RENTER), id));
		let until = hour(1, 12) + 2 * DAY;
		assert_eq!(events(), [Event::Returned { booking: id, late_fee: 0, until, by: Some(RENTER) }]);
		go(until - 1);
		assert_noop!(Sharing::settle(signed(STRANGER), id), E::NotDue);
		run();
		assert_eq!(held(RENTER), (2 * PRICE, DEPOSIT));
		go(until);
		run();
		let price = 2 * PRICE;
		assert_eq!(
			events(),
			[Event::Settled { booking: id, price, share: 0, late_fee: 0, damages: 0, refund: 0, returned: DEPOSIT }]
		);
		assert_eq!((held(RENTER), free(RENTER), free(PROVIDER)), ((0, 0), PURSE - price, PURSE + price));
		assert_eq!(OpenBookings::<Test>::iter().count(), 0);
		// It cannot be settled twice.
		assert_noop!(Sharing::settle(signed(STRANGER), id), E::NotDue);
		assert_noop!(Sharing::accept_claim(signed(RENTER), id), E::NotClaimed);
	});
}

#[test]
fn anyone_can_settle_a_due_booking() {
	ExtBuilder.build_and_execute(|| {
		let id = returned();
		go(hour(1, 12) + 2 * DAY);
		let done = Sharing::settle(signed(STRANGER), id).unwrap();
		assert_eq!(done.actual_weight, Some(frame_support::weights::Weight::from_parts(21, 0)));
		assert!(matches!(state(id), BookingState::Settled { .. }));
		assert_noop!(Sharing::settle(signed(STRANGER), 9), E::BookingNotFound);
	});
}

#[test]
fn renter_or_device_starts_between_start_and_end() {
	ExtBuilder.build_and_execute(|| {
		let id = book(RENTER, list(terms()), at(1, 10), 2);
		go(hour(1, 10) - 1);
		assert_noop!(Sharing::start(signed(RENTER), id), E::BookingNotBegun);
		go(hour(1, 10));
		for who in [PROVIDER, OTHER, FLATMATE] {
			assert_noop!(Sharing::start(signed(who), id), E::NotParty);
		}
		frame_support::hypothetically!({
			assert_ok!(Sharing::start(signed(RENTER), id));
		});
		go(hour(1, 12) - 1);
		frame_support::hypothetically!({
			assert_ok!(Sharing::start(signed(DEVICE), id));
		});
		go(hour(1, 12));
		assert_noop!(Sharing::start(signed(RENTER), id), E::BookingOver);
		assert_noop!(Sharing::start(signed(RENTER), 9), E::BookingNotFound);
	});
}

#[test]
fn renter_or_device_returns_and_after_the_end_the_provider() {
	ExtBuilder.build_and_execute(|| {
		let id = book(RENTER, list(terms()), at(1, 10), 2);
		assert_noop!(Sharing::return_resource(signed(RENTER), id), E::BookingNotBegun);
		go(hour(1, 10));
		assert_ok!(Sharing::start(signed(DEVICE), id));
		assert_noop!(Sharing::start(signed(RENTER), id), E::NotBooked);
		assert_noop!(Sharing::cancel(signed(RENTER), id, 0), E::NotBooked);
		let returns = |who| {
			frame_support::hypothetically!({
				assert_ok!(Sharing::return_resource(signed(who), id));
				assert!(matches!(state(id), BookingState::Returned { .. }));
				assert_eq!(InUse::<Test>::get(0), None);
			});
		};
		for moment in [hour(1, 10), hour(1, 12) - 1, hour(1, 12)] {
			go(moment);
			for who in [OTHER, FLATMATE, MANAGER] {
				assert_noop!(Sharing::return_resource(signed(who), id), E::NotParty);
			}
			returns(RENTER);
			returns(DEVICE);
			// The provider cannot end the booking early, keep the price and let the resource again.
			if moment < hour(1, 12) {
				assert_noop!(Sharing::return_resource(signed(PROVIDER), id), E::BookingRunning);
			} else {
				returns(PROVIDER);
			}
		}
	});
}

#[test]
fn a_renter_does_not_shorten_the_time_to_claim_by_returning_at_once() {
	ExtBuilder.build_and_execute(|| {
		// Ten days, of which the renter returns the first, in words.
		let day = SlotLength::Day;
		let windows: Vec<_> = (0..7).map(|weekday| Window { weekday, from: 0, to: 1 }).collect();
		let terms = Terms { slot: day, windows: windows.try_into().unwrap(), max_slots: 10, ..terms() };
		let first = day.at(Now::get(), &Default::default()).unwrap() + 2;
		let id = book(RENTER, list(terms), first, 10);
		let (start, end) = (booking(id).start, booking(id).end);
		go(start);
		assert_ok!(Sharing::start(signed(RENTER), id));
		let until = |who| {
			frame_support::hypothetically!({
				assert_ok!(Sharing::return_resource(signed(who), id));
				state(id).until()
			})
		};
		assert_eq!((until(RENTER), until(DEVICE)), (Some(end + 2 * DAY), Some(start + 2 * DAY)));
		assert_ok!(Sharing::return_resource(signed(RENTER), id));
		go(end + 2 * DAY - 1);
		run();
		let claim = Sharing::claim_damage(signed(PROVIDER), id, DEPOSIT, hash(3), sealed(id, Side::Provider));
		assert_ok!(claim);
	});
}

#[test]
fn device_not_appointed_by_the_owners_cannot_start_or_return() {
	ExtBuilder.build_and_execute(|| {
		let id = booked();
		assert_noop!(Sharing::start(signed(PROVIDER), id), E::NotParty);
		assert_ok!(Sharing::set_device(signed(PROVIDER), 0, Some(61)));
		assert_noop!(Sharing::start(signed(61), id), E::NotParty);
		assert_noop!(Sharing::return_resource(signed(61), id), E::NotParty);
		// Nor can the device of another resource.
		assert_noop!(Sharing::start(signed(DEVICE), id), E::NotParty);
	});
}

#[test]
fn renter_who_never_started_can_return_but_not_cancel() {
	ExtBuilder.build_and_execute(|| {
		let id = booked();
		go(hour(1, 11));
		// The deposit is not released before the provider can claim.
		assert_noop!(Sharing::cancel(signed(RENTER), id, 0), E::BookingAlreadyBegun);
		assert_noop!(Sharing::return_resource(signed(PROVIDER), id), E::BookingRunning);
		assert_ok!(Sharing::return_resource(signed(RENTER), id));
		assert_eq!((booking(id).late, held(RENTER)), (0, (2 * PRICE, DEPOSIT)));
		// The rest of its time can be booked by others.
		assert!(crate::TakenSlots::<Test>::iter().next().is_none());
		assert_ok!(Sharing::claim_damage(signed(PROVIDER), id, 4_000, hash(3), sealed(id, Side::Provider)));
		assert_ok!(Sharing::accept_claim(signed(RENTER), id));
		assert_eq!(free(PROVIDER), PURSE + 2 * PRICE + 4_000);
	});
}

#[test]
fn renter_blocked_by_another_is_refunded_in_full() {
	ExtBuilder.build_and_execute(|| {
		let late = booked();
		let next = book(OTHER, 0, at(1, 12), 2);
		assert_ok!(Sharing::start(signed(RENTER), late));
		go(hour(1, 12) - 1);
		assert_eq!(Sharing::booking_view(next).unwrap().refund_now, Some(PRICE), "by the policy");
		go(hour(1, 12) + HOUR);
		assert_eq!(Sharing::booking_view(next).unwrap().refund_now, Some(2 * PRICE));
		frame_support::hypothetically!({
			// The resource is returned after all: the renter is no longer blocked.
			assert_ok!(Sharing::return_resource(signed(RENTER), late));
			assert_noop!(Sharing::cancel(signed(OTHER), next, 0), E::BookingAlreadyBegun);
		});
		frame_support::hypothetically!({
			// A renter who started was not blocked.
			assert_ok!(Sharing::start(signed(OTHER), next));
			assert_eq!(InUse::<Test>::get(0), Some(next));
			assert_noop!(Sharing::cancel(signed(OTHER), next, 0), E::NotBooked);
			assert_ok!(Sharing::return_resource(signed(RENTER), late));
			assert_eq!(InUse::<Test>::get(0), Some(next));
			Sharing::do_try_state().unwrap();
		});
		events();
		assert_ok!(Sharing::cancel(signed(OTHER), next, 0));
		let (by, refund) = (CancelledBy::KeptOut, 2 * PRICE);
		assert_eq!(events(), [Event::Cancelled { booking: next, by, refund, kept: 0, share: 0 }]);
		assert_eq!((free(OTHER), held(OTHER)), (PURSE, (0, 0)));
	});
}

#[test]
fn early_return_frees_the_rest_of_the_time() {
	ExtBuilder.build_and_execute(|| {
		let id = book(RENTER, list(terms()), at(1, 10), 8);
		go(hour(1, 10));
		assert_ok!(Sharing::start(signed(RENTER), id));
		assert_noop!(try_book(OTHER, 0, at(1, 14), 2), E::SlotsAlreadyTaken);
		assert_ok!(Sharing::return_resource(signed(RENTER), id));
		book(OTHER, 0, at(1, 14), 2);
		// The price of the whole booking is due.
		wait(2 * DAY + 8 * HOUR);
		assert_eq!(free(PROVIDER), PURSE + 8 * PRICE + 2 * PRICE * u128::from(held(OTHER).0 == 0));
	});
}

#[test]
fn late_fee_per_slot_is_limited_by_the_deposit() {
	for (late, fee) in [
		(0, 0),
		(1, LATE_FEE),
		(HOUR, LATE_FEE),
		(HOUR + 1, 2 * LATE_FEE),
		(7 * HOUR, 7 * LATE_FEE),
		(7 * HOUR + 1, DEPOSIT),
		(6 * DAY, DEPOSIT),
	] {
		ExtBuilder.build_and_execute(|| {
			let id = booked();
			assert_ok!(Sharing::start(signed(RENTER), id));
			go(hour(1, 12) + late);
			run();
			assert_eq!(Sharing::booking_view(id).unwrap().late_now, fee);
			assert_ok!(Sharing::return_resource(signed(RENTER), id));
			assert_eq!(booking(id).late, fee);
			assert_eq!(booking(id).deposit_left(), DEPOSIT - fee);
			wait(2 * DAY);
			assert_eq!(free(PROVIDER), PURSE + 2 * PRICE + fee);
			assert_eq!((held(RENTER), free(RENTER)), ((0, 0), PURSE - 2 * PRICE - fee));
		});
	}
}

#[test]
fn overdue_booking_counts_as_returned() {
	ExtBuilder.build_and_execute(|| {
		let id = booked();
		assert_ok!(Sharing::start(signed(RENTER), id));
		go(hour(1, 12) + OVERDUE - 1);
		run();
		assert!(matches!(state(id), BookingState::Started { .. }));
		wait(1);
		assert!(matches!(state(id), BookingState::Returned { .. }));
		assert_eq!(booking(id).late, DEPOSIT);
		// Nothing of the deposit is left to claim.
		assert_noop!(
			Sharing::claim_damage(signed(PROVIDER), id, 1, hash(3), sealed(id, Side::Provider)),
			E::AmountTooLarge
		);
		wait(2 * DAY);
		assert_eq!(free(PROVIDER), PURSE + 2 * PRICE + DEPOSIT);
	});
}

#[test]
fn renter_who_does_not_come_pays_the_price() {
	ExtBuilder.build_and_execute(|| {
		let id = booked();
		go(hour(1, 12) + 5 * HOUR);
		events();
		run();
		let until = Now::get() + 2 * DAY;
		assert_eq!(events(), [Event::Returned { booking: id, late_fee: 0, until, by: None }]);
		wait(2 * DAY);
		assert_eq!((free(PROVIDER), free(RENTER)), (PURSE + 2 * PRICE, PURSE - 2 * PRICE));
	});
}

#[test]
fn renter_cancels_by_the_policy() {
	let price = 2 * PRICE;
	let start = |day| hour(day, 10);
	for (when, refund) in [(start(2) - DAY, price), (start(2) - DAY + 1, PRICE), (start(2), PRICE)] {
		ExtBuilder.build_and_execute(|| {
			let id = book(RENTER, list(terms()), at(2, 10), 2);
			go(when);
			events();
			assert_eq!(Sharing::booking_view(id).unwrap().refund_now, Some(refund));
			assert_ok!(Sharing::cancel(signed(RENTER), id, 0));
			let kept = price - refund;
			let by = CancelledBy::Renter;
			assert_eq!(events(), [Event::Cancelled { booking: id, by, refund, kept, share: 0 }]);
			assert_eq!((free(PROVIDER), free(RENTER), held(RENTER)), (PURSE + kept, PURSE - kept, (0, 0)));
			assert_noop!(Sharing::cancel(signed(RENTER), id, 0), E::NotBooked);
		});
	}
}

#[test]
fn renter_is_not_blocked_by_their_own_booking() {
	ExtBuilder.build_and_execute(|| {
		let late = booked();
		let next = book(RENTER, 0, at(1, 12), 2);
		assert_ok!(Sharing::start(signed(RENTER), late));
		go(hour(1, 12) + 1);
		assert_eq!(Sharing::booking_view(next).unwrap().refund_now, None);
		assert_noop!(Sharing::cancel(signed(RENTER), next, 0), E::BookingAlreadyBegun);
	});
}

#[test]
fn no_refund_after_the_start() {
	for moment in [hour(2, 10) + 1, hour(2, 12) + 2 * HOUR] {
		ExtBuilder.build_and_execute(|| {
			let id = book(RENTER, list(terms()), at(2, 10), 2);
			go(moment);
			assert_eq!(Sharing::booking_view(id).unwrap().refund_now, None);
			assert_noop!(Sharing::cancel(signed(RENTER), id, 0), E::BookingAlreadyBegun);
		});
	}
}

#[test]
fn fully_refunded_booking_is_removed_after_a_day() {
	ExtBuilder.build_and_execute(|| {
		let (free_of_cost, half) = (book(RENTER, list(terms()), at(3, 10), 2), book(RENTER, 0, at(2, 10), 2));
		assert_ok!(Sharing::cancel(signed(RENTER), free_of_cost, 0));
		go(hour(2, 9));
		assert_ok!(Sharing::cancel(signed(RENTER), half, 0));
		wait(DAY);
		assert!(!crate::Bookings::<Test>::contains_key(free_of_cost));
		assert!(crate::Bookings::<Test>::contains_key(half));
		wait(KEEP);
		assert!(!crate::Bookings::<Test>::contains_key(half));
	});
}

#[test]
fn late_block_does_not_increase_the_late_fee() {
	ExtBuilder.build_and_execute(|| {
		let id = book(RENTER, list(Terms { late_fee: 1, ..terms() }), at(1, 10), 2);
		go(hour(1, 10));
		assert_ok!(Sharing::start(signed(RENTER), id));
		go(hour(1, 12) + OVERDUE + 30 * DAY);
		run();
		assert_eq!(booking(id).late, u128::from(OVERDUE / HOUR));
	});
}

#[test]
fn cancellation_by_the_provider_refunds_in_full() {
	ExtBuilder.build_and_execute(|| {
		let id = booked();
		go(hour(1, 11));
		assert_noop!(Sharing::cancel(signed(OTHER), id, 0), E::NotParty);
		assert_noop!(Sharing::cancel(signed(MANAGER), id, 0), E::NotParty);
		assert_noop!(Sharing::cancel(signed(RENTER), 9, 0), E::BookingNotFound);
		assert_ok!(Sharing::cancel(signed(PROVIDER), id, 0));
		assert_eq!((free(PROVIDER), free(RENTER), held(RENTER)), (PURSE, PURSE, (0, 0)));
	});
}

#[test]
fn half_a_fen_is_rounded_up_for_the_renter() {
	ExtBuilder.build_and_execute(|| {
		let id = book(RENTER, list(terms()), at(1, 10), 3);
		go(hour(1, 9));
		assert_ok!(Sharing::cancel(signed(RENTER), id, 0));
		// Half of 603 fen.
		assert_eq!((free(PROVIDER), free(RENTER)), (PURSE + 301, PURSE - 301));
	});
}

/// Settles a booking of the resource that was returned an hour late, with a claim of 300 fen.
fn with_all_kinds_of_money(resource: ResourceId, provider: AccountId) {
	let id = book(RENTER, resource, at(1, 10), 5);
	go(hour(1, 10));
	assert_ok!(Sharing::start(signed(RENTER), id));
	go(hour(1, 16));
	assert_ok!(Sharing::return_resource(signed(provider), id));
	assert_ok!(Sharing::claim_damage(signed(provider), id, 300, hash(3), sealed(id, Side::Provider)));
	assert_ok!(Sharing::accept_claim(signed(RENTER), id));
	assert_eq!(free(RENTER), PURSE - 5 * PRICE - LATE_FEE - 300);
}

#[test]
fn community_income_goes_to_its_pots() {
	let price: Fen = 5 * PRICE;
	ExtBuilder.build_and_execute(|| {
		with_all_kinds_of_money(list_common(SPORTS, terms()), MANAGER);
		// A tenth, rounded down; late fee and damages are not shared.
		assert_eq!(pot(INCOME), 1 + 100);
		assert_eq!(pot(SPORTS), 1 + price - 100 + LATE_FEE + 300);
	});
	ExtBuilder.build_and_execute(|| {
		with_all_kinds_of_money(list_common(INCOME, terms()), MANAGER);
		assert_eq!(pot(INCOME), 1 + price + LATE_FEE + 300);
	});
}

#[test]
fn private_income_is_shared_if_the_rules_say_so() {
	for (share, part) in [(Fraction::ZERO, 0), (Fraction::new(1, 3), 335), (Fraction::ONE, 1_005)] {
		ExtBuilder.build_and_execute(|| {
			let rules = SharingRules { private_share: share, ..SharingRules::default() };
			assert_ok!(Sharing::set_rules(signed(ASSEMBLY), rules));
			with_all_kinds_of_money(list(terms()), PROVIDER);
			assert_eq!(pot(INCOME), 1 + part);
			assert_eq!(free(PROVIDER), PURSE + 5 * PRICE - part + LATE_FEE + 300);
		});
	}
}

#[test]
fn community_acts_as_provider() {
	ExtBuilder.build_and_execute(|| {
		let resource = list_common(SPORTS, terms());
		let id = book(RENTER, resource, at(1, 10), 2);
		go(hour(1, 9));
		assert_noop!(Sharing::cancel(signed(PROVIDER), id, 0), E::NotParty);
		frame_support::hypothetically!({
			assert_ok!(Sharing::cancel(signed(RENTER), id, 0));
			// Half of the price stays: 201 fen, and a tenth of that is common income.
			assert_eq!((pot(SPORTS), pot(INCOME)), (1 + 181, 1 + 20));
		});
		assert_ok!(Sharing::cancel(signed(MANAGER), id, 0));
		assert_eq!((pot(SPORTS), free(RENTER)), (1, PURSE));
	});
}

#[test]
fn a_cancellation_gives_back_at_least_what_its_signer_read() {
	ExtBuilder.build_and_execute(|| {
		let id = book(RENTER, list(terms()), at(2, 10), 2);
		let price = 2 * PRICE;
		let cancel = |who, min_refund| Sharing::cancel(signed(who), id, min_refund);
		go(hour(2, 10) - DAY);
		assert_noop!(cancel(RENTER, price + 1), E::RefundTooLow);
		// Signed in time, but in a block after the limit: the renter would rather keep the booking.
		go(hour(2, 10) - DAY + 1);
		assert_noop!(cancel(RENTER, price), E::RefundTooLow);
		assert_eq!(state(id), BookingState::Booked);
		frame_support::hypothetically!({
			assert_ok!(cancel(PROVIDER, price));
		});
		assert_ok!(cancel(RENTER, PRICE));
		assert_eq!(free(RENTER), PURSE - PRICE);
	});
}
