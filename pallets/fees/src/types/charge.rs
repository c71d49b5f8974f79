// SPDX-License-Identifier: Apache-2.0

//! Charges: what a bill is counted by, the terms that an assembly decides, and the rates over time.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{BuildingId, Fen, Fraction, Period, PeriodKind, PotId, UnitKind};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The highest rate of a charge: ten thousand million of the currency. It keeps every product within 128 bits.
pub const MAX_RATE: Fen = 1_000_000_000_000;

/// How many buildings a charge can be limited to. A charge for more of them is a charge for all, or two charges.
pub const MAX_BUILDINGS: u32 = 64;

/// Kinds of units: there are four.
pub type Kinds = BoundedVec<UnitKind, ConstU32<4>>;

/// Buildings that a charge is limited to.
pub type Buildings = BoundedVec<BuildingId, ConstU32<MAX_BUILDINGS>>;

/// What a charge is counted by (D12), and so what its rate means. A chain spec writes it as `"per_unit"` or
/// `{"per_area": {"kinds": ["residential"]}}`.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[allow(clippy::cast_possible_truncation, reason = "the derive of `Encode` casts the index of a variant")]
pub enum Basis {
	/// By exclusive area. The rate is fen per m² and period; a bill is rounded half up.
	#[codec(index = 0)]
	PerArea {
		/// Which units are billed.
		kinds: Kinds,
	},
	/// The same for every unit. The rate is fen per period.
	#[codec(index = 1)]
	PerUnit,
	/// The same for every unit of some kinds. The rate is fen per period.
	#[codec(index = 2)]
	PerUnitOfKind {
		/// Which units are billed.
		kinds: Kinds,
	},
	/// By meter. Readings count thousandths of the physical unit (litres for m³, watt-hours for kWh). The rate is fen
	/// per 1,000 physical units, so that 0.5283 per kWh is 52,830; a bill is rounded half up.
	#[codec(index = 3)]
	Metered {
		/// Which units are billed.
		kinds: Kinds,
	},
	/// Once, in the charge's first period. The rate is fen per unit.
	#[codec(index = 4)]
	OneOff {
		/// Which units are billed.
		kinds: Kinds,
	},
}

impl Basis {
	/// Whether units of `kind` are billed.
	pub fn covers(&self, kind: UnitKind) -> bool {
		self.kinds().is_none_or(|kinds| kinds.contains(&kind))
	}

	/// The kinds billed; `None` for all.
	pub fn kinds(&self) -> Option<&Kinds> {
		match self {
			Self::PerUnit => None,
			Self::PerArea { kinds }
			| Self::PerUnitOfKind { kinds }
			| Self::Metered { kinds }
			| Self::OneOff { kinds } => Some(kinds),
		}
	}
}

/// What an assembly decides when it makes a charge. None of it changes afterwards but the rate.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct ChargeTerms {
	/// The pot it pays into.
	pub pot: PotId,
	/// What it is counted by.
	pub basis: Basis,
	/// The buildings whose units are billed; `None` for all.
	pub buildings: Option<Buildings>,
	/// How often bills issue.
	pub period: PeriodKind,
	/// Days until a bill is due. The day of issue does not count; the last day does, to its end.
	pub due_days: u16,
	/// Days after it is due in which a bill bears no late fee.
	pub grace_days: u16,
	/// Late fee per full day after the grace, on the unpaid principal.
	pub late_rate: Fraction,
	/// The most that late fees can come to, as a fraction of the bill's principal.
	pub late_cap: Fraction,
}

/// A charge: a rule by which bills issue. It stays in storage after its end, since its bills refer to it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Charge {
	/// What was decided.
	pub terms: ChargeTerms,
	/// The first period billed; `None` for a charge of the genesis until the chain has a time.
	pub first: Option<Period>,
	/// The last period billed; `None` while no end is decided.
	pub last: Option<Period>,
}

/// A rate and the first period it holds for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Rate {
	/// The first period.
	pub from: Period,
	/// The rate; its unit depends on the [`Basis`].
	pub rate: Fen,
}
