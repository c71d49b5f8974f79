// SPDX-License-Identifier: GPL-3.0-or-later

use super::*;
use linli_primitives::Fraction;
use std::{
	collections::HashSet,
	fs,
	path::{Path, PathBuf},
};

const HEADER: &str = "unit,building,kind,area_m2,owner,owner_kind\n";

fn parse(text: &str) -> Result<Roster, RosterError> {
	Roster::parse(text.as_bytes())
}

/// The error message of a roster with these lines below the header.
fn error(lines: &str) -> String {
	parse(&format!("{HEADER}{lines}")).expect_err("the roster has a mistake").to_string()
}

fn assert_starts(message: String, start: &str) {
	assert!(message.starts_with(start), "{message}");
	assert!(message.contains("; expected "), "{message}");
}

#[test]
fn rows_are_typed_and_ids_are_in_order() {
	let roster = parse(&format!(
		"{HEADER}1-0101,1,residential,98.03,A,joint\nShop,1,commercial,60.5,B,company\nP-1,1,parking,12,A,joint\n"
	))
	.unwrap();
	assert_eq!(roster.buildings, [Building { id: 1, name: "1".into() }]);
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
	let roster = parse("owner_kind,phone,owner,area_m2,kind,building,unit\nperson,none,A,1,storage,9,S1\n").unwrap();
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
		plain.replace("A,", "\"A\" ,").replace("\"A\" ,", "\"A\","),
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
fn buildings_keep_numbers_and_names_get_the_next() {
	let line = |building: &str, unit: u32| format!("u{unit},{building},residential,1,O,person\n");
	let ids = |names: &[&str]| {
		let lines: String = names.iter().zip(0..).map(|(name, unit)| line(name, unit)).collect();
		let roster = parse(&format!("{HEADER}{lines}")).unwrap();
		roster.units.iter().map(|unit| roster.buildings[unit.building].id).collect::<Vec<_>>()
	};
	assert_eq!(ids(&["12", "3", "12", "03"]), [12, 3, 12, 3]);
	assert_eq!(ids(&["B", "A", "B", "East"]), [1, 2, 1, 3]);
	assert_eq!(ids(&["P1", "7", "2", "P2", "P1"]), [8, 7, 2, 9, 8]);

	assert_starts(error(&line("0", 1)), "line 2, column `building`: found \"0\"");
	assert_starts(error(&line("65536", 1)), "line 2, column `building`: found \"65536\"");
	assert_starts(error(&line("", 1)), "line 2, column `building`: found nothing");
	let full = format!("{}{}", line("A", 1), line("65535", 2));
	assert_starts(error(&full), "line 2, column `building`: found \"A\"");
}

#[test]
fn empty_files() {
	for text in ["", "\u{feff}", "\n", "\r\n\r\n"] {
		assert_starts(parse(text).unwrap_err().to_string(), "line 1, column `unit`: the file is empty");
	}
	assert_starts(error(""), "line 2, column `unit`: the file ends after the header");
	assert_starts(error("\n,,,,,\n"), "line 2, column `unit`: the file ends after the header");
}

#[test]
fn missing_and_duplicate_columns() {
	for column in COLUMNS {
		let names: Vec<_> = COLUMNS.into_iter().filter(|name| *name != column).collect();
		let message = parse(&format!("{}\n1,2,3,4,5\n", names.join(","))).unwrap_err().to_string();
		assert_starts(message, &format!("line 1, column `{column}`: missing from the header"));
	}
	let message = parse("unit,building,kind,area_m2,owner,owner_kind,unit\n").unwrap_err().to_string();
	assert_starts(message, "line 1, column `unit`: it is both column 1 and column 7");
	let message = parse("unit;building;kind;area_m2;owner;owner_kind\n").unwrap_err().to_string();
	assert_starts(message, "line 1, column `unit`: missing");
}

#[test]
fn unknown_kinds() {
	assert_starts(error("1-1,1,flat,1,A,person\n"), "line 2, column `kind`: found \"flat\"");
	assert_starts(error("1-1,1,,1,A,person\n"), "line 2, column `kind`: found nothing");
	assert_starts(error("1-1,1,parking,1,A,tenant\n"), "line 2, column `owner_kind`: found \"tenant\"");
}

#[test]
fn invalid_areas() {
	let areas =
		["-98.03", "0", "0.00", "98.035", "98.030", "abc", "1e2", "\"98,03\"", "", "1000000.01", "98.", "∞", "NaN"];
	for area in areas {
		let message = error(&format!("1-1,1,residential,1,A,person\n1-2,1,residential,{area},A,person\n"));
		assert_starts(message, "line 3, column `area_m2`: found ");
	}
	let roster = parse(&format!("{HEADER}1-1,1,residential,1000000,A,person\n")).unwrap();
	assert_eq!(roster.area(), MAX_AREA);
}

#[test]
fn duplicate_units() {
	let message = error("1-1,1,residential,1,A,person\n1-2,1,parking,1,A,person\n\n1-1,2,parking,1,B,person\n");
	assert_starts(message.clone(), "line 5, column `unit`: found \"1-1\"");
	assert!(message.ends_with("line 2"), "{message}");
	assert_starts(error(",1,residential,1,A,person\n"), "line 2, column `unit`: found nothing");
}

#[test]
fn an_owner_of_two_kinds() {
	let message = error("1-1,1,residential,1,A,person\n1-2,1,residential,1,A,joint\n");
	assert_starts(message.clone(), "line 3, column `owner_kind`: found \"joint\"");
	assert!(message.ends_with("expected person, as for owner A in line 2"), "{message}");
	assert_starts(error("1-1,1,residential,1,,person\n"), "line 2, column `owner`: found nothing");
}

#[test]
fn two_developers() {
	let message = error("1-1,1,residential,1,D,developer\n1-2,1,residential,1,E,developer\n");
	assert_starts(message, "line 3, column `owner_kind`: found \"developer\"");
	assert!(parse(&format!("{HEADER}1,1,parking,1,D,developer\n2,1,parking,1,D,developer\n")).is_ok());
}

#[test]
fn bytes_that_are_not_utf8() {
	let with = |bytes: &[u8]| Roster::parse(bytes).unwrap_err().to_string();
	// GBK, as a Chinese spreadsheet saves it.
	let mut gbk = HEADER.as_bytes().to_vec();
	gbk.extend_from_slice(b"1-1,1,residential,1,A,person\r\n1-2,1,residential,2,\xD5\xC5,person\r\n");
	assert_starts(with(&gbk), "line 3, column `owner`: the byte 0xd5 is not UTF-8");
	// UTF-16 in full.
	assert_starts(with(b"\xFF\xFEu\0n\0"), "line 1, column 1: the byte 0xff is not UTF-8");
	// A comma in quotation marks does not count.
	let mut quoted = HEADER.as_bytes().to_vec();
	quoted.extend_from_slice(b"\"a,b\",\xC3(");
	assert_starts(with(&quoted), "line 2, column `building`: the byte 0xc3");
}

#[test]
fn malformed_quotation_marks() {
	let good = "1-9,1,residential,1,A,person\n";
	// Not closed: a lenient parser would swallow the rest of the file.
	let message = error(&format!("{good}\"Shop 1, east,1,commercial,1,A,person\n{good}"));
	assert_starts(message, "line 3, column `unit`: a quotation mark is not closed");
	// Closed by the next line's mark.
	let message = error("\"Shop 1,1,commercial,1,A,person\n\"Shop 2,1,commercial,1,A,person\n");
	assert_starts(message, "line 2, column `unit`: a quotation mark is not closed");
	assert_starts(error("1-1,1,residential,1,\"A, B\"C,person\n"), "line 2, column `owner`: text goes on after");
	assert_starts(error("1-1,1,residential,1,A \"B\",person\n"), "line 2, column `owner`: a quotation mark within");
	// Missing altogether.
	assert_starts(error("Shop 1, east,1,commercial,1,A,person\n"), "line 2, column 7: the line has 7 fields");
	let message = parse("\"unit,building\n").unwrap_err().to_string();
	assert_starts(message, "line 1, column 1: a quotation mark is not closed");
}

#[test]
fn lines_of_another_length() {
	assert_starts(error("1-1,1,residential,1,A\n"), "line 2, column `owner_kind`: missing, the line has 5 of 6 fields");
	assert_starts(error("1-1,1,residential,1,A,person,\n"), "line 2, column 7: the line has 7 fields");
}

#[test]
fn unprintable_texts() {
	assert_starts(error("1-\u{7}1,1,residential,1,A,person\n"), "line 2, column `unit`: found ");
	let long = "x".repeat(MAX_TEXT + 1);
	let message = error(&format!("1-1,1,residential,1,{long},person\n"));
	assert_starts(message.clone(), "line 2, column `owner`: found ");
	assert!(message.len() < 200, "{message}");
}

#[test]
fn more_units_than_a_community_has() {
	let mut lines: String = (0..MAX_UNITS).map(|unit| format!("u{unit},1,residential,1,A,person\n")).collect();
	assert_eq!(parse(&format!("{HEADER}{lines}")).unwrap().units.len(), MAX_UNITS);
	lines.push_str("one-more,1,residential,1,A,person\n");
	assert_starts(error(&lines), "line 50002, column `unit`: found \"one-more\"");
}

fn workspace() -> PathBuf {
	Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn the_sample_has_every_kind() {
	let roster = Roster::parse(&fs::read(workspace().join("docs/samples/roster.csv")).unwrap()).unwrap();
	assert!((90..=120).contains(&roster.units.len()));
	for kind in UnitKind::ALL {
		assert!(roster.units.iter().any(|unit| unit.kind == kind), "{kind:?}");
	}
	for kind in [OwnerKind::Person, OwnerKind::Joint, OwnerKind::Company, OwnerKind::Developer] {
		assert!(roster.owners.iter().any(|owner| owner.kind == kind), "{kind:?}");
	}
	assert!(roster.owners.len() + 20 < roster.units.len());
}

/// Rosters of real size, with totals that someone else computed.
#[test]
fn totals_agree_with_those_computed_apart() {
	let folder = workspace().join("../shared/data");
	if !folder.is_dir() {
		println!("skipped: there is no ../shared/data beside this workspace");
		return;
	}
	for name in ["yunxi", "dingxiang"] {
		let roster = Roster::parse(&fs::read(folder.join(format!("{name}.csv"))).unwrap()).unwrap();
		let totals = fs::read_to_string(folder.join(format!("{name}.totals.json"))).unwrap();
		let totals: serde_json::Value = serde_json::from_str(&totals).unwrap();

		assert_eq!(totals["rows"], roster.units.len());
		for kind in UnitKind::ALL {
			let units = roster.units.iter().filter(|unit| unit.kind == kind).count();
			assert_eq!(totals["units_by_kind"][unit_kind_name(kind)], units);
		}
		assert_eq!(totals["area_hundredths_m2"], roster.area());
		let votes = |unit: &&Unit| matches!(unit.kind, UnitKind::Residential | UnitKind::Commercial);
		let area = |units: &mut dyn Iterator<Item = &Unit>| units.map(|unit| unit.area).sum::<Area>();
		assert_eq!(totals["voting_area_hundredths_m2"], area(&mut roster.units.iter().filter(votes)));
		assert_eq!(totals["owners_all"], roster.owners.len());
		let heads: HashSet<_> = roster.units.iter().filter(votes).map(|unit| unit.owner).collect();
		assert_eq!(totals["voting_headcount"], heads.len());
		let unsold = |unit: &&Unit| roster.owners[unit.owner as usize].kind == OwnerKind::Developer;
		assert_eq!(totals["developer_area_hundredths_m2"], area(&mut roster.units.iter().filter(unsold)));
		let fees = roster
			.units
			.iter()
			.filter(|unit| unit.kind == UnitKind::Residential)
			.map(|unit| Fraction::new(u32::try_from(unit.area).unwrap(), 100).of_half_up(280).unwrap());
		let fees = u64::try_from(fees.sum::<u128>()).unwrap();
		assert_eq!(totals["monthly_fee_fen_at_2.80_per_m2_half_up_per_unit"], fees);
	}
}
