// SPDX-License-Identifier: Apache-2.0

//! Who owns what, as other pallets need to know it.

use crate::{Area, BuildingId, OwnerId, UnitId, UnitKind};
use codec::{Decode, Encode};
use scale_info::TypeInfo;

/// What others may know of a unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct UnitView {
	/// The building it stands in.
	pub building: BuildingId,
	/// What it is built for.
	pub kind: UnitKind,
	/// Its exclusive area, in 0.01 m².
	pub area: Area,
	/// Who owns it now.
	pub owner: OwnerId,
}

/// The register of units and owners (D5–D10).
pub trait OwnersRegister<AccountId> {
	/// The unit, if there is one of that id.
	fn unit(unit: UnitId) -> Option<UnitView>;

	/// How many units there are: their ids are `0..unit_count()`, without gaps.
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
}

/// What a unit owes: asked before it changes hands (D9), and before its owner stands for the committee (D18).
pub trait UnitDues {
	/// Whether nothing of the unit's bills is left to pay, those included that are not due yet.
	fn is_settled(unit: UnitId) -> bool;

	/// Whether a bill of the unit that nobody disputes is past its due date.
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
