// SPDX-License-Identifier: GPL-3.0-or-later

//! Rosters from elsewhere, with what each must become. They stand beside the workspace; without them the tests say that
//! they are skipped.

mod support;

use linli_roster::{read, Field, Language, Options, OwnerKind, Report, Roster, SameName, UnitKind};
use serde_json::Value;
use std::{
	collections::HashSet,
	fs,
	path::{Path, PathBuf},
};
use support::{loads, mistakes, options, refused, said, warnings};

fn shared(path: &str) -> Option<PathBuf> {
	let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared").join(path);
	if !folder.exists() {
		println!("skipped: there is no {}", folder.display());
		return None;
	}
	Some(folder)
}

fn none() -> Options {
	Options::default()
}

fn one() -> Options {
	Options { same_name: Some(SameName::One), ..none() }
}

fn voting(roster: &Roster) -> u64 {
	let votes = |kind| matches!(kind, UnitKind::Residential | UnitKind::Commercial);
	roster.units.iter().filter(|unit| votes(unit.kind)).map(|unit| unit.area).sum()
}

#[test]
fn offices() {
	let Some(folder) = shared("data/office") else { return };
	let file = |name: &str| fs::read(folder.join(name)).unwrap();
	let expected: Value = serde_json::from_slice(&file("expected.json")).unwrap();
	let expected = expected.as_object().unwrap();
	let mut seen = 0;
	for (name, must) in expected {
		let bytes = file(name);
		match must["outcome"].as_str().unwrap() {
			"loads" => {
				let reading = loads(&bytes, &none());
				let roster = &reading.roster;
				assert_eq!(must["units"], roster.units.len(), "{name}");
				assert_eq!(must["owners"], roster.owners.len(), "{name}");
				assert_eq!(must["buildings"], roster.buildings.len(), "{name}");
				assert_eq!(must["area_hundredths"], roster.area(), "{name}");
				assert_eq!(must["voting_area_hundredths"], voting(roster), "{name}");
				let said = said(&reading.said).join("\n");
				let words: &[&str] = match name.as_str() {
					"a-gbk.csv" => &["read as GBK"],
					"b-titled.xlsx" => &["row 3", "5 persons"],
					"c-phases.xlsx" => &["一期, 二期", "residential is assumed"],
					"d-unicode.txt" => &["read as UTF-16", "separator: tab", "thousands are separated"],
					other => panic!("{other} is new"),
				};
				assert!(words.iter().all(|word| said.contains(word)), "{name}: {said}");
			}
			"asks" => {
				let report = refused(&bytes, &none());
				assert_eq!((report.mistakes.len(), report.questions.len()), (0, 1), "{name}");
				match name.as_str() {
					"f-two-areas.xlsx" => {
						assert!(
							options(&report)[0].contains("=建筑面积") && options(&report)[0].contains("=套内建筑面积")
						);
						let columns = vec![(Field::Area, "建筑面积".to_owned())];
						assert_eq!(loads(&bytes, &Options { columns, ..none() }).roster.area(), 19_606);
					}
					"i-namesakes.csv" => {
						assert!(report.questions[0].text(Language::English).contains("王伟 on 3 units"));
						let key = Options { owner_key: Some("身份证后四位".into()), ..none() };
						let reading = loads(&bytes, &key);
						assert_eq!(reading.roster.owners.len(), 2);
						assert!(!format!("{reading:?}{report:?}").contains("8823"));
					}
					other => panic!("{other} is new"),
				}
			}
			"refused" => refusal(name, &bytes, &refused(&bytes, &none())),
			other => panic!("{name}: {other} is new"),
		}
		seen += 1;
	}
	assert_eq!(seen, 9);
}

fn refusal(name: &str, bytes: &[u8], report: &Report) {
	let mistakes = mistakes(report);
	let has = |place: &str| mistakes.iter().any(|text| text.contains(place));
	match name {
		"e-semicolon.csv" => {
			assert!(has("Einheit") && has("Gebäude") && has("房号") && has("--column"), "{mistakes:?}");
			let columns = [
				"unit=Einheit",
				"building=Gebäude",
				"kind=Art",
				"area=#4",
				"owner=Eigentümer",
				"owner_kind=Eigentümerart",
			];
			let columns = columns.map(|column| Options::parse_column(column).unwrap()).into();
			let reading = loads(bytes, &Options { columns, ..none() });
			assert_eq!((reading.roster.units.len(), reading.roster.area()), (2, 16_253));
			assert!(said(&reading.said).join("\n").contains("decimal comma"));
		}
		"g-dirty.csv" => {
			assert_eq!(mistakes.len(), 4, "{mistakes:?}");
			assert!(has("line 5, column `业主`: found nothing"), "{mistakes:?}");
			assert!(has("line 6, column `房号`") && has("in line 2"), "{mistakes:?}");
			assert!(has("line 7, column `面积`") && has("line 8, column `用途`: found \"别墅\""), "{mistakes:?}");
			assert!(warnings(report)[0].contains("1204.50"), "{:?}", warnings(report));
		}
		"h-dates.xlsx" => {
			assert_eq!(mistakes.len(), 1, "{mistakes:?}");
			assert!(
				has("row 2") && has("房号") && has("found the date") && has("format the column as text"),
				"{mistakes:?}"
			);
		}
		other => panic!("{other} is new"),
	}
}

#[test]
fn cases_that_failed() {
	let Some(folder) = shared("cases") else { return };
	let file = |name: &str| fs::read(folder.join(name)).unwrap();
	for (name, separator) in [("02a-semicolon.csv", "semicolon"), ("02d-tab.csv", "tab"), ("02c-sep-line.csv", "comma")]
	{
		let reading = loads(&file(name), &none());
		assert!(said(&reading.said)[0].contains(separator), "{name}");
	}
	// One name, so it is asked whether it is one person; never whether it is five names.
	let bytes = file("03a-owner-invisible.csv");
	assert!(refused(&bytes, &none()).questions[0].text(Language::English).contains("O-Wang on 5 units"));
	assert_eq!(loads(&bytes, &one()).roster.owners.len(), 1);
	let report = refused(&file("03b-owner-inner-space.csv"), &none());
	assert_eq!(report.questions.len(), 1);
	assert!(warnings(&report).iter().all(|text| text.contains("nearly matches")) && !report.warnings.is_empty());
	let report = read(&file("03e-building-invisible.csv"), &one()).unwrap();
	assert_eq!(report.roster.buildings.len(), 1);
	let roster = loads(&file("04a-names.csv"), &none()).roster;
	let cells: Vec<_> =
		roster.units.iter().map(|unit| [unit.label.as_str(), roster.owners[unit.owner].name.as_str()]).collect();
	let text = linli_roster::write_csv(&cells);
	assert!(text.starts_with('\u{feff}') && text.contains("'=HYPERLINK") && text.contains("'-1-103,'@SUM"), "{text}");
	assert_eq!(linli_roster::read_csv(&text).unwrap(), cells);
	let report = refused(&file("06a-same-name.csv"), &none());
	assert_eq!(options(&report), ["--owner-key id_card, or --same-name one, or --same-name several"]);
	assert_eq!(loads(&file("09m-total-row.csv"), &none()).roster.area(), 9_803);
	let roster = loads(&file("09o-chinese-headers.csv"), &none()).roster;
	assert_eq!((roster.units[0].area, roster.owners[0].kind), (9_803, OwnerKind::Person));
	let report = refused(&file("11f-lost-point.csv"), &none());
	assert!(report.mistakes.is_empty() && warnings(&report)[0].contains("12641.00"), "{:?}", warnings(&report));
	assert!(read(&file("11f-lost-point.csv"), &Options { confirm_warnings: true, ..none() }).is_ok());
}

/// Rosters of real size, with totals that were computed apart.
#[test]
fn totals_computed_apart() {
	let Some(folder) = shared("data") else { return };
	for name in ["yunxi", "dingxiang"] {
		let roster = loads(&fs::read(folder.join(format!("{name}.csv"))).unwrap(), &none()).roster;
		let totals: Value =
			serde_json::from_slice(&fs::read(folder.join(format!("{name}.totals.json"))).unwrap()).unwrap();
		assert_eq!(totals["rows"], roster.units.len());
		assert_eq!(totals["area_hundredths_m2"], roster.area());
		assert_eq!(totals["voting_area_hundredths_m2"], voting(&roster));
		assert_eq!(totals["owners_all"], roster.owners.len());
		let units = |kind: UnitKind| roster.units.iter().filter(|unit| unit.kind == kind).count();
		UnitKind::ALL.iter().for_each(|kind| assert_eq!(totals["units_by_kind"][kind.name()], units(*kind)));
		let heads: HashSet<_> = roster
			.units
			.iter()
			.filter(|unit| matches!(unit.kind, UnitKind::Residential | UnitKind::Commercial))
			.map(|unit| unit.owner)
			.collect();
		assert_eq!(totals["voting_headcount"], heads.len());
	}
}
