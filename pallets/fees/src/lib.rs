// SPDX-License-Identifier: Apache-2.0

//! # Fees
//!
//! From an assembly's decision to a paid bill: charges issue bills when a period begins, people and mandates pay them,
//! late fees and disputes take their course, and every fen can be followed on the unit's statement (D12–D19).
//!
//! ## Terminology
//! - **Charge**: a rule by which bills issue: pot, basis, rate, period, due days, grace, late fee ([`types::ChargeTerms`]).
//! - **Bill**: what one unit owes by one charge for one period. There is exactly one, and it is never removed.
//! - **Period**: a calendar month, quarter or year in the community's offset, named by its first month.
//! - **Late fee**: simple, per full day after due and grace, on the unpaid principal, capped ([`late_fee`]).
//! - **Prepayment**: money paid above all dues. It is *held* on the payer's account until a bill uses it.
//! - **Mandate**: leave to collect a unit's bills from an account, up to a cap per calendar month.
//! - **Statement**: all that happened on a unit, with a running balance.
//!
//! ## Scenarios
//! ### A month
//! The assembly has decided 2.80 per m² and month, due in 15 days. On the first of the month, in the community's time,
//! each flat gets its bill, as many per block as the weight budget allows. Then the chain pays what it can from
//! prepayments and by mandates. Li's mandate collects. Wang has none and pays by hand, 100 more than was asked: that
//! is a prepayment and pays towards next month. Zhao's account is empty: his debit fails, an event says why, his bill
//! stays due, and it is tried again every day. After the grace a late fee runs, which Zhao sees though nothing writes it.
//!
//! ### A wrong bill
//! Chen's bill shows 400 m³ of water. She disputes it with a hash of her photographs: the late fee's clock stops and no
//! mandate touches the bill. The body that rules finds a misread meter and reduces the bill. She had paid part of it;
//! what is above the ruling goes back to her account from the pot, and the statement shows each step.
//!
//! ## Calls
//! | Call | Who | Event |
//! |---|---|---|
//! | [`create_charge`](Pallet::create_charge) | `ChargesOrigin` | `ChargeCreated` |
//! | [`set_rate`](Pallet::set_rate) | `ChargesOrigin` | `RateSet` |
//! | [`end_charge`](Pallet::end_charge) | `ChargesOrigin` | `ChargeEnding`, `ChargeEnded` |
//! | [`set_rules`](Pallet::set_rules) | `RulesOrigin` | `RulesSet` |
//! | [`pay`](Pallet::pay) | anyone | `BillPaid`, `LateFeeCharged`, `PaymentMade` |
//! | [`refund_prepayment`](Pallet::refund_prepayment) | who prepaid | `PrepaymentRefunded` |
//! | [`set_mandate`](Pallet::set_mandate) | anyone, for the own account | `MandateSet` |
//! | [`revoke_mandate`](Pallet::revoke_mandate) | who set it | `MandateEnded` |
//! | [`dispute`](Pallet::dispute) | accounts of the unit's owner | `BillDisputed` |
//! | [`rule_dispute`](Pallet::rule_dispute) | `RulingOrigin` | `DisputeRuled` |
//! | [`propose_waiver`](Pallet::propose_waiver) | `ManagerOrigin` | `WaiverProposed` |
//! | [`approve_waiver`](Pallet::approve_waiver) | `WaiverOrigin`, not the proposer | `WaiverApproved` |
//! | [`reject_waiver`](Pallet::reject_waiver) | `WaiverOrigin` | `WaiverRejected` |
//! | [`record_reading`](Pallet::record_reading) | `ReadingOrigin` | `ReadingRecorded` |
//! | [`reverse_reading`](Pallet::reverse_reading) | `ReadingOrigin` | `ReadingReversed` |
//!
//! ## Without a call
//! `BillIssued` and `BillingCompleted` when periods begin; `BillPaid`, `PaymentMade`, `DebitFailed`, `MandateEnded` in the
//! daily collection.
//!
//! ## What the rules mean in detail
//! - A bill is due at the end of the day that lies `due_days` after the day of issue.
//! - What can be prepaid: `prepayment_months` times the sum over live charges of a month's share of what each asks of the
//!   unit (recurring charges at the rate of their next period, meters by their last bill, one-off charges not at all).
//! - A payment goes over at most `MaxBillsPerPayment` bills. Where more are open, what is left is not taken.
//! - A refund after a ruling goes to the account that paid the bill last.
//! - Arrears cut off nothing (D18): no call here asks for them.
#![cfg_attr(not(feature = "std"), no_std)]

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
mod disputes;
mod dues;
mod errors;
mod events;
mod genesis;
mod mandates;
mod meters;
mod paying;
mod payments;
mod prepayments;
mod statements;
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

use frame_support::pallet_macros::import_section;

/// See the crate's documentation.
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
	use crate::types::{
		Agenda, Bill, Charge, ChargeTerms, DebitFailure, FeeRules, FeeTotals, GenesisCharge, Mandate, Meter, OpenKey,
		Payment, PaymentKind, Rate, Ruling, StatementEntry, StatementHead, Waiver,
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
		traits::{Clock, Community, FundLedger, OwnersRegister},
		BillKey, ChargeId, ContentHash, Fen, Moment, PaymentId, Period, PotId, UnitId,
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The pallet.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs from the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The runtime's hold reasons, of which [`HoldReason`] is a part.
		type RuntimeHoldReason: From<HoldReason>;

		/// The currency: one fen on chain is a fen in the bank.
		type Currency: Inspect<Self::AccountId, Balance = Fen>
			+ MutateHold<Self::AccountId, Reason = Self::RuntimeHoldReason>;

		/// The pots that charges pay into.
		type Ledger: FundLedger<Self::AccountId, HoldReason = Self::RuntimeHoldReason>;

		/// Who owns what.
		type Register: OwnersRegister<Self::AccountId>;

		/// What time it is.
		type Clock: Clock;

		/// The community, in whose periods bills are issued and in whose days they are due.
		type Community: Community;

		/// A decision of the assembly on charges and rates.
		type ChargesOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// A decision of the assembly on the community's parameters.
		type RulesOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who proposes waivers: the manager.
		type ManagerOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// Who approves or rejects waivers: not the account that proposed.
		type WaiverOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// Who rules on disputed bills.
		type RulingOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who records meter readings: a device or the manager.
		type ReadingOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// The weight that billing and collecting may use per block: a share that leaves room for calls.
		#[pallet::constant]
		type BillingBudget: Get<Weight>;

		/// How many charges can be live at a time: they are all looked at when a period turns.
		#[pallet::constant]
		type MaxCharges: Get<u32>;

		/// How many rates a charge can have in its life.
		#[pallet::constant]
		type MaxRates: Get<u32>;

		/// Over how many bills one payment can go: it bounds the weight of a payment.
		#[pallet::constant]
		type MaxBillsPerPayment: Get<u32>;

		/// How many accounts can prepay for a unit, and how many can give a mandate for it.
		#[pallet::constant]
		type MaxPayersPerUnit: Get<u32>;

		/// Weights of the calls and of the daily work.
		type WeightInfo: WeightInfo;

		/// What the benchmarks need done outside the pallet.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper<Self::AccountId>;
	}

	/// Why this pallet holds money on an account.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// Money paid above all dues of a unit.
		#[codec(index = 0)]
		Prepayment,
	}

	/// The community's parameters.
	#[pallet::storage]
	pub type Rules<T: Config> = StorageValue<_, FeeRules, ValueQuery>;

	/// All charges there ever were.
	#[pallet::storage]
	pub type Charges<T: Config> = StorageMap<_, Twox64Concat, ChargeId, Charge, OptionQuery>;

	/// The id of the next charge.
	#[pallet::storage]
	pub type NextCharge<T: Config> = StorageValue<_, ChargeId, ValueQuery>;

	/// The rates of a charge by the period from which they hold, oldest first.
	#[pallet::storage]
	pub type Rates<T: Config> = StorageMap<_, Twox64Concat, ChargeId, BoundedVec<Rate, T::MaxRates>, ValueQuery>;

	/// The period to be billed next, of each live charge.
	#[pallet::storage]
	pub type NextPeriod<T: Config> = CountedStorageMap<_, Twox64Concat, ChargeId, Period, OptionQuery>;

	/// Charges of the genesis that begin with the first period after the first block.
	#[pallet::storage]
	pub type Unstarted<T: Config> = StorageValue<_, BoundedVec<ChargeId, T::MaxCharges>, ValueQuery>;

	/// What the daily work is at.
	#[pallet::storage]
	pub type Agendas<T: Config> = StorageValue<_, Agenda<T::AccountId>, ValueQuery>;

	/// All bills, by the parts of [`BillKey`]: a unit's are paged. Ids are given by the chain, so no one can choose keys
	/// that collide.
	#[pallet::storage]
	pub type Bills<T: Config> = StorageNMap<
		_,
		(NMapKey<Twox64Concat, UnitId>, NMapKey<Twox64Concat, ChargeId>, NMapKey<Twox64Concat, Period>),
		Bill<T::AccountId>,
		OptionQuery,
	>;

	/// Bills with something left to pay and no open dispute, oldest due first within a unit.
	#[pallet::storage]
	pub type OpenBills<T: Config> = StorageDoubleMap<_, Twox64Concat, UnitId, Identity, OpenKey, (), OptionQuery>;

	/// Bills whose dispute waits for a ruling.
	#[pallet::storage]
	pub type OpenDisputes<T: Config> = StorageDoubleMap<_, Twox64Concat, UnitId, Identity, OpenKey, (), OptionQuery>;

	/// Waivers that wait for approval.
	#[pallet::storage]
	pub type Waivers<T: Config> = StorageMap<_, Twox64Concat, BillKey, Waiver<T::AccountId>, OptionQuery>;

	/// All payments.
	#[pallet::storage]
	pub type Payments<T: Config> = StorageMap<_, Twox64Concat, PaymentId, Payment<T::AccountId>, OptionQuery>;

	/// The id of the next payment.
	#[pallet::storage]
	pub type NextPayment<T: Config> = StorageValue<_, PaymentId, ValueQuery>;

	/// Fen prepaid for a unit by an account, held there.
	#[pallet::storage]
	pub type Prepayments<T: Config> =
		StorageDoubleMap<_, Twox64Concat, UnitId, Blake2_128Concat, T::AccountId, Fen, ValueQuery>;

	/// Mandates for a unit by the paying account.
	#[pallet::storage]
	pub type Mandates<T: Config> =
		StorageDoubleMap<_, Twox64Concat, UnitId, Blake2_128Concat, T::AccountId, Mandate, OptionQuery>;

	/// The meters of a unit by charge.
	#[pallet::storage]
	pub type Meters<T: Config> =
		StorageDoubleMap<_, Twox64Concat, UnitId, Twox64Concat, ChargeId, Meter<T::AccountId>, OptionQuery>;

	/// The statements of units, entry by entry from 0.
	#[pallet::storage]
	pub type Statements<T: Config> =
		StorageDoubleMap<_, Twox64Concat, UnitId, Twox64Concat, u64, StatementEntry, OptionQuery>;

	/// How the statements stand.
	#[pallet::storage]
	pub type StatementHeads<T: Config> = StorageMap<_, Twox64Concat, UnitId, StatementHead, ValueQuery>;

	/// The sums over all bills.
	#[pallet::storage]
	pub type Totals<T: Config> = StorageValue<_, FeeTotals, ValueQuery>;

	/// Rules and charges of the first day.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The community's parameters.
		pub rules: FeeRules,
		/// Its charges; ids are given in this order, from 0.
		pub charges: alloc::vec::Vec<GenesisCharge>,
		/// Nothing.
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
		/// Creates a charge at `rate`, whose first bills are for the period `first`: the current one or a later one.
		///
		/// ## Dispatch origin
		///
		/// `ChargesOrigin`.
		///
		/// ## Errors
		///
		/// [`Error::PotNotFound`], [`Error::InvalidRate`], [`Error::InvalidFraction`], [`Error::InvalidKinds`],
		/// [`Error::InvalidBuildings`], [`Error::InvalidPeriod`], [`Error::PeriodInPast`], [`Error::TooManyCharges`].
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
		/// period or later ones are replaced; those that held stay in history.
		///
		/// ## Dispatch origin
		///
		/// `ChargesOrigin`.
		///
		/// ## Errors
		///
		/// [`Error::ChargeNotFound`], [`Error::ChargeEnded`], [`Error::InvalidRate`], [`Error::InvalidPeriod`],
		/// [`Error::PeriodInPast`], [`Error::TooManyRates`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(1)]
		pub fn set_rate(origin: OriginFor<T>, charge: ChargeId, from: Period, rate: Fen) -> DispatchResult {
			T::ChargesOrigin::ensure_origin(origin)?;
			Self::do_set_rate(charge, from, rate)
		}

		/// Ends a charge with the period `last`, which is still billed. It may be the one billed last.
		///
		/// ## Dispatch origin
		///
		/// `ChargesOrigin`.
		///
		/// ## Errors
		///
		/// [`Error::ChargeNotFound`], [`Error::ChargeEnded`], [`Error::InvalidPeriod`], [`Error::PeriodInPast`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(2)]
		pub fn end_charge(origin: OriginFor<T>, charge: ChargeId, last: Period) -> DispatchResult {
			T::ChargesOrigin::ensure_origin(origin)?;
			Self::do_end_charge(charge, last)
		}

		/// Changes the community's parameters.
		///
		/// ## Dispatch origin
		///
		/// `RulesOrigin`.
		///
		/// ## Errors
		///
		/// None of its own.
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

		/// Pays `amount` for a unit: first those of its bills that are chosen, in that order, then the oldest due.
		/// Disputed bills are paid only where they are chosen. What is above all dues becomes the caller's prepayment.
		///
		/// ## Dispatch origin
		///
		/// Signed, by anyone.
		///
		/// ## Errors
		///
		/// [`Error::UnitNotFound`], [`Error::InvalidAmount`], [`Error::BillNotFound`], [`Error::BillNotOpen`],
		/// [`Error::DuplicateBill`], [`Error::PrepaymentTooLarge`], [`Error::TooManyPayers`]; and the currency's, where
		/// the caller has less.
		///
		/// ## Weight
		///
		/// By the number of bills looked at; what was reserved beyond is given back.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::pay(T::MaxBillsPerPayment::get()))]
		pub fn pay(
			origin: OriginFor<T>,
			unit: UnitId,
			amount: Fen,
			bills: Option<BoundedVec<BillKey, T::MaxBillsPerPayment>>,
		) -> DispatchResultWithPostInfo {
			let payer = ensure_signed(origin)?;
			let looked_at = Self::do_pay(payer, unit, amount, bills)?;
			Ok(Some(T::WeightInfo::pay(looked_at)).into())
		}

		/// Takes back money that the caller prepaid for a unit.
		///
		/// ## Dispatch origin
		///
		/// Signed, by who prepaid.
		///
		/// ## Errors
		///
		/// [`Error::InvalidAmount`], [`Error::InsufficientPrepayment`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(5)]
		pub fn refund_prepayment(origin: OriginFor<T>, unit: UnitId, amount: Fen) -> DispatchResult {
			let payer = ensure_signed(origin)?;
			Self::do_refund_prepayment(payer, unit, amount)
		}

		/// Lets the chain collect a unit's bills from the caller's account: up to `cap` per calendar month, before
		/// `until`. Replaces the caller's earlier mandate for the unit; what it collected this month counts.
		///
		/// ## Dispatch origin
		///
		/// Signed, by anyone for the own account.
		///
		/// ## Errors
		///
		/// [`Error::UnitNotFound`], [`Error::InvalidAmount`] for a cap of zero, [`Error::EndInPast`],
		/// [`Error::TooManyPayers`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(6)]
		pub fn set_mandate(origin: OriginFor<T>, unit: UnitId, cap: Fen, until: Option<Moment>) -> DispatchResult {
			let payer = ensure_signed(origin)?;
			Self::do_set_mandate(payer, unit, cap, until)
		}

		/// Ends the caller's mandate for a unit at once.
		///
		/// ## Dispatch origin
		///
		/// Signed, by who gave it.
		///
		/// ## Errors
		///
		/// [`Error::MandateNotFound`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(7)]
		pub fn revoke_mandate(origin: OriginFor<T>, unit: UnitId) -> DispatchResult {
			let payer = ensure_signed(origin)?;
			Self::do_revoke_mandate(payer, unit)
		}

		/// Objects to a bill, for reasons whose hash is given. Its clock stands still and nothing collects it until
		/// somebody rules. Once per bill.
		///
		/// ## Dispatch origin
		///
		/// Signed, by an account of the unit's owner.
		///
		/// ## Errors
		///
		/// [`Error::NotOwner`], [`Error::BillNotFound`], [`Error::BillNotOpen`], [`Error::AlreadyDisputed`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(8)]
		pub fn dispute(origin: OriginFor<T>, bill: BillKey, reason: ContentHash) -> DispatchResult {
			let by = ensure_signed(origin)?;
			Self::do_dispute(by, bill, reason)
		}

		/// Rules on a disputed bill. Where it is reduced below what was paid, the difference goes from the pot to the
		/// account that paid last.
		///
		/// ## Dispatch origin
		///
		/// `RulingOrigin`.
		///
		/// ## Errors
		///
		/// [`Error::BillNotFound`], [`Error::NotDisputed`], [`Error::RulingTooHigh`]; and the ledger's, where the pot
		/// has less than the refund.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(9)]
		pub fn rule_dispute(origin: OriginFor<T>, bill: BillKey, ruling: Ruling) -> DispatchResult {
			T::RulingOrigin::ensure_origin(origin)?;
			Self::do_rule_dispute(bill, ruling)
		}

		/// Proposes to waive part of a bill's principal or late fee, for reasons whose hash is given.
		///
		/// ## Dispatch origin
		///
		/// `ManagerOrigin`.
		///
		/// ## Errors
		///
		/// [`Error::InvalidWaiver`], [`Error::WaiverAlreadyProposed`], [`Error::BillNotFound`], [`Error::BillNotOpen`],
		/// [`Error::WaiverTooLarge`].
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

		/// Approves a waiver. Where less is owed by now, that much is waived.
		///
		/// ## Dispatch origin
		///
		/// `WaiverOrigin`, another account than the proposer's.
		///
		/// ## Errors
		///
		/// [`Error::WaiverNotFound`], [`Error::OwnWaiver`], [`Error::BillNotOpen`] where nothing of it is owed any
		/// more: then reject it.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(11)]
		pub fn approve_waiver(origin: OriginFor<T>, bill: BillKey) -> DispatchResult {
			let approver = T::WaiverOrigin::ensure_origin(origin)?;
			Self::do_approve_waiver(approver, bill)
		}

		/// Turns a waiver down.
		///
		/// ## Dispatch origin
		///
		/// `WaiverOrigin`.
		///
		/// ## Errors
		///
		/// [`Error::WaiverNotFound`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(12)]
		pub fn reject_waiver(origin: OriginFor<T>, bill: BillKey) -> DispatchResult {
			let by = T::WaiverOrigin::ensure_origin(origin)?;
			Self::do_reject_waiver(by, bill)
		}

		/// Records what a unit's meter shows, in thousandths of the physical unit. The first reading is the base line.
		///
		/// ## Dispatch origin
		///
		/// `ReadingOrigin`.
		///
		/// ## Errors
		///
		/// [`Error::ChargeNotFound`], [`Error::NotMetered`], [`Error::UnitNotFound`], [`Error::ReadingTooLarge`],
		/// [`Error::ReadingTooLow`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(13)]
		pub fn record_reading(origin: OriginFor<T>, unit: UnitId, charge: ChargeId, reading: u64) -> DispatchResult {
			let by = T::ReadingOrigin::ensure_origin(origin)?;
			Self::do_record_reading(by, unit, charge, reading)
		}

		/// Takes back the latest reading of a meter, for reasons whose hash is given. No bill may rest on it.
		///
		/// ## Dispatch origin
		///
		/// `ReadingOrigin`.
		///
		/// ## Errors
		///
		/// [`Error::ReadingNotFound`].
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
	}
}
