// SPDX-License-Identifier: Apache-2.0

//! # The repair fund, unit by unit
//!
//! The money of the repair pot is not everybody's: it belongs to the units that paid it in (D23). This pallet keeps whose
//! it is. The money itself lies in the pot and moves through its ledger; here stand the shares in it, each with a
//! statement of its own. The ledger lets no money go that belongs to units: whoever spends first says on whom the cost
//! falls.
//!
//! ## Terminology
//! - **Share**: what of the pot belongs to one unit. Keyed by the unit: a sale moves nothing (D9).
//! - **Enrolled**: has a share. What the unit was then, its area and its first deposit, counts from then on.
//! - **First deposit**: what a unit is to pay in first: its area times the rate of its kind.
//! - **Top-up**: what brings a share back to the first deposit once it is below the threshold, 30 % of it.
//! - **Related units**: those on which a cost falls: the enrolled units of some buildings, or of all.
//! - **Bearers**: the related units of one cost. What comes back of it goes to them.
//! - **Undistributed**: what the pot has and no unit owns: interest, donations, transfers.
//!
//! ## Scenarios
//! ### A roof
//! The roof of building 2 leaks; mending it costs 1,000.00. Building 2 has three flats of 98.03, 89.05 and 120.01 m². The
//! expense says that building 2 bears it, so the shares of its flats fall by 319.22, 289.98 and 390.80, the last of
//! which got the fen that rounding down had left: the largest remainder. Mrs Chen of the third flat had 350.00 and now owes
//! 40.80: her neighbours stand in for her until she tops up, and the list of top-ups says by how much. No other
//! building's share moves. Had building 2 less than 1,000.00 in all, the expense would be refused until it tops up.
//!
//! ### A lift, and what was left
//! All buildings fund a project; its cost is divided over 600 units, and the money goes to the project's escrow. A new
//! shop is enrolled. The project ends for less than planned: what is left returns to the pot and to the 600 units that
//! bore it, by the same areas. The shop bore nothing and gets nothing. At the end of the year the bank pays interest into
//! the pot. It belongs to no unit until the assembly decides to `distribute` it; then it is divided by area over all 601.
//!
//! ## Calls
//! | Call | Who | Events |
//! |---|---|---|
//! | [`set_rules`](Pallet::set_rules) | `DecisionOrigin` | `RulesSet` |
//! | [`enrol`](Pallet::enrol) | anyone, signed | `Enrolled` |
//! | [`deposit`](Pallet::deposit) | anyone, signed | `ShareCredited` |
//! | [`distribute`](Pallet::distribute) | `DecisionOrigin` | `Distributed` |
//!
//! ## Without a call
//! - Through [`PotShares`](linli_primitives::traits::PotShares), from the ledger: bills that a charge issued into the repair
//!   pot are credited to their units when they are paid (`ShareCredited`), and what is refunded of them is debited
//!   (`ShareDebited`).
//! - Through [`RepairShares`](linli_primitives::traits::RepairShares), from whoever spends: costs are divided
//!   (`CostDivided`) and given back (`CostGivenBack`), each with one event for all units. The areas are in the shares and
//!   the parts in the statements, so that anybody can divide again.
//!
//! ## What the rules mean in detail
//! - Parts are divided by largest remainder: exact to the fen, of equal remainders the lower unit id first. Who has no
//!   part gets no entry.
//! - A single share may fall below zero; what the related units have together may not. Where several buildings are
//!   named, none may fall below zero: what it lacks would be taken from buildings that have nothing to do with the
//!   cost. A cost of the whole community concerns everybody, so there one building may stand in for another.
//! - A refund may take a share below zero too: the money had been spent, and the unit owes it.
//! - What a unit's bill brought before it was enrolled is undistributed, and a refund of it is taken from there.
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub mod api;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
mod costs;
mod enrolment;
#[cfg(test)]
mod mock;
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

/// The pallet itself.
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

	/// What the runtime chooses.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The money that the pots have.
		type Currency: fungible::Inspect<Self::AccountId, Balance = Fen>;

		/// The pots and their ledgers. They tell this pallet what goes into the repair pot and out of it.
		type Ledger: FundLedger<Self::AccountId>;

		/// The units, their areas and kinds.
		type Register: OwnersRegister<Self::AccountId>;

		/// A decision of the assembly on the rules of the repair fund, or to distribute what belongs to nobody yet.
		type DecisionOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The time that statements carry.
		type Clock: Clock;

		/// The pot whose money belongs to units.
		#[pallet::constant]
		type RepairPot: Get<PotId>;

		/// Over how many units a sum can be divided at once: it is done in one block.
		#[pallet::constant]
		type MaxUnits: Get<u32>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;

		/// What the benchmarks need done outside the pallet.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper<Self::AccountId>;
	}

	/// Who takes part, and with what.
	#[pallet::storage]
	pub type Rules<T: Config> = StorageValue<_, RepairRules, ValueQuery>;

	/// The shares, building by building: a cost looks at those of some buildings only. There are as many as the register
	/// has units that take part, and none is removed. Ids are given by the chain, so no one can choose keys that collide.
	#[pallet::storage]
	pub type Shares<T: Config> = StorageDoubleMap<_, Twox64Concat, BuildingId, Twox64Concat, UnitId, UnitShare>;

	/// In which building the share of each enrolled unit stands.
	#[pallet::storage]
	pub type UnitBuildings<T: Config> = StorageMap<_, Twox64Concat, UnitId, BuildingId>;

	/// How many units are enrolled in each building.
	#[pallet::storage]
	pub type UnitCounts<T: Config> = StorageMap<_, Twox64Concat, BuildingId, u32, ValueQuery>;

	/// How many units are enrolled in all: the next one's order.
	#[pallet::storage]
	pub type Known<T: Config> = StorageValue<_, u32, ValueQuery>;

	/// What of the pot belongs to units, in fen: the sum of all shares.
	#[pallet::storage]
	pub type TotalShares<T: Config> = StorageValue<_, Fen, ValueQuery>;

	/// The statements of units, entry by entry from 0.
	#[pallet::storage]
	pub type Statements<T: Config> = StorageDoubleMap<_, Twox64Concat, UnitId, Twox64Concat, u32, ShareEntry>;

	/// What a unit's bill brought to its share and was not refunded, in fen: a refund takes off the share no more than
	/// that.
	#[pallet::storage]
	pub type Levies<T: Config> = StorageMap<_, Twox64Concat, BillKey, Fen, ValueQuery>;

	/// The rules of the first day, and whether the units of the first day are enrolled. It must be built after the
	/// register's.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Who takes part, and with what.
		pub rules: RepairRules,
		/// Whether all units that take part are enrolled.
		pub enrol: bool,
		/// Nothing.
		#[serde(skip)]
		pub _config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		#[allow(clippy::panic, reason = "genesis only: no chain begins from an invalid chain spec")]
		fn build(&self) {
			if let Err(error) = Pallet::<T>::ensure_rules(&self.rules) {
				panic!("genesis: the rules of the repair fund are invalid: {error:?}");
			}
			Rules::<T>::put(self.rules.clone());
			if !self.enrol {
				return;
			}
			for unit in (0..T::Register::unit_count()).filter(|unit| Pallet::<T>::takes_part(*unit)) {
				if let Err(error) = Pallet::<T>::do_enrol(unit) {
					panic!("genesis: unit {unit} cannot be enrolled in the repair fund: {error:?}");
				}
			}
		}
	}

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The rules changed.
		RulesSet {
			/// What they are now.
			rules: RepairRules,
		},
		/// A unit takes part from now on.
		Enrolled {
			/// Which.
			unit: UnitId,
			/// In which building.
			building: BuildingId,
			/// The area by which costs fall on it, in 0.01 m².
			area: Area,
			/// What it is to pay in first, in fen.
			first_deposit: Fen,
		},
		/// A share rose.
		ShareCredited {
			/// Whose.
			unit: UnitId,
			/// Why.
			cause: Cause,
			/// By which entry of the pot's ledger.
			entry: EntryId,
			/// By how many fen.
			amount: Fen,
			/// The share afterwards, in fen.
			balance: i128,
		},
		/// A share fell.
		ShareDebited {
			/// Whose.
			unit: UnitId,
			/// Why.
			cause: Cause,
			/// By which entry of the pot's ledger.
			entry: EntryId,
			/// By how many fen.
			amount: Fen,
			/// The share afterwards, in fen.
			balance: i128,
		},
		/// A cost fell on units, by area.
		CostDivided {
			/// Why.
			cause: Cause,
			/// How much in all, in fen.
			amount: Fen,
			/// On which units.
			bearers: Bearers,
		},
		/// What was left of a cost was given back to the units that bore it, by area.
		CostGivenBack {
			/// Why.
			cause: Cause,
			/// How much in all, in fen.
			amount: Fen,
			/// To which units.
			bearers: Bearers,
		},
		/// Money that belonged to no unit was divided over all that are enrolled, by area.
		Distributed {
			/// How much in all, in fen.
			amount: Fen,
			/// Over how many units.
			units: u32,
		},
	}

	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// There is no such unit. `RegistryApi_units` lists them.
		UnitNotFound,
		/// Units of that kind take no part. `RepairApi_rules` lists the kinds that do; the assembly may add it.
		InvalidKind,
		/// The unit is enrolled already: pay in for it with `deposit`.
		AlreadyEnrolled,
		/// The unit has no area to divide by. Have the registrar correct it.
		InvalidArea,
		/// The unit has no share yet: enrol it with `enrol` first.
		NotEnrolled,
		/// Give an amount of at least 1 fen.
		InvalidAmount,
		/// The sum does not fit into the numbers of statements.
		AmountTooLarge,
		/// No unit is enrolled there. Enrol some, or name other buildings.
		RelatedUnitNotFound,
		/// The sum would fall on more units than one block divides it over (`MaxUnits`). Name fewer buildings.
		TooManyUnits,
		/// More units are enrolled than `max_units` says. Ask `RepairApi_related_units`, and give a few more.
		MaxUnitsTooLow,
		/// Name the buildings in ascending order, each once.
		InvalidBuildings,
		/// The related units together have less. Have them top up first.
		InsufficientShares,
		/// The units of one of the buildings named have less than its part. Have them top up first, or name the others only.
		InsufficientBuildingShares,
		/// Units owe so much that the pot has no more for this. Have those that `RepairApi_top_up_list` names pay first.
		InsufficientFunds,
		/// The units enrolled there are not those that bore the cost. Give the bearers as the cost's `CostDivided` names
		/// them.
		BearersMismatch,
		/// The pot has less that belongs to nobody: `RepairApi_totals` says how much. What is given back comes into the pot
		/// first.
		InsufficientUndistributed,
		/// Give a threshold over a denominator other than zero.
		InvalidFraction,
		/// Give a threshold of at most 1: no more than the first deposit has to be there.
		ThresholdTooHigh,
		/// Name each kind of units once.
		DuplicateKind,
		/// Give rates of at most 10^12 fen per m².
		RateTooHigh,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxUnits::get() > 0, "no cost could fall on anybody");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Says which kinds of units take part, what they first pay in, and when they have to top up. Units that are
		/// enrolled stay so, with the first deposit they had.
		///
		/// ## Dispatch origin
		///
		/// `DecisionOrigin`.
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

		/// Gives a unit a share in the repair pot, with nothing in it: from now on costs fall on it. The register knows
		/// whether it exists and of what kind it is, so anybody may ask for it.
		///
		/// ## Dispatch origin
		///
		/// Signed.
		///
		/// ## Errors
		///
		/// - [`Error::UnitNotFound`], [`Error::InvalidKind`], [`Error::InvalidArea`];
		/// - [`Error::AlreadyEnrolled`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(1)]
		pub fn enrol(origin: OriginFor<T>, unit: UnitId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_enrol(unit)
		}

		/// Pays `amount` fen of the caller's into the repair pot for a unit: its first deposit, or a top-up. The money
		/// belongs to the unit; there is no way back.
		///
		/// ## Dispatch origin
		///
		/// Signed.
		///
		/// ## Errors
		///
		/// - [`Error::NotEnrolled`], [`Error::InvalidAmount`];
		/// - the ledger's, or a token error where the caller has less.
		///
		/// ## Weight
		///
		/// Constant: a transfer, an entry of the ledger and one of the unit's statement.
		#[pallet::call_index(2)]
		pub fn deposit(origin: OriginFor<T>, unit: UnitId, #[pallet::compact] amount: Fen) -> DispatchResult {
			let payer = ensure_signed(origin)?;
			ensure!(amount > 0, Error::<T>::InvalidAmount);
			ensure!(UnitBuildings::<T>::contains_key(unit), Error::<T>::NotEnrolled);
			let cause = Cause::RepairDeposit { unit };
			T::Ledger::deposit(T::RepairPot::get(), &payer, amount, cause, Preservation::Expendable).map(|_| ())
		}

		/// Divides `amount` fen of the repair pot that belong to no unit over all that are enrolled, by area. In the
		/// pot nothing moves.
		///
		/// `max_units` is how many units the caller reckons with: the cost is set by it, and what is not used of it is
		/// given back. Units enrolled meanwhile count; `RepairApi_totals` says how many there are.
		///
		/// ## Dispatch origin
		///
		/// `DecisionOrigin`.
		///
		/// ## Errors
		///
		/// - [`Error::InvalidAmount`], [`Error::InsufficientUndistributed`];
		/// - [`Error::RelatedUnitNotFound`] where none is enrolled;
		/// - [`Error::MaxUnitsTooLow`] than `max_units`, [`Error::TooManyUnits`] for one block.
		///
		/// ## Weight
		///
		/// By the number of units: each share is written, and an entry of its statement.
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
	}
}
