// SPDX-License-Identifier: GPL-3.0-or-later

//! The roster as the chain takes it: `linli-roster` reads the office's file, and its kinds become those of the chain.
//! Also the options of `new` and `check` that say how a roster is read. Independent of chains and keys.

use super::{errors::CommunityError, input};
use linli_primitives::{Area, BuildingId, OwnerId, OwnerKind, UnitKind};
use linli_roster::{Field, Language, Options, Reading, SameName};
use std::path::{Path, PathBuf};

/// A roster without mistakes. Ids on chain are positions in these lists.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Roster {
	/// Every building, in order of first appearance.
	pub buildings: Vec<Building>,
	/// Every owner, in order of first appearance: the position is the owner's id. Two of them can have one name.
	pub owners: Vec<Owner>,
	/// Every unit, in the order of the file: the position is the unit's id.
	pub units: Vec<Unit>,
}

/// A building.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Building {
	/// Its number on chain: its own if it has one, otherwise the next after the highest number in the roster.
	pub id: BuildingId,
	/// Its name in the roster.
	pub name: String,
}

/// An owner.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Owner {
	/// Its name in the roster. Stays off chain.
	pub name: String,
	/// Its legal kind.
	pub kind: OwnerKind,
}

/// A unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unit {
	/// Its name in the roster. Stays off chain.
	pub label: String,
	/// Its building, as a position in [`Roster::buildings`].
	pub building: usize,
	/// Its purpose.
	pub kind: UnitKind,
	/// Its area in 0.01 m².
	pub area: Area,
	/// Its owner, as a position in [`Roster::owners`].
	pub owner: OwnerId,
}

impl Roster {
	/// The area of all units, in 0.01 m².
	pub fn area(&self) -> Area {
		self.units.iter().map(|unit| unit.area).sum()
	}

	/// Reads a roster in which equal names are one owner, and warnings are right.
	#[cfg(test)]
	pub fn parse(bytes: &[u8]) -> Result<Self, Box<linli_roster::Report>> {
		let options = Options { same_name: Some(SameName::One), confirm_warnings: true, ..Options::default() };
		linli_roster::read(bytes, &options).map(|reading| reading.roster.into())
	}
}

impl From<linli_roster::Roster> for Roster {
	fn from(roster: linli_roster::Roster) -> Self {
		let unit = |unit: linli_roster::Unit| Unit {
			label: unit.label,
			building: unit.building,
			kind: match unit.kind {
				linli_roster::UnitKind::Residential => UnitKind::Residential,
				linli_roster::UnitKind::Commercial => UnitKind::Commercial,
				linli_roster::UnitKind::Parking => UnitKind::Parking,
				linli_roster::UnitKind::Storage => UnitKind::Storage,
			},
			area: unit.area,
			// At most one owner per unit, and units are bounded far below.
			owner: OwnerId::try_from(unit.owner).unwrap_or(OwnerId::MAX),
		};
		let owner = |owner: linli_roster::Owner| Owner {
			name: owner.name,
			kind: match owner.kind {
				linli_roster::OwnerKind::Person => OwnerKind::Person,
				linli_roster::OwnerKind::Joint => OwnerKind::Joint,
				linli_roster::OwnerKind::Company => OwnerKind::Company,
				linli_roster::OwnerKind::Developer => OwnerKind::Developer,
			},
		};
		let building = |building: linli_roster::Building| Building { id: building.number, name: building.name };
		Self {
			buildings: roster.buildings.into_iter().map(building).collect(),
			owners: roster.owners.into_iter().map(owner).collect(),
			units: roster.units.into_iter().map(unit).collect(),
		}
	}
}

/// The file of units and owners, and how it is read where it can be read in more than one way.
#[derive(Clone, Default, PartialEq, Eq, Debug, clap::Args)]
pub struct RosterArgs {
	/// The units and their owners: a workbook (.xlsx, .xls) or a text file (CSV), with one row per unit.
	///
	/// Columns, in any order, by Chinese or English headers: door number, building, area in m² and owner; kind of unit
	/// and kind of owner, if they are there. docs/rosters.md lists all words that are understood. Nothing is guessed:
	/// what can be read in two ways is asked about, and the options below answer.
	#[arg(long, value_name = "FILE")]
	pub roster: Option<PathBuf>,

	/// Says which column is what: `--column area=建筑面积`. Fields: unit, building, phase, entrance, kind, area, owner,
	/// owner_kind. A column goes by its header, or by # and its number from 1. Can be given several times.
	#[arg(long, value_name = "FIELD=COLUMN", value_parser = Options::parse_column)]
	pub column: Vec<(Field, String)>,

	/// The column that tells owners of one name apart, such as the last digits of an identity card. Nothing of it is
	/// kept.
	#[arg(long, value_name = "COLUMN", conflicts_with = "same_name")]
	pub owner_key: Option<String>,

	/// A name that stands on several units: `one` owner, or `several` people. A name with a digit in it is always one.
	#[arg(long, value_name = "one|several", value_parser = same_name)]
	pub same_name: Option<SameName>,

	/// Confirms the warnings: they were read, and the roster is right.
	#[arg(long)]
	pub confirm_warnings: bool,
}

fn same_name(text: &str) -> Result<SameName, &'static str> {
	match text {
		"one" => Ok(SameName::One),
		"several" => Ok(SameName::Several),
		_ => Err("expected one or several"),
	}
}

impl RosterArgs {
	/// The options for the reader.
	pub fn options(&self) -> Options {
		Options {
			columns: self.column.clone(),
			owner_key: self.owner_key.clone(),
			same_name: self.same_name,
			confirm_warnings: self.confirm_warnings,
		}
	}

	/// The file.
	pub fn file(&self) -> Result<&Path, CommunityError> {
		self.roster.as_deref().ok_or(CommunityError::OptionMissing("--roster FILE"))
	}

	/// The bytes of the file.
	pub fn bytes(&self) -> Result<Vec<u8>, CommunityError> {
		input::read(self.file()?)
	}

	/// Reads the roster.
	pub fn read(&self) -> Result<Reading, CommunityError> {
		let file = self.file()?;
		linli_roster::read(&self.bytes()?, &self.options()).map_err(|report| CommunityError::Roster {
			file: file.into(),
			report,
			language: language(),
		})
	}
}

/// The language of messages about rosters: that of the locale.
pub fn language() -> Language {
	let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
	let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
	locale.map_or(Language::English, |locale| Language::of_locale(&locale))
}

/// The name of a kind of unit in rosters.
pub fn unit_kind_name(kind: UnitKind) -> &'static str {
	match kind {
		UnitKind::Residential => "residential",
		UnitKind::Commercial => "commercial",
		UnitKind::Parking => "parking",
		UnitKind::Storage => "storage",
	}
}

/// The name of a kind of owner in rosters.
pub fn kind_name(kind: OwnerKind) -> &'static str {
	match kind {
		OwnerKind::Person => "person",
		OwnerKind::Joint => "joint",
		OwnerKind::Company => "company",
		OwnerKind::Developer => "developer",
	}
}

#[cfg(test)]
#[path = "tests/roster.rs"]
mod tests;
