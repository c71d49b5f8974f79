// SPDX-License-Identifier: Apache-2.0

//! Charges and arrears as written in a chain spec.

use super::{Basis, Buildings, Discount, Tiers};
use linli_primitives::{ChargeId, Fraction, Moment, Period, PeriodKind, PotId, UnitId};
use serde::{Deserialize, Serialize};

/// A charge as written in a chain spec. The fields are those of [`ChargeTerms`](super::ChargeTerms), with rate and
/// first period.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GenesisCharge {
	/// The pot that the charge pays into.
	pub pot: PotId,
	/// The basis of the bills.
	pub basis: Basis,
	/// The rate; its unit depends on the basis, see [`Basis`].
	pub rate: u64,
	/// The buildings whose units are billed; omit for all.
	#[serde(default)]
	pub buildings: Option<Buildings>,
	/// How often bills are issued.
	pub period: PeriodKind,
	/// Days until a bill is due.
	pub due_days: u16,
	/// Days after the due date without a late fee.
	pub grace_days: u16,
	/// The late fee per full day after the grace, as a fraction of the unpaid principal.
	pub late_rate: Fraction,
	/// The cap on the late fee, as a fraction of the bill's principal.
	pub late_cap: Fraction,
	/// The discount for paying early; omit for none.
	#[serde(default, skip_serializing_if = "Option::is_none")]
	pub discount: Option<Discount>,
	/// The first period billed; omit for the first that begins after the chain's first block.
	#[serde(default)]
	pub first: Option<Period>,
	/// Whether all periods from `first` on are billed, however far they lie before the chain's first block. Without it,
	/// at most one of them is billed, and earlier ones wait for a decision.
	#[serde(default)]
	pub bill_past: bool,
	/// The tiers of a metered charge; omit for none.
	#[serde(default)]
	pub tiers: Tiers,
}

/// A bill of before the chain of which something is left to pay, as written in a chain spec.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GenesisBill {
	/// The unit billed.
	pub unit: UnitId,
	/// The charge, by its place among the charges of the chain spec. It names its first period on the chain.
	pub charge: ChargeId,
	/// The period billed, before the charge's first on the chain.
	pub period: Period,
	/// The principal as it was billed, in fen.
	pub principal: u64,
	/// What was paid of the principal before the chain, in fen.
	#[serde(default)]
	pub paid: u64,
	/// The late fee that is owed on the day of the opening, in fen.
	#[serde(default)]
	pub late: u64,
	/// When the bill was issued, in ms.
	pub issued: Moment,
	/// When the bill is due, in ms: the end of the last day.
	pub due: Moment,
}
