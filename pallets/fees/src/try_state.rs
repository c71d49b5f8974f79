// SPDX-License-Identifier: Apache-2.0

//! Invariants of the storage. Each one has a function that checks it and a test that breaks it.

mod payments;
mod sales;

use crate::{
	prepayments::held,
	types::{
		Basis, Contribution, CreditState, Cursor, Debt, EntryKind, FeeTotals, InvoiceLine, OpenKey, StatementHead,
	},
	Agendas, BillInvoices, BilledUses, Bills, Charges, Config, Contributions, Credits, Invoiced, Invoices, Mandates,
	Moves, NextCharge, NextCredit, NextPeriod, NextPlan, NextSingle, OpenBills, OpenDisputes, OpenProposals, Pallet,
	PastDecisions, PaymentInvoices, Payments, Plans, Prepayments, Rates, RedInvoices, SingleBills, SingleCharges,
	SingleProposals, SkippedPeriods, StatementHeads, Statements, Totals, UnitAccounts, UnitPlans, Unstarted,
	WaitingPeriods, Waivers,
};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
use frame_support::{
	ensure,
	traits::{fungible::InspectHold, Get},
};
use linli_primitives::{
	traits::{Clock, Community, FundLedger, MeteredUse, OwnersRegister},
	BillKey, ChargeId, Fen, Moment, OrderedKey, PaymentId, UnitId,
};
use sp_runtime::TryRuntimeError;

mod metered;

impl<T: Config> Pallet<T> {
	/// Checks all invariants.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_charges()?;
		Self::try_state_progress()?;
		Self::try_state_past()?;
		Self::try_state_missing()?;
		Self::try_state_bills()?;
		Self::try_state_queues()?;
		Self::try_state_statements()?;
		Self::try_state_prepayments()?;
		Self::try_state_totals()?;
		Self::try_state_waivers()?;
		Self::try_state_mandates()?;
		Self::try_state_lines()?;
		Self::try_state_contributions()?;
		Self::try_state_proposals()?;
		Self::try_state_metered()?;
		Self::try_state_shared()?;
		Self::try_state_billed_by()?;
		Self::try_state_singles()?;
		Self::try_state_plans()?;
		Self::try_state_invoices()?;
		Self::try_state_unit_accounts()?;
		Self::try_state_payments()?;
		Self::try_state_moved()?;
		Self::try_state_sales()?;
		Self::try_state_credited()?;
		Self::try_state_latest()
	}

	/// The live charges are at most [`Config::MaxCharges`], each with terms, a pot and, if it is of a shared meter, the
	/// meter; every charge has rates, in order, with tiers if it is metered only.
	fn try_state_charges() -> Result<(), TryRuntimeError> {
		let unstarted = Unstarted::<T>::get();
		let live: Vec<_> = NextPeriod::<T>::iter_keys().chain(unstarted).collect();
		ensure!(
			live.len() <= usize::try_from(T::MaxCharges::get()).unwrap_or(usize::MAX),
			"fees: too many live charges"
		);
		for id in live {
			let charge = Charges::<T>::get(id).ok_or("fees: a live charge has no terms")?;
			ensure!(T::Ledger::exists(charge.terms.pot), "fees: a live charge's pot does not exist");
			if let Basis::SharedMeter { meter, .. } = charge.terms.basis {
				ensure!(T::Meters::measures(meter).is_some(), "fees: a live charge's meter does not exist");
			}
		}
		for (id, charge) in Charges::<T>::iter() {
			ensure!(id < NextCharge::<T>::get(), "fees: a charge's id is not below the next id");
			if Self::is_single(id) {
				continue;
			}
			let rates = Rates::<T>::get(id);
			ensure!(!rates.is_empty(), "fees: a charge has no rate");
			ensure!(rates.is_sorted_by(|one, next| one.from < next.from), "fees: rates are out of order");
			let tiers_are_valid = rates.iter().all(|rate| Self::ensure_tiers(&charge.terms, &rate.tiers).is_ok());
			ensure!(tiers_are_valid, "fees: a rate's tiers are invalid");
		}
		Ok(())
	}

	/// One bill per period (D13): no bill is ahead of the progress of billing, so none can be issued twice. Final bills
	/// of metered charges are for a period that has begun; billing passes over them.
	fn try_state_progress() -> Result<(), TryRuntimeError> {
		let cursor = Agendas::<T>::get().cursor;
		for (unit, charge, period) in Bills::<T>::iter_keys() {
			let Some(next) = NextPeriod::<T>::get(charge) else { continue };
			let in_progress = cursor
				.as_ref()
				.and_then(Cursor::billing)
				.is_some_and(|(c, p, next_unit)| c == charge && p == period && unit < next_unit);
			let is_final = BilledUses::<T>::contains_key(unit, charge)
				&& T::Community::start(period).is_some_and(|start| start <= T::Clock::now());
			ensure!(period < next || in_progress || is_final, "fees: a bill is ahead of the progress of billing");
		}
		Ok(())
	}

	/// Periods that wait or were skipped belong to a charge that is past them, and are not both; nothing is billed for
	/// a skipped one. Decisions over them are for existing charges.
	fn try_state_past() -> Result<(), TryRuntimeError> {
		for (id, key) in WaitingPeriods::<T>::iter_keys().chain(SkippedPeriods::<T>::iter_keys()) {
			ensure!(Charges::<T>::contains_key(id), "fees: a past period has no charge");
			let is_past = NextPeriod::<T>::get(id).is_none_or(|next| key.id() < next);
			ensure!(is_past, "fees: a past period is ahead of the progress of billing");
		}
		for (id, key) in SkippedPeriods::<T>::iter_keys() {
			ensure!(!WaitingPeriods::<T>::contains_key(id, key), "fees: a skipped period waits");
		}
		for (_, charge, period) in Bills::<T>::iter_keys() {
			let is_skipped = SkippedPeriods::<T>::contains_key(charge, OrderedKey::new(period));
			ensure!(!is_skipped, "fees: a skipped period is billed");
		}
		ensure!(
			PastDecisions::<T>::iter_keys().all(Charges::<T>::contains_key),
			"fees: a decision over past periods has no charge"
		);
		Ok(())
	}

	/// No bill of a begun period is missing (D13). Billing does not rest while a period has begun; and a unit with a
	/// bill of a charge has one for each period that began later, up to the charge's progress, unless the period waits
	/// or was skipped, or the bill would be zero. Charges by meter are left out: without a reading there is no bill.
	fn try_state_missing() -> Result<(), TryRuntimeError> {
		let calendar = T::Community::calendar();
		let (now, next_turn) = (T::Clock::now(), Agendas::<T>::get().next_turn);
		for (id, next) in NextPeriod::<T>::iter() {
			let is_due = Self::turn(id, next, &calendar).is_some_and(|turn| turn <= now);
			ensure!(!is_due || next_turn <= now, "fees: a period has begun and billing rests");
		}
		let mut since: BTreeMap<(UnitId, ChargeId), Moment> = BTreeMap::new();
		for ((unit, charge, _), bill) in Bills::<T>::iter() {
			let issued = since.entry((unit, charge)).or_insert(bill.issued);
			*issued = bill.issued.min(*issued);
		}
		for ((unit, id), issued) in since {
			let Some((charge, view)) = Charges::<T>::get(id).zip(T::Register::unit(unit)) else { continue };
			let (kind, terms) = (charge.terms.period, &charge.terms);
			if terms.is_in_arrears() || !terms.covers(&view) {
				continue;
			}
			let end = NextPeriod::<T>::get(id).or_else(|| charge.last.and_then(|last| last.next(kind)));
			let periods = core::iter::successors(charge.first, |period| period.next(kind));
			for period in periods.take_while(|period| end.is_some_and(|end| *period < end)) {
				let key = OrderedKey::new(period);
				if calendar.start(period).is_none_or(|start| start <= issued)
					|| WaitingPeriods::<T>::contains_key(id, key)
					|| SkippedPeriods::<T>::contains_key(id, key)
				{
					continue;
				}
				let amount = Self::rate_in(id, period).and_then(|rate| terms.amount(rate, &view)).unwrap_or(0);
				ensure!(
					amount == 0 || Bills::<T>::contains_key((unit, id, period)),
					"fees: a bill of a begun period is missing"
				);
			}
		}
		Ok(())
	}

	/// No bill is zero or reduced, waived and paid beyond what was charged; its late fee is within the cap, and its
	/// charge exists.
	fn try_state_bills() -> Result<(), TryRuntimeError> {
		for ((_, charge, _), bill) in Bills::<T>::iter() {
			let charge = Charges::<T>::get(charge).ok_or("fees: a bill has no charge")?;
			for debt in [&bill.principal, &bill.late] {
				let used = debt.reduced.checked_add(debt.waived).and_then(|sum| sum.checked_add(debt.paid));
				ensure!(
					used.is_some_and(|used| used <= debt.charged),
					"fees: more was reduced, waived and paid than charged"
				);
			}
			ensure!(bill.principal.charged > 0, "fees: a bill's principal is zero");
			let has_discount = bill.discount == 0 || charge.terms.discount.is_some();
			ensure!(has_discount && bill.discount <= bill.principal.reduced, "fees: a bill has a discount too much");
			let before = bill.opening.map_or(0, |opening| opening.paid);
			let cap = charge.terms.late_cap.of_floor(bill.principal.charged.saturating_add(before));
			ensure!(cap.is_some_and(|cap| bill.late.standing() <= cap), "fees: a late fee exceeds its cap");
		}
		Ok(())
	}

	/// `OpenBills` holds exactly the open bills without an open dispute, `OpenDisputes` exactly the bills with one.
	fn try_state_queues() -> Result<(), TryRuntimeError> {
		let mut open = BTreeSet::new();
		let mut disputed = BTreeSet::new();
		for ((unit, charge, period), bill) in Bills::<T>::iter() {
			let key = (unit, OpenKey::new(bill.due, BillKey::new(unit, charge, period)));
			if bill.is_disputed() {
				disputed.insert(key);
			} else if bill.is_open() {
				open.insert(key);
			}
		}
		ensure!(
			OpenBills::<T>::iter_keys().collect::<BTreeSet<_>>() == open,
			"fees: the open bills differ from the bills"
		);
		ensure!(
			OpenDisputes::<T>::iter_keys().collect::<BTreeSet<_>>() == disputed,
			"fees: the open disputes differ from the bills"
		);
		Ok(())
	}

	/// The running balance of a statement follows from its entries, and its head matches bills and prepayments (D19).
	fn try_state_statements() -> Result<(), TryRuntimeError> {
		let mut owed: BTreeMap<UnitId, Fen> = BTreeMap::new();
		for ((unit, _, _), bill) in Bills::<T>::iter() {
			let sum = owed.entry(unit).or_default();
			*sum = sum.saturating_add(bill.owed());
		}
		let mut prepaid: BTreeMap<UnitId, Fen> = BTreeMap::new();
		for (unit, _, amount) in Prepayments::<T>::iter() {
			let sum = prepaid.entry(unit).or_default();
			*sum = sum.saturating_add(amount);
		}
		let heads: BTreeMap<UnitId, StatementHead> = StatementHeads::<T>::iter().collect();
		ensure!(
			owed.keys().chain(prepaid.keys()).all(|unit| heads.contains_key(unit)),
			"fees: a unit with bills or prepayments has no statement"
		);
		for (unit, head) in heads {
			let mut sum = StatementHead::default();
			for number in 0..head.entry_count {
				let entry = Statements::<T>::get(unit, number).ok_or("fees: a statement lacks an entry")?;
				ensure!(
					entry.kind.bill().is_none_or(|bill| bill.unit == unit),
					"fees: a statement has another unit's bill"
				);
				entry.kind.apply(&mut sum, entry.amount).ok_or("fees: a statement's entries are inconsistent")?;
				ensure!(sum.balance() == Some(entry.balance), "fees: a running balance is wrong");
			}
			ensure!(sum == head, "fees: a statement's head is wrong");
			ensure!(head.owed == owed.get(&unit).copied().unwrap_or(0), "fees: a statement and the bills differ");
			ensure!(
				head.prepaid == prepaid.get(&unit).copied().unwrap_or(0),
				"fees: a statement and the prepayments differ"
			);
		}
		Ok(())
	}

	/// The lines stored with a bill span its issue to its last payment, refund or move; those stored with a payment
	/// include all that it wrote.
	fn try_state_lines() -> Result<(), TryRuntimeError> {
		for (parts, bill) in Bills::<T>::iter() {
			let issue = Statements::<T>::get(parts.0, bill.lines.first).map(|line| line.kind);
			ensure!(
				issue == Some(EntryKind::Bill { bill: parts.into() }),
				"fees: a bill's first line is not its issue"
			);
			let last = bill.lines.end.checked_sub(1).and_then(|last| Statements::<T>::get(parts.0, last));
			let is_its_own = last.is_some_and(|line| line.kind.bill() == Some(parts.into()));
			ensure!(is_its_own, "fees: a bill's last line is of another bill");
		}
		for (unit, number, line) in Statements::<T>::iter() {
			if let EntryKind::Payment { bill, .. } | EntryKind::Refund { bill, .. } | EntryKind::Moved { bill, .. } =
				line.kind
			{
				let bill = Bills::<T>::get(bill.parts()).ok_or("fees: a line's bill does not exist")?;
				ensure!(
					bill.lines.numbers().contains(&number),
					"fees: a bill's lines do not include one of its entries"
				);
			}
			if let EntryKind::Payment { payment, .. } | EntryKind::Prepayment { payment } = line.kind {
				let payment = Payments::<T>::get(payment).ok_or("fees: a line's payment does not exist")?;
				let is_its_own = payment.unit == unit && payment.lines.numbers().contains(&number);
				ensure!(is_its_own, "fees: a payment's lines do not include one of its entries");
			}
		}
		Ok(())
	}

	/// The amount held on each account equals the amount that it has prepaid.
	fn try_state_prepayments() -> Result<(), TryRuntimeError> {
		let mut by_payer: BTreeMap<Vec<u8>, (T::AccountId, Fen)> = BTreeMap::new();
		for (_, payer, amount) in Prepayments::<T>::iter() {
			ensure!(amount > 0, "fees: a prepayment is zero");
			let (_, sum) = by_payer.entry(codec::Encode::encode(&payer)).or_insert((payer, 0));
			*sum = sum.saturating_add(amount);
		}
		for account in frame_system::Account::<T>::iter_keys() {
			let prepaid = by_payer.get(&codec::Encode::encode(&account)).map_or(0, |(_, sum)| *sum);
			ensure!(
				T::Currency::balance_on_hold(&held::<T>(), &account) == prepaid,
				"fees: an account's hold differs from its prepayments"
			);
		}
		for (payer, prepaid) in by_payer.into_values() {
			ensure!(
				T::Currency::balance_on_hold(&held::<T>(), &payer) == prepaid,
				"fees: an account's hold differs from its prepayments"
			);
		}
		Ok(())
	}

	/// The totals are the sums over all bills.
	fn try_state_totals() -> Result<(), TryRuntimeError> {
		let add = |sum: &mut Debt, debt: &Debt| {
			sum.charged = sum.charged.saturating_add(debt.charged);
			sum.reduced = sum.reduced.saturating_add(debt.reduced);
			sum.waived = sum.waived.saturating_add(debt.waived);
			sum.paid = sum.paid.saturating_add(debt.paid);
		};
		let mut sums = FeeTotals::default();
		for bill in Bills::<T>::iter_values() {
			add(&mut sums.principal, &bill.principal);
			add(&mut sums.late, &bill.late);
			sums.bills = sums.bills.saturating_add(1);
		}
		ensure!(sums == Totals::<T>::get(), "fees: the totals are not the sums over the bills");
		Ok(())
	}

	/// The contributions to a bill add up to what was paid on it, are in order of lived time, and each is of a payment
	/// by the same account (D48).
	fn try_state_contributions() -> Result<(), TryRuntimeError> {
		for (parts, bill) in Bills::<T>::iter() {
			let contributions = Contributions::<T>::get(BillKey::from(parts));
			let sum = |part: fn(&Contribution<T::AccountId>) -> Fen| -> Fen {
				contributions.iter().map(part).fold(0, |sum: Fen, amount| sum.saturating_add(amount))
			};
			ensure!(
				sum(|part| part.principal) == bill.principal.paid && sum(|part| part.late) == bill.late.paid,
				"fees: the contributions to a bill are not what was paid on it"
			);
			ensure!(
				contributions.is_sorted_by(|one, next| one.lived <= next.lived),
				"fees: the contributions to a bill are out of order"
			);
		}
		for (key, contributions) in Contributions::<T>::iter() {
			ensure!(Bills::<T>::contains_key(key.parts()), "fees: contributions to a bill that does not exist");
			ensure!(
				!contributions.is_empty() && contributions.iter().all(|part| part.total() > 0),
				"fees: a contribution is zero"
			);
			for part in contributions {
				let payer = Payments::<T>::get(part.payment).map(|payment| payment.payer);
				ensure!(payer == Some(part.payer), "fees: a contribution is not of its payment's payer");
			}
		}
		Ok(())
	}

	/// Credit notes at work are approved, each once; the proposals of each account are counted exactly; a move is of an
	/// existing payment.
	fn try_state_proposals() -> Result<(), TryRuntimeError> {
		let mut open: BTreeMap<Vec<u8>, u32> = BTreeMap::new();
		let mut count = |proposer: &T::AccountId| {
			let count = open.entry(codec::Encode::encode(proposer)).or_default();
			*count = count.saturating_add(1);
		};
		let mut approved = BTreeSet::new();
		for (id, credit) in Credits::<T>::iter() {
			ensure!(id < NextCredit::<T>::get(), "fees: a credit note's id is not below the next id");
			match credit.state {
				CreditState::Proposed => count(&credit.proposer),
				CreditState::Approved { .. } => {
					approved.insert(id);
				}
				CreditState::Completed { .. } => (),
			}
		}
		for (id, proposal) in Moves::<T>::iter() {
			let payment = Payments::<T>::get(id).ok_or("fees: a move's payment does not exist")?;
			ensure!(payment.unit != proposal.to, "fees: a move leads to the payment's own unit");
			count(&proposal.proposer);
		}
		for (_, proposal) in SingleProposals::<T>::iter() {
			count(&proposal.proposer);
		}
		for void in Invoices::<T>::iter_values().filter_map(|invoice| invoice.void) {
			if void.approver.is_none() {
				count(&void.proposer);
			}
		}
		let agenda = Agendas::<T>::get();
		let begun = match agenda.cursor {
			Some(Cursor::Crediting { credit, .. }) => Some(credit),
			_ => None,
		};
		let at_work: Vec<_> = begun.into_iter().chain(agenda.credits).collect();
		ensure!(
			at_work.len() == approved.len() && at_work.into_iter().collect::<BTreeSet<_>>() == approved,
			"fees: the credit notes at work are not the approved ones"
		);
		let counted: BTreeMap<Vec<u8>, u32> =
			OpenProposals::<T>::iter().map(|(proposer, count)| (codec::Encode::encode(&proposer), count)).collect();
		ensure!(open == counted, "fees: the open proposals are counted wrongly");
		Ok(())
	}

	/// The charges of bills to single units are exactly those listed by pot, and not live; each of their bills has its
	/// origin. Ids of proposals are below the next one.
	fn try_state_singles() -> Result<(), TryRuntimeError> {
		let mut listed = BTreeSet::new();
		for (pot, charges) in SingleCharges::<T>::iter() {
			for id in charges {
				let is_its_own = Charges::<T>::get(id).is_some_and(|charge| charge.terms.pot == pot);
				ensure!(is_its_own && listed.insert(id), "fees: a pot lists a charge of another one, or one twice");
			}
		}
		let singles: BTreeSet<_> = Charges::<T>::iter_keys().filter(|id| Self::is_single(*id)).collect();
		ensure!(singles == listed, "fees: the charges of single bills are not those listed");
		ensure!(singles.iter().all(|id| !Self::is_live(*id)), "fees: a charge of single bills is live");
		let bills: BTreeSet<BillKey> =
			Bills::<T>::iter_keys().map(BillKey::from).filter(|key| singles.contains(&key.charge)).collect();
		ensure!(
			SingleBills::<T>::iter_keys().collect::<BTreeSet<_>>() == bills,
			"fees: the single bills and their origins differ"
		);
		let next = NextSingle::<T>::get();
		ensure!(
			SingleProposals::<T>::iter_keys().all(|id| id < next),
			"fees: a proposed bill's id is not below the next"
		);
		Ok(())
	}

	/// A unit's plan is its own and has not ended, and every plan that has not ended is its unit's. The bills of a plan
	/// that was accepted refer to it, and no other bills do.
	fn try_state_plans() -> Result<(), TryRuntimeError> {
		for (unit, id) in UnitPlans::<T>::iter() {
			let is_its_own = Plans::<T>::get(id).is_some_and(|plan| plan.unit == unit);
			ensure!(is_its_own, "fees: a unit's plan does not exist or is another unit's");
		}
		let mut planned = BTreeSet::new();
		for (id, plan) in Plans::<T>::iter() {
			ensure!(id < NextPlan::<T>::get(), "fees: a plan's id is not below the next id");
			let is_ended = plan.running.as_ref().is_some_and(|running| running.ended.is_some());
			let is_listed = UnitPlans::<T>::get(plan.unit) == Some(id);
			ensure!(is_listed != is_ended, "fees: a plan has ended and is listed, or the other way round");
			if plan.running.is_some() {
				planned.extend(plan.bills.iter().map(|key| (*key, id)));
			}
		}
		let refer: BTreeSet<_> =
			Bills::<T>::iter().filter_map(|(parts, bill)| Some((BillKey::from(parts), bill.plan?))).collect();
		ensure!(refer == planned, "fees: the bills of plans and the plans of bills differ");
		Ok(())
	}

	/// What is invoiced is the sum over the invoices that are not void; bills and payments list exactly the invoices
	/// that name them, and red invoices exactly those that are void. No number is used twice.
	fn try_state_invoices() -> Result<(), TryRuntimeError> {
		let mut sums: BTreeMap<(PaymentId, BillKey), Fen> = BTreeMap::new();
		let (mut bills, mut payments, mut void) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
		for (number, invoice) in Invoices::<T>::iter() {
			ensure!(!RedInvoices::<T>::contains_key(number), "fees: a number is that of an invoice and of a red one");
			let red = invoice.void.as_ref().filter(|void| void.approver.is_some()).map(|void| void.red);
			void.extend(red.map(|red| (red, number)));
			for InvoiceLine { payment, bill, amount } in invoice.lines {
				bills.insert((bill, number));
				payments.insert((payment, number));
				if red.is_none() {
					let sum = sums.entry((payment, bill)).or_default();
					*sum = sum.saturating_add(amount);
				}
			}
		}
		let invoiced = Invoiced::<T>::iter().map(|(payment, bill, sum)| ((payment, bill), sum));
		ensure!(invoiced.collect::<BTreeMap<_, _>>() == sums, "fees: what is invoiced is not the sum of the invoices");
		ensure!(
			BillInvoices::<T>::iter_keys().collect::<BTreeSet<_>>() == bills
				&& PaymentInvoices::<T>::iter_keys().collect::<BTreeSet<_>>() == payments,
			"fees: the invoices of bills and payments differ from the invoices"
		);
		ensure!(
			RedInvoices::<T>::iter().collect::<BTreeSet<_>>() == void,
			"fees: the red invoices are not those of void ones"
		);
		Ok(())
	}

	/// Each account that keeps a unit's money is that of its unit and owner, and exists; it prepays for this unit only,
	/// and only while that owner has it.
	fn try_state_unit_accounts() -> Result<(), TryRuntimeError> {
		for (account, kept) in UnitAccounts::<T>::iter() {
			let derived = Self::unit_account(kept.unit, kept.owner);
			ensure!(derived.is_ok_and(|derived| derived == account), "fees: an account keeps another unit's money");
			let exists = frame_system::Pallet::<T>::providers(&account) > 0;
			ensure!(exists, "fees: an account that keeps a unit's money does not exist");
		}
		for (unit, payer, _) in Prepayments::<T>::iter() {
			let Some(kept) = UnitAccounts::<T>::get(payer) else { continue };
			let owner = T::Register::unit(unit).map(|unit| unit.owner);
			ensure!(
				kept.unit == unit && owner == Some(kept.owner),
				"fees: money kept for one unit or owner prepays for another"
			);
		}
		Ok(())
	}

	/// Each pending waiver is for an existing bill and a positive amount.
	fn try_state_waivers() -> Result<(), TryRuntimeError> {
		for (key, waiver) in Waivers::<T>::iter() {
			ensure!(Bills::<T>::contains_key(key.parts()), "fees: a waiver's bill does not exist");
			ensure!(waiver.principal > 0 || waiver.late > 0, "fees: a waiver is zero");
		}
		Ok(())
	}

	/// No unit has more than [`Config::MaxPayersPerUnit`] mandates. Each has a positive cap, lists its months in order,
	/// and remembers only a bill of its unit.
	fn try_state_mandates() -> Result<(), TryRuntimeError> {
		let mut counts: BTreeMap<UnitId, u32> = BTreeMap::new();
		for (unit, _, mandate) in Mandates::<T>::iter() {
			let count = counts.entry(unit).or_default();
			*count = count.saturating_add(1);
			ensure!(mandate.cap > 0, "fees: a mandate's cap is zero");
			let in_order = mandate.months.is_sorted_by(|one, next| one.month < next.month);
			ensure!(in_order, "fees: a mandate's months are out of order");
			ensure!(
				mandate.after.is_none_or(|after| after.id().unit == unit),
				"fees: a mandate remembers another unit's bill"
			);
		}
		ensure!(
			counts.into_values().all(|count| count <= T::MaxPayersPerUnit::get()),
			"fees: too many mandates for a unit"
		);
		Ok(())
	}
}
