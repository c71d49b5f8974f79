// SPDX-License-Identifier: Apache-2.0

//! Money into and out of the community's pots.

use crate::{Cause, EntryId, Fen, Period, PotId};
use frame_support::traits::tokens::Preservation;
use sp_runtime::DispatchError;

/// The pots and their append-only ledgers (D20). Every way in or out writes exactly one entry, so that at any time
/// pot = account = last entry.
///
/// Each gives the id of the entry. Callers keep it with what caused the entry, and deposit the event that says why before
/// they call: readers of a block find each entry explained when they come to it.
pub trait FundLedger<AccountId> {
	/// Why money is held on an account before it goes to a pot.
	type HoldReason;

	/// Whether the pot exists.
	fn exists(pot: PotId) -> bool;

	/// The account that holds the pot's money, whether the pot exists or not.
	fn account(pot: PotId) -> AccountId;

	/// Whether `account` is a pot's: nothing but the ledger may move money into it.
	fn is_pot(account: &AccountId) -> bool;

	/// Moves `amount` fen from `from` to the pot. Fails without effect where the pot does not exist, the amount is
	/// zero, or `from` has less.
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

	/// Creates `amount` fen in the pot, against a bank reference: only the cashier may ask for it.
	fn issue(pot: PotId, amount: Fen, cause: Cause) -> Result<EntryId, DispatchError>;

	/// Moves `amount` fen from the pot to `to`. Fails without effect where the pot has less.
	fn withdraw(pot: PotId, to: &AccountId, amount: Fen, cause: Cause) -> Result<EntryId, DispatchError>;
}

/// Those to whom the money of a pot belongs, where it is not everybody's (D23).
///
/// The ledger asks with each entry. What a shareholder has falls before the entry is written and rises after it, so that no
/// event ever says that more belongs to shareholders than the pot has.
pub trait PotShares {
	/// How many fen of the pot belong to somebody. The ledger lets nobody take of it; who may spend gives it up first.
	fn earmarked(pot: PotId) -> Fen;

	/// `amount` fen came into the pot, as `entry` of its ledger, because of `cause`: if the cause names a shareholder, it
	/// is theirs. Gives whether a share changed.
	fn on_deposit(pot: PotId, entry: EntryId, cause: &Cause, amount: Fen) -> Result<bool, DispatchError>;

	/// `amount` fen are about to leave the pot, as `entry` of its ledger, because of `cause`: what a shareholder gets back
	/// is no longer theirs. Gives whether a share changed.
	fn on_withdrawal(pot: PotId, entry: EntryId, cause: &Cause, amount: Fen) -> Result<bool, DispatchError>;
}

/// All pots belong to everybody.
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
