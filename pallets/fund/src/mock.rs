// SPDX-License-Identifier: Apache-2.0

//! A runtime of balances and pots.

use crate as pallet_linli_fund;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		fungible::{Balanced, Credit, Mutate},
		tokens::{Fortitude, Precision, Preservation},
		Hooks, OnUnbalanced, VariantCount,
	},
	PalletId,
};
use frame_system::{EnsureRoot, EnsureSignedBy};
use linli_primitives::{
	traits::{BankStatement, BankStatements, Clock, PotShares},
	Cause, ContentHash, Fen, Moment, Period, PotId, UtcOffset,
};
use scale_info::TypeInfo;
use sp_runtime::{traits::IdentityLookup, BuildStorage, DispatchResult};

type Block = frame_system::mocking::MockBlock<Test>;

/// Wide enough for the accounts of pots, handy in tests.
pub type AccountId = u128;

frame_support::construct_runtime!(
	pub struct Test {
		System: frame_system,
		Balances: pallet_balances,
		Fund: pallet_linli_fund,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountData = pallet_balances::AccountData<Fen>;
	type AccountId = AccountId;
	type Block = Block;
	type Lookup = IdentityLookup<AccountId>;
}

/// The one purpose for which money is held here.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Held {
	/// For a test.
	Test,
}

impl VariantCount for Held {
	const VARIANT_COUNT: u32 = 1;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type Balance = Fen;
	type RuntimeHoldReason = Held;
}

frame_support::ord_parameter_types! {
	pub const Auditor: AccountId = AUDITOR;
}

parameter_types! {
	pub static Now: Moment = 0;
	pub static Attested: Vec<(Period, i128)> = Vec::new();
	pub static Earmarked: Fen = 0;
	pub static Offset: UtcOffset = UtcOffset::PLUS_8;
	pub const FundPalletId: PalletId = PalletId(*b"linlfund");
	pub const FeePot: PotId = 0;
	pub const MaxPots: PotId = 8;
}

/// A clock that tests set.
pub struct TestClock;

impl Clock for TestClock {
	fn now() -> Moment {
		Now::get()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set(now: Moment) {
		Now::set(now);
	}
}

/// The bank's statements that a test has attested: month and difference.
pub struct TestStatements;

impl BankStatements for TestStatements {
	fn statement(month: Period) -> Option<BankStatement> {
		let (_, difference) = Attested::get().into_iter().find(|(attested, _)| *attested == month)?;
		Some(BankStatement { statement: STATEMENT, difference })
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn attest(month: Period) {
		Attested::mutate(|attested| attested.push((month, 0)));
	}
}

/// Units with shares in the repair pot: what is deposited for one is theirs.
pub struct TestShares;

impl PotShares for TestShares {
	fn earmarked(pot: PotId) -> Fen {
		if pot == REPAIR {
			Earmarked::get()
		} else {
			0
		}
	}

	fn on_deposit(_: PotId, cause: &Cause, amount: Fen) -> DispatchResult {
		if matches!(cause, Cause::RepairDeposit { .. }) {
			Earmarked::mutate(|sum| *sum += amount);
		}
		Ok(())
	}

	fn on_withdrawal(_: PotId, cause: &Cause, amount: Fen) -> DispatchResult {
		if matches!(cause, Cause::Project { .. }) {
			Earmarked::mutate(|sum| *sum -= amount);
		}
		Ok(())
	}
}

impl pallet_linli_fund::Config for Test {
	type Clock = TestClock;
	type CloseOrigin = EnsureSignedBy<Auditor, AccountId>;
	type Currency = Balances;
	type DecisionOrigin = EnsureRoot<AccountId>;
	type FeePot = FeePot;
	type MaxPots = MaxPots;
	type Offset = Offset;
	type PalletId = FundPalletId;
	type Shares = TestShares;
	type Statements = TestStatements;
	type WeightInfo = ();
}

pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const AUDITOR: AccountId = 3;
pub const STATEMENT: ContentHash = ContentHash::repeat_byte(5);
pub const OPERATING: PotId = 0;
pub const REPAIR: PotId = 1;
pub const INCOME: PotId = 2;
/// Half past nine on 23 November 2026 in UTC+8.
pub const START: Moment = 1_795_397_400_000;

/// Builds the ledgers' little world: three pots, Alice and Bob with 1,000.00 each.
pub struct ExtBuilder;

impl ExtBuilder {
	pub fn build(self) -> sp_io::TestExternalities {
		Now::set(0);
		Attested::set(Vec::new());
		Earmarked::set(0);
		let storage = RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig {
				balances: vec![(ALICE, 100_000), (BOB, 100_000)],
				..Default::default()
			},
			..Default::default()
		}
		.build_storage()
		.unwrap();
		let mut ext = sp_io::TestExternalities::new(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			Now::set(START);
		});
		ext
	}

	/// Runs a test, and every invariant after it.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			Fund::do_try_state().unwrap();
		});
	}
}

/// Ends the block and begins the next, six seconds later.
pub fn next_block() {
	let number = System::block_number();
	Fund::on_finalize(number);
	System::set_block_number(number + 1);
	Now::mutate(|now| *now += 6_000);
	Fund::on_initialize(number + 1);
}

/// Takes a transaction fee from `who` as `pallet-transaction-payment` does.
pub fn pay_fee(who: AccountId, amount: Fen) -> bool {
	let withdrawn: Result<Credit<AccountId, Balances>, _> =
		Balances::withdraw(&who, amount, Precision::Exact, Preservation::Preserve, Fortitude::Polite);
	withdrawn.map(crate::DealWithFees::<Test>::on_unbalanced).is_ok()
}

/// Gives new money to `who`, past every pot.
pub fn mint(who: AccountId, amount: Fen) {
	Balances::mint_into(&who, amount).unwrap();
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}
