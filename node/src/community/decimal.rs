// SPDX-License-Identifier: GPL-3.0-or-later

//! Exact parsing of decimal numbers: no floating point is used for money or area.

/// Reads `98.03` as `9803` with `places` = 2: digits, then at most `places` decimals after a point. No sign, no
/// exponent, no spaces, no thousands separators. `None` for anything else, and on overflow.
pub fn parse(text: &str, places: usize) -> Option<u64> {
	let (whole, decimals) = match text.split_once('.') {
		Some((_, "")) => return None,
		Some(parts) => parts,
		None => (text, ""),
	};
	let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
	if whole.is_empty() || !digits(whole) || !digits(decimals) || decimals.len() > places {
		return None;
	}
	format!("{whole}{decimals:0<places$}").parse().ok()
}

#[cfg(test)]
mod tests {
	use super::parse;

	#[test]
	fn exact() {
		assert_eq!(parse("98.03", 2), Some(9_803));
		assert_eq!(parse("98.3", 2), Some(9_830));
		assert_eq!(parse("98", 2), Some(9_800));
		assert_eq!(parse("0.1", 2), Some(10));
		assert_eq!(parse("007.00", 2), Some(700));
		assert_eq!(parse("0.05", 4), Some(500));
		assert_eq!(parse("12", 0), Some(12));
	}

	#[test]
	fn nothing_but_digits_and_a_point() {
		for text in ["", ".", "1.", ".5", "-1", "+1", "1e3", "1,5", "1 ", " 1", "1.234", "1.2.3", "１２", "NaN", "1_0"]
		{
			assert_eq!(parse(text, 2), None, "{text:?}");
		}
	}

	#[test]
	fn too_large() {
		assert_eq!(parse("184467440737095516.15", 2), Some(u64::MAX));
		assert_eq!(parse("184467440737095516.16", 2), None);
		assert_eq!(parse("99999999999999999999999999", 2), None);
	}
}
