// SPDX-License-Identifier: Apache-2.0

//! Money followed from one thing in the books to the next, both ways (D19): what `FundApi_follow` answers.
//!
//! Nothing is stored for it. An entry names its cause; from a cause the entries are found by their time, since a ledger is
//! in the order of time and what caused an entry knows when it did.
//!
//! | Thing | is linked with |
//! |---|---|
//! | entry | its cause: payment and bill, booking, expense, project, unit's share; of a transfer, the other pot's entry |
//! | payment | its bills, the entries of their pots |
//! | bill | its payments, the entries they made |
//! | booking | the pot's entries, or the expense that was paid |
//! | expense | budget line, invoice, approvals or decision, entry, booking |
//! | budget line | the decision on the budget, the expenses |
//! | decision | the budgets' lines, the expenses, the projects |
//! | project | the decision, the milestones, the entries of its pots |
//! | unit's share | the entries of its deposits |

use crate::{AccountId, Cashier, Fees, Fund, Runtime};
use alloc::{vec, vec::Vec};
use linli_primitives::{Cause, ChargeId, ContentHash, EntryId, Moment, PaymentId, Period, PotId, UnitId};
use pallet_linli_cashier::{Party, Standing};
use pallet_linli_fees::types::EntryKind;
use pallet_linli_fund::{Direction, Entry};

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
		Link::Payment { payment } => wanted.of(of_payment(payment)),
		Link::Bill { unit, charge, period } => {
			let lines = Fees::api_statement(unit, 0, 0).head.entry_count;
			wanted.search(lines, |line| of_bill_line(unit, charge, period, line))
		}
		Link::Booking { reference } => wanted.of(of_booking(reference)),
		_ => wanted.of(Vec::new()),
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
}

/// The entries that a pot got at `moment`.
fn entries_at(pot: PotId, moment: Moment) -> impl Iterator<Item = (EntryId, Entry<AccountId>)> {
	(Fund::entry_since(pot, moment)..)
		.map_while(move |id| Some((id, pallet_linli_fund::Entries::<Runtime>::get(pot, id)?)))
		.take_while(move |(_, entry)| entry.moment == moment)
}

fn of_entry(pot: PotId, id: EntryId) -> Vec<Link> {
	let Some(entry) = pallet_linli_fund::Entries::<Runtime>::get(pot, id) else {
		return Vec::new();
	};
	match entry.cause {
		Cause::Bill { unit, charge, period, payment } | Cause::LateFee { unit, charge, period, payment } => {
			vec![Link::Payment { payment }, Link::Bill { unit, charge, period }]
		}
		Cause::Refund { unit, charge, period } => vec![Link::Bill { unit, charge, period }],
		Cause::Receipt { reference } => vec![Link::Booking { reference }],
		Cause::Transfer { pot: other } => counterparts(pot, other, &entry),
		_ => Vec::new(),
	}
}

/// The other side of a transfer. Two alike in one block cannot be told apart: each names both.
fn counterparts(pot: PotId, other: PotId, entry: &Entry<AccountId>) -> Vec<Link> {
	let way = match entry.direction {
		Direction::In => Direction::Out,
		Direction::Out => Direction::In,
	};
	entries_at(other, entry.moment)
		.filter(|(_, found)| {
			found.cause == Cause::Transfer { pot } && found.direction == way && found.amount == entry.amount
		})
		.map(|(entry, _)| Link::Entry { pot: other, entry })
		.collect()
}

fn of_payment(id: PaymentId) -> Vec<Link> {
	let Some(payment) = Fees::api_payment(id) else {
		return Vec::new();
	};
	let mut links = Vec::new();
	for (pot, _) in Fund::pots() {
		for (entry, found) in entries_at(pot, payment.moment) {
			let (Cause::Bill { unit, charge, period, payment } | Cause::LateFee { unit, charge, period, payment }) =
				found.cause
			else {
				continue;
			};
			if payment == id {
				let bill = Link::Bill { unit, charge, period };
				if !links.contains(&bill) {
					links.push(bill);
				}
				links.push(Link::Entry { pot, entry });
			}
		}
	}
	links
}

/// What a line of a unit's statement says of a bill.
fn of_bill_line(unit: UnitId, charge: ChargeId, period: Period, line: u64) -> Vec<Link> {
	let Some((_, line)) = Fees::api_statement(unit, line, 1).lines.into_iter().next() else {
		return Vec::new();
	};
	let Some(pot) = pallet_linli_fees::Charges::<Runtime>::get(charge).map(|charge| charge.terms.pot) else {
		return Vec::new();
	};
	let entries = |wanted: &dyn Fn(&Cause) -> bool| {
		entries_at(pot, line.moment)
			.filter(|(_, entry)| wanted(&entry.cause))
			.map(|(entry, _)| Link::Entry { pot, entry })
			.collect::<Vec<_>>()
	};
	match line.kind {
		EntryKind::Payment { payment, charge: of, period: when, .. } if (of, when) == (charge, period) => {
			let mut links = vec![Link::Payment { payment }];
			links.extend(entries(&|cause| {
				*cause == Cause::Bill { unit, charge, period, payment }
					|| *cause == Cause::LateFee { unit, charge, period, payment }
			}));
			links
		}
		EntryKind::Refund { charge: of, period: when } if (of, when) == (charge, period) => {
			entries(&|cause| *cause == Cause::Refund { unit, charge, period })
		}
		_ => Vec::new(),
	}
}

fn of_booking(reference: ContentHash) -> Vec<Link> {
	let Some(booking) = Cashier::booking(reference) else {
		return Vec::new();
	};
	let Party::Pot(pot) = booking.party else {
		// A household's: it comes to a pot by a payment.
		return Vec::new();
	};
	let mut moments = vec![booking.moment];
	if let Standing::Reversed { moment, .. } = booking.standing {
		if moment != booking.moment {
			moments.push(moment);
		}
	}
	moments
		.into_iter()
		.flat_map(|moment| entries_at(pot, moment))
		.filter(|(_, entry)| entry.cause == Cause::Receipt { reference })
		.map(|(entry, _)| Link::Entry { pot, entry })
		.collect()
}
