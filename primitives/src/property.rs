// SPDX-License-Identifier: Apache-2.0

//! Kinds of units and owners, and roles (D5, D11).

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The purpose of a unit.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum UnitKind {
	/// A home.
	#[codec(index = 0)]
	Residential,
	/// A shop or an office.
	#[codec(index = 1)]
	Commercial,
	/// A parking space.
	#[codec(index = 2)]
	Parking,
	/// A storage room.
	#[codec(index = 3)]
	Storage,
}

impl UnitKind {
	/// All kinds, in order of their indices.
	pub const ALL: [Self; 4] = [Self::Residential, Self::Commercial, Self::Parking, Self::Storage];

	/// Whether people live or work in it. Nobody does in a parking space or a storeroom.
	pub const fn is_home(self) -> bool {
		match self {
			Self::Residential | Self::Commercial => true,
			Self::Parking | Self::Storage => false,
		}
	}
}

/// Maximum number of sets of kinds of units that a register counts besides the kinds that vote.
pub const MAX_COUNTED_KINDS: u32 = 2;

/// A set of kinds of units. In JSON a list of them.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(from = "Vec<UnitKind>", into = "Vec<UnitKind>")]
pub struct UnitKinds(
	/// Bit `n` is set if the kind with the index `n` is in the set.
	u8,
);

impl UnitKinds {
	/// The set of these kinds.
	pub fn of(kinds: &[UnitKind]) -> Self {
		Self(kinds.iter().fold(0, |bits, kind| bits | bit(*kind)))
	}

	/// Whether the kind is in the set.
	pub const fn contains(self, kind: UnitKind) -> bool {
		self.0 & bit(kind) != 0
	}

	/// The kinds in the set, in order.
	pub fn iter(self) -> impl Iterator<Item = UnitKind> {
		UnitKind::ALL.into_iter().filter(move |kind| self.contains(*kind))
	}

	/// Whether there is a kind in the set, and nothing else: what was encoded elsewhere can have other bits.
	pub fn is_valid(self) -> bool {
		self.0 != 0 && UnitKind::ALL.iter().fold(self.0, |bits, kind| bits & !bit(*kind)) == 0
	}
}

impl From<Vec<UnitKind>> for UnitKinds {
	fn from(kinds: Vec<UnitKind>) -> Self {
		Self::of(&kinds)
	}
}

impl From<UnitKinds> for Vec<UnitKind> {
	fn from(kinds: UnitKinds) -> Self {
		kinds.iter().collect()
	}
}

const fn bit(kind: UnitKind) -> u8 {
	match kind {
		UnitKind::Residential => 1,
		UnitKind::Commercial => 1 << 1,
		UnitKind::Parking => 1 << 2,
		UnitKind::Storage => 1 << 3,
	}
}

/// The legal form of an owner.
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
#[serde(rename_all = "lowercase")]
pub enum OwnerKind {
	/// One natural person.
	#[codec(index = 0)]
	Person,
	/// Joint owners, who vote through a representative.
	#[codec(index = 1)]
	Joint,
	/// A company or another legal person.
	#[codec(index = 2)]
	Company,
	/// The developer, for all unsold units: one head in votes, regardless of their number (SPC 9).
	#[codec(index = 3)]
	Developer,
}

/// An office that the assembly gives to an account (D11).
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Role {
	/// Keeps the register of units and owners.
	#[codec(index = 0)]
	Registrar,
	/// Runs the property from day to day.
	#[codec(index = 1)]
	Manager,
	/// Books what the bank account receives and pays.
	#[codec(index = 2)]
	Cashier,
	/// Checks the books, and approves acts that the manager may not approve alone.
	#[codec(index = 3)]
	Auditor,
	/// A meter, lock, gate or charger.
	#[codec(index = 4)]
	Device,
}

impl Role {
	/// All roles, in order of their indices.
	pub const ALL: [Self; 5] = [Self::Registrar, Self::Manager, Self::Cashier, Self::Auditor, Self::Device];
}

#[cfg(test)]
mod tests {
	use super::{UnitKind::*, *};

	#[test]
	fn a_set_has_each_kind_once_whatever_the_order() {
		let kinds = UnitKinds::of(&[Parking, Residential, Parking]);
		assert_eq!(kinds, UnitKinds::of(&[Residential, Parking]));
		assert_eq!(kinds.iter().collect::<Vec<_>>(), [Residential, Parking]);
		assert_eq!(UnitKind::ALL.map(|kind| kinds.contains(kind)), [true, false, true, false]);
		assert_eq!(kinds.encode(), [0b0101]);
		for kind in UnitKind::ALL {
			assert_eq!(bit(kind), 1 << kind.encode()[0]);
		}
	}

	#[test]
	fn an_empty_set_and_unknown_bits_are_invalid() {
		assert!(UnitKinds::of(&UnitKind::ALL).is_valid() && UnitKinds::of(&[Storage]).is_valid());
		assert!(!UnitKinds::of(&[]).is_valid() && !UnitKinds(0b1_0001).is_valid());
	}
}
