// SPDX-License-Identifier: Apache-2.0

//! # Committee
//!
//! Who sits in the owners' committee, for how long, and who comes next (D33).
//!
//! ## Terminology
//!
//! - **Election**: a vote of the owners, held elsewhere. This pallet is handed its result by
//!   [`ElectedCommittee`](linli_primitives::traits::ElectedCommittee) and knows neither candidates nor ballots.
//! - **Seat**: an owner's place in the committee, with the account that acts in it. There are as many as the election
//!   said; some may be vacant.
//! - **Term**: how long the committee sits, from the moment on in which it takes its seats.
//! - **Reserve**: those who had enough approval and got no seat, the best result first. They fill vacancies.
//! - **Collective**: where members move and vote. Its members are set here and nowhere else.
//!
//! ## Scenarios
//!
//! ### A committee takes its seats
//!
//! 1. The owners elect five, with two in reserve. When the election is enacted, governance hands its result over.
//! 2. One of the five has sold the flat in the meantime: the first of the reserve sits instead. Another lost the key to
//!    the account: the owner's present representative gets the seat.
//! 3. The collective's members are the five, and `expire_term` is scheduled for the end of the term.
//!
//! ### Seats change hands
//!
//! 1. Mrs Li moves away and calls `resign`. The next of the reserve who still owns something gets the seat; those who
//!    own nothing any more leave the reserve. With an empty reserve the seat stays vacant.
//! 2. Mr Wang sold his flat and does not resign: anyone calls `vacate`.
//! 3. Mr Zhao loses his phone. The registrar gives his household another account, and `take_seat` moves the seat to it.
//! 4. The owners are not content with Ms Sun. By an ordinary decision they `recall` her from the committee that the
//!    decision names: if the next one is elected in the meantime with her in it, she keeps that seat.
//!
//! ## Calls
//!
//! | Call | Who may | Event |
//! |---|---|---|
//! | `resign` | a member | `SeatVacated`, `SeatFilled` |
//! | `recall` | [`Config::RecallOrigin`]: a decision of the owners | `SeatVacated`, `SeatFilled` |
//! | `vacate` | anyone, if the member owns nothing any more | `SeatVacated`, `SeatFilled` |
//! | `take_seat` | the representative who replaced a member's lost account | `SeatMoved` |
//! | `expire_term` | anyone, after the term (automatically, too) | `TermExpired` |
//!
//! Other pallets ask with [`EnsureMember`] whether a signer has a seat, and with [`Pallet::seat_of`] whose.
//!
//! ## What grows
//!
//! Nothing: there is one committee, of at most [`MAX_CANDIDATES`](linli_primitives::MAX_CANDIDATES) members and
//! reserves.
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

pub use origins::EnsureMember;
pub use pallet::*;
pub use weights::WeightInfo;

pub mod api;
mod errors;
mod events;
mod origins;
mod seats;
mod term;
pub mod types;
mod vacancies;
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

use frame_support::{pallet_macros::import_section, traits::OriginTrait};

/// A call of the runtime.
pub type CallOf<T> = <T as frame_system::Config>::RuntimeCall;

/// Members of the committee, or its reserve, as this pallet keeps them.
pub type MembersOf<T> = linli_primitives::Candidates<<T as frame_system::Config>::AccountId>;

/// The result of an election, as this pallet is handed it.
pub type ElectionResultOf<T> = linli_primitives::ElectionResult<<T as frame_system::Config>::AccountId>;

/// Where a call comes from, as the scheduler keeps it.
pub type PalletsOriginOf<T> = <<T as frame_system::Config>::RuntimeOrigin as OriginTrait>::PalletsOrigin;

/// The pallet's items as FRAME reads them.
#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
#[allow(clippy::expect_used, reason = "the macros of FRAME expect the pallet to be in its runtime")]
pub mod pallet {
	use super::*;
	use crate::types::{Election, Term, Vacancy};
	use frame_support::{
		pallet_prelude::*,
		traits::{schedule, ChangeMembers},
	};
	use frame_system::pallet_prelude::*;
	use linli_primitives::{
		traits::{Clock, Electorate},
		Moment, OwnerId, ProposalId,
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The owners' committee.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the committee needs of the runtime.
	#[pallet::config]
	pub trait Config:
		frame_system::Config<
		RuntimeCall: From<Call<Self>>,
		RuntimeOrigin: From<Origin> + OriginTrait<PalletsOrigin: TryInto<Origin>>,
	>
	{
		/// The owners: who still owns something, and who represents whom.
		type Electorate: Electorate<Self::AccountId, BlockNumberFor<Self>>;

		/// What time it is: terms end at a time.
		type Clock: Clock;

		/// Who takes a seat from a member: the owners, by a decision on the committee.
		type RecallOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The collective in which members move and vote. Nothing else may set its members.
		type Collective: ChangeMembers<Self::AccountId>;

		/// The collective's members as they are, to be checked against the seats.
		type CollectiveMembers: Get<alloc::vec::Vec<Self::AccountId>>;

		/// What ends a term automatically.
		type Scheduler: schedule::v3::Anon<
			BlockNumberFor<Self>,
			CallOf<Self>,
			PalletsOriginOf<Self>,
			Hasher = Self::Hashing,
		>;

		/// Milliseconds between two blocks at least, to find the block by which a term is over.
		#[pallet::constant]
		type BlockTime: Get<Moment>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// What benchmarks need of the collective.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper<Self::AccountId>;
	}

	/// What this pallet acts as.
	#[pallet::origin]
	pub type Origin = crate::origins::Origin;

	/// Who sits in the committee.
	#[pallet::storage]
	pub type Seats<T: Config> = StorageValue<_, MembersOf<T>, ValueQuery>;

	/// Who fills the next vacancy, the first first.
	#[pallet::storage]
	pub type Reserve<T: Config> = StorageValue<_, MembersOf<T>, ValueQuery>;

	/// The committee's term. `None` where no committee sits.
	#[pallet::storage]
	pub type CurrentTerm<T: Config> = StorageValue<_, Term>;

	/// The election whose committee took its seats last, whether its term is over or not.
	#[pallet::storage]
	pub type LatestElection<T: Config> = StorageValue<_, Election>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::BlockTime::get() > 0, "blocks take time");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Leaves the committee. The next of the reserve gets the seat.
		///
		/// ## Dispatch origin
		///
		/// Signed by a member.
		///
		/// ## Errors
		///
		/// - [`Error::NotMember`].
		///
		/// ## Weight
		///
		/// Of a full committee with as many motions open as can be.
		#[pallet::call_index(0)]
		pub fn resign(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_resign(&who)
		}

		/// Takes a seat from a member of the committee that `election` brought. The next of the reserve gets it. The
		/// next committee keeps the member, if it is elected again before the recall is enacted.
		///
		/// ## Dispatch origin
		///
		/// [`Config::RecallOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::CommitteeNotFound`], [`Error::CommitteeMismatch`], [`Error::NotMember`].
		///
		/// ## Weight
		///
		/// As of [`Pallet::resign`].
		#[pallet::call_index(1)]
		pub fn recall(origin: OriginFor<T>, owner: OwnerId, election: ProposalId) -> DispatchResult {
			T::RecallOrigin::ensure_origin(origin)?;
			Self::do_recall(owner, election)
		}

		/// Takes the seat of a member who owns no voting unit any more. The next of the reserve gets it.
		///
		/// ## Dispatch origin
		///
		/// Signed by anyone.
		///
		/// ## Errors
		///
		/// - [`Error::NotMember`], [`Error::IsOwner`].
		///
		/// ## Weight
		///
		/// As of [`Pallet::resign`].
		#[pallet::call_index(2)]
		pub fn vacate(origin: OriginFor<T>, owner: OwnerId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_vacate(owner)
		}

		/// Moves a seat to the owner's present representative, when the account that had it no longer acts for the
		/// owner: its key was lost and the registrar replaced it.
		///
		/// ## Dispatch origin
		///
		/// Signed by the representative of a member.
		///
		/// ## Errors
		///
		/// - [`Error::NotOwner`], [`Error::NotRepresentative`], [`Error::NotMember`], [`Error::SeatStillHeld`].
		///
		/// ## Weight
		///
		/// As of [`Pallet::resign`].
		#[pallet::call_index(3)]
		pub fn take_seat(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_take_seat(who)
		}

		/// Dismisses a committee whose term is over. Until another is elected, proposals come by petition.
		///
		/// ## Dispatch origin
		///
		/// Signed by anyone; the scheduler does it when it is due.
		///
		/// ## Errors
		///
		/// - [`Error::CommitteeNotFound`], [`Error::TermRunning`].
		///
		/// ## Weight
		///
		/// As of [`Pallet::resign`].
		#[pallet::call_index(4)]
		pub fn expire_term(origin: OriginFor<T>) -> DispatchResult {
			Self::ensure_anyone(origin)?;
			Self::do_expire_term()
		}
	}
}
