// SPDX-License-Identifier: Apache-2.0

//! The journal of each bank account: its bank entries and their corrections, in the order in which they were booked.

use crate::{BankEntries, BankEntry, Config, Journal, JournalLength, Pallet, MAX_PAGE};
use alloc::vec::Vec;
use linli_primitives::{BankId, ContentHash};

impl<T: Config> Pallet<T> {
	/// Appends the entry with this key: once when it is booked, and once more with each of its corrections, which are
	/// booked at account 0 after the closing of its own.
	pub(crate) fn write_journal(bank: BankId, key: ContentHash) {
		let number = JournalLength::<T>::get(bank);
		Journal::<T>::insert(bank, number, key);
		JournalLength::<T>::insert(bank, number.saturating_add(1));
	}

	/// See [`crate::api::CashierApi::journal`].
	pub fn journal(bank: BankId, from: u64, limit: u32) -> Vec<(u64, ContentHash, BankEntry<T::AccountId>)> {
		let end = from.saturating_add(limit.min(MAX_PAGE).into()).min(JournalLength::<T>::get(bank));
		(from..end)
			.filter_map(|number| {
				let key = Journal::<T>::get(bank, number)?;
				Some((number, key, BankEntries::<T>::get(key)?))
			})
			.collect()
	}
}
