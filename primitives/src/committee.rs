// SPDX-License-Identifier: Apache-2.0

//! What an election of the committee hands over to the committee (D33).

use crate::{Moment, OwnerId, ProposalId};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;

/// How many owners can stand in an election: a ballot names them in 32 bits.
pub const MAX_CANDIDATES: u32 = 32;

/// An owner who stands in an election or was elected, with the account that represented the owner then.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Candidate<AccountId> {
	/// The owner.
	pub owner: OwnerId,
	/// The account that would sit.
	pub account: AccountId,
}

/// Candidates in order: of standing before the vote, of their results after it.
pub type Candidates<AccountId> = BoundedVec<Candidate<AccountId>, ConstU32<MAX_CANDIDATES>>;

/// The result of an election that passed: all that the committee has to know of it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct ElectionResult<AccountId> {
	/// The election.
	pub election: ProposalId,
	/// When its vote was closed, in ms since 1970. Of two elections the one that was closed later holds.
	pub closed: Moment,
	/// How many seats the committee has, vacant ones included.
	pub seats: u32,
	/// How long the term is, in ms, from the moment on in which the committee takes its seats.
	pub term: Moment,
	/// Those who get a seat, the best result first. No more than there are seats.
	pub elected: Candidates<AccountId>,
	/// Those who had enough approval and got no seat, the best result first. They fill vacancies.
	pub reserve: Candidates<AccountId>,
}
