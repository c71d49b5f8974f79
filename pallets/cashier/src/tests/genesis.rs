// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, BankEntryKind, GenesisConfig, MonthTotals};
use frame_support::assert_ok;
use linli_primitives::{calendar::Calendar, Period, UtcOffset};

#[test]
fn opening_balances_are_booked() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Balances::total_issuance(), 150_000);
		let entry = Cashier::bank_entry(key("OPEN-1")).unwrap();
		assert_eq!((entry.kind, entry.moment, entry.cashier), (BankEntryKind::In, 0, None));
		let opening = MonthTotals { received: 150_000, closing: 150_000, ..Default::default() };
		assert_eq!(Cashier::month(0, Period::OPENING), Some(opening));
	});
}

#[test]
fn genesis_without_opening_balances_is_valid() {
	ExtBuilder::genesis(GenesisConfig::default()).build_and_execute(|| {
		assert_eq!(Balances::total_issuance(), 0);
		assert!(!Cashier::free_transfers());
	});
	ExtBuilder::genesis(GenesisConfig { free_transfers: true, ..Default::default() }).build_and_execute(|| {
		assert!(Cashier::free_transfers());
	});
}

#[test]
#[should_panic(expected = "the opening balance with reference \"X\" cannot be booked")]
fn a_duplicate_reference_is_refused() {
	let opening = vec![(ALICE, 1, "x".into()), (BOB, 1, "X".into())];
	ExtBuilder::genesis(GenesisConfig { opening, ..Default::default() }).build();
}

#[test]
#[should_panic(expected = "the opening balance with reference \"x\" cannot be booked")]
fn an_unknown_pot_is_refused() {
	ExtBuilder::genesis(GenesisConfig { opening_pots: vec![(9, 1, "x".into())], ..Default::default() }).build();
}

/// The default community, in UTC−5.
struct West;

impl BuildExt for West {
	type Genesis = RuntimeGenesisConfig;
	type Runtime = Test;

	fn genesis(self) -> RuntimeGenesisConfig {
		TestCalendar::set(Calendar::fixed(UtcOffset::from_minutes(-300).unwrap()));
		<ExtBuilder as BuildExt>::genesis(ExtBuilder::default())
	}

	fn check() {
		ExtBuilder::check();
	}
}

#[test]
fn west_of_greenwich_genesis_is_booked_in_the_same_month() {
	West.build_and_execute(|| {
		assert_eq!(Cashier::month(0, Period::OPENING).unwrap().closing, 150_000);
		Now::set(TestCalendar::get().start(DECEMBER).unwrap());
		assert_ok!(Cashier::attest(signed(CORA), 0, NOVEMBER, Default::default(), 150_000));
		assert_eq!(Cashier::attestation(0, NOVEMBER).unwrap().chain, 150_000);
	});
}
