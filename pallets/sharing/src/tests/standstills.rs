// SPDX-License-Identifier: Apache-2.0

//! A standstill takes nothing from a window to act, and makes nobody late (D46); bookings begin and end by the clock.

use crate::{mock::*, types::*, Error};
use frame_support::{assert_noop, assert_ok, hypothetically};
use linli_primitives::calendar::DAY;
use sp_runtime::DispatchResult;

type E = Error<Test>;

/// What can be done in a window, how its state is reached, and the call.
type Row = (&'static str, fn() -> BookingId, fn(BookingId) -> DispatchResult);

fn appealed() -> BookingId {
	let id = ruled();
	assert_ok!(Sharing::appeal(signed(RENTER), id));
	id
}

fn revealing() -> BookingId {
	let id = claimed();
	assert_ok!(Sharing::dispute_claim(signed(RENTER), id, hash(4), 0, sealed(id, Side::Renter)));
	id
}

fn started() -> BookingId {
	let id = booked();
	assert_ok!(Sharing::start(signed(RENTER), id));
	id
}

#[test]
fn a_standstill_takes_nothing_from_any_window() {
	let rows: [Row; 6] = [
		("claim", returned, |id| Sharing::claim_damage(signed(PROVIDER), id, 1, hash(3), sealed(id, Side::Provider))),
		("dispute", claimed, |id| Sharing::dispute_claim(signed(RENTER), id, hash(4), 0, sealed(id, Side::Renter))),
		("reveal", revealing, |id| Sharing::reveal(signed(RENTER), id, secret(Side::Renter))),
		("vote", empanelled, |id| Sharing::vote(signed(panel(id)[0]), id, damages(1))),
		("appeal", ruled, |id| Sharing::appeal(signed(PROVIDER), id)),
		("rule", appealed, |id| Sharing::rule(signed(COMMITTEE), id, damages(1), hash(5))),
	];
	for (name, reach, act) in rows {
		ExtBuilder.build_and_execute(|| {
			let id = reach();
			let (before, due) = (state(id), booking(id).due);
			pass(HOUR);
			stand_still(40 * DAY);
			run();
			let later = due + 40 * DAY;
			assert_eq!((state(id), booking(id).due), (before, later), "{name}");
			assert_noop!(Sharing::settle(signed(STRANGER), id), E::NotDue);
			go(later - 1);
			run();
			hypothetically!({
				assert_ok!(act(id));
			});
			go(later);
			assert_noop!(act(id), E::WindowOver);
			run();
			assert_ne!(state(id), before, "{name}");
		});
	}
}

#[test]
fn nobody_is_late_while_the_chain_stands_still() {
	ExtBuilder.build_and_execute(|| {
		let id = started();
		go(hour(1, 12));
		stand_still(3 * DAY);
		run();
		assert_eq!(Sharing::booking_view(id).unwrap().late_now, 0);
		pass(1);
		assert_eq!(Sharing::booking_view(id).unwrap().late_now, LATE_FEE);
		pass(HOUR);
		assert_ok!(Sharing::return_resource(signed(RENTER), id));
		assert_eq!(booking(id).late, 2 * LATE_FEE);
	});
}

#[test]
fn a_booking_is_overdue_in_lived_time() {
	ExtBuilder.build_and_execute(|| {
		let id = started();
		go(hour(1, 12));
		stand_still(2 * OVERDUE);
		run();
		assert!(matches!(state(id), BookingState::Started { .. }));
		assert_eq!(booking(id).due, hour(1, 12) + 3 * OVERDUE);
		assert_noop!(Sharing::settle(signed(STRANGER), id), E::NotDue);
		go(hour(1, 12) + 3 * OVERDUE);
		run();
		assert!(matches!(state(id), BookingState::Returned { .. }));
	});
}

#[test]
fn a_draw_waits_for_randomness_in_lived_time() {
	ExtBuilder.build_and_execute(|| {
		KnownFor::set(1_000_000);
		let id = disputed();
		stand_still(10 * DAY);
		run();
		assert!(matches!(state(id), BookingState::Disputed { .. }));
		wait(3 * DAY);
		assert!(matches!(state(id), BookingState::Appealed { .. }));
	});
}

#[test]
fn bookings_begin_and_end_by_the_clock() {
	ExtBuilder.build_and_execute(|| {
		let id = book(RENTER, list(terms()), at(1, 10), 2);
		stand_still(hour(1, 11) - Now::get());
		hypothetically!({
			assert_ok!(Sharing::start(signed(RENTER), id));
		});
		go(hour(1, 12));
		assert_noop!(Sharing::start(signed(RENTER), id), E::BookingOver);
		run();
		assert!(matches!(state(id), BookingState::Returned { .. }));
	});
}
