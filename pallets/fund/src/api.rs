// SPDX-License-Identifier: Apache-2.0

//! The runtime API by which clients show pots and ledgers.

use crate::{Entry, FundTotals, Pot};
use alloc::vec::Vec;
use codec::Codec;
use linli_primitives::{EntryId, PotId};

sp_api::decl_runtime_apis! {
	/// Pots and their ledgers.
	pub trait FundApi<AccountId>
	where
		AccountId: Codec,
	{
		/// All pots with their ids and balances, in the order of ids.
		fn pots() -> Vec<(PotId, Pot)>;

		/// One pot.
		fn pot(pot: PotId) -> Option<Pot>;

		/// The account that holds the pot's money.
		fn pot_account(pot: PotId) -> AccountId;

		/// Up to `count` entries of the pot's ledger from entry `from` on, at most 100 a page. The next page begins
		/// after the last id of this one; `Pot::entries` says how many there are.
		fn entries(pot: PotId, from: EntryId, count: u32) -> Vec<(EntryId, Entry<AccountId>)>;

		/// All pots together.
		fn totals() -> FundTotals;
	}
}
