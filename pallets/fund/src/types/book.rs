// SPDX-License-Identifier: Apache-2.0

//! Monthly books and their closes.

use super::Direction;
use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{CauseKind, ContentHash, EntryId, Fen, Moment, Period};
use scale_info::TypeInfo;

/// The maximum number of kinds of causes in a book. It leaves room for kinds added later.
pub const MAX_CAUSE_KINDS: u32 = 16;
const _: () = assert!(CauseKind::ALL.len() < MAX_CAUSE_KINDS as usize, "a book has no room for all kinds of causes");

/// The sums of one kind of cause.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct CauseSum {
	/// The kind of cause.
	pub kind: CauseKind,
	/// Σ received, in fen.
	pub received: Fen,
	/// Σ spent, in fen.
	pub spent: Fen,
}

/// A pot's book of one month: opening balance, income and spending by kinds of causes, closing balance (D25).
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct MonthBook {
	/// The month, in the community's calendar. Genesis is booked in [`Period::OPENING`].
	pub month: Period,
	/// The balance at the start of the month, in fen.
	pub opening: Fen,
	/// The id of the month's first entry.
	pub first_entry: EntryId,
	/// The number of entries in the month.
	pub entry_count: EntryId,
	/// The sums by kinds of causes, sorted by kind.
	pub sums: BoundedVec<CauseSum, ConstU32<MAX_CAUSE_KINDS>>,
}

impl MonthBook {
	/// An empty book.
	pub fn new(month: Period, opening: Fen, first_entry: EntryId) -> Self {
		Self { month, opening, first_entry, entry_count: 0, sums: BoundedVec::new() }
	}

	/// The balance after the month's last entry, in fen. `None` if the sums overflow or overdraw the book.
	pub fn closing(&self) -> Option<Fen> {
		let received = self.sums.iter().try_fold(self.opening, |sum, line| sum.checked_add(line.received))?;
		self.sums.iter().try_fold(received, |sum, line| sum.checked_sub(line.spent))
	}

	/// Adds an entry of `amount` fen. `None` on overflow.
	pub(crate) fn enter(&mut self, kind: CauseKind, direction: Direction, amount: Fen) -> Option<()> {
		self.entry_count = self.entry_count.checked_add(1)?;
		let place = match self.sums.binary_search_by_key(&kind, |line| line.kind) {
			Ok(place) => place,
			Err(place) => {
				self.sums.try_insert(place, CauseSum { kind, received: 0, spent: 0 }).ok()?;
				place
			}
		};
		let line = self.sums.get_mut(place)?;
		let sum = match direction {
			Direction::In => &mut line.received,
			Direction::Out => &mut line.spent,
		};
		*sum = sum.checked_add(amount)?;
		Some(())
	}
}

/// The close of a month's books (D25).
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct MonthClose<AccountId> {
	/// Hash of the bank statement that the cashier attested.
	pub statement: ContentHash,
	/// The bank's closing balance less the chain's, in fen, over all money: zero if they agree.
	pub difference: i128,
	/// The time of the close.
	pub moment: Moment,
	/// The account that closed it.
	pub by: AccountId,
	/// Whether an auditor had entered the bank's balances independently of the cashier, and both agreed.
	pub confirmed: bool,
}
