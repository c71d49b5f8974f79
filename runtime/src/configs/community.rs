// SPDX-License-Identifier: Apache-2.0

//! The community's own pallets. They do not depend on each other; this file connects them through the traits of
//! `primitives`.

use super::{
	assembly::{CommitteeMajority, CommitteeMembers, Decision},
	migrations::unless_paused,
	system::Weights,
};
use crate::{
	weights, AccountId, Balances, Bootstrap, Cashier, Committee, Community, Expenses, Fees, Fund, Meters, Projects,
	Randomness, Registry, Repair, Runtime, RuntimeHoldReason, RuntimeOrigin, Signature, Timestamp,
};
use frame_support::{
	parameter_types,
	traits::{ConstU32, ConstU64, Contains, EitherOf, EitherOfDiverse, EnsureOrigin, MapSuccess},
	weights::Weight,
	PalletId,
};
use linli_primitives::{calendar::DAY, traits::People, Moment, PotId, ProposalId};
use pallet_linli_bootstrap::EnsureBootstrap;
use pallet_linli_governance::{matters, EnsureDecision, EnsureDecisionOfSome};
use pallet_linli_registry::{
	Auditor, Device, EnsureAuditor, EnsureCashier, EnsureManager, EnsureRegistrar, HoldersOf, Manager,
};
use sp_runtime::{morph_types, traits::Verify, Perbill};

/// The receiver of transaction fees: the operating pot, with one ledger entry per block (D3).
pub type TransactionFees = pallet_linli_fund::DealWithFees<Runtime>;

parameter_types! {
	/// The pallet id from which the accounts of pots are derived.
	pub const FundPalletId: PalletId = PalletId(*b"linlifnd");
	/// The pallet id from which the cashier's account is derived.
	pub const CashierPalletId: PalletId = PalletId(*b"linlicsh");
	/// The pallet id from which the accounts that keep units' money are derived.
	pub const FeesPalletId: PalletId = PalletId(*b"linlifee");
	/// The pallet id from which the escrow accounts of projects are derived.
	pub const ProjectsPalletId: PalletId = PalletId(*b"linliprj");
	/// The pot whose money belongs to units: the second, which every law pack opens as the repair pot.
	pub const RepairPot: PotId = 1;
	/// The pot that receives transaction fees: the first, which every law pack opens as the operating pot.
	pub const FeePot: PotId = 0;
	/// The maximum number of pots, more than any community needs. Bounds the weight of listing them.
	pub const MaxPots: PotId = 256;
	/// Billing takes at most a quarter of a block and continues in the next (D13).
	pub BillingBudget: Weight = unless_paused(Perbill::from_percent(25) * Weights::get().max_block);
	/// Automatic settlement of bookings takes at most a tenth of a block.
	pub SettlementBudget: Weight = unless_paused(Perbill::from_percent(10) * Weights::get().max_block);
	/// How long inspectors have to report and the committee has to rule before the owners who decided on a project can
	/// rule instead, in lived time: a month, in which a committee meets at least once.
	pub const ProjectRuling: Moment = 30 * DAY;
	/// How long nobody must have decided on a project's money before the rule does, in lived time: a year, in which the
	/// owners meet at least once.
	pub const ProjectConclusion: Moment = 365 * DAY;
	/// How long a finished booking is kept and can be rated.
	pub const KeepBookings: Moment = 365 * DAY;
	/// How long a proposal on a meter waits for another person.
	pub const MeterProposalTime: Moment = 30 * DAY;
	/// How long an order of the cashier waits for its outcome before the manager may propose it from the statement.
	pub const OutcomeTime: Moment = 30 * DAY;
	/// How long after its end a booking counts as returned: long enough for late fees and for a claim.
	pub const MaxOverdue: Moment = 7 * DAY;
}

impl pallet_linli_community::Config for Runtime {
	type Time = Timestamp;
	type FactsOrigin = Decision<matters::Community>;
	type ChainOrigin = EnsureDecision<Runtime, matters::Runtime>;
	type OnCalendarChange = Fees;
	type Committee = Committee;
	type Bootstrap = Bootstrap;
	type WeightInfo = weights::pallet_linli_community::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

morph_types! {
	/// Maps an officer to their account.
	pub type ByOfficer: Morph = |who: AccountId| -> Option<AccountId> { Some(who) };
	/// Maps the committee to no account: the filter of motions looks at its members.
	pub type ByCommittee: Morph = |_majority: ()| -> Option<AccountId> { None };
}

/// A majority of a committee that has several members. The only member of a committee acts without a vote, which
/// [`super::motions`] cannot look at.
pub struct MajorityOfSeveral;

impl EnsureOrigin<RuntimeOrigin> for MajorityOfSeveral {
	type Success = ();

	fn try_origin(origin: RuntimeOrigin) -> Result<(), RuntimeOrigin> {
		if CommitteeMembers::get().len() < 2 {
			return Err(origin);
		}
		CommitteeMajority::try_origin(origin)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		CommitteeMajority::try_successful_origin()
	}
}

impl pallet_linli_registry::Config for Runtime {
	type RegistrarOrigin = EnsureRegistrar<Runtime>;
	type ConfirmOrigin =
		EitherOf<MapSuccess<EnsureAuditor<Runtime>, ByOfficer>, MapSuccess<MajorityOfSeveral, ByCommittee>>;
	type AuditorOrigin = EnsureAuditor<Runtime>;
	// Never the bootstrap key: the areas bound the votes that two people can register.
	type AreaOrigin = EnsureDecision<Runtime, matters::Register>;
	type DecisionOrigin = Decision<matters::Roles>;
	type Clock = Community;
	type Dues = Fees;
	type Committee = OnCommittee;
	// Where two people may hold all offices between them (D47).
	type FewUnits = ConstU32<20>;
	type ChangeTime = ConstU64<{ 30 * DAY }>;
	// A phase of several buildings is registered in some rounds.
	type MaxChanges = ConstU32<256>;
	type OnSold = (Fees, (Meters, Repair));
	// Joint owners have up to eight accounts (D5), and as many pending invitations.
	type MaxAccounts = ConstU32<8>;
	type MaxOpenTickets = ConstU32<8>;
	type TicketProposalTime = ConstU64<{ 30 * DAY }>;
	type MaxResidents = ConstU32<16>;
	// Few people live in more than two homes.
	type MaxHomes = ConstU32<8>;
	type AcceptanceTime = ConstU64<{ 30 * DAY }>;
	type MaxRoleHolders = ConstU32<64>;
	// The maximum number of buildings with units of one owner: a developer has units in all of them.
	type MaxBuildings = ConstU32<256>;
	type AccountSignature = Signature;
	type AccountPublic = <Signature as Verify>::Signer;
	type WeightInfo = weights::pallet_linli_registry::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

impl pallet_linli_fund::Config for Runtime {
	type Currency = Balances;
	type DecisionOrigin = Decision<matters::Pots>;
	type CloseOrigin = EnsureAuditor<Runtime>;
	type Clock = Community;
	type Community = Community;
	type Statements = Cashier;
	type People = Registry;
	type Shares = Repair;
	type PalletId = FundPalletId;
	type FeePot = FeePot;
	type MaxPots = MaxPots;
	type WeightInfo = weights::pallet_linli_fund::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

impl pallet_linli_repair::Config for Runtime {
	type Currency = Balances;
	type Ledger = Fund;
	type Register = Registry;
	type DecisionOrigin = Decision<matters::RepairFund>;
	type Clock = Community;
	type RepairPot = RepairPot;
	// This many shares are written in less than half a block.
	type MaxUnits = ConstU32<10_000>;
	type WeightInfo = weights::pallet_linli_repair::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

morph_types! {
	/// Maps a decision to its proposal.
	pub type ByDecision: Morph = |proposal: ProposalId| -> Option<ProposalId> { Some(proposal) };
	/// Maps the bootstrap key, in place of a decision, to no proposal.
	pub type ByKey: Morph = |_key: ()| -> Option<ProposalId> { None };
}

/// The accounts that nobody signs for: those of pots, the escrows of projects, the cashier's for money in transit, and
/// those that keep units' money. Only the pallets that own them move money there.
pub struct CommunityAccounts;

impl Contains<AccountId> for CommunityAccounts {
	fn contains(account: &AccountId) -> bool {
		Fund::is_pot_account(account)
			|| Cashier::is_transit_account(account)
			|| Projects::is_escrow_account(account)
			|| Fees::is_unit_account(account)
	}
}

impl pallet_linli_expenses::Config for Runtime {
	type CommunityAccounts = CommunityAccounts;
	type Ledger = Fund;
	type Bank = Cashier;
	type Repair = Repair;
	type Months = Fund;
	type Clock = Community;
	type Community = Community;
	type BudgetOrigin = EitherOf<
		MapSuccess<EnsureDecision<Runtime, matters::Spending>, ByDecision>,
		MapSuccess<EnsureBootstrap<Runtime>, ByKey>,
	>;
	type RulesOrigin = Decision<matters::Spending>;
	type ManagerOrigin = EnsureManager<Runtime>;
	type CommitteeOrigin = CommitteeMajority;
	type AuditorOrigin = EnsureAuditor<Runtime>;
	type People = Registry;
	// The bootstrap key cannot stand in for the owners where their money is spent. The owners who bear the cost decide:
	// the pallet compares the electorate.
	type AssemblyOrigin = EnsureDecisionOfSome<Runtime, matters::Spending>;
	type CashierOrigin = EnsureCashier<Runtime>;
	type Committee = OnCommittee;
	type Auditors = HoldersOf<Runtime, Auditor>;
	type MaxLines = ConstU32<64>;
	// A quarter is more than one manager processes at a time.
	type MaxOpen = ConstU32<256>;
	type ApprovalTime = ConstU64<{ 90 * DAY }>;
	type WeightInfo = weights::pallet_linli_expenses::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

/// The people on the committee, by whichever of their accounts.
pub struct OnCommittee;

impl Contains<AccountId> for OnCommittee {
	fn contains(who: &AccountId) -> bool {
		let seats = pallet_linli_committee::Seats::<Runtime>::get();
		// Also where too few are left to act: each of them still is one.
		Committee::seat_count() > 0 && seats.iter().any(|member| Registry::same_person(&member.account, who))
	}
}

impl pallet_linli_projects::Config for Runtime {
	type CommunityAccounts = CommunityAccounts;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Currency = Balances;
	type Ledger = Fund;
	type Repair = Repair;
	type Electorate = Registry;
	type People = Registry;
	type Clock = Community;
	// The owners who bear the cost decide: the pallet compares the electorate.
	type DecisionOrigin = EnsureDecisionOfSome<Runtime, matters::Spending>;
	type CancelOrigin = CommitteeMajority;
	type RulingOrigin = CommitteeMajority;
	type ClaimOrigin = CommitteeMajority;
	type PalletId = ProjectsPalletId;
	// For each electorate: more than any lets be built at a time.
	type MaxUnfinished = ConstU32<32>;
	type RulingPeriod = ProjectRuling;
	type ConclusionPeriod = ProjectConclusion;
	type WeightInfo = weights::pallet_linli_projects::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

impl pallet_linli_deposits::Config for Runtime {
	type RuntimeHoldReason = RuntimeHoldReason;
	type Currency = Balances;
	type Ledger = Fund;
	type Register = Registry;
	type People = Registry;
	type Clock = Community;
	type DecisionOrigin = Decision<matters::Pots>;
	type ManagerOrigin = EnsureManager<Runtime>;
	type RulingOrigin = EnsureAuditor<Runtime>;
	type LateRulingOrigin = CommitteeMajority;
	type InspectionTime = ConstU64<{ 7 * DAY }>;
	type AnswerTime = ConstU64<{ 14 * DAY }>;
	type RulingTime = ConstU64<{ 30 * DAY }>;
	type MaxOpen = ConstU32<8>;
	type WeightInfo = weights::pallet_linli_deposits::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

impl pallet_insecure_randomness_collective_flip::Config for Runtime {}

impl pallet_linli_sharing::Config for Runtime {
	type RuntimeHoldReason = RuntimeHoldReason;
	type Currency = Balances;
	type Ledger = Fund;
	type Members = Registry;
	type People = Registry;
	type Register = Registry;
	// The best source available under Aura; the pallet's documentation states its limits.
	type Randomness = Randomness;
	type Clock = Community;
	type Community = Community;
	type CommunityOrigin = EitherOfDiverse<EnsureManager<Runtime>, CommitteeMajority>;
	type DecisionOrigin = Decision<matters::Pots>;
	type AppealOrigin = CommitteeMajority;
	type Devices = HoldersOf<Runtime, Device>;
	type Office = (HoldersOf<Runtime, Manager>, OnCommittee);
	// More than a household shares.
	type MaxResources = ConstU32<32>;
	// Enough for every parking space of a large community.
	type MaxCommonResources = ConstU32<4_096>;
	// Two series of maximum length; `may_use` reads all of them.
	type MaxOpenBookings = ConstU32<128>;
	type KeepFor = KeepBookings;
	type MaxOverdue = MaxOverdue;
	type SettlementBudget = SettlementBudget;
	type WeightInfo = weights::pallet_linli_sharing::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

impl pallet_linli_cashier::Config for Runtime {
	type CommunityAccounts = CommunityAccounts;
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Ledger = Fund;
	type CashierOrigin = EnsureCashier<Runtime>;
	type AuditorOrigin = EnsureAuditor<Runtime>;
	type ManagerOrigin = EnsureManager<Runtime>;
	type People = Registry;
	type Units = Fees;
	type Outcomes = Expenses;
	type Repair = Repair;
	type DecisionOrigin = Decision<matters::Transfers>;
	type BanksOrigin = Decision<matters::Pots>;
	type Clock = Community;
	type Community = Community;
	type PalletId = CashierPalletId;
	type OutcomeTime = OutcomeTime;
	type MaxOpenPayouts = ConstU32<8>;
	type WeightInfo = weights::pallet_linli_cashier::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

impl pallet_linli_fees::Config for Runtime {
	type RuntimeHoldReason = RuntimeHoldReason;
	type Currency = Balances;
	type Ledger = Fund;
	type Register = Registry;
	type Clock = Community;
	type Community = Community;
	type ChargesOrigin = Decision<matters::Charges>;
	type RulesOrigin = Decision<matters::FeeRules>;
	type ManagerOrigin = EnsureManager<Runtime>;
	type WaiverOrigin = EnsureAuditor<Runtime>;
	type RulingOrigin = EnsureAuditor<Runtime>;
	// If the auditor is silent: the committee, or the owners who elected it.
	type LateRulingOrigin = EitherOfDiverse<CommitteeMajority, Decision<matters::FeeRules>>;
	type People = Registry;
	type Meters = crate::Meters;
	type ReadingTime = ConstU64<{ 5 * DAY }>;
	type InvoiceOrigin = EitherOf<EnsureCashier<Runtime>, EnsureManager<Runtime>>;
	type Claims = Cashier;
	type ValueDates = Cashier;
	type PalletId = FeesPalletId;
	type BillingBudget = BillingBudget;
	type MaxCharges = ConstU32<64>;
	type MaxRates = ConstU32<64>;
	type MaxBillsPerPayment = ConstU32<64>;
	type MaxPayersPerUnit = ConstU32<4>;
	type MaxPartsPerBill = ConstU32<16>;
	// D48.
	type CorrectionMonths = ConstU32<24>;
	type RulingTime = ConstU64<{ 30 * DAY }>;
	type ProposalTime = ConstU64<{ 30 * DAY }>;
	type MaxProposals = ConstU32<32>;
	type WeightInfo = weights::pallet_linli_fees::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

impl pallet_linli_meters::Config for Runtime {
	type Register = Registry;
	type People = Registry;
	type Devices = HoldersOf<Runtime, Device>;
	type ManagerOrigin = EnsureManager<Runtime>;
	type ConfirmOrigin = EnsureAuditor<Runtime>;
	type Clock = Community;
	type Community = Community;
	type Bills = Fees;
	type ProposalTime = MeterProposalTime;
	// A round of replacements in a large building, a month's readings in doubt.
	type MaxProposals = ConstU32<256>;
	// Four accounts of the office, or a new office beside the proposals of the one before.
	type MaxProposalsPerProposer = ConstU32<64>;
	// Hot and cold water in kitchen and bath, electricity, gas, heat, each with some that were removed.
	type MaxUnitMeters = ConstU32<16>;
	// Bounds what is read at once for a shared charge. Larger communities have a main meter for each building.
	type MaxSubMeters = ConstU32<1_000>;
	type WeightInfo = weights::pallet_linli_meters::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}
