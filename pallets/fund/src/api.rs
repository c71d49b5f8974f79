// SPDX-License-Identifier: Apache-2.0

//! The runtime API by which clients show pots and ledgers.

use crate::{Entry, FundTotals, MonthBook, MonthClose, Pot};
use alloc::vec::Vec;
use codec::Codec;
use linli_primitives::{EntryId, Link, LinkPage, Moment, Period, PotId};

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

		/// The pot's first entry that was not written before `moment`; past the last one, how many there are.
		fn entry_since(pot: PotId, moment: Moment) -> EntryId;

		/// What `link` is linked with, up to `count` of them, at most 100 a page: `from` is 0 for the first page, and then
		/// what the page before said. So money is followed page by page: from a payment to the entries of its pots, from an
		/// expense to decision, budget line, invoice and approvals, and back. Empty for what does not exist.
		fn follow(link: Link<AccountId>, from: u64, count: u32) -> LinkPage<AccountId>;

		/// All pots together.
		fn totals() -> FundTotals;

		/// The pot's book of a month: opening, sums by kinds of causes, the entries it spans. `None` for a month that has
		/// not come, or before the pot was opened.
		fn month(pot: PotId, month: Period) -> Option<MonthBook>;

		/// That a month was closed, and what the bank said of it.
		fn month_close(month: Period) -> Option<MonthClose<AccountId>>;

		/// The last month whose books are closed; all before it are closed too.
		fn last_closed() -> Option<Period>;
	}
}
