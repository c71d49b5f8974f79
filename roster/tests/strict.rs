// SPDX-License-Identifier: GPL-3.0-or-later

//! Rosters in the plainest form, line by line: what is accepted, and where each mistake is.

use linli_roster::{
	read, Building, Language, Options, Owner, OwnerKind, Roster, SameName, UnitKind, MAX_TEXT, MAX_UNITS,
};

const HEADER: &str = "unit,building,kind,area_m2,owner,owner_kind\n";

/// Equal names are one owner, and warnings are right.
fn confirmed() -> Options {
	Options { same_name: Some(SameName::One), confirm_warnings: true, ..Options::default() }
}

/// The roster, or all mistakes.
fn parse(text: &str) -> Result<Roster, Vec<String>> {
	read(text.as_bytes(), &confirmed())
		.map(|reading| reading.roster)
		.map_err(|report| report.mistakes.iter().map(|mistake| mistake.text(Language::English)).collect())
}

/// The mistake, the only one, of a roster with these lines below the header.
fn error(lines: &str) -> String {
	only(&format!("{HEADER}{lines}"))
}

fn only(text: &str) -> String {
	let mistakes = parse(text).expect_err("the roster has a mistake");
	assert_eq!(mistakes.len(), 1, "{mistakes:?}");
	mistakes[0].clone()
}

fn assert_starts(message: String, start: &str) {
	assert!(message.starts_with(start), "{message}");
	assert!(message.contains("; expected "), "{message}");
}

#[test]
fn rows_are_typed_and_in_order() {
	let roster = parse(&format!(
		"{HEADER}1-0101,1,residential,98.03,A,joint\nShop,1,commercial,60.5,B,company\nP-1,1,parking,12,A,joint\n"
	))
	.unwrap();
	assert_eq!(roster.buildings, [Building { number: 1, name: "1".into() }]);
	assert_eq!(
		roster.owners,
		[Owner { name: "A".into(), kind: OwnerKind::Joint }, Owner { name: "B".into(), kind: OwnerKind::Company }]
	);
	let units: Vec<_> =
		roster.units.iter().map(|unit| (unit.label.as_str(), unit.kind, unit.area, unit.owner)).collect();
	assert_eq!(
		units,
		[
			("1-0101", UnitKind::Residential, 9_803, 0),
			("Shop", UnitKind::Commercial, 6_050, 1),
			("P-1", UnitKind::Parking, 1_200, 0),
		]
	);
	assert_eq!(roster.area(), 17_053);
}

#[test]
fn columns_in_any_order_and_others_beside_them() {
	let roster = parse("owner_kind,remark,owner,area_m2,kind,building,unit\nperson,none,A,1,storage,9,S1\n").unwrap();
	assert_eq!(roster.units[0].label, "S1");
	assert_eq!(roster.owners[0].name, "A");
}

#[test]
fn byte_order_marks_line_endings_and_blank_lines_are_accepted() {
	let plain = format!("{HEADER}1-1,1,residential,98.03,A,person\n1-2,1,residential,97,B,person\n");
	let expected = parse(&plain).unwrap();
	for text in [
		format!("\u{feff}{plain}"),
		plain.replace('\n', "\r\n"),
		plain.replace('\n', "\r"),
		format!("\u{feff}{}\r\n\r\n\r\n", plain.replace('\n', "\r\n")),
		format!("{plain}\n   \n,,,,,\n\n"),
		plain.trim_end().to_owned(),
		plain.replace(",A,", ",\"A\","),
		plain.replace(",98.03,", ", 98.03 ,"),
	] {
		assert_eq!(parse(&text).as_ref(), Ok(&expected), "{text:?}");
	}
}

#[test]
fn quoted_commas_and_marks_are_read() {
	let roster = parse(&format!("{HEADER}\"Shop 1, \"\"east\"\"\",1,commercial,60,\"A, B\",joint\n")).unwrap();
	assert_eq!(roster.units[0].label, "Shop 1, \"east\"");
	assert_eq!(roster.owners[0].name, "A, B");
}

#[test]
fn buildings_out_of_range() {
	let line = |building: &str, unit: u32| format!("u{unit},{building},residential,1,O,person\n");
	assert_starts(error(&line("0", 1)), "line 2, column `building`: found \"0\"");
	assert_starts(error(&line("65536", 1)), "line 2, column `building`: found \"65536\"");
	assert_starts(error(&line("", 1)), "line 2, column `building`: found nothing");
	let full = format!("{}{}", line("A", 1), line("65535", 2));
	assert_starts(error(&full), "line 2, column `building`: found \"A\"");
}

#[test]
fn empty_files() {
	for text in ["", "\u{feff}", "\n", "\r\n\r\n"] {
		assert_starts(only(text), "line 1, column `unit`: the file is empty");
	}
	assert_starts(error(""), "line 2, column `unit`: the file ends after the header");
	assert_starts(error("\n,,,,,\n"), "line 2, column `unit`: the file ends after the header");
}

#[test]
fn missing_and_duplicate_columns() {
	let columns = ["unit", "building", "area_m2", "owner"];
	let values = ["1-1", "1", "90", "O1"];
	for (at, column) in columns.iter().enumerate() {
		let without = |list: [&str; 4]| {
			let kept: Vec<_> =
				list.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, text)| *text).collect();
			kept.join(",")
		};
		let message = only(&format!("{}\n{}\n", without(columns), without(values)));
		assert_starts(message, &format!("line 1, column `{column}`: missing from the header"));
	}
	let report = read(format!("{},unit\n1,1,storage,1,O1,person,1\n", HEADER.trim_end()).as_bytes(), &confirmed());
	let report = report.unwrap_err();
	assert_eq!(report.questions.len(), 1);
	let question = (report.questions[0].text(Language::English), report.questions[0].options(Language::English));
	assert_eq!(question.0, "line 1: 2 columns could be the door number: `unit`, `unit`. Which one is it?");
	assert_eq!(question.1, "--column unit='#1', or --column unit='#7'");
}

#[test]
fn unknown_kinds() {
	assert_starts(error("1-1,1,flat,1,A,person\n"), "line 2, column `kind`: found \"flat\"");
	assert_starts(error("1-1,1,,1,A,person\n"), "line 2, column `kind`: found nothing");
	assert_starts(error("1-1,1,parking,1,A,tenant\n"), "line 2, column `owner_kind`: found \"tenant\"");
}

#[test]
fn invalid_areas() {
	for area in ["-98.03", "0", "0.00", "98.035", "98.030", "abc", "1e2", "", "1000000.01", "98.", "∞", "NaN"] {
		let message = error(&format!("1-1,1,residential,1,A,person\n1-2,1,residential,{area},A,person\n"));
		assert_starts(message, "line 3, column `area_m2`: found ");
	}
}

#[test]
fn one_unit_twice() {
	let message = error("1-1,1,residential,1,A,person\n1-2,1,residential,1,A,person\n1-1,1,residential,1,B,person\n");
	assert_starts(message.clone(), "line 4, column `unit`: found \"1-1\"");
	assert!(message.ends_with("each unit once, and this one is in line 2, column `unit`"), "{message}");
}

#[test]
fn an_owner_of_two_kinds() {
	let message = error("1-1,1,residential,1,A,person\n1-2,1,residential,1,A,joint\n");
	assert_starts(message.clone(), "line 3, column `owner_kind`: found \"joint\"");
	assert!(message.ends_with("expected person, as for owner A in line 2, column `owner`"), "{message}");
	assert_starts(error("1-1,1,residential,1,,person\n"), "line 2, column `owner`: found nothing");
}

#[test]
fn two_developers() {
	let message = error("1-1,1,residential,1,D,developer\n1-2,1,residential,1,E,developer\n");
	assert_starts(message, "line 3, column `owner_kind`: \"E\" is a second developer");
	assert!(parse(&format!("{HEADER}1,1,parking,1,D,developer\n2,1,parking,1,D,developer\n")).is_ok());
}

#[test]
fn malformed_quotation_marks() {
	let good = "1-9,1,residential,1,A,person\n";
	// Not closed: a lenient parser would swallow the rest of the file.
	let message = error(&format!("{good}\"Shop 1, east,1,commercial,1,A,person\n{good}").replacen("1-9", "1-8", 1));
	assert_starts(message, "line 3, column `unit`: a quotation mark is not closed");
	assert_starts(
		error(&format!("{good}1-1,1,residential,1,\"A, B\"C,person\n")),
		"line 3, column `owner`: text goes on after",
	);
	assert_starts(
		error(&format!("{good}1-1,1,residential,1,A \"B\",person\n")),
		"line 3, column `owner`: a quotation mark within",
	);
	// Missing altogether.
	assert_starts(
		error(&format!("{good}Shop 1, east,1,commercial,1,A,person\n")),
		"line 3, column 7: the line has 7 fields",
	);
	assert_starts(only("\"unit,building\n"), "line 1, column 1: a quotation mark is not closed");
	// Closed by the next line's mark: both lines are wrong.
	let two = parse(&format!("{HEADER}{good}\"Shop 1,1,commercial,1,A,person\n\"Shop 2,1,commercial,1,A,person\n"));
	let two = two.unwrap_err();
	assert_eq!(two.len(), 2);
	assert_starts(two[0].clone(), "line 3, column `unit`: a quotation mark is not closed");
}

#[test]
fn lines_of_another_length() {
	assert_starts(error("1-1,1,residential,1,A\n"), "line 2, column `owner_kind`: missing, the line has 5 of 6 fields");
	assert_starts(error("1-1,1,residential,1,A,person,\n"), "line 2, column 7: the line has 7 fields");
}

#[test]
fn unprintable_texts() {
	assert_starts(error("1-\u{7}1,1,residential,1,A,person\n"), "line 2, column `unit`: found \"1-\\u{7}1\"");
	let long = "x".repeat(MAX_TEXT + 1);
	let message = error(&format!("1-1,1,residential,1,{long},person\n"));
	assert_starts(message.clone(), "line 2, column `owner`: found ");
	assert!(message.len() < 250, "{message}");
}

#[test]
fn bytes_of_no_encoding() {
	let report = |bytes: &[u8]| read(bytes, &confirmed()).unwrap_err();
	let mut bytes = format!("{HEADER}1-1,1,residential,1,王芳,person\n1-2,1,residential,2,").into_bytes();
	bytes.extend(b"\xff,person\n");
	let mistakes = report(&bytes).mistakes;
	assert_eq!(mistakes[0].text(Language::English).split(';').next(), Some("line 3: the byte 0xff is not UTF-8"));
	// Pictures and rubbish are refused, too, without a panic.
	for bytes in [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], &[0; 100], &[0xff; 100], b"%PDF-1.7", b"<html><table>"] {
		assert!(!report(bytes).mistakes.is_empty());
	}
}

#[test]
fn more_units_than_a_community_has() {
	let mut lines: String = (0..MAX_UNITS).map(|unit| format!("u{unit},1,parking,12,A1,person\n")).collect();
	assert_eq!(parse(&format!("{HEADER}{lines}")).unwrap().units.len(), MAX_UNITS);
	lines.push_str("one-more,1,parking,12,A1,person\n");
	assert_starts(error(&lines), "line 50002, column `unit`: one unit more");
}

#[test]
fn all_mistakes_at_once_in_the_order_of_the_file() {
	let mistakes = parse(&format!(
		"{HEADER}1-1,1,villa,98.035,O1,tenant\n1-2,0,residential,90,,person\n1-1,1,residential,90,O2,person\n"
	));
	let places: Vec<String> =
		mistakes.unwrap_err().iter().map(|text| text.split(':').next().unwrap().to_owned()).collect();
	assert_eq!(
		places,
		[
			"line 2, column `kind`",
			"line 2, column `area_m2`",
			"line 2, column `owner_kind`",
			"line 3, column `building`",
			"line 3, column `owner`",
			"line 4, column `unit`",
		]
	);
}
