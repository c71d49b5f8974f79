// SPDX-License-Identifier: Apache-2.0

//! Receipts for pots whose cause another pallet names: refunds of what the pot had paid (D48).

use crate::{Config, Error, Pallet, Party};
use frame_support::storage::with_storage_layer;
use linli_primitives::{
	traits::{BankReceipts, Clock},
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
			let (entry, key) = Self::do_receive(
				Some(cashier.clone()),
				0,
				Party::Pot(pot),
				amount,
				reference,
				T::Clock::now(),
				Some(cause),
			)?;
			// The money of a pot always has an entry.
			Ok((entry.ok_or(Error::<T>::BankEntryNotFound)?, key))
		})
	}
}
