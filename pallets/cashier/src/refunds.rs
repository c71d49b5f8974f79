// SPDX-License-Identifier: Apache-2.0

//! Receipts for pots whose cause another pallet names: refunds of what the pot had paid (D48).

use crate::{Config, Error, Pallet, Party};
use frame_support::storage::with_storage_layer;
use linli_primitives::{traits::BankReceipts, BankId, Cause, ContentHash, EntryId, Fen, Moment, PotId};
use sp_runtime::DispatchError;

impl<T: Config> BankReceipts<T::AccountId> for Pallet<T> {
	fn receive_for_pot(
		cashier: &T::AccountId,
		bank: BankId,
		pot: PotId,
		amount: Fen,
		reference: &[u8],
		value: Option<Moment>,
		cause: Cause,
	) -> Result<(EntryId, ContentHash), DispatchError> {
		with_storage_layer(|| {
			let (cashier, value) = (Some(cashier.clone()), Self::value_or_now(value));
			let (entry, key) = Self::do_receive(cashier, bank, Party::Pot(pot), amount, reference, value, Some(cause))?;
			// The money of a pot always has an entry.
			Ok((entry.ok_or(Error::<T>::BankEntryNotFound)?, key))
		})
	}
}
