// SPDX-License-Identifier: Apache-2.0

//! Charges as a chain spec writes them.

use alloc::vec::Vec;
use linli_primitives::{BuildingId, Fraction, Period, PeriodKind, PotId, UnitKind};
use serde::{Deserialize, Serialize};

/// [`Basis`](super::Basis) as a chain spec writes it: `{"per_area": {"kinds": ["residential"]}}`, `"per_unit"`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum GenesisBasis {
	/// By area.
	PerArea {
		/// Which units are billed.
		kinds: Vec<UnitKind>,
	},
	/// The same for every unit.
	PerUnit,
	/// The same for every unit of some kinds.
	PerUnitOfKind {
		/// Which units are billed.
		kinds: Vec<UnitKind>,
	},
	/// By meter.
	Metered {
		/// Which units are billed.
		kinds: Vec<UnitKind>,
	},
	/// Once.
	OneOff {
		/// Which units are billed.
		kinds: Vec<UnitKind>,
	},
}

/// A charge as a chain spec writes it. Fields as in [`ChargeTerms`](super::ChargeTerms).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GenesisCharge {
	/// The pot it pays into.
	pub pot: PotId,
	/// What it is counted by.
	pub basis: GenesisBasis,
	/// The rate; its unit depends on the basis, see [`Basis`](super::Basis).
	pub rate: u64,
	/// The buildings billed; left out for all.
	#[serde(default)]
	pub buildings: Option<Vec<BuildingId>>,
	/// How often.
	pub period: PeriodKind,
	/// Days until due.
	pub due_days: u16,
	/// Days of grace.
	pub grace_days: u16,
	/// Late fee per day.
	pub late_rate: Fraction,
	/// Cap of the late fee.
	pub late_cap: Fraction,
	/// The first period; left out for the first that begins after the chain's first block.
	#[serde(default)]
	pub first: Option<Period>,
}
