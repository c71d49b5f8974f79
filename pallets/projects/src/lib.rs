// SPDX-License-Identifier: Apache-2.0

//! # Project escrow
//!
//! A lift is renewed, a roof made tight: the owners decide on the work, its price and its parts, and from that moment
//! the money is *held* (D22). It leaves in two directions only: to the contractor, part by part, once the work was
//! inspected and nobody stopped it; or back to where it came from.
//!
//! ## Terminology
//! - **Project**: work that a decision funds. Its *terms* ([`types::ProjectTerms`]) are fixed by that decision for ever.
//! - **Source**: a pot that gives part of the money. What comes back goes to all sources in the proportions in which
//!   they gave, and of the repair pot to the units that bore it.
//! - **Escrow account**: where a project's money is held. Nothing on it is free.
//! - **Milestone**: a part of the work, with amount, deadline and what has to be shown.
//! - **Inspector**: an account named in the terms that accepts or rejects what the contractor submits.
//! - **Related owners**: owners of the buildings whom the project concerns. They can object to a payment.
//! - **Retention**: the part of each payment that stays held until the warranty is over, and mends defects.
//!
//! ## Scenario
//! The owners of building 2 decide on a new lift: three milestones from the repair pot, three inspectors of whom two
//! must accept, 5 % retained for 24 months. When the decision is enacted, the cost is charged to the units of building
//! 2 by area, and the money is held. The contractor submits the first part; two inspectors accept; for seven days
//! owners can object, and none does; then anybody calls `pay`. The second is rejected, done better, submitted again and
//! paid. To the third, a fifth of the owners object: the committee rules 70 : 30, so that 30 % go back to the units
//! that bore them. Two years later, when no claim stands, anybody calls `release`.
//!
//! ## A milestone
//! ```text
//!   Pending ── submit ──► Submitted ── enough inspectors accept ──► Accepted ── window over: pay ──► Paid
//!      │                    ▲ │ │                                      │                              ▲
//!      │             submit │ │ └ long undecided: dispute ──┐          │ objections reach the share   │ pay
//!      │                    │ ▼ too many inspectors reject  ▼          │                              │
//!      │                   Rejected ── dispute ─────────► Disputed ◄───┘                              │
//!      │                      │                             │ └──── rule: a share ────────────────► Ruled
//!      │ cancel               │ cancel                      │
//!      └──────────────────────┴────────► Cancelled ◄────────┘ rule: nothing
//! ```
//! [`types::MilestoneState::after`] is all of it. A payment that the contractor cannot receive leaves a milestone
//! accepted or ruled, with the error, and anyone can try again.
//!
//! ## A project
//! ```text
//!   Active ── last milestone settled ──► Warranty ── release, or all used for defects ──► Closed
//!      │                                                                                    ▲
//!      └─── last milestone settled, nothing retained ───────────────────────────────────────┘
//! ```
//!
//! ## Calls
//! | Call | Who | Events |
//! |---|---|---|
//! | [`open`](Pallet::open) | `DecisionOrigin`: those whose money it is | `Opened`, `Funded` |
//! | [`submit`](Pallet::submit) | the contractor | `Submitted` |
//! | [`inspect`](Pallet::inspect) | an inspector, once per submission | `Inspected`, `Accepted` or `Rejected` |
//! | [`object`](Pallet::object) | representatives of related owners | `Objected`, `Disputed` |
//! | [`dispute`](Pallet::dispute) | the contractor | `Disputed` |
//! | [`rule`](Pallet::rule) | `RulingOrigin` | `Ruled`, `Returned`, `Paid` or `PaymentFailed` |
//! | [`pay`](Pallet::pay) | anyone | `Paid` or `PaymentFailed` |
//! | [`cancel`](Pallet::cancel) | `DecisionOrigin` as opened it, late `CancelOrigin` | `Cancelled`, `Returned` |
//! | [`release`](Pallet::release) | anyone | `Released` or `PaymentFailed` |
//! | [`claim_defect`](Pallet::claim_defect) | `ClaimOrigin`, or an inspector | `DefectClaimed` |
//! | [`withdraw_claim`](Pallet::withdraw_claim) | `ClaimOrigin` | `ClaimWithdrawn` |
//! | [`rule_claim`](Pallet::rule_claim) | `RulingOrigin` | `ClaimRuled`, `Returned` |
//!
//! With the last milestone come `WarrantyBegan` or `Closed`, with the end of the retention `Closed`.
//!
//! ## What the rules mean in detail
//! - The owners of some buildings decide over the repair pot's money only, and only over their own. A project that
//!   takes from another pot besides concerns, and is decided by, the whole community.
//! - Who can object, and how many that is, is said by the register at the end of the block before the acceptance.
//! - Who submits past the deadline does so at the own risk: until inspectors have accepted, it can still be cancelled.
//! - Retention is rounded down, so that a payment is never nothing.
//! - A submission that inspectors leave undecided for as long as owners can object may be disputed by the contractor:
//!   nobody's silence holds the money for ever.
//!
//! ## What the runtime owes this pallet
//! Its call filter refuses transfers whose destination [`Pallet::is_escrow_account`] knows: such money would belong to
//! no project.
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

pub use pallet::*;
pub use views::MAX_PAGE;
pub use weights::WeightInfo;

pub mod api;
pub mod types;
pub mod weights;

mod cancelling;
mod errors;
mod escrow;
mod events;
mod inspections;
mod milestones;
mod objections;
mod opening;
mod payments;
mod rulings;
mod views;
mod warranty;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
#[cfg(any(test, feature = "try-runtime"))]
mod try_state;

use frame_support::pallet_macros::import_section;
use frame_system::pallet_prelude::BlockNumberFor;

/// The number of a block.
pub(crate) type BlockOf<T> = BlockNumberFor<T>;
/// A project as this pallet stores it.
pub(crate) type ProjectOf<T> = types::Project<<T as frame_system::Config>::AccountId>;
/// A milestone as this pallet stores it.
pub(crate) type MilestoneOf<T> = types::Milestone<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

/// See the crate's documentation.
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
	use crate::types::{CancelledBy, DisputedBy, EscrowTotals, Objection, Project, ProjectTerms, TermsError};
	use frame_support::{
		dispatch::{DispatchResultWithPostInfo, PostDispatchInfo},
		pallet_prelude::*,
		traits::{
			fungible::{Inspect, MutateHold},
			StorageVersion,
		},
		PalletId, Twox64Concat,
	};
	use frame_system::pallet_prelude::*;
	use linli_primitives::{
		traits::{Clock, Electorate, FundLedger, RepairShares},
		Buildings, ContentHash, EntryId, Fen, MilestoneId, Moment, OwnerId, PotId, ProjectId, ProposalId,
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The pallet.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs from the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The runtime's hold reasons, of which [`HoldReason`] is a part.
		type RuntimeHoldReason: From<HoldReason>;

		/// The currency: one fen on chain is a fen in the bank.
		type Currency: Inspect<Self::AccountId, Balance = Fen>
			+ MutateHold<Self::AccountId, Reason = Self::RuntimeHoldReason>;

		/// The pots that money comes from and goes back to.
		type Ledger: FundLedger<Self::AccountId, HoldReason = Self::RuntimeHoldReason>;

		/// The repair pot, whose money belongs to units.
		type Repair: RepairShares;

		/// Who owns what, and so can object.
		type Electorate: Electorate<Self::AccountId, BlockNumberFor<Self>>;

		/// What time it is.
		type Clock: Clock;

		/// A decision of the assembly, or of the owners of some buildings, with its proposal and those who decided.
		type DecisionOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = (ProposalId, Option<Buildings>)>;

		/// Who cancels after a missed deadline: the committee by majority.
		type CancelOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who rules on disputes and on defects: the committee by majority.
		type RulingOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who claims defects besides inspectors, and withdraws claims: the committee by majority.
		type ClaimOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The escrow accounts derive from it.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// How many projects can be open at a time: their list is read when one is opened or closed.
		#[pallet::constant]
		type MaxOpen: Get<u32>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;

		/// What the benchmarks need done outside the pallet.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper<Self::AccountId>;
	}

	/// Why this pallet holds money on an account.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// Money of a project, until it is paid or goes back.
		#[codec(index = 0)]
		Escrow,
	}

	/// All projects there ever were.
	#[pallet::storage]
	pub type Projects<T: Config> = StorageMap<_, Twox64Concat, ProjectId, Project<T::AccountId>, OptionQuery>;

	/// What the decisions fixed. Written once.
	#[pallet::storage]
	pub type Terms<T: Config> = StorageMap<_, Twox64Concat, ProjectId, ProjectTerms<T::AccountId>, OptionQuery>;

	/// The milestones of each project, from 0 and without gaps.
	#[pallet::storage]
	pub type Milestones<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ProjectId, Twox64Concat, MilestoneId, MilestoneOf<T>, OptionQuery>;

	/// Who objected to which payment. A milestone is accepted only once, so each owner has one word; what is above the
	/// share that stops a payment cannot be added.
	#[pallet::storage]
	pub type Objections<T: Config> = StorageNMap<
		_,
		(NMapKey<Twox64Concat, ProjectId>, NMapKey<Twox64Concat, MilestoneId>, NMapKey<Twox64Concat, OwnerId>),
		Objection,
		OptionQuery,
	>;

	/// The entries of pots' ledgers by which each project's money came and went back, in the order in which they were
	/// written, from 0 and without gaps.
	#[pallet::storage]
	pub type LedgerEntries<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ProjectId, Twox64Concat, u32, (PotId, EntryId), OptionQuery>;

	/// The id of the next project.
	#[pallet::storage]
	pub type NextProject<T: Config> = StorageValue<_, ProjectId, ValueQuery>;

	/// The projects that are not closed, in the order of ids.
	#[pallet::storage]
	pub type OpenProjects<T: Config> = StorageValue<_, BoundedVec<ProjectId, T::MaxOpen>, ValueQuery>;

	/// The sums over all projects.
	#[pallet::storage]
	pub type Totals<T: Config> = StorageValue<_, EscrowTotals, ValueQuery>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxOpen::get() > 0, "`MaxOpen` leaves no room for a project");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_now: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Opens a project on terms that nobody can change, and holds its money.
		///
		/// ## Dispatch origin
		///
		/// `DecisionOrigin`: for money of the repair pot the owners of the related buildings, for any other the whole
		/// community; see the crate's documentation for both.
		///
		/// ## Errors
		///
		/// - [`Error::InvalidTerms`], [`Error::PotNotFound`], [`Error::InvalidContractor`],
		///   [`Error::InvalidElectorate`];
		/// - [`Error::TooManyBuildingSets`], [`Error::RelatedOwnerNotFound`] where owners could not object;
		/// - [`Error::TooManyOpen`], [`Error::MaxUnitsTooLow`];
		/// - the ledger's error where a pot has less, the repair fund's where the related units have.
		///
		/// ## Weight
		///
		/// Grows with `max_units`, at least as many as the repair pot's part falls on; what is too much is given back.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::open(*max_units))]
		pub fn open(
			origin: OriginFor<T>,
			terms: ProjectTerms<T::AccountId>,
			max_units: u32,
		) -> DispatchResultWithPostInfo {
			let (proposal, electorate) = T::DecisionOrigin::ensure_origin(origin)?;
			let units = Self::do_open(proposal, electorate, terms, max_units)?;
			Ok(used(T::WeightInfo::open(units)))
		}

		/// Submits a milestone, or submits it again after a rejection. A missed deadline does not hinder it.
		///
		/// ## Dispatch origin
		///
		/// Signed by the contractor.
		///
		/// ## Errors
		///
		/// [`Error::ProjectNotFound`], [`Error::MilestoneNotFound`], [`Error::NotContractor`],
		/// [`Error::NotSubmittable`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(1)]
		pub fn submit(
			origin: OriginFor<T>,
			project: ProjectId,
			milestone: MilestoneId,
			evidence: ContentHash,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_submit(who, project, milestone, evidence)
		}

		/// Accepts or rejects what was submitted. With enough acceptances the time to object begins; once there cannot
		/// be enough, the milestone is rejected.
		///
		/// ## Dispatch origin
		///
		/// Signed by an inspector, once per submission.
		///
		/// ## Errors
		///
		/// [`Error::ProjectNotFound`], [`Error::MilestoneNotFound`], [`Error::NotInspector`], [`Error::NotSubmitted`],
		/// [`Error::AlreadyInspected`].
		///
		/// ## Weight
		///
		/// Constant: with the acceptance owners are counted once.
		#[pallet::call_index(2)]
		pub fn inspect(
			origin: OriginFor<T>,
			project: ProjectId,
			milestone: MilestoneId,
			accept: bool,
			report: ContentHash,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_inspect(who, project, milestone, accept, report)
		}

		/// Objects to the payment of an accepted milestone. When objections reach the share that the terms say, by
		/// heads, the payment waits for a ruling.
		///
		/// ## Dispatch origin
		///
		/// Signed by the representative of an owner with voting units in the related buildings at the end of the block
		/// before the acceptance; each owner once.
		///
		/// ## Errors
		///
		/// [`Error::ProjectNotFound`], [`Error::MilestoneNotFound`], [`Error::NotRepresentative`],
		/// [`Error::AlreadyObjected`], [`Error::NotAccepted`], [`Error::NotRelated`], [`Error::ObjectionWindowOver`].
		///
		/// ## Weight
		///
		/// Constant: one owner's power is looked up.
		#[pallet::call_index(3)]
		pub fn object(
			origin: OriginFor<T>,
			project: ProjectId,
			milestone: MilestoneId,
			reason: ContentHash,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_object(who, project, milestone, reason)
		}

		/// Asks for a ruling on a rejected milestone, or on one that inspectors leave undecided for as long as owners
		/// would have to object.
		///
		/// ## Dispatch origin
		///
		/// Signed by the contractor.
		///
		/// ## Errors
		///
		/// [`Error::ProjectNotFound`], [`Error::MilestoneNotFound`], [`Error::NotContractor`],
		/// [`Error::NotDisputable`], [`Error::InspectionPeriodRunning`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(4)]
		pub fn dispute(
			origin: OriginFor<T>,
			project: ProjectId,
			milestone: MilestoneId,
			reason: ContentHash,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_dispute(who, project, milestone, reason)
		}

		/// Rules on a disputed milestone: `contractor_share` fen of its amount are the contractor's, less the
		/// retention, and are paid at once; the rest goes back to the sources. If the payment does not work, the ruling
		/// stands, and anyone can call `pay` later.
		///
		/// ## Dispatch origin
		///
		/// `RulingOrigin`.
		///
		/// ## Errors
		///
		/// [`Error::ProjectNotFound`], [`Error::MilestoneNotFound`], [`Error::NotDisputed`], [`Error::ShareTooLarge`],
		/// [`Error::MaxUnitsTooLow`].
		///
		/// ## Weight
		///
		/// Grows with `max_units`, at least as many as get something back; what is too much is given back.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::rule(*max_units))]
		pub fn rule(
			origin: OriginFor<T>,
			project: ProjectId,
			milestone: MilestoneId,
			#[pallet::compact] contractor_share: Fen,
			document: ContentHash,
			max_units: u32,
		) -> DispatchResultWithPostInfo {
			T::RulingOrigin::ensure_origin(origin)?;
			let units = Self::do_rule(project, milestone, contractor_share, document, max_units)?;
			Ok(used(T::WeightInfo::rule(units)))
		}

		/// Pays a milestone, less the retention, once the time to object is over or it was ruled. A contractor who
		/// cannot receive leaves it payable: the call succeeds, and the event and the state say why nothing was paid.
		///
		/// ## Dispatch origin
		///
		/// Signed, by anyone.
		///
		/// ## Errors
		///
		/// [`Error::ProjectNotFound`], [`Error::MilestoneNotFound`], [`Error::NotPayable`],
		/// [`Error::ObjectionWindowRunning`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(6)]
		pub fn pay(origin: OriginFor<T>, project: ProjectId, milestone: MilestoneId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_pay(project, milestone)
		}

		/// Cancels all milestones that wait for the contractor, or were submitted past their deadline; what they were
		/// for goes back to the sources.
		///
		/// ## Dispatch origin
		///
		/// `DecisionOrigin` of those who opened the project, at any time; or `CancelOrigin` once one of these
		/// milestones is past its deadline.
		///
		/// ## Errors
		///
		/// - [`Error::ProjectNotFound`], [`Error::NotActive`], [`Error::MaxUnitsTooLow`];
		/// - [`Error::InvalidElectorate`] of a decision, [`Error::NotOverdue`] of the committee;
		/// - [`Error::MilestoneInProgress`] while a milestone is between submission in time and payment.
		///
		/// ## Weight
		///
		/// Grows with `max_units`, at least as many as get something back; what is too much is given back.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::cancel(*max_units))]
		pub fn cancel(origin: OriginFor<T>, project: ProjectId, max_units: u32) -> DispatchResultWithPostInfo {
			let decision = match T::DecisionOrigin::try_origin(origin) {
				Ok(decision) => Some(decision),
				Err(origin) => {
					T::CancelOrigin::ensure_origin(origin)?;
					None
				}
			};
			let units = Self::do_cancel(project, decision, max_units)?;
			Ok(used(T::WeightInfo::cancel(units)))
		}

		/// Pays the retention after the warranty, unless a claim stands. A contractor who cannot receive leaves it
		/// held: the call succeeds, and the event and the state say why nothing was paid.
		///
		/// ## Dispatch origin
		///
		/// Signed, by anyone.
		///
		/// ## Errors
		///
		/// [`Error::ProjectNotFound`], [`Error::NotInWarranty`], [`Error::WarrantyRunning`],
		/// [`Error::ClaimOutstanding`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(8)]
		pub fn release(origin: OriginFor<T>, project: ProjectId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_release(project)
		}

		/// Claims that mending a defect costs `amount` fen of the retention, which then is not released. One claim at a
		/// time.
		///
		/// ## Dispatch origin
		///
		/// `ClaimOrigin`, or signed by an inspector.
		///
		/// ## Errors
		///
		/// [`Error::ProjectNotFound`], [`Error::NotInspector`], [`Error::NotInWarranty`], [`Error::WarrantyOver`],
		/// [`Error::ClaimOutstanding`], [`Error::InvalidClaim`], [`Error::ClaimTooLarge`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(9)]
		pub fn claim_defect(
			origin: OriginFor<T>,
			project: ProjectId,
			#[pallet::compact] amount: Fen,
			evidence: ContentHash,
		) -> DispatchResult {
			let by = match T::ClaimOrigin::try_origin(origin) {
				Ok(_) => None,
				Err(origin) => Some(ensure_signed(origin)?),
			};
			Self::do_claim_defect(by, project, amount, evidence)
		}

		/// Withdraws a claim, once the defect is mended.
		///
		/// ## Dispatch origin
		///
		/// `ClaimOrigin`.
		///
		/// ## Errors
		///
		/// [`Error::ProjectNotFound`], [`Error::ClaimNotFound`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(10)]
		pub fn withdraw_claim(origin: OriginFor<T>, project: ProjectId) -> DispatchResult {
			T::ClaimOrigin::ensure_origin(origin)?;
			Self::do_withdraw_claim(project)
		}

		/// Rules on a claim: `to_community` fen of the retention go back to the sources, the rest stays retained until
		/// the warranty is over.
		///
		/// ## Dispatch origin
		///
		/// `RulingOrigin`.
		///
		/// ## Errors
		///
		/// [`Error::ProjectNotFound`], [`Error::ClaimNotFound`], [`Error::ShareTooLarge`], [`Error::MaxUnitsTooLow`].
		///
		/// ## Weight
		///
		/// Grows with `max_units`, at least as many as get something back; what is too much is given back.
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::rule_claim(*max_units))]
		pub fn rule_claim(
			origin: OriginFor<T>,
			project: ProjectId,
			#[pallet::compact] to_community: Fen,
			document: ContentHash,
			max_units: u32,
		) -> DispatchResultWithPostInfo {
			T::RulingOrigin::ensure_origin(origin)?;
			let units = Self::do_rule_claim(project, to_community, document, max_units)?;
			Ok(used(T::WeightInfo::rule_claim(units)))
		}
	}

	/// What a call weighed after all.
	fn used(weight: Weight) -> PostDispatchInfo {
		Some(weight).into()
	}
}
