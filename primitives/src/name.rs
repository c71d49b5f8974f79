// SPDX-License-Identifier: Apache-2.0

//! Public names: of pots, of lines of a budget. Never of people.

/// Whether `name` is readable: UTF-8, not blank, without control characters.
pub fn is_readable(name: &[u8]) -> bool {
	core::str::from_utf8(name).is_ok_and(|text| !text.trim().is_empty() && !text.chars().any(char::is_control))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn names_are_readable_text() {
		assert!(is_readable("电梯更新".as_bytes()) && is_readable(b"Lift 2"));
		for name in [&b""[..], b" \t ", b"Lift\n", b"Lift\0", b"\xff\xfe"] {
			assert!(!is_readable(name), "{name:?}");
		}
	}
}
