// SPDX-License-Identifier: Apache-2.0

//! Payouts: requested by an account, paid by a cashier; and payments out of pots.

use crate::{
	bank_entries::Change, BankEntries, BankEntry, BankEntryKind, BankEntryState, Config, Error, Event, HoldReason,
	NextPayout, OpenPayouts, Pallet, Party, Payout, PayoutId, Payouts,
};
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::{
		fungible::hold::Mutate,
		tokens::{Fortitude, Precision},
	},
};
use linli_primitives::{
	traits::{BankPayments, Clock},
	Cause, Commitment, ContentHash, EntryId, Fen, PotId,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_request_payout(
		requester: T::AccountId,
		amount: Fen,
		destination: Commitment,
	) -> Result<PayoutId, DispatchError> {
		ensure!(amount > 0, Error::<T>::InvalidAmount);
		let id = NextPayout::<T>::get();
		NextPayout::<T>::put(id.checked_add(1).ok_or(Error::<T>::AmountTooLarge)?);
		OpenPayouts::<T>::try_mutate(&requester, |open| open.try_push(id)).map_err(|_| Error::<T>::TooManyPayouts)?;
		T::Currency::hold(&HoldReason::Payout.into(), &requester, amount)?;
		let requested = T::Clock::now();
		Payouts::<T>::insert(id, Payout { requester: requester.clone(), amount, destination, requested });
		Self::deposit_event(Event::PayoutRequested { payout: id, requester, amount, destination });
		Ok(id)
	}

	pub(crate) fn do_cancel_payout(who: T::AccountId, id: PayoutId) -> DispatchResult {
		let payout = Payouts::<T>::get(id).ok_or(Error::<T>::PayoutNotFound)?;
		ensure!(payout.requester == who, Error::<T>::NotRequester);
		Self::close(id, &payout);
		Self::give_back(&payout)?;
		Self::deposit_event(Event::PayoutCancelled { payout: id });
		Ok(())
	}

	pub(crate) fn do_refuse_payout(cashier: T::AccountId, id: PayoutId, reason: ContentHash) -> DispatchResult {
		let payout = Payouts::<T>::get(id).ok_or(Error::<T>::PayoutNotFound)?;
		Self::close(id, &payout);
		Self::give_back(&payout)?;
		Self::deposit_event(Event::PayoutRefused { payout: id, reason, cashier });
		Ok(())
	}

	pub(crate) fn do_pay_out(cashier: T::AccountId, id: PayoutId, reference: &[u8]) -> DispatchResult {
		let payout = Payouts::<T>::get(id).ok_or(Error::<T>::PayoutNotFound)?;
		ensure!(payout.requester != cashier, Error::<T>::OwnPayout);
		let hash = Self::unused(reference)?;
		Self::close(id, &payout);
		let Payout { requester, amount, .. } = payout;
		T::Currency::burn_held(
			&HoldReason::Payout.into(),
			&requester,
			amount,
			Precision::Exact,
			// The bank has paid it already, so a later freeze must not get in the way.
			Fortitude::Force,
		)?;
		Self::book_payment(hash, Party::Account(requester.clone()), None, amount, cashier.clone())?;
		Self::deposit_event(Event::PaidOut { payout: id, reference: hash, requester, amount, cashier });
		Ok(())
	}

	/// Books a payment by the bank.
	fn book_payment(
		reference: ContentHash,
		party: Party<T::AccountId>,
		entry: Option<EntryId>,
		amount: Fen,
		cashier: T::AccountId,
	) -> DispatchResult {
		let moment = Self::count(Change::PaidOut, amount)?;
		let (kind, cashier, state) = (BankEntryKind::Out, Some(cashier), BankEntryState::Valid);
		BankEntries::<T>::insert(reference, BankEntry { kind, party, entry, amount, moment, cashier, state });
		Ok(())
	}

	/// Removes the request from storage.
	fn close(id: PayoutId, payout: &Payout<T::AccountId>) {
		Payouts::<T>::remove(id);
		OpenPayouts::<T>::mutate_exists(&payout.requester, |slot| {
			if let Some(open) = slot {
				open.retain(|other| *other != id);
				if open.is_empty() {
					*slot = None;
				}
			}
		});
	}

	/// Releases the request's hold.
	fn give_back(payout: &Payout<T::AccountId>) -> DispatchResult {
		T::Currency::release(&HoldReason::Payout.into(), &payout.requester, payout.amount, Precision::Exact)?;
		Ok(())
	}
}

impl<T: Config> BankPayments<T::AccountId> for Pallet<T> {
	fn pay_from_pot(
		cashier: &T::AccountId,
		pot: PotId,
		amount: Fen,
		reference: &[u8],
		cause: Cause,
	) -> Result<(EntryId, ContentHash), DispatchError> {
		with_storage_layer(|| {
			let hash = Self::unused(reference)?;
			Self::deposit_event(Event::PaidFromPot { reference: hash, pot, amount, cause, cashier: cashier.clone() });
			let entry = Self::burn_from_pot(pot, amount, cause)?;
			Self::book_payment(hash, Party::Pot(pot), Some(entry), amount, cashier.clone())?;
			Ok((entry, hash))
		})
	}
}
