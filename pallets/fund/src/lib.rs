// SPDX-License-Identifier: Apache-2.0

//! # The community's pots
//!
//! Money that belongs to everybody lies in *pots*, each with an account and an append-only ledger of its own (D20).
//! Whoever wants to know where the money went reads the ledger: every entry has a time, a typed cause, the other side,
//! the amount and the balance afterwards. At any time pot = account = last entry.
//!
//! ## Terminology
//! - **Pot**: a purpose with money in it: operating, repair, common income, others by decision.
//! - **Entry**: one line of a pot's ledger. Entries are written in order and never changed; a mistake is put right by a
//!   further entry.
//! - **Cause**: why money moved, a link to the bill, receipt or decision behind it ([`linli_primitives::Cause`]).
//! - **Book**: a pot's month: opening, what came and went by kinds of causes, closing. It adds up with every entry.
//! - **Close**: the auditor's word that a month's books were compared with the bank's statement (D25). What is over stays
//!   as it is; corrections are entries in the open month.
//! - **Shares**: the money of some pots belongs to somebody, as the repair fund does to the units. The ledger lets
//!   nobody take of that ([`PotShares`](linli_primitives::traits::PotShares)).
//! - **Fee pot**: the pot that transaction fees go to. They are not burnt: every fen is a receipt for one in the bank
//!   (D3).
//!
//! ## Scenarios
//! *A bill is paid.* The fees pallet moves 274.48 from Mrs Wang's account into the operating pot through
//! [`FundLedger`](linli_primitives::traits::FundLedger). The pot's ledger gets one entry with cause `Bill`, naming unit,
//! charge, period and payment. Nobody can move the money without the entry, or write the entry without the money.
//!
//! *The assembly moves money.* It decides that 50,000.00 of common income go to the repair pot. The enacted decision calls
//! `transfer`; each ledger gets an entry that names the other, and the sum over all pots is what it was.
//!
//! ## Calls
//!
//! | Call          | Who                | Events                          |
//! |---------------|--------------------|---------------------------------|
//! | `open_pot`    | `DecisionOrigin`   | `PotOpened`                     |
//! | `transfer`    | `DecisionOrigin`   | `EntryWritten`, one in each pot |
//! | `donate`      | anyone, signed     | `EntryWritten`                  |
//! | `close_month` | `CloseOrigin`      | `MonthClosed`                   |
//!
//! Everything else comes through the trait [`FundLedger`](linli_primitives::traits::FundLedger), from other pallets.
//!
//! ## What the runtime owes this pallet
//! - Its call filter refuses transfers whose destination [`Pallet::is_pot_account`] knows: they would bypass the ledger.
//! - `pallet-transaction-payment` hands its fees to [`DealWithFees`].
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub mod api;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
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

/// The pallet itself.
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
		traits::{BankStatements, Clock, Community, FundLedger, PotShares},
		Cause, ContentHash, EntryId, Fen, Period, PotId,
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The pots and their ledgers.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the runtime chooses.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The money. Its existential deposit is 1 fen.
		type Currency: fungible::Inspect<Self::AccountId, Balance = Fen>
			+ fungible::Mutate<Self::AccountId>
			+ fungible::Balanced<Self::AccountId>
			+ fungible::hold::Mutate<Self::AccountId>;

		/// A decision of the assembly to open a pot or move money between pots.
		type DecisionOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who closes a month: not the cashier, who attests what the bank says of it (D11).
		type CloseOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// The time that entries carry.
		type Clock: Clock;

		/// The community, in whose months the books are kept.
		type Community: Community;

		/// What the bank says of a month.
		type Statements: BankStatements;

		/// To whom the money of some pots belongs.
		type Shares: PotShares;

		/// The pots' accounts derive from it.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// The pot that transaction fees go to. Genesis opens it.
		#[pallet::constant]
		type FeePot: Get<PotId>;

		/// How many pots there may be: clients list them in one answer.
		#[pallet::constant]
		type MaxPots: Get<PotId>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;

		/// What the benchmarks need done outside the pallet.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper;
	}

	/// The pots, with the heads of their ledgers.
	#[pallet::storage]
	pub type Pots<T: Config> = StorageMap<_, Twox64Concat, PotId, Pot>;

	/// The id of the next pot.
	#[pallet::storage]
	pub type NextPot<T: Config> = StorageValue<_, PotId, ValueQuery>;

	/// The ledgers: per pot, entries counted from 0.
	#[pallet::storage]
	pub type Entries<T: Config> = StorageDoubleMap<_, Twox64Concat, PotId, Twox64Concat, EntryId, Entry<T::AccountId>>;

	/// The books of months that are over, per pot; only months with entries. The one that the last entry belongs to stands
	/// with the pot.
	#[pallet::storage]
	pub type Months<T: Config> = StorageDoubleMap<_, Twox64Concat, PotId, Twox64Concat, Period, MonthBook>;

	/// The months that were closed.
	#[pallet::storage]
	pub type Closes<T: Config> = StorageMap<_, Twox64Concat, Period, MonthClose<T::AccountId>>;

	/// The month closed last: it and all before it are closed.
	#[pallet::storage]
	pub type LastClosed<T: Config> = StorageValue<_, Period>;

	/// Fees of this block that lie on the fee pot's account and are not yet in its ledger. Zero between blocks.
	#[pallet::storage]
	pub type PendingFees<T: Config> = StorageValue<_, Fen, ValueQuery>;

	/// The pots that the community begins with, numbered from 0.
	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// Kind and public name of each.
		pub pots: Vec<(PotKind, String)>,
		/// Nothing.
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

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// There is a new pot.
		PotOpened {
			/// Its id.
			pot: PotId,
			/// What its money is for.
			kind: PotKind,
			/// Its public name.
			name: PotName,
		},
		/// Money moved into or out of a pot.
		EntryWritten {
			/// Whose ledger.
			pot: PotId,
			/// The entry's id in that ledger.
			entry: EntryId,
			/// Why.
			cause: Cause,
			/// Which way.
			direction: Direction,
			/// Who was at the other end.
			counterparty: Option<T::AccountId>,
			/// How much, in fen.
			amount: Fen,
			/// The pot's balance afterwards.
			balance: Fen,
		},
		/// The books of a month are closed.
		MonthClosed {
			/// The month. All before it are closed with it.
			month: Period,
			/// Hash of the bank's statement.
			statement: ContentHash,
			/// Bank less chain, in fen: zero if all is well.
			difference: i128,
			/// Who closed it.
			by: T::AccountId,
		},
	}

	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// There is no such pot. `FundApi_pots` lists them.
		PotNotFound,
		/// Give an amount of at least 1 fen.
		InvalidAmount,
		/// Name two different pots.
		DuplicatePot,
		/// The account is a pot's: between pots money moves by `transfer` only.
		IsPotAccount,
		/// The pot has less than that. Fees of this block count from the next one on.
		InsufficientFunds,
		/// There are as many pots as may be (`MaxPots`). Use one that there is.
		TooManyPots,
		/// Give a name in UTF-8, neither blank nor with control characters, of at most 32 bytes.
		InvalidName,
		/// The sum does not fit into the ledger's numbers.
		AmountTooLarge,
		/// That much of the pot belongs to others, as the repair fund does to its units. Spend from it by a project or an
		/// expense that says on whom the cost falls.
		FundsEarmarked,
		/// Give a month of the calendar, from 1 to 12.
		InvalidMonth,
		/// The month is not over in the community's time.
		MonthNotOver,
		/// The books of the month are closed. What is to be corrected is entered in the open month.
		MonthClosed,
		/// Months are closed one after the other; `FundApi_last_closed` says which was the last.
		MonthOutOfOrder,
		/// The cashier has not attested the bank's statement of the month yet (`attest`).
		MonthNotAttested,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			// For `on_finalize`.
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
		/// Opens a pot: a purpose with an account and a ledger of its own. Money already on that account becomes its
		/// first entry.
		///
		/// ## Dispatch origin
		///
		/// `DecisionOrigin`.
		///
		/// ## Errors
		///
		/// - [`Error::InvalidName`] where people could not read the name;
		/// - [`Error::TooManyPots`] at `MaxPots`.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(0)]
		pub fn open_pot(origin: OriginFor<T>, kind: PotKind, name: PotName) -> DispatchResult {
			T::DecisionOrigin::ensure_origin(origin)?;
			Self::do_open_pot(kind, name).map(|_| ())
		}

		/// Moves `amount` fen from one pot to another, with an entry in each ledger.
		///
		/// ## Dispatch origin
		///
		/// `DecisionOrigin`.
		///
		/// ## Errors
		///
		/// - [`Error::DuplicatePot`], [`Error::PotNotFound`], [`Error::InvalidAmount`];
		/// - [`Error::InsufficientFunds`] where `from` has less.
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

		/// Gives `amount` fen of the caller's to a pot. There is no way back.
		///
		/// ## Dispatch origin
		///
		/// Signed.
		///
		/// ## Errors
		///
		/// - [`Error::PotNotFound`], [`Error::InvalidAmount`];
		/// - a token error where the caller has less.
		///
		/// ## Weight
		///
		/// Constant: one entry and one transfer.
		#[pallet::call_index(2)]
		pub fn donate(origin: OriginFor<T>, pot: PotId, #[pallet::compact] amount: Fen) -> DispatchResult {
			let donor = ensure_signed(origin)?;
			Self::deposit(pot, &donor, amount, Cause::Donation, Preservation::Expendable).map(|_| ())
		}

		/// Closes the books of a month that is over, after its bank statement was attested. Should bank and chain
		/// differ, the difference is kept with the close, for everybody to see. The first close takes all earlier
		/// months with it.
		///
		/// ## Dispatch origin
		///
		/// `CloseOrigin`.
		///
		/// ## Errors
		///
		/// - [`Error::InvalidMonth`], [`Error::MonthNotOver`], [`Error::MonthClosed`];
		/// - [`Error::MonthOutOfOrder`] where an earlier month is open;
		/// - [`Error::MonthNotAttested`] before the cashier's attestation.
		///
		/// ## Weight
		///
		/// Constant: the books add up by themselves with each entry.
		#[pallet::call_index(3)]
		pub fn close_month(origin: OriginFor<T>, month: Period) -> DispatchResult {
			let by = T::CloseOrigin::ensure_origin(origin)?;
			Self::do_close_month(by, month)
		}
	}
}
