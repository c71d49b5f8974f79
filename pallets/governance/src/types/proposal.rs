// SPDX-License-Identifier: Apache-2.0

//! Proposals and their lives (D28, D31, D32).

use super::{class::ClassId, RuleBookVersion};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{Buildings, ContentHash, Moment, OwnerId};
use scale_info::TypeInfo;
use sp_runtime::DispatchError;

/// How long an address can be at which a proposal's text is found, in bytes.
pub const MAX_PLACE: u32 = 256;

/// How long the call of a motion can be, in bytes. A bound on what it costs to read.
pub const MAX_CALL_LEN: u32 = 64 * 1024;

/// Where a proposal's text can be fetched: a URI.
pub type Place = BoundedVec<u8, ConstU32<MAX_PLACE>>;

/// Who made a proposal.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Proposer {
	/// The committee.
	#[codec(index = 0)]
	Committee,
	/// An owner, by petition.
	#[codec(index = 1)]
	Owner {
		/// Which.
		owner: OwnerId,
	},
}

/// What is to be decided.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Question<Call> {
	/// Whether something is to be so.
	#[codec(index = 0)]
	Motion {
		/// What runs if it is; `None` where nothing on chain follows.
		call: Option<Call>,
	},
	/// Who sits in the committee.
	#[codec(index = 1)]
	Election {
		/// How many seats there are.
		seats: u32,
		/// How long the term is, in milliseconds.
		term: Moment,
	},
}

/// A question put to owners.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Proposal<BlockNumber, Call> {
	/// Who made it.
	pub proposer: Proposer,
	/// What is to be decided.
	pub question: Question<Call>,
	/// By what class of the rule book.
	pub class: ClassId,
	/// The version of the rule book that it was made under, and is decided by.
	pub rule_book: RuleBookVersion,
	/// The buildings whose owners decide; `None` for the whole community.
	pub electorate: Option<Buildings>,
	/// The hash of its text.
	pub agenda: ContentHash,
	/// Where the text can be fetched.
	pub place: Place,
	/// How far it is.
	pub state: State<BlockNumber>,
}

/// How far a proposal is, as stored. Time alone opens and closes a vote: see [`State::phase`].
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum State<BlockNumber> {
	/// Owners can support it.
	#[codec(index = 0)]
	Petition {
		/// Until when, exclusive.
		ends: Moment,
		/// Heads count as at the end of this block.
		block: BlockNumber,
		/// All heads of the electorate then.
		heads: u32,
		/// Owners who support it, the petitioner among them.
		supporters: u32,
	},
	/// Owners can stand in the election.
	#[codec(index = 1)]
	Nominating {
		/// Until when, exclusive.
		ends: Moment,
	},
	/// The notice is given; nothing can be changed any more.
	#[codec(index = 2)]
	Announced {
		/// When.
		at: Moment,
		/// From when on ballots are taken.
		opens: Moment,
		/// Until when, exclusive.
		closes: Moment,
	},
	/// The owners said yes. Until it is enacted it can be challenged.
	#[codec(index = 3)]
	Passed {
		/// When it was closed.
		closed: Moment,
		/// From when on it can be enacted.
		enact_at: Moment,
	},
	/// It was tried and did not work. Anyone can try again, until it lapses.
	#[codec(index = 4)]
	Failed {
		/// From when on it could be enacted.
		enact_at: Moment,
		/// When it was last tried.
		at: Moment,
		/// Why it failed.
		failure: Failure,
	},
	/// It is done.
	#[codec(index = 5)]
	Enacted {
		/// From when on it could be enacted.
		enact_at: Moment,
		/// When it was.
		at: Moment,
	},
	/// The owners did not say yes: the certificate says why.
	#[codec(index = 6)]
	Rejected {
		/// When it was closed.
		closed: Moment,
	},
	/// It came to nothing by time: too little support, too few candidates, or decided and not enacted in time.
	#[codec(index = 7)]
	Lapsed {
		/// When that was noted.
		at: Moment,
	},
	/// The proposer took it back before the vote.
	#[codec(index = 8)]
	Withdrawn {
		/// When.
		at: Moment,
	},
	/// A court set it aside before it was enacted (CC 280).
	#[codec(index = 9)]
	Annulled {
		/// When that was noted.
		at: Moment,
		/// The ruling's hash.
		document: ContentHash,
	},
}

impl<BlockNumber> State<BlockNumber> {
	/// The one place that says which transitions exist. Every change of a stored state asks it.
	pub const fn may_become(&self, next: &Self) -> bool {
		use State::*;
		matches!(
			(self, next),
			(
				Petition { .. },
				Petition { .. } | Nominating { .. } | Announced { .. } | Lapsed { .. } | Withdrawn { .. }
			) | (Nominating { .. }, Announced { .. } | Lapsed { .. } | Withdrawn { .. })
				| (Announced { .. }, Passed { .. } | Rejected { .. } | Withdrawn { .. })
				| (Passed { .. }, Enacted { .. } | Failed { .. } | Annulled { .. } | Lapsed { .. })
				| (Failed { .. }, Enacted { .. } | Failed { .. } | Annulled { .. } | Lapsed { .. })
		)
	}

	/// Whether the proposal still waits for owners: their support, their candidates or their ballots.
	pub const fn is_open(&self) -> bool {
		matches!(self, Self::Petition { .. } | Self::Nominating { .. } | Self::Announced { .. })
	}

	/// Whether the owners decided it and it is neither done nor given up.
	pub const fn waits_for_enactment(&self) -> bool {
		matches!(self, Self::Passed { .. } | Self::Failed { .. })
	}

	/// What the state means at `now`, where decisions can be enacted for so many milliseconds from their time on.
	pub fn phase(&self, now: Moment, enactment_period: Moment) -> Phase {
		// A time too far away to be written never comes.
		let over = |enact_at: &Moment| enact_at.checked_add(enactment_period).is_some_and(|last| now > last);
		match self {
			Self::Petition { ends, .. } if now < *ends => Phase::Collecting,
			Self::Petition { .. } => Phase::Expired,
			Self::Nominating { ends } if now < *ends => Phase::Nominating,
			Self::Nominating { .. } => Phase::NominationOver,
			Self::Announced { opens, .. } if now < *opens => Phase::Notice,
			Self::Announced { closes, .. } if now < *closes => Phase::Voting,
			Self::Announced { .. } => Phase::VotingOver,
			Self::Passed { enact_at, .. } if now < *enact_at => Phase::ChallengeWindow,
			Self::Passed { enact_at, .. } | Self::Failed { enact_at, .. } if over(enact_at) => Phase::EnactmentOver,
			Self::Passed { .. } => Phase::Due,
			Self::Failed { .. } => Phase::Failed,
			Self::Enacted { .. } => Phase::Enacted,
			Self::Rejected { .. } => Phase::Rejected,
			Self::Lapsed { .. } => Phase::Lapsed,
			Self::Withdrawn { .. } => Phase::Withdrawn,
			Self::Annulled { .. } => Phase::Annulled,
		}
	}
}

/// Why an enactment failed.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Failure {
	/// Nobody stored the call that the proposal names by its hash. Note the preimage, then enact again.
	#[codec(index = 0)]
	CallMissing,
	/// The stored bytes are no call of this runtime, or it holds calls in calls too deep.
	#[codec(index = 1)]
	CallUnreadable,
	/// The call gave this error.
	#[codec(index = 2)]
	Call(DispatchError),
	/// The committee could not be seated, for this reason.
	#[codec(index = 3)]
	Seating(DispatchError),
}

/// What a proposal waits for now.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Phase {
	/// Supporters.
	#[codec(index = 0)]
	Collecting,
	/// Somebody to note that there were too few supporters.
	#[codec(index = 1)]
	Expired,
	/// Candidates.
	#[codec(index = 2)]
	Nominating,
	/// Somebody to give the notice.
	#[codec(index = 3)]
	NominationOver,
	/// The vote to open.
	#[codec(index = 4)]
	Notice,
	/// Ballots.
	#[codec(index = 5)]
	Voting,
	/// Somebody to close it.
	#[codec(index = 6)]
	VotingOver,
	/// The challenge window to end.
	#[codec(index = 7)]
	ChallengeWindow,
	/// Somebody to enact it.
	#[codec(index = 8)]
	Due,
	/// Somebody to mend what failed, and to enact it again.
	#[codec(index = 9)]
	Failed,
	/// Nothing: it is done.
	#[codec(index = 10)]
	Enacted,
	/// Nothing: see [`State::Rejected`].
	#[codec(index = 11)]
	Rejected,
	/// Nothing: see [`State::Lapsed`].
	#[codec(index = 12)]
	Lapsed,
	/// Nothing: see [`State::Withdrawn`].
	#[codec(index = 13)]
	Withdrawn,
	/// Nothing: see [`State::Annulled`].
	#[codec(index = 14)]
	Annulled,
	/// Somebody to note that it was not enacted in time.
	#[codec(index = 15)]
	EnactmentOver,
}

/// A court's ruling that was entered and waits for the registrar to countersign it. Until then it stops nothing.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Annulment<AccountId> {
	/// The ruling's hash.
	pub document: ContentHash,
	/// The auditor who entered it.
	pub entered_by: AccountId,
	/// When.
	pub moment: Moment,
}

/// That an owner challenges a decision. It stops nothing by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Challenge {
	/// The hash of the reasons.
	pub reason: ContentHash,
	/// When.
	pub moment: Moment,
}
