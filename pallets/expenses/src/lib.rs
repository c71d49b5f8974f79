// SPDX-License-Identifier: Apache-2.0

//! # Expenses
//!
//! Who may spend the community's money, on what, and who agreed (D21, D24): a yearly budget caps it, nobody approves
//! what they proposed (D11), and every invoice is paid once.
//!
//! ## Terminology
//!
//! - **Budget**: a year's **lines**, decided by the assembly. A line has a public name, a pot that pays, and a **cap**.
//! - **Committed**: proposed or approved on a line and not paid. **Spent**: paid. Both together never pass the cap.
//! - **Expense**: one invoice to be paid, out of a line or in an emergency. It is the record of who proposed, approved
//!   and paid it, and is never removed.
//! - **Incurred**: the month in which the service was rendered. Its books must be open (D25), and its year is the
//!   line's.
//! - **Tier**: from which amount on whose approval is needed: the committee's, the committee's and an auditor's, or the
//!   assembly's. An expense keeps what it needed when it was proposed.
//! - **Related**: on whom a cost falls that is paid out of the repair pot, whose money belongs to units (D23). Those
//!   units are the **bearers**, and the expense remembers them.
//! - **Emergency**: a lift, a roof, the fire system, a facade, a main, the sewer. No line is needed; each case has a cap.
//! - **Audit**: what every emergency owes once it is paid. That it is missing is computed from the clock, never entered,
//!   so nobody can hide it.
//!
//! ## An expense's life
//!
//! ```text
//!  propose ─────────► Proposed ──── the approvals it needs ────► Approved ── pay ──► Paid
//!  propose_emergency     │                                       │  ▲  │           (an emergency:
//!                        ├─ refuse ───► Refused ◄──── refuse ────┤  └──┘ could not  file_audit)
//!                        └─ withdraw ─► Withdrawn ◄── withdraw ──┘       be paid
//! ```
//!
//! What is refused or withdrawn gives its invoice and its part of the line free. [`State::after`](types::State::after)
//! says which transitions exist.
//!
//! ## Scenarios
//!
//! ### A gardener is paid
//!
//! 1. The assembly decides the budget of 2026: line 4, "Gardens", out of the operating pot, cap 60,000.00.
//!    `set_budget`.
//! 2. In November the manager enters the gardener's invoice over 4,800.00: `propose`. The line has committed 4,800.00.
//!    A second entry of the same invoice is refused, and so is one that the line has no room for.
//! 3. The committee agrees by majority: `approve_as_committee`. From 10,000.00 on the assembly would have to:
//!    `approve_as_assembly`.
//! 4. The gardener has a bank account only. The cashier, who is none of those who approved, pays there and enters the
//!    bank's reference: `pay_by_bank`. The money leaves the pot and ceases to be; the line has spent 4,800.00. Had the
//!    gardener an account here, anyone could have called `pay`.
//!
//! ### A lift stops on a Saturday
//!
//! 1. The manager calls `propose_emergency`: a lift, 38,000.00 out of the repair pot, with photographs, falling on the
//!    units of building 3.
//! 2. The committee is on holiday. After a week the auditor, who is neither the manager nor paid by it, calls
//!    `approve_emergency_as_auditor`. Two people still have agreed.
//! 3. Anyone calls `pay`. The cost is divided over the units of building 3 by area, to the fen, and the repairer has
//!    the money.
//! 4. Within thirty days the auditor must file what came of it: `file_audit`. On the thirty-first everybody sees that
//!    it is overdue, and for how long; filed late, it stays marked as late.
//!
//! ## Calls
//!
//! | Call | Who may | Events |
//! |---|---|---|
//! | `set_budget` | `BudgetOrigin` | `BudgetSet` |
//! | `set_rules` | `RulesOrigin` | `RulesSet` |
//! | `propose`, `propose_emergency` | a manager: neither the payee, nor on the committee, nor an auditor | `ExpenseProposed` |
//! | `approve_as_committee` | the committee | `CommitteeApproved`, `ExpenseApproved` |
//! | `approve_as_auditor` | an auditor: neither proposer, nor payee, nor on the committee | `AuditorApproved`, `ExpenseApproved` |
//! | `approve_as_assembly` | `AssemblyOrigin` | `AssemblyApproved`, `ExpenseApproved` |
//! | `approve_emergency_as_auditor` | an auditor as above, once the committee's time is over | `AuditorApproved`, `ExpenseApproved` |
//! | `refuse` | the committee | `ExpenseRefused` |
//! | `withdraw` | who proposed it | `ExpenseWithdrawn` |
//! | `pay` | anyone, signed | `ExpensePaid` or `PaymentFailed` |
//! | `pay_by_bank` | a cashier: neither who proposed nor who approved it | `ExpensePaid` |
//! | `file_audit` | an auditor, not who proposed it | `AuditFiled` |
//!
//! ## What grows
//!
//! One expense for each invoice, its key among the invoices, its approvals and its audit: the record of where the money
//! went (D19). What is open at once is bounded, and so are a year's lines.
#![cfg_attr(not(feature = "std"), no_std)]

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
#[cfg(test)]
mod mock;
mod payments;
mod proposals;
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

/// The pallet itself.
#[import_section(events::events)]
#[import_section(errors::errors)]
#[import_section(genesis::genesis)]
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
		traits::{BankPayments, Clock, ClosedMonths, Community, FundLedger, RepairShares},
		ContentHash, ExpenseId, Fen, LineId, Moment, Period, PotId, ProposalId,
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Budgets and expenses.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the runtime chooses.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The pots that expenses are paid out of.
		type Ledger: FundLedger<Self::AccountId>;

		/// The bank, which pays those who have no account here.
		type Bank: BankPayments<Self::AccountId>;

		/// The repair pot, whose money belongs to units.
		type Repair: RepairShares;

		/// Which months' books are closed.
		type Months: ClosedMonths;

		/// What time it is: all deadlines are times.
		type Clock: Clock;

		/// The community, by whose months the service rendered and the payment are counted.
		type Community: Community;

		/// A decision of the assembly on a budget. Succeeds with its proposal, or `None` for the bootstrap key.
		type BudgetOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Option<ProposalId>>;

		/// A decision of the assembly on the rules of spending.
		type RulesOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who proposes expenses. Succeeds with the account, to be compared with those who approve.
		type ManagerOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// The committee, acting by majority of all its members.
		type CommitteeOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// An auditor. Succeeds with the account.
		type AuditorOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// A decision of the assembly on an expense. Succeeds with its proposal.
		type AssemblyOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = ProposalId>;

		/// Who pays at the bank. Succeeds with the account.
		type CashierOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Self::AccountId>;

		/// Who sits on the committee.
		type Committee: Contains<Self::AccountId>;

		/// Who is an auditor.
		type Auditors: Contains<Self::AccountId>;

		/// How many lines a year's budget may have: they are shown, and decided, all at once.
		#[pallet::constant]
		type MaxLines: Get<u32>;

		/// How many expenses may wait for approval or payment at once: a bound on the list of them.
		#[pallet::constant]
		type MaxOpen: Get<u32>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;

		/// What the benchmarks need done outside the pallet.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper;
	}

	/// Whose approval expenses need, and what holds in an emergency.
	#[pallet::storage]
	pub type Rules<T: Config> = StorageValue<_, ExpenseRules, ValueQuery>;

	/// The years that have a budget.
	#[pallet::storage]
	pub type Budgets<T: Config> = StorageMap<_, Twox64Concat, u16, Budget>;

	/// The lines of each year's budget, numbered from 0 without gaps.
	#[pallet::storage]
	pub type Lines<T: Config> = StorageDoubleMap<_, Twox64Concat, u16, Twox64Concat, LineId, Line>;

	/// All expenses, by ids from 0 to [`NextExpense`] without gaps.
	#[pallet::storage]
	pub type Expenses<T: Config> = StorageMap<_, Twox64Concat, ExpenseId, Expense<T::AccountId>>;

	/// The id of the next expense, which is how many there are.
	#[pallet::storage]
	pub type NextExpense<T: Config> = StorageValue<_, ExpenseId, ValueQuery>;

	/// The expenses that wait for approval or payment. In no order.
	#[pallet::storage]
	pub type OpenExpenses<T: Config> = StorageValue<_, BoundedVec<ExpenseId, T::MaxOpen>, ValueQuery>;

	/// The expense that each invoice stands for, unless that came to nothing.
	#[pallet::storage]
	pub type Invoices<T: Config> = StorageMap<_, Blake2_128Concat, ContentHash, ExpenseId>;

	/// What was paid within each month, by heading, in fen: for the month's report (D25).
	#[pallet::storage]
	pub type LineMonths<T: Config> = StorageDoubleMap<_, Twox64Concat, Period, Twox64Concat, Heading, Fen, ValueQuery>;

	/// The audits that are owed and not filed, oldest due first.
	#[pallet::storage]
	pub type AuditsDue<T: Config> = StorageMap<_, Identity, AuditKey, ()>;

	/// The audits that were filed.
	#[pallet::storage]
	pub type Audits<T: Config> = StorageMap<_, Twox64Concat, ExpenseId, Audit<T::AccountId>>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxLines::get() > 0, "a budget could have no line");
			assert!(LineId::try_from(T::MaxLines::get()).is_ok(), "there are more lines than ids of lines");
			assert!(T::MaxOpen::get() > 0, "no expense could be proposed");
			assert!(ExpenseRules::default().validate().is_ok(), "nobody could live by the default rules");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Sets the budget of a year, or amends it: `lines` are all its lines, numbered from 0 in the order given. A
		/// line that expenses were entered on keeps its place, name and pot.
		///
		/// ## Dispatch origin
		///
		/// `BudgetOrigin`.
		///
		/// ## Errors
		///
		/// - [`Error::InvalidMonth`] for a year outside of the calendar, [`Error::InvalidBudget`],
		///   [`Error::InvalidName`], [`Error::PotNotFound`];
		/// - [`Error::LineAlreadyUsed`], [`Error::LineRequired`], [`Error::CapTooLow`] where expenses stand against it.
		///
		/// ## Weight
		///
		/// That of as many lines as may be.
		#[pallet::call_index(0)]
		pub fn set_budget(origin: OriginFor<T>, year: u16, lines: BoundedVec<NewLine, T::MaxLines>) -> DispatchResult {
			let decision = T::BudgetOrigin::ensure_origin(origin)?;
			Self::do_set_budget(decision, year, lines)
		}

		/// Sets whose approval expenses need and what holds in an emergency. Expenses proposed before keep what they
		/// needed.
		///
		/// ## Dispatch origin
		///
		/// `RulesOrigin`.
		///
		/// ## Errors
		///
		/// - [`Error::InvalidRules`] with what is wrong.
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(1)]
		pub fn set_rules(origin: OriginFor<T>, rules: ExpenseRules) -> DispatchResult {
			T::RulesOrigin::ensure_origin(origin)?;
			Self::do_set_rules(rules)
		}

		/// Enters an invoice over `amount` fen on a line of the budget of `year`. The amount is committed at once.
		///
		/// ## Dispatch origin
		///
		/// `ManagerOrigin`: neither the payee, nor on the committee, nor an auditor.
		///
		/// ## Errors
		///
		/// - [`Error::InvalidYear`], [`Error::LineNotFound`], [`Error::InsufficientBudget`], [`Error::InvalidAmount`];
		/// - [`Error::InvalidMonth`], [`Error::MonthInFuture`], [`Error::MonthAlreadyClosed`];
		/// - [`Error::InvoiceAlreadyUsed`], [`Error::PayeeIsPot`], [`Error::TooManyOpen`];
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
			invoice: ContentHash,
			incurred: Period,
			related: Related,
		) -> DispatchResult {
			let proposer = T::ManagerOrigin::ensure_origin(origin)?;
			let request = Request { payee, amount, invoice, incurred, related };
			Self::do_propose(proposer, year, line, request).map(|_| ())
		}

		/// Enters an invoice for what cannot wait, to be paid out of a pot and outside of the budget. The committee
		/// alone approves it; after its time, an auditor may in its place.
		///
		/// ## Dispatch origin
		///
		/// `ManagerOrigin`: neither the payee, nor on the committee, nor an auditor.
		///
		/// ## Errors
		///
		/// - [`Error::PotNotFound`], [`Error::EmergencyCapExceeded`], [`Error::InvalidAmount`];
		/// - [`Error::InvalidMonth`], [`Error::MonthInFuture`], [`Error::MonthAlreadyClosed`];
		/// - [`Error::InvoiceAlreadyUsed`], [`Error::PayeeIsPot`], [`Error::TooManyOpen`];
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
			invoice: ContentHash,
			evidence: ContentHash,
			related: Related,
			incurred: Period,
		) -> DispatchResult {
			let proposer = T::ManagerOrigin::ensure_origin(origin)?;
			let request = Request { payee, amount, invoice, incurred, related };
			Self::do_propose_emergency(proposer, kind, pot, evidence, request).map(|_| ())
		}

		/// Approves, for the committee, the expense whose [`terms`](Expense::terms) are these. An emergency it may
		/// still approve when its time is over, while no auditor has.
		///
		/// ## Dispatch origin
		///
		/// `CommitteeOrigin`.
		///
		/// ## Errors
		///
		/// - [`Error::ExpenseNotFound`], [`Error::TermsMismatch`], [`Error::AlreadyConcluded`],
		///   [`Error::AlreadyApproved`];
		/// - [`Error::ApprovalNotRequired`] where the assembly is asked;
		/// - [`Error::OwnApproval`] where its proposer sits on the committee by now.
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

		/// Approves an expense that needs an auditor beside the committee.
		///
		/// ## Dispatch origin
		///
		/// `AuditorOrigin`: neither proposer, nor payee, nor on the committee.
		///
		/// ## Errors
		///
		/// - [`Error::ExpenseNotFound`], [`Error::TermsMismatch`], [`Error::AlreadyConcluded`],
		///   [`Error::AlreadyApproved`];
		/// - [`Error::ApprovalNotRequired`] where no auditor is asked, or it is an emergency;
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

		/// Approves an expense that needs the assembly, and whose [`terms`](Expense::terms) are these: a proposal must
		/// not turn out to be about another expense.
		///
		/// ## Dispatch origin
		///
		/// `AssemblyOrigin`.
		///
		/// ## Errors
		///
		/// - [`Error::ExpenseNotFound`], [`Error::TermsMismatch`], [`Error::AlreadyConcluded`],
		///   [`Error::AlreadyApproved`];
		/// - [`Error::ApprovalNotRequired`] where the assembly is not asked.
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
			let proposal = T::AssemblyOrigin::ensure_origin(origin)?;
			Self::do_approve_as_assembly(proposal, expense, terms)
		}

		/// Approves an emergency in the committee's place, from the moment on at which the committee's time is over.
		///
		/// ## Dispatch origin
		///
		/// `AuditorOrigin`: neither proposer, nor payee, nor on the committee.
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

		/// Refuses an expense that is not paid, approved or not, with the hash of a document that says why. Its invoice
		/// and its part of the line are free again.
		///
		/// ## Dispatch origin
		///
		/// `CommitteeOrigin`.
		///
		/// ## Errors
		///
		/// - [`Error::ExpenseNotFound`], [`Error::AlreadyConcluded`].
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

		/// Takes back an expense that is not paid, approved or not. Its invoice and its part of the line are free
		/// again.
		///
		/// ## Dispatch origin
		///
		/// Signed by who proposed it, whether still a manager or not.
		///
		/// ## Errors
		///
		/// - [`Error::ExpenseNotFound`], [`Error::NotProposer`], [`Error::AlreadyConcluded`].
		///
		/// ## Weight
		///
		/// Constant.
		#[pallet::call_index(9)]
		pub fn withdraw(origin: OriginFor<T>, #[pallet::compact] expense: ExpenseId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw(who, expense)
		}

		/// Pays an approved expense to the payee's account. Where that does not work, because the pot has less or the
		/// payee cannot receive, nothing moves, the expense keeps the error and stays approved, and the call may be
		/// made again.
		///
		/// `max_units` is the number of units that the cost may be divided over: 0 unless the repair pot pays.
		///
		/// ## Dispatch origin
		///
		/// Signed.
		///
		/// ## Errors
		///
		/// - [`Error::ExpenseNotFound`], [`Error::NotApproved`], [`Error::AlreadyConcluded`];
		/// - [`Error::NotPaidOnChain`], [`Error::MaxUnitsTooLow`].
		///
		/// ## Weight
		///
		/// Grows with `max_units`; what was not used is given back.
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

		/// Says that the bank has paid an approved expense, under `reference`. The money leaves the pot and ceases to
		/// be.
		///
		/// `max_units` is the number of units that the cost may be divided over: 0 unless the repair pot pays.
		///
		/// ## Dispatch origin
		///
		/// `CashierOrigin`: neither who proposed it, nor the auditor who approved it, nor on the committee that did.
		///
		/// ## Errors
		///
		/// - [`Error::ExpenseNotFound`], [`Error::NotApproved`], [`Error::AlreadyConcluded`];
		/// - [`Error::NotPaidByBank`], [`Error::OwnPayment`], [`Error::MaxUnitsTooLow`];
		/// - the cashier's error for a reference that is malformed or used, the fund's where the pot has less, the
		///   repair fund's where the units have less.
		///
		/// ## Weight
		///
		/// Grows with `max_units`; what was not used is given back.
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::pay_by_bank(*max_units))]
		pub fn pay_by_bank(
			origin: OriginFor<T>,
			#[pallet::compact] expense: ExpenseId,
			reference: Reference,
			#[pallet::compact] max_units: u32,
		) -> DispatchResultWithPostInfo {
			let cashier = T::CashierOrigin::ensure_origin(origin)?;
			let units = Self::do_pay_by_bank(cashier, expense, &reference, max_units)?;
			Ok(Some(T::WeightInfo::pay_by_bank(units)).into())
		}

		/// Files the audit of an emergency that was paid. It can be done once; late or not, it counts. The auditor who
		/// approved the emergency may file it: a community may have but one.
		///
		/// ## Dispatch origin
		///
		/// `AuditorOrigin`, not who proposed it.
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
	}
}
