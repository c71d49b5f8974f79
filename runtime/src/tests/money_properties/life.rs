// SPDX-License-Identifier: Apache-2.0

//! Random operations on money, mostly authorised and on existing items.

use super::*;

mod agreements;
mod bank;
mod corrections;
mod deposits;
mod meters;
mod office;
pub(super) mod periods;
pub(super) mod units;
mod within;

/// Operations of one theme, and what does them.
type Theme = (&'static [Kind], fn(&mut Life, &str) -> bool);

/// The operations that are listed where they are done.
pub(super) const THEMES: [Theme; 7] = [
	(&agreements::KINDS, Life::agreements),
	(&corrections::KINDS, Life::corrections),
	(&deposits::KINDS, Life::deposits),
	(&meters::KINDS, Life::meters),
	(&office::KINDS, Life::office),
	(&periods::KINDS, Life::periods),
	(&units::KINDS, Life::units),
];

/// A community, and the test's own record of it.
pub(super) struct Life {
	pub(super) dice: Dice,
	/// The number of the latest bank reference.
	pub(super) printed: u32,
	/// The keys of receipts.
	pub(super) receipts: Vec<ContentHash>,
	/// The number of decisions made.
	pub(super) decided: u32,
	pub(super) used_references: BTreeSet<ContentHash>,
	pub(super) paid_expenses: BTreeSet<ExpenseId>,
	pub(super) paid_milestones: BTreeSet<(ProjectId, MilestoneId)>,
	pub(super) released: BTreeSet<ProjectId>,
	/// Bookings that are settled or cancelled.
	pub(super) ended: BTreeSet<BookingId>,
}

impl Life {
	pub(super) fn new(seed: u64) -> Self {
		Self {
			dice: Dice(seed),
			printed: 0,
			receipts: Vec::new(),
			decided: 0,
			used_references: BTreeSet::new(),
			paid_expenses: BTreeSet::new(),
			paid_milestones: BTreeSet::new(),
			released: BTreeSet::new(),
			ended: BTreeSet::new(),
		}
	}

	/// Mostly the given account, occasionally any.
	pub(super) fn mostly(&mut self, who: Sr25519Keyring) -> RuntimeOrigin {
		let people = [Alice, One, Two, Bob, Ferdie, MANAGER, CASHIER, AUDITOR, CONTRACTOR, GARDENER, STRANGER];
		let who = if self.dice.one_in(10) { self.dice.of(&people).unwrap() } else { who };
		RuntimeOrigin::signed(account(who))
	}

	pub(super) fn committee(&mut self) -> RuntimeOrigin {
		if self.dice.one_in(10) {
			return self.mostly(Alice);
		}
		committee_origin()
	}

	/// The owners of some buildings, or all, by ordinary decision on spending.
	pub(super) fn owners(&mut self, electorate: Option<Buildings>) -> RuntimeOrigin {
		self.owners_on(Matter::Spending, electorate)
	}

	/// The owners of some buildings, or all, by ordinary decision on this matter.
	pub(super) fn owners_on(&mut self, matter: Matter, electorate: Option<Buildings>) -> RuntimeOrigin {
		self.decided += 1;
		let (rule_book, _) = Governance::current_rule_book().unwrap();
		let (class, level, proposal) = (0, Level::Ordinary, self.decided);
		pallet_linli_governance::Origin::Decided { proposal, rule_book, class, level, electorate, matter }.into()
	}

	pub(super) fn resident(&mut self) -> (Sr25519Keyring, RuntimeOrigin) {
		let resident = self.dice.of(&RESIDENTS).unwrap();
		(resident, RuntimeOrigin::signed(account(resident)))
	}

	/// A bank reference, occasionally a used one.
	pub(super) fn reference(&mut self) -> pallet_linli_cashier::Reference {
		if !self.dice.one_in(15) {
			self.printed += 1;
		}
		reference(&format!("BANK-{}", self.printed))
	}

	fn unit(&mut self) -> UnitId {
		self.dice.below(UNITS + 1)
	}

	pub(super) fn pot(&mut self) -> PotId {
		if self.dice.one_in(30) {
			9
		} else {
			self.dice.of(&POTS).unwrap()
		}
	}

	fn buildings(&mut self) -> Option<Buildings> {
		let list = match self.dice.below(4) {
			0 => return None,
			1 => vec![1],
			2 => vec![2],
			_ => vec![1, 2],
		};
		list.try_into().ok()
	}

	/// An open expense in the given state, if any.
	fn expense(&mut self, is: impl Fn(&ExpenseState<AccountId>) -> bool) -> ExpenseId {
		let open: Vec<_> =
			Expenses::open_expenses().into_iter().filter(|(_, expense)| is(&expense.state)).map(|(id, _)| id).collect();
		match self.dice.of(&open) {
			Some(id) if !self.dice.one_in(10) => id,
			_ => self.dice.below(pallet_linli_expenses::NextExpense::<Runtime>::get() + 1),
		}
	}

	/// The hash that an approval names, occasionally of another expense.
	fn terms_of(&mut self, expense: ExpenseId) -> ContentHash {
		if self.dice.one_in(20) {
			hash(0)
		} else {
			Expenses::terms(expense).unwrap_or_default()
		}
	}

	fn payee(&mut self) -> Payee<AccountId> {
		match self.dice.below(8) {
			0 => Payee::Account(Fund::pot_account(OPERATING)),
			1 => Payee::Account(account(MANAGER)),
			2..5 => Payee::Account(account(GARDENER)),
			_ => at_bank(),
		}
	}

	fn incurred(&mut self) -> Period {
		let month = this_month();
		match self.dice.below(10) {
			0 => month.next(PeriodKind::Month).unwrap(),
			1 | 2 => month.previous(PeriodKind::Month).unwrap(),
			_ => month,
		}
	}

	/// The units that bear a cost paid by this pot.
	fn related(&mut self, pot: PotId) -> Related {
		let is_of_units = (pot == REPAIR) != self.dice.one_in(20);
		match (is_of_units, self.buildings()) {
			(false, _) => Related::Nobody,
			(true, None) => Related::All,
			(true, Some(list)) => Related::In(list),
		}
	}

	/// The open projects, in order.
	pub(super) fn open_projects() -> Vec<ProjectId> {
		let mut open: Vec<_> = pallet_linli_projects::OpenProjects::<Runtime>::iter_keys().collect();
		open.sort_unstable();
		open
	}

	/// The version of a project's terms.
	fn version(project: ProjectId) -> u32 {
		pallet_linli_projects::Projects::<Runtime>::get(project).map_or(0, |project| project.version)
	}

	fn project(&mut self) -> ProjectId {
		let open = Self::open_projects();
		match self.dice.of(&open) {
			Some(id) if !self.dice.one_in(20) => id,
			_ => self.dice.below(pallet_linli_projects::NextProject::<Runtime>::get() + 1),
		}
	}

	/// A milestone of an open project in the given state, if any.
	fn milestone(&mut self, is: impl Fn(&MilestoneState<BlockNumber>) -> bool) -> (ProjectId, MilestoneId) {
		let found: Vec<_> = Self::open_projects()
			.into_iter()
			.flat_map(|id| pallet_linli_projects::Milestones::<Runtime>::iter_prefix(id).map(move |found| (id, found)))
			.filter(|(_, (_, milestone))| is(&milestone.state))
			.map(|(id, (number, _))| (id, number))
			.collect();
		match self.dice.of(&found) {
			Some(found) if !self.dice.one_in(10) => found,
			_ => (self.project(), MilestoneId::try_from(self.dice.below(4)).unwrap()),
		}
	}

	/// A project under warranty, if any.
	fn guaranteed(&mut self) -> ProjectId {
		let is = |id: &ProjectId| {
			let state = pallet_linli_projects::Projects::<Runtime>::get(id).unwrap().state;
			matches!(state, ProjectState::Warranty { .. })
		};
		let found: Vec<_> = Self::open_projects().into_iter().filter(is).collect();
		self.dice.of(&found).unwrap_or_else(|| self.project())
	}

	/// Terms of all shapes, and the origin of the owners entitled to decide on them.
	fn open(&mut self) -> bool {
		if pallet_linli_projects::OpenProjects::<Runtime>::count() >= 8 {
			return false;
		}
		let milestones: Vec<Fen> = (0..=self.dice.below(3)).map(|_| self.dice.amount(20_000)).collect();
		let whole: Fen = milestones.iter().sum();
		let third = whole / 3;
		let related = self.buildings();
		let (sources, electorate) = match self.dice.below(5) {
			0 => (vec![(OPERATING, whole)], None),
			1 => (vec![(OPERATING, third), (INCOME, whole - third)], None),
			2 => (vec![(INCOME, 1), (REPAIR, third), (OPERATING, whole.saturating_sub(third + 1))], None),
			_ => (vec![(REPAIR, whole)], related.clone()),
		};
		let mut terms = terms(&milestones, &sources, None);
		terms.related =
			if electorate.is_none() && sources.iter().any(|(pot, _)| *pot == REPAIR) { None } else { related };
		for part in &mut terms.milestones {
			part.deadline = now() + (1 + Moment::from(self.dice.below(60))) * DAY;
		}
		terms.inspections_needed = u8::try_from(1 + self.dice.below(3)).unwrap();
		terms.retention = self.dice.of(&[Fraction::ZERO, Fraction::new(5, 100), Fraction::new(1, 3)]).unwrap();
		terms.warranty = Moment::from(self.dice.below(40)) * DAY;
		terms.objection_window = (1 + Moment::from(self.dice.below(3))) * DAY;
		terms.objection_share = self.dice.of(&[Fraction::new(20, 100), Fraction::new(1, 2), Fraction::ONE]).unwrap();
		let wrong = self.dice.one_in(15);
		let electorate = if wrong { self.buildings() } else { electorate };
		let origin = self.owners(electorate);
		act(origin, super::spending::open(terms))
	}

	fn cancel(&mut self) -> bool {
		let project = self.project();
		let terms = pallet_linli_projects::Terms::<Runtime>::get(project);
		let stored = pallet_linli_projects::Projects::<Runtime>::get(project);
		let origin = match (terms, stored) {
			(Some(terms), Some(stored)) if self.dice.one_in(4) => {
				let electorate = stored.electorate(&terms).cloned();
				self.owners(electorate)
			}
			_ => self.committee(),
		};
		act(origin, Project::cancel { project, max_units: 10 })
	}

	/// Does one operation of this kind; returns whether it succeeded.
	pub(super) fn act(&mut self, kind: &str) -> bool {
		let is_of = |(kinds, _): &&Theme| kinds.iter().any(|(name, ..)| *name == kind);
		if let Some((_, run)) = THEMES.iter().find(is_of) {
			return run(self, kind);
		}
		match kind {
			"time" => {
				periods::live_on(self.dice.of(&[6_000, 60 * 60_000, DAY, DAY, 3 * DAY, 9 * DAY]).unwrap());
				true
			}
			"receive"
			| "receive for a pot"
			| "receive for a unit"
			| "request a payout"
			| "cancel a payout"
			| "order a payout"
			| "book a payment"
			| "propose a return"
			| "confirm an outcome"
			| "decline an outcome"
			| "refuse a payout"
			| "propose a reversal"
			| "correct a payment"
			| "approve a correction"
			| "decline a correction"
			| "withdraw a correction"
			| "recover a debt"
			| "attest" => self.bank(kind),
			"close a month"
			| "donate"
			| "transfer between pots"
			| "transfer between residents"
			| "enrol"
			| "deposit"
			| "distribute" => self.move_within(kind),
			"pay bills"
			| "pay a chosen bill"
			| "prepay"
			| "refund a prepayment"
			| "set a mandate"
			| "revoke a mandate"
			| "dispute a bill"
			| "rule on a bill"
			| "propose a waiver"
			| "approve a waiver"
			| "contest a bill that is half paid" => self.bills(kind),
			"set a budget"
			| "propose"
			| "propose an emergency"
			| "approve as committee"
			| "approve as auditor"
			| "approve as assembly"
			| "approve an emergency as auditor"
			| "refuse"
			| "withdraw an expense"
			| "pay an expense"
			| "pay by bank"
			| "file an audit"
			| "record a refund" => self.spend(kind),
			"list" | "book" | "give up a booking" | "begin" | "give back" | "claim damage" | "accept damage"
			| "contest damage" | "rule on damage" => self.share(kind),
			_ => self.build(kind),
		}
	}

	fn bills(&mut self, kind: &str) -> bool {
		let (resident, own) = self.resident();
		let is_of_use = |unit: &UnitId| match kind {
			"rule on a bill" => pallet_linli_fees::OpenDisputes::<Runtime>::iter_key_prefix(unit).next().is_some(),
			_ => Fees::dues(*unit).bills > 0,
		};
		let of_use: Vec<UnitId> = (0..HOMES).filter(is_of_use).collect();
		let unit = match self.dice.of(&of_use) {
			Some(unit) if !self.dice.one_in(10) => unit,
			_ => self.dice.below(HOMES + 1),
		};
		let owner = units::owner_of(unit).and_then(units::account_of).unwrap_or(resident);
		let open = Fees::bills_of(unit, true, None, 20);
		let dues = Fees::dues(unit);
		let owed = (dues.principal + dues.late).saturating_sub(dues.disputed);
		let bill = self.dice.of(&open);
		match (kind, bill) {
			("pay bills", _) => {
				let amount = if self.dice.one_in(2) { owed } else { self.dice.amount(owed) };
				act(own, Bills::pay { unit, amount, bills: None })
			}
			("prepay", _) => {
				let amount = owed + self.dice.amount(dues.prepayment_limit / 4);
				act(own, Bills::pay { unit, amount, bills: None })
			}
			("refund a prepayment", _) => {
				let Some((payer, amount)) = self.dice.of(&Fees::prepayments(unit)) else { return false };
				act(RuntimeOrigin::signed(payer), Bills::refund_prepayment { unit, amount: self.dice.amount(amount) })
			}
			("set a mandate", _) => {
				let cap = self.dice.amount(200_000);
				let partial = self.dice.amount(2) == 1;
				act(own, Bills::set_mandate { unit, cap, until: None, partial, single: false })
			}
			("revoke a mandate", _) => {
				let Some((payer, _)) = self.dice.of(&Fees::mandates(unit)) else { return false };
				act(RuntimeOrigin::signed(payer), Bills::revoke_mandate { unit })
			}
			("rule on a bill", _) => {
				let keys: Vec<_> = pallet_linli_fees::OpenDisputes::<Runtime>::iter_key_prefix(unit).collect();
				let Some(key) = self.dice.of(&keys) else { return false };
				let bill = key.id();
				let charged = Fees::bill(bill).unwrap().bill.principal.charged;
				let ruling = if self.dice.one_in(3) {
					Ruling::Upheld
				} else {
					Ruling::Reduced { to: self.dice.amount(charged) }
				};
				act(self.mostly(AUDITOR), Bills::rule_dispute { bill, ruling })
			}
			(_, None) => false,
			("pay a chosen bill", Some(bill)) => {
				let bills = Some(vec![bill.key].try_into().unwrap());
				let amount = self.dice.amount(bill.owed);
				act(own, Bills::pay { unit, amount, bills })
			}
			("dispute a bill", Some(bill)) => {
				act(self.mostly(owner), Bills::dispute { bill: bill.key, reason: hash(5) })
			}
			("contest a bill that is half paid", Some(bill)) => {
				let amount = bill.owed * 2 / 3;
				let bills = Some(vec![bill.key].try_into().unwrap());
				act(own, Bills::pay { unit, amount, bills })
					&& act(self.mostly(owner), Bills::dispute { bill: bill.key, reason: hash(5) })
			}
			("propose a waiver", Some(bill)) => {
				let (principal, late) = (self.dice.amount(bill.principal_owed), bill.late_owed);
				let waiver = Bills::propose_waiver { bill: bill.key, principal, late, reason: hash(6) };
				act(self.mostly(MANAGER), waiver)
			}
			(_, Some(_)) => {
				let waivers: Vec<_> = pallet_linli_fees::Waivers::<Runtime>::iter().collect();
				let Some((bill, waiver)) = self.dice.of(&waivers) else { return false };
				let (principal, late) = (waiver.principal, waiver.late);
				act(self.mostly(AUDITOR), Bills::approve_waiver { bill, principal, late })
			}
		}
	}

	fn spend(&mut self, kind: &str) -> bool {
		let waits = |state: &ExpenseState<AccountId>| matches!(state, ExpenseState::Proposed);
		let is_approved = |state: &ExpenseState<AccountId>| matches!(state, ExpenseState::Approved { .. });
		let (payee, amount) = (self.payee(), self.dice.amount(60_000));
		// Mostly all of it, at times a part.
		let total = if amount.is_multiple_of(3) { 60_000 } else { amount };
		let invoice = StatedInvoice { hash: self.dice.hash(1_500), total };
		match kind {
			"set a budget" => {
				let year = this_month().year + u16::try_from(self.dice.below(2)).unwrap();
				let caps = POTS.map(|pot| (pot, 200_000 + self.dice.amount(300_000)));
				let origin = if self.dice.one_in(2) { key_origin() } else { self.owners(None) };
				act(origin, budget(year, &caps))
			}
			"propose" => {
				let incurred = self.incurred();
				let year = if self.dice.one_in(20) { 2_030 } else { incurred.year };
				let line = u16::try_from(self.dice.below(4)).unwrap();
				let related = self.related(line);
				let call = Expense::propose { year, line, payee, amount, invoice, incurred, related };
				act(self.mostly(MANAGER), call)
			}
			"propose an emergency" => {
				let (pot, incurred) = (self.pot(), self.incurred());
				let (kind, evidence, related) = (EmergencyKind::Sewage, hash(7), self.related(pot));
				let call = Expense::propose_emergency {
					kind,
					pot,
					payee,
					amount: amount / 2,
					invoice,
					evidence,
					related,
					incurred,
				};
				act(self.mostly(MANAGER), call)
			}
			"approve as committee" => {
				let expense = self.expense(waits);
				let terms = self.terms_of(expense);
				act(self.committee(), Expense::approve_as_committee { expense, terms })
			}
			"approve as auditor" => {
				let expense = self.expense(waits);
				let terms = self.terms_of(expense);
				act(self.mostly(AUDITOR), Expense::approve_as_auditor { expense, terms })
			}
			"approve as assembly" => {
				let expense = self.expense(waits);
				let (terms, some) = (self.terms_of(expense), self.dice.one_in(15));
				// Mostly those whom the expense concerns.
				let concerned = match Expenses::expense(expense).map(|expense| expense.related) {
					Some(Related::In(buildings)) => Some(buildings),
					_ => None,
				};
				let electorate = if some { self.buildings() } else { concerned };
				act(self.owners(electorate), Expense::approve_as_assembly { expense, terms })
			}
			"approve an emergency as auditor" => {
				let expense = self.expense(waits);
				let terms = self.terms_of(expense);
				act(self.mostly(AUDITOR), Expense::approve_emergency_as_auditor { expense, terms })
			}
			"refuse" => {
				let expense = self.expense(|_| true);
				act(self.committee(), Expense::refuse { expense, reason: hash(8) })
			}
			"withdraw an expense" => {
				let expense = self.expense(|_| true);
				act(self.mostly(MANAGER), Expense::withdraw { expense })
			}
			"pay an expense" => {
				let expense = self.expense(is_approved);
				act(self.mostly(STRANGER), pay(expense))
			}
			"pay by bank" => {
				let (expense, reference) = (self.expense(is_approved), self.reference());
				act(self.mostly(CASHIER), order_payment(expense))
					&& act(self.mostly(CASHIER), Bank::book_paid { order: order_of(expense), reference, value: None })
			}
			"record a refund" => {
				let paid: Vec<_> = pallet_linli_expenses::Expenses::<Runtime>::iter()
					.filter(|(_, expense)| matches!(expense.state, ExpenseState::Paid(_)))
					.map(|(id, _)| id)
					.collect();
				let Some(expense) = self.dice.of(&paid) else { return false };
				let (amount, reference) = (self.dice.amount(20_000), self.reference());
				act(
					self.mostly(CASHIER),
					Expense::record_refund { bank: 0, expense, amount, reference, value: None, max_units: 10 },
				)
			}
			_ => {
				let due: Vec<_> = pallet_linli_expenses::AuditsDue::<Runtime>::iter_keys().collect();
				let Some(key) = self.dice.of(&due) else { return false };
				act(self.mostly(AUDITOR), Expense::file_audit { expense: key.id(), report: hash(9) })
			}
		}
	}

	fn build(&mut self, kind: &str) -> bool {
		use MilestoneState::{Accepted, Disputed, Pending, Rejected, Ruled, Submitted};
		match kind {
			"open" => self.open(),
			"cancel" => self.cancel(),
			"submit" => {
				let (project, milestone) = self.milestone(|state| matches!(state, Pending | Rejected { .. }));
				let version = Self::version(project);
				act(self.mostly(CONTRACTOR), Project::submit { project, milestone, evidence: hash(10), version })
			}
			"inspect" => {
				let (project, milestone) = self.milestone(|state| matches!(state, Submitted { .. }));
				let (inspector, accept) = (self.dice.of(&INSPECTORS).unwrap(), !self.dice.one_in(4));
				act(self.mostly(inspector), Project::inspect { project, milestone, accept, report: hash(11) })
			}
			"object" => {
				let (project, milestone) = self.milestone(|state| matches!(state, Accepted { .. }));
				let owner = self.dice.of(&[Alice, One]).unwrap();
				act(self.mostly(owner), Project::object { project, milestone, reason: hash(12) })
			}
			"dispute" => {
				let (project, milestone) = self.milestone(|state| matches!(state, Rejected { .. } | Submitted { .. }));
				let version = Self::version(project);
				act(self.mostly(CONTRACTOR), Project::dispute { project, milestone, reason: hash(13), version })
			}
			"rule" => {
				let (project, milestone) = self.milestone(|state| matches!(state, Disputed { .. }));
				let terms = pallet_linli_projects::Terms::<Runtime>::get(project);
				let agreed = terms.as_ref().and_then(|terms| terms.milestone(milestone)).map_or(1, |part| part.amount);
				let contractor_share = self.dice.amount(agreed);
				let document = hash(14);
				act(self.committee(), Project::rule { project, milestone, contractor_share, document, max_units: 10 })
			}
			"pay a milestone" => {
				let (project, milestone) = self.milestone(|state| matches!(state, Accepted { .. } | Ruled { .. }));
				act(self.mostly(STRANGER), Project::pay { project, milestone })
			}
			"release" => {
				let project = self.guaranteed();
				act(self.mostly(STRANGER), Project::release { project })
			}
			"claim a defect" => {
				let project = self.guaranteed();
				let retained =
					pallet_linli_projects::Projects::<Runtime>::get(project).map_or(0, |found| found.retained);
				let amount = self.dice.amount(retained + 1);
				let origin = if self.dice.one_in(2) { self.committee() } else { self.mostly(INSPECTORS[0]) };
				act(origin, Project::claim_defect { project, amount, evidence: hash(15) })
			}
			"withdraw a claim" => {
				let project = self.guaranteed();
				act(self.committee(), Project::withdraw_claim { project })
			}
			"rule on a claim" => {
				let project = self.guaranteed();
				let claim = pallet_linli_projects::Projects::<Runtime>::get(project).and_then(|found| found.claim);
				let to_community = self.dice.amount(claim.map_or(1, |claim| claim.amount));
				let document = hash(16);
				act(self.committee(), Project::rule_claim { project, to_community, document, max_units: 10 })
			}
			other => panic!("nobody knows how to {other}"),
		}
	}
}
