// SPDX-License-Identifier: Apache-2.0

//! What a pot and its ledger are made of.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{Cause, EntryId, Fen, Moment};
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
}

/// All pots together.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Encode, Decode, TypeInfo)]
pub struct FundTotals {
	/// The sum of all pots' balances, in fen.
	pub in_pots: Fen,
	/// Transaction fees of this block that are on the account of the fee pot but not yet in its ledger.
	pub pending_fees: Fen,
}
