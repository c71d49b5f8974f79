// SPDX-License-Identifier: Apache-2.0

//! Meters and the charges that bill them: each unit of use is billed once (D49).

use super::*;
use frame_support::assert_ok;
use linli_primitives::{calendar::DAY, ChargeId, Commitment, Fraction, MeterId, UnitId, UnitKind, Utility};
use pallet_linli_fees::types::{Basis, ChargeTerms, Tiers};
use pallet_linli_meters::types::{Change, Dial, Place};
use Sr25519Keyring::{Charlie, Eve};

const MANAGER: Sr25519Keyring = Charlie;
const AUDITOR: Sr25519Keyring = Eve;
const HOME: UnitId = 0;
/// One fen for each thousandth, so that nothing is rounded.
const RATE: Fen = 1_000_000;
/// The dials begin at zero again after so many thousandths.
const END: u64 = 100_000_000;

type Readings = pallet_linli_meters::Call<Runtime>;

/// Numbers below an end, the same for each seed.
struct Dice(u64);

impl Dice {
	fn below(&mut self, end: u64) -> u64 {
		self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
		let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
		(mixed ^ (mixed >> 27)) % end
	}
}

/// A meter, and what the test knows of it.
struct Known {
	id: MeterId,
	multiplier: u32,
	/// What the dial shows.
	shown: u64,
	/// What was used since it was installed.
	total: u64,
}

impl Known {
	fn install(shown: u64) -> Self {
		let id = pallet_linli_meters::NextMeter::<Runtime>::get();
		let (place, utility) = (Place::Unit(HOME), Utility::ColdWater);
		change(Change::Install { place, utility, main: None, dial: dial(1), opening: shown, at: now() });
		Self { id, multiplier: 1, shown, total: 0 }
	}

	fn pass(&mut self, used: u64) {
		self.shown = (self.shown + used) % END;
		self.total += used * u64::from(self.multiplier);
	}

	fn read(&self) {
		assert_ok!(run(MANAGER, Readings::record { meter: self.id, value: self.shown, at: now() }));
	}

	fn replace(&mut self, multiplier: u32, opening: u64) {
		let (meter, closing) = (self.id, self.shown);
		change(Change::Replace { meter, closing, dial: dial(multiplier), opening, at: now() });
		(self.multiplier, self.shown) = (multiplier, opening);
	}

	/// The dial is misread, and two people correct it on the same day.
	fn misread(&self) {
		assert_ok!(run(MANAGER, Readings::record { meter: self.id, value: (self.shown + 700) % END, at: now() }));
		let (meter, value, total) = (self.id, self.shown, self.total);
		change(Change::Correct { meter, value, total, at: now(), reason: hash(1) });
	}
}

fn dial(multiplier: u32) -> Dial {
	Dial { serial: Commitment::repeat_byte(1), multiplier, digits: 5, plausibility: 10_000_000 }
}

/// The manager proposes, the auditor confirms.
fn change(change: Change) {
	let proposal = pallet_linli_meters::NextProposal::<Runtime>::get();
	assert_ok!(run(MANAGER, Readings::propose { change: change.clone() }));
	assert_ok!(run(AUDITOR, Readings::confirm { proposal, change }));
}

fn running() -> Period {
	PeriodKind::Month.at(now(), UtcOffset::PLUS_8).unwrap()
}

/// A charge for the homes' cold water.
fn billed_from(first: Period) -> ChargeId {
	billed_into(OPERATING, first)
}

/// The same, into a pot.
fn billed_into(pot: PotId, first: Period) -> ChargeId {
	let id = pallet_linli_fees::NextCharge::<Runtime>::get();
	let kinds = vec![UnitKind::Residential].try_into().unwrap();
	let terms = ChargeTerms {
		pot,
		basis: Basis::Metered { kinds, utility: Utility::ColdWater },
		buildings: None,
		period: PeriodKind::Month,
		due_days: 15,
		grace_days: 30,
		late_rate: Fraction::new(5, 10_000),
		late_cap: Fraction::new(30, 100),
		discount: None,
	};
	assert_ok!(Fees::create_charge(key_origin(), terms, RATE, first, Tiers::default()));
	id
}

/// Final bills of all charges, as far as there is anything to bill.
fn bill_finally(charges: &[ChargeId]) {
	for charge in charges {
		let _ = run(MANAGER, pallet_linli_fees::Call::bill_final { unit: HOME, charge: *charge });
	}
}

fn billed(charges: &[ChargeId]) -> Fen {
	let bills = pallet_linli_fees::Bills::<Runtime>::iter_prefix((HOME,));
	bills.filter(|((charge, _), _)| charges.contains(charge)).map(|(_, bill)| bill.principal.charged).sum()
}

#[test]
fn a_meter_removed_before_its_charge_ended_is_billed_when_that_is_known() {
	village().execute_with(|| {
		let charge = billed_from(running());
		let mut meter = Known::install(0);
		let removed = now() + 13 * DAY;
		settle_at(now() + 10 * DAY);
		meter.pass(3_000);
		meter.read();
		assert_ok!(Fees::end_charge(key_origin(), charge, running()));
		settle_at(now() + 12 * DAY);
		assert_eq!(billed(&[charge]), 3_000);
		change(Change::Remove { meter: meter.id, closing: 4_000, at: removed });
		// What was read late is billed with December.
		settle_at(now() + 31 * DAY);
		assert_eq!(billed(&[charge]), 4_000);
		assert!(!Fees::is_live(charge));
	});
}

/// The manager alone records a reading that is too high and bills sewage finally, but does not reverse it then: two
/// people correct it, and all water is billed.
#[test]
fn a_reading_corrected_after_sewage_was_billed_makes_no_water_free() {
	village().execute_with(|| {
		let before = [OPERATING, INCOME].map(|pot| billed_into(pot, running()));
		let mut meter = Known::install(0);
		let next = running().next(PeriodKind::Month).unwrap();
		let after = [OPERATING, INCOME].map(|pot| billed_into(pot, next));
		for charge in before {
			assert_ok!(Fees::end_charge(key_origin(), charge, running()));
		}
		let begins = next.start(UtcOffset::PLUS_8).unwrap();
		settle_at(begins + DAY);
		let (id, at) = (meter.id, now());
		assert_ok!(run(MANAGER, Readings::record { meter: id, value: 90_000, at }));
		assert_ok!(run(MANAGER, pallet_linli_fees::Call::bill_final { unit: HOME, charge: before[1] }));
		let reversal = Readings::reverse { meter: id, reading: 1, reason: hash(1) };
		assert_eq!(run(MANAGER, reversal), Err(pallet_linli_meters::Error::<Runtime>::ReadingAlreadyBilled.into()));
		change(Change::Correct { meter: id, value: 0, total: 0, at, reason: hash(1) });
		meter.pass(1_000);
		meter.read();
		for _ in 0..3 {
			settle_at(now() + 20 * DAY);
			meter.pass(40_000);
			meter.read();
		}
		bill_finally(&after);
		assert_eq!(billed(&[before[0], after[0]]), Fen::from(meter.total));
		assert_eq!(billed(&[before[1], after[1]]), Fen::from(meter.total));
	});
}

/// Two meters of a home, one after the other read, replaced, misread, removed; charges that replace one another; final
/// bills: in the end the bills have what the meters show, to the thousandth.
#[test]
fn the_bills_have_what_the_meters_show() {
	for seed in 0..24 {
		village().execute_with(|| {
			let mut dice = Dice(seed);
			let mut charges = vec![billed_from(running())];
			let mut begun = running();
			// The first dial passes its end soon.
			let (mut first, mut second) = (Known::install(END - 20_000), Known::install(7));
			let mut removed = 0;
			for _ in 0..16 {
				settle_at(now() + (1 + dice.below(40)) * DAY);
				first.pass(dice.below(5_000));
				second.pass(dice.below(5_000));
				match dice.below(9) {
					0 => first.replace(1 + dice.below(3) as u32, dice.below(1_000)),
					1 => second.replace(2, dice.below(1_000)),
					2 => {
						let (meter, closing) = (second.id, second.shown);
						first.read();
						// A unit has places for sixteen meters, removed ones included.
						if second.id < 10 {
							change(Change::Remove { meter, closing, at: now() });
							removed += second.total;
							second = Known::install(500);
						}
					}
					3 => first.read(),
					4 => first.misread(),
					_ => {
						first.read();
						second.read();
					}
				}
				match dice.below(3) {
					0 if begun <= running() => {
						let current = *charges.last().unwrap();
						assert_ok!(Fees::end_charge(key_origin(), current, running()));
						begun = running().next(PeriodKind::Month).unwrap();
						charges.push(billed_from(begun));
					}
					1 => bill_finally(&charges),
					_ => {}
				}
			}
			// What was used up to a charge's end is known once a reading comes after it.
			settle_at(now() + if running() < begun { 40 * DAY } else { DAY });
			first.read();
			second.read();
			// First what the last charge bills itself, then what was read too late of those that have ended.
			for _ in 0..4 {
				settle_at(now() + 40 * DAY);
			}
			bill_finally(&charges);
			assert_eq!(billed(&charges), Fen::from(first.total + second.total + removed), "seed {seed}");
		});
	}
}
