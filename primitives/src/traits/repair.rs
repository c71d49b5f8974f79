// SPDX-License-Identifier: Apache-2.0

//! On whom the cost of a repair falls.

use crate::{BuildingId, Buildings, Cause, Fen, PotId};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::weights::Weight;
use scale_info::TypeInfo;
use sp_runtime::DispatchError;

/// The units that bore a cost. Kept by whoever spent, so that what comes back goes to the same units.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Bearers {
	/// In which buildings; `None` for all.
	pub buildings: Option<Buildings>,
	/// How many units the repair fund knew in all when the cost was divided: units that came later bore nothing.
	pub known: u32,
	/// How many units bore it.
	pub units: u32,
}

/// The repair pot, whose money belongs to units (D23). Whoever spends from it says on whom the cost falls.
///
/// The money itself moves through [`FundLedger`](super::FundLedger). Order matters: `charge` before the money is
/// withdrawn, `give_back` after it was deposited; the ledger refuses to let money go that belongs to units.
pub trait RepairShares {
	/// The pot that belongs to units.
	fn pot() -> PotId;

	/// How many units a cost would fall on: those the repair fund knows in `buildings`, or in all of them.
	fn related_units(buildings: Option<&[BuildingId]>) -> u32;

	/// Divides a cost of `amount` fen over the related units by area, exact to the fen (largest remainder), and takes it
	/// off their shares. A single share may fall below zero, the sum of the related units' may not: no cost falls on
	/// neighbours whom it does not concern.
	///
	/// Fails without effect where no unit is related, where there are more than [`Self::max_units`], or where the related
	/// units together have less.
	fn charge(buildings: Option<Buildings>, amount: Fen, cause: Cause) -> Result<Bearers, DispatchError>;

	/// Gives `amount` fen of an earlier cost back to those who bore it, by the same areas.
	fn give_back(bearers: &Bearers, amount: Fen, cause: Cause) -> Result<(), DispatchError>;

	/// How many units one cost can fall on: a bound on what a call costs.
	fn max_units() -> u32;

	/// What `charge` or `give_back` over so many units weighs.
	fn weight(units: u32) -> Weight;
}
