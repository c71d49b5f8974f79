// SPDX-License-Identifier: GPL-3.0-or-later

//! The discount for paying early: `discount` and `discount_days`.

use super::{fraction, pick, Reader};
use crate::community::{
	errors::ChargesError,
	locale::{either, language},
};
use linli_runtime::genesis::Discount;
use toml::Value;

impl Reader<'_> {
	/// The discount, if there is one. Its days lie within those until a bill is due.
	pub(super) fn discount(&self, due_days: u16) -> Result<Option<Discount>, ChargesError> {
		let expected = pick(
			"a percentage above 0% and below 100% in quotation marks, with at most 4 decimals, such as \"2%\"",
			"引号中大于 0%、小于 100% 的百分比，至多 4 位小数，如 \"2%\"",
		);
		let Some(text) = self.optional_text("discount", &expected)? else {
			return match self.table.contains_key("discount_days") {
				true => {
					Err(self.error("discount_days", pick("this key with `discount` only", "写了 discount 时才有此键")))
				}
				false => Ok(None),
			};
		};
		let share = fraction(text).filter(|share| (1..share.denominator).contains(&share.numerator));
		let fraction = share.ok_or_else(|| self.error("discount", expected))?;
		let days = match self.table.get("discount_days") {
			Some(Value::Integer(days)) => u16::try_from(*days).ok().filter(|days| *days <= due_days),
			_ => None,
		};
		let expected = either(
			language(),
			format!("a whole number of days from 0 to {due_days}, the days until a bill is due"),
			format!("0 到 {due_days}（账单到期的天数）的整数天数"),
		);
		let days = days.ok_or_else(|| self.error("discount_days", expected))?;
		Ok(Some(Discount { fraction, days }))
	}
}
