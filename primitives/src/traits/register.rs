// SPDX-License-Identifier: Apache-2.0

//! Units and their owners, as other pallets need them.

use crate::{Area, BuildingId, OwnerId, UnitId, UnitKind};
use codec::{Decode, Encode};
use frame_support::weights::Weight;
use scale_info::TypeInfo;
use sp_runtime::DispatchResult;

/// A unit, as other pallets see it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct UnitView {
	/// Its building.
	pub building: BuildingId,
	/// Its purpose.
	pub kind: UnitKind,
	/// Its exclusive area, in 0.01 m².
	pub area: Area,
	/// Its current owner.
	pub owner: OwnerId,
}

/// The register of units and owners (D5–D10).
pub trait OwnersRegister<AccountId> {
	/// The unit of that id; `None` if there never was one, or if it has ceased to exist.
	fn unit(unit: UnitId) -> Option<UnitView>;

	/// The number of units that there have ever been. Their ids are `0..unit_count()`; those of units that have ceased
	/// to exist are not used again.
	fn unit_count() -> UnitId;

	/// The owner that `account` acts for.
	fn owner_of(account: &AccountId) -> Option<OwnerId>;

	/// Whether `account` is one of the accounts of the unit's owner.
	fn is_owner(account: &AccountId, unit: UnitId) -> bool {
		match (Self::owner_of(account), Self::unit(unit)) {
			(Some(owner), Some(unit)) => owner == unit.owner,
			_ => false,
		}
	}

	/// Whether `account` acts for the unit's owner or lives in the unit (D47): then what the unit owes is a matter of
	/// their own.
	fn is_at_home(account: &AccountId, unit: UnitId) -> bool {
		Self::is_owner(account, unit)
	}
}

/// The dues of a unit: checked before it changes hands (D9), and before its owner stands for the committee (D18).
pub trait UnitDues {
	/// Whether all bills of the unit are paid, including those not yet due.
	fn is_settled(unit: UnitId) -> bool;

	/// Whether an undisputed bill of the unit is past its due date.
	fn is_overdue(unit: UnitId) -> bool;
}

impl UnitDues for () {
	fn is_settled(_unit: UnitId) -> bool {
		true
	}

	fn is_overdue(_unit: UnitId) -> bool {
		false
	}
}

/// Told when a unit changed hands (D9), so that nothing that the seller had set going is left for the buyer; and when
/// units are divided, joined, retired or corrected (D47), so that what is kept for them follows.
pub trait OnUnitSold {
	/// The unit passed from `seller` to `buyer`. Called once, after the register has changed; must not fail.
	fn unit_sold(unit: UnitId, seller: OwnerId, buyer: OwnerId);

	/// A unit was divided. `parts` are the resulting units with their areas in 0.01 m²: first the unit itself, which
	/// keeps its id, then the new ones. Called after the register has changed, which an error undoes.
	fn unit_split(_parts: &[(UnitId, Area)]) -> DispatchResult {
		Ok(())
	}

	/// The unit is about to cease to exist: it becomes a part of `heir`, or is retired if that is `None`. Its dues are
	/// settled. Called before the register changes; an error keeps the unit.
	fn unit_ceases(_unit: UnitId, _heir: Option<UnitId>) -> DispatchResult {
		Ok(())
	}

	/// The unit's area was corrected to `area`, in 0.01 m². Called after the register has changed, which an error
	/// undoes.
	fn area_corrected(_unit: UnitId, _area: Area) -> DispatchResult {
		Ok(())
	}

	/// The weight of [`Self::unit_sold`], [`Self::unit_ceases`] or [`Self::area_corrected`] at most. A split or a
	/// merger of several units weighs as much for each.
	fn weight() -> Weight;
}

impl OnUnitSold for () {
	fn unit_sold(_unit: UnitId, _seller: OwnerId, _buyer: OwnerId) {}

	fn weight() -> Weight {
		Weight::zero()
	}
}

impl<A: OnUnitSold, B: OnUnitSold> OnUnitSold for (A, B) {
	fn unit_sold(unit: UnitId, seller: OwnerId, buyer: OwnerId) {
		A::unit_sold(unit, seller, buyer);
		B::unit_sold(unit, seller, buyer);
	}

	fn unit_split(parts: &[(UnitId, Area)]) -> DispatchResult {
		A::unit_split(parts)?;
		B::unit_split(parts)
	}

	fn unit_ceases(unit: UnitId, heir: Option<UnitId>) -> DispatchResult {
		A::unit_ceases(unit, heir)?;
		B::unit_ceases(unit, heir)
	}

	fn area_corrected(unit: UnitId, area: Area) -> DispatchResult {
		A::area_corrected(unit, area)?;
		B::area_corrected(unit, area)
	}

	fn weight() -> Weight {
		A::weight().saturating_add(B::weight())
	}
}
