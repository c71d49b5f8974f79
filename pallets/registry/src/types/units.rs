// SPDX-License-Identifier: Apache-2.0

//! Units, and the treatment of their dues in a sale.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use linli_primitives::{traits::UnitView, Area, BuildingId, Commitment, OwnerId, UnitId, UnitKind};
use scale_info::{prelude::vec::Vec, TypeInfo};

/// A flat, shop, parking space or storage room (D5).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Unit {
	/// Its building.
	pub building: BuildingId,
	/// Its kind of use.
	pub kind: UnitKind,
	/// Its exclusive area, in 0.01 m². Never zero.
	pub area: Area,
	/// Its current owner.
	pub owner: OwnerId,
	/// Its label, such as "3-1202", salted and hashed.
	pub label: Commitment,
}

impl From<Unit> for UnitView {
	fn from(unit: Unit) -> Self {
		Self { building: unit.building, kind: unit.kind, area: unit.area, owner: unit.owner }
	}
}

/// A unit that has ceased to exist, as it was.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct CeasedUnit {
	/// The unit.
	pub unit: Unit,
	/// The unit that it became a part of; `None` if it was retired.
	pub heir: Option<UnitId>,
}

/// How a unit's dues are treated in a sale (D9).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Dues {
	/// Nothing is owed, which the chain checks.
	#[codec(index = 0)]
	Settled,
	/// The buyer takes over the dues, according to the document.
	#[codec(index = 1)]
	TakenOver,
}

/// A page of units.
#[derive(Clone, Default, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct UnitsPage {
	/// The ids and units.
	pub units: Vec<(UnitId, Unit)>,
	/// The argument for the next page; `None` on the last.
	pub next: Option<UnitId>,
}
