// SPDX-License-Identifier: GPL-3.0-or-later

//! Shared meters (D49): `basis = "shared-meter"` with `meter`, the number of a meter of a common part, and `by`.

use super::{one_of, pick, Reader};
use crate::community::{
	errors::ChargesError,
	locale::{either, language},
};
use linli_primitives::{MeterId, Utility};
use linli_roster::look;
use linli_runtime::genesis::SharedBy;
use toml::Value;

/// A meter of a common part.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CommonMeter {
	/// Its number in the office's list.
	pub number: String,
	/// What it measures.
	pub utility: Utility,
	/// Its id on chain.
	pub id: MeterId,
}

impl Reader<'_> {
	/// The meter that the charge bills; `None` if it is by no shared meter.
	pub(super) fn meter(&self, known: Option<&[CommonMeter]>) -> Result<Option<CommonMeter>, ChargesError> {
		if self.table.get("basis").and_then(Value::as_str).map(str::trim) != Some("shared-meter") {
			let given = ["meter", "by"].into_iter().find(|key| self.table.contains_key(*key));
			let expected =
				|| pick("this key with basis \"shared-meter\" only", "只有 basis 为 \"shared-meter\" 时才有此键");
			return given.map_or(Ok(None), |key| Err(self.error(key, expected())));
		}
		let numbers: Vec<_> = known.unwrap_or_default().iter().map(|meter| meter.number.as_str()).collect();
		let expected = match numbers.as_slice() {
			[] => pick(
				"the number of a meter of a common part, in the file that `meters` in [opening] names",
				"公共部位的一块表的表号，该表列在 [opening] 的 meters 所指的文件中",
			),
			numbers => either(
				language(),
				format!("the number of a meter of a common part: {}", numbers.join(", ")),
				format!("公共部位的表号：{}", numbers.join("、")),
			),
		};
		let number = self.text("meter", &expected)?;
		let Some(known) = known else {
			// The list of meters has mistakes of its own.
			return Ok(Some(CommonMeter { number: number.into(), utility: Utility::Other, id: 0 }));
		};
		let meter = known.iter().find(|meter| look(&meter.number) == look(number));
		meter.cloned().map(Some).ok_or_else(|| self.error("meter", expected))
	}

	/// How the cost is apportioned.
	pub(super) fn shared_by(&self) -> Result<SharedBy, ChargesError> {
		let expected = one_of("area, unit");
		match self.text("by", &expected)? {
			"area" => Ok(SharedBy::Area),
			"unit" => Ok(SharedBy::Unit),
			_ => Err(self.error("by", expected)),
		}
	}
}
