// SPDX-License-Identifier: Apache-2.0

//! Shared parts of the pallets' mock runtimes. A dev-dependency only, never part of a runtime.
//!
//! A mock defines what is particular to its pallet; the rest comes from here:
//!
//! - [`impl_balances`], [`impl_fund`] and [`impl_assembly`] configure FRAME pallets and `pallet_linli_fund`;
//! - [`BuildExt`] builds externalities and checks invariants after every test;
//! - [`Now`] is the clock, [`SignedBy`] an origin; [`Ledger`], [`Register`] and [`UnitShares`] stand in for the pots,
//!   the register and the repair fund;
//! - [`settings`] defines values that tests set, [`weights`] defines simple weights;
//! - [`signed`], [`hash`], [`buildings`] and [`text`] build arguments of calls.
//!
//! ```
//! mod mock {
//!     use frame_support::traits::fungible::Inspect;
//!     pub use linli_testing::*;
//!
//!     frame_support::construct_runtime!(
//!         pub struct Test {
//!             System: frame_system,
//!             Balances: pallet_balances,
//!         }
//!     );
//!
//!     linli_testing::impl_balances!(Test);
//!
//!     pub const ALICE: AccountId = 1;
//!     pub const BOB: AccountId = 2;
//!
//!     /// Alice has 1,000.00.
//!     pub struct ExtBuilder;
//!
//!     impl BuildExt for ExtBuilder {
//!         type Genesis = RuntimeGenesisConfig;
//!         type Runtime = Test;
//!
//!         fn genesis(self) -> RuntimeGenesisConfig {
//!             let balances = vec![(ALICE, 100_000)];
//!             RuntimeGenesisConfig {
//!                 balances: pallet_balances::GenesisConfig { balances, ..Default::default() },
//!                 ..Default::default()
//!             }
//!         }
//!
//!         fn check() {
//!             assert_eq!(Balances::total_issuance(), 100_000);
//!         }
//!     }
//! }
//!
//! use mock::*;
//!
//! fn main() {
//!     ExtBuilder.build_and_execute(|| {
//!         frame_support::assert_ok!(Balances::transfer_allow_death(signed(ALICE), BOB, 1_000));
//!         assert_eq!(Balances::free_balance(BOB), 1_000);
//!         assert_eq!(Now::get(), START);
//!     });
//! }
//! ```

// Tests may panic and cast small numbers. Only code that goes into Wasm must not.
#![allow(
	clippy::arithmetic_side_effects,
	clippy::cast_sign_loss,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::panic
)]

mod accounts;
mod cases;
mod clock;
mod configs;
mod externalities;
mod ledger;
mod register;
mod settings;
mod shares;
mod values;
mod weights;

pub use accounts::{signed, AccountId, SignedBy, Signers};
pub use cases::cases;
pub use clock::{month, pass, stand_still, start_of, Now, DECEMBER, FEBRUARY, JANUARY, NOVEMBER, START};
pub use configs::{
	while_nobody_receives, EveryMonth, ExistentialDeposit, FundPalletId, MaximumWeight, TestCalendar, INCOME,
	OPERATING, REPAIR,
};
pub use externalities::{take_events, BuildExt};
pub use ledger::{Entries, Entry, Ledger};
pub use register::{owner_account, second_account, Countable, Counted, DeveloperOwner, HeadsPerUnit, Register, Staff};
pub use shares::UnitShares;
pub use values::{buildings, hash, text};

#[doc(hidden)]
pub mod __private {
	pub use frame_support;
	pub use linli_primitives;
	pub use sp_runtime;
}
