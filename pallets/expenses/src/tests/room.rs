// SPDX-License-Identifier: Apache-2.0

//! Room for open expenses, and the end of those that nobody approves.

use crate::{mock::*, types::*, Error, Event, Invoices, OpenBy, OpenCounts, OpenExpenses};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{calendar::DAY, traits::Person};
use sp_runtime::{DispatchError::BadOrigin, DispatchResult};

/// Proposes an expense of 1 fen for gardens.
fn propose_by(who: AccountId, number: u8) -> DispatchResult {
	let (payee, incurred) = (Payee::Bank(hash(4)), NOVEMBER);
	Spending::propose(signed(who), 2026, GARDENS, payee, 1, invoice(number, 1), incurred, Related::Nobody)
}

#[test]
fn nobody_uses_up_the_room_of_others() {
	ExtBuilder::default().build_and_execute(|| {
		let managers = [MAX, MIRA, 12, 13, 14];
		Managers::set(managers.to_vec());
		for (number, who) in (0u8..).zip(&managers[..4]) {
			for invoice in 6 * number..6 * number + 6 {
				assert_ok!(propose_by(*who, invoice));
			}
			assert_noop!(propose_by(*who, 90), Error::<Test>::TooManyOpenByProposer);
		}
		// All of it is in use, though not by this manager.
		assert_noop!(propose_by(14, 90), Error::<Test>::TooManyOpen);
		// Emergencies have room of their own.
		for invoice in 30..36 {
			assert_ok!(propose_lift(1, invoice));
		}
		assert_noop!(propose_lift(1, 36), Error::<Test>::TooManyOpenByProposer);
		assert_eq!((OpenCounts::<Test>::get(Lane::Line), OpenCounts::<Test>::get(Lane::Emergency)), (24, 6));
		// What is concluded makes room.
		assert_ok!(Spending::withdraw(signed(MAX), 3));
		assert_ok!(propose_by(14, 90));
		assert_eq!(
			(
				OpenBy::<Test>::get(Lane::Line, Person::Account(MAX)),
				OpenBy::<Test>::get(Lane::Line, Person::Account(14))
			),
			(5, 1)
		);
	});
}

#[test]
fn the_accounts_of_one_manager_share_room() {
	ExtBuilder::default().build_and_execute(|| {
		SamePeople::set(vec![(MAX, MIRA)]);
		for invoice in 0..6 {
			assert_ok!(propose_by(if invoice < 3 { MAX } else { MIRA }, invoice));
		}
		for who in [MAX, MIRA] {
			assert_noop!(propose_by(who, 9), Error::<Test>::TooManyOpenByProposer);
		}
		// The room is free again for whom it was taken.
		SamePeople::set(vec![]);
		assert_ok!(Spending::withdraw(signed(MIRA), 5));
		assert_eq!(OpenBy::<Test>::get(Lane::Line, Person::Account(MAX)), 5);
	});
}

#[test]
fn a_returned_payment_finds_room() {
	ExtBuilder::default().build_and_execute(|| {
		let id = approved_bank(100, 50);
		assert_ok!(Spending::order_payment(signed(CORA), 0, id, 0));
		for invoice in 0..6 {
			assert_ok!(propose(1, invoice));
		}
		assert_ok!(TestBank::give_back(0));
		assert_eq!(OpenBy::<Test>::get(Lane::Line, Person::Account(MAX)), 7);
		assert_noop!(propose(1, 9), Error::<Test>::TooManyOpenByProposer);
	});
}

#[test]
fn what_nobody_approves_expires() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(propose(100, 1));
		wait(90 * DAY - 1);
		assert_noop!(Spending::expire(signed(STRANGER), 0), Error::<Test>::ApprovalTimeRunning);
		// A standstill takes nothing from it.
		stand_still(9 * DAY);
		assert_noop!(Spending::expire(signed(STRANGER), 0), Error::<Test>::ApprovalTimeRunning);
		wait(1);
		assert_noop!(Spending::expire(RuntimeOrigin::root(), 0), BadOrigin);
		assert_ok!(Spending::expire(signed(STRANGER), 0));
		assert_eq!(expense(0).state, State::Expired { at: Now::get() });
		assert_eq!(last_event(), Event::ExpenseExpired { expense: 0 });
		assert_eq!((sums(GARDENS), Invoices::<Test>::get(hash(1))), ((0, 0), None));
		assert!(!OpenExpenses::<Test>::contains_key(0));
		assert_noop!(Spending::expire(signed(STRANGER), 0), Error::<Test>::AlreadyConcluded);
		assert_noop!(Spending::expire(signed(STRANGER), 1), Error::<Test>::ExpenseNotFound);
	});
}

#[test]
fn what_was_approved_does_not_expire() {
	ExtBuilder::default().build_and_execute(|| {
		let id = approved(100, 1);
		wait(91 * DAY);
		assert_noop!(Spending::expire(signed(STRANGER), id), Error::<Test>::AlreadyApproved);
		assert_ok!(Spending::pay(signed(STRANGER), id, 0));
		assert_noop!(Spending::expire(signed(STRANGER), id), Error::<Test>::AlreadyConcluded);
	});
}
