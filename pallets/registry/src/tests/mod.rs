// SPDX-License-Identifier: Apache-2.0

//! Tests of the register, by theme.

mod accounts;
mod changes;
mod claims;
mod electorate;
mod expiry;
mod genesis;
mod invariants;
mod kinds;
mod lots;
mod members;
mod offices;
mod owner_changes;
mod people;
mod power;
mod replacements;
mod reshaping;
mod residents;
mod roles;
mod units;
mod views;
