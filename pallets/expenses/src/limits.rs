// SPDX-License-Identifier: Apache-2.0

//! Rolling limits (D53): the thresholds of the tiers and the cap of emergencies hold for what was proposed within
//! twelve months, so that nothing is gained by cutting an amount into pieces.

use crate::{
	types::{Approver, Expense, Lane, Limit, Line, Payee, Purpose, Supplier},
	Budgets, Config, Error, Pallet, Rolling, Rules,
};
use alloc::{vec, vec::Vec};
use frame_support::ensure;
use linli_primitives::{
	traits::{Community, People, RepairShares},
	Fen, Period, PotId,
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The approvals that `amount` fen more from the pot to the payee need, with what the payee is paid by lines within
	/// the twelve months, and with what lines take from the repair pot: that money belongs to the owners of units,
	/// and a project that spends it asks them, too.
	pub(crate) fn approver_of(pot: PotId, payee: &Payee<T::AccountId>, amount: Fen) -> Result<Approver, DispatchError> {
		// The committee does not approve what one of its members is paid.
		if Self::is_on_committee(payee) {
			return Ok(Approver::Assembly);
		}
		let lane = Lane::Line;
		let mut sum = Self::sum_with(Limit::Payee { lane, payee: Self::supplier(payee) }, amount)?;
		if pot == T::Repair::pot() {
			sum = sum.max(Self::sum_with(Limit::Pot { lane, pot }, amount)?);
		}
		Ok(Rules::<T>::get().approver_of(sum).ok_or(Error::<T>::TierNotFound)?)
	}

	/// The approvals that `amount` fen to a payee need whom the assembly named on the line: it was asked, and whether
	/// the invoice is right is for the committee, and for an auditor if the amount is large.
	pub(crate) fn approver_of_named(payee: &Payee<T::AccountId>, amount: Fen) -> Result<Approver, DispatchError> {
		if Self::is_on_committee(payee) {
			return Ok(Approver::Assembly);
		}
		match Rules::<T>::get().approver_of(amount).ok_or(Error::<T>::TierNotFound)? {
			Approver::Assembly => Ok(Approver::CommitteeAndAuditor),
			approver => Ok(approver),
		}
	}

	/// Whether the assembly named the payee on the line. The bootstrap key does not stand in for it here, nor do all
	/// owners for those whose units bear a cost.
	pub(crate) fn is_named(year: u16, line: &Line<T::AccountId>, payee: &Payee<T::AccountId>) -> bool {
		line.payee.as_ref().is_some_and(|named| Self::supplier(named) == Self::supplier(payee))
			&& line.pot != T::Repair::pot()
			&& Budgets::<T>::get(year).is_some_and(|budget| budget.decision.is_some())
	}

	/// The payee as a person.
	pub(crate) fn supplier(payee: &Payee<T::AccountId>) -> Supplier<T::AccountId> {
		match payee {
			Payee::Account(account) => Supplier::Person(T::People::person(account)),
			Payee::Bank(destination) => Supplier::Bank(*destination),
		}
	}

	/// Ensures that an emergency is within the cap, with all others of the twelve months: those that are paid from the
	/// pot, and those to the payee.
	pub(crate) fn ensure_emergency_cap(pot: PotId, payee: &Payee<T::AccountId>, amount: Fen) -> DispatchResult {
		let (cap, lane) = (Rules::<T>::get().emergency.cap, Lane::Emergency);
		for limit in [Limit::Pot { lane, pot }, Limit::Payee { lane, payee: Self::supplier(payee) }] {
			ensure!(Self::sum_with(limit, amount)? <= cap, Error::<T>::EmergencyCapExceeded);
		}
		Ok(())
	}

	/// What counts for the limit now, and `amount` fen more.
	fn sum_with(limit: Limit<T::AccountId>, amount: Fen) -> Result<Fen, DispatchError> {
		let sum = Rolling::<T>::get(limit).sum(Self::current_month()?);
		Ok(sum.and_then(|sum| sum.checked_add(amount)).ok_or(ArithmeticError::Overflow)?)
	}

	/// The limits for which an expense counts. What the assembly decides was not cut into pieces to avoid it.
	pub(crate) fn limits_of(expense: &Expense<T::AccountId>) -> Vec<Limit<T::AccountId>> {
		let lane = expense.purpose.lane();
		let payee = Limit::Payee { lane, payee: expense.supplier.clone() };
		match expense.purpose {
			Purpose::Line { .. } if expense.named || expense.needs.asks_assembly() => Vec::new(),
			// The cost falls on units: the repair pot pays.
			Purpose::Line { .. } if expense.related.units().is_some() => {
				vec![payee, Limit::Pot { lane, pot: T::Repair::pot() }]
			}
			Purpose::Line { .. } => vec![payee],
			Purpose::Emergency { pot, .. } => vec![payee, Limit::Pot { lane, pot }],
		}
	}

	/// The month for which an expense counts: that of its proposal.
	pub(crate) fn month_of(expense: &Expense<T::AccountId>) -> Result<Period, DispatchError> {
		Ok(T::Community::month_of_books(expense.proposed).ok_or(Error::<T>::InvalidMonth)?)
	}

	/// Counts an expense that is proposed now.
	pub(crate) fn count(expense: &Expense<T::AccountId>) -> DispatchResult {
		let month = Self::month_of(expense)?;
		for limit in Self::limits_of(expense) {
			Rolling::<T>::try_mutate(limit, |sums| {
				sums.add(month, expense.amount).ok_or(DispatchError::from(ArithmeticError::Overflow))
			})?;
		}
		Ok(())
	}

	/// Counts an amount again that was taken off, since it had never come back.
	pub(crate) fn recount(expense: &Expense<T::AccountId>, amount: Fen) -> DispatchResult {
		let (month, now) = (Self::month_of(expense)?, Self::current_month()?);
		for limit in Self::limits_of(expense) {
			Rolling::<T>::try_mutate_exists(limit, |slot| -> DispatchResult {
				let mut sums = slot.take().unwrap_or_default();
				sums.add_to(month, now, amount).ok_or(ArithmeticError::Overflow)?;
				*slot = (!sums.months.is_empty()).then_some(sums);
				Ok(())
			})?;
		}
		Ok(())
	}

	/// Takes off an amount that will not be spent after all, or that came back.
	pub(crate) fn uncount(expense: &Expense<T::AccountId>, amount: Fen) -> DispatchResult {
		let month = Self::month_of(expense)?;
		for limit in Self::limits_of(expense) {
			Rolling::<T>::try_mutate_exists(limit, |slot| -> DispatchResult {
				let Some(sums) = slot.as_mut() else { return Ok(()) };
				sums.subtract(month, amount).ok_or(ArithmeticError::Underflow)?;
				if sums.months.is_empty() {
					*slot = None;
				}
				Ok(())
			})?;
		}
		Ok(())
	}
}
