// SPDX-License-Identifier: Apache-2.0

//! The fund's types. None of them depends on the pallet's `Config`.

mod book;
mod entry;
mod pot;

pub use book::{CauseSum, MonthBook, MonthClose, MAX_CAUSE_KINDS};
pub use entry::{Direction, Entry};
pub use pot::{FundTotals, Pot, PotKind, PotName};
