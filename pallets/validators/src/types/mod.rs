// SPDX-License-Identifier: Apache-2.0

//! The types that the pallet stores and returns. None depends on the pallet's `Config`.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{Moment, ProposalId};
use scale_info::TypeInfo;
use sp_consensus_aura::sr25519::AuthorityId as AuraKey;
use sp_consensus_grandpa::{AuthorityId as GrandpaKey, SetId};
use sp_session::{GetSessionNumber, GetValidatorCount, ValidatorCount};
use sp_staking::SessionIndex;

mod views;

pub use views::{RevivalView, ValidatorState, ValidatorView};

/// The maximum number of validators on the roll.
///
/// With slots of six seconds, one survivor of 48 still writes a block every 288 seconds. Such gaps are no standstills,
/// so lived time passes as long as a single validator lives, and a revival falls due. 48 bear the loss of 15.
pub const MAX_VALIDATORS: u32 = 48;

/// A validator that has written no block for this long, in ms of lived time, is shown as silent: 24 hours (D44).
pub const SILENCE: Moment = 24 * 60 * 60 * 1_000;

/// A validator of the set that has written a block within this many ms is alive: 15 minutes.
///
/// Each has its turn in every round of slots. A round of [`MAX_VALIDATORS`] takes 288 seconds, so these are three
/// rounds: a missed turn or the start of a new version does not make a validator dead, and one that died does not count
/// for long, since the set that is planned without another takes hold an hour later.
///
/// By the clock, not in lived time: those that were alive before a standstill need not have come back from it.
pub const ALIVE: Moment = 15 * 60 * 1_000;

/// How long an announced revival of finality stays in public, in ms of lived time: 24 hours (D44).
pub const NOTICE: Moment = 24 * 60 * 60 * 1_000;

/// The number of changes of the set whose blocks are remembered. At one change an hour, the shortest interval that
/// sessions of an hour allow, these are a year: a stall of finality is settled long before.
pub const MAX_CHANGES: SetId = 366 * 24;

/// The number of changes up to the named block in which an announced revival looks for one that cannot be final. The
/// later the change, the more validators have been silent since, so few suffice.
pub const CHECKED_CHANGES: SetId = 64;

/// The time in ms after which an operator may change session keys for free again: 24 hours. Each change of keys is a
/// change of the set.
pub const KEY_CHANGE_INTERVAL: Moment = 24 * 60 * 60 * 1_000;

/// Accounts of validators.
pub type Accounts<AccountId> = BoundedVec<AccountId, ConstU32<MAX_VALIDATORS>>;

/// The roll: the validators that the owners decided on, in the order in which they were added.
pub type Roll<AccountId> = BoundedVec<Validator<AccountId>, ConstU32<MAX_VALIDATORS>>;

/// A validator on the roll.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Validator<AccountId> {
	/// The account of its operator, which sets its keys.
	pub account: AccountId,
	/// The decision that last added or readmitted it; `None` if only genesis or the bootstrap key did.
	pub decision: Option<ProposalId>,
	/// When it was added or readmitted, in ms.
	pub since: Moment,
	/// Offences in sessions before this one do not count: the decision to add or readmit it was taken after them.
	pub from: SessionIndex,
	/// Whether it is to serve.
	pub standing: Standing,
	/// Since when it has been in the set of the current session, in ms; `None` if it is not.
	pub serving: Option<Moment>,
	/// Whether its present silence was shown.
	pub silent: bool,
	/// The session of its latest offence since `from`.
	pub offended: Option<SessionIndex>,
	/// When its operator last changed its keys for free, in ms.
	pub free_change: Option<Moment>,
}

/// Whether a validator is to serve.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Standing {
	/// It serves as soon as its keys are set and a session begins.
	#[codec(index = 0)]
	InService,
	/// It leaves the set, or has left it, and comes back only by decision.
	#[codec(index = 1)]
	Dropped {
		/// The cause.
		cause: DropCause,
		/// The time, in ms.
		at: Moment,
	},
}

/// The reason why a validator was dropped.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum DropCause {
	/// It signed two blocks for one slot, or two votes in one round. The usual cause is a restored backup that runs
	/// beside the original.
	#[codec(index = 0)]
	Equivocation,
	/// The committee dropped it after [`SILENCE`].
	#[codec(index = 1)]
	Silence,
	/// It was dropped in the act that revived finality.
	#[codec(index = 2)]
	Standstill,
	/// Its operator purged its session keys while it served.
	#[codec(index = 3)]
	KeysPurged,
}

/// The keys with which a validator signs in a session.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct ValidatorKeys<AccountId> {
	/// The account of its operator.
	pub account: AccountId,
	/// The key with which it signs blocks.
	pub aura: AuraKey,
	/// The key with which it signs votes.
	pub grandpa: GrandpaKey,
}

/// The keys of all validators of a session: of a full roll, and of as many as have just left it.
pub type SetKeys<AccountId> = BoundedVec<ValidatorKeys<AccountId>, ConstU32<{ 2 * MAX_VALIDATORS }>>;

/// The session as of which two votes count. It follows from the votes; a report names it so that the chain need not
/// search. Takes the place of a proof that the key was one of the session's: the chain keeps the keys itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct OffenceSession(pub SessionIndex);

impl GetSessionNumber for OffenceSession {
	fn session(&self) -> SessionIndex {
		self.0
	}
}

/// For GRANDPA's weights: the largest set.
impl GetValidatorCount for OffenceSession {
	fn validator_count(&self) -> ValidatorCount {
		MAX_VALIDATORS
	}
}

/// The blocks that a validator wrote.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Activity {
	/// How many.
	pub blocks: u64,
	/// The time of its latest, in ms; `None` if it wrote none.
	pub last_authored: Option<Moment>,
	/// The lived time at which it was last heard or, if later, began to serve, in ms.
	pub heard: Moment,
}

/// A change of the set.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct SetChange<BlockNumber> {
	/// The first block of the session that began with another set. It is final once the set before has made it so. Of
	/// a revival, the last finalized block, after which the revived set goes on.
	pub start: BlockNumber,
	/// Its time, in ms; zero for a revival, to which nobody of the set before has to agree.
	pub at: Moment,
	/// How many validators were in the set before.
	pub before: u32,
}

/// An announced revival of finality.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Revival<AccountId, BlockNumber, Hash> {
	/// The number of the last finalized block.
	pub number: BlockNumber,
	/// Its hash.
	pub hash: Hash,
	/// The set that made it final, by GRANDPA's count: the last that the voters know.
	pub set: SetId,
	/// The dead validators, to be dropped in the same act.
	pub drop: Accounts<AccountId>,
	/// When it was announced, in ms.
	pub announced: Moment,
	/// The lived time at which it was announced, in ms.
	pub lived: Moment,
	/// Who announced it.
	pub by: Announcer,
	/// How far it has got.
	pub phase: RevivalPhase,
}

/// Who announced or cancelled a revival.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Announcer {
	/// A majority of the committee.
	#[codec(index = 0)]
	Committee,
	/// The owners, by this decision.
	#[codec(index = 1)]
	Owners(ProposalId),
	/// The bootstrap key, before a committee was ever elected.
	#[codec(index = 2)]
	BootstrapKey,
}

/// How far a revival has got.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum RevivalPhase {
	/// It is in public, and can be cancelled.
	#[codec(index = 0)]
	Announced,
	/// The notice is over and the dead validators are dropped: the next session begins without them, and GRANDPA is
	/// revived at its first block.
	#[codec(index = 1)]
	Dropped,
}

/// The number of sessions before which the committee or the bootstrap key announces no other revival, counted from the
/// one in which the last ended: the changes of the set that waited are planned with the first, and in force with the
/// second.
pub const PAUSE: SessionIndex = 2;

/// How many faults a set of validators bears, and how many of it are alive.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Tolerance {
	/// The number of validators, *n*.
	pub validators: u32,
	/// How many of them may fail in any way while finality goes on and stays correct, *f*: *n* is at least 3*f* + 1.
	/// Those that are not alive are among these.
	pub faults: u32,
	/// How many of them are alive: see [`ALIVE`].
	pub alive: u32,
}

impl Tolerance {
	/// The tolerance of a set of so many `validators`, of which so many are `alive`.
	pub fn of(validators: usize, alive: usize) -> Self {
		// Sets are bounded: their lengths fit.
		let [validators, alive] = [validators, alive].map(|count| u32::try_from(count).unwrap_or(u32::MAX));
		Self { validators, faults: Self::bearable(validators), alive }
	}

	/// How many faults so many validators bear.
	pub fn bearable(validators: u32) -> u32 {
		validators.saturating_sub(1) / 3
	}
}
