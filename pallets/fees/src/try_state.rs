// SPDX-License-Identifier: Apache-2.0

//! Invariants of the storage. Each one has a function that checks it and a test that breaks it.

use crate::{
	prepayments::held,
	types::{Contribution, CreditState, Cursor, Debt, EntryKind, FeeTotals, OpenKey, StatementHead},
	Agendas, Bills, Charges, Config, Contributions, Credits, Mandates, Moves, NextCharge, NextCredit, NextPeriod,
	OpenBills, OpenDisputes, OpenProposals, Pallet, PastDecisions, Payments, Prepayments, Rates, SkippedPeriods,
	StatementHeads, Statements, Totals, Unstarted, WaitingPeriods, Waivers,
};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
use frame_support::{
	ensure,
	traits::{fungible::InspectHold, Get},
};
use linli_primitives::{
	traits::{Clock, Community, FundLedger, OwnersRegister},
	BillKey, ChargeId, Fen, Moment, OrderedKey, UnitId,
};
use sp_runtime::TryRuntimeError;

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
		Self::try_state_proposals()
	}

	/// The live charges are at most [`Config::MaxCharges`], each with terms and a pot; every charge has rates, in
	/// order.
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
		}
		for (id, _) in Charges::<T>::iter() {
			ensure!(id < NextCharge::<T>::get(), "fees: a charge's id is not below the next id");
			let rates = Rates::<T>::get(id);
			ensure!(!rates.is_empty(), "fees: a charge has no rate");
			ensure!(rates.is_sorted_by(|one, next| one.from < next.from), "fees: rates are out of order");
		}
		Ok(())
	}

	/// One bill per period (D13): no bill is ahead of the progress of billing, so none can be issued twice.
	fn try_state_progress() -> Result<(), TryRuntimeError> {
		let cursor = Agendas::<T>::get().cursor;
		for (unit, charge, period) in Bills::<T>::iter_keys() {
			let Some(next) = NextPeriod::<T>::get(charge) else { continue };
			let in_progress = matches!(
				&cursor,
				Some(Cursor::Billing { charge: c, period: p, next_unit, .. })
					if *c == charge && *p == period && unit < *next_unit
			);
			ensure!(period < next || in_progress, "fees: a bill is ahead of the progress of billing");
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
	/// or was skipped, or the bill would be zero. Metered charges are left out: without a reading there is no bill.
	fn try_state_missing() -> Result<(), TryRuntimeError> {
		let calendar = T::Community::calendar();
		let (now, next_turn) = (T::Clock::now(), Agendas::<T>::get().next_turn);
		for (_, next) in NextPeriod::<T>::iter() {
			let has_begun = calendar.start(next).is_some_and(|start| start <= now);
			ensure!(!has_begun || next_turn <= now, "fees: a period has begun and billing rests");
		}
		let mut since: BTreeMap<(UnitId, ChargeId), Moment> = BTreeMap::new();
		for ((unit, charge, _), bill) in Bills::<T>::iter() {
			let issued = since.entry((unit, charge)).or_insert(bill.issued);
			*issued = bill.issued.min(*issued);
		}
		for ((unit, id), issued) in since {
			let Some((charge, view)) = Charges::<T>::get(id).zip(T::Register::unit(unit)) else { continue };
			let (kind, terms) = (charge.terms.period, &charge.terms);
			if terms.is_metered() || !terms.covers(&view) {
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
				let amount = Self::rate_in(id, period).and_then(|rate| terms.amount(rate, &view, 0)).unwrap_or(0);
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
