// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, Attestation, CorrectionTerms, Error, Event, GenesisConfig, MonthTotals, MAX_CORRECTIONS};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{ContentHash, Fen, Period, UtcOffset};
use sp_runtime::{DispatchError::BadOrigin, DispatchResult};

const STATEMENT: ContentHash = ContentHash::repeat_byte(9);

fn attest(month: Period, closing: Fen) -> DispatchResult {
	Cashier::attest(signed(CORA), 0, month, STATEMENT, closing)
}

#[test]
fn a_month_is_attested_with_its_closing_balance() {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 500, "r-1");
		Now::set(start_of(DECEMBER));
		// Booked before the attestation, but in the next month.
		receive(BOB, 70, "r-2");
		assert_ok!(attest(NOVEMBER, 150_500));
		let attestation = Attestation {
			statement: STATEMENT,
			closing: 150_500,
			chain: 150_500,
			moment: Now::get(),
			by: CORA,
			approver: None,
			corrections: 0,
		};
		assert_eq!(Cashier::attestation(0, NOVEMBER), Some(attestation));
		let event = Event::Attested {
			period: NOVEMBER,
			statement: STATEMENT,
			closing: 150_500,
			chain: 150_500,
			difference: 0,
			by: CORA,
			bank: 0,
		};
		System::assert_last_event(event.into());
		assert_eq!(Cashier::next_attestation(0), Some(DECEMBER));
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
				bank: 0,
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
		assert_eq!(Cashier::attestation(0, JANUARY).unwrap().chain, 150_500);
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
		assert_noop!(Cashier::attest(signed(ALICE), 0, NOVEMBER, STATEMENT, 0), BadOrigin);
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
		assert_eq!(Cashier::attestation(0, NOVEMBER).unwrap().chain, 150_000);
		Now::set(start_of(JANUARY));
		receive(BOB, 1, "r");
		assert_ok!(attest(DECEMBER, 150_000));
		assert_eq!(Cashier::attestation(0, DECEMBER).unwrap().chain, 150_000);
	});
	ExtBuilder::genesis(GenesisConfig::default()).build_and_execute(|| {
		Now::set(start_of(DECEMBER));
		assert_ok!(attest(NOVEMBER, 0));
		assert_eq!(Cashier::attestation(0, NOVEMBER).unwrap().chain, 0);
	});
}

#[test]
fn a_month_counts_every_bank_entry_booked_in_it() {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 500, "r-1");
		receive(BOB, 40, "r-2");
		pay_out(300, "out");
		Now::set(start_of(DECEMBER));
		assert_ok!(Cashier::propose_reversal(signed(CORA), key("r-2"), None, STATEMENT));
		let terms = CorrectionTerms::Receipt { amount: 40, reason: STATEMENT };
		assert_ok!(Cashier::approve_correction(signed(ADA), key("r-2"), terms, 0));
		assert_ok!(Cashier::propose_payment_correction(signed(CORA), key("out"), None, STATEMENT));
		let terms = CorrectionTerms::Payment { came_back: None, value: None, reason: STATEMENT };
		assert_ok!(Cashier::approve_correction(signed(ADA), key("out"), terms, 0));
		// The receipt reversed in December still counted at the end of November.
		let november = MonthTotals { received: 540, paid_out: 300, closing: 150_240, ..Default::default() };
		let december = MonthTotals { reversed: 40, restored: 300, closing: 150_500, ..Default::default() };
		assert_eq!(Cashier::month(0, NOVEMBER), Some(november));
		assert_eq!(Cashier::month(0, DECEMBER), Some(december));
		assert_ok!(attest(NOVEMBER, 150_240));
		assert_eq!(Cashier::attestation(0, NOVEMBER).unwrap().chain, 150_240);
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
			assert_eq!(Cashier::attestation(0, NOVEMBER).unwrap().chain, 150_500);
			assert_eq!(crate::Months::<Test>::get(0, NOVEMBER).received, 500);
			assert_eq!(crate::Months::<Test>::get(0, DECEMBER).received, 70);
			Now::set(start(JANUARY) - 1);
			receive(BOB, 3, "r-3");
			assert_noop!(attest(DECEMBER, 150_573), Error::<Test>::MonthNotOver);
			Now::set(start(JANUARY));
			assert_ok!(attest(DECEMBER, 150_573));
			assert_eq!(Cashier::attestation(0, DECEMBER).unwrap().chain, 150_573);
		});
	}
}

const RIGHT: ContentHash = ContentHash::repeat_byte(10);

/// Runs `test` in January, with November attested wrongly.
fn attested_wrongly(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		receive(BOB, 500, "r-1");
		Now::set(start_of(JANUARY));
		assert_ok!(attest(NOVEMBER, 15_050));
		test();
	});
}

fn propose(closing: Fen) -> DispatchResult {
	Cashier::propose_attestation_correction(signed(CORA), 0, NOVEMBER, RIGHT, closing)
}

fn approve(closing: Fen) -> DispatchResult {
	Cashier::approve_attestation_correction(signed(ADA), 0, NOVEMBER, RIGHT, closing)
}

#[test]
fn a_wrong_attestation_is_corrected_and_kept() {
	attested_wrongly(|| {
		let before = Cashier::attestation(0, NOVEMBER).unwrap();
		assert_ok!(propose(150_500));
		let event = Event::AttestationCorrectionProposed {
			period: NOVEMBER,
			statement: RIGHT,
			closing: 150_500,
			by: CORA,
			bank: 0,
		};
		System::assert_last_event(event.into());
		assert_eq!(Cashier::attestation(0, NOVEMBER).as_ref(), Some(&before));
		assert_ok!(approve(150_500));
		let event = Event::AttestationCorrected {
			period: NOVEMBER,
			statement: RIGHT,
			closing: 150_500,
			difference: 0,
			proposer: CORA,
			approver: ADA,
			bank: 0,
		};
		System::assert_last_event(event.into());
		let after = Attestation {
			statement: RIGHT,
			closing: 150_500,
			chain: 150_500,
			moment: Now::get(),
			by: CORA,
			approver: Some(ADA),
			corrections: 1,
		};
		assert_eq!(Cashier::attestation(0, NOVEMBER), Some(after));
		assert_eq!(Cashier::former_attestations(0, NOVEMBER), [before]);
		assert_eq!(Cashier::next_attestation(0), Some(DECEMBER));
	});
}

#[test]
fn correcting_an_attestation_takes_two_people_who_saw_the_same() {
	attested_wrongly(|| {
		assert_noop!(Cashier::propose_attestation_correction(signed(ADA), 0, NOVEMBER, RIGHT, 1), BadOrigin);
		assert_noop!(
			Cashier::propose_attestation_correction(signed(CORA), 0, DECEMBER, RIGHT, 1),
			Error::<Test>::NotAttested
		);
		assert_noop!(propose(Fen::MAX), Error::<Test>::AmountTooLarge);
		assert_noop!(approve(1), Error::<Test>::CorrectionNotProposed);
		assert_ok!(Cashier::propose_attestation_correction(signed(CARL), 0, NOVEMBER, RIGHT, 1));
		assert_noop!(propose(2), Error::<Test>::CorrectionAlreadyProposed);
		assert_noop!(approve(2), Error::<Test>::TermsMismatch);
		let own = Cashier::approve_attestation_correction(signed(CARLS_OTHER), 0, NOVEMBER, RIGHT, 1);
		assert_eq!(own, Err(Error::<Test>::OwnProposal.into()));
	});
}

#[test]
fn an_auditor_declines_the_correction_of_an_attestation() {
	attested_wrongly(|| {
		let decline = |who| Cashier::decline_attestation_correction(signed(who), 0, NOVEMBER);
		assert_noop!(decline(ADA), Error::<Test>::CorrectionNotProposed);
		assert_ok!(propose(1));
		assert_noop!(decline(CORA), Error::<Test>::NotOverdue);
		assert_ok!(decline(ADA));
		System::assert_last_event(Event::AttestationCorrectionDeclined { period: NOVEMBER, by: ADA, bank: 0 }.into());
		assert_eq!(Cashier::attestation(0, NOVEMBER).unwrap().closing, 15_050);
		assert_ok!(propose(1));
	});
}

#[test]
fn no_correction_waits_for_ever_for_an_auditor() {
	attested_wrongly(|| {
		let decline = || Cashier::decline_attestation_correction(signed(CORA), 0, NOVEMBER);
		assert_ok!(propose(1));
		pass(OUTCOME_TIME - 1);
		stand_still(OUTCOME_TIME);
		assert_noop!(decline(), Error::<Test>::NotOverdue);
		pass(1);
		let by_root = Cashier::decline_attestation_correction(RuntimeOrigin::root(), 0, NOVEMBER);
		assert_eq!(by_root, Err(BadOrigin));
		assert_ok!(decline());
		System::assert_last_event(Event::AttestationCorrectionDeclined { period: NOVEMBER, by: CORA, bank: 0 }.into());
		assert_eq!(Cashier::attestation(0, NOVEMBER).unwrap().closing, 15_050);
		// The right figures can be proposed.
		assert_ok!(propose(150_500));
		assert_ok!(approve(150_500));
	});
}

#[test]
fn an_attestation_is_corrected_a_bounded_number_of_times() {
	attested_wrongly(|| {
		for number in 0..MAX_CORRECTIONS {
			assert_ok!(propose(number.into()));
			assert_ok!(approve(number.into()));
		}
		assert_noop!(propose(1), Error::<Test>::TooManyCorrections);
		assert_eq!(Cashier::former_attestations(0, NOVEMBER).len(), MAX_CORRECTIONS as usize);
	});
}
