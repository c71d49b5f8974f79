// SPDX-License-Identifier: Apache-2.0

//! The types that the pallet stores and shows, independent of `Config`.

mod agenda;
mod bill;
mod charge;
mod contribution;
mod credit;
mod dispute;
mod genesis;
mod mandate;
mod meter;
mod moved;
mod payment;
mod rules;
mod statement;
mod totals;
mod waiver;

pub use agenda::{Agenda, Cursor, Source};
pub use bill::{Bill, Debt, OpenKey, Opening};
pub use charge::{Basis, Buildings, Charge, ChargeTerms, Kinds, PastDecision, Rate, MAX_BUILDINGS, MAX_RATE};
pub use contribution::Contribution;
pub use credit::{Credit, CreditDone, CreditId, CreditScope, CreditState, MAX_CREDITED_BILLS, MAX_CREDITS_IN_WORK};
pub use dispute::{Dispute, Ruled, Ruling};
pub use genesis::{GenesisBill, GenesisCharge};
pub use mandate::{DebitFailure, Mandate, MandateEnd, MonthlyDebits, LATE_PART, MAX_DEBIT_MONTHS};
pub use meter::{Meter, Reading, MAX_READING, MAX_REVERSIBLE_READINGS};
pub use moved::Move;
pub use payment::{Payment, PaymentKind};
pub use rules::{Allocation, FeeRules};
pub use statement::{EntryKind, Lines, StatementEntry, StatementHead};
pub use totals::FeeTotals;
pub use waiver::Waiver;
