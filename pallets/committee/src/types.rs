// SPDX-License-Identifier: Apache-2.0

//! What the pallet stores and shows. Nothing here knows `Config`.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{Moment, ProposalId};
use scale_info::TypeInfo;

/// A member of the committee is a candidate who was elected.
pub use linli_primitives::Candidate as Member;

/// An election whose committee took its seats. The later one is the greater: what the owners said last holds.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Election {
	/// When its vote was closed.
	pub closed: Moment,
	/// Which it is.
	pub id: ProposalId,
}

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
	NotOwner,
}

/// The committee, as clients are shown it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct CommitteeView<AccountId> {
	/// Its term; `None` where there is no committee.
	pub term: Option<Term>,
	/// Who sits.
	pub members: Vec<Member<AccountId>>,
	/// Who is next in line.
	pub reserve: Vec<Member<AccountId>>,
}
