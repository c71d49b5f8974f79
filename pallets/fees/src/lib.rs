// SPDX-License-Identifier: Apache-2.0

//! # Fees
//!
//! From an assembly's decision to a paid bill: charges issue bills when a period begins, residents pay them by hand or
//! by mandate, unpaid bills bear late fees, and disputed ones wait for a ruling. The unit's statement shows every fen
//! (D12–D19).
//!
//! ## Terminology
//! - **Charge**: a rule by which bills are issued: pot, basis, rate, period, due days, grace, late fee
//!   ([`types::ChargeTerms`]).
//! - **Bill**: the amount that one unit owes for one charge and period. There is exactly one, and it is never removed.
//! - **Period**: a calendar month, quarter or year in the community's time, named by its first month.
//! - **Late fee**: simple, per full day after the due date and the grace, on the unpaid principal, capped
//!   ([`late_fee`]).
//! - **Prepayment**: money paid above all dues. It is *held* on the payer's account until a bill uses it.
//! - **Mandate**: permission to collect a unit's bills from an account, up to a cap for the bills of each calendar
//!   month.
//! - **Statement**: everything that happened to a unit's account, with a running balance.
//!
//! ## Scenarios
//! ### A month
//! The assembly has decided on 2.80 per m² and month, due in 15 days. On the first of the month, in the community's
//! time, each flat is billed, as many per block as the weight budget allows. Then the chain collects from prepayments
//! and by mandates. Li has a mandate, so her bill is paid automatically. Wang has none and pays by hand, 100 more than
//! the bill: the excess becomes a prepayment for next month. Zhao's account is empty: the debit fails, an event says
//! why, the bill stays due, and the chain tries again every day. After the grace a late fee accrues; it is computed
//! when it is queried, without a write to storage.
//!
//! ### A wrong bill
//! Chen's bill shows 400 m³ of water. She disputes it with a hash of her photographs: no late fee accrues, and no
//! mandate collects the bill. The ruling body finds a misread meter and reduces the bill. She had already paid part of
//! it; what exceeds the reduced bill is refunded from the pot to her account, and the statement shows each step. Had
//! the bill been paid long ago, it would be the same.
//!
//! ### A wrong rate
//! A thousand homes were billed at 3.80 instead of 2.80. The manager proposes one credit note for the charge and the
//! month, the auditor approves it, and over the next blocks each bill is lowered and what was paid too much goes back.
//!
//! ### The wrong flat
//! Wu pays for unit 12 and meant 21. The manager proposes to move the payment, the auditor approves: the bill of unit
//! 12 is open again, that of unit 21 is paid as of the day on which Wu paid.
//!
//! ## Calls
//! | Call | Origin | Events |
//! |---|---|---|
//! | [`create_charge`](Pallet::create_charge) | `ChargesOrigin` | `ChargeCreated` |
//! | [`set_rate`](Pallet::set_rate) | `ChargesOrigin` | `RateSet` |
//! | [`end_charge`](Pallet::end_charge) | `ChargesOrigin` | `ChargeEnding`, `ChargeEnded` |
//! | [`bill_past`](Pallet::bill_past), [`skip_past`](Pallet::skip_past) | `ChargesOrigin` | `PastDecided` |
//! | [`set_rules`](Pallet::set_rules) | `RulesOrigin` | `RulesSet` |
//! | [`pay`](Pallet::pay) | any account | `LateFeeCharged`, `BillPaid`, `PaymentMade` |
//! | [`refund_prepayment`](Pallet::refund_prepayment) | the account that prepaid | `PrepaymentRefunded` |
//! | [`set_mandate`](Pallet::set_mandate) | any account, for itself | `MandateSet` |
//! | [`revoke_mandate`](Pallet::revoke_mandate) | the account that gave the mandate | `MandateEnded` |
//! | [`dispute`](Pallet::dispute) | accounts of the unit's owner | `LateFeeCharged`, `BillDisputed` |
//! | [`rule_dispute`](Pallet::rule_dispute) | `RulingOrigin`, later `LateRulingOrigin` | `BillRefunded`, `DisputeRuled` |
//! | [`withdraw_dispute`](Pallet::withdraw_dispute) | accounts of the unit's owner | `DisputeWithdrawn` |
//! | [`propose_waiver`](Pallet::propose_waiver) | `ManagerOrigin` | `WaiverProposed` |
//! | [`approve_waiver`](Pallet::approve_waiver) | `WaiverOrigin`, not the proposer | `LateFeeCharged`, `WaiverApproved` |
//! | [`reject_waiver`](Pallet::reject_waiver) | `WaiverOrigin` | `WaiverRejected` |
//! | [`withdraw_waiver`](Pallet::withdraw_waiver) | `ManagerOrigin` | `WaiverWithdrawn` |
//! | [`propose_credit`](Pallet::propose_credit) | `ManagerOrigin` | `CreditProposed` |
//! | [`approve_credit`](Pallet::approve_credit) | `WaiverOrigin`, another person | `CreditApproved` |
//! | [`reject_credit`](Pallet::reject_credit) | `WaiverOrigin` | `CreditRejected` |
//! | [`withdraw_credit`](Pallet::withdraw_credit) | `ManagerOrigin` | `CreditWithdrawn` |
//! | [`propose_move`](Pallet::propose_move) | `ManagerOrigin` | `MoveProposed` |
//! | [`approve_move`](Pallet::approve_move) | `WaiverOrigin`, another person | `BillRefunded`, `BillPaid`, `PaymentMoved` |
//! | [`reject_move`](Pallet::reject_move) | `WaiverOrigin` | `MoveRejected` |
//! | [`withdraw_move`](Pallet::withdraw_move) | `ManagerOrigin` | `MoveWithdrawn` |
//! | [`record_reading`](Pallet::record_reading) | `ReadingOrigin` | `ReadingRecorded` |
//! | [`reverse_reading`](Pallet::reverse_reading) | `ReadingOrigin` | `ReadingReversed` |
//!
//! ## Automatic work
//! At the beginning of blocks, within [`Config::BillingBudget`]: credit notes deposit `BillRefunded`, `BillCredited`,
//! `CreditFailed`, `CreditPassedOver` and `CreditCompleted`; billing deposits `BillIssued`, `BillingCompleted`,
//! `PeriodWaits`, `PeriodSkipped` and `ChargeEnded`; the daily collection deposits `LateFeeCharged`, `BillPaid`,
//! `PaymentMade`, `DebitFailed` and `MandateEnded`.
//!
//! When a unit is sold, [`OnUnitSold`](linli_primitives::traits::OnUnitSold) ends the mandates of accounts that are not
//! the buyer's (`MandateEnded`) and releases their prepayments (`PrepaymentRefunded`).
//!
//! ## The rules in detail
//! - One period that was missed is billed late. Earlier ones wait for a decision, [`bill_past`](Pallet::bill_past) or
//!   [`skip_past`](Pallet::skip_past), while billing goes on with the current ones.
//! - A bill is due at the end of the day that lies `due_days` after the day of issue.
//! - The limit on prepayments is `prepayment_months` times the unit's monthly dues: the sum over the live charges, with
//!   recurring charges at the rate of their next period, meters at their last bill, and one-off charges left out.
//! - A payment covers at most `MaxBillsPerPayment` bills. If more are open, the remaining money is not taken.
//! - What a ruling, waiver or credit note gives back goes to those who paid the bill, each at most what they paid, the
//!   last payment first.
//! - Arrears cut off nothing (D18): no call of this pallet depends on them.
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

pub use pallet::*;
pub use weights::WeightInfo;

pub mod allocation;
pub mod api;
pub mod late_fee;
pub mod types;
pub mod weights;

mod billing;
mod charges;
mod collection;
mod corrections;
mod credits;
mod debits;
mod disputes;
mod dues;
mod errors;
mod events;
mod genesis;
mod mandates;
mod meters;
mod moves;
mod past;
mod paying;
mod payments;
mod prepayments;
mod sale;
mod statements;
mod storage;
mod waivers;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
#[cfg(any(test, feature = "try-runtime"))]
mod try_state;
mod views;

use frame_support::pallet_macros::import_section;

/// See the crate's documentation.
#[import_section(events::events)]
#[import_section(errors::errors)]
#[import_section(storage::storage)]
#[frame_support::pallet]
#[allow(
	clippy::cast_possible_truncation,
	clippy::expect_used,
	reason = "the macros of FRAME cast the indices of variants, and expect the pallet to be in its runtime"
)]
pub mod pallet {
	use super::*;
	use crate::types::{
		Agenda, Bill, Charge, ChargeTerms, Contribution, Credit, CreditDone, CreditId, CreditScope, DebitFailure,
		FeeRules, FeeTotals, GenesisCharge, Mandate, MandateEnd, Meter, Move, OpenKey, PastDecision, Payment,
		PaymentKind, Rate, Ruling, StatementEntry, StatementHead, Waiver,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{
			fungible::{Inspect, MutateHold},
			StorageVersion,
		},
		Identity, Twox64Concat,
	};
	use frame_system::pallet_prelude::*;
	use linli_primitives::{
		traits::{Clock, Community, FundLedger, OwnersRegister, People},
		BillKey, ChargeId, ContentHash, Fen, Moment, OrderedKey, PaymentId, Period, PotId, UnitId,
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The pallet.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The configuration of the pallet.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The runtime's hold reasons, which include [`HoldReason`].
		type RuntimeHoldReason: From<HoldReason>;

		/// The currency: one fen on chain is a fen in the bank.
		type Currency: Inspect<Self::AccountId, Balance = Fen>
			+ MutateHold<Self::AccountId, Reason = Self::RuntimeHoldReason>;

		/// The ledger of the pots that charges pay into.
		type Ledger: FundLedger<Self::AccountId, HoldReason = Self::RuntimeHoldReason>;

		/// The register of units and their owners.
		type Register: OwnersRegister<Self::AccountId>;

		/// The people behind accounts: what takes two people asks it.
		type People: People<Self::AccountId>;

		/// The source of the current time.
		type Clock: Clock;

		/// The community, whose calendar decides when periods begin and when bills are due.
		type Community: Community;

		/// The origin that creates and ends charges and sets rates: a decision of the assembly.
		type ChargesOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The origin that sets the community's parameters: a decision of the assembly.
		type RulesOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The origin that proposes waivers: the manager.
		type ManagerOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// The origin that approves and rejects waivers; the proposer cannot approve its own.
		type WaiverOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// The origin that rules on disputed bills; nobody rules on a bill of their own.
		type RulingOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// The origin that can rule once [`Config::RulingTime`] is over: a body, so that nobody's silence holds a
		/// dispute for ever.
		type LateRulingOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The origin that records and reverses meter readings: a device or the manager.
		type ReadingOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// The maximum weight per block for billing and collection. It must leave room for calls.
		#[pallet::constant]
		type BillingBudget: Get<Weight>;

		/// The maximum number of live charges: all of them are read when a period begins.
		#[pallet::constant]
		type MaxCharges: Get<u32>;

		/// The maximum number of rates that a charge can have during its life.
		#[pallet::constant]
		type MaxRates: Get<u32>;

		/// The maximum number of bills that one payment covers: it bounds the weight of a payment.
		#[pallet::constant]
		type MaxBillsPerPayment: Get<u32>;

		/// The maximum number of payments that contribute to one bill: it bounds the weight of a refund.
		#[pallet::constant]
		type MaxPartsPerBill: Get<u32>;

		/// The number of calendar months in which a bill can be disputed or credited after its issue.
		#[pallet::constant]
		type CorrectionMonths: Get<u32>;

		/// The time that the ruling body has to rule on a dispute, in ms of lived time.
		#[pallet::constant]
		type RulingTime: Get<Moment>;

		/// The maximum number of credit notes and moves that an account has proposed and nobody has answered.
		#[pallet::constant]
		type MaxProposals: Get<u32>;

		/// The maximum number of accounts that prepay for a unit and, counted separately, of mandates for it.
		#[pallet::constant]
		type MaxPayersPerUnit: Get<u32>;

		/// Weights of the calls and of the automatic work.
		type WeightInfo: WeightInfo;

		/// Set-up outside the pallet that the benchmarks need.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper<Self::AccountId>;
	}

	/// The reasons for which this pallet holds money on an account.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// Money paid above all dues of a unit.
		#[codec(index = 0)]
		Prepayment,
	}

	/// The rules and charges at genesis.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The community's parameters.
		pub rules: FeeRules,
		/// The charges; ids are assigned in this order, starting from 0.
		pub charges: alloc::vec::Vec<GenesisCharge>,
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
		fn on_initialize(_now: BlockNumberFor<T>) -> Weight {
			Self::advance(T::BillingBudget::get())
		}

		fn integrity_test() {
			Self::check_config();
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_now: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Creates a charge with a first rate, whose unit depends on the [`Basis`](types::Basis). The first bills are
		/// for the period `first`, the current one or a later one.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ChargesOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::PotNotFound`];
		/// - [`Error::InvalidRate`], [`Error::InvalidFraction`] of the late fee;
		/// - [`Error::InvalidKinds`] of the basis, [`Error::InvalidBuildings`];
		/// - [`Error::InvalidPeriod`], [`Error::PeriodInPast`] if `first` is over;
		/// - [`Error::TooManyCharges`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(0)]
		pub fn create_charge(origin: OriginFor<T>, terms: ChargeTerms, rate: Fen, first: Period) -> DispatchResult {
			T::ChargesOrigin::ensure_origin(origin)?;
			Self::do_create_charge(terms, rate, first)?;
			Ok(())
		}

		/// Sets the rate of a charge from the period `from` on, which must not have begun. Rates planned for that
		/// period or a later one are replaced; earlier ones stay in the history.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ChargesOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::ChargeNotFound`], [`Error::ChargeEnded`];
		/// - [`Error::InvalidRate`];
		/// - [`Error::InvalidPeriod`], [`Error::PeriodInPast`] if `from` has begun or precedes the charge's first
		///   period;
		/// - [`Error::TooManyRates`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(1)]
		pub fn set_rate(origin: OriginFor<T>, charge: ChargeId, from: Period, rate: Fen) -> DispatchResult {
			T::ChargesOrigin::ensure_origin(origin)?;
			Self::do_set_rate(charge, from, rate)
		}

		/// Ends a charge with the period `last`, which is still billed. The period billed most recently can be the
		/// last: then the charge ends at once.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ChargesOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::ChargeNotFound`], [`Error::ChargeEnded`];
		/// - [`Error::InvalidPeriod`], [`Error::PeriodInPast`] if a later period is billed or being billed.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(2)]
		pub fn end_charge(origin: OriginFor<T>, charge: ChargeId, last: Period) -> DispatchResult {
			T::ChargesOrigin::ensure_origin(origin)?;
			Self::do_end_charge(charge, last)
		}

		/// Sets the community's parameters.
		///
		/// ## Dispatch origin
		///
		/// [`Config::RulesOrigin`].
		///
		/// ## Errors
		///
		/// None besides a wrong origin.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(3)]
		pub fn set_rules(origin: OriginFor<T>, rules: FeeRules) -> DispatchResult {
			T::RulesOrigin::ensure_origin(origin)?;
			Rules::<T>::put(rules);
			Self::deposit_event(Event::RulesSet { rules });
			Ok(())
		}

		/// Pays `amount` fen for a unit: first the chosen `bills`, in that order, then the others, oldest due first. A
		/// disputed bill is paid only if it is chosen. Money above all dues becomes a prepayment of the caller. If more
		/// bills are open than one payment covers, the remaining money is not taken.
		///
		/// ## Dispatch origin
		///
		/// Signed by any account.
		///
		/// ## Errors
		///
		/// - [`Error::UnitNotFound`], [`Error::InvalidAmount`] of zero;
		/// - [`Error::BillNotFound`], [`Error::BillNotOpen`], [`Error::DuplicateBill`] for a chosen bill;
		/// - [`Error::PrepaymentTooLarge`], [`Error::TooManyPayers`] for the money above all dues;
		/// - an error of the currency if the caller has insufficient funds.
		///
		/// ## Weight
		///
		/// Linear in the number of bills visited, at most [`Config::MaxBillsPerPayment`]; the unused weight is
		/// refunded.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::pay(T::MaxBillsPerPayment::get()))]
		pub fn pay(
			origin: OriginFor<T>,
			unit: UnitId,
			amount: Fen,
			bills: Option<BoundedVec<BillKey, T::MaxBillsPerPayment>>,
		) -> DispatchResultWithPostInfo {
			let payer = ensure_signed(origin)?;
			let visited = Self::do_pay(payer, unit, amount, bills)?;
			Ok(Some(T::WeightInfo::pay(visited)).into())
		}

		/// Releases `amount` fen that the caller prepaid for a unit.
		///
		/// ## Dispatch origin
		///
		/// Signed by the account that prepaid.
		///
		/// ## Errors
		///
		/// - [`Error::InvalidAmount`] of zero, [`Error::InsufficientPrepayment`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(5)]
		pub fn refund_prepayment(origin: OriginFor<T>, unit: UnitId, amount: Fen) -> DispatchResult {
			let payer = ensure_signed(origin)?;
			Self::do_refund_prepayment(payer, unit, amount)
		}

		/// Lets the chain collect a unit's bills from the caller's account, before the moment `until`: for the bills of
		/// each calendar month at most `cap` fen of principal, and at most [`LATE_PART`](types::LATE_PART) of `cap` as
		/// late fees besides. A bill belongs to the month in which its period begins, whenever it is collected. A bill
		/// that cannot be collected whole is skipped or, with `partial`, collected in part, and tried again every day.
		///
		/// Replaces the caller's earlier mandate for the unit; what that collected counts towards the new cap. It ends
		/// when revoked, at `until`, and when the unit is sold to an owner that the caller does not act for.
		///
		/// ## Dispatch origin
		///
		/// Signed by any account, for itself.
		///
		/// ## Errors
		///
		/// - [`Error::UnitNotFound`], [`Error::InvalidAmount`] for a cap of zero;
		/// - [`Error::EndInPast`] if `until` is not in the future;
		/// - [`Error::TooManyPayers`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(6)]
		pub fn set_mandate(
			origin: OriginFor<T>,
			unit: UnitId,
			cap: Fen,
			until: Option<Moment>,
			partial: bool,
		) -> DispatchResult {
			let payer = ensure_signed(origin)?;
			Self::do_set_mandate(payer, unit, cap, until, partial)
		}

		/// Ends the caller's mandate for a unit immediately.
		///
		/// ## Dispatch origin
		///
		/// Signed by the account that gave the mandate.
		///
		/// ## Errors
		///
		/// - [`Error::MandateNotFound`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(7)]
		pub fn revoke_mandate(origin: OriginFor<T>, unit: UnitId) -> DispatchResult {
			let payer = ensure_signed(origin)?;
			Self::do_revoke_mandate(payer, unit)
		}

		/// Disputes a bill of the last [`Config::CorrectionMonths`], paid or not; `reason` is the hash of the reasons.
		/// Until the ruling no late fee accrues, and the bill is not collected; what was paid stays paid. A bill can be
		/// disputed once.
		///
		/// ## Dispatch origin
		///
		/// Signed by an account of the unit's owner.
		///
		/// ## Errors
		///
		/// - [`Error::NotOwner`];
		/// - [`Error::BillNotFound`], [`Error::TooOld`], [`Error::AlreadyDisputed`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(8)]
		pub fn dispute(origin: OriginFor<T>, bill: BillKey, reason: ContentHash) -> DispatchResult {
			let by = ensure_signed(origin)?;
			Self::do_dispute(by, bill, reason)
		}

		/// Rules on a disputed bill. If the bill is reduced, its late fee is computed anew from what was paid when, and
		/// what was paid beyond it is refunded from the pot to those who paid it, the last payment first.
		///
		/// ## Dispatch origin
		///
		/// [`Config::RulingOrigin`]; once [`Config::RulingTime`] is over, [`Config::LateRulingOrigin`], too.
		///
		/// ## Errors
		///
		/// - [`Error::BillNotFound`], [`Error::NotDisputed`], [`Error::RulingTooHigh`];
		/// - [`Error::OwnMatter`] if the account has an interest in the bill;
		/// - [`Error::RulingTimeRunning`] for the other body;
		/// - an error of the ledger if the pot has insufficient funds for the refund.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(9)]
		pub fn rule_dispute(origin: OriginFor<T>, bill: BillKey, ruling: Ruling) -> DispatchResult {
			let by = match T::RulingOrigin::try_origin(origin) {
				Ok(by) => Some(by),
				Err(origin) => {
					T::LateRulingOrigin::ensure_origin(origin)?;
					None
				}
			};
			Self::do_rule_dispute(by, bill, ruling)
		}

		/// Proposes to waive `principal` fen of a bill's principal and `late` fen of its late fee; `reason` is the hash
		/// of the reasons.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ManagerOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::InvalidWaiver`] of zero, [`Error::WaiverTooLarge`];
		/// - [`Error::BillNotFound`], [`Error::BillNotOpen`], [`Error::WaiverAlreadyProposed`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(10)]
		pub fn propose_waiver(
			origin: OriginFor<T>,
			bill: BillKey,
			principal: Fen,
			late: Fen,
			reason: ContentHash,
		) -> DispatchResult {
			let proposer = T::ManagerOrigin::ensure_origin(origin)?;
			Self::do_propose_waiver(proposer, bill, principal, late, reason)
		}

		/// Approves the waiver of `principal` and `late` fen. If less is owed now than was to be waived, only that is
		/// waived. The late fee is computed anew on the rest of the principal.
		///
		/// ## Dispatch origin
		///
		/// [`Config::WaiverOrigin`], other than the proposer.
		///
		/// ## Errors
		///
		/// - [`Error::WaiverNotFound`], [`Error::WaiverMismatch`], [`Error::OwnWaiver`];
		/// - [`Error::OwnMatter`] if the account has an interest in the bill;
		/// - [`Error::BillNotOpen`] if nothing that was to be waived is still owed: reject the waiver instead.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(11)]
		pub fn approve_waiver(origin: OriginFor<T>, bill: BillKey, principal: Fen, late: Fen) -> DispatchResult {
			let approver = T::WaiverOrigin::ensure_origin(origin)?;
			Self::do_approve_waiver(approver, bill, principal, late)
		}

		/// Rejects a waiver.
		///
		/// ## Dispatch origin
		///
		/// [`Config::WaiverOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::WaiverNotFound`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(12)]
		pub fn reject_waiver(origin: OriginFor<T>, bill: BillKey) -> DispatchResult {
			let by = T::WaiverOrigin::ensure_origin(origin)?;
			Self::do_reject_waiver(by, bill)
		}

		/// Records a reading of a unit's meter, in thousandths of the physical unit. The first reading is the baseline
		/// and is not billed.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ReadingOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::ChargeNotFound`], [`Error::NotMetered`];
		/// - [`Error::UnitNotFound`], [`Error::ReadingTooLarge`], [`Error::ReadingTooLow`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(13)]
		pub fn record_reading(origin: OriginFor<T>, unit: UnitId, charge: ChargeId, reading: u64) -> DispatchResult {
			let by = T::ReadingOrigin::ensure_origin(origin)?;
			Self::do_record_reading(by, unit, charge, reading)
		}

		/// Reverses the latest reading of a meter, unless a bill is based on it; `reason` is the hash of the reasons.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ReadingOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::ReadingNotFound`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(14)]
		pub fn reverse_reading(
			origin: OriginFor<T>,
			unit: UnitId,
			charge: ChargeId,
			reason: ContentHash,
		) -> DispatchResult {
			let by = T::ReadingOrigin::ensure_origin(origin)?;
			Self::do_reverse_reading(by, unit, charge, reason)
		}

		/// Bills the periods of a charge that wait, up to `up_to`, at the rates that applied in them. The bills are
		/// issued in the following blocks, to the units that there are then, and are due as those of a current period.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ChargesOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::ChargeNotFound`], [`Error::InvalidPeriod`];
		/// - [`Error::WaitingPeriodNotFound`], [`Error::PastAlreadyDecided`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(15)]
		pub fn bill_past(origin: OriginFor<T>, charge: ChargeId, up_to: Period) -> DispatchResult {
			T::ChargesOrigin::ensure_origin(origin)?;
			Self::do_bill_past(charge, up_to)
		}

		/// Skips the periods of a charge that wait, up to the one before `to`: they are never billed.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ChargesOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::ChargeNotFound`], [`Error::InvalidPeriod`];
		/// - [`Error::WaitingPeriodNotFound`], [`Error::PastAlreadyDecided`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(16)]
		pub fn skip_past(origin: OriginFor<T>, charge: ChargeId, to: Period) -> DispatchResult {
			T::ChargesOrigin::ensure_origin(origin)?;
			Self::do_skip_past(charge, to)
		}

		/// Proposes to lower bills that were issued wrongly, paid or not: some bills, or all of one charge and period;
		/// `reason` is the hash of the reasons.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ManagerOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::InvalidCredit`], [`Error::DuplicateBill`], [`Error::CreditTooHigh`];
		/// - [`Error::BillNotFound`], [`Error::ChargeNotFound`], [`Error::InvalidPeriod`], [`Error::TooOld`];
		/// - [`Error::TooManyProposals`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(20)]
		pub fn propose_credit(origin: OriginFor<T>, scope: CreditScope, reason: ContentHash) -> DispatchResult {
			let by = T::ManagerOrigin::ensure_origin(origin)?;
			Self::do_propose_credit(by, scope, reason)?;
			Ok(())
		}

		/// Approves a credit note: its bills are lowered automatically in the following blocks, each once. What was
		/// paid beyond them goes back to those who paid it, the last payment first.
		///
		/// ## Dispatch origin
		///
		/// [`Config::WaiverOrigin`], a person other than the proposer.
		///
		/// ## Errors
		///
		/// - [`Error::CreditNotFound`], [`Error::CreditAlreadyApproved`], [`Error::OwnCredit`];
		/// - [`Error::OwnMatter`] if the account has an interest in one of the bills that are named;
		/// - [`Error::TooManyCredits`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(21)]
		pub fn approve_credit(origin: OriginFor<T>, credit: CreditId) -> DispatchResult {
			let by = T::WaiverOrigin::ensure_origin(origin)?;
			Self::do_approve_credit(by, credit)
		}

		/// Rejects a credit note. One that was approved is stopped where it is: the bills that it reached stay lowered.
		///
		/// ## Dispatch origin
		///
		/// [`Config::WaiverOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::CreditNotFound`], [`Error::CreditAlreadyApproved`] if it is completed.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(22)]
		pub fn reject_credit(origin: OriginFor<T>, credit: CreditId) -> DispatchResult {
			let by = T::WaiverOrigin::ensure_origin(origin)?;
			Self::do_reject_credit(by, credit)
		}

		/// Withdraws a credit note that nobody has answered.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ManagerOrigin`], also another account than the one that proposed it.
		///
		/// ## Errors
		///
		/// - [`Error::CreditNotFound`], [`Error::CreditAlreadyApproved`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(23)]
		pub fn withdraw_credit(origin: OriginFor<T>, credit: CreditId) -> DispatchResult {
			let by = T::ManagerOrigin::ensure_origin(origin)?;
			Self::do_withdraw_credit(by, credit)
		}

		/// Proposes to move a payment that was made for the wrong unit to the unit `to`; `reason` is the hash of the
		/// reasons.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ManagerOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::PaymentNotFound`], [`Error::UnitNotFound`], [`Error::InvalidMove`];
		/// - [`Error::NothingToMove`], [`Error::MoveAlreadyProposed`], [`Error::TooManyProposals`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(24)]
		pub fn propose_move(
			origin: OriginFor<T>,
			payment: PaymentId,
			to: UnitId,
			reason: ContentHash,
		) -> DispatchResult {
			let by = T::ManagerOrigin::ensure_origin(origin)?;
			Self::do_propose_move(by, payment, to, reason)
		}

		/// Approves a move to the unit `to`: the bills that the payment paid are open again, and the money pays the
		/// bills of the other unit, oldest due first, as of the time at which it was paid. The rest is prepaid.
		///
		/// ## Dispatch origin
		///
		/// [`Config::WaiverOrigin`], a person other than the proposer.
		///
		/// ## Errors
		///
		/// - [`Error::MoveNotFound`], [`Error::MoveMismatch`], [`Error::OwnMove`];
		/// - [`Error::OwnMatter`] if the account belongs to an owner of one of the units, or is related to the payer;
		/// - [`Error::NothingToMove`];
		/// - an error of the ledger if the pot has insufficient funds.
		///
		/// ## Weight
		///
		/// Linear in the number of bills visited, at most [`Config::MaxBillsPerPayment`]; the unused weight is
		/// refunded.
		#[pallet::call_index(25)]
		#[pallet::weight(T::WeightInfo::approve_move(T::MaxBillsPerPayment::get()))]
		pub fn approve_move(origin: OriginFor<T>, payment: PaymentId, to: UnitId) -> DispatchResultWithPostInfo {
			let by = T::WaiverOrigin::ensure_origin(origin)?;
			let bills = Self::do_approve_move(by, payment, to)?;
			Ok(Some(T::WeightInfo::approve_move(bills)).into())
		}

		/// Rejects a move.
		///
		/// ## Dispatch origin
		///
		/// [`Config::WaiverOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::MoveNotFound`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(26)]
		pub fn reject_move(origin: OriginFor<T>, payment: PaymentId) -> DispatchResult {
			let by = T::WaiverOrigin::ensure_origin(origin)?;
			Self::do_reject_move(by, payment)
		}

		/// Withdraws a move that nobody has answered.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ManagerOrigin`], also another account than the one that proposed it.
		///
		/// ## Errors
		///
		/// - [`Error::MoveNotFound`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(27)]
		pub fn withdraw_move(origin: OriginFor<T>, payment: PaymentId) -> DispatchResult {
			let by = T::ManagerOrigin::ensure_origin(origin)?;
			Self::do_withdraw_move(by, payment)
		}

		/// Withdraws a waiver that nobody has answered.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ManagerOrigin`], also another account than the one that proposed it.
		///
		/// ## Errors
		///
		/// - [`Error::WaiverNotFound`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(28)]
		pub fn withdraw_waiver(origin: OriginFor<T>, bill: BillKey) -> DispatchResult {
			let by = T::ManagerOrigin::ensure_origin(origin)?;
			Self::do_withdraw_waiver(by, bill)
		}

		/// Withdraws a dispute: the bill stands, and late fees accrue again on what is left to pay.
		///
		/// ## Dispatch origin
		///
		/// Signed by an account of the unit's owner.
		///
		/// ## Errors
		///
		/// - [`Error::NotOwner`];
		/// - [`Error::BillNotFound`], [`Error::NotDisputed`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(29)]
		pub fn withdraw_dispute(origin: OriginFor<T>, bill: BillKey) -> DispatchResult {
			let by = ensure_signed(origin)?;
			Self::do_withdraw_dispute(by, bill)
		}
	}
}
