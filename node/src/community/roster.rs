// SPDX-License-Identifier: GPL-3.0-or-later

//! The roster: the options of `new` and `check` that say how `linli-roster` reads the office's file, and its kinds as
//! those of the chain. Independent of chains and keys.

use super::{errors::CommunityError, input, locale::language};
use linli_primitives::{OwnerKind, UnitKind};
use linli_roster::{Field, Options, Reading, SameName};
use std::path::{Path, PathBuf};

/// A unit's purpose on chain.
pub fn unit_kind(kind: linli_roster::UnitKind) -> UnitKind {
	match kind {
		linli_roster::UnitKind::Residential => UnitKind::Residential,
		linli_roster::UnitKind::Commercial => UnitKind::Commercial,
		linli_roster::UnitKind::Parking => UnitKind::Parking,
		linli_roster::UnitKind::Storage => UnitKind::Storage,
	}
}

/// An owner's legal kind on chain.
pub fn owner_kind(kind: linli_roster::OwnerKind) -> OwnerKind {
	match kind {
		linli_roster::OwnerKind::Person => OwnerKind::Person,
		linli_roster::OwnerKind::Joint => OwnerKind::Joint,
		linli_roster::OwnerKind::Company => OwnerKind::Company,
		linli_roster::OwnerKind::Developer => OwnerKind::Developer,
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
		_ => Err(language().pick("expected one or several", "应为 one（同一业主）或 several（不同的人）")),
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
		linli_roster::read(&self.bytes()?, &self.options())
			.map_err(|report| CommunityError::Roster { file: file.into(), report })
	}
}

/// Reads a roster in which equal names are one owner, and warnings are right.
#[cfg(test)]
pub fn parse(bytes: &[u8]) -> Result<linli_roster::Roster, Box<linli_roster::Report>> {
	let options = Options { same_name: Some(SameName::One), confirm_warnings: true, ..Options::default() };
	linli_roster::read(bytes, &options).map(|reading| reading.roster)
}

#[cfg(test)]
#[path = "tests/roster.rs"]
mod tests;
