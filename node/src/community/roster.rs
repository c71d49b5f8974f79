// SPDX-License-Identifier: GPL-3.0-or-later

//! A strict parser of rosters as exported by property offices. Independent of files, chains and keys.
//!
//! A roster is CSV in UTF-8 with a header of at least [`COLUMNS`], in any order; other columns are ignored. Parsing
//! stops at the first mistake and reports its line and column.

use super::{
	decimal,
	errors::{Column, Found, RosterError},
};
use linli_primitives::{Area, BuildingId, OwnerId, OwnerKind, UnitKind};
use std::collections::HashMap;

/// The columns that a roster must have.
pub const COLUMNS: [&str; 6] = ["unit", "building", "kind", "area_m2", "owner", "owner_kind"];

/// The maximum number of units, more than any community has. Genesis is passed to the runtime as one JSON text of at
/// most 32 MiB in Wasm: this many units, each with its own owner, need 22.
pub const MAX_UNITS: usize = 50_000;

/// 1,000,000 m² in hundredths: more than any unit, so that a lost decimal point is detected.
pub const MAX_AREA: Area = 100_000_000;

/// The maximum length of a label or name, in characters.
pub const MAX_TEXT: usize = 200;

/// A roster without mistakes. Ids on chain are positions in these lists.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Roster {
	/// Every building, in order of first appearance.
	pub buildings: Vec<Building>,
	/// Every owner, in order of first appearance: the position is the owner's id.
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
	/// Parses a roster, up to the first mistake.
	pub fn parse(bytes: &[u8]) -> Result<Self, RosterError> {
		let text = decode(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes))?;
		let mut lines = lines(text).filter(|(_, line)| !line.is_empty()).peekable();
		let Some(&(header_line, header_text)) = lines.peek() else {
			return Err(RosterError {
				line: 1,
				column: Column::Named(COLUMNS[0].into()),
				found: Found::Words("the file is empty".into()),
				expected: format!("a header: {}", COLUMNS.join(",")),
			});
		};
		let header = Header::read(header_line, header_text)?;

		// Since every line closes its quotation marks, each record is one line.
		let mut numbers = Vec::new();
		for (line, text) in lines {
			check_quotes(text).map_err(|(column, words)| quote_error(line, header.column(column), words))?;
			numbers.push(line);
		}

		let mut rows = Rows::default();
		let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
		for (record, line) in reader.records().zip(numbers).skip(1) {
			let record = record.map_err(|error| RosterError {
				line,
				column: Column::Number(1),
				found: Found::Words(error.to_string()),
				expected: "a line of CSV".into(),
			})?;
			// Spreadsheets leave rows of bare commas at the end.
			if record.iter().all(|field| field.trim().is_empty()) {
				continue;
			}
			rows.add(&Row { line, header: &header, record: &record })?;
		}
		if rows.units.is_empty() {
			return Err(RosterError {
				line: header_line + 1,
				column: Column::Named(COLUMNS[0].into()),
				found: Found::Words("the file ends after the header".into()),
				expected: "at least one unit".into(),
			});
		}
		rows.finish()
	}

	/// The area of all units, in 0.01 m².
	pub fn area(&self) -> Area {
		self.units.iter().map(|unit| unit.area).sum()
	}
}

/// Decodes UTF-8, or returns the place of the first invalid byte.
fn decode(bytes: &[u8]) -> Result<&str, RosterError> {
	std::str::from_utf8(bytes).map_err(|error| {
		let (good, bad) = bytes.split_at(error.valid_up_to());
		let good = std::str::from_utf8(good).unwrap_or_default();
		let (line, before) = lines(good).last().unwrap_or((1, ""));
		let position = count_fields(before).saturating_sub(1);
		let header = lines(good).find(|(_, line)| !line.is_empty()).filter(|(first, _)| *first < line);
		let column = match header.map(|(line, text)| Header::read(line, text)) {
			Some(Ok(header)) => header.column(position),
			_ => Column::Number(position + 1),
		};
		let byte = bad.first().copied().unwrap_or_default();
		RosterError {
			line,
			column,
			found: Found::Words(format!("the byte 0x{byte:02x} is not UTF-8")),
			expected: "a file in UTF-8 (in a spreadsheet: save as “CSV UTF-8”)".into(),
		}
	})
}

/// The lines, numbered from 1 and ended by LF, CRLF or CR.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
	text.split('\n')
		.flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
		.enumerate()
		.map(|(position, line)| (position + 1, line))
}

/// Checks the quotation marks of a line; an error has the column, from 0, and a description. Lenient parsers would let
/// such a line swallow the following ones.
fn check_quotes(line: &str) -> Result<(), (usize, &'static str)> {
	enum At {
		Start,
		Bare,
		Quoted,
		Closed,
	}
	let (mut column, mut at) = (0, At::Start);
	for byte in line.bytes() {
		at = match (at, byte) {
			(At::Quoted, b'"') => At::Closed,
			(At::Quoted, _) => At::Quoted,
			(At::Start | At::Closed, b'"') => At::Quoted,
			(_, b',') => {
				column += 1;
				At::Start
			}
			(At::Bare, b'"') => return Err((column, "a quotation mark within a text that does not begin with one")),
			(At::Closed, _) => return Err((column, "text goes on after its closing quotation mark")),
			(At::Start | At::Bare, _) => At::Bare,
		};
	}
	match at {
		At::Quoted => Err((column, "a quotation mark is not closed before the line ends")),
		_ => Ok(()),
	}
}

/// The number of fields of a line, even if malformed.
fn count_fields(line: &str) -> usize {
	let mut quoted = false;
	let commas = line.bytes().filter(|byte| {
		quoted ^= *byte == b'"';
		*byte == b',' && !quoted
	});
	commas.count() + 1
}

fn quote_error(line: usize, column: Column, words: &str) -> RosterError {
	RosterError {
		line,
		column,
		found: Found::Words(words.into()),
		expected: "a text with a comma to stand in a pair of quotation marks, and a mark within it to be doubled"
			.into(),
	}
}

/// The names of the columns, and the positions of those used.
struct Header {
	names: Vec<String>,
	positions: [usize; COLUMNS.len()],
}

impl Header {
	fn read(line: usize, text: &str) -> Result<Self, RosterError> {
		check_quotes(text).map_err(|(column, words)| quote_error(line, Column::Number(column + 1), words))?;
		let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
		let names: Vec<String> = match reader.records().next() {
			Some(Ok(record)) => record.iter().map(|name| name.trim().to_owned()).collect(),
			_ => Vec::new(),
		};
		let mut positions = [0; COLUMNS.len()];
		for (position, column) in positions.iter_mut().zip(COLUMNS) {
			let mut places = names.iter().enumerate().filter(|(_, name)| *name == column);
			let Some((place, _)) = places.next() else {
				return Err(RosterError {
					line,
					column: Column::Named(column.into()),
					found: Found::Words("missing from the header".into()),
					expected: format!("the columns {}", COLUMNS.join(",")),
				});
			};
			if let Some((second, _)) = places.next() {
				return Err(RosterError {
					line,
					column: Column::Named(column.into()),
					found: Found::Words(format!("it is both column {} and column {}", place + 1, second + 1)),
					expected: "each column once".into(),
				});
			}
			*position = place;
		}
		Ok(Self { names, positions })
	}

	/// The column at `position`, from 0.
	fn column(&self, position: usize) -> Column {
		match self.names.get(position) {
			Some(name) if !name.is_empty() => Column::Named(name.clone()),
			_ => Column::Number(position + 1),
		}
	}
}

/// One line below the header.
struct Row<'a> {
	line: usize,
	header: &'a Header,
	record: &'a csv::StringRecord,
}

impl Row<'_> {
	/// A mistake in `COLUMNS[column]`.
	fn error(&self, column: usize, found: Found, expected: impl Into<String>) -> RosterError {
		RosterError { line: self.line, column: Column::Named(COLUMNS[column].into()), found, expected: expected.into() }
	}

	/// Checks that there are as many fields as in the header.
	fn check_length(&self) -> Result<(), RosterError> {
		let (fields, wanted) = (self.record.len(), self.header.names.len());
		if fields < wanted {
			return Err(RosterError {
				line: self.line,
				column: self.header.column(fields),
				found: Found::Words(format!("missing, the line has {fields} of {wanted} fields")),
				expected: format!("{wanted} fields, as the header has"),
			});
		}
		if fields > wanted {
			return Err(RosterError {
				line: self.line,
				column: Column::Number(wanted + 1),
				found: Found::Words(format!("the line has {fields} fields")),
				expected: format!("{wanted} fields, as the header has; a text with a comma stands in quotation marks"),
			});
		}
		Ok(())
	}

	/// The text of `COLUMNS[column]`, without spaces around it.
	fn get(&self, column: usize) -> &str {
		self.record.get(self.header.positions[column]).unwrap_or_default().trim()
	}

	/// A text that is not empty, not too long, and printable.
	fn text(&self, column: usize) -> Result<&str, RosterError> {
		let text = self.get(column);
		if text.is_empty() || text.chars().count() > MAX_TEXT || text.chars().any(char::is_control) {
			let expected = format!("a text of 1 to {MAX_TEXT} printable characters");
			return Err(self.error(column, Found::Text(text.into()), expected));
		}
		Ok(text)
	}

	fn unit_kind(&self) -> Result<UnitKind, RosterError> {
		match self.get(2) {
			"residential" => Ok(UnitKind::Residential),
			"commercial" => Ok(UnitKind::Commercial),
			"parking" => Ok(UnitKind::Parking),
			"storage" => Ok(UnitKind::Storage),
			other => Err(self.error(2, Found::Text(other.into()), "one of residential, commercial, parking, storage")),
		}
	}

	fn area(&self) -> Result<Area, RosterError> {
		let text = self.get(3);
		decimal::parse(text, 2).filter(|area| (1..=MAX_AREA).contains(area)).ok_or_else(|| {
			let most = MAX_AREA / 100;
			let expected = format!(
				"square metres above 0 and up to {most}, in digits with at most two decimals after a point, such as 98.03"
			);
			self.error(3, Found::Text(text.into()), expected)
		})
	}

	fn owner_kind(&self) -> Result<OwnerKind, RosterError> {
		match self.get(5) {
			"person" => Ok(OwnerKind::Person),
			"joint" => Ok(OwnerKind::Joint),
			"company" => Ok(OwnerKind::Company),
			"developer" => Ok(OwnerKind::Developer),
			other => Err(self.error(5, Found::Text(other.into()), "one of person, joint, company, developer")),
		}
	}

	/// The building's own number, or `None` if it has a name.
	fn building(&self) -> Result<(&str, Option<BuildingId>), RosterError> {
		let name = self.text(1)?;
		if !name.bytes().all(|byte| byte.is_ascii_digit()) {
			return Ok((name, None));
		}
		match name.parse() {
			Ok(number) if number > 0 => Ok((name, Some(number))),
			_ => Err(self.error(1, Found::Text(name.into()), "a number from 1 to 65535, or a name")),
		}
	}
}

/// A building as named in the roster; `1` and `01` are equal.
#[derive(PartialEq, Eq, Hash)]
enum BuildingKey {
	Number(BuildingId),
	Name(String),
}

/// The rows read so far, with their lines.
#[derive(Default)]
struct Rows {
	units: Vec<Unit>,
	labels: HashMap<String, usize>,
	owners: Vec<Owner>,
	owner_lines: Vec<usize>,
	owner_ids: HashMap<String, OwnerId>,
	developer: Option<OwnerId>,
	/// Name, number if any, and line of first appearance.
	buildings: Vec<(String, Option<BuildingId>, usize)>,
	building_positions: HashMap<BuildingKey, usize>,
}

impl Rows {
	fn add(&mut self, row: &Row<'_>) -> Result<(), RosterError> {
		row.check_length()?;
		let label = row.text(0)?;
		if let Some(line) = self.labels.get(label) {
			let expected = format!("each unit once, and this one is in line {line}");
			return Err(row.error(0, Found::Text(label.into()), expected));
		}
		if self.units.len() >= MAX_UNITS {
			return Err(row.error(0, Found::Text(label.into()), format!("at most {MAX_UNITS} units")));
		}
		let (building, number) = row.building()?;
		let kind = row.unit_kind()?;
		let area = row.area()?;
		let owner = self.owner(row)?;

		let key = number.map_or_else(|| BuildingKey::Name(building.into()), BuildingKey::Number);
		let building = *self.building_positions.entry(key).or_insert_with(|| {
			self.buildings.push((building.into(), number, row.line));
			self.buildings.len() - 1
		});
		self.labels.insert(label.into(), row.line);
		self.units.push(Unit { label: label.into(), building, kind, area, owner });
		Ok(())
	}

	/// The owner of the row, added at first appearance.
	fn owner(&mut self, row: &Row<'_>) -> Result<OwnerId, RosterError> {
		let name = row.text(4)?;
		let kind = row.owner_kind()?;
		if let Some(&id) = self.owner_ids.get(name) {
			let position = id as usize;
			if self.owners[position].kind != kind {
				let expected = format!(
					"{}, as for owner {name} in line {}",
					kind_name(self.owners[position].kind),
					self.owner_lines[position]
				);
				return Err(row.error(5, Found::Text(row.get(5).into()), expected));
			}
			return Ok(id);
		}
		// At most one owner per unit, and units are bounded far below.
		let id = OwnerId::try_from(self.owners.len()).unwrap_or(OwnerId::MAX);
		if kind == OwnerKind::Developer {
			if let Some(first) = self.developer {
				let first = first as usize;
				let expected = format!(
					"one developer only, and owner {} is it in line {}",
					self.owners[first].name, self.owner_lines[first]
				);
				return Err(row.error(5, Found::Text(row.get(5).into()), expected));
			}
			self.developer = Some(id);
		}
		self.owners.push(Owner { name: name.into(), kind });
		self.owner_lines.push(row.line);
		self.owner_ids.insert(name.into(), id);
		Ok(id)
	}

	/// Numbers the buildings that have only a name, after those that have a number.
	fn finish(self) -> Result<Roster, RosterError> {
		let mut last = self.buildings.iter().filter_map(|(_, number, _)| *number).max().unwrap_or(0);
		let mut buildings = Vec::with_capacity(self.buildings.len());
		for (name, number, line) in self.buildings {
			let id = match number {
				Some(number) => number,
				None => {
					last = last.checked_add(1).ok_or_else(|| RosterError {
						line,
						column: Column::Named(COLUMNS[1].into()),
						found: Found::Text(name.clone()),
						expected: "numbers of buildings low enough to leave some for those with names (up to 65535)"
							.into(),
					})?;
					last
				}
			};
			buildings.push(Building { id, name });
		}
		Ok(Roster { buildings, owners: self.owners, units: self.units })
	}
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
