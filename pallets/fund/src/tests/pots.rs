// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, Direction, Entries, Error, Event, MonthBook, Pot, PotKind, PotName, Pots};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{Cause, Period};
use sp_runtime::DispatchError::BadOrigin;

fn name(text: &str) -> PotName {
	text.as_bytes().to_vec().try_into().unwrap()
}

#[test]
fn a_decision_opens_a_pot() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(Fund::open_pot(RuntimeOrigin::root(), PotKind::Other, name("电梯更新")));
		let book = MonthBook::new(Period { year: 2026, month: 11 }, 0, 0);
		let pot =
			Pot { kind: PotKind::Other, name: name("电梯更新"), opened: START, entry_count: 0, balance: 0, book };
		assert_eq!(Fund::pot(3), Some(pot));
		System::assert_last_event(Event::PotOpened { pot: 3, kind: PotKind::Other, name: name("电梯更新") }.into());
		// The account exists before it has any money.
		assert_eq!(System::providers(&Fund::pot_account(3)), 1);
	});
}

#[test]
fn opening_a_pot_needs_a_decision() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(Fund::open_pot(signed(ALICE), PotKind::Other, name("Mine")), BadOrigin);
		assert_noop!(Fund::open_pot(RuntimeOrigin::none(), PotKind::Other, name("Mine")), BadOrigin);
	});
}

#[test]
fn a_name_must_be_readable() {
	ExtBuilder.build_and_execute(|| {
		for bad in [&b""[..], b"  ", b"two\nlines", b"\xff\xfe"] {
			let bad = PotName::try_from(bad.to_vec()).unwrap();
			assert_noop!(Fund::open_pot(RuntimeOrigin::root(), PotKind::Other, bad), Error::<Test>::InvalidName);
		}
	});
}

#[test]
fn the_number_of_pots_is_limited() {
	ExtBuilder.build_and_execute(|| {
		for _ in 3..MaxPots::get() {
			assert_ok!(Fund::open_pot(RuntimeOrigin::root(), PotKind::Other, name("Other")));
		}
		assert_noop!(Fund::open_pot(RuntimeOrigin::root(), PotKind::Other, name("Other")), Error::<Test>::TooManyPots);
	});
}

#[test]
fn money_sent_before_the_pot_was_opened_is_in_the_ledger() {
	ExtBuilder.build_and_execute(|| {
		mint(Fund::pot_account(3), 77);
		assert_ok!(Fund::open_pot(RuntimeOrigin::root(), PotKind::Other, name("Other")));
		let entry = Entries::<Test>::get(3, 0).unwrap();
		assert_eq!(
			(entry.cause, entry.direction, entry.amount, entry.balance),
			(Cause::Donation, Direction::In, 77, 77)
		);
		assert_eq!(entry.counterparty, None);
	});
}

#[test]
fn pot_accounts_are_recognized() {
	ExtBuilder.build_and_execute(|| {
		for pot in [0, 1, 255, 256, u16::MAX] {
			assert!(Fund::is_pot_account(&Fund::pot_account(pot)));
		}
		assert!(!Fund::is_pot_account(&ALICE));
		assert!(!Fund::is_pot_account(&(Fund::pot_account(0) + (1 << 120))));
	});
}

#[test]
fn an_empty_pots_account_stays_alive() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(Fund::donate(signed(ALICE), REPAIR, 500));
		assert_ok!(Fund::transfer(RuntimeOrigin::root(), REPAIR, OPERATING, 500));
		assert_eq!(Pots::<Test>::get(REPAIR).unwrap().balance, 0);
		assert!(System::account_exists(&Fund::pot_account(REPAIR)));
		assert_ok!(Fund::donate(signed(ALICE), REPAIR, 1));
	});
}
