// SPDX-License-Identifier: Apache-2.0

//! What is written down when a proposal is closed (D31).

use super::{class::ClassId, RuleBookVersion};
use crate::{
	tally::Tally,
	verdict::{Count, Verdict},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{Moment, MAX_CANDIDATES};
use scale_info::TypeInfo;

/// Candidates by their places in the list, from 0.
pub type Places = BoundedVec<u8, ConstU32<MAX_CANDIDATES>>;

/// The result of a proposal, with all that it follows from. Everything in it can be computed again from the ballots,
/// the receipts, the register's checkpoints and the rule book, which all stay on chain.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Certificate<BlockNumber> {
	/// The version of the rule book.
	pub rule_book: RuleBookVersion,
	/// The class.
	pub class: ClassId,
	/// The register counted as it was at the end of this block.
	pub record_block: BlockNumber,
	/// The ballots by choice.
	pub tally: Tally,
	/// What the verdict was found from. In an election nobody is for or against: see the tally.
	pub count: Count,
	/// The verdict and, if it is no, the reason.
	pub verdict: Verdict,
	/// In an election, the candidates who get the seats, the first first.
	pub elected: Places,
	/// In an election, the candidates who had enough approval and got no seat, the first first. They fill vacancies.
	pub reserve: Places,
	/// When it was closed.
	pub closed: Moment,
}
