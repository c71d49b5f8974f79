// SPDX-License-Identifier: Apache-2.0

//! Tests, with one file per theme.

mod attestation;
mod banks;
mod batches;
mod charges;
mod genesis;
mod interest_reversals;
mod invariants;
mod orders;
mod outstanding;
mod payment_corrections;
mod payouts;
mod proposal_invariants;
mod random;
mod receipts;
mod reversals;
mod statements;
mod unit_debts;
mod unit_payouts;
mod unit_receipts;
mod value_dates;
mod views;
mod withdrawals;
