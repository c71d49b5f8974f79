// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, Direction, Entries, Entry, Error, Event, Pots};
use frame_support::{
	assert_noop, assert_ok, assert_storage_noop,
	traits::{
		fungible::{InspectHold, MutateHold},
		tokens::Preservation::{Expendable, Preserve},
	},
};
use linli_primitives::{traits::FundLedger, BillKey, Cause, ContentHash, Fen, Period, PotId};
use sp_runtime::{DispatchError::BadOrigin, TokenError};

const KEY: BillKey = BillKey::new(7, 0, Period { year: 2026, month: 11 });
const BILL: Cause = Cause::Bill { bill: KEY, payment: 3 };

fn balance(pot: PotId) -> Fen {
	Pots::<Test>::get(pot).unwrap().balance
}

#[test]
fn a_donation_writes_an_entry() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(Fund::donate(signed(ALICE), INCOME, 1_234));
		let entry = Entry {
			moment: START,
			cause: Cause::Donation,
			counterparty: Some(ALICE),
			direction: Direction::In,
			amount: 1_234,
			balance: 1_234,
			earmarked: false,
		};
		assert_eq!(Entries::<Test>::get(INCOME, 0), Some(entry));
		assert_eq!(Balances::free_balance(ALICE), 98_766);
		System::assert_has_event(
			Event::EntryWritten {
				pot: INCOME,
				entry: 0,
				cause: Cause::Donation,
				direction: Direction::In,
				counterparty: Some(ALICE),
				amount: 1_234,
				balance: 1_234,
			}
			.into(),
		);
	});
}

#[test]
fn invalid_donations_are_refused() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(Fund::donate(RuntimeOrigin::root(), INCOME, 1), BadOrigin);
		assert_noop!(Fund::donate(signed(ALICE), 3, 1), Error::<Test>::PotNotFound);
		assert_noop!(Fund::donate(signed(ALICE), INCOME, 0), Error::<Test>::InvalidAmount);
		assert_noop!(Fund::donate(signed(ALICE), INCOME, 100_001), TokenError::FundsUnavailable);
	});
}

#[test]
fn a_transfer_writes_an_entry_to_both_ledgers() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(Fund::donate(signed(ALICE), INCOME, 1_000));
		assert_ok!(Fund::transfer(RuntimeOrigin::root(), INCOME, REPAIR, 400));
		assert_eq!((balance(INCOME), balance(REPAIR)), (600, 400));
		let out = Entries::<Test>::get(INCOME, 1).unwrap();
		assert_eq!((out.direction, out.cause), (Direction::Out, Cause::Transfer { pot: REPAIR, entry: 0 }));
		let into = Entries::<Test>::get(REPAIR, 0).unwrap();
		assert_eq!((into.direction, into.cause), (Direction::In, Cause::Transfer { pot: INCOME, entry: 1 }));
		assert_eq!(into.counterparty, Some(Fund::pot_account(INCOME)));
		System::assert_has_event(
			Event::EntryWritten {
				pot: REPAIR,
				entry: 0,
				cause: Cause::Transfer { pot: INCOME, entry: 1 },
				direction: Direction::In,
				counterparty: Some(Fund::pot_account(INCOME)),
				amount: 400,
				balance: 400,
			}
			.into(),
		);
	});
}

#[test]
fn two_equal_transfers_in_one_block_are_distinguishable() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(Fund::donate(signed(ALICE), INCOME, 1_000));
		assert_ok!(Fund::donate(signed(ALICE), REPAIR, 5));
		for _ in 0..2 {
			assert_ok!(Fund::transfer(RuntimeOrigin::root(), INCOME, REPAIR, 100));
		}
		let cause = |pot, entry| Entries::<Test>::get(pot, entry).unwrap().cause;
		for (out, into) in [(1, 1), (2, 2)] {
			assert_eq!(cause(INCOME, out), Cause::Transfer { pot: REPAIR, entry: into });
			assert_eq!(cause(REPAIR, into), Cause::Transfer { pot: INCOME, entry: out });
		}
	});
}

#[test]
fn shares_fall_before_the_entry_and_rise_after_it() {
	ExtBuilder.build_and_execute(|| {
		let preservation = Expendable;
		assert_ok!(Fund::deposit(REPAIR, &ALICE, 400, Cause::RepairDeposit { unit: 7 }, preservation));
		assert_eq!(ShareChanges::mutate(core::mem::take), [(0, true)]);
		assert_ok!(Fund::withdraw(REPAIR, &BOB, 300, Cause::Project { project: 1 }));
		assert_eq!(ShareChanges::mutate(core::mem::take), [(1, false)]);
		assert_ok!(Fund::donate(signed(ALICE), REPAIR, 1));
		let earmarked = |entry| Entries::<Test>::get(REPAIR, entry).unwrap().earmarked;
		assert_eq!([0, 1, 2].map(earmarked), [true, true, false]);
	});
}

#[test]
fn a_pot_can_give_what_does_not_belong_to_units() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(Fund::deposit(REPAIR, &ALICE, 400, Cause::RepairDeposit { unit: 7 }, Expendable));
		assert_ok!(Fund::donate(signed(ALICE), REPAIR, 100));
		assert_eq!([REPAIR, INCOME, 9].map(Fund::available), [100, 0, 0]);
		assert_noop!(Fund::withdraw(REPAIR, &BOB, 101, Cause::Donation), Error::<Test>::FundsEarmarked);
		assert_ok!(Fund::withdraw(REPAIR, &BOB, 100, Cause::Donation));
		assert_eq!(Fund::available(REPAIR), 0);
	});
}

#[test]
fn an_invalid_transfer_changes_nothing() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(Fund::donate(signed(ALICE), INCOME, 1_000));
		assert_noop!(Fund::transfer(signed(ALICE), INCOME, REPAIR, 1), BadOrigin);
		let root = RuntimeOrigin::root;
		assert_noop!(Fund::transfer(root(), INCOME, INCOME, 1), Error::<Test>::DuplicatePot);
		assert_noop!(Fund::transfer(root(), INCOME, REPAIR, 0), Error::<Test>::InvalidAmount);
		assert_noop!(Fund::transfer(root(), INCOME, REPAIR, 1_001), Error::<Test>::InsufficientFunds);
		assert_noop!(Fund::transfer(root(), INCOME, 3, 1), Error::<Test>::PotNotFound);
		assert_noop!(Fund::transfer(root(), 3, INCOME, 1), Error::<Test>::PotNotFound);
	});
}

#[test]
fn other_pallets_deposit_and_withdraw() {
	ExtBuilder.build_and_execute(|| {
		assert_eq!(<Fund as FundLedger<_>>::deposit(OPERATING, &ALICE, 27_448, BILL, Preserve), Ok(0));
		let refund = Cause::Refund { bill: KEY };
		assert_eq!(<Fund as FundLedger<_>>::withdraw(OPERATING, &BOB, 448, refund), Ok(1));
		assert_eq!(balance(OPERATING), 27_000);
		assert_eq!(Balances::free_balance(BOB), 100_448);
		let entry = Entries::<Test>::get(OPERATING, 1).unwrap();
		assert_eq!((entry.counterparty, entry.cause), (Some(BOB), refund));
		assert!(Fund::exists(OPERATING) && !Fund::exists(3));
		assert_eq!(<Fund as FundLedger<_>>::account(OPERATING), Fund::pot_account(OPERATING));
	});
}

// Hooks call these too, without the storage layer that reverts a failed call.
#[test]
fn failures_leave_no_trace_even_outside_a_call() {
	ExtBuilder.build_and_execute(|| {
		assert_storage_noop!({
			let pot = Fund::pot_account(REPAIR);
			let fails = [
				Fund::deposit(3, &ALICE, 1, BILL, Expendable),
				Fund::deposit(OPERATING, &ALICE, 0, BILL, Expendable),
				Fund::deposit(OPERATING, &ALICE, 100_001, BILL, Expendable),
				Fund::deposit(OPERATING, &ALICE, 100_000, BILL, Preserve),
				Fund::deposit(OPERATING, &pot, 1, BILL, Expendable),
				Fund::deposit_held(OPERATING, &Held::Test, &ALICE, 1, BILL),
				Fund::deposit_held(OPERATING, &Held::Test, &pot, 1, BILL),
				Fund::withdraw(OPERATING, &ALICE, 1, BILL),
				Fund::withdraw(OPERATING, &pot, 1, BILL),
				Fund::withdraw(3, &ALICE, 1, BILL),
				Fund::issue(3, 1, BILL),
				Fund::issue(OPERATING, Fen::MAX, BILL),
			];
			assert!(fails.iter().all(Result::is_err), "{fails:?}");
		});
	});
}

#[test]
fn failures_return_the_right_error() {
	ExtBuilder.build_and_execute(|| {
		let pot = Fund::pot_account(REPAIR);
		let deposit = Fund::deposit(OPERATING, &pot, 1, BILL, Expendable);
		assert_eq!(deposit, Err(Error::<Test>::IsPotAccount.into()));
		let withdraw = Fund::withdraw(OPERATING, &pot, 1, BILL);
		assert_eq!(withdraw, Err(Error::<Test>::IsPotAccount.into()));
		assert_eq!(Fund::withdraw(OPERATING, &ALICE, 1, BILL), Err(Error::<Test>::InsufficientFunds.into()));
		assert_ok!(Fund::issue(OPERATING, 1, BILL));
		assert_eq!(Fund::issue(OPERATING, Fen::MAX, BILL), Err(Error::<Test>::AmountTooLarge.into()));
	});
}

#[test]
fn held_money_moves_directly_to_the_pot() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(Balances::hold(&Held::Test, &ALICE, 700));
		assert_eq!(Fund::deposit_held(OPERATING, &Held::Test, &ALICE, 500, BILL), Ok(0));
		assert_eq!(Balances::balance_on_hold(&Held::Test, &ALICE), 200);
		assert_eq!((balance(OPERATING), Balances::free_balance(ALICE)), (500, 99_300));
		// All or nothing.
		assert!(Fund::deposit_held(OPERATING, &Held::Test, &ALICE, 201, BILL).is_err());
		assert_eq!(balance(OPERATING), 500);
	});
}

#[test]
fn issued_money_is_minted() {
	ExtBuilder.build_and_execute(|| {
		let before = Balances::total_issuance();
		let cause = Cause::Receipt { reference: ContentHash::repeat_byte(1) };
		assert_eq!(Fund::issue(REPAIR, 9_000, cause), Ok(0));
		assert_eq!(Balances::total_issuance(), before + 9_000);
		assert_eq!(Entries::<Test>::get(REPAIR, 0).unwrap().counterparty, None);
	});
}
