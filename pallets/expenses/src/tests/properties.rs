// SPDX-License-Identifier: Apache-2.0

//! Random operations, valid and invalid. A model that is independent of the code predicts whether each call succeeds,
//! and the budgets, pots and balances that result.

mod step;

use crate::{mock::*, types::*};
use linli_primitives::{
	calendar::DAY, traits::FundLedger, ContentHash, Fen, LineId, Moment, Period, PeriodKind, PotId, UtcOffset,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use step::act;

#[derive(Clone, Copy, Debug)]
struct Raw {
	what: u8,
	who: u8,
	which: u8,
	how: u8,
	amount: u8,
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Stage {
	Proposed,
	Approved,
	/// Ordered at the bank.
	Ordered,
	Paid,
	Void,
}

impl Stage {
	/// Whether the money has left the pot.
	fn is_spent(self) -> bool {
		matches!(self, Self::Ordered | Self::Paid)
	}
}

#[derive(Clone, Debug)]
struct Case {
	/// Year and line; `None` for an emergency.
	line: Option<(u16, LineId)>,
	pot: PotId,
	building: Option<u16>,
	payee: Option<AccountId>,
	amount: Fen,
	invoice: u8,
	by: AccountId,
	/// The month in which it was proposed.
	month: Period,
	needs: Approver,
	until: Moment,
	committee: bool,
	auditor: Option<AccountId>,
	stage: Stage,
	/// The bank's order.
	order: Option<u64>,
	refunded: Fen,
	audit_due: Moment,
	audited: bool,
}

struct Model {
	/// Cap, committed, spent.
	lines: BTreeMap<(u16, LineId), (Fen, Fen, Fen)>,
	cases: Vec<Case>,
	pots: [Fen; 3],
	shares: BTreeMap<u16, Fen>,
	pockets: BTreeMap<AccountId, Fen>,
	issuance: Fen,
	/// What was ordered, and neither paid nor returned.
	held: Fen,
	/// The number of orders.
	orders: u64,
	/// What was paid within each month, on lines or not, and what came back.
	months: BTreeMap<(Period, bool), Fen>,
	returns: BTreeMap<(Period, bool), Fen>,
	references: BTreeSet<u8>,
	rules: ExpenseRules,
	closed: Period,
}

fn month_of(moment: Moment) -> Period {
	PeriodKind::Month.at(moment, UtcOffset::PLUS_8).unwrap()
}

/// The caller. Some accounts hold two offices, which must give them no advantage.
fn person(raw: u8) -> AccountId {
	let people = [MAX, MAX, MIRA, MEI, ADA, ADA, ABE, CORA, COMMITTEE, ASSEMBLY, STRANGER, GARDENER];
	people[usize::from(raw) % people.len()]
}

/// Mostly an account permitted to make the call, sometimes another.
fn mostly(raw: u8, office: &[AccountId]) -> AccountId {
	if raw.is_multiple_of(6) {
		person(raw / 6)
	} else {
		office[usize::from(raw) % office.len()]
	}
}

fn amount(raw: u8) -> Fen {
	let edges = [0, 1, 499_999, 500_000, 999_999, 1_000_000, 2_000_001, 5_000_001];
	match raw {
		0..90 => edges[usize::from(raw) % edges.len()],
		_ => Fen::from(raw) * 1_733,
	}
}

/// The total of the invoice with that number.
fn total(number: u8) -> Fen {
	[500_000, 1_000_000, 6_000_000, 12_000_000][usize::from(number) % 4]
}

fn rules(raw: u8) -> ExpenseRules {
	let mut rules = if raw.is_multiple_of(2) { ExpenseRules::default() } else { three_tiers() };
	if raw.is_multiple_of(3) {
		rules.emergency = EmergencyRules { cap: 2_000_000, committee_time: DAY, audit_time: 3 * DAY };
	}
	rules
}

impl Model {
	fn new() -> Self {
		let year = |year| [((year, GARDENS), (6_000_000, 0, 0)), ((year, ROOFS), (1_200_000, 0, 0))];
		Self {
			lines: year(2026).into_iter().chain(year(2027)).collect(),
			cases: Vec::new(),
			pots: [OPERATING_MONEY, REPAIR_MONEY, 0],
			shares: [(1, 1_000_000), (2, 500_000)].into(),
			pockets: BTreeMap::new(),
			issuance: OPERATING_MONEY + REPAIR_MONEY,
			held: 0,
			orders: 0,
			months: BTreeMap::new(),
			returns: BTreeMap::new(),
			references: BTreeSet::new(),
			rules: ExpenseRules::default(),
			closed: OCTOBER,
		}
	}

	fn is(&self, id: u32, stage: Stage) -> bool {
		self.cases.get(id as usize).is_some_and(|case| case.stage == stage)
	}

	fn is_open(&self, id: u32) -> bool {
		self.is(id, Stage::Proposed) || self.is(id, Stage::Approved)
	}

	/// The sum of twelve months of the cases of a lane that are open or paid and that the assembly did not decide.
	fn of_a_year(&self, on_lines: bool, fits: impl Fn(&Case) -> bool) -> Fen {
		let number = |month: Period| u32::from(month.year) * 12 + u32::from(month.month);
		let first = number(month_of(Now::get())) - 11;
		let counts = |case: &&Case| {
			case.line.is_some() == on_lines
				&& case.stage != Stage::Void
				&& case.needs != Approver::Assembly
				&& number(case.month) >= first
				&& fits(case)
		};
		self.cases.iter().filter(counts).map(|case| case.amount - case.refunded).sum()
	}

	/// Whether an expense with these features may be entered, regardless of its purpose.
	fn may_enter(&self, case: &Case, incurred: Period) -> bool {
		let manager = [MAX, MIRA].contains(&case.by);
		let in_lane = |other: &&Case| {
			matches!(other.stage, Stage::Proposed | Stage::Approved) && other.line.is_some() == case.line.is_some()
		};
		let open = self.cases.iter().filter(in_lane).count();
		let own = self.cases.iter().filter(in_lane).filter(|other| other.by == case.by).count();
		let parts = self.cases.iter().filter(|other| other.stage != Stage::Void && other.invoice == case.invoice);
		let used: Fen = parts.clone().map(|other| other.amount - other.refunded).sum();
		let of_invoice = used + case.amount <= total(case.invoice)
			&& parts.clone().all(|other| other.payee == case.payee)
			&& parts.count() < MAX_PARTS as usize;
		let payee = case.payee.is_none_or(|payee| payee == GARDENER || (payee == ADA));
		manager
			&& payee && of_invoice
			&& open < 24
			&& own < 6
			&& case.amount > 0
			&& case.building.is_some() == (case.pot == REPAIR)
			&& incurred > self.closed
			&& incurred <= month_of(Now::get())
	}

	fn enter(&mut self, case: Case) {
		if let Some((_, committed, _)) = case.line.and_then(|line| self.lines.get_mut(&line)) {
			*committed += case.amount;
		}
		self.cases.push(case);
	}

	fn void(&mut self, id: u32) {
		let case = &mut self.cases[id as usize];
		case.stage = Stage::Void;
		if let Some(line) = case.line {
			self.lines.get_mut(&line).unwrap().1 -= case.amount;
		}
	}

	fn settle(&mut self, id: u32) {
		let case = &mut self.cases[id as usize];
		let done = match case.needs {
			_ if case.line.is_none() => case.committee || case.auditor.is_some(),
			Approver::Committee => case.committee,
			Approver::CommitteeAndAuditor => case.committee && case.auditor.is_some(),
			Approver::Assembly => true,
		};
		if done {
			case.stage = Stage::Approved;
		}
	}

	/// Moves the money of an approved case if funds are sufficient; returns whether it did.
	fn pay(&mut self, id: u32) -> bool {
		let audit_time = self.rules.emergency.audit_time;
		let case = &mut self.cases[id as usize];
		let enough = match case.building {
			Some(building) => self.shares.get(&building).is_some_and(|share| *share >= case.amount),
			None => self.pots[usize::from(case.pot)] >= case.amount,
		};
		if !enough {
			return false;
		}
		if let Some(share) = case.building.and_then(|building| self.shares.get_mut(&building)) {
			*share -= case.amount;
		}
		self.pots[usize::from(case.pot)] -= case.amount;
		match case.payee {
			Some(payee) => *self.pockets.entry(payee).or_default() += case.amount,
			None => {
				self.held += case.amount;
				case.order = Some(self.orders);
				self.orders += 1;
			}
		}
		if let Some(line) = case.line {
			let (_, committed, spent) = self.lines.get_mut(&line).unwrap();
			*committed -= case.amount;
			*spent += case.amount;
		}
		case.stage = if case.payee.is_some() { Stage::Paid } else { Stage::Ordered };
		case.audit_due = Now::get() + audit_time;
		*self.months.entry((month_of(Now::get()), case.line.is_some())).or_default() += case.amount;
		true
	}

	/// Money of the case comes back into its pot and to its units.
	fn come_back(&mut self, id: u32, amount: Fen) {
		let case = &self.cases[id as usize];
		self.pots[usize::from(case.pot)] += amount;
		if let Some(share) = case.building.and_then(|building| self.shares.get_mut(&building)) {
			*share += amount;
		}
		if let Some(line) = case.line {
			self.lines.get_mut(&line).unwrap().2 -= amount;
		}
		*self.returns.entry((month_of(Now::get()), case.line.is_some())).or_default() += amount;
	}

	/// The bank returns the payment of the case: all is as before it.
	fn give_back(&mut self, id: u32) {
		let (amount, was_paid) = (self.cases[id as usize].amount, self.is(id, Stage::Paid));
		self.come_back(id, amount);
		if was_paid {
			self.issuance += amount;
		} else {
			self.held -= amount;
		}
		let case = &mut self.cases[id as usize];
		(case.stage, case.order, case.audited) = (Stage::Approved, None, false);
		if let Some(line) = case.line {
			self.lines.get_mut(&line).unwrap().1 += amount;
		}
	}

	/// Whether `by` took part in the case as its proposer or an approver.
	fn took_part(&self, id: u32, by: AccountId) -> bool {
		let case = &self.cases[id as usize];
		case.by == by || case.auditor == Some(by) || (case.committee && by == MEI)
	}

	/// Compares budgets, pots and balances with the chain.
	fn compare(&self) {
		for ((year, id), sums) in &self.lines {
			let line = crate::Lines::<Test>::get(year, id).unwrap();
			assert_eq!((line.cap, line.committed, line.spent), *sums);
		}
		for (pot, money) in self.pots.iter().enumerate() {
			assert_eq!(balance(pot as PotId), *money);
		}
		for (who, money) in &self.pockets {
			assert_eq!(Balances::free_balance(who), *money);
		}
		assert_eq!(Balances::total_issuance(), self.issuance);
		let everything = self.pots.iter().sum::<Fen>() + self.pockets.values().sum::<Fen>() + self.held;
		assert_eq!(everything, self.issuance);
	}

	fn compare_cases(&self) {
		for (id, case) in self.cases.iter().enumerate() {
			let expense = expense(id as u32);
			let stage = match expense.state {
				State::Proposed => Stage::Proposed,
				State::Approved { .. } => Stage::Approved,
				State::Paid(_) => Stage::Paid,
				State::InExecution { .. } => Stage::Ordered,
				_ => Stage::Void,
			};
			assert_eq!((stage, expense.needs), (case.stage, case.needs));
			assert_eq!(Spending::refunded(id as u32), Some(case.refunded));
			let expected = match case {
				Case { line: Some(_), .. } => AuditState::NotDue,
				case if !case.stage.is_spent() => AuditState::NotDue,
				case if case.audited => match Spending::audit_state(id as u32).unwrap() {
					filed @ AuditState::Filed { at, late } if late == (at > case.audit_due) => filed,
					other => panic!("{other:?}"),
				},
				case if Now::get() > case.audit_due => AuditState::Overdue { since: case.audit_due },
				case => AuditState::Due { by: case.audit_due },
			};
			assert_eq!(Spending::audit_state(id as u32), Some(expected));
		}
		for ((month, on_lines), sum) in &self.months {
			assert_eq!(sum_of(Spending::line_months(*month, None, 100), *on_lines), *sum);
		}
		for ((month, on_lines), sum) in &self.returns {
			assert_eq!(sum_of(Spending::line_returns(*month, None, 100), *on_lines), *sum);
		}
		let overdue = self.cases.iter().filter(|case| {
			case.line.is_none() && case.stage.is_spent() && !case.audited && Now::get() > case.audit_due
		});
		assert_eq!(Spending::overdue_audits(None, 100).len(), overdue.count().min(100));
	}
}

/// The sum of a month's headings: lines, or emergencies.
fn sum_of(headings: Vec<(Heading, Fen)>, on_lines: bool) -> Fen {
	let headings = headings.into_iter().filter(|(heading, _)| matches!(heading, Heading::Line { .. }) == on_lines);
	headings.map(|(_, amount)| amount).sum()
}

fn raw() -> impl Strategy<Value = Raw> {
	(any::<u8>(), any::<u8>(), any::<u8>(), any::<u8>(), any::<u8>()).prop_map(|(what, who, which, how, amount)| Raw {
		what,
		who,
		which,
		how,
		amount,
	})
}

proptest! {
	#![proptest_config(ProptestConfig { cases: linli_testing::cases(64), failure_persistence: None, ..ProptestConfig::default() })]

	#[test]
	fn budgets_and_money_match_the_model(steps in prop::collection::vec(raw(), 350..400)) {
		ExtBuilder::default().build().execute_with(|| {
			Managers::mutate(|managers| managers.push(MEI));
			Members::mutate(|members| members.push(ABE));
			Cashiers::set(vec![CORA, MAX, ADA, MEI]);
			Spending::set_budget(signed(ASSEMBLY), 2027, lines(&[GARDEN_LINE, ROOF_LINE])).unwrap();
			Fund::close_month(signed(ADA), OCTOBER).unwrap();
			let mut model = Model::new();
			for (number, step) in steps.into_iter().enumerate() {
				act(&mut model, step);
				model.compare();
				if number % 25 == 0 {
					model.compare_cases();
					ExtBuilder::check();
				}
			}
			model.compare_cases();
			ExtBuilder::check();
		});
	}
}
