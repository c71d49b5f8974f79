// SPDX-License-Identifier: Apache-2.0

//! A community with real pots and ledgers, a bank that burns, and units that own the repair pot.

use crate::{self as pallet_linli_expenses, types::*};
use frame_support::{
	derive_impl, parameter_types,
	storage::with_storage_layer,
	storage_alias,
	traits::{
		fungible::{Inspect, Mutate},
		tokens::{Fortitude, Precision, Preservation},
		ConstU32, Contains, EnsureOrigin, SortedMembers,
	},
	weights::Weight,
	PalletId, Twox64Concat,
};
use frame_system::{EnsureRoot, EnsureSignedBy, RawOrigin};
use linli_primitives::{
	calendar::DAY,
	traits::{BankPayments, BankStatement, BankStatements, Bearers, Clock, FundLedger, PotShares, RepairShares},
	BuildingId, Buildings, Cause, ContentHash, EntryId, ExpenseId, Fen, LineId, Moment, Period, PotId, ProposalId,
	UtcOffset,
};
use sp_runtime::{traits::IdentityLookup, BuildStorage, DispatchError, DispatchResult};

type Block = frame_system::mocking::MockBlock<Test>;

/// Wide enough for the accounts of pots, handy in tests.
pub type AccountId = u128;

frame_support::construct_runtime!(
	pub struct Test {
		System: frame_system,
		Balances: pallet_balances,
		Fund: pallet_linli_fund,
		Spending: pallet_linli_expenses,
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
	pub static Offset: UtcOffset = UtcOffset::PLUS_8;
	pub const FundPalletId: PalletId = PalletId(*b"linlfund");
	pub const FeePot: PotId = 0;
	pub const MaxPots: PotId = 4;
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

/// The bank agrees with every month.
pub struct TestStatements;

impl BankStatements for TestStatements {
	fn statement(_: Period) -> Option<BankStatement> {
		Some(BankStatement { statement: hash(9), difference: 0 })
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn attest(_: Period) {}
}

/// Of each building, how many units have shares in the repair pot, and how many fen of it are theirs.
#[storage_alias]
pub type UnitShares = StorageMap<Mock, Twox64Concat, BuildingId, (u32, Fen)>;

/// The bank references that were used.
#[storage_alias]
pub type References = StorageMap<Mock, Twox64Concat, ContentHash, ()>;

/// The repair fund without the shares of single units: a building's are one sum.
pub struct TestRepair;

impl TestRepair {
	fn concerned(buildings: Option<&[BuildingId]>) -> Vec<BuildingId> {
		let mut all: Vec<_> = UnitShares::iter_keys().collect();
		all.sort();
		all.into_iter().filter(|id| buildings.is_none_or(|only| only.contains(id))).collect()
	}
}

impl RepairShares for TestRepair {
	fn pot() -> PotId {
		REPAIR
	}

	fn related_units(buildings: Option<&[BuildingId]>) -> u32 {
		Self::concerned(buildings).iter().filter_map(UnitShares::get).map(|(units, _)| units).sum()
	}

	fn charge(buildings: Option<Buildings>, amount: Fen, _: Cause) -> Result<Bearers, DispatchError> {
		let units = Self::related_units(buildings.as_ref().map(|buildings| buildings.as_slice()));
		frame_support::ensure!(units > 0, DispatchError::Other("no unit is related"));
		with_storage_layer(|| {
			let mut left = amount;
			for building in Self::concerned(buildings.as_ref().map(|buildings| buildings.as_slice())) {
				UnitShares::mutate(building, |slot| {
					let (_, share) = slot.as_mut().unwrap();
					let taken = left.min(*share);
					*share -= taken;
					left -= taken;
				});
			}
			frame_support::ensure!(left == 0, DispatchError::Other("the units have less"));
			Ok(Bearers { buildings, known: Self::related_units(None), units })
		})
	}

	fn give_back(_: &Bearers, _: Fen, _: Cause) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}

	fn max_units() -> u32 {
		1_000
	}

	fn weight(units: u32) -> Weight {
		Weight::from_parts(units.into(), 0)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_up(units: u32, amount: Fen) {
		let _ = UnitShares::clear(u32::MAX, None);
		Fund::issue(REPAIR, amount, Cause::Donation).unwrap();
		UnitShares::insert(0, (units, amount));
	}
}

impl PotShares for TestRepair {
	fn earmarked(pot: PotId) -> Fen {
		if pot == REPAIR {
			UnitShares::iter_values().map(|(_, share)| share).sum()
		} else {
			0
		}
	}

	fn on_deposit(_: PotId, _: &Cause, _: Fen) -> DispatchResult {
		Ok(())
	}

	fn on_withdrawal(_: PotId, _: &Cause, _: Fen) -> DispatchResult {
		Ok(())
	}
}

/// What the bank pays ceases to be.
pub struct TestBank;

impl BankPayments<AccountId> for TestBank {
	fn pay_from_pot(
		_: &AccountId,
		pot: PotId,
		amount: Fen,
		reference: &[u8],
		cause: Cause,
	) -> Result<(EntryId, ContentHash), DispatchError> {
		let key = ContentHash::from(sp_io::hashing::blake2_256(reference));
		frame_support::ensure!(!reference.is_empty(), DispatchError::Other("no reference"));
		frame_support::ensure!(!References::contains_key(key), DispatchError::Other("reference used"));
		with_storage_layer(|| {
			References::insert(key, ());
			let entry = Fund::withdraw(pot, &BANK, amount, cause)?;
			let (all, exact, force) = (Preservation::Expendable, Precision::Exact, Fortitude::Force);
			Balances::burn_from(&BANK, amount, all, exact, force)?;
			Ok((entry, key))
		})
	}
}

macro_rules! offices {
	($($name:ident, $list:ident: $($holder:ident),*;)*) => {
		parameter_types! {
			$(pub static $list: Vec<AccountId> = vec![$($holder),*];)*
		}

		fn fill_offices() {
			$($list::set(vec![$($holder),*]);)*
		}

		$(
			pub struct $name;

			impl SortedMembers<AccountId> for $name {
				fn sorted_members() -> Vec<AccountId> {
					let mut holders = $list::get();
					holders.sort();
					holders
				}
			}

			impl Contains<AccountId> for $name {
				fn contains(who: &AccountId) -> bool {
					$list::get().contains(who)
				}
			}
		)*
	};
}

offices! {
	Manager, Managers: MAX, MIRA;
	Auditor, Auditors: ADA, ABE;
	Cashier, Cashiers: CORA, CARL;
	Member, Members: MEI, MORITZ;
	Committee, Committees: COMMITTEE;
}

/// The assembly by its decision 7, and for budgets the bootstrap key, which has none.
pub struct Assembly;

impl EnsureOrigin<RuntimeOrigin> for Assembly {
	type Success = ProposalId;

	fn try_origin(origin: RuntimeOrigin) -> Result<ProposalId, RuntimeOrigin> {
		match origin.clone().into() {
			Ok(RawOrigin::Signed(ASSEMBLY)) => Ok(DECISION),
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		Ok(signed(ASSEMBLY))
	}
}

pub struct AssemblyOrKey;

impl EnsureOrigin<RuntimeOrigin> for AssemblyOrKey {
	type Success = Option<ProposalId>;

	fn try_origin(origin: RuntimeOrigin) -> Result<Self::Success, RuntimeOrigin> {
		match origin.clone().into() {
			Ok(RawOrigin::Root) => Ok(None),
			_ => Assembly::try_origin(origin).map(Some),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		Assembly::try_successful_origin()
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
	type Shares = TestRepair;
	type Statements = TestStatements;
	type WeightInfo = ();
}

impl pallet_linli_expenses::Config for Test {
	type AssemblyOrigin = Assembly;
	type AuditorOrigin = EnsureSignedBy<Auditor, AccountId>;
	type Auditors = Auditor;
	type Bank = TestBank;
	type BudgetOrigin = AssemblyOrKey;
	type CashierOrigin = EnsureSignedBy<Cashier, AccountId>;
	type Clock = TestClock;
	type Committee = Member;
	type CommitteeOrigin = EnsureSignedBy<Committee, AccountId>;
	type Ledger = Fund;
	type ManagerOrigin = EnsureSignedBy<Manager, AccountId>;
	type MaxLines = ConstU32<4>;
	type MaxOpen = ConstU32<6>;
	type Months = Fund;
	type Offset = Offset;
	type Repair = TestRepair;
	type RulesOrigin = EnsureRoot<AccountId>;
	type WeightInfo = MockWeights;
}

/// Weights by which a test sees what is given back.
pub struct MockWeights;

macro_rules! light {
	($($name:ident($($arg:ident)?) = $weight:expr;)*) => {
		impl crate::WeightInfo for MockWeights {
			$(fn $name($($arg: u32)?) -> Weight { Weight::from_parts($weight, 0) })*
		}
	};
}

light! {
	set_budget() = 1; set_rules() = 1; propose() = 1; propose_emergency() = 1; approve_as_committee() = 1;
	approve_as_auditor() = 1; approve_as_assembly() = 1; approve_emergency_as_auditor() = 1; refuse() = 1;
	withdraw() = 1; pay(n) = 100 + u64::from(n); pay_by_bank(n) = 1_000 + u64::from(n); file_audit() = 1;
}

/// A gardener with an account here.
pub const GARDENER: AccountId = 1;
pub const STRANGER: AccountId = 2;
pub const MAX: AccountId = 10;
pub const MIRA: AccountId = 11;
pub const ADA: AccountId = 20;
pub const ABE: AccountId = 21;
pub const CORA: AccountId = 30;
pub const CARL: AccountId = 31;
/// Members of the committee, and the committee as it acts.
pub const MEI: AccountId = 40;
pub const MORITZ: AccountId = 41;
pub const COMMITTEE: AccountId = 49;
pub const ASSEMBLY: AccountId = 50;
pub const BANK: AccountId = 60;
pub const DECISION: ProposalId = 7;

pub const OPERATING: PotId = 0;
pub const REPAIR: PotId = 1;
pub const INCOME: PotId = 2;

/// What each pot begins with, in fen.
pub const OPERATING_MONEY: Fen = 20_000_000;
pub const REPAIR_MONEY: Fen = 1_500_000;

/// The lines of the budget that the tests begin with.
pub const GARDENS: LineId = 0;
pub const ROOFS: LineId = 1;

pub const OCTOBER: Period = Period { year: 2026, month: 10 };
pub const NOVEMBER: Period = Period { year: 2026, month: 11 };
pub const DECEMBER: Period = Period { year: 2026, month: 12 };
/// Half past nine on 23 November 2026 in UTC+8.
pub const START: Moment = 1_795_397_400_000;

/// Builds a community whose operating pot has 200,000.00 and whose repair pot has 15,000.00 of the three units of
/// building 1 (10,000.00) and the two of building 2 (5,000.00). The budget of 2026 has a line of gardens out of the one
/// (60,000.00) and one of roofs out of the other (12,000.00).
#[derive(Default)]
pub struct ExtBuilder {
	rules: Rules,
}

impl ExtBuilder {
	pub fn rules(rules: Rules) -> Self {
		Self { rules }
	}

	pub fn build(self) -> sp_io::TestExternalities {
		Now::set(0);
		fill_offices();
		let storage = RuntimeGenesisConfig {
			spending: crate::GenesisConfig { rules: self.rules, ..Default::default() },
			..Default::default()
		}
		.build_storage()
		.unwrap();
		let mut ext = sp_io::TestExternalities::new(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			Now::set(START);
			Fund::issue(OPERATING, OPERATING_MONEY, Cause::Donation).unwrap();
			Fund::issue(REPAIR, REPAIR_MONEY, Cause::Donation).unwrap();
			UnitShares::insert(1, (3, 1_000_000));
			UnitShares::insert(2, (2, 500_000));
			Spending::set_budget(signed(ASSEMBLY), 2026, lines(&[GARDEN_LINE, ROOF_LINE])).unwrap();
			System::reset_events();
		});
		ext
	}

	/// Runs a test, and then everything that must always be true.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			check();
		});
	}
}

/// Invariants of the expenses; that each pot is its account and its last entry; and that every payment has its entry.
pub fn check() {
	Spending::do_try_state().unwrap();
	for (id, pot) in Fund::pots() {
		assert_eq!(pot.balance, Balances::balance(&Fund::pot_account(id)));
		assert!(TestRepair::earmarked(id) <= pot.balance);
	}
	for (id, expense) in crate::Expenses::<Test>::iter() {
		let Some(payment) = expense.state.payment() else { continue };
		let entry = Fund::entries(Spending::expense_pot(id).unwrap(), payment.entry, 1).pop().unwrap().1;
		assert_eq!((entry.cause, entry.amount), (Cause::Expense { expense: id }, expense.amount));
		assert_eq!((entry.direction, entry.moment), (pallet_linli_fund::Direction::Out, payment.at));
	}
}

pub const GARDEN_LINE: (&str, PotId, Fen) = ("Gardens", OPERATING, 6_000_000);
pub const ROOF_LINE: (&str, PotId, Fen) = ("Roofs", REPAIR, 1_200_000);

pub fn lines(lines: &[(&str, PotId, Fen)]) -> frame_support::BoundedVec<NewLine, ConstU32<4>> {
	let new = |(name, pot, cap): &(&str, PotId, Fen)| NewLine {
		name: name.as_bytes().to_vec().try_into().unwrap(),
		pot: *pot,
		cap: *cap,
	};
	lines.iter().map(new).collect::<Vec<_>>().try_into().unwrap()
}

/// Rules of three tiers: an auditor from 5,000.00 on, the assembly from 10,000.00 on.
pub fn three_tiers() -> Rules {
	let tiers = vec![
		Tier { from: 0, approver: Approver::Committee },
		Tier { from: 500_000, approver: Approver::CommitteeAndAuditor },
		Tier { from: 1_000_000, approver: Approver::Assembly },
	];
	Rules { tiers: tiers.try_into().unwrap(), ..Rules::default() }
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn hash(byte: u8) -> ContentHash {
	ContentHash::repeat_byte(byte)
}

pub fn buildings(ids: &[BuildingId]) -> Related {
	Related::In(ids.to_vec().try_into().unwrap())
}

pub fn reference(text: &str) -> Reference {
	text.as_bytes().to_vec().try_into().unwrap()
}

/// An expense of the gardens in November, by Max, to the gardener's account.
pub fn propose(amount: Fen, invoice: u8) -> DispatchResult {
	propose_to(Payee::Account(GARDENER), amount, invoice)
}

pub fn propose_to(payee: Payee<AccountId>, amount: Fen, invoice: u8) -> DispatchResult {
	Spending::propose(signed(MAX), 2026, GARDENS, payee, amount, hash(invoice), NOVEMBER, Related::Nobody)
}

/// An expense of the roofs, to the gardener's account.
pub fn propose_roof(amount: Fen, invoice: u8, related: Related) -> DispatchResult {
	let payee = Payee::Account(GARDENER);
	Spending::propose(signed(MAX), 2026, ROOFS, payee, amount, hash(invoice), NOVEMBER, related)
}

/// A lift stands still; the operating pot pays the gardener, who is a man of parts.
pub fn propose_lift(amount: Fen, invoice: u8) -> DispatchResult {
	let (kind, payee) = (EmergencyKind::Lift, Payee::Account(GARDENER));
	let (pot, related) = (OPERATING, Related::Nobody);
	Spending::propose_emergency(signed(MAX), kind, pot, payee, amount, hash(invoice), hash(90), related, NOVEMBER)
}

/// The hash that approvals name; of nothing where there is no such expense.
pub fn terms(id: ExpenseId) -> ContentHash {
	Spending::terms(id).unwrap_or_default()
}

/// An expense of the gardens that the committee approved.
pub fn approved(amount: Fen, invoice: u8) -> ExpenseId {
	propose(amount, invoice).unwrap();
	let id = crate::NextExpense::<Test>::get() - 1;
	Spending::approve_as_committee(signed(COMMITTEE), id, terms(id)).unwrap();
	id
}

/// An emergency that was paid.
pub fn paid_lift(amount: Fen, invoice: u8) -> ExpenseId {
	propose_lift(amount, invoice).unwrap();
	let id = crate::NextExpense::<Test>::get() - 1;
	Spending::approve_as_committee(signed(COMMITTEE), id, terms(id)).unwrap();
	Spending::pay(signed(STRANGER), id, 0).unwrap();
	id
}

pub fn expense(id: ExpenseId) -> Expense<AccountId> {
	Spending::expense(id).unwrap()
}

pub fn line(id: LineId) -> Line {
	crate::Lines::<Test>::get(2026, id).unwrap()
}

/// Committed and spent on a line.
pub fn sums(id: LineId) -> (Fen, Fen) {
	let line = line(id);
	(line.committed, line.spent)
}

pub fn balance(pot: PotId) -> Fen {
	Fund::pot(pot).unwrap().balance
}

pub fn wait(time: Moment) {
	Now::mutate(|now| *now += time);
}

pub const WEEK: Moment = 7 * DAY;
