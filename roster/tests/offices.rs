// SPDX-License-Identifier: GPL-3.0-or-later

//! Rosters as offices keep them: each shape, with made-up people.

mod support;

use linli_roster::{Answer, Field, Language, Options, OwnerKind, SameName, UnitKind};
use rust_xlsxwriter::{Format, Workbook};
use support::{fill, loads, mistakes, options, refused, said, warnings, workbook, Put};

fn none() -> Options {
	Options::default()
}

fn confirmed() -> Options {
	Options { confirm_warnings: true, ..none() }
}

/// Titles above, merged building cells, a total below, and no kinds.
fn titled() -> Vec<u8> {
	let mut workbook = Workbook::new();
	let sheet = workbook.add_worksheet().set_name("业主清册").unwrap();
	let plain = Format::new();
	sheet.merge_range(0, 0, 0, 4, "柳苑业主清册（2026年10月）", &plain).unwrap();
	sheet.merge_range(3, 0, 5, 0, "1", &plain).unwrap();
	sheet.merge_range(6, 0, 7, 0, "2", &plain).unwrap();
	fill(
		sheet,
		vec![
			row![],
			row!["制表：物业服务中心"],
			row!["楼栋", "房号", "用途", "建筑面积（㎡）", "业主", "备注"],
			row!["", "101", "住宅", 89.5, "周洁"],
			row!["", "102", "住宅", 89.5, "吴刚、郑丽"],
			row!["", "201", "住宅", 120.36, "云溪物业服务有限公司", "租户"],
			row!["", "101", "住宅", 76.0, "孙浩"],
			row!["", "102", "商铺", 33.3, "何平"],
			row!["合计", "5户", "", 408.66],
			row!["审核：王主任"],
		],
	);
	workbook.save_to_buffer().unwrap()
}

#[test]
fn titles_merged_cells_and_totals() {
	let reading = loads(&titled(), &none());
	let roster = &reading.roster;
	let labels: Vec<_> = roster.units.iter().map(|unit| unit.label.as_str()).collect();
	assert_eq!(labels, ["1-101", "1-102", "1-201", "2-101", "2-102"]);
	assert_eq!((roster.area(), roster.buildings.len(), roster.owners.len()), (40_866, 2, 5));
	let kinds: Vec<_> = roster.owners.iter().map(|owner| owner.kind).collect();
	use OwnerKind::{Company, Joint, Person};
	assert_eq!(kinds, [Person, Joint, Company, Person, Person]);
	assert_eq!(roster.units[4].kind, UnitKind::Commercial);
	let said = said(&reading.said).join("\n");
	for part in [
		"the header is in sheet \"业主清册\", row 3",
		"3 persons, 1 joint owners (several names in one cell), 1 companies",
		"row 9 is left out, since it is no unit: \"合计\"",
		"row 10 is left out, since it is no unit: \"审核:王主任\"",
		"labels begin with the building, such as \"1-101\"",
		"`建筑面积(m2)` is the area",
	] {
		assert!(said.contains(part), "{part}\n{said}");
	}
}

#[test]
fn a_total_that_is_not_the_sum() {
	let text = "房号,楼栋,建筑面积,业主\n101,1,90,A1\n102,1,90,A2\n小计,,180,\n201,2,80,A3\n小计,,80,\n总计,,270,\n";
	let report = refused(text.as_bytes(), &none());
	assert_eq!(mistakes(&report), [""; 0]);
	let expected = "line 7, column `建筑面积`: the total says 270.00 m², but the units above add up to 260.00 m²";
	assert_eq!(warnings(&report), [expected]);
	assert_eq!(loads(text.replace("270", "260").as_bytes(), &none()).roster.units.len(), 3);
	// A total of all sheets in the last one.
	let sheet = || vec![row!["房号", "面积", "业主"], row!["101", 90.0, "A1"]];
	let mut last = sheet();
	last.push(row!["总计", 180.0]);
	assert_eq!(loads(&workbook(vec![("1号楼", sheet()), ("2号楼", last)]), &none()).roster.units.len(), 2);
}

#[test]
fn phases_as_sheets() {
	let sheet = |area: f64| {
		vec![
			row!["楼号", "室号", "建筑面积", "权利人"],
			row!["1号楼", "0101", area, "业主1"],
			row!["2号楼", "0101", area + 0.25, "业主2"],
		]
	};
	let reading = loads(&workbook(vec![("一期", sheet(80.0)), ("二期", sheet(90.0))]), &none());
	let buildings: Vec<_> =
		reading.roster.buildings.iter().map(|building| (building.number, building.name.as_str())).collect();
	assert_eq!(buildings, [(1, "一期 1号楼"), (2, "一期 2号楼"), (3, "二期 1号楼"), (4, "二期 2号楼")]);
	assert_eq!(reading.roster.units[2].label, "二期 1号楼 0101");
	// A code is one owner wherever it stands.
	assert_eq!(reading.roster.owners.len(), 2);
	let said = said(&reading.said).join("\n");
	assert!(said.contains("the name of the sheet is the phase: 一期, 二期"), "{said}");
	assert!(said.contains("residential is assumed for all"), "{said}");
}

#[test]
fn phases_as_a_column_and_entrances() {
	let text = "期数,楼栋,单元,房号,面积,业主\n一期,1,1,101,90,A1\n,,2,101,90,A2\n二期,1,1,101,90,A3\n";
	let report = refused(text.as_bytes(), &none());
	assert_eq!(
		warnings(&report),
		["line 3, column `楼栋`: no building in 1 rows from here on: taken from the row above, first \"1\""]
	);
	let roster = loads(text.as_bytes(), &confirmed()).roster;
	let labels: Vec<_> = roster.units.iter().map(|unit| unit.label.as_str()).collect();
	assert_eq!(labels, ["一期 1-1-101", "一期 1-2-101", "二期 1-1-101"]);
}

#[test]
fn sheets_as_buildings_and_sheets_that_are_none() {
	let sheet = || vec![row!["房号", "面积", "业主"], row!["101", 90.0, "A1"]];
	let notes = vec![row!["填表说明"], row!["面积以产权证为准"]];
	let bytes = workbook(vec![("1号楼", sheet()), ("2号楼", sheet()), ("说明", notes)]);
	let report = refused(&bytes, &none());
	assert_eq!(warnings(&report), ["the sheet \"说明\" has no header that is understood: its 2 rows are left out"]);
	let roster = loads(&bytes, &confirmed()).roster;
	assert_eq!(roster.units.iter().map(|unit| unit.building).collect::<Vec<_>>(), [0, 1]);
	assert_eq!(roster.buildings[1].name, "2号楼");
}

#[test]
fn encodings_and_separators() {
	let text = "房号,楼栋,用途,建筑面积,产权人,产权人类型\r\n1幢101,1幢,住宅,98.03,王芳,个人\r\nB1-001,地下车库,车位,12.72,何平,个人\r\n";
	let (gbk, _, _) = encoding_rs::GBK.encode(text);
	let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
	let plain = loads(text.as_bytes(), &none()).roster;
	assert_eq!(plain.buildings.iter().map(|building| building.number).collect::<Vec<_>>(), [1, 2]);
	for (bytes, name) in [(gbk.to_vec(), "read as GBK"), (utf16, "read as UTF-16")] {
		let reading = loads(&bytes, &none());
		assert_eq!(reading.roster, plain);
		assert_eq!(said(&reading.said)[0], name);
	}
	let tabs = "unit\tbuilding\tkind\tarea_m2\towner\n1\t3\tshop\t1,098.50\tNora Field\n2\t3\tshop\t1,120.00\tHarbor Homes Ltd\n";
	let reading = loads(tabs.as_bytes(), &none());
	assert_eq!(reading.roster.area(), 221_850);
	let said = said(&reading.said).join("\n");
	assert!(said.contains("separator: tab") && said.contains("thousands are separated, as in \"1,098.50\""), "{said}");
}

#[test]
fn headers_of_another_language_are_named_by_options() {
	let text = "Einheit;Gebäude;Art;Fläche m²;Eigentümer;Eigentümerart\nA-01;A;residential;98,03;Lena Brandt;person\n\
		A-02;A;residential;64,50;Jonas Keller;person\n";
	let report = refused(text.as_bytes(), &none());
	let mistake = mistakes(&report).join("\n");
	for part in ["\"Einheit\", \"Gebäude\"", "房号", "建筑面积", "--column unit=HEADER"] {
		assert!(mistake.contains(part), "{part}: {mistake}");
	}
	let columns = [
		"unit=Einheit",
		"building=Gebäude",
		"area=Fläche m²",
		"owner=Eigentümer",
		"kind=#3",
		"owner_kind=Eigentümerart",
	];
	let columns = columns.map(|text| Options::parse_column(text).unwrap()).into();
	let reading = loads(text.as_bytes(), &Options { columns, ..none() });
	assert_eq!(reading.roster.area(), 16_253);
	let said = said(&reading.said).join("\n");
	assert!(said.contains("decimal comma, as in \"98,03\""), "{said}");

	let columns = vec![(Field::Unit, "Tür".into())];
	let report = refused(format!("unit;{text}").replace("\nA", "\n1;A").as_bytes(), &Options { columns, ..none() });
	assert!(!mistakes(&report).is_empty());
	assert!(Options::parse_column("door=Tür").is_err() && Options::parse_column("unit").is_err());
}

#[test]
fn an_option_that_names_no_column() {
	let text = "房号,楼栋,面积,业主\n101,1,90,A1\n";
	let wrong = Options { columns: vec![(Field::Area, "套内".into())], owner_key: Some("电话".into()), ..none() };
	let mistakes = mistakes(&refused(text.as_bytes(), &wrong));
	assert!(mistakes.iter().any(|text| text.contains("--column area_m2 names the column \"套内\"")), "{mistakes:?}");
	assert!(mistakes.iter().any(|text| text.contains("--owner-key names the column \"电话\"")), "{mistakes:?}");
}

#[test]
fn two_columns_that_could_be_the_area_are_asked_about() {
	let bytes = workbook(vec![(
		"Sheet1",
		vec![
			row!["楼栋", "房号", "建筑面积", "套内建筑面积", "业主"],
			row!["1", "101", 98.03, 79.11, "何静"],
			row!["1", "101", 98.03, 79.11, "罗勇"],
		],
	)]);
	let report = refused(&bytes, &none());
	assert_eq!(options(&report), ["--column area_m2=建筑面积, or --column area_m2=套内建筑面积"]);
	assert_eq!(
		report.questions[0].text(Language::Chinese),
		"工作表“Sheet1”第 1 行：有 2 列都可能是面积：C (建筑面积)、D (套内建筑面积)。是哪一列？"
	);
	// What does not hang on the answer is said at once.
	assert_eq!(report.mistakes.len(), 1);
	let mut answered = none();
	answered.answer(report.questions[0].answers()[1].clone());
	assert_eq!(answered.columns, [(Field::Area, "套内建筑面积".into())]);
	assert!(refused(&bytes, &answered).questions.is_empty());
}

#[test]
fn dirty_cells_all_at_once() {
	let text = "\u{feff}房号,楼栋,用途,面积,业主,业主类型\n１－１０１, １ ,住宅,９８．０３㎡,梁红 ,个人\n\
		1-102,1,住宅,\"1,204.50\",许亮、韩雪,共有\n1-103,1,住宅,98.03平方米,梁红,个人\n1-104,1,住宅,98.03,,个人\n\
		1-101,1,住宅,98.03,冯涛,个人\n1-105,1,住宅,98.035,曹颖,个人\n1-106,1,别墅,150,曹颖,个人\n";
	let report = refused(text.as_bytes(), &none());
	let places: Vec<_> = mistakes(&report).iter().map(|text| text.split(';').next().unwrap().to_owned()).collect();
	assert_eq!(
		places,
		[
			"line 5, column `业主`: found nothing",
			"line 6, column `房号`: found \"1-101\"",
			"line 7, column `面积`: found \"98.035\"",
			"line 8, column `用途`: found \"别墅\"",
		]
	);
	let far = "line 3, column `面积`: unit \"1-102\": 1204.50 m² is far from the others of its building, which are about 98.03 m²";
	assert_eq!(warnings(&report), [far]);
	assert_eq!(options(&report), ["--same-name one, or --same-name several"]);
	let table = report.text(Language::Chinese);
	for part in ["4 处错误", "行", "业主", "别墅", "--same-name one", "请确认"] {
		assert!(table.contains(part), "{part}\n{table}");
	}
}

#[test]
fn dates_that_were_door_numbers() {
	let bytes = workbook(vec![(
		"Sheet1",
		vec![
			row!["房号", "楼栋", "建筑面积", "业主"],
			vec![Put::Date(46_093.0), "3".into(), 98.03.into(), "邓超群".into()],
			row!["3-13", "3", 98.03, "蒋文"],
			row![314.0, "3", "98.03", "沈月"],
		],
	)]);
	let mistakes = mistakes(&refused(&bytes, &none()));
	assert_eq!(mistakes.len(), 1);
	assert!(
		mistakes[0].starts_with("sheet \"Sheet1\", row 2, column A (房号): found the date 2026-03-12"),
		"{mistakes:?}"
	);
	assert!(mistakes[0].contains("format the column as text"), "{mistakes:?}");
	let good = workbook(vec![("s", vec![row!["房号", "楼栋", "面积", "业主"], row![314.0, 3.0, 98.03, "沈月"]])]);
	assert_eq!(loads(&good, &none()).roster.units[0].label, "314");
	let text = "房号,楼栋,面积,业主\n3月12日,3,90,A1\n12-Mar,3,90,A2\n3-1-12,3,90,A3\n";
	assert_eq!(refused(text.as_bytes(), &none()).mistakes.len(), 2);
}

#[test]
fn one_name_on_several_units_is_asked_about() {
	let text = "房号,楼栋,建筑面积,业主,业主类型,身份证后四位\n1-101,1,90,王伟,个人,0017\n1-102,1,90,王伟,个人,8823\n\
		1-103,1,90,王伟,个人,0017\n1-104,1,90,何平,个人,\n";
	let report = refused(text.as_bytes(), &none());
	assert_eq!(options(&report), ["--owner-key 身份证后四位, or --same-name one, or --same-name several"]);
	assert!(report.questions[0].text(Language::English).contains("王伟 on 3 units"));
	assert!(!format!("{report:?}").contains("8823"), "identity digits are not kept");

	let count = |options: &Options| loads(text.as_bytes(), options).roster.owners.len();
	assert_eq!(count(&Options { owner_key: Some("身份证后四位".into()), ..none() }), 3);
	assert_eq!(count(&Options { same_name: Some(SameName::One), ..none() }), 2);
	assert_eq!(count(&Options { same_name: Some(SameName::Several), ..none() }), 4);
	let report =
		refused(text.replace("8823", "").as_bytes(), &Options { owner_key: Some("身份证后四位".into()), ..none() });
	assert!(mistakes(&report)[0].starts_with("line 3, column `身份证后四位`: found nothing, for \"王伟\""));
}

#[test]
fn names_that_are_one_owner_without_a_question() {
	// Codes, companies, and one cell merged over several rows.
	let text =
		"房号,楼栋,面积,业主,业主类型\n1,1,90,O7,个人\n2,1,90,O7,个人\n3,1,90,云溪公司,单位\n4,1,90,云溪公司,单位\n";
	let reading = loads(text.as_bytes(), &none());
	assert_eq!(reading.roster.owners.len(), 2);
	assert!(said(&reading.said).contains(&"云溪公司, on 2 units, is one owner, as a company is".to_owned()));

	let mut workbook = Workbook::new();
	let sheet = workbook.add_worksheet();
	sheet.merge_range(1, 3, 2, 3, "王伟", &Format::new()).unwrap();
	fill(sheet, vec![row!["房号", "楼栋", "面积", "业主"], row!["1", "1", 90.0, ""], row!["2", "1", 90.0, ""]]);
	assert_eq!(loads(&workbook.save_to_buffer().unwrap(), &none()).roster.owners.len(), 1);
}

#[test]
fn text_as_people_see_it() {
	let text = "房号,楼栋,面积,业主\n1-101,1号楼,90,O1\n1-102,1号楼\u{200b},90,O1\u{200b}\n1-103,１号楼,90,O1\u{a0}\n\
		1-104,１,90,\u{feff}O1\n1-105,1,90,O1\u{3000}\n";
	let reading = loads(text.as_bytes(), &none());
	assert_eq!((reading.roster.buildings.len(), reading.roster.owners.len()), (1, 1));
	assert!(said(&reading.said).contains(&"read as one building: \"1号楼\", \"1\"".to_owned()));
}

#[test]
fn names_that_nearly_match() {
	let of = |names: &[&str]| {
		let rows: String = names.iter().enumerate().map(|(at, name)| format!("{at},1,90,\"{name}\"\n")).collect();
		let report = linli_roster::read(format!("房号,楼栋,面积,业主\n{rows}").as_bytes(), &none());
		report.map_or_else(|report| warnings(&report), |_| Vec::new())
	};
	for pair in [
		["张 三", "张三"],
		["Lena Brandt", "lena brandt"],
		["Lena Brandt", "Brandt, Lena"],
		["Lena Brandt", "Lena Brant"],
		["云溪置业有限公司", "云溪置地有限公司"],
		["O-0015", "O0015"],
	] {
		let found = of(&pair);
		assert_eq!(found.len(), 1, "{pair:?}: {found:?}");
		assert!(found[0].contains("nearly matches"), "{found:?}");
	}
	for pair in [["王伟", "王芳"], ["张晓红", "张小红"], ["O00015", "O00016"], ["张三、李四", "张三、王五"]]
	{
		assert_eq!(of(&pair), [""; 0], "{pair:?}");
	}
	assert_eq!(
		of(&["张三、李四", "李四，张三"]),
		["line 3, column `业主`: \"李四,张三\" are the same people as \"张三、李四\" in line 2, column `业主`, in another order: they are read as two owners"]
	);
}

#[test]
fn labels_that_look_the_same() {
	let report = refused("房号,楼栋,面积,业主\nA-101,1,90,O1\na–101,1,90,O2\n".as_bytes(), &none());
	assert!(warnings(&report)[0].contains("\"a–101\" looks like \"A-101\""), "{:?}", warnings(&report));
}

#[test]
fn units_without_owner_are_the_developers() {
	let rows = "房号,楼栋,面积,业主,业主类型\n1,1,90,云溪置业有限公司,建设单位\n2,1,90,,\n3,1,90,未售,\n";
	let report = refused(rows.as_bytes(), &none());
	assert!(report.mistakes.is_empty());
	assert_eq!(
		warnings(&report)[0],
		"line 3, column `业主`: unit \"2\" has no owner: it becomes the developer's, 云溪置业有限公司"
	);
	let roster = loads(rows.as_bytes(), &confirmed()).roster;
	assert_eq!((roster.owners.len(), roster.units.iter().filter(|unit| unit.owner == 0).count()), (1, 3));
	assert_eq!(refused(rows.replace("建设单位", "单位").as_bytes(), &confirmed()).mistakes.len(), 2);
}

#[test]
fn one_name_on_many_homes() {
	let rows: String = (0..6).map(|at| format!("{at},1,90,O1\n")).collect();
	let report = refused(format!("房号,楼栋,面积,业主\n{rows}").as_bytes(), &none());
	assert_eq!(warnings(&report), ["line 2, column `业主`: O1 owns 6 homes"]);
}

#[test]
fn a_lost_point_is_noticed_even_in_a_small_building() {
	let text = "unit,building,kind,area_m2,owner,owner_kind\n1-0,1,residential,98.03,O0,person\n1-1,1,residential,89.46,O1,person\n\
		1-2,1,residential,12641,O2,person\n1-3,2,residential,98.03,O3,person\n";
	assert_eq!(refused(text.as_bytes(), &none()).warnings.len(), 1);
	assert_eq!(loads(text.as_bytes(), &confirmed()).roster.units.len(), 4);
}

#[test]
fn numbers_are_read_as_they_are_shown() {
	let rows =
		vec![row!["房号", "楼栋", "面积", "业主"], row![101.0, 1.0, 0.1 + 0.2, "A1"], row![102.0, 1.0, 89.1, "A2"]];
	let mistakes = mistakes(&refused(&workbook(vec![("s", rows)]), &none()));
	// The shortest decimal that is read back as the same number; what has more decimals than an area is not rounded.
	assert!(mistakes[0].contains("found \"0.30000000000000004\""), "{mistakes:?}");
	assert_eq!(mistakes.len(), 1);
}

#[test]
fn cells_that_show_an_error() {
	let text = "房号,楼栋,面积,业主\n101,1,#REF!,A1\n102,1,90,#N/A\n";
	let report = refused(text.as_bytes(), &none());
	assert_eq!(report.mistakes.len(), 2);
	assert!(mistakes(&report)[0].contains("mend the formula"));
}

#[test]
fn headers_that_each_page_repeats() {
	let text = "房号,楼栋,面积,业主\n101,1,90,A1\n房号,楼栋,面积,业主\n102,1,90,A2\n";
	assert_eq!(loads(text.as_bytes(), &none()).roster.units.len(), 2);
}

#[test]
fn every_message_has_both_languages() {
	let text = "房号,楼栋,用途,面积,业主,业主类型\n1-101,1,别墅,九十,,个人\n1-101,0,住宅,90,王伟,租户\n1-102,1,住宅,90,王伟,个人\n";
	let report = refused(text.as_bytes(), &none());
	for mistake in &report.mistakes {
		let (english, chinese) =
			(mistake.problem.expected(Language::English), mistake.problem.expected(Language::Chinese));
		assert_ne!(english, chinese);
		assert!(chinese.chars().any(|c| ('\u{4e00}'..'\u{9fff}').contains(&c)), "{chinese}");
	}
	for answer in report.questions[0].answers() {
		assert!(matches!(answer, Answer::SameName(_)));
		assert_ne!(answer.text(Language::English), answer.text(Language::Chinese));
	}
}

/// A workbook of the old format, saved by another program.
#[test]
fn the_old_format() {
	let bytes = include_bytes!("data/office.xls");
	let report = refused(bytes, &none());
	let mistakes = mistakes(&report);
	assert_eq!(mistakes.len(), 1, "{mistakes:?}");
	let start = "sheet \"变更\", row 2, column B (房号): found the date 2026-03-12";
	assert!(mistakes[0].starts_with(start), "{mistakes:?}");
	assert_eq!(warnings(&report), [""; 0]);
	let said = said(&report.said).join("\n");
	for part in ["sheet \"业主清册\", row 2", "row 6 is left out", "such as \"1幢 101\"", "3 persons, 1 joint owners"]
	{
		assert!(said.contains(part), "{part}\n{said}");
	}
	let copy = linli_roster::marked_copy(bytes, &none(), &report, Language::Chinese).unwrap();
	assert_eq!(refused(&copy, &none()), report);
}
