// SPDX-License-Identifier: Apache-2.0

//! Invariants of the pallet. Each has a function, and a test that violates it.

use crate::{
	types::{AuditKey, Heading, Lane, Limit, MonthSums, Payee, Purpose, State},
	Audits, AuditsDue, Budgets, Config, Expenses, Invoices, LineMonths, LineReturns, Lines, MovementCounts, Movements,
	NextExpense, OpenBy, OpenCounts, OpenExpenses, Pallet, Refunded, Rolling, Rules,
};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::ensure;
use linli_primitives::{
	traits::{Person, RepairShares},
	Fen, Period,
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_rules_hold()?;
		Self::try_lines_are_dense()?;
		Self::try_lines_are_sums()?;
		Self::try_expenses_are_dense()?;
		Self::try_open_expenses_are_listed()?;
		Self::try_open_expenses_are_counted()?;
		Self::try_refunds_are_of_paid_expenses()?;
		Self::try_invoices_are_sums()?;
		Self::try_movements_are_dense()?;
		Self::try_approvals_are_there()?;
		Self::try_costs_have_bearers()?;
		Self::try_limits_are_sums()?;
		Self::try_audits_are_owed()?;
		Self::try_months_add_up()
	}

	/// The rules are valid.
	fn try_rules_hold() -> Result<(), TryRuntimeError> {
		ensure!(Rules::<T>::get().validate().is_ok(), "expenses: the rules are invalid");
		Ok(())
	}

	/// Every budget has all its lines, and every line belongs to a budget.
	fn try_lines_are_dense() -> Result<(), TryRuntimeError> {
		for (year, budget) in Budgets::<T>::iter() {
			ensure!((0..budget.lines).all(|id| Lines::<T>::contains_key(year, id)), "expenses: a line is missing");
		}
		for (year, id) in Lines::<T>::iter_keys() {
			ensure!(Budgets::<T>::get(year).is_some_and(|budget| id < budget.lines), "expenses: a line has no budget");
		}
		Ok(())
	}

	/// The amounts that a line has committed and spent are the sums of its expenses, within its cap (D21); only
	/// refunds that were taken back can exceed it.
	fn try_lines_are_sums() -> Result<(), TryRuntimeError> {
		let mut sums = BTreeMap::<_, (Fen, Fen, u32)>::new();
		for (id, expense) in Expenses::<T>::iter() {
			let Purpose::Line { year, line } = expense.purpose else { continue };
			let (committed, spent, count) = sums.entry((year, line)).or_default();
			*count = count.saturating_add(1);
			if expense.state.is_open() {
				*committed = committed.saturating_add(expense.amount);
			} else if expense.state.payment().is_some() {
				*spent = spent.saturating_add(expense.amount.saturating_sub(Refunded::<T>::get(id)));
			}
		}
		for (year, id, line) in Lines::<T>::iter() {
			let (committed, spent, count) = sums.remove(&(year, id)).unwrap_or_default();
			ensure!(line.committed == committed, "expenses: a line's committed amount is wrong");
			ensure!(line.spent == spent, "expenses: a line's spent amount is wrong");
			ensure!(line.expenses == count, "expenses: a line's number of expenses is wrong");
			let most = line.cap.saturating_add(line.reversed);
			ensure!(line.used().is_some_and(|used| used <= most), "expenses: a line is over its cap");
		}
		ensure!(sums.is_empty(), "expenses: an expense has no line");
		Ok(())
	}

	/// Expenses have the ids `0..NextExpense` without gaps, and amounts above zero.
	fn try_expenses_are_dense() -> Result<(), TryRuntimeError> {
		let next = NextExpense::<T>::get();
		let count = Expenses::<T>::iter_keys().count();
		ensure!(u32::try_from(count) == Ok(next), "expenses: the number of expenses is wrong");
		ensure!((0..next).all(Expenses::<T>::contains_key), "expenses: an expense is missing");
		ensure!(
			Expenses::<T>::iter_values().all(|expense| expense.amount > 0),
			"expenses: an expense has a zero amount"
		);
		Ok(())
	}

	/// Every invoice lists the expenses that stand for it, those that were neither refused nor withdrawn and have not
	/// expired; what is used of it is their sum, within its total. Only refunds that were taken back can exceed it.
	fn try_invoices_are_sums() -> Result<(), TryRuntimeError> {
		let mut expected = BTreeMap::<_, (BTreeSet<_>, Fen)>::new();
		for (id, expense) in Expenses::<T>::iter().filter(|(_, expense)| !expense.state.is_void()) {
			let (ids, used) = expected.entry(expense.invoice.hash).or_default();
			ids.insert(id);
			*used = used.saturating_add(expense.amount.saturating_sub(Refunded::<T>::get(id)));
		}
		for (hash, invoice) in Invoices::<T>::iter() {
			let (ids, used) = expected.remove(&hash).unwrap_or_default();
			ensure!(!ids.is_empty(), "expenses: an invoice has no expense");
			ensure!(ids.into_iter().eq(invoice.expenses), "expenses: an invoice lists wrong expenses");
			ensure!(invoice.used == used, "expenses: what is used of an invoice is wrong");
			let most = invoice.total.saturating_add(invoice.reversed);
			ensure!(used <= most, "expenses: an invoice is used beyond its total");
		}
		ensure!(expected.is_empty(), "expenses: an expense has no invoice");
		Ok(())
	}

	/// The list of open expenses has all of them and no others, each once.
	fn try_open_expenses_are_listed() -> Result<(), TryRuntimeError> {
		let listed: BTreeSet<_> = OpenExpenses::<T>::iter_keys().collect();
		let waiting: BTreeSet<_> =
			Expenses::<T>::iter().filter(|(_, expense)| expense.state.is_open()).map(|(id, _)| id).collect();
		ensure!(listed == waiting, "expenses: the list of open expenses is wrong");
		Ok(())
	}

	/// The numbers of open expenses, by lane and by proposer, are right (D53).
	fn try_open_expenses_are_counted() -> Result<(), TryRuntimeError> {
		let mut lanes = BTreeMap::<Lane, u32>::new();
		let mut by = BTreeMap::<(Lane, Person<T::AccountId>), u32>::new();
		for expense in Expenses::<T>::iter_values().filter(|expense| expense.state.is_open()) {
			let lane = expense.purpose.lane();
			for count in [lanes.entry(lane).or_default(), by.entry((lane, expense.manager)).or_default()] {
				*count = count.saturating_add(1);
			}
		}
		let counted: BTreeMap<_, _> = OpenCounts::<T>::iter().filter(|(_, count)| *count > 0).collect();
		ensure!(counted == lanes, "expenses: a lane's number of open expenses is wrong");
		let counted: BTreeMap<_, _> = OpenBy::<T>::iter().map(|(lane, who, count)| ((lane, who), count)).collect();
		ensure!(counted == by, "expenses: a proposer's number of open expenses is wrong");
		Ok(())
	}

	/// Money came back only for paid expenses, at most what was paid (D48).
	fn try_refunds_are_of_paid_expenses() -> Result<(), TryRuntimeError> {
		for (id, refunded) in Refunded::<T>::iter() {
			let paid = Expenses::<T>::get(id).filter(|expense| matches!(expense.state, State::Paid(_)));
			let amount = paid.map_or(0, |expense| expense.amount);
			ensure!((1..=amount).contains(&refunded), "expenses: a refund is not of a paid expense");
		}
		Ok(())
	}

	/// The movements of each expense are numbered without gaps, and every refund has one (D19).
	fn try_movements_are_dense() -> Result<(), TryRuntimeError> {
		let mut counts = BTreeMap::<_, u32>::new();
		for (id, number, _) in Movements::<T>::iter() {
			ensure!(number < MovementCounts::<T>::get(id), "expenses: a movement has a wrong number");
			let count = counts.entry(id).or_default();
			*count = count.saturating_add(1);
		}
		ensure!(MovementCounts::<T>::iter().collect::<BTreeMap<_, _>>() == counts, "expenses: a movement is missing");
		ensure!(counts.keys().all(Expenses::<T>::contains_key), "expenses: a movement has no expense");
		ensure!(Refunded::<T>::iter_keys().all(|id| counts.contains_key(&id)), "expenses: a refund has no movement");
		Ok(())
	}

	/// What counts for rolling limits is the sum of the expenses that are open or paid, less what came back (D53).
	fn try_limits_are_sums() -> Result<(), TryRuntimeError> {
		let now = Self::current_month()?;
		let mut sums = BTreeMap::<(Limit<T::AccountId>, Period), Fen>::new();
		for (id, expense) in Expenses::<T>::iter().filter(|(_, expense)| !expense.state.is_void()) {
			let month = Self::month_of(&expense)?;
			for limit in Self::limits_of(&expense) {
				let sum = sums.entry((limit, month)).or_default();
				*sum = sum.saturating_add(expense.amount.saturating_sub(Refunded::<T>::get(id)));
			}
		}
		sums.retain(|_, sum| *sum > 0);
		for (limit, stored) in Rolling::<T>::iter() {
			ensure!(
				!stored.months.is_empty() && stored.months.is_sorted_by(|(one, _), (next, _)| one < next),
				"expenses: the months of a limit are out of order"
			);
			for (month, sum) in stored.months {
				ensure!(sums.remove(&(limit.clone(), month)) == Some(sum), "expenses: a limit counts a wrong sum");
			}
		}
		let forgotten = sums.keys().any(|(_, month)| MonthSums::cover(*month, now));
		ensure!(!forgotten, "expenses: a limit leaves out an expense");
		Ok(())
	}

	/// Approved and paid expenses have the approvals they need, and no one approved or paid their own (D11).
	fn try_approvals_are_there() -> Result<(), TryRuntimeError> {
		for expense in Expenses::<T>::iter_values() {
			match expense.state {
				State::Proposed => {
					ensure!(!expense.has_approvals(), "expenses: an expense with all approvals is not approved")
				}
				State::Approved { .. } | State::Paid(_) | State::InExecution { .. } => {
					ensure!(expense.has_approvals(), "expenses: an expense lacks approvals");
				}
				State::Refused { .. } | State::Withdrawn { .. } | State::Expired { .. } => {}
			}
			let by = expense.approvals.auditor.as_ref().map(|approval| &approval.by);
			ensure!(by != Some(&expense.proposer), "expenses: an expense was approved by its proposer");
			let Some(payment) = expense.state.payment() else { continue };
			let by_bank = matches!(expense.payee, Payee::Bank(_));
			ensure!(
				payment.reference.is_some() == (by_bank && matches!(expense.state, State::Paid(_))),
				"expenses: a bank reference does not match the payee"
			);
			ensure!(!by_bank || payment.payer != expense.proposer, "expenses: an expense was paid by its proposer");
			ensure!(!by_bank || by != Some(&payment.payer), "expenses: an expense was paid by its approver");
		}
		Ok(())
	}

	/// Costs paid from the repair pot, and no others, fall on units; once paid, the bearers are recorded (D23).
	fn try_costs_have_bearers() -> Result<(), TryRuntimeError> {
		for expense in Expenses::<T>::iter_values() {
			let of_units = Self::pot_of(&expense.purpose)? == T::Repair::pot();
			ensure!(expense.related.units().is_some() == of_units, "expenses: related units do not match the pot");
			let Some(payment) = expense.state.payment() else { continue };
			ensure!(payment.bearers.is_some() == of_units, "expenses: bearers do not match the pot");
		}
		Ok(())
	}

	/// Every paid emergency, and no other expense, has an audit that is filed or due (D24).
	fn try_audits_are_owed() -> Result<(), TryRuntimeError> {
		let mut owed = BTreeSet::new();
		let mut filed = BTreeSet::new();
		for (id, expense) in Expenses::<T>::iter() {
			let Some(payment) = expense.state.payment() else { continue };
			ensure!(
				payment.audit_due.is_some() == expense.purpose.is_emergency(),
				"expenses: an audit's due date does not match the purpose"
			);
			let Some(due) = payment.audit_due else { continue };
			if Audits::<T>::contains_key(id) {
				filed.insert(id);
			} else {
				owed.insert(AuditKey::new(due, id));
			}
		}
		ensure!(
			AuditsDue::<T>::iter_keys().collect::<BTreeSet<_>>() == owed,
			"expenses: the list of audits due is wrong"
		);
		ensure!(
			Audits::<T>::iter_keys().collect::<BTreeSet<_>>() == filed,
			"expenses: an audit was filed without a paid emergency"
		);
		Ok(())
	}

	/// The amounts paid by month, less those that came back, add up to the paid expenses, by line and, for
	/// emergencies, by pot (D25).
	fn try_months_add_up() -> Result<(), TryRuntimeError> {
		let mut by_month = BTreeMap::<Heading, Fen>::new();
		for (_, heading, amount) in LineMonths::<T>::iter() {
			let sum = by_month.entry(heading).or_default();
			*sum = sum.saturating_add(amount);
		}
		let mut paid = BTreeMap::<Heading, Fen>::new();
		for (id, expense) in Expenses::<T>::iter().filter(|(_, expense)| expense.state.payment().is_some()) {
			let sum = paid.entry(expense.purpose.heading()).or_default();
			*sum = sum.saturating_add(expense.amount.saturating_sub(Refunded::<T>::get(id)));
		}
		for (_, heading, amount) in LineReturns::<T>::iter() {
			let sum = paid.entry(heading).or_default();
			*sum = sum.saturating_add(amount);
		}
		ensure!(by_month == paid, "expenses: the months do not add up to what was paid");
		Ok(())
	}
}
