// SPDX-License-Identifier: Apache-2.0

//! What was billed of the use that meters show.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{traits::Use, Fen, MeterId, Moment, Period, PotId, UnitId, Utility};
use scale_info::TypeInfo;

/// Whose use it is that a line of charges bills. Charges of one line replace one another: they bill the same use for
/// the same pot. Those that run side by side, as for water and sewage, are of different lines if their pots differ.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum UseOf {
	/// A unit's, by its own meters.
	#[codec(index = 0)]
	Unit {
		/// The unit.
		unit: UnitId,
		/// What the meters measure.
		utility: Utility,
		/// The pot that the charges pay into.
		pot: PotId,
	},
	/// What a main meter shows beyond the meters below it.
	#[codec(index = 1)]
	Main {
		/// The main meter.
		main: MeterId,
		/// The pot that the charges pay into.
		pot: PotId,
	},
}

impl UseOf {
	/// Whose meters show it.
	pub fn measured(self) -> Measured {
		match self {
			Self::Unit { unit, utility, .. } => Measured::Unit { unit, utility },
			Self::Main { main, .. } => Measured::Main(main),
		}
	}

	/// The pot that the line of charges pays into.
	pub fn pot(self) -> PotId {
		match self {
			Self::Unit { pot, .. } | Self::Main { pot, .. } => pot,
		}
	}
}

/// The charges that are known to have billed the same use, of all pots. If there are more, the one that ended first is
/// left out: what it billed is in what those after it include.
pub const MAX_BILLED_BY: u32 = 16;

/// Whose meters show a use that charges bill.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Measured {
	/// A unit's.
	#[codec(index = 0)]
	Unit {
		/// The unit.
		unit: UnitId,
		/// What the meters measure.
		utility: Utility,
	},
	/// A main meter, with the meters below it.
	#[codec(index = 1)]
	Main(MeterId),
}

/// What was used up to a moment at which charges begin or end.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Boundary {
	/// The cumulative use, in thousandths of the physical unit.
	pub total: u64,
	/// The moment up to which that was used, in ms since 1970.
	pub at: Moment,
	/// Which revision of a main meter's shared use it was found by; zero for a unit's use.
	pub revision: u32,
}

impl From<Boundary> for Use {
	fn from(Boundary { total, at, .. }: Boundary) -> Self {
		Self { total, at }
	}
}

/// How far a unit's use was billed by one charge.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct BilledUse {
	/// The cumulative use that bills include, in thousandths of the physical unit. Use up to the charge's beginning
	/// counts as billed.
	pub total: u64,
	/// The moment up to which that was used: all the unit's meters have been read then or later.
	pub at: Moment,
	/// The principal of the last bill, which counts towards the unit's monthly dues, in fen; zero before the first.
	pub amount: Fen,
	/// The period of the last bill; `None` before the first.
	pub period: Option<Period>,
}

/// How far the use of a shared meter was billed by one charge.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct SharedUse {
	/// The cumulative use that bills include, in thousandths of the physical unit.
	pub total: u64,
	/// The date of the reading that shows it.
	pub at: Moment,
	/// What fell on no unit, because none was covered or an area was corrected meanwhile: it is added to the next
	/// period's cost, in fen.
	pub left: Fen,
}

/// What a shared meter cost in one period, and how it is apportioned.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct SharedCost {
	/// The use, in thousandths of the physical unit.
	pub used: u64,
	/// The date of the reading that shows it.
	pub at: Moment,
	/// The cost, with what was left of the period before, in fen.
	pub amount: Fen,
	/// The sum of the units' weights: areas in 0.01 m², or 1 for each unit; zero while they are being added up.
	pub weight: u128,
	/// The part of the cost that fell on no unit, in fen; zero while bills are being issued.
	pub left: Fen,
}
