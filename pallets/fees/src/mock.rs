// SPDX-License-Identifier: Apache-2.0

//! A community of a few units, with pots that are real accounts.

use crate::{self as pallet_linli_fees, types::*, *};
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		fungible::{Inspect, Mutate, MutateHold},
		tokens::{Fortitude, Precision, Preservation, Restriction},
		ConstU128, ConstU32, ConstU64, Hooks,
	},
	weights::Weight,
};
use frame_system::{EnsureRoot, EnsureSignedBy};
use linli_primitives::{
	calendar::DAY,
	traits::{Clock, FundLedger, OwnersRegister, UnitDues, UnitView},
	Area, Cause, ChargeId, EntryId, Fen, Fraction, Moment, OwnerId, Period, PeriodKind, PotId, UnitId, UnitKind,
	UtcOffset,
};
use sp_core::H256;
use sp_runtime::{BuildStorage, DispatchError};
use std::cell::RefCell;

pub type AccountId = u64;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Timestamp: pallet_timestamp,
		Balances: pallet_balances,
		Fees: pallet_linli_fees,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
	type AccountData = pallet_balances::AccountData<Fen>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Fen;
	type ExistentialDeposit = ConstU128<1>;
	type AccountStore = System;
	type RuntimeHoldReason = RuntimeHoldReason;
}

impl pallet_timestamp::Config for Test {
	type Moment = u64;
	type OnTimestampSet = ();
	type MinimumPeriod = ConstU64<1>;
	type WeightInfo = ();
}

pub struct ChainClock;

impl Clock for ChainClock {
	fn now() -> Moment {
		Timestamp::get()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set(now: Moment) {
		Timestamp::set_timestamp(now);
	}
}

thread_local! {
	static UNITS: RefCell<Vec<UnitView>> = const { RefCell::new(Vec::new()) };
	static OWNERS: RefCell<Vec<(AccountId, OwnerId)>> = const { RefCell::new(Vec::new()) };
}

/// Units by number; an owner's accounts are listed.
pub struct Register;

impl Register {
	pub fn add(kind: UnitKind, area: Area, building: u16, owner: OwnerId) -> UnitId {
		UNITS.with_borrow_mut(|units| {
			units.push(UnitView { building, kind, area, owner });
			units.len() as UnitId - 1
		})
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
		OWNERS.with_borrow(|owners| owners.iter().find(|(a, _)| a == account).map(|(_, owner)| *owner))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn add_unit(account: &AccountId, kind: UnitKind, area: Area) -> UnitId {
		let owner = OWNERS.with_borrow_mut(|owners| {
			owners.push((*account, 9_000));
			9_000
		});
		Self::add(kind, area, 1, owner)
	}
}

/// Pots 0 and 1, each an account, with a ledger of its own.
pub struct Ledger;

#[frame_support::storage_alias]
pub type Entries = StorageMap<LedgerOfTheMock, frame_support::Twox64Concat, PotId, Vec<(bool, Fen, Cause)>>;
impl Ledger {
	fn append(pot: PotId, entry: (bool, Fen, Cause)) -> EntryId {
		let mut entries = Entries::get(pot).unwrap_or_default();
		entries.push(entry);
		let number = entries.len() as EntryId - 1;
		Entries::insert(pot, entries);
		number
	}

	/// In less out.
	pub fn balance(pot: PotId) -> Fen {
		let (mut inn, mut out) = (0, 0);
		for (is_in, amount, _) in Entries::get(pot).unwrap_or_default() {
			*(if is_in { &mut inn } else { &mut out }) += amount;
		}
		inn - out
	}
}

impl FundLedger<AccountId> for Ledger {
	type HoldReason = RuntimeHoldReason;

	fn exists(pot: PotId) -> bool {
		pot < 2
	}

	fn account(pot: PotId) -> AccountId {
		10_000 + u64::from(pot)
	}

	fn is_pot(account: &AccountId) -> bool {
		(10_000..10_002).contains(account)
	}

	fn deposit(
		pot: PotId,
		from: &AccountId,
		amount: Fen,
		cause: Cause,
		preservation: Preservation,
	) -> Result<EntryId, DispatchError> {
		<Balances as Mutate<_>>::transfer(from, &Self::account(pot), amount, preservation)?;
		Ok(Self::append(pot, (true, amount, cause)))
	}

	fn deposit_held(
		pot: PotId,
		reason: &RuntimeHoldReason,
		from: &AccountId,
		amount: Fen,
		cause: Cause,
	) -> Result<EntryId, DispatchError> {
		Balances::transfer_on_hold(
			reason,
			from,
			&Self::account(pot),
			amount,
			Precision::Exact,
			Restriction::Free,
			Fortitude::Polite,
		)?;
		Ok(Self::append(pot, (true, amount, cause)))
	}

	fn issue(pot: PotId, amount: Fen, cause: Cause) -> Result<EntryId, DispatchError> {
		Balances::mint_into(&Self::account(pot), amount)?;
		Ok(Self::append(pot, (true, amount, cause)))
	}

	fn withdraw(pot: PotId, to: &AccountId, amount: Fen, cause: Cause) -> Result<EntryId, DispatchError> {
		<Balances as Mutate<_>>::transfer(&Self::account(pot), to, amount, Preservation::Expendable)?;
		Ok(Self::append(pot, (false, amount, cause)))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_pot(_pot: PotId) -> Result<(), DispatchError> {
		Ok(())
	}
}

/// Ten per bill and a hundred per round, so that budgets are easy to count.
pub struct MockWeights;

macro_rules! light {
	($($name:ident($($arg:ident)?) = $weight:expr;)*) => {
		impl WeightInfo for MockWeights {
			$(fn $name($($arg: u32)?) -> Weight { Weight::from_parts($weight, 0) })*
		}
	};
}

light! {
	advance() = 1; find_period(_c) = 10; bill_batch() = 10; bill() = 10; bill_metered() = 10; bill_nothing() = 10;
	collect_prepayment(b) = 5 + u64::from(b); collect_mandate(b) = 5 + u64::from(b);
	create_charge() = 1; set_rate() = 1; end_charge() = 1; set_rules() = 1; pay(b) = 1 + u64::from(b);
	refund_prepayment() = 1; set_mandate() = 1; revoke_mandate() = 1; dispute() = 1; rule_dispute() = 1;
	propose_waiver() = 1; approve_waiver() = 1; reject_waiver() = 1; record_reading() = 1; reverse_reading() = 1;
}

parameter_types! {
	pub static Budget: Weight = Weight::from_parts(1_000_000, 1_000_000);
}

pub const MANAGER: AccountId = 100;
pub const COMMITTEE: AccountId = 101;
pub const DEVICE: AccountId = 102;
pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CHEN: AccountId = 3;
pub const RICH: Fen = 100_000_000;

frame_support::ord_parameter_types! {
	pub const Manager: AccountId = MANAGER;
	pub const Committee: AccountId = COMMITTEE;
	pub const Device: AccountId = DEVICE;
}

/// The manager may approve by this origin: that it must not be its own proposal is the pallet's to see to.
pub type WaiverOrigin =
	frame_support::traits::EitherOf<EnsureSignedBy<Committee, AccountId>, EnsureSignedBy<Manager, AccountId>>;

impl Config for Test {
	type RuntimeHoldReason = RuntimeHoldReason;
	type Currency = Balances;
	type Ledger = Ledger;
	type Register = Register;
	type Clock = ChainClock;
	type ChargesOrigin = EnsureRoot<AccountId>;
	type RulesOrigin = EnsureRoot<AccountId>;
	type ManagerOrigin = EnsureSignedBy<Manager, AccountId>;
	type WaiverOrigin = WaiverOrigin;
	type RulingOrigin = EnsureSignedBy<Committee, AccountId>;
	type ReadingOrigin = EnsureSignedBy<Device, AccountId>;
	type BillingBudget = Budget;
	type MaxCharges = ConstU32<8>;
	type MaxRates = ConstU32<4>;
	type MaxBillsPerPayment = ConstU32<8>;
	type MaxPayersPerUnit = ConstU32<3>;
	type WeightInfo = MockWeights;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;

#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkHelper<AccountId> for Helper {
	fn fund(account: &AccountId, amount: Fen) {
		Balances::mint_into(account, amount).unwrap();
	}
}

/// The month in which all tests begin.
pub const NOVEMBER: Period = Period { year: 2026, month: 11 };
pub const DECEMBER: Period = Period { year: 2026, month: 12 };

pub fn month(year: u16, month: u8) -> Period {
	Period { year, month }
}

pub fn start(period: Period) -> Moment {
	period.start(UtcOffset::PLUS_8).unwrap()
}

pub fn kinds(list: &[UnitKind]) -> Kinds {
	list.to_vec().try_into().unwrap()
}

/// Terms as the law pack `cn` has them, into pot 0.
pub fn terms(basis: Basis) -> ChargeTerms {
	ChargeTerms {
		pot: 0,
		basis,
		buildings: None,
		period: PeriodKind::Month,
		due_days: 15,
		grace_days: 30,
		late_rate: Fraction::new(5, 10_000),
		late_cap: Fraction::new(30, 100),
	}
}

pub fn per_area() -> ChargeTerms {
	terms(Basis::PerArea { kinds: kinds(&[UnitKind::Residential]) })
}

/// Creates a charge from the current month on.
pub fn create(terms: ChargeTerms, rate: Fen) -> ChargeId {
	let id = NextCharge::<Test>::get();
	let first = terms.period.at(ChainClock::now(), Fees::offset()).unwrap();
	frame_support::assert_ok!(Fees::create_charge(RuntimeOrigin::root(), terms, rate, first));
	id
}

/// One more block, which first works on the agenda and then sees the time `now`.
pub fn block(now: Moment) {
	System::set_block_number(System::block_number() + 1);
	Fees::on_initialize(System::block_number());
	Timestamp::set_timestamp(now);
}

/// A block that acts on the time `now`, which the one before it saw.
pub fn go_to(now: Moment) {
	Timestamp::set_timestamp(now);
	block(now);
}

pub fn bill(unit: UnitId, charge: ChargeId, period: Period) -> Bill<AccountId> {
	Bills::<Test>::get((unit, charge, period)).expect("the bill issued")
}

/// Principal and late fee that a unit owes, as of now.
pub fn owed(unit: UnitId) -> Fen {
	let dues = Fees::api_dues(unit);
	assert_eq!(Fees::is_settled(unit), dues.principal + dues.late == 0);
	assert_eq!(Fees::is_overdue(unit), dues.overdue > 0);
	dues.principal + dues.late
}

pub fn signed(account: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(account)
}

pub fn hash(byte: u8) -> H256 {
	H256::repeat_byte(byte)
}

pub fn free(account: AccountId) -> Fen {
	Balances::reducible_balance(&account, Preservation::Expendable, Fortitude::Polite)
}

pub fn last_event() -> Event<Test> {
	events().pop().expect("an event")
}

pub fn events() -> Vec<Event<Test>> {
	System::events()
		.into_iter()
		.filter_map(|record| if let RuntimeEvent::Fees(event) = record.event { Some(event) } else { None })
		.collect()
}

pub const DAYS: Moment = DAY;

/// Units 0 to 3 are flats of Alice, Bob, Chen and Chen in buildings 1, 1, 2, 2; 4 is a shop, 5 a parking space, both
/// Alice's.
pub struct ExtBuilder {
	genesis: GenesisConfig<Test>,
	now: Moment,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self { genesis: GenesisConfig::default(), now: start(NOVEMBER) + 5 * DAY }
	}
}

impl ExtBuilder {
	pub fn charges(mut self, charges: Vec<GenesisCharge>) -> Self {
		self.genesis.charges = charges;
		self
	}

	pub fn rules(mut self, rules: Rules) -> Self {
		self.genesis.rules = rules;
		self
	}

	/// Before the first block: the chain has no time.
	pub fn no_time(mut self) -> Self {
		self.now = 0;
		self
	}

	pub fn build(self) -> sp_io::TestExternalities {
		UNITS.with_borrow_mut(|units| units.clear());
		OWNERS.with_borrow_mut(|owners| {
			*owners = vec![(ALICE, 0), (BOB, 1), (CHEN, 2)];
		});
		Budget::set(Weight::from_parts(1_000_000, 1_000_000));
		Register::add(UnitKind::Residential, 9_803, 1, 0);
		Register::add(UnitKind::Residential, 8_905, 1, 1);
		Register::add(UnitKind::Residential, 12_000, 2, 2);
		Register::add(UnitKind::Residential, 6_001, 2, 2);
		Register::add(UnitKind::Commercial, 5_000, 1, 0);
		Register::add(UnitKind::Parking, 1_250, 1, 0);
		let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
		let balances = [ALICE, BOB, CHEN, MANAGER, 4, 5, 6].map(|account| (account, RICH)).to_vec();
		pallet_balances::GenesisConfig::<Test> { balances, ..Default::default() }
			.assimilate_storage(&mut storage)
			.unwrap();
		self.genesis.assimilate_storage(&mut storage).unwrap();
		let mut ext = sp_io::TestExternalities::new(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			if self.now > 0 {
				Timestamp::set_timestamp(self.now);
			}
		});
		ext
	}

	/// Runs the test, and then everything that must always be true.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			check();
		})
	}
}

/// Invariants of the pallet, and that each pot's ledger is its account.
pub fn check() {
	Fees::do_try_state().unwrap();
	for pot in 0..2 {
		assert_eq!(Ledger::balance(pot), Balances::balance(&Ledger::account(pot)));
	}
}
