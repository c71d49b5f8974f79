// SPDX-License-Identifier: Apache-2.0

//! A credit note that was a mistake is undone after the unit was sold (D9, D48).
//!
//! The buyer has nothing to do with what was before the sale: the buyer's bills stay as they are.
//!
//! - What the credit note refunded is taken back from the accounts that got it, as far as it is free there, and pays
//!   the bill again, as of the day of the first payment. No more is taken than it refunded to each. The bill is raised
//!   by what is taken, and by no more; what is missing is stated by an event, and another credit note that undoes the
//!   same one takes the rest when it is there. A bill without a place for one more payment keeps nothing else up.
//! - What was refunded to the buyer, of a payment made after the sale, the buyer owes again as far as it is missing. A
//!   seller who paid the bill after the sale got it, and not the buyer: what is missing of that is only stated.
//! - What was only lowered, since nobody had paid it, stays lowered, unless it was lowered after the sale: then the
//!   buyer, who had taken it over, owes it again.
//! - What a meter counted is not billed to the buyer.

use crate::{
	corrections::PartsOf,
	credits::Visit,
	paying::{Made, Purse},
	types::{Allocation, CreditId, CreditRefund, CreditedBill, Lines, Payment, PaymentKind},
	Bills, Config, Contributions, CreditRefunds, Credited, Error, Event, NextPayment, Pallet, UnitAccounts, WeightInfo,
};
use alloc::vec::Vec;
use frame_support::{
	storage::with_storage_layer,
	traits::{
		fungible::Inspect,
		tokens::{Fortitude, Preservation},
		Get,
	},
	weights::Weight,
	BoundedVec,
};
use linli_primitives::{
	traits::{Clock, OwnersRegister},
	BillKey, Fen, UnitId,
};
use sp_runtime::{ArithmeticError, DispatchError};

/// The maximum number of refunds of one bill that are taken back at a time; the next time, others come first.
const MAX_RECLAIMS: usize = 4;

/// What is read to tell whether an account is the present owner's: its owner, the unit twice, and what it keeps.
const READS_OF_PAYER: u64 = 5;

/// What a credit note refunded of one bill.
pub(crate) type RefundsOf<T> =
	BoundedVec<CreditRefund<<T as frame_system::Config>::AccountId>, <T as Config>::MaxPartsPerBill>;

impl<T: Config> Pallet<T> {
	/// Notes what a credit note refunded of a bill's principal, and to whom, from the contributions before it.
	pub(crate) fn note_refunds(id: CreditId, next: u32, key: BillKey, before: PartsOf<T>) {
		let after = Contributions::<T>::get(key);
		let refunds: Vec<_> = before
			.into_iter()
			.filter_map(|part| {
				let same = after.iter().find(|other| other.payment == part.payment);
				let amount = part.principal.saturating_sub(same.map_or(0, |same| same.principal));
				(amount > 0).then_some(CreditRefund {
					payer: part.payer,
					amount,
					moment: part.moment,
					lived: part.lived,
				})
			})
			.collect();
		if !refunds.is_empty() {
			CreditRefunds::<T>::insert(id, next, RefundsOf::<T>::truncate_from(refunds));
		}
	}

	/// Undoes what the credit note `of` did at the place `next` to a bill of before the sale; see the [module](self).
	pub(crate) fn undo_after_sale(
		id: CreditId,
		(of, next): (CreditId, u32),
		key: BillKey,
		credited: CreditedBill,
		refunds: RefundsOf<T>,
	) -> Result<Option<Visit>, DispatchError> {
		Self::include_again(key, credited.used);
		let lowered = credited.amount.saturating_sub(sum(&refunds)).saturating_sub(credited.discount);
		let mut restored: Fen = 0;
		if !Self::is_sold_since(key.unit, credited.at) {
			restored = Self::raise(id, key, lowered)?;
		}
		let (mut untried, mut missing) = (Vec::new(), Vec::new());
		for (place, refund) in refunds.into_iter().enumerate() {
			if place >= MAX_RECLAIMS {
				untried.push(refund);
				continue;
			}
			let taken = match with_storage_layer(|| Self::reclaim(id, key, &refund)) {
				// It waits for its ruling.
				Err(error) if error == DispatchError::from(Error::<T>::AlreadyDisputed) => return Err(error),
				// The bill may have no place for another payment: nothing is taken, and the others are not held up.
				result => result.unwrap_or_default(),
			};
			restored = restored.checked_add(taken).ok_or(ArithmeticError::Overflow)?;
			let amount = refund.amount.saturating_sub(taken);
			let is_buyers = || Self::is_present_owners(&refund.payer, key.unit);
			if amount > 0 && !Self::is_sold_since(key.unit, refund.moment) && is_buyers() {
				let raised = Self::raise(id, key, amount)?;
				restored = restored.checked_add(raised).ok_or(ArithmeticError::Overflow)?;
			} else if amount > 0 {
				missing.push(CreditRefund { amount, ..refund });
			}
		}
		untried.extend(missing);
		for CreditRefund { payer, amount, .. } in &untried {
			let (payer, amount) = (payer.clone(), *amount);
			Self::deposit_event(Event::RefundNotReclaimed { credit: id, bill: key, payer, amount });
		}
		if !untried.is_empty() {
			let amount = sum(&untried);
			Credited::<T>::insert(of, next, CreditedBill { amount, used: 0, discount: 0, ..credited });
			CreditRefunds::<T>::insert(of, next, RefundsOf::<T>::truncate_from(untried));
		}
		Ok((restored > 0).then(|| Visit { restored, ..Visit::default() }))
	}

	/// The weight of undoing a credit note on one bill, sold or not: the bill is raised once, and for each refund it is
	/// raised, paid and noted, and raised again by what is missing. What the credit note did is read and written.
	pub(crate) fn undo_weight() -> Weight {
		let reclaims = u64::try_from(MAX_RECLAIMS).unwrap_or(u64::MAX);
		let reclaim = T::WeightInfo::credit_bill()
			.saturating_add(T::WeightInfo::pay(1))
			.saturating_add(Self::note_unit_payment_weight())
			.saturating_add(T::WeightInfo::credit_bill())
			.saturating_add(T::DbWeight::get().reads(READS_OF_PAYER));
		Self::credit_weight()
			.saturating_add(reclaim.saturating_mul(reclaims))
			.saturating_add(T::DbWeight::get().reads_writes(3, 4))
	}

	/// Whether the account belongs to the unit's present owner, or keeps what the bank received for that owner.
	fn is_present_owners(account: &T::AccountId, unit: UnitId) -> bool {
		let kept_for = UnitAccounts::<T>::get(account).filter(|kept| kept.unit == unit).map(|kept| kept.owner);
		T::Register::is_owner(account, unit)
			|| kept_for.is_some_and(|owner| T::Register::unit(unit).is_some_and(|view| view.owner == owner))
	}

	/// Takes back what is free of a refund and pays the bill with it. Returns by how much that one was raised.
	fn reclaim(id: CreditId, key: BillKey, refund: &CreditRefund<T::AccountId>) -> Result<Fen, DispatchError> {
		let payer = &refund.payer;
		let free = T::Currency::reducible_balance(payer, Preservation::Expendable, Fortitude::Polite);
		let raised = Self::raise(id, key, free.min(refund.amount))?;
		if raised == 0 {
			return Ok(0);
		}
		let (now, payment) = (T::Clock::now(), NextPayment::<T>::get());
		let made = Some(Made { moment: refund.moment, lived: refund.lived });
		let (kind, allocation) = (PaymentKind::Reclaimed { credit: id }, Allocation::PrincipalFirst);
		let purse = Purse::<T> { payer, kind, limit: raised, payment, allocation, now, made };
		let (unit, first) = (key.unit, Self::next_line(key.unit));
		let amount = Self::pay_bill(key, raised, &purse)?;
		let lines = Lines { first, end: Self::next_line(unit) };
		let record = Payment { unit, payer: payer.clone(), amount, prepaid: 0, moment: now, kind, lines };
		Self::record_payment(payment, record)?;
		Ok(raised)
	}

	/// Raises the principal of a bill by `amount` fen, at most to what was billed. Returns by how much.
	fn raise(id: CreditId, key: BillKey, amount: Fen) -> Result<Fen, DispatchError> {
		let before = Bills::<T>::get(key.parts()).ok_or(Error::<T>::BillNotFound)?;
		let credited = CreditedBill { amount, used: 0, discount: 0, at: T::Clock::now() };
		Ok(Self::restore(id, key, &before, credited)?.map_or(0, |visit| visit.restored))
	}
}

/// The sum of refunds, in fen.
fn sum<A>(refunds: &[CreditRefund<A>]) -> Fen {
	refunds.iter().fold(0, |sum: Fen, refund| sum.saturating_add(refund.amount))
}
