// SPDX-License-Identifier: Apache-2.0

//! Receipts for units, whether their owners have an account on chain or not (D51).

use crate::{Config, Error, Pallet, Party, UnitPayments, WeightInfo};
use frame_support::{ensure, weights::Weight};
use linli_primitives::{
	traits::{People, UnitReceipts},
	BankId, ContentHash, Fen, Moment, UnitId,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Books money that the bank received for a unit, and pays the unit's dues with it. Returns the number of bills
	/// visited, and of debts taken, one at most.
	pub(crate) fn do_receive_for_unit(
		cashier: T::AccountId,
		bank: BankId,
		unit: UnitId,
		amount: Fen,
		reference: &[u8],
		value: Moment,
		max_bills: u32,
	) -> Result<(u32, u32), DispatchError> {
		let (key, debts) = Self::book_for_unit(cashier, bank, unit, amount, reference, value)?;
		Ok((Self::credit_unit(key, unit, amount, value, max_bills)?, debts))
	}

	/// Books money that the bank received for a unit, and takes what its owner owes for an earlier receipt. Returns the
	/// key of the reference, and the number of debts taken, one at most.
	pub(crate) fn book_for_unit(
		cashier: T::AccountId,
		bank: BankId,
		unit: UnitId,
		amount: Fen,
		reference: &[u8],
		value: Moment,
	) -> Result<(ContentHash, u32), DispatchError> {
		let account = T::Units::account(unit)?;
		ensure!(!Self::is_related(&account, &cashier), Error::<T>::OwnReceipt);
		let party = Party::Unit { unit, account: account.clone() };
		let (_, key) = Self::do_receive(Some(cashier), bank, party, amount, reference, value, None)?;
		Ok((key, Self::settle_debt(&account)))
	}

	/// Pays the unit's dues with what was just booked for it. Returns the number of bills visited.
	pub(crate) fn credit_unit(
		key: ContentHash,
		unit: UnitId,
		amount: Fen,
		value: Moment,
		max_bills: u32,
	) -> Result<u32, DispatchError> {
		let credited = T::Units::credit(unit, amount, value, max_bills)?;
		if let Some(payment) = credited.payment {
			UnitPayments::<T>::insert(key, payment);
		}
		Ok(credited.bills)
	}

	/// The weight of booking a receipt for a unit, less that of paying the unit's dues.
	pub(crate) fn unit_receipt_weight(debts: u32) -> Weight {
		T::WeightInfo::receive_for_unit()
			.saturating_add(T::Units::concerns_weight())
			.saturating_add(Self::visit_debts_weight())
			.saturating_add(T::WeightInfo::recover().saturating_mul(debts.into()))
	}

	/// Whether the money on `account` is a matter of `who`'s own, or of somebody related.
	pub(crate) fn is_related(account: &T::AccountId, who: &T::AccountId) -> bool {
		T::People::related(account, who) || T::Units::concerns(account, who)
	}
}
