// SPDX-License-Identifier: Apache-2.0

//! # Committee
//!
//! The owners' committee: its seats, its term, and the reserve that fills vacancies (D33).
//!
//! ## Terminology
//!
//! - **Election**: a vote of the owners, held elsewhere. This pallet receives its result through
//!   [`ElectedCommittee`](linli_primitives::traits::ElectedCommittee) and knows neither candidates nor ballots.
//! - **Seat**: an owner's place in the committee, with the account that acts in it. The election fixes the number of
//!   seats; some may be vacant.
//! - **Term**: the time for which the committee sits, starting when it takes its seats.
//! - **Minimum**: the number of members without which the committee cannot act, as the rules of its election say.
//! - **By-election**: the election of a whole new committee that is called automatically when half of the seats are
//!   empty, or fewer members than the minimum are left; and before the term ends.
//! - **Succession**: the time from which the next committee is elected: so long before the end of the term as an
//!   election takes.
//! - **Reserve**: candidates with enough approval but no seat, best result first. They fill vacancies.
//! - **Collective**: the pallet in which members propose and vote on motions. Its members are set only by this pallet.
//!
//! ## Scenarios
//!
//! ### A committee takes its seats
//!
//! 1. The owners elect five members and two in reserve. When the election is enacted, governance hands over its result.
//! 2. One of the five has sold the flat in the meantime: the first in reserve sits instead. Another has lost the key of
//!    the account: the seat goes to the owner's current representative.
//! 3. The five become the members of the collective. `expire_term` is scheduled for the end of the term, and
//!    `call_by_election` for the succession.
//!
//! ### Seats change hands
//!
//! 1. Mrs Li moves away and calls `resign`. The next in reserve who still owns a voting unit gets the seat; those
//!    passed over leave the reserve. If none is left, the seat stays vacant.
//! 2. Mr Wang has sold his flat and does not resign: anyone can call `vacate`.
//! 3. Mr Zhao loses his phone. The registrar issues his household a ticket for another account, and that account moves
//!    the seat to itself with `take_seat`.
//! 4. The owners are dissatisfied with Ms Sun. By an ordinary decision they `recall` her from the committee that the
//!    decision names. If she is elected again in the meantime, she keeps her seat in the new committee.
//!
//! ### A committee without enough members
//!
//! 1. Of five members three have left, and nobody is in reserve. The two that remain are no majority of all seats, so
//!    that no motion of theirs has an effect any more: [`EnsureCommittee`].
//! 2. With the third vacancy an election of all five seats opens for candidates. The two can stand again.
//! 3. Should too few stand, or too few owners vote, anyone calls `call_by_election` for the next one.
//!
//! ### A term ends
//!
//! 1. Some weeks before, the election of the next committee opens for candidates, unless the committee or the owners
//!    have opened one. The members can stand again.
//! 2. Those elected take their seats when the decision is enacted, about when the term ends.
//! 3. If too few stood or voted, the chain calls another election at the end of the term. After that anyone does, as
//!    often as one comes to nothing. Meanwhile proposals are made by petition.
//!
//! ## Calls
//!
//! | Call | Origin | Event |
//! |---|---|---|
//! | `resign` | a member | `SeatVacated`, `SeatFilled` |
//! | `recall` | [`Config::RecallOrigin`]: a decision of the owners | `SeatVacated`, `SeatFilled` |
//! | `vacate` | anyone, if the member no longer owns a voting unit | `SeatVacated`, `SeatFilled` |
//! | `take_seat` | the member's representative, if the seat's account no longer acts for the owner | `SeatMoved` |
//! | `expire_term` | anyone, or the scheduler, after the term | `TermExpired` |
//! | `call_by_election` | anyone, or the scheduler, while too few members are left to act, from the succession on, and after the term | none here: the election has its own |
//!
//! `ByElectionNotCalled` is added where a vacancy, or the end of the term, should call an election and cannot.
//!
//! Other pallets use [`EnsureCommittee`] for what the committee decides, [`EnsureMember`] to check that a signer has a
//! seat, and [`Pallet::seat_of`] to find its owner.
//!
//! ## Storage growth
//!
//! Bounded: there is one committee, with at most [`MAX_CANDIDATES`](linli_primitives::MAX_CANDIDATES) members and
//! owners in reserve.
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

pub use motions::{DropMotion, MotionPlace};
pub use origins::{EnsureCommittee, EnsureMember};
pub use pallet::*;
pub use weights::WeightInfo;

pub mod api;
mod errors;
mod events;
mod motions;
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

/// The members of the committee, or its reserve, as this pallet stores them.
pub type MembersOf<T> = linli_primitives::Candidates<<T as frame_system::Config>::AccountId>;

/// The open motions, each with the owner whose seat moved it.
pub type MotionsOf<T> = frame_support::BoundedVec<
	(<T as frame_system::Config>::Hash, linli_primitives::OwnerId),
	<T as pallet::Config>::MaxMotions,
>;

/// The result of an election, as handed to this pallet.
pub type ElectionResultOf<T> = linli_primitives::ElectionResult<<T as frame_system::Config>::AccountId>;

/// The origin of a call, as the scheduler stores it.
pub type PalletsOriginOf<T> = <<T as frame_system::Config>::RuntimeOrigin as OriginTrait>::PalletsOrigin;

/// The FRAME pallet.
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
		traits::{ByElections, Clock, Electorate, FirstCommittee},
		Moment, OwnerId, ProposalId,
	};

	use sp_runtime::DispatchError;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The owners' committee.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Configuration of the committee.
	#[pallet::config]
	pub trait Config:
		frame_system::Config<
		RuntimeCall: From<Call<Self>>,
		RuntimeOrigin: From<Origin> + OriginTrait<PalletsOrigin: TryInto<Origin>>,
	>
	{
		/// The owners: their voting power and their representatives.
		type Electorate: Electorate<Self::AccountId, BlockNumberFor<Self>>;

		/// The current time, for the end of terms.
		type Clock: Clock;

		/// Origin that recalls members: a decision of the owners on the committee.
		type RecallOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The origin of a motion that the collective carried. Yields the number of members who voted for it, and the
		/// number of members.
		type MotionOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = (u32, u32)>;

		/// Calls an election when too few members are left to act.
		type Elections: ByElections;

		/// The collective in which members propose and vote. Its members must be set only by this pallet.
		type Collective: ChangeMembers<Self::AccountId>;

		/// The current members of the collective, to check them against the seats.
		type CollectiveMembers: Get<alloc::vec::Vec<Self::AccountId>>;

		/// The motions that are open in the collective.
		type OpenMotions: Get<alloc::vec::Vec<Self::Hash>>;

		/// Drops open motions of the collective, so that no committee is held up by those of the one before.
		type DropMotion: crate::DropMotion<Self::Hash>;

		/// The maximum number of open motions of the collective.
		#[pallet::constant]
		type MaxMotions: Get<u32>;

		/// The scheduler that ends a term automatically.
		type Scheduler: schedule::v3::Anon<
			BlockNumberFor<Self>,
			CallOf<Self>,
			PalletsOriginOf<Self>,
			Hasher = Self::Hashing,
		>;

		/// Minimum time between two blocks in ms, to find the block by which a term is over.
		#[pallet::constant]
		type BlockTime: Get<Moment>;

		/// Told when the first committee takes its seats.
		type OnFirstCommittee: FirstCommittee;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// Opens motions in the collective for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper<Self::AccountId>;
	}

	/// The origin of calls that this pallet schedules.
	#[pallet::origin]
	pub type Origin = crate::origins::Origin;

	/// The members of the committee.
	#[pallet::storage]
	pub type Seats<T: Config> = StorageValue<_, MembersOf<T>, ValueQuery>;

	/// The reserve, in the order in which it fills vacancies.
	#[pallet::storage]
	pub type Reserve<T: Config> = StorageValue<_, MembersOf<T>, ValueQuery>;

	/// The term of the committee. `None` if there is no committee.
	#[pallet::storage]
	pub type CurrentTerm<T: Config> = StorageValue<_, Term>;

	/// The term of the latest committee, once it was dismissed: the next has as many seats.
	#[pallet::storage]
	pub type FormerTerm<T: Config> = StorageValue<_, Term>;

	/// The election of the latest committee, whether its term is over or not.
	#[pallet::storage]
	pub type LatestElection<T: Config> = StorageValue<_, Election>;

	/// Who moved which motion, of those that are open, and perhaps of some that were closed since the last was opened.
	#[pallet::storage]
	pub type Movers<T: Config> = StorageValue<_, MotionsOf<T>, ValueQuery>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::BlockTime::get() > 0, "the block time is greater than zero");
			assert!(T::MaxMotions::get() > 0, "there is room for a motion");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Leaves the committee. The next in reserve gets the seat.
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
		/// Constant, for the worst case: a full committee and the maximum number of open motions.
		#[pallet::call_index(0)]
		pub fn resign(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_resign(&who)
		}

		/// Recalls a member of the committee elected by `election`. The next in reserve gets the seat. A member who has
		/// been elected again in the meantime keeps the seat in the new committee.
		///
		/// ## Dispatch origin
		///
		/// [`Config::RecallOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::CommitteeNotFound`];
		/// - [`Error::CommitteeMismatch`]: the committee was not elected by `election`;
		/// - [`Error::NotMember`].
		///
		/// ## Weight
		///
		/// Constant, for the same worst case as [`Pallet::resign`].
		#[pallet::call_index(1)]
		pub fn recall(origin: OriginFor<T>, owner: OwnerId, election: ProposalId) -> DispatchResult {
			T::RecallOrigin::ensure_origin(origin)?;
			Self::do_recall(owner, election)
		}

		/// Vacates the seat of a member who no longer owns a voting unit. The next in reserve gets it.
		///
		/// ## Dispatch origin
		///
		/// Signed by anyone.
		///
		/// ## Errors
		///
		/// - [`Error::NotMember`];
		/// - [`Error::IsOwner`]: the member still owned a voting unit at the end of the previous block.
		///
		/// ## Weight
		///
		/// Constant, for the same worst case as [`Pallet::resign`].
		#[pallet::call_index(2)]
		pub fn vacate(origin: OriginFor<T>, owner: OwnerId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_vacate(owner)
		}

		/// Moves an owner's seat to the signer, if the seat's account no longer acts for the owner, as when the
		/// registrar replaced a lost key.
		///
		/// ## Dispatch origin
		///
		/// Signed by the representative of an owner who has a seat.
		///
		/// ## Errors
		///
		/// - [`Error::NotOwner`], [`Error::NotRepresentative`], [`Error::NotMember`];
		/// - [`Error::SeatStillHeld`]: the seat's account still acts for the owner.
		///
		/// ## Weight
		///
		/// Constant, for the same worst case as [`Pallet::resign`].
		#[pallet::call_index(3)]
		pub fn take_seat(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_take_seat(who)
		}

		/// Dismisses the committee after its term, and calls an election unless one is open. Until the next committee
		/// takes its seats, proposals are made by petition.
		///
		/// ## Dispatch origin
		///
		/// Signed by anyone, or the pallet's [`Origin`] of the scheduled call.
		///
		/// ## Errors
		///
		/// - [`Error::CommitteeNotFound`], [`Error::TermRunning`].
		///
		/// ## Weight
		///
		/// Constant, for the same worst case as [`Pallet::resign`], and that of calling an election.
		#[pallet::call_index(4)]
		#[pallet::weight(
			<T as Config>::WeightInfo::expire_term()
				.saturating_add(<T as Config>::WeightInfo::call_by_election())
		)]
		pub fn expire_term(origin: OriginFor<T>) -> DispatchResult {
			Self::ensure_anyone(origin)?;
			Self::do_expire_term()
		}

		/// Calls an election for a committee with too few members to act, as each vacancy does automatically; before
		/// the end of its term, as the scheduler does; or after it. Needed when the one before elected nobody.
		///
		/// ## Dispatch origin
		///
		/// Signed by anyone, or the pallet's [`Origin`] of the scheduled call.
		///
		/// ## Errors
		///
		/// - [`Error::CommitteeNotFound`]: there never was one;
		/// - [`Error::SeatsStillHeld`];
		/// - the errors of [`Config::Elections`]: an election is open already.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(5)]
		pub fn call_by_election(origin: OriginFor<T>) -> DispatchResult {
			Self::ensure_anyone(origin)?;
			Self::do_call_by_election()
		}
	}
}
