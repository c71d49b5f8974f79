// SPDX-License-Identifier: GPL-3.0-or-later

//! What was assumed, and what should be confirmed.

use super::{list, names, quoted, square_metres, Language};
use crate::{
	options::SameName,
	report::{Said, Warning},
};
use Language::{Chinese, English};

fn separator(c: char, language: Language) -> String {
	match c {
		'\t' => language.pick("tab", "制表符").into(),
		';' => language.pick("semicolon", "分号").into(),
		',' => language.pick("comma", "逗号").into(),
		other => quoted(&other.to_string()),
	}
}

impl Said {
	/// What was assumed, in one sentence.
	pub fn text(&self, language: Language) -> String {
		match (self, language) {
			(Self::Encoding(name), English) => format!("read as {name}"),
			(Self::Encoding(name), Chinese) => format!("按 {name} 编码读取"),
			(Self::Separator(c), English) => format!("separator: {}", separator(*c, language)),
			(Self::Separator(c), Chinese) => format!("分隔符：{}", separator(*c, language)),
			(Self::SeparatorLine(c), English) => {
				format!("separator: {}, as the first line says, which is skipped", separator(*c, language))
			}
			(Self::SeparatorLine(c), Chinese) => format!("分隔符：{}（第一行注明，该行略过）", separator(*c, language)),
			(Self::HeaderRow(place), English) => {
				format!("the header is in {}; what stands above is left out", place.text(language))
			}
			(Self::HeaderRow(place), Chinese) => format!("表头在{}，其上的内容略过", place.text(language)),
			(Self::Columns(columns), English) => {
				let columns = list(columns, language, |(field, name)| format!("`{name}` is {}", field.word(language)));
				format!("columns: {columns}")
			}
			(Self::Columns(columns), Chinese) => {
				format!(
					"各列：{}",
					list(columns, language, |(field, name)| format!("“{name}”为{}", field.word(language)))
				)
			}
			(Self::DecimalComma(text), English) => {
				format!("a comma is read as the decimal comma, as in {}", quoted(text))
			}
			(Self::DecimalComma(text), Chinese) => format!("逗号按小数点读取，如 {}", quoted(text)),
			(Self::Thousands(text), English) => format!("thousands are separated, as in {}", quoted(text)),
			(Self::Thousands(text), Chinese) => format!("含千位分隔符，如 {}", quoted(text)),
			(Self::RowLeftOut(place, text), English) => {
				format!("{} is left out, since it is no unit: {}", place.text(language), quoted(text))
			}
			(Self::RowLeftOut(place, text), Chinese) => {
				format!("{}不是房屋，略过：{}", place.text(language), quoted(text))
			}
			(Self::PhaseOfSheet(sheets), English) => {
				format!("the name of the sheet is the phase: {}", sheets.join(", "))
			}
			(Self::PhaseOfSheet(sheets), Chinese) => format!("以工作表名为分期：{}", sheets.join("、")),
			(Self::BuildingOfSheet(sheets), English) => {
				format!("the name of the sheet is the building: {}", list(sheets, language, String::clone))
			}
			(Self::BuildingOfSheet(sheets), Chinese) => {
				format!("以工作表名为楼栋：{}", list(sheets, language, String::clone))
			}
			(Self::KindAssumed(kind), English) => {
				format!("no column says the kind of units: {} is assumed for all", kind.word(language))
			}
			(Self::KindAssumed(kind), Chinese) => format!("没有用途一列：全部按{}处理", kind.word(language)),
			(Self::OwnerKindAssumed { persons, joint, companies }, English) => format!(
				"no column says the kind of owners: assumed are {persons} persons, {joint} joint owners (several names in one \
				cell), {companies} companies (by their names), and no developer"
			),
			(Self::OwnerKindAssumed { persons, joint, companies }, Chinese) => format!(
				"没有业主类型一列：按个人 {persons}、共有（一格多个姓名）{joint}、单位（按名称）{companies} 处理，没有建设单位"
			),
			(Self::BuildingForms(forms), English) => {
				format!("read as one building: {}", list(forms, language, |form| quoted(form)))
			}
			(Self::BuildingForms(forms), Chinese) => {
				format!("以下写法视为同一栋楼：{}", list(forms, language, |form| quoted(form)))
			}
			(Self::Labels(example), English) => {
				format!("door numbers repeat, so labels begin with the building, such as {}", quoted(example))
			}
			(Self::Labels(example), Chinese) => format!("房号有重复，所以前面加上楼栋，如 {}", quoted(example)),
			(Self::CompanyOnUnits(name, units), English) => {
				format!("{name}, on {units} units, is one owner, as a company is")
			}
			(Self::CompanyOnUnits(name, units), Chinese) => format!("{name}（{units} 套）是单位，视为一个业主"),
			(Self::SameNames(SameName::One, all), English) => {
				format!("equal names are one owner, as --same-name says: {}", names(all, language))
			}
			(Self::SameNames(SameName::One, all), Chinese) => {
				format!("按 --same-name，同名视为一个业主：{}", names(all, language))
			}
			(Self::SameNames(SameName::Several, all), English) => {
				format!("equal names are as many owners as units, as --same-name says: {}", names(all, language))
			}
			(Self::SameNames(SameName::Several, all), Chinese) => {
				format!("按 --same-name，同名的每套房屋各是一个业主：{}", names(all, language))
			}
			(Self::OwnerKey(column), English) => {
				format!("the column {} tells owners of one name apart; nothing of it is kept", quoted(column))
			}
			(Self::OwnerKey(column), Chinese) => format!("用“{column}”一列区分同名业主；其内容不保留"),
		}
	}
}

impl Warning {
	/// What is unusual, in one sentence, without its place.
	pub fn what(&self, language: Language) -> String {
		match (self, language) {
			(Self::NoOwner { unit, developer, .. }, English) => {
				format!("unit {} has no owner: it becomes the developer's, {developer}", quoted(unit))
			}
			(Self::NoOwner { unit, developer, .. }, Chinese) => {
				format!("{} 没有业主：归建设单位 {developer}", quoted(unit))
			}
			(Self::ManyHomes(name), English) => format!("{} owns {} homes", name.name, name.units),
			(Self::ManyHomes(name), Chinese) => format!("{} 名下有 {} 套住宅", name.name, name.units),
			(Self::FarArea { unit, area, usual, .. }, English) => format!(
				"unit {}: {} is far from the others of its building, which are about {}",
				quoted(unit),
				square_metres(*area),
				square_metres(*usual)
			),
			(Self::FarArea { unit, area, usual, .. }, Chinese) => {
				format!(
					"{} 的面积 {} 与本楼其他房屋（约 {}）相差很大",
					quoted(unit),
					square_metres(*area),
					square_metres(*usual)
				)
			}
			(Self::NearNames { one, other }, English) => format!(
				"{} nearly matches {} in {}: they are read as two owners",
				quoted(&other.0),
				quoted(&one.0),
				one.1.text(language)
			),
			(Self::NearNames { one, other }, Chinese) => {
				format!("{} 与{}的 {} 相近：视为两个业主", quoted(&other.0), one.1.text(language), quoted(&one.0))
			}
			(Self::SamePeople { one, other }, English) => format!(
				"{} are the same people as {} in {}, in another order: they are read as two owners",
				quoted(&other.0),
				quoted(&one.0),
				one.1.text(language)
			),
			(Self::SamePeople { one, other }, Chinese) => format!(
				"{} 与{}的 {} 是相同的人，顺序不同：视为两个业主",
				quoted(&other.0),
				one.1.text(language),
				quoted(&one.0)
			),
			(Self::NearUnits { one, other }, English) => format!(
				"{} looks like {} in {}: they are read as two units",
				quoted(&other.0),
				quoted(&one.0),
				one.1.text(language)
			),
			(Self::NearUnits { one, other }, Chinese) => {
				format!("{} 与{}的 {} 相近：视为两套房屋", quoted(&other.0), one.1.text(language), quoted(&one.0))
			}
			(Self::SeveralNames(_, name), English) => {
				format!("{} names several people, but its kind is person", quoted(name))
			}
			(Self::SeveralNames(_, name), Chinese) => format!("{} 是多个人，业主类型却是个人", quoted(name)),
			(Self::BuildingFromAbove(_, rows, building), English) => {
				format!("no building in {rows} rows from here on: taken from the row above, first {}", quoted(building))
			}
			(Self::BuildingFromAbove(_, rows, building), Chinese) => {
				format!("从这里起有 {rows} 行没有楼栋：沿用上一行的，首先是 {}", quoted(building))
			}
			(Self::Total { found, sum, .. }, English) => format!(
				"the total says {}, but the units above add up to {}",
				square_metres(*found),
				square_metres(*sum)
			),
			(Self::Total { found, sum, .. }, Chinese) => {
				format!("合计为 {}，而以上房屋相加为 {}", square_metres(*found), square_metres(*sum))
			}
			(Self::SheetLeftOut { sheet, hidden: true, rows }, English) => {
				format!("the sheet {} is hidden: its {rows} rows are left out", quoted(sheet))
			}
			(Self::SheetLeftOut { sheet, hidden: true, rows }, Chinese) => {
				format!("工作表“{sheet}”是隐藏的：其中 {rows} 行略过")
			}
			(Self::SheetLeftOut { sheet, rows, .. }, English) => {
				format!("the sheet {} has no header that is understood: its {rows} rows are left out", quoted(sheet))
			}
			(Self::SheetLeftOut { sheet, rows, .. }, Chinese) => {
				format!("工作表“{sheet}”没有认识的表头：其中 {rows} 行略过")
			}
		}
	}

	/// What is unusual, in one sentence, with its place.
	pub fn text(&self, language: Language) -> String {
		match (self.place(), language) {
			(Some(place), English) => format!("{}: {}", place.text(language), self.what(language)),
			(Some(place), Chinese) => format!("{}：{}", place.text(language), self.what(language)),
			(None, _) => self.what(language),
		}
	}
}
