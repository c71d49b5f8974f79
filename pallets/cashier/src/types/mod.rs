// SPDX-License-Identifier: Apache-2.0

//! The cashier's types. None of them depends on the pallet's `Config`.

mod attestation;
mod bank_entry;
mod payout;
mod totals;

pub use attestation::Attestation;
pub(crate) use bank_entry::Step;
pub use bank_entry::{BankEntry, BankEntryKind, BankEntryState, Party, Reference};
pub use payout::{Payout, PayoutId};
pub use totals::{MonthTotals, Totals};
