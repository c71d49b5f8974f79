// SPDX-License-Identifier: GPL-3.0-or-later

//! Shared by the tests: workbooks as offices keep them, made on the spot.

#![allow(dead_code, reason = "each test uses its part of it")]

use linli_roster::{read, Language, Options, Question, Reading, Report, Said};
use rust_xlsxwriter::{Format, Workbook, Worksheet};

/// A cell of a made-up workbook.
pub enum Put {
	/// Nothing.
	None,
	/// A text.
	Text(&'static str),
	/// A number.
	Number(f64),
	/// A date, by its number.
	Date(f64),
}

impl From<&'static str> for Put {
	fn from(text: &'static str) -> Self {
		if text.is_empty() {
			Self::None
		} else {
			Self::Text(text)
		}
	}
}

impl From<f64> for Put {
	fn from(number: f64) -> Self {
		Self::Number(number)
	}
}

/// A row of cells.
#[macro_export]
macro_rules! row {
	($($cell:expr),*) => { vec![$($crate::support::Put::from($cell)),*] };
}

/// Fills a sheet.
pub fn fill(sheet: &mut Worksheet, rows: Vec<Vec<Put>>) {
	for (row, cells) in (0..).zip(rows) {
		for (column, cell) in (0..).zip(cells) {
			match cell {
				Put::None => continue,
				Put::Text(text) => sheet.write_string(row, column, text).unwrap(),
				Put::Number(number) => sheet.write_number(row, column, number).unwrap(),
				Put::Date(number) => {
					let format = Format::new().set_num_format("m-d");
					sheet.write_number_with_format(row, column, number, &format).unwrap()
				}
			};
		}
	}
}

/// A workbook with these sheets.
pub fn workbook(sheets: Vec<(&str, Vec<Vec<Put>>)>) -> Vec<u8> {
	let mut workbook = Workbook::new();
	for (name, rows) in sheets {
		fill(workbook.add_worksheet().set_name(name).unwrap(), rows);
	}
	workbook.save_to_buffer().unwrap()
}

/// Reads what must load.
pub fn loads(bytes: &[u8], options: &Options) -> Reading {
	read(bytes, options).unwrap_or_else(|report| panic!("{}", report.text(Language::English)))
}

/// Reads what must not load.
pub fn refused(bytes: &[u8], options: &Options) -> Report {
	match read(bytes, options) {
		Ok(reading) => panic!("it was read: {reading:?}"),
		Err(report) => *report,
	}
}

/// The mistakes in words.
pub fn mistakes(report: &Report) -> Vec<String> {
	report.mistakes.iter().map(|mistake| mistake.text(Language::English)).collect()
}

/// The warnings in words.
pub fn warnings(report: &Report) -> Vec<String> {
	report.warnings.iter().map(|warning| warning.text(Language::English)).collect()
}

/// What was assumed, in words.
pub fn said(all: &[Said]) -> Vec<String> {
	all.iter().map(|said| said.text(Language::English)).collect()
}

/// The options that answer the questions.
pub fn options(report: &Report) -> Vec<String> {
	report.questions.iter().map(|question: &Question| question.options(Language::English)).collect()
}
