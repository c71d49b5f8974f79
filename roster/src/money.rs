// SPDX-License-Identifier: GPL-3.0-or-later

//! Amounts of money, exactly: no floating point between the file and the chain.

use crate::{
	areas::{parts, Parts},
	text::normal,
};

/// Reads an amount in hundredths: `1,204.50`, `￥1204.5`, `１２０４．５０元`. A comma separates thousands only. `None` for
/// anything else, and for more than two decimals.
pub fn money(text: &str) -> Option<u64> {
	let text = normal(text);
	let text = text.trim_start_matches(['¥', '￥']).trim_end_matches(['元', '圆']).trim();
	let Parts { whole, decimal, .. } = parts(text)?;
	let decimals = match &decimal {
		None => "",
		Some(('.', decimals)) => decimals.as_str(),
		Some(_) => return None,
	};
	if decimals.len() > 2 {
		return None;
	}
	format!("{whole}{decimals:0<2}").parse().ok()
}

#[cfg(test)]
mod tests {
	use super::money;

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
}
