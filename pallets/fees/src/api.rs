// SPDX-License-Identifier: Apache-2.0

//! The runtime API for clients. Charges, bills, statements and arrears are paged, with at most [`PAGE`] items per page.

use crate::types::{
	Bill, BilledUse, Charge, Contribution, Credit, CreditId, Cursor, FeeRules, FeeTotals, Invoice, Mandate, Move,
	Payment, Plan, PlanId, PlanStanding, Rate, SharedCost, SingleBill, SingleId, SingleProposal, StatementEntry,
	StatementHead, UnitMoney, Waiver,
};
use alloc::vec::Vec;
use codec::{Codec, Decode, Encode};
use linli_primitives::{BillKey, ChargeId, ContentHash, Fen, Moment, OwnerId, PaymentId, Period, UnitId, Utility};
use scale_info::TypeInfo;

/// The maximum number of items in a page.
pub const PAGE: u32 = 100;

/// A charge with its id and rates.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ChargeView {
	/// The id of the charge.
	pub id: ChargeId,
	/// The charge as stored.
	pub charge: Charge,
	/// The rates, oldest first.
	pub rates: Vec<Rate>,
	/// The period billed next; `None` once the charge has ended, or before a genesis charge begins.
	pub next: Option<Period>,
	/// The periods that wait for a decision whether to bill them, earliest first.
	pub waiting: Vec<Period>,
}

/// A bill with its current late fee.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct BillView<AccountId> {
	/// The key of the bill.
	pub key: BillKey,
	/// The bill as stored.
	pub bill: Bill<AccountId>,
	/// The principal owed, in fen.
	pub principal_owed: Fen,
	/// The late fee owed now, charged or not yet, in fen.
	pub late_owed: Fen,
	/// Principal and late fee owed, in fen.
	pub owed: Fen,
	/// What is taken off if the whole bill is paid now, in fen.
	pub discount: Fen,
	/// The number of full days since the end of the grace, not counting the time of a dispute.
	pub days_late: u32,
	/// The pending waiver, if any.
	pub waiver: Option<Waiver<AccountId>>,
}

/// An instalment plan and how it stands.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct PlanView<AccountId> {
	/// The id of the plan.
	pub id: PlanId,
	/// The plan as stored.
	pub plan: Plan<AccountId>,
	/// How it stands now.
	pub standing: PlanStanding,
}

/// The amounts that a unit owes now.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Dues {
	/// The principals owed, due or not, in fen.
	pub principal: Fen,
	/// The late fees owed now, in fen.
	pub late: Fen,
	/// The part of both that is in dispute, in fen.
	pub disputed: Fen,
	/// The part of both that is overdue and not in dispute, in fen.
	pub overdue: Fen,
	/// The amount prepaid by all payers, in fen.
	pub prepaid: Fen,
	/// The maximum that all payers together can prepay, in fen.
	pub prepayment_limit: Fen,
	/// The number of open bills.
	pub bills: u32,
}

/// The arrears of several units: only sums, so that a report does not identify debtors.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ArrearsPage {
	/// The principals and late fees that are overdue and not in dispute, in fen.
	pub overdue: Fen,
	/// The number of units with overdue bills.
	pub units: u32,
	/// The amount in dispute, in fen.
	pub disputed: Fen,
	/// The first unit of the next page; `None` on the last page.
	pub next: Option<UnitId>,
}

/// A page of a statement.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct StatementPage {
	/// The number of entries and the balance of the statement.
	pub head: StatementHead,
	/// The entries with their numbers, oldest first. Not called `entries`, which in JavaScript is a method of maps.
	pub lines: Vec<(u64, StatementEntry)>,
}

/// The progress of billing and collection.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Progress<AccountId> {
	/// The work in progress; `None` if there is none.
	pub cursor: Option<Cursor<AccountId>>,
	/// When the next period is billed; zero if that is checked in the next block.
	pub next_turn: Moment,
	/// When the next collection begins; zero for the next block.
	pub next_collection: Moment,
	/// The next period of each live charge.
	pub next_periods: Vec<(ChargeId, Period)>,
}

/// The sums over all bills, with their most important figures.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct TotalsView {
	/// The totals as stored.
	pub totals: FeeTotals,
	/// The principals billed, in fen.
	pub billed: Fen,
	/// Principals and late fees collected, less refunds, in fen.
	pub collected: Fen,
	/// Principals and charged late fees still owed, in fen.
	pub open: Fen,
}

sp_api::decl_runtime_apis! {
	/// Charges, bills, payments and statements.
	pub trait FeesApi<AccountId> where AccountId: Codec {
		/// The community's parameters.
		fn rules() -> FeeRules;
		/// At most `count` charges, from id `from` on.
		fn charges(from: ChargeId, count: u32) -> Vec<ChargeView>;
		/// A bill with its current late fee.
		fn bill(bill: BillKey) -> Option<BillView<AccountId>>;
		/// At most `count` of the unit's bills that follow the bill `after`, in storage order. With `open_only`, only
		/// those with something left to pay: oldest due first, disputed ones last. An `after` of another unit is
		/// ignored.
		fn bills_of(unit: UnitId, open_only: bool, after: Option<BillKey>, count: u32) -> Vec<BillView<AccountId>>;
		/// The amounts that the unit owes now.
		fn dues(unit: UnitId) -> Dues;
		/// At most `count` entries of the unit's statement, from number `from` on.
		fn statement(unit: UnitId, from: u64, count: u32) -> StatementPage;
		/// What each payment contributed to the bill and was not refunded, in order of time.
		fn contributions(bill: BillKey) -> Vec<Contribution<AccountId>>;
		/// The credit note with this id.
		fn credit(credit: CreditId) -> Option<Credit<AccountId>>;
		/// At most `count` credit notes with their ids, newest first, before id `before` or from the newest on.
		fn credits(before: Option<CreditId>, count: u32) -> Vec<(CreditId, Credit<AccountId>)>;
		/// Who had the bill issued to its unit alone, and what for; `None` for a bill of a charge.
		fn single_bill(bill: BillKey) -> Option<SingleBill<AccountId>>;
		/// At most `count` proposed bills with their ids, newest first, before id `before` or from the newest on.
		fn proposed_bills(before: Option<SingleId>, count: u32) -> Vec<(SingleId, SingleProposal<AccountId>)>;
		/// The unit's instalment plan that has not ended, if any.
		fn unit_plan(unit: UnitId) -> Option<PlanView<AccountId>>;
		/// The instalment plan with this id, also if it has ended.
		fn plan(plan: PlanId) -> Option<Plan<AccountId>>;
		/// The official invoice with this number, by its hash.
		fn invoice(number: ContentHash) -> Option<Invoice<AccountId>>;
		/// The numbers of invoices for the bill, voided ones included: their hashes, at most [`PAGE`].
		fn invoices_of_bill(bill: BillKey) -> Vec<ContentHash>;
		/// The numbers of invoices for the payment, voided ones included: their hashes, at most [`PAGE`].
		fn invoices_of_payment(payment: PaymentId) -> Vec<ContentHash>;
		/// The pending move of the payment to another unit, if any.
		fn pending_move(payment: PaymentId) -> Option<Move<AccountId>>;
		/// The payment with this id.
		fn payment(payment: PaymentId) -> Option<Payment<AccountId>>;
		/// The mandates for the unit, by payer.
		fn mandates(unit: UnitId) -> Vec<(AccountId, Mandate)>;
		/// The amounts prepaid for the unit by payer, in fen.
		fn prepayments(unit: UnitId) -> Vec<(AccountId, Fen)>;
		/// What is kept of the money that the bank received for the unit while `owner` owned it; `None` if it never
		/// received any.
		fn unit_money(unit: UnitId, owner: OwnerId) -> Option<UnitMoney<AccountId>>;
		/// How far the unit's use was billed by a metered charge; `None` before its first bill.
		fn billed_use(unit: UnitId, charge: ChargeId) -> Option<BilledUse>;
		/// The bills that include what the unit's meters of `utility` show after the moment `since`, in ms, the last
		/// one of each charge: those to lower if a reading of then is corrected.
		fn bills_on_readings(unit: UnitId, utility: Utility, since: Moment) -> Vec<BillKey>;
		/// What the shared meter of a charge cost in a period, and how it is apportioned; `None` if it was not billed.
		fn shared_cost(charge: ChargeId, period: Period) -> Option<SharedCost>;
		/// The progress of billing and collection.
		fn billing_progress() -> Progress<AccountId>;
		/// The sums over all bills.
		fn totals() -> TotalsView;
		/// The arrears of `count` units together, at least 1 and at most [`PAGE`], from unit `from` on.
		fn arrears(from: UnitId, count: u32) -> ArrearsPage;
	}
}
