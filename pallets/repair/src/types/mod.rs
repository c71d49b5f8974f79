// SPDX-License-Identifier: Apache-2.0

//! The types that the pallet stores and shows. None of them depends on `Config`.

mod rules;
mod share;
mod view;

pub use rules::{first_deposit, KindRate, RepairRules, MAX_RATE};
pub use share::{ShareEntry, UnitShare};
pub use view::{RepairTotals, ShareView, TopUp, TopUpPage};
