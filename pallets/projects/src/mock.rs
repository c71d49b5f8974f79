// SPDX-License-Identifier: Apache-2.0

//! A community of two buildings with ten owners, the real fund pallet, and a repair fund of six units.

use crate::{self as pallet_linli_projects, types::*, HoldReason, WeightInfo};
use frame_support::{
	parameter_types,
	traits::{fungible::InspectHold, Contains, EnsureOrigin},
	PalletId,
};
use linli_primitives::{
	calendar::DAY,
	traits::{Electorate, FundLedger, People},
	Buildings, Cause, Fen, Fraction, MilestoneId, Moment, PotId, ProjectId, ProposalId, UnitKind,
};
pub use linli_testing::{owner_account as owner, *};

frame_support::construct_runtime!(
	pub struct Test {
		System: frame_system,
		Balances: pallet_balances,
		Fund: pallet_linli_fund,
		Projects: pallet_linli_projects,
	}
);

linli_testing::impl_balances!(Test);
linli_testing::impl_fund!(Test, TestRepair);

parameter_types! {
	pub const ProjectsPalletId: PalletId = PalletId(*b"linlproj");
	pub const MaxUnfinished: u32 = 4;
	pub const RulingPeriod: Moment = RULING_PERIOD;
	pub const ConclusionPeriod: Moment = CONCLUSION_PERIOD;
}

linli_testing::settings! {
	/// Pairs of accounts of people who share a home.
	pub static Households: Vec<(AccountId, AccountId)> = Vec::new();
}

/// The people of the register, and the households that a test names.
pub struct Persons;

impl People<AccountId> for Persons {
	fn same_person(a: &AccountId, b: &AccountId) -> bool {
		let owner = |account: &AccountId| <Register as Electorate<AccountId, u64>>::owner_of(account);
		a == b || owner(a).is_some_and(|first| owner(b) == Some(first))
	}

	fn related(a: &AccountId, b: &AccountId) -> bool {
		let households = Households::get();
		Self::same_person(a, b) || households.contains(&(*a, *b)) || households.contains(&(*b, *a))
	}
}

/// The units' shares in the repair pot.
pub type TestRepair = UnitShares<Balances, Fund>;
pub type Register = linli_testing::Register<Test>;

/// Stands for decisions: each is an account.
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

linli_testing::weights! {
	/// Weights that show the number of units.
	pub struct TestWeights: WeightInfo;
	open(n) = 1_000 + n; submit() = 0; inspect() = 0; object() = 0; dispute() = 0; rule(n) = 2_000 + n; pay() = 0;
	cancel(n) = 3_000 + n; release() = 0; claim_defect() = 0; withdraw_claim() = 0; rule_claim(n) = 4_000 + n;
	vary() = 0; conclude(n) = 5_000 + n;
}

/// The cashier's account for money in transit.
pub const TRANSIT: AccountId = 60;

/// The accounts of pots and escrows, and the transit account.
pub struct CommunityAccounts;

impl Contains<AccountId> for CommunityAccounts {
	fn contains(account: &AccountId) -> bool {
		Fund::is_pot(account) || Projects::is_escrow_account(account) || *account == TRANSIT
	}
}

impl pallet_linli_projects::Config for Test {
	type CancelOrigin = SignedBy<COMMITTEE>;
	type ClaimOrigin = SignedBy<COMMITTEE>;
	type Clock = Now;
	type CommunityAccounts = CommunityAccounts;
	type ConclusionPeriod = ConclusionPeriod;
	type Currency = Balances;
	type DecisionOrigin = TestDecision;
	type Electorate = Register;
	type Ledger = Fund;
	type MaxUnfinished = MaxUnfinished;
	type PalletId = ProjectsPalletId;
	type People = Persons;
	type Repair = TestRepair;
	type RulingOrigin = SignedBy<RULER>;
	type RulingPeriod = RulingPeriod;
	type RuntimeHoldReason = RuntimeHoldReason;
	type WeightInfo = TestWeights;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

/// Sets up state outside the pallet for the benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<AccountId> for Helper {
	fn set_time(now: linli_primitives::Moment) {
		Now::set(now);
	}

	fn ensure_pot(pot: linli_primitives::PotId) -> sp_runtime::DispatchResult {
		Fund::ensure_pot(pot)
	}

	fn fill_repair_pot(units: u32, amount: Fen) {
		TestRepair::set_up(units, amount);
	}

	fn add_owner(account: &AccountId, buildings: &[linli_primitives::BuildingId]) -> linli_primitives::OwnerId {
		Register::add_owner(account, buildings)
	}

	fn fill_sets(_: &[linli_primitives::BuildingId]) {}
}

pub const CONTRACTOR: AccountId = 20;
pub const INSPECTORS: [AccountId; 3] = [30, 31, 32];
pub const COMMITTEE: AccountId = 40;
pub const RULER: AccountId = 41;
pub const STRANGER: AccountId = 50;
/// Acts for owner 0 without being the representative.
pub const SPOUSE: AccountId = second_account(0);
/// Owner 10, who buys a unit later.
pub const LATE: AccountId = owner_account(10);
/// A decision of the whole community.
pub const ALL: AccountId = 900;
/// Decisions of the owners of one building.
pub const BUILDING_1: AccountId = 901;
pub const BUILDING_2: AccountId = 902;

/// Initial balance of each pot, in fen.
pub const POT: Fen = 10_000_000;
pub const WINDOW: Moment = 7 * DAY;
pub const WARRANTY: Moment = 730 * DAY;
pub const RULING_PERIOD: Moment = 30 * DAY;
pub const CONCLUSION_PERIOD: Moment = 365 * DAY;

/// Terms with milestones of these amounts, due every 30 days, funded by one pot, for the whole community.
pub fn terms(pot: PotId, amounts: &[Fen]) -> ProjectTerms<AccountId> {
	let milestone = |(place, amount): (usize, &Fen)| MilestoneTerms {
		amount: *amount,
		deadline: Now::get() + (place as Moment + 1) * 30 * DAY,
		evidence: hash(place as u8),
	};
	ProjectTerms {
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

/// Opens a project by a decision of the electorate that it requires.
pub fn open(terms: ProjectTerms<AccountId>) -> ProjectId {
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
	let version = version(project);
	frame_support::assert_ok!(Projects::submit(signed(CONTRACTOR), project, milestone, hash(1), version));
}

/// Two inspectors make the same report.
pub fn inspect(project: ProjectId, milestone: MilestoneId, accept: bool) {
	for inspector in &INSPECTORS[..2] {
		frame_support::assert_ok!(Projects::inspect(signed(*inspector), project, milestone, accept, hash(2)));
	}
}

/// Takes a milestone from its submission to its payment.
pub fn do_and_pay(project: ProjectId, milestone: MilestoneId) {
	submit(project, milestone);
	inspect(project, milestone, true);
	pass(WINDOW);
	frame_support::assert_ok!(Projects::pay(signed(STRANGER), project, milestone));
}

/// Takes a milestone from its submission to a dispute.
pub fn do_and_dispute(project: ProjectId, milestone: MilestoneId) {
	submit(project, milestone);
	inspect(project, milestone, false);
	frame_support::assert_ok!(Projects::dispute(signed(CONTRACTOR), project, milestone, hash(3), version(project)));
}

pub fn state(project: ProjectId, milestone: MilestoneId) -> MilestoneState<u64> {
	crate::Milestones::<Test>::get(project, milestone).unwrap().state
}

pub fn project(id: ProjectId) -> Project<AccountId> {
	crate::Projects::<Test>::get(id).unwrap()
}

/// The version of a project's terms.
pub fn version(id: ProjectId) -> u32 {
	crate::Projects::<Test>::get(id).map_or(0, |project| project.version)
}

/// The ids of the open projects, in order.
pub fn open_projects() -> Vec<ProjectId> {
	let mut open: Vec<_> = crate::OpenProjects::<Test>::iter_keys().collect();
	open.sort_unstable();
	open
}

/// The balance held for a project.
pub fn held(id: ProjectId) -> Fen {
	Balances::balance_on_hold(&HoldReason::Escrow.into(), &Projects::escrow_account(id))
}

pub fn pot(id: PotId) -> Fen {
	Fund::pot(id).unwrap().balance
}

/// Does `action` while the pots can receive, and the contractor cannot.
pub fn while_only_pots_receive<R>(action: impl FnOnce() -> R) -> R {
	ExistentialDeposit::set(POT / 2);
	let done = action();
	ExistentialDeposit::set(1);
	done
}

/// Advances the time, and the block number by one.
pub fn pass(time: Moment) {
	System::set_block_number(System::block_number() + 1);
	linli_testing::pass(time);
}

/// Takes the events of this pallet since the last call.
pub fn events() -> Vec<crate::Event<Test>> {
	take_events::<Test, _>()
}

/// Builds the community on a Monday morning: owners 0 to 4 live in building 1, 5 to 9 in building 2.
pub struct ExtBuilder;

impl BuildExt for ExtBuilder {
	type Genesis = RuntimeGenesisConfig;
	type Runtime = Test;

	fn genesis(self) -> RuntimeGenesisConfig {
		for owner in 0..10 {
			Register::add(if owner < 5 { 1 } else { 2 }, UnitKind::Residential, 9_000, owner);
		}
		Default::default()
	}

	fn set_up() {
		for pot in [OPERATING, REPAIR, INCOME] {
			Fund::issue(pot, POT, Cause::Donation).unwrap();
		}
		TestRepair::add(0, 1, 9_803, 900_000);
		TestRepair::add(1, 1, 6_011, 600_001);
		TestRepair::add(2, 1, 12_007, 1_200_000);
		TestRepair::add(3, 2, 8_900, 800_000);
		TestRepair::add(4, 2, 8_901, 1);
		TestRepair::add(5, 2, 77, 77);
	}

	/// Checks the invariants of projects and pots, and that the total issuance is unchanged.
	fn check() {
		Projects::do_try_state().unwrap();
		check_pots();
		assert!(TestRepair::causes().iter().all(|cause| matches!(cause, Cause::Project { .. })));
		assert_eq!(Balances::total_issuance(), 3 * POT);
	}
}

/// The community without owners: benchmarks add their own.
#[cfg(feature = "runtime-benchmarks")]
pub fn benchmark_externalities() -> sp_io::TestExternalities {
	let mut externalities = ExtBuilder.build();
	externalities.execute_with(|| Register::begin_with(Vec::new()));
	externalities
}
