// SPDX-License-Identifier: Apache-2.0

//! # Validators
//!
//! The validators of the community's chain (D44): who they are, which of them serve, and what happens when one lies or
//! falls silent. Works on `pallet-session`, `pallet-offences` and `pallet-grandpa`.
//!
//! ## Terminology
//!
//! - **Roll**: the validators that the owners decided on, each by the account of its operator.
//! - **Set**: those that write and finalise the blocks of a session. It changes only with a session.
//! - **In service**: on the roll and not dropped. A validator in service whose keys are set is *ready*: it is in the
//!   set from one of the next two sessions on. Without keys it is *awaiting keys*.
//! - **Alive**: in service, in the set, and has written a block within the last 15 minutes ([`ALIVE`](types::ALIVE)).
//!   *Ready* says that an operator has made keys, *alive* that the node runs. Only the living count as left.
//! - **Dropped**: on the roll, but out of the set until it is readmitted.
//! - **Lived time**: time without standstills (D46). Silence and notices are counted in it.
//! - **Tolerance**: the number *n* of validators, the number *f* of faults that they bear, and how many are alive.
//!
//! ## Scenarios
//!
//! ### A fourth validator
//!
//! 1. The owners decide on `add_validator` for the account of Mr Chen, who runs a node. It awaits keys.
//! 2. His node makes keys, and he sets them with `session.set_keys`. At the end of the session the set is planned with
//!    him, and one session later he writes blocks. GRANDPA's change is an ordinary one, finalised by the old set.
//! 3. When he moves away, the owners decide on `remove_validator`.
//!
//! ### The only validator is replaced
//!
//! The office's node is the only one. The owners add Ms Lin's and want the office's gone. As long as hers has not
//! written a block, `remove_validator` fails with `IsLastAlive`: if her machine were off, no block would ever follow.
//! Two sessions after her keys are set she writes blocks, and the same decision, tried again, removes the office's.
//!
//! ### A backup was restored
//!
//! The office restores its node from a backup while the old machine still runs. Both sign for the same slots. Every
//! node that sees it reports it, and the office's validator is dropped: three are left, which bear no fault. The office
//! switches the old machine off, and the owners decide on `readmit`. Had no other validator been alive, it would have
//! stayed.
//!
//! ### An operator changes its keys
//!
//! Mr Chen's old machine goes to a repair shop, so his new one makes keys of its own, and he sets them with
//! `session.set_keys` while he serves. The old ones sign until the next session but one begins; his validator never
//! leaves the set. The chain remembers which keys signed in which session: what was signed twice can be reported for
//! [`Config::HistoryDepth`] sessions, whatever keys were set since. One change a day is free.
//!
//! ### A validator falls silent
//!
//! After 24 hours it is shown as silent. The committee can `drop_silent` as long as two thirds of the validators that
//! the owners decided on stay; beyond that only the owners decide. The two thirds protect what the owners decided, and
//! so count all that are ready; a silent one is not alive, and dropping it takes no living one away.
//!
//! ### Finality stalls for good
//!
//! 1. Two of four machines burnt. Blocks go on, finality does not. A majority of the committee calls `announce_revival`
//!    with the number and the hash of the last finalized block and the two dead validators. Where no committee sits, a
//!    decision of the owners does, which blocks without finality carry out as well; and before a committee was ever
//!    elected, the bootstrap key.
//! 2. For 24 hours everybody can compare the block with their own nodes, and the revival can be cancelled. Changes of
//!    the set wait, once: after a revival that was cancelled, called off or done, they have two sessions before another
//!    can be announced, except by the owners.
//! 3. At the end of the session the two are dropped, unless one of them wrote a block in the meantime: then the
//!    revival is called off. With the session after, which begins without them, GRANDPA starts again after the named
//!    block, by a forced change, the only one that the runtime makes: see [`ReviveFinality`].
//!
//! ### A new chain
//!
//! Until a committee was elected, the bootstrap key adds validators and readmits dropped ones, which gives it no more
//! than adding another account would. It removes only what it mistyped: a validator that no decision named and that has
//! never served. So it can add to the community's validators, in public, and cannot exchange them.
//!
//! ## Calls
//!
//! | Call | Origin | Event |
//! |---|---|---|
//! | `add_validator` | [`Config::DecisionOrigin`] | `ValidatorAdded` |
//! | `remove_validator` | [`Config::DecisionOrigin`]; the bootstrap key within limits | `ValidatorRemoved` |
//! | `readmit` | [`Config::DecisionOrigin`] | `ValidatorReadmitted` |
//! | `drop_silent` | [`Config::CommitteeOrigin`] | `ValidatorDropped` |
//! | `announce_revival` | [`Config::CommitteeOrigin`] or [`Config::DecisionOrigin`] | `RevivalAnnounced` |
//! | `cancel_revival` | [`Config::CommitteeOrigin`] or [`Config::DecisionOrigin`] | `RevivalCancelled` |
//! | `report_aura_equivocation` | none: authorized by the proof, free, from the node itself | `ValidatorDropped` |
//!
//! ## What was weighed
//!
//! `pallet-collator-selection` selects by bonds and kicks for missed blocks, and is made for parachains, which have no
//! finality of their own; `pallet-staking` and its kin select by stake; `pallet-root-offences` is for tests. None knows
//! decisions, silence in lived time or the last validator. What the SDK does well is used as it is: sessions, reports
//! without duplicates, GRANDPA's report and its forced change.
//!
//! The SDK's historical sessions prove keys by tries over the keys that are set for sessions to come, as of when the
//! proof is made: after a change of keys by anybody no proof of the session holds once it is over, and none of the
//! changed keys at all. Here the keys of past sessions are few, so the chain keeps them, and a report proves nothing
//! but what was signed. GRANDPA's own reports let any session of a set date an offence; [`VoteReports`] does not.
//!
//! `pallet-im-online` tells by heartbeats which nodes run. With Aura each validator has a turn in every round, so
//! blocks tell the same, without transactions.
//!
//! Offenders are not disabled within a session: a disabled Aura author leaves its slots empty, GRANDPA's voters ignore
//! it, and honest nodes follow one of two equivocating blocks anyway.
//!
//! ## Storage growth
//!
//! Bounded: the roll and the activity of [`MAX_VALIDATORS`](types::MAX_VALIDATORS), the first blocks and the keys of
//! [`Config::HistoryDepth`] sessions (96 bytes for each validator), [`MAX_CHANGES`](types::MAX_CHANGES) changes (16
//! bytes each), and an entry for each account that was removed while something relied on it. `pallet-offences` keeps
//! its reports for good; [`UntilDropped`] lets at most one in for each time that a validator is dropped, and one a
//! session for one that is kept as the last alive.
#![cfg_attr(not(feature = "std"), no_std)]
// No panics and no lossy arithmetic in Wasm; tests and benchmarks may.
#![cfg_attr(
	not(any(test, feature = "runtime-benchmarks", feature = "try-runtime")),
	deny(
		clippy::arithmetic_side_effects,
		clippy::cast_possible_wrap,
		clippy::cast_sign_loss,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::panic,
		clippy::unwrap_used
	)
)]

extern crate alloc;

mod alive;
pub mod api;
mod aura;
mod errors;
mod events;
mod finality;
mod keys;
mod offences;
mod revival;
mod roll;
mod rotation;
mod silence;
pub mod types;
mod views;
mod votes;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
#[cfg(any(test, feature = "try-runtime"))]
mod try_state;

pub use aura::{AuraEquivocation, AuraKey, AuraProofOf};
#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use finality::{ForcedChange, ReviveFinality};
pub use keys::OnRoll;
pub use offences::UntilDropped;
pub use pallet::*;
pub use votes::{VoteEquivocation, VoteReports, VotesOf};
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;
use frame_system::pallet_prelude::BlockNumberFor;

/// The revival that is pending.
pub type RevivalOf<T> =
	types::Revival<<T as frame_system::Config>::AccountId, BlockNumberFor<T>, <T as frame_system::Config>::Hash>;

/// The FRAME pallet.
#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
#[allow(
	clippy::cast_possible_truncation,
	clippy::expect_used,
	reason = "the macros of FRAME cast the indices of variants, and expect the pallet to be in its runtime"
)]
pub mod pallet {
	use super::*;
	use crate::types::{
		Accounts, Activity, Announcer, DropCause, SetChange, SetKeys, Tolerance, ALIVE, MAX_VALIDATORS,
	};
	use alloc::{boxed::Box, vec::Vec};
	use frame_support::pallet_prelude::*;
	use frame_system::{ensure_authorized, pallet_prelude::*};
	use linli_primitives::{
		traits::{Clock, STANDSTILL},
		Moment, ProposalId,
	};
	use sp_consensus_grandpa::SetId;
	use sp_staking::{offence::ReportOffence, SessionIndex};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	/// The validators.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Configuration of the validators.
	#[pallet::config]
	pub trait Config:
		frame_system::Config + pallet_session::Config<ValidatorId = <Self as frame_system::Config>::AccountId>
	{
		/// A decision of the owners on the chain's validators. Yields the proposal, or `None` for the bootstrap key,
		/// which the runtime admits until a committee was elected, and which removes only what it added by mistake.
		type DecisionOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Option<ProposalId>>;

		/// A majority of the committee.
		type CommitteeOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The current time.
		type Clock: Clock;

		/// Receives reports of equivocating authors: `pallet-offences`, behind [`UntilDropped`].
		type Offences: ReportOffence<Self::AccountId, Self::AccountId, AuraEquivocation<Self::AccountId>>;

		/// Revives finality: [`ForcedChange`] in a runtime.
		type Finality: ReviveFinality<BlockNumberFor<Self>>;

		/// The length of a slot in ms.
		#[pallet::constant]
		type SlotDuration: Get<Moment>;

		/// The number of past sessions whose keys are kept and whose equivocations can be reported.
		#[pallet::constant]
		type HistoryDepth: Get<SessionIndex>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// Set-up outside the pallet for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper;
	}

	/// The roll.
	#[pallet::storage]
	pub type Roll<T: Config> = StorageValue<_, types::Roll<T::AccountId>, ValueQuery>;

	/// The blocks written by those who are on the roll or in the set.
	#[pallet::storage]
	pub type Activities<T: Config> = StorageMap<_, Twox64Concat, T::AccountId, Activity>;

	/// The first block of the current session and of [`Config::HistoryDepth`] sessions before it. A session's blocks
	/// are those after its first, up to the first of the next, which is still written by the former set.
	#[pallet::storage]
	pub type SessionStarts<T: Config> = StorageMap<_, Twox64Concat, SessionIndex, BlockNumberFor<T>>;

	/// The keys of the validators of the current session and of [`Config::HistoryDepth`] sessions before it.
	#[pallet::storage]
	pub type SigningKeys<T: Config> = StorageMap<_, Twox64Concat, SessionIndex, SetKeys<T::AccountId>, ValueQuery>;

	/// The latest [`MAX_CHANGES`](types::MAX_CHANGES) changes of the set, by the id of the set before, as GRANDPA counts
	/// sets. A revival takes back those that were never final.
	#[pallet::storage]
	pub type SetChanges<T: Config> = StorageMap<_, Twox64Concat, SetId, SetChange<BlockNumberFor<T>>>;

	/// The pending revival of finality.
	#[pallet::storage]
	pub type PendingRevival<T: Config> = StorageValue<_, RevivalOf<T>>;

	/// The session in which the last revival was cancelled, called off or done.
	#[pallet::storage]
	pub type RevivalEnded<T: Config> = StorageValue<_, SessionIndex>;

	/// The block after which finality was last revived.
	#[pallet::storage]
	pub type RevivedAfter<T: Config> = StorageValue<_, BlockNumberFor<T>, ValueQuery>;

	/// The accounts to whose existence this pallet holds a reference: all on the roll, and those removed since on
	/// which something relied.
	#[pallet::storage]
	pub type Sustained<T: Config> = StorageMap<_, Twox64Concat, T::AccountId, ()>;

	/// The validators at genesis.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Accounts of validators. Those with keys in the session pallet's genesis serve from the first block, and all
		/// of these must be listed; the others await keys. Default: the accounts with keys.
		pub validators: Vec<T::AccountId>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		#[allow(clippy::panic, reason = "genesis only: no chain begins from an invalid chain spec")]
		fn build(&self) {
			if let Err(reason) = Pallet::<T>::found(&self.validators) {
				panic!("genesis: {reason}");
			}
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			let widest = T::SlotDuration::get().saturating_mul(MAX_VALIDATORS.into());
			assert!(widest > 0 && widest <= STANDSTILL, "the blocks of a last survivor would count as standstills");
			assert!(widest.saturating_mul(3) <= ALIVE, "a missed turn would count as death");
			assert!(T::HistoryDepth::get() >= 2, "a set is planned two sessions ahead: its keys must outlast that");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Adds a validator to the roll, by the account of its operator. It joins the set with a session, once the
		/// operator has set its keys with `session.set_keys`.
		///
		/// ## Dispatch origin
		///
		/// [`Config::DecisionOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::AlreadyValidator`], [`Error::TooManyValidators`].
		///
		/// ## Weight
		///
		/// Constant, for a full roll.
		#[pallet::call_index(0)]
		pub fn add_validator(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			let decision = T::DecisionOrigin::ensure_origin(origin)?;
			Self::do_add(account, decision)
		}

		/// Removes a validator from the roll. It leaves the set with one of the next two sessions. Its keys stay
		/// registered until its operator purges them.
		///
		/// The chain never loses its last living validator: if the others have written no block in the last 15 minutes,
		/// the call fails. Once one of them does, it can be made again.
		///
		/// ## Dispatch origin
		///
		/// [`Config::DecisionOrigin`]. The bootstrap key only for a validator that no decision added or readmitted, and
		/// that has never served.
		///
		/// ## Errors
		///
		/// - [`Error::ValidatorNotFound`];
		/// - [`Error::DecisionRequired`]: the bootstrap key may not;
		/// - [`Error::IsLastValidator`]: no other is ready to serve;
		/// - [`Error::IsLastAlive`]: no other is alive.
		///
		/// ## Weight
		///
		/// Constant, for a full roll.
		#[pallet::call_index(1)]
		pub fn remove_validator(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			let decision = T::DecisionOrigin::ensure_origin(origin)?;
			Self::do_remove(&account, decision)
		}

		/// Lets a dropped validator come back, with the keys that it has or those that its operator sets. What it did
		/// until the end of the current session no longer counts.
		///
		/// ## Dispatch origin
		///
		/// [`Config::DecisionOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::ValidatorNotFound`], [`Error::NotDropped`].
		///
		/// ## Weight
		///
		/// Constant, for a full roll.
		#[pallet::call_index(2)]
		pub fn readmit(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			let decision = T::DecisionOrigin::ensure_origin(origin)?;
			Self::do_readmit(&account, decision)
		}

		/// Drops a validator that has written no block for 24 hours of lived time (D44), while at least two thirds of
		/// the validators that the owners decided on stay. Those awaiting keys do not count; those dropped before
		/// count as decided on, so that the committee cannot go on from set to smaller set.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CommitteeOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::ValidatorNotFound`], [`Error::AlreadyDropped`], [`Error::NotServing`], [`Error::NotSilent`];
		/// - [`Error::IsLastValidator`], [`Error::IsLastAlive`], [`Error::TooFewValidators`].
		///
		/// ## Weight
		///
		/// Constant, for a full roll.
		#[pallet::call_index(3)]
		pub fn drop_silent(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			T::CommitteeOrigin::ensure_origin(origin)?;
			Self::do_drop_silent(&account)
		}

		/// Announces that finality, which has stalled for good, is to be revived (D44). `number` and `hash` name the
		/// last block that any validator knows to be final; `drop` names the dead validators.
		///
		/// After 24 hours of lived time, with the end of the session, the dead are dropped, and with the session after
		/// that GRANDPA starts again after the named block. If one of the dead wrote a block since the announcement,
		/// the revival is called off. Until then changes of the set wait, since every change before the revival would
		/// have to be finalised by the set that cannot.
		///
		/// The chain cannot know what is final. It refuses what it can see to be wrong: a block to come; one before the
		/// last revival; one after a change of the set that could not be made final, since too many of the set before
		/// have written no block since; and a wrong hash of a block that is recent enough for it to know. A stall may
		/// be weeks old. That the rest is right, members and owners see on their nodes, for 24 hours, and anybody who
		/// may announce can cancel. Which blocks stay does not depend on it: all nodes go on from their own last final
		/// block if that is earlier. But with a number *after* a change that never became final all nodes refuse the
		/// block of the revival, and the chain ends; with one *before* a change that did, the chain counts the sets
		/// otherwise than its voters. So name the number that all running nodes report as final, once they agree.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CommitteeOrigin`] or, since none may sit, [`Config::DecisionOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::RevivalAlreadyAnnounced`], [`Error::ChangesInProgress`];
		/// - [`Error::BlockNotInPast`], [`Error::BlockTooLow`], [`Error::BlockNotFinal`], [`Error::BlockMismatch`];
		/// - [`Error::TooManyChanges`]: more changes of the set began after the block than are remembered;
		/// - [`Error::DuplicateValidator`], [`Error::ValidatorNotFound`], [`Error::AlreadyDropped`];
		/// - [`Error::NotServing`]: a validator that is to be dropped has no turn to show that it lives;
		/// - [`Error::IsLastValidator`], [`Error::IsLastAlive`]: none ready, or none alive, would be left;
		/// - [`Error::FinalityNotStalled`], except for the owners: too few are named, or write no blocks.
		///
		/// ## Weight
		///
		/// Constant, for a full roll of which all but the last are dead.
		#[pallet::call_index(4)]
		pub fn announce_revival(
			origin: OriginFor<T>,
			number: BlockNumberFor<T>,
			hash: T::Hash,
			drop: Accounts<T::AccountId>,
		) -> DispatchResult {
			let by = Self::ensure_announcer(origin)?;
			Self::do_announce_revival(by, number, hash, drop)
		}

		/// Cancels the revival, as when finality has returned, no matter who announced it. What waited for it takes
		/// hold with the next two sessions, before which only the owners can announce another one.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CommitteeOrigin`] or [`Config::DecisionOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::RevivalNotFound`];
		/// - [`Error::RevivalInProgress`]: the notice is over.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(5)]
		pub fn cancel_revival(origin: OriginFor<T>) -> DispatchResult {
			let by = Self::ensure_announcer(origin)?;
			Self::do_cancel_revival(by)
		}

		/// Reports a validator that wrote two blocks for one slot. It is dropped, unless no other is alive.
		///
		/// `session` is that of the later of the two blocks, and of nothing else: what was done before a readmission
		/// cannot be reported as of a session after it.
		///
		/// Nodes make this report themselves: a signed call would need an account with money on every node, and a bare
		/// one a hole in the check that refuses bare transactions. The two headers authorize the call, with the keys of
		/// the session that the chain keeps. Like GRANDPA's reports it is not passed on: each author includes what its
		/// own node has seen.
		///
		/// ## Dispatch origin
		///
		/// A general transaction without a signer, authorized by the proof. It pays no fee.
		///
		/// ## Errors
		///
		/// An invalid report never enters a block. Its transaction is invalid: `InvalidTransaction::BadProof` for a
		/// wrong proof or session, `Stale` if it changes nothing, `Call` if it came from elsewhere. The call itself
		/// checks again:
		///
		/// - [`Error::InvalidEquivocation`], [`Error::NotInSession`], [`Error::EquivocationAlreadyReported`].
		///
		/// ## Weight
		///
		/// Constant, for a full roll.
		#[pallet::call_index(6)]
		#[pallet::authorize(|source, proof, session| Pallet::<T>::authorize_report(source, proof, *session))]
		pub fn report_aura_equivocation(
			origin: OriginFor<T>,
			proof: Box<AuraProofOf<T>>,
			session: SessionIndex,
		) -> DispatchResult {
			ensure_authorized(origin)?;
			Self::do_report(&proof, session)
		}
	}
}
