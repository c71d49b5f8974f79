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
//! time, each flat is billed, as many per block as the weight budget allows. Then the chain collects from
//! prepayments, from what is kept for units, and by mandates. Li has a mandate, so her bill is paid automatically.
//! Wang has none and pays by hand, 100 more than the bill: the excess becomes a prepayment for next month. Zhao's
//! account is empty: the debit fails, an event says why, the bill stays due, and the chain tries again every day.
//! After the grace a late fee accrues; it is computed when it is queried, without a write to storage.
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
//! ### One household
//! Sun's child has broken the glass of the gate. The manager proposes a bill of 180.00 to her flat with a hash of the
//! glazier's invoice, the auditor approves it, and it stands among her other bills: she can pay or dispute it.
//! ### No account
//! Old Mr Sun has no account on chain. He transfers what his bill says; the cashier books it for his unit, through
//! [`UnitReceipts`](linli_primitives::traits::UnitReceipts), and the bill is paid as of the day on which the bank had the
//! money. When he joins, he claims what is left over.
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
//! | [`bill_final`](Pallet::bill_final) | `ManagerOrigin` | `BillIssued` |
//! | [`propose_bill`](Pallet::propose_bill) | `ManagerOrigin` | `BillProposed` |
//! | [`approve_bill`](Pallet::approve_bill) | `WaiverOrigin`, another person; later `LateRulingOrigin` | `BillIssued`, `BillApproved` |
//! | [`reject_bill`](Pallet::reject_bill) | `WaiverOrigin` | `BillRejected` |
//! | [`withdraw_bill`](Pallet::withdraw_bill) | `ManagerOrigin` | `BillWithdrawn` |
//! | [`propose_plan`](Pallet::propose_plan) | the unit's owner or `ManagerOrigin` | `PlanProposed` |
//! | [`accept_plan`](Pallet::accept_plan) | the other side | `LateFeeCharged`, `PlanAccepted` |
//! | [`end_plan`](Pallet::end_plan) | either side, or any account | `PlanWithdrawn`, `PlanEnded` |
//! | [`record_invoice`](Pallet::record_invoice) | `InvoiceOrigin` | `InvoiceRecorded` |
//! | [`propose_void`](Pallet::propose_void) | `InvoiceOrigin` | `VoidProposed` |
//! | [`approve_void`](Pallet::approve_void) | `WaiverOrigin`, another person | `InvoiceVoided` |
//! | [`decline_void`](Pallet::decline_void) | `InvoiceOrigin` or `WaiverOrigin` | `VoidDeclined` |
//! | [`claim_unit_money`](Pallet::claim_unit_money) | accounts of the owner whose money it is | `UnitMoneyClaimed` |
//!
//! ## Automatic work
//! At the beginning of blocks, within [`Config::BillingBudget`]: credit notes deposit `BillRefunded`, `BillCredited`,
//! `CreditFailed`, `CreditPassedOver` and `CreditCompleted`; billing deposits `BillIssued`, `BillingCompleted`,
//! `PeriodWaits`, `PeriodCarried`, `PeriodSkipped`, `CostShared` and `ChargeEnded`; the daily collection deposits
//! `LateFeeCharged`, `BillPaid`, `PaymentMade`, `DebitFailed` and `MandateEnded`.
//!
//! When a unit is sold, [`OnUnitSold`](linli_primitives::traits::OnUnitSold) ends the mandates of accounts that are not
//! the buyer's (`MandateEnded`) and releases their prepayments (`PrepaymentRefunded`). When a unit ceases to exist, all
//! of them end. What is kept for a unit that is split stays with the unit that keeps its id.
//!
//! ## The rules in detail
//! - One period that was missed is billed late. Earlier ones wait for a decision, [`bill_past`](Pallet::bill_past) or
//!   [`skip_past`](Pallet::skip_past), while billing goes on with the current ones.
//! - Charges by meter bill in arrears: for the use that the last readings before the end of a period show, at the rates
//!   and tiers of the periods in which it fell. The manager reads meters at the turn of the period, or
//!   within [`Config::ReadingTime`] after it, and dates the readings into the period that they end.
//! - A charge by meter bills what was used in its own periods. What was used up to a moment at which charges begin or
//!   end is settled once, so that charges that replace one another bill each unit of use once.
//! - The cost of a shared meter is apportioned over the units so that their bills add up to it.
//! - A bill is due at the end of the day that lies `due_days` after the day of issue.
//! - The limit on prepayments is `prepayment_months` times the unit's monthly dues: the sum over the live charges, with
//!   recurring charges at the rate of their next period, those by meter at their last bill, and one-off charges left
//!   out. It is for those at home in the unit; all others together can prepay a month's dues besides.
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
mod calls;
mod charges;
mod collection;
mod corrections;
mod credits;
mod debits;
mod discounts;
mod disputes;
mod dues;
mod errors;
mod events;
mod genesis;
mod invoices;
mod mandates;
mod metered;
mod moves;
mod past;
mod paying;
mod payments;
mod plans;
mod prepayments;
mod reclaims;
mod restoring;
mod sale;
mod shared;
mod singles;
mod spread;
mod statements;
mod storage;
mod taking_back;
mod unit_receipts;
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
#[import_section(calls::calls)]
#[frame_support::pallet]
#[allow(
	clippy::cast_possible_truncation,
	clippy::expect_used,
	reason = "the macros of FRAME cast the indices of variants, and expect the pallet to be in its runtime"
)]
pub mod pallet {
	use super::*;
	use crate::types::{
		Agenda, Bill, BilledUse, Boundary, Charge, ChargeTerms, Contribution, Credit, CreditDone, CreditId,
		CreditRefund, CreditScope, CreditedBill, DebitFailure, FeeRules, FeeTotals, GenesisBill, GenesisCharge,
		Instalments, Invoice, InvoiceLines, Mandate, MandateEnd, Measured, Move, OpenKey, PastDecision, Payment,
		PaymentKind, Plan, PlanEnd, PlanId, PlannedBills, Rate, Ruling, SharedCost, SharedUse, SingleBill, SingleId,
		SingleProposal, SingleTerms, StatementEntry, StatementHead, Tiers, UnitAccount, UseOf, Waiver, MAX_BILLED_BY,
		MAX_LATEST_PAYMENTS, MAX_SINGLE_BILLS,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{
			fungible::{Inspect, Mutate, MutateHold},
			ConstU32, StorageVersion,
		},
		Identity, PalletId, Twox64Concat,
	};
	use frame_system::pallet_prelude::*;
	use linli_primitives::{
		traits::{Clock, Community, FundLedger, MeteredUse, OwnersRegister, People, UnitClaims, ValueDates},
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
			+ Mutate<Self::AccountId>
			+ MutateHold<Self::AccountId, Reason = Self::RuntimeHoldReason>;

		/// The ledger of the pots that charges pay into.
		type Ledger: FundLedger<Self::AccountId, HoldReason = Self::RuntimeHoldReason>;

		/// The register of units and their owners.
		type Register: OwnersRegister<Self::AccountId>;

		/// The people behind accounts: what takes two people asks it.
		type People: People<Self::AccountId>;

		/// What is claimed back of the money that is kept for units.
		type Claims: UnitClaims<Self::AccountId>;

		/// The bank's value dates of the money on accounts, as of which payments count.
		type ValueDates: ValueDates<Self::AccountId>;

		/// The source of the current time.
		type Clock: Clock;

		/// The community, whose calendar decides when periods begin and when bills are due.
		type Community: Community;

		/// The origin that creates and ends charges and sets rates: a decision of the assembly.
		type ChargesOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The origin that sets the community's parameters: a decision of the assembly.
		type RulesOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The origin that proposes waivers, credit notes and moves, and issues final bills: the manager.
		type ManagerOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// The origin that approves and rejects waivers; the proposer cannot approve its own.
		type WaiverOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// The origin that rules on disputed bills; nobody rules on a bill of their own.
		type RulingOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// The origin that can rule once [`Config::RulingTime`] is over: a body, so that nobody's silence holds a
		/// dispute for ever.
		type LateRulingOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// What meters show.
		type Meters: MeteredUse;

		/// The time to read meters after a period is over, before charges by meter bill it, in ms of clock time.
		#[pallet::constant]
		type ReadingTime: Get<Moment>;

		/// The origin that records official invoices and proposes to void them: the cashier or the manager.
		type InvoiceOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// The id from which the accounts that keep units' money derive.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

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

		/// The time after which a proposed bill to one unit lapses, in ms of lived time.
		#[pallet::constant]
		type ProposalTime: Get<Moment>;

		/// The maximum number of credit notes, moves and bills to one unit that an account has proposed and nobody has
		/// answered.
		#[pallet::constant]
		type MaxProposals: Get<u32>;

		/// The maximum number of accounts that prepay for a unit and, counted separately, of mandates for it. Half of
		/// them are open to those who are not at home in the unit; the last is its owner's.
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

	/// The rules, charges and arrears at genesis. Must be built after the register's.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The community's parameters.
		pub rules: FeeRules,
		/// The charges; ids are assigned in this order, starting from 0.
		pub charges: alloc::vec::Vec<GenesisCharge>,
		/// The bills of before the chain of which something is left to pay. Their order on statements is this one.
		#[serde(default)]
		pub arrears: alloc::vec::Vec<GenesisBill>,
		/// What was prepaid for units before the chain: unit, amount in fen. Each unit once. The cashier's genesis,
		/// which is built before, has booked the money to the account that keeps the unit's.
		#[serde(default)]
		pub prepayments: alloc::vec::Vec<(UnitId, Fen)>,
		/// When the books were opened, in ms: arrears and prepayments are those of this moment, and late fees run on
		/// from it. Zero if there are none.
		#[serde(default)]
		pub opened: Moment,
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
}
