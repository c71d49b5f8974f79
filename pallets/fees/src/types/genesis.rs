// SPDX-License-Identifier: Apache-2.0

//! Charges as a chain spec writes them.

use super::{Basis, Buildings};
use linli_primitives::{Fraction, Period, PeriodKind, PotId};
use serde::{Deserialize, Serialize};

/// A charge as a chain spec writes it. Fields as in [`ChargeTerms`](super::ChargeTerms).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GenesisCharge {
	/// The pot it pays into.
	pub pot: PotId,
	/// What it is counted by.
	pub basis: Basis,
	/// The rate; its unit depends on the basis, see [`Basis`].
	pub rate: u64,
	/// The buildings billed; left out for all.
	#[serde(default)]
	pub buildings: Option<Buildings>,
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
