// SPDX-License-Identifier: Apache-2.0

//! Paying bills (D14), in the same way by hand, by mandate and from a prepayment.
//!
//! [`Pallet::pay_bills`] pays a queue of bills from a [`Purse`] and guarantees:
//!
//! - Bills are paid in the order of the queue, and the late fee of each is brought up to date first.
//! - The total never exceeds the purse's limit, and no bill is paid beyond the amount owed.
//! - Within a bill, late fee and principal are paid in the order set by the community's rules.
//! - The last bill can be paid in part. Any error fails the whole payment; only a prepayment or a receipt for the unit
//!   skips a bill that has been paid in too many parts.
//! - A payment counts from the bank's value date of its money, and so does the late fee that it pays.
//!
//! It must be called in a storage layer. The callers differ only in the source of the money and in the limit. Mandates
//! pay bill by bill instead, since each can fail for a reason of its own: [`crate::debits`].

use crate::{
	allocation::allocate,
	late_fee::{self, Lived},
	prepayments::held,
	statements::Statement,
	types::{Allocation, Bill, Contribution, EntryKind, OpenKey, Payment, PaymentKind},
	Bills, Charges, Config, Contributions, Error, Event, NextPayment, OpenBills, Pallet, Payments, StatementHeads,
	Totals,
};
use alloc::vec::Vec;
use frame_support::traits::tokens::Preservation;
use linli_primitives::{
	traits::{Clock, FundLedger, ValueDates},
	BillKey, Cause, EntryId, Fen, Moment, PaymentId, PotId, UnitId,
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

/// The money that pays a queue of bills: its account, its source and its limit.
pub(crate) struct Purse<'a, T: Config> {
	/// The account that pays.
	pub payer: &'a T::AccountId,
	/// The source of the money: the free balance, or the held prepayment.
	pub kind: PaymentKind,
	/// The maximum taken in all, in fen.
	pub limit: Fen,
	/// The id of the payment.
	pub payment: PaymentId,
	/// The order of allocation within a bill.
	pub allocation: Allocation,
	/// The time of the payment.
	pub now: Moment,
	/// When the money was paid, if that was earlier: late fees count from then.
	pub made: Option<Made>,
}

/// When a payment was made that is booked or moved only now: late fees go by the bank's value date (D51).
#[derive(Clone, Copy)]
pub(crate) struct Made {
	/// In clock time.
	pub moment: Moment,
	/// In lived time.
	pub lived: Moment,
}

impl<T: Config> Purse<'_, T> {
	/// When a payment of the bill counts as made: never before the bill was issued.
	pub(crate) fn made_for(&self, bill: &Bill<T::AccountId>) -> Made {
		match self.made {
			Some(Made { moment, lived }) => {
				Made { moment: moment.max(bill.issued), lived: lived.max(T::Clock::lived_at(bill.issued)) }
			}
			None => Made { moment: self.now, lived: T::Clock::lived() },
		}
	}

	/// Transfers `amount` to the charge's pot and returns the entry of the pot's ledger; `None` if the amount is zero.
	fn transfer(&self, pot: PotId, amount: Fen, cause: Cause) -> Result<Option<EntryId>, DispatchError> {
		if amount == 0 {
			return Ok(None);
		}
		let entry = match self.kind {
			PaymentKind::Prepayment => T::Ledger::deposit_held(pot, &held::<T>(), self.payer, amount, cause)?,
			PaymentKind::Direct
			| PaymentKind::Mandate
			| PaymentKind::Moved { .. }
			| PaymentKind::Receipt
			| PaymentKind::Reclaimed { .. } => T::Ledger::deposit(pot, self.payer, amount, cause, Preservation::Expendable)?,
		};
		Ok(Some(entry))
	}
}

impl<T: Config> Pallet<T> {
	/// Pays the bills of `queue` and returns the total paid, in fen; see the [module](self) for the guarantees.
	pub(crate) fn pay_bills(queue: &[BillKey], purse: &Purse<T>) -> Result<Fen, DispatchError> {
		let mut paid: Fen = 0;
		for key in queue {
			let left = purse.limit.checked_sub(paid).ok_or(ArithmeticError::Underflow)?;
			if left == 0 {
				break;
			}
			let may_skip = matches!(purse.kind, PaymentKind::Prepayment | PaymentKind::Receipt);
			let used = match Self::pay_bill(*key, left, purse) {
				// Paid in too many parts already: only a payment that leaves nothing to pay has a place.
				Err(error) if may_skip && error == DispatchError::from(Error::<T>::TooManyParts) => continue,
				result => result?,
			};
			paid = paid.checked_add(used).ok_or(ArithmeticError::Overflow)?;
		}
		Ok(paid)
	}

	/// Pays at most `available` fen towards one bill and returns the amount paid.
	pub(crate) fn pay_bill(key: BillKey, available: Fen, purse: &Purse<T>) -> Result<Fen, DispatchError> {
		let before = Bills::<T>::get(key.parts()).ok_or(Error::<T>::BillNotFound)?;
		let terms = Charges::<T>::get(key.charge).ok_or(Error::<T>::ChargeNotFound)?.terms;
		let mut bill = before.clone();
		let made = purse.made_for(&before);
		let lived = Lived { now: made.lived, ..Self::lived(&before) };
		// Something later has brought the late fee further up to date already.
		let is_overtaken = late_fee::days_late(&before, terms.grace_days, lived) < before.late_days;
		let accrued = late_fee::accrue(&mut bill, &terms.late(), lived);
		let mut parts = Contributions::<T>::get(key);
		// All parts have to come in time, in whatever order they are booked.
		let last = parts.iter().map(|part| part.moment).fold(made.moment, Moment::max);
		let discount = Self::discount_for(available, &bill, Self::discount_at(&bill, &terms, last), purse.allocation);
		bill.discount = bill.discount.checked_add(discount).ok_or(ArithmeticError::Overflow)?;
		bill.principal.reduced = bill.principal.reduced.checked_add(discount).ok_or(ArithmeticError::Overflow)?;
		let share = allocate(available, &bill.principal, &bill.late, purse.allocation);
		let payment = purse.payment;
		bill.late.paid = bill.late.paid.checked_add(share.late).ok_or(ArithmeticError::Overflow)?;
		bill.principal.paid = bill.principal.paid.checked_add(share.principal).ok_or(ArithmeticError::Overflow)?;
		if share.total() > 0 {
			let part = Contribution {
				payment,
				payer: purse.payer.clone(),
				principal: share.principal,
				late: share.late,
				moment: made.moment,
				lived: made.lived,
			};
			// Before anything is written: a prepayment skips a bill that has no place for it.
			Self::add_part(key.unit, &mut parts, part, purse.kind, !bill.is_open())?;
		}

		// The events that explain ledger entries precede them.
		Self::announce_late_fee(key, accrued);
		if discount > 0 {
			Self::deposit_event(Event::DiscountGiven { bill: key, amount: discount });
		}
		Self::deposit_event(Event::BillPaid {
			payment,
			bill: key,
			principal: share.principal,
			late: share.late,
			settled: !bill.is_open(),
		});
		// The two entries must be consecutive: the statement stores only the first.
		let late_entry = purse.transfer(terms.pot, share.late, Cause::LateFee { bill: key, payment })?;
		let principal_entry = purse.transfer(terms.pot, share.principal, Cause::Bill { bill: key, payment })?;

		let used = share.total();
		let mut statement = Statement::<T>::open(key.unit, purse.now);
		statement.write(EntryKind::LateFee { bill: key }, accrued)?;
		statement.write(EntryKind::Discount { bill: key }, discount)?;
		if purse.kind == PaymentKind::Prepayment {
			statement.write(EntryKind::PrepaymentUsed { payment }, used)?;
		}
		if let Some(entry) = late_entry.or(principal_entry) {
			statement.write(EntryKind::Payment { payment, bill: key, late: share.late, entry }, used)?;
			bill.lines.end = statement.next_line();
		}
		statement.close();
		Self::store_parts(key, parts);
		Self::store_bill(key, &before, bill)?;
		if is_overtaken {
			Self::revise_bill(key)?;
		}
		Ok(used)
	}

	/// When the bank had the `amount` fen that the account is about to pay, if its receipts say so. The caller uses up
	/// what was paid ([`ValueDates::use_up`]).
	pub(crate) fn value_date(payer: &T::AccountId, amount: Fen) -> Option<Made> {
		if amount == 0 {
			return None;
		}
		T::ValueDates::value_date(payer, amount).and_then(Self::made_at)
	}

	/// A payment with this value date; `None` if that is not in the past.
	pub(crate) fn made_at(value: Moment) -> Option<Made> {
		(value < T::Clock::now()).then(|| Made { moment: value, lived: T::Clock::lived_at(value) })
	}

	/// Stores the payment and deposits its event.
	pub(crate) fn record_payment(id: PaymentId, payment: Payment<T::AccountId>) -> DispatchResult {
		NextPayment::<T>::put(id.checked_add(1).ok_or(ArithmeticError::Overflow)?);
		Self::deposit_event(Event::PaymentMade {
			payment: id,
			unit: payment.unit,
			payer: payment.payer.clone(),
			amount: payment.amount,
			prepaid: payment.prepaid,
			kind: payment.kind,
		});
		Self::note_unit_payment(id, &payment);
		Payments::<T>::insert(id, payment);
		Ok(())
	}

	/// The number of the next line of the unit's statement.
	pub(crate) fn next_line(unit: UnitId) -> u64 {
		StatementHeads::<T>::get(unit).entry_count
	}

	/// The unit's open bills without an open dispute, oldest due first, at most `max`.
	pub fn oldest_open(unit: UnitId, max: u32) -> Vec<BillKey> {
		let max = usize::try_from(max).unwrap_or(usize::MAX);
		OpenBills::<T>::iter_key_prefix(unit).take(max).map(|key| key.id()).collect()
	}

	/// Deposits [`Event::LateFeeCharged`] unless the amount is zero.
	pub(crate) fn announce_late_fee(bill: BillKey, amount: Fen) {
		if amount > 0 {
			Self::deposit_event(Event::LateFeeCharged { bill, amount });
		}
	}

	/// Stores a changed bill and updates its plan, the totals and the queue of open bills. All changes of issued bills
	/// go through here.
	pub(crate) fn store_bill(key: BillKey, before: &Bill<T::AccountId>, bill: Bill<T::AccountId>) -> DispatchResult {
		Self::touch_plan(before, &bill);
		Totals::<T>::try_mutate(|totals| totals.replace(before, &bill))?;
		let position = OpenKey::new(bill.due, key);
		let queued = |bill: &Bill<T::AccountId>| bill.is_open() && !bill.is_disputed();
		match (queued(before), queued(&bill)) {
			(true, false) => OpenBills::<T>::remove(key.unit, position),
			(false, true) => OpenBills::<T>::insert(key.unit, position, ()),
			_ => (),
		}
		Bills::<T>::insert(key.parts(), bill);
		Ok(())
	}
}
