// SPDX-License-Identifier: Apache-2.0

//! The cashier's types. None of them depends on the pallet's `Config`.

mod attestation;
mod bank_entry;
mod batch;
mod correction;
mod order;
mod payout;
mod totals;
mod unit_payout;

pub use attestation::{Attestation, AttestationProposal};
pub use bank_entry::{BankEntry, BankEntryKind, Party, Reference};
pub use batch::{ReceiptLine, Receiver, MAX_BATCH};
pub use correction::{Correction, CorrectionProposal, CorrectionTerms, Debt};
pub use order::{Order, OrderPurpose, Outcome, OutcomeProposal};
pub use payout::{Payout, PayoutId};
pub use totals::{MonthTotals, Totals};
pub use unit_payout::UnitPayout;
