// SPDX-License-Identifier: Apache-2.0

//! Damage, and those drawn to say what it comes to.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{ContentHash, Fen, Moment};
use scale_info::TypeInfo;

/// How many sit on a panel.
pub const PANEL: u32 = 3;

/// That something is broken.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Claim {
	/// When it was claimed.
	pub at: Moment,
	/// What the provider claims, in fen.
	pub amount: Fen,
	/// Hash of what shows it.
	pub evidence: ContentHash,
	/// Hash of what the renter answered, if the claim was disputed.
	pub answer: Option<ContentHash>,
	/// What the panel ruled it comes to, in fen.
	pub ruled: Option<Fen>,
}

/// A place on a panel.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Seat<AccountId> {
	/// Whose.
	pub who: AccountId,
	/// What the damage comes to, in fen, once the vote was cast.
	pub vote: Option<Fen>,
}

/// Those drawn to rule on a claim.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Panel<AccountId> {
	/// The members.
	pub seats: BoundedVec<Seat<AccountId>, ConstU32<PANEL>>,
	/// Those who did not vote in time, and were replaced.
	pub replaced: BoundedVec<AccountId, ConstU32<PANEL>>,
}

impl<AccountId: PartialEq> Panel<AccountId> {
	/// The ruling: the median of three votes, so that no single member can move it past another's. `None` until all
	/// have voted.
	pub fn ruling(&self) -> Option<Fen> {
		match self.seats.as_slice() {
			[one, two, three] => Some(median(one.vote?, two.vote?, three.vote?)),
			_ => None,
		}
	}
}

/// The middle one of three.
pub fn median(one: Fen, two: Fen, three: Fen) -> Fen {
	one.max(two).min(one.min(two).max(three))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_median_is_the_middle_one() {
		for votes in [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]] {
			assert_eq!(median(votes[0], votes[1], votes[2]), 2);
		}
		assert_eq!((median(0, 0, 9), median(9, 0, 9), median(4, 4, 4)), (0, 9, 4));
	}

	#[test]
	fn a_panel_rules_once_all_have_voted() {
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
