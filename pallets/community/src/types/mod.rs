// SPDX-License-Identifier: Apache-2.0

//! The types that are stored, and those that clients read. None of them depends on the pallet's `Config`.

mod currency;
mod facts;
mod law_pack;
mod standstill;

pub use currency::CurrencyCode;
pub use facts::Facts;
pub use law_pack::{GenesisLawPack, LawPack, MAX_LAW_PACK_NAME};
pub use standstill::{ClockState, Standstill};
