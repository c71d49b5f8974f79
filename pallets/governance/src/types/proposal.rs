// SPDX-License-Identifier: Apache-2.0

//! Proposals and their states (D28, D31, D32).

use super::{class::ClassId, rule_book::Matter, RuleBookVersion};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{Buildings, ContentHash, Moment, OwnerId, ProposalId};
use scale_info::TypeInfo;
use sp_runtime::DispatchError;

/// Maximum length of the URI of a proposal's text, in bytes.
pub const MAX_PLACE: u32 = 256;

/// Maximum length of a motion's call, in bytes. Bounds the cost of decoding it.
pub const MAX_CALL_LEN: u32 = 64 * 1024;

/// Maximum number of options of a question. In an election owners choose among more candidates.
pub const MAX_OPTIONS: u32 = 8;

/// The calls of a question's options, by place: `None` where nothing on chain follows.
pub type Options<Call> = BoundedVec<Option<Call>, ConstU32<MAX_OPTIONS>>;

/// The URI at which a proposal's text can be fetched.
pub type Place = BoundedVec<u8, ConstU32<MAX_PLACE>>;

/// The proposer of a proposal.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Proposer {
	/// The committee.
	#[codec(index = 0)]
	Committee,
	/// An owner, by petition.
	#[codec(index = 1)]
	Owner {
		/// The petitioner.
		owner: OwnerId,
	},
	/// The chain, where the committee has too few members left to act, or its term ends: a by-election.
	#[codec(index = 2)]
	Vacancies,
}

/// The question of a proposal.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Question<Call> {
	/// A motion, answered for or against.
	#[codec(index = 0)]
	Motion {
		/// The call that is dispatched if it passes; `None` if nothing on chain follows.
		call: Option<Call>,
		/// The matter that it is about, and whose guarded calls it can make. `None` if it is about none of them, as a
		/// poll is; a call needs one.
		matter: Option<Matter>,
	},
	/// An election of the committee.
	#[codec(index = 1)]
	Election {
		/// The number of seats.
		seats: u32,
		/// The term, in milliseconds.
		term: Moment,
	},
	/// A choice among options. The text says what each place stands for.
	#[codec(index = 2)]
	Options {
		/// The call of each option, of which that of the chosen one is dispatched.
		options: Options<Call>,
		/// The matter that all of them are about, as that of a motion.
		matter: Option<Matter>,
	},
}

impl<Call> Question<Call> {
	/// All calls that can follow from it.
	pub fn calls(&self) -> impl Iterator<Item = &Call> {
		let (motion, options) = match self {
			Self::Motion { call, .. } => (call.as_ref(), None),
			Self::Election { .. } => (None, None),
			Self::Options { options, .. } => (None, Some(options.iter().flatten())),
		};
		motion.into_iter().chain(options.into_iter().flatten())
	}

	/// The matter that it declares.
	pub const fn matter(&self) -> Option<Matter> {
		match self {
			Self::Motion { matter, .. } | Self::Options { matter, .. } => *matter,
			Self::Election { .. } => None,
		}
	}
}

/// A question put to the owners.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Proposal<BlockNumber, Call> {
	/// The proposer.
	pub proposer: Proposer,
	/// The question.
	pub question: Question<Call>,
	/// The class of the rule book that decides it.
	pub class: ClassId,
	/// The version of the rule book under which it was made and is decided.
	pub rule_book: RuleBookVersion,
	/// The buildings whose owners decide; `None` for the whole community.
	pub electorate: Option<Buildings>,
	/// The hash of its text.
	pub agenda: ContentHash,
	/// The URI of its text.
	pub place: Place,
	/// Its state.
	pub state: State<BlockNumber>,
}

/// The stored state of a proposal. A vote opens and closes by time alone, without a change of state: see
/// [`State::phase`]. Deadlines are lived times; what happened has the time of the clock.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum State<BlockNumber> {
	/// Owners can support it.
	#[codec(index = 0)]
	Petition {
		/// The end of the petition in lived time, exclusive.
		ends: Moment,
		/// Heads are counted as of the end of this block.
		block: BlockNumber,
		/// The number of heads of the electorate at that time.
		heads: u32,
		/// The number of heads in support, including the petitioner's.
		supporters: u32,
	},
	/// Owners can stand in the election.
	#[codec(index = 1)]
	Nominating {
		/// The end of the nomination period in lived time, exclusive.
		ends: Moment,
	},
	/// The notice was given, and the proposal is fixed.
	#[codec(index = 2)]
	Announced {
		/// The time of the notice.
		at: Moment,
		/// The lived time at which voting begins.
		opens: Moment,
		/// The lived time at which voting ends, exclusive.
		closes: Moment,
	},
	/// The owners decided in favour, or a court gave effect to it. It can be challenged until `enact_at`, which a court
	/// can move once.
	#[codec(index = 3)]
	Passed {
		/// The time at which the vote was closed.
		closed: Moment,
		/// The lived time from which it can be enacted.
		enact_at: Moment,
	},
	/// Its enactment failed. Anyone can try again until it lapses.
	#[codec(index = 4)]
	Failed {
		/// The lived time from which it could be enacted.
		enact_at: Moment,
		/// The time of the last attempt.
		at: Moment,
		/// The reason for the failure.
		failure: Failure,
	},
	/// It was enacted.
	#[codec(index = 5)]
	Enacted {
		/// The lived time from which it could be enacted.
		enact_at: Moment,
		/// The time of the enactment.
		at: Moment,
	},
	/// It did not pass; the certificate has the reason. A court can still give effect to a motion.
	#[codec(index = 6)]
	Rejected {
		/// The time at which the vote was closed.
		closed: Moment,
	},
	/// Its time ran out: too little support, too few candidates, or not enacted in time.
	#[codec(index = 7)]
	Lapsed {
		/// The time at which this was recorded.
		at: Moment,
	},
	/// The proposer withdrew it before the vote.
	#[codec(index = 8)]
	Withdrawn {
		/// The time of the withdrawal.
		at: Moment,
	},
	/// A court set it aside before it was enacted (CC 280).
	#[codec(index = 9)]
	Annulled {
		/// The time at which the ruling was countersigned.
		at: Moment,
		/// The ruling's hash.
		document: ContentHash,
	},
}

impl<BlockNumber> State<BlockNumber> {
	/// Whether this state can become `next`. Every change of a stored state is checked here.
	pub const fn may_become(&self, next: &Self) -> bool {
		use State::*;
		matches!(
			(self, next),
			(
				Petition { .. },
				Petition { .. } | Nominating { .. } | Announced { .. } | Lapsed { .. } | Withdrawn { .. }
			) | (Nominating { .. }, Announced { .. } | Lapsed { .. } | Withdrawn { .. })
				| (Announced { .. }, Announced { .. } | Passed { .. } | Rejected { .. } | Withdrawn { .. })
				// A court gave effect to it.
				| (Rejected { .. }, Passed { .. })
				// Passed again: its enactment was postponed. Rejected again: the effect was taken back.
				| (
					Passed { .. },
					Passed { .. }
						| Enacted { .. } | Failed { .. }
						| Annulled { .. } | Lapsed { .. }
						| Rejected { .. }
				) | (Failed { .. }, Enacted { .. } | Failed { .. } | Annulled { .. } | Lapsed { .. } | Rejected { .. })
		)
	}

	/// Whether the proposal still waits for the owners: for support, candidates or ballots.
	pub const fn is_open(&self) -> bool {
		matches!(self, Self::Petition { .. } | Self::Nominating { .. } | Self::Announced { .. })
	}

	/// Whether it passed and is neither enacted, lapsed nor annulled.
	pub const fn waits_for_enactment(&self) -> bool {
		matches!(self, Self::Passed { .. } | Self::Failed { .. })
	}

	/// The phase of a proposal in this state at the lived time `now`, where decisions can be enacted for
	/// `enactment_period` milliseconds once they are due.
	pub fn phase(&self, now: Moment, enactment_period: Moment) -> Phase {
		// A deadline beyond the range of `Moment` is never reached.
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

impl<BlockNumber> State<BlockNumber> {
	/// The lived time at which the phase of a proposal in this state ends, if time ends it and has not done so by the
	/// lived time `now`.
	pub fn next_deadline(&self, now: Moment) -> Option<Moment> {
		let deadlines = match self {
			Self::Petition { ends, .. } | Self::Nominating { ends } => [*ends; 2],
			Self::Announced { opens, closes, .. } => [*opens, *closes],
			Self::Passed { enact_at, .. } => [*enact_at; 2],
			_ => return None,
		};
		deadlines.into_iter().find(|deadline| now < *deadline)
	}
}

/// Reasons for which an enactment fails.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Failure {
	/// The preimage of the call is missing, which cannot happen: it is held while the call can follow. Note it, then
	/// enact again.
	#[codec(index = 0)]
	CallMissing,
	/// The stored bytes do not decode to a call of this runtime, or calls are nested too deeply.
	#[codec(index = 1)]
	CallUnreadable,
	/// The call returned this error.
	#[codec(index = 2)]
	Call(DispatchError),
	/// The committee could not be seated because of this error.
	#[codec(index = 3)]
	Seating(DispatchError),
}

/// The phase of a proposal: its state at a given time.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Phase {
	/// Collects support.
	#[codec(index = 0)]
	Collecting,
	/// Found too little support in its time: `close` makes it lapse.
	#[codec(index = 1)]
	Expired,
	/// Open for candidates.
	#[codec(index = 2)]
	Nominating,
	/// The nomination period is over: `announce` gives the notice.
	#[codec(index = 3)]
	NominationOver,
	/// The notice was given; voting has not begun.
	#[codec(index = 4)]
	Notice,
	/// Ballots are taken.
	#[codec(index = 5)]
	Voting,
	/// Voting is over: `close` finds the verdict.
	#[codec(index = 6)]
	VotingOver,
	/// Passed, and within its challenge window.
	#[codec(index = 7)]
	ChallengeWindow,
	/// Passed, and due: `enact` carries it out.
	#[codec(index = 8)]
	Due,
	/// The enactment failed: once the cause is removed, `enact` can be called again.
	#[codec(index = 9)]
	Failed,
	/// See [`State::Enacted`].
	#[codec(index = 10)]
	Enacted,
	/// See [`State::Rejected`].
	#[codec(index = 11)]
	Rejected,
	/// See [`State::Lapsed`].
	#[codec(index = 12)]
	Lapsed,
	/// See [`State::Withdrawn`].
	#[codec(index = 13)]
	Withdrawn,
	/// See [`State::Annulled`].
	#[codec(index = 14)]
	Annulled,
	/// Not enacted in time: `enact` makes it lapse.
	#[codec(index = 15)]
	EnactmentOver,
}

/// A court's ruling that was entered and waits for the registrar to countersign it. Until then it has no effect.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Annulment<AccountId> {
	/// The ruling's hash.
	pub document: ContentHash,
	/// The auditor who entered it.
	pub entered_by: AccountId,
	/// The time at which it was entered.
	pub moment: Moment,
}

/// An owner who stands, or stood, in an election.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Nomination<AccountId> {
	/// The account that takes the seat if elected. `None` if the owner stepped back.
	pub account: Option<AccountId>,
	/// The number of owners who seconded the candidate.
	pub seconders: u32,
}

/// A court's judgment that gives effect to a motion which the owners rejected. It has none until the registrar has
/// countersigned it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Judgment<AccountId> {
	/// The judgment's hash.
	pub document: ContentHash,
	/// The auditor who entered it.
	pub entered_by: AccountId,
	/// The time at which it was entered.
	pub moment: Moment,
	/// The registrar who countersigned it, and the lived time from which the motion can be enacted.
	pub given: Option<(AccountId, Moment)>,
}

/// An owner's challenge to a decision. It is a record and does not delay the enactment.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Challenge {
	/// The hash of the reasons.
	pub reason: ContentHash,
	/// The time of the challenge.
	pub moment: Moment,
}

/// What a decision is about, as rulings against decisions are counted. The owners decide again on the same matter and
/// in the same buildings; the call may differ, such as in a date that has passed by then.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Subject {
	/// Motions, and choices among options.
	#[codec(index = 0)]
	Motions {
		/// The matter that they declare.
		matter: Option<Matter>,
		/// The buildings whose owners decide; `None` for the whole community.
		electorate: Option<Buildings>,
	},
	/// The election of a committee, regardless of the candidates.
	#[codec(index = 1)]
	Election,
}

/// That a decision on a subject was annulled. For a year, another on it can only be postponed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Overruling {
	/// The decision that was annulled.
	pub annulled: ProposalId,
	/// The lived time of that.
	pub at: Moment,
	/// The later decision on the same subject that was postponed, if one was. There is at most one.
	pub postponed: Option<ProposalId>,
}

/// The postponement of a decision that the owners took again after a court had set it aside.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Postponement<AccountId> {
	/// The ruling's hash.
	pub document: ContentHash,
	/// The auditor who entered it.
	pub entered_by: AccountId,
	/// The registrar who countersigned it.
	pub countersigned_by: AccountId,
	/// The lived time from which the decision can be enacted.
	pub until: Moment,
}
