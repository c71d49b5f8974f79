// SPDX-License-Identifier: Apache-2.0

//! Waivers (D16): the manager proposes one with a reason, and another account approves it.

use crate::{
	corrections::Correction,
	late_fee,
	types::{EntryKind, Waiver},
	Bills, Charges, Config, Error, Event, Pallet, Waivers,
};
use frame_support::ensure;
use linli_primitives::{
	traits::{Clock, People},
	BillKey, ContentHash, Fen,
};
use sp_runtime::{ArithmeticError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// See [`Pallet::propose_waiver`].
	pub(crate) fn do_propose_waiver(
		proposer: T::AccountId,
		key: BillKey,
		principal: Fen,
		late: Fen,
		reason: ContentHash,
	) -> DispatchResult {
		ensure!(principal > 0 || late > 0, Error::<T>::InvalidWaiver);
		ensure!(!Waivers::<T>::contains_key(key), Error::<T>::WaiverAlreadyProposed);
		let bill = Bills::<T>::get(key.parts()).ok_or(Error::<T>::BillNotFound)?;
		ensure!(bill.is_open(), Error::<T>::BillNotOpen);
		let terms = Charges::<T>::get(key.charge).ok_or(Error::<T>::ChargeNotFound)?.terms;
		let now = T::Clock::now();
		let late_owed = bill.late.owed().saturating_add(late_fee::unsettled(&bill, &terms.late(), Self::lived(&bill)));
		ensure!(principal <= bill.principal.owed() && late <= late_owed, Error::<T>::WaiverTooLarge);
		let waiver = Waiver { proposer: proposer.clone(), principal, late, reason, proposed: now };
		Waivers::<T>::insert(key, waiver);
		Self::deposit_event(Event::WaiverProposed { bill: key, proposer, principal, late, reason });
		Ok(())
	}

	/// See [`Pallet::approve_waiver`]. If part of the bill has been paid meanwhile, only the rest is waived.
	pub(crate) fn do_approve_waiver(approver: T::AccountId, key: BillKey, principal: Fen, late: Fen) -> DispatchResult {
		let waiver = Waivers::<T>::get(key).ok_or(Error::<T>::WaiverNotFound)?;
		// It may have been withdrawn and replaced since the approver looked.
		ensure!((waiver.principal, waiver.late) == (principal, late), Error::<T>::WaiverMismatch);
		ensure!(!T::People::same_person(&waiver.proposer, &approver), Error::<T>::OwnWaiver);
		let before = Bills::<T>::get(key.parts()).ok_or(Error::<T>::BillNotFound)?;
		ensure!(!Self::is_party(&approver, key, &before), Error::<T>::OwnMatter);
		let terms = Charges::<T>::get(key.charge).ok_or(Error::<T>::ChargeNotFound)?.terms;
		let mut bill = before.clone();
		let accrued = late_fee::accrue(&mut bill, &terms.late(), Self::lived(&before));
		let principal = waiver.principal.min(bill.principal.owed());
		let late = waiver.late.min(bill.late.owed());
		let amount = principal.checked_add(late).ok_or(ArithmeticError::Overflow)?;
		ensure!(amount > 0, Error::<T>::BillNotOpen);
		bill.principal.waived = bill.principal.waived.checked_add(principal).ok_or(ArithmeticError::Overflow)?;
		bill.late.waived = bill.late.waived.checked_add(late).ok_or(ArithmeticError::Overflow)?;
		Waivers::<T>::remove(key);
		let reduction = EntryKind::Reduction { bill: key };
		let before = &before;
		Self::correct(Correction { key, terms: &terms, before, bill, accrued, waived: amount, reduction })?;
		Self::deposit_event(Event::WaiverApproved { bill: key, approver, principal, late });
		Ok(())
	}

	/// See [`Pallet::withdraw_waiver`].
	pub(crate) fn do_withdraw_waiver(by: T::AccountId, key: BillKey) -> DispatchResult {
		let waiver = Waivers::<T>::get(key).ok_or(Error::<T>::WaiverNotFound)?;
		if !T::People::same_person(&waiver.proposer, &by) {
			Self::ensure_no_party(&by, key)?;
		}
		Waivers::<T>::remove(key);
		Self::deposit_event(Event::WaiverWithdrawn { bill: key, by });
		Ok(())
	}

	/// See [`Pallet::reject_waiver`].
	pub(crate) fn do_reject_waiver(by: T::AccountId, key: BillKey) -> DispatchResult {
		ensure!(Waivers::<T>::contains_key(key), Error::<T>::WaiverNotFound);
		Self::ensure_no_party(&by, key)?;
		Waivers::<T>::remove(key);
		Self::deposit_event(Event::WaiverRejected { bill: key, by });
		Ok(())
	}

	/// Fails if the account has an interest in the bill: nobody decides for or against in a matter of their own.
	fn ensure_no_party(account: &T::AccountId, key: BillKey) -> DispatchResult {
		let bill = Bills::<T>::get(key.parts()).ok_or(Error::<T>::BillNotFound)?;
		ensure!(!Self::is_party(account, key, &bill), Error::<T>::OwnMatter);
		Ok(())
	}
}
