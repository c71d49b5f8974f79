// SPDX-License-Identifier: GPL-3.0-or-later

//! The order of labels as people count: `1-2` before `1-10`, 二期 before 十期, `２` as `2`.

use std::cmp::Ordering;

/// Compares two labels. Labels that count alike, such as `07` and `7`, are ordered by their letters.
pub fn compare(one: &str, other: &str) -> Ordering {
	parts(one).cmp(&parts(other)).then_with(|| one.cmp(other))
}

/// A part of a label. Numbers come before words.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Part {
	/// The number of digits without leading zeros, then the digits: a number of any length.
	Number(usize, String),
	/// Letters, without regard to case.
	Word(String),
}

fn parts(label: &str) -> Vec<Part> {
	let letters: Vec<char> = label.chars().map(plain).filter(|letter| !letter.is_whitespace()).collect();
	letters
		.chunk_by(|one, next| class(*one) == class(*next))
		.map(|run| match run.first().copied().map(class) {
			Some(Class::Digit) => number(run.iter().collect()),
			Some(Class::Numeral) => numeral(run),
			_ => Part::Word(run.iter().flat_map(|letter| letter.to_lowercase()).collect()),
		})
		.collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
	Digit,
	Numeral,
	Other,
}

fn class(letter: char) -> Class {
	match letter {
		'0'..='9' => Class::Digit,
		_ if "〇零一二三四五六七八九十百".contains(letter) => Class::Numeral,
		_ => Class::Other,
	}
}

/// A full-width letter of ASCII as its ordinary form.
fn plain(letter: char) -> char {
	match letter {
		'\u{ff01}'..='\u{ff5e}' => u32::from(letter).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(letter),
		_ => letter,
	}
}

fn number(digits: String) -> Part {
	let digits = digits.trim_start_matches('0');
	Part::Number(digits.len(), digits.into())
}

/// A number in Chinese: by places (二十三) or digit by digit (一二〇二).
fn numeral(run: &[char]) -> Part {
	let digits = run.iter().map(|letter| match letter {
		'〇' | '零' => Some(0u64),
		letter => {
			"一二三四五六七八九".chars().position(|digit| digit == *letter).and_then(|at| u64::try_from(at + 1).ok())
		}
	});
	if !run.iter().any(|letter| "十百".contains(*letter)) {
		return number(digits.flatten().map(|digit| digit.to_string()).collect());
	}
	let (mut sum, mut digit) = (0u64, None);
	for (letter, value) in run.iter().zip(digits) {
		match letter {
			'十' => sum = sum.saturating_add(digit.take().unwrap_or(1) * 10),
			'百' => sum = sum.saturating_add(digit.take().unwrap_or(1) * 100),
			_ => digit = value,
		}
	}
	number(sum.saturating_add(digit.unwrap_or(0)).to_string())
}

#[cfg(test)]
mod tests {
	use super::*;

	fn sorted(labels: &[&str]) {
		let mut mixed: Vec<&str> = labels.to_vec();
		mixed.reverse();
		mixed.sort_by(|one, other| compare(one, other));
		assert_eq!(mixed, labels);
	}

	#[test]
	fn labels_count_as_people_do() {
		sorted(&["1-2", "1-10", "2-1"]);
		sorted(&["3-1-201", "3-1-1202", "3-2-101", "10-1-101"]);
		sorted(&["1栋", "2栋", "１１栋", "12栋"]);
		sorted(&["一期1栋", "一期10栋", "二期1栋", "十期1栋", "十一期1栋", "二十三期", "一百零二期"]);
		sorted(&["1", "9", "A", "b", "C", "P-2", "P-10"]);
		sorted(&["007", "07", "7", "8"]);
		sorted(&["甲", "甲1"]);
	}

	#[test]
	fn long_numbers_do_not_overflow() {
		sorted(&["99999999999999999999999999", "100000000000000000000000000"]);
	}

	#[test]
	fn the_order_is_total() {
		assert_eq!(compare("1-1", "1-1"), Ordering::Equal);
		assert_eq!(compare("", "1"), Ordering::Less);
		assert_ne!(compare("一", "1"), Ordering::Equal);
	}
}
