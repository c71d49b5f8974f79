// SPDX-License-Identifier: Apache-2.0

//! # The community's own facts
//!
//! Facts about the community as a whole: the UTC offset by which its months are counted, its currency, and the law pack
//! it began with. It also keeps the chain's clock (D46), which the other pallets read by the trait
//! [`Clock`](linli_primitives::traits::Clock), and holds the decisions about the chain as a whole: the hand-over from the bootstrap key
//! to the owners, and upgrades of the runtime. Pallets that work with days, months, quarters or years use the trait
//! [`Community`](linli_primitives::traits::Community), which this pallet implements.
//!
//! ## Terminology
//! - **Offset**: how far the community's clocks are ahead of UTC. There is no daylight saving time.
//! - **Calendar**: the initial offset and all its changes: [`Calendar`](linli_primitives::calendar::Calendar).
//! - **Standstill**: a gap between two blocks of more than five minutes, as when all machines were off.
//! - **Lived time**: the clock's time less all standstills. Decisions, expenses, projects and validators count in it;
//!   other windows go by the clock.
//! - **Law pack**: thresholds and terms that follow one country's law, from which genesis was made. The chain keeps its
//!   name and version.
//! - **Bootstrap key**: the key that takes decisions in place of the owners until the hand-over (D45).
//!
//! ## Scenarios
//! ### Another time zone
//! The country will move from UTC+8 to UTC+7 at the new year. In November the owners decide on `set_utc_offset` for
//! January 2027: December will last one hour longer, since the hour before midnight occurs twice, and January begins by
//! the new clocks. Its bills are issued then, once. In December the country abandons the plan: the owners decide on the
//! offset in force, which cancels the change.
//!
//! ### The owners take over
//! A founder holds the bootstrap key. The owners elect a committee and pass `hand_over` as a major decision, which
//! removes the key for good. Two years later, another major decision passes `authorize_upgrade` with the hash of a new
//! runtime, and any account can submit its code.
//!
//! ### Nine days without power
//! A flood stops all validators for nine days. With the first block after it, before any transaction, the standstill is
//! recorded and `StoodStill` says so. A project's objection window of seven days that had run for two days still has
//! five. Dues and months go on by the calendar.
//!
//! ## Calls
//! | Call | Origin | Events |
//! |---|---|---|
//! | [`set_utc_offset`](Pallet::set_utc_offset) | `FactsOrigin` | `UtcOffsetScheduled` or `UtcOffsetKept` |
//! | [`hand_over`](Pallet::hand_over) | `ChainOrigin` | `HandedOver` |
//! | [`authorize_upgrade`](Pallet::authorize_upgrade) | `ChainOrigin` | `UpgradeAuthorized` of `frame_system` |
//!
//! ## Changes of the offset
//! - A change takes effect when its time comes; nothing is written then. At most one change is scheduled. Until it
//!   takes effect it can be replaced, or cancelled by naming the offset in force.
//! - Months never run backwards, whichever way the clocks are changed, and no moment changes its month once it has
//!   passed: see [`Calendar`](linli_primitives::calendar::Calendar).
//!
//! ## Storage growth
//! One entry of 24 bytes for each standstill, for good: a chain whose only machine is off at night keeps 9 KB a year.
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

pub mod api;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod clock;
mod errors;
mod events;
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
pub use pallet::*;
pub use types::{ClockState, CurrencyCode, Facts, GenesisLawPack, LawPack, Standstill};
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

/// The pallet itself.
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
	use alloc::string::String;
	use frame_support::{
		pallet_prelude::*,
		traits::{ConstU64, StorageVersion, Time},
	};
	use frame_system::pallet_prelude::*;
	use linli_primitives::{
		calendar::Calendar,
		traits::{BootstrapKey, CalendarChanged, SittingCommittee, STANDSTILL},
		Moment, Period, ProposalId, UtcOffset,
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The community's own facts.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The pallet's configuration.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The time of the block: `pallet-timestamp`, which notifies this pallet of each.
		type Time: Time<Moment = Moment>;

		/// A decision of the owners about the community's facts.
		type FactsOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// A major decision of the owners about the chain as a whole: the hand-over or an upgrade. Yields the proposal.
		type ChainOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = ProposalId>;

		/// Notified when the calendar changes, for pallets that store when a period begins.
		type OnCalendarChange: CalendarChanged;

		/// The owners' committee, required for the hand-over.
		type Committee: SittingCommittee;

		/// The bootstrap key.
		type Bootstrap: BootstrapKey;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// Set-up outside the pallet for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper;
	}

	/// The calendar: the initial offset and its changes.
	#[pallet::storage]
	pub type UtcOffsets<T: Config> = StorageValue<_, Calendar, ValueQuery>;

	/// The currency; a fen is 1/100 of it.
	#[pallet::storage]
	pub type Currency<T: Config> = StorageValue<_, CurrencyCode, ValueQuery>;

	/// The law pack that the chain began with.
	#[pallet::storage]
	pub type BeganWith<T: Config> = StorageValue<_, LawPack, ValueQuery>;

	/// Whether the hand-over took place.
	#[pallet::storage]
	pub type IsHandedOver<T: Config> = StorageValue<_, bool, ValueQuery>;

	/// The clock.
	#[pallet::storage]
	pub type LivedClock<T: Config> = StorageValue<_, ClockState, ValueQuery>;

	/// All standstills, numbered from zero.
	#[pallet::storage]
	pub type Standstills<T: Config> = StorageMap<_, Twox64Concat, u32, Standstill>;

	/// A gap between two blocks of more than this many ms is a standstill.
	#[pallet::storage]
	pub type StandstillLimit<T: Config> = StorageValue<_, Moment, ValueQuery, ConstU64<STANDSTILL>>;

	/// The facts at genesis. Must be built before pallets that count in months.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The offset in minutes. Default: UTC+8.
		pub utc_offset: Option<UtcOffset>,
		/// The currency code (ISO 4217). Default: `XXX`, no currency.
		pub currency: Option<String>,
		/// The law pack. Default: one with an empty name.
		pub law_pack: GenesisLawPack,
		/// The longest gap between two blocks that is no standstill, in ms. Default, and least: five minutes. More is
		/// for trials, where the clock is set by hand.
		pub standstill_limit: Option<Moment>,
		/// Marker for `T`.
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
			if let Some(limit) = self.standstill_limit {
				assert!(limit >= STANDSTILL, "genesis: a gap of five minutes or less is no standstill");
				StandstillLimit::<T>::put(limit);
			}
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Reserves the weight of noting the block's time, which follows with the inherents.
		fn on_initialize(_now: BlockNumberFor<T>) -> Weight {
			T::WeightInfo::note_time()
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_now: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Schedules a change of the UTC offset at the start of `month`, which must be in the future. This replaces a
		/// change that was scheduled before; naming the offset in force cancels it.
		///
		/// ## Dispatch origin
		///
		/// [`Config::FactsOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::InvalidOffset`], [`Error::InvalidMonth`];
		/// - [`Error::MonthNotInFuture`] if the month has begun or is not after the last change;
		/// - [`Error::OffsetAlreadyInForce`] if there is no change to cancel;
		/// - [`Error::TooManyOffsetChanges`].
		///
		/// ## Weight
		///
		/// Constant: benchmarked with the maximum number of changes.
		#[pallet::call_index(0)]
		pub fn set_utc_offset(origin: OriginFor<T>, month: Period, offset: UtcOffset) -> DispatchResult {
			T::FactsOrigin::ensure_origin(origin)?;
			Self::do_set_utc_offset(month, offset)
		}

		/// Removes the bootstrap key for good (D45), with any upgrade that was announced or authorized before. From
		/// then on only the owners decide.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ChainOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::AlreadyHandedOver`];
		/// - [`Error::CommitteeNotFound`] unless a committee is in office.
		///
		/// ## Weight
		///
		/// Constant: benchmarked with the largest committee.
		#[pallet::call_index(1)]
		pub fn hand_over(origin: OriginFor<T>) -> DispatchResult {
			let proposal = T::ChainOrigin::ensure_origin(origin)?;
			Self::do_hand_over(proposal)
		}

		/// Authorizes an upgrade of the runtime to the code with this hash (D45). Any account can then submit the code
		/// with `frame_system`'s `apply_authorized_upgrade`, which accepts only that code, and only if its `spec_name`
		/// matches and its `spec_version` is higher. This replaces an earlier authorization that was not used. To
		/// withdraw one, decide on the hash of the code that runs: its version is not higher, so nobody can apply it.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ChainOrigin`].
		///
		/// ## Errors
		///
		/// None beyond the origin check.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(2)]
		pub fn authorize_upgrade(origin: OriginFor<T>, code_hash: T::Hash) -> DispatchResult {
			T::ChainOrigin::ensure_origin(origin)?;
			frame_system::Pallet::<T>::do_authorize_upgrade(code_hash, true);
			T::Bootstrap::overruled();
			Ok(())
		}
	}
}
