// SPDX-License-Identifier: Apache-2.0

//! Payments and statements of the bank.

use crate::{BankId, Cause, Commitment, ContentHash, EntryId, Fen, Moment, OrderId, Period, PotId};
use alloc::vec::Vec;
use sp_runtime::{DispatchError, DispatchResult};

/// Payments that the bank is to make out of a pot (D2, D48).
///
/// Once a payment is ordered its money has left the pot and waits with the cashier: it can be neither cancelled nor
/// spent, and only the bank's outcome leads on, which [`BankOutcomes`] tells.
pub trait BankOrders<AccountId> {
	/// Takes `amount` fen out of the pot for a payment that `cashier` is about to make from the community's bank
	/// account `bank` to the one behind `destination`. Returns the order and the entry of the pot's ledger.
	///
	/// Fails without effect if the pot has insufficient funds.
	fn order(
		cashier: &AccountId,
		bank: BankId,
		pot: PotId,
		amount: Fen,
		destination: Commitment,
		cause: Cause,
	) -> Result<(OrderId, EntryId), DispatchError>;
}

/// Money that the bank received for a pot and that belongs to something of another pallet (D48).
pub trait BankReceipts<AccountId> {
	/// Books `amount` fen that the community's bank account `bank` received for the pot under its `reference`: the
	/// money is minted on chain. `value` is the bank's value date; `None` for today. Returns the entry of the pot's
	/// ledger and the key of the reference.
	///
	/// Fails without effect if the reference is malformed or already used, or if the amount is zero.
	fn receive_for_pot(
		cashier: &AccountId,
		bank: BankId,
		pot: PotId,
		amount: Fen,
		reference: &[u8],
		value: Option<Moment>,
		cause: Cause,
	) -> Result<(EntryId, ContentHash), DispatchError>;
}

/// What became of payments that were ordered from a pot. Implemented by the pallets that order, told by the cashier.
///
/// A cause for which the pallet orders nothing is none of its business: it does nothing and returns `Ok`.
pub trait BankOutcomes<AccountId> {
	/// The number of units on which the cost behind `cause` fell, if any: giving it back has the weight of so many.
	fn bearers(cause: &Cause) -> u32;

	/// The bank paid. `reference` is the key of the bank's reference, `payer` the account that booked it.
	fn paid(cause: &Cause, reference: ContentHash, payer: &AccountId) -> DispatchResult;

	/// The bank did not pay, or the payment came back. The money is in the pot again as `entry` of its ledger;
	/// `reference` is the key of the bank's reference for it, if it came back under one. The pallet restores everything
	/// that the payment had changed: line, bearers, report.
	fn returned(cause: &Cause, entry: EntryId, reference: Option<ContentHash>) -> DispatchResult;

	/// A receipt of [`BankReceipts`] was booked wrongly: `amount` fen of it, under the key `reference`, never came. The
	/// pallet undoes that part of what the receipt had changed, before the money is taken from the pot.
	fn refund_reversed(cause: &Cause, amount: Fen, reference: ContentHash) -> DispatchResult;
}

/// Nothing is ordered from pots.
impl<AccountId> BankOutcomes<AccountId> for () {
	fn bearers(_cause: &Cause) -> u32 {
		0
	}

	fn paid(_cause: &Cause, _reference: ContentHash, _payer: &AccountId) -> DispatchResult {
		Ok(())
	}

	fn returned(_cause: &Cause, _entry: EntryId, _reference: Option<ContentHash>) -> DispatchResult {
		Ok(())
	}

	fn refund_reversed(_cause: &Cause, _amount: Fen, _reference: ContentHash) -> DispatchResult {
		Ok(())
	}
}

/// The bank's figures for a month, as attested by the cashier.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BankStatement {
	/// Hash of the bank statement.
	pub statement: ContentHash,
	/// The bank's closing balance minus the chain's, in fen; zero if they agree.
	pub difference: i128,
	/// Whether an auditor read the same balances on a statement of their own.
	pub confirmed: bool,
}

/// The bank's statements month by month.
pub trait BankStatements {
	/// The attested statement of the month, over all bank accounts; `None` until it is attested and confirmed, or has
	/// waited for that as long as it has to.
	fn statement(month: Period) -> Option<BankStatement>;

	/// Whether the cashier has attested the month's statements of all bank accounts, confirmed or not.
	fn is_attested(month: Period) -> bool;
}

/// No month is attested.
impl BankStatements for () {
	fn statement(_month: Period) -> Option<BankStatement> {
		None
	}

	fn is_attested(_month: Period) -> bool {
		false
	}
}

/// The accounts that attested the bank's figures: nobody closes a month on their own word (D47).
pub trait Attesters<AccountId> {
	/// The accounts that attested the month's statements.
	fn attesters(month: Period) -> Vec<AccountId>;
}
