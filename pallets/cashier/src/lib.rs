// SPDX-License-Identifier: Apache-2.0

//! # Money in and out
//!
//! Every fen on chain is a receipt for a fen in the community's bank account (D1). Receipts come into being and cease to
//! be here and nowhere else, each time against a bank reference, and a reference is used once, ever (D2). So at any block
//!
//! > total issuance = Σ received − Σ paid out − Σ reversed
//!
//! A reversal is a receipt taken back: net of it, D2's receipts are Σ received − Σ reversed.
//!
//! ## Terminology
//! - **Reference**: what the bank printed beside the money: 1 to 64 ASCII letters, digits and `-_./:`. On chain it is
//!   remembered by its hash, in upper case ([`reference_hash`]).
//! - **Bank entry**: what a reference was used for: in or out, whose, how much, when, by which cashier.
//! - **Payout**: a request for money to leave. The money is on hold from the request on.
//! - **Reversal**: a receipt taken back. The money is still in the bank: it is booked again, rightly, under the same
//!   reference with a suffix, as `ICBC-20261103-0042/2`.
//! - **Attestation**: once a month, the bank's closing balance beside the chain's. A difference is shown, never smoothed
//!   over; nothing can be attested twice.
//!
//! ## Scenarios
//! *A household pays in.* Mr Chen transfers 500.00 at his bank. The cashier sees it on the statement and calls `receive`
//! with his account, 50 000 and the bank's reference. Should a colleague book it too, the second call is refused with
//! `ReferenceAlreadyUsed`. Had it gone to a neighbour's account, the cashier calls `propose_reversal`, and when the auditor
//! agrees the neighbour's balance is what it was.
//!
//! *A household moves away.* Mrs Li calls `request_payout` with what she has and a commitment to her bank details, which she
//! sends to the cashier. The cashier pays at the bank and calls `pay_out` with the reference of that payment: the money on
//! hold ceases to be. (The last fen of an account cannot be put on hold, since it keeps the account alive. It can be
//! donated to a pot.)
//!
//! *The community pays a bill.* An approved expense goes to a bank account. The cashier pays it there and enters the
//! bank's reference with the expense; through [`BankPayments`](linli_primitives::traits::BankPayments) the money leaves
//! its pot and ceases to be.
//!
//! ## Calls
//!
//! | Call                 | Who                                     | Events             |
//! |----------------------|-----------------------------------------|--------------------|
//! | `receive`            | a cashier, not for the own account      | `Received`         |
//! | `receive_for_pot`    | a cashier                               | `Received`         |
//! | `request_payout`     | anyone, signed                          | `PayoutRequested`  |
//! | `cancel_payout`      | its requester                           | `PayoutCancelled`  |
//! | `pay_out`            | a cashier, not the requester            | `PaidOut`          |
//! | `refuse_payout`      | a cashier                               | `PayoutRefused`    |
//! | `propose_reversal`   | a cashier                               | `ReversalProposed` |
//! | `approve_reversal`   | an auditor, not the proposer            | `ReceiptReversed`  |
//! | `decline_reversal`   | an auditor                              | `ReversalDeclined` |
//! | `attest`             | a cashier                               | `Attested`         |
//! | `set_free_transfers` | `DecisionOrigin`                        | `FreeTransfersSet` |
//!
//! ## What the runtime owes this pallet
//! - Nothing else mints or burns: fees go to a pot, genesis endows through [`GenesisConfig`] only, dust cannot exist.
//! - Its call filter asks [`Pallet::free_transfers`] before it lets a transfer between residents through (D3).
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub mod api;
mod attestation;
mod bank_entries;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
#[cfg(test)]
mod mock;
mod payouts;
mod reference;
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

	/// What the runtime chooses.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The money. Its existential deposit is 1 fen.
		type Currency: fungible::Inspect<Self::AccountId, Balance = Fen>
			+ fungible::Mutate<Self::AccountId>
			+ fungible::hold::Mutate<Self::AccountId, Reason = Self::RuntimeHoldReason>;

		/// The overarching hold reason.
		type RuntimeHoldReason: From<HoldReason>;

		/// The pots, for money that the bank receives for one.
		type Ledger: FundLedger<Self::AccountId>;

		/// A cashier.
		type CashierOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// An auditor, who agrees to reversals.
		type AuditorOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// A decision of the assembly on free transfers.
		type DecisionOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The time of bank entries.
		type Clock: Clock;

		/// The community, in whose months the books are kept.
		type Community: Community;

		/// The account through which a pot's reversed receipt leaves derives from it. It is empty between calls.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// How many open payout requests an account may have: nobody floods the cashier.
		#[pallet::constant]
		type MaxOpenPayouts: Get<u32>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;

		/// What the benchmarks need done outside the pallet.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper;
	}

	/// Why money is on hold.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// Its owner asked for a payout.
		#[codec(index = 0)]
		Payout,
	}

	/// Every reference ever used, by its hash. The hash is of public text, so it is no secret and needs no stronger hasher
	/// than one that spreads chosen keys.
	#[pallet::storage]
	pub type BankEntries<T: Config> = StorageMap<_, Blake2_128Concat, ContentHash, BankEntry<T::AccountId>>;

	/// Σ received, in fen.
	#[pallet::storage]
	pub type TotalReceived<T: Config> = StorageValue<_, Fen, ValueQuery>;

	/// Σ paid out, in fen.
	#[pallet::storage]
	pub type TotalPaidOut<T: Config> = StorageValue<_, Fen, ValueQuery>;

	/// Σ of receipts taken back, in fen.
	#[pallet::storage]
	pub type TotalReversed<T: Config> = StorageValue<_, Fen, ValueQuery>;

	/// What was booked month by month; only months in which anything was. Genesis is booked in [`Period::OPENING`].
	#[pallet::storage]
	pub type Months<T: Config> = StorageMap<_, Twox64Concat, Period, MonthTotals, ValueQuery>;

	/// The first month after genesis in which anything was booked: attesting begins with it.
	#[pallet::storage]
	pub type FirstMonth<T: Config> = StorageValue<_, Period>;

	/// What was attested, month by month without gaps.
	#[pallet::storage]
	pub type Attestations<T: Config> = StorageMap<_, Twox64Concat, Period, Attestation<T::AccountId>>;

	/// The month attested last.
	#[pallet::storage]
	pub type LastAttested<T: Config> = StorageValue<_, Period>;

	/// The open requests for payouts.
	#[pallet::storage]
	pub type Payouts<T: Config> = StorageMap<_, Twox64Concat, PayoutId, Payout<T::AccountId>>;

	/// The open requests of each account that has any.
	#[pallet::storage]
	pub type OpenPayouts<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, BoundedVec<PayoutId, T::MaxOpenPayouts>, ValueQuery>;

	/// The id of the next request.
	#[pallet::storage]
	pub type NextPayout<T: Config> = StorageValue<_, PayoutId, ValueQuery>;

	/// Whether residents may transfer money to each other (D3).
	#[pallet::storage]
	pub type FreeTransfers<T: Config> = StorageValue<_, bool, ValueQuery>;

	/// What is in the bank when the chain begins, booked like any receipt.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Opening balances of accounts: whose, how many fen, and the bank reference.
		pub opening: Vec<(T::AccountId, Fen, String)>,
		/// Opening balances of pots: which, how many fen, and the bank reference.
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

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The bank received money, and it came into being here.
		Received {
			/// The reference's key.
			reference: ContentHash,
			/// Whose it is.
			party: Party<T::AccountId>,
			/// How much, in fen.
			amount: Fen,
			/// Who booked it; `None` for genesis.
			cashier: Option<T::AccountId>,
		},
		/// Somebody asks for a payout; the money is on hold.
		PayoutRequested {
			/// The request.
			payout: PayoutId,
			/// Whose money.
			requester: T::AccountId,
			/// How much, in fen.
			amount: Fen,
			/// Commitment to the bank account it shall go to.
			destination: Commitment,
		},
		/// The requester took the request back; the money is free again.
		PayoutCancelled {
			/// The request.
			payout: PayoutId,
		},
		/// The cashier refused the request; the money is free again.
		PayoutRefused {
			/// The request.
			payout: PayoutId,
			/// The document that says why.
			reason: ContentHash,
			/// Who refused.
			cashier: T::AccountId,
		},
		/// The bank paid, and the money ceased to be here.
		PaidOut {
			/// The request.
			payout: PayoutId,
			/// The reference's key.
			reference: ContentHash,
			/// Whose money it was.
			requester: T::AccountId,
			/// How much, in fen.
			amount: Fen,
			/// Who paid.
			cashier: T::AccountId,
		},
		/// A cashier asks to take a receipt back.
		ReversalProposed {
			/// The receipt.
			reference: ContentHash,
			/// The document that says why.
			reason: ContentHash,
			/// Who asks.
			by: T::AccountId,
		},
		/// An auditor did not agree; the receipt stands.
		ReversalDeclined {
			/// The receipt.
			reference: ContentHash,
			/// Who declined.
			by: T::AccountId,
		},
		/// A receipt was taken back.
		ReceiptReversed {
			/// The receipt.
			reference: ContentHash,
			/// Whose money it had been booked as.
			party: Party<T::AccountId>,
			/// How much, in fen.
			amount: Fen,
			/// The document that says why.
			reason: ContentHash,
			/// Who asked.
			proposer: T::AccountId,
			/// Who agreed.
			approver: T::AccountId,
		},
		/// The bank's closing balance of a month stands beside the chain's.
		Attested {
			/// The month.
			period: Period,
			/// Hash of the bank statement.
			statement: ContentHash,
			/// Closing balance by the bank, in fen.
			closing: Fen,
			/// Closing balance by the chain, in fen.
			chain: Fen,
			/// Bank less chain, in fen: zero if all is well.
			difference: i128,
			/// Who attested.
			by: T::AccountId,
		},
		/// Residents may, or may not, transfer money to each other.
		FreeTransfersSet {
			/// Whether they may.
			allowed: bool,
		},
		/// The bank paid out of a pot, and the money ceased to be here.
		PaidFromPot {
			/// The reference's key.
			reference: ContentHash,
			/// Which pot.
			pot: PotId,
			/// How much, in fen.
			amount: Fen,
			/// What for.
			cause: Cause,
			/// Who paid.
			cashier: T::AccountId,
		},
	}

	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// Give an amount of at least 1 fen.
		InvalidAmount,
		/// Give the bank's reference alone: 1 to 64 ASCII letters, digits and `-_./:`, no spaces, no free text.
		InvalidReference,
		/// This reference was booked before; `CashierApi_bank_entry` shows what for.
		ReferenceAlreadyUsed,
		/// The account is a pot's: use `receive_for_pot`.
		IsPotAccount,
		/// Nobody books receipts for their own account: let another cashier do it.
		OwnReceipt,
		/// There is no open request of that id.
		PayoutNotFound,
		/// Only who made the request cancels it.
		NotRequester,
		/// Nobody pays out to themselves: let another cashier do it.
		OwnPayout,
		/// The account has as many open requests as it may (`MaxOpenPayouts`). Wait for one, or cancel one.
		TooManyPayouts,
		/// Nothing was booked under that reference.
		BankEntryNotFound,
		/// Only receipts can be taken back. A payout that came back to the bank is a new receipt.
		NotReceipt,
		/// Its reversal is proposed already and waits for an auditor.
		ReversalAlreadyProposed,
		/// No reversal is proposed: a cashier calls `propose_reversal` first.
		ReversalNotProposed,
		/// The receipt is taken back already.
		AlreadyReversed,
		/// Who proposed a reversal does not approve it: let another auditor do it.
		OwnReversal,
		/// The account no longer has that much free. Settle it with its owner first.
		InsufficientFunds,
		/// Give a month of the calendar, from 1 to 12.
		InvalidMonth,
		/// The month is not over in the community's time.
		MonthNotOver,
		/// Months are attested one after the other; `CashierApi_next_attestation` says which is next.
		MonthOutOfOrder,
		/// The month is attested already, and what was attested stands.
		AlreadyAttested,
		/// The sum does not fit into the books' numbers.
		AmountTooLarge,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert_eq!(T::Currency::minimum_balance(), 1, "dust would be burnt past the books");
			assert!(T::MaxOpenPayouts::get() > 0, "nobody could ask for a payout");
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
		/// `CashierOrigin`.
		///
		/// ## Errors
		///
		/// - [`Error::InvalidReference`], [`Error::ReferenceAlreadyUsed`], [`Error::InvalidAmount`];
		/// - [`Error::IsPotAccount`], [`Error::OwnReceipt`].
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
		/// `CashierOrigin`.
		///
		/// ## Errors
		///
		/// - [`Error::InvalidReference`], [`Error::ReferenceAlreadyUsed`], [`Error::InvalidAmount`];
		/// - the fund's error where there is no such pot.
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

		/// Asks for `amount` fen of the caller's to be paid to the bank account behind `destination`, a salted
		/// commitment whose text goes to the cashier off chain. The money is on hold until the request is closed.
		///
		/// ## Dispatch origin
		///
		/// Signed.
		///
		/// ## Errors
		///
		/// - [`Error::InvalidAmount`], [`Error::TooManyPayouts`];
		/// - a token error where the caller has less, or would keep nothing: one fen keeps the account alive.
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

		/// Takes the caller's own request back and frees the money.
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

		/// Says that the bank has paid a request, under `reference`. The money on hold ceases to be.
		///
		/// ## Dispatch origin
		///
		/// `CashierOrigin`, not the requester.
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

		/// Refuses a request, with the hash of a document that says why, and frees the money.
		///
		/// ## Dispatch origin
		///
		/// `CashierOrigin`.
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

		/// Asks to take back the receipt under `reference` (its key, see [`reference_hash`]), with the hash of a
		/// document that says why. Nothing moves until an auditor agrees.
		///
		/// ## Dispatch origin
		///
		/// `CashierOrigin`.
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

		/// Agrees to a proposed reversal: the receipt's amount ceases to be on the account or in the pot that had it.
		///
		/// ## Dispatch origin
		///
		/// `AuditorOrigin`, not the proposer.
		///
		/// ## Errors
		///
		/// - [`Error::BankEntryNotFound`], [`Error::NotReceipt`], [`Error::ReversalNotProposed`],
		///   [`Error::AlreadyReversed`];
		/// - [`Error::OwnReversal`];
		/// - [`Error::InsufficientFunds`], or the fund's error, where the money is no longer there.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(7)]
		pub fn approve_reversal(origin: OriginFor<T>, reference: ContentHash) -> DispatchResult {
			let approver = T::AuditorOrigin::ensure_origin(origin)?;
			Self::do_approve_reversal(approver, reference)
		}

		/// Does not agree to a proposed reversal: the receipt stands, and may be questioned anew.
		///
		/// ## Dispatch origin
		///
		/// `AuditorOrigin`.
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

		/// Puts the bank's closing balance of a month, in fen, and the hash of its statement beside what the chain had
		/// when the month ended. The difference is in the event; what is attested stands for good.
		///
		/// ## Dispatch origin
		///
		/// `CashierOrigin`.
		///
		/// ## Errors
		///
		/// - [`Error::InvalidMonth`], [`Error::MonthNotOver`];
		/// - [`Error::AlreadyAttested`], [`Error::MonthOutOfOrder`].
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

		/// Lets residents transfer money to each other, or not.
		///
		/// ## Dispatch origin
		///
		/// `DecisionOrigin`.
		///
		/// ## Errors
		///
		/// None of its own.
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
		/// Whether residents may transfer money to each other: the runtime's call filter asks.
		pub fn free_transfers() -> bool {
			FreeTransfers::<T>::get()
		}
	}
}
