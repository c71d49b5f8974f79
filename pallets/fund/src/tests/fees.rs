// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, DealWithFees, Direction, Entries, Error, Event, NextPot, PendingFees, PotKind, Pots};
use frame_support::{
	assert_noop, assert_ok,
	traits::{fungible::Balanced, Hooks, OnUnbalanced},
	weights::Weight,
};
use linli_primitives::Cause;

#[test]
fn the_fees_of_a_block_are_one_entry() {
	ExtBuilder.build_and_execute(|| {
		let issuance = Balances::total_issuance();
		assert!(pay_fee(ALICE, 30) && pay_fee(BOB, 12));
		assert_eq!((PendingFees::<Test>::get(), Pots::<Test>::get(OPERATING).unwrap().balance), (42, 0));
		Fund::do_try_state().unwrap();

		next_block();
		assert_eq!(Balances::total_issuance(), issuance);
		assert_eq!(PendingFees::<Test>::get(), 0);
		let entry = Entries::<Test>::get(OPERATING, 0).unwrap();
		assert_eq!((entry.cause, entry.direction, entry.amount), (Cause::TransactionFees, Direction::In, 42));
		assert_eq!((entry.moment, entry.balance), (START, 42));
		System::assert_last_event(
			Event::EntryWritten {
				pot: OPERATING,
				entry: 0,
				cause: Cause::TransactionFees,
				direction: Direction::In,
				counterparty: None,
				amount: 42,
				balance: 42,
			}
			.into(),
		);
	});
}

#[test]
fn a_block_without_fees_writes_nothing() {
	ExtBuilder.build_and_execute(|| {
		next_block();
		DealWithFees::<Test>::on_unbalanced(Balances::issue(0));
		next_block();
		assert_eq!(Pots::<Test>::get(OPERATING).unwrap().entry_count, 0);
	});
}

#[test]
fn entries_between_fees_and_the_end_of_the_block_add_up() {
	ExtBuilder.build_and_execute(|| {
		assert!(pay_fee(ALICE, 30));
		assert_ok!(Fund::donate(signed(ALICE), OPERATING, 100));
		assert!(pay_fee(ALICE, 5));
		// Fees become available in the next block.
		assert_noop!(Fund::transfer(RuntimeOrigin::root(), OPERATING, REPAIR, 101), Error::<Test>::InsufficientFunds);
		assert_ok!(Fund::transfer(RuntimeOrigin::root(), OPERATING, REPAIR, 100));
		Fund::do_try_state().unwrap();
		next_block();
		let balances: Vec<_> = Fund::entries(OPERATING, 0, 10).into_iter().map(|(_, entry)| entry.balance).collect();
		assert_eq!(balances, vec![100, 0, 35]);
	});
}

#[test]
fn fees_without_a_pot_wait_for_it() {
	ExtBuilder.build_and_execute(|| {
		// Break the state: remove the fee pot.
		let pot = Pots::<Test>::take(OPERATING).unwrap();
		let issuance = Balances::total_issuance();
		// `defensive!` panics in debug builds only; in production the chain continues.
		let panicked = std::panic::catch_unwind(|| pay_fee(ALICE, 30)).is_err();
		assert_eq!(panicked, cfg!(debug_assertions));
		next_block();
		assert_eq!(Balances::total_issuance(), issuance);
		assert_eq!(PendingFees::<Test>::get(), 30);
		assert_eq!(Balances::free_balance(Fund::pot_account(OPERATING)), 30);

		Pots::<Test>::insert(OPERATING, pot);
		next_block();
		assert_eq!(Entries::<Test>::get(OPERATING, 0).unwrap().amount, 30);
	});
}

#[test]
fn a_fee_pot_opened_late_does_not_count_pending_fees_as_a_donation() {
	ExtBuilder.build_and_execute(|| {
		assert!(pay_fee(ALICE, 30));
		Pots::<Test>::remove(OPERATING);
		NextPot::<Test>::put(0);
		let name = b"Operating".to_vec().try_into().unwrap();
		assert_ok!(Fund::open_pot(RuntimeOrigin::root(), PotKind::Operating, name));
		assert_eq!(Pots::<Test>::get(OPERATING).unwrap().entry_count, 0);
		NextPot::<Test>::put(3);
		next_block();
		assert_eq!(Pots::<Test>::get(OPERATING).unwrap().balance, 30);
	});
}

#[test]
fn on_initialize_pays_for_on_finalize() {
	ExtBuilder.build_and_execute(|| {
		// The mock's weights are zero; the point is that it is the weight of `write_fees`.
		assert_eq!(Fund::on_initialize(1), <() as crate::WeightInfo>::write_fees());
		assert_eq!(Fund::on_initialize(1), Weight::zero());
	});
}
