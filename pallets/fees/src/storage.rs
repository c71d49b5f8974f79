// SPDX-License-Identifier: Apache-2.0

//! The pallet's storage.

use frame_support::pallet_macros::pallet_section;

/// Part of the pallet, in a file of its own.
#[pallet_section]
mod storage {
	/// The community's parameters.
	#[pallet::storage]
	pub type Rules<T: Config> = StorageValue<_, FeeRules, ValueQuery>;

	/// All charges, including those that have ended.
	#[pallet::storage]
	pub type Charges<T: Config> = StorageMap<_, Twox64Concat, ChargeId, Charge, OptionQuery>;

	/// The id of the next charge.
	#[pallet::storage]
	pub type NextCharge<T: Config> = StorageValue<_, ChargeId, ValueQuery>;

	/// The rates of a charge, each with the period from which it applies, oldest first.
	#[pallet::storage]
	pub type Rates<T: Config> = StorageMap<_, Twox64Concat, ChargeId, BoundedVec<Rate, T::MaxRates>, ValueQuery>;

	/// The period that each live charge bills next.
	#[pallet::storage]
	pub type NextPeriod<T: Config> = CountedStorageMap<_, Twox64Concat, ChargeId, Period, OptionQuery>;

	/// The periods of each charge that wait for a decision whether to bill them, earliest first.
	#[pallet::storage]
	pub type WaitingPeriods<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ChargeId, Identity, OrderedKey<Period>, (), OptionQuery>;

	/// The periods of each charge that are not billed by decision.
	#[pallet::storage]
	pub type SkippedPeriods<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ChargeId, Identity, OrderedKey<Period>, (), OptionQuery>;

	/// The decisions over waiting periods that are being carried out, by charge.
	#[pallet::storage]
	pub type PastDecisions<T: Config> = StorageMap<_, Twox64Concat, ChargeId, PastDecision, OptionQuery>;

	/// Genesis charges that begin with the first period after the first block.
	#[pallet::storage]
	pub type Unstarted<T: Config> = StorageValue<_, BoundedVec<ChargeId, T::MaxCharges>, ValueQuery>;

	/// The progress of the automatic work, and when further work is due.
	#[pallet::storage]
	pub type Agendas<T: Config> = StorageValue<_, Agenda<T::AccountId>, ValueQuery>;

	/// All bills, keyed by the parts of [`BillKey`], so that those of a unit can be paged. The chain assigns the ids,
	/// so `Twox64Concat` is safe.
	#[pallet::storage]
	pub type Bills<T: Config> = StorageNMap<
		_,
		(NMapKey<Twox64Concat, UnitId>, NMapKey<Twox64Concat, ChargeId>, NMapKey<Twox64Concat, Period>),
		Bill<T::AccountId>,
		OptionQuery,
	>;

	/// Bills with something left to pay and without an open dispute, by unit, oldest due first.
	#[pallet::storage]
	pub type OpenBills<T: Config> = StorageDoubleMap<_, Twox64Concat, UnitId, Identity, OpenKey, (), OptionQuery>;

	/// Bills whose dispute waits for a ruling, by unit, oldest due first.
	#[pallet::storage]
	pub type OpenDisputes<T: Config> = StorageDoubleMap<_, Twox64Concat, UnitId, Identity, OpenKey, (), OptionQuery>;

	/// Waivers that wait for approval, at most one per bill.
	#[pallet::storage]
	pub type Waivers<T: Config> = StorageMap<_, Twox64Concat, BillKey, Waiver<T::AccountId>, OptionQuery>;

	/// What each payment contributed to a bill and was not refunded, in order of lived time.
	#[pallet::storage]
	pub type Contributions<T: Config> =
		StorageMap<_, Twox64Concat, BillKey, BoundedVec<Contribution<T::AccountId>, T::MaxPartsPerBill>, ValueQuery>;

	/// All credit notes that were neither rejected nor withdrawn.
	#[pallet::storage]
	pub type Credits<T: Config> = StorageMap<_, Twox64Concat, CreditId, Credit<T::AccountId>, OptionQuery>;

	/// What each credit note took off the bill at each of its places, until it is undone.
	#[pallet::storage]
	pub type Credited<T: Config> =
		StorageDoubleMap<_, Twox64Concat, CreditId, Twox64Concat, u32, CreditedBill, OptionQuery>;

	/// The id of the next credit note.
	#[pallet::storage]
	pub type NextCredit<T: Config> = StorageValue<_, CreditId, ValueQuery>;

	/// The payments that were moved to another unit.
	#[pallet::storage]
	pub type MovedPayments<T: Config> = StorageMap<_, Twox64Concat, PaymentId, (), OptionQuery>;

	/// Payments that are to be moved to another unit, waiting for approval.
	#[pallet::storage]
	pub type Moves<T: Config> = StorageMap<_, Twox64Concat, PaymentId, Move<T::AccountId>, OptionQuery>;

	/// The number of credit notes, moves, single bills and voidings of invoices that an account has proposed and nobody
	/// has answered.
	#[pallet::storage]
	pub type OpenProposals<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

	/// All payments.
	#[pallet::storage]
	pub type Payments<T: Config> = StorageMap<_, Twox64Concat, PaymentId, Payment<T::AccountId>, OptionQuery>;

	/// The id of the next payment.
	#[pallet::storage]
	pub type NextPayment<T: Config> = StorageValue<_, PaymentId, ValueQuery>;

	/// The amount that an account has prepaid for a unit, in fen. It is held on the account.
	#[pallet::storage]
	pub type Prepayments<T: Config> =
		StorageDoubleMap<_, Twox64Concat, UnitId, Blake2_128Concat, T::AccountId, Fen, ValueQuery>;

	/// The mandates for a unit, by paying account.
	#[pallet::storage]
	pub type Mandates<T: Config> =
		StorageDoubleMap<_, Twox64Concat, UnitId, Blake2_128Concat, T::AccountId, Mandate, OptionQuery>;

	/// The statements of units, whose entries are numbered from 0.
	#[pallet::storage]
	pub type Statements<T: Config> =
		StorageDoubleMap<_, Twox64Concat, UnitId, Twox64Concat, u64, StatementEntry, OptionQuery>;

	/// The number of entries and the balance of each unit's statement.
	#[pallet::storage]
	pub type StatementHeads<T: Config> = StorageMap<_, Twox64Concat, UnitId, StatementHead, ValueQuery>;

	/// The sums over all bills.
	#[pallet::storage]
	pub type Totals<T: Config> = StorageValue<_, FeeTotals, ValueQuery>;

	/// How far each unit's use was billed by each metered charge.
	#[pallet::storage]
	pub type BilledUses<T: Config> =
		StorageDoubleMap<_, Twox64Concat, UnitId, Twox64Concat, ChargeId, BilledUse, OptionQuery>;

	/// How far the use of a shared meter was billed by each charge for one.
	#[pallet::storage]
	pub type SharedUses<T: Config> = StorageMap<_, Twox64Concat, ChargeId, SharedUse, OptionQuery>;

	/// What the shared meter of a charge cost in each period that was billed.
	#[pallet::storage]
	pub type SharedCosts<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ChargeId, Twox64Concat, Period, SharedCost, OptionQuery>;
	/// The charges of bills to single units, by pot, in the order of their creation.
	#[pallet::storage]
	pub type SingleCharges<T: Config> =
		StorageMap<_, Twox64Concat, PotId, BoundedVec<ChargeId, ConstU32<MAX_SINGLE_BILLS>>, ValueQuery>;

	/// Bills to single units that wait for approval.
	#[pallet::storage]
	pub type SingleProposals<T: Config> =
		StorageMap<_, Twox64Concat, SingleId, SingleProposal<T::AccountId>, OptionQuery>;

	/// The id of the next proposal of a bill to one unit.
	#[pallet::storage]
	pub type NextSingle<T: Config> = StorageValue<_, SingleId, ValueQuery>;

	/// Who proposed and approved the bills to single units, and what for.
	#[pallet::storage]
	pub type SingleBills<T: Config> = StorageMap<_, Twox64Concat, BillKey, SingleBill<T::AccountId>, OptionQuery>;

	/// All instalment plans that were accepted, and those that wait for the other side.
	#[pallet::storage]
	pub type Plans<T: Config> = StorageMap<_, Twox64Concat, PlanId, Plan<T::AccountId>, OptionQuery>;

	/// The id of the next instalment plan.
	#[pallet::storage]
	pub type NextPlan<T: Config> = StorageValue<_, PlanId, ValueQuery>;

	/// The plan of each unit that has not ended.
	#[pallet::storage]
	pub type UnitPlans<T: Config> = StorageMap<_, Twox64Concat, UnitId, PlanId, OptionQuery>;

	/// All official invoices, by the hash of their number.
	#[pallet::storage]
	pub type Invoices<T: Config> = StorageMap<_, Blake2_128Concat, ContentHash, Invoice<T::AccountId>, OptionQuery>;

	/// The invoices that red ones have voided, by the hash of the red one's number.
	#[pallet::storage]
	pub type RedInvoices<T: Config> = StorageMap<_, Blake2_128Concat, ContentHash, ContentHash, OptionQuery>;

	/// What was invoiced of each payment for a bill and not voided, in fen.
	#[pallet::storage]
	pub type Invoiced<T: Config> = StorageDoubleMap<_, Twox64Concat, PaymentId, Twox64Concat, BillKey, Fen, ValueQuery>;

	/// The invoices for each bill, voided ones included.
	#[pallet::storage]
	pub type BillInvoices<T: Config> =
		StorageDoubleMap<_, Twox64Concat, BillKey, Blake2_128Concat, ContentHash, (), OptionQuery>;

	/// The invoices for each payment, voided ones included.
	#[pallet::storage]
	pub type PaymentInvoices<T: Config> =
		StorageDoubleMap<_, Twox64Concat, PaymentId, Blake2_128Concat, ContentHash, (), OptionQuery>;

	/// The accounts that keep what the bank received for units (D51), each with its unit and the owner whose money it
	/// is. Nobody signs for them. A unit that is sold gets another one.
	#[pallet::storage]
	pub type UnitAccounts<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, UnitAccount, OptionQuery>;

	/// When each unit was last sold, in clock time.
	#[pallet::storage]
	pub type LastSales<T: Config> = StorageMap<_, Twox64Concat, UnitId, Moment, OptionQuery>;

	/// What each credit note refunded of the bill at each of its places, until it is undone.
	#[pallet::storage]
	pub type CreditRefunds<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		CreditId,
		Twox64Concat,
		u32,
		BoundedVec<CreditRefund<T::AccountId>, T::MaxPartsPerBill>,
		ValueQuery,
	>;

	/// What was used up to a moment at which charges by meter of one line begin or end, as it was found first, or less
	/// if readings were taken back since: the charge before and the one after part by it.
	#[pallet::storage]
	pub type Boundaries<T: Config> =
		StorageDoubleMap<_, Twox64Concat, UseOf, Twox64Concat, Moment, Boundary, OptionQuery>;

	/// The latest payments of bills with the money of each account that keeps a unit's, oldest first: as bills issued
	/// or as it was received.
	#[pallet::storage]
	pub type LatestPayments<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, BoundedVec<PaymentId, ConstU32<MAX_LATEST_PAYMENTS>>, ValueQuery>;

	/// The use that each bill of a metered charge is for, in thousandths of the physical unit.
	#[pallet::storage]
	pub type UsesOfBills<T: Config> = StorageMap<_, Twox64Concat, BillKey, u64, ValueQuery>;

	/// The charges that have billed what a unit's or a main meter's meters show, in the order of their first billing.
	#[pallet::storage]
	pub type BilledBy<T: Config> =
		StorageMap<_, Twox64Concat, Measured, BoundedVec<ChargeId, ConstU32<MAX_BILLED_BY>>, ValueQuery>;
}
