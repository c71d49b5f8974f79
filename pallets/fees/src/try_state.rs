// SPDX-License-Identifier: Apache-2.0

//! What is always true. Each invariant has a function, and a test that breaks it.

use crate::{
	prepayments::held,
	types::{Cursor, Debt, EntryKind, FeeTotals, OpenKey, StatementHead},
	Agendas, Bills, Charges, Config, Mandates, NextCharge, NextPeriod, OpenBills, OpenDisputes, Pallet, Payments,
	Prepayments, Rates, StatementHeads, Statements, Totals, Unstarted, Waivers,
};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
use frame_support::{
	ensure,
	traits::{fungible::InspectHold, Get},
};
use linli_primitives::{traits::FundLedger, BillKey, Fen, UnitId};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_charges()?;
		Self::try_state_progress()?;
		Self::try_state_bills()?;
		Self::try_state_queues()?;
		Self::try_state_statements()?;
		Self::try_state_prepayments()?;
		Self::try_state_totals()?;
		Self::try_state_waivers()?;
		Self::try_state_mandates()?;
		Self::try_state_lines()
	}

	/// Every live charge has terms, a pot and rates in order; there are not more than may be.
	fn try_state_charges() -> Result<(), TryRuntimeError> {
		let unstarted = Unstarted::<T>::get();
		let live: Vec<_> = NextPeriod::<T>::iter_keys().chain(unstarted).collect();
		ensure!(
			live.len() <= usize::try_from(T::MaxCharges::get()).unwrap_or(usize::MAX),
			"fees: too many live charges"
		);
		for id in live {
			let charge = Charges::<T>::get(id).ok_or("fees: a live charge has no terms")?;
			ensure!(T::Ledger::exists(charge.terms.pot), "fees: a live charge pays into no pot");
		}
		for (id, _) in Charges::<T>::iter() {
			ensure!(id < NextCharge::<T>::get(), "fees: a charge has an id not given yet");
			let rates = Rates::<T>::get(id);
			ensure!(!rates.is_empty(), "fees: a charge has no rate");
			ensure!(rates.is_sorted_by(|one, next| one.from < next.from), "fees: rates are out of order");
		}
		Ok(())
	}

	/// One bill per period (D13): no bill lies beyond the billing's progress, so none can be issued a second time.
	fn try_state_progress() -> Result<(), TryRuntimeError> {
		let cursor = Agendas::<T>::get().cursor;
		for (unit, charge, period) in Bills::<T>::iter_keys() {
			let Some(next) = NextPeriod::<T>::get(charge) else { continue };
			let issued_now = matches!(
				&cursor,
				Some(Cursor::Billing { charge: c, period: p, next_unit, .. })
					if *c == charge && *p == period && unit < *next_unit
			);
			ensure!(period < next || issued_now, "fees: a bill is ahead of the billing");
		}
		Ok(())
	}

	/// Of every bill no more is reduced, waived and paid than was charged, and its charge is known.
	fn try_state_bills() -> Result<(), TryRuntimeError> {
		for ((_, charge, _), bill) in Bills::<T>::iter() {
			let charge = Charges::<T>::get(charge).ok_or("fees: a bill has no charge")?;
			for debt in [&bill.principal, &bill.late] {
				let used = debt.reduced.checked_add(debt.waived).and_then(|sum| sum.checked_add(debt.paid));
				ensure!(used.is_some_and(|used| used <= debt.charged), "fees: a bill was settled beyond its amount");
			}
			ensure!(bill.principal.charged > 0, "fees: a bill of nothing");
			let cap = charge.terms.late_cap.of_floor(bill.principal.charged);
			ensure!(cap.is_some_and(|cap| bill.late.charged <= cap), "fees: a late fee passed its cap");
		}
		Ok(())
	}

	/// The queue of a unit holds exactly the open bills without an open dispute; the other exactly those with one.
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
		ensure!(OpenBills::<T>::iter_keys().collect::<BTreeSet<_>>() == open, "fees: the queue of open bills is wrong");
		ensure!(
			OpenDisputes::<T>::iter_keys().collect::<BTreeSet<_>>() == disputed,
			"fees: the list of disputed bills is wrong"
		);
		Ok(())
	}

	/// A statement's running balance follows from its entries, and its end from bills and prepayments (D19).
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
			"fees: a unit owes or has prepaid without a statement"
		);
		for (unit, head) in heads {
			let mut sum = StatementHead::default();
			for number in 0..head.entry_count {
				let entry = Statements::<T>::get(unit, number).ok_or("fees: a statement lacks an entry")?;
				ensure!(
					entry.kind.bill().is_none_or(|bill| bill.unit == unit),
					"fees: a statement has another unit's bill"
				);
				entry.kind.apply(&mut sum, entry.amount).ok_or("fees: a statement's entries make no sense")?;
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

	/// Bills and payments know their lines: a bill from its issue to its last payment or refund, a payment all of its own.
	fn try_state_lines() -> Result<(), TryRuntimeError> {
		for (parts, bill) in Bills::<T>::iter() {
			let issue = Statements::<T>::get(parts.0, bill.lines.first).map(|line| line.kind);
			ensure!(
				issue == Some(EntryKind::Bill { bill: parts.into() }),
				"fees: a bill's first line is not its issue"
			);
			let last = bill.lines.end.checked_sub(1).and_then(|last| Statements::<T>::get(parts.0, last));
			let is_its_own = last.is_some_and(|line| line.kind.bill() == Some(parts.into()));
			ensure!(is_its_own, "fees: a bill's last line is another's");
		}
		for (unit, number, line) in Statements::<T>::iter() {
			if let EntryKind::Payment { bill, .. } | EntryKind::Refund { bill, .. } = line.kind {
				let bill = Bills::<T>::get(bill.parts()).ok_or("fees: a line is of no bill")?;
				ensure!(bill.lines.numbers().contains(&number), "fees: a bill does not know a line of it");
			}
			if let EntryKind::Payment { payment, .. } | EntryKind::Prepayment { payment } = line.kind {
				let payment = Payments::<T>::get(payment).ok_or("fees: a line is of no payment")?;
				let is_its_own = payment.unit == unit && payment.lines.numbers().contains(&number);
				ensure!(is_its_own, "fees: a payment does not know a line of it");
			}
		}
		Ok(())
	}

	/// On every account exactly what it has prepaid is held.
	fn try_state_prepayments() -> Result<(), TryRuntimeError> {
		let mut by_payer: BTreeMap<Vec<u8>, (T::AccountId, Fen)> = BTreeMap::new();
		for (_, payer, amount) in Prepayments::<T>::iter() {
			ensure!(amount > 0, "fees: a prepayment of nothing");
			let (_, sum) = by_payer.entry(codec::Encode::encode(&payer)).or_insert((payer, 0));
			*sum = sum.saturating_add(amount);
		}
		for account in frame_system::Account::<T>::iter_keys() {
			let prepaid = by_payer.get(&codec::Encode::encode(&account)).map_or(0, |(_, sum)| *sum);
			ensure!(
				T::Currency::balance_on_hold(&held::<T>(), &account) == prepaid,
				"fees: what is held is not what is prepaid"
			);
		}
		for (payer, prepaid) in by_payer.into_values() {
			ensure!(
				T::Currency::balance_on_hold(&held::<T>(), &payer) == prepaid,
				"fees: what is held is not what is prepaid"
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

	/// A waiver that waits is for a bill and for something.
	fn try_state_waivers() -> Result<(), TryRuntimeError> {
		for (key, waiver) in Waivers::<T>::iter() {
			ensure!(Bills::<T>::contains_key(key.parts()), "fees: a waiver without a bill");
			ensure!(waiver.principal > 0 || waiver.late > 0, "fees: a waiver of nothing");
		}
		Ok(())
	}

	/// No unit has more mandates than may be, and none is for nothing.
	fn try_state_mandates() -> Result<(), TryRuntimeError> {
		let mut counts: BTreeMap<UnitId, u32> = BTreeMap::new();
		for (unit, _, mandate) in Mandates::<T>::iter() {
			let count = counts.entry(unit).or_default();
			*count = count.saturating_add(1);
			ensure!(mandate.cap > 0, "fees: a mandate for nothing");
		}
		ensure!(
			counts.into_values().all(|count| count <= T::MaxPayersPerUnit::get()),
			"fees: too many mandates for a unit"
		);
		Ok(())
	}
}
