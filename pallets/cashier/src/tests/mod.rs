// SPDX-License-Identifier: Apache-2.0

//! Tests, with one file per theme.

mod attestation;
mod banks;
mod charges;
mod genesis;
mod invariants;
mod orders;
mod outstanding;
mod payment_corrections;
mod payouts;
mod random;
mod receipts;
mod reversals;
mod statements;
mod value_dates;
mod views;
