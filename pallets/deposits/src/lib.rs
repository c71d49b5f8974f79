// SPDX-License-Identifier: Apache-2.0

//! # Refundable deposits
//!
//! A household that renovates leaves a deposit with the community, and gets it back once the work has been inspected
//! (D51). The money stays on the payer's account, on hold, so that nobody can spend it; only what the payer concedes,
//! or a ruling awards, ever goes to a pot.
//!
//! ## Terminology
//!
//! - **Deposit**: an amount on hold on an account, for a unit and a purpose.
//! - **Return**: the payer says that the work is over and asks for the money. Without a claim it is theirs after
//!   [`Config::InspectionTime`].
//! - **Claim**: the manager's demand to keep a part for damage, with evidence.
//! - **Ruling**: the decision on a claim that the payer contests or leaves without an answer.
//!
//! ## Scenarios
//!
//! *A kitchen is rebuilt.* Mr Wu of unit 12 leaves 2,000.00 (`place`). When the kitchen is done he asks for it
//! (`request_return`). The manager inspects the staircase: nothing is broken. She releases the deposit, or does
//! nothing, and after seven days Mr Wu takes it back (`take_back`).
//!
//! *A scratched lift.* The manager claims 300.00 with photographs (`claim`). Mr Wu concedes it (`accept`): 300.00 goes
//! to the pot that pays for the lift, 1,700.00 is free again. Or he contests it, and the auditor rules between nothing
//! and 300.00.
//!
//! *Silence.* If the payer does not answer a claim for [`Config::AnswerTime`], the ruling body can rule. If it does not
//! rule for [`Config::RulingTime`], the committee can. If nobody has ruled for twice that time, the payer takes all of
//! it back. So nobody's silence holds the money (D54). All windows count lived time (D46).
//!
//! ## Calls
//!
//! | Call | Origin | Events |
//! |---|---|---|
//! | [`set_rules`](Pallet::set_rules) | `DecisionOrigin` | `RulesSet` |
//! | [`place`](Pallet::place) | any account | `DepositPlaced` |
//! | [`request_return`](Pallet::request_return) | the payer | `ReturnRequested` |
//! | [`release`](Pallet::release) | `ManagerOrigin`, as for `claim` | `DepositSettled` |
//! | [`claim`](Pallet::claim) | `ManagerOrigin`, neither related to the payer nor at home in the unit | `DepositClaimed` |
//! | [`accept`](Pallet::accept) | the payer | `DepositSettled` |
//! | [`contest`](Pallet::contest) | the payer | `ClaimContested` |
//! | [`rule`](Pallet::rule) | `RulingOrigin`, not related to either; later `LateRulingOrigin` | `DepositSettled` |
//! | [`take_back`](Pallet::take_back) | the payer | `DepositSettled` |
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
mod calls;
mod claims;
mod errors;
mod events;
mod holding;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
#[cfg(any(test, feature = "try-runtime"))]
mod try_state;
pub mod types;
mod views;
pub mod weights;

pub use pallet::*;
pub use views::MAX_PAGE;
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

/// A deposit as this pallet stores it.
pub type DepositOf<T> = types::Deposit<<T as frame_system::Config>::AccountId>;

/// The pallet.
#[import_section(events::events)]
#[import_section(errors::errors)]
#[import_section(calls::calls)]
#[frame_support::pallet]
#[allow(
	clippy::cast_possible_truncation,
	clippy::expect_used,
	reason = "the macros of FRAME cast the indices of variants, and expect the pallet to be in its runtime"
)]
pub mod pallet {
	use super::*;
	use crate::types::DepositRules;
	use frame_support::{
		pallet_prelude::*,
		traits::{fungible, StorageVersion},
	};
	use frame_system::pallet_prelude::*;
	use linli_primitives::{
		traits::{Clock, FundLedger, OwnersRegister, People},
		ContentHash, DepositId, Fen, Moment, UnitId,
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Refundable deposits.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Configuration of the pallet.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The overarching hold reason.
		type RuntimeHoldReason: From<HoldReason>;

		/// The currency.
		type Currency: fungible::Inspect<Self::AccountId, Balance = Fen>
			+ fungible::MutateHold<Self::AccountId, Reason = Self::RuntimeHoldReason>;

		/// The pots' ledgers, for what is kept.
		type Ledger: FundLedger<Self::AccountId, HoldReason = Self::RuntimeHoldReason>;

		/// The register of units.
		type Register: OwnersRegister<Self::AccountId>;

		/// Which people are related: nobody claims from, or rules for, somebody close to them.
		type People: People<Self::AccountId>;

		/// The source of the current time.
		type Clock: Clock;

		/// A decision of the assembly on the rules.
		type DecisionOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The manager, who inspects.
		type ManagerOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// The account that rules on claims.
		type RulingOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// The body that can rule once [`Config::RulingTime`] is over.
		type LateRulingOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The time to inspect after the payer asks for the money, in ms of lived time.
		#[pallet::constant]
		type InspectionTime: Get<Moment>;

		/// The time that the payer has to answer a claim, in ms of lived time.
		#[pallet::constant]
		type AnswerTime: Get<Moment>;

		/// The time that the ruling body has to rule, in ms of lived time.
		#[pallet::constant]
		type RulingTime: Get<Moment>;

		/// The maximum number of deposits that an account has open.
		#[pallet::constant]
		type MaxOpen: Get<u32>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// Setup that benchmarks need outside of the pallet.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper<Self::AccountId>;
	}

	/// Why money is on hold.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// It is a deposit.
		#[codec(index = 0)]
		Deposit,
	}

	/// The rules.
	#[pallet::storage]
	pub type Rules<T: Config> = StorageValue<_, DepositRules, ValueQuery>;

	/// All deposits, settled ones included: what became of each can be looked up. The chain assigns the ids.
	#[pallet::storage]
	pub type Deposits<T: Config> = StorageMap<_, Twox64Concat, DepositId, DepositOf<T>>;

	/// The id of the next deposit.
	#[pallet::storage]
	pub type NextDeposit<T: Config> = StorageValue<_, DepositId, ValueQuery>;

	/// The deposits of each unit, settled ones included.
	#[pallet::storage]
	pub type UnitDeposits<T: Config> = StorageDoubleMap<_, Twox64Concat, UnitId, Twox64Concat, DepositId, ()>;

	/// The open deposits of each account; no entry for an account without any.
	#[pallet::storage]
	pub type OpenDeposits<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, BoundedVec<DepositId, T::MaxOpen>, ValueQuery>;

	/// The rules at genesis.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The rules.
		pub rules: DepositRules,
		/// Marker for `T`.
		#[serde(skip)]
		pub _config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			Rules::<T>::put(self.rules);
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxOpen::get() > 0, "no deposit could be placed");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
