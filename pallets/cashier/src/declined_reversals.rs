// SPDX-License-Identifier: Apache-2.0

//! Reversals that were declined or lapsed. For [`Config::OutcomeTime`] their proposer proposes none of the same
//! receipt, and of a unit's money none of any receipt: one that is frozen in part holds all that is kept for the owner,
//! and one cashier alone could hold it for ever, receipt by receipt, if the auditor is silent.

use crate::{BankEntry, Config, DeclinedReversals, DeclinedUnitReversals, Pallet, MAX_DECLINED};
use frame_support::{traits::Get, weights::Weight};
use linli_primitives::{
	traits::{Clock, People},
	ContentHash, Moment,
};

/// What is read to tell whether two accounts are one person: the owner of each.
const READS_PER_PERSON: u64 = 2;

impl<T: Config> Pallet<T> {
	/// Whether a reversal by the same person was declined lately.
	pub(crate) fn was_declined(reference: ContentHash, bank: &BankEntry<T::AccountId>, by: &T::AccountId) -> bool {
		let is_theirs =
			|(who, since): &(T::AccountId, Moment)| T::People::same_person(who, by) && !Self::is_overdue(*since);
		DeclinedReversals::<T>::get(reference).as_ref().is_some_and(is_theirs)
			|| Self::units_account(bank)
				.is_some_and(|account| DeclinedUnitReversals::<T>::get(account).iter().any(is_theirs))
	}

	/// Notes that a reversal was declined or lapsed.
	pub(crate) fn note_declined(reference: ContentHash, bank: &BankEntry<T::AccountId>, proposer: T::AccountId) {
		let now = T::Clock::lived();
		DeclinedReversals::<T>::insert(reference, (proposer.clone(), now));
		if let Some(account) = Self::units_account(bank) {
			DeclinedUnitReversals::<T>::mutate(account, |declined| {
				declined.retain(|(who, since)| !T::People::same_person(who, &proposer) && !Self::is_overdue(*since));
				if declined.is_full() {
					declined.remove(0);
				}
				// A place is free.
				let _ = declined.try_push((proposer, now));
			});
		}
	}

	/// The weight of what the proposal or the end of a reversal of a unit's money does besides: whether it is a unit's,
	/// the notes of all proposers and whether each is the same person, and the count of those not frozen whole. A note
	/// of the receipt itself has a proposer, too.
	pub(crate) fn units_declined_weight() -> Weight {
		let people = u64::from(MAX_DECLINED).saturating_add(1);
		T::DbWeight::get().reads_writes(people.saturating_mul(READS_PER_PERSON).saturating_add(3), 2)
	}
}
