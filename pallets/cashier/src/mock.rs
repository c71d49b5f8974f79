// SPDX-License-Identifier: Apache-2.0

//! A mock runtime with balances, the cashier and stand-in pots.

use crate::{self as pallet_linli_cashier, GenesisConfig};
use frame_support::{
	ensure, parameter_types,
	traits::{
		fungible::{Inspect, Mutate},
		tokens::{Fortitude::Polite, Preservation::Expendable},
		ConstU32, ConstU64, Contains, EitherOf,
	},
	weights::Weight,
	PalletId,
};
use frame_system::EnsureRoot;
use linli_primitives::{
	calendar::DAY,
	traits::{BankOrders, BankOutcomes, Credited, FundLedger, People, UnitReceipts},
	Cause, Commitment, ContentHash, EntryId, Fen, Moment, OrderId, PaymentId, UnitId,
};
pub use linli_testing::*;
use sp_runtime::{DispatchError, DispatchResult};

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

/// How long an order waits for its outcome: 30 days.
pub const OUTCOME_TIME: Moment = 30 * DAY;

linli_testing::settings! {
	/// The payments of units that were moved to another unit.
	pub static MovedAway: Vec<PaymentId> = Vec::new();
	/// What the pallet that ordered learnt: cause, and the key of the reference or the entry of the ledger.
	pub static Told: Vec<(Cause, Result<ContentHash, EntryId>)> = Vec::new();
	/// The refunds that were taken back: cause, amount, and the key of the reference.
	pub static TakenBack: Vec<(Cause, Fen, ContentHash)> = Vec::new();
	/// The number of units that bore a cost.
	pub static Bearing: u32 = 0;
	/// Whether the pallet that ordered refuses outcomes.
	pub static Refusing: bool = false;
	/// What units owe, each as one bill.
	pub static Dues: Vec<(UnitId, Fen)> = Vec::new();
	/// The payments of units' dues: unit, amount, value date.
	pub static DuesPaid: Vec<(UnitId, Fen, Moment)> = Vec::new();
}

/// A stand-in for the pallets that order payments.
pub struct Orderer;

impl BankOutcomes<AccountId> for Orderer {
	fn bearers(_: &Cause) -> u32 {
		Bearing::get()
	}

	fn paid(cause: &Cause, reference: ContentHash, _: &AccountId) -> DispatchResult {
		ensure!(!Refusing::get(), DispatchError::Other("refused"));
		Told::mutate(|told| told.push((*cause, Ok(reference))));
		Ok(())
	}

	fn returned(cause: &Cause, entry: EntryId, _: Option<ContentHash>) -> DispatchResult {
		ensure!(!Refusing::get(), DispatchError::Other("refused"));
		Told::mutate(|told| told.push((*cause, Err(entry))));
		Ok(())
	}

	fn refund_reversed(cause: &Cause, amount: Fen, reference: ContentHash) -> DispatchResult {
		ensure!(!Refusing::get(), DispatchError::Other("refused"));
		TakenBack::mutate(|taken| taken.push((*cause, amount, reference)));
		Ok(())
	}
}

/// The account that keeps a unit's money.
pub fn unit_account(unit: UnitId) -> AccountId {
	FIRST_UNIT_ACCOUNT + AccountId::from(unit)
}

/// Where the mock keeps what is prepaid with a unit's money.
pub fn prepaid_account(account: AccountId) -> AccountId {
	account + 10_000
}

/// Prepays so much of what is kept for a unit.
pub fn prepay(unit: UnitId, amount: Fen) {
	let account = unit_account(unit);
	<Balances as Mutate<_>>::transfer(&account, &prepaid_account(account), amount, Expendable).unwrap();
}

const FIRST_UNIT_ACCOUNT: AccountId = 50_000;
const UNITS: UnitId = 3;

/// A stand-in for the fees of three units, paid into the operating pot. Carl, Amos and Max live in unit 1.
pub struct TestUnits;

impl UnitReceipts<AccountId> for TestUnits {
	fn account(unit: UnitId) -> Result<AccountId, DispatchError> {
		ensure!(unit < UNITS, DispatchError::Other("no such unit"));
		if System::providers(&unit_account(unit)) == 0 {
			System::inc_providers(&unit_account(unit));
		}
		Ok(unit_account(unit))
	}

	fn credit(unit: UnitId, _: Fen, value: Moment, max_bills: u32) -> Result<Credited, DispatchError> {
		let account = unit_account(unit);
		let mut dues = Dues::get();
		let Some((_, owed)) = dues.iter_mut().find(|(of, owed)| *of == unit && *owed > 0) else {
			return Ok(Credited::default());
		};
		ensure!(max_bills > 0, DispatchError::Other("more bills than max_bills"));
		let paid = Balances::reducible_balance(&account, Expendable, Polite).min(*owed);
		if paid == 0 {
			return Ok(Credited { payment: None, bills: 1 });
		}
		*owed -= paid;
		Dues::set(dues);
		TestFund::deposit(OPERATING, &account, paid, Cause::Donation, Expendable)?;
		DuesPaid::mutate(|all| all.push((unit, paid, value)));
		Ok(Credited { payment: Some(DuesPaid::get().len() as PaymentId - 1), bills: 1 })
	}

	fn take_back(account: &AccountId, payment: Option<PaymentId>, since: Moment, amount: Fen) -> DispatchResult {
		let unit = (*account - FIRST_UNIT_ACCOUNT) as UnitId;
		let paid: Fen = match payment {
			Some(payment) => DuesPaid::get()[payment as usize].1,
			None => {
				DuesPaid::get().iter().filter(|(of, _, at)| *of == unit && *at >= since).map(|(_, paid, _)| paid).sum()
			}
		};
		let taken = paid.min(amount).min(TestFund::available(OPERATING));
		if taken == 0 {
			return Ok(());
		}
		Dues::mutate(|dues| dues.iter_mut().filter(|(of, _)| *of == unit).for_each(|(_, owed)| *owed += taken));
		TestFund::withdraw(OPERATING, &unit_account(unit), taken, Cause::Donation).map(|_| ())
	}

	fn prepaid(account: &AccountId) -> Fen {
		Balances::free_balance(prepaid_account(*account))
	}

	fn release_prepaid(account: &AccountId, amount: Fen) -> DispatchResult {
		<Balances as Mutate<_>>::transfer(&prepaid_account(*account), account, amount, Expendable).map(|_| ())
	}

	fn was_moved(payment: PaymentId) -> bool {
		MovedAway::get().contains(&payment)
	}

	fn is_unit_account(account: &AccountId) -> bool {
		(0..UNITS).any(|unit| unit_account(unit) == *account)
	}

	fn concerns(account: &AccountId, who: &AccountId) -> bool {
		*account == unit_account(1) && [CARL, AMOS, MAX].contains(who)
	}

	fn concerns_weight() -> Weight {
		Weight::zero()
	}

	fn weight(bills: u32) -> Weight {
		Weight::from_parts(100 + u64::from(bills), 0)
	}

	fn take_back_weight() -> Weight {
		Weight::from_parts(7, 0)
	}

	fn release_weight() -> Weight {
		Weight::from_parts(3, 0)
	}
}

/// Carl and Max have second accounts, and Amos lives with Bob.
pub struct TestPeople;

impl People<AccountId> for TestPeople {
	fn same_person(a: &AccountId, b: &AccountId) -> bool {
		let pairs = [[*a, *b], [*b, *a]];
		a == b || pairs.contains(&[CARL, CARLS_OTHER]) || pairs.contains(&[MAX, MAXS_OTHER])
	}

	fn related(a: &AccountId, b: &AccountId) -> bool {
		Self::same_person(a, b) || [[*a, *b], [*b, *a]].contains(&[AMOS, BOB])
	}
}

/// The escrow account of a project.
pub const ESCROW: AccountId = 41;

/// The pots' accounts, the transit account and an escrow account.
pub struct CommunityAccounts;

impl Contains<AccountId> for CommunityAccounts {
	fn contains(account: &AccountId) -> bool {
		TestFund::is_pot(account)
			|| Cashier::is_transit_account(account)
			|| *account == ESCROW
			|| TestUnits::is_unit_account(account)
	}
}

/// Cora and Carl are cashiers, Ada and Amos auditors, and so are Carl's and Max's other accounts. Max is the manager.
impl pallet_linli_cashier::Config for Test {
	type AuditorOrigin = EitherOf<SignedBy<ADA, AMOS>, SignedBy<CARLS_OTHER, MAXS_OTHER>>;
	type BanksOrigin = EnsureRoot<AccountId>;
	type CashierOrigin = SignedBy<CORA, CARL>;
	type Clock = Now;
	type CommunityAccounts = CommunityAccounts;
	type Currency = Balances;
	type DecisionOrigin = EnsureRoot<AccountId>;
	type Ledger = TestFund;
	type ManagerOrigin = SignedBy<MAX>;
	type MaxOpenPayouts = ConstU32<3>;
	type Community = TestCalendar;
	type OutcomeTime = ConstU64<OUTCOME_TIME>;
	type Outcomes = Orderer;
	type Units = TestUnits;
	type PalletId = CashierPalletId;
	type People = TestPeople;
	type Repair = UnitShares<Balances, TestFund>;
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
	fn set_time(now: Moment) {
		Now::set(now);
	}

	fn ensure_pot(_: linli_primitives::PotId) -> DispatchResult {
		Ok(())
	}

	fn unit() -> UnitId {
		0
	}
}

pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CORA: AccountId = 11;
pub const CARL: AccountId = 12;
pub const CARLS_OTHER: AccountId = 13;
pub const ADA: AccountId = 21;
pub const AMOS: AccountId = 22;
pub const MAX: AccountId = 31;
pub const MAXS_OTHER: AccountId = 32;

/// Builds a community in which Alice has 1,000.00 and the operating pot 500.00.
pub struct ExtBuilder {
	genesis: GenesisConfig<Test>,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self::genesis(GenesisConfig {
			opening: vec![(ALICE, 100_000, "open-1".into())],
			opening_units: Vec::new(),
			opening_pots: vec![(OPERATING, 50_000, "open-2".into())],
			opening_pots_at: Vec::new(),
			opening_banks: Vec::new(),
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
pub fn key(text: &str) -> ContentHash {
	crate::reference_hash(0, text.as_bytes()).unwrap()
}

/// Has Cora book a receipt.
pub fn receive(account: AccountId, amount: Fen, text: &str) {
	Cashier::receive(signed(CORA), 0, account, amount, reference(text), None).unwrap();
}

/// Has Alice request a payout, and Cora order it.
pub fn order(amount: Fen) -> OrderId {
	let (payout, order) = (crate::NextPayout::<Test>::get(), crate::NextOrder::<Test>::get());
	Cashier::request_payout(signed(ALICE), amount, Commitment::zero()).unwrap();
	Cashier::order_payout(signed(CORA), 0, payout).unwrap();
	order
}

/// The cause of [`order_from_pot`].
pub const EXPENSE: Cause = Cause::Expense { expense: 4 };

/// Has Cora order a payment out of the operating pot.
pub fn order_from_pot(amount: Fen) -> OrderId {
	Cashier::order(&CORA, 0, OPERATING, amount, Commitment::zero(), EXPENSE).unwrap().0
}

/// Has Alice request a payout, and Cora order it and book that it was paid.
pub fn pay_out(amount: Fen, text: &str) {
	let order = order(amount);
	Cashier::book_paid(signed(CORA), order, reference(text), None).unwrap();
}

/// The pallet's last event.
pub fn last_event() -> crate::Event<Test> {
	System::read_events_for_pallet().pop().expect("an event")
}
