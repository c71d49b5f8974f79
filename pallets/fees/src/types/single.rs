// SPDX-License-Identifier: Apache-2.0

//! Bills to one unit: for a key, a broken door.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{ContentHash, Fen, Moment, OwnerId, PotId, UnitId};
use scale_info::TypeInfo;

/// The id of a proposal to bill one unit.
pub type SingleId = u32;

/// The maximum number of such bills into one pot that a unit gets in one calendar month.
pub const MAX_SINGLE_BILLS: u32 = 8;

/// The fewest days until such a bill is due: nobody is overdue at once.
pub const MIN_SINGLE_DAYS: u16 = 7;

/// What a bill to one unit says.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct SingleTerms {
	/// The unit that is to pay.
	pub unit: UnitId,
	/// The pot that it pays into.
	pub pot: PotId,
	/// The principal, in fen.
	pub amount: Fen,
	/// Days until the bill is due, not counting the day of issue; at least [`MIN_SINGLE_DAYS`].
	pub due_days: u16,
	/// The hash of what it is for, with its evidence.
	pub reason: ContentHash,
}

/// The proposal to bill one unit, which waits for approval.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct SingleProposal<AccountId> {
	/// The account that proposed it, which cannot approve it.
	pub proposer: AccountId,
	/// What the bill says.
	pub terms: SingleTerms,
	/// The unit's owner at that time: nobody pays for what a former owner broke.
	pub owner: OwnerId,
	/// When it was proposed, in clock time.
	pub proposed: Moment,
	/// When it was proposed, in lived time: it lapses.
	pub lived: Moment,
}

/// Where a bill to one unit comes from.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct SingleBill<AccountId> {
	/// The proposal.
	pub proposal: SingleId,
	/// The account that proposed it.
	pub proposer: AccountId,
	/// The account that approved it; `None` if a body did in its place.
	pub approver: Option<AccountId>,
	/// The hash of what it is for.
	pub reason: ContentHash,
}
