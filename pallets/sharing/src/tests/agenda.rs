// SPDX-License-Identifier: Apache-2.0

//! Automatic steps, within their weight budget.

use crate::{agenda::TRY_AGAIN, mock::*, types::*, Bookings, Event, Queue, RenterBookings, Resources};
use frame_support::{traits::Hooks, weights::Weight};
use linli_primitives::calendar::DAY;

#[test]
fn thousand_bookings_due_at_once_are_settled_over_several_blocks() {
	ExtBuilder.build_and_execute(|| {
		// Sixteen members book nine rooms.
		let always: Vec<_> = (0..7).map(|weekday| Window { weekday, from: 0, to: 24 }).collect();
		let windows: frame_support::BoundedVec<_, _> = always.try_into().unwrap();
		for number in 0..9 {
			let terms = Terms { windows: windows.clone(), min_slots: 1, deposit: 10, ..terms() };
			list_common(number % 3, terms);
		}
		let members: Vec<AccountId> = (100..112).chain(200..204).collect();
		for number in 0..1_000u32 {
			book(members[number as usize % 16], number % 9, at(1, 0) + number / 9, 1);
		}
		go(hour(7, 0));
		Budget::set(Weight::from_parts(500, 0));
		let mut blocks = 0;
		while Bookings::<Test>::iter_values().any(|booking| booking.state == BookingState::Booked) {
			let used = run();
			assert!(used.all_lte(Budget::get()));
			blocks += 1;
			Sharing::do_try_state().unwrap();
			assert!(blocks < 100);
		}
		// 45 fit into a block.
		assert_eq!(blocks, 23);
		go(hour(7, 0) + 2 * DAY);
		let mut blocks = 0;
		while Bookings::<Test>::iter_values().any(|booking| !booking.state.is_final()) {
			assert!(run().all_lte(Budget::get()));
			blocks += 1;
			assert!(blocks < 100);
		}
		// Settling is more expensive: 23 fit.
		assert_eq!(blocks, 44);
		assert!(members.into_iter().all(|who| held(who) == (0, 0)));
	});
}

#[test]
fn steps_that_do_not_fit_wait_for_a_larger_budget() {
	ExtBuilder.build_and_execute(|| {
		let id = returned();
		go(Now::get() + 2 * DAY);
		for budget in [0, 1, 2, 21] {
			Budget::set(Weight::from_parts(budget, 0));
			assert!(run().all_lte(Budget::get()));
			assert!(matches!(state(id), BookingState::Returned { .. }));
		}
		Budget::set(Weight::from_parts(22, 0));
		assert_eq!(run(), Weight::from_parts(22, 0));
		assert!(matches!(state(id), BookingState::Settled { .. }));
	});
}

#[test]
fn idle_block_costs_one_advance() {
	ExtBuilder.build_and_execute(|| {
		booked();
		assert_eq!(run(), Weight::from_parts(1, 0));
		Now::set(0);
		assert_eq!(run(), Weight::from_parts(1, 0));
	});
}

#[test]
fn steps_are_taken_in_the_order_of_time() {
	ExtBuilder.build_and_execute(|| {
		let id = list(terms());
		let late = book(RENTER, id, at(1, 14), 2);
		let early = book(RENTER, id, at(1, 10), 2);
		go(hour(2, 0));
		events();
		run();
		let order: Vec<_> = events()
			.into_iter()
			.map(|event| match event {
				Event::Returned { booking, .. } => booking,
				_ => unreachable!(),
			})
			.collect();
		assert_eq!(order, [early, late]);
	});
}

#[test]
fn failed_step_is_retried_and_blocks_no_other() {
	ExtBuilder.build_and_execute(|| {
		let id = returned();
		let free_one = book(OTHER, list(Terms { price: 0, ..terms() }), at(2, 10), 2);
		go(hour(2, 12));
		run();
		go(hour(2, 12) + 2 * DAY);
		// The provider's account no longer exists, and the price is below the existential deposit.
		let purse = free(PROVIDER);
		use frame_support::traits::{fungible::Mutate, tokens::Preservation::Expendable};
		Balances::transfer(&PROVIDER, &STRANGER, purse, Expendable).unwrap();
		events();
		ExistentialDeposit::set(1_000);
		run();
		ExistentialDeposit::set(1);
		let said = events();
		assert!(matches!(said[0], Event::StepFailed { booking, .. } if booking == id), "{said:?}");
		assert!(matches!(said[1], Event::Settled { booking, .. } if booking == free_one));
		assert_eq!(held(RENTER), (2 * PRICE, DEPOSIT));
		assert_eq!(booking(id).due, Now::get() + TRY_AGAIN);
		Sharing::do_try_state().unwrap();
		wait(TRY_AGAIN - 1);
		assert!(matches!(state(id), BookingState::Returned { .. }));
		wait(1);
		assert!(matches!(state(id), BookingState::Settled { .. }));
		assert_eq!(free(PROVIDER), 2 * PRICE);
	});
}

#[test]
fn retried_lapse_charges_no_late_fee() {
	ExtBuilder.build_and_execute(|| {
		let id = booked();
		// As after a failed step.
		Sharing::keep(id, booking(id), hour(1, 15));
		wait(5 * HOUR);
		assert_eq!(booking(id).late, 0);
		assert!(matches!(state(id), BookingState::Returned { .. }));
	});
}

#[test]
fn old_bookings_are_removed() {
	ExtBuilder.build_and_execute(|| {
		let id = ruled();
		wait(3 * DAY);
		assert!(matches!(state(id), BookingState::Settled { .. }));
		wait(KEEP - 1);
		assert!(Bookings::<Test>::contains_key(id));
		wait(1);
		assert_eq!(Bookings::<Test>::iter().count() + RenterBookings::<Test>::iter().count(), 0);
		assert_eq!(Queue::<Test>::iter().count() + crate::Panels::<Test>::iter().count(), 0);
		assert_eq!(Resources::<Test>::get(0).unwrap().records, 0);
	});
}

#[test]
fn budget_below_one_step_is_rejected() {
	ExtBuilder.build_and_execute(|| {
		Budget::set(Sharing::min_budget());
		Sharing::integrity_test();
		Budget::set(Sharing::min_budget() - Weight::from_parts(1, 0));
		assert!(std::panic::catch_unwind(Sharing::integrity_test).is_err());
	});
}
