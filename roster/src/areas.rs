// SPDX-License-Identifier: GPL-3.0-or-later

//! Areas, exactly: no floating point between the file and the chain.

use crate::{model::MAX_AREA, report::AreaFault};

/// How the areas of a roster are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Writing {
	/// How many have a decimal comma for certain.
	comma: usize,
	/// How many have a decimal point for certain.
	point: usize,
}

/// An area, and what was unusual about how it is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Area {
	/// In 0.01 m².
	pub hundredths: u64,
	/// Whether its comma was a decimal comma.
	pub decimal_comma: bool,
	/// Whether its thousands were separated.
	pub thousands: bool,
}

impl Writing {
	/// Learns from the areas of a roster.
	pub fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
		let mut writing = Self::default();
		for text in texts {
			match parts(bare(text)) {
				Some(Parts { decimal: Some((',', _)), .. }) => writing.comma = writing.comma.saturating_add(1),
				Some(Parts { decimal: Some(_), .. }) => writing.point = writing.point.saturating_add(1),
				_ => (),
			}
		}
		writing
	}

	/// Reads an area as written, with or without its unit.
	pub fn read(self, text: &str) -> Result<Area, AreaFault> {
		let Parts { whole, decimal, thousands } = parts(bare(text)).ok_or(AreaFault::Form)?;
		let decimals = decimal.as_ref().map_or("", |(_, decimals)| decimals);
		let decimal_comma = matches!(decimal, Some((',', _)));
		// What most rows have counts. Three digits after a single comma are thousands, unless commas are decimal here.
		let commas = self.comma > self.point;
		let wrong = match decimal {
			Some((',', _)) => !commas,
			Some(_) => commas,
			None => commas && thousands == Some(','),
		};
		if wrong {
			return Err(AreaFault::Comma);
		}
		if decimals.len() > 2 {
			return Err(AreaFault::Form);
		}
		let hundredths: u64 = format!("{whole}{decimals:0<2}").parse().map_err(|_| AreaFault::Form)?;
		if !(1..=MAX_AREA).contains(&hundredths) {
			return Err(AreaFault::Form);
		}
		Ok(Area { hundredths, decimal_comma, thousands: thousands.is_some() })
	}
}

/// The text without the unit behind it.
fn bare(text: &str) -> &str {
	const UNITS: [&str; 10] =
		["m2", "M2", "平方米", "平方", "平米", "sqm", "sq m", "sq.m.", "square metres", "square meters"];
	let text = text.trim();
	UNITS.iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text).trim_end()
}

/// The digits of a number, with the sign before its decimals and the sign between its thousands.
pub(crate) struct Parts {
	pub whole: String,
	pub decimal: Option<(char, String)>,
	pub thousands: Option<char>,
}

/// Reads the parts of a number; `None` if it is none.
pub(crate) fn parts(text: &str) -> Option<Parts> {
	let sign = |c: char| matches!(c, '.' | ',');
	let gap = |c: char| matches!(c, ' ' | '\'' | '’');
	if !text.chars().all(|c| c.is_ascii_digit() || sign(c) || gap(c)) {
		return None;
	}
	let last = text.char_indices().rfind(|(_, c)| sign(*c));
	let decimal = last.filter(|(at, c)| {
		let others = text.matches(*c).count();
		let behind = text.len().saturating_sub(at.saturating_add(1));
		others == 1 && (*c == '.' || behind != 3 || text.matches('.').count() > 0)
	});
	let (whole, decimal) = match decimal {
		Some((at, c)) => (text.get(..at)?, Some((c, text.get(at.checked_add(1)?..)?.to_owned()))),
		None => (text, None),
	};
	if let Some((_, decimals)) = &decimal {
		if decimals.is_empty() || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
			return None;
		}
	}
	let thousands = whole.chars().find(|c| !c.is_ascii_digit());
	if let Some(separator) = thousands {
		let groups: Vec<&str> = whole.split(separator).collect();
		let (first, rest) = groups.split_first()?;
		let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
		let proper = (1..=3).contains(&first.len())
			&& digits(first)
			&& rest.iter().all(|group| group.len() == 3 && digits(group));
		if !proper || decimal.as_ref().is_some_and(|(c, _)| *c == separator) {
			return None;
		}
	}
	let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
	(!whole.is_empty()).then_some(Parts { whole, decimal, thousands })
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn read(text: &str) -> Result<u64, AreaFault> {
		Writing::of([text].into_iter()).read(text).map(|area| area.hundredths)
	}

	#[test]
	fn as_offices_write_them() {
		for (text, area) in [
			("98.03", 9_803),
			("98", 9_800),
			("98.3", 9_830),
			("0.01", 1),
			("98.03m2", 9_803),
			("98.03 平方米", 9_803),
			("1,204.50", 120_450),
			("1,204", 120_400),
			("1 204,5", 120_450),
			("1.204,50", 120_450),
			("1'204.50", 120_450),
			("98,03", 9_803),
			("1,000,000", 100_000_000),
			("1000000.00", 100_000_000),
		] {
			assert_eq!(read(text), Ok(area), "{text}");
		}
	}

	#[test]
	fn what_is_no_area() {
		for text in [
			"",
			"-98.03",
			"0",
			"0.00",
			"98.035",
			"98.030",
			"abc",
			"1e2",
			"1000000.01",
			"98.",
			".5",
			"∞",
			"NaN",
			"12,04.5",
			"1,2,3",
			"98..3",
			"98,,3",
			"1,204,5",
			"1.2.3",
			"98.03000000000001",
			"99999999999999999999999999",
		] {
			assert_eq!(read(text), Err(AreaFault::Form), "{text}");
		}
	}

	#[test]
	fn commas_that_cannot_be_told() {
		let read = |texts: &[&str], text| Writing::of(texts.iter().copied()).read(text).map(|area| area.hundredths);
		assert_eq!(read(&["98,03", "1,204"], "1,204"), Err(AreaFault::Comma));
		assert_eq!(read(&["98.03", "98,03"], "98,03"), Err(AreaFault::Comma));
		assert_eq!(read(&["98,03", "97,11", "1.204"], "1.204"), Err(AreaFault::Comma));
		assert_eq!(read(&["98,03", "97,11", "96.5"], "98,03"), Ok(9_803));
		assert_eq!(read(&["98.03", "1,204"], "1,204"), Ok(120_400));
	}

	proptest! {
		#[test]
		fn every_area_is_read_as_it_is_written(area in 1..=MAX_AREA) {
			let text = format!("{}.{:02}", area / 100, area % 100);
			prop_assert_eq!(read(&text), Ok(area));
			prop_assert_eq!(read(&text.replace('.', ",")), Ok(area));
			// As a spreadsheet keeps it: a binary fraction, shown as its shortest decimal.
			let number: f64 = text.parse().unwrap();
			prop_assert_eq!(read(&number.to_string()), Ok(area));
		}
	}
}
