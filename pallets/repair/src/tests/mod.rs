// SPDX-License-Identifier: Apache-2.0

//! Tests of the pallet, by theme.

mod costs;
mod deposits;
mod distribution;
mod enrolment;
mod genesis;
mod invariants;
mod levies;
mod properties;
mod reshaping;
mod rules;
mod views;
