// SPDX-License-Identifier: Apache-2.0

//! Block authoring and finality.

use super::{
	assembly::{BootstrapUntilElected, CommitteeMajority},
	community::{ByDecision, ByKey},
	system::SLOT,
};
use crate::{
	weights, AccountId, Aura, Balances, BlockNumber, Community, Offences, Runtime, RuntimeEvent, SessionKeys,
	Validators,
};
use frame_support::{
	parameter_types,
	traits::{ConstBool, ConstU32, ConstU64, EitherOf, MapSuccess},
};
use linli_primitives::Moment;
use pallet_linli_governance::{matters, EnsureDecision};
use pallet_linli_validators::{types::OffenceSession, ForcedChange, OnRoll, UntilDropped, VoteReports};
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_runtime::traits::OpaqueKeys;
use sp_staking::SessionIndex;

parameter_types! {
	/// The length of a session in blocks, one hour: changes of validators take effect at its end.
	pub const SessionLength: u32 = SESSION;
	/// The first session begins with block 0.
	pub const SessionOffset: u32 = 0;
	/// The length of a slot in milliseconds.
	pub const SlotDuration: Moment = SLOT;
	/// Validators are the community's own nodes: setting keys costs no deposit. Only those on the roll can.
	pub const KeyDeposit: crate::Balance = 0;
	/// Equivocations of the last seven days of sessions can be reported.
	pub const HistoryDepth: SessionIndex = HISTORY;
	/// The delay of the forced change by which finality is revived, in blocks: half a session. Within half an hour all
	/// nodes agree on the block that signals it, and it is over before the next session can begin with another change.
	pub const RevivalDelay: BlockNumber = SESSION / 2;
}

/// The length of a session in blocks.
const SESSION: BlockNumber = 600;

/// The number of past sessions that are remembered: seven days.
const HISTORY: SessionIndex = 7 * 24;

const _: () = assert!(RevivalDelay::get() < SESSION, "a change is lost while a forced one is pending");

/// More nodes than any community runs. Bounds the storage of authorities.
type MaxAuthorities = ConstU32<100>;

impl pallet_aura::Config for Runtime {
	type AuthorityId = AuraId;
	type DisabledValidators = ();
	type MaxAuthorities = MaxAuthorities;
	type AllowMultipleBlocksPerSlot = ConstBool<false>;
	type SlotDuration = SlotDuration;
}

impl pallet_authorship::Config for Runtime {
	type FindAuthor = pallet_session::FindAccountFromAuthorIndex<Self, Aura>;
	type EventHandler = Validators;
}

impl pallet_session::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = AccountId;
	type ValidatorIdOf = OnRoll<Runtime>;
	type ShouldEndSession = pallet_session::PeriodicSessions<SessionLength, SessionOffset>;
	type NextSessionRotation = pallet_session::PeriodicSessions<SessionLength, SessionOffset>;
	type SessionManager = Validators;
	type SessionHandler = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;
	type Keys = SessionKeys;
	// See pallet_linli_validators, "What was weighed".
	type DisablingStrategy = ();
	type WeightInfo = pallet_session::weights::SubstrateWeight<Runtime>;
	type Currency = Balances;
	type KeyDeposit = KeyDeposit;
}

impl pallet_grandpa::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	// The SDK's estimate, for a hundred validators.
	type WeightInfo = ();
	type MaxAuthorities = MaxAuthorities;
	type MaxNominators = ConstU32<0>;
	// A set lasts a session or longer.
	type MaxSetIdSessionEntries = ConstU64<{ HISTORY as u64 }>;
	type KeyOwnerProof = OffenceSession;
	// Reports stay in the pool for a session.
	type EquivocationReportSystem = VoteReports<Runtime, UntilDropped<Runtime, Offences>, ConstU64<{ SESSION as u64 }>>;
}

impl pallet_offences::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type IdentificationTuple = AccountId;
	type OnOffenceHandler = Validators;
}

impl pallet_linli_validators::Config for Runtime {
	// A validator is an office of the community. These also revive finality where no committee sits.
	type DecisionOrigin = EitherOf<
		MapSuccess<EnsureDecision<Runtime, matters::Roles>, ByDecision>,
		MapSuccess<BootstrapUntilElected, ByKey>,
	>;
	type CommitteeOrigin = CommitteeMajority;
	type Clock = Community;
	type Offences = UntilDropped<Runtime, Offences>;
	type Finality = ForcedChange<Runtime, RevivalDelay>;
	type SlotDuration = SlotDuration;
	type HistoryDepth = HistoryDepth;
	type WeightInfo = weights::pallet_linli_validators::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}
