// SPDX-License-Identifier: Apache-2.0

//! Tests of the pallet, by theme.

mod approvals;
mod audits;
mod bank;
mod budget;
mod emergencies;
mod invariants;
mod payments;
mod properties;
mod proposals;
mod rules;
mod transitions;
mod views;
