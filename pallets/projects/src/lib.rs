// SPDX-License-Identifier: Apache-2.0

//! # Project escrow
//!
//! Holds the money for work that the owners decided on, such as renewing a lift or repairing a roof, from the moment
//! the decision is enacted (D22). The money leaves in two directions only: to the contractor, one milestone at a time,
//! after inspection and a window for objections; or back to the pots it came from.
//!
//! ## Terminology
//! - **Project**: work that a decision funds. That decision fixes its *terms* ([`types::ProjectTerms`]).
//! - **Variation**: a change of the terms by another decision of the same electorate, within the cap.
//! - **Conclude**: to have the rule decide what nobody decided for a long time.
//! - **Source**: a pot that gives part of the money. Returned money is split among the sources in proportion to what
//!   they gave; the repair pot's part is credited to the units that bore the cost.
//! - **Escrow account**: the account that holds a project's money. None of its balance is free.
//! - **Milestone**: a part of the work, with an amount, a deadline and the evidence required.
//! - **Inspector**: an account named in the terms that accepts or rejects the contractor's submissions.
//! - **Related owners**: the owners in the buildings that the project concerns. They can object to a payment.
//! - **Retention**: the part of each payment that stays held until the warranty ends, to cover defects.
//!
//! ## Scenario
//! The owners of building 2 decide on a new lift: three milestones from the repair pot, three inspectors of whom two
//! must accept, 5 % retained for 24 months. When the decision is enacted, the cost is charged to the units of building
//! 2 by area, and the money is held. The contractor submits the first milestone; two inspectors accept; for seven days
//! owners can object, and none does; then anyone calls `pay`. The second is rejected, corrected, submitted again and
//! paid. A fifth of the owners object to the third: the committee rules 70 : 30, and 30 % is returned to the units that
//! bore it. Two years later, with no claim outstanding, anyone calls `release`.
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
//! [`types::MilestoneState::after`] defines every transition. If the contractor cannot receive a payment, the milestone
//! stays accepted or ruled and records the error, and anyone can try again.
//!
//! Nobody's silence holds the money (D54), in lived time (D46):
//!
//! | waiting | for | after [`Config::RulingPeriod`] | after [`Config::ConclusionPeriod`] anyone calls `conclude` |
//! |---|---|---|---|
//! | pending, rejected | the contractor | – (the electorate cancels at any time) | returned |
//! | submitted | the inspectors | the electorate rules | returned |
//! | accepted, ruled | a payment | – | paid, or returned if it cannot be paid |
//! | disputed by the contractor | the ruling body | the electorate rules | returned |
//! | disputed by owners | the ruling body | the electorate rules | paid: the inspectors accepted it |
//! | a claim | the ruling body | the electorate rules | the claimed amount is returned |
//! | retention, the warranty over | a payment | – | paid, or returned if it cannot be paid |
//!
//! ## A project
//! ```text
//!   Active ── last milestone settled ──► Warranty ── release, or all used for defects ──► Closed
//!      │                                                                                    ▲
//!      └─── last milestone settled, nothing retained ───────────────────────────────────────┘
//! ```
//! If milestones are in progress when it is cancelled, it is *ending* until the last of them is settled: nothing more
//! can be submitted.
//!
//! ## Calls
//! | Call | Origin | Events |
//! |---|---|---|
//! | [`open`](Pallet::open) | [`Config::DecisionOrigin`], of the owners whose money it is | `Opened`, `Funded` |
//! | [`submit`](Pallet::submit) | contractor | `Submitted` |
//! | [`inspect`](Pallet::inspect) | inspector, once per submission | `Inspected`; `Accepted` or `Rejected` |
//! | [`object`](Pallet::object) | representative of a related owner | `Objected`, `Disputed` |
//! | [`dispute`](Pallet::dispute) | contractor | `Disputed` |
//! | [`rule`](Pallet::rule) | [`Config::RulingOrigin`]; later [`Config::DecisionOrigin`] of the same owners | `Ruled`, `Returned`, `Paid` or `PaymentFailed` |
//! | [`pay`](Pallet::pay) | anyone | `Paid` or `PaymentFailed` |
//! | [`cancel`](Pallet::cancel) | [`Config::DecisionOrigin`] of the same owners; after a missed deadline [`Config::CancelOrigin`] | `Cancelled`, `Returned` |
//! | [`release`](Pallet::release) | anyone | `Released` or `PaymentFailed` |
//! | [`claim_defect`](Pallet::claim_defect) | [`Config::ClaimOrigin`], or an inspector | `DefectClaimed` |
//! | [`withdraw_claim`](Pallet::withdraw_claim) | [`Config::ClaimOrigin`] | `ClaimWithdrawn` |
//! | [`rule_claim`](Pallet::rule_claim) | [`Config::RulingOrigin`]; later [`Config::DecisionOrigin`] of the same owners | `ClaimRuled`, `Returned` |
//! | [`vary`](Pallet::vary) | [`Config::DecisionOrigin`] of the same owners | `Varied` |
//! | [`conclude`](Pallet::conclude) | anyone, when nobody decided | `Concluded`, and what follows from it |
//!
//! Settling the last milestone also deposits `WarrantyBegan`, or `Closed` if nothing is retained; releasing or using up
//! the retention deposits `Closed`.
//!
//! ## Details
//! - The owners of some buildings can only decide on money of the repair pot, and only on their own. A project that
//!   also takes money from another pot concerns the whole community, which decides on it.
//! - The owners entitled to object, and their number, are those in the register at the end of the block before the
//!   acceptance.
//! - A contractor can submit after the deadline at their own risk: until inspectors accept, the milestone can still be
//!   cancelled.
//! - The retention is rounded down, so no payment is zero.
//! - If inspectors leave a submission undecided for the length of the objection window, the contractor can dispute it,
//!   so that it takes neither the inspectors nor the owners to go on.
//! - A milestone in progress keeps its own money from being cancelled, not that of the others.
//! - `submit`, `dispute` and `vary` name the version of the terms (D55). The terms of a milestone do not vary while it
//!   is in progress, so other calls need not.
//! - People count, not accounts (D47): inspectors are different people, none related to the contractor, at the opening,
//!   after a variation, and when they report.
//! - Each electorate has room for [`Config::MaxUnfinished`] projects, so that none shuts another out (D53).
//!
//! ## Requirements on the runtime
//! The call filter must reject transfers to accounts for which [`Pallet::is_escrow_account`] returns `true`: such money
//! would belong to no project.
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

pub use pallet::*;
pub use views::MAX_PAGE;
pub use weights::WeightInfo;

pub mod api;
pub mod types;
pub mod weights;

mod cancelling;
mod concluding;
mod errors;
mod escrow;
mod events;
mod inspections;
mod milestones;
mod objections;
mod opening;
mod payments;
mod rulings;
mod storage;
mod variations;
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

/// A block number of the runtime.
pub(crate) type BlockOf<T> = BlockNumberFor<T>;
/// A project as this pallet stores it.
pub(crate) type ProjectOf<T> = types::Project<<T as frame_system::Config>::AccountId>;
/// A milestone as this pallet stores it.
pub(crate) type MilestoneOf<T> = types::Milestone<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

/// See the crate's documentation.
#[import_section(events::events)]
#[import_section(errors::errors)]
#[import_section(storage::storage)]
#[frame_support::pallet]
#[allow(
	clippy::cast_possible_truncation,
	clippy::expect_used,
	reason = "the macros of FRAME cast the indices of variants, and expect the pallet to be in its runtime"
)]
pub mod pallet {
	use super::*;
	use crate::types::{
		CancelledBy, DisputedBy, EscrowTotals, Objection, Project, ProjectTerms, RuledBy, TermsError, Variation,
		VariationRecord,
	};
	use frame_support::{
		dispatch::{DispatchResultWithPostInfo, PostDispatchInfo},
		pallet_prelude::*,
		traits::{
			fungible::{Inspect, MutateHold},
			Contains, StorageVersion,
		},
		PalletId, Twox64Concat,
	};
	use frame_system::pallet_prelude::*;
	use linli_primitives::{
		traits::{Clock, Electorate, FundLedger, People, RepairShares},
		Buildings, ContentHash, EntryId, Fen, MilestoneId, Moment, OwnerId, PotId, ProjectId, ProposalId,
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The pallet.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Configuration of the pallet.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The runtime's hold reasons, of which [`HoldReason`] is a part.
		type RuntimeHoldReason: From<HoldReason>;

		/// The currency: one fen on chain is a fen in the bank.
		type Currency: Inspect<Self::AccountId, Balance = Fen>
			+ MutateHold<Self::AccountId, Reason = Self::RuntimeHoldReason>;

		/// The ledger of the pots that fund projects.
		type Ledger: FundLedger<Self::AccountId, HoldReason = Self::RuntimeHoldReason>;

		/// The units' shares in the repair pot.
		type Repair: RepairShares;

		/// The owners entitled to object.
		type Electorate: Electorate<Self::AccountId, BlockNumberFor<Self>>;

		/// The accounts that hold the community's money and that nobody signs for, those of escrows included. None is a
		/// contractor's.
		type CommunityAccounts: Contains<Self::AccountId>;

		/// The people behind accounts.
		type People: People<Self::AccountId>;

		/// The time of the current block.
		type Clock: Clock;

		/// A decision of the assembly, or of the owners of some buildings. Yields the proposal and its electorate.
		type DecisionOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = (ProposalId, Option<Buildings>)>;

		/// Origin that cancels milestones after a missed deadline: the committee by majority.
		type CancelOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Origin that rules on disputes and defects: the committee by majority.
		type RulingOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Origin that claims defects, besides inspectors, and withdraws claims: the committee by majority.
		type ClaimOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The id from which the escrow accounts are derived.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// Maximum number of projects with unsettled milestones of one electorate: the whole community, or one set of
		/// buildings. Those that only wait for their warranty do not count.
		#[pallet::constant]
		type MaxUnfinished: Get<u32>;

		/// How long inspectors have to report on a submission, or the ruling body to rule on a dispute or a claim,
		/// before the electorate that opened the project can rule instead. In ms of lived time (D46, D54).
		#[pallet::constant]
		type RulingPeriod: Get<Moment>;

		/// How long nobody must have decided on a milestone, a claim or the retention before anyone can have it
		/// concluded by rule. In ms of lived time (D46, D54).
		#[pallet::constant]
		type ConclusionPeriod: Get<Moment>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// Sets up state outside the pallet for the benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper<Self::AccountId>;
	}

	/// Reasons for which this pallet holds money.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// Money of a project, until it is paid or returned.
		#[codec(index = 0)]
		Escrow,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxUnfinished::get() > 0, "`MaxUnfinished` must be greater than zero");
			let (ruling, conclusion) = (T::RulingPeriod::get(), T::ConclusionPeriod::get());
			assert!(0 < ruling && ruling < conclusion, "`RulingPeriod` must end before `ConclusionPeriod`");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_now: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Opens a project on terms that only another decision of the same electorate varies, and holds its money.
		///
		/// The repair pot's part is charged to the related units. Money found on the account goes to the first source.
		///
		/// ## Dispatch origin
		///
		/// [`Config::DecisionOrigin`]: of the related owners for money of the repair pot, of the whole community for
		/// any other. A project with both kinds of sources must concern the whole community.
		///
		/// ## Errors
		///
		/// - [`Error::InvalidTerms`], [`Error::PotNotFound`], [`Error::InvalidContractor`],
		///   [`Error::InvalidElectorate`];
		/// - [`Error::TooManyBuildingSets`], [`Error::RelatedOwnerNotFound`] if owners could not object;
		/// - [`Error::TooManyUnfinished`], [`Error::MaxUnitsTooLow`];
		/// - the ledger's error if a pot has insufficient funds, the repair fund's error if the related units have.
		///
		/// ## Weight
		///
		/// Linear in the units that the repair pot's part falls on; the rest of `max_units` is refunded.
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

		/// Submits a milestone, for the first time or after a rejection. A missed deadline does not prevent it, until
		/// [`Config::ConclusionPeriod`] after it. `version` is that of the terms which the contractor read.
		///
		/// ## Dispatch origin
		///
		/// Signed by the contractor.
		///
		/// ## Errors
		///
		/// [`Error::ProjectNotFound`], [`Error::MilestoneNotFound`], [`Error::NotContractor`],
		/// [`Error::ProjectCancelled`], [`Error::TermsChanged`], [`Error::NotSubmittable`], [`Error::SubmissionOver`].
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
			version: u32,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_submit(who, project, milestone, evidence, version)
		}

		/// Accepts or rejects a submission. The objection window begins once enough inspectors have accepted; the
		/// milestone is rejected once the required number can no longer be reached.
		///
		/// ## Dispatch origin
		///
		/// Signed by an inspector, once per submission.
		///
		/// ## Errors
		///
		/// [`Error::ProjectNotFound`], [`Error::MilestoneNotFound`], [`Error::NotInspector`],
		/// [`Error::IsRelatedToContractor`], [`Error::NotSubmitted`], [`Error::AlreadyInspected`].
		///
		/// ## Weight
		///
		/// Constant; covers counting the related owners on acceptance.
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

		/// Objects to the payment of an accepted milestone. Once the objections, counted by heads, reach the share
		/// fixed in the terms, the milestone is disputed and waits for a ruling.
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
		/// Constant; covers looking up one owner's voting power.
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

		/// Asks for a ruling on a rejected milestone, or on a submission that inspectors have left undecided for the
		/// length of the objection window. `version` is that of the terms which the contractor read.
		///
		/// ## Dispatch origin
		///
		/// Signed by the contractor.
		///
		/// ## Errors
		///
		/// [`Error::ProjectNotFound`], [`Error::MilestoneNotFound`], [`Error::NotContractor`],
		/// [`Error::TermsChanged`], [`Error::NotDisputable`], [`Error::InspectionPeriodRunning`].
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
			version: u32,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_dispute(who, project, milestone, reason, version)
		}

		/// Rules on a disputed milestone: the contractor receives `contractor_share` fen of its amount, less the
		/// retention, at once; the rest returns to the sources. If the payment fails, the ruling stands, and anyone can
		/// call [`Pallet::pay`] later.
		///
		/// ## Dispatch origin
		///
		/// [`Config::RulingOrigin`]; or, [`Config::RulingPeriod`] after the dispute began or the work was submitted and
		/// left undecided, [`Config::DecisionOrigin`] of the electorate that opened the project.
		///
		/// ## Errors
		///
		/// - [`Error::ProjectNotFound`], [`Error::MilestoneNotFound`], [`Error::NotDisputed`],
		///   [`Error::ShareTooLarge`], [`Error::MaxUnitsTooLow`];
		/// - [`Error::InvalidElectorate`], [`Error::RulingPeriodRunning`] for a decision.
		///
		/// ## Weight
		///
		/// Linear in the units that are credited with returned money; the rest of `max_units` is refunded.
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
			let decision = Self::decision_or::<T::RulingOrigin>(origin)?;
			let units = Self::do_rule(decision, project, milestone, contractor_share, document, max_units)?;
			Ok(used(T::WeightInfo::rule(units)))
		}

		/// Pays a milestone, less the retention, after the objection window or a ruling. If the contractor cannot
		/// receive the payment, the call still succeeds: the milestone stays payable, and the event and the state carry
		/// the error.
		///
		/// ## Dispatch origin
		///
		/// Signed by anyone.
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

		/// Cancels all milestones that are pending, rejected or submitted after their deadline, and returns their money
		/// to the sources. Milestones in progress take their course: inspection, objections, ruling, payment. Nothing
		/// more can be submitted; what is rejected later can be cancelled in the same way.
		///
		/// ## Dispatch origin
		///
		/// [`Config::DecisionOrigin`] of the electorate that opened the project, at any time; or
		/// [`Config::CancelOrigin`] once one of these milestones is past its deadline, or the project was cancelled
		/// before.
		///
		/// ## Errors
		///
		/// - [`Error::ProjectNotFound`], [`Error::NotActive`], [`Error::MaxUnitsTooLow`];
		/// - [`Error::InvalidElectorate`] for a decision, [`Error::NotOverdue`] for the committee;
		/// - [`Error::MilestoneInProgress`] if the project was cancelled before and all that is left is in progress.
		///
		/// ## Weight
		///
		/// Linear in the units that are credited with returned money; the rest of `max_units` is refunded.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::cancel(*max_units))]
		pub fn cancel(origin: OriginFor<T>, project: ProjectId, max_units: u32) -> DispatchResultWithPostInfo {
			let decision = Self::decision_or::<T::CancelOrigin>(origin)?;
			let units = Self::do_cancel(project, decision, max_units)?;
			Ok(used(T::WeightInfo::cancel(units)))
		}

		/// Pays the retention to the contractor after the warranty, unless a claim is outstanding. If the contractor
		/// cannot receive the payment, the call still succeeds: the retention stays held, and the event and the state
		/// carry the error.
		///
		/// ## Dispatch origin
		///
		/// Signed by anyone.
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

		/// Claims `amount` fen of the retention for repairing a defect. The retention is not released while the claim
		/// is outstanding. One claim at a time.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ClaimOrigin`], or signed by an inspector.
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

		/// Withdraws a claim, for example after the contractor has repaired the defect.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ClaimOrigin`].
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

		/// Rules on a claim: `to_community` fen of the retention return to the sources, the rest stays retained until
		/// the warranty ends. A project with nothing left to retain is closed.
		///
		/// ## Dispatch origin
		///
		/// [`Config::RulingOrigin`]; or, [`Config::RulingPeriod`] after the claim, [`Config::DecisionOrigin`] of the
		/// electorate that opened the project.
		///
		/// ## Errors
		///
		/// - [`Error::ProjectNotFound`], [`Error::ClaimNotFound`], [`Error::ShareTooLarge`], [`Error::MaxUnitsTooLow`];
		/// - [`Error::InvalidElectorate`], [`Error::RulingPeriodRunning`] for a decision.
		///
		/// ## Weight
		///
		/// Linear in the units that are credited with returned money; the rest of `max_units` is refunded.
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::rule_claim(*max_units))]
		pub fn rule_claim(
			origin: OriginFor<T>,
			project: ProjectId,
			#[pallet::compact] to_community: Fen,
			document: ContentHash,
			max_units: u32,
		) -> DispatchResultWithPostInfo {
			let decision = Self::decision_or::<T::RulingOrigin>(origin)?;
			let units = Self::do_rule_claim(decision, project, to_community, document, max_units)?;
			Ok(used(T::WeightInfo::rule_claim(units)))
		}

		/// Varies the terms: a later deadline, another inspector, another contractor, or money moved from one milestone
		/// to another. The cost stays the same. Everything else takes another project.
		///
		/// `version` is that of the terms on which the owners decided; `document` the hash of the agreement with the
		/// contractor.
		///
		/// ## Dispatch origin
		///
		/// [`Config::DecisionOrigin`] of the electorate that opened the project.
		///
		/// ## Errors
		///
		/// - [`Error::ProjectNotFound`], [`Error::InvalidElectorate`], [`Error::ProjectClosed`],
		///   [`Error::TermsChanged`];
		/// - for a deadline or amounts: [`Error::MilestoneNotFound`], [`Error::MilestoneSettled`],
		///   [`Error::MilestoneInProgress`], [`Error::ProjectCancelled`], [`Error::DuplicateMilestone`],
		///   [`Error::InvalidTerms`];
		/// - for an inspector: [`Error::InspectorNotFound`], [`Error::InvalidTerms`];
		/// - for a contractor: [`Error::MilestoneInProgress`] unless it is one whose payment failed,
		///   [`Error::InvalidContractor`], [`Error::InvalidTerms`].
		///
		/// ## Weight
		///
		/// Constant; covers all milestones.
		#[pallet::call_index(12)]
		pub fn vary(
			origin: OriginFor<T>,
			project: ProjectId,
			variation: Variation<T::AccountId>,
			version: u32,
			document: ContentHash,
		) -> DispatchResult {
			let decision = T::DecisionOrigin::ensure_origin(origin)?;
			Self::do_vary(&decision, project, variation, version, document)
		}

		/// Has the rule decide on a milestone, or with `None` on the claim or the retention, on which nobody decided
		/// for [`Config::ConclusionPeriod`].
		///
		/// What inspectors accepted or a ruling granted is paid; if it cannot be paid, it is returned to the sources.
		/// So is everything that nobody accepted, and what is claimed for a defect. Objections on which nobody ruled
		/// do not stop the payment any longer.
		///
		/// ## Dispatch origin
		///
		/// Signed by anyone.
		///
		/// ## Errors
		///
		/// [`Error::ProjectNotFound`], [`Error::MilestoneNotFound`], [`Error::MilestoneSettled`],
		/// [`Error::NotInWarranty`], [`Error::ConclusionPeriodRunning`], [`Error::MaxUnitsTooLow`].
		///
		/// ## Weight
		///
		/// Linear in the units that are credited with returned money; the rest of `max_units` is refunded.
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::conclude(*max_units))]
		pub fn conclude(
			origin: OriginFor<T>,
			project: ProjectId,
			milestone: Option<MilestoneId>,
			max_units: u32,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let units = Self::do_conclude(project, milestone, max_units)?;
			Ok(used(T::WeightInfo::conclude(units)))
		}
	}

	impl<T: Config> Pallet<T> {
		/// The decision of the owners, or `None` for the other origin.
		fn decision_or<Other: EnsureOrigin<T::RuntimeOrigin>>(
			origin: T::RuntimeOrigin,
		) -> Result<Option<(ProposalId, Option<Buildings>)>, DispatchError> {
			match T::DecisionOrigin::try_origin(origin) {
				Ok(decision) => Ok(Some(decision)),
				Err(origin) => {
					Other::ensure_origin(origin)?;
					Ok(None)
				}
			}
		}
	}

	/// The actual weight of a call.
	fn used(weight: Weight) -> PostDispatchInfo {
		Some(weight).into()
	}
}
