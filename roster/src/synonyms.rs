// SPDX-License-Identifier: GPL-3.0-or-later

//! The words that are understood in rosters. `docs/rosters.md` and `docs/rosters.zh-CN.md` show these tables.

use crate::{
	model::{OwnerKind, UnitKind},
	text::normal,
};

/// What a column can be.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Field {
	/// The door number or other label of the unit.
	Unit,
	/// The building's number or name.
	Building,
	/// The phase of the development that the building belongs to.
	Phase,
	/// The entrance (单元) of the building: part of the label.
	Entrance,
	/// The unit's purpose.
	Kind,
	/// Its area.
	Area,
	/// The owner's name.
	Owner,
	/// The owner's legal kind.
	OwnerKind,
}

impl Field {
	/// Every field.
	pub const ALL: [Self; 8] =
		[Self::Unit, Self::Building, Self::Phase, Self::Entrance, Self::Kind, Self::Area, Self::Owner, Self::OwnerKind];

	/// Its own header, which is also its name in `--column`.
	pub fn name(self) -> &'static str {
		match self {
			Self::Unit => "unit",
			Self::Building => "building",
			Self::Phase => "phase",
			Self::Entrance => "entrance",
			Self::Kind => "kind",
			Self::Area => "area_m2",
			Self::Owner => "owner",
			Self::OwnerKind => "owner_kind",
		}
	}

	/// The field of `--column`, by its name; `area` is enough for the area.
	pub fn by_name(name: &str) -> Option<Self> {
		let name = name.trim();
		if name == "area" {
			return Some(Self::Area);
		}
		Self::ALL.into_iter().find(|field| field.name() == name)
	}

	/// The headers by which it is known, its own first.
	pub fn headers(self) -> &'static [&'static str] {
		match self {
			Self::Unit => &[
				"unit",
				"unit no",
				"unit number",
				"door",
				"door number",
				"flat",
				"apartment",
				"lot",
				"房号",
				"室号",
				"房屋编号",
				"房间",
				"房间号",
				"门牌号",
				"户号",
				"室",
				"车位号",
				"房号/车位号",
			],
			Self::Building => &[
				"building",
				"building no",
				"building number",
				"block",
				"tower",
				"楼栋",
				"楼栋号",
				"楼号",
				"幢",
				"幢号",
				"栋",
				"栋号",
				"楼幢",
				"楼宇",
				"楼",
				"座",
				"座号",
			],
			Self::Phase => &["phase", "stage", "期", "期数", "分期", "期别", "项目分期"],
			Self::Entrance => &["entrance", "staircase", "单元", "单元号"],
			Self::Kind => &[
				"kind",
				"unit kind",
				"type",
				"use",
				"purpose",
				"用途",
				"类型",
				"房屋类型",
				"房屋用途",
				"房屋性质",
				"规划用途",
				"设计用途",
				"物业类型",
				"业态",
			],
			Self::Area => &[
				"area_m2",
				"area",
				"exclusive area",
				"floor area",
				"building area",
				"inside area",
				"internal area",
				"面积",
				"建筑面积",
				"房屋面积",
				"房屋建筑面积",
				"产权面积",
				"专有面积",
				"专有部分面积",
				"套内面积",
				"套内建筑面积",
				"使用面积",
				"计费面积",
				"收费面积",
			],
			Self::Owner => &[
				"owner",
				"owner name",
				"owners",
				"proprietor",
				"业主",
				"业主姓名",
				"业主名称",
				"产权人",
				"产权人姓名",
				"权利人",
				"所有权人",
				"所有人",
				"房主",
				"户主",
				"姓名",
			],
			Self::OwnerKind => &[
				"owner_kind",
				"owner type",
				"业主类型",
				"业主类别",
				"业主性质",
				"产权人类型",
				"产权人性质",
				"权利人类型",
			],
		}
	}

	/// Whether a roster cannot do without it.
	pub fn is_required(self) -> bool {
		matches!(self, Self::Unit | Self::Building | Self::Area | Self::Owner)
	}

	/// The fields that a header names.
	pub(crate) fn of_header(header: &str) -> Option<Self> {
		let key = header_key(header);
		if key.is_empty() {
			return None;
		}
		Self::ALL.into_iter().find(|field| field.headers().iter().any(|known| header_key(known) == key))
	}
}

/// Headers of columns that can tell people of one name apart.
pub(crate) const TELLING_APART: [&str; 12] = [
	"身份证",
	"证件",
	"电话",
	"手机",
	"联系方式",
	"id_card",
	"id number",
	"phone",
	"mobile",
	"telephone",
	"email",
	"e-mail",
];

/// A header as it is compared: as people see it, without case, spaces, what stands in brackets, and the unit of areas.
pub(crate) fn header_key(header: &str) -> String {
	let (mut depth, mut key) = (0_u32, String::new());
	for c in normal(header).chars() {
		match c {
			'(' | '[' | '【' => depth = depth.saturating_add(1),
			')' | ']' | '】' => depth = depth.saturating_sub(1),
			_ if depth > 0 || c.is_whitespace() || matches!(c, '_' | '-' | '*' | ':' | '.') => (),
			_ => key.extend(c.to_lowercase()),
		}
	}
	for unit in ["m2", "平方米", "平米", "sqm"] {
		if let Some(rest) = key.strip_suffix(unit) {
			key = rest.trim_end_matches('/').to_owned();
		}
	}
	key
}

/// The words for a kind of unit, its own first.
pub fn unit_kind_words(kind: UnitKind) -> &'static [&'static str] {
	match kind {
		UnitKind::Residential => &["residential", "home", "house", "住宅", "普通住宅", "成套住宅", "居住"],
		UnitKind::Commercial => &[
			"commercial",
			"shop",
			"retail",
			"office",
			"商业",
			"商业用房",
			"商铺",
			"店铺",
			"门面",
			"底商",
			"商用",
			"办公",
			"写字楼",
			"非住宅",
		],
		UnitKind::Parking => &[
			"parking",
			"parking space",
			"car park",
			"garage",
			"车位",
			"地下车位",
			"地上车位",
			"机动车位",
			"停车位",
			"车库",
		],
		UnitKind::Storage => {
			&["storage", "store room", "cellar", "储藏室", "储藏间", "储物间", "仓库", "杂物间", "地下室"]
		}
	}
}

/// The words for a kind of owner, its own first.
pub fn owner_kind_words(kind: OwnerKind) -> &'static [&'static str] {
	match kind {
		OwnerKind::Person => &["person", "individual", "个人", "自然人", "私人", "单独所有"],
		OwnerKind::Joint => &["joint", "joint owners", "共有", "共有人", "共同共有", "按份共有"],
		OwnerKind::Company => &["company", "corporate", "单位", "公司", "企业", "法人"],
		OwnerKind::Developer => &["developer", "建设单位", "开发商", "开发企业", "开发单位"],
	}
}

fn word_key(word: &str) -> String {
	normal(word).to_lowercase().replace([' ', '_', '-'], "")
}

/// The kind of unit that a word means.
pub(crate) fn unit_kind(word: &str) -> Option<UnitKind> {
	let key = word_key(word);
	UnitKind::ALL.into_iter().find(|kind| unit_kind_words(*kind).iter().any(|known| word_key(known) == key))
}

/// The kind of owner that a word means.
pub(crate) fn owner_kind(word: &str) -> Option<OwnerKind> {
	let key = word_key(word);
	OwnerKind::ALL.into_iter().find(|kind| owner_kind_words(*kind).iter().any(|known| word_key(known) == key))
}

/// Words that a totals row begins with.
const TOTALS: [&str; 12] = [
	"合计",
	"总计",
	"小计",
	"共计",
	"总和",
	"本页小计",
	"本页合计",
	"total",
	"totals",
	"subtotal",
	"grand total",
	"sum",
];

/// Words that a note below the list begins with.
const NOTES: [&str; 10] = ["制表", "审核", "填表", "备注", "说明", "注:", "日期", "note", "prepared by", "date:"];

/// Whether a text is the beginning of a totals row: one of its words, and then no more letters.
pub(crate) fn is_total(text: &str) -> bool {
	let text = text.to_lowercase();
	TOTALS
		.iter()
		.any(|word| text.strip_prefix(word).is_some_and(|rest| !rest.chars().next().is_some_and(char::is_alphabetic)))
}

/// Whether a text is a note below the list.
pub(crate) fn is_note(text: &str) -> bool {
	let text = text.to_lowercase();
	NOTES.iter().any(|word| text.starts_with(word))
}

/// What the row of examples of an empty list begins with.
const EXAMPLES: [&str; 2] = ["示例:", "example:"];

/// Whether a text begins the row of examples that an empty list has.
pub(crate) fn is_example(text: &str) -> bool {
	let text = text.to_lowercase();
	EXAMPLES.iter().any(|word| text.starts_with(word))
}

/// The ends of names of companies and other bodies.
const BODIES: [&str; 26] = [
	"公司",
	"集团",
	"合作社",
	"事务所",
	"委员会",
	"银行",
	"学校",
	"幼儿园",
	"医院",
	"研究院",
	"中心",
	"管理局",
	"办事处",
	" ltd",
	" ltd.",
	" limited",
	" inc",
	" inc.",
	" llc",
	" gmbh",
	" ag",
	" corp",
	" corp.",
	" plc",
	" pty",
	" company",
];

/// Whether a name is that of a company or another body.
pub(crate) fn is_body(name: &str) -> bool {
	let name = name.to_lowercase();
	BODIES.iter().any(|end| name.ends_with(end))
}

/// Texts that stand for no owner.
pub(crate) fn is_nobody(text: &str) -> bool {
	matches!(
		text.to_lowercase().as_str(),
		"" | "-" | "--" | "—" | "/" | "无" | "空" | "未售" | "待售" | "空置" | "n/a" | "none" | "unsold"
	)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn headers_as_offices_write_them() {
		for (header, field) in [
			("建筑面积（㎡）", Field::Area),
			("建筑面积/平方米", Field::Area),
			(" Area (m²) ", Field::Area),
			("area_m2", Field::Area),
			("*房 号", Field::Unit),
			("Owner Kind", Field::OwnerKind),
			("业主\u{200b}", Field::Owner),
		] {
			assert_eq!(Field::of_header(header), Some(field), "{header}");
		}
		for header in ["公摊面积", "备注", "", "m2", "（㎡）", "联系电话"] {
			assert_eq!(Field::of_header(header), None, "{header}");
		}
	}

	#[test]
	fn no_word_means_two_things() {
		let all = || {
			Field::ALL.into_iter().flat_map(|field| field.headers().iter().map(move |word| (header_key(word), field)))
		};
		for (key, field) in all() {
			assert!(all().all(|(other, of)| other != key || of == field), "{key}");
		}
		for kind in UnitKind::ALL {
			assert!(unit_kind_words(kind).iter().all(|word| unit_kind(word) == Some(kind)), "{kind:?}");
		}
		for kind in OwnerKind::ALL {
			assert!(owner_kind_words(kind).iter().all(|word| owner_kind(word) == Some(kind)), "{kind:?}");
		}
	}

	#[test]
	fn totals_and_names() {
		assert!(["合计", "合计:", "合计 5户", "Total", "小计（1幢）"].iter().all(|text| is_total(text)));
		assert!(["合计公司", "Totalenergies", "101"].iter().all(|text| !is_total(text)));
		assert!(["云溪置业有限公司", "Harbor Homes Ltd", "Linden GmbH"].iter().all(|name| is_body(name)));
		assert!(["示例:101", "Example: 101"].iter().all(|text| is_example(text)));
		assert!(["Example Ltd", "101"].iter().all(|text| !is_example(text)));
		assert!(["王伟", "Ludwig", "Inc"].iter().all(|name| !is_body(name)));
	}
}
