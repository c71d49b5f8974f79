// SPDX-License-Identifier: Apache-2.0

//! Money into and out of the community's pots.

use crate::{Cause, EntryId, Fen, Period, PotId};
use frame_support::traits::tokens::Preservation;
use sp_runtime::DispatchError;

/// The pots and their append-only ledgers (D20). Every movement writes exactly one entry, so that at any time pot =
/// account = last entry.
///
/// Each method returns the id of the entry. Callers store it with the record that caused the entry, and deposit the
/// explaining event before the call, so that it precedes the entry's event in the block.
pub trait FundLedger<AccountId> {
	/// The reason for which money is held on an account before it goes to a pot.
	type HoldReason;

	/// Whether the pot exists.
	fn exists(pot: PotId) -> bool;

	/// The account that holds the pot's money, whether the pot exists or not.
	fn account(pot: PotId) -> AccountId;

	/// Whether `account` belongs to a pot: only the ledger may move money into it.
	fn is_pot(account: &AccountId) -> bool;

	/// What can be withdrawn from the pot now, in fen: its balance less what belongs to shareholders. Zero if it does
	/// not exist.
	fn available(pot: PotId) -> Fen;

	/// Moves `amount` fen from `from` to the pot. Fails without effect if the pot does not exist, the amount is zero,
	/// or `from` has insufficient funds.
	fn deposit(
		pot: PotId,
		from: &AccountId,
		amount: Fen,
		cause: Cause,
		preservation: Preservation,
	) -> Result<EntryId, DispatchError>;

	/// Moves `amount` fen held on `from` under `reason` to the pot, all or nothing.
	fn deposit_held(
		pot: PotId,
		reason: &Self::HoldReason,
		from: &AccountId,
		amount: Fen,
		cause: Cause,
	) -> Result<EntryId, DispatchError>;

	/// Mints `amount` fen into the pot, against a bank reference: only for the cashier.
	fn issue(pot: PotId, amount: Fen, cause: Cause) -> Result<EntryId, DispatchError>;

	/// Moves `amount` fen from the pot to `to`. Fails without effect if the pot has insufficient funds.
	fn withdraw(pot: PotId, to: &AccountId, amount: Fen, cause: Cause) -> Result<EntryId, DispatchError>;
}

/// The shareholders of a pot whose money does not belong to the community as a whole (D23).
///
/// Called by the ledger for each entry. Shares fall before the entry is written and rise after it, so that events never
/// show shares that exceed the pot's balance.
pub trait PotShares {
	/// The part of the pot, in fen, that belongs to shareholders. The ledger does not pay it out; a pallet that spends
	/// it reduces the shares first.
	fn earmarked(pot: PotId) -> Fen;

	/// Called after `amount` fen came into the pot as `entry` of its ledger: if `cause` names a shareholder, the amount
	/// is added to their share. Returns whether a share changed.
	fn on_deposit(pot: PotId, entry: EntryId, cause: &Cause, amount: Fen) -> Result<bool, DispatchError>;

	/// Called before `amount` fen leave the pot as `entry` of its ledger: an amount refunded to a shareholder is taken
	/// off their share. Returns whether a share changed.
	fn on_withdrawal(pot: PotId, entry: EntryId, cause: &Cause, amount: Fen) -> Result<bool, DispatchError>;
}

/// No pot has shareholders.
impl PotShares for () {
	fn earmarked(_pot: PotId) -> Fen {
		0
	}

	fn on_deposit(_pot: PotId, _entry: EntryId, _cause: &Cause, _amount: Fen) -> Result<bool, DispatchError> {
		Ok(false)
	}

	fn on_withdrawal(_pot: PotId, _entry: EntryId, _cause: &Cause, _amount: Fen) -> Result<bool, DispatchError> {
		Ok(false)
	}
}

/// The months whose books are closed (D25).
pub trait ClosedMonths {
	/// Whether the books of the month are closed.
	fn is_closed(month: Period) -> bool;
}
