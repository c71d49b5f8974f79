// SPDX-License-Identifier: GPL-3.0-or-later

//! The lists of an opening: their columns, and how a cell of them is read. Every mistake says where it is.

use crate::community::report::money::decimal;
use chrono::NaiveDate;
use linli_primitives::{BankId, Fen, Period, Utility};
use linli_roster::{decimal as number, look, money, normal, Language, ListColumn, ListRow, Roster};
use std::{collections::HashMap, ops::RangeInclusive};

/// A column that a list cannot do without.
const fn needed(headers: &'static [&'static str]) -> ListColumn {
	ListColumn { headers, required: true }
}

/// A column that may be missing.
const fn possible(headers: &'static [&'static str]) -> ListColumn {
	ListColumn { headers, required: false }
}

const UNIT: ListColumn = needed(&["unit", "door", "door number", "房号", "室号", "门牌号", "房间号", "房屋"]);
const BUILDING: ListColumn = possible(&["building", "楼栋", "楼号", "栋号", "幢号", "楼幢", "栋", "幢"]);
const ENTRANCE: ListColumn = possible(&["entrance", "单元", "单元号"]);
const AMOUNT: ListColumn = needed(&["amount", "balance", "金额", "余额", "期初余额", "账面余额", "结余"]);
const REFERENCE: ListColumn =
	needed(&["bank reference", "reference", "银行流水号", "流水号", "银行凭证号", "凭证号", "回单号"]);

/// Where the columns that name a unit stand in every list of units.
pub const UNIT_AT: [usize; 3] = [0, 1, 2];

/// The balances of the pots: pot, amount, bank reference, bank account.
pub const POTS: [ListColumn; 4] = [
	needed(&["pot", "fund", "专项账目", "账目", "资金", "账户", "科目"]),
	AMOUNT,
	REFERENCE,
	possible(&["bank account", "银行账户", "银行账户编号", "账户编号"]),
];

/// The community's bank accounts: number, bank and account number, balance of the statement, document.
pub const BANKS: [ListColumn; 4] = [
	needed(&["bank account", "number", "no", "银行账户", "银行账户编号", "账户编号", "编号"]),
	needed(&["name", "bank", "bank and account number", "开户行及账号", "开户行和账号", "账号", "户名"]),
	needed(&["balance", "statement balance", "对账单余额", "账户余额", "余额"]),
	possible(&["document", "公示文件", "文件"]),
];

/// The shares in the repair pot: unit, building, entrance, amount.
pub const SHARES: [ListColumn; 4] = [UNIT, BUILDING, ENTRANCE, AMOUNT];

/// What was prepaid: unit, building, entrance, amount, bank reference.
pub const PREPAYMENTS: [ListColumn; 5] = [
	UNIT,
	BUILDING,
	ENTRANCE,
	needed(&["amount", "balance", "prepaid", "预存", "预存款", "预交", "预缴", "预存余额", "余额", "金额"]),
	REFERENCE,
];

/// The bills that are not paid: unit, building, entrance, charge, period, amount, paid so far, late fee, issued, due.
pub const ARREARS: [ListColumn; 10] = [
	UNIT,
	BUILDING,
	ENTRANCE,
	needed(&["charge", "收费项目", "项目", "费用项目", "费项"]),
	needed(&["period", "month", "账期", "所属期", "费用期间", "月份", "期间"]),
	needed(&["amount", "billed", "应收", "应收金额", "应缴", "应缴金额", "金额"]),
	possible(&["paid", "paid so far", "已收", "已收金额", "已缴", "已缴金额", "实收"]),
	possible(&["late fee", "late", "违约金", "滞纳金"]),
	possible(&["issued", "billed on", "出账日", "出账日期", "账单日"]),
	needed(&["due", "due date", "到期日", "应缴日期", "缴费截止日", "截止日期", "最后缴费日"]),
];

/// The meters with their base lines: unit or common part, building, entrance, utility, meter number, digits,
/// multiplier, reading, date, the most that can be used in a day, main meter.
pub const METERS: [ListColumn; 11] = [
	needed(&["unit", "door", "door number", "place", "房号", "室号", "门牌号", "房间号", "房屋", "位置"]),
	BUILDING,
	ENTRANCE,
	needed(&["utility", "measures", "meter type", "表类", "表类型", "表种", "计量类别", "能源类型"]),
	needed(&["meter number", "meter no", "meter", "serial number", "表号", "表具编号", "表计编号", "水表号", "电表号"]),
	needed(&["digits", "dial digits", "位数", "表盘位数", "整数位数"]),
	possible(&["multiplier", "ratio", "倍率", "互感器倍率", "变比"]),
	needed(&["reading", "opening reading", "base line", "读数", "期初读数", "底数", "表底数", "止码"]),
	needed(&["date", "reading date", "read on", "抄表日期", "读数日期", "日期"]),
	possible(&["most a day", "daily limit", "每日上限", "日用量上限", "合理上限"]),
	possible(&["main meter", "below", "总表号", "上级表号", "上级总表"]),
];

/// Words for a common part in place of a unit.
const COMMON: [&str; 10] =
	["common", "common part", "common parts", "公共", "公共部位", "公用", "共用", "共用部位", "公区", "公共区域"];

/// Words for what a meter measures.
const UTILITIES: [(Utility, &[&str]); 6] = [
	(Utility::ColdWater, &["cold water", "water", "冷水", "水", "自来水", "冷水表", "水表"]),
	(Utility::HotWater, &["hot water", "热水", "生活热水", "热水表"]),
	(Utility::Electricity, &["electricity", "electric", "power", "电", "用电", "电力", "电表"]),
	(Utility::Gas, &["gas", "燃气", "天然气", "煤气", "燃气表"]),
	(Utility::Heat, &["heat", "heating", "热", "热量", "热力", "供暖", "供热", "暖气", "热量表"]),
	(Utility::Other, &["other", "其他"]),
];

/// A word as it is compared: without case, spaces and dashes.
fn word(text: &str) -> String {
	look(text).replace(['-', '_'], "")
}

/// Whether a text stands for a common part.
pub fn is_common(text: &str) -> bool {
	let found = word(text);
	COMMON.iter().any(|known| word(known) == found)
}

/// The units of a roster by how their labels look.
pub struct Labels(HashMap<String, usize>);

impl Labels {
	/// The labels of a roster.
	pub fn of(roster: &Roster) -> Self {
		Self(roster.units.iter().enumerate().map(|(at, unit)| (look(&unit.label), at)).collect())
	}

	/// The unit of that label, or of the door number with entrance and building before it, as the roster has it where
	/// door numbers repeat.
	pub fn find(&self, [unit, building, entrance]: [&str; 3]) -> Option<usize> {
		let joined = |parts: &[&str]| {
			let mut label = String::new();
			for part in parts.iter().filter(|part| !part.is_empty()) {
				if label.ends_with(|c: char| c.is_ascii_alphanumeric()) {
					label.push('-');
				}
				label.push_str(part);
			}
			look(&label)
		};
		let forms = [joined(&[building, entrance, unit]), joined(&[building, unit]), joined(&[unit])];
		forms.iter().find_map(|form| self.0.get(form)).copied()
	}
}

/// A row that is being read, and what is wrong in its file.
pub struct Reader<'a> {
	/// The row.
	pub row: &'a ListRow,
	/// The mistakes so far.
	pub faults: &'a mut Vec<String>,
	/// The language of the mistakes.
	pub language: Language,
}

impl Reader<'_> {
	/// Notes that a cell is wrong.
	pub fn wrong(&mut self, column: usize, english: &str, chinese: &str) {
		let (place, found) = (self.row.place(column).text(self.language), self.row.text(column));
		self.faults.push(match self.language {
			Language::English => format!("{place}: found {found:?}; expected {english}"),
			Language::Chinese => format!("{place}：内容为 {found:?}；应为：{chinese}"),
		});
	}

	/// The unit that a row names, as a position in the roster.
	pub fn unit(&mut self, labels: &Labels) -> Option<usize> {
		let unit = labels.find(UNIT_AT.map(|column| self.row.text(column)));
		if unit.is_none() {
			self.wrong(UNIT_AT[0], "a unit as the roster has it", "名册中的房号");
		}
		unit
	}

	/// A text of at least one and at most `most` characters.
	pub fn text(&mut self, column: usize, most: usize, english: &str, chinese: &str) -> Option<String> {
		let text = self.row.text(column);
		if (1..=most).contains(&text.chars().count()) {
			return Some(text.to_owned());
		}
		let (english, chinese) =
			(format!("{english}, of 1 to {most} characters"), format!("{chinese}，1 到 {most} 个字符"));
		self.wrong(column, &english, &chinese);
		None
	}

	/// An amount in fen.
	pub fn money(&mut self, column: usize) -> Option<u64> {
		let amount = money(self.row.text(column));
		if amount.is_none() {
			let expected = "an amount with at most two decimals, not below zero, such as 1,204.50";
			self.wrong(column, expected, "不小于零、至多两位小数的金额，如 1,204.50");
		}
		amount
	}

	/// An amount in fen, which can be below zero: `-12.00`.
	pub fn signed_money(&mut self, column: usize) -> Option<i64> {
		let text = normal(self.row.text(column));
		let unsigned = text.strip_prefix(['-', '\u{2212}', '\u{2013}']);
		let amount = money(unsigned.unwrap_or(&text)).and_then(|amount| i64::try_from(amount).ok());
		let amount = amount.and_then(|amount| if unsigned.is_some() { amount.checked_neg() } else { Some(amount) });
		if amount.is_none() {
			let expected = "an amount with at most two decimals, such as 1,204.50, or -1,204.50 if it is overdrawn";
			self.wrong(column, expected, "至多两位小数的金额，如 1,204.50；透支的写 -1,204.50");
		}
		amount
	}

	/// An amount in fen; zero if nothing stands there.
	pub fn money_if_any(&mut self, column: usize) -> Option<u64> {
		match self.row.text(column).is_empty() {
			true => Some(0),
			false => self.money(column),
		}
	}

	/// A whole number within bounds.
	pub fn whole(&mut self, column: usize, bounds: RangeInclusive<u64>) -> Option<u64> {
		let found = number(self.row.text(column), 0).filter(|number| bounds.contains(number));
		if found.is_none() {
			let (from, to) = (bounds.start(), bounds.end());
			let english = format!("a whole number from {from} to {to}");
			self.wrong(column, &english, &format!("{from} 到 {to} 的整数"));
		}
		found
	}

	/// The number of one of the community's bank accounts.
	pub fn bank(&mut self, column: usize) -> Option<BankId> {
		self.whole(column, 0..=BankId::MAX.into()).and_then(|bank| BankId::try_from(bank).ok())
	}

	/// What a dial shows, in thousandths of the physical unit.
	pub fn dial(&mut self, column: usize) -> Option<u64> {
		let found = number(self.row.text(column), 3);
		if found.is_none() {
			let english = "what the dial shows, with at most three decimals, such as 812.3";
			self.wrong(column, english, "表盘上的数字，至多三位小数，如 812.3");
		}
		found
	}

	/// What a meter measures.
	pub fn utility(&mut self, column: usize) -> Option<Utility> {
		let found = word(self.row.text(column));
		let is_it = |words: &[&str]| words.iter().any(|known| word(known) == found);
		let utility = UTILITIES.iter().find(|(_, words)| is_it(words)).map(|(utility, _)| *utility);
		if utility.is_none() {
			let english = "one of cold water, hot water, electricity, gas, heat, other";
			self.wrong(column, english, "冷水、热水、电、燃气、热量、其他 之一");
		}
		utility
	}

	/// A bank reference, as the chain takes it.
	pub fn reference(&mut self, column: usize) -> Option<String> {
		let text = self.row.text(column);
		let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./:".contains(&byte);
		if !text.is_empty() && text.len() <= MAX_REFERENCE && text.bytes().all(allowed) {
			return Some(text.to_owned());
		}
		let english = "the bank's reference: 1 to 64 letters, digits and - _ . / :";
		self.wrong(column, english, "银行流水号：1 到 64 个字母、数字或 - _ . / :");
		None
	}

	/// A day.
	pub fn day(&mut self, column: usize) -> Option<NaiveDate> {
		let day = day(self.row.text(column));
		if day.is_none() {
			self.wrong(column, "a day, such as 2026-09-30", "日期，如 2026-09-30");
		}
		day
	}

	/// The month in which a period begins.
	pub fn period(&mut self, column: usize) -> Option<Period> {
		let period = period(self.row.text(column));
		if period.is_none() {
			self.wrong(column, "the month in which the period begins, such as 2026-09", "周期开始的月份，如 2026-09");
		}
		period
	}
}

/// The longest bank reference taken here, in characters.
const MAX_REFERENCE: usize = 64;

/// Numbers between other characters: `2026年9月` is 2026 and 9.
fn numbers(text: &str) -> Option<Vec<u32>> {
	let separates = |c: char| matches!(c, '-' | '/' | '.' | '年' | '月' | '日');
	text.trim().split(separates).filter(|part| !part.is_empty()).map(|part| part.trim().parse().ok()).collect()
}

/// Reads `2026-09-30`, `2026/9/30` or `2026年9月30日`.
pub fn day(text: &str) -> Option<NaiveDate> {
	match numbers(text)?.as_slice() {
		[year, month, day] if (1970..=9998).contains(year) => {
			NaiveDate::from_ymd_opt(i32::try_from(*year).ok()?, *month, *day)
		}
		_ => None,
	}
}

/// Reads `2026-09`, `2026年9月`, or the first day of a month, which spreadsheets make of it.
fn period(text: &str) -> Option<Period> {
	// A spreadsheet shows 2026.10 as 2026.1, which would be another month.
	if text.contains('.') {
		return None;
	}
	match numbers(text)?.as_slice() {
		[year, month] | [year, month, 1] if (1970..=9998).contains(year) && (1..=12).contains(month) => {
			Some(Period { year: u16::try_from(*year).ok()?, month: u8::try_from(*month).ok()? })
		}
		_ => None,
	}
}

/// Fen as people read them.
pub fn shown(amount: u64) -> String {
	decimal(Fen::from(amount))
}

/// Fen as people read them, which can be below zero.
pub fn shown_signed(amount: i64) -> String {
	let sign = if amount < 0 { "-" } else { "" };
	format!("{sign}{}", shown(amount.unsigned_abs()))
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::community::roster;

	#[test]
	fn days_and_periods_as_offices_write_them() {
		for text in ["2026-09-30", "2026/9/30", "2026年9月30日", "2026.09.30"] {
			assert_eq!(day(text), NaiveDate::from_ymd_opt(2026, 9, 30), "{text}");
		}
		for text in ["", "2026-09", "2026-02-30", "30/9/2026", "September", "2026-9-x"] {
			assert_eq!(day(text), None, "{text}");
		}
		for text in ["2026-09", "2026/9", "2026年9月", "2026-09-01"] {
			assert_eq!(period(text), Some(Period { year: 2026, month: 9 }), "{text}");
		}
		for text in ["", "2026", "2026-13", "2026-09-02", "9-2026", "2026.1"] {
			assert_eq!(period(text), None, "{text}");
		}
	}

	#[test]
	fn units_are_found_as_the_roster_has_them() {
		let csv = "unit,building,kind,area_m2,owner,owner_kind\n101,1,residential,90,O1,person\n101,2,residential,90,O2,person\n\
			P 1,2,parking,12,O2,person\n";
		let labels = Labels::of(&roster::parse(csv.as_bytes()).unwrap());
		assert_eq!(labels.find(["1-101", "", ""]), Some(0));
		assert_eq!(labels.find(["101", "2", ""]), Some(1));
		assert_eq!(labels.find(["101", "", ""]), None);
		assert_eq!(labels.find(["101", "3", ""]), None);
	}
}
