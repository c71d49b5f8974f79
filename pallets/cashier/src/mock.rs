// SPDX-License-Identifier: Apache-2.0

//! A runtime of balances, the cashier, and pots without ledgers.

use crate as pallet_linli_cashier;
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		fungible::Mutate,
		tokens::{Precision, Preservation, Restriction},
		ConstU32, SortedMembers,
	},
	PalletId,
};
use frame_system::{EnsureRoot, EnsureSignedBy};
use linli_primitives::{
	traits::{Clock, FundLedger},
	Cause, EntryId, Fen, Moment, Period, PotId, UtcOffset,
};
use sp_runtime::{traits::IdentityLookup, BuildStorage, DispatchError};

type Block = frame_system::mocking::MockBlock<Test>;

/// Wide enough for the pallet's account, handy in tests.
pub type AccountId = u128;

frame_support::construct_runtime!(
	pub struct Test {
		System: frame_system,
		Balances: pallet_balances,
		Cashier: pallet_linli_cashier,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountData = pallet_balances::AccountData<Fen>;
	type AccountId = AccountId;
	type Block = Block;
	type Lookup = IdentityLookup<AccountId>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type Balance = Fen;
}

parameter_types! {
	pub static Now: Moment = 0;
	pub static Causes: Vec<Cause> = Vec::new();
	pub static Offset: UtcOffset = UtcOffset::PLUS_8;
	pub const CashierPalletId: PalletId = PalletId(*b"linlcash");
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

/// Two pots that remember why money moved.
pub struct TestFund;

impl TestFund {
	fn entry(pot: PotId, cause: Cause) -> Result<EntryId, DispatchError> {
		frame_support::ensure!(Self::exists(pot), DispatchError::Other("no such pot"));
		Causes::mutate(|causes| causes.push(cause));
		Ok(0)
	}
}

impl FundLedger<AccountId> for TestFund {
	type HoldReason = RuntimeHoldReason;

	fn exists(pot: PotId) -> bool {
		pot < 2
	}

	fn account(pot: PotId) -> AccountId {
		1_000 + AccountId::from(pot)
	}

	fn is_pot(account: &AccountId) -> bool {
		(1_000..1_002).contains(account)
	}

	fn deposit(
		pot: PotId,
		from: &AccountId,
		amount: Fen,
		cause: Cause,
		preservation: Preservation,
	) -> Result<EntryId, DispatchError> {
		Balances::transfer(from, &Self::account(pot), amount, preservation)?;
		Self::entry(pot, cause)
	}

	fn deposit_held(
		pot: PotId,
		reason: &RuntimeHoldReason,
		from: &AccountId,
		amount: Fen,
		cause: Cause,
	) -> Result<EntryId, DispatchError> {
		use frame_support::traits::{fungible::MutateHold, tokens::Fortitude::Polite};
		let pot_account = Self::account(pot);
		Balances::transfer_on_hold(reason, from, &pot_account, amount, Precision::Exact, Restriction::Free, Polite)?;
		Self::entry(pot, cause)
	}

	fn issue(pot: PotId, amount: Fen, cause: Cause) -> Result<EntryId, DispatchError> {
		let entry = Self::entry(pot, cause)?;
		Balances::mint_into(&Self::account(pot), amount)?;
		Ok(entry)
	}

	fn withdraw(pot: PotId, to: &AccountId, amount: Fen, cause: Cause) -> Result<EntryId, DispatchError> {
		Balances::transfer(&Self::account(pot), to, amount, Preservation::Expendable)?;
		Self::entry(pot, cause)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_pot(pot: PotId) -> Result<(), DispatchError> {
		frame_support::ensure!(Self::exists(pot), DispatchError::Other("no such pot"));
		Ok(())
	}
}

/// The cashiers. Carl is an auditor as well, which the roles would not forbid.
pub struct Cashiers;

impl SortedMembers<AccountId> for Cashiers {
	fn sorted_members() -> Vec<AccountId> {
		vec![CORA, CARL]
	}
}

/// The auditors.
pub struct Auditors;

impl SortedMembers<AccountId> for Auditors {
	fn sorted_members() -> Vec<AccountId> {
		vec![CARL, ADA]
	}
}

impl pallet_linli_cashier::Config for Test {
	type AuditorOrigin = EnsureSignedBy<Auditors, AccountId>;
	type CashierOrigin = EnsureSignedBy<Cashiers, AccountId>;
	type Clock = TestClock;
	type Currency = Balances;
	type DecisionOrigin = EnsureRoot<AccountId>;
	type Fund = TestFund;
	type MaxOpenPayouts = ConstU32<3>;
	type Offset = Offset;
	type PalletId = CashierPalletId;
	type RuntimeHoldReason = RuntimeHoldReason;
	type WeightInfo = ();
}

pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CORA: AccountId = 11;
pub const CARL: AccountId = 12;
pub const ADA: AccountId = 21;
pub const OPERATING: PotId = 0;

pub const NOVEMBER: Period = Period { year: 2026, month: 11 };
pub const DECEMBER: Period = Period { year: 2026, month: 12 };
pub const JANUARY: Period = Period { year: 2027, month: 1 };
pub const FEBRUARY: Period = Period { year: 2027, month: 2 };

/// When a month begins in the community's time.
pub fn start_of(month: Period) -> Moment {
	month.start(UtcOffset::PLUS_8).unwrap()
}

/// Builds a community with 1,000.00 of Alice's and 500.00 in the operating pot, in the middle of November 2026.
pub struct ExtBuilder {
	genesis: crate::GenesisConfig<Test>,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self {
			genesis: crate::GenesisConfig {
				opening: vec![(ALICE, 100_000, "open-1".into())],
				opening_pots: vec![(OPERATING, 50_000, "open-2".into())],
				free_transfers: false,
			},
		}
	}
}

impl ExtBuilder {
	pub fn genesis(genesis: crate::GenesisConfig<Test>) -> Self {
		Self { genesis }
	}

	pub fn build(self) -> sp_io::TestExternalities {
		Now::set(0);
		Causes::take();
		let storage = RuntimeGenesisConfig { cashier: self.genesis, ..Default::default() }.build_storage().unwrap();
		let mut ext = sp_io::TestExternalities::new(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			Now::set(start_of(NOVEMBER) + 15 * linli_primitives::calendar::DAY);
		});
		ext
	}

	/// Runs a test, and every invariant after it.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			Cashier::do_try_state().unwrap();
		});
	}
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// A reference as it goes into a call.
pub fn reference(text: &str) -> crate::Reference {
	text.as_bytes().to_vec().try_into().unwrap()
}

/// The key of a reference.
pub fn key(text: &str) -> linli_primitives::ContentHash {
	crate::reference_hash(text.as_bytes()).unwrap()
}

/// Books a receipt by Cora.
pub fn receive(account: AccountId, amount: Fen, text: &str) {
	Cashier::receive(signed(CORA), account, amount, reference(text)).unwrap();
}
