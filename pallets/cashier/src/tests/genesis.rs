// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, BankEntryKind, GenesisConfig, MonthTotals};
use frame_support::assert_ok;
use linli_primitives::{calendar::Calendar, traits::FundLedger, Commitment, ContentHash, Period, UtcOffset};

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

const LABEL: Commitment = Commitment::repeat_byte(5);
const PURPOSE: ContentHash = ContentHash::repeat_byte(6);

/// A community with money at three bank accounts, of which the last has none.
fn at_three_banks() -> GenesisConfig<Test> {
	GenesisConfig {
		opening_pots: vec![(OPERATING, 50_000, "x".into())],
		opening_pots_at: vec![(7, OPERATING, 1_000, "x".into()), (7, REPAIR, 29_000, "y".into())],
		opening_banks: vec![(7, LABEL, PURPOSE, 30_000), (0, PURPOSE, LABEL, 50_000), (8, LABEL, PURPOSE, 0)],
		..Default::default()
	}
}

#[test]
fn a_community_begins_with_several_bank_accounts() {
	ExtBuilder::genesis(at_three_banks()).build_and_execute(|| {
		assert_eq!(Balances::total_issuance(), 80_000);
		assert_eq!((TestFund::available(OPERATING), TestFund::available(REPAIR)), (51_000, 29_000));
		let banks: Vec<_> = Cashier::banks().into_iter().map(|(bank, of, sum)| (bank, of.label, sum)).collect();
		assert_eq!(banks, [(0, PURPOSE, 50_000), (7, LABEL, 30_000), (8, LABEL, 0)]);
		assert_eq!(Cashier::month(7, Period::OPENING).unwrap().closing, 30_000);
	});
}

#[test]
fn bank_accounts_of_genesis_are_attested_from_the_same_month_on() {
	ExtBuilder::genesis(at_three_banks()).build_and_execute(|| {
		// The first entry is at account 7; account 8 has none for months.
		assert_ok!(Cashier::receive(signed(CORA), 7, BOB, 5, reference("r"), None));
		Now::set(start_of(JANUARY));
		assert_ok!(Cashier::receive(signed(CORA), 0, BOB, 5, reference("r"), None));
		for bank in [0, 7, 8] {
			assert_eq!(Cashier::next_attestation(bank), Some(NOVEMBER));
		}
		for (bank, closing) in [(0, 50_000), (7, 30_005)] {
			assert_ok!(Cashier::attest(signed(CORA), bank, NOVEMBER, PURPOSE, closing));
		}
		assert_eq!(Cashier::month_statement(NOVEMBER), None);
		assert_ok!(Cashier::attest(signed(CORA), 8, NOVEMBER, PURPOSE, 0));
		assert_eq!(Cashier::month_statement(NOVEMBER).unwrap().chain, 80_005);
	});
}

#[test]
#[should_panic(expected = "bank account 7 has 30001 fen, but 30000 are booked there")]
fn a_bank_account_that_has_more_than_its_pots_is_refused() {
	let mut genesis = at_three_banks();
	genesis.opening_banks[0].3 = 30_001;
	ExtBuilder::genesis(genesis).build();
}

#[test]
#[should_panic(expected = "the opening balance with reference \"z\" cannot be booked")]
fn money_at_no_bank_account_is_refused() {
	let mut genesis = at_three_banks();
	genesis.opening_pots_at.push((9, OPERATING, 1, "z".into()));
	ExtBuilder::genesis(genesis).build();
}

#[test]
#[should_panic(expected = "bank account 8 is listed twice")]
fn a_bank_account_is_listed_once() {
	let mut genesis = at_three_banks();
	genesis.opening_banks.push((8, LABEL, PURPOSE, 0));
	ExtBuilder::genesis(genesis).build();
}

#[test]
#[should_panic(expected = "there are more than 16 bank accounts")]
fn bank_accounts_of_genesis_are_bounded() {
	let opening_banks = (1..=16).map(|bank| (bank, LABEL, PURPOSE, 0)).collect();
	ExtBuilder::genesis(GenesisConfig { opening_banks, ..Default::default() }).build();
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
