// SPDX-License-Identifier: GPL-3.0-or-later

//! The marked copy: every place is marked, and it reads back the same.

mod support;

use linli_roster::{marked_copy, read, Language, MarkError, Mistake, Options, Place, Report, SameName};
use proptest::prelude::*;
use rust_xlsxwriter::{Format, Workbook};
use support::{fill, loads, refused, workbook, Put};

/// Row, column and what was found.
type Found = (u32, Option<usize>, String);

/// The report without what a text file and a workbook say in different ways: the sheet, and how cells were separated.
fn bare(report: &Report) -> (Vec<Found>, usize, usize) {
	let place = |place: &Place| (place.row, place.column.as_ref().and_then(|column| column.position));
	let mistake = |mistake: &Mistake| {
		let (row, column) = place(&mistake.place);
		(row, column, mistake.problem.found(Language::English))
	};
	(report.mistakes.iter().map(mistake).collect(), report.questions.len(), report.warnings.len())
}

#[test]
fn mistakes_are_marked_and_the_copy_reads_back_the_same() {
	let mut book = Workbook::new();
	let sheet = book.add_worksheet().set_name("一期").unwrap();
	sheet.merge_range(2, 0, 3, 0, "1号楼", &Format::new()).unwrap();
	fill(
		sheet,
		vec![
			row!["柳苑"],
			row!["楼栋", "房号", "用途", "面积", "业主"],
			row!["", "101", "别墅", 98.03, "王芳"],
			vec!["".into(), Put::Date(46_093.0), "住宅".into(), 98.035.into(), Put::None],
			row!["2号楼", "101", "住宅", 98.0, "何 平"],
			row!["2号楼", 102.0, "住宅", 980.0, "何平"],
			row!["2号楼", 103.0, "住宅", 98.5, "李强"],
		],
	);
	fill(book.add_worksheet().set_name("旧").unwrap().set_hidden(true), vec![row!["房号", "业主"], row!["1", "A"]]);
	let bytes = book.save_to_buffer().unwrap();
	let options = Options::default();
	let report = refused(&bytes, &options);
	assert_eq!(report.mistakes.len(), 4);
	for language in [Language::English, Language::Chinese] {
		let copy = marked_copy(&bytes, &options, &report, language).unwrap();
		assert_eq!(refused(&copy, &options), report);
	}

	// Sheets and merged cells stay as they were.
	let copy = marked_copy(&bytes, &options, &report, Language::Chinese).unwrap();
	let mut workbook = calamine::open_workbook_from_rs::<calamine::Xlsx<_>, _>(std::io::Cursor::new(copy)).unwrap();
	assert_eq!(calamine::Reader::sheet_names(&workbook), ["一期", "旧"]);
	assert_eq!(workbook.merge_cells_by_sheet_name("一期").unwrap().len(), 1);
}

#[test]
fn a_text_file_becomes_a_workbook_with_the_same_rows() {
	let text = "sep=;\n名册;;;;;\n\n房号;楼栋;面积;业主;用途;业主类型\n1-101;1;98,03;王芳;住宅;个人\n1-102;1;98,035;王芳;住宅;个人\n\
		1-103;1;#REF!;=1+1;别墅;个人\n\n1-104;;98,03;O1;住宅;共有\n";
	let options = Options::default();
	let report = refused(text.as_bytes(), &options);
	let copy = marked_copy(text.as_bytes(), &options, &report, Language::English).unwrap();
	assert_eq!(bare(&refused(&copy, &options)), bare(&report));
}

#[test]
fn what_has_no_cells_cannot_be_marked() {
	let options = Options::default();
	let error = marked_copy(b"%PDF-1.7", &options, &Report::default(), Language::English);
	assert!(matches!(error, Err(MarkError::Unreadable(_))));
}

#[test]
fn a_sheet_without_header_is_marked_at_its_first_row() {
	let bytes = workbook(vec![("Tabelle", vec![row!["Einheit", "Eigentum"], row!["1", "2"]])]);
	let options = Options::default();
	let report = refused(&bytes, &options);
	let copy = marked_copy(&bytes, &options, &report, Language::English).unwrap();
	assert_eq!(refused(&copy, &options), report);
}

/// A row of a roster, with and without mistakes.
fn rows() -> impl Strategy<Value = Vec<[String; 6]>> {
	let row = (
		"[A-C]?-?[1-9]{1,3}",
		prop_oneof![Just("1".to_owned()), Just("2号楼".into()), Just(String::new()), Just("0".into())],
		prop_oneof![Just("住宅".to_owned()), Just("shop".into()), Just("别墅".into())],
		"[1-9][0-9]{0,3}([.,][0-9]{1,3})?(㎡)?",
		prop_oneof!["O[0-9]", "[王李张][伟芳]", Just("张三、李四".into()), Just(String::new()), Just("=1+1".into())],
		prop_oneof![Just("个人".to_owned()), Just("joint".into()), Just("开发商".into())],
	);
	let row =
		row.prop_map(|(unit, building, kind, area, owner, owner_kind)| [unit, building, kind, area, owner, owner_kind]);
	proptest::collection::vec(row, 1..8)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	/// Whatever is in a file, its marked copy says the same.
	#[test]
	fn a_marked_copy_reads_back_the_same(rows in rows()) {
		let header = ["房号", "楼栋", "用途", "面积", "业主", "业主类型"].map(str::to_owned);
		let all = std::iter::once(header).chain(rows);
		let mut writer = csv::Writer::from_writer(Vec::new());
		all.for_each(|row| writer.write_record(row).unwrap());
		let text = writer.into_inner().unwrap();
		let options = Options { same_name: Some(SameName::One), ..Options::default() };
		match read(&text, &options) {
			Err(report) => {
				let copy = marked_copy(&text, &options, &report, Language::English).unwrap();
				prop_assert_eq!(bare(&refused(&copy, &options)), bare(&report));
			}
			Ok(reading) => {
				let copy = marked_copy(&text, &options, &Report::default(), Language::English).unwrap();
				prop_assert_eq!(loads(&copy, &options).roster, reading.roster);
			}
		}
	}

	/// A roster written plainly is read back as it was.
	#[test]
	fn a_roster_reads_back_the_same(areas in proptest::collection::vec(5_000_u64..20_000, 1..20)) {
		let rows: String = areas.iter().enumerate()
			.map(|(at, area)| format!("1-{at},{},residential,{}.{:02},O{at},person\n", at % 3 + 1, area / 100, area % 100))
			.collect();
		let text = format!("unit,building,kind,area_m2,owner,owner_kind\n{rows}");
		let roster = loads(text.as_bytes(), &Options::default()).roster;
		prop_assert_eq!(roster.units.iter().map(|unit| unit.area).collect::<Vec<_>>(), areas);
		let again: String = roster.units.iter()
			.map(|unit| {
				let owner = &roster.owners[unit.owner];
				format!(
					"{},{},{},{}.{:02},{},{}\n", unit.label, roster.buildings[unit.building].name, unit.kind.name(), unit.area / 100,
					unit.area % 100, owner.name, owner.kind.name()
				)
			})
			.collect();
		prop_assert_eq!(again, rows);
	}

	/// No bytes make the reader panic.
	#[test]
	fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400), text in any::<String>()) {
		let _ = read(&bytes, &Options::default());
		let _ = read(text.as_bytes(), &Options::default());
		let zip: Vec<u8> = b"PK\x03\x04".iter().copied().chain(bytes.iter().copied()).collect();
		prop_assert!(read(&zip, &Options::default()).is_err());
		let ole: Vec<u8> = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".iter().copied().chain(bytes).collect();
		prop_assert!(read(&ole, &Options::default()).is_err());
	}
}
