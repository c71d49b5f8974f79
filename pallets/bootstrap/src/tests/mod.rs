// SPDX-License-Identifier: Apache-2.0

//! The pallet's tests, by theme.

mod key;
mod upgrades;
