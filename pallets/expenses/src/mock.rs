// SPDX-License-Identifier: Apache-2.0

//! Mock runtime with the fund pallet, a bank whose outcomes tests tell, and units that own the repair pot.

use crate::{self as pallet_linli_expenses, types::*};
use frame_support::{
	parameter_types,
	storage::with_storage_layer,
	storage_alias,
	traits::{
		fungible::Mutate,
		tokens::{Fortitude, Precision, Preservation},
		ConstU32, ConstU64, Contains, EitherOf, IsInVec, MapSuccess,
	},
	Twox64Concat,
};
use frame_system::{EnsureRoot, EnsureSignedBy};
use linli_primitives::{
	calendar::DAY,
	traits::{BankOrders, BankOutcomes, BankReceipts, FundLedger, People, Person},
	BankId, BuildingId, Buildings, Cause, Commitment, ContentHash, EntryId, ExpenseId, Fen, LineId, Moment, OrderId,
	Period, PotId, ProposalId,
};
pub use linli_testing::{pass as wait, text as reference, *};
use sp_runtime::{traits::Replace, DispatchError, DispatchResult};

frame_support::construct_runtime!(
	pub struct Test {
		System: frame_system,
		Balances: pallet_balances,
		Fund: pallet_linli_fund,
		Spending: pallet_linli_expenses,
	}
);

linli_testing::impl_balances!(Test);
linli_testing::impl_fund!(Test, TestRepair);

/// The units that own the money of the repair pot.
pub type TestRepair = UnitShares<Balances, Fund>;

linli_testing::settings! {
	pub static Managers: Vec<AccountId> = vec![MAX, MIRA];
	pub static Auditors: Vec<AccountId> = vec![ADA, ABE];
	pub static Cashiers: Vec<AccountId> = vec![CORA, CARL];
	/// The members of the committee.
	pub static Members: Vec<AccountId> = vec![MEI, MORITZ];
	/// Pairs of accounts of one person.
	pub static SamePeople: Vec<(AccountId, AccountId)> = vec![];
	/// Pairs of accounts of one household.
	pub static Households: Vec<(AccountId, AccountId)> = vec![];
}

fn is_pair(pairs: &[(AccountId, AccountId)], a: AccountId, b: AccountId) -> bool {
	pairs.iter().any(|pair| *pair == (a, b) || *pair == (b, a))
}

/// The people behind accounts.
pub struct TestPeople;

impl People<AccountId> for TestPeople {
	fn same_person(a: &AccountId, b: &AccountId) -> bool {
		a == b || is_pair(&SamePeople::get(), *a, *b)
	}

	fn related(a: &AccountId, b: &AccountId) -> bool {
		Self::same_person(a, b) || is_pair(&Households::get(), *a, *b)
	}

	/// The first account of a pair stands for both.
	fn person(account: &AccountId) -> Person<AccountId> {
		let pair = SamePeople::get().into_iter().find(|(a, b)| [a, b].contains(&account));
		Person::Account(pair.map_or(*account, |(first, _)| first))
	}
}

/// The bank references used so far.
#[storage_alias]
pub type References = StorageMap<Mock, Twox64Concat, ContentHash, ()>;

/// An order: its pot, amount and cause, and whether its money has left the chain.
pub type Order = (PotId, Fen, Cause, bool);

/// The orders by id.
#[storage_alias]
pub type Orders = StorageMap<Mock, Twox64Concat, OrderId, Order>;

/// A bank that holds what was ordered on an account of its own until tests tell the outcome.
pub struct TestBank;

fn use_reference(reference: &[u8]) -> Result<ContentHash, DispatchError> {
	let key = ContentHash::from(sp_io::hashing::blake2_256(reference));
	frame_support::ensure!(!reference.is_empty(), DispatchError::Other("no reference"));
	frame_support::ensure!(!References::contains_key(key), DispatchError::Other("reference used"));
	References::insert(key, ());
	Ok(key)
}

impl BankOrders<AccountId> for TestBank {
	fn order(
		_: &AccountId,
		_: BankId,
		pot: PotId,
		amount: Fen,
		_: Commitment,
		cause: Cause,
	) -> Result<(OrderId, EntryId), DispatchError> {
		let order = Orders::iter_keys().count() as OrderId;
		let entry = Fund::withdraw(pot, &BANK, amount, cause)?;
		Orders::insert(order, (pot, amount, cause, false));
		Ok((order, entry))
	}
}

/// The pots' accounts, the bank's for money in transit and an escrow account.
pub struct CommunityAccounts;

impl Contains<AccountId> for CommunityAccounts {
	fn contains(account: &AccountId) -> bool {
		Fund::is_pot(account) || [BANK, ESCROW].contains(account)
	}
}

impl BankReceipts<AccountId> for TestBank {
	fn receive_for_pot(
		_: &AccountId,
		_: BankId,
		pot: PotId,
		amount: Fen,
		reference: &[u8],
		_: Option<Moment>,
		cause: Cause,
	) -> Result<(EntryId, ContentHash), DispatchError> {
		let key = use_reference(reference)?;
		Ok((Fund::issue(pot, amount, cause)?, key))
	}
}

impl TestBank {
	/// The bank paid the order, which the cashier `by` books.
	pub fn pay(order: OrderId, by: AccountId, text: &str) -> DispatchResult {
		with_storage_layer(|| {
			let (pot, amount, cause, paid) = Orders::get(order).unwrap();
			frame_support::ensure!(!paid, DispatchError::Other("paid before"));
			let key = use_reference(text.as_bytes())?;
			let (all, exact, force) = (Preservation::Expendable, Precision::Exact, Fortitude::Force);
			Balances::burn_from(&BANK, amount, all, exact, force)?;
			Orders::insert(order, (pot, amount, cause, true));
			Spending::paid(&cause, key, &by)
		})
	}

	/// The bank did not pay the order, or the payment came back.
	pub fn give_back(order: OrderId) -> DispatchResult {
		with_storage_layer(|| {
			let (pot, amount, cause, paid) = Orders::get(order).unwrap();
			let entry = if paid {
				Fund::issue(pot, amount, cause)?
			} else {
				Fund::deposit(pot, &BANK, amount, cause, Preservation::Expendable)?
			};
			Spending::returned(&cause, entry, None)
		})
	}
}

parameter_types! {
	pub Decision: (ProposalId, Option<Buildings>) = (DECISION, None);
	pub DecisionOfBuilding: (ProposalId, Option<Buildings>) = (DECISION, Some(linli_testing::buildings(&[2])));
	pub const ByDecision: Option<ProposalId> = Some(DECISION);
	pub const ByKey: Option<ProposalId> = None;
}

/// The assembly and the owners of building 2, which yield their decisions; for budgets the assembly and the bootstrap
/// key, which has none.
pub type Assembly = EitherOf<
	MapSuccess<SignedBy<ASSEMBLY>, Replace<Decision>>,
	MapSuccess<SignedBy<BUILDING_2>, Replace<DecisionOfBuilding>>,
>;
pub type AssemblyOrKey =
	EitherOf<MapSuccess<SignedBy<ASSEMBLY>, Replace<ByDecision>>, MapSuccess<EnsureRoot<AccountId>, Replace<ByKey>>>;

impl pallet_linli_expenses::Config for Test {
	type AssemblyOrigin = Assembly;
	type AuditorOrigin = EnsureSignedBy<IsInVec<Auditors>, AccountId>;
	type Auditors = IsInVec<Auditors>;
	type Bank = TestBank;
	type BudgetOrigin = AssemblyOrKey;
	type CashierOrigin = EnsureSignedBy<IsInVec<Cashiers>, AccountId>;
	type Clock = Now;
	type Committee = IsInVec<Members>;
	type CommitteeOrigin = SignedBy<COMMITTEE>;
	type CommunityAccounts = CommunityAccounts;
	type Ledger = Fund;
	type ManagerOrigin = EnsureSignedBy<IsInVec<Managers>, AccountId>;
	type MaxLines = ConstU32<4>;
	// A quarter, six, for each proposer.
	type MaxOpen = ConstU32<24>;
	type ApprovalTime = ConstU64<{ 90 * DAY }>;
	type Months = Fund;
	type Community = TestCalendar;
	type People = TestPeople;
	type Repair = TestRepair;
	type RulesOrigin = EnsureRoot<AccountId>;
	type WeightInfo = MockWeights;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

/// Setup that the benchmarks need outside of the pallet.
#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper for Helper {
	fn set_time(now: linli_primitives::Moment) {
		Now::set(now);
	}

	fn ensure_pot(pot: linli_primitives::PotId) -> sp_runtime::DispatchResult {
		Fund::ensure_pot(pot)
	}

	fn fill_repair_pot(units: u32, amount: Fen) {
		TestRepair::set_up(units, amount);
	}
}

linli_testing::weights! {
	/// Weights that let tests see refunds.
	pub struct MockWeights: crate::WeightInfo;
	set_budget() = 1; set_rules() = 1; propose() = 1; propose_emergency() = 1; approve_as_committee() = 1;
	approve_as_auditor() = 1; approve_as_assembly() = 1; approve_emergency_as_auditor() = 1; refuse() = 1;
	withdraw() = 1; pay(n) = 100 + n; order_payment(n) = 1_000 + n; file_audit() = 1;
	record_refund(n) = 10_000 + n; expire() = 1; correct_invoice() = 1;
}

/// A gardener with an account on this chain.
pub const GARDENER: AccountId = 1;
pub const STRANGER: AccountId = 2;
pub const MAX: AccountId = 10;
pub const MIRA: AccountId = 11;
pub const ADA: AccountId = 20;
pub const ABE: AccountId = 21;
pub const CORA: AccountId = 30;
pub const CARL: AccountId = 31;
/// Two members of the committee, and the committee's own account.
pub const MEI: AccountId = 40;
pub const MORITZ: AccountId = 41;
pub const COMMITTEE: AccountId = 49;
pub const ASSEMBLY: AccountId = 50;
/// The owners of building 2.
pub const BUILDING_2: AccountId = 51;
pub const BANK: AccountId = 60;
/// The escrow account of a project.
pub const ESCROW: AccountId = 61;
pub const DECISION: ProposalId = 7;

/// The initial balances of the pots, in fen.
pub const OPERATING_MONEY: Fen = 20_000_000;
pub const REPAIR_MONEY: Fen = 1_500_000;

/// The lines of the initial budget.
pub const GARDENS: LineId = 0;
pub const ROOFS: LineId = 1;

pub const OCTOBER: Period = month(2026, 10);

/// Builds a community. The operating pot has 200,000.00. The repair pot has 15,000.00, which belong to the three units
/// of building 1 (10,000.00) and the two of building 2 (5,000.00). The budget of 2026 has a line for gardens, paid from
/// the operating pot (60,000.00), and one for roofs, paid from the repair pot (12,000.00).
#[derive(Default)]
pub struct ExtBuilder {
	rules: ExpenseRules,
}

impl ExtBuilder {
	pub fn rules(rules: ExpenseRules) -> Self {
		Self { rules }
	}
}

impl BuildExt for ExtBuilder {
	type Genesis = RuntimeGenesisConfig;
	type Runtime = Test;

	fn genesis(self) -> RuntimeGenesisConfig {
		RuntimeGenesisConfig {
			spending: crate::GenesisConfig { rules: self.rules, ..Default::default() },
			..Default::default()
		}
	}

	fn set_up() {
		Fund::issue(OPERATING, OPERATING_MONEY, Cause::Donation).unwrap();
		Fund::issue(REPAIR, REPAIR_MONEY, Cause::Donation).unwrap();
		for (unit, building, share) in
			[(0, 1, 400_000), (1, 1, 300_000), (2, 1, 300_000), (3, 2, 250_000), (4, 2, 250_000)]
		{
			TestRepair::add(unit, building, 9_000, share);
		}
		Spending::set_budget(signed(ASSEMBLY), 2026, lines(&[GARDEN_LINE, ROOF_LINE])).unwrap();
	}

	/// Checks the invariants of expenses and pots, and that every payment has its entry in the ledger.
	fn check() {
		Spending::do_try_state().unwrap();
		check_pots();
		assert!(TestRepair::causes().iter().all(|cause| matches!(cause, Cause::Expense { .. })));
		for (id, expense) in crate::Expenses::<Test>::iter() {
			let Some(payment) = expense.state.payment() else { continue };
			let entry = Fund::entries(Spending::expense_pot(id).unwrap(), payment.entry, 1).pop().unwrap().1;
			assert_eq!((entry.cause, entry.amount), (Cause::Expense { expense: id }, expense.amount));
			assert_eq!((entry.direction, entry.moment), (pallet_linli_fund::Direction::Out, payment.at));
		}
	}
}

pub const GARDEN_LINE: (&str, PotId, Fen) = ("Gardens", OPERATING, 6_000_000);
pub const ROOF_LINE: (&str, PotId, Fen) = ("Roofs", REPAIR, 1_200_000);

pub fn lines(lines: &[(&str, PotId, Fen)]) -> frame_support::BoundedVec<NewLine<AccountId>, ConstU32<4>> {
	let new = |(name, pot, cap): &(&str, PotId, Fen)| NewLine {
		name: name.as_bytes().to_vec().try_into().unwrap(),
		pot: *pot,
		cap: *cap,
		payee: None,
	};
	lines.iter().map(new).collect::<Vec<_>>().try_into().unwrap()
}

/// Rules with three tiers: the committee, from 5,000.00 on also an auditor, from 10,000.00 on the assembly.
pub fn three_tiers() -> ExpenseRules {
	let tiers = vec![
		Tier { from: 0, approver: Approver::Committee },
		Tier { from: 500_000, approver: Approver::CommitteeAndAuditor },
		Tier { from: 1_000_000, approver: Approver::Assembly },
	];
	ExpenseRules { tiers: tiers.try_into().unwrap(), ..ExpenseRules::default() }
}

pub fn buildings(ids: &[BuildingId]) -> Related {
	Related::In(linli_testing::buildings(ids))
}

/// An invoice over `total` fen.
pub fn invoice(number: u8, total: Fen) -> StatedInvoice {
	StatedInvoice { hash: hash(number), total }
}

/// The expenses that stand for an invoice.
pub fn parts(number: u8) -> Vec<ExpenseId> {
	Spending::invoice(hash(number)).map(|invoice| invoice.expenses.into_inner()).unwrap_or_default()
}

/// Proposes an expense for gardens in November, payable to the gardener's account.
pub fn propose(amount: Fen, invoice: u8) -> DispatchResult {
	propose_to(Payee::Account(GARDENER), amount, invoice)
}

pub fn propose_to(payee: Payee<AccountId>, amount: Fen, number: u8) -> DispatchResult {
	propose_part(payee, amount, invoice(number, amount))
}

/// Proposes an expense for gardens that may be a part of its invoice.
pub fn propose_part(payee: Payee<AccountId>, amount: Fen, invoice: StatedInvoice) -> DispatchResult {
	Spending::propose(signed(MAX), 2026, GARDENS, payee, amount, invoice, NOVEMBER, Related::Nobody)
}

/// Proposes an expense for roofs, payable to the gardener's account.
pub fn propose_roof(amount: Fen, number: u8, related: Related) -> DispatchResult {
	let payee = Payee::Account(GARDENER);
	Spending::propose(signed(MAX), 2026, ROOFS, payee, amount, invoice(number, amount), NOVEMBER, related)
}

/// Proposes an emergency: a broken lift, payable from the operating pot to the gardener's account.
pub fn propose_lift(amount: Fen, number: u8) -> DispatchResult {
	let (kind, payee) = (EmergencyKind::Lift, Payee::Account(GARDENER));
	let (pot, invoice, related) = (OPERATING, invoice(number, amount), Related::Nobody);
	Spending::propose_emergency(signed(MAX), kind, pot, payee, amount, invoice, hash(90), related, NOVEMBER)
}

/// The hash of the expense's terms; the zero hash if there is no such expense.
pub fn terms(id: ExpenseId) -> ContentHash {
	Spending::terms(id).unwrap_or_default()
}

/// Proposes an expense for gardens and approves it as the committee.
pub fn approved(amount: Fen, invoice: u8) -> ExpenseId {
	propose(amount, invoice).unwrap();
	let id = crate::NextExpense::<Test>::get() - 1;
	Spending::approve_as_committee(signed(COMMITTEE), id, terms(id)).unwrap();
	id
}

/// Proposes an expense for gardens to a bank account and approves it as the committee.
pub fn approved_bank(amount: Fen, invoice: u8) -> ExpenseId {
	propose_to(Payee::Bank(hash(4)), amount, invoice).unwrap();
	let id = crate::NextExpense::<Test>::get() - 1;
	Spending::approve_as_committee(signed(COMMITTEE), id, terms(id)).unwrap();
	id
}

/// The order by which the bank is to pay the expense.
pub fn order_of(id: ExpenseId) -> OrderId {
	match expense(id).state {
		State::InExecution { order, .. } => order,
		other => panic!("{other:?}"),
	}
}

/// Orders the payment of an approved expense and has the bank pay it. Returns the order.
pub fn paid_by_bank(id: ExpenseId, text: &str) -> OrderId {
	Spending::order_payment(signed(CORA), 0, id, 10).unwrap();
	let order = order_of(id);
	TestBank::pay(order, CORA, text).unwrap();
	order
}

/// Proposes, approves and pays an emergency.
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

pub fn line(id: LineId) -> Line<AccountId> {
	crate::Lines::<Test>::get(2026, id).unwrap()
}

/// The amounts committed and spent on a line.
pub fn sums(id: LineId) -> (Fen, Fen) {
	let line = line(id);
	(line.committed, line.spent)
}

pub fn balance(pot: PotId) -> Fen {
	Fund::pot(pot).unwrap().balance
}

pub const WEEK: Moment = 7 * DAY;

/// The last event of the pallet.
pub fn last_event() -> crate::Event<Test> {
	System::read_events_for_pallet().pop().expect("an event")
}

/// Whether the event was deposited before that of the ledger's entry.
pub fn comes_before_its_entry(event: &crate::Event<Test>, pot: PotId, entry: EntryId) -> bool {
	type Ledger = pallet_linli_fund::Event<Test>;
	let events: Vec<_> = System::events().into_iter().map(|record| record.event).collect();
	let is_entry = |other: &RuntimeEvent| match other {
		RuntimeEvent::Fund(Ledger::EntryWritten { pot: of, entry: id, .. }) => (*of, *id) == (pot, entry),
		_ => false,
	};
	let written = events.iter().position(is_entry).expect("the entry was written");
	events[..written].contains(&event.clone().into())
}
