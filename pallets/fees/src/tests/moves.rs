// SPDX-License-Identifier: Apache-2.0

//! Payments for the wrong unit, moved to the right one by two people.

use crate::{mock::*, types::*, *};
use frame_support::{assert_noop, assert_ok, storage::with_storage_layer};
use linli_primitives::ChargeId;
use sp_runtime::{traits::BadOrigin, DispatchResult};

/// Bills every unit 10,000 for November and ends the charge; returns the charge and the end of the grace.
fn billed() -> (ChargeId, u64) {
	let id = create(terms(Basis::PerUnit), 10_000);
	go_to(start(NOVEMBER) + 6 * DAYS);
	assert_ok!(Fees::end_charge(RuntimeOrigin::root(), id, NOVEMBER));
	(id, start(NOVEMBER) + 6 * DAYS + 46 * DAYS)
}

fn propose(payment: u64, to: u32) -> DispatchResult {
	Fees::propose_move(signed(MANAGER), payment, to, hash(5))
}

fn approve(payment: u64) -> DispatchResult {
	let to = Fees::pending_move(payment).map_or(0, |proposal| proposal.to);
	with_storage_layer(|| Fees::approve_move(signed(COMMITTEE), payment, to).map(drop).map_err(|error| error.error))
}

#[test]
fn a_payment_is_moved_by_two_people_without_an_interest() {
	ExtBuilder::default().build_and_execute(|| {
		let (charge, _) = billed();
		assert_ok!(Fees::pay(signed(BOB), 2, 10_000, None));
		assert_noop!(Fees::propose_move(signed(BOB), 0, 1, hash(5)), BadOrigin);
		assert_noop!(propose(9, 1), Error::<Test>::PaymentNotFound);
		assert_noop!(propose(0, 9), Error::<Test>::UnitNotFound);
		assert_noop!(propose(0, 2), Error::<Test>::InvalidMove);
		SamePerson::set(vec![(MANAGER, BOB)]);
		assert_noop!(propose(0, 1), Error::<Test>::OwnMatter);
		SamePerson::set(vec![]);
		assert_ok!(propose(0, 1));
		assert_eq!(last_event(), Event::MoveProposed { payment: 0, to: 1, proposer: MANAGER, reason: hash(5) });
		assert!(Fees::pending_move(0).is_some());
		assert_noop!(propose(0, 1), Error::<Test>::MoveAlreadyProposed);
		assert_noop!(Fees::approve_move(signed(BOB), 0, 1), BadOrigin);
		assert_noop!(Fees::approve_move(signed(MANAGER), 0, 1), Error::<Test>::OwnMove);
		SamePerson::set(vec![(COMMITTEE, MANAGER)]);
		assert_noop!(Fees::approve_move(signed(COMMITTEE), 0, 1), Error::<Test>::OwnMove);
		SamePerson::set(vec![(COMMITTEE, BOB)]);
		assert_noop!(Fees::approve_move(signed(COMMITTEE), 0, 1), Error::<Test>::OwnMatter);
		SamePerson::set(vec![]);
		assert_noop!(Fees::approve_move(signed(COMMITTEE), 0, 3), Error::<Test>::MoveMismatch);
		assert_ok!(approve(0));
		assert_eq!(
			last_event(),
			Event::PaymentMoved { from: 0, payment: Some(1), to: 1, amount: 10_000, approver: COMMITTEE }
		);
		assert_eq!((owed(1), owed(2)), (0, 10_000));
		assert_eq!(Fees::oldest_open(2, 9), vec![BillKey::new(2, charge, NOVEMBER)]);
		assert_eq!(Fees::payment(1).unwrap().kind, PaymentKind::Moved { from: 0 });
		let lines = Fees::statement(2, 0, 9).lines;
		assert!(matches!(lines.last(), Some((_, line)) if matches!(line.kind, EntryKind::Moved { payment: 0, .. })));
		// The pots to the fen.
		assert_eq!(Ledger::balance(0), 10_000);
		assert_noop!(approve(0), Error::<Test>::MoveNotFound);
		assert_noop!(propose(0, 1), Error::<Test>::NothingToMove);
	});
}

#[test]
fn a_moved_payment_counts_from_the_day_on_which_it_was_made() {
	ExtBuilder::default().build_and_execute(|| {
		let (charge, late) = billed();
		assert_ok!(Fees::pay(signed(BOB), 2, 10_000, None));
		go_to(late + 100 * DAYS);
		assert_eq!((owed(1), owed(2)), (10_500, 0));
		assert_ok!(propose(0, 1));
		assert_ok!(approve(0));
		// Unit 1 was paid in time; unit 2 was not.
		assert_eq!((owed(1), owed(2)), (0, 10_500));
		assert_eq!(bill(1, charge, NOVEMBER).late.standing(), 0);
		let made = Fees::contributions(BillKey::new(1, charge, NOVEMBER)).remove(0);
		assert_eq!((made.payment, made.moment), (1, start(NOVEMBER) + 6 * DAYS));
	});
}

#[test]
fn late_fees_paid_meanwhile_go_back_to_the_account_that_paid_them() {
	ExtBuilder::default().build_and_execute(|| {
		let (_, late) = billed();
		assert_ok!(Fees::pay(signed(BOB), 2, 10_000, None));
		go_to(late + 100 * DAYS);
		let before = free(ALICE);
		// A relative pays the late fee of 500 and 2,500 of the principal.
		assert_ok!(Fees::pay(signed(ALICE), 1, 3_000, None));
		assert_ok!(propose(0, 1));
		assert_ok!(approve(0));
		// 7,500 were paid in time: 2,500 were late for 100 days, a fee of 125. The rest of the move stays with Bob.
		assert_eq!(owed(1), 0);
		assert_eq!(free(ALICE), before - 3_000 + 375);
	});
}

#[test]
fn what_is_left_is_prepaid_or_stays_with_the_payer() {
	ExtBuilder::default().build_and_execute(|| {
		let id = create(terms(Basis::PerUnit), 10_000);
		go_to(start(NOVEMBER) + 6 * DAYS);
		assert_ok!(Fees::pay(signed(BOB), 1, 4_000, None));
		assert_ok!(Fees::pay(signed(BOB), 2, 10_000, None));
		assert_ok!(propose(1, 1));
		assert_ok!(approve(1));
		assert_eq!(Prepayments::<Test>::get(1, BOB), 4_000);
		assert_eq!(Fees::payment(2).map(|payment| (payment.amount, payment.prepaid)), Some((10_000, 4_000)));
		// A unit without dues takes nothing: the money is on the payer's account.
		assert_ok!(Fees::end_charge(RuntimeOrigin::root(), id, NOVEMBER));
		assert_ok!(Fees::pay(signed(CHEN), 3, 10_000, None));
		assert_ok!(propose(3, 1));
		let before = free(CHEN);
		assert_ok!(approve(3));
		let nothing = Event::PaymentMoved { from: 3, payment: None, to: 1, amount: 10_000, approver: COMMITTEE };
		assert_eq!(last_event(), nothing);
		assert_eq!((free(CHEN), owed(3)), (before + 10_000, 10_000));
		assert!(Fees::payment(4).is_none() && !Prepayments::<Test>::contains_key(1, CHEN));
	});
}

#[test]
fn what_is_left_is_prepaid_as_far_as_there_is_room() {
	ExtBuilder::default().build_and_execute(|| {
		create(terms(Basis::PerUnit), 10_000);
		go_to(start(NOVEMBER) + 6 * DAYS);
		// Those who are not at home have room for a month's 10,000, less 9,000, whatever Bob has prepaid.
		assert_ok!(Fees::pay(signed(BOB), 1, 10_000 + 119_000, None));
		assert_ok!(Fees::pay(signed(4), 1, 9_000, None));
		assert_ok!(Fees::pay(signed(CHEN), 2, 10_000, None));
		let before = Balances::free_balance(CHEN);
		assert_ok!(propose(2, 1));
		assert_ok!(approve(2));
		assert_eq!((Prepayments::<Test>::get(1, CHEN), Balances::free_balance(CHEN)), (1_000, before + 9_000));
		assert_eq!(Fees::payment(3).map(|payment| (payment.amount, payment.prepaid)), Some((1_000, 1_000)));
	});
}

#[test]
fn a_move_can_be_withdrawn() {
	ExtBuilder::default().build_and_execute(|| {
		billed();
		assert_ok!(Fees::pay(signed(CHEN), 3, 10_000, None));
		assert_ok!(propose(0, 1));
		assert_ok!(Fees::withdraw_move(signed(MANAGER), 0));
		assert_eq!(last_event(), Event::MoveWithdrawn { payment: 0, by: MANAGER });
	});
}

#[test]
fn a_move_can_be_rejected_and_proposals_are_bounded() {
	ExtBuilder::default().build_and_execute(|| {
		billed();
		for unit in 0..3 {
			assert_ok!(Fees::pay(signed(BOB), unit, 1_000, None));
		}
		assert_ok!(propose(0, 1));
		assert_ok!(propose(1, 2));
		assert_noop!(propose(2, 1), Error::<Test>::TooManyProposals);
		assert_noop!(Fees::reject_move(signed(BOB), 0), BadOrigin);
		assert_ok!(Fees::reject_move(signed(COMMITTEE), 0));
		assert_eq!(last_event(), Event::MoveRejected { payment: 0, by: COMMITTEE });
		assert_noop!(Fees::reject_move(signed(COMMITTEE), 0), Error::<Test>::MoveNotFound);
		assert_noop!(Fees::withdraw_move(signed(BOB), 1), BadOrigin);
		assert_ok!(propose(2, 1));
	});
}

#[test]
fn nobody_with_an_interest_answers_a_move() {
	ExtBuilder::default().build_and_execute(|| {
		billed();
		assert_ok!(Fees::pay(signed(CHEN), 3, 10_000, None));
		assert_ok!(propose(0, 1));
		// At home in the unit that is to get it.
		Register::replace(1, COMMITTEE);
		assert_noop!(approve(0), Error::<Test>::OwnMatter);
		assert_noop!(Fees::reject_move(signed(COMMITTEE), 0), Error::<Test>::OwnMatter);
		// A manager does not withdraw what another proposed against them.
		Register::replace(1, MANAGER);
		Moves::<Test>::mutate(0, |proposal| proposal.as_mut().unwrap().proposer = 5);
		OpenProposals::<Test>::remove(MANAGER);
		OpenProposals::<Test>::insert(5, 1);
		assert_noop!(Fees::withdraw_move(signed(MANAGER), 0), Error::<Test>::OwnMatter);
		SamePerson::set(vec![(MANAGER, 5)]);
		assert_ok!(Fees::withdraw_move(signed(MANAGER), 0));
	});
}
