// SPDX-License-Identifier: Apache-2.0

//! Links between items in the books, in both directions (D19): the implementation of `FundApi_follow`.
//!
//! An entry names its cause, and the record of the cause stores the entry's id, so almost every link is a look-up. Two
//! queries iterate over ids, page by page: the expenses of a budget line or a decision, and the projects of a decision.
//! They are too rare to justify an index, which would cost a write each time. A bill's payments are in its unit's
//! statement, between the bill's first and last line.
//!
//! | Thing | is linked with |
//! |---|---|
//! | entry | its cause: payment and bill, bank entry, expense, project, booking, unit's share; of a transfer, the other pot's entry |
//! | payment | its bills, the entries of their pots |
//! | bill | its payments, the entries they made |
//! | bank entry | the pot's entries, or the expense that was paid or refunded; its corrections; the payment and its return |
//! | expense | budget line, invoice, approvals or decision, entry, bank entry; those of payments that came back, of their returns and of refunds |
//! | budget line | the decision on the budget, the expenses |
//! | decision | the budgets' lines, the expenses, the projects |
//! | project | the decision, the milestones, the entries of its pots |
//! | booking of a shared resource | the entries of the pots that it brought money to, until it is forgotten |
//! | refundable deposit | the entry of what was kept of it |
//! | unit's share | the entries of its deposits, and of bills and refunds that changed it |

use crate::{AccountId, Cashier, Deposits, Expenses, Fees, Repair, Runtime};
use alloc::{vec, vec::Vec};
use linli_primitives::{
	traits::RepairShares, BillKey, BookingId, Cause, ContentHash, DepositId, EntryId, ExpenseId, MilestoneId,
	PaymentId, PotId, ProjectId, ProposalId, UnitId,
};
use pallet_linli_cashier::{BankEntryKind, CorrectionTerms, Party};
use pallet_linli_deposits::types::State;
use pallet_linli_expenses::types::Purpose;
use pallet_linli_fees::types::{EntryKind, Lines};

type Link = linli_primitives::Link<AccountId>;
type LinkPage = linli_primitives::LinkPage<AccountId>;

/// The maximum number of links in a page.
const MAX_PAGE: u32 = 100;
/// The maximum number of places read for one page: a page of a long search may be short.
const MAX_SCAN: u64 = 1_000;

/// The links of `link`, starting at place `from`.
pub fn follow(link: Link, from: u64, count: u32) -> LinkPage {
	let wanted = Wanted { from, count: count.min(MAX_PAGE) };
	match link {
		Link::Entry { pot, entry } => wanted.of(of_entry(pot, entry)),
		Link::Payment { payment } => of_payment(wanted, payment),
		Link::Bill { bill } => of_bill(wanted, bill),
		Link::BankEntry { reference } => wanted.of(of_bank_entry(reference)),
		Link::Expense { expense } => of_expense_and_movements(wanted, expense),
		Link::BudgetLine { year, line } => {
			let purpose = |expense| Some(Expenses::expense(expense)?.purpose);
			let decision = Expenses::budget(year)
				.filter(|view| line < view.budget.lines)
				.and_then(|view| Some(Link::Decision { proposal: view.budget.decision? }));
			// The decision comes before the first expense.
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
		Link::Invoice { invoice } => {
			wanted.of(expenses_of(invoice).into_iter().map(|expense| Link::Expense { expense }).collect())
		}
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
		Link::Deposit { deposit } => wanted.of(of_deposit(deposit)),
		Link::UnitShare { unit } => {
			let lines = Repair::share(unit).map_or(0, |view| view.share.entry_count);
			wanted.search(lines.into(), |line| of_share_line(unit, line))
		}
	}
}

/// The requested page.
struct Wanted {
	from: u64,
	count: u32,
}

impl Wanted {
	/// A page of links that are all known.
	fn of(self, links: Vec<Link>) -> LinkPage {
		self.search(links.len() as u64, |place| {
			usize::try_from(place).ok().and_then(|at| links.get(at)).cloned().into_iter().collect()
		})
	}

	/// A page of links found by reading places one by one. A place has few links.
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

	/// A page of links from `lines` of a unit's statement: for each line the links returned by `of`, and its entries in
	/// the pot of the charge.
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
	// A bill paid before its unit was enrolled changed no share.
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
		Cause::Receipt { reference } | Cause::BankCharge { reference } | Cause::Interest { reference } => {
			vec![Link::BankEntry { reference }]
		}
		Cause::Transfer { pot, entry } => vec![Link::Entry { pot, entry }],
		Cause::Expense { expense } => vec![Link::Expense { expense }],
		Cause::Project { project } => vec![Link::Project { project }],
		Cause::RepairDeposit { unit } => share_of(unit).into_iter().collect(),
		// Once a booking is removed, it remains only in the events of old blocks.
		Cause::Booking { booking } if pallet_linli_sharing::Bookings::<Runtime>::contains_key(booking) => {
			vec![Link::Booking { booking }]
		}
		Cause::DepositKept { deposit } => vec![Link::Deposit { deposit }],
		// Their only link is the counterparty, which the entry names.
		Cause::TransactionFees | Cause::Donation | Cause::Distribution | Cause::Booking { .. } => Vec::new(),
	}
}

/// The payment's bills, each with its entries, from the payment's lines of the unit's statement.
fn of_payment(wanted: Wanted, id: PaymentId) -> LinkPage {
	let Some(payment) = Fees::payment(id) else {
		return wanted.of(Vec::new());
	};
	wanted.lines(payment.unit, payment.lines, |kind| match *kind {
		EntryKind::Payment { payment, bill, .. } if payment == id => Some(vec![Link::Bill { bill }]),
		_ => None,
	})
}

/// The bill's payments, each with its entries, and the entry of a refund, from the unit's statement between the bill's
/// issue and its last line.
fn of_bill(wanted: Wanted, key: BillKey) -> LinkPage {
	let Some(bill) = pallet_linli_fees::Bills::<Runtime>::get(key.parts()) else {
		return wanted.of(Vec::new());
	};
	wanted.lines(key.unit, bill.lines, |kind| match *kind {
		EntryKind::Payment { payment, bill, .. } if bill == key => Some(vec![Link::Payment { payment }]),
		EntryKind::Refund { bill, .. } if bill == key => Some(Vec::new()),
		EntryKind::Moved { payment, bill, .. } if bill == key => Some(vec![Link::Payment { payment }]),
		_ => None,
	})
}

fn of_bank_entry(reference: ContentHash) -> Vec<Link> {
	let Some(bank) = Cashier::bank_entry(reference) else {
		return Vec::new();
	};
	if bank.party == Party::Pots {
		let parts = pallet_linli_cashier::InterestEntries::<Runtime>::get(reference);
		let divided = parts.into_iter().map(|part| Link::Entry { pot: part.pot, entry: part.entry });
		let reversals = (0..bank.corrections)
			.flat_map(|number| pallet_linli_cashier::InterestReversals::<Runtime>::get(reference, number))
			.map(|(pot, entry)| Link::Entry { pot, entry });
		return divided.chain(reversals).collect();
	}
	if let Party::Unit { .. } = bank.party {
		// What could be taken of it paid the unit's dues.
		let payment = pallet_linli_cashier::UnitPayments::<Runtime>::get(reference);
		return payment.map(|payment| Link::Payment { payment }).into_iter().collect();
	}
	// A household's receipt reaches a pot only through a payment.
	let (Party::Pot(pot), Some(entry)) = (bank.party, bank.entry) else {
		return Vec::new();
	};
	let expense = match bank.cause {
		Some(Cause::Expense { expense }) => Some(Link::Expense { expense }),
		_ => None,
	};
	// The money of an expense is linked through it, which has the entries of its payments, returns and refunds.
	let entry = expense.is_none().then_some(Link::Entry { pot, entry });
	let corrections = Cashier::corrections(reference);
	// What corrects a receipt names the receipt as its cause.
	let is_linked = expense.is_none() || bank.kind == BankEntryKind::In;
	let corrected = corrections.iter().filter(|_| is_linked).filter_map(|correction| correction.entry);
	let corrected = corrected.map(|entry| Link::Entry { pot, entry });
	let payment = bank.returns.map(|reference| Link::BankEntry { reference });
	let returns = corrections.iter().filter_map(|correction| match correction.terms {
		CorrectionTerms::Payment { came_back, .. } => came_back.map(|reference| Link::BankEntry { reference }),
		CorrectionTerms::Receipt { .. } => None,
	});
	expense.into_iter().chain(entry).chain(corrected).chain(payment).chain(returns).collect()
}

/// The entries of a settled or cancelled booking, as long as it is stored.
fn of_booking(id: BookingId) -> Vec<Link> {
	let entries = pallet_linli_sharing::Bookings::<Runtime>::get(id).map(|booking| booking.entries).unwrap_or_default();
	entries.into_iter().map(|(pot, entry)| Link::Entry { pot, entry }).collect()
}

/// The entry of what was kept of a refundable deposit.
fn of_deposit(id: DepositId) -> Vec<Link> {
	let settled = Deposits::deposit(id).and_then(|deposit| match deposit.state {
		State::Settled(settlement) => settlement.entry,
		_ => None,
	});
	settled.map(|(pot, entry)| Link::Entry { pot, entry }).into_iter().collect()
}

fn next_expense() -> ExpenseId {
	pallet_linli_expenses::NextExpense::<Runtime>::get()
}

/// What [`of_expense`] returns, then the entries and bank entries of payments that came back, of their returns and of
/// refunds.
fn of_expense_and_movements(wanted: Wanted, id: ExpenseId) -> LinkPage {
	let known = of_expense(id);
	let pot = Expenses::expense_pot(id);
	let first = known.len() as u64;
	let movements = pallet_linli_expenses::MovementCounts::<Runtime>::get(id);
	wanted.search(first.saturating_add(movements.into()), |place| {
		let Some(number) = offset::<u32>(place, first) else {
			return usize::try_from(place).ok().and_then(|place| known.get(place)).cloned().into_iter().collect();
		};
		let movement = pallet_linli_expenses::Movements::<Runtime>::get(id, number);
		let (Some(pot), Some(movement)) = (pot, movement) else {
			return Vec::new();
		};
		let bank_entry = movement.reference.map(|reference| Link::BankEntry { reference });
		[Link::Entry { pot, entry: movement.entry }].into_iter().chain(bank_entry).collect()
	})
}

/// The expenses that stand for an invoice.
fn expenses_of(invoice: ContentHash) -> Vec<ExpenseId> {
	Expenses::invoice(invoice).map(|invoice| invoice.expenses.into_inner()).unwrap_or_default()
}

fn of_expense(id: ExpenseId) -> Vec<Link> {
	let Some(expense) = Expenses::expense(id) else {
		return Vec::new();
	};
	let mut links = Vec::new();
	if let Purpose::Line { year, line } = expense.purpose {
		links.push(Link::BudgetLine { year, line });
	}
	// The invoice of a refused or withdrawn expense can be used by others.
	let invoice = expense.invoice.hash;
	if expenses_of(invoice).contains(&id) {
		links.push(Link::Invoice { invoice });
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
	if let (Some(payment), Some(pot)) = (expense.state.payment(), Expenses::expense_pot(id)) {
		links.push(Link::Entry { pot, entry: payment.entry });
		links.extend(payment.reference.map(|reference| Link::BankEntry { reference }));
	}
	links
}

/// The years with a budget. They are few: those of the chain's existence and the next.
fn budget_years() -> impl Iterator<Item = u16> {
	let mut years: Vec<u16> = pallet_linli_expenses::Budgets::<Runtime>::iter_keys().collect();
	years.sort_unstable();
	years.into_iter()
}

/// The lines of the budgets it set, then the projects it opened, then the expenses it approved.
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

/// The decision, then the milestones, then the entries of funding and returns.
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

/// The entry of a line of a share's statement: deposits, levies and refunds of a unit are in the pot's ledger.
fn of_share_line(unit: UnitId, line: u64) -> Vec<Link> {
	let pot = <Repair as RepairShares>::pot();
	let line = u32::try_from(line).ok().and_then(|line| pallet_linli_repair::Statements::<Runtime>::get(unit, line));
	line.and_then(|line| line.entry).map(|entry| Link::Entry { pot, entry }).into_iter().collect()
}

/// The offset of `place` from `first`; `None` before it.
fn offset<N: TryFrom<u64>>(place: u64, first: u64) -> Option<N> {
	place.checked_sub(first)?.try_into().ok()
}
