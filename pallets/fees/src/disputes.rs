// SPDX-License-Identifier: Apache-2.0

//! Disputed bills (D16): no late fee accrues until the ruling.

use crate::{
	late_fee,
	statements::Statement,
	types::{Dispute, EntryKind, OpenKey, Ruled, Ruling},
	Bills, Charges, Config, Error, Event, OpenDisputes, Pallet,
};
use frame_support::ensure;
use linli_primitives::{
	traits::{Clock, FundLedger, OwnersRegister},
	BillKey, Cause, ContentHash, Fen,
};
use sp_runtime::{ArithmeticError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// See [`Pallet::dispute`].
	pub(crate) fn do_dispute(by: T::AccountId, key: BillKey, reason: ContentHash) -> DispatchResult {
		ensure!(T::Register::is_owner(&by, key.unit), Error::<T>::NotOwner);
		let before = Bills::<T>::get(key.parts()).ok_or(Error::<T>::BillNotFound)?;
		ensure!(before.is_open(), Error::<T>::BillNotOpen);
		ensure!(before.dispute.is_none(), Error::<T>::AlreadyDisputed);
		let terms = Charges::<T>::get(key.charge).ok_or(Error::<T>::ChargeNotFound)?.terms;
		let now = T::Clock::now();
		let mut bill = before.clone();
		let accrued = late_fee::accrue(&mut bill, &terms.late(), now);
		bill.dispute = Some(Dispute { by: by.clone(), reason, opened: now, ruled: None });
		let mut statement = Statement::<T>::open(key.unit, now);
		statement.write(EntryKind::LateFee { bill: key }, accrued)?;
		statement.close();
		OpenDisputes::<T>::insert(key.unit, OpenKey::new(bill.due, key), ());
		Self::store_bill(key, &before, bill)?;
		Self::announce_late_fee(key, accrued);
		Self::deposit_event(Event::BillDisputed { bill: key, by, reason });
		Ok(())
	}

	/// See [`Pallet::rule_dispute`].
	pub(crate) fn do_rule_dispute(key: BillKey, ruling: Ruling) -> DispatchResult {
		let before = Bills::<T>::get(key.parts()).ok_or(Error::<T>::BillNotFound)?;
		let terms = Charges::<T>::get(key.charge).ok_or(Error::<T>::ChargeNotFound)?.terms;
		let now = T::Clock::now();
		let mut bill = before.clone();
		let Some(dispute) = bill.dispute.as_mut().filter(|dispute| dispute.ruled.is_none()) else {
			return Err(Error::<T>::NotDisputed.into());
		};
		dispute.ruled = Some(Ruled { ruling, at: now });
		bill.stopped = now.saturating_sub(dispute.opened);

		let mut off: Fen = 0;
		let mut refund: Fen = 0;
		if let Ruling::Reduced { to } = ruling {
			let principal = &mut bill.principal;
			ensure!(to < principal.charged, Error::<T>::RulingTooHigh);
			// Amounts already waived stay waived.
			let standing = to.max(principal.waived);
			principal.reduced = principal.charged.checked_sub(standing).ok_or(ArithmeticError::Underflow)?;
			let late_off = late_fee::reduce(&mut bill, &terms.late());
			off = bill.principal.reduced.checked_add(late_off).ok_or(ArithmeticError::Overflow)?;
			for debt in [&mut bill.principal, &mut bill.late] {
				let over = debt.paid.saturating_sub(debt.payable());
				debt.paid = debt.paid.saturating_sub(over);
				refund = refund.checked_add(over).ok_or(ArithmeticError::Overflow)?;
			}
		}
		// The event that explains the ledger entry precedes it.
		Self::deposit_event(Event::DisputeRuled { bill: key, ruling, off, refund });
		let mut statement = Statement::<T>::open(key.unit, now);
		// Record the refund first; otherwise the reduction could exceed the amount owed.
		if refund > 0 {
			let to = bill.payer.as_ref().ok_or(Error::<T>::BillNotFound)?;
			let entry = T::Ledger::withdraw(terms.pot, to, refund, Cause::Refund { bill: key })?;
			statement.write(EntryKind::Refund { bill: key, entry }, refund)?;
			bill.lines.end = statement.next_line();
		}
		statement.write(EntryKind::Reduction { bill: key }, off)?;
		statement.close();
		OpenDisputes::<T>::remove(key.unit, OpenKey::new(bill.due, key));
		Self::store_bill(key, &before, bill)
	}
}
