// SPDX-License-Identifier: Apache-2.0

//! Tests, with one file per theme.

mod clock;
mod genesis;
mod handover;
mod invariants;
mod offset;
mod upgrades;
