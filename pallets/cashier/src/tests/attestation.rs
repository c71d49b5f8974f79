// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, Attestation, Error, Event, GenesisConfig, MonthTotals};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{Commitment, ContentHash, Fen, Period, UtcOffset};
use sp_runtime::{DispatchError::BadOrigin, DispatchResult};

const STATEMENT: ContentHash = ContentHash::repeat_byte(9);

fn attest(month: Period, closing: Fen) -> DispatchResult {
	Cashier::attest(signed(CORA), month, STATEMENT, closing)
}

#[test]
fn a_month_is_attested_with_its_closing_balance() {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 500, "r-1");
		Now::set(start_of(DECEMBER));
		// Booked before the attestation, but in the next month.
		receive(BOB, 70, "r-2");
		assert_ok!(attest(NOVEMBER, 150_500));
		let attestation =
			Attestation { statement: STATEMENT, closing: 150_500, chain: 150_500, moment: Now::get(), by: CORA };
		assert_eq!(Cashier::attestation(NOVEMBER), Some(attestation));
		let event = Event::Attested {
			period: NOVEMBER,
			statement: STATEMENT,
			closing: 150_500,
			chain: 150_500,
			difference: 0,
			by: CORA,
		};
		System::assert_last_event(event.into());
		assert_eq!(Cashier::next_attestation(), Some(DECEMBER));
	});
}

#[test]
fn a_difference_is_shown() {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 500, "r-1");
		Now::set(start_of(JANUARY));
		for (month, closing, expected) in [(NOVEMBER, 150_400, -100), (DECEMBER, 150_501, 1)] {
			assert_ok!(attest(month, closing));
			let event = Event::Attested {
				period: month,
				statement: STATEMENT,
				closing,
				chain: 150_500,
				difference: expected,
				by: CORA,
			};
			System::assert_last_event(event.into());
		}
		assert_noop!(attest(NOVEMBER, 150_500), Error::<Test>::AlreadyAttested);
	});
}

#[test]
fn months_are_attested_in_order() {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 500, "r-1");
		Now::set(start_of(FEBRUARY));
		receive(BOB, 20, "r-2");
		assert_noop!(attest(DECEMBER, 0), Error::<Test>::MonthOutOfOrder);
		assert_noop!(attest(Period { year: 2026, month: 10 }, 0), Error::<Test>::MonthOutOfOrder);
		assert_ok!(attest(NOVEMBER, 0));
		assert_noop!(attest(JANUARY, 0), Error::<Test>::MonthOutOfOrder);
		// December and January had no bank entries; February's counts for neither.
		assert_ok!(attest(DECEMBER, 0));
		assert_ok!(attest(JANUARY, 0));
		assert_eq!(Cashier::attestation(JANUARY).unwrap().chain, 150_500);
	});
}

#[test]
fn a_month_must_exist_and_be_over() {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 500, "r-1");
		for month in [0, 13] {
			assert_noop!(attest(Period { year: 2026, month }, 0), Error::<Test>::InvalidMonth);
		}
		Now::set(start_of(DECEMBER) - 1);
		assert_noop!(attest(NOVEMBER, 0), Error::<Test>::MonthNotOver);
		Now::set(start_of(DECEMBER));
		assert_noop!(Cashier::attest(signed(ALICE), NOVEMBER, STATEMENT, 0), BadOrigin);
		assert_noop!(attest(NOVEMBER, Fen::MAX), Error::<Test>::AmountTooLarge);
		assert_ok!(attest(NOVEMBER, 0));
	});
}

#[test]
fn before_the_first_bank_entry_the_balance_is_that_of_genesis() {
	ExtBuilder::default().build_and_execute(|| {
		Now::set(start_of(DECEMBER));
		assert_noop!(attest(Period { year: 2026, month: 10 }, 0), Error::<Test>::MonthOutOfOrder);
		assert_ok!(attest(NOVEMBER, 150_000));
		assert_eq!(Cashier::attestation(NOVEMBER).unwrap().chain, 150_000);
		Now::set(start_of(JANUARY));
		receive(BOB, 1, "r");
		assert_ok!(attest(DECEMBER, 150_000));
		assert_eq!(Cashier::attestation(DECEMBER).unwrap().chain, 150_000);
	});
	ExtBuilder::genesis(GenesisConfig::default()).build_and_execute(|| {
		Now::set(start_of(DECEMBER));
		assert_ok!(attest(NOVEMBER, 0));
		assert_eq!(Cashier::attestation(NOVEMBER).unwrap().chain, 0);
	});
}

#[test]
fn a_month_counts_every_bank_entry_booked_in_it() {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 500, "r-1");
		receive(BOB, 40, "r-2");
		assert_ok!(Cashier::request_payout(signed(ALICE), 300, Commitment::zero()));
		assert_ok!(Cashier::pay_out(signed(CORA), 0, reference("out")));
		Now::set(start_of(DECEMBER));
		assert_ok!(Cashier::propose_reversal(signed(CORA), key("r-2"), STATEMENT));
		assert_ok!(Cashier::approve_reversal(signed(ADA), key("r-2")));
		// The receipt reversed in December still counted at the end of November.
		let november = MonthTotals { received: 540, paid_out: 300, reversed: 0, closing: 150_240 };
		let december = MonthTotals { received: 0, paid_out: 0, reversed: 40, closing: 150_200 };
		assert_eq!(Cashier::month(NOVEMBER), Some(november));
		assert_eq!(Cashier::month(DECEMBER), Some(december));
		assert_ok!(attest(NOVEMBER, 150_240));
		assert_eq!(Cashier::attestation(NOVEMBER).unwrap().chain, 150_240);
	});
}

#[test]
fn months_are_attested_across_a_change_of_the_offset() {
	for to in [300, 660] {
		ExtBuilder::default().build_and_execute(|| {
			let midnight = start_of(DECEMBER);
			TestCalendar::change(DECEMBER, to);
			let start = |month| TestCalendar::get().start(month).unwrap();
			let turn = start(DECEMBER);
			assert_eq!(turn, midnight.max(DECEMBER.start(UtcOffset::from_minutes(to).unwrap()).unwrap()));
			Now::set(turn - 1);
			receive(BOB, 500, "r-1");
			assert_noop!(attest(NOVEMBER, 150_500), Error::<Test>::MonthNotOver);
			Now::set(turn);
			receive(BOB, 70, "r-2");
			assert_ok!(attest(NOVEMBER, 150_500));
			assert_eq!(Cashier::attestation(NOVEMBER).unwrap().chain, 150_500);
			assert_eq!(crate::Months::<Test>::get(NOVEMBER).received, 500);
			assert_eq!(crate::Months::<Test>::get(DECEMBER).received, 70);
			Now::set(start(JANUARY) - 1);
			receive(BOB, 3, "r-3");
			assert_noop!(attest(DECEMBER, 150_573), Error::<Test>::MonthNotOver);
			Now::set(start(JANUARY));
			assert_ok!(attest(DECEMBER, 150_573));
			assert_eq!(Cashier::attestation(DECEMBER).unwrap().chain, 150_573);
		});
	}
}
