// SPDX-License-Identifier: Apache-2.0

//! Claims of damage, and the panels that rule on them.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{ContentHash, Fen, Moment};
use scale_info::TypeInfo;

/// The number of members of a panel.
pub const PANEL: u32 = 3;

/// A claim of damage.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Claim {
	/// The time of the claim.
	pub at: Moment,
	/// The amount claimed, in fen.
	pub amount: Fen,
	/// Hash of the evidence.
	pub evidence: ContentHash,
	/// Hash of the renter's answer, if the claim was disputed.
	pub answer: Option<ContentHash>,
	/// The damage that the panel ruled, in fen.
	pub ruled: Option<Fen>,
}

/// A place on a panel.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Seat<AccountId> {
	/// The member.
	pub who: AccountId,
	/// The damage according to the member, in fen, once the vote is cast.
	pub vote: Option<Fen>,
}

/// The members drawn to rule on a claim.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Panel<AccountId> {
	/// The seats of the current members.
	pub seats: BoundedVec<Seat<AccountId>, ConstU32<PANEL>>,
	/// The members who did not vote in time and were replaced.
	pub replaced: BoundedVec<AccountId, ConstU32<PANEL>>,
}

impl<AccountId: PartialEq> Panel<AccountId> {
	/// The ruling: the median of the three votes, so that no single member can move it beyond another's vote. `None`
	/// until all have voted.
	pub fn ruling(&self) -> Option<Fen> {
		match self.seats.as_slice() {
			[one, two, three] => Some(median(one.vote?, two.vote?, three.vote?)),
			_ => None,
		}
	}
}

/// The median of three amounts.
pub fn median(one: Fen, two: Fen, three: Fen) -> Fen {
	one.max(two).min(one.min(two).max(three))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn median_is_the_middle_amount() {
		for votes in [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]] {
			assert_eq!(median(votes[0], votes[1], votes[2]), 2);
		}
		assert_eq!((median(0, 0, 9), median(9, 0, 9), median(4, 4, 4)), (0, 9, 4));
	}

	#[test]
	fn panel_rules_once_all_have_voted() {
		let seat = |who, vote| Seat { who, vote };
		let panel = |votes: [Option<Fen>; 3]| Panel {
			seats: votes
				.into_iter()
				.enumerate()
				.map(|(who, vote)| seat(who, vote))
				.collect::<Vec<_>>()
				.try_into()
				.unwrap(),
			replaced: Default::default(),
		};
		assert_eq!(panel([Some(5), None, Some(5)]).ruling(), None);
		assert_eq!(panel([Some(5), Some(0), Some(7)]).ruling(), Some(5));
	}
}
