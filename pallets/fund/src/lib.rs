// SPDX-License-Identifier: Apache-2.0

//! # The community's pots
//!
//! Common money is kept in *pots*, each with its own account and append-only ledger (D20). The ledger shows where the
//! money went: every entry has a time, a typed cause, a counterparty, an amount and the balance afterwards. At any
//! time, a pot's balance equals that of its account and that of its last entry (for the fee pot, up to the fees of the
//! current block).
//!
//! ## Terminology
//! - **Pot**: money kept for one purpose: operating, repair, common income, or another purpose by decision.
//! - **Entry**: one line of a pot's ledger. Entries are written in order and never changed; a mistake is corrected by
//!   another entry.
//! - **Cause**: the reason for a movement, linked to the bill, receipt or decision behind it
//!   ([`linli_primitives::Cause`]).
//! - **Book**: a pot's month: opening balance, income and spending by kinds of causes, closing balance. It is updated
//!   with every entry.
//! - **Close**: the auditor's statement that a month's books were compared with the bank's (D25). Past months never
//!   change; corrections are entries in the open month.
//! - **Shares**: parts of a pot that belong to others, such as the units' shares in the repair pot. The ledger refuses
//!   a withdrawal that leaves less than the shares in the pot ([`PotShares`](linli_primitives::traits::PotShares)).
//! - **Fee pot**: the pot that receives the transaction fees. They are not burnt, since every fen stands for one in the
//!   bank (D3).
//!
//! ## Scenarios
//! *A bill is paid.* The fees pallet moves 274.48 from Mrs Wang's account into the operating pot through
//! [`FundLedger`](linli_primitives::traits::FundLedger). The pot's ledger gets one entry with cause `Bill`, which names
//! unit, charge, period and payment. The money cannot move without the entry, nor the entry be written without the
//! money.
//!
//! *The assembly moves money.* It decides to move 50,000.00 from common income to the repair pot. The enacted decision
//! calls `transfer`; each ledger gets an entry that names the other, and the sum over all pots stays the same.
//!
//! ## Calls
//!
//! | Call          | Origin             | Events                                         |
//! |---------------|--------------------|------------------------------------------------|
//! | `open_pot`    | `DecisionOrigin`   | `PotOpened`; `EntryWritten` if money was there |
//! | `transfer`    | `DecisionOrigin`   | `EntryWritten`, one per pot                    |
//! | `donate`      | any signed account | `EntryWritten`                                 |
//! | `close_month` | `CloseOrigin`      | `MonthClosed`                                  |
//!
//! Other pallets use the trait [`FundLedger`](linli_primitives::traits::FundLedger); its movements emit `EntryWritten`.
//!
//! ## Requirements on the runtime
//! - The call filter refuses transfers to accounts for which [`Pallet::is_pot_account`] holds: they would bypass the
//!   ledger.
//! - `pallet-transaction-payment` passes its fees to [`DealWithFees`].
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
mod errors;
mod events;
mod fees;
mod ledger;
#[cfg(test)]
mod mock;
mod months;
mod pots;
#[cfg(test)]
mod tests;
#[cfg(any(test, feature = "try-runtime"))]
mod try_state;
mod types;
mod views;
pub mod weights;

pub use fees::DealWithFees;
pub use pallet::*;
pub use types::{
	CauseSum, Direction, Entry, FundTotals, MonthBook, MonthClose, Pot, PotKind, PotName, MAX_CAUSE_KINDS,
};
pub use views::MAX_PAGE;
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
	use alloc::{string::String, vec::Vec};
	use frame_support::{
		pallet_prelude::*,
		traits::{
			fungible::{self, Inspect},
			tokens::Preservation,
			StorageVersion,
		},
		PalletId,
	};
	use frame_system::pallet_prelude::*;
	use linli_primitives::{
		traits::{Attesters, BankStatements, Clock, Community, FundLedger, People, PotShares},
		Cause, ContentHash, EntryId, Fen, Period, PotId,
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The pots and their ledgers.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The pallet's configuration.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The currency. Its existential deposit is 1 fen.
		type Currency: fungible::Inspect<Self::AccountId, Balance = Fen>
			+ fungible::Mutate<Self::AccountId>
			+ fungible::Balanced<Self::AccountId>
			+ fungible::hold::Mutate<Self::AccountId>;

		/// A decision of the assembly to open a pot or move money between pots.
		type DecisionOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The origin that closes a month. It must not be the cashier, who attests the bank statement (D11).
		type CloseOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// The clock that timestamps entries.
		type Clock: Clock;

		/// The community's calendar, by whose months the books are kept.
		type Community: Community;

		/// The attested bank statements, and whose word they are.
		type Statements: BankStatements + Attesters<Self::AccountId>;

		/// The persons behind accounts: nobody closes a month that they attested.
		type People: People<Self::AccountId>;

		/// Shares of others in the pots.
		type Shares: PotShares;

		/// Id from which the pots' accounts derive.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// The pot that receives the transaction fees. Genesis must open it.
		#[pallet::constant]
		type FeePot: Get<PotId>;

		/// The maximum number of pots. It is bounded since clients list all pots in one query.
		#[pallet::constant]
		type MaxPots: Get<PotId>;

		/// Weights of the calls and hooks.
		type WeightInfo: WeightInfo;

		/// Set-up outside the pallet for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper;
	}

	/// The pots, with the heads of their ledgers.
	#[pallet::storage]
	pub type Pots<T: Config> = StorageMap<_, Twox64Concat, PotId, Pot>;

	/// The id of the next pot.
	#[pallet::storage]
	pub type NextPot<T: Config> = StorageValue<_, PotId, ValueQuery>;

	/// The ledgers: the entries of each pot, counted from 0.
	#[pallet::storage]
	pub type Entries<T: Config> = StorageDoubleMap<_, Twox64Concat, PotId, Twox64Concat, EntryId, Entry<T::AccountId>>;

	/// The books of past months by pot, for months with entries only. The book of the last entry's month is stored in
	/// [`Pots`].
	#[pallet::storage]
	pub type Months<T: Config> = StorageDoubleMap<_, Twox64Concat, PotId, Twox64Concat, Period, MonthBook>;

	/// The closes by month. Months before the first close are closed without an item here.
	#[pallet::storage]
	pub type Closes<T: Config> = StorageMap<_, Twox64Concat, Period, MonthClose<T::AccountId>>;

	/// The last closed month. All months before it are closed too.
	#[pallet::storage]
	pub type LastClosed<T: Config> = StorageValue<_, Period>;

	/// Fees on the fee pot's account that are not yet in its ledger. Zero between blocks.
	#[pallet::storage]
	pub type PendingFees<T: Config> = StorageValue<_, Fen, ValueQuery>;

	/// The pots at genesis, numbered from 0.
	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// Kind and public name of each pot.
		pub pots: Vec<(PotKind, String)>,
		/// Marker for `T`.
		#[serde(skip)]
		pub _config: PhantomData<T>,
	}

	impl<T: Config> Default for GenesisConfig<T> {
		fn default() -> Self {
			Self {
				pots: alloc::vec![
					(PotKind::Operating, "Operating".into()),
					(PotKind::Repair, "Repair".into()),
					(PotKind::CommonIncome, "Common income".into()),
				],
				_config: PhantomData,
			}
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		#[allow(clippy::panic, reason = "genesis only: no chain begins from an invalid chain spec")]
		fn build(&self) {
			for (kind, name) in &self.pots {
				let opened = PotName::try_from(name.clone().into_bytes())
					.map_err(|_| Error::<T>::InvalidName.into())
					.and_then(|name| Pallet::<T>::do_open_pot(*kind, name));
				if let Err(error) = opened {
					panic!("genesis: the pot {name:?} cannot be opened: {error:?}");
				}
			}
			let fee_pot = T::FeePot::get();
			assert!(
				Pallet::<T>::exists(fee_pot),
				"genesis: transaction fees go to pot {fee_pot}, which is not among the pots"
			);
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			// Pays for `on_finalize`.
			T::WeightInfo::write_fees()
		}

		fn on_finalize(_: BlockNumberFor<T>) {
			Self::write_fees();
		}

		fn integrity_test() {
			assert_eq!(T::Currency::minimum_balance(), 1, "a pot must be able to hold a single fen");
			assert!(T::FeePot::get() < T::MaxPots::get(), "the fee pot must be one of the pots");
			for pot in [0, 1, PotId::MAX] {
				assert!(Self::is_pot_account(&Self::pot_account(pot)), "an account id is too short to name a pot");
			}
			assert_ne!(Self::pot_account(0), Self::pot_account(1), "two pots share an account");
			assert_ne!(Self::pot_account(1), Self::pot_account(0x101), "two pots share an account");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Opens a pot with its own account and ledger. Money already on that account becomes the first entry.
		///
		/// ## Dispatch origin
		///
		/// [`Config::DecisionOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::InvalidName`] if the name is blank or not printable;
		/// - [`Error::TooManyPots`] at [`Config::MaxPots`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(0)]
		pub fn open_pot(origin: OriginFor<T>, kind: PotKind, name: PotName) -> DispatchResult {
			T::DecisionOrigin::ensure_origin(origin)?;
			Self::do_open_pot(kind, name).map(|_| ())
		}

		/// Moves `amount` fen from one pot to another and writes an entry to each ledger.
		///
		/// ## Dispatch origin
		///
		/// [`Config::DecisionOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::DuplicatePot`], [`Error::PotNotFound`], [`Error::InvalidAmount`];
		/// - [`Error::InsufficientFunds`] if `from` has less;
		/// - [`Error::FundsEarmarked`] if the rest would not cover the shares of others in `from`.
		///
		/// ## Weight
		///
		/// Constant: two entries and one transfer.
		#[pallet::call_index(1)]
		pub fn transfer(
			origin: OriginFor<T>,
			from: PotId,
			to: PotId,
			#[pallet::compact] amount: Fen,
		) -> DispatchResult {
			T::DecisionOrigin::ensure_origin(origin)?;
			Self::do_transfer(from, to, amount)
		}

		/// Donates `amount` fen of the caller's to a pot. Donations are final.
		///
		/// ## Dispatch origin
		///
		/// Signed by any account.
		///
		/// ## Errors
		///
		/// - [`Error::PotNotFound`], [`Error::InvalidAmount`];
		/// - a token error if the caller has less.
		///
		/// ## Weight
		///
		/// Constant: one entry and one transfer.
		#[pallet::call_index(2)]
		pub fn donate(origin: OriginFor<T>, pot: PotId, #[pallet::compact] amount: Fen) -> DispatchResult {
			let donor = ensure_signed(origin)?;
			Self::deposit(pot, &donor, amount, Cause::Donation, Preservation::Expendable).map(|_| ())
		}

		/// Closes the books of a past month whose bank statement is attested. Any difference between bank and chain is
		/// recorded in the close. The first close also closes all earlier months.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CloseOrigin`]: another person than the cashier who attested the statement.
		///
		/// ## Errors
		///
		/// - [`Error::OwnAttestation`] if the signer, or another account of the same owner, attested it;
		/// - [`Error::InvalidMonth`], [`Error::MonthNotOver`], [`Error::MonthClosed`];
		/// - [`Error::MonthOutOfOrder`] if an earlier month is open;
		/// - [`Error::MonthNotAttested`] until the cashier has attested it;
		/// - [`Error::MonthNotConfirmed`] until an auditor has confirmed it, or the time for that is over.
		///
		/// ## Weight
		///
		/// Constant: the books are updated with every entry.
		#[pallet::call_index(3)]
		pub fn close_month(origin: OriginFor<T>, month: Period) -> DispatchResult {
			let by = T::CloseOrigin::ensure_origin(origin)?;
			Self::do_close_month(by, month)
		}
	}
}
