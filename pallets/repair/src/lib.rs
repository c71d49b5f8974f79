// SPDX-License-Identifier: Apache-2.0

//! # Repair fund
//!
//! The money of the repair pot belongs to the units that paid it in (D23). It lies in the pot and moves through the
//! pot's ledger; this pallet keeps each unit's share in it, with a statement of its own. The ledger does not release
//! money that belongs to units, so a cost is first divided over the units on which it falls.
//!
//! ## Terminology
//!
//! - **Share**: the part of the pot that belongs to one unit. Shares are keyed by unit, so a sale moves nothing (D9).
//! - **Enrolled**: having a share. The unit's area and first deposit are fixed when it is enrolled, until the register
//!   corrects, splits or joins it.
//! - **First deposit**: the first payment due from a unit: its area times the rate of its kind.
//! - **Top-up**: the payment that brings a share back to the first deposit, due once the share falls below the
//!   threshold, by default 30 % of the first deposit.
//! - **Related units**: the units on which a cost falls: the enrolled units of some buildings, or of all.
//! - **Bearers**: the units that bore one cost. Money of it that is given back goes to them.
//! - **Undistributed**: the money in the pot that belongs to no unit: interest, donations, transfers.
//!
//! ## Scenarios
//!
//! ### A leaking roof
//!
//! The roof of building 2 leaks, and the repair costs 1,000.00. Building 2 has three flats of 98.03, 89.05 and 120.01
//! m². The expense names building 2, so the shares of its flats fall by 319.22, 289.98 and 390.80; the third received
//! the fen left by rounding down, as it had the largest remainder. Mrs Chen of the third flat had 350.00 and now owes
//! 40.80. Her neighbours' shares cover for her until she tops up, and the list of top-ups shows the amount. The shares
//! of other buildings do not change. If building 2 had less than 1,000.00 in all, the expense could not be paid until
//! its units topped up.
//!
//! ### A project that costs less
//!
//! All buildings fund a project. Its cost is divided over 600 units, and the money goes to the project's escrow. A new
//! shop is enrolled. The project costs less than planned, and the remainder returns to the pot and to the 600 units
//! that bore the cost, by the same areas; the shop bore nothing and receives nothing. At the end of the year the bank
//! pays interest into the pot. It belongs to no unit until the assembly decides to `distribute` it, by area, over all
//! 601.
//!
//! ## Calls
//!
//! | Call | Origin | Events |
//! |---|---|---|
//! | [`set_rules`](Pallet::set_rules) | `DecisionOrigin` | `RulesSet` |
//! | [`enrol`](Pallet::enrol) | anyone, signed | `Enrolled` |
//! | [`deposit`](Pallet::deposit) | anyone, signed | `ShareCredited` |
//! | [`distribute`](Pallet::distribute) | `DecisionOrigin` | `Distributed` |
//! | [`release_share`](Pallet::release_share) | `DecisionOrigin` | `ShareReleased` |
//!
//! ## Without a call
//!
//! - Through [`PotShares`](linli_primitives::traits::PotShares), called by the ledger: bills issued into the repair pot
//!   are credited to their units when they are paid (`ShareCredited`), and refunds of them are debited
//!   (`ShareDebited`).
//! - Through [`RepairShares`](linli_primitives::traits::RepairShares), called by the pallets that spend: costs are
//!   divided (`CostDivided`) and given back (`CostGivenBack`), each with one event for all units. The areas are stored
//!   in the shares and the parts in the statements, so that anyone can verify the division.
//!
//! - Through [`OnUnitSold`](linli_primitives::traits::OnUnitSold), called by the register: the share of a unit that is
//!   split is divided by area, and that of a unit that becomes a part of another is joined with the other's
//!   (`ShareReshaped`).
//!
//! ## Rules in detail
//!
//! - The parts of a split unit bear what the unit bore: what is given back of an earlier cost is divided among them by
//!   area. A retired unit's share bears no costs and is kept until the owners release it. What is paid or paid back for
//!   a unit that became a part of another changes the other's share.
//! - Sums are divided by largest remainder, exact to the fen; between equal remainders, the lower unit id takes
//!   precedence. A unit whose part is zero gets no entry.
//! - A single share may fall below zero, but not the sum of the related units' shares. If several buildings are named,
//!   none of their sums may fall below zero: the shortfall would be taken from buildings that the cost does not
//!   concern. A cost of the whole community concerns all buildings, so one may cover for another.
//! - A refund may also take a share below zero: if the money was spent, the unit owes it.
//! - Payments of a unit's bill before the unit was enrolled are undistributed, and refunds of them are taken from
//!   there.
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
mod costs;
mod enrolment;
mod errors;
mod events;
mod genesis;
#[cfg(test)]
mod mock;
mod reshaping;
mod shares;
#[cfg(test)]
mod tests;
#[cfg(any(test, feature = "try-runtime"))]
mod try_state;
pub mod types;
mod views;
pub mod weights;

pub use pallet::*;
pub use types::{KindRate, RepairRules, RepairTotals, ShareEntry, ShareView, TopUp, TopUpPage, UnitShare};
pub use views::{MAX_PAGE, MAX_SCAN};
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

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
	use frame_support::{
		pallet_prelude::*,
		traits::{fungible, tokens::Preservation, StorageVersion},
	};
	use frame_system::pallet_prelude::*;
	use linli_primitives::{
		traits::{Bearers, Clock, FundLedger, OwnersRegister},
		Area, BillKey, BuildingId, Cause, EntryId, Fen, PotId, UnitId,
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Units' shares in the repair pot.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Configuration of the pallet.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The currency of the pots.
		type Currency: fungible::Inspect<Self::AccountId, Balance = Fen>;

		/// The pots and their ledgers, which notify this pallet of deposits and withdrawals.
		type Ledger: FundLedger<Self::AccountId>;

		/// The register of units, with their areas and kinds.
		type Register: OwnersRegister<Self::AccountId>;

		/// A decision of the assembly on the rules of the repair fund or on a distribution.
		type DecisionOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The current time, recorded in statements.
		type Clock: Clock;

		/// The pot whose money belongs to units.
		#[pallet::constant]
		type RepairPot: Get<PotId>;

		/// The maximum number of units that a sum can be divided over, which is done in one block.
		#[pallet::constant]
		type MaxUnits: Get<u32>;

		/// Weights of the calls and of the divisions made for other pallets.
		type WeightInfo: WeightInfo;

		/// Setup that benchmarks need outside of the pallet.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper<Self::AccountId>;
	}

	/// The rules of the repair fund.
	#[pallet::storage]
	pub type Rules<T: Config> = StorageValue<_, RepairRules, ValueQuery>;

	/// The shares by building, so that a cost reads only those of the buildings it names. At most one per unit that the
	/// register ever had; none is ever removed. The chain assigns the ids, so keys cannot be chosen to collide.
	#[pallet::storage]
	pub type Shares<T: Config> = StorageDoubleMap<_, Twox64Concat, BuildingId, Twox64Concat, UnitId, UnitShare>;

	/// The building under which each enrolled unit's share is stored.
	#[pallet::storage]
	pub type UnitBuildings<T: Config> = StorageMap<_, Twox64Concat, UnitId, BuildingId>;

	/// The number of units of each building that bear costs: those enrolled that have not ceased to exist.
	#[pallet::storage]
	pub type UnitCounts<T: Config> = StorageMap<_, Twox64Concat, BuildingId, u32, ValueQuery>;

	/// The number of units that were enrolled, which is the order of the next one. Those that a unit was split into
	/// have its order and do not count.
	#[pallet::storage]
	pub type Known<T: Config> = StorageValue<_, u32, ValueQuery>;

	/// The sum of all shares, in fen: the money in the pot that belongs to units.
	#[pallet::storage]
	pub type TotalShares<T: Config> = StorageValue<_, Fen, ValueQuery>;

	/// The entries of each unit's statement, numbered from 0.
	#[pallet::storage]
	pub type Statements<T: Config> = StorageDoubleMap<_, Twox64Concat, UnitId, Twox64Concat, u32, ShareEntry>;

	/// The payments of a bill credited to the unit's share and not refunded, in fen. A refund debits the share by at
	/// most this amount.
	#[pallet::storage]
	pub type Levies<T: Config> = StorageMap<_, Twox64Concat, BillKey, Fen, ValueQuery>;

	/// The number of units that bear costs: those enrolled that have not ceased to exist.
	#[pallet::storage]
	pub type Bearing<T: Config> = StorageValue<_, u32, ValueQuery>;

	/// Whether an enrolled unit was ever split, joined with another or retired. Until then the bearers of a cost are as
	/// many as when it was divided.
	#[pallet::storage]
	pub type Reshaped<T: Config> = StorageValue<_, bool, ValueQuery>;

	/// Genesis configuration. Must be built after the register's, and after the opening balance of the repair pot is
	/// booked.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The initial rules.
		pub rules: RepairRules,
		/// Whether to enrol all units of the kinds that take part.
		pub enrol: bool,
		/// What of the pot's opening balance belongs to which unit: unit, amount in fen. Each unit once. A share below
		/// zero is overdrawn: the unit owes it, and those of the others cover for it. The rest is undistributed.
		#[serde(default)]
		pub shares: alloc::vec::Vec<(UnitId, i128)>,
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
			assert!(T::MaxUnits::get() > 0, "MaxUnits must not be zero");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Sets which kinds of units take part, the rates of their first deposits, and the threshold for top-ups.
		/// Enrolled units stay enrolled and keep their first deposits.
		///
		/// ## Dispatch origin
		///
		/// [`Config::DecisionOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::InvalidFraction`], [`Error::ThresholdTooHigh`];
		/// - [`Error::DuplicateKind`], [`Error::RateTooHigh`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(0)]
		pub fn set_rules(origin: OriginFor<T>, rules: RepairRules) -> DispatchResult {
			T::DecisionOrigin::ensure_origin(origin)?;
			Self::ensure_rules(&rules)?;
			Rules::<T>::put(rules.clone());
			Self::deposit_event(Event::RulesSet { rules });
			Ok(())
		}

		/// Enrols a unit with an empty share in the repair pot; from now on costs fall on it. Anyone may enrol any
		/// unit, since existence and kind are checked against the register.
		///
		/// ## Dispatch origin
		///
		/// Signed by anyone.
		///
		/// ## Errors
		///
		/// - [`Error::UnitNotFound`], [`Error::InvalidKind`], [`Error::InvalidArea`];
		/// - [`Error::AlreadyEnrolled`], [`Error::AmountTooLarge`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(1)]
		pub fn enrol(origin: OriginFor<T>, unit: UnitId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_enrol(unit)
		}

		/// Pays `amount` fen of the caller's into the repair pot for a unit: its first deposit or a top-up. The money
		/// then belongs to the unit and cannot be withdrawn.
		///
		/// ## Dispatch origin
		///
		/// Signed by anyone.
		///
		/// ## Errors
		///
		/// - [`Error::NotEnrolled`], [`Error::InvalidAmount`], [`Error::AmountTooLarge`];
		/// - an error of [`Config::Ledger`], or a token error if the caller has insufficient funds.
		///
		/// ## Weight
		///
		/// Constant: a transfer, an entry of the ledger and an entry of the unit's statement.
		#[pallet::call_index(2)]
		pub fn deposit(origin: OriginFor<T>, unit: UnitId, #[pallet::compact] amount: Fen) -> DispatchResult {
			let payer = ensure_signed(origin)?;
			ensure!(amount > 0, Error::<T>::InvalidAmount);
			ensure!(Self::bearing_share(unit).is_some(), Error::<T>::NotEnrolled);
			let cause = Cause::RepairDeposit { unit };
			T::Ledger::deposit(T::RepairPot::get(), &payer, amount, cause, Preservation::Expendable).map(|_| ())
		}

		/// Divides `amount` undistributed fen of the repair pot over all enrolled units, by area. No money moves.
		///
		/// `max_units` is the maximum number of units that the amount may be divided over. Units enrolled in the
		/// meantime count; `RepairApi_totals` returns their number.
		///
		/// ## Dispatch origin
		///
		/// [`Config::DecisionOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::InvalidAmount`], [`Error::AmountTooLarge`], [`Error::InsufficientUndistributed`];
		/// - [`Error::RelatedUnitNotFound`] if no unit is enrolled;
		/// - [`Error::MaxUnitsTooLow`], [`Error::TooManyUnits`].
		///
		/// ## Weight
		///
		/// Linear in `max_units`; refunded down to the number of enrolled units.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::distribute(*max_units))]
		pub fn distribute(
			origin: OriginFor<T>,
			#[pallet::compact] amount: Fen,
			max_units: u32,
		) -> DispatchResultWithPostInfo {
			T::DecisionOrigin::ensure_origin(origin)?;
			let units = Self::do_distribute(amount, max_units)?;
			Ok(Some(T::WeightInfo::distribute(units)).into())
		}

		/// Releases what is left of the share of a unit that was retired: it is undistributed from then on. What the
		/// last owner should get, or is owed by them, the owners settle by an expense, and distribute the rest. A debt
		/// is covered by undistributed money.
		///
		/// ## Dispatch origin
		///
		/// [`Config::DecisionOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::NotEnrolled`], [`Error::ShareNotCeased`], [`Error::NothingToRelease`];
		/// - [`Error::InsufficientUndistributed`], [`Error::InsufficientFunds`], [`Error::AmountTooLarge`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(4)]
		pub fn release_share(origin: OriginFor<T>, unit: UnitId) -> DispatchResult {
			T::DecisionOrigin::ensure_origin(origin)?;
			Self::do_release_share(unit)
		}
	}
}
