// SPDX-License-Identifier: GPL-3.0-or-later

//! An office's spreadsheet becomes a roster. Knows no chain, no SDK and no terminal.
//!
//! [`read`] takes the bytes of a workbook (`.xlsx`, `.xls`) or of a text file (CSV in UTF-8, GBK or UTF-16, with any
//! usual separator) and returns a [`Reading`]: the [`Roster`] and what was assumed on the way. Otherwise it returns a
//! [`Report`] of all mistakes at once, with the questions that [`Options`] answer and the warnings that have to be
//! confirmed. [`marked_copy`] writes the same file as a workbook with all of these places marked.
//!
//! The modules, in the order in which a file passes through them:
//!
//! - `decode`: bytes to text; `separated`: text to cells; `workbook`: workbooks to cells; `grid`: cells
//! - `text`: text as people see it; `synonyms`: the words that are understood; `header`: the header row
//! - `records`: rows to fields; `areas`, `buildings`, `owners`, `dates`: what the fields mean
//! - `assemble`: the roster; `near`, `warnings`: what should be confirmed
//! - `list`, `money`: other lists of the office, and numbers in them
//! - `report`: what is returned; `messages`: its words, in English and Chinese; `table`: as a table
//! - `marked`: the marked copy; `template`: empty lists; `people`: CSV that opens right in a spreadsheet

#![deny(missing_docs)]

mod areas;
mod assemble;
mod buildings;
mod dates;
mod decode;
mod grid;
mod header;
mod list;
mod marked;
mod messages;
mod model;
mod money;
mod near;
mod options;
mod owners;
mod people;
mod records;
mod report;
mod separated;
mod synonyms;
mod table;
mod template;
mod text;
mod warnings;
mod workbook;

pub use buildings::same_building;
pub use list::{read_list, ListColumn, ListProblem, ListRow};
pub use marked::{marked_copy, MarkError};
pub use messages::Language;
pub use model::{Building, Owner, OwnerKind, Roster, Unit, UnitKind, MAX_AREA, MAX_FILE, MAX_TEXT, MAX_UNITS};
pub use money::{decimal, money};
pub use options::{Answer, Options, SameName, UnknownField};
pub use people::{read_csv, write_csv};
pub use report::{
	AreaFault, Column, ForeignFile, Mistake, NameOnUnits, Place, Problem, Question, QuoteFault, Reading, Report, Said,
	Warning,
};
pub use synonyms::{owner_kind_words, unit_kind_words, Field};
pub use template::{template_workbook, TemplateColumn, WorkbookError};
pub use text::{look, normal};

/// Reads a roster from the bytes of a file; its kind is told from its contents.
///
/// # Errors
///
/// A [`Report`] if there are mistakes, open questions, or warnings that [`Options::confirm_warnings`] does not confirm.
pub fn read(bytes: &[u8], options: &Options) -> Result<Reading, Box<Report>> {
	let book = match grid::Book::open(bytes, options) {
		Ok(book) => book,
		Err(mistake) => return Err(Box::new(Report { mistakes: vec![*mistake], ..Report::default() })),
	};
	let mut report = Report { said: book.said.clone(), mistakes: book.mistakes.clone(), ..Report::default() };
	let records = records::read(&book, options, &mut report);
	let roster = assemble::roster(records, options, &mut report);
	report.order();
	match roster {
		Some(roster) if report.passes(options) => Ok(Reading { roster, said: report.said, warnings: report.warnings }),
		_ => Err(Box::new(report)),
	}
}
