// SPDX-License-Identifier: Apache-2.0

//! The rules of sharing, which the assembly decides.

use super::MAX_PRICE;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::cmp::Ordering;
use frame_support::PalletError;
use linli_primitives::{calendar::DAY, Fen, Fraction, Moment, PotId};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The minimum length of a time to act, in ms: an hour.
pub const MIN_WINDOW: Moment = 3_600_000;

/// The maximum length of a time to act, in ms: 60 days. Money is held meanwhile.
pub const MAX_WINDOW: Moment = 5_184_000_000;

/// The rules of sharing (D36, D37).
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct SharingRules {
	/// The pot that receives the community's share of the income.
	pub income_pot: PotId,
	/// The share of the income of the community's resources that goes there. The rest goes to the pot of the resource.
	pub common_share: Fraction,
	/// The share of the income of members' resources that goes there.
	pub private_share: Fraction,
	/// How long the other side can dispute a claim, in ms. A claim that is not disputed counts as accepted.
	pub answer_window: Moment,
	/// How long both sides of a dispute can reveal their secrets, in ms.
	pub reveal_window: Moment,
	/// How long a panel can vote, in ms; replacements have the same time again.
	pub panel_window: Moment,
	/// How long either side can appeal, in ms.
	pub appeal_window: Moment,
	/// How long the committee can rule, in ms. After that the panel's ruling stands; without one, nothing
	/// is due.
	pub committee_window: Moment,
	/// The bond of a claim, in fen: it goes to the other side if the claim is ruled to be without any ground, or its
	/// secret withheld. A side that disputes a claim gives as much, if
	/// able to.
	pub claim_bond: Fen,
}

impl Default for SharingRules {
	/// 10 % of the income of the community's resources, and none of members', to pot 2, the pot of common income in the
	/// presets; two days to answer, one to reveal, three to vote, three to appeal, 30 for the committee; a bond of 10
	/// yuan.
	fn default() -> Self {
		Self {
			income_pot: 2,
			common_share: Fraction::new(10, 100),
			private_share: Fraction::ZERO,
			answer_window: DAY.saturating_mul(2),
			reveal_window: DAY,
			panel_window: DAY.saturating_mul(3),
			appeal_window: DAY.saturating_mul(3),
			committee_window: DAY.saturating_mul(30),
			claim_bond: 1_000,
		}
	}
}

/// Why rules are invalid.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, PalletError,
)]
pub enum RulesError {
	/// A share is above one, or has a denominator of zero: use a fraction between zero and one.
	#[codec(index = 0)]
	InvalidShare,
	/// A time is shorter than an hour or longer than 60 days: choose one between.
	#[codec(index = 1)]
	InvalidWindow,
	/// The bond is above [`MAX_PRICE`]: lower it.
	#[codec(index = 2)]
	BondTooHigh,
}

impl SharingRules {
	/// Checks that the rules are valid.
	pub fn check(&self) -> Result<(), RulesError> {
		let is_part = |share: &Fraction| matches!(share.compare(1, 1), Some(Ordering::Equal | Ordering::Greater));
		if ![self.common_share, self.private_share].iter().all(is_part) {
			return Err(RulesError::InvalidShare);
		}
		let windows =
			[self.answer_window, self.reveal_window, self.panel_window, self.appeal_window, self.committee_window];
		if !windows.iter().all(|window| (MIN_WINDOW..=MAX_WINDOW).contains(window)) {
			return Err(RulesError::InvalidWindow);
		}
		if self.claim_bond > MAX_PRICE {
			return Err(RulesError::BondTooHigh);
		}
		Ok(())
	}
}

/// Divides `amount` fen into the community's share, rounded down, and the provider's rest. `None` on overflow.
pub(crate) fn divide(share: Fraction, amount: Fen) -> Option<(Fen, Fen)> {
	let community = share.of_floor(amount)?;
	Some((community, amount.checked_sub(community)?))
}
