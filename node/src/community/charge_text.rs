// SPDX-License-Identifier: GPL-3.0-or-later

//! A charge in words, English and Chinese, for README.txt.

use super::charges::NamedCharge;
use linli_primitives::{Fraction, PeriodKind, UnitKind, Utility};
use linli_runtime::genesis::Basis;

/// The decimals of a metered rate, which is in 0.001 fen; all other rates are in fen.
const METERED_DECIMALS: u32 = 5;
const FEN_DECIMALS: u32 = 2;

/// A charge as an English line: `0  Property fee: 2.80 CNY per m² and month, residential; …`.
pub fn english(id: usize, named: &NamedCharge, currency: &str) -> String {
	let charge = &named.charge;
	let (per, decimals, kinds): (_, _, &[UnitKind]) = match &charge.basis {
		Basis::PerArea { kinds } => ("m²", FEN_DECIMALS, kinds),
		Basis::PerUnit => ("unit", FEN_DECIMALS, &UnitKind::ALL),
		Basis::PerUnitOfKind { kinds } => ("unit", FEN_DECIMALS, kinds),
		Basis::Metered { kinds, utility } => (english_use(*utility), METERED_DECIMALS, kinds),
		Basis::SharedMeter { kinds, .. } => ("m³ or kWh of a shared meter", METERED_DECIMALS, kinds),
		Basis::OneOff { kinds } => ("unit, once", FEN_DECIMALS, kinds),
		// No chain spec has one.
		Basis::Single => ("bill", FEN_DECIMALS, &[]),
	};
	let period = match charge.period {
		PeriodKind::Month => "month",
		PeriodKind::Quarter => "quarter",
		PeriodKind::Year => "year",
	};
	format!(
		"  {id}  {}: {} {currency} per {per} and {period}, {}; due after {} days, {} days of grace, then {} a day up to {}\n",
		named.name,
		amount(charge.rate, decimals),
		list(kinds, english_kind, ", "),
		charge.due_days,
		charge.grace_days,
		percent(charge.late_rate),
		percent(charge.late_cap),
	)
}

/// A charge as a Chinese line: `0  物业费：每月每平方米 2.80 CNY，住宅；…`.
pub fn chinese(id: usize, named: &NamedCharge, currency: &str) -> String {
	let charge = &named.charge;
	let (per, decimals, kinds): (_, _, &[UnitKind]) = match &charge.basis {
		Basis::PerArea { kinds } => ("每平方米", FEN_DECIMALS, kinds),
		Basis::PerUnit => ("每个房屋或车位", FEN_DECIMALS, &UnitKind::ALL),
		Basis::PerUnitOfKind { kinds } => ("每个", FEN_DECIMALS, kinds),
		Basis::Metered { kinds, utility } => (chinese_use(*utility), METERED_DECIMALS, kinds),
		Basis::SharedMeter { kinds, .. } => ("公摊表每立方米或每千瓦时", METERED_DECIMALS, kinds),
		Basis::OneOff { kinds } => ("每个一次性", FEN_DECIMALS, kinds),
		Basis::Single => ("每张账单", FEN_DECIMALS, &[]),
	};
	let period = match charge.period {
		PeriodKind::Month => "每月",
		PeriodKind::Quarter => "每季度",
		PeriodKind::Year => "每年",
	};
	format!(
		"  {id}  {}：{period}{per} {} {currency}，{}；出账后 {} 日内缴纳，宽限 {} 日，之后每日按欠费的 {} 计违约金，最多为欠费的 {}\n",
		named.name,
		amount(charge.rate, decimals),
		list(kinds, chinese_kind, "、"),
		charge.due_days,
		charge.grace_days,
		percent(charge.late_rate),
		percent(charge.late_cap),
	)
}

/// What a metered rate is for, in English.
fn english_use(utility: Utility) -> &'static str {
	match utility {
		Utility::ColdWater => "m³ of cold water",
		Utility::HotWater => "m³ of hot water",
		Utility::Electricity => "kWh of electricity",
		Utility::Gas => "m³ of gas",
		Utility::Heat => "kWh of heat",
		Utility::Other => "metered unit",
	}
}

/// What a metered rate is for, in Chinese.
fn chinese_use(utility: Utility) -> &'static str {
	match utility {
		Utility::ColdWater => "每立方米冷水",
		Utility::HotWater => "每立方米热水",
		Utility::Electricity => "每千瓦时电",
		Utility::Gas => "每立方米燃气",
		Utility::Heat => "每千瓦时热量",
		Utility::Other => "每计量单位",
	}
}

/// A kind of unit in English.
pub fn english_kind(kind: UnitKind) -> &'static str {
	match kind {
		UnitKind::Residential => "residential",
		UnitKind::Commercial => "commercial",
		UnitKind::Parking => "parking",
		UnitKind::Storage => "storage",
	}
}

/// A kind of unit in Chinese.
pub fn chinese_kind(kind: UnitKind) -> &'static str {
	match kind {
		UnitKind::Residential => "住宅",
		UnitKind::Commercial => "商业用房",
		UnitKind::Parking => "车位",
		UnitKind::Storage => "储藏室",
	}
}

fn list(kinds: &[UnitKind], name: fn(UnitKind) -> &'static str, between: &str) -> String {
	kinds.iter().map(|kind| name(*kind)).collect::<Vec<_>>().join(between)
}

/// A rate in the currency. Of a metered rate, zeros after the second decimal are left out: 18.50, but 0.49375.
fn amount(rate: u64, decimals: u32) -> String {
	let power = 10u64.pow(decimals);
	let text = format!("{}.{:0width$}", rate / power, rate % power, width = decimals as usize);
	let shortest = text.len() - (decimals - FEN_DECIMALS) as usize;
	let kept = text.trim_end_matches('0').len().max(shortest);
	text[..kept].to_owned()
}

/// A fraction as a percentage, where four decimals of it are exact: 5/10000 is 0.05%.
fn percent(fraction: Fraction) -> String {
	let (numerator, denominator) = (u64::from(fraction.numerator), u64::from(fraction.denominator));
	let millionths = numerator * 1_000_000;
	if denominator == 0 || millionths % denominator != 0 {
		return format!("{numerator}/{denominator}");
	}
	let (whole, part) = (millionths / denominator / 10_000, millionths / denominator % 10_000);
	let text = format!("{whole}.{part:04}");
	format!("{}%", text.trim_end_matches('0').trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::community::charges::{self, PotNames};

	#[test]
	fn a_charge_reads_the_same_in_both_languages() {
		let pots = [PotNames { kind: "operating".into(), name: "Operating".into() }];
		let charges = charges::parse(charges::DEFAULT, &pots, &[]).unwrap();
		assert_eq!(
			english(0, &charges[0], "CNY"),
			"  0  Property fee, homes: 2.80 CNY per m² and month, residential; due after 15 days, 30 days of grace, \
			 then 0.05% a day up to 30%\n"
		);
		assert_eq!(
			chinese(0, &charges[0], "CNY"),
			"  0  Property fee, homes：每月每平方米 2.80 CNY，住宅；出账后 15 日内缴纳，宽限 30 日，之后每日按欠费的 0.05% \
			 计违约金，最多为欠费的 30%\n"
		);
	}

	#[test]
	fn a_metered_charge_says_what_is_measured() {
		let pots = [PotNames { kind: "operating".into(), name: "Operating".into() }];
		let text =
			"[[charge]]\nname = \"Hot water\"\npot = \"operating\"\nbasis = \"metered\"\nutility = \"hot-water\"\n\
			kinds = [\"residential\"]\nrate = \"18.50\"\nperiod = \"month\"\n";
		let charge = charges::parse(text, &pots, &[]).unwrap().remove(0);
		assert!(english(1, &charge, "CNY").starts_with("  1  Hot water: 18.50 CNY per m³ of hot water and month"));
		assert!(chinese(1, &charge, "CNY").starts_with("  1  Hot water：每月每立方米热水 18.50 CNY"));
	}

	#[test]
	fn a_rate_keeps_two_decimals_and_what_it_needs() {
		assert_eq!(amount(280, 2), "2.80");
		assert_eq!(amount(1_850_000, 5), "18.50");
		assert_eq!(amount(49_375, 5), "0.49375");
		assert_eq!(amount(500_000, 5), "5.00");
		assert_eq!(amount(0, 5), "0.00");
	}

	#[test]
	fn a_fraction_is_a_percentage_if_that_is_exact() {
		assert_eq!(percent(Fraction::new(5, 10_000)), "0.05%");
		assert_eq!(percent(Fraction::new(1, 1)), "100%");
		assert_eq!(percent(Fraction::new(1, 3)), "1/3");
	}
}
