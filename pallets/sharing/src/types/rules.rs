// SPDX-License-Identifier: Apache-2.0

//! What the community decides about sharing.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::cmp::Ordering;
use frame_support::PalletError;
use linli_primitives::{calendar::DAY, Fen, Fraction, Moment, PotId};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The shortest time that anybody is given, in ms: an hour.
pub const MIN_WINDOW: Moment = 3_600_000;

/// The longest time that anybody is given, in ms: 60 days. Meanwhile money is held.
pub const MAX_WINDOW: Moment = 5_184_000_000;

/// The community's parameters for sharing (D36, D37).
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
	/// The pot that gets the community's share of the income.
	pub income_pot: PotId,
	/// What part of the income of the community's resources goes there. The rest goes to the resource's own pot.
	pub common_share: Fraction,
	/// What part of the income of residents' resources goes there.
	pub private_share: Fraction,
	/// For how long a renter can dispute a claim, in ms. Who is silent accepts.
	pub answer_window: Moment,
	/// For how long a drawn panel can vote, in ms, and as long again those who replace others.
	pub panel_window: Moment,
	/// For how long either side can appeal, in ms.
	pub appeal_window: Moment,
	/// For how long the committee can rule, in ms. Then the panel's ruling stands or, without one, no damage is proved.
	pub committee_window: Moment,
}

impl Default for SharingRules {
	/// 10 % of the income of common resources, none of private ones, into the pot of common income as the presets
	/// number it; two days to answer, three to vote, three to appeal, 30 for the committee.
	fn default() -> Self {
		Self {
			income_pot: 2,
			common_share: Fraction::new(10, 100),
			private_share: Fraction::ZERO,
			answer_window: DAY.saturating_mul(2),
			panel_window: DAY.saturating_mul(3),
			appeal_window: DAY.saturating_mul(3),
			committee_window: DAY.saturating_mul(30),
		}
	}
}

/// What is wrong with rules.
#[derive(
	Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, PalletError,
)]
pub enum RulesError {
	/// A share is above the whole, or over zero: name a part.
	#[codec(index = 0)]
	InvalidShare,
	/// A time is shorter than an hour, or longer than 60 days.
	#[codec(index = 1)]
	InvalidWindow,
}

impl SharingRules {
	/// Whether anybody can live by them.
	pub fn check(&self) -> Result<(), RulesError> {
		let is_part = |share: &Fraction| matches!(share.compare(1, 1), Some(Ordering::Equal | Ordering::Greater));
		if ![self.common_share, self.private_share].iter().all(is_part) {
			return Err(RulesError::InvalidShare);
		}
		let windows = [self.answer_window, self.panel_window, self.appeal_window, self.committee_window];
		if !windows.iter().all(|window| (MIN_WINDOW..=MAX_WINDOW).contains(window)) {
			return Err(RulesError::InvalidWindow);
		}
		Ok(())
	}
}

/// What of `amount` fen is the community's, rounded down, and what is the provider's.
pub(crate) fn divide(share: Fraction, amount: Fen) -> Option<(Fen, Fen)> {
	let community = share.of_floor(amount)?;
	Some((community, amount.checked_sub(community)?))
}
