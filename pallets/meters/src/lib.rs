// SPDX-License-Identifier: Apache-2.0

//! # Meters
//!
//! Meters are things (D49): each is of a unit or a common part, measures one utility, and has a dial with digits, a
//! multiplier and a plausibility bound. This pallet keeps their readings and the use that follows from them; fees bills
//! it through [`MeteredUse`](linli_primitives::traits::MeteredUse) and stores what it has billed.
//!
//! ## Terminology
//!
//! - **Value**: what a dial shows, in thousandths of the physical unit (litres for m³, watt-hours for kWh).
//! - **Use**: what was used since the meter was installed, in thousandths, with the multiplier. It goes on when the
//!   dial begins at zero again and when the physical meter is replaced, and falls only by a correction.
//! - **Main meter**: a meter of a common part that measures the supply of the meters below it. There is one level.
//! - **Reading in doubt**: one beyond the plausibility bound.
//!
//! ## Scenarios
//!
//! ### A leaking pipe
//!
//! Mrs Chen's water meter has a device and a bound of 3 m³ a day. A pipe breaks, and within a day 20 m³ run away. The
//! device's reading is refused: `PlausibilityExceeded`. The manager looks at the dial, sees that it is right and
//! proposes it as a reading in doubt; the auditor confirms it. Had nobody answered, the bound would have admitted the
//! reading some days later.
//!
//! ### A misread dial
//!
//! The manager records 4,512 m³ for 451.2, within the bound of a shop. The bill has gone out when the owner disputes
//! it. The bill is lowered by a credit note (fees). The manager proposes a correction to what the dial shows and to the
//! true use, the auditor confirms it, and the next readings follow from there. Nothing more is billed until the use
//! exceeds what was billed and not credited.
//!
//! ## Calls
//!
//! | Call | Origin | Events |
//! |---|---|---|
//! | [`propose`](Pallet::propose) | `ManagerOrigin` | `ChangeProposed`, `ProposalLapsed` |
//! | [`confirm`](Pallet::confirm) | `ConfirmOrigin` | that of the change, `ChangeConfirmed` |
//! | [`withdraw`](Pallet::withdraw) | the proposer; anyone once it has lapsed | `ProposalWithdrawn` |
//! | [`record`](Pallet::record) | `ManagerOrigin`, or the meter's own device | `ReadingRecorded` |
//! | [`reverse`](Pallet::reverse) | `ManagerOrigin` | `ReadingReversed` |
//! | [`set_device`](Pallet::set_device) | `ManagerOrigin` | `DeviceSet` |
//! | [`request_readings`](Pallet::request_readings) | `ManagerOrigin`, or the unit's owner | `FinalReadingRequested` |
//!
//! ## Without a call
//!
//! Through [`OnUnitSold`](linli_primitives::traits::OnUnitSold) a sale asks for a final reading of each meter
//! (`FinalReadingRequested`). A unit with meters in use does not cease to exist.
//!
//! ## Rules in detail
//!
//! - A reading is dated neither in the future, nor more than [`MAX_AGE`] ago, nor before the last one. A device records
//!   one every [`MIN_INTERVAL`] at most.
//! - The bound admits as much for each begun day since the last reading. A value below the last means that the dial
//!   began at zero again, if so much is plausible; otherwise it is refused, also in doubt.
//! - The manager alone reverses the last reading, as long as it is dated in the present month and no bill includes what
//!   it shows. Whatever was billed, by a final bill too, or is older, is corrected by two people.
//! - What is taken back, and links that begin or end, change the shared use of a main meter for the past. Its
//!   [`Revisions`] tell fees to look up again what was settled before.
//! - The manager alone names a meter's device, since the manager could record the same readings.
//! - The meters of a unit that measure the same count up to a common moment. One that was not read for [`UNREAD_TIME`]
//!   holds up the others no more: it counts with what it has shown, as a removed one does, until it is read again.
//! - One account has a part of the places for proposals only, and those that have lapsed make room for new ones.
//! - A final bill rests on readings of the last [`FINAL_READING_AGE`]. If nobody reads a meter for
//!   [`FINAL_READING_TIME`] after that was asked for, it counts with what it has shown.
//! - A main meter that has others below it is replaced, not removed. A meter that comes below a main meter later counts
//!   from the use that two people name. When they end the link, what counted until then goes on to count. A link that
//!   was a mistake ends where it began, and nothing of it counts; the true one is made with its own base.
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
#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
mod changes;
mod errors;
mod events;
mod genesis;
#[cfg(test)]
mod mock;
mod readings;
mod sale;
#[cfg(test)]
mod tests;
#[cfg(any(test, feature = "try-runtime"))]
mod try_state;
pub mod types;
mod usage;
mod views;
pub mod weights;

pub use pallet::*;
pub use types::GenesisMeter;
pub use views::PAGE;
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;
use linli_primitives::{calendar::DAY, Moment};

/// A reading is dated at most this long ago, in ms: 45 days.
pub const MAX_AGE: Moment = DAY.saturating_mul(45);

/// A meter that was not read for longer than this holds up the bills for the unit's other meters no more, in ms of
/// lived time: 92 days, which is longer than any quarter and than [`MAX_AGE`].
pub const UNREAD_TIME: Moment = DAY.saturating_mul(92);

/// A final bill rests on readings that are dated at most this long ago, in ms: seven days.
pub const FINAL_READING_AGE: Moment = DAY.saturating_mul(7);

/// A final bill waits so long for a reading that was asked for, in ms of lived time: fourteen days.
pub const FINAL_READING_TIME: Moment = DAY.saturating_mul(14);

/// The dates of a device's reading and of the one before are at least this far apart, in ms: twelve hours.
pub const MIN_INTERVAL: Moment = DAY.saturating_div(2);

/// The minimum time between the dates of two readings by the same manager, in ms: an hour.
pub const MIN_MANAGER_INTERVAL: Moment = DAY.saturating_div(24);

/// The pallet.
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
	use crate::types::{Change, Meter, MeterProposalId, PastLink, Place, Proposal, Reading};
	use alloc::vec::Vec;
	use frame_support::{
		pallet_prelude::*,
		traits::{Contains, StorageVersion},
	};
	use frame_system::pallet_prelude::*;
	use linli_primitives::{
		traits::{Clock, Community, MeterBills, OwnersRegister, People},
		ContentHash, MeterId, UnitId, Utility,
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The meters and their readings.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Configuration of the pallet.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The register of units.
		type Register: OwnersRegister<Self::AccountId>;

		/// Whether two accounts are the same person's.
		type People: People<Self::AccountId>;

		/// The accounts that hold the role of a device.
		type Devices: Contains<Self::AccountId>;

		/// The origin that reads meters and proposes changes. Succeeds with the account.
		type ManagerOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// The origin that confirms changes. Succeeds with the account.
		type ConfirmOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// The current time: readings are dated by the clock, proposals lapse in lived time.
		type Clock: Clock;

		/// The community's months.
		type Community: Community;

		/// The bills that rest on readings.
		type Bills: MeterBills;

		/// How long a proposal waits, in ms of lived time.
		#[pallet::constant]
		type ProposalTime: Get<Moment>;

		/// The maximum number of proposals that wait.
		#[pallet::constant]
		type MaxProposals: Get<u32>;

		/// The maximum number of them that one account has made, so that nobody alone takes all places.
		#[pallet::constant]
		type MaxProposalsPerProposer: Get<u32>;

		/// The maximum number of meters of a unit, removed ones included.
		#[pallet::constant]
		type MaxUnitMeters: Get<u32>;

		/// The maximum number of meters below a main meter, removed ones and those that were below it before included.
		/// One look-up reads them all.
		#[pallet::constant]
		type MaxSubMeters: Get<u32>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// Setup that benchmarks need outside of the pallet.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper<Self::AccountId>;
	}

	/// The meters. None is ever deleted.
	#[pallet::storage]
	pub type Meters<T: Config> = StorageMap<_, Twox64Concat, MeterId, Meter<T::AccountId>>;

	/// The id of the next meter, and how many there are.
	#[pallet::storage]
	pub type NextMeter<T: Config> = StorageValue<_, MeterId, ValueQuery>;

	/// The meters of each unit.
	#[pallet::storage]
	pub type UnitMeters<T: Config> =
		StorageMap<_, Twox64Concat, UnitId, BoundedVec<MeterId, T::MaxUnitMeters>, ValueQuery>;

	/// The meters below each main meter.
	#[pallet::storage]
	pub type SubMeters<T: Config> =
		StorageMap<_, Twox64Concat, MeterId, BoundedVec<MeterId, T::MaxSubMeters>, ValueQuery>;

	/// The readings of each meter, numbered from 0 in order of their dates.
	#[pallet::storage]
	pub type Readings<T: Config> = StorageDoubleMap<_, Twox64Concat, MeterId, Twox64Concat, u32, Reading<T::AccountId>>;

	/// The proposals that wait.
	#[pallet::storage]
	pub type Proposals<T: Config> = CountedStorageMap<_, Twox64Concat, MeterProposalId, Proposal<T::AccountId>>;

	/// The number of the next proposal.
	#[pallet::storage]
	pub type NextProposal<T: Config> = StorageValue<_, MeterProposalId, ValueQuery>;

	/// The meters that were below each main meter before. They share the places of [`SubMeters`].
	#[pallet::storage]
	pub type PastLinks<T: Config> =
		StorageMap<_, Twox64Concat, MeterId, BoundedVec<PastLink, T::MaxSubMeters>, ValueQuery>;

	/// How many of the proposals that wait each account has made.
	#[pallet::storage]
	pub type OpenProposals<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

	/// No proposal with a lower number waits.
	#[pallet::storage]
	pub type OldestProposal<T: Config> = StorageValue<_, MeterProposalId, ValueQuery>;

	/// How often the shared use of each main meter has changed for the past, by a reading that was reversed or
	/// corrected or by a link that began or ended.
	#[pallet::storage]
	pub type Revisions<T: Config> = StorageMap<_, Twox64Concat, MeterId, u32, ValueQuery>;

	/// Genesis configuration. Must be built after the register's.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The meters with their base lines.
		pub meters: Vec<GenesisMeter>,
		/// Marker for `T`.
		#[serde(skip)]
		pub _config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			self.store();
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			let own = T::MaxProposalsPerProposer::get();
			assert!(own > 0 && own < T::MaxProposals::get(), "MaxProposals must leave places for others");
			assert!(T::MaxUnitMeters::get() > 0, "MaxUnitMeters must not be zero");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Proposes a change that decides money: to install, replace or remove a meter, to put it below a main meter or
		/// end that, to take a reading in doubt, or to correct the use. It waits for another person for
		/// [`Config::ProposalTime`].
		///
		/// ## Dispatch origin
		///
		/// [`Config::ManagerOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::TooManyProposals`], [`Error::TooManyOwnProposals`];
		/// - [`Error::DateInFuture`], [`Error::DateInPast`];
		/// - each error that confirming it now would have.
		///
		/// ## Weight
		///
		/// Constant: the change is tried and rolled back, and a few proposals that have lapsed are removed.
		#[pallet::call_index(0)]
		pub fn propose(origin: OriginFor<T>, change: Change) -> DispatchResult {
			let by = T::ManagerOrigin::ensure_origin(origin)?;
			Self::do_propose(by, change)
		}

		/// Confirms a proposed change, which is made at once. `change` is what the signer saw.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ConfirmOrigin`], by a person who is not related to the proposer, and neither owns nor lives in the
		/// unit.
		///
		/// ## Errors
		///
		/// - [`Error::ProposalNotFound`], [`Error::ProposalMismatch`], [`Error::ProposalLapsed`];
		/// - [`Error::OwnProposal`], [`Error::OwnUnit`];
		/// - of the meter: [`Error::MeterNotFound`], [`Error::MeterRemoved`], [`Error::InvalidDial`],
		///   [`Error::UnitNotFound`], [`Error::TooManyUnitMeters`], [`Error::Overflow`];
		/// - of the main meter: [`Error::InvalidMain`], [`Error::TooManySubMeters`], [`Error::AlreadyLinked`],
		///   [`Error::IsMain`], [`Error::NotLinked`], [`Error::InvalidLink`];
		/// - of the reading: [`Error::DateTooLow`], [`Error::ReadingTooLarge`], [`Error::ReadingTooLow`],
		///   [`Error::ReadingNotInDoubt`], [`Error::CorrectionTooLarge`], [`Error::TooManyReadings`].
		///
		/// ## Weight
		///
		/// Constant: that of the most expensive change.
		#[pallet::call_index(1)]
		pub fn confirm(origin: OriginFor<T>, proposal: MeterProposalId, change: Change) -> DispatchResult {
			let by = T::ConfirmOrigin::ensure_origin(origin)?;
			Self::do_confirm(by, proposal, &change)
		}

		/// Withdraws a proposal, or clears away one that has lapsed.
		///
		/// ## Dispatch origin
		///
		/// Signed by the proposer; by anyone once the proposal has lapsed.
		///
		/// ## Errors
		///
		/// - [`Error::ProposalNotFound`], [`Error::NotProposer`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(2)]
		pub fn withdraw(origin: OriginFor<T>, proposal: MeterProposalId) -> DispatchResult {
			let by = ensure_signed(origin)?;
			Self::do_withdraw(by, proposal)
		}

		/// Records what the dial of a meter shows, in thousandths of the physical unit, as of the moment `at`.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ManagerOrigin`], or signed by the meter's own device.
		///
		/// ## Errors
		///
		/// - [`Error::MeterNotFound`], [`Error::MeterRemoved`], [`Error::NotDevice`];
		/// - [`Error::DateInFuture`], [`Error::DateInPast`], [`Error::DateTooLow`], [`Error::IntervalRunning`];
		/// - [`Error::ReadingTooLarge`], [`Error::ReadingTooLow`], [`Error::PlausibilityExceeded`];
		/// - [`Error::TooManyReadings`], [`Error::Overflow`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(3)]
		pub fn record(
			origin: OriginFor<T>,
			meter: MeterId,
			#[pallet::compact] value: u64,
			#[pallet::compact] at: Moment,
		) -> DispatchResult {
			let (by, is_manager) = match T::ManagerOrigin::try_origin(origin) {
				Ok(manager) => (manager, true),
				Err(origin) => (ensure_signed(origin)?, false),
			};
			Self::do_record(by, is_manager, meter, value, at)
		}

		/// Reverses the last reading of a meter, number `reading`; `reason` is the hash of the reasons. What a bill
		/// includes, its own or a shared one, takes two people: a correction is proposed instead.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ManagerOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::MeterNotFound`], [`Error::MeterRemoved`], [`Error::ReadingNotFound`];
		/// - [`Error::NotOrdinaryReading`], [`Error::ReadingAlreadyBilled`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(4)]
		#[pallet::weight(<T as Config>::WeightInfo::reverse()
			.saturating_add(T::DbWeight::get().reads_writes(2, 1))
			.saturating_add(T::Bills::weight().saturating_mul(2)))]
		pub fn reverse(origin: OriginFor<T>, meter: MeterId, reading: u32, reason: ContentHash) -> DispatchResult {
			let by = T::ManagerOrigin::ensure_origin(origin)?;
			Self::do_reverse(by, meter, reading, reason)
		}

		/// Names the device that records the readings of a meter, or none. One device may read several meters.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ManagerOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::MeterNotFound`], [`Error::MeterRemoved`];
		/// - [`Error::DeviceNotFound`] if the account does not hold the role of a device.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(5)]
		pub fn set_device(origin: OriginFor<T>, meter: MeterId, device: Option<T::AccountId>) -> DispatchResult {
			T::ManagerOrigin::ensure_origin(origin)?;
			ensure!(device.as_ref().is_none_or(T::Devices::contains), Error::<T>::DeviceNotFound);
			let mut found = Self::in_use(meter)?;
			found.device = device.clone();
			Meters::<T>::insert(meter, found);
			Self::deposit_event(Event::DeviceSet { meter, device });
			Ok(())
		}

		/// Asks for a final reading of each of the unit's meters, before it is sold: a final bill rests on readings of
		/// the last seven days ([`FINAL_READING_AGE`]). If nobody reads a meter within fourteen days
		/// ([`FINAL_READING_TIME`], in lived time), the final bill is issued without that. What is asked for already is
		/// left as it is.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ManagerOrigin`], or signed by an account of the unit's owner.
		///
		/// ## Errors
		///
		/// - [`Error::NotOwner`], [`Error::UnitNotFound`];
		/// - [`Error::MeterNotFound`] if none of its meters is in use;
		/// - [`Error::ReadingsAlreadyRequested`].
		///
		/// ## Weight
		///
		/// Constant: that of the most meters that a unit can have.
		#[pallet::call_index(6)]
		#[pallet::weight(<T as Config>::WeightInfo::request_readings(T::MaxUnitMeters::get()))]
		pub fn request_readings(origin: OriginFor<T>, unit: UnitId) -> DispatchResult {
			if let Err(origin) = T::ManagerOrigin::try_origin(origin) {
				let owner = ensure_signed(origin)?;
				ensure!(T::Register::is_owner(&owner, unit), Error::<T>::NotOwner);
			}
			Self::do_request_readings(unit)
		}
	}
}
