// SPDX-License-Identifier: Apache-2.0

//! Tests of the pallet, by theme.

mod annulment;
mod ballots;
mod by_elections;
mod closing;
mod contests;
mod deliveries;
mod developer;
mod elections;
mod enactment;
mod invariants;
mod judgments;
mod kinds;
mod law_packs;
mod lived_time;
mod lots;
mod nominations;
mod options;
mod origins;
mod paper;
mod properties;
mod proposals;
mod proxies;
mod published;
mod recent;
mod rooms;
mod rule_books;
mod stages;
mod tally;
mod tracts;
mod views;
