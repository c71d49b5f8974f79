// SPDX-License-Identifier: GPL-3.0-or-later

//! Other lists of the office, such as opening balances: rows below a header whose columns the caller names. Formats,
//! encodings and separators are those of rosters.

use crate::{
	grid::{Book, Cell, Grid},
	messages::Language,
	report::{Column, Mistake, Place, Problem},
	synonyms::{header_key, is_example, is_note, is_total},
};

/// The header is looked for in so many rows.
const LOOK: usize = 40;

/// A number this close to a whole number of hundredths is one: spreadsheets compute in binary fractions.
const NOISE: f64 = 1e-6;

/// A spreadsheet keeps fifteen digits of a number.
const MOST: f64 = 1e15;

/// A column of a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ListColumn {
	/// The headers by which it is known, its own first.
	pub headers: &'static [&'static str],
	/// Whether the list cannot do without it.
	pub required: bool,
}

/// A row of a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ListRow {
	sheet: Option<String>,
	row: u32,
	cells: Vec<(Option<Column>, String)>,
}

impl ListRow {
	/// What stands in a column, by its position among those asked for; empty if there is no such column.
	pub fn text(&self, column: usize) -> &str {
		self.cells.get(column).map_or("", |(_, text)| text.as_str())
	}

	/// The place of a column in this row.
	pub fn place(&self, column: usize) -> Place {
		let column = self.cells.get(column).and_then(|(column, _)| column.clone());
		Place { sheet: self.sheet.clone(), row: self.row, column }
	}
}

/// Why a list cannot be read.
#[derive(Clone, PartialEq, Debug)]
pub enum ListProblem {
	/// The file or a cell cannot be read.
	Unreadable(Box<Mistake>),
	/// A sheet has no header that is understood.
	NoHeader(Place, Vec<ListColumn>),
	/// The header lacks a column.
	NoColumn(Place, ListColumn),
	/// There is nothing below the header.
	NoRows,
}

impl ListProblem {
	/// The problem in words: where, what was found, and what was expected.
	pub fn text(&self, language: Language) -> String {
		let name = |column: &ListColumn| {
			let chinese = column.headers.iter().find(|word| !word.is_ascii());
			let found = match language {
				Language::English => column.headers.first(),
				Language::Chinese => chinese.or(column.headers.first()),
			};
			found.copied().unwrap_or_default()
		};
		match (self, language) {
			(Self::Unreadable(mistake), _) => mistake.text(language),
			(Self::NoHeader(place, columns), _) => {
				let place = place.text(language);
				let names: Vec<_> = columns.iter().filter(|column| column.required).map(name).collect();
				match language {
					Language::English => {
						format!("{place}: found no header; expected a row with {}", names.join(", "))
					}
					Language::Chinese => format!("{place}：没有表头；应有一行写明 {}", names.join("、")),
				}
			}
			(Self::NoColumn(place, column), Language::English) => {
				format!("{}: found no such column; expected `{}`", place.text(language), name(column))
			}
			(Self::NoColumn(place, column), Language::Chinese) => {
				format!("{}：缺少一列；应有“{}”", place.text(language), name(column))
			}
			(Self::NoRows, Language::English) => "found nothing below the header; expected a row for each entry".into(),
			(Self::NoRows, Language::Chinese) => "表头下没有内容；应为每项一行".into(),
		}
	}
}

/// A header row.
struct Header {
	at: usize,
	row: u32,
	columns: Vec<Option<Column>>,
}

impl Header {
	fn known(&self) -> usize {
		self.columns.iter().flatten().count()
	}

	/// The header row of a sheet: the first with the most columns, and at least two.
	fn find(grid: &Grid, wanted: &[ListColumn]) -> Option<Self> {
		let mut best: Option<Self> = None;
		for (at, line) in grid.lines.iter().enumerate().take(LOOK) {
			let keys: Vec<String> = line.cells.iter().map(|cell| header_key(&cell.text())).collect();
			let column = |column: &ListColumn| -> Option<Column> {
				let is_it =
					|key: &String| !key.is_empty() && column.headers.iter().any(|known| header_key(known) == *key);
				let position = keys.iter().position(is_it)?;
				Some(Column { position: Some(position), name: line.cell(position).text() })
			};
			let header = Self { at, row: line.number, columns: wanted.iter().map(column).collect() };
			if header.known() >= 2 && best.as_ref().is_none_or(|best| header.known() > best.known()) {
				best = Some(header);
			}
		}
		best
	}
}

/// Whether it is a number of more digits than a spreadsheet keeps, such as one of a bank account.
fn is_cut(cell: &Cell) -> bool {
	matches!(cell, Cell::Number(number) if number.abs() >= MOST)
}

/// What people see of a cell.
fn shown(cell: &Cell) -> String {
	match cell {
		Cell::Number(number) => {
			let rounded = (number * 100.0).round() / 100.0;
			let exact = if (number - rounded).abs() < NOISE { rounded } else { *number };
			exact.to_string()
		}
		other => other.text(),
	}
}

/// Reads a list: all rows of all sheets that are shown, without totals and notes.
///
/// # Errors
///
/// All problems at once.
pub fn read_list(bytes: &[u8], wanted: &[ListColumn]) -> Result<Vec<ListRow>, Vec<ListProblem>> {
	let book = Book::open_by(bytes, &|grid| Header::find(grid, wanted).map_or(0, |header| header.known()))
		.map_err(|mistake| vec![ListProblem::Unreadable(mistake)])?;
	let unreadable = |mistake: Mistake| ListProblem::Unreadable(Box::new(mistake));
	let mut problems: Vec<ListProblem> = book.mistakes.iter().cloned().map(unreadable).collect();
	let mut rows = Vec::new();
	let shows = |grid: &&Grid| !grid.hidden && grid.lines.iter().any(|line| !line.is_blank());
	for grid in book.grids.iter().filter(shows) {
		let Some(header) = Header::find(grid, wanted) else {
			problems.push(ListProblem::NoHeader(grid.place(1, None), wanted.to_vec()));
			continue;
		};
		for (column, found) in wanted.iter().zip(&header.columns) {
			if column.required && found.is_none() {
				problems.push(ListProblem::NoColumn(grid.place(header.row, None), *column));
			}
		}
		for line in grid.lines.iter().skip(header.at.saturating_add(1)).filter(|line| !line.is_blank()) {
			if let Some((_, fault)) = line.broken {
				let place = grid.place(line.number, None);
				problems.push(unreadable(Mistake { place, problem: Problem::Quote(fault) }));
				continue;
			}
			let first = line.cells.iter().find(|cell| !cell.is_blank()).map(Cell::text).unwrap_or_default();
			if is_total(&first) || is_note(&first) || is_example(&first) {
				continue;
			}
			let mut cells = Vec::with_capacity(wanted.len());
			for column in &header.columns {
				let cell = column.as_ref().and_then(|column| column.position).map(|position| line.cell(position));
				if let Some(Cell::Error(text)) = cell {
					let place = grid.place(line.number, column.clone());
					problems.push(unreadable(Mistake { place, problem: Problem::CellError(text.clone()) }));
				}
				if let Some(Cell::Number(number)) = cell.filter(|cell| is_cut(cell)) {
					let place = grid.place(line.number, column.clone());
					problems.push(unreadable(Mistake { place, problem: Problem::LongNumber(number.to_string()) }));
				}
				cells.push((column.clone(), cell.map(shown).unwrap_or_default()));
			}
			rows.push(ListRow { sheet: grid.name.clone(), row: line.number, cells });
		}
	}
	if rows.is_empty() && problems.is_empty() {
		problems.push(ListProblem::NoRows);
	}
	if problems.is_empty() {
		Ok(rows)
	} else {
		Err(problems)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const COLUMNS: [ListColumn; 3] = [
		ListColumn { headers: &["unit", "房号"], required: true },
		ListColumn { headers: &["amount", "余额"], required: true },
		ListColumn { headers: &["note", "备注"], required: false },
	];

	fn texts(bytes: &[u8]) -> Vec<(u32, String, String)> {
		let rows = read_list(bytes, &COLUMNS).unwrap();
		rows.iter().map(|row| (row.place(0).row, row.text(0).to_owned(), row.text(1).to_owned())).collect()
	}

	#[test]
	fn rows_below_titles_in_any_order_encoding_and_separator() {
		let text = "云溪小区维修资金\n余额（元）,房号\n\"1,204.50\",1-101\n0,1-102\n合计,\n";
		let row = |number: u32, unit: &str, amount: &str| (number, unit.to_owned(), amount.to_owned());
		let rows = vec![row(3, "1-101", "1,204.50"), row(4, "1-102", "0")];
		assert_eq!(texts(text.as_bytes()), rows);
		let (gbk, ..) = encoding_rs::GBK.encode(text);
		assert_eq!(texts(&gbk), rows);
		assert_eq!(texts(b"unit;amount\n1;2.50\n"), vec![row(2, "1", "2.50")]);
	}

	#[test]
	fn all_problems_are_said_at_once() {
		let problems = |text: &str| read_list(text.as_bytes(), &COLUMNS).unwrap_err();
		let said = |text: &str| problems(text).iter().map(|one| one.text(Language::English)).collect::<Vec<_>>();
		assert_eq!(said("unit,note\n1,2\n"), ["line 1: found no such column; expected `amount`"]);
		assert_eq!(said("a,b\n1,2\n"), ["line 1: found no header; expected a row with unit, amount"]);
		assert_eq!(problems("unit,amount\n"), [ListProblem::NoRows]);
		assert_eq!(problems("unit,amount\n\"1,2\nx\"y,3\n").len(), 2);
	}
	#[test]
	fn a_number_that_lost_its_last_digits_is_refused() {
		let mut workbook = rust_xlsxwriter::Workbook::new();
		let sheet = workbook.add_worksheet();
		for (column, header) in ["unit", "amount"].into_iter().enumerate() {
			sheet.write(0, u16::try_from(column).unwrap(), header).unwrap();
		}
		sheet.write(1, 0, "1-101").unwrap();
		sheet.write(1, 1, 6_222_021_234_567_890_123.0).unwrap();
		let bytes = workbook.save_to_buffer().unwrap();
		let said: Vec<_> =
			read_list(&bytes, &COLUMNS).unwrap_err().iter().map(|problem| problem.text(Language::English)).collect();
		assert_eq!(said.len(), 1);
		assert!(said[0].contains("row 2") && said[0].contains("at most 15 digits"), "{}", said[0]);
	}
}
