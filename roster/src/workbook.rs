// SPDX-License-Identifier: GPL-3.0-or-later

//! Workbooks to cells: `.xlsx`, and `.xls` as Excel and WPS write it.

use crate::{
	grid::{Book, Cell, Grid, Line, Merge},
	report::{ForeignFile, Mistake, Place, Problem},
	separated::text_cell,
};
use calamine::{
	Data, DataRef, Dimensions, ExcelDateTime, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsx, XlsxError,
};
use std::{collections::BTreeMap, io::Cursor};

/// At most so many cells are read from one sheet: two hundred for each of the most units.
const MAX_CELLS: usize = 10_000_000;

/// The formats of workbooks, by their first bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
	/// A zip archive: `.xlsx`, or another office format.
	Zip,
	/// An OLE container: `.xls`, or an encrypted `.xlsx`.
	Ole,
}

/// The kind of a workbook, or `None` if it is none.
pub(crate) fn kind(bytes: &[u8]) -> Option<Kind> {
	if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
		Some(Kind::Zip)
	} else if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
		Some(Kind::Ole)
	} else {
		None
	}
}

/// Opens a workbook.
pub(crate) fn open(bytes: &[u8], kind: Kind) -> Result<Book, ForeignFile> {
	match kind {
		Kind::Zip => xlsx(bytes),
		Kind::Ole => xls(bytes),
	}
}

fn xlsx(bytes: &[u8]) -> Result<Book, ForeignFile> {
	let unreadable = |error: XlsxError| match error {
		XlsxError::Password => ForeignFile::Password,
		error => ForeignFile::Unreadable(error.to_string()),
	};
	let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
	let epoch = if workbook.has_1904_epoch() { EPOCH_1904 } else { 0.0 };
	let mut book = Book::default();
	for (name, hidden) in sheets(workbook.sheets_metadata()) {
		let merges = workbook.merge_cells_by_sheet_name(&name).map_err(unreadable)?;
		let mut reader = workbook.worksheet_cells_reader(&name).map_err(unreadable)?;
		let mut cells = Cells::default();
		while let Some(cell) = reader.next_cell().map_err(unreadable)? {
			let (row, column) = cell.get_position();
			if !cells.put(row, column, by_ref(cell.get_value(), epoch)) {
				book.mistakes.push(too_many_cells(&name));
				break;
			}
		}
		book.grids.push(cells.grid(name, hidden, merges));
	}
	Ok(book)
}

fn xls(bytes: &[u8]) -> Result<Book, ForeignFile> {
	let unreadable = |error: XlsError| match error {
		XlsError::Password => ForeignFile::Password,
		error => ForeignFile::Unreadable(error.to_string()),
	};
	let mut workbook = match Xls::new(Cursor::new(bytes)) {
		Ok(workbook) => workbook,
		// An encrypted .xlsx stands in a container of the same kind.
		Err(error) => match Xlsx::new(Cursor::new(bytes)) {
			Err(XlsxError::Password) => return Err(ForeignFile::Password),
			_ => return Err(unreadable(error)),
		},
	};
	let epoch = if workbook.has_1904_epoch() { EPOCH_1904 } else { 0.0 };
	let mut book = Book::default();
	for (name, hidden) in sheets(workbook.sheets_metadata()) {
		let merges = workbook.merge_cells_by_sheet_name(&name).map_err(unreadable)?;
		let range = workbook.worksheet_range(&name).map_err(unreadable)?;
		let (top, left) = range.start().unwrap_or_default();
		let mut cells = Cells::default();
		for (row, column, value) in range.used_cells() {
			let at = |start: u32, offset: usize| start.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX));
			if !cells.put(at(top, row), at(left, column), by_value(value, epoch)) {
				book.mistakes.push(too_many_cells(&name));
				break;
			}
		}
		book.grids.push(cells.grid(name, hidden, merges));
	}
	Ok(book)
}

/// Days between the beginnings of the two calendars of spreadsheets.
const EPOCH_1904: f64 = 1462.0;

/// The worksheets, and whether they are hidden.
fn sheets(all: &[calamine::Sheet]) -> Vec<(String, bool)> {
	let sheets = all.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
	sheets.map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible)).collect()
}

fn too_many_cells(sheet: &str) -> Mistake {
	Mistake {
		place: Place { sheet: Some(sheet.into()), row: 1, column: None },
		problem: Problem::TooManyCells(MAX_CELLS),
	}
}

fn by_ref(value: &DataRef<'_>, epoch: f64) -> Cell {
	match value {
		DataRef::String(text) => by_text(text),
		DataRef::SharedString(text) => by_text(text),
		DataRef::Int(number) => Cell::Text(number.to_string()),
		DataRef::Float(number) => Cell::Number(*number),
		DataRef::Bool(value) => by_text(if *value { "TRUE" } else { "FALSE" }),
		DataRef::DateTime(date) => by_date(date, epoch),
		DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::Date { serial: 0.0, shown: text.clone() },
		DataRef::Error(error) => Cell::Error(error.to_string()),
		DataRef::Empty => Cell::Empty,
	}
}

fn by_value(value: &Data, epoch: f64) -> Cell {
	match value {
		Data::String(text) => by_text(text),
		// .xls keeps whole numbers apart; they are numbers all the same.
		Data::Int(number) => number.to_string().parse().map_or(Cell::Empty, Cell::Number),
		Data::Float(number) => Cell::Number(*number),
		Data::Bool(value) => by_text(if *value { "TRUE" } else { "FALSE" }),
		Data::DateTime(date) => by_date(date, epoch),
		Data::DateTimeIso(text) | Data::DurationIso(text) => Cell::Date { serial: 0.0, shown: text.clone() },
		Data::Error(error) => Cell::Error(error.to_string()),
		Data::Empty => Cell::Empty,
	}
}

fn by_text(text: &str) -> Cell {
	if text.is_empty() {
		return Cell::Empty;
	}
	text_cell(text.to_owned())
}

fn by_date(date: &ExcelDateTime, epoch: f64) -> Cell {
	let (year, month, day, ..) = date.to_ymd_hms_milli();
	Cell::Date { serial: date.as_f64() + epoch, shown: format!("{year}-{month:02}-{day:02}") }
}

/// Cells by row. A stray cell in the last corner of a sheet costs no more than itself.
#[derive(Default)]
struct Cells {
	rows: BTreeMap<u32, Vec<Cell>>,
	count: usize,
}

impl Cells {
	/// Takes a cell by its position from 0. `false` if there are too many.
	fn put(&mut self, row: u32, column: u32, cell: Cell) -> bool {
		let Ok(column) = usize::try_from(column) else { return false };
		if cell == Cell::Empty {
			return true;
		}
		let cells = self.rows.entry(row).or_default();
		let more = column.saturating_add(1).saturating_sub(cells.len());
		self.count = self.count.saturating_add(more);
		if self.count > MAX_CELLS {
			return false;
		}
		cells.resize(cells.len().saturating_add(more), Cell::Empty);
		if let Some(place) = cells.get_mut(column) {
			*place = cell;
		}
		true
	}

	fn grid(self, name: String, hidden: bool, merges: Vec<Dimensions>) -> Grid {
		let lines = self.rows.into_iter();
		let lines = lines.map(|(row, cells)| Line { number: row.saturating_add(1), cells, broken: None }).collect();
		let position =
			|(row, column): (u32, u32)| (row.saturating_add(1), usize::try_from(column).unwrap_or(usize::MAX));
		let merge = |area: Dimensions| Merge { first: position(area.start), last: position(area.end) };
		let mut merges: Vec<Merge> = merges.into_iter().map(merge).collect();
		merges.sort_by_key(|merge| (merge.first.1, merge.first.0));
		Grid { name: Some(name), hidden, lines, merges }
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn damaged_workbooks_are_refused() {
		for (bytes, kind) in
			[(&b"PK\x03\x04rubbish"[..], Kind::Zip), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", Kind::Ole)]
		{
			assert_eq!(super::kind(bytes), Some(kind));
			assert!(matches!(open(bytes, kind), Err(ForeignFile::Unreadable(_))));
		}
	}

	#[test]
	fn a_cell_in_the_last_corner() {
		let mut workbook = rust_xlsxwriter::Workbook::new();
		let sheet = workbook.add_worksheet();
		sheet.write_string(0, 0, "房号").unwrap();
		sheet.write_string(1_048_575, 16_383, " ").unwrap();
		let book = open(&workbook.save_to_buffer().unwrap(), Kind::Zip).unwrap();
		let rows: Vec<_> = book.grids[0].lines.iter().map(|line| (line.number, line.cells.len())).collect();
		assert_eq!(rows, [(1, 1), (1_048_576, 16_384)]);
	}
}
