// SPDX-License-Identifier: Apache-2.0

//! Payouts of money that is kept for an owner without an account: proposed by the manager, approved by an auditor who
//! has seen the owner's request on paper. Then it is an ordinary payout request, which a cashier orders or refuses.

use crate::{Config, Error, Event, Pallet, UnitPayout, UnitPayouts};
use frame_support::{ensure, traits::EnsureOrigin};
use frame_system::ensure_signed;
use linli_primitives::{
	traits::{Clock, People, UnitClaims, UnitReceipts},
	Commitment, Fen,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_propose_unit_payout(
		proposer: T::AccountId,
		account: T::AccountId,
		amount: Fen,
		destination: Commitment,
	) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::InvalidAmount);
		ensure!(T::Units::is_unit_account(&account), Error::<T>::NotUnitAccount);
		ensure!(!UnitPayouts::<T>::contains_key(&account), Error::<T>::UnitPayoutAlreadyProposed);
		ensure!(!Self::is_related(&account, &proposer), Error::<T>::OwnPayout);
		let (moment, since) = (T::Clock::now(), T::Clock::lived());
		let payout = UnitPayout { amount, destination, proposer: proposer.clone(), moment, since };
		UnitPayouts::<T>::insert(&account, payout);
		Self::deposit_event(Event::UnitPayoutProposed { account, amount, destination, proposer });
		Ok(())
	}

	/// Approves what the auditor read, and requests the payout in the owner's name: out of what is prepaid, too, as far
	/// as it exceeds what is free. Otherwise nothing could free it once no bills follow.
	pub(crate) fn do_approve_unit_payout(
		approver: T::AccountId,
		account: T::AccountId,
		amount: Fen,
		destination: Commitment,
	) -> DispatchResult {
		let payout = UnitPayouts::<T>::get(&account).ok_or(Error::<T>::UnitPayoutNotFound)?;
		ensure!((payout.amount, payout.destination) == (amount, destination), Error::<T>::TermsMismatch);
		ensure!(!T::People::same_person(&payout.proposer, &approver), Error::<T>::OwnProposal);
		ensure!(!Self::is_related(&account, &approver), Error::<T>::IsRelated);
		ensure!(!<Self as UnitClaims<T::AccountId>>::is_held(&account), Error::<T>::UnitMoneyHeld);
		UnitPayouts::<T>::remove(&account);
		Self::deposit_event(Event::UnitPayoutApproved { account: account.clone(), approver });
		Self::free_up(&account, amount)?;
		Self::do_request_payout(account, amount, destination).map(|_| ())
	}

	/// The caller who declines such a payout, and whether they may do so only once it has lapsed: auditors and managers
	/// may at any time, anyone else after that.
	pub(crate) fn ensure_unit_payout_decliner(origin: T::RuntimeOrigin) -> Result<(T::AccountId, bool), DispatchError> {
		let origin = match T::AuditorOrigin::try_origin(origin) {
			Ok(auditor) => return Ok((auditor, false)),
			Err(origin) => origin,
		};
		match T::ManagerOrigin::try_origin(origin) {
			Ok(manager) => Ok((manager, false)),
			Err(origin) => Ok((ensure_signed(origin)?, true)),
		}
	}

	pub(crate) fn do_decline_unit_payout(by: T::AccountId, account: T::AccountId, is_late: bool) -> DispatchResult {
		let payout = UnitPayouts::<T>::get(&account).ok_or(Error::<T>::UnitPayoutNotFound)?;
		ensure!(!is_late || Self::is_overdue(payout.since), Error::<T>::NotOverdue);
		UnitPayouts::<T>::remove(&account);
		Self::deposit_event(Event::UnitPayoutDeclined { account, by });
		Ok(())
	}
}
