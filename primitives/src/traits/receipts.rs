// SPDX-License-Identifier: Apache-2.0

//! What the bank receives from households (D51).

use crate::{Fen, Moment, UnitId};
use frame_support::weights::Weight;
use sp_runtime::{DispatchError, DispatchResult};

/// Money that the bank received for a unit, whether its owner has an account on chain or not.
pub trait UnitReceipts<AccountId> {
	/// The account that keeps the money of the unit's present owner. Nobody signs for it.
	fn account(unit: UnitId) -> Result<AccountId, DispatchError>;

	/// Pays the unit's dues with `amount` fen that were just minted on that account, as of the bank's value date; what
	/// is left is prepaid, or else kept for the owner. Takes what it takes: more money than dues is no error.
	fn credit(unit: UnitId, amount: Fen, value: Moment) -> DispatchResult;

	/// The weight of [`Self::credit`] at most.
	fn weight() -> Weight;
}

/// No unit has dues.
impl<AccountId> UnitReceipts<AccountId> for () {
	fn account(_unit: UnitId) -> Result<AccountId, DispatchError> {
		Err(DispatchError::Unavailable)
	}

	fn credit(_unit: UnitId, _amount: Fen, _value: Moment) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}

	fn weight() -> Weight {
		Weight::zero()
	}
}

/// The bank's value dates of the money on accounts: late fees go by them.
pub trait ValueDates<AccountId> {
	/// When the bank had the `amount` fen that `account` pays now: the value date of the last receipt that is needed
	/// for it, the latest receipts first. That much of the receipts is used up. `None` if they do not cover it: then
	/// the payment is of now.
	fn use_up(account: &AccountId, amount: Fen) -> Option<Moment>;

	/// The weight of [`Self::use_up`] at most.
	fn weight() -> Weight;
}

/// All payments are of now.
impl<AccountId> ValueDates<AccountId> for () {
	fn use_up(_account: &AccountId, _amount: Fen) -> Option<Moment> {
		None
	}

	fn weight() -> Weight {
		Weight::zero()
	}
}
