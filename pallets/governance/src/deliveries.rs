// SPDX-License-Identifier: Apache-2.0

//! Delivery receipts for the papers of a proposal (D30). Where the silent follow the majority, a receipt makes a vote
//! of an owner's silence. So it is the owner's own, or that of two people, recorded before anybody can know the
//! majority.

use crate::{pallet::*, types::*, PollOf};
use frame_support::ensure;
use linli_primitives::{
	traits::{Clock, People},
	Moment, OwnerId, Power,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_record_delivery(id: ProposalId, owner: OwnerId, by: T::AccountId) -> DispatchResult {
		let poll = Self::poll(id)?;
		let moment = Self::ensure_not_open(&poll)?;
		ensure!(!Deliveries::<T>::contains_key(id, owner), Error::<T>::AlreadyServed);
		let power = Self::voting_power(owner, &poll)?;
		Deliveries::<T>::insert(id, owner, Delivery { receipt: Receipt::Recorded { by }, power, moment });
		Self::deposit_event(Event::DeliveryRecorded { proposal: id, owner, acknowledged: false });
		Ok(())
	}

	pub(crate) fn do_countersign_delivery(id: ProposalId, owner: OwnerId, witness: T::AccountId) -> DispatchResult {
		let mut poll = Self::poll(id)?;
		let moment = Self::ensure_not_open(&poll)?;
		let Delivery { receipt, power, .. } = Deliveries::<T>::get(id, owner).ok_or(Error::<T>::DeliveryNotFound)?;
		let Receipt::Recorded { by } = receipt else {
			return Err(Error::<T>::AlreadyServed.into());
		};
		ensure!(!T::People::same_person(&by, &witness), Error::<T>::OwnDelivery);
		Self::ensure_judges_others(id, owner, &witness)?;
		let receipt = Receipt::Witnessed { by, witness: witness.clone() };
		Deliveries::<T>::insert(id, owner, Delivery { receipt, power, moment });
		Self::count_served(id, owner, power, &mut poll)?;
		Self::deposit_event(Event::DeliveryCountersigned { proposal: id, owner, witness });
		Ok(())
	}

	pub(crate) fn do_acknowledge(id: ProposalId, owner: OwnerId) -> DispatchResult {
		let mut poll = Self::poll(id)?;
		let moment = Self::ensure_not_over(&poll)?;
		// One person's record is no receipt yet.
		let counts = Deliveries::<T>::get(id, owner).is_some_and(|delivery| delivery.counts());
		ensure!(!counts, Error::<T>::AlreadyServed);
		let power = Self::voting_power(owner, &poll)?;
		Deliveries::<T>::insert(id, owner, Delivery { receipt: Receipt::Acknowledged, power, moment });
		Self::count_served(id, owner, power, &mut poll)?;
		Self::deposit_event(Event::DeliveryRecorded { proposal: id, owner, acknowledged: true });
		Ok(())
	}

	/// Counts an owner who was just served as silent, unless there is a ballot.
	fn count_served(id: ProposalId, owner: OwnerId, power: Power, poll: &mut PollOf<T>) -> DispatchResult {
		if let Some(silent) = &mut poll.served_silent {
			if !Ballots::<T>::contains_key(id, owner) {
				*silent = silent.checked_add(power).ok_or(Error::<T>::Overflow)?;
				Polls::<T>::insert(id, &*poll);
			}
		}
		Ok(())
	}

	/// The power with which the owner counts as served.
	pub(crate) fn served_power(id: ProposalId, owner: OwnerId) -> Power {
		let delivery = Deliveries::<T>::get(id, owner).filter(Delivery::counts);
		delivery.map_or(Power::ZERO, |delivery| delivery.power)
	}

	/// Ensures that voting has not begun. Returns the time of the clock.
	///
	/// ## Errors
	/// [`Error::DeliveryOver`].
	fn ensure_not_open(poll: &PollOf<T>) -> Result<Moment, DispatchError> {
		ensure!(T::Clock::lived() < poll.opens, Error::<T>::DeliveryOver);
		Ok(T::Clock::now())
	}
}
