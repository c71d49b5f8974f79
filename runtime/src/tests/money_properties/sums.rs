// SPDX-License-Identifier: Apache-2.0

//! Invariants that hold after any operation.

use super::*;

impl Life {
	/// Reads the events and checks that nothing was paid twice. Returns the outcomes.
	pub(super) fn read_events(&mut self) -> Vec<&'static str> {
		use pallet_linli_cashier::{Event as Bank, Party};
		use pallet_linli_deposits::Event as Held;
		use pallet_linli_expenses::Event as Spending;
		use pallet_linli_fees::Event as Billing;
		use pallet_linli_fund::Event as Ledger;
		use pallet_linli_projects::Event as Building;
		use pallet_linli_sharing::Event as Guests;
		let mut ends = Vec::new();
		for record in System::events() {
			match record.event {
				RuntimeEvent::Cashier(
					Bank::Received { reference, .. }
					| Bank::PaidOut { reference, .. }
					| Bank::PaidFromPot { reference, .. }
					| Bank::PaymentCorrected { came_back: Some(reference), .. },
				) => {
					assert!(self.used_references.insert(reference), "a bank reference was used twice");
					if Cashier::bank_entry(reference).unwrap().kind == pallet_linli_cashier::BankEntryKind::In {
						self.receipts.push(reference);
					}
				}
				RuntimeEvent::Cashier(
					Bank::InterestRecorded { reference, .. } | Bank::ChargePaid { reference, .. },
				) => {
					assert!(self.used_references.insert(reference), "a bank reference was used twice");
				}
				RuntimeEvent::Cashier(Bank::TransferRecorded { out, incoming, .. }) => {
					for reference in [out, incoming] {
						assert!(self.used_references.insert(reference), "a bank reference was used twice");
					}
				}
				RuntimeEvent::Cashier(Bank::LineRefused { .. }) => ends.push("a line of a page was refused"),
				RuntimeEvent::Cashier(Bank::ReceiptReversed { party: Party::Unit { .. }, .. }) => {
					ends.push("a receipt for a unit was taken back")
				}
				RuntimeEvent::Fees(Billing::DiscountGiven { .. }) => ends.push("a discount was given"),
				RuntimeEvent::Fees(Billing::PeriodWaits { .. }) => ends.push("a period waited for a decision"),
				RuntimeEvent::Deposits(Held::DepositSettled { kept: 1.., .. }) => {
					ends.push("a deposit was kept in part")
				}
				RuntimeEvent::Expenses(Spending::ExpensePaid { expense, payee, .. }) => {
					assert!(self.paid_expenses.insert(expense), "an expense was paid twice");
					let by_bank = matches!(payee, Payee::Bank(_));
					ends.push(if by_bank { "an expense was paid by the bank" } else { "an expense was paid here" });
				}
				RuntimeEvent::Expenses(Spending::PaymentFailed { .. }) => ends.push("a payment failed"),
				RuntimeEvent::Expenses(Spending::RefundReversed { .. }) => ends.push("a refund was taken back"),
				RuntimeEvent::Projects(Building::Paid { project, milestone, .. }) => {
					assert!(self.paid_milestones.insert((project, milestone)), "a milestone was paid twice");
					ends.push("a milestone was paid");
				}
				RuntimeEvent::Projects(Building::Released { project, .. }) => {
					assert!(self.released.insert(project), "a retention was paid twice");
					ends.push("a retention was released");
				}
				RuntimeEvent::Projects(Building::Returned { .. }) => ends.push("money came back"),
				RuntimeEvent::Projects(Building::Closed { .. }) => ends.push("a project was closed"),
				RuntimeEvent::Fund(Ledger::EntryWritten { cause: Cause::LateFee { .. }, .. }) => {
					ends.push("a late fee was paid")
				}
				RuntimeEvent::Fund(Ledger::EntryWritten { cause: Cause::Refund { .. }, .. }) => {
					ends.push("a bill was refunded")
				}
				RuntimeEvent::Sharing(Guests::Settled { booking, .. }) => {
					assert!(self.ended.insert(booking), "a booking ended twice");
					ends.push("a booking was settled");
				}
				RuntimeEvent::Sharing(Guests::Cancelled { booking, .. }) => {
					assert!(self.ended.insert(booking), "a booking ended twice");
					ends.push("a booking was cancelled");
				}
				RuntimeEvent::Sharing(Guests::StepFailed { booking, error }) => panic!("{booking}: {error:?}"),
				_ => (),
			}
		}
		System::reset_events();
		ends
	}

	/// Checks that are too slow to run after each operation.
	pub(super) fn all_books_agree(&self) {
		ledgers_add_up();
		shares_are_what_their_statements_say();
		self.expenses_are_where_they_say();
		self.projects_have_what_is_not_settled();
		holds_have_reasons();
		invariants_hold();
	}

	/// Lines, invoices and months equal the sum of their expenses.
	fn expenses_are_where_they_say(&self) {
		let mut lines = BTreeMap::<_, (Fen, Fen)>::new();
		let (mut months, mut headings) = (BTreeMap::<_, Fen>::new(), BTreeMap::<_, Fen>::new());
		let (mut invoices, mut paid) = (BTreeMap::<_, (Vec<_>, Fen)>::new(), BTreeSet::new());
		for (id, expense) in pallet_linli_expenses::Expenses::<Runtime>::iter() {
			if expense.state.is_void() {
				continue;
			}
			let payment = expense.state.payment();
			let refunded = Expenses::refunded(id).unwrap();
			let (parts, used) = invoices.entry(expense.invoice.hash).or_default();
			parts.push(id);
			*used += expense.amount - refunded;
			if let Purpose::Line { year, line } = expense.purpose {
				let (committed, spent) = lines.entry((year, line)).or_default();
				*(if payment.is_some() { spent } else { committed }) += expense.amount - refunded;
			}
			let Some(payment) = payment else { continue };
			assert!(
				expense.has_approvals()
					&& Some(&expense.proposer) != expense.approvals.auditor.map(|by| by.by).as_ref()
			);
			assert!(payment.reference.is_none() || payment.payer != expense.proposer, "who proposed it paid it");
			let month = PeriodKind::Month.at(payment.at, UtcOffset::PLUS_8).unwrap();
			*months.entry((month, expense.purpose.heading())).or_default() += expense.amount;
			*headings.entry(expense.purpose.heading()).or_default() += expense.amount - refunded;
			// What is in execution at the bank is not paid yet.
			if matches!(expense.state, ExpenseState::Paid(_)) {
				paid.insert(id);
			}
			let (_, entry) = Fund::entries(Expenses::expense_pot(id).unwrap(), payment.entry, 1).remove(0);
			assert_eq!((entry.cause, entry.amount), (Cause::Expense { expense: id }, expense.amount));
		}
		assert_eq!(paid, self.paid_expenses);
		for (hash, invoice) in pallet_linli_expenses::Invoices::<Runtime>::iter() {
			let (mut parts, used) = invoices.remove(&hash).unwrap();
			parts.sort_unstable();
			assert_eq!((invoice.expenses.into_inner(), invoice.used), (parts, used), "invoice {hash:?}");
			assert!(used <= invoice.total + invoice.reversed, "an invoice is paid beyond its total");
		}
		assert!(invoices.is_empty());
		for (year, id, line) in pallet_linli_expenses::Lines::<Runtime>::iter() {
			let sums = lines.remove(&(year, id)).unwrap_or_default();
			assert_eq!((line.committed, line.spent), sums, "line {id} of {year}");
			assert!(sums.0 + sums.1 <= line.cap + line.reversed, "a line is overspent");
		}
		assert!(lines.is_empty());
		for (_, heading, came_back) in pallet_linli_expenses::LineReturns::<Runtime>::iter() {
			*headings.entry(heading).or_default() += came_back;
		}
		// A refund that was taken back is spent in the month in which it was.
		for ((month, heading), paid) in months {
			assert!(
				pallet_linli_expenses::LineMonths::<Runtime>::get(month, heading) >= paid,
				"{month:?}: {heading:?}"
			);
		}
		for (_, heading, sum) in pallet_linli_expenses::LineMonths::<Runtime>::iter() {
			let left = headings.get_mut(&heading).unwrap();
			*left = left.checked_sub(sum).expect("more went out in the months than was paid");
		}
		assert!(headings.values().all(|left| *left == 0), "less went out in the months than was paid");
	}

	/// Each project's escrow holds its unsettled and retained amounts; settled amounts are paid, retained or returned.
	fn projects_have_what_is_not_settled(&self) {
		let mut paid = BTreeSet::new();
		for id in 0..pallet_linli_projects::NextProject::<Runtime>::get() {
			let view = Projects::project(id).unwrap();
			assert_eq!(view.held + view.paid + view.returned, view.funded, "project {id}");
			let mut unsettled: Fen = 0;
			for part in &view.milestones {
				let total = part.milestone.sums.total().unwrap();
				match part.milestone.state {
					MilestoneState::Paid { .. } => {
						paid.insert((id, part.id));
						assert_eq!(total, part.terms.amount);
					}
					MilestoneState::Cancelled { .. } => assert_eq!(total, part.terms.amount),
					_ => unsettled += part.terms.amount - part.milestone.sums.returned,
				}
			}
			assert_eq!(view.held, unsettled + view.retained, "project {id}");
			let is_closed = matches!(view.project.state, ProjectState::Closed { .. });
			assert_eq!(view.held == 0, is_closed, "project {id}");
		}
		assert_eq!(paid, self.paid_milestones);
	}
}

/// Every fen is in a pot, in escrow, in transit to or from the bank, kept for a unit, or free or on hold on an account;
/// the total is the balance of the bank accounts (D2).
pub(super) fn every_fen_is_somewhere() {
	let (mut in_pots, mut in_escrow, mut in_transit, mut for_units, mut with_people) = (0, 0, 0, 0, 0);
	for (who, info) in frame_system::Account::<Runtime>::iter() {
		let (free, held) = (info.data.free, info.data.reserved);
		if Fund::is_pot_account(&who) {
			assert_eq!(held, 0, "something of a pot is held");
			in_pots += free;
		} else if Projects::is_escrow_account(&who) {
			assert_eq!(free, 0, "something of a project is free");
			in_escrow += held;
		} else if Cashier::is_transit_account(&who) {
			assert_eq!(held, 0, "something in transit is held");
			in_transit += free;
		} else if Fees::is_unit_account(&who) {
			for_units += free + held;
		} else {
			with_people += free + held;
		}
	}
	let issuance = Balances::total_issuance();
	assert_eq!(in_pots + in_escrow + in_transit + for_units + with_people, issuance);
	assert_eq!(Cashier::totals().balance(), Some(issuance));
	assert_eq!(Cashier::banks().into_iter().map(|(.., balance)| balance).sum::<Fen>(), issuance);
	assert_eq!(in_pots, POTS.map(pot).iter().sum::<Fen>());
	assert_eq!(in_escrow, Projects::totals().held);
	assert_eq!(in_transit, ordered_or_frozen());
	// The part of the repair pot that belongs to no unit is undistributed, and never negative.
	let totals = Repair::totals();
	let shares: i128 = (0..UNITS).filter_map(|unit| Some(Repair::share(unit)?.share.balance)).sum();
	assert_eq!(Fen::try_from(shares), Ok(totals.belonging));
	assert_eq!(totals.belonging + totals.undistributed, pot(REPAIR));
}

/// What the bank is about to pay out of pots, and what of pots' receipts is frozen until a reversal is decided.
fn ordered_or_frozen() -> Fen {
	use pallet_linli_cashier::{BankEntries, CorrectionProposals, Orders, Party};
	let ordered = Orders::<Runtime>::iter_values().filter(|order| matches!(order.party, Party::Pot(_)));
	let of_pot =
		|key: &ContentHash| BankEntries::<Runtime>::get(key).is_some_and(|entry| matches!(entry.party, Party::Pot(_)));
	let frozen = CorrectionProposals::<Runtime>::iter().filter(|(key, _)| of_pot(key));
	ordered.map(|order| order.amount).chain(frozen.map(|(_, proposal)| proposal.frozen)).sum()
}

/// The invariants of the pallets, as far as they are compiled.
fn invariants_hold() {
	#[cfg(feature = "try-runtime")]
	{
		let number = System::block_number();
		let checks = [
			("cashier", <Cashier as Hooks<BlockNumber>>::try_state(number)),
			("deposits", <Deposits as Hooks<BlockNumber>>::try_state(number)),
			("expenses", <Expenses as Hooks<BlockNumber>>::try_state(number)),
			("fees", <Fees as Hooks<BlockNumber>>::try_state(number)),
			("fund", <Fund as Hooks<BlockNumber>>::try_state(number)),
			("meters", <Meters as Hooks<BlockNumber>>::try_state(number)),
			("projects", <Projects as Hooks<BlockNumber>>::try_state(number)),
			("registry", <Registry as Hooks<BlockNumber>>::try_state(number)),
			("repair", <Repair as Hooks<BlockNumber>>::try_state(number)),
			("sharing", <Sharing as Hooks<BlockNumber>>::try_state(number)),
		];
		for (pallet, check) in checks {
			assert_eq!(check, Ok(()), "{pallet}");
		}
	}
}

/// A pot equals the sum of its ledger, its account, and its books month by month.
fn ledgers_add_up() {
	for (id, head) in Fund::pots() {
		let (mut balance, mut moment) = (0, 0);
		for number in 0..head.entry_count {
			let entry = pallet_linli_fund::Entries::<Runtime>::get(id, number).unwrap();
			match entry.direction {
				Direction::In => balance += entry.amount,
				Direction::Out => balance -= entry.amount,
			}
			assert_eq!(entry.balance, balance, "entry {number} of pot {id}");
			assert!(entry.amount > 0 && entry.moment >= moment);
			moment = entry.moment;
		}
		assert_eq!(head.balance, balance);
		assert_eq!(Balances::free_balance(Fund::pot_account(id)), balance);
		let (mut opening, mut month) = (0, PeriodKind::Month.at(START, UtcOffset::PLUS_8).unwrap());
		while month <= this_month() {
			let book = Fund::month(id, month).unwrap();
			assert_eq!(book.opening, opening);
			opening = book.closing().unwrap();
			month = month.next(PeriodKind::Month).unwrap();
		}
		assert_eq!(opening, balance, "the books of pot {id} do not lead to its balance");
	}
}

fn shares_are_what_their_statements_say() {
	for unit in 0..UNITS {
		let mut balance = 0;
		for (_, entry) in pallet_linli_repair::Statements::<Runtime>::iter_prefix(unit) {
			balance += entry.amount;
		}
		assert_eq!(Repair::share(unit).map_or(0, |view| view.share.balance), balance, "unit {unit}");
	}
}

/// Money on hold is a prepayment, a requested payout, frozen for a reversal, a deposit, or for open bookings.
fn holds_have_reasons() {
	let mut reasons = BTreeMap::<AccountId, Fen>::new();
	for (_, payer, amount) in pallet_linli_fees::Prepayments::<Runtime>::iter() {
		*reasons.entry(payer).or_default() += amount;
	}
	for payout in pallet_linli_cashier::Payouts::<Runtime>::iter_values() {
		*reasons.entry(payout.requester).or_default() += payout.amount;
	}
	for (key, proposal) in pallet_linli_cashier::CorrectionProposals::<Runtime>::iter() {
		if let Some(account) = Cashier::bank_entry(key).unwrap().party.account() {
			*reasons.entry(account.clone()).or_default() += proposal.frozen;
		}
	}
	for deposit in pallet_linli_deposits::Deposits::<Runtime>::iter_values().filter(|deposit| deposit.is_open()) {
		*reasons.entry(deposit.payer).or_default() += deposit.amount;
	}
	for booking in pallet_linli_sharing::Bookings::<Runtime>::iter_values() {
		if !booking.state.is_final() {
			*reasons.entry(booking.renter.clone()).or_default() += booking.frozen.price + booking.frozen.deposit;
			let Some(claim) = booking.claim else { continue };
			let bonds = [(claim.by, claim.bond), (claim.by.other(), claim.answer.map_or(0, |answer| answer.bond))];
			for (side, bond) in bonds.into_iter().filter(|(_, bond)| *bond > 0) {
				use pallet_linli_sharing::types::{Provider, Side};
				let provider = pallet_linli_sharing::Resources::<Runtime>::get(booking.resource).unwrap().provider;
				let who = match (side, provider) {
					(Side::Provider, Provider::Person(provider)) => provider,
					_ => booking.renter.clone(),
				};
				*reasons.entry(who).or_default() += bond;
			}
		}
	}
	for (who, info) in frame_system::Account::<Runtime>::iter() {
		if !Projects::is_escrow_account(&who) {
			assert_eq!(info.data.reserved, reasons.remove(&who).unwrap_or(0));
		}
	}
	assert!(reasons.is_empty());
}
