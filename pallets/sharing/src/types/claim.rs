// SPDX-License-Identifier: Apache-2.0

//! Claims of either side, and the panels that rule on them.

use super::{Secret, Side};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{ContentHash, Fen, Moment};
use scale_info::TypeInfo;

/// The number of members of a panel.
pub const PANEL: u32 = 3;

/// What is claimed or ruled: by the provider for damage, out of the deposit; by the renter of the late fee and the
/// price, for a resource that was not there or could not be used, or a lateness that was none.
#[derive(
	Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Award {
	/// The damages that the renter pays, in fen.
	pub damages: Fen,
	/// What the renter gets back, in fen: first of the late fee, then of the price.
	pub refund: Fen,
}

impl Award {
	/// Whether neither amount is above that of the other.
	pub const fn is_within(&self, other: &Self) -> bool {
		self.damages <= other.damages && self.refund <= other.refund
	}

	/// What it gives a side, in fen.
	pub const fn of(&self, side: Side) -> Fen {
		match side {
			Side::Renter => self.refund,
			Side::Provider => self.damages,
		}
	}
}

/// The answer of the side that disputes a claim.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Answer {
	/// Hash of the answer.
	pub text: ContentHash,
	/// The bond that is held on the account of the side, in fen: none of an account that cannot pay it.
	pub bond: Fen,
	/// The secret of the side.
	pub secret: Secret,
}

/// A claim of one side, and the counterclaim of the other if it disputed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Claim {
	/// The time of the claim.
	pub at: Moment,
	/// The side that claimed.
	pub by: Side,
	/// What is claimed, with the counterclaim.
	pub claimed: Award,
	/// The bond that is held on the claimant's account, in fen.
	pub bond: Fen,
	/// Hash of the evidence.
	pub evidence: ContentHash,
	/// The claimant's secret.
	pub secret: Secret,
	/// The other side's answer, if the claim was disputed.
	pub answer: Option<Answer>,
	/// What the panel ruled.
	pub ruled: Option<Award>,
}

impl Claim {
	/// The secret of a side, if it has committed to one.
	pub fn secret_of(&self, side: Side) -> Option<Secret> {
		if side == self.by {
			Some(self.secret)
		} else {
			self.answer.map(|answer| answer.secret)
		}
	}

	/// Replaces the secret of a side.
	pub fn set_secret(&mut self, side: Side, secret: Secret) {
		if side == self.by {
			self.secret = secret;
		} else if let Some(answer) = &mut self.answer {
			answer.secret = secret;
		}
	}

	/// Whether both sides have revealed their secrets.
	pub fn is_revealed(&self) -> bool {
		[self.by, self.by.other()]
			.into_iter()
			.all(|side| self.secret_of(side).is_some_and(|it| it.revealed().is_some()))
	}

	/// Whether the claim was disputed, and the side did not reveal its secret.
	pub fn withheld(&self, side: Side) -> bool {
		self.answer.is_some() && self.secret_of(side).is_some_and(|secret| secret.revealed().is_none())
	}
}

/// A place on a panel.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Seat<AccountId> {
	/// The member.
	pub who: AccountId,
	/// What is due according to the member, once the vote is cast.
	pub vote: Option<Award>,
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
	/// The ruling: the median of the three votes for each amount, so that no single member can move it beyond another's
	/// vote. `None` until all have voted.
	pub fn ruling(&self) -> Option<Award> {
		let [one, two, three] = self.seats.as_slice() else { return None };
		let (one, two, three) = (one.vote?, two.vote?, three.vote?);
		Some(Award {
			damages: median(one.damages, two.damages, three.damages),
			refund: median(one.refund, two.refund, three.refund),
		})
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
		let award = |(damages, refund)| Award { damages, refund };
		let panel = |votes: [Option<(Fen, Fen)>; 3]| Panel {
			seats: votes
				.into_iter()
				.enumerate()
				.map(|(who, vote)| seat(who, vote.map(award)))
				.collect::<Vec<_>>()
				.try_into()
				.unwrap(),
			replaced: Default::default(),
		};
		assert_eq!(panel([Some((5, 0)), None, Some((5, 0))]).ruling(), None);
		let votes = [Some((5, 9)), Some((0, 1)), Some((7, 3))];
		assert_eq!(panel(votes).ruling(), Some(award((5, 3))));
	}
}
