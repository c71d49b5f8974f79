// SPDX-License-Identifier: Apache-2.0

//! Each invariant detects its violation.

use crate::{mock::*, types::*, *};
use frame_support::{
	assert_ok, hypothetically,
	traits::{fungible::MutateHold, tokens::Precision},
};

/// Booking 0 is ruled, 1 settled and rated, 2 booked, 3 cancelled, 4 before a panel.
fn broken(expected: &'static str, breakage: impl FnOnce()) {
	ExtBuilder.build_and_execute(|| {
		ruled();
		book(OTHER, 0, at(2, 10), 2);
		book(RENTER, 0, at(9, 10), 2);
		let third = book(RENTER, 0, at(10, 10), 2);
		let last = book(OTHER, 0, at(3, 14), 2);
		go(hour(2, 12));
		run();
		go(hour(3, 14));
		assert_ok!(Sharing::start(signed(OTHER), last));
		assert_ok!(Sharing::return_resource(signed(OTHER), last));
		assert_ok!(Sharing::claim_damage(signed(PROVIDER), last, 100, hash(3), sealed(last, Side::Provider)));
		assert_ok!(Sharing::dispute_claim(signed(OTHER), last, hash(4), 0, sealed(last, Side::Renter)));
		reveal_both(last);
		wait(panels::DRAW_WAIT);
		assert!(matches!(state(last), BookingState::Empanelled { .. }));
		go(hour(4, 12));
		run();
		assert!(matches!(state(1), BookingState::Settled { .. }));
		assert_ok!(Sharing::rate(signed(OTHER), 1, 4, hash(6)));
		assert_ok!(Sharing::rate(signed(PROVIDER), 1, 4, hash(6)));
		assert_ok!(Sharing::cancel(signed(RENTER), third, 0));
		Sharing::do_try_state().unwrap();
		hypothetically!({
			breakage();
			assert_eq!(Sharing::do_try_state(), Err(expected.into()));
		});
	});
}

fn change(id: BookingId, change: impl FnOnce(&mut Booking<AccountId, u64>)) {
	Bookings::<Test>::mutate(id, |booking| change(booking.as_mut().unwrap()));
}

fn change_resource(change: impl FnOnce(&mut Resource<AccountId>)) {
	Resources::<Test>::mutate(0, |resource| change(resource.as_mut().unwrap()));
}

fn change_claim(id: BookingId, change_it: impl FnOnce(&mut Claim)) {
	change(id, |booking| change_it(booking.claim.as_mut().unwrap()));
}

#[test]
fn invalid_rules_are_detected() {
	broken("the rules are invalid", || Rules::<Test>::mutate(|rules| rules.panel_window = 0));
	broken("the pot of the rules does not exist", || Rules::<Test>::mutate(|rules| rules.income_pot = 7));
}

#[test]
fn broken_resources_are_detected() {
	broken("the id of a resource is not below the next id", || NextResource::<Test>::put(0));
	broken("the terms of a resource are invalid", || change_resource(|resource| resource.terms.min_slots = 0));
	broken("a withdrawn resource without bookings is kept", || {
		change_resource(|resource| {
			resource.status = ResourceStatus::Withdrawn;
			resource.records = 0;
		});
	});
	broken("a resource does not stand for its unit or right", || {
		change_resource(|resource| resource.stands_for = StandsFor::Unit(0));
	});
	broken("a unit or right has no resource", || StandingFor::<Test>::insert(StandsFor::Unit(0), 0));
	broken("a resource's pot does not exist", || {
		change_resource(|resource| resource.provider = Provider::Community { pot: 7 });
	});
	broken("a provider's number of resources is wrong", || Listed::<Test>::remove(of_household(0)));
	broken("a provider's number of resources is wrong", || Listed::<Test>::insert(of_household(2), 1));
	broken("a resource counts towards the maximum of another kind of provider", || {
		change_resource(|resource| resource.listed_by = ListedBy::Community { pot: SPORTS });
	});
	broken("a provider has too many resources", || {
		let resource = Resource { stands_for: StandsFor::Thing, ..Resources::<Test>::get(0).unwrap() };
		for id in 1..4 {
			Resources::<Test>::insert(id, resource.clone());
		}
		NextResource::<Test>::put(4);
		Listed::<Test>::insert(of_household(0), 4);
	});
	broken("a resource is being refunded that can be booked", || {
		Refunds::<Test>::insert(0, None::<BookingKey>);
	});
}

#[test]
fn broken_bookings_are_detected() {
	broken("the id of a booking is not below the next id", || NextBooking::<Test>::put(0));
	broken("a booking has no resource", || change(2, |booking| booking.resource = 7));
	broken("the slot length of a booking is not that of its resource", || {
		change(2, |booking| booking.frozen.slot = SlotLength::HalfHour);
	});
	broken("a booking does not last as long as its slots", || change(2, |booking| booking.start += 1));
	broken("a booking does not last as long as its slots", || change(2, |booking| booking.interval.slots += 1));
	broken("a step of a booking is due too early", || {
		change(2, |booking| booking.due = booking.end - 1);
	});
	broken("a step of a booking is due too early", || {
		change(4, |booking| booking.due -= 1);
	});
	broken("a late fee is above the deposit", || change(0, |booking| booking.late = DEPOSIT + 1));
	broken("a claim is above what can be claimed", || change(0, |booking| booking.late = 1_001));
	broken("damages are above the claim", || change(0, |booking| booking.damages = 4_001));
	broken("a refund is above the price or the claim", || change(1, |booking| booking.refund = 1));
	broken("a refund is above the price or the claim", || change(3, |booking| booking.refund += 1));
	broken("a booking has ledger entries before its end", || {
		change(2, |booking| booking.entries.try_push((0, 0)).unwrap());
	});
	broken("a contested booking has no claim", || {
		Panels::<Test>::remove(0);
		change(0, |booking| booking.claim = None);
	});
	broken("a booking has a late fee or claim before its return", || change(2, |booking| booking.late = 1));
	broken("a ruled booking has no ruling", || change_claim(0, |claim| claim.ruled = None));
	broken("a ruling is above the claim", || change_claim(0, |claim| claim.ruled = Some(damages(4_001))));
	broken("an empanelled booking has no panel", || Panels::<Test>::remove(4));
	broken("a booking has a panel but no claim", || Panels::<Test>::swap(0, 1));
	broken("the ruling and the votes of a panel disagree", || Panels::<Test>::remove(0));
	broken("the ruling and the votes of a panel disagree", || change_claim(4, |claim| claim.ruled = Some(damages(1))));
}

#[test]
fn wrong_taken_times_are_detected() {
	let expected = "the times taken are not those of the bookings";
	let (start, end) = (hour(9, 10), EndKey::new(hour(9, 12)));
	broken(expected, || TakenSlots::<Test>::remove(0, end));
	broken(expected, || TakenSlots::<Test>::insert(0, end, start - 1));
	broken(expected, || TakenSlots::<Test>::insert(0, EndKey::new(hour(9, 14)), hour(9, 12)));
	broken(expected, || TakenSlots::<Test>::insert(5, end, start));
	let block = BlockedDays { from: hour(9, 11), until: hour(9, 13) };
	broken("two bookings overlap", || Blocked::<Test>::try_append(0, block).unwrap());
	broken(expected, || Blocked::<Test>::try_append(0, BlockedDays { until: hour(9, 14), from: hour(9, 12) }).unwrap());
	broken("days of a resource are blocked that does not exist", || Blocked::<Test>::try_append(7, block).unwrap());
	broken("an empty list of blocks is kept", || Blocked::<Test>::insert(0, frame_support::BoundedVec::new()));
	broken("two bookings overlap", || {
		let twin = booking(2);
		Bookings::<Test>::insert(5, twin);
		NextBooking::<Test>::put(6);
	});
	broken("two bookings overlap", || {
		let twin = booking(2);
		let (start, end) = (twin.start + 1, twin.end + 1);
		Bookings::<Test>::insert(5, Booking { start, end, due: end, ..twin });
		NextBooking::<Test>::put(6);
	});
}

#[test]
fn wrong_use_is_detected() {
	broken("a resource is in use by a booking that does not exist", || InUse::<Test>::insert(0, 9));
	broken("a resource is in use by a booking that is not started", || InUse::<Test>::insert(0, 2));
	broken("a resource is in use by a booking that is not started", || {
		assert_ok!(Sharing::list(
			signed(OTHER),
			None,
			ResourceKind::Tool,
			None,
			hash(1),
			terms(),
			None,
			StandsFor::Thing
		));
		go(hour(9, 10));
		assert_ok!(Sharing::start(signed(RENTER), 2));
		InUse::<Test>::insert(1, 2);
	});
}

#[test]
fn wrong_holds_are_detected() {
	broken("held prices are not those of the open bookings", || {
		let _ = Balances::release(&HoldReason::Price.into(), &RENTER, 1, Precision::Exact).unwrap();
	});
	broken("held deposits are not those of the open bookings", || {
		assert_ok!(Balances::hold(&HoldReason::Deposit.into(), &OTHER, 1));
	});
	broken("held prices are not those of the open bookings", || change(2, |booking| booking.frozen.price += 1));
	broken("held bonds are not those of the open claims", || change_claim(0, |claim| claim.bond -= 1));
	broken("held bonds are not those of the open claims", || {
		change_claim(0, |claim| claim.answer.as_mut().unwrap().bond -= 1);
	});
	broken("a disputed claim has no answer", || change_claim(0, |claim| claim.answer = None));
	broken("a draw waits for secrets that are revealed", || {
		change(4, |booking| booking.state = BookingState::Revealing { at: 0, until: 0 });
	});
	broken("held bonds are not those of the open claims", || {
		assert_ok!(Balances::hold(&HoldReason::Bond.into(), &OTHER, 1));
	});
}

#[test]
fn broken_lists_are_detected() {
	let key = BookingKey::new;
	broken("a booking is missing from its renter's list", || RenterBookings::<Test>::remove(RENTER, key(2)));
	broken("a renter's list of open bookings is wrong", || OpenBookings::<Test>::remove(RENTER, key(2)));
	broken("a renter's list of open bookings is wrong", || {
		OpenBookings::<Test>::insert(RENTER, key(3), ());
	});
	broken("a resource's list of open bookings is wrong", || OpenAt::<Test>::remove(0, key(2)));
	broken("a removed booking is listed", || RenterBookings::<Test>::insert(OTHER, key(9), ()));
	broken("a renter's open booking does not exist", || OpenBookings::<Test>::insert(OTHER, key(9), ()));
	broken("a resource's open booking does not exist", || OpenAt::<Test>::insert(0, key(9), ()));
	broken("a renter's number of open bookings is wrong", || OpenCount::<Test>::insert(RENTER, 9));
	let of_household = "a household's number of open bookings is wrong";
	broken(of_household, || HouseholdOpenCount::<Test>::remove(household(RENTER)));
	broken(of_household, || HouseholdOpenCount::<Test>::insert(household(103), 1));
	let standing = "a household's number of outstanding bookings is wrong";
	broken(standing, || OutstandingBookings::<Test>::remove(0, household(RENTER)));
	broken(standing, || OutstandingBookings::<Test>::insert(0, household(OTHER), 1));
	broken("a resource's number of records is wrong", || change_resource(|resource| resource.records += 1));
}

/// Adds 130 bookings of months to come by the account, or by as many accounts of its household.
fn crowd(renter: impl Fn(u32) -> AccountId) {
	let template = booking(2);
	let always: Vec<_> = (0..7).map(|weekday| Window { weekday, from: 0, to: 24 }).collect();
	change_resource(|resource| {
		resource.terms.windows = always.try_into().unwrap();
		resource.records += 130;
	});
	for number in 0..130u32 {
		let (id, renter) = (100 + BookingId::from(number), renter(number));
		let interval = Interval { first: at(20 + number, 0), slots: 1 };
		let (start, end) = (hour(20 + number, 0), hour(20 + number, 1));
		Sharing::take_time(0, start, end).unwrap();
		let mut frozen = template.frozen;
		(frozen.price, frozen.deposit) = (0, 0);
		let booking = Booking { renter, household: household(103), interval, start, end, frozen, ..template.clone() };
		Queue::<Test>::insert(DueKey::new(end, id), ());
		Bookings::<Test>::insert(id, Booking { due: end, ..booking });
		for index in [RenterBookings::<Test>::insert::<AccountId, BookingKey, ()>, OpenBookings::<Test>::insert] {
			index(renter, BookingKey::new(id), ());
		}
		OpenAt::<Test>::insert(0, BookingKey::new(id), ());
		OpenCount::<Test>::mutate(renter, |count| *count += 1);
	}
	HouseholdOpenCount::<Test>::insert(household(103), 130);
	NextBooking::<Test>::put(300);
}

#[test]
fn too_many_open_bookings_are_detected() {
	broken("a renter has too many open bookings", || crowd(|_| 103));
	broken("a household has too many open bookings", || crowd(|number| 1_000 + AccountId::from(number)));
}

#[test]
fn broken_queue_is_detected() {
	broken("a booking is not queued", || Queue::<Test>::remove(DueKey::new(booking(2).due, 2)));
	broken("a queue entry has no booking", || Queue::<Test>::insert(DueKey::new(1, 2), ()));
	broken("a panel has no booking", || Panels::<Test>::insert(9, Panels::<Test>::get(4).unwrap()));
}

#[test]
fn wrong_rating_sums_are_detected() {
	let rating = |stars| Rating { stars, comment: hash(6) };
	broken("a rating has no booking", || Rated::<Test>::insert(9, Side::Renter, rating(1)));
	broken("a rated booking is not settled", || Rated::<Test>::insert(3, Side::Renter, rating(1)));
	broken("a rating is not between 1 and 5", || Rated::<Test>::insert(1, Side::Renter, rating(6)));
	broken("a resource's ratings do not add up", || Rated::<Test>::insert(1, Side::Renter, rating(5)));
	broken("a renter's ratings do not add up", || Rated::<Test>::remove(1, Side::Provider));
	broken("ratings are missing from the sums", || RenterRatings::<Test>::remove(household(OTHER)));
}
