// SPDX-License-Identifier: Apache-2.0

//! Distribution of repair costs among units.

use crate::{BuildingId, Buildings, Cause, Fen, PotId};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::weights::Weight;
use scale_info::TypeInfo;
use sp_runtime::DispatchError;

/// The units that bore a cost. Stored by the spending pallet, so that refunds go to the same units.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Bearers {
	/// Their buildings; `None` for all.
	pub buildings: Option<Buildings>,
	/// The number of units enrolled in the repair fund when the cost was divided: units enrolled later bore nothing.
	pub known: u32,
	/// The number of units that bore it.
	pub units: u32,
}

/// The repair pot, whose money belongs to units (D23). A pallet that spends from it states which units bear the cost.
///
/// The money itself moves through [`FundLedger`](super::FundLedger). Order matters: call `charge` before the withdrawal
/// and `give_back` after the deposit, since the ledger does not pay out money that belongs to units.
pub trait RepairShares {
	/// The pot that belongs to units.
	fn pot() -> PotId;

	/// The number of units that a cost would fall on: those enrolled in `buildings`, or in all buildings.
	fn related_units(buildings: Option<&[BuildingId]>) -> u32;

	/// Divides a cost of `amount` fen among the related units by area, exact to the fen (largest remainder), and takes
	/// it off their shares. A single share may become negative, but not the sum of the related units' shares: no cost
	/// falls on units that it does not concern.
	///
	/// Fails without effect if there is no related unit, if there are more than [`Self::max_units`], or if the shares
	/// of the related units do not cover the amount.
	fn charge(buildings: Option<Buildings>, amount: Fen, cause: Cause) -> Result<Bearers, DispatchError>;

	/// Returns `amount` fen of an earlier cost to the units that bore it, by the same areas. `before` is what was given
	/// back of that cost until now, in fen: several times give each unit what one time with the sum gives it.
	fn give_back(bearers: &Bearers, before: Fen, amount: Fen, cause: Cause) -> Result<(), DispatchError>;

	/// Takes `amount` fen back from the units to which they were given, since the money never came. `before` is what
	/// was given back of that cost until now, in fen, with this amount. Shares may become negative by it, also in sum
	/// of the bearers: they owe what they were given and have spent.
	///
	/// Fails without effect if the shares of all units have less than the amount in total.
	fn take_back(bearers: &Bearers, before: Fen, amount: Fen, cause: Cause) -> Result<(), DispatchError>;

	/// The maximum number of units that one cost can fall on. Bounds the weight of a call.
	fn max_units() -> u32;

	/// The weight of `charge`, `give_back` or `take_back` for this number of units.
	fn weight(units: u32) -> Weight;
}
