// SPDX-License-Identifier: GPL-3.0-or-later

//! The cells of a file, whatever its format.

use crate::{
	decode, header,
	model::MAX_FILE,
	options::Options,
	report::{Column, ForeignFile, Mistake, Place, Problem, QuoteFault, Said},
	separated, text, workbook,
};

/// A cell.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) enum Cell {
	/// Nothing.
	#[default]
	Empty,
	/// A text, as it stands in the file.
	Text(String),
	/// A number.
	Number(f64),
	/// A date or time: its number in a spreadsheet, and how to say it.
	Date { serial: f64, shown: String },
	/// What a spreadsheet shows for a formula that failed, such as `#REF!`.
	Error(String),
}

impl Cell {
	/// The text as people see it; a number as its shortest decimal that is read back as the same number.
	pub fn text(&self) -> String {
		match self {
			Self::Empty => String::new(),
			Self::Text(text) | Self::Error(text) => text::normal(text),
			Self::Number(number) => number.to_string(),
			Self::Date { shown, .. } => shown.clone(),
		}
	}

	/// Whether people see nothing.
	pub fn is_blank(&self) -> bool {
		match self {
			Self::Empty => true,
			Self::Text(text) => !text::is_seen(text),
			_ => false,
		}
	}
}

/// A row of cells.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Line {
	/// Its number in the file, from 1.
	pub number: u32,
	/// Its cells.
	pub cells: Vec<Cell>,
	/// Why it cannot be read, with the position of the cell.
	pub broken: Option<(usize, QuoteFault)>,
}

impl Line {
	pub fn cell(&self, position: usize) -> &Cell {
		self.cells.get(position).unwrap_or(&Cell::Empty)
	}

	pub fn is_blank(&self) -> bool {
		self.broken.is_none() && self.cells.iter().all(Cell::is_blank)
	}
}

/// Cells that are shown as one; rows from 1, columns from 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Merge {
	pub first: (u32, usize),
	pub last: (u32, usize),
}

/// A sheet, or the whole of a text file.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Grid {
	/// The sheet's name; `None` for a text file.
	pub name: Option<String>,
	/// Whether the sheet is hidden.
	pub hidden: bool,
	/// Its rows, without those that were never written.
	pub lines: Vec<Line>,
	/// Its merged cells, by column and then row.
	pub merges: Vec<Merge>,
}

impl Grid {
	/// A place in it.
	pub fn place(&self, row: u32, column: Option<Column>) -> Place {
		Place { sheet: self.name.clone(), row, column }
	}

	/// The row where the merged cell begins that this one continues downwards, if any.
	pub fn merged_from(&self, row: u32, position: usize) -> Option<u32> {
		// Sorted by column and row, and they do not overlap.
		let after = self.merges.partition_point(|merge| (merge.first.1, merge.first.0) < (position, row));
		let merge = self.merges.get(after.checked_sub(1)?)?;
		if merge.first.1 != position || merge.last.0 < row {
			return None;
		}
		Some(merge.first.0)
	}

	/// The row of that number.
	pub fn line(&self, row: u32) -> Option<&Line> {
		self.lines.binary_search_by_key(&row, |line| line.number).ok().and_then(|at| self.lines.get(at))
	}
}

/// A file's cells.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Book {
	/// Its sheets.
	pub grids: Vec<Grid>,
	/// What was assumed on the way.
	pub said: Vec<Said>,
	/// What is wrong with the bytes themselves.
	pub mistakes: Vec<Mistake>,
}

impl Book {
	/// Opens a file. An error is about the file as a whole.
	pub fn open(bytes: &[u8], options: &Options) -> Result<Self, Box<Mistake>> {
		Self::open_by(bytes, &|grid| header::score(grid, options))
	}

	/// The same, where `score` says how much of a header a sheet has: it tells encodings and separators apart.
	pub fn open_by(bytes: &[u8], score: &dyn Fn(&Grid) -> usize) -> Result<Self, Box<Mistake>> {
		let file = |problem| Box::new(Mistake { place: Place { sheet: None, row: 1, column: None }, problem });
		if bytes.len() > MAX_FILE {
			return Err(file(Problem::TooLarge(bytes.len())));
		}
		if let Some(kind) = workbook::kind(bytes) {
			return workbook::open(bytes, kind).map_err(|kind| file(Problem::Foreign(kind)));
		}
		let start: Vec<u8> = bytes.iter().take(512).map(u8::to_ascii_lowercase).collect();
		let starts = |with: &[u8]| start.windows(with.len().max(1)).any(|part| part == with);
		if bytes.starts_with(b"%PDF") {
			return Err(file(Problem::Foreign(ForeignFile::Pdf)));
		}
		if starts(b"<html") || starts(b"<table") || starts(b"<?xml") {
			return Err(file(Problem::Foreign(ForeignFile::WebPage)));
		}

		let likely = |text: &str| score(&separated::split_by(text, score).0) > 0;
		let decoded = decode::decode(bytes, likely);
		let (grid, mut said) = separated::split_by(&decoded.text, score);
		said.splice(0..0, decoded.said);
		let mistakes = decoded.bad.into_iter().map(|(line, byte)| Mistake {
			place: grid.place(line, None),
			problem: Problem::BadByte { byte, encoding: decoded.encoding.into() },
		});
		let mistakes = mistakes.collect();
		Ok(Self { grids: vec![grid], said, mistakes })
	}
}
