// SPDX-License-Identifier: Apache-2.0

//! Receipts for units, whether their owners have an account on chain or not (D51).

use crate::{Config, Error, Pallet, Party, UnitPayments};
use frame_support::ensure;
use linli_primitives::{
	traits::{People, UnitReceipts},
	BankId, Fen, Moment, UnitId,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Books money that the bank received for a unit, and pays the unit's dues with it. Returns the number of bills
	/// visited.
	pub(crate) fn do_receive_for_unit(
		cashier: T::AccountId,
		bank: BankId,
		unit: UnitId,
		amount: Fen,
		reference: &[u8],
		value: Moment,
		max_bills: u32,
	) -> Result<u32, DispatchError> {
		let account = T::Units::account(unit)?;
		ensure!(!T::Units::concerns(&account, &cashier), Error::<T>::OwnReceipt);
		let party = Party::Unit { unit, account };
		let (_, key) = Self::do_receive(Some(cashier), bank, party, amount, reference, value, None)?;
		let credited = T::Units::credit(unit, amount, value, max_bills)?;
		if let Some(payment) = credited.payment {
			UnitPayments::<T>::insert(key, payment);
		}
		Ok(credited.bills)
	}

	/// Whether the money on `account` is a matter of `who`'s own, or of somebody related.
	pub(crate) fn is_related(account: &T::AccountId, who: &T::AccountId) -> bool {
		T::People::related(account, who) || T::Units::concerns(account, who)
	}
}
