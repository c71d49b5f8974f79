// SPDX-License-Identifier: Apache-2.0

//! The result that an election hands over to the committee (D33).

use crate::{Moment, OwnerId, ProposalId};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;

/// The maximum number of candidates in an election: a ballot names them in a 32-bit mask.
pub const MAX_CANDIDATES: u32 = 32;

/// A candidate or elected owner, with the account that represented the owner at that time.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Candidate<AccountId> {
	/// The owner.
	pub owner: OwnerId,
	/// The account that takes the seat.
	pub account: AccountId,
}

/// Candidates: in order of standing before the vote, in order of their results after it.
pub type Candidates<AccountId> = BoundedVec<Candidate<AccountId>, ConstU32<MAX_CANDIDATES>>;

/// The result of an election that passed: everything the committee needs from it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct ElectionResult<AccountId> {
	/// The election.
	pub election: ProposalId,
	/// The time at which the vote was closed, in ms since 1970. Of two elections, the one closed later prevails.
	pub closed: Moment,
	/// The number of seats of the committee, including vacant ones.
	pub seats: u32,
	/// The number of members without which the committee cannot act.
	pub minimum: u32,
	/// The length of the term in ms, from the moment the committee takes its seats.
	pub term: Moment,
	/// The elected candidates, best result first. At most one per seat.
	pub elected: Candidates<AccountId>,
	/// The candidates with enough approval but no seat, best result first. They fill vacancies.
	pub reserve: Candidates<AccountId>,
}
