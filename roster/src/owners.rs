// SPDX-License-Identifier: GPL-3.0-or-later

//! Owners: how many people a cell names, and which cells name the same owner.

use crate::{
	model::OwnerKind,
	synonyms::{is_body, is_nobody},
};

/// An owner as a cell names it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Name {
	/// The cell's text as people see it.
	pub text: String,
	/// The people that it names.
	pub people: Vec<String>,
}

impl Name {
	/// Reads a cell; `None` if it names nobody. Commas separate people only among Chinese names: elsewhere the family
	/// name may stand before one.
	pub fn read(text: &str) -> Option<Self> {
		if is_nobody(text) {
			return None;
		}
		let always = |c: char| matches!(c, '、' | ';' | '/' | '&');
		let mut people = split(text, always);
		if people.len() == 1 {
			people = text.split(" and ").map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect();
		}
		let commas = split(text, |c| always(c) || c == ',');
		if commas.len() > people.len() && commas.iter().all(|name| name.chars().all(is_chinese)) {
			people = commas;
		}
		// A web address or a formula names nobody else.
		let name = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | '\'' | '’' | '-' | '·' | '(' | ')' | ',');
		if is_body(text) || !people.iter().all(|one| one.chars().all(name)) {
			people = vec![text.to_owned()];
		}
		Some(Self { text: text.to_owned(), people })
	}

	/// The key by which cells of the same owner are found.
	pub fn key(&self) -> String {
		self.people.join("、")
	}

	/// The people without their order.
	pub fn people_sorted(&self) -> Vec<&str> {
		let mut people: Vec<&str> = self.people.iter().map(String::as_str).collect();
		people.sort_unstable();
		people
	}

	/// Whether it is a code or number, which is one owner wherever it stands.
	pub fn is_code(&self) -> bool {
		self.text.chars().any(char::is_numeric)
	}

	/// The kind that is assumed if the roster does not say.
	pub fn likely_kind(&self) -> OwnerKind {
		match self.people.as_slice() {
			[one] if is_body(one) => OwnerKind::Company,
			[_] => OwnerKind::Person,
			_ => OwnerKind::Joint,
		}
	}
}

/// The text of an owner's cell in which each name stands on a line of its own, with the usual sign between the names.
pub(crate) fn joined_lines(text: &str) -> String {
	let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
	let name = |line: &&str| (2..=4).contains(&line.chars().count()) && line.chars().all(is_chinese);
	if lines.len() > 1 && lines.iter().all(name) {
		return lines.join("、");
	}
	text.to_owned()
}

fn split(text: &str, separates: impl Fn(char) -> bool) -> Vec<String> {
	text.split(separates).map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}

pub(crate) fn is_chinese(c: char) -> bool {
	matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '·' | '〇')
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::text::normal;

	fn people(text: &str) -> Vec<String> {
		Name::read(&normal(text)).map(|name| name.people).unwrap_or_default()
	}

	#[test]
	fn several_people_in_one_cell() {
		for text in ["张三、李四", "张三，李四", "张三,李四", "张三/李四", "张三；李四", " 张三 、 李四 "]
		{
			assert_eq!(people(text), ["张三", "李四"], "{text}");
		}
		assert_eq!(people("张、李"), ["张", "李"]);
		assert_eq!(people("Lena Brandt and Jonas Keller"), ["Lena Brandt", "Jonas Keller"]);
		assert_eq!(people(&joined_lines("张三\n李四\n")), ["张三", "李四"]);
		for one in [
			"Brandt, Lena",
			"张 三",
			"欧阳 建国",
			"Smith & Sons Ltd",
			"http://a.invalid/?b&c",
			"Alexander Sandberg",
			"阿依古丽·买买提",
		] {
			assert_eq!(people(one), [normal(one)], "{one}");
		}
		assert!(["", "—", "未售", "/"].iter().all(|text| people(text).is_empty()));
	}

	#[test]
	fn kinds_and_codes() {
		let name = |text: &str| Name::read(text).unwrap();
		assert_eq!(name("云溪物业服务有限公司").likely_kind(), OwnerKind::Company);
		assert_eq!(name("赵敏、钱伟").likely_kind(), OwnerKind::Joint);
		assert_eq!(name("王伟").likely_kind(), OwnerKind::Person);
		assert!(name("O0001").is_code() && name("业主1").is_code() && !name("一二三").is_code());
	}
}
