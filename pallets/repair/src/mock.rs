// SPDX-License-Identifier: Apache-2.0

//! Mock runtime with three buildings and the fund pallet.

use crate::{self as pallet_linli_repair, *};
use frame_support::{
	parameter_types,
	storage::with_storage_layer,
	traits::{fungible::Inspect, tokens::Preservation},
};
use frame_system::EnsureRoot;
use linli_primitives::{
	traits::{Bearers, FundLedger, RepairShares},
	BillKey, BuildingId, Buildings, Cause, ChargeId, EntryId, Fen, PotId, UnitId, UnitKind,
};
pub use linli_testing::*;
use sp_runtime::{DispatchError, DispatchResult};

frame_support::construct_runtime!(
	pub struct Test {
		System: frame_system,
		Balances: pallet_balances,
		Fund: pallet_linli_fund,
		Repair: pallet_linli_repair,
	}
);

linli_testing::impl_balances!(Test);
linli_testing::impl_fund!(Test, Repair);

linli_testing::settings! {
	pub static MaxUnits: u32 = 64;
}

parameter_types! {
	pub const RepairPot: PotId = REPAIR;
}

linli_testing::weights! {
	/// Readable weights: a hundred per unit, and slightly more for charging a cost than for giving it back.
	pub struct MockWeights: WeightInfo;
	set_rules() = 1; enrol() = 1; deposit() = 1;
	release_share() = 1;
	distribute(n) = 100 * n; charge(n) = 110 * n; give_back(n) = 100 * n, 10 * n;
}

pub type Register = linli_testing::Register<Test>;

impl Config for Test {
	type Clock = Now;
	type Currency = Balances;
	type DecisionOrigin = EnsureRoot<AccountId>;
	type Ledger = Fund;
	type MaxUnits = MaxUnits;
	type Register = Register;
	type RepairPot = RepairPot;
	type WeightInfo = MockWeights;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

/// Setup that the benchmarks need outside of the pallet.
#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<AccountId> for Helper {
	fn ensure_pot(pot: linli_primitives::PotId) -> sp_runtime::DispatchResult {
		Fund::ensure_pot(pot)
	}

	fn add_unit(account: &AccountId, kind: UnitKind, area: linli_primitives::Area) -> UnitId {
		Register::add_unit(account, kind, area)
	}
}

pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const ROOFER: AccountId = 3;
pub const RICH: Fen = 1_000_000_000_000;

/// Builds a community. Building 1 has flats 0, 1 and 2 and parking space 3, building 2 has shop 4 and flat 5, building
/// 3 has flat 6. All units that take part are enrolled: 0 to 2 and 4 to 6.
pub struct ExtBuilder {
	genesis: GenesisConfig<Test>,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self { genesis: GenesisConfig { enrol: true, ..Default::default() } }
	}
}

impl ExtBuilder {
	/// Enrols no units.
	pub fn nobody(mut self) -> Self {
		self.genesis.enrol = false;
		self
	}

	pub fn rules(mut self, rules: RepairRules) -> Self {
		self.genesis.rules = rules;
		self
	}
}

impl BuildExt for ExtBuilder {
	type Genesis = RuntimeGenesisConfig;
	type Runtime = Test;

	fn genesis(self) -> RuntimeGenesisConfig {
		Register::add(1, UnitKind::Residential, 9_803, 1);
		Register::add(1, UnitKind::Residential, 8_905, 2);
		Register::add(1, UnitKind::Residential, 12_001, 3);
		Register::add(1, UnitKind::Parking, 1_250, 1);
		Register::add(2, UnitKind::Commercial, 5_001, 1);
		Register::add(2, UnitKind::Residential, 6_007, 2);
		Register::add(3, UnitKind::Residential, 7_777, 3);
		let balances = vec![(ALICE, RICH), (BOB, RICH)];
		RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig { balances, ..Default::default() },
			repair: self.genesis,
			..Default::default()
		}
	}

	/// Checks the invariants of shares and of pots.
	fn check() {
		Repair::do_try_state().unwrap();
		check_pots();
	}
}

pub fn buildings(list: &[BuildingId]) -> Option<Buildings> {
	Some(linli_testing::buildings(list))
}

pub const EXPENSE: Cause = Cause::Expense { expense: 7 };
pub const PROJECT: Cause = Cause::Project { project: 4 };

/// Divides a cost and pays it to the roofer, as the pallets that spend do.
pub fn spend(buildings: Option<Buildings>, amount: Fen) -> Result<Bearers, DispatchError> {
	with_storage_layer(|| {
		let bearers = Repair::charge(buildings, amount, EXPENSE)?;
		Fund::withdraw(REPAIR, &ROOFER, amount, EXPENSE)?;
		Ok(bearers)
	})
}

/// The roofer returns part of a cost to its bearers, of which they got `before` earlier.
pub fn give_back(bearers: &Bearers, before: Fen, amount: Fen) -> DispatchResult {
	with_storage_layer(|| {
		Fund::deposit(REPAIR, &ROOFER, amount, PROJECT, Preservation::Expendable)?;
		Repair::give_back(bearers, before, amount, PROJECT)
	})
}

pub fn bill(unit: UnitId, charge: ChargeId) -> Cause {
	Cause::Bill { bill: BillKey::new(unit, charge, NOVEMBER), payment: 0 }
}

pub fn refund(unit: UnitId, charge: ChargeId) -> Cause {
	Cause::Refund { bill: BillKey::new(unit, charge, NOVEMBER) }
}

/// Alice pays a bill into the repair pot.
pub fn pay(cause: Cause, amount: Fen) -> Result<EntryId, DispatchError> {
	Fund::deposit(REPAIR, &ALICE, amount, cause, Preservation::Expendable)
}

/// Alice receives money from the repair pot.
pub fn withdraw(cause: Cause, amount: Fen) -> Result<EntryId, DispatchError> {
	Fund::withdraw(REPAIR, &ALICE, amount, cause)
}

/// Alice pays in for the unit.
pub fn deposit(unit: UnitId, amount: Fen) {
	frame_support::assert_ok!(Repair::deposit(signed(ALICE), unit, amount));
}

/// The share of the unit, in fen.
pub fn balance(unit: UnitId) -> i128 {
	Repair::share(unit).expect("the unit is enrolled").share.balance
}

pub fn balances(units: &[UnitId]) -> Vec<i128> {
	units.iter().map(|unit| balance(*unit)).collect()
}

/// The balance of the pot.
pub fn pot() -> Fen {
	Balances::total_balance(&Fund::account(REPAIR))
}

pub fn events() -> Vec<Event<Test>> {
	System::read_events_for_pallet()
}

pub fn last_event() -> Event<Test> {
	events().pop().expect("an event")
}
