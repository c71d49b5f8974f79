// SPDX-License-Identifier: Apache-2.0

//! Tests of the pallet, one file per theme.

mod cancelling;
mod concluding;
mod inspections;
mod invariants;
mod objections;
mod opening;
mod payments;
mod properties;
mod returns;
mod rulings;
mod scenario;
mod silence;
mod standstills;
mod transitions;
mod variations;
mod views;
mod warranty;
