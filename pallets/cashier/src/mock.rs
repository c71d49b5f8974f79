// SPDX-License-Identifier: Apache-2.0

//! A mock runtime with balances, the cashier and stand-in pots.

use crate::{self as pallet_linli_cashier, GenesisConfig};
use frame_support::{parameter_types, traits::ConstU32, PalletId};
use frame_system::EnsureRoot;
use linli_primitives::Fen;
pub use linli_testing::*;

frame_support::construct_runtime!(
	pub struct Test {
		System: frame_system,
		Balances: pallet_balances,
		Cashier: pallet_linli_cashier,
	}
);

linli_testing::impl_balances!(Test);

parameter_types! {
	pub const CashierPalletId: PalletId = PalletId(*b"linlcash");
}

/// Stand-in pots that record the causes of movements.
pub type TestFund = Ledger<Balances>;

/// Cora and Carl are cashiers. Ada and Carl are auditors: an account can have both roles.
impl pallet_linli_cashier::Config for Test {
	type AuditorOrigin = SignedBy<CARL, ADA>;
	type CashierOrigin = SignedBy<CORA, CARL>;
	type Clock = Now;
	type Currency = Balances;
	type DecisionOrigin = EnsureRoot<AccountId>;
	type Ledger = TestFund;
	type MaxOpenPayouts = ConstU32<3>;
	type Community = TestCalendar;
	type PalletId = CashierPalletId;
	type RuntimeHoldReason = RuntimeHoldReason;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

/// Set-up outside the pallet for benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper for Helper {
	fn set_time(now: linli_primitives::Moment) {
		Now::set(now);
	}

	fn ensure_pot(_: linli_primitives::PotId) -> sp_runtime::DispatchResult {
		Ok(())
	}
}

pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CORA: AccountId = 11;
pub const CARL: AccountId = 12;
pub const ADA: AccountId = 21;

/// Builds a community in which Alice has 1,000.00 and the operating pot 500.00.
pub struct ExtBuilder {
	genesis: GenesisConfig<Test>,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self::genesis(GenesisConfig {
			opening: vec![(ALICE, 100_000, "open-1".into())],
			opening_pots: vec![(OPERATING, 50_000, "open-2".into())],
			free_transfers: false,
		})
	}
}

impl ExtBuilder {
	pub fn genesis(genesis: GenesisConfig<Test>) -> Self {
		Self { genesis }
	}
}

impl BuildExt for ExtBuilder {
	type Genesis = RuntimeGenesisConfig;
	type Runtime = Test;

	fn genesis(self) -> RuntimeGenesisConfig {
		RuntimeGenesisConfig { cashier: self.genesis, ..Default::default() }
	}

	fn check() {
		Cashier::do_try_state().unwrap();
		TestFund::check();
	}
}

/// A reference as an argument of a call.
pub fn reference(reference: &str) -> crate::Reference {
	linli_testing::text(reference)
}

/// The key of a reference.
pub fn key(text: &str) -> linli_primitives::ContentHash {
	crate::reference_hash(text.as_bytes()).unwrap()
}

/// Has Cora book a receipt.
pub fn receive(account: AccountId, amount: Fen, text: &str) {
	Cashier::receive(signed(CORA), account, amount, reference(text)).unwrap();
}

/// The pallet's last event.
pub fn last_event() -> crate::Event<Test> {
	System::read_events_for_pallet().pop().expect("an event")
}
