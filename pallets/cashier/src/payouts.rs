// SPDX-License-Identifier: Apache-2.0

//! Payout requests: made by an account, and cancelled or refused until a cashier orders them.

use crate::{Config, Error, Event, HoldReason, NextPayout, OpenPayouts, Pallet, Payout, PayoutId, Payouts};
use frame_support::{
	ensure,
	traits::{fungible::hold::Mutate, tokens::Precision},
};
use linli_primitives::{traits::Clock, Commitment, ContentHash, Fen};
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
		let payout =
			Payout { requester: requester.clone(), amount, destination, requested: T::Clock::now(), order: None };
		Payouts::<T>::insert(id, payout);
		Self::deposit_event(Event::PayoutRequested { payout: id, requester, amount, destination });
		Ok(id)
	}

	pub(crate) fn do_cancel_payout(who: T::AccountId, id: PayoutId) -> DispatchResult {
		let payout = Payouts::<T>::get(id).ok_or(Error::<T>::PayoutNotFound)?;
		ensure!(payout.requester == who, Error::<T>::NotRequester);
		Self::take_back(id, &payout)?;
		Self::deposit_event(Event::PayoutCancelled { payout: id });
		Ok(())
	}

	pub(crate) fn do_refuse_payout(cashier: T::AccountId, id: PayoutId, reason: ContentHash) -> DispatchResult {
		let payout = Payouts::<T>::get(id).ok_or(Error::<T>::PayoutNotFound)?;
		Self::take_back(id, &payout)?;
		Self::deposit_event(Event::PayoutRefused { payout: id, reason, cashier });
		Ok(())
	}

	/// Closes a request that the bank is not executing.
	fn take_back(id: PayoutId, payout: &Payout<T::AccountId>) -> DispatchResult {
		ensure!(payout.order.is_none(), Error::<T>::PayoutInProgress);
		Self::close(id, payout);
		Self::give_back(payout)
	}

	/// Removes the request from storage.
	pub(crate) fn close(id: PayoutId, payout: &Payout<T::AccountId>) {
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
	pub(crate) fn give_back(payout: &Payout<T::AccountId>) -> DispatchResult {
		T::Currency::release(&HoldReason::Payout.into(), &payout.requester, payout.amount, Precision::Exact)?;
		Ok(())
	}
}
