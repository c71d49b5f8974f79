// SPDX-License-Identifier: Apache-2.0

//! What every correction of a bill has in common: a ruling, a waiver, a credit note and a moved payment (D48).
//!
//! The late fee is computed anew from what was paid when. What was paid beyond it pays what is open of the bill's
//! principal, the oldest payment first, as it would have if the right amount had been billed. That moves no money and
//! writes no entry: both debts of a bill are paid into the same pot, and the sum paid stays the same.
//!
//! What was paid beyond the corrected bill goes back to those who paid it, each at most what they paid, the last
//! payment first. [`crate::types::Contribution`] is the record of that; a bill has at most
//! [`Config::MaxPartsPerBill`], so that a refund is bounded however many accounts pay:
//!
//! - accounts that do not belong to the unit's owner take at most half of the places with payments that leave something
//!   to pay, and each at most two, so that a stranger who pays fen by fen takes neither the owner's nor all of these;
//! - the last place is for a payment that leaves nothing to pay, so that a bill can always be paid.

use crate::{
	late_fee::{self, LateTerms, Lived, Revision},
	statements::Statement,
	types::{Bill, ChargeTerms, Contribution, Debt, EntryKind, PaymentKind},
	Config, Contributions, Error, Event, Pallet, UnitAccounts,
};
use alloc::vec::Vec;
use frame_support::{ensure, traits::Get, BoundedVec};
use linli_primitives::{
	traits::{Clock, Community, FundLedger, OwnersRegister, People},
	BillKey, Cause, Fen, Moment, Period, PeriodKind, UnitId,
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

/// The maximum number of times that late fee paid too much pays principal: that lowers the late fee further, but by a
/// fraction of the amount only. At 0.05 % per day for two years, nothing is left for another time below 10 million fen.
const MAX_ROUNDS: u32 = 16;

/// The maximum number of places that an account that does not belong to the unit's owner takes with payments that leave
/// something to pay. Later payments are refused, not added to the last one: each keeps its day, from which late fees
/// are computed, and can be moved on its own.
const MAX_STRANGERS_PARTS: usize = 2;

/// The contributions to one bill.
pub(crate) type PartsOf<T> =
	BoundedVec<Contribution<<T as frame_system::Config>::AccountId>, <T as Config>::MaxPartsPerBill>;

/// A bill whose principal has been corrected, not yet stored.
pub(crate) struct Correction<'a, T: Config> {
	/// The key of the bill.
	pub key: BillKey,
	/// The terms of its charge.
	pub terms: &'a ChargeTerms,
	/// The bill as stored.
	pub before: &'a Bill<T::AccountId>,
	/// The bill with its principal corrected.
	pub bill: Bill<T::AccountId>,
	/// The late fee just charged to it, in fen, for which there is no line yet.
	pub accrued: Fen,
	/// What was waived just now of principal and late fee, in fen.
	pub waived: Fen,
	/// The kind of the line that takes off the reduction.
	pub reduction: EntryKind,
}

/// The result of a correction.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(crate) struct Corrected {
	/// The reduction of principal and late fee together, in fen.
	pub off: Fen,
	/// The amount refunded to those who had paid, in fen.
	pub refund: Fen,
}

/// An amount to be refunded.
struct Refund<AccountId> {
	payer: AccountId,
	amount: Fen,
}

impl<T: Config> Pallet<T> {
	/// Now and the bill's due date in lived time.
	pub(crate) fn lived(bill: &Bill<T::AccountId>) -> Lived {
		let plan = Self::stop_by_plan(bill);
		Lived { now: T::Clock::lived(), due: T::Clock::lived_at(bill.due), plan }
	}

	/// Whether the bill was issued recently enough to be disputed or credited.
	pub(crate) fn is_correctable(issued: Moment) -> bool {
		let earliest = T::Community::period_at(PeriodKind::Month, T::Clock::now())
			.and_then(|month| months_before(month, T::CorrectionMonths::get()))
			.and_then(T::Community::start);
		// Before the calendar begins, nothing is too old.
		earliest.is_none_or(|earliest| issued >= earliest)
	}

	/// Whether the account has an interest in the bill: it belongs to the unit's owner or a resident, or is related to
	/// somebody who paid or disputed it.
	pub(crate) fn is_party(account: &T::AccountId, key: BillKey, bill: &Bill<T::AccountId>) -> bool {
		T::Register::is_at_home(account, key.unit)
			|| bill.dispute.as_ref().is_some_and(|dispute| T::People::related(account, &dispute.by))
			|| Contributions::<T>::get(key).iter().any(|part| T::People::related(account, &part.payer))
	}

	/// Adds a payment to those of the bill, in order of lived time. `settles` if nothing is left to pay after it. What
	/// is reclaimed takes the places that it had: those of an owner of before.
	pub(crate) fn add_part(
		unit: UnitId,
		parts: &mut PartsOf<T>,
		part: Contribution<T::AccountId>,
		kind: PaymentKind,
		settles: bool,
	) -> DispatchResult {
		if let Some(same) = parts.iter_mut().find(|other| other.payment == part.payment) {
			same.principal = same.principal.checked_add(part.principal).ok_or(ArithmeticError::Overflow)?;
			same.late = same.late.checked_add(part.late).ok_or(ArithmeticError::Overflow)?;
			return Ok(());
		}
		let places = T::MaxPartsPerBill::get();
		let places = match settles {
			true => places,
			false if matches!(kind, PaymentKind::Reclaimed { .. }) || Self::is_owners(&part.payer, unit) => {
				places.saturating_sub(1)
			}
			false => {
				let own = parts.iter().filter(|other| other.payer == part.payer).count();
				ensure!(own < MAX_STRANGERS_PARTS, Error::<T>::TooManyParts);
				places.checked_div(2).unwrap_or(0)
			}
		};
		ensure!(u32::try_from(parts.len()).is_ok_and(|taken| taken < places), Error::<T>::TooManyParts);
		let place = parts.iter().position(|other| other.lived > part.lived).unwrap_or(parts.len());
		parts.try_insert(place, part).map_err(|_| Error::<T>::TooManyParts)?;
		Ok(())
	}

	/// Whether the account belongs to the unit's owner, or keeps the money that the bank received for the unit.
	fn is_owners(account: &T::AccountId, unit: UnitId) -> bool {
		T::Register::is_owner(account, unit) || UnitAccounts::<T>::contains_key(account)
	}

	/// Stores the contributions to a bill.
	pub(crate) fn store_parts(key: BillKey, parts: PartsOf<T>) {
		if parts.is_empty() {
			Contributions::<T>::remove(key);
		} else {
			Contributions::<T>::insert(key, parts);
		}
	}

	/// Computes the late fee of a corrected bill anew, refunds what was paid beyond the bill, writes the lines of the
	/// unit's statement and stores the bill. Fails if the pot has insufficient funds; must be called in a storage
	/// layer.
	pub(crate) fn correct(correction: Correction<T>) -> Result<Corrected, DispatchError> {
		let Correction { key, terms, before, mut bill, accrued, waived, reduction } = correction;
		let mut parts = Contributions::<T>::get(key);
		let lived = Self::lived(&bill);
		let revision = revise::<T>(&mut bill, &terms.late(), lived, &mut parts)?;
		let refunds = take_back::<T>(&mut bill, &mut parts)?;
		let added = accrued.checked_add(revision.added).ok_or(ArithmeticError::Overflow)?;
		let lowered = bill.principal.reduced.saturating_sub(before.principal.reduced);
		let off = lowered.checked_add(revision.off).ok_or(ArithmeticError::Overflow)?;

		Self::announce_late_fee(key, added);
		let mut statement = Statement::<T>::open(key.unit, T::Clock::now());
		statement.write(EntryKind::LateFee { bill: key }, added)?;
		// Refunds first; otherwise the reduction could exceed the amount owed.
		let mut refund: Fen = 0;
		for Refund { payer, amount } in refunds {
			// The event that explains the ledger entry precedes it.
			Self::deposit_event(Event::BillRefunded { bill: key, payer: payer.clone(), amount });
			let entry = T::Ledger::withdraw(terms.pot, &payer, amount, Cause::Refund { bill: key })?;
			statement.write(EntryKind::Refund { bill: key, entry }, amount)?;
			bill.lines.end = statement.next_line();
			refund = refund.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		}
		statement.write(EntryKind::Waiver { bill: key }, waived)?;
		statement.write(reduction, off)?;
		statement.close();
		Self::store_parts(key, parts);
		Self::store_bill(key, before, bill)?;
		Ok(Corrected { off, refund })
	}
}

/// Computes the late fee anew, and lets what was paid beyond it pay what is open of the principal.
fn revise<T: Config>(
	bill: &mut Bill<T::AccountId>,
	terms: &LateTerms,
	lived: Lived,
	parts: &mut PartsOf<T>,
) -> Result<Revision, ArithmeticError> {
	let mut sum = late_fee::revise(bill, terms, lived, parts);
	for _ in 0..MAX_ROUNDS {
		if !pay_principal::<T>(bill, parts)? {
			break;
		}
		// The principal was paid earlier than it seemed, so that less late fee ran.
		let Revision { added, off } = late_fee::revise(bill, terms, lived, parts);
		sum.added = sum.added.checked_add(added).ok_or(ArithmeticError::Overflow)?;
		sum.off = sum.off.checked_add(off).ok_or(ArithmeticError::Overflow)?;
	}
	Ok(sum)
}

/// Moves what was paid beyond the late fee to what is open of the principal, within each contribution, the oldest
/// first. Returns whether there was any.
fn pay_principal<T: Config>(bill: &mut Bill<T::AccountId>, parts: &mut PartsOf<T>) -> Result<bool, ArithmeticError> {
	let mut left = over(&bill.late).min(bill.principal.owed());
	let is_any = left > 0;
	for part in parts.iter_mut() {
		let amount = part.late.min(left);
		left = left.saturating_sub(amount);
		part.late = part.late.saturating_sub(amount);
		part.principal = part.principal.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		bill.late.paid = bill.late.paid.checked_sub(amount).ok_or(ArithmeticError::Underflow)?;
		bill.principal.paid = bill.principal.paid.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
	}
	Ok(is_any)
}

/// The amount paid beyond what is to be paid.
fn over(debt: &Debt) -> Fen {
	debt.paid.saturating_sub(debt.payable())
}

/// Takes what was paid beyond the bill off its last contributions, and returns what is to be refunded to whom.
fn take_back<T: Config>(
	bill: &mut Bill<T::AccountId>,
	parts: &mut PartsOf<T>,
) -> Result<Vec<Refund<T::AccountId>>, ArithmeticError> {
	let (mut principal_over, mut late_over) = (over(&bill.principal), over(&bill.late));
	let mut refunds = Vec::new();
	for part in parts.iter_mut().rev() {
		let (principal, late) = (part.principal.min(principal_over), part.late.min(late_over));
		let amount = principal.checked_add(late).ok_or(ArithmeticError::Overflow)?;
		if amount == 0 {
			continue;
		}
		part.principal = part.principal.saturating_sub(principal);
		part.late = part.late.saturating_sub(late);
		principal_over = principal_over.saturating_sub(principal);
		late_over = late_over.saturating_sub(late);
		bill.principal.paid = bill.principal.paid.checked_sub(principal).ok_or(ArithmeticError::Underflow)?;
		bill.late.paid = bill.late.paid.checked_sub(late).ok_or(ArithmeticError::Underflow)?;
		refunds.push(Refund { payer: part.payer.clone(), amount });
	}
	parts.retain(|part| part.total() > 0);
	Ok(refunds)
}

/// The month that lies `count` months before `month`; `None` before the year 0.
fn months_before(month: Period, count: u32) -> Option<Period> {
	let months = u32::from(month.year).checked_mul(12)?.checked_add(u32::from(month.month).checked_sub(1)?)?;
	let earlier = months.checked_sub(count)?;
	let year = u16::try_from(earlier.checked_div(12)?).ok()?;
	let month = u8::try_from(earlier.checked_rem(12)?.checked_add(1)?).ok()?;
	Some(Period { year, month })
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn months_are_counted_back_over_years() {
		let month = |year, month| Period { year, month };
		assert_eq!(months_before(month(2026, 11), 24), Some(month(2024, 11)));
		assert_eq!(months_before(month(2026, 1), 1), Some(month(2025, 12)));
		assert_eq!(months_before(month(2026, 11), 0), Some(month(2026, 11)));
		assert_eq!(months_before(month(0, 1), 1), None);
	}
}
