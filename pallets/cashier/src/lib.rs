// SPDX-License-Identifier: Apache-2.0

//! # Money in and out
//!
//! Every fen on chain stands for a fen in the community's bank account (D1). Only this pallet mints and burns money,
//! each time against a bank reference, and a reference is used once, ever (D2). So at any block
//!
//! > total issuance = Σ received − Σ paid out − Σ reversed
//!
//! D2 counts receipts net of reversals: Σ received − Σ reversed.
//!
//! ## Terminology
//! - **Reference**: the bank's name for one movement of its account: 1 to 64 ASCII letters, digits and `-_./:`. The
//!   chain stores the hash of its upper-case form ([`reference_hash`]).
//! - **Bank entry**: the use of a reference: direction, party, amount, time, and the cashier who booked it.
//! - **Payout**: a request to pay money out through the bank. The amount is on hold from the request on.
//! - **Reversal**: takes back a receipt that was booked wrongly. The money is still in the bank, so it is booked again,
//!   correctly, under the same reference with a suffix, such as `ICBC-20261103-0042/2`.
//! - **Attestation**: the bank's closing balance of a month, recorded next to the chain's. A difference is shown, never
//!   smoothed over; no month is attested twice.
//!
//! ## Scenarios
//! *A household pays in.* Mr Chen transfers 500.00 at his bank. The cashier sees it on the statement and calls
//! `receive` with his account, 50,000 fen and the bank's reference. If a colleague books it too, the second call fails
//! with `ReferenceAlreadyUsed`. If it was booked to a neighbour's account, the cashier calls `propose_reversal`; when
//! the auditor approves, the neighbour's balance is restored.
//!
//! *A household moves away.* Mrs Li calls `request_payout` with her balance and a commitment to her bank details, which
//! she sends to the cashier off chain. The cashier pays at the bank and calls `pay_out` with the reference of that
//! payment, which burns the held money. (The last fen of an account cannot be put on hold, since it keeps the account
//! alive. It can be donated to a pot.)
//!
//! *The community pays a bill.* An approved expense goes to a bank account. The cashier pays it there and enters the
//! bank's reference with the expense; [`BankPayments`](linli_primitives::traits::BankPayments) takes the money out of
//! its pot and burns it.
//!
//! ## Calls
//!
//! | Call                 | Origin                                  | Event              |
//! |----------------------|-----------------------------------------|--------------------|
//! | `receive`            | a cashier, not for their own account    | `Received`         |
//! | `receive_for_pot`    | a cashier                               | `Received`         |
//! | `request_payout`     | any signed account                      | `PayoutRequested`  |
//! | `cancel_payout`      | the requester                           | `PayoutCancelled`  |
//! | `pay_out`            | a cashier, not the requester            | `PaidOut`          |
//! | `refuse_payout`      | a cashier                               | `PayoutRefused`    |
//! | `propose_reversal`   | a cashier                               | `ReversalProposed` |
//! | `approve_reversal`   | an auditor, not the proposer            | `ReceiptReversed`  |
//! | `decline_reversal`   | an auditor                              | `ReversalDeclined` |
//! | `attest`             | a cashier                               | `Attested`         |
//! | `set_free_transfers` | a decision of the assembly              | `FreeTransfersSet` |
//!
//! Other pallets pay from a pot through [`BankPayments`](linli_primitives::traits::BankPayments); the event is
//! `PaidFromPot`.
//!
//! ## Requirements on the runtime
//! - Nothing else mints or burns money: fees go to a pot, genesis endows accounts through [`GenesisConfig`] only, and
//!   an existential deposit of 1 fen rules out dust.
//! - The call filter consults [`Pallet::free_transfers`] before it admits a transfer between residents (D3).
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
mod attestation;
mod bank_entries;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
mod errors;
mod events;
#[cfg(test)]
mod mock;
mod payouts;
mod reference;
mod refunds;
mod reversals;
#[cfg(test)]
mod tests;
#[cfg(any(test, feature = "try-runtime"))]
mod try_state;
mod types;
mod views;
pub mod weights;

pub use pallet::*;
pub use reference::reference_hash;
pub use types::{
	Attestation, BankEntry, BankEntryKind, BankEntryState, MonthTotals, Party, Payout, PayoutId, Reference, Totals,
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
			StorageVersion,
		},
		PalletId,
	};
	use frame_system::pallet_prelude::*;
	use linli_primitives::{
		traits::{Clock, Community, FundLedger},
		Cause, Commitment, ContentHash, Fen, Period, PotId,
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The cashier's books.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The pallet's configuration.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The currency. Its existential deposit is 1 fen.
		type Currency: fungible::Inspect<Self::AccountId, Balance = Fen>
			+ fungible::Mutate<Self::AccountId>
			+ fungible::hold::Mutate<Self::AccountId, Reason = Self::RuntimeHoldReason>;

		/// The overarching hold reason.
		type RuntimeHoldReason: From<HoldReason>;

		/// The pots' ledgers, for money that the bank receives for a pot.
		type Ledger: FundLedger<Self::AccountId>;

		/// A cashier, who books what the bank receives and pays.
		type CashierOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// An auditor, who approves reversals.
		type AuditorOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// A decision of the assembly on transfers between residents.
		type DecisionOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The clock that timestamps bank entries.
		type Clock: Clock;

		/// The community's calendar, by whose months the books are kept.
		type Community: Community;

		/// Id from which the transit account derives, where money taken out of a pot is burnt. That account is empty
		/// between calls.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// The maximum number of open payout requests per account, so that no account can flood the cashier.
		#[pallet::constant]
		type MaxOpenPayouts: Get<u32>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// Set-up outside the pallet for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper;
	}

	/// Why money is on hold.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The account's holder requested a payout.
		#[codec(index = 0)]
		Payout,
	}

	/// Every bank entry, by the hash of its reference. References are public text and can be chosen, hence a
	/// cryptographic hasher.
	#[pallet::storage]
	pub type BankEntries<T: Config> = StorageMap<_, Blake2_128Concat, ContentHash, BankEntry<T::AccountId>>;

	/// Σ received, in fen.
	#[pallet::storage]
	pub type TotalReceived<T: Config> = StorageValue<_, Fen, ValueQuery>;

	/// Σ paid out, in fen.
	#[pallet::storage]
	pub type TotalPaidOut<T: Config> = StorageValue<_, Fen, ValueQuery>;

	/// Σ reversed, in fen.
	#[pallet::storage]
	pub type TotalReversed<T: Config> = StorageValue<_, Fen, ValueQuery>;

	/// Totals by month, for months with bank entries only. Genesis is booked in [`Period::OPENING`].
	#[pallet::storage]
	pub type Months<T: Config> = StorageMap<_, Twox64Concat, Period, MonthTotals, ValueQuery>;

	/// The first month after genesis with a bank entry, which is the first to be attested.
	#[pallet::storage]
	pub type FirstMonth<T: Config> = StorageValue<_, Period>;

	/// The attestations by month, without gaps.
	#[pallet::storage]
	pub type Attestations<T: Config> = StorageMap<_, Twox64Concat, Period, Attestation<T::AccountId>>;

	/// The last month attested.
	#[pallet::storage]
	pub type LastAttested<T: Config> = StorageValue<_, Period>;

	/// The open payout requests.
	#[pallet::storage]
	pub type Payouts<T: Config> = StorageMap<_, Twox64Concat, PayoutId, Payout<T::AccountId>>;

	/// The ids of each account's open payout requests; no entry for an account without any.
	#[pallet::storage]
	pub type OpenPayouts<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, BoundedVec<PayoutId, T::MaxOpenPayouts>, ValueQuery>;

	/// The id of the next payout request.
	#[pallet::storage]
	pub type NextPayout<T: Config> = StorageValue<_, PayoutId, ValueQuery>;

	/// Whether residents may transfer money to each other (D3).
	#[pallet::storage]
	pub type FreeTransfers<T: Config> = StorageValue<_, bool, ValueQuery>;

	/// The money in the bank when the chain begins, booked like any receipt.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Opening balances of accounts: account, amount in fen, bank reference.
		pub opening: Vec<(T::AccountId, Fen, String)>,
		/// Opening balances of pots: pot, amount in fen, bank reference.
		pub opening_pots: Vec<(PotId, Fen, String)>,
		/// Whether residents may transfer money to each other.
		pub free_transfers: bool,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		#[allow(clippy::panic, reason = "genesis only: no chain begins from an invalid chain spec")]
		fn build(&self) {
			let accounts = self
				.opening
				.iter()
				.map(|(account, amount, reference)| (Party::Account(account.clone()), *amount, reference));
			let pots = self.opening_pots.iter().map(|(pot, amount, reference)| (Party::Pot(*pot), *amount, reference));
			for (party, amount, reference) in accounts.chain(pots) {
				if let Err(error) = Pallet::<T>::do_receive(None, party, amount, reference.as_bytes()) {
					panic!("genesis: the opening balance with reference {reference:?} cannot be booked: {error:?}");
				}
			}
			FreeTransfers::<T>::put(self.free_transfers);
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert_eq!(T::Currency::minimum_balance(), 1, "dust would be burnt without a bank entry");
			assert!(T::MaxOpenPayouts::get() > 0, "no payout could be requested");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Books `amount` fen that the bank received for `account`.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::InvalidReference`], [`Error::ReferenceAlreadyUsed`], [`Error::InvalidAmount`];
		/// - [`Error::IsPotAccount`]: use [`receive_for_pot`](Pallet::receive_for_pot);
		/// - [`Error::OwnReceipt`] if `account` is the cashier's own.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(0)]
		pub fn receive(
			origin: OriginFor<T>,
			account: T::AccountId,
			#[pallet::compact] amount: Fen,
			reference: Reference,
		) -> DispatchResult {
			let cashier = T::CashierOrigin::ensure_origin(origin)?;
			Self::do_receive(Some(cashier), Party::Account(account), amount, &reference)
		}

		/// Books `amount` fen that the bank received for a pot.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::InvalidReference`], [`Error::ReferenceAlreadyUsed`], [`Error::InvalidAmount`];
		/// - the ledger's error if the pot does not exist.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(1)]
		pub fn receive_for_pot(
			origin: OriginFor<T>,
			pot: PotId,
			#[pallet::compact] amount: Fen,
			reference: Reference,
		) -> DispatchResult {
			let cashier = T::CashierOrigin::ensure_origin(origin)?;
			Self::do_receive(Some(cashier), Party::Pot(pot), amount, &reference)
		}

		/// Requests that `amount` fen of the caller's balance be paid to the bank account behind `destination`: a
		/// salted commitment, opened to the cashier off chain. The amount is held until the request is paid, refused or
		/// cancelled.
		///
		/// ## Dispatch origin
		///
		/// Signed by any account.
		///
		/// ## Errors
		///
		/// - [`Error::InvalidAmount`];
		/// - [`Error::TooManyPayouts`] at [`Config::MaxOpenPayouts`];
		/// - a token error if the caller has less, or would keep nothing: one fen keeps the account alive.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(2)]
		pub fn request_payout(
			origin: OriginFor<T>,
			#[pallet::compact] amount: Fen,
			destination: Commitment,
		) -> DispatchResult {
			let requester = ensure_signed(origin)?;
			Self::do_request_payout(requester, amount, destination).map(|_| ())
		}

		/// Cancels a request of the caller's and releases the held money.
		///
		/// ## Dispatch origin
		///
		/// Signed by the requester.
		///
		/// ## Errors
		///
		/// - [`Error::PayoutNotFound`], [`Error::NotRequester`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(3)]
		pub fn cancel_payout(origin: OriginFor<T>, #[pallet::compact] payout: PayoutId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cancel_payout(who, payout)
		}

		/// Books that the bank has paid a request, under `reference`, and burns the held money.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`], not the requester.
		///
		/// ## Errors
		///
		/// - [`Error::PayoutNotFound`], [`Error::OwnPayout`];
		/// - [`Error::InvalidReference`], [`Error::ReferenceAlreadyUsed`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(4)]
		pub fn pay_out(
			origin: OriginFor<T>,
			#[pallet::compact] payout: PayoutId,
			reference: Reference,
		) -> DispatchResult {
			let cashier = T::CashierOrigin::ensure_origin(origin)?;
			Self::do_pay_out(cashier, payout, &reference)
		}

		/// Refuses a request and releases the held money. `reason` is the hash of a document that explains why.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::PayoutNotFound`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(5)]
		pub fn refuse_payout(
			origin: OriginFor<T>,
			#[pallet::compact] payout: PayoutId,
			reason: ContentHash,
		) -> DispatchResult {
			let cashier = T::CashierOrigin::ensure_origin(origin)?;
			Self::do_refuse_payout(cashier, payout, reason)
		}

		/// Proposes to take back the receipt booked under `reference` (its key, see [`reference_hash`]). `reason` is
		/// the hash of a document that explains why. No money moves until an auditor approves.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::BankEntryNotFound`], [`Error::NotReceipt`];
		/// - [`Error::ReversalAlreadyProposed`], [`Error::AlreadyReversed`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(6)]
		pub fn propose_reversal(origin: OriginFor<T>, reference: ContentHash, reason: ContentHash) -> DispatchResult {
			let by = T::CashierOrigin::ensure_origin(origin)?;
			Self::do_propose_reversal(by, reference, reason)
		}

		/// Approves a proposed reversal: the receipt's amount is taken from the account or pot it was booked to, and
		/// burnt.
		///
		/// ## Dispatch origin
		///
		/// [`Config::AuditorOrigin`], not the proposer.
		///
		/// ## Errors
		///
		/// - [`Error::BankEntryNotFound`], [`Error::NotReceipt`], [`Error::ReversalNotProposed`],
		///   [`Error::AlreadyReversed`];
		/// - [`Error::OwnReversal`];
		/// - [`Error::InsufficientFunds`], or the ledger's error, if the money has been spent.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(7)]
		pub fn approve_reversal(origin: OriginFor<T>, reference: ContentHash) -> DispatchResult {
			let approver = T::AuditorOrigin::ensure_origin(origin)?;
			Self::do_approve_reversal(approver, reference)
		}

		/// Declines a proposed reversal: the receipt stands. Its reversal can be proposed again.
		///
		/// ## Dispatch origin
		///
		/// [`Config::AuditorOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::BankEntryNotFound`], [`Error::NotReceipt`], [`Error::ReversalNotProposed`],
		///   [`Error::AlreadyReversed`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(8)]
		pub fn decline_reversal(origin: OriginFor<T>, reference: ContentHash) -> DispatchResult {
			let by = T::AuditorOrigin::ensure_origin(origin)?;
			Self::do_decline_reversal(by, reference)
		}

		/// Attests a month: records the bank's closing balance, in fen, and the hash of its statement next to the
		/// chain's balance at the end of that month. The event carries the difference. An attestation is final.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::InvalidMonth`], [`Error::MonthNotOver`];
		/// - [`Error::AlreadyAttested`], [`Error::MonthOutOfOrder`];
		/// - [`Error::AmountTooLarge`] if the difference does not fit.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(9)]
		pub fn attest(
			origin: OriginFor<T>,
			period: Period,
			statement: ContentHash,
			#[pallet::compact] closing: Fen,
		) -> DispatchResult {
			let by = T::CashierOrigin::ensure_origin(origin)?;
			Self::do_attest(by, period, statement, closing)
		}

		/// Allows or forbids transfers between residents.
		///
		/// ## Dispatch origin
		///
		/// [`Config::DecisionOrigin`].
		///
		/// ## Errors
		///
		/// None beyond the origin check.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(10)]
		pub fn set_free_transfers(origin: OriginFor<T>, allowed: bool) -> DispatchResult {
			T::DecisionOrigin::ensure_origin(origin)?;
			FreeTransfers::<T>::put(allowed);
			Self::deposit_event(Event::FreeTransfersSet { allowed });
			Ok(())
		}
	}

	impl<T: Config> Pallet<T> {
		/// Whether residents may transfer money to each other. The runtime's call filter consults it.
		pub fn free_transfers() -> bool {
			FreeTransfers::<T>::get()
		}
	}
}
