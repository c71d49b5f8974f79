// SPDX-License-Identifier: Apache-2.0

//! Transaction fees go to a pot instead of being burnt (D3), with one ledger entry per block.

use crate::{Config, Direction, Pallet, PendingFees};
use core::marker::PhantomData;
use frame_support::{
	defensive,
	traits::{
		fungible::{Balanced, Credit},
		Get, Imbalance, OnUnbalanced,
	},
};
use linli_primitives::{traits::FundLedger, Cause};

/// Deposits transaction fees on the fee pot's account. At the end of the block their sum is written to the ledger as
/// one entry; until then, [`PendingFees`] is the difference between account and ledger.
///
/// No fee is ever burnt. Genesis opens the fee pot; should it be missing nevertheless, the fees wait on its account and
/// in [`PendingFees`], and the entry is written at the end of the block that opens the pot.
pub struct DealWithFees<T>(PhantomData<T>);

impl<T: Config> OnUnbalanced<Credit<T::AccountId, T::Currency>> for DealWithFees<T> {
	fn on_nonzero_unbalanced(credit: Credit<T::AccountId, T::Currency>) {
		let pot = T::FeePot::get();
		let amount = credit.peek();
		if T::Currency::resolve(&Pallet::<T>::pot_account(pot), credit).is_err() {
			// Unreachable: 1 fen is enough for an account to exist (see `integrity_test`), and no balance exceeds the
			// issuance.
			defensive!("the fee pot's account can take any credit");
			return;
		}
		// Cannot saturate: the pending fees never exceed the account's balance.
		PendingFees::<T>::mutate(|pending| *pending = pending.saturating_add(amount));
		if !Pallet::<T>::exists(pot) {
			defensive!("genesis opens the fee pot", pot);
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Writes the block's fees to the ledger of the fee pot as one entry.
	pub(crate) fn write_fees() {
		let amount = PendingFees::<T>::get();
		if amount == 0 {
			return;
		}
		match Self::record(T::FeePot::get(), Direction::In, None, amount, Cause::TransactionFees) {
			Ok(_) => PendingFees::<T>::kill(),
			// The fees stay pending. `DealWithFees` has already reported a missing pot.
			Err(error) => log::error!(target: "runtime::fund", "fees of {amount} fen not booked: {error:?}"),
		}
	}
}
