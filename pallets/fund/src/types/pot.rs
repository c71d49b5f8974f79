// SPDX-License-Identifier: Apache-2.0

//! Pots and their totals.

use super::MonthBook;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{EntryId, Fen, Moment};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The public name of a pot: at most 32 bytes of UTF-8, enough for ten Chinese characters.
pub type PotName = BoundedVec<u8, ConstU32<32>>;

/// The purpose of a pot's money.
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
	/// Daily running: receives property fees, pays the manager's expenses.
	#[codec(index = 0)]
	Operating,
	/// Major repairs of the common parts.
	#[codec(index = 1)]
	Repair,
	/// Income from the common parts: parking in the yard, advertisements, shared rooms.
	#[codec(index = 2)]
	CommonIncome,
	/// Any other purpose decided by the assembly.
	#[codec(index = 3)]
	Other,
}

/// A pot, with the head of its ledger.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Pot {
	/// The purpose of its money.
	pub kind: PotKind,
	/// Its public name.
	pub name: PotName,
	/// The time it was opened; zero for a pot of genesis.
	pub opened: Moment,
	/// The number of entries in its ledger, which is the id of the next entry.
	pub entry_count: EntryId,
	/// The balance after the last entry, in fen.
	pub balance: Fen,
	/// The book of the last entry's month; before the first entry, of the month in which the pot was opened.
	pub book: MonthBook,
}

/// Totals over all pots.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Encode, Decode, TypeInfo)]
pub struct FundTotals {
	/// The sum of all pots' balances, in fen.
	pub in_pots: Fen,
	/// Transaction fees on the fee pot's account that are not yet in its ledger, in fen.
	pub pending_fees: Fen,
}
