// SPDX-License-Identifier: Apache-2.0

//! The books after a year in the village: every entry links to its cause and back, payments equal the sum of their
//! entries, and months are contiguous.

mod balances;
mod kept;
mod order;
mod year;

use super::{deciding::*, spending::*, *};
use crate::links;
use frame_support::assert_ok;
use linli_primitives::{
	calendar::DAY, traits::RepairShares, BillKey, BookingId, Cause, CauseKind, ChargeId, EntryId, Fen, Fraction,
	PaymentId, PotId, UnitId, UnitKind,
};
use pallet_linli_expenses::types::{EmergencyKind, Heading, Purpose, Related, State as ExpenseState};
use pallet_linli_fees::types::{Basis, ChargeTerms, PaymentKind, Ruling};
use pallet_linli_fund::{Direction, Entry};
use pallet_transaction_payment::OnChargeTransaction;
use std::collections::{BTreeMap, BTreeSet};
use year::*;
use Sr25519Keyring::{Alice, Bob, Ferdie, One, Two};

type Link = linli_primitives::Link<AccountId>;

/// All links of an item, in pages of `size`.
fn links_by(link: &Link, size: u32) -> Vec<Link> {
	let (mut from, mut links) = (0, Vec::new());
	loop {
		let page = links::follow(link.clone(), from, size);
		assert!(page.links.len() <= 3.max(size as usize), "{link:?}: a page is too long");
		links.extend(page.links);
		match page.next {
			Some(next) => {
				assert!(next > from, "{link:?}: the pages do not go on");
				from = next;
			}
			None => return links,
		}
	}
}

fn links_of(link: &Link) -> Vec<Link> {
	links_by(link, 3)
}

/// All entries of all pots.
fn all_entries() -> Vec<(PotId, EntryId, Entry<AccountId>)> {
	let ids = Fund::pots().into_iter().flat_map(|(pot, head)| (0..head.entry_count).map(move |entry| (pot, entry)));
	ids.map(|(pot, entry)| (pot, entry, Fund::entries(pot, entry, 1).remove(0).1)).collect()
}

/// The links that an entry must have according to its cause.
fn cause_of(pot: PotId, entry: &Entry<AccountId>) -> BTreeSet<Link> {
	// All participating units were enrolled at genesis, so each levy changed a share.
	let is_levy = |unit: UnitId| pot == <Repair as RepairShares>::pot() && Repair::share(unit).is_some();
	let links = match entry.cause {
		Cause::Bill { bill, payment } | Cause::LateFee { bill, payment } => {
			let share = is_levy(bill.unit).then_some(Link::UnitShare { unit: bill.unit });
			[Link::Payment { payment }, Link::Bill { bill }].into_iter().chain(share).collect()
		}
		Cause::Refund { bill } => {
			let share = is_levy(bill.unit).then_some(Link::UnitShare { unit: bill.unit });
			[Link::Bill { bill }].into_iter().chain(share).collect()
		}
		Cause::Receipt { reference } => vec![Link::BankEntry { reference }],
		Cause::Expense { expense } => vec![Link::Expense { expense }],
		Cause::Project { project } => vec![Link::Project { project }],
		Cause::RepairDeposit { unit } => vec![Link::UnitShare { unit }],
		Cause::Transfer { pot, entry } => vec![Link::Entry { pot, entry }],
		Cause::BankCharge { reference } | Cause::Interest { reference } => vec![Link::BankEntry { reference }],
		Cause::DepositKept { deposit } => vec![Link::Deposit { deposit }],
		Cause::TransactionFees | Cause::Donation => vec![],
		Cause::Distribution => panic!("nothing moves in a pot when money is distributed"),
		Cause::Booking { booking } => is_remembered(booking).then_some(Link::Booking { booking }).into_iter().collect(),
	};
	links.into_iter().collect()
}

/// A booking is removed a year after its end.
fn is_remembered(booking: BookingId) -> bool {
	Sharing::booking_view(booking).is_some()
}

/// All items in the books, except those known only from links.
fn all_things() -> BTreeSet<Link> {
	let mut things: BTreeSet<Link> =
		all_entries().into_iter().map(|(pot, entry, _)| Link::Entry { pot, entry }).collect();
	let payments = 0..pallet_linli_fees::NextPayment::<Runtime>::get();
	things.extend(payments.map(|payment| Link::Payment { payment }));
	let bills = pallet_linli_fees::Bills::<Runtime>::iter_keys();
	things.extend(bills.map(|parts| Link::Bill { bill: parts.into() }));
	let bank_entries = pallet_linli_cashier::BankEntries::<Runtime>::iter_keys();
	things.extend(bank_entries.map(|reference| Link::BankEntry { reference }));
	let expenses = 0..pallet_linli_expenses::NextExpense::<Runtime>::get();
	things.extend(expenses.map(|expense| Link::Expense { expense }));
	let lines = pallet_linli_expenses::Lines::<Runtime>::iter_keys();
	things.extend(lines.map(|(year, line)| Link::BudgetLine { year, line }));
	let decisions = 0..pallet_linli_governance::NextProposal::<Runtime>::get();
	things.extend(decisions.map(|proposal| Link::Decision { proposal }));
	let projects = 0..pallet_linli_projects::NextProject::<Runtime>::get();
	things.extend(projects.map(|project| Link::Project { project }));
	things.extend((0..7).map(|unit| Link::UnitShare { unit }));
	let bookings = pallet_linli_sharing::Bookings::<Runtime>::iter_keys();
	things.extend(bookings.map(|booking| Link::Booking { booking }));
	things.extend(pallet_linli_deposits::Deposits::<Runtime>::iter_keys().map(|deposit| Link::Deposit { deposit }));
	things
}

fn kind(link: &Link) -> &'static str {
	match link {
		Link::Entry { .. } => "entry",
		Link::Payment { .. } => "payment",
		Link::Bill { .. } => "bill",
		Link::BankEntry { .. } => "bank entry",
		Link::Expense { .. } => "expense",
		Link::BudgetLine { .. } => "budget line",
		Link::Invoice { .. } => "invoice",
		Link::Decision { .. } => "decision",
		Link::Approval { auditor: None, .. } => "the committee's approval",
		Link::Approval { auditor: Some(_), .. } => "an auditor's approval",
		Link::Project { .. } => "project",
		Link::Milestone { .. } => "milestone",
		Link::UnitShare { .. } => "unit's share",
		Link::Booking { .. } => "booking",
		Link::Deposit { .. } => "refundable deposit",
	}
}

#[test]
fn every_entry_leads_to_its_cause() {
	village_after_a_year().execute_with(|| {
		let mut causes = BTreeMap::<_, u32>::new();
		for (pot, id, entry) in all_entries() {
			let found = links_of(&Link::Entry { pot, entry: id });
			let expected = cause_of(pot, &entry);
			assert_eq!(found.iter().cloned().collect::<BTreeSet<_>>(), expected, "{pot}/{id} {entry:?}");
			assert_eq!(found.len(), expected.len(), "{pot}/{id}: a link stands twice");
			let has_cause = match entry.cause {
				Cause::TransactionFees | Cause::Donation => false,
				Cause::Booking { booking } => is_remembered(booking),
				_ => true,
			};
			assert_eq!(!expected.is_empty(), has_cause, "{pot}/{id}: {entry:?}");
			*causes.entry(entry.cause.kind()).or_default() += 1;
		}
		let all = CauseKind::ALL.iter().copied().filter(|kind| *kind != CauseKind::Distribution);
		assert!(causes.into_keys().eq(all), "the year does not have everything");
	});
}

#[test]
fn every_link_holds_both_ways() {
	village_after_a_year().execute_with(|| {
		let mut known = BTreeMap::<Link, Vec<Link>>::new();
		let mut queue: Vec<Link> = all_things().into_iter().collect();
		while let Some(link) = queue.pop() {
			known.entry(link).or_insert_with_key(|link| {
				let links = links_of(link);
				queue.extend(links.iter().cloned());
				links
			});
		}
		for (link, links) in &known {
			assert_eq!(links.iter().collect::<BTreeSet<_>>().len(), links.len(), "{link:?}: a link stands twice");
			for other in links {
				assert!(known[other].contains(link), "{link:?} names {other:?}, but not the other way round");
			}
		}
		let linked: BTreeSet<_> =
			known.iter().filter(|(_, links)| !links.is_empty()).map(|(link, _)| kind(link)).collect();
		assert_eq!(linked.len(), 15, "the year does not have everything: {linked:?}");
		// The result does not depend on the page size.
		for (link, links) in &known {
			assert_eq!(links_by(link, 1), *links);
			assert_eq!(links_by(link, 100), *links);
		}
	});
}

#[test]
fn an_expense_leads_to_all_who_agreed_and_to_what_was_paid() {
	village_after_a_year().execute_with(|| {
		for (id, expense) in Expenses::expenses(0, 100) {
			let mut expected = BTreeSet::new();
			if let Purpose::Line { year, line } = expense.purpose {
				expected.insert(Link::BudgetLine { year, line });
			}
			if !expense.state.is_void() {
				expected.insert(Link::Invoice { invoice: expense.invoice.hash });
			}
			if expense.approvals.committee.is_some() {
				expected.insert(Link::Approval { expense: id, auditor: None });
			}
			if let Some(approval) = &expense.approvals.auditor {
				expected.insert(Link::Approval { expense: id, auditor: Some(approval.by.clone()) });
			}
			if let Some(approval) = &expense.approvals.assembly {
				expected.insert(Link::Decision { proposal: approval.by });
			}
			if let ExpenseState::Paid(payment) = &expense.state {
				let entries =
					all_entries().into_iter().filter(|(_, _, entry)| entry.cause == Cause::Expense { expense: id });
				let entries: Vec<_> = entries.collect();
				assert_eq!(entries.len(), 1, "expense {id} was paid {} times", entries.len());
				let (pot, entry, found) = entries[0].clone();
				assert_eq!((found.amount, entry), (expense.amount, payment.entry));
				expected.insert(Link::Entry { pot, entry });
				if let Some(reference) = payment.reference {
					expected.insert(Link::BankEntry { reference });
					assert_eq!(links_of(&Link::BankEntry { reference }), [Link::Expense { expense: id }]);
				}
			}
			assert_eq!(links_of(&Link::Expense { expense: id }).into_iter().collect::<BTreeSet<_>>(), expected);
		}
	});
}

#[test]
fn a_payment_is_what_its_entries_add_up_to() {
	village_after_a_year().execute_with(|| {
		let payments: BTreeMap<PaymentId, _> = pallet_linli_fees::Payments::<Runtime>::iter().collect();
		let mut kinds = [0; 3];
		for (id, payment) in &payments {
			let links = links_of(&Link::Payment { payment: *id });
			let sum: Fen = links
				.iter()
				.filter_map(|link| match link {
					Link::Entry { pot, entry } => Some(Fund::entries(*pot, *entry, 1).remove(0).1.amount),
					_ => None,
				})
				.sum();
			assert_eq!(sum, payment.amount - payment.prepaid, "payment {id}");
			kinds[match payment.kind {
				PaymentKind::Direct => 0,
				PaymentKind::Mandate => 1,
				PaymentKind::Prepayment => 2,
				PaymentKind::Moved { .. } => panic!("nothing was moved in this year"),
				PaymentKind::Receipt => panic!("everybody has an account in this year"),
				PaymentKind::Reclaimed { .. } => panic!("nothing was sold in this year"),
			}] += 1;
		}
		assert!(kinds.iter().all(|count| *count >= 3), "{kinds:?}");
		assert!(payments.values().any(|payment| payment.prepaid > 0));
		// Their sum is the sum of bill payments in the pots.
		let from_bills = |cause: &Cause| matches!(cause, Cause::Bill { .. } | Cause::LateFee { .. });
		let entries: Fen = all_entries()
			.iter()
			.filter(|(_, _, entry)| from_bills(&entry.cause))
			.map(|(_, _, entry)| entry.amount)
			.sum();
		assert_eq!(entries, payments.values().map(|payment| payment.amount - payment.prepaid).sum::<Fen>());
	});
}

#[test]
fn months_follow_one_another_and_are_what_their_entries_add_up_to() {
	village_after_a_year().execute_with(|| {
		// Income, spending and count, by pot, month and kind of cause.
		let mut sums = BTreeMap::<(PotId, Period), BTreeMap<CauseKind, (Fen, Fen)>>::new();
		let mut counts = BTreeMap::<(PotId, Period), u64>::new();
		for (pot, _, entry) in all_entries() {
			let month = PeriodKind::Month.at(entry.moment, UtcOffset::PLUS_8).unwrap();
			let (received, spent) = sums.entry((pot, month)).or_default().entry(entry.cause.kind()).or_default();
			match entry.direction {
				Direction::In => *received += entry.amount,
				Direction::Out => *spent += entry.amount,
			}
			*counts.entry((pot, month)).or_default() += 1;
		}
		for (pot, head) in Fund::pots() {
			let (mut balance, mut next) = (0, 0);
			let mut month = PeriodKind::Month.at(START, UtcOffset::PLUS_8).unwrap();
			while month <= this_month() {
				let book = Fund::month(pot, month).unwrap();
				let expected = sums.remove(&(pot, month)).unwrap_or_default();
				let count = counts.remove(&(pot, month)).unwrap_or_default();
				let found =
					book.sums.iter().map(|sum| (sum.kind, (sum.received, sum.spent))).collect::<BTreeMap<_, _>>();
				assert_eq!(found, expected, "pot {pot}, {month:?}");
				assert_eq!((book.month, book.opening, book.first_entry), (month, balance, next), "pot {pot}");
				assert_eq!(book.entry_count, count, "pot {pot}, {month:?}");
				balance += expected.values().map(|(received, _)| received).sum::<Fen>();
				balance -= expected.values().map(|(_, spent)| spent).sum::<Fen>();
				assert_eq!(book.closing(), Some(balance), "pot {pot}, {month:?}");
				next += count;
				month = month.next(PeriodKind::Month).unwrap();
			}
			assert_eq!((balance, next), (head.balance, head.entry_count), "pot {pot}");
			assert!(Fund::month(pot, month).is_none(), "the next month has not come");
		}
		assert!(sums.is_empty(), "an entry is of no month");
	});
}

#[test]
fn what_was_spent_on_each_line_is_what_its_expenses_add_up_to() {
	village_after_a_year().execute_with(|| {
		let mut headings = BTreeMap::<(Period, Heading), Fen>::new();
		let mut lines = BTreeMap::<(u16, u16), Fen>::new();
		for (_, expense) in Expenses::expenses(0, 100) {
			let Some(payment) = expense.state.payment() else { continue };
			let month = PeriodKind::Month.at(payment.at, UtcOffset::PLUS_8).unwrap();
			*headings.entry((month, expense.purpose.heading())).or_default() += expense.amount;
			if let Purpose::Line { year, line } = expense.purpose {
				*lines.entry((year, line)).or_default() += expense.amount;
			}
		}
		let mut month = PeriodKind::Month.at(START, UtcOffset::PLUS_8).unwrap();
		while month <= this_month() {
			// One heading per page.
			let mut after = None;
			while let [(heading, sum)] = Expenses::line_months(month, after, 1)[..] {
				assert_eq!(headings.remove(&(month, heading)), Some(sum), "{month:?} {heading:?}");
				after = Some(heading);
			}
			month = month.next(PeriodKind::Month).unwrap();
		}
		assert!(headings.is_empty(), "{headings:?}");
		for year in [2027, 2028] {
			for (line, found) in (0..).zip(Expenses::budget(year).unwrap().lines) {
				assert_eq!((found.spent, found.committed), (lines.remove(&(year, line)).unwrap_or(0), 0));
			}
		}
		assert!(lines.is_empty());
	});
}
