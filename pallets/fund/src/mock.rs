// SPDX-License-Identifier: Apache-2.0

//! A mock runtime with balances and pots.

use crate as pallet_linli_fund;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	parameter_types,
	traits::{
		fungible::{Balanced, Credit, Mutate},
		tokens::{Fortitude, Precision, Preservation},
		Hooks, OnUnbalanced, VariantCount,
	},
};
use frame_system::EnsureRoot;
use linli_primitives::{
	traits::{Attesters, BankStatement, BankStatements, People, PotShares},
	Cause, ContentHash, EntryId, Fen, Period, PotId,
};
pub use linli_testing::*;
use scale_info::TypeInfo;
use sp_runtime::DispatchError;

frame_support::construct_runtime!(
	pub struct Test {
		System: frame_system,
		Balances: pallet_balances,
		Fund: pallet_linli_fund,
	}
);

linli_testing::impl_balances!(Test {
	type RuntimeHoldReason = Held;
});

linli_testing::settings! {
	pub static Attested: Vec<(Period, i128)> = Vec::new();
	/// The attested months of which the auditor's figure is missing.
	pub static Unconfirmed: Vec<Period> = Vec::new();
	/// The account that attested them, if it matters to a test.
	pub static Attester: Option<AccountId> = None;
	/// Another account of the auditor.
	pub static SecondAccount: Option<AccountId> = None;
	pub static Earmarked: Fen = 0;
	/// Entries that changed a share, and whether their event had been emitted by then.
	pub static ShareChanges: Vec<(EntryId, bool)> = Vec::new();
}

parameter_types! {
	pub const FeePot: PotId = OPERATING;
	pub const MaxPots: PotId = 8;
}

/// The hold reason of the tests.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Held {
	/// Used by tests.
	Test,
}

impl VariantCount for Held {
	const VARIANT_COUNT: u32 = 1;
}

/// The bank statements that a test has attested, as listed in [`Attested`].
pub struct TestStatements;

impl BankStatements for TestStatements {
	fn statement(month: Period) -> Option<BankStatement> {
		let (_, difference) = Attested::get().into_iter().find(|(attested, _)| *attested == month)?;
		let is_confirmed = !Unconfirmed::get().contains(&month);
		is_confirmed.then_some(BankStatement { statement: STATEMENT, difference, confirmed: true })
	}

	fn is_attested(month: Period) -> bool {
		Attested::get().into_iter().any(|(attested, _)| attested == month)
	}
}

impl Attesters<AccountId> for TestStatements {
	fn attesters(_month: Period) -> Vec<AccountId> {
		Attester::get().into_iter().collect()
	}
}

/// The persons behind accounts: the auditor may have a second one.
pub struct TestPeople;

impl People<AccountId> for TestPeople {
	fn same_person(a: &AccountId, b: &AccountId) -> bool {
		let is_auditors = |account: &AccountId| *account == AUDITOR || SecondAccount::get() == Some(*account);
		a == b || (is_auditors(a) && is_auditors(b))
	}

	fn related(a: &AccountId, b: &AccountId) -> bool {
		Self::same_person(a, b)
	}
}

/// Shares of units in the repair pot: deposits for a unit are earmarked.
pub struct TestShares;

impl TestShares {
	/// Notes in [`ShareChanges`] that an entry changed a share.
	fn note(pot: PotId, id: EntryId) {
		type Event = crate::Event<Test>;
		let is_it = |event: &Event| match event {
			Event::EntryWritten { pot: of, entry, .. } => (*of, *entry) == (pot, id),
			_ => false,
		};
		let is_announced = System::read_events_for_pallet().iter().any(is_it);
		ShareChanges::mutate(|changes| changes.push((id, is_announced)));
	}
}

impl PotShares for TestShares {
	fn earmarked(pot: PotId) -> Fen {
		if pot == REPAIR {
			Earmarked::get()
		} else {
			0
		}
	}

	fn on_deposit(pot: PotId, id: EntryId, cause: &Cause, amount: Fen) -> Result<bool, DispatchError> {
		let is_share = matches!(cause, Cause::RepairDeposit { .. });
		if is_share {
			Self::note(pot, id);
			Earmarked::mutate(|sum| *sum += amount);
		}
		Ok(is_share)
	}

	fn on_withdrawal(pot: PotId, id: EntryId, cause: &Cause, amount: Fen) -> Result<bool, DispatchError> {
		let is_share = matches!(cause, Cause::Project { .. });
		if is_share {
			Self::note(pot, id);
			Earmarked::mutate(|sum| *sum -= amount);
		}
		Ok(is_share)
	}
}

impl pallet_linli_fund::Config for Test {
	type Clock = Now;
	type CloseOrigin = SignedBy<AUDITOR>;
	type Currency = Balances;
	type DecisionOrigin = EnsureRoot<AccountId>;
	type FeePot = FeePot;
	type MaxPots = MaxPots;
	type Community = TestCalendar;
	type PalletId = FundPalletId;
	type Shares = TestShares;
	type Statements = TestStatements;
	type People = TestPeople;
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

	fn attest(month: Period) {
		Attested::mutate(|attested| attested.push((month, 0)));
	}
}

pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const AUDITOR: AccountId = 3;
pub const STATEMENT: ContentHash = ContentHash::repeat_byte(5);

/// Builds a community with three empty pots, in which Alice and Bob have 1,000.00 each.
pub struct ExtBuilder;

impl BuildExt for ExtBuilder {
	type Genesis = RuntimeGenesisConfig;
	type Runtime = Test;

	fn genesis(self) -> RuntimeGenesisConfig {
		let balances = vec![(ALICE, 100_000), (BOB, 100_000)];
		RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig { balances, ..Default::default() },
			..Default::default()
		}
	}

	fn check() {
		Fund::do_try_state().unwrap();
	}
}

/// Finalizes the block and initializes the next one, six seconds later.
pub fn next_block() {
	let number = System::block_number();
	Fund::on_finalize(number);
	System::set_block_number(number + 1);
	pass(6_000);
	Fund::on_initialize(number + 1);
}

/// Charges `who` a transaction fee as `pallet-transaction-payment` does. Returns whether it was paid.
pub fn pay_fee(who: AccountId, amount: Fen) -> bool {
	let withdrawn: Result<Credit<AccountId, Balances>, _> =
		Balances::withdraw(&who, amount, Precision::Exact, Preservation::Preserve, Fortitude::Polite);
	withdrawn.map(crate::DealWithFees::<Test>::on_unbalanced).is_ok()
}

/// Mints money for `who`, bypassing the ledgers.
pub fn mint(who: AccountId, amount: Fen) {
	Balances::mint_into(&who, amount).unwrap();
}
