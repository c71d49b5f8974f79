// SPDX-License-Identifier: Apache-2.0

//! The implementation of [`crate::api::FundApi`].

use crate::{Config, Entries, Entry, FundTotals, Pallet, PendingFees, Pot, Pots};
use alloc::vec::Vec;
use linli_primitives::{search::partition_point, EntryId, Moment, PotId};

/// The maximum number of entries in a page of a ledger.
pub const MAX_PAGE: u32 = 100;

impl<T: Config> Pallet<T> {
	/// See [`crate::api::FundApi::pots`].
	pub fn pots() -> Vec<(PotId, Pot)> {
		let mut pots: Vec<_> = Pots::<T>::iter().collect();
		pots.sort_by_key(|(id, _)| *id);
		pots
	}

	/// See [`crate::api::FundApi::pot`].
	pub fn pot(pot: PotId) -> Option<Pot> {
		Pots::<T>::get(pot)
	}

	/// See [`crate::api::FundApi::entries`].
	pub fn entries(pot: PotId, from: EntryId, count: u32) -> Vec<(EntryId, Entry<T::AccountId>)> {
		let end = from.saturating_add(count.min(MAX_PAGE).into());
		(from..end).map_while(|id| Entries::<T>::get(pot, id).map(|entry| (id, entry))).collect()
	}

	/// See [`crate::api::FundApi::entry_since`].
	pub fn entry_since(pot: PotId, moment: Moment) -> EntryId {
		let count = Pots::<T>::get(pot).map_or(0, |pot| pot.entry_count);
		partition_point(count, |id| Entries::<T>::get(pot, id).is_some_and(|entry| entry.moment < moment))
	}

	/// See [`crate::api::FundApi::totals`].
	pub fn totals() -> FundTotals {
		let in_pots = Pots::<T>::iter_values().fold(0u128, |sum, pot| sum.saturating_add(pot.balance));
		FundTotals { in_pots, pending_fees: PendingFees::<T>::get() }
	}
}
