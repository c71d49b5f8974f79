// SPDX-License-Identifier: Apache-2.0

//! Reversals that were declined, lapsed or withdrawn. For [`Config::OutcomeTime`] their proposer proposes none of the
//! same receipt, and of a unit's money none of any receipt: one that is frozen in part holds all that is kept for the
//! owner, and one cashier alone could hold it for ever, receipt by receipt, if the auditor is silent. For the same
//! reason the proposer of one that was withdrawn waits as long as it was there: after a slip, for minutes.

use crate::{BankEntry, Config, DeclinedReversals, DeclinedUnitReversals, Pallet, MAX_DECLINED};
use frame_support::{traits::Get, weights::Weight};
use linli_primitives::{
	traits::{Clock, People},
	ContentHash, Moment,
};

/// What is read to tell whether two accounts are one person: the owner of each.
const READS_PER_PERSON: u64 = 2;

impl<T: Config> Pallet<T> {
	/// Whether the same person has to wait after an earlier reversal.
	pub(crate) fn was_declined(reference: ContentHash, bank: &BankEntry<T::AccountId>, by: &T::AccountId) -> bool {
		let now = T::Clock::lived();
		let is_theirs = |(who, until): &(T::AccountId, Moment)| *until > now && T::People::same_person(who, by);
		DeclinedReversals::<T>::get(reference).as_ref().is_some_and(is_theirs)
			|| Self::units_account(bank)
				.is_some_and(|account| DeclinedUnitReversals::<T>::get(account).iter().any(is_theirs))
	}

	/// Notes that a reversal was declined, lapsed or was withdrawn: for the time `wait`, in ms, its proposer proposes
	/// none.
	pub(crate) fn note_declined(
		reference: ContentHash,
		bank: &BankEntry<T::AccountId>,
		proposer: T::AccountId,
		wait: Moment,
	) {
		if wait == 0 {
			return;
		}
		let now = T::Clock::lived();
		let until = now.saturating_add(wait);
		DeclinedReversals::<T>::insert(reference, (proposer.clone(), until));
		if let Some(account) = Self::units_account(bank) {
			DeclinedUnitReversals::<T>::mutate(account, |declined| {
				// A withdrawal shortens no wait after another receipt's.
				let mut longest = until;
				declined.retain(|(who, end)| {
					let is_theirs = T::People::same_person(who, &proposer);
					if is_theirs {
						longest = longest.max(*end);
					}
					!is_theirs && *end > now
				});
				if declined.is_full() {
					declined.remove(0);
				}
				// A place is free.
				let _ = declined.try_push((proposer, longest));
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
