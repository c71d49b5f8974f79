// SPDX-License-Identifier: GPL-3.0-or-later

//! A copy of the file as a workbook, with all that has to be corrected or confirmed marked and noted in its cell. It
//! reads back the same.

use crate::{
	grid::{Book, Cell, Grid},
	messages::Language,
	options::Options,
	report::{Place, Report},
};
use rust_xlsxwriter::{Color, Format, Note, Workbook, Worksheet, XlsxError};
use std::collections::BTreeMap;

/// Why no marked copy can be made.
#[derive(Debug, thiserror::Error)]
pub enum MarkError {
	/// The file is no roster at all: there are no cells to mark. The text says why.
	#[error("{0}")]
	Unreadable(String),
	/// The workbook cannot be written.
	#[error("the marked copy cannot be written: {0}")]
	Write(#[from] XlsxError),
}

impl MarkError {
	/// The reason in words.
	pub fn text(&self, language: Language) -> String {
		match (self, language) {
			(Self::Unreadable(reason), _) => reason.clone(),
			(Self::Write(error), Language::English) => format!("the marked copy cannot be written: {error}"),
			(Self::Write(error), Language::Chinese) => format!("无法写入标注副本：{error}"),
		}
	}
}

/// Merged areas larger than this are titles of no use, and not copied.
const MAX_MERGED: u64 = 10_000;

/// The maximum number of characters in a cell of a workbook.
const MAX_CELL: usize = 32_767;

/// At most so many characters of a note: spreadsheets take 32,767 bytes.
const MAX_NOTE: usize = 5_000;

/// What is said about a cell, and whether one of it is a mistake.
#[derive(Default)]
struct Mark {
	notes: Vec<String>,
	mistake: bool,
}

/// Marks by row and column, from 0.
type Marks = BTreeMap<(u32, u16), Mark>;

/// Makes an `.xlsx` of a file, with mistakes in red and warnings in yellow, and what was expected as the cell's note.
///
/// # Errors
///
/// [`MarkError::Unreadable`] if the file has no cells; [`MarkError::Write`] if it has more than a workbook can hold.
pub fn marked_copy(bytes: &[u8], options: &Options, report: &Report, language: Language) -> Result<Vec<u8>, MarkError> {
	let book = Book::open(bytes, options).map_err(|mistake| MarkError::Unreadable(mistake.text(language)))?;
	let (mut workbook, mut shown) = (Workbook::new(), false);
	for grid in &book.grids {
		let sheet = workbook.add_worksheet();
		if let Some(name) = &grid.name {
			sheet.set_name(name)?;
		}
		sheet.set_hidden(grid.hidden);
		// A hidden sheet cannot be the one that is shown first.
		if !grid.hidden && !shown {
			sheet.set_active(true);
			shown = true;
		}
		copy(grid, &marks(grid, report, language), sheet)?;
	}
	Ok(workbook.save_to_buffer()?)
}

fn marks(grid: &Grid, report: &Report, language: Language) -> Marks {
	let mut marks = Marks::new();
	let mut mark = |place: &Place, note: String, mistake: bool| {
		if place.sheet != grid.name {
			return;
		}
		let position = place.column.as_ref().and_then(|column| column.position).unwrap_or(0);
		let Ok(column) = u16::try_from(position) else { return };
		let mark = marks.entry((place.row.saturating_sub(1), column)).or_default();
		mark.notes.push(note);
		mark.mistake |= mistake;
	};
	for mistake in &report.mistakes {
		let (found, expected) = (mistake.problem.found(language), mistake.problem.expected(language));
		let note = match language {
			Language::English => format!("{found}; expected {expected}"),
			Language::Chinese => format!("{found}；应为：{expected}"),
		};
		mark(&mistake.place, note, true);
	}
	for warning in &report.warnings {
		if let Some(place) = warning.place() {
			mark(place, warning.what(language), false);
		}
	}
	marks
}

fn copy(grid: &Grid, marks: &Marks, sheet: &mut Worksheet) -> Result<(), XlsxError> {
	let plain = Format::new();
	let mistake = Format::new().set_background_color(Color::RGB(0x00FF_C7CE)).set_font_color(Color::RGB(0x009C_0006));
	let warning = Format::new().set_background_color(Color::RGB(0x00FF_EB9C));
	let pattern = |row: u32, column: u16| match marks.get(&(row, column)) {
		Some(mark) if mark.mistake => &mistake,
		Some(_) => &warning,
		None => &plain,
	};

	for merge in &grid.merges {
		let (first, last) = (merge.first, merge.last);
		let rows = u64::from(last.0.saturating_sub(first.0)).saturating_add(1);
		let columns = u64::try_from(last.1.saturating_sub(first.1)).unwrap_or(u64::MAX).saturating_add(1);
		let (Ok(left), Ok(right)) = (u16::try_from(first.1), u16::try_from(last.1)) else { continue };
		let cells = rows.saturating_mul(columns);
		if cells > 1 && cells <= MAX_MERGED {
			sheet.merge_range(first.0.saturating_sub(1), left, last.0.saturating_sub(1), right, "", &plain)?;
		}
	}
	for line in &grid.lines {
		let row = line.number.saturating_sub(1);
		for (position, cell) in line.cells.iter().enumerate() {
			let Ok(column) = u16::try_from(position) else { break };
			let format = pattern(row, column);
			match cell {
				Cell::Empty => continue,
				Cell::Text(text) | Cell::Error(text) => {
					let text: String = text.chars().take(MAX_CELL).collect();
					sheet.write_string_with_format(row, column, text, format)?
				}
				Cell::Number(number) => sheet.write_number_with_format(row, column, *number, format)?,
				Cell::Date { serial, .. } => {
					let date = format.clone().set_num_format("yyyy-mm-dd");
					sheet.write_number_with_format(row, column, *serial, &date)?
				}
			};
		}
	}
	for ((row, column), mark) in marks {
		let empty = grid.line(row.saturating_add(1)).is_none_or(|line| *line.cell(usize::from(*column)) == Cell::Empty);
		if empty {
			sheet.write_blank(*row, *column, pattern(*row, *column))?;
		}
		let text: String = mark.notes.join("\n").chars().take(MAX_NOTE).collect();
		let lines = u32::try_from(text.chars().count() / 24).unwrap_or(40).clamp(3, 40);
		let note = Note::new(text).add_author_prefix(false).set_width(280).set_height(lines.saturating_mul(20));
		sheet.insert_note(*row, *column, &note)?;
	}
	Ok(())
}
