// SPDX-License-Identifier: Apache-2.0

//! A community of two buildings with ten owners, real pots, and a repair fund of six units.

use crate::{self as pallet_linli_projects, types::*, HoldReason, WeightInfo};
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		fungible::{Inspect, InspectHold},
		EnsureOrigin,
	},
	weights::Weight,
	PalletId,
};
use frame_system::{EnsureRoot, EnsureSignedBy};
use linli_primitives::{
	calendar::DAY,
	split::largest_remainder,
	traits::{Bearers, Clock, Electorate, FundLedger, PotShares, RepairShares},
	Area, BuildingId, Buildings, Cause, ContentHash, Fen, Fraction, MilestoneId, Moment, OwnerId, PotId, Power,
	ProjectId, ProposalId, UnitId, UtcOffset,
};
use sp_runtime::{traits::IdentityLookup, BuildStorage, DispatchError, DispatchResult};

/// Wide enough for the accounts of pots and projects, handy in tests.
pub type AccountId = u128;

frame_support::construct_runtime!(
	pub struct Test {
		System: frame_system,
		Balances: pallet_balances,
		Fund: pallet_linli_fund,
		Projects: pallet_linli_projects,
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
	type ExistentialDeposit = ExistentialDeposit;
	type RuntimeHoldReason = RuntimeHoldReason;
}

frame_support::ord_parameter_types! {
	pub const Committee: AccountId = COMMITTEE;
	pub const Ruler: AccountId = RULER;
}

parameter_types! {
	pub static Now: Moment = 0;
	pub static ExistentialDeposit: Fen = 1;
	/// From which block on `LATE` owns a unit in building 1.
	pub static LateFrom: u64 = u64::MAX;
	/// Whether the owners of some buildings can be counted.
	pub static Countable: bool = true;
	pub const Offset: UtcOffset = UtcOffset::PLUS_8;
	pub const FundPalletId: PalletId = PalletId(*b"linlfund");
	pub const ProjectsPalletId: PalletId = PalletId(*b"linlproj");
	pub const FeePot: PotId = OPERATING;
	pub const MaxPots: PotId = 8;
	pub const MaxOpen: u32 = 4;
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

#[frame_support::storage_alias]
type Shares = StorageMap<RepairOfTheMock, frame_support::Twox64Concat, UnitId, (BuildingId, Area, i128)>;

#[frame_support::storage_alias]
type Belonging = StorageValue<RepairOfTheMock, Fen, frame_support::pallet_prelude::ValueQuery>;

/// A repair fund of units with shares in pot 1.
pub struct TestRepair;

impl TestRepair {
	pub fn add(unit: UnitId, building: BuildingId, area: Area, share: Fen) {
		Shares::insert(unit, (building, area, share as i128));
		Belonging::mutate(|sum| *sum += share);
	}

	pub fn share(unit: UnitId) -> i128 {
		Shares::get(unit).unwrap().2
	}

	pub fn belonging() -> Fen {
		Belonging::get()
	}

	fn related(buildings: Option<&[BuildingId]>) -> Vec<(UnitId, (BuildingId, Area, i128))> {
		let mut units: Vec<_> = Shares::iter()
			.filter(|(_, (building, ..))| buildings.is_none_or(|buildings| buildings.contains(building)))
			.collect();
		units.sort();
		units
	}

	fn divide(buildings: Option<&[BuildingId]>, amount: Fen, sign: i128) {
		let units = Self::related(buildings);
		let areas: Vec<_> = units.iter().map(|(_, (_, area, _))| *area).collect();
		for ((unit, (building, area, share)), part) in units.into_iter().zip(largest_remainder(amount, &areas).unwrap())
		{
			Shares::insert(unit, (building, area, share + sign * part as i128));
		}
	}
}

impl RepairShares for TestRepair {
	fn pot() -> PotId {
		REPAIR
	}

	fn related_units(buildings: Option<&[BuildingId]>) -> u32 {
		Self::related(buildings).len() as u32
	}

	fn charge(buildings: Option<Buildings>, amount: Fen, cause: Cause) -> Result<Bearers, DispatchError> {
		assert!(matches!(cause, Cause::Project { .. }));
		let list = buildings.as_ref().map(|list| list.as_slice());
		let sum: i128 = Self::related(list).iter().map(|(_, (_, _, share))| share).sum();
		frame_support::ensure!(sum >= amount as i128, DispatchError::Other("shares too low"));
		Self::divide(list, amount, -1);
		Belonging::mutate(|sum| *sum -= amount);
		let units = Self::related_units(list);
		Ok(Bearers { buildings: buildings.clone(), known: Shares::iter().count() as u32, units })
	}

	fn give_back(bearers: &Bearers, amount: Fen, _: Cause) -> DispatchResult {
		let free = Fund::pot(REPAIR).unwrap().balance - Belonging::get();
		frame_support::ensure!(amount > 0 && amount <= free, DispatchError::Other("not in the pot"));
		Self::divide(bearers.buildings.as_ref().map(|list| list.as_slice()), amount, 1);
		Belonging::mutate(|sum| *sum += amount);
		Ok(())
	}

	fn max_units() -> u32 {
		1_000
	}

	fn weight(units: u32) -> Weight {
		Weight::from_parts(units.into(), 0)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_up(units: u32, amount: Fen) {
		let _ = Shares::clear(u32::MAX, None);
		Belonging::put(0);
		Fund::issue(REPAIR, amount, Cause::Donation).unwrap();
		for unit in 0..units {
			Self::add(unit, 0, 9_000, if unit == 0 { amount } else { 0 });
		}
	}
}

impl PotShares for TestRepair {
	fn earmarked(pot: PotId) -> Fen {
		if pot == REPAIR {
			Belonging::get()
		} else {
			0
		}
	}

	fn on_deposit(_: PotId, _: &Cause, _: Fen) -> DispatchResult {
		Ok(())
	}

	fn on_withdrawal(_: PotId, _: &Cause, _: Fen) -> DispatchResult {
		Ok(())
	}
}

impl pallet_linli_fund::Config for Test {
	type Clock = TestClock;
	type CloseOrigin = EnsureSignedBy<Committee, AccountId>;
	type Currency = Balances;
	type DecisionOrigin = EnsureRoot<AccountId>;
	type FeePot = FeePot;
	type MaxPots = MaxPots;
	type Offset = Offset;
	type PalletId = FundPalletId;
	type Shares = TestRepair;
	type Statements = ();
	type WeightInfo = ();
}

/// Ten owners, five in each building, and one who may come late.
pub struct TestElectorate;

#[cfg(feature = "runtime-benchmarks")]
#[frame_support::storage_alias]
type Added = StorageMap<ElectorateOfTheMock, frame_support::Twox64Concat, AccountId, OwnerId>;

impl TestElectorate {
	fn building(owner: OwnerId) -> BuildingId {
		if owner < 5 {
			1
		} else {
			2
		}
	}
}

impl Electorate<AccountId, u64> for TestElectorate {
	fn owner_of(account: &AccountId) -> Option<OwnerId> {
		#[cfg(feature = "runtime-benchmarks")]
		if let Some(owner) = Added::get(account) {
			return Some(owner);
		}
		match *account {
			SPOUSE => Some(0),
			LATE => Some(10),
			_ => (0..10).find(|number| owner(*number) == *account),
		}
	}

	fn represented_by(account: &AccountId) -> Option<OwnerId> {
		Self::owner_of(account).filter(|_| *account != SPOUSE)
	}

	fn representative(number: OwnerId) -> Option<AccountId> {
		(number < 10).then(|| owner(number))
	}

	fn power_at(number: OwnerId, block: u64, buildings: Option<&[BuildingId]>) -> Power {
		let is_there = match number {
			0..10 => buildings.is_none_or(|list| list.contains(&Self::building(number))),
			10 => block >= LateFrom::get() && buildings.is_none_or(|list| list.contains(&1)),
			_ => true,
		};
		Power { area: 9_000 * u64::from(is_there), heads: is_there.into() }
	}

	fn totals_at(block: u64, buildings: Option<&[BuildingId]>) -> Option<Power> {
		if buildings.is_some() && !Countable::get() {
			return None;
		}
		#[cfg(feature = "runtime-benchmarks")]
		if Added::iter().next().is_some() {
			return Some(Power { area: 9_000, heads: 1 });
		}
		(0..=10).map(|number| Self::power_at(number, block, buildings)).try_fold(Power::ZERO, Power::checked_add)
	}

	fn is_manager_staff(_: &AccountId) -> bool {
		false
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn add_owner(account: &AccountId, _: &[BuildingId]) -> OwnerId {
		let owner = 100 + Added::iter().count() as OwnerId;
		Added::insert(account, owner);
		owner
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn fill_sets(_: &[BuildingId]) {}

	#[cfg(feature = "runtime-benchmarks")]
	fn fill_accounts(_: OwnerId) {}
}

/// The decisions of a test are accounts.
pub struct TestDecision;

impl EnsureOrigin<RuntimeOrigin> for TestDecision {
	type Success = (ProposalId, Option<Buildings>);

	fn try_origin(origin: RuntimeOrigin) -> Result<Self::Success, RuntimeOrigin> {
		match frame_system::ensure_signed(origin.clone()) {
			Ok(ALL) => Ok((7, None)),
			Ok(BUILDING_1) => Ok((8, Some(buildings(&[1])))),
			Ok(BUILDING_2) => Ok((9, Some(buildings(&[2])))),
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		Ok(signed(ALL))
	}
}

/// Weights that say the number of units.
pub struct TestWeights;

impl WeightInfo for TestWeights {
	fn open(n: u32) -> Weight {
		Weight::from_parts(1_000 + u64::from(n), 0)
	}

	fn submit() -> Weight {
		Weight::zero()
	}

	fn inspect() -> Weight {
		Weight::zero()
	}

	fn object() -> Weight {
		Weight::zero()
	}

	fn dispute() -> Weight {
		Weight::zero()
	}

	fn rule(n: u32) -> Weight {
		Weight::from_parts(2_000 + u64::from(n), 0)
	}

	fn pay() -> Weight {
		Weight::zero()
	}

	fn cancel(n: u32) -> Weight {
		Weight::from_parts(3_000 + u64::from(n), 0)
	}

	fn release() -> Weight {
		Weight::zero()
	}

	fn claim_defect() -> Weight {
		Weight::zero()
	}

	fn withdraw_claim() -> Weight {
		Weight::zero()
	}

	fn rule_claim(n: u32) -> Weight {
		Weight::from_parts(4_000 + u64::from(n), 0)
	}
}

impl pallet_linli_projects::Config for Test {
	type CancelOrigin = EnsureSignedBy<Committee, AccountId>;
	type ClaimOrigin = EnsureSignedBy<Committee, AccountId>;
	type Clock = TestClock;
	type Currency = Balances;
	type DecisionOrigin = TestDecision;
	type Electorate = TestElectorate;
	type Ledger = Fund;
	type MaxOpen = MaxOpen;
	type PalletId = ProjectsPalletId;
	type Repair = TestRepair;
	type RulingOrigin = EnsureSignedBy<Ruler, AccountId>;
	type RuntimeHoldReason = RuntimeHoldReason;
	type WeightInfo = TestWeights;
}

pub const CONTRACTOR: AccountId = 20;
pub const INSPECTORS: [AccountId; 3] = [30, 31, 32];
pub const COMMITTEE: AccountId = 40;
pub const RULER: AccountId = 41;
pub const STRANGER: AccountId = 50;
/// Acts for owner 0, and is not the representative.
pub const SPOUSE: AccountId = 60;
/// Owner 10, who buys late.
pub const LATE: AccountId = 61;
/// A decision of the whole community.
pub const ALL: AccountId = 900;
/// Decisions of the owners of one building.
pub const BUILDING_1: AccountId = 901;
pub const BUILDING_2: AccountId = 902;

pub const OPERATING: PotId = 0;
pub const REPAIR: PotId = 1;
pub const INCOME: PotId = 2;
/// What each pot has, in fen.
pub const POT: Fen = 10_000_000;
pub const WINDOW: Moment = 7 * DAY;
pub const WARRANTY: Moment = 730 * DAY;
/// Half past nine on 23 November 2026 in UTC+8.
pub const START: Moment = 1_795_397_400_000;

/// The account of the representative of an owner: 0 to 4 live in building 1, 5 to 9 in building 2.
pub fn owner(number: OwnerId) -> AccountId {
	100 + AccountId::from(number)
}

pub fn buildings(list: &[BuildingId]) -> Buildings {
	list.to_vec().try_into().unwrap()
}

pub fn hash(number: u8) -> ContentHash {
	ContentHash::repeat_byte(number)
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// Terms of milestones of these amounts, due every 30 days, from one pot, for everybody.
pub fn terms(pot: PotId, amounts: &[Fen]) -> Terms<AccountId> {
	let milestone = |(place, amount): (usize, &Fen)| MilestoneTerms {
		amount: *amount,
		deadline: Now::get() + (place as Moment + 1) * 30 * DAY,
		evidence: hash(place as u8),
	};
	Terms {
		scope: hash(9),
		contractor: CONTRACTOR,
		milestones: amounts.iter().enumerate().map(milestone).collect::<Vec<_>>().try_into().unwrap(),
		sources: vec![Source { pot, amount: amounts.iter().sum() }].try_into().unwrap(),
		inspectors: INSPECTORS.to_vec().try_into().unwrap(),
		inspections_needed: 2,
		retention: Fraction::new(5, 100),
		warranty: WARRANTY,
		objection_window: WINDOW,
		objection_share: Fraction::new(20, 100),
		related: None,
	}
}

/// Opens a project as it needs to be opened.
pub fn open(terms: Terms<AccountId>) -> ProjectId {
	let is_of_units = terms.sources.iter().any(|source| source.pot == REPAIR);
	let origin = match terms.related.as_ref().and_then(|list| list.first()) {
		Some(1) if is_of_units => BUILDING_1,
		Some(_) if is_of_units => BUILDING_2,
		_ => ALL,
	};
	let id = crate::NextProject::<Test>::get();
	frame_support::assert_ok!(Projects::open(signed(origin), terms, 100));
	id
}

pub fn submit(project: ProjectId, milestone: MilestoneId) {
	frame_support::assert_ok!(Projects::submit(signed(CONTRACTOR), project, milestone, hash(1)));
}

/// Two inspectors say the same.
pub fn inspect(project: ProjectId, milestone: MilestoneId, accept: bool) {
	for inspector in &INSPECTORS[..2] {
		frame_support::assert_ok!(Projects::inspect(signed(*inspector), project, milestone, accept, hash(2)));
	}
}

/// From a milestone's work to its payment.
pub fn do_and_pay(project: ProjectId, milestone: MilestoneId) {
	submit(project, milestone);
	inspect(project, milestone, true);
	pass(WINDOW);
	frame_support::assert_ok!(Projects::pay(signed(STRANGER), project, milestone));
}

/// From a milestone's work to a dispute.
pub fn do_and_dispute(project: ProjectId, milestone: MilestoneId) {
	submit(project, milestone);
	inspect(project, milestone, false);
	frame_support::assert_ok!(Projects::dispute(signed(CONTRACTOR), project, milestone, hash(3)));
}

pub fn state(project: ProjectId, milestone: MilestoneId) -> MilestoneState<u64> {
	crate::Milestones::<Test>::get(project, milestone).unwrap().state
}

pub fn project(id: ProjectId) -> Project<AccountId> {
	crate::Projects::<Test>::get(id).unwrap()
}

/// What is held for a project.
pub fn held(id: ProjectId) -> Fen {
	Balances::balance_on_hold(&HoldReason::Escrow.into(), &Projects::escrow_account(id))
}

pub fn pot(id: PotId) -> Fen {
	Fund::pot(id).unwrap().balance
}

/// That each pot is what its account has and its ledger says.
pub fn try_ledgers() {
	for (id, pot) in Fund::pots() {
		let last = Fund::entries(id, pot.entry_count - 1, 1).remove(0).1;
		assert_eq!(pot.balance, last.balance);
		assert_eq!(pot.balance, Balances::total_balance(&Fund::pot_account(id)));
	}
}

/// Lets time go by, and a block.
pub fn pass(time: Moment) {
	System::set_block_number(System::block_number() + 1);
	Now::mutate(|now| *now += time);
}

/// What this pallet said since it was last asked.
pub fn events() -> Vec<crate::Event<Test>> {
	let events = System::events();
	System::reset_events();
	events
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::Projects(event) => Some(event),
			_ => None,
		})
		.collect()
}

/// Does something while nobody can receive anything.
pub fn while_nobody_receives<R>(action: impl FnOnce() -> R) -> R {
	ExistentialDeposit::set(1_000_000_000_000);
	let done = action();
	ExistentialDeposit::set(1);
	done
}

/// Builds the community on a Monday morning.
pub struct ExtBuilder;

impl ExtBuilder {
	pub fn build(self) -> sp_io::TestExternalities {
		Now::set(0);
		ExistentialDeposit::set(1);
		LateFrom::set(u64::MAX);
		Countable::set(true);
		let storage = RuntimeGenesisConfig::default().build_storage().unwrap();
		let mut ext = sp_io::TestExternalities::new(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			Now::set(START);
			for pot in [OPERATING, REPAIR, INCOME] {
				Fund::issue(pot, POT, Cause::Donation).unwrap();
			}
			for (unit, (building, area, share)) in [
				(1, 9_803, 900_000),
				(1, 6_011, 600_001),
				(1, 12_007, 1_200_000),
				(2, 8_900, 800_000),
				(2, 8_901, 1),
				(2, 77, 77),
			]
			.into_iter()
			.enumerate()
			{
				TestRepair::add(unit as UnitId, building, area, share);
			}
			System::reset_events();
		});
		ext
	}

	/// Runs a test, and every invariant after it.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			let issuance = Balances::total_issuance();
			test();
			Projects::do_try_state().unwrap();
			try_ledgers();
			assert_eq!(Balances::total_issuance(), issuance);
		});
	}
}
