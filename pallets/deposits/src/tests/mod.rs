// SPDX-License-Identifier: Apache-2.0

//! Tests of the pallet.

mod claims;
mod holding;
mod invariants;
mod properties;
mod silence;
