// SPDX-License-Identifier: Apache-2.0

//! The types that the pallet stores and returns. None depends on the pallet's `Config`.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{Moment, ProposalId};
use scale_info::TypeInfo;

/// A member of the committee is a candidate who was elected.
pub use linli_primitives::Candidate as Member;

/// An election whose committee took its seats. Ordered by time, as the owners' latest vote prevails.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Election {
	/// The time at which its vote was closed, in ms.
	pub closed: Moment,
	/// Its id.
	pub id: ProposalId,
}

/// The term of a committee.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Term {
	/// The election it comes from.
	pub election: ProposalId,
	/// The number of seats, including vacant ones.
	pub seats: u32,
	/// The number of members without which the committee cannot act.
	pub minimum: u32,
	/// Its beginning, in ms.
	pub begins: Moment,
	/// Its end in ms, exclusive.
	pub ends: Moment,
	/// The time from which the election of the next committee is called, in ms.
	pub succession: Moment,
}

impl Term {
	/// Whether a committee with this number of members can act: they are at least the minimum, and a majority of all
	/// seats. With half of the seats empty no motion could be carried.
	pub const fn can_act(&self, members: u32) -> bool {
		members >= self.minimum && members.saturating_mul(2) > self.seats
	}

	/// Its length, in ms.
	pub const fn length(&self) -> Moment {
		self.ends.saturating_sub(self.begins)
	}
}

/// The reason why a seat became vacant.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Vacancy {
	/// The member resigned.
	#[codec(index = 0)]
	Resigned,
	/// The owners recalled the member.
	#[codec(index = 1)]
	Recalled,
	/// The member no longer owns a voting unit.
	#[codec(index = 2)]
	NotOwner,
}

/// The committee, as returned to clients.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct CommitteeView<AccountId> {
	/// Its term; `None` if there is no committee.
	pub term: Option<Term>,
	/// Its members.
	pub members: Vec<Member<AccountId>>,
	/// The reserve, in the order in which it fills vacancies.
	pub reserve: Vec<Member<AccountId>>,
}
