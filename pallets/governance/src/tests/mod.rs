// SPDX-License-Identifier: Apache-2.0

//! Tests of the pallet, by theme.

mod ballots;
mod closing;
mod deliveries;
mod developer;
mod elections;
mod enactment;
mod invariants;
mod judgments;
mod law_packs;
mod lots;
mod options;
mod origins;
mod paper;
mod properties;
mod proposals;
mod proxies;
mod published;
mod rule_books;
mod stages;
mod tally;
mod views;
