// SPDX-License-Identifier: Apache-2.0

//! What the bank receives from households (D51).

use crate::{Fen, Moment, PaymentId, UnitId};
use frame_support::weights::Weight;
use sp_runtime::{DispatchError, DispatchResult};

/// Money that the bank received for a unit, whether its owner has an account on chain or not.
pub trait UnitReceipts<AccountId> {
	/// The account that keeps the money of the unit's present owner, opened if it is not yet. Nobody signs for it.
	fn account(unit: UnitId) -> Result<AccountId, DispatchError>;

	/// Pays the unit's dues with the money on that account, to which `amount` fen were just added, as of the bank's
	/// value date; what is left is prepaid, or else kept for the owner. More money than dues is no error.
	///
	/// Fails without effect if the money reaches further than `max_bills` bills, for which the caller pays.
	fn credit(unit: UnitId, amount: Fen, value: Moment, max_bills: u32) -> Result<Credited, DispatchError>;

	/// Takes up to `amount` fen of a receipt back to `account`, which keeps the money: what is prepaid first, then what
	/// paid bills, which are owed again: those of `payment`, which [`Self::credit`] made of it, and then those that the
	/// account has paid since `since`, when the receipt was booked, in ms; the last one first. Bounded; takes nothing
	/// off the bills of a unit that has been sold since.
	fn take_back(account: &AccountId, payment: Option<PaymentId>, since: Moment, amount: Fen) -> DispatchResult;

	/// Whether a payment that [`Self::credit`] made was moved to another unit: nothing of it can be taken back here.
	fn was_moved(payment: PaymentId) -> bool;

	/// What is prepaid with the money of `account`, in fen.
	fn prepaid(account: &AccountId) -> Fen;

	/// Releases `amount` fen of what is prepaid: it is free on `account` again.
	fn release_prepaid(account: &AccountId, amount: Fen) -> DispatchResult;

	/// Whether `account` keeps the money of a unit's owner, or would once it is opened.
	fn is_unit_account(account: &AccountId) -> bool;

	/// Whether the money on `account` is a matter of `who`'s own or of somebody related: it keeps the money of their
	/// owner, of one related to them, or of the unit in which they are at home (D47).
	fn concerns(account: &AccountId, who: &AccountId) -> bool;

	/// The weight of [`Self::concerns`] at most.
	fn concerns_weight() -> Weight;

	/// The weight of [`Self::account`] and [`Self::credit`] of so many bills.
	fn weight(bills: u32) -> Weight;

	/// The weight of [`Self::take_back`] at most.
	fn take_back_weight() -> Weight;

	/// The weight of [`Self::prepaid`] and [`Self::release_prepaid`].
	fn release_weight() -> Weight;
}

/// What became of money that was received for a unit.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Credited {
	/// The payment that it made; `None` if the unit could take nothing.
	pub payment: Option<PaymentId>,
	/// The number of bills visited, on which the weight depends.
	pub bills: u32,
}

/// No unit has dues.
impl<AccountId> UnitReceipts<AccountId> for () {
	fn account(_unit: UnitId) -> Result<AccountId, DispatchError> {
		Err(DispatchError::Unavailable)
	}

	fn credit(_unit: UnitId, _amount: Fen, _value: Moment, _max_bills: u32) -> Result<Credited, DispatchError> {
		Err(DispatchError::Unavailable)
	}

	fn take_back(_account: &AccountId, _payment: Option<PaymentId>, _since: Moment, _amount: Fen) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}

	fn was_moved(_payment: PaymentId) -> bool {
		false
	}

	fn prepaid(_account: &AccountId) -> Fen {
		0
	}

	fn release_prepaid(_account: &AccountId, _amount: Fen) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}

	fn is_unit_account(_account: &AccountId) -> bool {
		false
	}

	fn concerns(_account: &AccountId, _who: &AccountId) -> bool {
		false
	}

	fn concerns_weight() -> Weight {
		Weight::zero()
	}

	fn weight(_bills: u32) -> Weight {
		Weight::zero()
	}

	fn take_back_weight() -> Weight {
		Weight::zero()
	}

	fn release_weight() -> Weight {
		Weight::zero()
	}
}

/// What is claimed back of the money that is kept for units (D48).
pub trait UnitClaims<AccountId> {
	/// Whether the owner can take nothing off `account` for now: a receipt for it was taken back and part of it is
	/// owed, or one may be taken back and not all of it is frozen.
	fn is_held(account: &AccountId) -> bool;

	/// The weight of [`Self::is_held`].
	fn weight() -> Weight;
}

/// Nothing is claimed back.
impl<AccountId> UnitClaims<AccountId> for () {
	fn is_held(_account: &AccountId) -> bool {
		false
	}

	fn weight() -> Weight {
		Weight::zero()
	}
}

/// The bank's value dates of the money on accounts: late fees go by them.
pub trait ValueDates<AccountId> {
	/// When the bank had the `amount` fen that `account` is about to pay: the value date of the last receipt that is
	/// needed for it, the latest receipts first. `None` if they do not cover it: then the payment is of now.
	///
	/// Nothing is used up by that: what is paid can depend on the date.
	fn value_date(account: &AccountId, amount: Fen) -> Option<Moment>;

	/// How much of `most` fen the account's receipts cover: what [`Self::value_date`] knows the date of.
	fn covered(account: &AccountId, most: Fen) -> Fen;

	/// Uses up `amount` fen of the account's receipts, the latest first: what it paid, and no more.
	fn use_up(account: &AccountId, amount: Fen);

	/// The weight of [`Self::covered`], [`Self::value_date`] and [`Self::use_up`] together, at most.
	fn weight() -> Weight;
}

/// All payments are of now.
impl<AccountId> ValueDates<AccountId> for () {
	fn value_date(_account: &AccountId, _amount: Fen) -> Option<Moment> {
		None
	}

	fn covered(_account: &AccountId, _most: Fen) -> Fen {
		0
	}

	fn use_up(_account: &AccountId, _amount: Fen) {}

	fn weight() -> Weight {
		Weight::zero()
	}
}
