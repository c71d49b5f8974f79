// SPDX-License-Identifier: Apache-2.0

//! Charges: the basis of their bills, the terms that an assembly decides, and the rates over time.

use super::{Discount, Tiers};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{BuildingId, Fen, Fraction, MeterId, Period, PeriodKind, PotId, UnitKind, Utility};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The highest rate of a charge, in fen: ten billion yuan. It keeps every product within 128 bits.
pub const MAX_RATE: Fen = 1_000_000_000_000;

/// The maximum number of buildings that a charge can be limited to. For more, split it into several charges.
pub const MAX_BUILDINGS: u32 = 64;

/// A list of kinds of units, of which there are four.
pub type Kinds = BoundedVec<UnitKind, ConstU32<4>>;

/// The buildings that a charge is limited to.
pub type Buildings = BoundedVec<BuildingId, ConstU32<MAX_BUILDINGS>>;

/// The basis of a charge (D12), which decides the unit of its rate. In a chain spec it is written as `"per_unit"` or
/// `{"per_area": {"kinds": ["residential"]}}`.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Basis {
	/// By exclusive area. The rate is in fen per m² and period; a bill is rounded half up.
	#[codec(index = 0)]
	PerArea {
		/// The kinds of units billed.
		kinds: Kinds,
	},
	/// The same amount for every unit. The rate is in fen per period.
	#[codec(index = 1)]
	PerUnit,
	/// The same amount for every unit of some kinds. The rate is in fen per period.
	#[codec(index = 2)]
	PerUnitOfKind {
		/// The kinds of units billed.
		kinds: Kinds,
	},
	/// By the unit's meters, in arrears: the bills of a period issue once it is over, and the time to read meters, too.
	/// Use is in thousandths of the physical unit (litres for m³, watt-hours for kWh). The rate is in fen per 1,000
	/// physical units, so 0.5283 yuan per kWh is 52,830; a bill is rounded half up. Several charges can bill the same
	/// utility, such as water and sewage.
	#[codec(index = 3)]
	Metered {
		/// The kinds of units billed.
		kinds: Kinds,
		/// What the meters measure.
		utility: Utility,
	},
	/// Once, in the charge's first period. The rate is in fen per unit.
	#[codec(index = 4)]
	OneOff {
		/// The kinds of units billed.
		kinds: Kinds,
	},
	/// By a main meter, in arrears: what it shows beyond the meters below it, apportioned over the units so that the
	/// bills add up to the cost. The rate is as for [`Self::Metered`], for all units together.
	#[codec(index = 5)]
	SharedMeter {
		/// The main meter, of no unit.
		meter: MeterId,
		/// The kinds of units billed.
		kinds: Kinds,
		/// How the cost is apportioned.
		by: SharedBy,
	},
	/// Bills to one unit each, issued on approval and never automatically. No decision and no chain spec creates such a
	/// charge, and it has no rate.
	#[codec(index = 8)]
	#[serde(skip)]
	Single,
}

/// How the cost of a shared meter is apportioned over the units.
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
#[serde(rename_all = "snake_case")]
pub enum SharedBy {
	/// By exclusive area.
	#[codec(index = 0)]
	Area,
	/// The same for every unit.
	#[codec(index = 1)]
	Unit,
}

impl Basis {
	/// Whether units of `kind` are billed automatically.
	pub fn covers(&self, kind: UnitKind) -> bool {
		!matches!(self, Self::Single) && self.kinds().is_none_or(|kinds| kinds.contains(&kind))
	}

	/// The kinds billed; `None` if the basis does not depend on them.
	pub fn kinds(&self) -> Option<&Kinds> {
		match self {
			Self::PerUnit | Self::Single => None,
			Self::PerArea { kinds }
			| Self::PerUnitOfKind { kinds }
			| Self::Metered { kinds, .. }
			| Self::OneOff { kinds }
			| Self::SharedMeter { kinds, .. } => Some(kinds),
		}
	}
}

/// The terms of a charge, as the assembly decides them. They never change; the rate, which is kept apart, can.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct ChargeTerms {
	/// The pot that the charge pays into.
	pub pot: PotId,
	/// The basis of the bills.
	pub basis: Basis,
	/// The buildings whose units are billed; `None` for all.
	pub buildings: Option<Buildings>,
	/// How often bills are issued.
	pub period: PeriodKind,
	/// Days until a bill is due, not counting the day of issue. The bill is due at the end of the last day.
	pub due_days: u16,
	/// Days after the due date without a late fee.
	pub grace_days: u16,
	/// The late fee per full day after the grace, as a fraction of the unpaid principal.
	pub late_rate: Fraction,
	/// The cap on the late fee, as a fraction of the bill's principal.
	pub late_cap: Fraction,
	/// The discount for paying early, if any.
	pub discount: Option<Discount>,
}

/// A charge: a rule by which bills are issued. It stays in storage after its end, since its bills refer to it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Charge {
	/// The terms.
	pub terms: ChargeTerms,
	/// The first period billed; `None` for a genesis charge that waits for the chain's clock to be set.
	pub first: Option<Period>,
	/// The last period billed; `None` until an end is decided.
	pub last: Option<Period>,
}

impl Charge {
	/// The period whose bills are the last to issue, once an end is decided: of a charge by meter it is the one after
	/// [`Self::last`], with what was read late.
	pub fn last_turn(&self) -> Option<Period> {
		let last = self.last?;
		let after = self.terms.is_in_arrears().then(|| last.next(self.terms.period)).flatten();
		Some(after.unwrap_or(last))
	}
}

/// A decision over periods that wait.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct PastDecision {
	/// The last period that it concerns.
	pub until: Period,
	/// Whether they are billed; otherwise they are skipped.
	pub bill: bool,
}

/// A rate with its tiers, and the first period to which it applies.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Rate {
	/// The first period to which the rate applies.
	pub from: Period,
	/// The rate; its unit depends on the [`Basis`].
	pub rate: Fen,
	/// The tiers of a metered charge.
	pub tiers: Tiers,
}
