// SPDX-License-Identifier: GPL-3.0-or-later

//! Rows to fields: what stands in each row, with merged cells filled and rows that are no units left out. Notes every
//! mistake of a single row.

use crate::{
	areas::{Area, Writing},
	buildings,
	dates::is_date,
	grid::{Book, Cell, Grid, Line},
	header::{self, Header},
	model::{OwnerKind, UnitKind, MAX_TEXT},
	options::Options,
	owners::{joined_lines, Name},
	report::{AreaFault, Column, Mistake, Place, Problem, Question, Report, Said, Warning},
	synonyms::{self, Field},
	text::normal,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What a row says of an owner.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Owned {
	/// Its owner.
	By(Name),
	/// Nobody.
	Nobody,
	/// It cannot be read, or the column is not known yet.
	Unknown,
}

/// A row that is a unit. `None` where there is a mistake or the column is not known.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Record {
	/// The sheet, as a position in [`Records::sheets`].
	pub sheet: usize,
	/// The row.
	pub row: u32,
	/// The door number.
	pub unit: Option<String>,
	/// The building.
	pub building: Option<String>,
	/// The phase.
	pub phase: Option<String>,
	/// The entrance; empty if there is none.
	pub entrance: String,
	/// The kind.
	pub kind: Option<UnitKind>,
	/// The area in 0.01 m².
	pub area: Option<u64>,
	/// The owner.
	pub owner: Owned,
	/// The owner's kind.
	pub owner_kind: Option<OwnerKind>,
	/// What the column says that tells owners apart.
	pub owner_key: String,
	/// The row where the owner's cell begins: the same for all rows of one merged cell.
	pub owner_row: u32,
}

/// What is known of a sheet.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Columns {
	sheet: Option<String>,
	columns: BTreeMap<Field, Column>,
	key: Option<Column>,
}

/// All rows of a file.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Records {
	/// The sheets.
	pub sheets: Vec<Columns>,
	/// The rows, in the order of the file.
	pub rows: Vec<Record>,
	/// Whether the kinds of owners are assumed.
	pub assumes_owner_kind: bool,
	/// Columns that could tell people of one name apart.
	pub telling_apart: Vec<String>,
}

impl Records {
	/// The place of a field in a row.
	pub fn place(&self, record: &Record, field: Field) -> Place {
		self.at(record, |sheet| {
			sheet.columns.get(&field).cloned().unwrap_or(Column { position: None, name: field.name().into() })
		})
	}

	/// The place of the column that tells owners apart.
	pub fn key_place(&self, record: &Record) -> Place {
		self.at(record, |sheet| sheet.key.clone().unwrap_or(Column { position: None, name: String::new() }))
	}

	fn at(&self, record: &Record, column: impl Fn(&Columns) -> Column) -> Place {
		let sheet = self.sheets.get(record.sheet);
		Place { sheet: sheet.and_then(|sheet| sheet.sheet.clone()), row: record.row, column: sheet.map(column) }
	}
}

/// Reads all rows, and notes mistakes, questions and what was assumed.
pub(crate) fn read(book: &Book, options: &Options, report: &mut Report) -> Records {
	let mut records = Records::default();
	let mut sheets = Vec::new();
	for grid in &book.grids {
		let rows = grid.lines.iter().filter(|line| !line.is_blank()).count();
		match Header::find(grid, options).filter(|_| !grid.hidden) {
			Some(header) => sheets.push((grid, header)),
			None if rows > 0 => report.warnings.push(Warning::SheetLeftOut {
				sheet: grid.name.clone().unwrap_or_default(),
				hidden: grid.hidden,
				rows,
			}),
			None => (),
		}
	}
	if sheets.is_empty() {
		no_header(book, report);
		return records;
	}
	unknown_options(&sheets, options, report);

	let texts: Vec<String> = sheets.iter().flat_map(|(grid, header)| areas(grid, header)).collect();
	let writing = Writing::of(texts.iter().map(String::as_str));
	let mut reader = Reader { options, writing, report, notes: Notes::default(), sum: 0 };
	for (grid, header) in &sheets {
		reader.sheet(grid, header, &mut records);
	}
	let notes = reader.notes;
	if records.rows.is_empty() && report.mistakes.is_empty() {
		if let Some((grid, header)) = sheets.first() {
			let column = Column { position: None, name: Field::Unit.name().into() };
			let place = grid.place(header.row.saturating_add(1), Some(column));
			report.mistakes.push(Mistake { place, problem: Problem::NoUnits });
		}
	}
	notes.say(&sheets, &mut records, report);
	records
}

/// The areas as they are written, to see which comma is which.
fn areas(grid: &Grid, header: &Header) -> Vec<String> {
	let position = match header.fields.get(&Field::Area).map(Vec::as_slice) {
		Some([position]) => *position,
		_ => return Vec::new(),
	};
	let cells = grid.lines.iter().skip(header.at.saturating_add(1)).map(|line| line.cell(position));
	cells.filter(|cell| matches!(cell, Cell::Text(_))).map(Cell::text).collect()
}

/// The mistake of a file without a header.
fn no_header(book: &Book, report: &mut Report) {
	let visible = || book.grids.iter().filter(|grid| !grid.hidden);
	let first = visible().find_map(|grid| Some((grid, grid.lines.iter().find(|line| !line.is_blank())?)));
	report.warnings.clear();
	let (place, problem) = match first {
		None => (
			Place { sheet: None, row: 1, column: Some(Column { position: None, name: Field::Unit.name().into() }) },
			Problem::Empty,
		),
		Some((grid, line)) => match &line.broken {
			Some((position, fault)) => {
				let column = Column { position: Some(*position), name: String::new() };
				(grid.place(line.number, Some(column)), Problem::Quote(*fault))
			}
			None => {
				// The header is rather the first row with several cells than a title.
				let several = |line: &&Line| line.cells.iter().filter(|cell| !cell.is_blank()).count() > 1;
				let line = grid.lines.iter().find(several).unwrap_or(line);
				let headers = line.cells.iter().map(Cell::text).filter(|text| !text.is_empty()).collect();
				(grid.place(line.number, None), Problem::UnknownHeaders(headers))
			}
		},
	};
	report.mistakes.push(Mistake { place, problem });
}

/// Options that name a column which no sheet has.
fn unknown_options(sheets: &[(&Grid, Header)], options: &Options, report: &mut Report) {
	let Some((grid, header)) = sheets.first() else { return };
	let named = options.columns.iter().map(|(field, column)| (format!("--column {}", field.name()), column));
	for (option, name) in named.chain(options.owner_key.iter().map(|column| ("--owner-key".to_owned(), column))) {
		if sheets.iter().all(|(_, header)| header::columns(&header.names, name).is_empty()) {
			let headers = header.names.iter().filter(|name| !name.is_empty()).cloned().collect();
			let problem = Problem::NoSuchColumn { option, name: name.clone(), headers };
			report.mistakes.push(Mistake { place: grid.place(header.row, None), problem });
		}
	}
}

/// What was seen in all sheets, said once.
#[derive(Default)]
struct Notes {
	decimal_comma: Option<String>,
	thousands: Option<String>,
	phases: Vec<String>,
	buildings: Vec<String>,
	no_kind: bool,
	no_owner_kind: bool,
	columns: BTreeSet<(Field, String)>,
	telling_apart: BTreeSet<String>,
}

impl Notes {
	fn say(self, sheets: &[(&Grid, Header)], records: &mut Records, report: &mut Report) {
		for (grid, header) in sheets {
			if header.at > 0 {
				report.said.push(Said::HeaderRow(grid.place(header.row, None)));
			}
		}
		let others: Vec<_> = self.columns.into_iter().filter(|(field, name)| name != field.name()).collect();
		if !others.is_empty() {
			report.said.push(Said::Columns(others));
		}
		let lists = [(self.phases, Said::PhaseOfSheet as fn(_) -> _), (self.buildings, Said::BuildingOfSheet)];
		report.said.extend(lists.into_iter().filter(|(list, _)| !list.is_empty()).map(|(list, said)| said(list)));
		report.said.extend(self.decimal_comma.map(Said::DecimalComma));
		report.said.extend(self.thousands.map(Said::Thousands));
		if self.no_kind {
			report.said.push(Said::KindAssumed(UnitKind::Residential));
		}
		records.assumes_owner_kind = self.no_owner_kind;
		records.telling_apart = self.telling_apart.into_iter().collect();
	}
}

struct Reader<'a> {
	options: &'a Options,
	writing: Writing,
	report: &'a mut Report,
	notes: Notes,
	/// The area of all units so far.
	sum: u64,
}

/// A sheet while it is read.
struct Sheet<'a> {
	grid: &'a Grid,
	header: &'a Header,
	/// The column of each field, if there is one and only one.
	columns: HashMap<Field, usize>,
	key: Option<usize>,
	/// The phase or the building, if the sheet's name is one.
	phase: Option<String>,
	building: Option<String>,
	/// Fields whose column is asked about.
	asked: Vec<Field>,
}

impl Sheet<'_> {
	fn place(&self, row: u32, field: Field) -> Place {
		let column = match self.columns.get(&field) {
			Some(position) => self.header.column(*position),
			None => Column { position: None, name: field.name().into() },
		};
		self.grid.place(row, Some(column))
	}

	/// The cell of a field and its row: that of the merged cell which goes on here.
	fn cell<'a>(&'a self, line: &'a Line, position: usize) -> (&'a Cell, u32) {
		let cell = line.cell(position);
		let above = if cell.is_blank() { self.grid.merged_from(line.number, position) } else { None };
		match above {
			Some(row) => (self.grid.line(row).map_or(&Cell::Empty, |line| line.cell(position)), row),
			None => (cell, line.number),
		}
	}

	fn text(&self, line: &Line, field: Field) -> Option<String> {
		self.columns.get(&field).map(|position| self.cell(line, *position).0.text())
	}
}

impl Reader<'_> {
	fn mistake(&mut self, place: Place, problem: Problem) {
		self.report.mistakes.push(Mistake { place, problem });
	}

	fn sheet(&mut self, grid: &Grid, header: &Header, records: &mut Records) {
		let mut sheet =
			Sheet { grid, header, columns: HashMap::new(), key: None, phase: None, building: None, asked: Vec::new() };
		for (field, positions) in &header.fields {
			match positions.as_slice() {
				[position] => {
					sheet.columns.insert(*field, *position);
					self.notes.columns.insert((*field, header.column(*position).name));
				}
				several => {
					let columns: Vec<Column> = several.iter().map(|position| header.column(*position)).collect();
					let question = Question::Column { field: *field, place: grid.place(header.row, None), columns };
					sheet.asked.push(*field);
					// Sheets of one kind ask once.
					let same = |other: &Question| match (other, &question) {
						(
							Question::Column { field, columns, .. },
							Question::Column { field: this, columns: these, .. },
						) => field == this && columns == these,
						_ => false,
					};
					if !self.report.questions.iter().any(same) {
						self.report.questions.push(question);
					}
				}
			}
		}
		self.of_the_name(&mut sheet);
		let headers: Vec<String> = header.names.iter().filter(|name| !name.is_empty()).cloned().collect();
		for field in Field::ALL.into_iter().filter(|field| field.is_required()) {
			let known = header.fields.contains_key(&field) || (field == Field::Building && sheet.building.is_some());
			if !known {
				self.mistake(sheet.place(header.row, field), Problem::NoColumn { field, headers: headers.clone() });
				sheet.asked.push(field);
			}
		}
		self.notes.no_kind |= !header.fields.contains_key(&Field::Kind);
		self.notes.no_owner_kind |= !header.fields.contains_key(&Field::OwnerKind);
		if let Some(column) = &self.options.owner_key {
			sheet.key = header::columns(&header.names, column).first().copied();
		} else {
			self.notes.telling_apart.extend(header.telling_apart());
		}

		let columns = sheet.columns.iter().map(|(field, position)| (*field, header.column(*position))).collect();
		let key = sheet.key.map(|position| header.column(position));
		records.sheets.push(Columns { sheet: grid.name.clone(), columns, key });
		self.rows(&sheet, records);
	}

	/// Takes the phase or the building from the sheet's name, where no column says it.
	fn of_the_name(&mut self, sheet: &mut Sheet<'_>) {
		let Some(name) = sheet.grid.name.as_deref().map(normal) else { return };
		if !sheet.header.fields.contains_key(&Field::Phase) && buildings::phase_key(&name).is_some() {
			self.notes.phases.push(name.clone());
			sheet.phase = Some(name);
		} else if !sheet.header.fields.contains_key(&Field::Building) && buildings::is_sheet(&name) {
			self.notes.buildings.push(name.clone());
			sheet.building = Some(name);
		}
	}

	fn rows(&mut self, sheet: &Sheet<'_>, records: &mut Records) {
		let wanted = sheet.header.names.len();
		let index = records.sheets.len().saturating_sub(1);
		let (mut building, mut phase) = (None::<String>, sheet.phase.clone());
		let mut from_above: Option<(Place, usize, String)> = None;
		let mut sums = Sums { before: self.sum, ..Sums::default() };
		for line in sheet.grid.lines.iter().skip(sheet.header.at.saturating_add(1)) {
			if line.is_blank() || sheet.header.is_repeated(line) {
				continue;
			}
			if let Some((position, fault)) = line.broken {
				let place = sheet.grid.place(line.number, Some(sheet.header.column(position)));
				self.mistake(place, Problem::Quote(fault));
				continue;
			}
			if self.is_no_unit(sheet, line, &mut sums) {
				continue;
			}
			let found = line.cells.len();
			if sheet.grid.name.is_none() && found != wanted {
				let place = sheet.grid.place(line.number, Some(sheet.header.column(found.min(wanted))));
				self.mistake(place, Problem::Fields { found, expected: wanted });
				continue;
			}
			let mut record = self.record(sheet, index, line);

			let column = sheet.columns.contains_key(&Field::Phase);
			match record.phase.take().filter(|text| !text.is_empty()) {
				Some(text) => phase = Some(text),
				None if column && phase.is_none() => phase = Some(String::new()),
				None => (),
			}
			record.phase = phase.clone();
			match (&record.building, &building) {
				(Some(text), Some(above)) if text.is_empty() => {
					match &mut from_above {
						Some((_, rows, _)) => *rows = rows.saturating_add(1),
						None => from_above = Some((sheet.place(line.number, Field::Building), 1, above.clone())),
					}
					record.building = building.clone();
				}
				(Some(text), None) if text.is_empty() => {
					self.mistake(sheet.place(line.number, Field::Building), Problem::Nothing(Field::Building));
					record.building = None;
				}
				(Some(text), _) => building = Some(text.clone()),
				(None, _) => (),
			}
			sums.add(record.area);
			records.rows.push(record);
		}
		self.sum = self.sum.saturating_add(sums.all);
		let warning = from_above.map(|(place, rows, above)| Warning::BuildingFromAbove(place, rows, above));
		self.report.warnings.extend(warning);
	}

	/// Whether a row is no unit: an example, a total, or a note below the list. Checks a total against the units above
	/// it.
	fn is_no_unit(&mut self, sheet: &Sheet<'_>, line: &Line, sums: &mut Sums) -> bool {
		let seen: Vec<&Cell> = line.cells.iter().filter(|cell| !cell.is_blank()).take(2).collect();
		let first = seen.first().map(|cell| cell.text()).unwrap_or_default();
		if synonyms::is_example(&first) {
			self.report.said.push(Said::RowLeftOut(sheet.grid.place(line.number, None), first));
			return true;
		}
		let nobody = sheet.columns.get(&Field::Owner).is_none_or(|position| line.cell(*position).is_blank());
		if seen.len() > 1 && !nobody {
			return false;
		}
		let label = sheet.columns.get(&Field::Unit).map(|position| line.cell(*position).text()).unwrap_or_default();
		let total = nobody && [&first, &label].into_iter().any(|text| synonyms::is_total(text));
		let note = seen.len() == 1 && (synonyms::is_note(&first) || sums.ended);
		if !total && !note {
			return false;
		}
		let place = sheet.grid.place(line.number, None);
		if total {
			sums.ended = true;
			let position = sheet.columns.get(&Field::Area).copied();
			let found = position.and_then(|at| self.writing.read(&line.cell(at).text()).ok());
			if let (Some(Area { hundredths: found, .. }), Some(position)) = (found, position) {
				if !sums.is_one_of(found) {
					let place = sheet.grid.place(line.number, Some(sheet.header.column(position)));
					let sum = sums.all;
					self.report.warnings.push(Warning::Total { place, found, sum });
				}
			}
			sums.part = 0;
		}
		self.report.said.push(Said::RowLeftOut(place, first));
		true
	}

	fn record(&mut self, sheet: &Sheet<'_>, index: usize, line: &Line) -> Record {
		let row = line.number;
		// What is wrong with a cell whatever its field.
		let mut wrong = Vec::new();
		for (field, position) in &sheet.columns {
			let cell = sheet.cell(line, *position).0;
			let problem = match cell {
				Cell::Date { shown, .. } => Problem::Date(shown.clone()),
				Cell::Error(text) => Problem::CellError(text.clone()),
				_ => {
					let text = cell.text();
					let is_label =
						matches!(field, Field::Unit | Field::Building | Field::Owner | Field::Phase | Field::Entrance);
					if text.chars().count() > MAX_TEXT || text.chars().any(char::is_control) {
						Problem::Text(text)
					} else if is_label && is_date(&text) {
						Problem::Date(text)
					} else {
						continue;
					}
				}
			};
			wrong.push(*field);
			self.mistake(sheet.place(row, *field), problem);
		}
		let good = |field: Field| !wrong.contains(&field);
		let text = |field: Field| sheet.text(line, field).filter(|_| good(field));

		let unit = sheet.columns.get(&Field::Unit).filter(|_| good(Field::Unit)).and_then(|position| {
			// A label that goes on from a merged cell would be the same unit twice.
			let cell = line.cell(*position);
			if cell.is_blank() {
				let problem = match sheet.grid.merged_from(row, *position) {
					Some(first) => Problem::MergedWith(Field::Unit, first),
					None => Problem::Nothing(Field::Unit),
				};
				self.mistake(sheet.place(row, Field::Unit), problem);
				return None;
			}
			Some(cell.text())
		});
		let kind = match text(Field::Kind) {
			Some(word) => {
				let kind = synonyms::unit_kind(&word);
				if kind.is_none() {
					self.mistake(sheet.place(row, Field::Kind), Problem::UnitKind(word));
				}
				kind
			}
			None if sheet.columns.contains_key(&Field::Kind) || sheet.asked.contains(&Field::Kind) => None,
			None => Some(UnitKind::Residential),
		};
		let owner_at = sheet.columns.get(&Field::Owner).filter(|_| good(Field::Owner)).map(|at| sheet.cell(line, *at));
		let owner = match owner_at {
			None => Owned::Unknown,
			Some((cell, _)) => {
				let text = match cell {
					Cell::Text(text) => normal(&joined_lines(text)),
					cell => cell.text(),
				};
				Name::read(&text).map_or(Owned::Nobody, Owned::By)
			}
		};
		let owner_kind = match (text(Field::OwnerKind), &owner) {
			// Without an owner, its kind says nothing.
			(_, Owned::Nobody | Owned::Unknown) => None,
			(Some(word), _) => {
				let kind = synonyms::owner_kind(&word);
				if kind.is_none() {
					self.mistake(sheet.place(row, Field::OwnerKind), Problem::OwnerKind(word));
				}
				kind
			}
			(None, Owned::By(name)) if !sheet.header.fields.contains_key(&Field::OwnerKind) => Some(name.likely_kind()),
			(None, _) => None,
		};
		let building = sheet.building.clone().or_else(|| text(Field::Building));
		let entrance = text(Field::Entrance).unwrap_or_default();
		let phase = text(Field::Phase);
		let area = if good(Field::Area) { self.area(sheet, line) } else { None };
		if let (Owned::By(name), Some(OwnerKind::Person)) = (&owner, owner_kind) {
			if name.people.len() > 1 && sheet.columns.contains_key(&Field::OwnerKind) {
				let place = sheet.place(row, Field::Owner);
				self.report.warnings.push(Warning::SeveralNames(place, name.text.clone()));
			}
		}
		Record {
			sheet: index,
			row,
			unit,
			building,
			phase,
			entrance,
			kind,
			area,
			owner_key: sheet.key.map(|position| sheet.cell(line, position).0.text()).unwrap_or_default(),
			owner_row: owner_at.map_or(row, |(_, row)| row),
			owner,
			owner_kind,
		}
	}

	fn area(&mut self, sheet: &Sheet<'_>, line: &Line) -> Option<u64> {
		let position = *sheet.columns.get(&Field::Area)?;
		let text = line.cell(position).text();
		let fault = match self.writing.read(&text) {
			Ok(area) => {
				if area.decimal_comma {
					self.notes.decimal_comma.get_or_insert(text.clone());
				}
				if area.thousands {
					self.notes.thousands.get_or_insert(text);
				}
				return Some(area.hundredths);
			}
			Err(_) if text.is_empty() && sheet.grid.merged_from(line.number, position).is_some() => AreaFault::Merged,
			Err(fault) => fault,
		};
		self.mistake(sheet.place(line.number, Field::Area), Problem::Area(text, fault));
		None
	}
}

/// The areas of the units above a totals row.
#[derive(Default)]
struct Sums {
	/// Since the last totals row.
	part: u64,
	/// Of the sheet.
	all: u64,
	/// Of the sheets before.
	before: u64,
	/// Whether there was a totals row.
	ended: bool,
}

impl Sums {
	fn add(&mut self, area: Option<u64>) {
		let area = area.unwrap_or(0);
		self.part = self.part.saturating_add(area);
		self.all = self.all.saturating_add(area);
		self.ended = false;
	}

	fn is_one_of(&self, area: u64) -> bool {
		area == self.part || area == self.all || area == self.all.saturating_add(self.before)
	}
}
