// SPDX-License-Identifier: Apache-2.0

//! # Expenses
//!
//! Budgets, expenses and emergencies: what the community's money may be spent on, and whose approval that needs (D21,
//! D24). A yearly budget caps spending, proposers never approve (D11), and no invoice is paid beyond its total.
//!
//! ## Terminology
//!
//! - **Budget**: a year's **lines**, decided by the assembly. A line has a public name, a pot that pays, and a **cap**.
//! - **Committed**: proposed or approved on a line, but not paid. **Spent**: paid, or in execution at the bank. Their
//!   sum never exceeds the cap.
//! - **Expense**: an invoice to be paid, or a part of one, from a line or in an emergency. It records who proposed,
//!   approved and paid it, and is never removed.
//! - **Invoice**: a supplier's, by its hash, with the total stated by the first expense and the expenses that stand for
//!   it. Together they never exceed the total, so no invoice is paid twice.
//! - **Incurred**: the month in which the service was rendered. Its books must be open (D25), its year is the line's.
//! - **Tier**: the approvals needed from an amount on: the committee's, the committee's and an auditor's, or the
//!   assembly's. An expense keeps the requirement in force when it was proposed.
//! - **Rolling limit**: the tiers hold for what a payee is paid by lines within twelve months without the assembly,
//!   and for what lines take from the repair pot; the emergency cap for all emergencies of twelve months from a pot,
//!   and to a payee (D53). A payee's accounts count together: they are one person's (D47). What a payee is paid on a
//!   line on which the assembly **named** it does not count, since the assembly approved it up to the cap.
//! - **Related**: the units on which a cost paid from the repair pot falls, since that pot's money belongs to units
//!   (D23). Once they have borne it they are its **bearers**, which the expense records.
//! - **Emergency**: a failure of a lift, roof, fire system, facade, main or sewer. It needs no line, but has a cap.
//! - **Audit**: a report due after every paid emergency. Whether it is overdue is computed from the clock, never
//!   stored, so it cannot be concealed.
//!
//! ## An expense's life
//!
//! ```text
//!  propose ─────────► Proposed ──── all required approvals ────► Approved ── pay ──► Paid
//!  propose_emergency     │                                       │  ▲  │           (an emergency:
//!                        ├─ refuse ───► Refused ◄──── refuse ────┤  └──┘ payment    file_audit)
//!                        ├─ withdraw ─► Withdrawn ◄── withdraw ──┘       failed
//!                        └─ expire ───► Expired
//!
//!  Approved ── order_payment ──► InExecution ── the bank paid ──► Paid
//!     ▲                               │                            │
//!     └───────── the bank did not pay, or the payment came back ───┘
//! ```
//!
//! An expense that is refused or withdrawn, or expires, frees its part of the invoice and the amount committed on its
//! line. One that is in execution can be neither: only the bank's outcome, which the cashier's pallet tells, leads on.
//! A payment that is returned restores the line and the bearers; the expense is approved again and keeps its part of
//! the invoice. What the payee pays back is free again on the invoice as on the line.
//! [`State::after`](types::State::after) defines the transitions.
//!
//! ## Scenarios
//!
//! ### Paying a gardener
//!
//! 1. The assembly decides the budget of 2026: line 4, "Gardens", from the operating pot, cap 60,000.00. `set_budget`.
//! 2. In November the manager enters the gardener's invoice for 4,800.00: `propose`. The line has committed 4,800.00. A
//!    second entry of the same invoice is refused, and so is an invoice that exceeds what the line has left. If payment
//!    in two instalments had been agreed on, each would be an expense of 2,400.00 on this invoice, whose total is
//!    4,800.00.
//! 3. The committee approves: `approve_as_committee`. From 10,000.00 on, the assembly would: `approve_as_assembly`.
//! 4. The gardener has only a bank account. The cashier, who neither proposed nor approved the expense, orders the
//!    payment: `order_payment`. The money leaves the pot; the line has spent 4,800.00. Then the cashier pays at the
//!    bank and books the bank's reference in the cashier's pallet: the expense is paid. If the bank returns the
//!    payment, the line has committed 4,800.00 again, and the payment can be ordered anew. If the gardener had an
//!    account on this chain, anyone could call `pay`.
//! 5. The gardener pays back 300.00, since a hedge was billed twice: the cashier calls `record_refund`. The money is in
//!    the pot again, and the line has spent 4,500.00.
//!
//! ### A lift fails on a Saturday
//!
//! 1. The manager calls `propose_emergency`: a lift, 38,000.00 from the repair pot, for building 3, with photographs.
//! 2. The committee is on holiday. After a week an auditor, who is neither the proposer nor the payee, calls
//!    `approve_emergency_as_auditor`. Still, two people have agreed.
//! 3. Anyone calls `pay`. The cost is divided over the units of building 3 by area, exact to the fen, and the repairer
//!    receives the money.
//! 4. An auditor must file an audit within thirty days: `file_audit`. After that, everyone can see that it is overdue
//!    and since when; an audit filed late remains marked as late.
//!
//! ## Calls
//!
//! | Call | Origin | Events |
//! |---|---|---|
//! | `set_budget` | `BudgetOrigin` | `BudgetSet` |
//! | `set_rules` | `RulesOrigin` | `RulesSet` |
//! | `propose`, `propose_emergency` | `ManagerOrigin`: not the payee, a committee member or an auditor | `ExpenseProposed` |
//! | `approve_as_committee` | `CommitteeOrigin` | `CommitteeApproved`, `ExpenseApproved` |
//! | `approve_as_auditor` | `AuditorOrigin`: not related to the proposer or the payee, not a committee member | `AuditorApproved`, `ExpenseApproved` |
//! | `approve_as_assembly` | `AssemblyOrigin` | `AssemblyApproved`, `ExpenseApproved` |
//! | `approve_emergency_as_auditor` | `AuditorOrigin`: as `approve_as_auditor`, once the committee's period has ended | `AuditorApproved`, `ExpenseApproved` |
//! | `refuse` | `CommitteeOrigin` | `ExpenseRefused` |
//! | `withdraw` | the proposer | `ExpenseWithdrawn` |
//! | `pay` | anyone, signed | `ExpensePaid` or `PaymentFailed` |
//! | `order_payment` | `CashierOrigin`: not the proposer or an approver | `PaymentOrdered` |
//! | `file_audit` | `AuditorOrigin`: not related to the proposer or the payee | `AuditFiled` |
//! | `record_refund` | `CashierOrigin`: not the proposer or an approver | `RefundRecorded` |
//! | `expire` | anyone, signed | `ExpenseExpired` |
//! | `correct_invoice` | `CommitteeOrigin` or `AssemblyOrigin` | `InvoiceCorrected` |
//!
//! What becomes of an ordered payment is told through [`BankOutcomes`](linli_primitives::traits::BankOutcomes):
//! `ExpensePaid` or `PaymentReturned`; and so is a refund that was booked wrongly and taken back: `RefundReversed`.
//!
//! ## Storage growth
//!
//! One expense per invoice or part of one, with the invoice's key, approvals and audit: the record of where the money
//! went (D19). The number of open expenses, of a year's lines and of an invoice's parts is bounded; each lane has room
//! of its own, and each proposer a quarter of it (D53).
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
mod approvals;
mod audits;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
mod budget;
mod emergencies;
mod errors;
mod events;
mod genesis;
mod hooks;
mod invoices;
mod limits;
#[cfg(test)]
mod mock;
mod movements;
mod orders;
mod payments;
mod proposals;
mod refunds;
mod room;
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

/// The pallet.
#[import_section(events::events)]
#[import_section(errors::errors)]
#[import_section(genesis::genesis)]
#[import_section(hooks::hooks)]
#[frame_support::pallet]
#[allow(
	clippy::cast_possible_truncation,
	clippy::expect_used,
	clippy::too_many_arguments,
	reason = "the macros of FRAME cast the indices of variants, and expect the pallet to be in its runtime; an invoice \
		has many parts"
)]
pub mod pallet {
	use super::*;
	use crate::{proposals::Request, types::*};
	use frame_support::{
		pallet_prelude::*,
		traits::{Contains, StorageVersion},
	};
	use frame_system::pallet_prelude::*;
	use linli_primitives::{
		traits::{BankOrders, BankReceipts, Clock, ClosedMonths, Community, FundLedger, People, Person, RepairShares},
		BankId, Buildings, Commitment, ContentHash, EntryId, ExpenseId, Fen, LineId, Moment, Period, PotId, ProposalId,
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Budgets and expenses.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Configuration of the pallet.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The pots that expenses are paid from, and their ledgers.
		type Ledger: FundLedger<Self::AccountId>;

		/// The bank, for payees without an account on this chain.
		type Bank: BankOrders<Self::AccountId> + BankReceipts<Self::AccountId>;

		/// The accounts that hold the community's money and that nobody signs for. They are never paid.
		type CommunityAccounts: Contains<Self::AccountId>;

		/// Whether two accounts are two people, and whether they are related.
		type People: People<Self::AccountId>;

		/// The repair pot, whose money belongs to units.
		type Repair: RepairShares;

		/// The months whose books are closed.
		type Months: ClosedMonths;

		/// The current time, by which deadlines are computed.
		type Clock: Clock;

		/// The community, whose calendar determines the months of services and payments.
		type Community: Community;

		/// A decision of the assembly on a budget. Yields the proposal; `None` for the bootstrap key.
		type BudgetOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Option<ProposalId>>;

		/// A decision of the assembly on the spending rules.
		type RulesOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// A manager, who proposes expenses. Yields the account, to be compared with the approvers.
		type ManagerOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// The committee, acting by majority of all its members.
		type CommitteeOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// An auditor. Yields the account.
		type AuditorOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// A decision of the assembly, or of the owners of some buildings, on an expense. Yields the proposal and its
		/// electorate.
		type AssemblyOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = (ProposalId, Option<Buildings>)>;

		/// A cashier, who orders payments by the bank. Yields the account.
		type CashierOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// The members of the committee: all accounts of the people who have its seats.
		type Committee: Contains<Self::AccountId>;

		/// The auditors.
		type Auditors: Contains<Self::AccountId>;

		/// The maximum number of lines in a year's budget. All are decided, and shown, at once.
		#[pallet::constant]
		type MaxLines: Get<u32>;

		/// The maximum number of expenses awaiting approval or payment in each lane, lines and emergencies. Each
		/// proposer can have a quarter of them.
		#[pallet::constant]
		type MaxOpen: Get<u32>;

		/// The lived time (D46), in ms, after which anybody can close an expense that was not approved.
		#[pallet::constant]
		type ApprovalTime: Get<Moment>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// Setup that benchmarks need outside of the pallet.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper;
	}

	/// The approvals that expenses need, and the rules for emergencies.
	#[pallet::storage]
	pub type Rules<T: Config> = StorageValue<_, ExpenseRules, ValueQuery>;

	/// The budget of each year, without its lines.
	#[pallet::storage]
	pub type Budgets<T: Config> = StorageMap<_, Twox64Concat, u16, Budget>;

	/// The lines of each year's budget, numbered from 0 without gaps.
	#[pallet::storage]
	pub type Lines<T: Config> = StorageDoubleMap<_, Twox64Concat, u16, Twox64Concat, LineId, Line<T::AccountId>>;

	/// All expenses, with ids from 0 to below [`NextExpense`] without gaps.
	#[pallet::storage]
	pub type Expenses<T: Config> = StorageMap<_, Twox64Concat, ExpenseId, Expense<T::AccountId>>;

	/// The id of the next expense, which is the number of expenses.
	#[pallet::storage]
	pub type NextExpense<T: Config> = StorageValue<_, ExpenseId, ValueQuery>;

	/// The expenses awaiting approval or payment. Those in execution at the bank are not among them.
	#[pallet::storage]
	pub type OpenExpenses<T: Config> = StorageMap<_, Twox64Concat, ExpenseId, ()>;

	/// The number of open expenses of each lane.
	#[pallet::storage]
	pub type OpenCounts<T: Config> = StorageMap<_, Twox64Concat, Lane, u32, ValueQuery>;

	/// The number of open expenses of each lane and proposer, by person; never zero.
	#[pallet::storage]
	pub type OpenBy<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Lane, Blake2_128Concat, Person<T::AccountId>, u32, ValueQuery>;

	/// The invoices by their hashes, each with the expenses that stand for it; those that were refused or withdrawn, or
	/// have expired, are not among them.
	#[pallet::storage]
	pub type Invoices<T: Config> = StorageMap<_, Blake2_128Concat, ContentHash, SupplierInvoice<T::AccountId>>;

	/// The amounts paid, or ordered at the bank, within each month by heading, in fen, for the month's report (D25);
	/// and refunds of earlier payments that were found within the month never to have come.
	#[pallet::storage]
	pub type LineMonths<T: Config> = StorageDoubleMap<_, Twox64Concat, Period, Twox64Concat, Heading, Fen, ValueQuery>;

	/// The amounts that came back within each month by heading, in fen: returned by the bank, or refunded by the
	/// payee. What was paid in a closed month does not change; what comes back belongs to the month in which it does
	/// (D25).
	#[pallet::storage]
	pub type LineReturns<T: Config> = StorageDoubleMap<_, Twox64Concat, Period, Twox64Concat, Heading, Fen, ValueQuery>;

	/// The sum that the payee of each expense paid back, in fen, less what was booked wrongly; never zero, and at most
	/// the amount.
	#[pallet::storage]
	pub type Refunded<T: Config> = StorageMap<_, Twox64Concat, ExpenseId, Fen, ValueQuery>;

	/// The number of [`Movements`] of each expense; never zero.
	#[pallet::storage]
	pub type MovementCounts<T: Config> = StorageMap<_, Twox64Concat, ExpenseId, u32, ValueQuery>;

	/// The movements of each expense's money besides the payment in force, numbered from 0 without gaps: payments that
	/// came back, their returns, and refunds (D19).
	#[pallet::storage]
	pub type Movements<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ExpenseId, Twox64Concat, u32, Movement, OptionQuery>;

	/// What counts for each rolling limit (D53): the expenses of the last months that are open or paid, less what came
	/// back.
	#[pallet::storage]
	pub type Rolling<T: Config> = StorageMap<_, Blake2_128Concat, Limit<T::AccountId>, MonthSums, ValueQuery>;

	/// The audits that are due and not filed, earliest due date first.
	#[pallet::storage]
	pub type AuditsDue<T: Config> = StorageMap<_, Identity, AuditKey, ()>;

	/// The filed audits.
	#[pallet::storage]
	pub type Audits<T: Config> = StorageMap<_, Twox64Concat, ExpenseId, Audit<T::AccountId>>;

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Sets or amends the budget of a year. `lines` replaces all its lines, numbered from 0 in the order given. A
		/// line with expenses keeps its position, name and pot; its cap may change.
		///
		/// ## Dispatch origin
		///
		/// [`Config::BudgetOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::InvalidMonth`], [`Error::InvalidBudget`], [`Error::InvalidName`], [`Error::PotNotFound`];
		/// - [`Error::LineAlreadyUsed`], [`Error::LineRequired`], [`Error::CapTooLow`] for lines with expenses.
		///
		/// ## Weight
		///
		/// Constant: it is charged for [`Config::MaxLines`] lines.
		#[pallet::call_index(0)]
		pub fn set_budget(
			origin: OriginFor<T>,
			year: u16,
			lines: BoundedVec<NewLine<T::AccountId>, T::MaxLines>,
		) -> DispatchResult {
			let decision = T::BudgetOrigin::ensure_origin(origin)?;
			Self::do_set_budget(decision, year, lines)
		}

		/// Sets the approvals that expenses need and the rules for emergencies. Expenses proposed earlier keep the
		/// approvals they needed.
		///
		/// ## Dispatch origin
		///
		/// [`Config::RulesOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::InvalidRules`] with the reason.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(1)]
		pub fn set_rules(origin: OriginFor<T>, rules: ExpenseRules) -> DispatchResult {
			T::RulesOrigin::ensure_origin(origin)?;
			Self::do_set_rules(rules)
		}

		/// Enters an invoice, or a part of one, for `amount` fen on a line of the budget of `year`. The amount is
		/// committed at once. If the payee is on the committee, the assembly decides. Several expenses can name the
		/// same invoice, for instalments or on several lines, up to the total that the first one states.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ManagerOrigin`]: neither the payee, nor a member of the committee, nor an auditor.
		///
		/// ## Errors
		///
		/// - [`Error::InvalidAmount`], [`Error::InvalidYear`], [`Error::LineNotFound`];
		/// - [`Error::TierNotFound`], [`Error::InsufficientBudget`];
		/// - [`Error::InvalidMonth`], [`Error::MonthInFuture`], [`Error::MonthAlreadyClosed`];
		/// - [`Error::InvoiceAlreadyUsed`], [`Error::InvoiceTotalMismatch`], [`Error::InvoiceTotalTooLow`],
		///   [`Error::InvoicePayeeMismatch`], [`Error::TooManyParts`], [`Error::PayeeIsPot`];
		/// - [`Error::TooManyOpen`], [`Error::TooManyOpenByProposer`];
		/// - [`Error::RelatedUnitsRequired`], [`Error::RelatedUnitsNotAllowed`], [`Error::BuildingsRequired`];
		/// - [`Error::OwnExpense`], [`Error::IsCommitteeMember`], [`Error::IsAuditor`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(2)]
		pub fn propose(
			origin: OriginFor<T>,
			year: u16,
			line: LineId,
			payee: Payee<T::AccountId>,
			#[pallet::compact] amount: Fen,
			invoice: StatedInvoice,
			incurred: Period,
			related: Related,
		) -> DispatchResult {
			let proposer = T::ManagerOrigin::ensure_origin(origin)?;
			let request = Request { payee, amount, invoice, incurred, related };
			Self::do_propose(proposer, year, line, request).map(|_| ())
		}

		/// Enters an invoice, or a part of one, for an emergency, to be paid from a pot outside of the budget. Only the
		/// committee may approve it; once its period has ended, an auditor may approve in its place.
		///
		/// ## Dispatch origin
		///
		/// [`Config::ManagerOrigin`]: neither the payee, nor a member of the committee, nor an auditor.
		///
		/// ## Errors
		///
		/// - [`Error::InvalidAmount`], [`Error::PotNotFound`], [`Error::EmergencyCapExceeded`];
		/// - [`Error::InvalidMonth`], [`Error::MonthInFuture`], [`Error::MonthAlreadyClosed`];
		/// - [`Error::InvoiceAlreadyUsed`], [`Error::InvoiceTotalMismatch`], [`Error::InvoiceTotalTooLow`],
		///   [`Error::InvoicePayeeMismatch`], [`Error::TooManyParts`], [`Error::PayeeIsPot`];
		/// - [`Error::TooManyOpen`], [`Error::TooManyOpenByProposer`];
		/// - [`Error::RelatedUnitsRequired`], [`Error::RelatedUnitsNotAllowed`], [`Error::BuildingsRequired`];
		/// - [`Error::OwnExpense`], [`Error::IsCommitteeMember`], [`Error::IsAuditor`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(3)]
		pub fn propose_emergency(
			origin: OriginFor<T>,
			kind: EmergencyKind,
			pot: PotId,
			payee: Payee<T::AccountId>,
			#[pallet::compact] amount: Fen,
			invoice: StatedInvoice,
			evidence: ContentHash,
			related: Related,
			incurred: Period,
		) -> DispatchResult {
			let proposer = T::ManagerOrigin::ensure_origin(origin)?;
			let request = Request { payee, amount, invoice, incurred, related };
			Self::do_propose_emergency(proposer, kind, pot, evidence, request).map(|_| ())
		}

		/// Approves an expense as the committee. `terms` is the hash of its [terms](Expense::terms). The committee may
		/// still approve an emergency after its period has ended, unless an auditor already did.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CommitteeOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::ExpenseNotFound`], [`Error::TermsMismatch`], [`Error::AlreadyConcluded`],
		///   [`Error::AlreadyApproved`];
		/// - [`Error::ApprovalNotRequired`] if the assembly decides;
		/// - [`Error::OwnApproval`] if the proposer or the payee is on the committee.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(4)]
		pub fn approve_as_committee(
			origin: OriginFor<T>,
			#[pallet::compact] expense: ExpenseId,
			terms: ContentHash,
		) -> DispatchResult {
			T::CommitteeOrigin::ensure_origin(origin)?;
			Self::do_approve_as_committee(expense, terms)
		}

		/// Approves an expense that needs an auditor in addition to the committee. `terms` is the hash of its
		/// [terms](Expense::terms).
		///
		/// ## Dispatch origin
		///
		/// [`Config::AuditorOrigin`]: neither related to the proposer or the payee, nor a member of the committee.
		///
		/// ## Errors
		///
		/// - [`Error::ExpenseNotFound`], [`Error::TermsMismatch`], [`Error::AlreadyConcluded`],
		///   [`Error::AlreadyApproved`];
		/// - [`Error::ApprovalNotRequired`] if it needs no auditor or is an emergency;
		/// - [`Error::OwnApproval`], [`Error::IsCommitteeMember`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(5)]
		pub fn approve_as_auditor(
			origin: OriginFor<T>,
			#[pallet::compact] expense: ExpenseId,
			terms: ContentHash,
		) -> DispatchResult {
			let auditor = T::AuditorOrigin::ensure_origin(origin)?;
			Self::do_approve_as_auditor(auditor, expense, terms)
		}

		/// Approves an expense as the assembly; if the cost falls on units, as the owners of those. `terms` is the
		/// hash of its [terms](Expense::terms), which ties the proposal to that expense.
		///
		/// ## Dispatch origin
		///
		/// [`Config::AssemblyOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::ExpenseNotFound`], [`Error::TermsMismatch`], [`Error::AlreadyConcluded`],
		///   [`Error::AlreadyApproved`];
		/// - [`Error::ApprovalNotRequired`] if the assembly does not decide;
		/// - [`Error::InvalidElectorate`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(6)]
		pub fn approve_as_assembly(
			origin: OriginFor<T>,
			#[pallet::compact] expense: ExpenseId,
			terms: ContentHash,
		) -> DispatchResult {
			let decision = T::AssemblyOrigin::ensure_origin(origin)?;
			Self::do_approve_as_assembly(decision, expense, terms)
		}

		/// Approves an emergency in the committee's place, once the committee's period has ended. `terms` is the hash
		/// of its [terms](Expense::terms).
		///
		/// ## Dispatch origin
		///
		/// [`Config::AuditorOrigin`]: neither related to the proposer or the payee, nor a member of the committee.
		///
		/// ## Errors
		///
		/// - [`Error::ExpenseNotFound`], [`Error::TermsMismatch`], [`Error::AlreadyConcluded`],
		///   [`Error::AlreadyApproved`];
		/// - [`Error::NotEmergency`], [`Error::CommitteePeriodRunning`];
		/// - [`Error::OwnApproval`], [`Error::IsCommitteeMember`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(7)]
		pub fn approve_emergency_as_auditor(
			origin: OriginFor<T>,
			#[pallet::compact] expense: ExpenseId,
			terms: ContentHash,
		) -> DispatchResult {
			let auditor = T::AuditorOrigin::ensure_origin(origin)?;
			Self::do_approve_emergency_as_auditor(auditor, expense, terms)
		}

		/// Refuses an unpaid expense, approved or not; `reason` is the hash of a document that states why. The invoice
		/// and the amount committed on the line are free again.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CommitteeOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::ExpenseNotFound`], [`Error::AlreadyConcluded`], [`Error::PaymentInProgress`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(8)]
		pub fn refuse(
			origin: OriginFor<T>,
			#[pallet::compact] expense: ExpenseId,
			reason: ContentHash,
		) -> DispatchResult {
			T::CommitteeOrigin::ensure_origin(origin)?;
			Self::do_refuse(expense, reason)
		}

		/// Withdraws an unpaid expense, approved or not. The invoice and the amount committed on the line are free
		/// again.
		///
		/// ## Dispatch origin
		///
		/// Signed by the proposer, whether still a manager or not.
		///
		/// ## Errors
		///
		/// - [`Error::ExpenseNotFound`], [`Error::NotProposer`];
		/// - [`Error::AlreadyConcluded`], [`Error::PaymentInProgress`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(9)]
		pub fn withdraw(origin: OriginFor<T>, #[pallet::compact] expense: ExpenseId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw(who, expense)
		}

		/// Pays an approved expense to the payee's account. If the payment fails, because the pot has insufficient
		/// funds or the payee cannot receive them, no money moves, the expense stays approved and records the error,
		/// and the call may be repeated.
		///
		/// `max_units` is the maximum number of units that the cost may be divided over; 0 unless the repair pot pays.
		///
		/// ## Dispatch origin
		///
		/// Signed by anyone.
		///
		/// ## Errors
		///
		/// - [`Error::ExpenseNotFound`], [`Error::NotApproved`], [`Error::AlreadyConcluded`];
		/// - [`Error::NotPaidOnChain`], [`Error::MaxUnitsTooLow`].
		///
		/// ## Weight
		///
		/// Linear in `max_units`; refunded down to the number of units that bear the cost.
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::pay(*max_units))]
		pub fn pay(
			origin: OriginFor<T>,
			#[pallet::compact] expense: ExpenseId,
			#[pallet::compact] max_units: u32,
		) -> DispatchResultWithPostInfo {
			let payer = ensure_signed(origin)?;
			let units = Self::do_pay(payer, expense, max_units)?;
			Ok(Some(T::WeightInfo::pay(units)).into())
		}

		/// Orders the payment of an approved expense from the bank account `bank`, before the cashier makes it there.
		/// The money leaves the pot and waits with the cashier; the line has spent it, and the units bear it. The
		/// expense is in execution: from there only the outcome leads on, which the cashier's pallet books, to paid, or
		/// back to approved.
		///
		/// `max_units` is the maximum number of units that the cost may be divided over; 0 unless the repair pot pays.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`]: neither the person who proposed it, nor the auditor who approved it, nor a
		/// member of the committee if the committee approved it.
		///
		/// ## Errors
		///
		/// - [`Error::ExpenseNotFound`], [`Error::NotApproved`], [`Error::AlreadyConcluded`];
		/// - [`Error::PaymentInProgress`];
		/// - [`Error::NotPaidByBank`], [`Error::OwnPayment`], [`Error::MaxUnitsTooLow`];
		/// - an error of [`Config::Bank`] if the bank account is unknown or closed, or the pot has insufficient funds;
		/// - an error of [`Config::Repair`] if the units have insufficient shares.
		///
		/// ## Weight
		///
		/// Linear in `max_units`; refunded down to the number of units that bear the cost.
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::order_payment(*max_units))]
		pub fn order_payment(
			origin: OriginFor<T>,
			bank: BankId,
			#[pallet::compact] expense: ExpenseId,
			#[pallet::compact] max_units: u32,
		) -> DispatchResultWithPostInfo {
			let cashier = T::CashierOrigin::ensure_origin(origin)?;
			let units = Self::do_order_payment(cashier, bank, expense, max_units)?;
			Ok(Some(T::WeightInfo::order_payment(units)).into())
		}

		/// Files the audit of an emergency that was paid, or ordered at the bank. `report` is the hash of its report.
		/// It can be filed once, even after it was due. The auditor who approved the emergency may file it, since a
		/// community may have only one. If the bank returns the payment, the next one has an audit of its own.
		///
		/// ## Dispatch origin
		///
		/// [`Config::AuditorOrigin`]: not related to the proposer or the payee.
		///
		/// ## Errors
		///
		/// - [`Error::ExpenseNotFound`], [`Error::NotEmergency`], [`Error::NotPaid`];
		/// - [`Error::AlreadyAudited`], [`Error::OwnAudit`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(12)]
		pub fn file_audit(
			origin: OriginFor<T>,
			#[pallet::compact] expense: ExpenseId,
			report: ContentHash,
		) -> DispatchResult {
			let auditor = T::AuditorOrigin::ensure_origin(origin)?;
			Self::do_file_audit(auditor, expense, report)
		}

		/// Books `amount` fen that the bank account `bank` received back from the payee of a paid expense under
		/// `reference`, on the bank's value date `value` (`None` for today), in part or whole, once or several times.
		/// The money comes into the expense's pot; the line has spent so much less, and the units that bore the cost
		/// get it back.
		///
		/// What was booked wrongly, a cashier and an auditor take back by reversing the receipt in the cashier's
		/// pallet.
		///
		/// `max_units` is the maximum number of units that it may be divided over; 0 unless the repair pot paid.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CashierOrigin`]: neither the person who proposed it, nor the auditor who approved it, nor a
		/// member of the committee if the committee approved it.
		///
		/// ## Errors
		///
		/// - [`Error::InvalidAmount`], [`Error::ExpenseNotFound`], [`Error::NotPaid`], [`Error::OwnPayment`];
		/// - [`Error::RefundTooLarge`], [`Error::MaxUnitsTooLow`];
		/// - an error of [`Config::Bank`] if the bank account is unknown or closed, the reference malformed or used, or
		///   the value date out of range.
		///
		/// ## Weight
		///
		/// Linear in `max_units`; refunded down to the number of units that bore the cost.
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::record_refund(*max_units))]
		pub fn record_refund(
			origin: OriginFor<T>,
			bank: BankId,
			#[pallet::compact] expense: ExpenseId,
			#[pallet::compact] amount: Fen,
			reference: Reference,
			value: Option<Moment>,
			#[pallet::compact] max_units: u32,
		) -> DispatchResultWithPostInfo {
			let cashier = T::CashierOrigin::ensure_origin(origin)?;
			let units = Self::do_record_refund(cashier, expense, amount, (bank, &reference, value), max_units)?;
			Ok(Some(T::WeightInfo::record_refund(units)).into())
		}

		/// Closes an expense that was not approved within [`Config::ApprovalTime`]. The invoice and the amount
		/// committed on the line are free again.
		///
		/// ## Dispatch origin
		///
		/// Signed by anyone.
		///
		/// ## Errors
		///
		/// - [`Error::ExpenseNotFound`], [`Error::AlreadyApproved`], [`Error::AlreadyConcluded`];
		/// - [`Error::ApprovalTimeRunning`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(14)]
		pub fn expire(origin: OriginFor<T>, #[pallet::compact] expense: ExpenseId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_expire(expense)
		}

		/// Corrects the total of an invoice that was stated wrongly, to `total` fen: of `invoice` as it stands, with
		/// its `payee`. Expenses that are entered already keep their terms; later ones state the new total.
		///
		/// ## Dispatch origin
		///
		/// [`Config::CommitteeOrigin`]; [`Config::AssemblyOrigin`] of the whole community, also where the payee is on
		/// the committee.
		///
		/// ## Errors
		///
		/// - [`Error::InvoiceNotFound`];
		/// - [`Error::TermsMismatch`] if the invoice has another total or payee by now;
		/// - [`Error::InvoiceTotalTooLow`] if more is entered for it already;
		/// - [`Error::OwnApproval`] if the payee is on the committee, which decides.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(15)]
		pub fn correct_invoice(
			origin: OriginFor<T>,
			invoice: StatedInvoice,
			payee: Payee<T::AccountId>,
			#[pallet::compact] total: Fen,
		) -> DispatchResult {
			let by_owners = match T::AssemblyOrigin::try_origin(origin) {
				Ok((_, None)) => true,
				// An invoice names no buildings whose owners bear it.
				Ok((_, Some(_))) => return Err(sp_runtime::DispatchError::BadOrigin),
				Err(origin) => {
					T::CommitteeOrigin::ensure_origin(origin)?;
					false
				}
			};
			Self::do_correct_invoice(&invoice, &payee, total, by_owners)
		}
	}
}
