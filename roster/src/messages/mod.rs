// SPDX-License-Identifier: GPL-3.0-or-later

//! The words of every message, in English and Chinese: each message stands in one place.
//!
//! `mistakes`: what is wrong; `notes`: what was assumed, and warnings; `questions`: what is asked, and the answers.

mod mistakes;
mod notes;
mod questions;

use crate::{
	model::{OwnerKind, UnitKind},
	report::{Column, Mistake, NameOnUnits, Place},
};

/// The language of messages.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Language {
	/// English.
	#[default]
	English,
	/// Chinese.
	Chinese,
}

impl Language {
	/// The language of a locale such as `zh_CN.UTF-8`.
	pub fn of_locale(locale: &str) -> Self {
		if locale.to_lowercase().starts_with("zh") {
			Self::Chinese
		} else {
			Self::English
		}
	}

	/// One of two texts.
	pub fn pick<'a>(self, english: &'a str, chinese: &'a str) -> &'a str {
		match self {
			Self::English => english,
			Self::Chinese => chinese,
		}
	}
}

/// The maximum number of characters of a wrong text shown, which could be as long as the file.
const SHOWN: usize = 60;

/// The maximum number of names listed in one message.
const LISTED: usize = 12;

/// A text from the file, in quotation marks, with what is invisible written out.
fn quoted(text: &str) -> String {
	if text.chars().count() > SHOWN {
		let beginning: String = text.chars().take(SHOWN).collect();
		return format!("{beginning:?}…");
	}
	format!("{text:?}")
}

fn list<T>(items: &[T], language: Language, show: impl Fn(&T) -> String) -> String {
	let shown: Vec<String> = items.iter().take(LISTED).map(show).collect();
	let text = shown.join(language.pick(", ", "、"));
	match items.len().saturating_sub(LISTED) {
		0 => text,
		more => match language {
			Language::English => format!("{text} and {more} more"),
			Language::Chinese => format!("{text}，另有 {more} 项"),
		},
	}
}

/// 0.01 m² as a decimal number.
fn square_metres(area: u64) -> String {
	format!("{}.{:02} m²", area / 100, area % 100)
}

fn names(names: &[NameOnUnits], language: Language) -> String {
	list(names, language, |name| match language {
		Language::English => format!("{} on {} units", name.name, name.units),
		Language::Chinese => format!("{}（{} 套）", name.name, name.units),
	})
}

impl UnitKind {
	fn word(self, language: Language) -> &'static str {
		match self {
			_ if language == Language::English => self.name(),
			Self::Residential => "住宅",
			Self::Commercial => "商业用房",
			Self::Parking => "车位",
			Self::Storage => "储藏室",
		}
	}
}

impl OwnerKind {
	fn word(self, language: Language) -> &'static str {
		match self {
			_ if language == Language::English => self.name(),
			Self::Person => "个人",
			Self::Joint => "共有",
			Self::Company => "单位",
			Self::Developer => "建设单位",
		}
	}
}

impl Place {
	/// The place in words: `sheet “一期”, row 2, column D (建筑面积)`; in a text file `line 2, column `area_m2``.
	pub fn text(&self, language: Language) -> String {
		let (row, column) = (self.row, self.column.as_ref().map(|column| column.text(self.sheet.is_some(), language)));
		let place = match (&self.sheet, language) {
			(Some(sheet), Language::English) => format!("sheet {sheet:?}, row {row}"),
			(Some(sheet), Language::Chinese) => format!("工作表“{sheet}”第 {row} 行"),
			(None, Language::English) => format!("line {row}"),
			(None, Language::Chinese) => format!("第 {row} 行"),
		};
		match (column, language) {
			(Some(column), Language::English) => format!("{place}, column {column}"),
			(Some(column), Language::Chinese) => format!("{place}，{column}列"),
			(None, _) => place,
		}
	}
}

impl Column {
	/// The column in words, by its letter in a workbook.
	pub fn text(&self, in_workbook: bool, language: Language) -> String {
		let name = match language {
			Language::English => format!("`{}`", self.name),
			Language::Chinese => format!("“{}”", self.name),
		};
		match self.position {
			Some(position) if in_workbook && self.name.is_empty() => letters(position),
			Some(position) if in_workbook => format!("{} ({})", letters(position), self.name),
			Some(position) if self.name.is_empty() => position.saturating_add(1).to_string(),
			_ => name,
		}
	}
}

/// The letters by which a spreadsheet calls a column: A to Z, AA …
pub(crate) fn letters(position: usize) -> String {
	let (mut text, mut rest) = (Vec::new(), position.saturating_add(1));
	while rest > 0 {
		let digit = u8::try_from((rest.saturating_sub(1)) % 26).unwrap_or_default();
		text.push(char::from(b'A'.saturating_add(digit)));
		rest = rest.saturating_sub(1) / 26;
	}
	text.iter().rev().collect()
}

impl Mistake {
	/// The mistake in one sentence: where, what was found, what was expected.
	pub fn text(&self, language: Language) -> String {
		let place = self.place.text(language);
		let (found, expected) = (self.problem.found(language), self.problem.expected(language));
		match language {
			Language::English => format!("{place}: {found}; expected {expected}"),
			Language::Chinese => format!("{place}：{found}；应为：{expected}"),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn columns_have_letters() {
		assert_eq!([0, 25, 26, 701, 702, 16_383].map(letters), ["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
	}

	#[test]
	fn long_texts_are_cut() {
		assert!(quoted(&"x".repeat(1_000)).len() < 80);
		assert_eq!(quoted("1\u{200b}"), "\"1\\u{200b}\"");
	}

	#[test]
	fn languages_of_locales() {
		assert_eq!(["zh_CN.UTF-8", "zh", "en_GB.UTF-8", "C"].map(Language::of_locale), {
			use Language::*;
			[Chinese, Chinese, English, English]
		});
	}
}
