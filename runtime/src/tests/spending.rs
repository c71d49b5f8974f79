// SPDX-License-Identifier: Apache-2.0

//! Integration tests of spending: decisions, approvals, payments. This file has the helpers.

mod expenses;
mod free;
mod projects;

use super::{deciding::*, *};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{
	calendar::DAY, split::largest_remainder, ContentHash, ExpenseId, Fen, Fraction, MilestoneId, OrderId, PotId,
	ProjectId, Role, UnitId,
};
use pallet_linli_cashier::Reference;
use pallet_linli_expenses::types::{
	Approver, AuditState, EmergencyKind, ExpenseRules, NewLine, Payee, Purpose, Related, State as ExpenseState,
	StatedInvoice, Tier,
};
use pallet_linli_projects::types::{DisputedBy, MilestoneState, MilestoneTerms, ProjectState, ProjectTerms, Source};
use sp_runtime::DispatchError;
use Sr25519Keyring::{
	Alice, AliceStash, Bob, BobStash, Charlie, CharlieStash, Dave, DaveStash, Eve, EveStash, FerdieStash, One, Two,
};

pub(super) const MANAGER: Sr25519Keyring = Charlie;
pub(super) const CASHIER: Sr25519Keyring = Dave;
pub(super) const AUDITOR: Sr25519Keyring = Eve;
pub(super) const CONTRACTOR: Sr25519Keyring = AliceStash;
pub(super) const INSPECTORS: [Sr25519Keyring; 3] = [BobStash, CharlieStash, DaveStash];
pub(super) const GARDENER: Sr25519Keyring = EveStash;
/// An account without a unit, an office or a balance.
pub(super) const STRANGER: Sr25519Keyring = FerdieStash;

/// The units in the repair fund, by building, with their areas.
pub(super) const BUILDING_1: [(UnitId, u64); 2] = [(0, 9_803), (1, 12_772)];
pub(super) const BUILDING_2: [(UnitId, u64); 3] = [(2, 8_950), (3, 10_400), (4, 4_510)];

pub(super) const WINDOW: Moment = 7 * DAY;

pub(super) type Expense = pallet_linli_expenses::Call<Runtime>;
pub(super) type Project = pallet_linli_projects::Call<Runtime>;
type Spending = pallet_linli_expenses::Error<Runtime>;
type Escrow = pallet_linli_projects::Error<Runtime>;

pub(super) fn reference(text: &str) -> Reference {
	text.as_bytes().to_vec().try_into().unwrap()
}

/// A block after some time.
pub(super) fn pass(time: Moment) {
	block_at(now() + time);
}

pub(super) fn share(unit: UnitId) -> i128 {
	Repair::share(unit).unwrap().share.balance
}

fn shares(units: &[(UnitId, u64)]) -> Vec<i128> {
	units.iter().map(|(unit, _)| share(*unit)).collect()
}

/// The shares after adding or subtracting each unit's part of `amount`.
fn shares_after(before: &[i128], units: &[(UnitId, u64)], amount: Fen, sign: i128) -> Vec<i128> {
	let areas: Vec<u64> = units.iter().map(|(_, area)| *area).collect();
	let parts = largest_remainder(amount, &areas).unwrap();
	before.iter().zip(parts).map(|(share, part)| share + sign * i128::try_from(part).unwrap()).collect()
}

/// Dispatches a call by the bootstrap key in place of a decision.
pub(super) fn by_key(call: impl Into<RuntimeCall>) {
	assert_ok!(decide_by_key(call));
}

pub(super) fn appoint(role: Role, keyring: Sr25519Keyring) {
	by_key(pallet_linli_registry::Call::appoint { role, account: account(keyring) });
}

/// Books a receipt for a pot.
pub(super) fn fill(pot: PotId, amount: Fen, text: &str) {
	assert_ok!(run(
		CASHIER,
		pallet_linli_cashier::Call::receive_for_pot { bank: 0, pot, amount, reference: reference(text), value: None }
	));
}

pub(super) fn deposit(keyring: Sr25519Keyring, unit: UnitId, amount: Fen) {
	assert_ok!(run(keyring, pallet_linli_repair::Call::deposit { unit, amount }));
}

/// A budget with lines of these pots and caps.
pub(super) fn budget(year: u16, lines: &[(PotId, Fen)]) -> Expense {
	let line = |(number, (pot, cap)): (usize, &(PotId, Fen))| NewLine {
		name: format!("Line {number}").into_bytes().try_into().unwrap(),
		pot: *pot,
		cap: *cap,
		payee: None,
	};
	let lines: Vec<_> = lines.iter().enumerate().map(line).collect();
	Expense::set_budget { year, lines: lines.try_into().unwrap() }
}

/// The current month.
pub(super) fn this_month() -> Period {
	PeriodKind::Month.at(now(), UtcOffset::PLUS_8).unwrap()
}

pub(super) fn on_account() -> Payee<AccountId> {
	Payee::Account(account(GARDENER))
}

pub(super) fn at_bank() -> Payee<AccountId> {
	Payee::Bank(hash(77))
}

/// An invoice of which an expense pays all.
pub(super) fn full_invoice(number: u8, total: Fen) -> StatedInvoice {
	StatedInvoice { hash: hash(number), total }
}

/// An expense with an invoice of this month, on a line of this year.
pub(super) fn propose(line: u16, payee: Payee<AccountId>, amount: Fen, invoice: u8) -> Expense {
	let incurred = this_month();
	let invoice = full_invoice(invoice, amount);
	Expense::propose { year: incurred.year, line, payee, amount, invoice, incurred, related: Related::Nobody }
}

fn emergency(amount: Fen, invoice: u8, buildings: &[u16]) -> Expense {
	Expense::propose_emergency {
		kind: EmergencyKind::Lift,
		pot: REPAIR,
		payee: on_account(),
		amount,
		invoice: full_invoice(invoice, amount),
		evidence: hash(3),
		related: Related::In(buildings.to_vec().try_into().unwrap()),
		incurred: this_month(),
	}
}

/// Enters an expense.
pub(super) fn enter(call: Expense) -> ExpenseId {
	let expense = pallet_linli_expenses::NextExpense::<Runtime>::get();
	assert_ok!(run(MANAGER, call));
	expense
}

pub(super) fn terms_of(expense: ExpenseId) -> ContentHash {
	Expenses::terms(expense).unwrap()
}

pub(super) fn approve(expense: ExpenseId) -> Expense {
	Expense::approve_as_committee { expense, terms: terms_of(expense) }
}

pub(super) fn approve_as_auditor(expense: ExpenseId) -> Expense {
	Expense::approve_as_auditor { expense, terms: terms_of(expense) }
}

pub(super) fn pay(expense: ExpenseId) -> Expense {
	Expense::pay { expense, max_units: 10 }
}

pub(super) fn order_payment(expense: ExpenseId) -> Expense {
	Expense::order_payment { bank: 0, expense, max_units: 10 }
}

/// The order by which the bank is to pay the expense.
pub(super) fn order_of(expense: ExpenseId) -> OrderId {
	match Expenses::expense(expense).unwrap().state {
		ExpenseState::InExecution { order, .. } => order,
		other => panic!("{other:?}"),
	}
}

/// The cashier's booking that the bank paid an order.
pub(super) fn book_paid(order: OrderId, text: &str) -> pallet_linli_cashier::Call<Runtime> {
	pallet_linli_cashier::Call::book_paid { order, reference: reference(text), value: None }
}

/// Orders the payment of an expense at the bank, which pays it.
pub(super) fn pay_by_bank(expense: ExpenseId, text: &str) {
	assert_ok!(run(CASHIER, order_payment(expense)));
	assert_ok!(run(CASHIER, book_paid(order_of(expense), text)));
}

/// Has a receipt reversed.
pub(super) fn take_back(reference: ContentHash) {
	use pallet_linli_cashier::Call;
	assert_ok!(run(CASHIER, Call::propose_reversal { reference, amount: None, reason: hash(13) }));
	let terms = Cashier::proposed_correction(reference).unwrap().terms;
	assert_ok!(run(AUDITOR, Call::approve_correction { reference, terms, max_units: 0 }));
}

pub(super) fn is_paid(expense: ExpenseId) -> bool {
	matches!(Expenses::expense(expense).unwrap().state, ExpenseState::Paid(_))
}

fn is_approved(expense: ExpenseId) -> bool {
	matches!(Expenses::expense(expense).unwrap().state, ExpenseState::Approved { .. })
}

/// Terms of a project with these milestones, a season apart, and sources.
pub(super) fn terms(milestones: &[Fen], sources: &[(PotId, Fen)], related: Option<&[u16]>) -> ProjectTerms<AccountId> {
	let milestone = |(place, amount): (usize, &Fen)| MilestoneTerms {
		amount: *amount,
		deadline: now() + (place as Moment + 2) * 90 * DAY,
		evidence: hash(5),
	};
	let sources: Vec<_> = sources.iter().map(|(pot, amount)| Source { pot: *pot, amount: *amount }).collect();
	ProjectTerms {
		scope: hash(6),
		contractor: account(CONTRACTOR),
		milestones: milestones.iter().enumerate().map(milestone).collect::<Vec<_>>().try_into().unwrap(),
		sources: sources.try_into().unwrap(),
		inspectors: INSPECTORS.map(account).to_vec().try_into().unwrap(),
		inspections_needed: 2,
		retention: Fraction::new(5, 100),
		warranty: 30 * DAY,
		objection_window: WINDOW,
		objection_share: Fraction::new(20, 100),
		related: related.map(|buildings| buildings.to_vec().try_into().unwrap()),
	}
}

pub(super) fn open(terms: ProjectTerms<AccountId>) -> Project {
	Project::open { terms, max_units: 10 }
}

/// The contractor submits, and two inspectors give the same verdict.
pub(super) fn work(project: ProjectId, milestone: MilestoneId, accept: bool) {
	assert_ok!(run(CONTRACTOR, Project::submit { project, milestone, evidence: hash(7), version: 0 }));
	for inspector in &INSPECTORS[..2] {
		assert_ok!(run(*inspector, Project::inspect { project, milestone, accept, report: hash(8) }));
	}
}

fn milestone(project: ProjectId, milestone: MilestoneId) -> MilestoneState<BlockNumber> {
	pallet_linli_projects::Milestones::<Runtime>::get(project, milestone).unwrap().state
}

fn held(project: ProjectId) -> Fen {
	Projects::project(project).unwrap().held
}

/// The part of a milestone paid at once, with 5 % retained.
fn less_retention(amount: Fen) -> Fen {
	amount - amount * 5 / 100
}
