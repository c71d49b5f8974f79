// SPDX-License-Identifier: Apache-2.0

//! Money followed from one thing in the books to the next, both ways (D19): what `FundApi_follow` answers.
//!
//! What caused an entry keeps its id, and an entry names its cause; so almost every link is looked up. Two questions walk
//! over ids, page by page, since an index would cost a write each time for what is seldom asked: which expenses a budget
//! line or a decision has, and which projects a decision opened. A bill's payments stand in its unit's statement, between its
//! first line and its last.
//!
//! | Thing | is linked with |
//! |---|---|
//! | entry | its cause: payment and bill, bank entry, expense, project, booking, unit's share; of a transfer, the other pot's entry |
//! | payment | its bills, the entries of their pots |
//! | bill | its payments, the entries they made |
//! | bank entry | the pot's entries, or the expense that was paid |
//! | expense | budget line, invoice, approvals or decision, entry, bank entry |
//! | budget line | the decision on the budget, the expenses |
//! | decision | the budgets' lines, the expenses, the projects |
//! | project | the decision, the milestones, the entries of its pots |
//! | booking of a shared resource | the entries of the pots that it brought money to, until it is forgotten |
//! | unit's share | the entries of its deposits, and of bills and refunds that changed it |

use crate::{AccountId, Cashier, Expenses, Fees, Repair, Runtime};
use alloc::{vec, vec::Vec};
use linli_primitives::{
	traits::RepairShares, BillKey, BookingId, Cause, ContentHash, EntryId, ExpenseId, MilestoneId, PaymentId, PotId,
	ProjectId, ProposalId, UnitId,
};
use pallet_linli_cashier::{BankEntryKind, BankEntryState, Party};
use pallet_linli_expenses::types::{Purpose, State};
use pallet_linli_fees::types::{EntryKind, Lines};

type Link = linli_primitives::Link<AccountId>;
type LinkPage = linli_primitives::LinkPage<AccountId>;

/// How many links a page has at most.
const MAX_PAGE: u32 = 100;
/// How many places are looked at for one page: a page of a long search may be short.
const MAX_SCAN: u64 = 1_000;

/// What `link` is linked with, from the place `from` on.
pub fn follow(link: Link, from: u64, count: u32) -> LinkPage {
	let wanted = Wanted { from, count: count.min(MAX_PAGE) };
	match link {
		Link::Entry { pot, entry } => wanted.of(of_entry(pot, entry)),
		Link::Payment { payment } => of_payment(wanted, payment),
		Link::Bill { bill } => of_bill(wanted, bill),
		Link::BankEntry { reference } => wanted.of(of_bank_entry(reference)),
		Link::Expense { expense } => wanted.of(of_expense(expense)),
		Link::BudgetLine { year, line } => {
			let purpose = |expense| Some(Expenses::expense(expense)?.purpose);
			let decision = Expenses::budget(year)
				.filter(|view| line < view.budget.lines)
				.and_then(|view| Some(Link::Decision { proposal: view.budget.decision? }));
			// The decision stands before the first expense.
			wanted.search(u64::from(next_expense()).saturating_add(1), |place| match place.checked_sub(1) {
				None => decision.clone().into_iter().collect(),
				Some(place) => ExpenseId::try_from(place)
					.ok()
					.filter(|expense| purpose(*expense) == Some(Purpose::Line { year, line }))
					.map(|expense| Link::Expense { expense })
					.into_iter()
					.collect(),
			})
		}
		Link::Invoice { invoice } => wanted
			.of(Expenses::expense_of_invoice(invoice).map(|expense| Link::Expense { expense }).into_iter().collect()),
		Link::Approval { expense, .. } => {
			let known = of_expense(expense).contains(&link);
			wanted.of(known.then_some(Link::Expense { expense }).into_iter().collect())
		}
		Link::Decision { proposal } => of_decision(wanted, proposal),
		Link::Project { project } => of_project(wanted, project),
		Link::Milestone { project, milestone } => {
			let known = pallet_linli_projects::Milestones::<Runtime>::contains_key(project, milestone);
			wanted.of(known.then_some(Link::Project { project }).into_iter().collect())
		}
		Link::Booking { booking } => wanted.of(of_booking(booking)),
		Link::UnitShare { unit } => {
			let lines = Repair::share(unit).map_or(0, |view| view.share.entry_count);
			wanted.search(lines.into(), |line| of_share_line(unit, line))
		}
	}
}

/// Which page.
struct Wanted {
	from: u64,
	count: u32,
}

impl Wanted {
	/// The page of what is all found at once.
	fn of(self, links: Vec<Link>) -> LinkPage {
		self.search(links.len() as u64, |place| {
			usize::try_from(place).ok().and_then(|at| links.get(at)).cloned().into_iter().collect()
		})
	}

	/// The page of what is found by looking at one place after the other. A place has few links.
	fn search(self, places: u64, mut at: impl FnMut(u64) -> Vec<Link>) -> LinkPage {
		let mut links = Vec::new();
		let end = places.min(self.from.saturating_add(MAX_SCAN));
		for place in self.from..end {
			let found = at(place);
			if !links.is_empty() && links.len().saturating_add(found.len()) > self.count as usize {
				return LinkPage { links, next: Some(place) };
			}
			links.extend(found);
		}
		LinkPage { links, next: (end < places).then_some(end) }
	}

	/// The page of what a unit's statement says in `lines`: of each, the links that `of` gives, and the entries that it
	/// made in the pot of the charge.
	fn lines(self, unit: UnitId, lines: Lines, of: impl Fn(&EntryKind) -> Option<Vec<Link>>) -> LinkPage {
		let Lines { first, end } = lines;
		let links = |number| {
			let line = pallet_linli_fees::Statements::<Runtime>::get(unit, number)?;
			let mut links = of(&line.kind)?;
			let charge = pallet_linli_fees::Charges::<Runtime>::get(line.kind.bill()?.charge)?;
			let pot = charge.terms.pot;
			links.extend(line.ledger_entries().map(|entry| Link::Entry { pot, entry }));
			Some(links)
		};
		self.search(end.saturating_sub(first), |place| links(first.saturating_add(place)).unwrap_or_default())
	}
}

fn of_entry(pot: PotId, id: EntryId) -> Vec<Link> {
	let Some(entry) = pallet_linli_fund::Entries::<Runtime>::get(pot, id) else {
		return Vec::new();
	};
	// A bill that was paid before its unit was enrolled changed no share.
	let share_of = |unit| entry.earmarked.then_some(Link::UnitShare { unit });
	match entry.cause {
		Cause::Bill { bill, payment } | Cause::LateFee { bill, payment } => {
			let mut links = vec![Link::Payment { payment }, Link::Bill { bill }];
			links.extend(share_of(bill.unit));
			links
		}
		Cause::Refund { bill } => {
			let mut links = vec![Link::Bill { bill }];
			links.extend(share_of(bill.unit));
			links
		}
		Cause::Receipt { reference } => vec![Link::BankEntry { reference }],
		Cause::Transfer { pot, entry } => vec![Link::Entry { pot, entry }],
		Cause::Expense { expense } => vec![Link::Expense { expense }],
		Cause::Project { project } => vec![Link::Project { project }],
		Cause::RepairDeposit { unit } => share_of(unit).into_iter().collect(),
		// Once it is forgotten, only the events of old blocks tell of it.
		Cause::Booking { booking } if pallet_linli_sharing::Bookings::<Runtime>::contains_key(booking) => {
			vec![Link::Booking { booking }]
		}
		// Nothing stands behind them but the counterparty, whom the entry names.
		Cause::TransactionFees | Cause::Donation | Cause::Distribution | Cause::Booking { .. } => Vec::new(),
	}
}

/// Its bills, each with the entries that it made there: what its lines of the unit's statement say.
fn of_payment(wanted: Wanted, id: PaymentId) -> LinkPage {
	let Some(payment) = Fees::api_payment(id) else {
		return wanted.of(Vec::new());
	};
	wanted.lines(payment.unit, payment.lines, |kind| match *kind {
		EntryKind::Payment { payment, bill, .. } if payment == id => Some(vec![Link::Bill { bill }]),
		_ => None,
	})
}

/// Its payments, each with the entries that it made, and the entry of a refund: what the unit's statement says of it, from
/// its issue to the last of them.
fn of_bill(wanted: Wanted, key: BillKey) -> LinkPage {
	let Some(bill) = pallet_linli_fees::Bills::<Runtime>::get(key.parts()) else {
		return wanted.of(Vec::new());
	};
	wanted.lines(key.unit, bill.lines, |kind| match *kind {
		EntryKind::Payment { payment, bill, .. } if bill == key => Some(vec![Link::Payment { payment }]),
		EntryKind::Refund { bill, .. } if bill == key => Some(Vec::new()),
		_ => None,
	})
}

fn of_bank_entry(reference: ContentHash) -> Vec<Link> {
	let Some(bank) = Cashier::bank_entry(reference) else {
		return Vec::new();
	};
	// A household's comes to a pot by a payment.
	let (Party::Pot(pot), Some(entry)) = (bank.party, bank.entry) else {
		return Vec::new();
	};
	if bank.kind == BankEntryKind::Out {
		// What the bank paid stands with the expense, which has the entry.
		return match pallet_linli_fund::Entries::<Runtime>::get(pot, entry).map(|entry| entry.cause) {
			Some(Cause::Expense { expense }) => vec![Link::Expense { expense }],
			_ => Vec::new(),
		};
	}
	let taken_back = match bank.state {
		BankEntryState::Reversed { entry, .. } => entry,
		BankEntryState::Valid | BankEntryState::ReversalProposed { .. } => None,
	};
	[Some(entry), taken_back].into_iter().flatten().map(|entry| Link::Entry { pot, entry }).collect()
}

/// The entries that a settled or cancelled booking made, as long as the chain remembers it.
fn of_booking(id: BookingId) -> Vec<Link> {
	let entries = pallet_linli_sharing::Bookings::<Runtime>::get(id).map(|booking| booking.entries).unwrap_or_default();
	entries.into_iter().map(|(pot, entry)| Link::Entry { pot, entry }).collect()
}

fn next_expense() -> ExpenseId {
	pallet_linli_expenses::NextExpense::<Runtime>::get()
}

fn of_expense(id: ExpenseId) -> Vec<Link> {
	let Some(expense) = Expenses::expense(id) else {
		return Vec::new();
	};
	let mut links = Vec::new();
	if let Purpose::Line { year, line } = expense.purpose {
		links.push(Link::BudgetLine { year, line });
	}
	// The invoice of what was refused or withdrawn is free for another.
	if Expenses::expense_of_invoice(expense.invoice) == Some(id) {
		links.push(Link::Invoice { invoice: expense.invoice });
	}
	let approvals = expense.approvals;
	if approvals.committee.is_some() {
		links.push(Link::Approval { expense: id, auditor: None });
	}
	if let Some(approval) = approvals.auditor {
		links.push(Link::Approval { expense: id, auditor: Some(approval.by) });
	}
	if let Some(approval) = approvals.assembly {
		links.push(Link::Decision { proposal: approval.by });
	}
	if let (State::Paid(payment), Some(pot)) = (expense.state, Expenses::expense_pot(id)) {
		links.push(Link::Entry { pot, entry: payment.entry });
		links.extend(payment.reference.map(|reference| Link::BankEntry { reference }));
	}
	links
}

/// The years that a budget can be for are few: the chain's own, and the next.
fn budget_years() -> impl Iterator<Item = u16> {
	let mut years: Vec<u16> = pallet_linli_expenses::Budgets::<Runtime>::iter_keys().collect();
	years.sort_unstable();
	years.into_iter()
}

/// First the lines of the budgets it set, then the projects it opened, then the expenses it approved.
fn of_decision(wanted: Wanted, proposal: ProposalId) -> LinkPage {
	let lines: Vec<Link> = budget_years()
		.filter_map(|year| Some((year, Expenses::budget(year)?.budget)))
		.filter(|(_, budget)| budget.decision == Some(proposal))
		.flat_map(|(year, budget)| (0..budget.lines).map(move |line| Link::BudgetLine { year, line }))
		.collect();
	let first_project = lines.len() as u64;
	let projects = pallet_linli_projects::NextProject::<Runtime>::get();
	let first_expense = first_project.saturating_add(projects.into());
	wanted.search(first_expense.saturating_add(next_expense().into()), |place| {
		let found = if let Some(expense) = offset::<ExpenseId>(place, first_expense) {
			let approval = Expenses::expense(expense).and_then(|expense| expense.approvals.assembly);
			approval.filter(|approval| approval.by == proposal).map(|_| Link::Expense { expense })
		} else if let Some(project) = offset::<ProjectId>(place, first_project) {
			let opened_by = pallet_linli_projects::Projects::<Runtime>::get(project).map(|project| project.proposal);
			(opened_by == Some(proposal)).then_some(Link::Project { project })
		} else {
			usize::try_from(place).ok().and_then(|place| lines.get(place)).cloned()
		};
		found.into_iter().collect()
	})
}

/// The decision, then the milestones, then the entries by which its money came and went back.
fn of_project(wanted: Wanted, id: ProjectId) -> LinkPage {
	let project = pallet_linli_projects::Projects::<Runtime>::get(id);
	let terms = pallet_linli_projects::Terms::<Runtime>::get(id);
	let (Some(project), Some(terms)) = (project, terms) else {
		return wanted.of(Vec::new());
	};
	let mut known = vec![Link::Decision { proposal: project.proposal }];
	let milestones = MilestoneId::try_from(terms.milestones.len()).unwrap_or(MilestoneId::MAX);
	known.extend((0..milestones).map(|milestone| Link::Milestone { project: id, milestone }));
	let first_entry = known.len() as u64;
	wanted.search(first_entry.saturating_add(project.entry_count.into()), |place| {
		let found = match offset::<u32>(place, first_entry) {
			None => usize::try_from(place).ok().and_then(|place| known.get(place)).cloned(),
			Some(number) => pallet_linli_projects::LedgerEntries::<Runtime>::get(id, number)
				.map(|(pot, entry)| Link::Entry { pot, entry }),
		};
		found.into_iter().collect()
	})
}

/// What a line of a share's statement says: the deposits, levies and refunds of one unit are in the pot's ledger.
fn of_share_line(unit: UnitId, line: u64) -> Vec<Link> {
	let pot = <Repair as RepairShares>::pot();
	let line = u32::try_from(line).ok().and_then(|line| pallet_linli_repair::Statements::<Runtime>::get(unit, line));
	line.and_then(|line| line.entry).map(|entry| Link::Entry { pot, entry }).into_iter().collect()
}

/// How far `place` is behind `first`; `None` before it.
fn offset<N: TryFrom<u64>>(place: u64, first: u64) -> Option<N> {
	place.checked_sub(first)?.try_into().ok()
}
