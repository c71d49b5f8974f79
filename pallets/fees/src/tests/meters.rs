// SPDX-License-Identifier: Apache-2.0

//! Meter readings and metered bills.

use crate::{mock::*, types::*, *};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{ChargeId, UnitKind};
use sp_runtime::{traits::BadOrigin, DispatchResult};

/// Creates a water charge of 3.4567 yuan per m³ for flats.
fn water() -> ChargeId {
	create(terms(Basis::Metered { kinds: kinds(&[UnitKind::Residential]) }), 345_670)
}

fn read(charge: ChargeId, value: u64) -> DispatchResult {
	Fees::record_reading(signed(DEVICE), 1, charge, value)
}

fn reverse(charge: ChargeId) -> DispatchResult {
	Fees::reverse_reading(signed(DEVICE), 1, charge, hash(3))
}

#[test]
fn consumption_since_the_last_bill_is_billed_when_a_month_begins() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = water();
		assert_ok!(read(charge, 1_000_000));
		assert_eq!(last_event(), Event::ReadingRecorded { unit: 1, charge, value: 1_000_000, by: DEVICE });
		go_to(start(NOVEMBER) + 6 * DAYS);
		// The baseline is not billed, and a zero bill is not issued.
		assert_eq!(Bills::<Test>::iter().count(), 0);
		assert_ok!(read(charge, 1_007_500));
		assert_ok!(read(charge, 1_012_345));
		go_to(start(DECEMBER));
		// 12.345 m³ × 3.4567 = 42.6729…
		assert_eq!(bill(1, charge, DECEMBER).principal.charged, 4_267);
		assert_eq!(Bills::<Test>::iter().count(), 1);
		assert_eq!(Fees::prepayment_limit(1), 12 * 4_267);
		assert_noop!(reverse(charge), Error::<Test>::ReadingNotFound);
		go_to(start(month(2027, 1)));
		assert_eq!(Bills::<Test>::iter().count(), 1);
	});
}

#[test]
fn readings_never_fall_and_can_be_reversed() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = water();
		assert_noop!(reverse(charge), Error::<Test>::ReadingNotFound);
		assert_ok!(read(charge, 500));
		assert_ok!(read(charge, 90_000));
		assert_noop!(read(charge, 600), Error::<Test>::ReadingTooLow);
		assert_ok!(reverse(charge));
		assert_eq!(
			last_event(),
			Event::ReadingReversed { unit: 1, charge, value: 90_000, by: DEVICE, reason: hash(3) }
		);
		assert_ok!(read(charge, 600));
		assert_eq!(Meters::<Test>::get(1, charge).unwrap().consumption(), 100);
		assert_ok!(reverse(charge));
		assert_ok!(reverse(charge));
		assert!(Meters::<Test>::get(1, charge).is_none());
	});
}

#[test]
fn readings_beyond_the_maximum_become_final() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = water();
		for value in 1..=20 {
			assert_ok!(read(charge, value * 1_000));
		}
		let meter = Fees::meter(1, charge).unwrap();
		assert_eq!((meter.latest, meter.unbilled, meter.reversible), (Some(20_000), 19_000, MAX_REVERSIBLE_READINGS));
		for _ in 0..MAX_REVERSIBLE_READINGS {
			assert_ok!(reverse(charge));
		}
		assert_noop!(reverse(charge), Error::<Test>::ReadingNotFound);
		assert_noop!(read(charge, 11_999), Error::<Test>::ReadingTooLow);
		assert_eq!(Fees::meter(1, charge).unwrap().unbilled, 11_000);
	});
}

#[test]
fn readings_require_the_origin_and_a_metered_charge() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = water();
		let flat = create(terms(Basis::PerUnit), 1);
		assert_noop!(Fees::record_reading(signed(BOB), 1, charge, 1), BadOrigin);
		assert_noop!(Fees::reverse_reading(signed(BOB), 1, charge, hash(3)), BadOrigin);
		assert_noop!(read(9, 1), Error::<Test>::ChargeNotFound);
		assert_noop!(read(flat, 1), Error::<Test>::NotMetered);
		assert_noop!(read(charge, MAX_READING + 1), Error::<Test>::ReadingTooLarge);
		assert_noop!(Fees::record_reading(signed(DEVICE), 5, charge, 1), Error::<Test>::NotMetered);
		assert_noop!(Fees::record_reading(signed(DEVICE), 50, charge, 1), Error::<Test>::UnitNotFound);
	});
}

#[test]
fn consumption_below_half_a_fen_is_left_for_the_next_bill() {
	ExtBuilder::default().build_and_execute(|| {
		let charge = water();
		assert_ok!(read(charge, 0));
		go_to(start(NOVEMBER) + 6 * DAYS);
		assert_ok!(read(charge, 1));
		go_to(start(DECEMBER));
		assert_eq!(Bills::<Test>::iter().count(), 0);
		assert_ok!(read(charge, 3));
		go_to(start(month(2027, 1)));
		assert_eq!(bill(1, charge, month(2027, 1)).principal.charged, 1);
	});
}
