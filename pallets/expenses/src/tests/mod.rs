// SPDX-License-Identifier: Apache-2.0

//! Tests of the pallet, by theme.

mod approvals;
mod audits;
mod budget;
mod emergencies;
mod invariants;
mod invoices;
mod limits;
mod orders;
mod payments;
mod people;
mod properties;
mod proposals;
mod refunds;
mod room;
mod rules;
mod transitions;
mod views;
