// SPDX-License-Identifier: Apache-2.0

//! Polls, ballots and their channels, proxies and deliveries (D29, D30).

use super::class::Stage;
use crate::tally::{BallotKind, Choice, Tally, TallyError};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{Buildings, ContentHash, Moment, OwnerId, Power, UnitKinds};
use scale_info::TypeInfo;

/// The vote on a proposal. It holds only the data needed to cast a ballot, as it is read and written with each one.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Poll<BlockNumber> {
	/// The lived time at which voting begins.
	pub opens: Moment,
	/// The lived time at which voting ends, exclusive: later after an extension or at the second call, and the time of
	/// the close if that was early.
	pub closes: Moment,
	/// The record date: power is counted as of the end of this block.
	pub record_block: BlockNumber,
	/// The buildings whose owners decide; `None` for the whole community.
	pub electorate: Option<Buildings>,
	/// The total power of that electorate at the record date, as its class counts the developer.
	pub total: Power,
	/// How ballots are cast and counted.
	pub kind: BallotKind,
	/// The tally of all ballots so far.
	pub tally: Tally,
	/// The power of owners who have a delivery receipt and no ballot. `None` if the class does not count the silent,
	/// which saves the lookup.
	pub served_silent: Option<Power>,
	/// How far the vote has come.
	pub stage: Stage,
	/// The developer and the power with which it counts, where that is not the power of the record date.
	pub developer: Option<(OwnerId, Power)>,
	/// The lived time of the last ballot, cast or changed; before the first, that at which voting begins.
	pub last_ballot: Moment,
	/// Changes of owners' accounts and areas after this block are recent: some time before the record date.
	pub recent_since: BlockNumber,
	/// The tally of those ballots whose owners had a recent change when they were cast. A part of [`Poll::tally`].
	pub recent: Tally,
	/// The kinds of units that take part; `None` for all that vote.
	pub kinds: Option<UnitKinds>,
	/// The number of ballots on paper that count. As long as there are any, the vote is not closed early, since those
	/// in whose name they were entered may not know of them.
	pub papers: u32,
	/// The number of buildings in the tracts within each of which the vote has to pass; zero without tracts. Their
	/// tallies are stored apart, which saves the look-up where there are none.
	pub tract_buildings: u32,
}

impl<BlockNumber> Poll<BlockNumber> {
	/// Counts a ballot.
	///
	/// ## Errors
	/// [`TallyError`]; the poll must then be discarded.
	pub fn count<AccountId>(&mut self, ballot: &Ballot<AccountId>) -> Result<(), TallyError> {
		if ballot.recent {
			self.recent.add(&ballot.choice, ballot.power)?;
		}
		self.tally.add(&ballot.choice, ballot.power)
	}

	/// Counts a ballot no more.
	///
	/// ## Errors
	/// [`TallyError`]; the poll must then be discarded.
	pub fn discount<AccountId>(&mut self, ballot: &Ballot<AccountId>) -> Result<(), TallyError> {
		if ballot.recent {
			self.recent.remove(&ballot.choice, ballot.power)?;
		}
		self.tally.remove(&ballot.choice, ballot.power)
	}
}

/// The channel through which a ballot was cast. The first valid one wins.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Channel<AccountId> {
	/// The owner's representative cast it.
	#[codec(index = 0)]
	Own,
	/// The holder of a proxy cast it.
	#[codec(index = 1)]
	Proxy {
		/// The holder.
		holder: AccountId,
	},
	/// It was cast on paper.
	#[codec(index = 2)]
	Paper {
		/// The scan's hash.
		scan: ContentHash,
		/// The registrar who entered it.
		entered_by: AccountId,
		/// The witness who countersigned it.
		witness: AccountId,
	},
}

/// The kinds of [`Channel`].
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum ChannelKind {
	/// See [`Channel::Own`].
	#[codec(index = 0)]
	Own,
	/// See [`Channel::Proxy`].
	#[codec(index = 1)]
	Proxy,
	/// See [`Channel::Paper`].
	#[codec(index = 2)]
	Paper,
}

impl<AccountId> Channel<AccountId> {
	/// The kind of this channel.
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
	/// The owner's choice.
	pub choice: Choice,
	/// The owner's power at the record date.
	pub power: Power,
	/// The channel through which it was cast.
	pub channel: Channel<AccountId>,
	/// The time at which it was cast or last changed.
	pub moment: Moment,
	/// Whether the owner's accounts or voting area had changed after [`Poll::recent_since`] by that time.
	pub recent: bool,
}

/// A proxy: permission to vote for an owner on one proposal.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Proxy<AccountId> {
	/// The account that can vote.
	pub holder: AccountId,
	/// The owner for whom the holder acts. All accounts of one owner count as one holder.
	pub holder_owner: OwnerId,
	/// The choice that the holder must cast; `None` leaves it to the holder.
	pub choice: Option<Choice>,
}

/// A paper ballot that waits for its witness.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Paper<AccountId> {
	/// The choice on it.
	pub choice: Choice,
	/// The scan's hash.
	pub scan: ContentHash,
	/// The registrar who entered it.
	pub entered_by: AccountId,
	/// The time at which it was entered.
	pub moment: Moment,
}

/// An owner's contest of a paper ballot: the owner did not cast it, or not so.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Contest<AccountId> {
	/// The paper ballot. It counts again only if it is upheld.
	pub ballot: Ballot<AccountId>,
	/// The hash of the reasons.
	pub reason: ContentHash,
	/// The time of the contest.
	pub moment: Moment,
	/// How far it is settled.
	pub settlement: Settlement<AccountId>,
}

/// The settlement of a contest by two offices.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Settlement<AccountId> {
	/// Nobody has settled it. The ballot does not count.
	#[codec(index = 0)]
	Open,
	/// The auditor entered a settlement, which waits for the registrar.
	#[codec(index = 1)]
	Entered {
		/// Whether the paper ballot counts.
		upheld: bool,
		/// The hash of the findings.
		document: ContentHash,
		/// The auditor.
		by: AccountId,
	},
	/// The registrar countersigned it. Final.
	#[codec(index = 2)]
	Settled {
		/// Whether the paper ballot counts.
		upheld: bool,
		/// The hash of the findings.
		document: ContentHash,
	},
}

/// A delivery receipt: an owner was given the papers of a proposal (D30).
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Delivery<AccountId> {
	/// Its origin.
	pub receipt: Receipt<AccountId>,
	/// The owner's power at the record date.
	pub power: Power,
	/// The time at which the receipt was given: by the owner, or by the last person who recorded it.
	pub moment: Moment,
}

impl<AccountId> Delivery<AccountId> {
	/// Whether an owner with this receipt and without a ballot is served and silent.
	pub const fn counts(&self) -> bool {
		!matches!(self.receipt, Receipt::Recorded { .. })
	}
}

/// The origin of a delivery receipt.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Receipt<AccountId> {
	/// The owner gave it.
	#[codec(index = 0)]
	Acknowledged,
	/// The registrar recorded it, before the vote opened. One person's word does not count.
	#[codec(index = 1)]
	Recorded {
		/// The registrar.
		by: AccountId,
	},
	/// A witness confirmed what the registrar had recorded, both before the vote opened.
	#[codec(index = 2)]
	Witnessed {
		/// The registrar.
		by: AccountId,
		/// The witness.
		witness: AccountId,
	},
}
