// SPDX-License-Identifier: Apache-2.0

//! The rules of the repair fund: the kinds of units that take part, their first deposits, and the top-up threshold.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{fraction::divide_half_up, Area, Fen, Fraction, UnitKind};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The maximum rate of a first deposit, in fen per m²: ten thousand million of the currency. It keeps every product
/// within 128 bits.
pub const MAX_RATE: Fen = 1_000_000_000_000;

/// The rate of the first deposit of one kind of units.
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
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KindRate {
	/// The kind.
	pub kind: UnitKind,
	/// The first deposit, in fen per m².
	pub rate: Fen,
}

/// The rules of the repair fund.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RepairRules {
	/// The kinds of units that take part, each once, with the rates of their first deposits. Enrolled units keep the
	/// first deposits they were enrolled with.
	pub rates: BoundedVec<KindRate, ConstU32<4>>,
	/// A unit whose share is below this part of its first deposit has to top it up.
	pub threshold: Fraction,
}

impl Default for RepairRules {
	/// Residential and commercial units, at 100.00 per m², with top-ups due below 30 % [Shanghai 65].
	fn default() -> Self {
		let rates = [UnitKind::Residential, UnitKind::Commercial].map(|kind| KindRate { kind, rate: 10_000 });
		Self { rates: BoundedVec::truncate_from(rates.to_vec()), threshold: Fraction::new(30, 100) }
	}
}

impl RepairRules {
	/// The rate of the first deposit of units of that kind, in fen per m²; `None` if they do not take part.
	pub fn rate(&self, kind: UnitKind) -> Option<Fen> {
		self.rates.iter().find(|entry| entry.kind == kind).map(|entry| entry.rate)
	}
}

/// The first deposit of a unit of `area` (0.01 m²) at `rate` fen per m², rounded half up (D4). `None` on overflow.
pub fn first_deposit(area: Area, rate: Fen) -> Option<Fen> {
	divide_half_up(u128::from(area).checked_mul(rate)?, 100)
}
