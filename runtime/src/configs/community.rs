// SPDX-License-Identifier: Apache-2.0

//! The community's own pallets, and how they meet: no pallet knows another, this file ties their seams.

use super::{
	assembly::{BootstrapKey, CommitteeMajority, Decision},
	system::{BlockClock, Weights},
};
use crate::{
	weights, AccountId, Balances, Cashier, Committee, Community, Fees, Fund, Randomness, Registry, Repair, Runtime,
	RuntimeHoldReason,
};
use frame_support::{
	parameter_types,
	traits::{ConstU32, Contains, EitherOf, EitherOfDiverse, MapSuccess},
	weights::Weight,
	PalletId,
};
use frame_system::EnsureRoot;
use linli_primitives::{calendar::DAY, Moment, PotId, ProposalId};
use pallet_linli_governance::{matters, EnsureDecision, EnsureDecisionOfSome};
use pallet_linli_registry::{
	Auditor, Device, EnsureAuditor, EnsureCashier, EnsureDevice, EnsureManager, EnsureRegistrar, HoldersOf, Manager,
};
use sp_runtime::{morph_types, Perbill};

/// Where transaction fees go: the operating pot, as one ledger entry a block (D3).
pub type TransactionFees = pallet_linli_fund::DealWithFees<Runtime>;

parameter_types! {
	/// From which pots' accounts derive.
	pub const FundPalletId: PalletId = PalletId(*b"linlifnd");
	/// From which the cashier's own account derives.
	pub const CashierPalletId: PalletId = PalletId(*b"linlicsh");
	/// From which the escrow accounts of projects derive.
	pub const ProjectsPalletId: PalletId = PalletId(*b"linliprj");
	/// The pot whose money belongs to units: the second, which every law pack opens as the repair pot.
	pub const RepairPot: PotId = 1;
	/// The pot that takes transaction fees: the first, which every law pack opens as the operating pot.
	pub const FeePot: PotId = 0;
	/// More pots than any community keeps apart; a bound on what a list of all of them costs.
	pub const MaxPots: PotId = 256;
	/// Billing takes a quarter of a block at most and goes on in the next (D13).
	pub BillingBudget: Weight = Perbill::from_percent(25) * Weights::get().max_block;
	/// Bookings that settle by themselves take a tenth of a block at most.
	pub SettlementBudget: Weight = Perbill::from_percent(10) * Weights::get().max_block;
	/// A finished booking can be rated, and is shown, for a year.
	pub const KeepBookings: Moment = 365 * DAY;
	/// Whatever nobody returned for a week counts as returned: long enough to be overdue, and to claim what is missing.
	pub const MaxOverdue: Moment = 7 * DAY;
}

impl pallet_linli_community::Config for Runtime {
	type Clock = BlockClock;
	type FactsOrigin = Decision<matters::Community>;
	type ChainOrigin = EnsureDecision<Runtime, matters::Runtime>;
	type OnCalendarChange = Fees;
	type Committee = Committee;
	type Bootstrap = BootstrapKey;
	type WeightInfo = weights::pallet_linli_community::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::CommitteeHelper;
}

impl pallet_linli_registry::Config for Runtime {
	type RegistrarOrigin = EnsureRegistrar<Runtime>;
	type DecisionOrigin = Decision<matters::Roles>;
	type Clock = BlockClock;
	type Dues = Fees;
	// Joint owners have up to eight accounts (D5), and as many may be invited at once.
	type MaxAccounts = ConstU32<8>;
	type MaxOpenTickets = ConstU32<8>;
	type MaxResidents = ConstU32<16>;
	// Few live in more places than two.
	type MaxHomes = ConstU32<8>;
	type MaxRoleHolders = ConstU32<64>;
	// One owner's units may stand in so many buildings: a developer's stand in all of them.
	type MaxBuildings = ConstU32<256>;
	type WeightInfo = weights::pallet_linli_registry::WeightInfo<Runtime>;
}

impl pallet_linli_fund::Config for Runtime {
	type Currency = Balances;
	type DecisionOrigin = Decision<matters::Pots>;
	type CloseOrigin = EnsureAuditor<Runtime>;
	type Clock = BlockClock;
	type Community = Community;
	type Statements = Cashier;
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
	type Clock = BlockClock;
	type RepairPot = RepairPot;
	// So many shares are written in under half a block.
	type MaxUnits = ConstU32<10_000>;
	type WeightInfo = weights::pallet_linli_repair::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

morph_types! {
	/// The proposal of a decision.
	pub type ByDecision: Morph = |proposal: ProposalId| -> Option<ProposalId> { Some(proposal) };
	/// No proposal: the bootstrap key in a decision's place.
	pub type ByKey: Morph = |_root: ()| -> Option<ProposalId> { None };
}

impl pallet_linli_expenses::Config for Runtime {
	type Ledger = Fund;
	type Bank = Cashier;
	type Repair = Repair;
	type Months = Fund;
	type Clock = BlockClock;
	type Community = Community;
	type BudgetOrigin = EitherOf<
		MapSuccess<EnsureRoot<AccountId>, ByKey>,
		MapSuccess<EnsureDecision<Runtime, matters::Spending>, ByDecision>,
	>;
	type RulesOrigin = Decision<matters::Spending>;
	type ManagerOrigin = EnsureManager<Runtime>;
	type CommitteeOrigin = CommitteeMajority;
	type AuditorOrigin = EnsureAuditor<Runtime>;
	// No key stands in for the owners where their money is spent.
	type AssemblyOrigin = EnsureDecision<Runtime, matters::Spending>;
	type CashierOrigin = EnsureCashier<Runtime>;
	type Committee = OnCommittee;
	type Auditors = HoldersOf<Runtime, Auditor>;
	type MaxLines = ConstU32<64>;
	// More than a property office has on its desk.
	type MaxOpen = ConstU32<256>;
	type WeightInfo = weights::pallet_linli_expenses::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

/// Who sits on the committee.
pub struct OnCommittee;

impl Contains<AccountId> for OnCommittee {
	fn contains(who: &AccountId) -> bool {
		Committee::seat_of(who).is_some()
	}
}

impl pallet_linli_projects::Config for Runtime {
	type RuntimeHoldReason = RuntimeHoldReason;
	type Currency = Balances;
	type Ledger = Fund;
	type Repair = Repair;
	type Electorate = Registry;
	type Clock = BlockClock;
	// Those on whom the cost falls decide: the pallet compares.
	type DecisionOrigin = EnsureDecisionOfSome<Runtime, matters::Spending>;
	type CancelOrigin = CommitteeMajority;
	type RulingOrigin = CommitteeMajority;
	type ClaimOrigin = CommitteeMajority;
	type PalletId = ProjectsPalletId;
	type MaxOpen = ConstU32<32>;
	type WeightInfo = weights::pallet_linli_projects::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

impl pallet_insecure_randomness_collective_flip::Config for Runtime {}

impl pallet_linli_sharing::Config for Runtime {
	type RuntimeHoldReason = RuntimeHoldReason;
	type Currency = Balances;
	type Ledger = Fund;
	type Members = Registry;
	// Nothing better is to be had under Aura; the pallet's documentation says what it is good for.
	type Randomness = Randomness;
	type Clock = BlockClock;
	type Community = Community;
	type CommunityOrigin = EitherOfDiverse<EnsureManager<Runtime>, CommitteeMajority>;
	type DecisionOrigin = Decision<matters::Pots>;
	type AppealOrigin = CommitteeMajority;
	type Devices = HoldersOf<Runtime, Device>;
	type Office = (HoldersOf<Runtime, Manager>, OnCommittee);
	// More than a household has to share.
	type MaxResources = ConstU32<32>;
	// Every parking space of a large community.
	type MaxCommonResources = ConstU32<4_096>;
	// Two series of the longest; a device's question reads them all.
	type MaxOpenBookings = ConstU32<128>;
	type KeepFor = KeepBookings;
	type MaxOverdue = MaxOverdue;
	type SettlementBudget = SettlementBudget;
	type WeightInfo = weights::pallet_linli_sharing::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

impl pallet_linli_cashier::Config for Runtime {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Ledger = Fund;
	type CashierOrigin = EnsureCashier<Runtime>;
	type AuditorOrigin = EnsureAuditor<Runtime>;
	type DecisionOrigin = Decision<matters::Transfers>;
	type Clock = BlockClock;
	type Community = Community;
	type PalletId = CashierPalletId;
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
	type Clock = BlockClock;
	type Community = Community;
	type ChargesOrigin = Decision<matters::Charges>;
	type RulesOrigin = Decision<matters::FeeRules>;
	type ManagerOrigin = EnsureManager<Runtime>;
	type WaiverOrigin = EnsureAuditor<Runtime>;
	type RulingOrigin = EnsureAuditor<Runtime>;
	type ReadingOrigin = EitherOf<EnsureDevice<Runtime>, EnsureManager<Runtime>>;
	type BillingBudget = BillingBudget;
	type MaxCharges = ConstU32<64>;
	type MaxRates = ConstU32<64>;
	type MaxBillsPerPayment = ConstU32<64>;
	type MaxPayersPerUnit = ConstU32<4>;
	type WeightInfo = weights::pallet_linli_fees::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}
