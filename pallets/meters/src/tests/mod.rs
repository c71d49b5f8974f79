// SPDX-License-Identifier: Apache-2.0

//! Tests.

mod changes;
mod invariants;
mod properties;
mod readings;
mod usage;
