// SPDX-License-Identifier: Apache-2.0

//! The types that the pallet stores and shows. None of them depends on `Config`.

mod deposit;
mod rules;

pub use deposit::{Claim, Deposit, Settlement, State};
pub use rules::DepositRules;
