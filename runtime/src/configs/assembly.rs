// SPDX-License-Identifier: Apache-2.0

//! How the owners decide: the assembly, its committee, and the bootstrap key that they take over from.

use super::system::{BlockClock, Weights, SLOT};
use crate::{
	weights, AccountId, BlockNumber, Committee, CommitteeMotions, Fees, Preimage, Registry, Runtime, RuntimeCall,
	RuntimeEvent, RuntimeOrigin, Scheduler,
};
use alloc::vec::Vec;
use frame_support::{
	ensure, parameter_types,
	traits::{ConstU32, EitherOf, EitherOfDiverse},
	weights::Weight,
};
use frame_system::{EnsureNever, EnsureRoot};
use linli_primitives::{
	calendar::DAY,
	traits::{OwnerEligibility, UnitDues},
	Moment, OwnerId,
};
use pallet_collective::{EnsureProportionMoreThan, PrimeDefaultVote};
use pallet_linli_committee::EnsureMember;
use pallet_linli_community::HandOver;
use pallet_linli_governance::{matters, EnsureDecision};
use pallet_linli_registry::{EnsureAuditor, EnsureRegistrar, OwnerUnits};
use sp_runtime::{DispatchError, DispatchResult, Perbill};

/// What guards a call that needs a decision on the matter `M`: that decision, or, until the hand-over, the bootstrap
/// key in its place (D45).
pub type Decision<M> = EitherOfDiverse<EnsureRoot<AccountId>, EnsureDecision<Runtime, M>>;

/// The committee's collective.
pub type CommitteeCollective = pallet_collective::Instance1;

/// More than half of all the committee's members.
pub type CommitteeMajority = EnsureProportionMoreThan<AccountId, CommitteeCollective, 1, 2>;

parameter_types! {
	/// The committee's members, as its collective knows them.
	pub CommitteeMembers: Vec<AccountId> = pallet_collective::Members::<Runtime, CommitteeCollective>::get();
	/// A motion of the committee is open for a week of blocks.
	pub const MotionDuration: BlockNumber = (7 * DAY / SLOT) as BlockNumber;
	/// A motion's call computes for half a block at most.
	pub MaxMotionWeight: Weight = Perbill::from_percent(50) * Weights::get().max_block;
	/// Long enough to mend what made an enactment fail, and no longer than a court can be asked (SPC 12).
	pub const EnactmentPeriod: Moment = 365 * DAY;
	/// No two blocks are closer.
	pub const BlockTime: Moment = SLOT;
}

impl pallet_linli_governance::Config for Runtime {
	type Electorate = Registry;
	type Eligibility = DuesPaid;
	type Clock = BlockClock;
	type CommitteeOrigin = CommitteeMajority;
	type RegistrarOrigin = EnsureRegistrar<Runtime>;
	type WitnessOrigin = EitherOf<EnsureAuditor<Runtime>, EnsureMember<Runtime>>;
	type AnnulOrigin = EnsureAuditor<Runtime>;
	type Committee = Committee;
	type Preimages = Preimage;
	type Scheduler = Scheduler;
	type BlockTime = BlockTime;
	type MaxOpen = ConstU32<64>;
	type MaxPetitions = ConstU32<2>;
	type MaxChallenges = ConstU32<1_000>;
	type EnactmentPeriod = EnactmentPeriod;
	type WeightInfo = weights::pallet_linli_governance::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::CommitteeHelper;
}

impl pallet_linli_committee::Config for Runtime {
	type Electorate = Registry;
	type Clock = BlockClock;
	// The bootstrap key may not: whom the owners elected, the owners recall.
	type RecallOrigin = EnsureDecision<Runtime, matters::Committee>;
	type Collective = CommitteeMotions;
	type CollectiveMembers = CommitteeMembers;
	type Scheduler = Scheduler;
	type BlockTime = BlockTime;
	type WeightInfo = weights::pallet_linli_committee::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::CommitteeHelper;
}

impl pallet_collective::Config<CommitteeCollective> for Runtime {
	type RuntimeOrigin = RuntimeOrigin;
	type Proposal = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type MotionDuration = MotionDuration;
	type MaxProposals = ConstU32<32>;
	// As many as a rule book can seat.
	type MaxMembers = ConstU32<32>;
	// Who does not vote is not for it: the majority is of all members.
	type DefaultVote = PrimeDefaultVote;
	// Its benchmarks set the members, which nothing but an election can here: the weights are the SDK's.
	type WeightInfo = pallet_collective::weights::SubstrateWeight<Runtime>;
	// The election alone sets the members.
	type SetMembersOrigin = EnsureNever<()>;
	type MaxProposalWeight = MaxMotionWeight;
	type DisapproveOrigin = EnsureNever<()>;
	type KillOrigin = EnsureNever<()>;
	type Consideration = ();
}

/// So many units of an owner are looked at before it may stand. Who has more is a developer or a landlord, and one
/// overdue bill among the first is as telling.
const UNITS_IN_ONE_LOOK: u16 = 64;

/// Who has a bill that is overdue may not be elected, where the rule book says so.
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

/// The bootstrap key, which sudo holds.
pub struct BootstrapKey;

impl HandOver for BootstrapKey {
	fn hand_over() -> DispatchResult {
		ensure!(pallet_sudo::Key::<Runtime>::exists(), DispatchError::Unavailable);
		pallet_sudo::Key::<Runtime>::kill();
		Ok(())
	}
}
