// SPDX-License-Identifier: Apache-2.0

//! # Governance
//!
//! Decisions of the owners, counted by area and by head, under thresholds that come from the law and not from the code
//! (D26–D33).
//!
//! ## Terminology
//!
//! - **Rule book**: the classes of decisions with their thresholds and times, the class that each matter needs, and the
//!   rules of petitions, proxies and elections. All versions are kept; a proposal is decided under the version that was
//!   in force when it was made.
//! - **Proposal**: a motion, with a call that runs if it passes, or an election of the committee.
//! - **Electorate**: all owners, or those of some buildings, by their units that vote or, where the class says so, by
//!   those of some kinds. Its voting power is that of the **record date**: the end
//!   of the block before the one in which the notice is given, so that a sale in the same block has no effect.
//! - **Tract**: some buildings of the community, such as a phase or a tower, that the rule book names. A class can ask
//!   that its thresholds be met within each tract as well.
//! - **Lived time**: the clock's time without standstills of the chain ([`Clock`](linli_primitives::traits::Clock)).
//!   Windows, notices and delays are counted in it, so that a standstill takes nothing from them (D46). What happened
//!   is recorded with the time of the clock; events name the time of the clock at which a window ends unless the chain
//!   stands still before.
//! - **Notice**: the time between the announcement and the first ballot. From the announcement on, the proposal is
//!   fixed.
//! - **Ballot**: one per owner, through one of three **channels**: cast by the owner's representative, by the holder of
//!   a **proxy**, or on **paper**. The first valid channel wins; through it the choice can be changed until voting
//!   ends, except on paper.
//! - **Certificate**: the record of a closed vote, which can be computed again from chain data alone.
//! - **Holder**: the account that votes by proxy. It must act for an owner, and all accounts of one owner count as one
//!   holder, since only the register can tell one person from another.
//! - **Challenge window**: the time between the close and the enactment.
//! - **Enactment**: the motion's call is dispatched with the decision as its origin, or the election's result is handed
//!   to the committee through [`ElectedCommittee`](linli_primitives::traits::ElectedCommittee).
//! - **Committee**: the owners seated by an election. It makes proposals; this pallet knows it only by its origin.
//!
//! ## A proposal's life
//!
//! ```text
//!  petition ──► Petition ──too few──► Lapsed ◄──too few candidates──┐
//!                  │ enough support                                 │
//!  propose ────────┴──── election ──► Nominating ───────────────────┤
//!                  │ motion                                         │
//!                  └────────────────► Announced: notice, vote ◄─────┘
//!                                        │ close
//!                         Rejected ◄─────┴────► Passed ──annul──► Annulled
//!                                                  │ enact            ▲
//!                                     Enacted ◄────┴────► Failed ─────┘
//!                                        ▲───── enact ──────┘
//! ```
//!
//! A decision also becomes `Lapsed` if it is not enacted within [`Config::EnactmentPeriod`] of the time from which it
//! can be. A court can give effect to a rejected motion: entered by the auditor and countersigned by the registrar, it
//! waits like a decision that passed, and until it is enacted the committee can take it back to `Rejected`. The
//! committee can withdraw its proposals until voting begins. A petition can be withdrawn while it collects support;
//! once it has enough, it belongs to its supporters. Only time opens and closes the vote.
//! [`State::may_become`](types::State::may_become) defines the transitions.
//!
//! ## Scenarios
//!
//! ### A rate is raised
//!
//! 1. The committee agrees on a motion whose call is `fees.set_rate`, on the matter of charges and by its class:
//!    `propose`.
//! 2. For 15 days owners read the agenda. Mrs Li, who travels, grants her neighbour a proxy with `grant_proxy`.
//! 3. Owners `cast`. The registrar enters paper ballots, and a witness countersigns each after comparing it with the
//!    scan. Mr Wang filled in a paper ballot and then voted in his wallet before it was countersigned: the paper ballot
//!    is refused. Ms Sun finds a paper ballot that she did not fill in: she contests it and votes in her wallet.
//! 4. After the window the scheduler, or anyone, calls `close`. The certificate says: passed.
//! 5. For a week any owner who had a vote can `challenge` the decision in public. If a court sets it aside, the auditor
//!    enters the ruling with `annul`, and the registrar countersigns it. If the owners decide on the matter again, a
//!    ruling only postpones it, once; and an officer whom a decision concerns enters and countersigns no ruling on it.
//! 6. The scheduler, or anyone, calls `enact`, and the rate is set. If that fails, the proposal keeps the reason, and
//!    anyone can call `enact` again once the cause is removed.
//!
//! ### Owners without a committee
//!
//! 1. An owner makes a `petition` for an election. Owners who are a fifth of the heads `support` it.
//! 2. During the nomination period owners `stand`, and others `second` them. With enough seconders a candidate takes
//!    one of 32 places, in place of a worse seconded one if need be. Then anyone calls `announce`.
//! 3. Each ballot approves any number of candidates. Candidates who reach the class's approval are ranked by heads,
//!    then by area, then by the order in which they stood, and take the seats in that order. Where the number of
//!    members must be odd, one seat stays empty if need be. If fewer seats are filled than the rule book requires, the
//!    election is rejected. The remaining candidates with enough approval are the reserve, which fills vacancies.
//!
//! ### Too few members are left, or the term ends
//!
//! The committee calls a by-election of all its seats through
//! [`ByElections`](linli_primitives::traits::ByElections) when too few of its members are left to act, and so long
//! before its term ends as an election takes. It opens for candidates at once and takes the same course as any
//! election. Nobody withdraws it; it lapses if no other committee is needed at the end of the nomination period.
//!
//! ## Calls
//!
//! | Call | Origin | Events |
//! |---|---|---|
//! | `propose` | the committee, by majority | `Proposed`, `Announced`, `NominationOpened` |
//! | `petition` | the representative of an owner with power | `Proposed`, `Supported`, `Announced`, `NominationOpened` |
//! | `support` | the same | `Supported`, `Announced`, `NominationOpened` |
//! | `withdraw_support` | a supporter other than the petitioner | `SupportWithdrawn` |
//! | `amend` | the committee, for its election before the notice | `Amended` |
//! | `withdraw` | the committee before the vote, the petitioner while it collects support | `Withdrawn` |
//! | `stand`, `step_back` | an owner's representative | `CandidateStood`, `CandidatePlaced`, `CandidateSteppedBack` |
//! | `second` | another owner's representative | `CandidateSeconded`, `CandidatePlaced`, `CandidateDisplaced` |
//! | `withdraw_second` | the same, in the first half of the nomination period | `SecondWithdrawn`, `CandidateDisplaced` |
//! | `announce` | anyone, after the nomination period | `Announced`, `Lapsed` |
//! | `cast` | an owner's representative | `BallotCast` |
//! | `grant_proxy` | an owner's representative | `ProxyGranted` |
//! | `revoke_proxy` | an owner's representative | `ProxyRevoked`, `BallotWithdrawn` |
//! | `cast_by_proxy` | the holder | `BallotCast` |
//! | `enter_paper` | the registrar | `PaperEntered`, `PaperRefused` |
//! | `countersign` | a witness, another account | `BallotCast`, `PaperRefused` |
//! | `contest_paper` | an owner's representative | `PaperContested`, `BallotWithdrawn` |
//! | `settle_contest` | the auditor | `SettlementEntered` |
//! | `countersign_settlement` | the registrar, another account | `ContestSettled`, `BallotCast`, `BallotWithdrawn` |
//! | `record_delivery` | the registrar | `DeliveryRecorded` |
//! | `countersign_delivery` | a witness, another account | `DeliveryCountersigned` |
//! | `acknowledge` | an owner's representative | `DeliveryRecorded` |
//! | `close` | anyone | `Closed`, `VoteContinued`, `Lapsed` |
//! | `challenge` | the representative of an owner with power | `Challenged` |
//! | `annul` | the auditor, on a court's order | `AnnulmentEntered` |
//! | `countersign_annulment` | the registrar, another account | `Annulled`, `Postponed` |
//! | `enact` | anyone | `Enacted`, `EnactmentFailed`, `Lapsed` |
//! | `enter_judgment` | the auditor, on a court's judgment | `JudgmentEntered` |
//! | `countersign_judgment` | the registrar, another person | `EffectGiven` |
//! | `revoke_judgment` | the committee, before the enactment | `JudgmentRevoked` |
//! | `call_run_off` | anyone, after a choice in which no option was chosen | `Proposed`, `RunOffCalled`, `Announced` |
//! | `set_rule_book` | a decision on [`Matter::RuleBook`](types::Matter::RuleBook) | `RuleBookSet` |
//!
//! `NotScheduled` is added wherever the scheduler has no room for the next step; `PetitionListed` and
//! `PetitionUnlisted` wherever the number of supporters changes who is listed.
//!
//! ## Cost of a ballot
//!
//! A ballot writes two entries, its own and the poll, regardless of the number of owners. It also reads the clock, the
//! owner whom the signer represents, and the owner's power, which takes the register one lookup unless the owner bought
//! or sold since the record date.
//!
//! ## Growth of the state
//!
//! Proposals, ballots, deliveries and certificates are the record of the community's decisions and are kept. For each
//! proposal an owner adds at most one ballot, proxy, delivery, support, challenge and candidacy. The number of
//! proposals at the vote is bounded in each room, and the number of open petitions, and of those supported, for each
//! owner.
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

pub use aliases::*;
pub use call_matters::CallMatters;
pub use concerns::Concerns;
pub use origins::{matters, EnsureDecision, EnsureDecisionOfSome, MatterType};
pub use pallet::*;
pub use weights::WeightInfo;

mod aliases;
mod annulment;
pub mod api;
mod ballots;
mod by_elections;
mod call_matters;
mod closing;
mod concerns;
mod contests;
mod deliveries;
mod elections;
mod electorate;
mod enactment;
mod errors;
mod events;
pub mod judgments;
mod nominations;
mod options;
mod origins;
mod paper;
mod proposals;
mod proxies;
mod rooms;
mod rule_books;
pub mod tally;
mod tracts;
pub mod types;
pub mod verdict;
mod views;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
#[cfg(any(test, feature = "try-runtime"))]
mod try_state;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use views::PAGE_LIMIT;

use frame_support::{pallet_macros::import_section, traits::OriginTrait};

/// The FRAME pallet.
#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
#[allow(clippy::expect_used, reason = "the macros of FRAME expect the pallet to be in its runtime")]
pub mod pallet {
	use super::*;
	use crate::{
		tally::{BallotKind, Choice},
		types::{rule_book::MAX_SEATS, *},
		verdict::Verdict,
	};
	use frame_support::{
		dispatch::{PostDispatchInfo, WithPostDispatchInfo},
		pallet_prelude::*,
		traits::{schedule, Contains, QueryPreimage, StorePreimage},
	};
	use frame_system::pallet_prelude::*;
	use linli_primitives::{
		traits::{Clock, ElectedCommittee, Electorate, OwnerEligibility, People, SittingCommittee},
		ContentHash, Moment, OwnerId, Power,
	};
	use sp_runtime::traits::Dispatchable;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The governance pallet.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Configuration of the pallet.
	#[pallet::config]
	pub trait Config:
		frame_system::Config<
		RuntimeCall: From<Call<Self>> + Dispatchable<PostInfo = PostDispatchInfo>,
		RuntimeOrigin: From<Origin> + OriginTrait<PalletsOrigin: TryInto<Origin>>,
	>
	{
		/// The owners, their representatives and their voting power.
		type Electorate: Electorate<Self::AccountId, BlockNumberFor<Self>>;

		/// Decides which owners can stand in an election, where the rule book bars owners in arrears.
		type Eligibility: OwnerEligibility;

		/// The current time. All deadlines are lived times, not block numbers.
		type Clock: Clock;

		/// The committee, acting by a majority of all its members.
		type CommitteeOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The persons behind accounts, for acts that take two people.
		type People: People<Self::AccountId>;

		/// Tells which accounts a question concerns: they do not act on it in an office.
		type Concerns: Concerns<Self::AccountId, CallOf<Self>>;

		/// The matters of calls, which motions have to declare.
		type Matters: CallMatters<CallOf<Self>>;

		/// The registrar, who enters paper ballots and deliveries and countersigns court rulings. Yields the account,
		/// which is compared with the witness's or the auditor's.
		type RegistrarOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// A witness, who countersigns paper ballots. Yields the account.
		type WitnessOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// The auditor, who enters a court's ruling that sets a decision aside. Yields the account, which is compared
		/// with that of the registrar who countersigns.
		type AnnulOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// The committee, to which the results of elections are handed over, and for which by-elections are called.
		type Committee: ElectedCommittee<Self::AccountId> + SittingCommittee;

		/// Storage of calls that are too long to be kept in the proposal.
		type Preimages: QueryPreimage<H = Self::Hashing> + StorePreimage;

		/// Closes votes and enacts decisions automatically when they are due.
		type Scheduler: schedule::v3::Anon<
			BlockNumberFor<Self>,
			CallOf<Self>,
			PalletsOriginOf<Self>,
			Hasher = Self::Hashing,
		>;

		/// Minimum time between two blocks in milliseconds, from which the block of a deadline is derived.
		#[pallet::constant]
		type BlockTime: Get<Moment>;

		/// Number of places in each [`Room`] for proposals that wait for candidates or ballots, and in the list of
		/// petitions. At least [`Config::MaxSupports`] divided by the smallest share that puts a petition to the
		/// owners: then petitions never fill the rooms of the whole community.
		#[pallet::constant]
		type MaxOpen: Get<u32>;

		/// The number of petitions for motions that an owner supports at a time, counted until their votes are closed;
		/// and as many for elections and recalls.
		#[pallet::constant]
		type MaxSupports: Get<u32>;

		/// The number of heads in support with which a petition can be listed.
		#[pallet::constant]
		type MinSupporters: Get<u32>;

		/// The calls that recall members of the committee.
		type Recalls: Contains<CallOf<Self>>;

		/// Maximum number of petitions that one owner can have open, counted until their votes are closed.
		#[pallet::constant]
		type MaxPetitions: Get<u32>;

		/// The number of other owners who have to second a candidate for a place.
		#[pallet::constant]
		type MinSeconders: Get<u32>;

		/// Maximum number of challenges to one decision.
		#[pallet::constant]
		type MaxChallenges: Get<u32>;

		/// Milliseconds of lived time in which a decision can be enacted, counted from when it is due. After that it
		/// lapses, since the owners may have changed their minds.
		#[pallet::constant]
		type EnactmentPeriod: Get<Moment>;

		/// Milliseconds by which a court's ruling postpones what the owners decided again after a ruling.
		#[pallet::constant]
		type Postponement: Get<Moment>;

		/// Milliseconds before the record date from which changes of owners' accounts and areas are recent: a
		/// certificate shows how much of the result comes from their ballots. Counted in blocks, which are at least
		/// [`Config::BlockTime`] apart.
		#[pallet::constant]
		type RecentChanges: Get<Moment>;

		/// Weight information of the calls.
		type WeightInfo: WeightInfo;

		/// Sets up the committee for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper<Self::AccountId>;
	}

	/// The origins of this pallet.
	#[pallet::origin]
	pub type Origin = crate::origins::Origin;

	/// All rule books, by version. Versions run from 0 to [`CurrentRuleBook`] without gaps.
	#[pallet::storage]
	pub type RuleBooks<T: Config> = StorageMap<_, Twox64Concat, RuleBookVersion, RuleBook>;

	/// The version of the rule book in force. `None` if the chain started without one: then nothing can be proposed.
	#[pallet::storage]
	pub type CurrentRuleBook<T: Config> = StorageValue<_, RuleBookVersion>;

	/// All proposals, by id. Ids run from 0 up to [`NextProposal`], exclusive, without gaps.
	#[pallet::storage]
	pub type Proposals<T: Config> = StorageMap<_, Twox64Concat, ProposalId, ProposalOf<T>>;

	/// The id of the next proposal, which is also the number of proposals.
	#[pallet::storage]
	pub type NextProposal<T: Config> = StorageValue<_, ProposalId, ValueQuery>;

	/// The open proposals that were put to the owners, by room, in no particular order.
	#[pallet::storage]
	pub type OpenProposals<T: Config> =
		StorageMap<_, Twox64Concat, Room, BoundedVec<ProposalId, T::MaxOpen>, ValueQuery>;

	/// The room of each of them.
	#[pallet::storage]
	pub type Rooms<T: Config> = StorageMap<_, Twox64Concat, ProposalId, Room>;

	/// The listed petitions: of those that collect support, the best supported, in no particular order.
	#[pallet::storage]
	pub type Listed<T: Config> = StorageValue<_, BoundedVec<Listing, T::MaxOpen>, ValueQuery>;

	/// The petitions that each owner supports, of those that are open and perhaps of some that were closed since the
	/// owner last supported one.
	#[pallet::storage]
	pub type Supported<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		OwnerId,
		Twox64Concat,
		Quota,
		BoundedVec<ProposalId, T::MaxSupports>,
		ValueQuery,
	>;

	/// The number of open petitions of each owner, counted until their votes are closed.
	#[pallet::storage]
	pub type OpenPetitions<T: Config> = StorageMap<_, Twox64Concat, OwnerId, u32, ValueQuery>;

	/// The owners who supported each petition.
	#[pallet::storage]
	pub type Supporters<T: Config> = StorageDoubleMap<_, Twox64Concat, ProposalId, Twox64Concat, OwnerId, ()>;

	/// The candidates of each election who have a place, whom ballots name by it. Fixed when the notice is given.
	#[pallet::storage]
	pub type Candidates<T: Config> = StorageMap<_, Twox64Concat, ProposalId, CandidatesOf<T>, ValueQuery>;

	/// The owners who stand in each election, with or without a place, and those who stepped back.
	#[pallet::storage]
	pub type Nominations<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ProposalId, Twox64Concat, OwnerId, Nomination<T::AccountId>>;

	/// The candidates that each owner seconded in each election.
	#[pallet::storage]
	pub type Seconds<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		ProposalId,
		Twox64Concat,
		OwnerId,
		BoundedVec<OwnerId, ConstU32<MAX_SEATS>>,
		ValueQuery,
	>;

	/// For each announced proposal, the data needed to cast a ballot, and the tally.
	#[pallet::storage]
	pub type Polls<T: Config> = StorageMap<_, Twox64Concat, ProposalId, PollOf<T>>;

	/// Of each vote that has to pass within each tract, the tallies within them.
	#[pallet::storage]
	pub type TractPolls<T: Config> = StorageMap<_, Twox64Concat, ProposalId, tract::TractPolls, ValueQuery>;

	/// All ballots, by proposal and owner.
	#[pallet::storage]
	pub type Ballots<T: Config> = StorageDoubleMap<_, Twox64Concat, ProposalId, Twox64Concat, OwnerId, BallotOf<T>>;

	/// Proxies, by proposal and the owner who granted them. They are kept after use, unless revoked.
	#[pallet::storage]
	pub type Proxies<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ProposalId, Twox64Concat, OwnerId, Proxy<T::AccountId>>;

	/// The number of owners for whom all accounts of one owner together have voted by proxy on a proposal.
	#[pallet::storage]
	pub type ProxiesUsed<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ProposalId, Twox64Concat, OwnerId, u32, ValueQuery>;

	/// Paper ballots that were entered and not yet countersigned.
	#[pallet::storage]
	pub type Papers<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ProposalId, Twox64Concat, OwnerId, Paper<T::AccountId>>;

	/// Contests of paper ballots, by proposal and the owner whose ballot it is.
	#[pallet::storage]
	pub type Contests<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ProposalId, Twox64Concat, OwnerId, Contest<T::AccountId>>;

	/// Every scan ever entered, so that one sheet of paper never counts as two ballots.
	#[pallet::storage]
	pub type Scans<T: Config> = StorageMap<_, Blake2_128Concat, ContentHash, (ProposalId, OwnerId)>;

	/// Deliveries of a proposal's papers, by proposal and the owner who was served.
	#[pallet::storage]
	pub type Deliveries<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ProposalId, Twox64Concat, OwnerId, Delivery<T::AccountId>>;

	/// The certificates of closed votes.
	#[pallet::storage]
	pub type Certificates<T: Config> = StorageMap<_, Twox64Concat, ProposalId, CertificateOf<T>>;

	/// Challenges, by decision and owner.
	#[pallet::storage]
	pub type Challenges<T: Config> = StorageDoubleMap<_, Twox64Concat, ProposalId, Twox64Concat, OwnerId, Challenge>;

	/// The number of challenges to each decision.
	#[pallet::storage]
	pub type ChallengeCount<T: Config> = StorageMap<_, Twox64Concat, ProposalId, u32, ValueQuery>;

	/// Rulings that were entered and not yet countersigned, on decisions waiting for their enactment.
	#[pallet::storage]
	pub type Annulments<T: Config> = StorageMap<_, Twox64Concat, ProposalId, Annulment<T::AccountId>>;

	/// The latest annulment on each subject that opened a year in which other decisions on it are only postponed.
	#[pallet::storage]
	pub type Overrulings<T: Config> = StorageMap<_, Blake2_128Concat, Subject, Overruling>;

	/// The postponements of decisions that the owners took again.
	#[pallet::storage]
	pub type Postponements<T: Config> = StorageMap<_, Twox64Concat, ProposalId, Postponement<T::AccountId>>;

	/// Judgments that give effect to rejected motions. They are kept, unless the committee revoked them in time.
	#[pallet::storage]
	pub type Judgments<T: Config> = StorageMap<_, Twox64Concat, ProposalId, Judgment<T::AccountId>>;

	/// The run-off of each proposal from which one was called.
	#[pallet::storage]
	pub type RunOffs<T: Config> = StorageMap<_, Twox64Concat, ProposalId, ProposalId>;

	/// The latest election that passed, whether its result was seated or not.
	#[pallet::storage]
	pub type LatestPassedElection<T: Config> = StorageValue<_, ProposalId>;

	/// The proposal from which each run-off was called.
	#[pallet::storage]
	pub type FirstVotes<T: Config> = StorageMap<_, Twox64Concat, ProposalId, ProposalId>;

	/// The genesis configuration: a rule book, usually that of a law pack.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The rule book that becomes version 0.
		pub rule_book: Option<RuleBook>,
		#[serde(skip)]
		#[allow(missing_docs)]
		pub _config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			if let Some(book) = &self.rule_book {
				assert!(book.validate().is_ok(), "the genesis rule book is invalid: {:?}", book.validate());
				RuleBooks::<T>::insert(0, book);
				CurrentRuleBook::<T>::put(0);
			}
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::BlockTime::get() > 0, "BlockTime must be positive");
			assert!(T::MaxOpen::get() > 0, "MaxOpen must be positive, or nothing can be proposed");
			assert!(T::MaxSupports::get() > 0, "MaxSupports must be positive, or nobody can support a petition");
			assert!(T::MaxPetitions::get() > 0, "MaxPetitions must be positive, or no owner can petition");
			assert!(T::EnactmentPeriod::get() > 0, "EnactmentPeriod must be positive, or no decision can be enacted");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Puts a question to the owners. A motion is announced at once; an election first opens for candidates.
		///
		/// A motion declares its matter, for which the class has to suffice; its call can only do what a decision on
		/// that matter can. `class` is a class of the rule book in force, `electorate` the buildings whose owners
		/// decide (`None` for all), `agenda` the hash of the text and `place` the URI at which it can be fetched.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CommitteeOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::RuleBookNotFound`], [`Error::ClassNotFound`], [`Error::KindsNotCounted`];
		/// - by a class that asks for its thresholds within each tract: [`Error::ElectorateNotAllowed`],
		///   [`Error::OptionsNotAllowed`];
		/// - of a motion or options: [`Error::MatterRequired`], [`Error::ClassTooLow`], [`Error::CallTooLong`],
		///   [`Error::PreimageNotFound`], [`Error::CallUnreadable`], [`Error::MatterMismatch`],
		///   [`Error::InvalidElectorate`], [`Error::TooFewOptions`];
		/// - of an election: [`Error::InvalidClass`], [`Error::InvalidElectorate`], [`Error::InvalidSeats`],
		///   [`Error::InvalidTerm`];
		/// - [`Error::ElectorateIsEmpty`], [`Error::TooManyBuildingSets`], [`Error::TooManyOpen`].
		///
		/// ## Weight
		///
		/// Constant: that of the largest electorate and the longest call.
		#[pallet::call_index(0)]
		#[pallet::weight(
			<T as Config>::WeightInfo::propose()
				.saturating_add(options::calls_weight::<T>())
				.saturating_add(tracts::notice_weight::<T>())
		)]
		pub fn propose(
			origin: OriginFor<T>,
			question: QuestionOf<T>,
			class: ClassId,
			electorate: Option<Buildings>,
			agenda: ContentHash,
			place: Place,
		) -> DispatchResult {
			T::CommitteeOrigin::ensure_origin(origin)?;
			Self::do_propose(Proposer::Committee, question, class, electorate, agenda, place).map(|_| ())
		}

		/// Begins a petition, with the owner whom the signer represents as its first supporter. The arguments are those
		/// of [`Pallet::propose`]. If that support suffices, the question is put to the owners at once: see
		/// [`Pallet::support`].
		///
		/// ## Dispatch origin
		///
		/// Signed by the representative of an owner with power in the electorate.
		///
		/// ## Errors
		///
		/// - the errors of [`Pallet::propose`];
		/// - [`Error::NotOwner`], [`Error::NotRepresentative`], [`Error::NotEligibleToVote`],
		///   [`Error::NotInElectorate`];
		/// - [`Error::TooManyPetitions`], [`Error::TooManySupported`].
		///
		/// ## Weight
		///
		/// Constant: that of the largest electorate and the longest call.
		#[pallet::call_index(1)]
		#[pallet::weight(
			<T as Config>::WeightInfo::petition()
				.saturating_add(options::calls_weight::<T>())
				.saturating_add(tracts::notice_weight::<T>())
		)]
		pub fn petition(
			origin: OriginFor<T>,
			question: QuestionOf<T>,
			class: ClassId,
			electorate: Option<Buildings>,
			agenda: ContentHash,
			place: Place,
		) -> DispatchResult {
			let owner = Self::representative(&ensure_signed(origin)?)?;
			Self::do_propose(Proposer::Owner { owner }, question, class, electorate, agenda, place).map(|_| ())
		}

		/// Supports a petition. With the share of heads that the rule book requires, it is put to the owners: the
		/// notice of a motion is given, an election opens for candidates.
		///
		/// ## Dispatch origin
		///
		/// Signed by the representative of an owner who had power in the electorate when the petition began.
		///
		/// ## Errors
		///
		/// - [`Error::NotOwner`], [`Error::NotRepresentative`], [`Error::NotEligibleToVote`],
		///   [`Error::NotInElectorate`];
		/// - [`Error::ProposalNotFound`], [`Error::NotCollecting`], [`Error::PetitionOver`];
		/// - [`Error::AlreadySupported`], [`Error::TooManySupported`];
		/// - [`Error::TooManyOpen`]: when it would be put to the owners, and its room is full;
		/// - [`Error::TooManyBuildingSets`]: when the notice is given.
		///
		/// ## Weight
		///
		/// Constant: that of the support that completes a petition, in the largest electorate.
		#[pallet::call_index(2)]
		#[pallet::weight(
			<T as Config>::WeightInfo::support()
				.saturating_add(options::calls_weight::<T>())
				.saturating_add(tracts::notice_weight::<T>())
		)]
		pub fn support(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			let owner = Self::representative(&ensure_signed(origin)?)?;
			Self::do_support(proposal, owner)
		}

		/// Replaces the text of the committee's election until the nomination period is over. The text of a motion is
		/// fixed by its notice, that of a petition from the beginning.
		///
		/// ## Dispatch origin
		///
		/// The proposer: [`Config::CommitteeOrigin`], or signed by the representative of the petitioner.
		///
		/// ## Errors
		///
		/// - [`Error::NotOwner`], [`Error::NotRepresentative`];
		/// - [`Error::ProposalNotFound`], [`Error::NotProposer`], [`Error::AlreadyAnnounced`],
		///   [`Error::NotAmendable`];
		/// - [`Error::PetitionAlreadySucceeded`]: an election by petition is in its nomination period.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(3)]
		pub fn amend(origin: OriginFor<T>, proposal: ProposalId, agenda: ContentHash, place: Place) -> DispatchResult {
			let proposer = Self::ensure_proposer(origin)?;
			Self::do_amend(proposer, proposal, agenda, place)
		}

		/// Withdraws a proposal: a petition while it collects support, the committee's proposal until voting
		/// begins. A run-off is not withdrawn.
		///
		/// ## Dispatch origin
		///
		/// The proposer: [`Config::CommitteeOrigin`], or signed by the representative of the petitioner.
		///
		/// ## Errors
		///
		/// - [`Error::NotOwner`], [`Error::NotRepresentative`];
		/// - [`Error::ProposalNotFound`], [`Error::NotProposer`], [`Error::PetitionAlreadySucceeded`],
		///   [`Error::VotingAlreadyOpen`], [`Error::AlreadyConcluded`].
		///
		/// ## Weight
		///
		/// Constant. One read is for the first vote of a run-off.
		#[pallet::call_index(4)]
		#[pallet::weight(<T as Config>::WeightInfo::withdraw().saturating_add(T::DbWeight::get().reads_writes(1, 1)))]
		pub fn withdraw(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			let proposer = Self::ensure_proposer(origin)?;
			Self::do_withdraw(proposer, proposal)
		}

		/// Makes the owner whom the signer represents a candidate in an election. Owners can only put themselves
		/// forward. A candidate takes a place once enough owners have [seconded](Pallet::second) them; one who waits for a
		/// place makes this call again to take one that has become free.
		///
		/// ## Dispatch origin
		///
		/// Signed by the representative of an owner with voting power at present.
		///
		/// ## Errors
		///
		/// - [`Error::NotOwner`], [`Error::NotRepresentative`], [`Error::NotEligibleToVote`], [`Error::NotEligible`];
		/// - [`Error::ProposalNotFound`], [`Error::NotNominating`], [`Error::NominationOver`];
		/// - [`Error::AlreadyCandidate`];
		/// - [`Error::TooFewSeconders`]: the candidate waits for a place, and there is none yet.
		///
		/// ## Weight
		///
		/// Constant, and the weight of checking [`Config::Eligibility`].
		#[pallet::call_index(5)]
		#[pallet::weight(<T as Config>::WeightInfo::stand().saturating_add(T::Eligibility::weight()))]
		pub fn stand(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let owner = Self::representative(&who)?;
			Self::do_stand(proposal, owner, who)
		}

		/// Withdraws the candidacy of the owner whom the signer represents.
		///
		/// ## Dispatch origin
		///
		/// Signed by the representative of the candidate.
		///
		/// ## Errors
		///
		/// - [`Error::NotOwner`], [`Error::NotRepresentative`], [`Error::NotCandidate`];
		/// - [`Error::ProposalNotFound`], [`Error::NotNominating`], [`Error::NominationOver`];
		/// - [`Error::WithdrawalOver`]: in the second half of the nomination, if too few candidates would be left.
		///
		/// ## Weight
		///
		/// Constant. One read is for the rule book.
		#[pallet::call_index(6)]
		#[pallet::weight(<T as Config>::WeightInfo::step_back().saturating_add(T::DbWeight::get().reads(1)))]
		pub fn step_back(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			let owner = Self::representative(&ensure_signed(origin)?)?;
			Self::do_step_back(proposal, owner)
		}

		/// Gives the notice of an election once the nomination period is over. With fewer candidates than the minimum
		/// number of seats the election lapses.
		///
		/// ## Dispatch origin
		///
		/// Signed by any account, or the scheduler when the call is due.
		///
		/// ## Errors
		///
		/// - [`Error::ProposalNotFound`], [`Error::NotNominating`], [`Error::NominationRunning`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(7)]
		pub fn announce(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			if Self::is_early(origin, proposal, Call::announce { proposal })? {
				return Ok(());
			}
			Self::do_announce(proposal)
		}

		/// Casts or changes the ballot of the owner whom the signer represents.
		///
		/// ## Dispatch origin
		///
		/// Signed by the representative of an owner who had power in the electorate at the record date.
		///
		/// ## Errors
		///
		/// - [`Error::NotOwner`], [`Error::NotRepresentative`], [`Error::NotEligibleToVote`],
		///   [`Error::NotInElectorate`];
		/// - [`Error::PollNotFound`], [`Error::VotingNotOpen`], [`Error::VotingOver`];
		/// - [`Error::InvalidChoice`], [`Error::QuorumOnlyNotAllowed`], [`Error::CandidateNotFound`],
		///   [`Error::OptionNotFound`];
		/// - [`Error::AlreadyVotedByProxy`], [`Error::AlreadyVotedOnPaper`].
		///
		/// ## Weight
		///
		/// Constant in an election. On a motion linear in the buildings of the electorate or of the tracts, and higher
		/// where the class counts silent owners; that of the most expensive electorate is declared, and the unused part
		/// refunded.
		#[pallet::call_index(8)]
		#[pallet::weight(match choice {
			Choice::Approve { .. } => <T as Config>::WeightInfo::cast_approval(),
			Choice::For | Choice::Against | Choice::Abstain | Choice::QuorumOnly | Choice::Pick { .. } => {
				Pallet::<T>::most_cast_weight()
			}
		})]
		pub fn cast(origin: OriginFor<T>, proposal: ProposalId, choice: Choice) -> DispatchResultWithPostInfo {
			let owner = Self::representative(&ensure_signed(origin)?)?;
			let poll = Self::do_cast(proposal, owner, choice, Channel::Own)?;
			Ok(Self::cast_weight(&poll).into())
		}

		/// Grants `holder` a proxy for the owner whom the signer represents, on one proposal, from its notice on. If
		/// `choice` is given, the holder cannot cast any other.
		///
		/// The holder must act for another owner. The rule book limits the number of proxies that a holder can use, and
		/// all accounts of that owner count as one holder. A grant does not count against it before it is used.
		///
		/// ## Dispatch origin
		///
		/// Signed by the representative of an owner who had power in the electorate at the record date.
		///
		/// ## Errors
		///
		/// - [`Error::NotOwner`], [`Error::NotRepresentative`], [`Error::NotEligibleToVote`],
		///   [`Error::NotInElectorate`];
		/// - [`Error::PollNotFound`], [`Error::VotingOver`], [`Error::InvalidChoice`], [`Error::CandidateNotFound`];
		/// - [`Error::HolderIsStaff`], [`Error::HolderNotOwner`], [`Error::HolderIsSelf`];
		/// - [`Error::TooManyProxies`] if the rule book allows none, [`Error::ProxyAlreadyGranted`];
		/// - [`Error::AlreadyVotedInPerson`], [`Error::AlreadyVotedByProxy`], [`Error::AlreadyVotedOnPaper`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(9)]
		pub fn grant_proxy(
			origin: OriginFor<T>,
			proposal: ProposalId,
			holder: T::AccountId,
			choice: Option<Choice>,
		) -> DispatchResult {
			let owner = Self::representative(&ensure_signed(origin)?)?;
			Self::do_grant_proxy(proposal, owner, holder, choice)
		}

		/// Revokes a proxy until the vote closes. A ballot that the holder cast is withdrawn, and the owner can vote
		/// through any channel.
		///
		/// ## Dispatch origin
		///
		/// Signed by the representative of the owner who granted it.
		///
		/// ## Errors
		///
		/// - [`Error::NotOwner`], [`Error::NotRepresentative`], [`Error::ProxyNotFound`];
		/// - [`Error::PollNotFound`], [`Error::VotingOver`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(10)]
		#[pallet::weight(<T as Config>::WeightInfo::revoke_proxy().saturating_add(tracts::withdrawal_weight::<T>()))]
		pub fn revoke_proxy(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			let owner = Self::representative(&ensure_signed(origin)?)?;
			Self::do_revoke_proxy(proposal, owner)
		}

		/// Casts or changes the ballot of an owner who granted the signer a proxy.
		///
		/// ## Dispatch origin
		///
		/// Signed by the holder of the proxy.
		///
		/// ## Errors
		///
		/// - [`Error::ProxyNotFound`], [`Error::NotHolder`], [`Error::ProxyChoiceMismatch`];
		/// - [`Error::HolderMoved`], [`Error::HolderIsStaff`], [`Error::TooManyProxies`];
		/// - [`Error::PollNotFound`], [`Error::VotingNotOpen`], [`Error::VotingOver`];
		/// - [`Error::InvalidChoice`], [`Error::CandidateNotFound`];
		/// - [`Error::AlreadyVotedInPerson`], [`Error::AlreadyVotedOnPaper`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(11)]
		#[pallet::weight(<T as Config>::WeightInfo::cast_by_proxy().saturating_add(tracts::ballot_weight::<T>()))]
		pub fn cast_by_proxy(
			origin: OriginFor<T>,
			proposal: ProposalId,
			owner: OwnerId,
			choice: Choice,
		) -> DispatchResult {
			let holder = ensure_signed(origin)?;
			Self::do_cast_by_proxy(proposal, owner, holder, choice)
		}

		/// Enters a paper ballot, which counts once a witness has countersigned it. Until then, entering it again with
		/// another scan replaces it; each scan can be entered only once. If a ballot of the owner counts already, the
		/// paper ballot is refused in public.
		///
		/// ## Dispatch origin
		///
		/// [`Config::RegistrarOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::PollNotFound`], [`Error::VotingNotOpen`], [`Error::VotingOver`], [`Error::PaperIntakeOver`];
		/// - [`Error::NotEligibleToVote`], [`Error::NotInElectorate`], [`Error::InvalidChoice`],
		///   [`Error::CandidateNotFound`];
		/// - [`Error::ScanAlreadyUsed`], [`Error::PaperIsContested`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(12)]
		pub fn enter_paper(
			origin: OriginFor<T>,
			proposal: ProposalId,
			owner: OwnerId,
			choice: Choice,
			scan: ContentHash,
		) -> DispatchResult {
			let registrar = T::RegistrarOrigin::ensure_origin(origin)?;
			Self::do_enter_paper(proposal, owner, choice, scan, registrar)
		}

		/// Countersigns a paper ballot that another person entered, and counts it. The witness states the choice and
		/// the scan, so that the ballot counted is the one the witness has seen. If a ballot of the owner was cast in
		/// the meantime, the paper ballot is refused in public.
		///
		/// ## Dispatch origin
		///
		/// [`Config::WitnessOrigin`]: neither the person that entered it nor anybody related to the owner ([`People`]),
		/// nor anybody whom the question concerns ([`Config::Concerns`]).
		///
		/// ## Errors
		///
		/// - [`Error::PaperNotFound`], [`Error::PaperMismatch`], [`Error::OwnPaper`], [`Error::OwnBallot`],
		///   [`Error::IsConcerned`];
		/// - [`Error::PollNotFound`], [`Error::VotingOver`], [`Error::PaperIntakeOver`].
		///
		/// ## Weight
		///
		/// Constant, and the weight of [`Config::Concerns`].
		#[pallet::call_index(13)]
		#[pallet::weight(
			<T as Config>::WeightInfo::countersign()
				.saturating_add(T::Concerns::weight())
				.saturating_add(tracts::ballot_weight::<T>())
		)]
		pub fn countersign(
			origin: OriginFor<T>,
			proposal: ProposalId,
			owner: OwnerId,
			choice: Choice,
			scan: ContentHash,
		) -> DispatchResult {
			let witness = T::WitnessOrigin::ensure_origin(origin)?;
			Self::do_countersign(proposal, owner, choice, scan, witness)
		}

		/// Records that the papers of a proposal were delivered to an owner, before voting begins. It is a receipt once
		/// a witness has countersigned it: see [`Pallet::countersign_delivery`].
		///
		/// ## Dispatch origin
		///
		/// [`Config::RegistrarOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::PollNotFound`], [`Error::DeliveryOver`], [`Error::NotEligibleToVote`],
		///   [`Error::NotInElectorate`];
		/// - [`Error::AlreadyServed`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(14)]
		pub fn record_delivery(origin: OriginFor<T>, proposal: ProposalId, owner: OwnerId) -> DispatchResult {
			let registrar = T::RegistrarOrigin::ensure_origin(origin)?;
			Self::do_record_delivery(proposal, owner, registrar)
		}

		/// Confirms that the papers of a proposal were delivered to the owner whom the signer represents, also where
		/// the registrar alone has recorded it.
		///
		/// ## Dispatch origin
		///
		/// Signed by the representative of an owner who had power in the electorate at the record date.
		///
		/// ## Errors
		///
		/// - [`Error::NotOwner`], [`Error::NotRepresentative`];
		/// - [`Error::PollNotFound`], [`Error::VotingOver`], [`Error::NotEligibleToVote`], [`Error::NotInElectorate`];
		/// - [`Error::AlreadyServed`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(15)]
		pub fn acknowledge(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			let owner = Self::representative(&ensure_signed(origin)?)?;
			Self::do_acknowledge(proposal, owner)
		}

		/// Closes a vote that is over: finds the verdict and writes the certificate. A petition that has not found
		/// enough support in its time lapses.
		///
		/// Where the class says so, a vote that fell short for lack of ballots goes on instead, once extended and once
		/// at a second call with a smaller quorum; and a vote in which every owner has voted is closed early, once no
		/// ballot was changed for a time.
		///
		/// ## Dispatch origin
		///
		/// Signed by any account, or the scheduler when the call is due.
		///
		/// ## Errors
		///
		/// - [`Error::ProposalNotFound`], [`Error::NotClosable`], [`Error::VotingNotOver`], [`Error::PetitionRunning`].
		///
		/// ## Weight
		///
		/// Constant, regardless of the number of owners. An early close writes the poll besides, and with tracts their
		/// tallies are read.
		#[pallet::call_index(16)]
		#[pallet::weight(<T as Config>::WeightInfo::close().saturating_add(T::DbWeight::get().reads_writes(1, 1)))]
		pub fn close(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			if Self::is_early(origin, proposal, Call::close { proposal })? {
				return Ok(());
			}
			Self::do_close(proposal)
		}

		/// Challenges a decision in public, within its challenge window. A challenge is a record and does not delay the
		/// enactment; only a court can set the decision aside.
		///
		/// ## Dispatch origin
		///
		/// Signed by the representative of an owner who had power in the electorate at the record date.
		///
		/// ## Errors
		///
		/// - [`Error::NotOwner`], [`Error::NotRepresentative`], [`Error::NotEligibleToVote`],
		///   [`Error::NotInElectorate`];
		/// - [`Error::ProposalNotFound`], [`Error::NotPassed`], [`Error::ChallengeWindowOver`];
		/// - [`Error::AlreadyChallenged`], [`Error::TooManyChallenges`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(17)]
		pub fn challenge(origin: OriginFor<T>, proposal: ProposalId, reason: ContentHash) -> DispatchResult {
			let owner = Self::representative(&ensure_signed(origin)?)?;
			Self::do_challenge(proposal, owner, reason)
		}

		/// Enters a court's ruling that sets a decision aside before it is enacted. The decision is annulled once the
		/// registrar has countersigned the ruling; until then it takes its course, and entering a ruling again replaces
		/// the previous one. Of a decision that the owners take again after one with the same call was annulled, the
		/// ruling moves only the time of enactment, by [`Config::Postponement`], and only once.
		///
		/// ## Dispatch origin
		///
		/// [`Config::AnnulOrigin`], not concerned by the decision ([`Config::Concerns`]).
		///
		/// ## Errors
		///
		/// - [`Error::ProposalNotFound`], [`Error::NotPassed`], [`Error::AlreadyPostponed`], [`Error::IsConcerned`].
		///
		/// ## Weight
		///
		/// Constant, and the weight of [`Config::Concerns`].
		#[pallet::call_index(18)]
		#[pallet::weight(<T as Config>::WeightInfo::annul().saturating_add(T::Concerns::weight()))]
		pub fn annul(origin: OriginFor<T>, proposal: ProposalId, document: ContentHash) -> DispatchResult {
			let auditor = T::AnnulOrigin::ensure_origin(origin)?;
			Self::do_annul(proposal, document, auditor)
		}

		/// Countersigns a ruling that another person entered, and annuls the decision, or postpones it if the owners
		/// took it again. The registrar states the hash of the ruling, which confirms that both have seen the same
		/// document.
		///
		/// ## Dispatch origin
		///
		/// [`Config::RegistrarOrigin`], other than the person that entered it. The decision concerns neither of them.
		///
		/// ## Errors
		///
		/// - [`Error::AnnulmentNotFound`], [`Error::RulingMismatch`], [`Error::OwnAnnulment`], [`Error::IsConcerned`];
		/// - [`Error::AlreadyPostponed`], or [`Error::NotPassed`] if its enactment was tried: the owners took the
		///   decision again.
		///
		/// ## Weight
		///
		/// Constant, and the weight of [`Config::Concerns`] for each of the two.
		#[pallet::call_index(19)]
		#[pallet::weight(
			<T as Config>::WeightInfo::countersign_annulment().saturating_add(T::Concerns::weight().saturating_mul(2))
		)]
		pub fn countersign_annulment(
			origin: OriginFor<T>,
			proposal: ProposalId,
			document: ContentHash,
		) -> DispatchResult {
			let registrar = T::RegistrarOrigin::ensure_origin(origin)?;
			Self::do_countersign_annulment(proposal, document, registrar)
		}

		/// Enacts a decision: dispatches the motion's call with the decision as its origin, or seats the elected
		/// committee.
		///
		/// If that fails, the proposal keeps the error, this call succeeds, and it can be made again. After
		/// [`Config::EnactmentPeriod`] the decision lapses instead. `weight_bound` is the maximum weight of the
		/// motion's call.
		///
		/// ## Dispatch origin
		///
		/// Signed by any account, or the scheduler when the call is due.
		///
		/// ## Errors
		///
		/// - [`Error::ProposalNotFound`], [`Error::NotPassed`], [`Error::ChallengeWindowRunning`];
		/// - [`Error::WeightBoundTooLow`]: the motion's call weighs more than `weight_bound`;
		/// - [`Error::CommitteeNotFound`]: a court gave effect to it, and nobody can take that back.
		///
		/// ## Weight
		///
		/// Constant, and `weight_bound` for the motion's call; the unused part is refunded. Three reads are for a
		/// judgment and the committee.
		#[pallet::call_index(20)]
		#[pallet::weight((
			<T as Config>::WeightInfo::enact()
				.max(<T as Config>::WeightInfo::seat())
				.saturating_add(T::DbWeight::get().reads(3))
				.saturating_add(*weight_bound),
			DispatchClass::Operational,
		))]
		pub fn enact(origin: OriginFor<T>, proposal: ProposalId, weight_bound: Weight) -> DispatchResultWithPostInfo {
			if Self::is_early(origin, proposal, Call::enact { proposal, weight_bound })? {
				return Ok(Some(<T as Config>::WeightInfo::enact()).into());
			}
			let used = Self::do_enact(proposal, weight_bound)
				// No call was dispatched, so the bound is not spent.
				.map_err(|error| error.with_weight(<T as Config>::WeightInfo::enact()))?;
			Ok(Some(used).into())
		}

		/// Sets a new rule book for proposals made from now on.
		///
		/// ## Dispatch origin
		///
		/// A decision of the whole community on [`Matter::RuleBook`].
		///
		/// ## Errors
		///
		/// - [`Error::InvalidRuleBook`], [`Error::KindsNotCounted`];
		/// - of its tracts: [`Error::TractIsEmpty`], [`Error::TooManyBuildingSets`].
		///
		/// ## Weight
		///
		/// Constant: that of the largest tracts.
		#[pallet::call_index(21)]
		#[pallet::weight(
			<T as Config>::WeightInfo::set_rule_book().saturating_add(<T as Config>::WeightInfo::look_up_tracts())
		)]
		pub fn set_rule_book(origin: OriginFor<T>, rule_book: RuleBook) -> DispatchResult {
			let proposal = EnsureDecision::<T, matters::RuleBook>::ensure_origin(origin)?;
			Self::do_set_rule_book(rule_book, proposal)
		}

		/// Contests the paper ballot of the owner whom the signer represents: it counts no more, no other paper ballot
		/// is entered for the owner, and the owner can vote by key or proxy. `reason` is the hash of the reasons.
		///
		/// ## Dispatch origin
		///
		/// Signed by the representative of the owner.
		///
		/// ## Errors
		///
		/// - [`Error::NotOwner`], [`Error::NotRepresentative`];
		/// - [`Error::PollNotFound`], [`Error::VotingNotOpen`], [`Error::VotingOver`];
		/// - [`Error::NotOnPaper`], [`Error::AlreadyContested`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(22)]
		#[pallet::weight(<T as Config>::WeightInfo::contest_paper().saturating_add(tracts::withdrawal_weight::<T>()))]
		pub fn contest_paper(origin: OriginFor<T>, proposal: ProposalId, reason: ContentHash) -> DispatchResult {
			let owner = Self::representative(&ensure_signed(origin)?)?;
			Self::do_contest_paper(proposal, owner, reason)
		}

		/// Enters the settlement of a contest, with the hash of the findings: the paper ballot is `upheld`, or it stays
		/// out of the count. It takes effect once the registrar has countersigned it; until then, entering it again
		/// replaces it. A contest that nobody settles leaves the paper ballot out of the count.
		///
		/// ## Dispatch origin
		///
		/// [`Config::AnnulOrigin`]: neither the person that entered the paper ballot nor its witness, nor anybody
		/// related to the owner, nor anybody whom the question concerns.
		///
		/// ## Errors
		///
		/// - [`Error::ContestNotFound`], [`Error::ContestAlreadySettled`], [`Error::VotingOver`];
		/// - [`Error::OwnPaper`], [`Error::OwnBallot`], [`Error::IsConcerned`].
		///
		/// ## Weight
		///
		/// Constant, and the weight of [`Config::Concerns`].
		#[pallet::call_index(23)]
		#[pallet::weight(<T as Config>::WeightInfo::settle_contest().saturating_add(T::Concerns::weight()))]
		pub fn settle_contest(
			origin: OriginFor<T>,
			proposal: ProposalId,
			owner: OwnerId,
			upheld: bool,
			document: ContentHash,
		) -> DispatchResult {
			let auditor = T::AnnulOrigin::ensure_origin(origin)?;
			Self::do_settle_contest(proposal, owner, upheld, document, auditor)
		}

		/// Countersigns the settlement of a contest that another person entered. A paper ballot that is upheld counts
		/// again, and what the owner cast since is withdrawn. The registrar states the result and the document, which
		/// confirms that both have seen the same.
		///
		/// ## Dispatch origin
		///
		/// [`Config::RegistrarOrigin`], other than the person that entered it, and with the same limits as for
		/// [`Pallet::settle_contest`].
		///
		/// ## Errors
		///
		/// - the errors of [`Pallet::settle_contest`];
		/// - [`Error::SettlementNotFound`], [`Error::SettlementMismatch`], [`Error::OwnSettlement`].
		///
		/// ## Weight
		///
		/// Constant, and the weight of [`Config::Concerns`].
		#[pallet::call_index(24)]
		#[pallet::weight(
			<T as Config>::WeightInfo::countersign_settlement()
				.saturating_add(T::Concerns::weight())
				.saturating_add(tracts::withdrawal_weight::<T>().saturating_mul(2))
		)]
		pub fn countersign_settlement(
			origin: OriginFor<T>,
			proposal: ProposalId,
			owner: OwnerId,
			upheld: bool,
			document: ContentHash,
		) -> DispatchResult {
			let registrar = T::RegistrarOrigin::ensure_origin(origin)?;
			Self::do_countersign_settlement(proposal, owner, upheld, document, registrar)
		}

		/// Countersigns the delivery that the registrar recorded, before voting begins. Only then does it count, where
		/// the class counts silent owners.
		///
		/// ## Dispatch origin
		///
		/// [`Config::WitnessOrigin`]: neither the person that recorded it nor anybody related to the owner
		/// ([`People`]), nor anybody whom the question concerns ([`Config::Concerns`]).
		///
		/// ## Errors
		///
		/// - [`Error::PollNotFound`], [`Error::DeliveryOver`], [`Error::DeliveryNotFound`], [`Error::AlreadyServed`];
		/// - [`Error::OwnDelivery`], [`Error::OwnBallot`], [`Error::IsConcerned`].
		///
		/// ## Weight
		///
		/// Constant, and the weight of [`Config::Concerns`].
		#[pallet::call_index(25)]
		#[pallet::weight(<T as Config>::WeightInfo::countersign_delivery().saturating_add(T::Concerns::weight()))]
		pub fn countersign_delivery(origin: OriginFor<T>, proposal: ProposalId, owner: OwnerId) -> DispatchResult {
			let witness = T::WitnessOrigin::ensure_origin(origin)?;
			Self::do_countersign_delivery(proposal, owner, witness)
		}

		/// Enters a court's judgment that gives effect to a motion which the owners rejected although more than half of
		/// all voted for it, such as an order under California Civil Code § 4275. It has no effect until the registrar
		/// has countersigned it; until then, entering a judgment again replaces the previous one.
		///
		/// ## Dispatch origin
		///
		/// [`Config::AnnulOrigin`], not concerned by the motion ([`Config::Concerns`]).
		///
		/// ## Errors
		///
		/// - [`Error::ProposalNotFound`], [`Error::NotRejectedMotion`], [`Error::TooFewInFavour`],
		///   [`Error::IsConcerned`].
		///
		/// ## Weight
		///
		/// Constant, and the weight of [`Config::Concerns`]. One read is for the rule book.
		#[pallet::call_index(26)]
		#[pallet::weight(
			<T as Config>::WeightInfo::enter_judgment()
				.saturating_add(T::DbWeight::get().reads(1))
				.saturating_add(T::Concerns::weight())
		)]
		pub fn enter_judgment(origin: OriginFor<T>, proposal: ProposalId, document: ContentHash) -> DispatchResult {
			let auditor = T::AnnulOrigin::ensure_origin(origin)?;
			Self::do_enter_judgment(proposal, document, auditor)
		}

		/// Countersigns a judgment that another person entered. The motion then waits for its enactment like a decision
		/// that passed, for [`JUDGMENT_DELAY`](crate::judgments::JUDGMENT_DELAY) or the delay of its class, whichever
		/// is longer. The registrar states the hash, which confirms that both have seen the same document.
		///
		/// ## Dispatch origin
		///
		/// [`Config::RegistrarOrigin`], other than the person that entered it. The motion concerns neither of them.
		///
		/// ## Errors
		///
		/// - [`Error::JudgmentNotFound`], [`Error::RulingMismatch`], [`Error::OwnJudgment`], [`Error::IsConcerned`],
		///   [`Error::CommitteeNotFound`];
		/// - [`Error::ProposalNotFound`], [`Error::NotRejectedMotion`], [`Error::PreimageNotFound`].
		///
		/// ## Weight
		///
		/// Constant, and the weight of [`Config::Concerns`] for each of the two.
		#[pallet::call_index(27)]
		#[pallet::weight(
			<T as Config>::WeightInfo::countersign_judgment().saturating_add(T::Concerns::weight().saturating_mul(2))
		)]
		pub fn countersign_judgment(
			origin: OriginFor<T>,
			proposal: ProposalId,
			document: ContentHash,
		) -> DispatchResult {
			let registrar = T::RegistrarOrigin::ensure_origin(origin)?;
			Self::do_countersign_judgment(proposal, document, registrar)
		}

		/// Takes back the effect of a judgment before the motion is enacted: what the court did not say, two officers
		/// cannot decide against the committee. The motion is rejected again.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CommitteeOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::JudgmentNotFound`], [`Error::ProposalNotFound`], [`Error::NotPassed`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(28)]
		pub fn revoke_judgment(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			T::CommitteeOrigin::ensure_origin(origin)?;
			Self::do_revoke_judgment(proposal)
		}

		/// Calls the run-off of a choice among options in which none was chosen: a proposal of its own on the two that
		/// lead, with the same text, class, rule book and electorate, whose notice is given at once.
		///
		/// ## Dispatch origin
		///
		/// Signed by any account, or the scheduler when the call is due. Possible for [`Config::EnactmentPeriod`] from
		/// the close on, and once.
		///
		/// ## Errors
		///
		/// - [`Error::ProposalNotFound`], [`Error::RunOffNotFound`], [`Error::RunOffAlreadyCalled`],
		///   [`Error::RunOffOver`];
		/// - [`Error::TooManyOpen`], [`Error::TooManyBuildingSets`].
		///
		/// ## Weight
		///
		/// Constant: that of the largest electorate. One write is for the first vote.
		#[pallet::call_index(29)]
		#[pallet::weight(
			<T as Config>::WeightInfo::call_run_off()
				.saturating_add(T::DbWeight::get().writes(1))
				.saturating_add(options::calls_weight::<T>())
		)]
		pub fn call_run_off(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			Self::ensure_anyone(origin)?;
			Self::do_call_run_off(proposal)
		}

		/// Seconds a candidate, for the owner whom the signer represents. With [`Config::MinSeconders`] the candidate
		/// takes a place; if none is free, that of the candidate with the fewest seconders, if these are fewer. An
		/// owner seconds as many candidates as there are seats.
		///
		/// ## Dispatch origin
		///
		/// Signed by the representative of an owner with voting power at present, other than the candidate.
		///
		/// ## Errors
		///
		/// - [`Error::NotOwner`], [`Error::NotRepresentative`], [`Error::NotEligibleToVote`];
		/// - [`Error::ProposalNotFound`], [`Error::NotNominating`], [`Error::NominationOver`];
		/// - [`Error::OwnCandidacy`], [`Error::NotCandidate`], [`Error::AlreadySeconded`], [`Error::TooManySeconded`].
		///
		/// ## Weight
		///
		/// Constant: that of all places taken.
		#[pallet::call_index(30)]
		pub fn second(origin: OriginFor<T>, proposal: ProposalId, candidate: OwnerId) -> DispatchResult {
			let owner = Self::representative(&ensure_signed(origin)?)?;
			Self::do_second(proposal, candidate, owner)
		}

		/// Withdraws an owner's support for a petition that still collects it, so that the owner can support another.
		///
		/// ## Dispatch origin
		///
		/// Signed by the representative of a supporter, other than the petitioner.
		///
		/// ## Errors
		///
		/// - [`Error::NotOwner`], [`Error::NotRepresentative`];
		/// - [`Error::ProposalNotFound`], [`Error::NotCollecting`], [`Error::PetitionOver`];
		/// - [`Error::OwnPetition`], [`Error::NotSupporter`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(31)]
		#[pallet::weight(<T as Config>::WeightInfo::withdraw_support().saturating_add(T::DbWeight::get().reads(1)))]
		pub fn withdraw_support(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			let owner = Self::representative(&ensure_signed(origin)?)?;
			Self::do_withdraw_support(proposal, owner)
		}

		/// Withdraws the second of a candidate, so that the owner can second another. A candidate with too few
		/// seconders gives up the place. Of a candidate who stands it can be withdrawn in the first half of the
		/// nomination, so that time is left to find another seconder.
		///
		/// ## Dispatch origin
		///
		/// Signed by the representative of an owner who seconds the candidate.
		///
		/// ## Errors
		///
		/// - [`Error::NotOwner`], [`Error::NotRepresentative`];
		/// - [`Error::ProposalNotFound`], [`Error::NotNominating`], [`Error::NominationOver`];
		/// - [`Error::NotSeconder`], [`Error::WithdrawalOver`].
		///
		/// ## Weight
		///
		/// Constant: that of all places taken.
		#[pallet::call_index(32)]
		pub fn withdraw_second(origin: OriginFor<T>, proposal: ProposalId, candidate: OwnerId) -> DispatchResult {
			let owner = Self::representative(&ensure_signed(origin)?)?;
			Self::do_withdraw_second(proposal, candidate, owner)
		}
	}
}
