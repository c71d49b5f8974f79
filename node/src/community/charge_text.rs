// SPDX-License-Identifier: GPL-3.0-or-later

//! A charge in words, English and Chinese, for README.txt and `check --config`.

use super::{
	charges::{CommonMeter, NamedCharge, FEN_PLACES, METERED_PLACES},
	locale::either,
};
use linli_primitives::{Fen, Fraction, PeriodKind, UnitKind, Utility};
use linli_roster::Language;
use linli_runtime::genesis::{Basis, SharedBy};

/// A charge as a line: `0  Property fee: 2.80 CNY per m² and month, residential; …`.
pub fn line(id: usize, named: &NamedCharge, currency: &str, language: Language) -> String {
	let charge = &named.charge;
	let (per, decimals, kinds) = measure(named, language);
	let rate = amount(charge.rate, decimals);
	let period = match charge.period {
		PeriodKind::Month => language.pick("month", "每月"),
		PeriodKind::Quarter => language.pick("quarter", "每季度"),
		PeriodKind::Year => language.pick("year", "每年"),
	};
	let kinds: Vec<_> = kinds.iter().map(|kind| language.pick(english_kind(*kind), chinese_kind(*kind))).collect();
	let kinds = kinds.join(language.pick(", ", "、"));
	let NamedCharge { name, .. } = named;
	let (due, grace) = (charge.due_days, charge.grace_days);
	let (late, cap) = (percent(charge.late_rate), percent(charge.late_cap));
	let besides = besides(named, language);
	either(
		language,
		format!(
			"  {id}  {name}: {rate} {currency} per {per} and {period}, {kinds}; due after {due} days, {grace} days of \
			 grace, then {late} a day up to {cap}{besides}\n"
		),
		format!(
			"  {id}  {name}：{period}{per} {rate} {currency}，{kinds}；出账后 {due} 日内缴纳，宽限 {grace} 日，之后每日按欠费的 {late} \
			 计违约金，最多为欠费的 {cap}{besides}\n"
		),
	)
}

/// What the rate is for, its decimals, and the kinds of units that pay it.
fn measure(named: &NamedCharge, language: Language) -> (String, usize, &[UnitKind]) {
	let pick = |english: &str, chinese: &str| language.pick(english, chinese).to_owned();
	match &named.charge.basis {
		Basis::PerArea { kinds } => (pick("m²", "每平方米"), FEN_PLACES, kinds),
		Basis::PerUnit => (pick("unit", "每个房屋或车位"), FEN_PLACES, &UnitKind::ALL),
		Basis::PerUnitOfKind { kinds } => (pick("unit", "每个"), FEN_PLACES, kinds),
		Basis::Metered { kinds, utility } => (metered_use(*utility, language), METERED_PLACES, kinds),
		Basis::SharedMeter { kinds, .. } => {
			let per = match &named.meter {
				Some(CommonMeter { number, utility, .. }) => {
					let used = metered_use(*utility, language);
					either(language, format!("{used} of the shared meter {number}"), format!("公摊表 {number} {used}"))
				}
				None => pick("m³ or kWh of a shared meter", "公摊表每立方米或每千瓦时"),
			};
			(per, METERED_PLACES, kinds)
		}
		Basis::OneOff { kinds } => (pick("unit, once", "每个一次性"), FEN_PLACES, kinds),
		// No chain spec has one.
		Basis::Single => (pick("bill", "每张账单"), FEN_PLACES, &[]),
	}
}

/// What a charge has besides: how a shared cost is apportioned, tiers, a discount.
fn besides(named: &NamedCharge, language: Language) -> String {
	let charge = &named.charge;
	let mut besides = String::new();
	if let Basis::SharedMeter { by, .. } = charge.basis {
		besides += match by {
			SharedBy::Area => language.pick("; apportioned by area", "；按面积分摊"),
			SharedBy::Unit => language.pick("; apportioned equally, unit by unit", "；按户平均分摊"),
		};
	}
	if let Basis::Metered { utility, .. } = charge.basis {
		for tier in &charge.tiers {
			let (above, rate) = (quantity(tier.above), tier_rate(tier.rate));
			let unit = physical_unit(utility, language).map_or(String::new(), |unit| format!(" {unit}"));
			besides += &either(
				language,
				format!("; what is used in a month beyond {above}{unit}: {rate}"),
				format!("；每月用量超过 {above}{unit}的部分 {rate}"),
			);
		}
	}
	if let Some(discount) = charge.discount {
		let (share, days) = (percent(discount.fraction), discount.days);
		besides += &either(
			language,
			format!("; {share} less if paid in full within {days} days of issue"),
			format!("；出账后 {days} 日内全额缴清的，优惠 {share}"),
		);
	}
	besides
}

/// The physical unit of what a meter measures.
fn physical_unit(utility: Utility, language: Language) -> Option<&'static str> {
	match utility {
		Utility::ColdWater | Utility::HotWater | Utility::Gas => Some(language.pick("m³", "立方米")),
		Utility::Electricity | Utility::Heat => Some(language.pick("kWh", "千瓦时")),
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
	amount(u64::try_from(rate).unwrap_or(u64::MAX), METERED_PLACES)
}

/// What a metered rate is for.
fn metered_use(utility: Utility, language: Language) -> String {
	let name = utility_name(utility, language);
	match physical_unit(utility, language) {
		Some(unit) => either(language, format!("{unit} of {name}"), format!("每{unit}{name}")),
		None => language.pick("metered unit", "每计量单位").into(),
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

/// A rate in the currency. Of a metered rate, zeros after the second decimal are left out: 18.50, but 0.49375.
fn amount(rate: u64, decimals: usize) -> String {
	let power = (0..decimals).fold(1, |power: u64, _| power * 10);
	let text = format!("{}.{:0decimals$}", rate / power, rate % power);
	let shortest = text.len() - (decimals - FEN_PLACES);
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
			line(0, &charges[0], "CNY", Language::English),
			"  0  Property fee, homes: 2.80 CNY per m² and month, residential; due after 15 days, 30 days of grace, \
			 then 0.05% a day up to 30%\n"
		);
		assert_eq!(
			line(0, &charges[0], "CNY", Language::Chinese),
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
		assert!(line(1, &charge, "CNY", Language::English)
			.starts_with("  1  Hot water: 18.50 CNY per m³ of hot water and month"));
		assert!(line(1, &charge, "CNY", Language::Chinese).starts_with("  1  Hot water：每月每立方米热水 18.50 CNY"));
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
		for (text, parts) in [
			(
				line(0, &charges[0], "CNY", Language::English),
				[
					"2.80 CNY per m³ of cold water and month",
					"up to 30%; what is used in a month beyond 15 m³: 4.20; what is used in a month beyond 22.5 m³: 5.601; \
					 2.5% less if paid in full within 10 days of issue\n",
				],
			),
			(
				line(0, &charges[0], "CNY", Language::Chinese),
				[
					"每月每立方米冷水 2.80 CNY",
					"30%；每月用量超过 15 立方米的部分 4.20；每月用量超过 22.5 立方米的部分 5.601；出账后 10 日内全额缴清的，优惠 2.5%\n",
				],
			),
			(
				line(1, &charges[1], "CNY", Language::English),
				["0.55 CNY per kWh of electricity of the shared meter Z-01 and month", "; apportioned by area\n"],
			),
			(line(1, &charges[1], "CNY", Language::Chinese), ["每月公摊表 Z-01 每千瓦时电 0.55 CNY", "；按面积分摊\n"]),
		] {
			for part in parts {
				assert!(text.contains(part), "{part}: {text}");
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
