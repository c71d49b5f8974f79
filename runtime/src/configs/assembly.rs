// SPDX-License-Identifier: Apache-2.0

//! The assembly, its committee, and the bootstrap key that precedes them.

use super::{
	concerns::ConcernedByCalls,
	matters::MattersOfCalls,
	system::{Weights, SLOT},
};
use crate::{
	weights, AccountId, BlockNumber, Bootstrap, Committee, CommitteeMotions, Community, Fees, Governance, Hash,
	Preimage, Registry, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin, Scheduler,
};
use alloc::vec::Vec;
use frame_support::{
	parameter_types,
	traits::{ConstU32, Contains, EitherOf, EitherOfDiverse, EnsureOrigin},
	weights::Weight,
};
use frame_system::EnsureNever;
use linli_primitives::{
	calendar::DAY,
	traits::{OwnerEligibility, SittingCommittee, UnitDues},
	Moment, OwnerId,
};
use pallet_collective::{EnsureMembers, PrimeDefaultVote};
use pallet_linli_bootstrap::EnsureBootstrap;
use pallet_linli_committee::{DropMotion, EnsureCommittee, EnsureMember, MotionPlace};
use pallet_linli_governance::{matters, EnsureDecision};
use pallet_linli_registry::{EnsureAuditor, EnsureRegistrar, OwnerUnits};
use sp_runtime::Perbill;

/// The origin of a call that needs a decision on matter `M`: such a decision or, until the hand-over, the bootstrap key
/// (D45). Benchmarks take the first, which reads more.
pub type Decision<M> = EitherOfDiverse<EnsureDecision<Runtime, M>, EnsureBootstrap<Runtime>>;

/// The bootstrap key, until the first committee has been elected: after that, only the owners decide who makes blocks,
/// so that nobody who loses the key's powers by vote can take the chain before. Until then the validators' pallet lets
/// it add and readmit them, remove only what it mistyped, and announce a revival of finality.
pub struct BootstrapUntilElected;

impl EnsureOrigin<RuntimeOrigin> for BootstrapUntilElected {
	type Success = ();

	fn try_origin(origin: RuntimeOrigin) -> Result<(), RuntimeOrigin> {
		if Committee::has_sat() {
			return Err(origin);
		}
		EnsureBootstrap::<Runtime>::try_origin(origin)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		EnsureBootstrap::<Runtime>::try_successful_origin()
	}
}

/// The maximum number of open motions of the committee.
pub type MaxMotions = ConstU32<32>;

/// The committee's collective.
pub type CommitteeCollective = pallet_collective::Instance1;

/// The committee: more than half of all its seats, within its term, with at least the minimum of members.
pub type CommitteeMajority = EnsureCommittee<Runtime>;

parameter_types! {
	/// The members of the committee's collective.
	pub CommitteeMembers: Vec<AccountId> = pallet_collective::Members::<Runtime, CommitteeCollective>::get();
	/// The motions that are open in it.
	pub OpenMotions: Vec<Hash> = pallet_collective::Proposals::<Runtime, CommitteeCollective>::get().into_inner();
	/// A motion of the committee is open for a week of blocks.
	pub const MotionDuration: BlockNumber = (7 * DAY / SLOT) as BlockNumber;
	/// A motion's call takes at most half of a block.
	pub MaxMotionWeight: Weight = Perbill::from_percent(50) * Weights::get().max_block;
	/// Long enough to remedy the cause of a failed enactment, and no longer than the period for going to court (SPC
	/// 12).
	pub const EnactmentPeriod: Moment = 365 * DAY;
	/// Long enough to go to court against the decision itself, and less than the time in which it can be enacted.
	pub const Postponement: Moment = 90 * DAY;
	/// As long as a ticket can be claimed, and longer than an owner takes to notice that an account was hijacked.
	pub const RecentChanges: Moment = 90 * DAY;
	/// Long enough for owners to look at the code of an upgrade before anybody can apply it.
	pub const UpgradeNotice: Moment = 7 * DAY;
	/// Long enough to gather the code and somebody who submits it, and no longer: what everybody looked at should not
	/// be applied when nobody remembers it.
	pub const UpgradeLifetime: Moment = 30 * DAY;
	/// The minimum time between two blocks.
	pub const BlockTime: Moment = SLOT;
}

/// The calls that recall members of the committee, one or several in a batch: petitions for these have the room of
/// elections.
pub struct Recalls;

impl Contains<RuntimeCall> for Recalls {
	fn contains(call: &RuntimeCall) -> bool {
		use pallet_utility::Call::{batch, batch_all, force_batch};
		match call {
			RuntimeCall::Utility(batch { calls } | batch_all { calls } | force_batch { calls }) => {
				!calls.is_empty() && calls.iter().all(is_recall)
			}
			_ => is_recall(call),
		}
	}
}

fn is_recall(call: &RuntimeCall) -> bool {
	matches!(call, RuntimeCall::Committee(pallet_linli_committee::Call::recall { .. }))
}

impl pallet_linli_governance::Config for Runtime {
	type Electorate = Registry;
	type Eligibility = DuesPaid;
	type Clock = Community;
	type CommitteeOrigin = CommitteeMajority;
	type People = Registry;
	type Concerns = ConcernedByCalls;
	type Matters = MattersOfCalls;
	type RegistrarOrigin = EnsureRegistrar<Runtime>;
	type WitnessOrigin = EitherOf<EnsureAuditor<Runtime>, EnsureMember<Runtime>>;
	type AnnulOrigin = EnsureAuditor<Runtime>;
	type Committee = Committee;
	type Preimages = Preimage;
	type Scheduler = Scheduler;
	type BlockTime = BlockTime;
	// Four for each owner, divided by 1/20, the smallest share of a law pack, and some more.
	type MaxOpen = ConstU32<96>;
	type MaxSupports = ConstU32<4>;
	type MinSupporters = ConstU32<3>;
	type Recalls = Recalls;
	type MaxPetitions = ConstU32<2>;
	type MaxChallenges = ConstU32<1_000>;
	// One other owner, in communities of any size. Where places are short, more are needed.
	type MinSeconders = ConstU32<1>;
	type EnactmentPeriod = EnactmentPeriod;
	type Postponement = Postponement;
	type RecentChanges = RecentChanges;
	type WeightInfo = weights::pallet_linli_governance::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

/// Drops open motions of the committee's collective.
pub struct DropMotions;

impl DropMotion<Hash> for DropMotions {
	fn drop_motion(motion: Hash) {
		CommitteeMotions::do_disapprove_proposal(motion);
	}
}

impl pallet_linli_committee::Config for Runtime {
	type Electorate = Registry;
	type Clock = Community;
	// Not the bootstrap key: only the owners recall members whom they elected.
	type RecallOrigin = EnsureDecision<Runtime, matters::Committee>;
	type MotionOrigin = EnsureMembers<AccountId, CommitteeCollective, 1>;
	type Elections = Governance;
	type Collective = CommitteeMotions;
	type CollectiveMembers = CommitteeMembers;
	type OpenMotions = OpenMotions;
	type DropMotion = DropMotions;
	type MaxMotions = MaxMotions;
	type Scheduler = Scheduler;
	type BlockTime = BlockTime;
	// Its upgrades end when the owners can decide on theirs.
	type OnFirstCommittee = Bootstrap;
	type WeightInfo = weights::pallet_linli_committee::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

impl pallet_collective::Config<CommitteeCollective> for Runtime {
	type RuntimeOrigin = RuntimeOrigin;
	type Proposal = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type MotionDuration = MotionDuration;
	type MaxProposals = MaxMotions;
	// The maximum number of seats in a rule book.
	type MaxMembers = ConstU32<32>;
	// Abstaining members do not count as ayes: the majority is of all members.
	type DefaultVote = PrimeDefaultVote;
	// Its benchmarks set the members directly, which is not possible here, so the SDK's weights are used.
	type WeightInfo = pallet_collective::weights::SubstrateWeight<Runtime>;
	// Only an election sets the members.
	type SetMembersOrigin = EnsureNever<()>;
	type MaxProposalWeight = MaxMotionWeight;
	type DisapproveOrigin = EnsureNever<()>;
	type KillOrigin = EnsureNever<()>;
	// Shared out among the members: nobody fills all places.
	type Consideration = MotionPlace<Runtime>;
}

/// The maximum number of an owner's units checked for arrears. An owner of more is a developer or landlord, and a
/// sample suffices.
const UNITS_IN_ONE_LOOK: u16 = 64;

/// Bars owners with overdue bills from election, if the rule book says so.
pub struct DuesPaid;

impl OwnerEligibility for DuesPaid {
	fn may_stand(owner: OwnerId) -> bool {
		OwnerUnits::<Runtime>::iter_key_prefix(owner).take(UNITS_IN_ONE_LOOK.into()).all(|unit| !Fees::is_overdue(unit))
	}

	fn weight() -> Weight {
		let reads = u64::from(UNITS_IN_ONE_LOOK).saturating_mul(2);
		<Runtime as frame_system::Config>::DbWeight::get().reads(reads)
	}
}

impl pallet_linli_bootstrap::Config for Runtime {
	type RuntimeCall = RuntimeCall;
	type Clock = Community;
	type Committee = Committee;
	type UpgradeNotice = UpgradeNotice;
	type UpgradeLifetime = UpgradeLifetime;
	type WeightInfo = weights::pallet_linli_bootstrap::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}
