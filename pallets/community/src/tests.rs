// SPDX-License-Identifier: Apache-2.0

//! One file per theme.

mod genesis;
mod handover;
mod invariants;
mod offset;
mod upgrades;
