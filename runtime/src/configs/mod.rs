// SPDX-License-Identifier: Apache-2.0

//! Configurations of the pallets, one file per theme.
#![allow(clippy::arithmetic_side_effects, reason = "shares and deposits: constants, and shares of a limit saturate")]

pub mod assembly;
pub mod callers;
pub mod community;
pub mod concerns;
pub mod consensus;
pub mod matters;
pub mod migrations;
pub mod money;
pub mod motions;
pub mod proxies;
pub mod system;
