// SPDX-License-Identifier: Apache-2.0

//! Deposits and their states.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{ContentHash, EntryId, Fen, Moment, PotId, UnitId};
use scale_info::TypeInfo;

/// A claim on a part of a deposit.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Claim<AccountId> {
	/// The amount claimed, in fen.
	pub amount: Fen,
	/// The pot that gets it.
	pub pot: PotId,
	/// Hash of the document that shows the damage.
	pub evidence: ContentHash,
	/// The manager who claimed it.
	pub by: AccountId,
	/// When it was claimed, in lived time.
	pub since: Moment,
	/// The payer's answer, with the lived time of it; `None` until the claim is contested.
	pub answer: Option<(ContentHash, Moment)>,
}

/// How a deposit ended.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Settlement {
	/// The amount kept, in fen; the rest was given back.
	pub kept: Fen,
	/// The pot that got it, with the entry of its ledger; `None` if nothing was kept.
	pub entry: Option<(PotId, EntryId)>,
	/// When it was settled, in clock time.
	pub moment: Moment,
}

/// The state of a deposit.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum State<AccountId> {
	/// The work goes on.
	#[codec(index = 0)]
	Held,
	/// The payer asked for it.
	#[codec(index = 1)]
	Requested {
		/// When, in lived time.
		since: Moment,
	},
	/// The manager claims a part.
	#[codec(index = 2)]
	Claimed(Claim<AccountId>),
	/// It is settled. This is final.
	#[codec(index = 3)]
	Settled(Settlement),
}

/// A deposit.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Deposit<AccountId> {
	/// The unit that it is for.
	pub unit: UnitId,
	/// The account that paid it, and on which it is on hold.
	pub payer: AccountId,
	/// The amount, in fen; never zero.
	pub amount: Fen,
	/// Hash of the document that says what it is for.
	pub purpose: ContentHash,
	/// When it was placed, in clock time.
	pub placed: Moment,
	/// The state.
	pub state: State<AccountId>,
}

impl<AccountId> Deposit<AccountId> {
	/// Whether the amount is on hold.
	pub fn is_open(&self) -> bool {
		!matches!(self.state, State::Settled(_))
	}
}
