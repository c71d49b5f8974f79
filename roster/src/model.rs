// SPDX-License-Identifier: GPL-3.0-or-later

//! A roster without mistakes, and the limits of one.

/// The maximum number of units, more than any community has. Genesis is passed to the runtime as one JSON text of at
/// most 32 MiB in Wasm: this many units, each with its own owner, need 22.
pub const MAX_UNITS: usize = 50_000;

/// 1,000,000 m² in hundredths: more than any unit, so that a lost decimal point is detected.
pub const MAX_AREA: u64 = 100_000_000;

/// The maximum length of a label or name, in characters.
pub const MAX_TEXT: usize = 200;

/// The maximum size of a file, in bytes: ten times what [`MAX_UNITS`] need.
pub const MAX_FILE: usize = 64 * 1024 * 1024;

/// A unit's purpose (D5).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum UnitKind {
	/// A home.
	Residential,
	/// A shop or an office.
	Commercial,
	/// A parking space.
	Parking,
	/// A store room.
	Storage,
}

impl UnitKind {
	/// Every kind.
	pub const ALL: [Self; 4] = [Self::Residential, Self::Commercial, Self::Parking, Self::Storage];

	/// Its word in rosters.
	pub fn name(self) -> &'static str {
		match self {
			Self::Residential => "residential",
			Self::Commercial => "commercial",
			Self::Parking => "parking",
			Self::Storage => "storage",
		}
	}
}

/// An owner's legal kind (D5).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum OwnerKind {
	/// One person.
	Person,
	/// Several people who own together: one owner.
	Joint,
	/// A company or another body.
	Company,
	/// The developer, with the unsold units. At most one.
	Developer,
}

impl OwnerKind {
	/// Every kind.
	pub const ALL: [Self; 4] = [Self::Person, Self::Joint, Self::Company, Self::Developer];

	/// Its word in rosters.
	pub fn name(self) -> &'static str {
		match self {
			Self::Person => "person",
			Self::Joint => "joint",
			Self::Company => "company",
			Self::Developer => "developer",
		}
	}
}

/// A roster without mistakes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Roster {
	/// Every building, in order of first appearance.
	pub buildings: Vec<Building>,
	/// Every owner, in order of first appearance. Two of them can have one name.
	pub owners: Vec<Owner>,
	/// Every unit, in the order of the file.
	pub units: Vec<Unit>,
}

/// A building.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Building {
	/// Its own number if it has one, otherwise the next after the highest number in the roster.
	pub number: u16,
	/// Its name as first written, with its phase where there are several.
	pub name: String,
}

/// An owner.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Owner {
	/// Its name as first written.
	pub name: String,
	/// Its legal kind.
	pub kind: OwnerKind,
}

/// A unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unit {
	/// Its label, each once: the door number, with its building where door numbers repeat.
	pub label: String,
	/// Its building, as a position in [`Roster::buildings`].
	pub building: usize,
	/// Its purpose.
	pub kind: UnitKind,
	/// Its area in 0.01 m².
	pub area: u64,
	/// Its owner, as a position in [`Roster::owners`].
	pub owner: usize,
}

impl Roster {
	/// The area of all units, in 0.01 m².
	pub fn area(&self) -> u64 {
		// 50,000 units of at most 1,000,000 m² are far from the end of u64.
		self.units.iter().fold(0, |sum, unit| sum.saturating_add(unit.area))
	}
}
