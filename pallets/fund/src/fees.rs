// SPDX-License-Identifier: Apache-2.0

//! Transaction fees: into a pot instead of burnt (D3), one ledger entry a block.

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

/// Puts what a transaction paid on the account of the fee pot. The block's sum goes into the ledger as one entry when
/// the block ends: until then [`PendingFees`] is what the account has and the ledger has not.
///
/// Nothing is ever burnt. Genesis opens the fee pot; should it be missing all the same, the money waits on the account
/// the pot will have and in [`PendingFees`], and the first block after the pot is opened writes the entry.
pub struct DealWithFees<T>(PhantomData<T>);

impl<T: Config> OnUnbalanced<Credit<T::AccountId, T::Currency>> for DealWithFees<T> {
	fn on_nonzero_unbalanced(credit: Credit<T::AccountId, T::Currency>) {
		let pot = T::FeePot::get();
		let amount = credit.peek();
		if T::Currency::resolve(&Pallet::<T>::pot_account(pot), credit).is_err() {
			// One fen is enough for an account to exist (see `integrity_test`), and no balance exceeds the issuance.
			defensive!("the fee pot's account can take any credit");
			return;
		}
		// Cannot saturate: it is never more than the account has.
		PendingFees::<T>::mutate(|pending| *pending = pending.saturating_add(amount));
		if !Pallet::<T>::exists(pot) {
			defensive!("genesis opens the fee pot", pot);
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Writes the block's fees into the ledger of the fee pot, as one entry.
	pub(crate) fn write_fees() {
		let amount = PendingFees::<T>::get();
		if amount == 0 {
			return;
		}
		match Self::record(T::FeePot::get(), Direction::In, None, amount, Cause::TransactionFees) {
			Ok(_) => PendingFees::<T>::kill(),
			// The fees stay pending: `DealWithFees` has already complained of a missing pot.
			Err(error) => log::error!(target: "runtime::fund", "fees of {amount} fen not booked: {error:?}"),
		}
	}
}
