// SPDX-License-Identifier: GPL-3.0-or-later

//! A charge in words, English and Chinese, for README.txt and `check --config`.

use super::charges::NamedCharge;
use linli_primitives::{Fen, Fraction, PeriodKind, UnitKind, Utility};
use linli_roster::Language;
use linli_runtime::genesis::{Basis, SharedBy};

/// The decimals of a metered rate, which is in 0.001 fen; all other rates are in fen.
const METERED_DECIMALS: u32 = 5;
const FEN_DECIMALS: u32 = 2;

/// A charge as an English line: `0  Property fee: 2.80 CNY per m² and month, residential; …`.
pub fn english(id: usize, named: &NamedCharge, currency: &str) -> String {
	let charge = &named.charge;
	let (per, decimals, kinds): (String, _, &[UnitKind]) = match &charge.basis {
		Basis::PerArea { kinds } => ("m²".into(), FEN_DECIMALS, kinds),
		Basis::PerUnit => ("unit".into(), FEN_DECIMALS, &UnitKind::ALL),
		Basis::PerUnitOfKind { kinds } => ("unit".into(), FEN_DECIMALS, kinds),
		Basis::Metered { kinds, utility } => (english_use(*utility), METERED_DECIMALS, kinds),
		Basis::SharedMeter { kinds, .. } => {
			let per = match &named.meter {
				Some(meter) => format!("{} of the shared meter {}", english_use(meter.utility), meter.number),
				None => "m³ or kWh of a shared meter".into(),
			};
			(per, METERED_DECIMALS, kinds)
		}
		Basis::OneOff { kinds } => ("unit, once".into(), FEN_DECIMALS, kinds),
		// No chain spec has one.
		Basis::Single => ("bill".into(), FEN_DECIMALS, &[]),
	};
	let period = match charge.period {
		PeriodKind::Month => "month",
		PeriodKind::Quarter => "quarter",
		PeriodKind::Year => "year",
	};
	format!(
		"  {id}  {}: {} {currency} per {per} and {period}, {}; due after {} days, {} days of grace, then {} a day up to {}{}\n",
		named.name,
		amount(charge.rate, decimals),
		list(kinds, english_kind, ", "),
		charge.due_days,
		charge.grace_days,
		percent(charge.late_rate),
		percent(charge.late_cap),
		english_besides(named),
	)
}

/// A charge as a Chinese line: `0  物业费：每月每平方米 2.80 CNY，住宅；…`.
pub fn chinese(id: usize, named: &NamedCharge, currency: &str) -> String {
	let charge = &named.charge;
	let (per, decimals, kinds): (String, _, &[UnitKind]) = match &charge.basis {
		Basis::PerArea { kinds } => ("每平方米".into(), FEN_DECIMALS, kinds),
		Basis::PerUnit => ("每个房屋或车位".into(), FEN_DECIMALS, &UnitKind::ALL),
		Basis::PerUnitOfKind { kinds } => ("每个".into(), FEN_DECIMALS, kinds),
		Basis::Metered { kinds, utility } => (chinese_use(*utility), METERED_DECIMALS, kinds),
		Basis::SharedMeter { kinds, .. } => {
			let per = match &named.meter {
				Some(meter) => format!("公摊表 {} {}", meter.number, chinese_use(meter.utility)),
				None => "公摊表每立方米或每千瓦时".into(),
			};
			(per, METERED_DECIMALS, kinds)
		}
		Basis::OneOff { kinds } => ("每个一次性".into(), FEN_DECIMALS, kinds),
		Basis::Single => ("每张账单".into(), FEN_DECIMALS, &[]),
	};
	let period = match charge.period {
		PeriodKind::Month => "每月",
		PeriodKind::Quarter => "每季度",
		PeriodKind::Year => "每年",
	};
	format!(
		"  {id}  {}：{period}{per} {} {currency}，{}；出账后 {} 日内缴纳，宽限 {} 日，之后每日按欠费的 {} 计违约金，最多为欠费的 {}{}\n",
		named.name,
		amount(charge.rate, decimals),
		list(kinds, chinese_kind, "、"),
		charge.due_days,
		charge.grace_days,
		percent(charge.late_rate),
		percent(charge.late_cap),
		chinese_besides(named),
	)
}

/// What a charge has besides, in English: how a shared cost is apportioned, tiers, a discount.
fn english_besides(named: &NamedCharge) -> String {
	let charge = &named.charge;
	let mut besides = String::new();
	if let Basis::SharedMeter { by, .. } = charge.basis {
		besides += match by {
			SharedBy::Area => "; apportioned by area",
			SharedBy::Unit => "; apportioned equally, unit by unit",
		};
	}
	if let Basis::Metered { utility, .. } = charge.basis {
		for tier in &charge.tiers {
			let (above, rate) = (quantity(tier.above), tier_rate(tier.rate));
			let measure = physical_unit(utility).map_or(String::new(), |[unit, _]| format!(" {unit}"));
			besides += &format!("; what is used in a month beyond {above}{measure}: {rate}");
		}
	}
	if let Some(discount) = charge.discount {
		let (share, days) = (percent(discount.fraction), discount.days);
		besides += &format!("; {share} less if paid in full within {days} days of issue");
	}
	besides
}

/// The same in Chinese.
fn chinese_besides(named: &NamedCharge) -> String {
	let charge = &named.charge;
	let mut besides = String::new();
	if let Basis::SharedMeter { by, .. } = charge.basis {
		besides += match by {
			SharedBy::Area => "；按面积分摊",
			SharedBy::Unit => "；按户平均分摊",
		};
	}
	if let Basis::Metered { utility, .. } = charge.basis {
		for tier in &charge.tiers {
			let (above, rate) = (quantity(tier.above), tier_rate(tier.rate));
			let measure = physical_unit(utility).map_or(String::new(), |[_, unit]| format!(" {unit}"));
			besides += &format!("；每月用量超过 {above}{measure}的部分 {rate}");
		}
	}
	if let Some(discount) = charge.discount {
		let (share, days) = (percent(discount.fraction), discount.days);
		besides += &format!("；出账后 {days} 日内全额缴清的，优惠 {share}");
	}
	besides
}

/// The physical unit of what a meter measures, in English and Chinese.
fn physical_unit(utility: Utility) -> Option<[&'static str; 2]> {
	match utility {
		Utility::ColdWater | Utility::HotWater | Utility::Gas => Some(["m³", "立方米"]),
		Utility::Electricity | Utility::Heat => Some(["kWh", "千瓦时"]),
		Utility::Other => None,
	}
}

/// Thousandths as a decimal number, without zeros at its end.
fn quantity(thousandths: u64) -> String {
	let text = format!("{}.{:03}", thousandths / 1_000, thousandths % 1_000);
	text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The rate of a tier, which is bounded far below the maximum.
fn tier_rate(rate: Fen) -> String {
	amount(u64::try_from(rate).unwrap_or(u64::MAX), METERED_DECIMALS)
}

/// What a metered rate is for, in English.
fn english_use(utility: Utility) -> String {
	match physical_unit(utility) {
		Some([unit, _]) => format!("{unit} of {}", utility_name(utility, Language::English)),
		None => "metered unit".into(),
	}
}

/// What a metered rate is for, in Chinese.
fn chinese_use(utility: Utility) -> String {
	match physical_unit(utility) {
		Some([_, unit]) => format!("每{unit}{}", utility_name(utility, Language::Chinese)),
		None => "每计量单位".into(),
	}
}

/// What is measured, in words.
pub fn utility_name(utility: Utility, language: Language) -> &'static str {
	match utility {
		Utility::ColdWater => language.pick("cold water", "冷水"),
		Utility::HotWater => language.pick("hot water", "热水"),
		Utility::Electricity => language.pick("electricity", "电"),
		Utility::Gas => language.pick("gas", "燃气"),
		Utility::Heat => language.pick("heat", "热量"),
		Utility::Other => language.pick("other", "其他"),
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
	use crate::community::charges::{self, CommonMeter, PotNames};

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
	fn tiers_discounts_and_shared_meters_are_said() {
		let pots = [PotNames { kind: "operating".into(), name: "Operating".into() }];
		let meters = [CommonMeter { number: "Z-01".into(), utility: Utility::Electricity, id: 3 }];
		let text = "[[charge]]\nname = \"Water\"\npot = \"operating\"\nbasis = \"metered\"\nutility = \"cold-water\"\n\
			kinds = [\"residential\"]\nrate = \"2.80\"\nperiod = \"month\"\ndiscount = \"2.5%\"\ndiscount_days = 10\n\
			tiers = [{ above = \"15\", rate = \"4.20\" }, { above = \"22.5\", rate = \"5.601\" }]\n\
			[[charge]]\nname = \"Light\"\npot = \"operating\"\nbasis = \"shared-meter\"\nmeter = \"z-01\"\nby = \"area\"\n\
			kinds = [\"residential\"]\nrate = \"0.55\"\nperiod = \"month\"\n";
		let known = charges::Known { pots: &pots, buildings: &[], meters: Some(&meters) };
		let charges = charges::read(charges::list(text).unwrap(), &known).unwrap();
		for (line, parts) in [
			(
				english(0, &charges[0], "CNY"),
				[
					"2.80 CNY per m³ of cold water and month",
					"up to 30%; what is used in a month beyond 15 m³: 4.20; what is used in a month beyond 22.5 m³: 5.601; \
					 2.5% less if paid in full within 10 days of issue\n",
				],
			),
			(
				chinese(0, &charges[0], "CNY"),
				[
					"每月每立方米冷水 2.80 CNY",
					"30%；每月用量超过 15 立方米的部分 4.20；每月用量超过 22.5 立方米的部分 5.601；出账后 10 日内全额缴清的，优惠 2.5%\n",
				],
			),
			(
				english(1, &charges[1], "CNY"),
				["0.55 CNY per kWh of electricity of the shared meter Z-01 and month", "; apportioned by area\n"],
			),
			(chinese(1, &charges[1], "CNY"), ["每月公摊表 Z-01 每千瓦时电 0.55 CNY", "；按面积分摊\n"]),
		] {
			for part in parts {
				assert!(line.contains(part), "{part}: {line}");
			}
		}
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
