// SPDX-License-Identifier: GPL-3.0-or-later

//! Tiers of a metered rate (D49): `tiers = [{ above = "15", rate = "4.20" }]`.

use super::{pick, show, Reader, METERED_PLACES};
use crate::community::{
	decimal,
	errors::ChargesError,
	locale::{either, language},
};
use linli_primitives::Fen;
use linli_runtime::genesis::{Basis, Tier, Tiers, MAX_RATE, MAX_TIERS};
use toml::{Table, Value};

/// The decimals of a use in the physical unit.
const USE_PLACES: usize = 3;

impl Reader<'_> {
	/// The tiers, lowest first; none if the file names none.
	pub(super) fn tiers(&self, basis: &Basis) -> Result<Tiers, ChargesError> {
		let Some(value) = self.table.get("tiers") else { return Ok(Tiers::default()) };
		if !matches!(basis, Basis::Metered { .. }) {
			let expected = pick("this key with basis \"metered\" only", "只有 basis 为 \"metered\" 时才有此键");
			return Err(self.error("tiers", expected));
		}
		let expected = either(
			language(),
			format!("a list of 1 to {MAX_TIERS} tiers, such as [{{ above = \"15\", rate = \"4.20\" }}]"),
			format!("1 到 {MAX_TIERS} 个阶梯的列表，如 [{{ above = \"15\", rate = \"4.20\" }}]"),
		);
		let list = value.as_array().filter(|list| !list.is_empty());
		let list = list.ok_or_else(|| self.error("tiers", expected.clone()))?;
		let mut tiers = Vec::<Tier>::new();
		for (number, value) in (1..).zip(list) {
			let table = value.as_table().ok_or_else(|| self.error("tiers", expected.clone()))?;
			let above = tiers.last().map_or(0, |tier| tier.above);
			tiers.push(self.tier(number, table, above)?);
		}
		Tiers::try_from(tiers).map_err(|_| self.error("tiers", expected))
	}

	/// One tier, which begins above the one before.
	fn tier(&self, number: usize, table: &Table, before: u64) -> Result<Tier, ChargesError> {
		if let Some(key) = table.keys().find(|key| !matches!(key.as_str(), "above" | "rate")) {
			let found = pick("a key that means nothing here", "此处没有这个键");
			return Err(self.wrong(number, key, found, pick("above, rate", "above、rate")));
		}
		let read = |key: &str, places: usize| {
			let text = table.get(key).and_then(Value::as_str)?;
			decimal::parse(text.trim(), places)
		};
		let wrong = |key: &str, expected: String| {
			let found = table.get(key).map_or_else(|| pick("nothing", "无"), show);
			self.wrong(number, key, found, expected)
		};
		let above = read("above", USE_PLACES).filter(|above| *above > before).ok_or_else(|| {
			let expected = pick(
				"the use in a month, in m³ or kWh, above which the tier begins, in quotation marks, with at most 3 decimals, \
				 and higher than that of the tier before",
				"引号中的每月用量（立方米或千瓦时），超过它即进入该阶梯；至多 3 位小数，且高于前一阶梯",
			);
			wrong("above", expected)
		})?;
		let rate = read("rate", METERED_PLACES).map(Fen::from).filter(|rate| (1..=MAX_RATE).contains(rate));
		let rate = rate.ok_or_else(|| {
			let expected = either(
				language(),
				format!("a sum above 0 in quotation marks, with at most {METERED_PLACES} decimals, such as \"4.20\""),
				format!("引号中大于 0 的金额，至多 {METERED_PLACES} 位小数，如 \"4.20\""),
			);
			wrong("rate", expected)
		})?;
		Ok(Tier { above, rate })
	}

	/// A mistake in a tier, by its number from 1.
	fn wrong(&self, number: usize, key: &str, found: String, expected: String) -> ChargesError {
		ChargesError::Key { place: self.place.clone(), key: format!("tiers.{number}.{key}"), found, expected }
	}
}
