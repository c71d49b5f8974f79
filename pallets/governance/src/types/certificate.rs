// SPDX-License-Identifier: Apache-2.0

//! The certificate of a closed vote (D31).

use super::{
	class::{ClassId, Stage},
	tract::TractResults,
	RuleBookVersion,
};
use crate::{
	tally::Tally,
	verdict::{Count, Verdict},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{Moment, MAX_CANDIDATES};
use scale_info::TypeInfo;

/// Candidates, by their places in the list, from 0.
pub type Places = BoundedVec<u8, ConstU32<MAX_CANDIDATES>>;

/// The result of a vote, with all the numbers it follows from. It can be computed again from the ballots, the receipts,
/// the register's checkpoints and the rule book, all of which stay on chain.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Certificate<BlockNumber> {
	/// The version of the rule book.
	pub rule_book: RuleBookVersion,
	/// The class.
	pub class: ClassId,
	/// The record date: power was counted as of the end of this block.
	pub record_block: BlockNumber,
	/// The power by choice.
	pub tally: Tally,
	/// The count on which the verdict is based. In an election, in favour and against are zero: see the tally. In a
	/// choice among options, in favour is the power for the chosen or the leading one, and against all other votes.
	pub count: Count,
	/// The verdict and, if the proposal was rejected, the reason.
	pub verdict: Verdict,
	/// In an election, the elected candidates, in order of rank. In a choice among options, the chosen one.
	pub elected: Places,
	/// In an election, the candidates with enough approval and no seat, in order of rank. They fill vacancies. In a
	/// choice among options, the two between which a run-off decides, if no option was chosen.
	pub reserve: Places,
	/// The time at which the vote was closed.
	pub closed: Moment,
	/// The stage at which it was closed, which determines the quorum.
	pub stage: Stage,
	/// How long the chain stood still between the opening of the vote and its close, in ms. Voting lasted that much
	/// longer (D46).
	pub stood_still: Moment,
	/// Changes of owners' accounts and areas after this block are recent: some time before the record date.
	pub recent_since: BlockNumber,
	/// How much of the tally comes from owners who had a recent change when their ballots were cast. Changes since then
	/// are in the register, up to [`Certificate::closed_in`].
	pub recent: Tally,
	/// The block in which the vote was closed.
	pub closed_in: BlockNumber,
	/// The results within the tracts, if the class asks for its thresholds within each. The verdict is
	/// [`Verdict::Passed`] only if they all are.
	pub tracts: TractResults,
}
