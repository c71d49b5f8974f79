// SPDX-License-Identifier: Apache-2.0

//! What a pot and its ledger are made of.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{Cause, CauseKind, ContentHash, EntryId, Fen, Moment, Period};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The public name of a pot: UTF-8 of at most 32 bytes, ten Chinese characters.
pub type PotName = BoundedVec<u8, ConstU32<32>>;

/// What the money of a pot is for.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub enum PotKind {
	/// The running of the community: property fees come in, the manager's expenses go out.
	#[codec(index = 0)]
	Operating,
	/// Major repairs of the common parts.
	#[codec(index = 1)]
	Repair,
	/// What the common parts earn: parking in the yard, advertisements, shared rooms.
	#[codec(index = 2)]
	CommonIncome,
	/// Whatever else the assembly keeps apart.
	#[codec(index = 3)]
	Other,
}

/// A pot of money and the head of its ledger.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Pot {
	/// What its money is for.
	pub kind: PotKind,
	/// Its public name.
	pub name: PotName,
	/// When it was opened; zero for a pot of genesis.
	pub opened: Moment,
	/// How many entries its ledger has: the next one's id.
	pub entry_count: EntryId,
	/// The balance after the last entry.
	pub balance: Fen,
	/// The book of the month that the last entry belongs to; before the first entry, of the month of its opening.
	pub book: MonthBook,
}

/// How many kinds of causes a month's book has room for: more than there are.
pub const MAX_CAUSE_KINDS: u32 = 16;
const _: () = assert!(CauseKind::ALL.len() < MAX_CAUSE_KINDS as usize, "a book has no room for all kinds of causes");

/// What moved because of one kind of cause.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct CauseSum {
	/// The kind.
	pub kind: CauseKind,
	/// How much came in, in fen.
	pub received: Fen,
	/// How much went out, in fen.
	pub spent: Fen,
}

/// A pot's book of one month: what there was, what came and went by kinds of causes, what there is (D25).
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct MonthBook {
	/// The month, in the community's calendar. Genesis is booked in [`Period::OPENING`].
	pub month: Period,
	/// The balance when the month began, in fen.
	pub opening: Fen,
	/// The id of the month's first entry.
	pub first_entry: EntryId,
	/// How many entries the month has.
	pub entry_count: EntryId,
	/// What moved, by kinds of causes, in their order.
	pub sums: BoundedVec<CauseSum, ConstU32<MAX_CAUSE_KINDS>>,
}

impl MonthBook {
	/// The book of a month in which nothing has moved yet.
	pub fn new(month: Period, opening: Fen, first_entry: EntryId) -> Self {
		Self { month, opening, first_entry, entry_count: 0, sums: BoundedVec::new() }
	}

	/// The balance after the month's last entry, in fen. `None` where the sums are no book.
	pub fn closing(&self) -> Option<Fen> {
		let received = self.sums.iter().try_fold(self.opening, |sum, line| sum.checked_add(line.received))?;
		self.sums.iter().try_fold(received, |sum, line| sum.checked_sub(line.spent))
	}

	/// Enters `amount` fen. `None` where a sum does not fit.
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

/// That a month's books are closed, and what the bank said of it (D25).
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct MonthClose<AccountId> {
	/// Hash of the bank statement that the cashier attested.
	pub statement: ContentHash,
	/// Closing balance by the bank less that by the chain, in fen, over all money: zero if all is well.
	pub difference: i128,
	/// When it was closed.
	pub moment: Moment,
	/// By whom.
	pub by: AccountId,
}

/// Which way money went, seen from the pot.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Direction {
	/// Into the pot.
	#[codec(index = 0)]
	In,
	/// Out of the pot.
	#[codec(index = 1)]
	Out,
}

/// One line of a pot's ledger. Never changed, never removed.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Entry<AccountId> {
	/// When it was written.
	pub moment: Moment,
	/// Why the money moved.
	pub cause: Cause,
	/// Who was at the other end; `None` where nobody single was, as with the fees of a block or new money.
	pub counterparty: Option<AccountId>,
	/// Which way the money went.
	pub direction: Direction,
	/// How much, in fen; never zero.
	pub amount: Fen,
	/// The pot's balance afterwards, in fen.
	pub balance: Fen,
	/// Whether a share in the pot changed with it, that of whom the cause names: a unit's in the repair pot.
	pub earmarked: bool,
}

/// All pots together.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Encode, Decode, TypeInfo)]
pub struct FundTotals {
	/// The sum of all pots' balances, in fen.
	pub in_pots: Fen,
	/// Transaction fees of this block that are on the account of the fee pot but not yet in its ledger.
	pub pending_fees: Fen,
}
