// SPDX-License-Identifier: Apache-2.0

//! Tests of the pallet, by theme.

mod annulment;
mod ballots;
mod by_elections;
mod closing;
mod contests;
mod deliveries;
mod elections;
mod enactment;
mod invariants;
mod law_packs;
mod lived_time;
mod nominations;
mod origins;
mod paper;
mod properties;
mod proposals;
mod proxies;
mod rooms;
mod rule_books;
mod tally;
mod views;
