// SPDX-License-Identifier: Apache-2.0

//! # Governance
//!
//! How the owners decide: by area and by head, under thresholds that are the law's and not the code's (D26–D33).
//!
//! ## Terminology
//!
//! - **Rule book**: the classes of decisions with their thresholds and times, which class each matter needs, and the
//!   rules of petitions, proxies and elections. Versions are kept; a proposal is decided by the one it was made under.
//! - **Proposal**: a motion, with a call that runs if it passes, or an election of the committee.
//! - **Electorate**: all owners, or those of some buildings. Its power is that of the **record date**: the end of the
//!   block before the one in which the notice is given, so that a sale in that same block changes nothing.
//! - **Notice**: the time between the announcement and the first ballot. From the announcement on nothing can change.
//! - **Ballot**: one for each owner, from one of three **channels**: cast by the owner's representative, by the holder
//!   of a **proxy**, or on **paper**. The first valid channel wins; on it, the choice can be changed until the close,
//!   except on paper.
//! - **Certificate**: what is kept of a closed vote; it can be computed again from chain data alone.
//! - **Holder**: who votes by proxy. Only an account that acts for an owner can be one, and all accounts of one owner
//!   are one holder: nothing but the register knows one person from another.
//! - **Challenge window**: the time between the close and the enactment.
//! - **Enactment**: the motion's call runs with the origin of its decision, or the election's result is handed over to the
//!   committee, by [`ElectedCommittee`](linli_primitives::traits::ElectedCommittee).
//! - **Committee**: the owners whom an election seated. It proposes; this pallet knows it by its origin alone.
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
//! What passed, or failed, and was not enacted for [`Config::EnactmentPeriod`] from its time on is `Lapsed`, too.
//! Until the first ballot may be cast the committee can withdraw what it proposed; a petition can be withdrawn while it
//! collects support, and belongs to its supporters once it has enough. Time alone opens and closes the vote.
//! [`State::may_become`](types::State::may_become) says which transitions exist.
//!
//! ## Scenarios
//!
//! ### A rate is raised
//!
//! 1. The committee agrees on a motion whose call is `fees.set_rate`, of the ordinary class: `propose`.
//! 2. For 15 days owners read it. Mrs Li, who travels, gives her neighbour a proxy: `grant_proxy`.
//! 3. Owners `cast`. The registrar enters paper ballots, and a witness countersigns each after looking at the scan.
//!    Mr Wang filled in a paper one and then voted in his wallet before it was countersigned: the paper is refused.
//! 4. After the window the scheduler, or anyone, calls `close`. The certificate says: passed.
//! 5. For a week anyone who had a vote can `challenge` it, in public. A court could set it aside; the auditor would
//!    enter that with `annul`, and the registrar countersign.
//! 6. The scheduler, or anyone, calls `enact`. The rate is set. Had it failed, the proposal would say why, and anyone
//!    could call `enact` again once it is mended.
//!
//! ### Owners without a committee
//!
//! 1. An owner makes a `petition` for an election. A fifth of the heads `support` it.
//! 2. For the nomination time, owners `stand`. Then anyone calls `announce`.
//! 3. Each ballot approves as many candidates as it likes. Who has the class's approval in both measures gets a seat,
//!    while there are seats: most heads first, then most area, then who stood first. Where the number must be odd, as
//!    many are seated as make it odd. Fewer than the fewest seats: nobody is, and the election is rejected. The others
//!    who had enough are the reserve, which fills vacancies.
//!
//! ## Calls
//!
//! | Call | Who may | Event |
//! |---|---|---|
//! | `propose` | the committee, by majority | `Proposed`, `Announced` |
//! | `petition` | an owner's representative with power | `Proposed`, `Supported` |
//! | `support` | the same | `Supported`, `Announced` |
//! | `amend` | the committee before the notice, a petitioner before others support it | `Amended` |
//! | `withdraw` | the committee before the vote, a petitioner while it collects | `Withdrawn` |
//! | `stand`, `step_back` | an owner's representative | `CandidateStood`, `CandidateSteppedBack` |
//! | `announce` | anyone, after the nomination | `Announced`, `Lapsed` |
//! | `cast` | an owner's representative | `BallotCast` |
//! | `grant_proxy`, `revoke_proxy` | an owner's representative | `ProxyGranted`, `ProxyRevoked` |
//! | `cast_by_proxy` | the holder | `BallotCast` |
//! | `enter_paper` | registrar | `PaperEntered` |
//! | `countersign` | another witness | `BallotCast` |
//! | `record_receipt` | registrar | `ReceiptRecorded` |
//! | `acknowledge` | an owner's representative | `ReceiptRecorded` |
//! | `close` | anyone | `Closed`, `Lapsed` |
//! | `challenge` | an owner's representative with power | `Challenged` |
//! | `annul` | the auditor, on a court's order | `AnnulmentEntered` |
//! | `countersign_annulment` | the registrar, another account | `Annulled` |
//! | `enact` | anyone | `Enacted`, `EnactmentFailed`, `Lapsed` |
//! | `set_rule_book` | a decision on [`Matter::RuleBook`](types::Matter::RuleBook) | `RuleBookSet` |
//!
//! ## What a ballot costs
//!
//! A ballot writes two entries, its own and the poll, whatever the number of owners. What is read besides: the clock,
//! who the signer votes for, and the owner's power, which the register finds by one look unless the owner bought or sold
//! since the record date.
//!
//! ## What grows
//!
//! Proposals, ballots, receipts and certificates are the record of the community's decisions: they stay. An owner can
//! write at most one ballot, proxy, receipt, support and challenge for each proposal; the proposals that are open, and
//! each owner's petitions among them, are bounded.
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

pub use origins::{matters, EnsureDecision, EnsureDecisionOfSome, MatterType};
pub use pallet::*;
pub use weights::WeightInfo;

pub mod api;
mod ballots;
mod closing;
mod elections;
mod enactment;
mod errors;
mod events;
mod origins;
mod paper;
mod proposals;
mod proxies;
mod receipts;
mod rule_books;
pub mod tally;
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

use frame_support::pallet_macros::import_section;
use frame_support::traits::{Bounded, OriginTrait};
use frame_system::pallet_prelude::BlockNumberFor;

/// A call of the runtime.
pub type CallOf<T> = <T as frame_system::Config>::RuntimeCall;

/// A call in a few bytes, or by the hash of its preimage.
pub type BoundedCallOf<T> = Bounded<CallOf<T>, <T as frame_system::Config>::Hashing>;

/// A proposal as this pallet keeps it.
pub type ProposalOf<T> = types::Proposal<BlockNumberFor<T>, BoundedCallOf<T>>;

/// What can be asked.
pub type QuestionOf<T> = types::Question<BoundedCallOf<T>>;

/// A poll as this pallet keeps it.
pub type PollOf<T> = types::Poll<BlockNumberFor<T>>;

/// A ballot as this pallet keeps it.
pub type BallotOf<T> = types::Ballot<<T as frame_system::Config>::AccountId>;

/// A certificate as this pallet keeps it.
pub type CertificateOf<T> = types::Certificate<BlockNumberFor<T>>;

/// Those who stand in an election, as this pallet keeps them.
pub type CandidatesOf<T> = linli_primitives::Candidates<<T as frame_system::Config>::AccountId>;

/// What a call comes from, as the scheduler keeps it.
pub type PalletsOriginOf<T> = <<T as frame_system::Config>::RuntimeOrigin as OriginTrait>::PalletsOrigin;

/// The pallet's items as FRAME reads them.
#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
#[allow(clippy::expect_used, reason = "the macros of FRAME expect the pallet to be in its runtime")]
pub mod pallet {
	use super::*;
	use crate::{
		tally::{BallotKind, Choice, TallyError},
		types::*,
		verdict::Verdict,
	};
	use frame_support::{
		dispatch::{PostDispatchInfo, WithPostDispatchInfo},
		pallet_prelude::*,
		traits::{schedule, QueryPreimage, StorePreimage},
	};
	use frame_system::pallet_prelude::*;
	use linli_primitives::{
		traits::{Clock, ElectedCommittee, Electorate, OwnerEligibility},
		ContentHash, Moment, OwnerId, Power,
	};
	use sp_runtime::traits::Dispatchable;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Decisions of the owners.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What decisions need of the runtime.
	#[pallet::config]
	pub trait Config:
		frame_system::Config<
		RuntimeCall: From<Call<Self>> + Dispatchable<PostInfo = PostDispatchInfo>,
		RuntimeOrigin: From<Origin> + OriginTrait<PalletsOrigin: TryInto<Origin>>,
	>
	{
		/// Who the owners are, and what power they have.
		type Electorate: Electorate<Self::AccountId, BlockNumberFor<Self>>;

		/// Who may stand in an election, where the rule book bars who is in arrears.
		type Eligibility: OwnerEligibility;

		/// What time it is: all deadlines are times.
		type Clock: Clock;

		/// The committee, acting by majority of all its members.
		type CommitteeOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who enters paper ballots and receipts, and countersigns a court's ruling. Succeeds with the account, to be
		/// compared with the witness's or auditor's.
		type RegistrarOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// Who countersigns paper ballots. Succeeds with the account.
		type WitnessOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// Who enters that a court set a decision aside: the auditor. Succeeds with the account, to be compared with the
		/// registrar's, who countersigns.
		type AnnulOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// The committee, which takes the results of elections, and without which nothing is handed over.
		type Committee: ElectedCommittee<Self::AccountId>;

		/// Where calls are kept that are too long for the proposal itself.
		type Preimages: QueryPreimage<H = Self::Hashing> + StorePreimage;

		/// What closes and enacts by itself.
		type Scheduler: schedule::v3::Anon<
			BlockNumberFor<Self>,
			CallOf<Self>,
			PalletsOriginOf<Self>,
			Hasher = Self::Hashing,
		>;

		/// Milliseconds between two blocks at least, to find the block by which a time has come.
		#[pallet::constant]
		type BlockTime: Get<Moment>;

		/// Proposals that can be open at once: for support, candidates or ballots. Petitions fill three quarters of it
		/// at most.
		#[pallet::constant]
		type MaxOpen: Get<u32>;

		/// Petitions that one owner can have open at once, until their vote is over.
		#[pallet::constant]
		type MaxPetitions: Get<u32>;

		/// Challenges of one decision.
		#[pallet::constant]
		type MaxChallenges: Get<u32>;

		/// Milliseconds for which a decision can be enacted, counted from when it is due. Then it lapses: owners who
		/// decided long ago may think otherwise by now.
		#[pallet::constant]
		type EnactmentPeriod: Get<Moment>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// What benchmarks need of the committee.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper;
	}

	/// What this pallet acts as.
	#[pallet::origin]
	pub type Origin = crate::origins::Origin;

	/// All rule books, by versions from 0 to [`CurrentRuleBook`] without gaps.
	#[pallet::storage]
	pub type RuleBooks<T: Config> = StorageMap<_, Twox64Concat, RuleBookVersion, RuleBook>;

	/// The version in force. `None` where the chain began without a rule book: then nothing can be proposed.
	#[pallet::storage]
	pub type CurrentRuleBook<T: Config> = StorageValue<_, RuleBookVersion>;

	/// All proposals, by ids from 0 to [`NextProposal`] without gaps.
	#[pallet::storage]
	pub type Proposals<T: Config> = StorageMap<_, Twox64Concat, ProposalId, ProposalOf<T>>;

	/// The id of the next proposal, which is how many there are.
	#[pallet::storage]
	pub type NextProposal<T: Config> = StorageValue<_, ProposalId, ValueQuery>;

	/// The proposals that are open: see [`State::is_open`]. In no order.
	#[pallet::storage]
	pub type OpenProposals<T: Config> = StorageValue<_, BoundedVec<ProposalId, T::MaxOpen>, ValueQuery>;

	/// How many of each owner's petitions are open, until their vote is over.
	#[pallet::storage]
	pub type OpenPetitions<T: Config> = StorageMap<_, Twox64Concat, OwnerId, u32, ValueQuery>;

	/// Who supported which petition.
	#[pallet::storage]
	pub type Supporters<T: Config> = StorageDoubleMap<_, Twox64Concat, ProposalId, Twox64Concat, OwnerId, ()>;

	/// Who stands in which election. Fixed when the notice is given.
	#[pallet::storage]
	pub type Candidates<T: Config> = StorageMap<_, Twox64Concat, ProposalId, CandidatesOf<T>, ValueQuery>;

	/// What casting needs of each proposal that was announced, and its ballots counted.
	#[pallet::storage]
	pub type Polls<T: Config> = StorageMap<_, Twox64Concat, ProposalId, PollOf<T>>;

	/// All ballots.
	#[pallet::storage]
	pub type Ballots<T: Config> = StorageDoubleMap<_, Twox64Concat, ProposalId, Twox64Concat, OwnerId, BallotOf<T>>;

	/// Proxies by proposal and the owner who gave them. A used one stays.
	#[pallet::storage]
	pub type Proxies<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ProposalId, Twox64Concat, OwnerId, Proxy<T::AccountId>>;

	/// How many proxies are held for a proposal with all accounts of one owner together.
	#[pallet::storage]
	pub type ProxiesHeld<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ProposalId, Twox64Concat, OwnerId, u32, ValueQuery>;

	/// Paper ballots that were entered and not countersigned.
	#[pallet::storage]
	pub type Papers<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ProposalId, Twox64Concat, OwnerId, Paper<T::AccountId>>;

	/// Every scan that was ever entered, so that one sheet is never two ballots.
	#[pallet::storage]
	pub type Scans<T: Config> = StorageMap<_, Blake2_128Concat, ContentHash, (ProposalId, OwnerId)>;

	/// Who was given the papers of a proposal.
	#[pallet::storage]
	pub type Receipts<T: Config> = StorageDoubleMap<_, Twox64Concat, ProposalId, Twox64Concat, OwnerId, Receipt>;

	/// The results of closed votes.
	#[pallet::storage]
	pub type Certificates<T: Config> = StorageMap<_, Twox64Concat, ProposalId, CertificateOf<T>>;

	/// Who challenged which decision.
	#[pallet::storage]
	pub type Challenges<T: Config> = StorageDoubleMap<_, Twox64Concat, ProposalId, Twox64Concat, OwnerId, Challenge>;

	/// How many challenged it.
	#[pallet::storage]
	pub type ChallengeCount<T: Config> = StorageMap<_, Twox64Concat, ProposalId, u32, ValueQuery>;

	/// Rulings that were entered and not countersigned, of decisions that wait for their enactment.
	#[pallet::storage]
	pub type Annulments<T: Config> = StorageMap<_, Twox64Concat, ProposalId, Annulment<T::AccountId>>;

	/// The rule book with which the chain begins: one of the law packs.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// It becomes version 0.
		pub rule_book: Option<RuleBook>,
		#[serde(skip)]
		#[allow(missing_docs)]
		pub _config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			if let Some(book) = &self.rule_book {
				assert!(book.validate().is_ok(), "the genesis rule book is wrong: {:?}", book.validate());
				RuleBooks::<T>::insert(0, book);
				CurrentRuleBook::<T>::put(0);
			}
		}
	}

	impl<T> From<TallyError> for Error<T> {
		fn from(error: TallyError) -> Self {
			match error {
				TallyError::InvalidChoice => Self::InvalidChoice,
				TallyError::CandidateNotFound => Self::CandidateNotFound,
				TallyError::Overflow => Self::Overflow,
			}
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::BlockTime::get() > 0, "blocks take time");
			assert!(T::MaxOpen::get() > 0, "nothing could ever be proposed");
			assert!(T::MaxPetitions::get() > 0, "no owner could ever petition");
			assert!(T::EnactmentPeriod::get() > 0, "no decision could ever be enacted");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Puts a question to the owners. A motion is announced at once, an election opens for candidates. Cost grows
		/// with the buildings of the electorate; the weight is that of the most.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CommitteeOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::RuleBookNotFound`], [`Error::ClassNotFound`], [`Error::CallTooLong`], [`Error::CallUnreadable`],
		///   [`Error::ElectorateIsEmpty`], [`Error::TooManyBuildingSets`];
		/// - [`Error::InvalidClass`], [`Error::InvalidElectorate`], [`Error::InvalidSeats`], [`Error::InvalidTerm`]: of
		///   elections;
		/// - [`Error::TooManyOpen`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(0)]
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

		/// Begins to collect support for a question, the signer's own included. See [`Pallet::support`].
		///
		/// ## Dispatch origin
		///
		/// Signed by the representative of an owner with power in the electorate.
		///
		/// ## Errors
		///
		/// - those of [`Pallet::propose`];
		/// - [`Error::NotOwner`], [`Error::NotRepresentative`], [`Error::NotEligibleToVote`],
		///   [`Error::NotInElectorate`];
		/// - [`Error::TooManyPetitions`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(1)]
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

		/// Supports a petition. With the share of heads that the rule book asks for, it goes to the owners at once.
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
		/// - [`Error::AlreadySupported`], [`Error::TooManyBuildingSets`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(2)]
		pub fn support(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			let owner = Self::representative(&ensure_signed(origin)?)?;
			Self::do_support(proposal, owner)
		}

		/// Changes the text of a proposal before its notice: a petition's while nobody else supports it, an election's
		/// of the committee while candidates are nominated.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CommitteeOrigin`] or signed by the petitioner's representative, whichever made it.
		///
		/// ## Errors
		///
		/// - [`Error::ProposalNotFound`], [`Error::NotProposer`], [`Error::AlreadyAnnounced`],
		///   [`Error::PetitionAlreadySupported`];
		/// - [`Error::PetitionAlreadySucceeded`]: of an election by petition.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(3)]
		pub fn amend(origin: OriginFor<T>, proposal: ProposalId, agenda: ContentHash, place: Place) -> DispatchResult {
			let proposer = Self::ensure_proposer(origin)?;
			Self::do_amend(proposer, proposal, agenda, place)
		}

		/// Takes a proposal back: a petition while it collects support, the committee's before votes can be cast.
		///
		/// ## Dispatch origin
		///
		/// As of [`Pallet::amend`].
		///
		/// ## Errors
		///
		/// - [`Error::ProposalNotFound`], [`Error::NotProposer`], [`Error::PetitionAlreadySucceeded`],
		///   [`Error::VotingAlreadyOpen`];
		/// - [`Error::AlreadyConcluded`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(4)]
		pub fn withdraw(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			let proposer = Self::ensure_proposer(origin)?;
			Self::do_withdraw(proposer, proposal)
		}

		/// Stands in an election, for the owner whom the signer represents. Nobody can name another.
		///
		/// ## Dispatch origin
		///
		/// Signed by the representative of an owner with power now.
		///
		/// ## Errors
		///
		/// - [`Error::NotOwner`], [`Error::NotRepresentative`], [`Error::NotEligibleToVote`], [`Error::NotEligible`];
		/// - [`Error::ProposalNotFound`], [`Error::NotNominating`], [`Error::NominationOver`];
		/// - [`Error::AlreadyCandidate`], [`Error::TooManyCandidates`].
		///
		/// ## Weight
		///
		/// By its arguments; the rest of what was declared is given back.
		#[pallet::call_index(5)]
		#[pallet::weight(<T as Config>::WeightInfo::stand().saturating_add(T::Eligibility::weight()))]
		pub fn stand(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let owner = Self::representative(&who)?;
			Self::do_stand(proposal, owner, who)
		}

		/// Stands no longer.
		///
		/// ## Dispatch origin
		///
		/// Signed by the candidate's representative.
		///
		/// ## Errors
		///
		/// - [`Error::NotOwner`], [`Error::NotRepresentative`], [`Error::NotCandidate`];
		/// - [`Error::ProposalNotFound`], [`Error::NotNominating`], [`Error::NominationOver`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(6)]
		pub fn step_back(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			let owner = Self::representative(&ensure_signed(origin)?)?;
			Self::do_step_back(proposal, owner)
		}

		/// Gives the notice of an election when the time to stand is over. With fewer candidates than the fewest seats
		/// it lapses.
		///
		/// ## Dispatch origin
		///
		/// Signed by anyone; the scheduler does it when it is due.
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
			Self::ensure_anyone(origin)?;
			Self::do_announce(proposal)
		}

		/// Casts the ballot of the owner whom the signer represents, or changes it. Two entries are written. Costs one
		/// search more for each building, where the electorate is less than the whole community.
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
		/// - [`Error::InvalidChoice`], [`Error::CandidateNotFound`];
		/// - [`Error::AlreadyVotedByProxy`], [`Error::AlreadyVotedOnPaper`].
		///
		/// ## Weight
		///
		/// By its arguments; the rest of what was declared is given back.
		#[pallet::call_index(8)]
		#[pallet::weight(match choice {
			Choice::Approve { .. } => <T as Config>::WeightInfo::cast_approval(),
			Choice::For | Choice::Against | Choice::Abstain => <T as Config>::WeightInfo::cast(MAX_BUILDINGS, 1),
		})]
		pub fn cast(origin: OriginFor<T>, proposal: ProposalId, choice: Choice) -> DispatchResultWithPostInfo {
			let owner = Self::representative(&ensure_signed(origin)?)?;
			let poll = Self::do_cast(proposal, owner, choice, Channel::Own)?;
			Ok(Self::cast_weight(&poll).into())
		}

		/// Lets somebody vote for the owner whom the signer represents, on one proposal, from its notice on. With a
		/// choice, the holder can cast nothing else. The holder is an account that acts for another owner; all accounts
		/// of that owner together hold as many proxies as the rule book allows one holder.
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
		/// - [`Error::TooManyProxies`], [`Error::ProxyAlreadyGranted`];
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

		/// Takes a proxy back that was not used.
		///
		/// ## Dispatch origin
		///
		/// Signed by the representative of the owner who gave it.
		///
		/// ## Errors
		///
		/// - [`Error::NotOwner`], [`Error::NotRepresentative`], [`Error::ProxyNotFound`], [`Error::ProxyAlreadyUsed`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(10)]
		pub fn revoke_proxy(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			let owner = Self::representative(&ensure_signed(origin)?)?;
			Self::do_revoke_proxy(proposal, owner)
		}

		/// Casts the ballot of an owner who gave the signer a proxy, or changes it.
		///
		/// ## Dispatch origin
		///
		/// Signed by the holder.
		///
		/// ## Errors
		///
		/// - [`Error::ProxyNotFound`], [`Error::NotHolder`], [`Error::ProxyChoiceMismatch`];
		/// - [`Error::HolderMoved`], [`Error::HolderIsStaff`];
		/// - [`Error::PollNotFound`], [`Error::VotingNotOpen`], [`Error::VotingOver`];
		/// - [`Error::InvalidChoice`], [`Error::CandidateNotFound`];
		/// - [`Error::AlreadyVotedInPerson`], [`Error::AlreadyVotedOnPaper`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(11)]
		pub fn cast_by_proxy(
			origin: OriginFor<T>,
			proposal: ProposalId,
			owner: OwnerId,
			choice: Choice,
		) -> DispatchResult {
			let holder = ensure_signed(origin)?;
			Self::do_cast_by_proxy(proposal, owner, holder, choice)
		}

		/// Enters a paper ballot, which counts when a witness has countersigned it. Entering again replaces what no
		/// witness has countersigned; each scan can be entered once.
		///
		/// ## Dispatch origin
		///
		/// [`Config::RegistrarOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::PollNotFound`], [`Error::VotingNotOpen`], [`Error::VotingOver`];
		/// - [`Error::NotEligibleToVote`], [`Error::NotInElectorate`], [`Error::InvalidChoice`],
		///   [`Error::CandidateNotFound`];
		/// - [`Error::ScanAlreadyUsed`], [`Error::AlreadyVotedInPerson`], [`Error::AlreadyVotedByProxy`],
		///   [`Error::AlreadyVotedOnPaper`].
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

		/// Counts a paper ballot that somebody else entered. The witness names the choice and the scan, so that what is
		/// counted is what the witness saw.
		///
		/// ## Dispatch origin
		///
		/// [`Config::WitnessOrigin`], another account than entered it.
		///
		/// ## Errors
		///
		/// - [`Error::PaperNotFound`], [`Error::PaperMismatch`], [`Error::OwnPaper`];
		/// - [`Error::PollNotFound`], [`Error::VotingOver`], [`Error::AlreadyVotedInPerson`],
		///   [`Error::AlreadyVotedByProxy`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(13)]
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

		/// Records that an owner was given the papers of a proposal.
		///
		/// ## Dispatch origin
		///
		/// [`Config::RegistrarOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::PollNotFound`], [`Error::VotingOver`], [`Error::NotEligibleToVote`], [`Error::NotInElectorate`];
		/// - [`Error::AlreadyServed`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(14)]
		pub fn record_receipt(origin: OriginFor<T>, proposal: ProposalId, owner: OwnerId) -> DispatchResult {
			T::RegistrarOrigin::ensure_origin(origin)?;
			Self::do_record_receipt(proposal, owner, false)
		}

		/// Records that the owner whom the signer represents was given the papers.
		///
		/// ## Dispatch origin
		///
		/// Signed by the owner's representative.
		///
		/// ## Errors
		///
		/// - [`Error::NotOwner`], [`Error::NotRepresentative`], and those of [`Pallet::record_receipt`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(15)]
		pub fn acknowledge(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			let owner = Self::representative(&ensure_signed(origin)?)?;
			Self::do_record_receipt(proposal, owner, true)
		}

		/// Closes a vote that is over: the verdict is found and the certificate written. Or notes that a petition did
		/// not find enough support in its time. Costs the same for any number of owners.
		///
		/// ## Dispatch origin
		///
		/// Signed by anyone; the scheduler does it when it is due.
		///
		/// ## Errors
		///
		/// - [`Error::ProposalNotFound`], [`Error::NotClosable`], [`Error::VotingNotOver`],
		///   [`Error::PetitionRunning`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(16)]
		pub fn close(origin: OriginFor<T>, proposal: ProposalId) -> DispatchResult {
			Self::ensure_anyone(origin)?;
			Self::do_close(proposal)
		}

		/// Challenges a decision in public, before it is enacted. That stops nothing by itself: a court may.
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

		/// Enters that a court set a decision aside, before it was enacted. It is annulled when a registrar has
		/// countersigned; until then the decision takes its course. Entering again replaces what no registrar has
		/// countersigned.
		///
		/// ## Dispatch origin
		///
		/// [`Config::AnnulOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::ProposalNotFound`], [`Error::NotPassed`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(18)]
		pub fn annul(origin: OriginFor<T>, proposal: ProposalId, document: ContentHash) -> DispatchResult {
			let auditor = T::AnnulOrigin::ensure_origin(origin)?;
			Self::do_annul(proposal, document, auditor)
		}

		/// Annuls a decision by a ruling that somebody else entered. The registrar names its hash, so that two have
		/// seen the same.
		///
		/// ## Dispatch origin
		///
		/// [`Config::RegistrarOrigin`], another account than entered it.
		///
		/// ## Errors
		///
		/// - [`Error::AnnulmentNotFound`], [`Error::RulingMismatch`], [`Error::OwnAnnulment`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(19)]
		pub fn countersign_annulment(
			origin: OriginFor<T>,
			proposal: ProposalId,
			document: ContentHash,
		) -> DispatchResult {
			let registrar = T::RegistrarOrigin::ensure_origin(origin)?;
			Self::do_countersign_annulment(proposal, document, registrar)
		}

		/// Does what was decided: runs the motion's call as the decision, or seats the elected committee. If that
		/// fails, the proposal keeps the error and this call succeeds; it can be made again. After
		/// [`Config::EnactmentPeriod`] it notes instead that the decision lapsed. Costs what the call costs, of which
		/// `weight_bound` is the most.
		///
		/// ## Dispatch origin
		///
		/// Signed by anyone; the scheduler does it when it is due.
		///
		/// ## Errors
		///
		/// - [`Error::ProposalNotFound`], [`Error::NotPassed`], [`Error::ChallengeWindowRunning`];
		/// - [`Error::WeightBoundTooLow`].
		///
		/// ## Weight
		///
		/// By its arguments; the rest of what was declared is given back.
		#[pallet::call_index(20)]
		#[pallet::weight((
			<T as Config>::WeightInfo::enact().max(<T as Config>::WeightInfo::seat()).saturating_add(*weight_bound),
			DispatchClass::Operational,
		))]
		pub fn enact(origin: OriginFor<T>, proposal: ProposalId, weight_bound: Weight) -> DispatchResultWithPostInfo {
			Self::ensure_anyone(origin)?;
			let used = Self::do_enact(proposal, weight_bound)
				// Nothing was run: the bound is not spent.
				.map_err(|error| error.with_weight(<T as Config>::WeightInfo::enact()))?;
			Ok(Some(used).into())
		}

		/// Puts another rule book into force for proposals made from now on.
		///
		/// ## Dispatch origin
		///
		/// A decision of the whole community on [`Matter::RuleBook`].
		///
		/// ## Errors
		///
		/// - [`Error::InvalidRuleBook`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(21)]
		pub fn set_rule_book(origin: OriginFor<T>, rule_book: RuleBook) -> DispatchResult {
			let proposal = EnsureDecision::<T, matters::RuleBook>::ensure_origin(origin)?;
			Self::do_set_rule_book(rule_book, proposal)
		}
	}
}
