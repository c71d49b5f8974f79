// SPDX-License-Identifier: Apache-2.0

//! Tests by theme. All invariants are checked after each.

mod arrears;
mod billing;
mod calendar;
mod charges;
mod collection;
mod credits;
mod disputes;
mod invariants;
mod meters;
mod moves;
mod past;
mod payments;
mod properties;
mod sale;
mod waivers;
