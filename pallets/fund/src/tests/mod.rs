// SPDX-License-Identifier: Apache-2.0

//! Tests, with one file per theme.

mod fees;
mod genesis;
mod invariants;
mod ledger;
mod months;
mod pots;
mod random;
mod views;
