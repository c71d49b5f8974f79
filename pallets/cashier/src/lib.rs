// SPDX-License-Identifier: Apache-2.0

//! # Money in and out
//!
//! Every fen on chain stands for a fen in one of the community's bank accounts (D1). Only this pallet mints and burns
//! money, each time against a bank reference, and a bank account's reference is used once, ever (D2). So at any block
//!
//! > total issuance = Σ received − Σ paid out − Σ reversed + Σ restored = Σ over bank accounts of what each should have
//!
//! ## Terminology
//! - **Reference**: the bank's name for one movement of its account: 1 to 64 ASCII letters, digits and `-_./:`. The
//!   chain stores the hash of its upper-case form ([`reference_hash`]).
//! - **Bank account**: numbered; account 0 is there from the first block. Each has references, a balance, months and
//!   attestations of its own (D51).
//! - **Bank entry**: the use of a reference: direction, party, amount, time, and the cashier who booked it.
//! - **Value date**: the day on which the bank had the money, or paid it. Late fees go by it.
//! - **Journal**: a bank account's entries and corrections in the order of booking.
//! - **Payout**: a request to pay money out through the bank. The amount is on hold from the request on.
//! - **Order**: a payment that the bank is about to make, of a payout or out of a pot. From the order on the payment is
//!   *in execution*: it can be neither cancelled nor spent, and only *paid* or *returned* lead on. The money of a
//!   payout stays on hold; that of a pot waits on the *transit account*.
//! - **Correction**: mends a bank entry by another of the open month, never by an edit (D48). A *reversal* takes back a
//!   receipt, in whole or in part; a payment that was booked wrongly is *restored*; one that came back is received
//!   again, under the reference by which it came back. Money that stays in the bank is booked again, correctly, under
//!   the same reference with a suffix, such as `ICBC-20261103-0042/2`. What was booked at an account that is closed by
//!   now is corrected at account 0.
//! - **Debt**: what a reversed receipt's account or pot had spent already. It falls as money is taken for it; that of a
//!   unit's owner is taken from the next receipts for them, and until then nothing kept for the unit is paid out.
//! - **Attestation**: the bank's closing balance of a month, recorded next to the chain's. A difference is shown, never
//!   smoothed over. A wrong attestation is corrected, and what it said is kept.
//!
//! ## Scenarios
//! *A household pays in.* Mr Chen transfers 500.00 at his bank. The cashier sees it on the statement and calls
//! `receive` with his account, 50,000 fen and the bank's reference. If a colleague books it too, the second call fails
//! with `ReferenceAlreadyUsed`. If it was booked to a neighbour's account, the cashier calls `propose_reversal`: the
//! money is frozen there at once, and taken when the auditor approves.
//!
//! *A household without an account.* Old Mr Sun transfers his fee and never joins. The cashier calls
//! `receive_for_unit`, or books the page of the statement with `receive_batch`: his bill is paid as of the bank's value
//! date. What he once paid too much goes back by `propose_unit_payout`, which the manager makes for him and an auditor
//! approves.
//!
//! *A household moves away.* Mrs Li calls `request_payout` with her balance and a commitment to her bank details, which
//! she sends to the cashier off chain. The cashier calls `order_payout`, pays at the bank, and calls `book_paid` with
//! the reference of that payment, which burns the held money. (The last fen of an account cannot be put on hold, since
//! it keeps the account alive. It can be donated to a pot.)
//!
//! *The bank refuses a payment.* The account was closed. The cashier calls `propose_return`; when the auditor has
//! looked at the statement and calls `confirm_outcome`, the money is back. If the payment comes back days after it was
//! booked, the cashier calls `propose_payment_correction` with the reference of the return.
//!
//! *The cashier is gone.* An order without outcome for [`Config::OutcomeTime`] can be concluded by the manager and the
//! auditor from the bank's statement, as paid or as returned. Nothing concludes automatically: the chain cannot know
//! what the bank did.
//!
//! *The community pays a bill.* The pallet that pays orders it through
//! [`BankOrders`](linli_primitives::traits::BankOrders), and learns the outcome by
//! [`BankOutcomes`](linli_primitives::traits::BankOutcomes).
//!
//! ## Calls
//!
//! | Call                             | Origin                                    | Event                           |
//! |----------------------------------|-------------------------------------------|---------------------------------|
//! | `receive`                        | a cashier, not for their own account      | `Received`                      |
//! | `receive_for_pot`                | a cashier                                 | `Received`                      |
//! | `request_payout`                 | any signed account                        | `PayoutRequested`               |
//! | `cancel_payout`                  | the requester, before the order           | `PayoutCancelled`               |
//! | `refuse_payout`                  | a cashier, before the order               | `PayoutRefused`                 |
//! | `order_payout`                   | a cashier, not the requester              | `PayoutOrdered`                 |
//! | `book_paid`                      | a cashier, not the requester              | `PaidOut`, `PaidFromPot`        |
//! | `propose_return`                 | a cashier; the manager if overdue         | `OutcomeProposed`               |
//! | `propose_paid`                   | the manager if overdue                    | `OutcomeProposed`               |
//! | `confirm_outcome`                | an auditor, not the proposer, not related | `OrderReturned`, or as paid     |
//! | `decline_outcome`                | an auditor; anyone if overdue             | `OutcomeDeclined`               |
//! | `propose_reversal`               | a cashier                                 | `CorrectionProposed`            |
//! | `propose_payment_correction`     | a cashier, not for their own account      | `CorrectionProposed`            |
//! | `approve_correction`             | an auditor, not the proposer, not related | `ReceiptReversed`, `PaymentCorrected` |
//! | `decline_correction`             | an auditor; anyone if overdue             | `CorrectionDeclined`            |
//! | `withdraw_correction`            | its proposer                              | `CorrectionWithdrawn`           |
//! | `recover`                        | any signed account                        | `DebtRecovered`                 |
//! | `attest`                         | a cashier                                 | `Attested`                      |
//! | `propose_attestation_correction` | a cashier                                 | `AttestationCorrectionProposed` |
//! | `approve_attestation_correction` | an auditor, not the proposer              | `AttestationCorrected`          |
//! | `decline_attestation_correction` | an auditor; anyone if overdue             | `AttestationCorrectionDeclined` |
//! | `set_free_transfers`             | a decision of the assembly                | `FreeTransfersSet`              |
//! | `receive_batch`                  | a cashier, not for their own account      | `Received`, `LineRefused`, `BatchBooked` |
//! | `receive_for_unit`               | a cashier, not for their own unit         | `Received`                      |
//! | `propose_unit_payout`            | the manager                               | `UnitPayoutProposed`            |
//! | `approve_unit_payout`            | an auditor, not the proposer, not related | `PayoutRequested`               |
//! | `decline_unit_payout`            | auditor or manager; anyone if overdue     | `UnitPayoutDeclined`            |
//! | `open_bank`, `close_bank`        | a decision of the assembly                | `BankOpened`, `BankClosed`      |
//! | `record_transfer`                | a cashier                                 | `TransferRecorded`              |
//! | `enter_balance`                  | an auditor, not the one who attested      | `BalanceEntered`                |
//! | `explain`                        | a cashier                                 | `DifferenceExplained`           |
//! | `record_interest`                | a cashier                                 | `InterestRecorded`              |
//! | `set_charges_pot`                | a decision of the assembly                | `ChargesPotSet`                 |
//! | `propose_charge`                 | a cashier                                 | `ChargeProposed`                |
//! | `approve_charge`                 | an auditor, not the proposer              | `ChargePaid`                    |
//! | `decline_charge`                 | an auditor; anyone if overdue             | `ChargeDeclined`                |
//! | `approve_interest_reversal`      | an auditor, not the proposer              | `ReceiptReversed`               |
//! | `recover_interest`               | any signed account                        | `DebtRecovered`                 |
//!
//! [`Config::People`] says which accounts are one person, and which people are related.
//!
//! ## Requirements on the runtime
//! - Nothing else mints or burns money: fees go to a pot, genesis endows accounts through [`GenesisConfig`] only, and
//!   an existential deposit of 1 fen rules out dust.
//! - The call filter consults [`Pallet::free_transfers`] before it admits a transfer between residents (D3), and
//!   refuses transfers to [`Config::CommunityAccounts`].
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
mod banks;
mod batches;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
mod calls;
mod charges;
mod corrections;
mod declined_reversals;
mod errors;
mod events;
mod genesis;
mod interest;
mod interest_reversals;
mod journal;
#[cfg(test)]
mod mock;
mod orders;
mod outstanding;
mod payment_corrections;
mod payouts;
mod reference;
mod refunds;
mod reversals;
mod statements;
#[cfg(test)]
mod tests;
#[cfg(any(test, feature = "try-runtime"))]
mod try_state;
mod types;
mod unit_debts;
mod unit_payouts;
mod unit_receipts;
mod value_dates;
mod views;
pub mod weights;

pub use pallet::*;
pub use reference::reference_hash;
pub use types::{
	Attestation, AttestationProposal, AuditorFigure, Bank, BankEntry, BankEntryKind, ChargeProposal, Correction,
	CorrectionProposal, CorrectionTerms, Debt, InterestPart, MonthStatement, MonthTotals, Order, OrderPurpose, Outcome,
	OutcomeProposal, OutstandingItem, OutstandingKind, Party, Payout, PayoutId, ReceiptLine, Receiver, RecentReceipt,
	Reference, Totals, UnitPayout, MAX_BATCH,
};
pub use value_dates::{MAX_VALUE_AGE, VALUE_TIME};
pub use views::MAX_PAGE;
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

/// The maximum number of corrections of one bank entry, or of one attestation.
pub const MAX_CORRECTIONS: u32 = 16;

/// The maximum number of bank charges that wait for an auditor.
pub const MAX_CHARGES: u32 = 16;

/// The maximum number of pots among which interest is divided, the first ones.
pub const MAX_INTEREST_POTS: linli_primitives::PotId = 256;

/// The maximum number of bank accounts, closed ones included.
pub const MAX_BANKS: u32 = 16;

/// The maximum number of items that explain the difference of one month.
pub const MAX_ITEMS: u32 = 64;

/// The maximum number of an account's receipts whose value dates are kept.
pub const MAX_RECENT: u32 = 16;

/// The maximum number of people whose declined reversals of one unit's money are noted.
pub const MAX_DECLINED: u32 = 4;

/// The pallet itself.
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
	use alloc::{string::String, vec::Vec};
	use frame_support::{
		pallet_prelude::*,
		traits::{
			fungible::{self, Inspect},
			Contains, StorageVersion,
		},
		PalletId,
	};
	use frame_system::pallet_prelude::*;
	use linli_primitives::{
		traits::{BankOutcomes, Clock, Community, FundLedger, People, RepairShares, UnitClaims, UnitReceipts},
		BankId, Cause, Commitment, ContentHash, EntryId, Fen, Moment, OrderId, PaymentId, Period, PotId, UnitId,
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

		/// The accounts that hold the community's money and that nobody signs for, the transit account included. They
		/// are never party to a payment.
		type CommunityAccounts: Contains<Self::AccountId>;

		/// A cashier, who books what the bank receives and pays.
		type CashierOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// An auditor, who approves corrections and confirms outcomes.
		type AuditorOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// A manager, who proposes the outcome of an order that the cashiers left.
		type ManagerOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// Which accounts act for one person, and which people are related.
		type People: People<Self::AccountId>;

		/// The units for which the bank receives money.
		type Units: UnitReceipts<Self::AccountId>;

		/// The pallets that order payments out of pots, told what became of them.
		type Outcomes: BankOutcomes<Self::AccountId>;

		/// The repair fund, whose weight is that of giving a cost back to the units that bore it.
		type Repair: RepairShares;

		/// A decision of the assembly on transfers between residents.
		type DecisionOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// A decision of the assembly on the community's bank accounts.
		type BanksOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The clock that timestamps bank entries.
		type Clock: Clock;

		/// The community's calendar, by whose months the books are kept.
		type Community: Community;

		/// Id from which the transit account derives, where a pot's money waits until the bank has paid or a correction
		/// is decided.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// How long an order waits for its outcome before the manager may propose it, and a correction for an auditor
		/// before anyone may end it, in ms of lived time.
		#[pallet::constant]
		type OutcomeTime: Get<Moment>;

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
		/// A receipt was booked wrongly, and its reversal waits for an auditor.
		#[codec(index = 1)]
		Reversal,
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

	/// Σ restored, in fen: payments that were booked wrongly, and given back.
	#[pallet::storage]
	pub type TotalRestored<T: Config> = StorageValue<_, Fen, ValueQuery>;

	/// The orders in execution.
	#[pallet::storage]
	pub type Orders<T: Config> = StorageMap<_, Twox64Concat, OrderId, Order<T::AccountId>>;

	/// The id of the next order.
	#[pallet::storage]
	pub type NextOrder<T: Config> = StorageValue<_, OrderId, ValueQuery>;

	/// The corrections that wait for an auditor, by the key of the bank entry: at most one for each.
	#[pallet::storage]
	pub type CorrectionProposals<T: Config> =
		StorageMap<_, Blake2_128Concat, ContentHash, CorrectionProposal<T::AccountId>>;

	/// The corrections of each bank entry, numbered from 0.
	#[pallet::storage]
	pub type Corrections<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, ContentHash, Twox64Concat, u32, Correction<T::AccountId>>;

	/// What is owed for reversed receipts, by the key of the receipt.
	#[pallet::storage]
	pub type Debts<T: Config> = StorageMap<_, Blake2_128Concat, ContentHash, Debt<T::AccountId>>;

	/// The corrections of attestations that wait for an auditor, by bank account and month.
	#[pallet::storage]
	pub type AttestationProposals<T: Config> =
		StorageDoubleMap<_, Twox64Concat, BankId, Twox64Concat, Period, AttestationProposal<T::AccountId>>;

	/// What corrected attestations said before, by bank account and month, numbered from 0.
	#[pallet::storage]
	pub type AttestationHistory<T: Config> =
		StorageDoubleMap<_, Twox64Concat, (BankId, Period), Twox64Concat, u32, Attestation<T::AccountId>>;

	/// Totals by bank account and month, for months with bank entries only. Genesis is booked in [`Period::OPENING`].
	#[pallet::storage]
	pub type Months<T: Config> =
		StorageDoubleMap<_, Twox64Concat, BankId, Twox64Concat, Period, MonthTotals, ValueQuery>;

	/// The first month of each bank account to be attested: in which it was opened, or for those that are there from
	/// the first block, account 0 among them, the first after genesis in which any of them has a bank entry. Of these,
	/// account 0 stands for the ones without an entry of their own.
	#[pallet::storage]
	pub type FirstMonth<T: Config> = StorageMap<_, Twox64Concat, BankId, Period>;

	/// The attestations by bank account and month, without gaps.
	#[pallet::storage]
	pub type Attestations<T: Config> =
		StorageDoubleMap<_, Twox64Concat, BankId, Twox64Concat, Period, Attestation<T::AccountId>>;

	/// The last month attested of each bank account.
	#[pallet::storage]
	pub type LastAttested<T: Config> = StorageMap<_, Twox64Concat, BankId, Period>;

	/// What auditors read on their own copies of the bank statements, by bank account and month.
	#[pallet::storage]
	pub type AuditorFigures<T: Config> =
		StorageDoubleMap<_, Twox64Concat, BankId, Twox64Concat, Period, AuditorFigure<T::AccountId>>;

	/// What explains the differences of attested months, by bank account and month.
	#[pallet::storage]
	pub type Explanations<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		BankId,
		Twox64Concat,
		Period,
		BoundedVec<OutstandingItem, ConstU32<MAX_ITEMS>>,
		ValueQuery,
	>;

	/// The community's bank accounts, numbered as its office does.
	#[pallet::storage]
	pub type Banks<T: Config> = CountedStorageMap<_, Twox64Concat, BankId, Bank, OptionQuery>;

	/// What each bank account should have by the books, in fen. Their sum is the total issuance.
	#[pallet::storage]
	pub type BankBalances<T: Config> = StorageMap<_, Twox64Concat, BankId, Fen, ValueQuery>;

	/// How many matters keep each bank account from being closed: orders in execution, and corrections and charges that
	/// wait for an auditor.
	#[pallet::storage]
	pub type OpenMatters<T: Config> = StorageMap<_, Twox64Concat, BankId, u32, ValueQuery>;

	/// The journal of each bank account: the keys of its bank entries, in the order of booking, numbered from 0. A key
	/// stands here once for its entry, and once more for each correction.
	#[pallet::storage]
	pub type Journal<T: Config> = StorageDoubleMap<_, Twox64Concat, BankId, Twox64Concat, u64, ContentHash>;

	/// The length of each bank account's journal.
	#[pallet::storage]
	pub type JournalLength<T: Config> = StorageMap<_, Twox64Concat, BankId, u64, ValueQuery>;

	/// The pot that bears the bank's charges: the operating pot, which is the first, until a decision names another.
	#[pallet::storage]
	pub type ChargesPot<T: Config> = StorageValue<_, PotId, ValueQuery>;

	/// The bank charges that wait for an auditor, by the key of their reference.
	#[pallet::storage]
	pub type ChargeProposals<T: Config> =
		CountedStorageMap<_, Blake2_128Concat, ContentHash, ChargeProposal<T::AccountId>, OptionQuery>;

	/// The parts into which interest was divided, by the key of its bank reference.
	#[pallet::storage]
	pub type InterestEntries<T: Config> = StorageMap<
		_,
		Blake2_128Concat,
		ContentHash,
		BoundedVec<InterestPart, ConstU32<{ MAX_INTEREST_POTS as u32 }>>,
		ValueQuery,
	>;

	/// The pots' entries by which each reversal of interest took money back, by the key of its bank reference and the
	/// number of the correction.
	#[pallet::storage]
	pub type InterestReversals<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		ContentHash,
		Twox64Concat,
		u32,
		BoundedVec<(PotId, EntryId), ConstU32<{ MAX_INTEREST_POTS as u32 }>>,
		ValueQuery,
	>;

	/// The last reversal of each receipt that was declined, lapsed or was withdrawn: its proposer, and until when they
	/// propose none of it, in lived time.
	#[pallet::storage]
	pub type DeclinedReversals<T: Config> = StorageMap<_, Blake2_128Concat, ContentHash, (T::AccountId, Moment)>;

	/// The receipts of each account whose value dates still count, oldest booking first; no entry if there are none.
	#[pallet::storage]
	pub type RecentReceipts<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, BoundedVec<RecentReceipt, ConstU32<MAX_RECENT>>, ValueQuery>;

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

	/// The payment of the unit's dues that each receipt for a unit made, by the key of the receipt.
	#[pallet::storage]
	pub type UnitPayments<T: Config> = StorageMap<_, Blake2_128Concat, ContentHash, PaymentId>;

	/// The payouts to owners without an account that wait for an auditor, by the account that keeps the money: at most
	/// one for each.
	#[pallet::storage]
	pub type UnitPayouts<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, UnitPayout<T::AccountId>>;

	/// The debts of each account that keeps a unit's money, by the key of the receipt.
	#[pallet::storage]
	pub type UnitDebts<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Blake2_128Concat, ContentHash, ()>;

	/// The debt of each account that keeps a unit's money at which the last receipt stopped in vain: the next one goes
	/// on after it.
	#[pallet::storage]
	pub type VisitedDebts<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, ContentHash>;

	/// The number of reversals that wait and are not frozen whole, of each account that keeps a unit's money; no entry
	/// if there is none.
	#[pallet::storage]
	pub type PartlyFrozen<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

	/// The latest reversals that were declined, lapsed or were withdrawn, one for each proposer, of each account that
	/// keeps a unit's money: the proposer, and until when they propose none of it, in lived time; oldest first.
	#[pallet::storage]
	pub type DeclinedUnitReversals<T: Config> = StorageMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		BoundedVec<(T::AccountId, Moment), ConstU32<MAX_DECLINED>>,
		ValueQuery,
	>;

	/// The money in the bank when the chain begins, booked like any receipt.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Opening balances of accounts: account, amount in fen, bank reference.
		pub opening: Vec<(T::AccountId, Fen, String)>,
		/// Opening balances of pots at bank account 0: pot, amount in fen, bank reference.
		pub opening_pots: Vec<(PotId, Fen, String)>,
		/// Opening balances of pots at the others: bank account, pot, amount in fen, bank reference. A pot's money can
		/// lie at several.
		pub opening_pots_at: Vec<(BankId, PotId, Fen, String)>,
		/// The community's bank accounts: number, salted commitment to the bank's name and the number of the account,
		/// hash of the public document that says what it is for, and balance in fen, which has to be the sum of what is
		/// booked there. Only account 0 is there without being listed.
		pub opening_banks: Vec<(BankId, Commitment, ContentHash, Fen)>,
		/// What was prepaid for units, kept for their owners: unit, amount in fen, bank reference. The genesis of the
		/// fees, which is built after, makes prepayments of it.
		pub opening_units: Vec<(UnitId, Fen, String)>,
		/// Whether residents may transfer money to each other.
		pub free_transfers: bool,
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
			assert_eq!(T::Currency::minimum_balance(), 1, "dust would be burnt without a bank entry");
			assert!(T::MaxOpenPayouts::get() > 0, "no payout could be requested");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	impl<T: Config> Pallet<T> {
		/// Whether residents may transfer money to each other. The runtime's call filter consults it.
		pub fn free_transfers() -> bool {
			FreeTransfers::<T>::get()
		}
	}
}
