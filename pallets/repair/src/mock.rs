// SPDX-License-Identifier: Apache-2.0

//! Three buildings, with the real pots and their ledgers.

use crate::{self as pallet_linli_repair, *};
use frame_support::{
	derive_impl, parameter_types,
	storage::with_storage_layer,
	traits::{fungible::Inspect, tokens::Preservation},
	weights::Weight,
	PalletId,
};
use frame_system::{EnsureRoot, EnsureSigned};
use linli_primitives::{
	traits::{Bearers, Clock, FundLedger, OwnersRegister, PotShares, RepairShares, UnitView},
	Area, BuildingId, Buildings, Cause, ChargeId, EntryId, Fen, Moment, OwnerId, Period, PotId, UnitId, UnitKind,
	UtcOffset,
};
use sp_runtime::{traits::IdentityLookup, BuildStorage, DispatchError, DispatchResult};
use std::cell::RefCell;

/// Wide enough for the accounts of pots, handy in tests.
pub type AccountId = u128;

frame_support::construct_runtime!(
	pub struct Test {
		System: frame_system,
		Balances: pallet_balances,
		Fund: pallet_linli_fund,
		Repair: pallet_linli_repair,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountData = pallet_balances::AccountData<Fen>;
	type AccountId = AccountId;
	type Block = frame_system::mocking::MockBlock<Test>;
	type Lookup = IdentityLookup<AccountId>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type Balance = Fen;
}

thread_local! {
	static UNITS: RefCell<Vec<UnitView>> = const { RefCell::new(Vec::new()) };
}

/// Units by number.
pub struct Register;

impl Register {
	pub fn add(building: BuildingId, kind: UnitKind, area: Area, owner: OwnerId) -> UnitId {
		UNITS.with_borrow_mut(|units| {
			units.push(UnitView { building, kind, area, owner });
			units.len() as UnitId - 1
		})
	}

	/// The unit has another owner from now on.
	pub fn sell(unit: UnitId, to: OwnerId) {
		Self::change(unit, |unit| unit.owner = to);
	}

	pub fn change(unit: UnitId, change: impl FnOnce(&mut UnitView)) {
		UNITS.with_borrow_mut(|units| change(&mut units[unit as usize]));
	}
}

impl OwnersRegister<AccountId> for Register {
	fn unit(unit: UnitId) -> Option<UnitView> {
		UNITS.with_borrow(|units| units.get(unit as usize).copied())
	}

	fn unit_count() -> UnitId {
		UNITS.with_borrow(|units| units.len() as UnitId)
	}

	fn owner_of(account: &AccountId) -> Option<OwnerId> {
		OwnerId::try_from(*account).ok()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn add_unit(_account: &AccountId, kind: UnitKind, area: Area) -> UnitId {
		Self::add(0, kind, area, 9_000)
	}
}

parameter_types! {
	pub static Now: Moment = 0;
	pub static MaxUnits: u32 = 64;
	pub const Offset: UtcOffset = UtcOffset::PLUS_8;
	pub const FundPalletId: PalletId = PalletId(*b"linlfund");
	pub const FeePot: PotId = OPERATING;
	pub const MaxPots: PotId = 8;
	pub const RepairPot: PotId = REPAIR;
}

/// A clock that tests set.
pub struct TestClock;

impl Clock for TestClock {
	fn now() -> Moment {
		Now::get()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set(now: Moment) {
		Now::set(now);
	}
}

impl pallet_linli_fund::Config for Test {
	type Clock = TestClock;
	type CloseOrigin = EnsureSigned<AccountId>;
	type Currency = Balances;
	type DecisionOrigin = EnsureRoot<AccountId>;
	type FeePot = FeePot;
	type MaxPots = MaxPots;
	type Offset = Offset;
	type PalletId = FundPalletId;
	type Shares = Repair;
	type Statements = ();
	type WeightInfo = ();
}

/// A hundred per unit, so that weights are easy to read; a cost is a little dearer than giving it back.
pub struct MockWeights;

impl WeightInfo for MockWeights {
	fn set_rules() -> Weight {
		Weight::from_parts(1, 0)
	}

	fn enrol() -> Weight {
		Weight::from_parts(1, 0)
	}

	fn deposit() -> Weight {
		Weight::from_parts(1, 0)
	}

	fn distribute(n: u32) -> Weight {
		Weight::from_parts(100 * u64::from(n), 0)
	}

	fn charge(n: u32) -> Weight {
		Weight::from_parts(110 * u64::from(n), 0)
	}

	fn give_back(n: u32) -> Weight {
		Weight::from_parts(100 * u64::from(n), 10 * u64::from(n))
	}
}

impl Config for Test {
	type Clock = TestClock;
	type Currency = Balances;
	type DecisionOrigin = EnsureRoot<AccountId>;
	type Ledger = Fund;
	type MaxUnits = MaxUnits;
	type Register = Register;
	type RepairPot = RepairPot;
	type WeightInfo = MockWeights;
}

pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const ROOFER: AccountId = 3;
pub const RICH: Fen = 1_000_000_000_000;
pub const OPERATING: PotId = 0;
pub const REPAIR: PotId = 1;
/// Half past nine on 23 November 2026 in UTC+8.
pub const START: Moment = 1_795_397_400_000;
pub const NOVEMBER: Period = Period { year: 2026, month: 11 };

/// Flats 0, 1 and 2 and the parking space 3 in building 1, shop 4 and flat 5 in building 2, flat 6 in building 3. All
/// that take part are enrolled: the numbers 0 to 2 and 4 to 6.
pub struct ExtBuilder {
	genesis: GenesisConfig<Test>,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self { genesis: GenesisConfig { enrol: true, ..Default::default() } }
	}
}

impl ExtBuilder {
	/// Nobody is enrolled.
	pub fn nobody(mut self) -> Self {
		self.genesis.enrol = false;
		self
	}

	pub fn rules(mut self, rules: Rules) -> Self {
		self.genesis.rules = rules;
		self
	}

	pub fn build(self) -> sp_io::TestExternalities {
		Now::set(0);
		MaxUnits::set(64);
		UNITS.with_borrow_mut(|units| units.clear());
		Register::add(1, UnitKind::Residential, 9_803, 1);
		Register::add(1, UnitKind::Residential, 8_905, 2);
		Register::add(1, UnitKind::Residential, 12_001, 3);
		Register::add(1, UnitKind::Parking, 1_250, 1);
		Register::add(2, UnitKind::Commercial, 5_001, 1);
		Register::add(2, UnitKind::Residential, 6_007, 2);
		Register::add(3, UnitKind::Residential, 7_777, 3);
		let storage = RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig {
				balances: vec![(ALICE, RICH), (BOB, RICH)],
				..Default::default()
			},
			repair: self.genesis,
			..Default::default()
		}
		.build_storage()
		.unwrap();
		let mut ext = sp_io::TestExternalities::new(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			Now::set(START);
		});
		ext
	}

	/// Runs a test, and every invariant after it.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			check();
		});
	}
}

/// Every invariant of shares, and that each pot is its account and has what is earmarked in it.
pub fn check() {
	Repair::do_try_state().unwrap();
	for (id, pot) in Fund::pots() {
		assert_eq!(Balances::total_balance(&Fund::account(id)), pot.balance);
		assert!(Repair::earmarked(id) <= pot.balance);
	}
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn buildings(list: &[BuildingId]) -> Option<Buildings> {
	Some(list.to_vec().try_into().unwrap())
}

pub const EXPENSE: Cause = Cause::Expense { expense: 7 };
pub const PROJECT: Cause = Cause::Project { project: 4 };

/// Divides a cost and pays it to the roofer, as who spends does.
pub fn spend(buildings: Option<Buildings>, amount: Fen) -> Result<Bearers, DispatchError> {
	with_storage_layer(|| {
		let bearers = Repair::charge(buildings, amount, EXPENSE)?;
		Fund::withdraw(REPAIR, &ROOFER, amount, EXPENSE)?;
		Ok(bearers)
	})
}

/// The roofer returns part of what he got to those who bore it.
pub fn give_back(bearers: &Bearers, amount: Fen) -> DispatchResult {
	with_storage_layer(|| {
		Fund::deposit(REPAIR, &ROOFER, amount, PROJECT, Preservation::Expendable)?;
		Repair::give_back(bearers, amount, PROJECT)
	})
}

pub fn bill(unit: UnitId, charge: ChargeId) -> Cause {
	Cause::Bill { unit, charge, period: NOVEMBER, payment: 0 }
}

pub fn refund(unit: UnitId, charge: ChargeId) -> Cause {
	Cause::Refund { unit, charge, period: NOVEMBER }
}

/// Alice pays a bill into the repair pot.
pub fn pay(cause: Cause, amount: Fen) -> Result<EntryId, DispatchError> {
	Fund::deposit(REPAIR, &ALICE, amount, cause, Preservation::Expendable)
}

/// Alice gets something back out of the repair pot.
pub fn withdraw(cause: Cause, amount: Fen) -> Result<EntryId, DispatchError> {
	Fund::withdraw(REPAIR, &ALICE, amount, cause)
}

/// The unit pays in by Alice.
pub fn deposit(unit: UnitId, amount: Fen) {
	frame_support::assert_ok!(Repair::deposit(signed(ALICE), unit, amount));
}

/// What belongs to the unit.
pub fn balance(unit: UnitId) -> i128 {
	Repair::share(unit).expect("it is enrolled").share.balance
}

pub fn balances(units: &[UnitId]) -> Vec<i128> {
	units.iter().map(|unit| balance(*unit)).collect()
}

/// What the pot has.
pub fn pot() -> Fen {
	Balances::total_balance(&Fund::account(REPAIR))
}

pub fn events() -> Vec<Event<Test>> {
	System::events()
		.into_iter()
		.filter_map(|record| if let RuntimeEvent::Repair(event) = record.event { Some(event) } else { None })
		.collect()
}

pub fn last_event() -> Event<Test> {
	events().pop().expect("an event")
}
