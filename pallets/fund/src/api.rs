// SPDX-License-Identifier: Apache-2.0

//! The runtime API for clients that show pots and ledgers.

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
		/// All pots, by id.
		fn pots() -> Vec<(PotId, Pot)>;

		/// A pot.
		fn pot(pot: PotId) -> Option<Pot>;

		/// The account of the pot, even if the pot does not exist yet.
		fn pot_account(pot: PotId) -> AccountId;

		/// A page of up to `count` entries of the pot's ledger, at most 100, starting with entry `from`. The next page
		/// starts after the last id of this one; `Pot::entry_count` is the number of entries.
		fn entries(pot: PotId, from: EntryId, count: u32) -> Vec<(EntryId, Entry<AccountId>)>;

		/// The pot's first entry written at or after `moment`; the number of entries if there is none.
		fn entry_since(pot: PotId, moment: Moment) -> EntryId;

		/// A page of up to `count` links of `link`, at most 100. `from` is 0 for the first page, then the value
		/// returned with the previous page. This follows money from a payment to the entries of its pots, from an
		/// expense to its decision, budget line, invoice and approvals, and back. Empty if `link` does not exist.
		fn follow(link: Link<AccountId>, from: u64, count: u32) -> LinkPage<AccountId>;

		/// Totals over all pots.
		fn totals() -> FundTotals;

		/// The pot's book of a month: opening balance, sums by kinds of causes, and the entries it spans. `None` for a
		/// month in the future or before the pot was opened.
		fn month(pot: PotId, month: Period) -> Option<MonthBook>;

		/// The close of a month. `None` if it is open, or was closed along with the first closed month.
		fn month_close(month: Period) -> Option<MonthClose<AccountId>>;

		/// The last month whose books are closed. All months before it are closed too.
		fn last_closed() -> Option<Period>;
	}
}
