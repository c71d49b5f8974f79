// SPDX-License-Identifier: Apache-2.0

//! Delivery receipts for the papers of a proposal (D30).

use crate::{pallet::*, types::*};
use frame_support::ensure;
use linli_primitives::OwnerId;
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_record_delivery(id: ProposalId, owner: OwnerId, acknowledged: bool) -> DispatchResult {
		let mut poll = Self::poll(id)?;
		let moment = Self::ensure_not_over(&poll)?;
		ensure!(!Deliveries::<T>::contains_key(id, owner), Error::<T>::AlreadyServed);
		let power = Self::voting_power(owner, &poll)?;
		if let Some(silent) = &mut poll.served_silent {
			if !Ballots::<T>::contains_key(id, owner) {
				*silent = silent.checked_add(power).ok_or(Error::<T>::Overflow)?;
				Polls::<T>::insert(id, poll);
			}
		}
		Deliveries::<T>::insert(id, owner, Delivery { acknowledged, power, moment });
		Self::deposit_event(Event::DeliveryRecorded { proposal: id, owner, acknowledged });
		Ok(())
	}
}
