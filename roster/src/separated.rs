// SPDX-License-Identifier: GPL-3.0-or-later

//! Text to cells: CSV as in RFC 4180, with any usual separator. Quotation marks are read strictly: lenient readers let
//! a mark that is not closed swallow the following lines.

use crate::{
	grid::{Cell, Grid, Line},
	report::{QuoteFault, Said},
};

/// The separators, in the order in which they are tried.
const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];

/// How many lines are looked at to find the separator.
const LOOK: usize = 40;

/// How many lines a text in quotation marks can have.
const MAX_JOINED: usize = 8;

/// Splits a text into cells, and says which separator was taken if it is not a comma.
///
/// `score` says how much of a header a text has that is split by the separator tried.
pub(crate) fn split_by(text: &str, score: &dyn Fn(&Grid) -> usize) -> (Grid, Vec<Said>) {
	let text = text.strip_prefix('\u{feff}').unwrap_or(text);
	let mut lines: Vec<&str> = lines(text).collect();
	let mut said = Vec::new();
	let named = lines.first().and_then(|line| separator_line(line));
	let separator = match named {
		Some(separator) => {
			// The line stays, empty, so that the others keep their numbers.
			if let Some(first) = lines.first_mut() {
				*first = "";
			}
			said.push(Said::SeparatorLine(separator));
			separator
		}
		None => {
			let separator = guess(&lines, score);
			if separator != ',' {
				said.push(Said::Separator(separator));
			}
			separator
		}
	};
	(Grid { lines: cells(&lines, separator), ..Grid::default() }, said)
}

/// The lines, ended by LF, CRLF or CR.
fn lines(text: &str) -> impl Iterator<Item = &str> {
	text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

/// The separator that a first line `sep=;` names.
fn separator_line(line: &str) -> Option<char> {
	let line = line.trim_end_matches([',', '"']).trim_start_matches('"');
	let rest = match line.get(..4) {
		Some(start) if start.eq_ignore_ascii_case("sep=") => line.get(4..)?,
		_ => return None,
	};
	let mut rest = rest.chars();
	match (rest.next(), rest.next()) {
		// The comma was trimmed as one that a spreadsheet adds.
		(None, _) => Some(','),
		(Some(separator), None) => Some(separator),
		_ => None,
	}
}

/// The separator with the best header, or else the one that stands most often in the first line.
fn guess(lines: &[&str], of_header: &dyn Fn(&Grid) -> usize) -> char {
	let head = lines.get(..LOOK.min(lines.len())).unwrap_or_default();
	let first = head.iter().find(|line| !line.trim().is_empty()).copied().unwrap_or_default();
	let mut best = (0, 0, ',');
	for separator in SEPARATORS {
		let grid = Grid { lines: cells(head, separator), ..Grid::default() };
		let score = (of_header(&grid), first.matches(separator).count());
		if score > (best.0, best.1) {
			best = (score.0, score.1, separator);
		}
	}
	best.2
}

fn cells(lines: &[&str], separator: char) -> Vec<Line> {
	let mut read: Vec<Line> = Vec::with_capacity(lines.len());
	let mut width = None;
	let mut at = 0;
	while let Some(text) = lines.get(at) {
		let number = u32::try_from(at).unwrap_or(u32::MAX).saturating_add(1);
		let mut taken = 1;
		let line = match fields(text, separator) {
			Ok(cells) => Line { number, cells, broken: None },
			Err((position, fault)) => {
				// A text may go over several lines, if what results is a line like the others.
				let joined = (2..=MAX_JOINED).take_while(|_| fault == QuoteFault::Open).find_map(|count| {
					let cells = fields(&lines.get(at..at.checked_add(count)?)?.join("\n"), separator).ok()?;
					width.is_none_or(|width| width == cells.len()).then_some((count, cells))
				});
				match joined {
					Some((count, cells)) => {
						taken = count;
						Line { number, cells, broken: None }
					}
					None => {
						Line { number, cells: vec![Cell::Text((*text).to_owned())], broken: Some((position, fault)) }
					}
				}
			}
		};
		// The header, below titles, is the first line with as many cells as all that follow.
		if line.broken.is_none() && line.cells.len() > 1 {
			width = width.max(Some(line.cells.len()));
		}
		if !text.is_empty() {
			read.push(line);
		}
		at += taken;
	}
	read
}

/// The cells of a line, or the position of the cell whose quotation marks are wrong.
fn fields(line: &str, separator: char) -> Result<Vec<Cell>, (usize, QuoteFault)> {
	enum At {
		Start,
		Bare,
		Quoted,
		Closed,
	}
	let (mut cells, mut cell, mut at) = (Vec::new(), String::new(), At::Start);
	let put = |cell: &mut String, cells: &mut Vec<Cell>| {
		let text = std::mem::take(cell);
		cells.push(if text.is_empty() { Cell::Empty } else { text_cell(text) });
	};
	for c in line.chars() {
		at = match (at, c) {
			(At::Quoted, '"') => At::Closed,
			(At::Start, '"') => At::Quoted,
			(At::Closed, '"') => {
				cell.push('"');
				At::Quoted
			}
			(At::Start | At::Bare | At::Closed, c) if c == separator => {
				put(&mut cell, &mut cells);
				At::Start
			}
			(At::Bare, '"') => return Err((cells.len(), QuoteFault::Within)),
			(At::Closed, _) => return Err((cells.len(), QuoteFault::AfterClose)),
			(At::Quoted, c) => {
				cell.push(c);
				At::Quoted
			}
			(At::Start | At::Bare, c) => {
				cell.push(c);
				At::Bare
			}
		};
	}
	match at {
		At::Quoted => Err((cells.len(), QuoteFault::Open)),
		_ => {
			put(&mut cell, &mut cells);
			Ok(cells)
		}
	}
}

/// A text, or one of the errors that spreadsheets show.
pub(crate) fn text_cell(text: String) -> Cell {
	const ERRORS: [&str; 8] = ["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "########"];
	if ERRORS.contains(&text.trim()) {
		return Cell::Error(text);
	}
	Cell::Text(text)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{header, options::Options};
	use proptest::prelude::*;

	fn split(text: &str, options: &Options) -> (Grid, Vec<Said>) {
		split_by(text, &|grid| header::score(grid, options))
	}

	fn texts(text: &str) -> Vec<Vec<String>> {
		let (grid, _) = split(text, &Options::default());
		grid.lines.iter().map(|line| line.cells.iter().map(Cell::text).collect()).collect()
	}

	#[test]
	fn separators() {
		for (text, said) in [
			("unit,owner\n1;2,A\n", None),
			("unit;owner\n1,2;A\n", Some(Said::Separator(';'))),
			("unit\towner\n1,2\tA\n", Some(Said::Separator('\t'))),
			("sep=;\nunit;owner\n", Some(Said::SeparatorLine(';'))),
			("sep=,\r\nunit,owner\r\n", Some(Said::SeparatorLine(','))),
			("\"sep=,\"\nunit,owner\n", Some(Said::SeparatorLine(','))),
			("Einheit;Art\n1,5;x\n", Some(Said::Separator(';'))),
		] {
			let (grid, all) = split(text, &Options::default());
			assert_eq!(all.first(), said.as_ref(), "{text:?}");
			assert!(grid.lines.iter().all(|line| line.cells.len() == 2), "{text:?}");
		}
	}

	#[test]
	fn texts_over_several_lines() {
		let rows = texts("unit,\"area\n(m2)\",owner\n1,2,\"A\nB\"\n2,3,C\n");
		assert_eq!(rows, [vec!["unit", "area (m2)", "owner"], vec!["1", "2", "A B"], vec!["2", "3", "C"]]);
	}

	#[test]
	fn marks_that_do_not_close() {
		let (grid, _) = split("unit,building,owner\n\"1,1,A\n2,1,B\n\"3,1,C\n", &Options::default());
		let broken: Vec<_> = grid.lines.iter().map(|line| line.broken).collect();
		let open = Some((0, QuoteFault::Open));
		assert_eq!(broken, [None, open, None, open]);
	}

	proptest! {
		/// The strict reader agrees with the usual one on all that the usual one writes.
		#[test]
		fn agrees_with_the_csv_crate(rows in proptest::collection::vec(proptest::collection::vec("[a,;\"é 1]{0,6}", 3), 1..6)) {
			let mut writer = csv::Writer::from_writer(Vec::new());
			for row in &rows {
				writer.write_record(row).unwrap();
			}
			let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
			let read: Vec<Vec<Cell>> = cells(&lines(&text).collect::<Vec<_>>(), ',').into_iter().map(|line| line.cells).collect();
			let cell = |text: &String| if text.is_empty() { Cell::Empty } else { Cell::Text(text.clone()) };
			let expected: Vec<Vec<Cell>> = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
			prop_assert_eq!(read, expected);
		}
	}
}
