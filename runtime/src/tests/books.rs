// SPDX-License-Identifier: Apache-2.0

//! The books after a year in the village: every entry links to its cause and back, payments equal the sum of their
//! entries, and months are contiguous.

mod balances;
mod kept;
mod order;

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
use Sr25519Keyring::{Alice, Bob, Ferdie, One, Two};

type Link = linli_primitives::Link<AccountId>;

/// The village's charge, paid into the operating pot, and one added by the owners, paid into the repair pot.
const PROPERTY: ChargeId = 0;
const LEVY: ChargeId = 1;

fn receive(keyring: Sr25519Keyring, amount: Fen, text: &str) {
	let account = account(keyring);
	assert_ok!(run(
		CASHIER,
		pallet_linli_cashier::Call::receive { bank: 0, account, amount, reference: reference(text), value: None }
	));
}

fn reverse(text: &str) {
	let reference = pallet_linli_cashier::reference_hash(0, text.as_bytes()).unwrap();
	take_back(reference);
}

fn pay_bills(keyring: Sr25519Keyring, unit: UnitId, amount: Fen) {
	assert_ok!(run(keyring, pallet_linli_fees::Call::pay { unit, amount, bills: None }));
}

fn owed(unit: UnitId) -> Fen {
	let dues = Fees::dues(unit);
	dues.principal + dues.late - dues.disputed
}

/// Alice pays half of a bill and disputes it; the auditor rules that a quarter is due.
fn contest(charge: ChargeId) {
	let (unit, period) = (0, this_month());
	let key = BillKey::new(unit, charge, period);
	let bill = Fees::bill(key).unwrap();
	let amount = bill.principal_owed / 2;
	let bills = Some(vec![key].try_into().unwrap());
	assert_ok!(run(Alice, pallet_linli_fees::Call::pay { unit, amount, bills }));
	assert_ok!(run(Alice, pallet_linli_fees::Call::dispute { bill: key, reason: hash(2) }));
	let ruling = Ruling::Reduced { to: bill.principal_owed / 4 };
	assert_ok!(run(AUDITOR, pallet_linli_fees::Call::rule_dispute { bill: key, ruling }));
}

fn transaction_fee() {
	type Charge = <Runtime as pallet_transaction_payment::Config>::OnChargeTransaction;
	let call = RuntimeCall::System(frame_system::Call::remark { remark: vec![] });
	let info = frame_support::dispatch::GetDispatchInfo::get_dispatch_info(&call);
	let who = account(Ferdie);
	let credit = <Charge as OnChargeTransaction<Runtime>>::withdraw_fee(&who, &call, &info, 7, 0).unwrap();
	let post = Default::default();
	assert_ok!(<Charge as OnChargeTransaction<Runtime>>::correct_and_deposit_fee(&who, &info, &post, 7, 0, credit));
}

fn transfer(from: PotId, to: PotId, amount: Fen) {
	by_key(pallet_linli_fund::Call::transfer { from, to, amount });
}

fn levy() -> pallet_linli_fees::Call<Runtime> {
	let terms = ChargeTerms {
		pot: REPAIR,
		basis: Basis::PerArea { kinds: vec![UnitKind::Residential].try_into().unwrap() },
		buildings: None,
		period: PeriodKind::Month,
		due_days: 15,
		grace_days: 30,
		late_rate: Fraction::new(5, 10_000),
		late_cap: Fraction::new(30, 100),
		discount: None,
	};
	pallet_linli_fees::Call::create_charge {
		terms,
		rate: 50,
		first: this_month().next(PeriodKind::Month).unwrap(),
		tiers: Default::default(),
	}
}

/// The village after half a year of decisions and twelve months of carrying them out.
fn village_after_a_year() -> sp_io::TestExternalities {
	let mut village = village_with_committee();
	village.execute_with(|| {
		for (number, keyring) in [Alice, One, Two, Bob].into_iter().enumerate() {
			receive(keyring, 5_000_000, &format!("IN-{number}"));
		}
		fill(OPERATING, 2_000_000, "FILL-1");
		fill(INCOME, 300_000, "FILL-2");
		by_key(levy());
		// Two equal deposits in one block, distinguished only by their entries.
		for (keyring, unit) in [(Alice, 0), (Alice, 0), (One, 1), (Two, 2), (Bob, 3), (Alice, 4)] {
			deposit(keyring, unit, 300_000);
		}
		let lines = [(OPERATING, 2_000_000), (INCOME, 500_000)];
		let calls = vec![budget(2027, &lines).into(), budget(2028, &lines).into()];
		decide(pallet_utility::Call::batch_all { calls }, None);
		let sources = [(OPERATING, 133_333), (INCOME, 66_667), (REPAIR, 100_001)];
		decide(open(terms(&[100_000, 100_000, 100_001], &sources, None)), None);
		decide(open(terms(&[40_000, 40_000], &[(REPAIR, 80_000)], Some(&[1]))), Some(&[1]));
		let mandate = pallet_linli_fees::Call::set_mandate {
			unit: 1,
			cap: 10_000_000,
			until: None,
			partial: false,
			single: false,
		};
		assert_ok!(run(One, mandate));
		for number in 0..12 {
			let next = this_month().next(PeriodKind::Month).unwrap().start(UtcOffset::PLUS_8).unwrap();
			settle_at(next + DAY);
			month(number);
			assert_books_close();
		}
		decide(Project::cancel { project: 1, max_units: 10 }, Some(&[1]));
		pass(DAY);
		assert_books_close();
	});
	village
}

/// The events of one month, some in the same block, some in several.
fn month(number: u8) {
	incomes(number);
	pass(DAY);
	bills(number);
	pass(DAY);
	expenses(number);
	pass(DAY);
	project(number);
	rents(number);
	pass(DAY);
}

fn incomes(number: u8) {
	fill(INCOME, 50_000 + Fen::from(number), &format!("PARKING-{number}"));
	assert_ok!(run(Ferdie, pallet_linli_fund::Call::donate { pot: INCOME, amount: 1_000 }));
	transaction_fee();
	match number {
		2 => {
			// Two transfers distinguished only by their entries, and one back.
			transfer(INCOME, OPERATING, 1_000);
			transfer(INCOME, OPERATING, 1_000);
			transfer(OPERATING, INCOME, 1_000);
		}
		3 => {
			// A receipt reversed in its own block, and one reversed later.
			fill(INCOME, 999, "WRONG-1");
			reverse("WRONG-1");
			fill(OPERATING, 888, "WRONG-2");
			pass(6_000);
			reverse("WRONG-2");
		}
		4 => {
			// The bank pays interest, and takes a charge.
			let text = reference("INTEREST");
			let interest =
				pallet_linli_cashier::Call::record_interest { bank: 0, amount: 1_234, reference: text, value: None };
			assert_ok!(run(CASHIER, interest));
			let (amount, text) = (500, reference("CHARGE"));
			let charge = pallet_linli_cashier::Call::propose_charge { bank: 0, amount, reference: text, value: None };
			assert_ok!(run(CASHIER, charge));
			let key = pallet_linli_cashier::reference_hash(0, b"CHARGE").unwrap();
			let approve = pallet_linli_cashier::Call::approve_charge { reference: key, pot: OPERATING, amount };
			assert_ok!(run(AUDITOR, approve));
		}
		5 => transfer(OPERATING, INCOME, 7_777),
		6 => {
			// Of a deposit for a renovation, a part is kept for damage.
			type Deposit = pallet_linli_deposits::Call<Runtime>;
			assert_ok!(run(Bob, Deposit::place { unit: 3, amount: 20_000, purpose: hash(1) }));
			assert_ok!(run(MANAGER, Deposit::claim { deposit: 0, amount: 3_000, evidence: hash(2) }));
			assert_ok!(run(Bob, Deposit::contest { deposit: 0, answer: hash(3) }));
			assert_ok!(run(AUDITOR, Deposit::rule { deposit: 0, amount: 2_000, document: hash(4) }));
		}
		10 => {
			assert_ok!(run(Bob, pallet_linli_fund::Call::donate { pot: REPAIR, amount: 5_000 }));
			by_key(pallet_linli_repair::Call::distribute { amount: 5_000, max_units: 10 });
			deposit(Bob, 3, 12_345);
		}
		_ => (),
	}
}

fn bills(number: u8) {
	match number {
		6 => contest(PROPERTY),
		8 => contest(LEVY),
		_ => (),
	}
	// Alice pays her bills, One's are collected by mandate, Two prepays; for unit 3 another account pays very late.
	pay_bills(Alice, 0, owed(0));
	match number {
		0 | 6 => pay_bills(Two, 2, owed(2) + 100_000),
		4 => pay_bills(Bob, 3, owed(3) / 3),
		9 => {
			pay_bills(Bob, 3, owed(3) / 3);
			pay_bills(Two, 3, owed(3));
		}
		_ => (),
	}
}

fn expenses(number: u8) {
	let invoice = |kind: u8| 20 * kind + number;
	let garden = enter(propose(0, on_account(), 10_000 + Fen::from(number), invoice(1)));
	let lamps = enter(propose(1, at_bank(), 2_000 + Fen::from(number), invoice(2)));
	for expense in [garden, lamps] {
		assert_ok!(committee(approve(expense)));
	}
	assert_ok!(run(STRANGER, pay(garden)));
	pay_by_bank(lamps, &format!("OUT-{number}"));
	match number {
		1 => {
			// A refused expense frees its invoice for another; a withdrawn one does not.
			let refused = enter(propose(0, on_account(), 5_000, invoice(3)));
			assert_ok!(committee(approve(refused)));
			assert_ok!(committee(Expense::refuse { expense: refused, reason: hash(3) }));
			let again = enter(propose(0, on_account(), 4_000, invoice(3)));
			assert_ok!(committee(approve(again)));
			assert_ok!(run(STRANGER, pay(again)));
			let back = enter(propose(0, on_account(), 4_000, invoice(4)));
			assert_ok!(run(MANAGER, Expense::withdraw { expense: back }));
		}
		4 => {
			let lift = enter(Expense::propose_emergency {
				kind: EmergencyKind::Lift,
				pot: REPAIR,
				payee: on_account(),
				amount: 30_001,
				invoice: hash(invoice(3)),
				evidence: hash(4),
				related: Related::In(vec![1].try_into().unwrap()),
				incurred: this_month(),
			});
			pass(7 * DAY);
			let terms = terms_of(lift);
			assert_ok!(run(AUDITOR, Expense::approve_emergency_as_auditor { expense: lift, terms }));
			assert_ok!(run(STRANGER, pay(lift)));
		}
		7 => {
			let large = enter(propose(0, at_bank(), 1_000_000, invoice(3)));
			decide(Expense::approve_as_assembly { expense: large, terms: terms_of(large) }, None);
			pay_by_bank(large, "OUT-LARGE");
		}
		_ => (),
	}
}

fn project(number: u8) {
	let pay = |milestone| {
		assert_ok!(run(STRANGER, Project::pay { project: 0, milestone }));
	};
	match number {
		0 => work(0, 0, true),
		1 => {
			pay(0);
			work(0, 1, true);
		}
		2 => {
			pay(1);
			work(0, 2, true);
			assert_ok!(run(Alice, Project::object { project: 0, milestone: 2, reason: hash(5) }));
		}
		3 => {
			let (contractor_share, document) = (70_000, hash(6));
			let rule = Project::rule { project: 0, milestone: 2, contractor_share, document, max_units: 10 };
			assert_ok!(committee(rule));
			// That was the last milestone: the warranty begins.
			let (amount, evidence) = (3_001, hash(7));
			assert_ok!(run(INSPECTORS[0], Project::claim_defect { project: 0, amount, evidence }));
			let (to_community, document) = (2_999, hash(8));
			assert_ok!(committee(Project::rule_claim { project: 0, to_community, document, max_units: 10 }));
		}
		5 => {
			assert_ok!(run(STRANGER, Project::release { project: 0 }));
		}
		_ => (),
	}
}

/// Alice books the community's room for two days later. Every third time she cancels when half of the price is due;
/// otherwise she does not show up.
fn rents(number: u8) {
	use pallet_linli_sharing::{types::*, Call};
	if number == 0 {
		let terms = Terms {
			price: 1_001,
			deposit: 5_000,
			slot: SlotLength::Day,
			windows: (0..7).map(|weekday| Window { weekday, from: 0, to: 1 }).collect::<Vec<_>>().try_into().unwrap(),
			min_slots: 1,
			max_slots: 7,
			lead_time: 0,
			horizon: 30 * DAY,
			cancellation: CancellationPolicy { free_until: 30 * DAY, afterwards: Fraction::new(1, 2) },
			late_fee: 0,
			claim_window: 2 * DAY,
			per_renter: None,
		};
		let (pot, kind, description) = (Some(OPERATING), ResourceKind::Room, hash(9));
		assert_ok!(run(MANAGER, Call::list { pot, kind, building: None, description, terms, device: None }));
	}
	let first_slot = SlotLength::Day.at(now(), &Calendar::default()).unwrap() + 1;
	assert_ok!(run(Alice, Call::book { resource: 0, first_slot, slots: 2 }));
	if number % 3 == 1 {
		assert_ok!(run(Alice, Call::cancel { booking: number.into() }));
	}
}

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
		assert_eq!(linked.len(), 14, "the year does not have everything: {linked:?}");
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
				expected.insert(Link::Invoice { invoice: expense.invoice });
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
