// SPDX-License-Identifier: Apache-2.0

//! Random operations, valid and invalid. A model that is independent of the code predicts whether each call succeeds,
//! and the budgets, pots and balances that result.

use crate::{mock::*, types::*};
use linli_primitives::{
	calendar::DAY, traits::FundLedger, ContentHash, Fen, LineId, Moment, Period, PeriodKind, PotId, UtcOffset,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

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
	Paid,
	Void,
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
	needs: Approver,
	until: Moment,
	committee: bool,
	auditor: Option<AccountId>,
	stage: Stage,
	paid_at: Moment,
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

	/// Whether an expense with these features may be entered, regardless of its purpose.
	fn may_enter(&self, case: &Case, incurred: Period) -> bool {
		let manager = [MAX, MIRA].contains(&case.by);
		let open = self.cases.iter().filter(|c| matches!(c.stage, Stage::Proposed | Stage::Approved)).count();
		let used = self.cases.iter().any(|other| other.stage != Stage::Void && other.invoice == case.invoice);
		let payee = case.payee.is_none_or(|payee| payee == GARDENER || (payee == ADA));
		manager
			&& payee && !used
			&& open < 6
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
			None => self.issuance -= case.amount,
		}
		if let Some(line) = case.line {
			let (_, committed, spent) = self.lines.get_mut(&line).unwrap();
			*committed -= case.amount;
			*spent += case.amount;
		}
		case.stage = Stage::Paid;
		case.paid_at = Now::get();
		case.audit_due = Now::get() + audit_time;
		true
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
		let everything = self.pots.iter().sum::<Fen>() + self.pockets.values().sum::<Fen>();
		assert_eq!(everything, self.issuance);
	}

	fn compare_cases(&self) {
		let mut months = BTreeMap::<(Period, bool), Fen>::new();
		for (id, case) in self.cases.iter().enumerate() {
			let expense = expense(id as u32);
			let stage = match expense.state {
				State::Proposed => Stage::Proposed,
				State::Approved { .. } => Stage::Approved,
				State::Paid(_) => Stage::Paid,
				_ => Stage::Void,
			};
			assert_eq!((stage, expense.needs), (case.stage, case.needs));
			let expected = match case {
				Case { line: Some(_), .. } => AuditState::NotDue,
				case if case.stage != Stage::Paid => AuditState::NotDue,
				case if case.audited => match Spending::audit_state(id as u32).unwrap() {
					filed @ AuditState::Filed { at, late } if late == (at > case.audit_due) => filed,
					other => panic!("{other:?}"),
				},
				case if Now::get() > case.audit_due => AuditState::Overdue { since: case.audit_due },
				case => AuditState::Due { by: case.audit_due },
			};
			assert_eq!(Spending::audit_state(id as u32), Some(expected));
			if case.stage == Stage::Paid {
				*months.entry((month_of(case.paid_at), case.line.is_some())).or_default() += case.amount;
			}
		}
		for ((month, on_lines), sum) in months {
			let paid = Spending::line_months(month, None, 100).into_iter();
			let paid = paid.filter(|(heading, _)| matches!(heading, Heading::Line { .. }) == on_lines);
			assert_eq!(paid.map(|(_, amount)| amount).sum::<Fen>(), sum);
		}
		let overdue = self.cases.iter().filter(|case| {
			case.line.is_none() && case.stage == Stage::Paid && !case.audited && Now::get() > case.audit_due
		});
		assert_eq!(Spending::overdue_audits(None, 100).len(), overdue.count().min(100));
	}
}

/// Performs a step on the chain and in the model, and asserts that both agree on whether it is permitted.
fn act(model: &mut Model, raw: Raw) {
	let Raw { what, who, which, how, amount: raw_amount } = raw;
	let by = mostly(
		who,
		match what % 20 {
			0..=4 => &[MAX, MIRA],
			5..=7 => &[COMMITTEE],
			8 | 9 => &[ADA, ADA, ABE],
			10 | 18 => &[ASSEMBLY],
			11 => &[COMMITTEE, MAX, MIRA],
			14 | 15 => &[CORA, ADA, MAX, MEI],
			16 => &[ADA, ABE],
			_ => &[STRANGER],
		},
	);
	let count = model.cases.len();
	// Mostly an expense to which the step applies, sometimes any of the last ten or an unknown one.
	let fits = |case: &Case| match what % 20 {
		8 => case.needs == Approver::CommitteeAndAuditor && case.stage == Stage::Proposed,
		9 => case.line.is_none() && case.stage == Stage::Proposed,
		10 => case.needs == Approver::Assembly && case.stage == Stage::Proposed,
		12 | 13 => case.payee.is_some() && case.stage == Stage::Approved,
		14 | 15 => case.payee.is_none() && case.stage == Stage::Approved,
		16 => case.line.is_none() && case.stage == Stage::Paid && !case.audited,
		_ => case.stage == Stage::Proposed,
	};
	let fitting: Vec<_> = (0..count).filter(|id| fits(&model.cases[*id])).collect();
	let id = match fitting.get(usize::from(which) % fitting.len().max(1)) {
		Some(id) if !which.is_multiple_of(5) => *id as u32,
		_ => (count + 1).saturating_sub(1 + usize::from(which) % 11) as u32,
	};
	let now = Now::get();
	let (expected, done) = match what % 20 {
		0..=4 => {
			let month = month_of(now);
			let incurred = match how % 8 {
				0 => month.next(PeriodKind::Month).unwrap(),
				1 => month.previous(PeriodKind::Month).unwrap(),
				_ => month,
			};
			let year = if which.is_multiple_of(16) { 2026 } else { incurred.year };
			let line = LineId::from(which % 3 == 1) + LineId::from(which % 16 == 6);
			let pot = if what % 20 < 3 { PotId::from(line) } else { PotId::from(raw_amount / 16 % 4) };
			let building = [Some(1), Some(2), Some(2), Some(7)][usize::from(how / 16 % 4)];
			// Mostly as the pot requires.
			let building = if (pot == REPAIR) == (how / 64 > 0) { building } else { None };
			let related = building.map_or(Related::Nobody, |building| buildings(&[building]));
			let to = match how % 16 {
				15 => Payee::Account(Fund::pot_account(INCOME)),
				14 => Payee::Account(by),
				13 => Payee::Account(ADA),
				8..=12 => Payee::Bank(hash(4)),
				_ => Payee::Account(GARDENER),
			};
			let payee = match to {
				Payee::Account(account) => Some(account),
				Payee::Bank(_) => None,
			};
			let (sum, invoice) = (amount(raw_amount), which);
			let mut case = Case {
				line: None,
				pot: OPERATING,
				building,
				payee,
				amount: sum,
				invoice,
				by,
				needs: Approver::Committee,
				until: now + model.rules.emergency.committee_time,
				committee: false,
				auditor: None,
				stage: Stage::Proposed,
				paid_at: 0,
				audit_due: 0,
				audited: false,
			};
			if what % 20 < 3 {
				case.line = Some((year, line));
				case.pot = pot;
				case.needs = model.rules.tiers.iter().rfind(|tier| tier.from <= sum).unwrap().approver;
				let room = model
					.lines
					.get(&(year, line))
					.is_some_and(|(cap, committed, spent)| committed + spent + sum <= *cap);
				let expected = room && year == incurred.year && model.may_enter(&case, incurred);
				let call = Spending::propose(signed(by), year, line, to, sum, hash(invoice), incurred, related);
				if expected {
					model.enter(case);
				}
				(expected, call.is_ok())
			} else {
				case.pot = pot;
				let kind = EmergencyKind::Lift;
				let within = pot < 3 && sum <= model.rules.emergency.cap;
				let expected = within && model.may_enter(&case, incurred);
				let (invoice, evidence) = (hash(invoice), hash(90));
				let call =
					Spending::propose_emergency(signed(by), kind, pot, to, sum, invoice, evidence, related, incurred);
				if expected {
					model.enter(case);
				}
				(expected, call.is_ok())
			}
		}
		5..=7 => {
			let expected = by == COMMITTEE
				&& model.is(id, Stage::Proposed)
				&& model.cases[id as usize].needs != Approver::Assembly
				&& !model.cases[id as usize].committee;
			let done = Spending::approve_as_committee(signed(by), id, terms(id)).is_ok();
			if expected {
				model.cases[id as usize].committee = true;
				model.settle(id);
			}
			(expected, done)
		}
		8 | 9 => {
			// Abe is both an auditor and a member of the committee.
			let emergency = what % 20 == 9;
			let expected = by == ADA && model.is(id, Stage::Proposed) && {
				let case = &model.cases[id as usize];
				let asked = if emergency {
					case.line.is_none() && now >= case.until
				} else {
					case.line.is_some() && case.needs == Approver::CommitteeAndAuditor
				};
				asked && case.auditor.is_none() && case.payee != Some(ADA)
			};
			let done = if emergency {
				Spending::approve_emergency_as_auditor(signed(by), id, terms(id)).is_ok()
			} else {
				Spending::approve_as_auditor(signed(by), id, terms(id)).is_ok()
			};
			if expected {
				model.cases[id as usize].auditor = Some(by);
				model.settle(id);
			}
			(expected, done)
		}
		10 => {
			let expected =
				by == ASSEMBLY && model.is(id, Stage::Proposed) && model.cases[id as usize].needs == Approver::Assembly;
			let done = Spending::approve_as_assembly(signed(by), id, terms(id)).is_ok();
			if expected {
				model.settle(id);
			}
			(expected, done)
		}
		11 => {
			let refuse = how.is_multiple_of(2);
			let expected = model.is_open(id) && by == if refuse { COMMITTEE } else { model.cases[id as usize].by };
			let done = if refuse {
				Spending::refuse(signed(by), id, hash(8)).is_ok()
			} else {
				Spending::withdraw(signed(by), id).is_ok()
			};
			if expected {
				model.void(id);
			}
			(expected, done)
		}
		12 | 13 => {
			let max_units = u32::from(how % 8);
			let expected = model.is(id, Stage::Approved) && {
				let case = &model.cases[id as usize];
				let units = match case.building {
					Some(1) => 3,
					Some(2) => 2,
					_ => 0,
				};
				case.payee.is_some() && units <= max_units
			};
			let done = Spending::pay(signed(by), id, max_units).is_ok();
			if expected && !model.pay(id) {
				assert!(matches!(expense(id).state, State::Approved { failure: Some(_), .. }));
			}
			(expected, done)
		}
		14 | 15 => {
			let text = how % 64;
			// Max, Ada and Mei are cashiers too.
			let mut expected = [CORA, MAX, ADA, MEI].contains(&by) && model.is(id, Stage::Approved) && {
				let case = &model.cases[id as usize];
				case.payee.is_none()
					&& case.by != by
					&& case.auditor != Some(by)
					&& !(case.committee && by == MEI)
					&& !model.references.contains(&text)
			};
			let done = Spending::pay_by_bank(signed(by), id, reference(&format!("R{text}")), 3).is_ok();
			if expected {
				expected = model.pay(id);
			}
			if expected {
				model.references.insert(text);
			}
			(expected, done)
		}
		16 => {
			let expected = [ADA, ABE].contains(&by) && model.is(id, Stage::Paid) && {
				let case = &model.cases[id as usize];
				case.line.is_none() && !case.audited
			};
			let done = Spending::file_audit(signed(by), id, hash(70)).is_ok();
			if expected {
				model.cases[id as usize].audited = true;
			}
			(expected, done)
		}
		17 => {
			wait(Moment::from(how) * DAY / 40);
			(true, true)
		}
		18 => {
			let year = 2026 + u16::from(which % 2);
			let cap = [0, 1_000_000, 6_000_000, 20_000_000][usize::from(how) % 4];
			let (_, committed, spent) = model.lines[&(year, GARDENS)];
			let (roof_cap, ..) = model.lines[&(year, ROOFS)];
			let expected = by == ASSEMBLY && cap >= committed + spent;
			let list = lines(&[("Gardens", OPERATING, cap), ("Roofs", REPAIR, roof_cap)]);
			let done = Spending::set_budget(signed(by), year, list).is_ok();
			if expected {
				model.lines.insert((year, GARDENS), (cap, committed, spent));
			}
			(expected, done)
		}
		_ => match how % 4 {
			0 => {
				model.rules = rules(which);
				(true, Spending::set_rules(RuntimeOrigin::root(), model.rules.clone()).is_ok())
			}
			1 => {
				let next = model.closed.next(PeriodKind::Month).unwrap();
				let expected = next < month_of(now);
				if expected {
					model.closed = next;
				}
				(expected, Fund::close_month(signed(ADA), next).is_ok())
			}
			_ => {
				let sum = 1 + amount(raw_amount);
				model.pots[0] += sum;
				model.issuance += sum;
				let cause = linli_primitives::Cause::Receipt { reference: ContentHash::zero() };
				(true, Fund::issue(OPERATING, sum, cause).is_ok())
			}
		},
	};
	assert_eq!(done, expected, "the chain and the model differ: {raw:?} by {by}, expense {id}");
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
