// SPDX-License-Identifier: Apache-2.0

//! The seams at which pallets meet. Each is named for what its caller needs; the runtime ties them together.

mod clock;
mod electorate;
mod fund;
mod register;

pub use clock::Clock;
pub use electorate::{Electorate, OwnerStanding};
pub use fund::FundLedger;
pub use register::{OwnersRegister, UnitDues, UnitView};
