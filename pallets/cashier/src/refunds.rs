// SPDX-License-Identifier: Apache-2.0

//! Receipts for pots whose cause another pallet names: refunds of what the pot had paid (D48).

use crate::{bank_entries::Change, BankEntries, BankEntry, BankEntryKind, Config, Error, Event, Pallet, Party};
use frame_support::{ensure, storage::with_storage_layer};
use linli_primitives::{
	traits::{BankReceipts, FundLedger},
	Cause, ContentHash, EntryId, Fen, PotId,
};
use sp_runtime::DispatchError;

impl<T: Config> BankReceipts<T::AccountId> for Pallet<T> {
	fn receive_for_pot(
		cashier: &T::AccountId,
		pot: PotId,
		amount: Fen,
		reference: &[u8],
		cause: Cause,
	) -> Result<(EntryId, ContentHash), DispatchError> {
		with_storage_layer(|| {
			ensure!(amount > 0, Error::<T>::InvalidAmount);
			let hash = Self::unused(reference)?;
			let (party, cashier) = (Party::Pot(pot), Some(cashier.clone()));
			let event = Event::Received { reference: hash, party: party.clone(), amount, cashier: cashier.clone() };
			Self::deposit_event(event);
			let entry = T::Ledger::issue(pot, amount, cause)?;
			let moment = Self::count(Change::Received, amount)?;
			let bank = BankEntry {
				kind: BankEntryKind::In,
				party,
				entry: Some(entry),
				cause: Some(cause),
				returns: None,
				amount,
				moment,
				cashier,
				corrected: 0,
				corrections: 0,
			};
			BankEntries::<T>::insert(hash, bank);
			Ok((entry, hash))
		})
	}
}
