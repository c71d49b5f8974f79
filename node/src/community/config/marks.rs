// SPDX-License-Identifier: GPL-3.0-or-later

//! Typographic and full-width marks where TOML wants plain ones: word processors and Chinese input methods type them.

use linli_roster::Language;

/// The marks, and what is meant.
const MARKS: [(char, char); 30] = [
	('“', '"'),
	('”', '"'),
	('„', '"'),
	('‟', '"'),
	('«', '"'),
	('»', '"'),
	('「', '"'),
	('」', '"'),
	('『', '"'),
	('』', '"'),
	('＂', '"'),
	('〝', '"'),
	('〞', '"'),
	('‘', '"'),
	('’', '"'),
	('‚', '"'),
	('＇', '"'),
	('＝', '='),
	('，', ','),
	('、', ','),
	('．', '.'),
	('［', '['),
	('］', ']'),
	('【', '['),
	('】', ']'),
	('｛', '{'),
	('｝', '}'),
	('＃', '#'),
	('＿', '_'),
	('－', '-'),
];

/// A mark that TOML does not know.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mark {
	/// As it stands there.
	pub found: char,
	/// As it should be typed.
	pub meant: char,
}

impl Mark {
	/// What to do about it.
	pub fn text(self, language: Language) -> String {
		let Self { found, meant } = self;
		match (language, meant) {
			(Language::English, '"') => {
				format!(
					"the typographic quotation mark {found}; type the straight one, {meant}, before and after the text"
				)
			}
			(Language::English, _) => format!("the full-width mark {found}; type {meant}"),
			(Language::Chinese, '"') => {
				format!("用了中文（弯）引号 {found}；请切换到英文输入法，在文字前后都改成 {meant}")
			}
			(Language::Chinese, _) => format!("用了全角符号 {found}；请切换到英文输入法，改成 {meant}"),
		}
	}
}

/// The first such mark of a line, counted from 1, outside of texts and comments.
pub fn wrong(text: &str, line: usize) -> Option<Mark> {
	let line = text.lines().nth(line.checked_sub(1)?)?;
	let mut within = None;
	let mut escaped = false;
	for letter in line.chars() {
		match (within, letter) {
			_ if escaped => escaped = false,
			(Some('"'), '\\') => escaped = true,
			(Some(mark), letter) if mark == letter => within = None,
			(Some(_), _) => (),
			(None, '"' | '\'') => within = Some(letter),
			(None, '#') => return None,
			(None, found) => {
				if let Some((_, meant)) = MARKS.iter().find(|(mark, _)| *mark == found) {
					return Some(Mark { found, meant: *meant });
				}
			}
		}
	}
	None
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn marks_outside_of_texts_are_found() {
		for (line, found, meant) in [
			("name = “云溪小区”", '“', '"'),
			("name = 「云溪」", '「', '"'),
			("name = ‘x’", '‘', '"'),
			("name ＝ \"x\"", '＝', '='),
			("kinds = [\"residential\"，\"parking\"]", '，', ','),
			("【roster】", '【', '['),
			("name = \"a \\\" “b”\" ”", '”', '"'),
		] {
			assert_eq!(wrong(&format!("\n{line}\n"), 2), Some(Mark { found, meant }), "{line}");
		}
		for line in ["name = \"“云溪”，一期\"", "name = '「云溪」'", "rules = \"cn\" # “默认”", "name = x", ""]
		{
			assert_eq!(wrong(line, 1), None, "{line}");
		}
		assert_eq!(wrong("name = “x”", 0), None);
		assert_eq!(wrong("name = “x”", 2), None);
	}

	#[test]
	fn the_mark_to_type_is_said() {
		for (found, meant) in MARKS {
			for language in [Language::English, Language::Chinese] {
				let text = Mark { found, meant }.text(language);
				assert!(text.contains(found) && text.contains(meant), "{text}");
			}
		}
	}
}
