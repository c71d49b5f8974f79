// SPDX-License-Identifier: Apache-2.0

//! Tests by theme. After each, every invariant is checked.

mod billing;
mod calendar;
mod charges;
mod collection;
mod disputes;
mod invariants;
mod meters;
mod payments;
mod properties;
mod waivers;
