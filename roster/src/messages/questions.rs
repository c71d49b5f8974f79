// SPDX-License-Identifier: GPL-3.0-or-later

//! What is asked, and the answers.

use super::{list, names, Language};
use crate::{
	options::{Answer, SameName},
	report::Question,
};
use Language::{Chinese, English};

impl Question {
	/// The question in words.
	pub fn text(&self, language: Language) -> String {
		match (self, language) {
			(Self::Column { field, place, columns }, English) => format!(
				"{}: {} columns could be {}: {}. Which one is it?",
				place.text(language),
				columns.len(),
				field.word(language),
				list(columns, language, |column| column.text(place.sheet.is_some(), language))
			),
			(Self::Column { field, place, columns }, Chinese) => format!(
				"{}：有 {} 列都可能是{}：{}。是哪一列？",
				place.text(language),
				columns.len(),
				field.word(language),
				list(columns, language, |column| column.text(place.sheet.is_some(), language))
			),
			(Self::SameName { names: all, .. }, English) => format!(
				"The same name stands on several units: {}. Is each of these names one owner, or several people?",
				names(all, language)
			),
			(Self::SameName { names: all, .. }, Chinese) => {
				format!("同一姓名在多套房屋上出现：{}。每个姓名是同一位业主，还是不同的人？", names(all, language))
			}
		}
	}

	/// The options that answer it, for where nobody can be asked.
	pub fn options(&self, language: Language) -> String {
		let options: Vec<String> = self.answers().iter().map(Answer::option).collect();
		options.join(language.pick(", or ", "，或 "))
	}
}

impl Answer {
	/// The option that gives this answer.
	pub fn option(&self) -> String {
		let quoted =
			|text: &str| match text.contains([' ', '(', ')', '#', '&', ';', '*', '\'', '"', '$', '|', '<', '>']) {
				true => format!("'{}'", text.replace('\'', "'\\''")),
				false => text.to_owned(),
			};
		match self {
			Self::Column(field, column) => format!("--column {}={}", field.name(), quoted(column)),
			Self::OwnerKey(column) => format!("--owner-key {}", quoted(column)),
			Self::SameName(SameName::One) => "--same-name one".into(),
			Self::SameName(SameName::Several) => "--same-name several".into(),
		}
	}

	/// The answer in words, to choose from.
	pub fn text(&self, language: Language) -> String {
		match (self, language) {
			(Self::Column(_, column), _) => column.clone(),
			(Self::OwnerKey(column), English) => {
				format!("The column `{column}` tells them apart (it never reaches the chain or any file)")
			}
			(Self::OwnerKey(column), Chinese) => format!("用“{column}”一列区分（其内容不上链，也不写入任何文件）"),
			(Self::SameName(SameName::One), English) => "Each name is one owner".into(),
			(Self::SameName(SameName::One), Chinese) => "同一姓名是同一位业主".into(),
			(Self::SameName(SameName::Several), English) => "Each unit has an owner of its own".into(),
			(Self::SameName(SameName::Several), Chinese) => "每套房屋的业主各是不同的人".into(),
		}
	}
}
