// SPDX-License-Identifier: GPL-3.0-or-later

//! Amounts of money and other numbers, exactly: no floating point between the file and the chain.

use crate::{
	areas::{parts, Parts},
	text::normal,
};

/// Reads an amount in hundredths: `1,204.50`, `￥1204.5`, `１２０４．５０元`. A comma separates thousands only. `None` for
/// anything else, and for more than two decimals.
pub fn money(text: &str) -> Option<u64> {
	let text = normal(text);
	decimal(text.trim_start_matches(['¥', '￥']).trim_end_matches(['元', '圆']), 2)
}

/// Reads a number that is not below zero and has at most so many decimals, in units of the last of them: with three
/// places, `1,204.5` is 1204500. A comma separates thousands only. `None` for anything else.
pub fn decimal(text: &str, places: usize) -> Option<u64> {
	let text = normal(text);
	let Parts { whole, decimal, .. } = parts(&text)?;
	let decimals = match &decimal {
		None => "",
		Some(('.', decimals)) => decimals.as_str(),
		Some(_) => return None,
	};
	if decimals.len() > places {
		return None;
	}
	format!("{whole}{decimals:0<places$}").parse().ok()
}

#[cfg(test)]
mod tests {
	use super::{decimal, money};

	#[test]
	fn as_offices_write_them() {
		for (text, amount) in [
			("0", 0),
			("1204.5", 120_450),
			("1,204.50", 120_450),
			("1,204", 120_400),
			("￥1,204.50", 120_450),
			("１２０４．５０元", 120_450),
			(" 12.00 ", 1_200),
		] {
			assert_eq!(money(text), Some(amount), "{text}");
		}
	}

	#[test]
	fn what_is_no_amount() {
		for text in ["", "-1", "12.345", "12,5", "1,20,4", "abc", "1e3", "元", "(12.00)"] {
			assert_eq!(money(text), None, "{text}");
		}
	}
	#[test]
	fn numbers_with_other_decimals() {
		for (text, places, number) in [
			("812.345", 3, 812_345),
			("812.3", 3, 812_300),
			("１,812", 3, 1_812_000),
			("5", 0, 5),
			(" 40 ", 0, 40),
			("0.000", 3, 0),
		] {
			assert_eq!(decimal(text, places), Some(number), "{text}");
		}
		for (text, places) in [("812.3456", 3), ("5.0", 0), ("-5", 0), ("", 3), ("5 m3", 3), ("￥5", 2)] {
			assert_eq!(decimal(text, places), None, "{text}");
		}
	}
}
