// SPDX-License-Identifier: Apache-2.0

//! Kinds of units and owners, and roles (D5, D11).

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
