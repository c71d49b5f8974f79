// SPDX-License-Identifier: Apache-2.0

//! # The community's own facts
//!
//! What is true of the community as a whole, and what concerns its chain as a whole: by which clocks its months are counted,
//! in which currency, and with which law pack it began; who stands in for the owners, and which code runs. Every pallet
//! that works with months, quarters, years or days asks [`Community`](linli_primitives::traits::Community), which this
//! pallet answers.
//!
//! ## Terminology
//! - **Offset**: how far the community's clocks are ahead of UTC. There is no summer time.
//! - **Calendar**: the offset at first and every change of it: [`Calendar`](linli_primitives::calendar::Calendar).
//! - **Law pack**: the JSON of a country's law that genesis was made from, by name and version.
//! - **Bootstrap key**: the key that stands in for the owners' decisions until the hand-over (D45).
//!
//! ## Scenarios
//! ### Another time zone
//! The country moves from UTC+8 to UTC+7 with the new year. In November the owners decide so: `set_utc_offset` for January
//! 2027. December's books then last one hour longer, since the hour before midnight comes twice; January begins when the
//! new clocks say so. Bills of January are issued then, once. In December the country thinks better of it: the owners name
//! the offset in force, and the change is taken back.
//!
//! ### The owners take over
//! A founder holds the bootstrap key. The owners elect a committee, and decide by the majority for major matters on
//! `hand_over`: the key is gone, for good. Two years later the same majority decides on `authorize_upgrade` with the hash
//! of a new runtime, and anybody hands in its code.
//!
//! ## Calls
//! | Call | Who | Events |
//! |---|---|---|
//! | [`set_utc_offset`](Pallet::set_utc_offset) | `FactsOrigin` | `UtcOffsetScheduled`, `UtcOffsetKept` |
//! | [`hand_over`](Pallet::hand_over) | `ChainOrigin` | `HandedOver` |
//! | [`authorize_upgrade`](Pallet::authorize_upgrade) | `ChainOrigin` | `UpgradeAuthorized` of the system |
//!
//! ## What the rules mean in detail
//! - A change takes hold with time: nothing is written when it does. One change at most is scheduled; until clocks are set
//!   it can be replaced, or taken back by naming the offset in force.
//! - No month runs backwards, whichever way clocks are set, and what belonged to a month stays in it: see
//!   [`Calendar`](linli_primitives::calendar::Calendar).
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub mod api;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod handover;
#[cfg(test)]
mod mock;
mod offset;
#[cfg(test)]
mod tests;
#[cfg(any(test, feature = "try-runtime"))]
mod try_state;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use handover::HandOver;
pub use pallet::*;
pub use types::{CurrencyCode, Facts, GenesisLawPack, LawPack};
pub use weights::WeightInfo;

/// The pallet itself.
#[frame_support::pallet]
#[allow(
	clippy::cast_possible_truncation,
	clippy::expect_used,
	reason = "the macros of FRAME cast the indices of variants, and expect the pallet to be in its runtime"
)]
pub mod pallet {
	use super::*;
	use alloc::string::String;
	use frame_support::{pallet_prelude::*, traits::StorageVersion};
	use frame_system::pallet_prelude::*;
	use linli_primitives::{
		calendar::Calendar,
		traits::{CalendarChanged, Clock, SittingCommittee},
		Moment, Period, ProposalId, UtcOffset,
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The community's own facts.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the runtime chooses.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// What time it is.
		type Clock: Clock;

		/// A decision of the owners on the community's facts.
		type FactsOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// A decision of the owners on the chain as a whole, by the majority for major matters: which code runs, and that
		/// nobody stands in for them any more. Gives the proposal.
		type ChainOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = ProposalId>;

		/// Whoever noted when a period begins.
		type OnCalendarChange: CalendarChanged;

		/// The owners' committee, without which nothing is handed over.
		type Committee: SittingCommittee;

		/// The key that stands in for the owners until the hand-over.
		type Bootstrap: HandOver;

		/// What the calls cost.
		type WeightInfo: WeightInfo;

		/// What benchmarks need of the runtime.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper;
	}

	/// The offset and its changes.
	#[pallet::storage]
	pub type UtcOffsets<T: Config> = StorageValue<_, Calendar, ValueQuery>;

	/// The currency of which fen are hundredths.
	#[pallet::storage]
	pub type Currency<T: Config> = StorageValue<_, CurrencyCode, ValueQuery>;

	/// The law pack that the chain began with.
	#[pallet::storage]
	pub type BeganWith<T: Config> = StorageValue<_, LawPack, ValueQuery>;

	/// Whether the bootstrap key is gone.
	#[pallet::storage]
	pub type IsHandedOver<T: Config> = StorageValue<_, bool, ValueQuery>;

	/// The facts of the first day. It must be built before what counts in months.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The offset in minutes. Without it: UTC+8.
		pub utc_offset: Option<UtcOffset>,
		/// The currency by its code (ISO 4217). Without it: none, `XXX`.
		pub currency: Option<String>,
		/// The law pack. Without it: one without a name.
		pub law_pack: GenesisLawPack,
		/// Nothing.
		#[serde(skip)]
		pub _config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		#[allow(clippy::panic, reason = "genesis only: no chain begins from an invalid chain spec")]
		fn build(&self) {
			let calendar = self.utc_offset.map_or_else(Calendar::default, Calendar::fixed);
			assert!(calendar.is_sound(), "genesis: the offset lies outside -14 to +14 hours");
			UtcOffsets::<T>::put(calendar);
			if let Some(code) = &self.currency {
				let Some(code) = CurrencyCode::parse(code) else {
					panic!("genesis: the currency {code:?} is not three capital letters");
				};
				Currency::<T>::put(code);
			}
			let Some(law_pack) = self.law_pack.checked() else {
				panic!("genesis: the name of the law pack is too long, or not printable: {:?}", self.law_pack.name);
			};
			BeganWith::<T>::put(law_pack);
		}
	}

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The offset will change, instead of any change that was scheduled before.
		#[codec(index = 0)]
		UtcOffsetScheduled {
			/// The first month that is counted by the new offset.
			month: Period,
			/// When clocks are set.
			at: Moment,
			/// The new offset.
			offset: UtcOffset,
		},
		/// The change that was scheduled is taken back.
		#[codec(index = 1)]
		UtcOffsetKept {
			/// The offset that stays in force.
			offset: UtcOffset,
		},
		/// The bootstrap key is gone for good.
		#[codec(index = 2)]
		HandedOver {
			/// By which decision.
			proposal: ProposalId,
		},
	}

	/// Why a call is refused.
	#[pallet::error]
	pub enum Error<T> {
		/// The offset lies outside −14 to +14 hours.
		InvalidOffset,
		/// There is no such month in the calendar.
		InvalidMonth,
		/// The month has begun, or had a change of its own: name a later one.
		MonthNotInFuture,
		/// The offset is in force, and no change of it is scheduled.
		OffsetAlreadyInForce,
		/// The offset was changed as often as it can be.
		TooManyOffsetChanges,
		/// The bootstrap key is gone already.
		AlreadyHandedOver,
		/// No committee sits: elect one first.
		CommitteeNotFound,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(_now: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Has the community's clocks show another offset from the start of `month` on, which must not have begun. It
		/// takes the place of a change that was scheduled before; the offset in force takes that change back.
		///
		/// ## Dispatch origin
		///
		/// [`Config::FactsOrigin`].
		///
		/// ## Errors
		///
		/// [`Error::InvalidOffset`], [`Error::InvalidMonth`], [`Error::MonthNotInFuture`],
		/// [`Error::OffsetAlreadyInForce`], [`Error::TooManyOffsetChanges`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(0)]
		pub fn set_utc_offset(origin: OriginFor<T>, month: Period, offset: UtcOffset) -> DispatchResult {
			T::FactsOrigin::ensure_origin(origin)?;
			Self::do_set_utc_offset(month, offset)
		}

		/// Removes the bootstrap key (D45): from then on the owners alone decide. There is no way back.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ChainOrigin`].
		///
		/// ## Errors
		///
		/// [`Error::AlreadyHandedOver`], [`Error::CommitteeNotFound`]; those of [`HandOver::hand_over`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(1)]
		pub fn hand_over(origin: OriginFor<T>) -> DispatchResult {
			let proposal = T::ChainOrigin::ensure_origin(origin)?;
			Self::do_hand_over(proposal)
		}

		/// Lets the runtime be replaced by the code of this hash (D45). Then anyone hands the code in with the system's
		/// `apply_authorized_upgrade`, which takes no other code, no older version and no other chain's. Another
		/// authorization takes the place of one that was not used.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ChainOrigin`].
		///
		/// ## Errors
		///
		/// None of its own.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(2)]
		pub fn authorize_upgrade(origin: OriginFor<T>, code_hash: T::Hash) -> DispatchResult {
			T::ChainOrigin::ensure_origin(origin)?;
			frame_system::Pallet::<T>::do_authorize_upgrade(code_hash, true);
			Ok(())
		}
	}
}
