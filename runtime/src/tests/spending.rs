// SPDX-License-Identifier: Apache-2.0

//! Journeys of the community's money: who decides to spend it, who agrees, who pays. Here is how people do that.

mod expenses;
mod free;
mod projects;

use super::*;
use crate::configs::assembly::CommitteeCollective;
use codec::Encode;
use frame_support::{assert_noop, assert_ok, traits::StorePreimage, weights::Weight};
use linli_primitives::{
	calendar::DAY, split::largest_remainder, ContentHash, ExpenseId, Fen, Fraction, MilestoneId, PotId, ProjectId,
	ProposalId, Role, UnitId,
};
use pallet_linli_cashier::Reference;
use pallet_linli_expenses::types::{
	Approver, AuditState, EmergencyKind, NewLine, Payee, Purpose, Related, Rules, State as ExpenseState, Tier,
};
use pallet_linli_governance::{
	tally::Choice,
	types::{Failure, Question, State},
};
use pallet_linli_projects::types::{DisputedBy, MilestoneState, MilestoneTerms, ProjectState, Source, Terms};
use serde_json::json;
use sp_runtime::{traits::Hash as _, DispatchError};
use Sr25519Keyring::{
	Alice, AliceStash, Bob, BobStash, Charlie, CharlieStash, Dave, DaveStash, Eve, EveStash, FerdieStash, One, Two,
};

pub(super) const OPERATING: PotId = 0;
pub(super) const REPAIR: PotId = 1;
pub(super) const INCOME: PotId = 2;

pub(super) const MANAGER: Sr25519Keyring = Charlie;
pub(super) const CASHIER: Sr25519Keyring = Dave;
pub(super) const AUDITOR: Sr25519Keyring = Eve;
pub(super) const CONTRACTOR: Sr25519Keyring = AliceStash;
pub(super) const INSPECTORS: [Sr25519Keyring; 3] = [BobStash, CharlieStash, DaveStash];
pub(super) const GARDENER: Sr25519Keyring = EveStash;
/// Who holds nothing here, neither a unit nor an office nor a fen.
pub(super) const STRANGER: Sr25519Keyring = FerdieStash;

/// Who represents owners in the village, and sits on its committee. In building 1 they are all there are.
const OWNERS: [Sr25519Keyring; 2] = [Alice, One];

/// The units of the village that take part in the repair fund, building by building, with their areas.
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

/// Shares after each has got its part of `amount`, or borne it.
fn shares_after(before: &[i128], units: &[(UnitId, u64)], amount: Fen, sign: i128) -> Vec<i128> {
	let areas: Vec<u64> = units.iter().map(|(_, area)| *area).collect();
	let parts = largest_remainder(amount, &areas).unwrap();
	before.iter().zip(parts).map(|(share, part)| share + sign * i128::try_from(part).unwrap()).collect()
}

/// The village with the committee that Alice and One make, under rules by which two are enough.
pub(super) fn village_with_committee() -> sp_io::TestExternalities {
	let election = json!({ "seats_min": 1, "odd": false, "arrears_bar": false });
	let patch = json!({ "governance": { "ruleBook": { "election": election } } });
	let mut village = chain_with(&sp_genesis_builder::DEV_RUNTIME_PRESET.into(), patch);
	village.execute_with(|| {
		block_at(START);
		let term = 94_608_000_000;
		let proposal = put(Question::Election { seats: 2, term }, None);
		for owner in OWNERS {
			assert_ok!(run(owner, pallet_linli_governance::Call::stand { proposal }));
		}
		let State::Nominating { ends } = state(proposal) else { panic!("{:?}", state(proposal)) };
		block_at(ends);
		assert_ok!(run(Alice, pallet_linli_governance::Call::announce { proposal }));
		vote_and_enact(proposal, Choice::Approve { candidates: 0b11 });
		assert!(matches!(state(proposal), State::Enacted { .. }), "{:?}", state(proposal));
	});
	village
}

fn state(proposal: ProposalId) -> State<BlockNumber> {
	pallet_linli_governance::Proposals::<Runtime>::get(proposal).unwrap().state
}

/// Alice puts a question, to be decided by ordinary decision of the owners of some buildings, or of all.
fn put(question: pallet_linli_governance::QuestionOf<Runtime>, buildings: Option<&[u16]>) -> ProposalId {
	let proposal = pallet_linli_governance::NextProposal::<Runtime>::get();
	let electorate = buildings.map(|buildings| buildings.to_vec().try_into().unwrap());
	let (agenda, place) = (hash(1), Default::default());
	assert_ok!(run(Alice, pallet_linli_governance::Call::petition { question, class: 0, electorate, agenda, place }));
	proposal
}

fn vote_and_enact(proposal: ProposalId, choice: Choice) {
	let poll = pallet_linli_governance::Polls::<Runtime>::get(proposal).unwrap();
	block_at(poll.opens);
	for owner in OWNERS {
		assert_ok!(run(owner, pallet_linli_governance::Call::cast { proposal, choice }));
	}
	block_at(poll.closes);
	assert_ok!(run(STRANGER, pallet_linli_governance::Call::close { proposal }));
	let State::Passed { enact_at, .. } = state(proposal) else { panic!("{:?}", state(proposal)) };
	block_at(enact_at);
	assert_ok!(run(STRANGER, pallet_linli_governance::Call::enact { proposal, weight_bound: Weight::MAX }));
}

/// The owners decide, which takes 37 days, that `call` be made.
fn decision(call: impl Into<RuntimeCall>, buildings: Option<&[u16]>) -> ProposalId {
	let call = <Preimage as StorePreimage>::bound(call.into()).unwrap();
	let proposal = put(Question::Motion { call: Some(call) }, buildings);
	vote_and_enact(proposal, Choice::For);
	proposal
}

/// The same, and it is done.
pub(super) fn decide(call: impl Into<RuntimeCall>, buildings: Option<&[u16]>) -> ProposalId {
	let proposal = decision(call, buildings);
	assert!(matches!(state(proposal), State::Enacted { .. }), "{:?}", state(proposal));
	proposal
}

/// The same, and it is refused.
fn decide_in_vain(call: impl Into<RuntimeCall>, buildings: Option<&[u16]>, error: impl Into<DispatchError>) {
	let proposal = decision(call, buildings);
	let State::Failed { failure, .. } = state(proposal) else { panic!("{:?}", state(proposal)) };
	assert_eq!(failure, Failure::Call(error.into()));
}

/// The committee moves that `call` be made, both members vote for it, and it is made. Gives what came of it.
pub(super) fn committee(call: impl Into<RuntimeCall>) -> DispatchResult {
	type Motion = pallet_collective::Call<Runtime, CommitteeCollective>;
	let call = call.into();
	let length_bound = u32::try_from(call.encoded_size()).unwrap();
	let hash = <Runtime as frame_system::Config>::Hashing::hash_of(&call);
	let index = pallet_collective::ProposalCount::<Runtime, CommitteeCollective>::get();
	assert_ok!(run(Alice, Motion::propose { threshold: 2, proposal: Box::new(call), length_bound }));
	for member in OWNERS {
		assert_ok!(run(member, Motion::vote { proposal: hash, index, approve: true }));
	}
	let proposal_weight_bound = Weight::MAX;
	assert_ok!(run(STRANGER, Motion::close { proposal_hash: hash, index, proposal_weight_bound, length_bound }));
	let executed = System::events().into_iter().rev().find_map(|record| match record.event {
		RuntimeEvent::CommitteeMotions(pallet_collective::Event::Executed { result, .. }) => Some(result),
		_ => None,
	});
	executed.unwrap()
}

/// What the bootstrap key can do in a decision's place.
pub(super) fn by_key(call: impl Into<RuntimeCall>) {
	assert_ok!(run(Alice, pallet_sudo::Call::sudo { call: Box::new(call.into()) }));
	let done = System::events().into_iter().rev().find_map(|record| match record.event {
		RuntimeEvent::Sudo(pallet_sudo::Event::Sudid { sudo_result }) => Some(sudo_result),
		_ => None,
	});
	assert_ok!(done.unwrap());
}

pub(super) fn appoint(role: Role, keyring: Sr25519Keyring) {
	by_key(pallet_linli_registry::Call::appoint { role, account: account(keyring) });
}

/// The bank receives money for a pot.
pub(super) fn fill(pot: PotId, amount: Fen, text: &str) {
	assert_ok!(run(CASHIER, pallet_linli_cashier::Call::receive_for_pot { pot, amount, reference: reference(text) }));
}

pub(super) fn deposit(keyring: Sr25519Keyring, unit: UnitId, amount: Fen) {
	assert_ok!(run(keyring, pallet_linli_repair::Call::deposit { unit, amount }));
}

/// A budget of lines of these pots and caps.
pub(super) fn budget(year: u16, lines: &[(PotId, Fen)]) -> Expense {
	let line = |(number, (pot, cap)): (usize, &(PotId, Fen))| NewLine {
		name: format!("Line {number}").into_bytes().try_into().unwrap(),
		pot: *pot,
		cap: *cap,
	};
	let lines: Vec<_> = lines.iter().enumerate().map(line).collect();
	Expense::set_budget { year, lines: lines.try_into().unwrap() }
}

/// The month that it is.
pub(super) fn this_month() -> Period {
	PeriodKind::Month.at(now(), UtcOffset::PLUS_8).unwrap()
}

pub(super) fn on_account() -> Payee<AccountId> {
	Payee::Account(account(GARDENER))
}

pub(super) fn at_bank() -> Payee<AccountId> {
	Payee::Bank(hash(77))
}

/// An invoice of this month, on a line of this year.
pub(super) fn propose(line: u16, payee: Payee<AccountId>, amount: Fen, invoice: u8) -> Expense {
	let incurred = this_month();
	let invoice = hash(invoice);
	Expense::propose { year: incurred.year, line, payee, amount, invoice, incurred, related: Related::Nobody }
}

fn emergency(amount: Fen, invoice: u8, buildings: &[u16]) -> Expense {
	Expense::propose_emergency {
		kind: EmergencyKind::Lift,
		pot: REPAIR,
		payee: on_account(),
		amount,
		invoice: hash(invoice),
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

pub(super) fn pay_by_bank(expense: ExpenseId, text: &str) -> Expense {
	Expense::pay_by_bank { expense, reference: reference(text), max_units: 10 }
}

pub(super) fn is_paid(expense: ExpenseId) -> bool {
	matches!(Expenses::expense(expense).unwrap().state, ExpenseState::Paid(_))
}

fn is_approved(expense: ExpenseId) -> bool {
	matches!(Expenses::expense(expense).unwrap().state, ExpenseState::Approved { .. })
}

/// Terms of a project with these milestones and sources, whose deadlines are a season apart.
pub(super) fn terms(milestones: &[Fen], sources: &[(PotId, Fen)], related: Option<&[u16]>) -> Terms<AccountId> {
	let milestone = |(place, amount): (usize, &Fen)| MilestoneTerms {
		amount: *amount,
		deadline: now() + (place as Moment + 2) * 90 * DAY,
		evidence: hash(5),
	};
	let sources: Vec<_> = sources.iter().map(|(pot, amount)| Source { pot: *pot, amount: *amount }).collect();
	Terms {
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

pub(super) fn open(terms: Terms<AccountId>) -> Project {
	Project::open { terms, max_units: 10 }
}

/// The contractor submits, and two inspectors say the same.
pub(super) fn work(project: ProjectId, milestone: MilestoneId, accept: bool) {
	assert_ok!(run(CONTRACTOR, Project::submit { project, milestone, evidence: hash(7) }));
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

/// What a contractor gets of a milestone at once, with 5 % retained.
fn less_retention(amount: Fen) -> Fen {
	amount - amount * 5 / 100
}
