// SPDX-License-Identifier: Apache-2.0

//! A runtime of balances, the cashier, and pots without ledgers.

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

/// Pots that remember why money moved.
pub type TestFund = Ledger<Balances>;

/// Carl is a cashier and an auditor as well, which the roles would not forbid.
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

/// What the benchmarks need done outside the pallet.
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

/// Builds a community with 1,000.00 of Alice's and 500.00 in the operating pot.
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

/// A reference as it goes into a call.
pub fn reference(reference: &str) -> crate::Reference {
	linli_testing::text(reference)
}

/// The key of a reference.
pub fn key(text: &str) -> linli_primitives::ContentHash {
	crate::reference_hash(text.as_bytes()).unwrap()
}

/// Books a receipt by Cora.
pub fn receive(account: AccountId, amount: Fen, text: &str) {
	Cashier::receive(signed(CORA), account, amount, reference(text)).unwrap();
}

/// What the pallet said last.
pub fn last_event() -> crate::Event<Test> {
	System::read_events_for_pallet().pop().expect("an event")
}
