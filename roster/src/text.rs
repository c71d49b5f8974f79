// SPDX-License-Identifier: GPL-3.0-or-later

//! Text as people see it.

use unicode_normalization::{is_nfkc_quick, IsNormalized, UnicodeNormalization};

/// A text as people see it: full-width letters and digits are the usual ones (NFKC), characters that show nothing are
/// gone, and so is space around it. Line ends within it are spaces.
pub fn normal(text: &str) -> String {
	// Nearly all text is as it should be.
	let plain = |c: char| !is_invisible(c) && !is_break(c);
	if text.chars().all(plain) && is_nfkc_quick(text.chars()) == IsNormalized::Yes {
		return text.trim().to_owned();
	}
	let mut text = text.to_owned();
	// What is invisible can hide what NFKC would join, and NFKC makes some more of it.
	loop {
		let next: String =
			text.chars().filter(|c| !is_invisible(*c)).nfkc().map(|c| if is_break(c) { ' ' } else { c }).collect();
		if next == text {
			return text.trim().to_owned();
		}
		text = next;
	}
}

/// Whether people see anything of a text.
pub(crate) fn is_seen(text: &str) -> bool {
	text.chars().any(|c| !c.is_whitespace() && !is_invisible(c))
}

/// A text as a key for comparing names that differ in what is easily overlooked: case, spaces, dashes, dots, quotes.
pub(crate) fn skeleton(text: &str) -> String {
	let keep = |c: char| c.is_alphanumeric() || !(c.is_ascii_punctuation() || c.is_whitespace() || is_mark(c));
	text.chars().filter(|c| keep(*c)).flat_map(char::to_lowercase).collect()
}

/// A label as a key for comparing labels that look the same: dashes of any length, case and spaces do not count.
pub fn look(text: &str) -> String {
	let text = text.chars().filter(|c| !c.is_whitespace());
	text.map(|c| if is_dash(c) { '-' } else { c }).flat_map(char::to_lowercase).collect()
}

fn is_break(c: char) -> bool {
	matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

pub(crate) fn is_dash(c: char) -> bool {
	matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
}

fn is_mark(c: char) -> bool {
	is_dash(c)
		|| matches!(
			c,
			'·' | '•'
				| '・' | '‧' | '。'
				| '、' | '，'
				| '‘' | '’' | '“'
				| '”' | '《' | '》'
				| '〈' | '〉'
				| '「' | '」'
		)
}

/// Unicode's `Default_Ignorable_Code_Point`: shows nothing, whatever stands before it.
fn is_invisible(c: char) -> bool {
	matches!(
		c,
		'\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
			| '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
			| '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}'
			| '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
	)
}

/// Reads a number from 1 to 99 in Chinese numerals.
pub(crate) fn chinese_number(text: &str) -> Option<u16> {
	let digit =
		|c: char| "一二三四五六七八九".chars().position(|known| known == c).and_then(|at| u16::try_from(at + 1).ok());
	let chars: Vec<char> = text.chars().map(|c| if c == '两' { '二' } else { c }).collect();
	match chars.as_slice() {
		['十'] => Some(10),
		[one] => digit(*one),
		['十', one] => Some(10 + digit(*one)?),
		[ten, '十'] => Some(10 * digit(*ten)?),
		[ten, '十', one] => Some(10 * digit(*ten)? + digit(*one)?),
		_ => None,
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	#[test]
	fn what_people_see() {
		for text in ["O-Wang", "O-Wang\u{200b}", "O-Wang\u{a0}", "\u{feff}O-Wang", "O-Wang\u{3000}", "Ｏ－Ｗａｎｇ"]
		{
			assert_eq!(normal(text), "O-Wang", "{text:?}");
		}
		assert_eq!(normal("９８．０３㎡"), "98.03m2");
		assert_eq!(normal("张\u{3000}三\n"), "张 三");
		assert_eq!(normal("e\u{200b}\u{301}"), "é", "what an invisible character kept apart");
		assert_eq!(skeleton("张 三"), skeleton("张·三"));
		assert_eq!(look("A－101"), look("a – 101"));
		assert_ne!(look("1-101"), look("11-01"));
	}

	#[test]
	fn chinese_numbers() {
		let numbers = ["一", "二", "十", "十一", "二十", "九十九"].map(chinese_number);
		assert_eq!(numbers, [1, 2, 10, 11, 20, 99].map(Some));
		assert_eq!(["", "百", "一一", "十十"].map(chinese_number), [None; 4]);
	}

	proptest! {
		#[test]
		fn normal_text_stays_as_it_is(text in any::<String>()) {
			let once = normal(&text);
			prop_assert_eq!(&normal(&once), &once);
			prop_assert_eq!(is_seen(&text), !once.is_empty());
		}
	}
}
