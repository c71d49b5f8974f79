// SPDX-License-Identifier: Apache-2.0

//! Charges by meter that run side by side, as for water and sewage: what one billed too much makes no other free.

use crate::{mock::*, types::*, *};
use frame_support::{assert_ok, storage::with_storage_layer};
use linli_primitives::{ChargeId, Fen, Period, PotId, Utility};
use proptest::prelude::*;

/// One fen for each thousandth, so that nothing is rounded.
const RATE: Fen = 1_000_000;

fn billed_from(pot: PotId, first: Period) -> ChargeId {
	let id = NextCharge::<Test>::get();
	let terms = ChargeTerms { pot, ..water() };
	assert_ok!(Fees::create_charge(RuntimeOrigin::root(), terms, RATE, first, Tiers::default()));
	id
}

fn end(charge: ChargeId, last: Period) {
	assert_ok!(Fees::end_charge(RuntimeOrigin::root(), charge, last));
}

/// What unit 1 was billed by the charges.
fn charged(charges: &[ChargeId]) -> Fen {
	let bills = Bills::<Test>::iter_prefix((1,));
	bills.filter(|((charge, _), _)| charges.contains(charge)).map(|(_, bill)| bill.principal.charged).sum()
}

/// Water and sewage, into these pots, each replaced with December. Of 50 m³ by 30 October, 66 are read on 2 December,
/// and sewage alone is billed finally. The reading was wrong: it is 51.
fn one_billed_too_much(pots: [PotId; 2]) -> [[ChargeId; 2]; 2] {
	let before = pots.map(|pot| billed_from(pot, NOVEMBER));
	let after = pots.map(|pot| billed_from(pot, DECEMBER));
	for charge in before {
		end(charge, NOVEMBER);
	}
	read(1, start(NOVEMBER), 50_000);
	go_to(start(DECEMBER) + DAYS);
	read(1, Now::get(), 66_000);
	assert_ok!(Fees::bill_final(signed(MANAGER), 1, before[1]));
	assert!(charged(&before) > 15_000);
	Readings::mutate(|readings| readings.pop());
	read(1, Now::get(), 51_000);
	[[before[0], after[0]], [before[1], after[1]]]
}

#[test]
fn what_sewage_billed_too_much_makes_no_water_free() {
	ExtBuilder::default().build_and_execute(|| {
		let [water, sewage] = one_billed_too_much([0, 1]);
		bill_up_to(DECEMBER);
		read(1, start(JANUARY) - 1, 60_000);
		bill_up_to(JANUARY);
		// All water was billed once; the household gets back its sewage in use.
		assert_eq!(charged(&water), 10_000);
		assert!(charged(&sewage) > 15_000);
		read(1, start(FEBRUARY) - 1, 100_000);
		bill_up_to(FEBRUARY);
		assert_eq!((charged(&water), charged(&sewage)), (50_000, 50_000));
	});
}

#[test]
fn charges_of_one_pot_that_end_together_give_back_what_each_billed_too_much() {
	ExtBuilder::default().build_and_execute(|| {
		let [water, sewage] = one_billed_too_much([0, 0]);
		bill_up_to(DECEMBER);
		read(1, start(JANUARY) - 1, 60_000);
		bill_up_to(JANUARY);
		assert_eq!(charged(&water), 10_000);
		let too_much = charged(&sewage[..1]);
		// It is not known which charge follows sewage: a credit note gives back what it alone billed too much.
		let used =
			Boundaries::<Test>::get(UseOf::Unit { unit: 1, utility: Utility::ColdWater, pot: 0 }, start(DECEMBER));
		assert_eq!(charged(&sewage), too_much + 60_000 - Fen::from(used.unwrap().total));
	});
	ExtBuilder::default().build_and_execute(|| {
		let before = [0, 0].map(|pot| billed_from(pot, NOVEMBER));
		let after = [0, 0].map(|pot| billed_from(pot, DECEMBER));
		for charge in before {
			end(charge, NOVEMBER);
		}
		read(1, start(NOVEMBER), 0);
		read(1, start(DECEMBER) - DAYS, 100_000);
		bill_up_to(DECEMBER);
		// It was 10 m³, and both had billed 100.
		Readings::mutate(|readings| readings.pop());
		read(1, start(DECEMBER) - DAYS, 10_000);
		read(1, start(JANUARY) - 1, 130_000);
		bill_up_to(JANUARY);
		assert_eq!((charged(&[before[0], after[0]]), charged(&[before[1], after[1]])), (130_000, 130_000));
	});
}

proptest! {
	#![proptest_config(ProptestConfig { cases: linli_testing::cases(64), failure_persistence: None, ..ProptestConfig::default() })]

	/// Whichever of two lines has final bills when, and whatever is read again or corrected: each has billed what the
	/// meter shows in the end.
	#[test]
	fn each_of_two_lines_bills_all_use_once(
		steps in prop::collection::vec((1u64..40, 0u64..5_000, 0u8..8), 1..16)
	) {
		ExtBuilder::default().build().execute_with(|| {
			let mut lines = [0, 1].map(|pot| vec![billed_from(pot, NOVEMBER)]);
			let mut begun = NOVEMBER;
			let mut total = 0;
			read(1, start(NOVEMBER), total);
			for (days, used, act) in steps {
				go_to(Now::get() + days * DAYS);
				total += used;
				read(1, Now::get(), total);
				let running = TestCalendar::get().period_at(water().period, Now::get()).unwrap();
				match act {
					0 | 1 => bill_finally(&lines[usize::from(act)]),
					// Both are replaced at once.
					2 | 3 if begun <= running && NextPeriod::<Test>::count() <= 6 => {
						begun = running.next(water().period).unwrap();
						for (pot, line) in [0, 1].into_iter().zip(lines.iter_mut()) {
							end(*line.last().unwrap(), running);
							line.push(billed_from(pot, begun));
						}
					}
					4 => {
						// Too much was read, and one line billed it.
						Readings::mutate(|readings| readings.pop());
						read(1, Now::get(), total + 3_000);
						bill_finally(&lines[usize::from(days % 2 == 0)]);
						Readings::mutate(|readings| readings.pop());
						read(1, Now::get(), total);
					}
					5 => {
						total = total.saturating_sub(2_000);
						read(1, Now::get(), total);
					}
					_ => {}
				}
				Fees::do_try_state().unwrap();
			}
			go_to((Now::get() + DAYS).max(start(begun) + DAYS));
			// More than all that was corrected.
			total += 200_000;
			read(1, Now::get(), total);
			go_to(Now::get() + 220 * DAYS);
			for line in &lines {
				bill_finally(line);
				assert_eq!(charged(line), Fen::from(total));
			}
			Fees::do_try_state().unwrap();
		});
	}
}

fn bill_finally(charges: &[ChargeId]) {
	for charge in charges {
		let _ = with_storage_layer(|| Fees::bill_final(signed(MANAGER), 1, *charge));
	}
}
