// SPDX-License-Identifier: Apache-2.0

//! What clients ask for; the runtime API answers with these.

use crate::{Config, Entries, Entry, FundTotals, Pallet, PendingFees, Pot, Pots};
use alloc::vec::Vec;
use linli_primitives::{EntryId, Moment, PotId};

/// How many entries a page of a ledger has at most.
pub const MAX_PAGE: u32 = 100;

impl<T: Config> Pallet<T> {
	/// All pots in the order of their ids; never more than `MaxPots`.
	pub fn pots() -> Vec<(PotId, Pot)> {
		let mut pots: Vec<_> = Pots::<T>::iter().collect();
		pots.sort_by_key(|(id, _)| *id);
		pots
	}

	/// One pot.
	pub fn pot(pot: PotId) -> Option<Pot> {
		Pots::<T>::get(pot)
	}

	/// At most `count` entries of a pot's ledger, and never more than [`MAX_PAGE`], from entry `from` on.
	pub fn entries(pot: PotId, from: EntryId, count: u32) -> Vec<(EntryId, Entry<T::AccountId>)> {
		let end = from.saturating_add(count.min(MAX_PAGE).into());
		(from..end).map_while(|id| Entries::<T>::get(pot, id).map(|entry| (id, entry))).collect()
	}

	/// The pot's first entry that was not written before `moment`; past the last one, how many there are. Times only
	/// grow, so halving finds it in as many steps as the number of entries has binary digits.
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

	/// All pots together.
	pub fn totals() -> FundTotals {
		let in_pots = Pots::<T>::iter_values().fold(0u128, |sum, pot| sum.saturating_add(pot.balance));
		FundTotals { in_pots, pending_fees: PendingFees::<T>::get() }
	}
}
