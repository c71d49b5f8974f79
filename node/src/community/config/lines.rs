// SPDX-License-Identifier: GPL-3.0-or-later

//! Where a key stands in a TOML file.

use toml::de::{DeTable, DeValue};

/// The line, from 1, of a key such as `parameters.ordinary.notice_days` or `keys.validators.0`. `None` if the file has
/// no such key or cannot be read.
pub fn of(text: &str, key: &str) -> Option<usize> {
	let table = DeTable::parse(text).ok()?;
	let mut parts = key.split('.');
	let first = parts.next()?;
	let (mut at, mut value) = table
		.get_ref()
		.iter()
		.find(|(name, _)| name.get_ref() == first)
		.map(|(name, value)| (name.span().start, value))?;
	for part in parts {
		(at, value) = match value.get_ref() {
			DeValue::Table(table) => {
				table.iter().find(|(name, _)| name.get_ref() == part).map(|(name, value)| (name.span().start, value))?
			}
			DeValue::Array(list) => {
				part.parse::<usize>().ok().and_then(|place| list.get(place)).map(|value| (value.span().start, value))?
			}
			_ => return None,
		};
	}
	Some(line_at(text, at))
}

/// The line, from 1, of a place in a text.
pub fn line_at(text: &str, at: usize) -> usize {
	text.get(..at).unwrap_or(text).matches('\n').count() + 1
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn keys_are_found() {
		let text = "# 云溪\nname = \"云溪\"\n\n[parameters.ordinary]\nnotice_days = 3\n\n[keys]\nvalidators = [\n  \"a\",\n  \"b\",\n]\n\n[[pot]]\nname = \"x\"\n[[pot]]\nname = \"y\"\n";
		for (key, line) in [
			("name", 2),
			("parameters.ordinary.notice_days", 5),
			("keys.validators.0", 9),
			("keys.validators.1", 10),
			("pot.1.name", 16),
		] {
			assert_eq!(of(text, key), Some(line), "{key}");
		}
		for key in ["nothing", "name.more", "parameters.major", "keys.validators.2", "keys.validators.x"] {
			assert_eq!(of(text, key), None, "{key}");
		}
		assert_eq!(of("[", "name"), None);
	}
}
