// SPDX-License-Identifier: Apache-2.0

//! The committee, and who wants to be in it (D33).

use crate::tally::MAX_CANDIDATES;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{Moment, OwnerId, ProposalId};
use scale_info::TypeInfo;

/// An owner who stands in an election, by the account that represented it then.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Candidate<AccountId> {
	/// The owner.
	pub owner: OwnerId,
	/// Who would sit.
	pub account: AccountId,
}

/// A member of the committee is a candidate who was elected.
pub type Member<AccountId> = Candidate<AccountId>;

/// Members, those next in line, or those who stand, in order.
pub type Members<AccountId> = BoundedVec<Candidate<AccountId>, ConstU32<MAX_CANDIDATES>>;

/// The term in which a committee sits.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Term {
	/// The election it comes from.
	pub election: ProposalId,
	/// How many seats the committee has, vacant ones included.
	pub seats: u32,
	/// When it began.
	pub begins: Moment,
	/// When it ends, exclusive.
	pub ends: Moment,
}

/// Why a seat became vacant.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Vacancy {
	/// The member resigned.
	#[codec(index = 0)]
	Resigned,
	/// The owners recalled the member.
	#[codec(index = 1)]
	Recalled,
	/// The member owns no voting unit any more.
	#[codec(index = 2)]
	NotAnOwner,
}
