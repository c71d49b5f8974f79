// SPDX-License-Identifier: Apache-2.0

//! A mock runtime with two units, a manager and an auditor.

use crate::{self as pallet_linli_deposits, *};
use frame_support::traits::{ConstU32, ConstU64};
use frame_system::EnsureRoot;
use linli_primitives::{calendar::DAY, traits::People, Fen, Moment, UnitKind};
pub use linli_testing::*;

frame_support::construct_runtime!(
	pub struct Test {
		System: frame_system,
		Balances: pallet_balances,
		Deposits: pallet_linli_deposits,
	}
);

linli_testing::impl_balances!(Test);

pub type Register = linli_testing::Register<Test>;
pub type TestFund = Ledger<Balances>;

/// Wu pays deposits.
pub const WU: AccountId = 1;
pub const MANAGER: AccountId = 90;
/// Lives with Wu.
pub const WUS_SON: AccountId = 92;
pub const AUDITOR: AccountId = 91;
pub const RICH: Fen = 1_000_000;

pub const INSPECTION: Moment = 7 * DAY;
pub const ANSWER: Moment = 14 * DAY;
pub const RULING: Moment = 30 * DAY;

/// Wu and his son live together.
pub struct Household;

impl People<AccountId> for Household {
	fn same_person(a: &AccountId, b: &AccountId) -> bool {
		a == b
	}

	fn related(a: &AccountId, b: &AccountId) -> bool {
		a == b || [[*a, *b], [*b, *a]].contains(&[WU, WUS_SON])
	}
}

/// Wu's son is a manager and an auditor as well, and the manager an auditor, so that the tests cover the pallet's own
/// checks.
impl Config for Test {
	type AnswerTime = ConstU64<ANSWER>;
	type Clock = Now;
	type Currency = Balances;
	type DecisionOrigin = EnsureRoot<AccountId>;
	type InspectionTime = ConstU64<INSPECTION>;
	type LateRulingOrigin = EnsureRoot<AccountId>;
	type Ledger = TestFund;
	type ManagerOrigin = SignedBy<MANAGER, WUS_SON>;
	type MaxOpen = ConstU32<3>;
	type People = Household;
	type Register = Register;
	type RulingOrigin = frame_support::traits::EitherOf<SignedBy<AUDITOR, WUS_SON>, SignedBy<MANAGER>>;
	type RulingTime = ConstU64<RULING>;
	type RuntimeHoldReason = RuntimeHoldReason;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

/// Setup that the benchmarks need outside of the pallet.
#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;

#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkHelper<AccountId> for Helper {
	fn set_time(now: Moment) {
		Now::set(now);
	}

	fn fund(account: &AccountId, amount: Fen) {
		use frame_support::traits::fungible::Mutate;
		Balances::mint_into(account, amount).unwrap();
	}

	fn ensure_pot(_: linli_primitives::PotId) -> sp_runtime::DispatchResult {
		Ok(())
	}

	fn add_unit(account: &AccountId) -> linli_primitives::UnitId {
		Register::add_unit(account, UnitKind::Residential, 9_000)
	}
}

pub struct ExtBuilder;

impl BuildExt for ExtBuilder {
	type Genesis = RuntimeGenesisConfig;
	type Runtime = Test;

	fn genesis(self) -> RuntimeGenesisConfig {
		Register::add(1, UnitKind::Residential, 9_000, 1);
		Register::add(1, UnitKind::Residential, 9_000, 2);
		let balances = vec![(WU, RICH), (WUS_SON, RICH)];
		RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig { balances, ..Default::default() },
			..Default::default()
		}
	}

	fn check() {
		Deposits::do_try_state().unwrap();
		TestFund::check();
	}
}

/// Wu's whole balance.
pub fn total() -> Fen {
	use frame_support::traits::fungible::Inspect;
	Balances::total_balance(&WU)
}

/// Wu's free balance.
pub fn free() -> Fen {
	Balances::free_balance(WU)
}

pub fn events() -> Vec<Event<Test>> {
	take_events::<Test, _>()
}
