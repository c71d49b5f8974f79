// SPDX-License-Identifier: Apache-2.0

//! The cashier's types. None of them depends on the pallet's `Config`.

mod attestation;
mod bank;
mod bank_entry;
mod batch;
mod charge_proposal;
mod correction;
mod interest_part;
mod order;
mod outstanding_item;
mod payout;
mod recent_receipt;
mod totals;
mod unit_payout;

pub use attestation::{Attestation, AttestationProposal, AuditorFigure, MonthStatement};
pub use bank::Bank;
pub use bank_entry::{BankEntry, BankEntryKind, Party, Reference};
pub use batch::{ReceiptLine, Receiver, MAX_BATCH};
pub use charge_proposal::ChargeProposal;
pub use correction::{Correction, CorrectionProposal, CorrectionTerms, Debt};
pub use interest_part::InterestPart;
pub use order::{Order, OrderPurpose, Outcome, OutcomeProposal};
pub use outstanding_item::{OutstandingItem, OutstandingKind};
pub use payout::{Payout, PayoutId};
pub use recent_receipt::RecentReceipt;
pub use totals::{MonthTotals, Totals};
pub use unit_payout::UnitPayout;
