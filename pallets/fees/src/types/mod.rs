// SPDX-License-Identifier: Apache-2.0

//! The types that the pallet stores and shows, independent of `Config`.

mod agenda;
mod bill;
mod billed_use;
mod charge;
mod contribution;
mod credit;
mod discount;
mod dispute;
mod genesis;
mod invoice;
mod mandate;
mod moved;
mod payment;
mod plan;
mod rules;
mod single;
mod statement;
mod tier;
mod totals;
mod unit_account;
mod waiver;

pub use agenda::{Agenda, Cursor, Source};
pub use bill::{Bill, Debt, OpenKey, Opening};
pub use billed_use::{BilledUse, Boundary, Measured, SharedCost, SharedUse, UseOf, MAX_BILLED_BY};
pub use charge::{Basis, Buildings, Charge, ChargeTerms, Kinds, PastDecision, Rate, SharedBy, MAX_BUILDINGS, MAX_RATE};
pub use contribution::Contribution;
pub use credit::{
	Credit, CreditDone, CreditId, CreditRefund, CreditScope, CreditState, CreditedBill, NamedBills, MAX_CREDITED_BILLS,
	MAX_CREDITS_IN_WORK,
};
pub use discount::Discount;
pub use dispute::{Dispute, Ruled, Ruling};
pub use genesis::{GenesisBill, GenesisCharge};
pub use invoice::{Invoice, InvoiceLine, InvoiceLines, InvoiceVoid, MAX_INVOICE_LINES};
pub use mandate::{DebitFailure, Mandate, MandateEnd, MonthlyDebits, LATE_PART, MAX_DEBIT_MONTHS};
pub use moved::Move;
pub use payment::{Payment, PaymentKind};
pub use plan::{
	EndedPlan, Instalment, Instalments, Plan, PlanEnd, PlanId, PlanSide, PlanStanding, PlannedBills, RunningPlan,
	INSTALMENT_GRACE, MAX_INSTALMENTS, MAX_PLANNED_BILLS, MAX_PLAN_TIME,
};
pub use rules::{Allocation, FeeRules};
pub use single::{SingleBill, SingleId, SingleProposal, SingleTerms, MAX_SINGLE_BILLS, MIN_SINGLE_DAYS};
pub use statement::{EntryKind, Lines, StatementEntry, StatementHead};
pub use tier::{Tier, Tiers, MAX_TIERS};
pub use totals::FeeTotals;
pub use unit_account::{UnitAccount, UnitMoney, MAX_LATEST_PAYMENTS};
pub use waiver::Waiver;
