// SPDX-License-Identifier: Apache-2.0

//! Ballots, and the ways on which they come (D29).

use crate::tally::{BallotKind, Choice, Tally};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{Buildings, ContentHash, Moment, OwnerId, Power};
use scale_info::TypeInfo;

/// What casting a ballot needs to know of a proposal, and no more: it is read and written with every ballot.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Poll<BlockNumber> {
	/// From when on ballots are taken.
	pub opens: Moment,
	/// Until when, exclusive.
	pub closes: Moment,
	/// The register counts as it was at the end of this block.
	pub record_block: BlockNumber,
	/// The buildings whose owners decide; `None` for the whole community.
	pub electorate: Option<Buildings>,
	/// Everybody's power in that electorate at the record date.
	pub total: Power,
	/// How ballots are cast and counted.
	pub kind: BallotKind,
	/// All ballots so far.
	pub tally: Tally,
	/// The power of those who have a delivery receipt and no ballot. `None` where the class does not count the silent,
	/// so that nobody pays for looking.
	pub served_silent: Option<Power>,
}

/// The way on which a ballot came. The first valid one wins.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Channel<AccountId> {
	/// The owner's representative cast it.
	#[codec(index = 0)]
	Own,
	/// The holder of a proxy cast it.
	#[codec(index = 1)]
	Proxy {
		/// Who.
		holder: AccountId,
	},
	/// It is on paper.
	#[codec(index = 2)]
	Paper {
		/// The scan's hash.
		scan: ContentHash,
		/// The registrar who entered it.
		entered_by: AccountId,
		/// Who countersigned.
		witness: AccountId,
	},
}

/// The kinds of [`Channel`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ChannelKind {
	/// See [`Channel::Own`].
	Own,
	/// See [`Channel::Proxy`].
	Proxy,
	/// See [`Channel::Paper`].
	Paper,
}

impl<AccountId> Channel<AccountId> {
	/// Its kind.
	pub const fn kind(&self) -> ChannelKind {
		match self {
			Self::Own => ChannelKind::Own,
			Self::Proxy { .. } => ChannelKind::Proxy,
			Self::Paper { .. } => ChannelKind::Paper,
		}
	}
}

/// An owner's ballot on a proposal.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Ballot<AccountId> {
	/// What the owner wants.
	pub choice: Choice,
	/// The owner's power at the record date.
	pub power: Power,
	/// How it came.
	pub channel: Channel<AccountId>,
	/// When it was cast, or last changed.
	pub moment: Moment,
}

/// A written proxy: somebody votes on one proposal for an owner.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Proxy<AccountId> {
	/// Who votes.
	pub holder: AccountId,
	/// The owner whom the holder acts for: one person with several accounts is one holder.
	pub holder_owner: OwnerId,
	/// What the holder must vote; `None` leaves it to the holder.
	pub choice: Option<Choice>,
}

/// A paper ballot that waits for its witness.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Paper<AccountId> {
	/// What is on it.
	pub choice: Choice,
	/// The scan's hash.
	pub scan: ContentHash,
	/// The registrar who entered it.
	pub entered_by: AccountId,
	/// When.
	pub moment: Moment,
}

/// That an owner was given the papers of a proposal (D30).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Receipt {
	/// Whether the owner said so; otherwise the registrar did.
	pub acknowledged: bool,
	/// The owner's power at the record date.
	pub power: Power,
	/// When it was recorded.
	pub moment: Moment,
}
