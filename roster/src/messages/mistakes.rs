// SPDX-License-Identifier: GPL-3.0-or-later

//! What is wrong, and what was expected.

use super::{list, quoted, Language};
use crate::{
	model::{OwnerKind, UnitKind, MAX_AREA, MAX_FILE, MAX_TEXT, MAX_UNITS},
	report::{AreaFault, ForeignFile, Problem, QuoteFault},
	synonyms::Field,
};
use Language::{Chinese, English};

impl Field {
	/// Its name in words.
	pub(crate) fn word(self, language: Language) -> &'static str {
		match (self, language) {
			(Self::Unit, English) => "the door number",
			(Self::Unit, Chinese) => "房号",
			(Self::Building, English) => "the building",
			(Self::Building, Chinese) => "楼栋",
			(Self::Phase, English) => "the phase",
			(Self::Phase, Chinese) => "分期",
			(Self::Entrance, English) => "the entrance",
			(Self::Entrance, Chinese) => "单元",
			(Self::Kind, English) => "the kind of unit",
			(Self::Kind, Chinese) => "用途",
			(Self::Area, English) => "the area",
			(Self::Area, Chinese) => "面积",
			(Self::Owner, English) => "the owner",
			(Self::Owner, Chinese) => "业主",
			(Self::OwnerKind, English) => "the kind of owner",
			(Self::OwnerKind, Chinese) => "业主类型",
		}
	}

	fn known(self, language: Language) -> String {
		self.headers().join(language.pick(", ", "、"))
	}
}

fn headers(headers: &[String], language: Language) -> String {
	list(headers, language, |header| quoted(header))
}

impl Problem {
	/// What was found.
	pub fn found(&self, language: Language) -> String {
		let found = |text: &str| match (text.is_empty(), language) {
			(true, English) => "found nothing".to_owned(),
			(true, Chinese) => "没有内容".to_owned(),
			(false, English) => format!("found {}", quoted(text)),
			(false, Chinese) => format!("内容为 {}", quoted(text)),
		};
		match (self, language) {
			(Self::Empty, English) => "the file is empty".into(),
			(Self::Empty, Chinese) => "文件是空的".into(),
			(Self::TooLarge(bytes), English) => format!("the file has {bytes} bytes"),
			(Self::TooLarge(bytes), Chinese) => format!("文件有 {bytes} 字节"),
			(Self::TooManyCells(most), English) => format!("the sheet has more than {most} cells"),
			(Self::TooManyCells(most), Chinese) => format!("工作表超过 {most} 个单元格"),
			(Self::Foreign(kind), _) => kind.found(language),
			(Self::BadByte { byte, encoding }, English) => format!("the byte 0x{byte:02x} is not {encoding}"),
			(Self::BadByte { byte, encoding }, Chinese) => format!("字节 0x{byte:02x} 不符合 {encoding} 编码"),
			(Self::Quote(fault), _) => fault.found(language).into(),
			(Self::Fields { found, expected }, English) if found < expected => {
				format!("missing, the line has {found} of {expected} fields")
			}
			(Self::Fields { found, .. }, English) => format!("the line has {found} fields"),
			(Self::Fields { found, .. }, Chinese) => format!("这一行有 {found} 列"),
			(Self::UnknownHeaders(all), English) => {
				format!("no headers that are understood: {}", headers(all, language))
			}
			(Self::UnknownHeaders(all), Chinese) => format!("没有认识的表头：{}", headers(all, language)),
			(Self::NoColumn { headers: all, .. }, English) => {
				format!("missing from the header, which has {}", headers(all, language))
			}
			(Self::NoColumn { headers: all, .. }, Chinese) => {
				format!("表头中没有这一列，只有 {}", headers(all, language))
			}
			(Self::NoSuchColumn { option, name, .. }, English) => {
				format!("{option} names the column {}, which is not there", quoted(name))
			}
			(Self::NoSuchColumn { option, name, .. }, Chinese) => format!("{option} 指定的列 {} 不存在", quoted(name)),
			(Self::NoUnits, English) => "the file ends after the header".into(),
			(Self::NoUnits, Chinese) => "表头之后没有内容".into(),
			(Self::Nothing(_), _) => found(""),
			(Self::MergedWith(_, row), English) => format!("the cell is merged with that of row {row}"),
			(Self::MergedWith(_, row), Chinese) => format!("单元格与第 {row} 行合并"),
			(
				Self::Text(text)
				| Self::CellError(text)
				| Self::LongNumber(text)
				| Self::UnitKind(text)
				| Self::OwnerKind(text),
				_,
			) => found(text),
			(Self::Area(_, AreaFault::Merged), English) => "the area is merged with that of a row above".into(),
			(Self::Area(_, AreaFault::Merged), Chinese) => "面积与上面的行合并".into(),
			(Self::Area(text, _) | Self::BuildingNumber(text) | Self::NoNumberLeft(text), _) => found(text),
			(Self::SameUnit(text, _) | Self::SameLabel(text, _), _) => found(text),
			(Self::Date(text), English) => {
				format!("found the date {text}: the spreadsheet made it of a number such as 3-12")
			}
			(Self::Date(text), Chinese) => format!("是日期 {text}：电子表格把“3-12”之类的编号变成了日期"),
			(Self::TooManyUnits, English) => "one unit more".into(),
			(Self::TooManyUnits, Chinese) => "又多了一套".into(),
			(Self::TwoKinds { found: kind, .. }, _) => found(kind.word(language)),
			(Self::SecondDeveloper { owner, .. }, English) => format!("{} is a second developer", quoted(owner)),
			(Self::SecondDeveloper { owner, .. }, Chinese) => format!("{} 是第二个建设单位", quoted(owner)),
			(Self::NoKey(name), English) => format!("found nothing, for {}, who stands on several units", quoted(name)),
			(Self::NoKey(name), Chinese) => format!("没有内容，而 {} 在多套房屋上出现", quoted(name)),
		}
	}

	/// What was expected instead, and what to do.
	pub fn expected(&self, language: Language) -> String {
		match (self, language) {
			(Self::Empty, English) => "a header, with a line for each unit below".into(),
			(Self::Empty, Chinese) => "表头，其下每套房屋一行".into(),
			(Self::TooLarge(_), English) => format!("at most {MAX_FILE}; delete pictures and sheets that do not belong"),
			(Self::TooLarge(_), Chinese) => format!("至多 {MAX_FILE} 字节；请删去图片和无关的工作表"),
			(Self::TooManyCells(_), English) => "only the list; delete what stands far below and to the right".into(),
			(Self::TooManyCells(_), Chinese) => "只有清册；请删去下方和右侧多余的内容".into(),
			(Self::Foreign(kind), _) => kind.expected(language).into(),
			(Self::BadByte { .. }, English) => {
				"a text file in one encoding (in a spreadsheet: save as “CSV UTF-8” or as .xlsx)".into()
			}
			(Self::BadByte { .. }, Chinese) => "编码一致的文本文件（请在电子表格中另存为“CSV UTF-8”或 .xlsx）".into(),
			(Self::Quote(_), English) => {
				"a text with a separator to stand in a pair of quotation marks, and a mark within it to be doubled".into()
			}
			(Self::Quote(_), Chinese) => "含分隔符的文字放在一对引号之中，其中的引号写两遍".into(),
			(Self::Fields { found, expected }, English) if found > expected => {
				format!("{expected} fields, as the header has; a text with a comma stands in quotation marks")
			}
			(Self::Fields { expected, .. }, English) => format!("{expected} fields, as the header has"),
			(Self::Fields { expected, .. }, Chinese) => format!("与表头相同的 {expected} 列；含逗号的文字放在引号之中"),
			(Self::UnknownHeaders(_), _) => {
				let fields = Field::ALL.into_iter().filter(|field| field.is_required());
				let known: Vec<String> =
					fields.map(|field| format!("{} ({})", field.word(language), field.known(language))).collect();
				match language {
					English => format!(
						"headers for {}; or name the columns, such as --column unit=HEADER --column building=HEADER \
						--column area=HEADER --column owner=HEADER",
						known.join("; ")
					),
					Chinese => format!(
						"以下各项的表头：{}；或用选项指定各列，如 --column unit=表头 --column building=表头 --column area=表头 \
						--column owner=表头",
						known.join("；")
					),
				}
			}
			(Self::NoColumn { field, .. }, English) => format!(
				"a column for {} ({}); or name it: --column {}=HEADER{}",
				field.word(language),
				field.known(language),
				field.name(),
				if *field == Field::Building { "; a single building needs the column, too, with 1 in every row" } else { "" },
			),
			(Self::NoColumn { field, .. }, Chinese) => format!(
				"有一列是{}（{}）；或用选项指定：--column {}=表头{}",
				field.word(language),
				field.known(language),
				field.name(),
				if *field == Field::Building { "；只有一栋楼时也要有这一列，每行写 1" } else { "" },
			),
			(Self::NoSuchColumn { headers: all, .. }, English) => {
				format!("one of {}, or # and the column's number from 1", headers(all, language))
			}
			(Self::NoSuchColumn { headers: all, .. }, Chinese) => {
				format!("{} 之一，或 # 加上从 1 起的列号", headers(all, language))
			}
			(Self::NoUnits, English) => "at least one unit".into(),
			(Self::NoUnits, Chinese) => "至少一套房屋".into(),
			(Self::Nothing(Field::Owner), English) => {
				"the owner's name; of an unsold unit, the developer's, or leave it empty if other units have a developer".into()
			}
			(Self::Nothing(Field::Owner), Chinese) => "业主姓名；未售房屋写建设单位，名册中另有建设单位时可以留空".into(),
			(Self::Nothing(field), _) => field.word(language).into(),
			(Self::MergedWith(..), English) => {
				"one row for each unit; joint owners stand in one cell, such as 张三、李四".into()
			}
			(Self::MergedWith(..), Chinese) => "每套房屋一行；共有人写在同一个单元格里，如“张三、李四”".into(),
			(Self::Text(_), English) => format!("a text of 1 to {MAX_TEXT} printable characters"),
			(Self::Text(_), Chinese) => format!("1 至 {MAX_TEXT} 个可以打印的字符"),
			(Self::Date(_), English) => {
				"the number itself: format the column as text in the spreadsheet, then type it again".into()
			}
			(Self::Date(_), Chinese) => "编号本身：请在电子表格中把这一列设为“文本”格式，再重新输入".into(),
			(Self::CellError(_), English) => "a value: mend the formula, or type the value over it".into(),
			(Self::CellError(_), Chinese) => "数值：请修正公式，或直接输入数值".into(),
			(Self::LongNumber(_), English) => {
				"at most 15 digits: a spreadsheet loses the others. Format the cell as text, and type the number again".into()
			}
			(Self::LongNumber(_), Chinese) => {
				"最多 15 位数字：更多的位数，表格软件已经丢失。请把单元格设为文本格式，再重新输入".into()
			}
			(Self::UnitKind(_), English) => {
				format!("one of {} (docs/rosters.md lists their other words)", UnitKind::ALL.map(UnitKind::name).join(", "))
			}
			(Self::UnitKind(_), Chinese) => {
				let words = UnitKind::ALL.map(|kind| kind.word(Chinese)).join("、");
				format!("{words} 之一（其他写法见 docs/rosters.zh-CN.md）")
			}
			(Self::OwnerKind(_), English) => {
				format!("one of {} (docs/rosters.md lists their other words)", OwnerKind::ALL.map(OwnerKind::name).join(", "))
			}
			(Self::OwnerKind(_), Chinese) => {
				let words = OwnerKind::ALL.map(|kind| kind.word(Chinese)).join("、");
				format!("{words} 之一（其他写法见 docs/rosters.zh-CN.md）")
			}
			(Self::Area(_, AreaFault::Form), English) => format!(
				"square metres above 0 and up to {}, in digits with at most two decimals, such as 98.03",
				MAX_AREA / 100
			),
			(Self::Area(_, AreaFault::Form), Chinese) => {
				format!("平方米数，大于 0，不超过 {}，至多两位小数，如 98.03", MAX_AREA / 100)
			}
			(Self::Area(_, AreaFault::Comma), English) => {
				"one way of writing decimals in the whole column: most rows have the other sign".into()
			}
			(Self::Area(_, AreaFault::Comma), Chinese) => "整列用同一种小数点：多数行用的是另一种".into(),
			(Self::Area(_, AreaFault::Merged), English) => "an area of its own for each unit".into(),
			(Self::Area(_, AreaFault::Merged), Chinese) => "每套房屋各自的面积".into(),
			(Self::SameUnit(_, place), English) => format!("each unit once, and this one is in {}", place.text(language)),
			(Self::SameUnit(_, place), Chinese) => format!("每套房屋一次，而它已在{}", place.text(language)),
			(Self::SameLabel(_, place), English) => format!(
				"labels that differ once their building stands before them, and this one is in {}",
				place.text(language)
			),
			(Self::SameLabel(_, place), Chinese) => format!("加上楼栋之后仍不相同的房号，而它已在{}", place.text(language)),
			(Self::TooManyUnits, English) => format!("at most {MAX_UNITS} units"),
			(Self::TooManyUnits, Chinese) => format!("至多 {MAX_UNITS} 套"),
			(Self::BuildingNumber(_), English) => "a number from 1 to 65535, or a name".into(),
			(Self::BuildingNumber(_), Chinese) => "1 至 65535 的编号，或名称".into(),
			(Self::NoNumberLeft(_), English) => {
				"numbers of buildings low enough to leave some for those with names (up to 65535)".into()
			}
			(Self::NoNumberLeft(_), Chinese) => "较小的楼栋编号，为只有名称的楼栋留出编号（至多 65535）".into(),
			(Self::TwoKinds { owner, expected, first, .. }, English) => {
				format!("{}, as for owner {owner} in {}", expected.word(language), first.text(language))
			}
			(Self::TwoKinds { owner, expected, first, .. }, Chinese) => {
				format!("{}，与{}的业主 {owner} 一致", expected.word(language), first.text(language))
			}
			(Self::SecondDeveloper { developer, first, .. }, English) => {
				format!("one developer only, and {} is it in {}", quoted(developer), first.text(language))
			}
			(Self::SecondDeveloper { developer, first, .. }, Chinese) => {
				format!("只有一个建设单位，{}已是 {}", first.text(language), quoted(developer))
			}
			(Self::NoKey(_), English) => "what tells people of this name apart, as --owner-key says".into(),
			(Self::NoKey(_), Chinese) => "能区分同名业主的内容，因为指定了 --owner-key".into(),
		}
	}
}

impl ForeignFile {
	fn found(&self, language: Language) -> String {
		match (self, language) {
			(Self::Pdf, English) => "the file is a PDF".into(),
			(Self::Pdf, Chinese) => "文件是 PDF".into(),
			(Self::WebPage, English) => "the file is a web page or XML, whatever its name says".into(),
			(Self::WebPage, Chinese) => "不论文件名如何，文件其实是网页或 XML".into(),
			(Self::Password, English) => "the workbook has a password".into(),
			(Self::Password, Chinese) => "工作簿有密码".into(),
			(Self::Unreadable(reason), English) => format!("the workbook cannot be read ({reason})"),
			(Self::Unreadable(reason), Chinese) => format!("工作簿无法读取（{reason}）"),
		}
	}

	fn expected(&self, language: Language) -> &'static str {
		match self {
			Self::Pdf => language.pick(
				"the spreadsheet that it was made from, as .xlsx, .xls or CSV",
				"生成它的电子表格：.xlsx、.xls 或 CSV",
			),
			Self::Password => language.pick(
				"a copy without password (in the spreadsheet: save as, tools, general options)",
				"不带密码的副本（在电子表格中：另存为，工具，常规选项）",
			),
			Self::WebPage | Self::Unreadable(_) => language.pick(
				".xlsx, .xls or CSV: open it in a spreadsheet and save it as .xlsx",
				".xlsx、.xls 或 CSV：请在电子表格中打开，另存为 .xlsx",
			),
		}
	}
}

impl QuoteFault {
	fn found(self, language: Language) -> &'static str {
		match self {
			Self::Within => language
				.pick("a quotation mark within a text that does not begin with one", "文字不以引号开头，中间却有引号"),
			Self::AfterClose => language.pick("text goes on after its closing quotation mark", "引号结束之后还有文字"),
			Self::Open => language.pick("a quotation mark is not closed before the line ends", "到行末引号仍未结束"),
		}
	}
}
