// SPDX-License-Identifier: Apache-2.0

//! Tiers of a metered charge (D49).

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::Fen;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The maximum number of tiers besides the base rate.
pub const MAX_TIERS: u32 = 4;

/// The tiers of a rate, lowest first; without any, all use is at the base rate.
pub type Tiers = BoundedVec<Tier, ConstU32<MAX_TIERS>>;

/// A tier: what is used in a month beyond `above` and up to the next tier has a rate of its own.
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
pub struct Tier {
	/// The use per month of the period above which the tier begins, in thousandths of the physical unit.
	pub above: u64,
	/// The rate of the tier, in fen per 1,000 physical units.
	pub rate: Fen,
}
