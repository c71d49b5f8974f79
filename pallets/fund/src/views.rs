// SPDX-License-Identifier: Apache-2.0

//! Queries of the runtime API.

use crate::{Config, Entries, Entry, FundTotals, Pallet, PendingFees, Pot, Pots};
use alloc::vec::Vec;
use linli_primitives::{EntryId, Moment, PotId};

/// The maximum number of entries in a page of a ledger.
pub const MAX_PAGE: u32 = 100;

impl<T: Config> Pallet<T> {
	/// All pots by id, at most `MaxPots`.
	pub fn pots() -> Vec<(PotId, Pot)> {
		let mut pots: Vec<_> = Pots::<T>::iter().collect();
		pots.sort_by_key(|(id, _)| *id);
		pots
	}

	/// A pot.
	pub fn pot(pot: PotId) -> Option<Pot> {
		Pots::<T>::get(pot)
	}

	/// A page of up to `count` entries of a pot's ledger, at most [`MAX_PAGE`], starting with entry `from`.
	pub fn entries(pot: PotId, from: EntryId, count: u32) -> Vec<(EntryId, Entry<T::AccountId>)> {
		let end = from.saturating_add(count.min(MAX_PAGE).into());
		(from..end).map_while(|id| Entries::<T>::get(pot, id).map(|entry| (id, entry))).collect()
	}

	/// The pot's first entry written at or after `moment`; the number of entries if there is none. Moments never
	/// decrease, so a binary search finds it.
	pub fn entry_since(pot: PotId, moment: Moment) -> EntryId {
		let (mut low, mut high) = (0, Pots::<T>::get(pot).map_or(0, |pot| pot.entry_count));
		while low < high {
			let middle = low.midpoint(high);
			match Entries::<T>::get(pot, middle) {
				Some(entry) if entry.moment < moment => low = middle.saturating_add(1),
				_ => high = middle,
			}
		}
		low
	}

	/// Totals over all pots.
	pub fn totals() -> FundTotals {
		let in_pots = Pots::<T>::iter_values().fold(0u128, |sum, pot| sum.saturating_add(pot.balance));
		FundTotals { in_pots, pending_fees: PendingFees::<T>::get() }
	}
}
