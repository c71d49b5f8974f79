// SPDX-License-Identifier: GPL-3.0-or-later

//! What a typical home pays in a month, and whether that can be: a rate typed in fen is a hundred times too high.

use super::money::{self, decimal};
use crate::community::{charges::NamedCharge, locale::either, papers::square_metres, roster::unit_kind};
use linli_primitives::{Area, Fen, UnitKind};
use linli_roster::{Language, Roster};

/// The currencies for which [`USUAL`] holds: those that releases have runtimes for.
const KNOWN: [&str; 4] = ["CNY", "USD", "AUD", "EUR"];

/// What homes pay for each m² and month, in fen: from 0.10 to 20.00. Property fees in Chinese cities lie between 0.30
/// and 15 yuan; strata levies and dues of associations between 1 and 15 dollars or euro.
const USUAL: std::ops::RangeInclusive<Fen> = 10..=2_000;

/// The home in the middle of all that pay something, by what they pay.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MedianHome {
	/// Its area, in 0.01 m².
	pub area: Area,
	/// What it pays in a month, in fen: quarters and years spread over their months.
	pub monthly: Fen,
}

/// The median home; `None` if no home pays anything that is known beforehand.
pub fn median(charges: &[NamedCharge], roster: &Roster) -> Option<MedianHome> {
	let homes = roster.units.iter().filter(|unit| unit_kind(unit.kind) == UnitKind::Residential);
	let mut paying: Vec<MedianHome> = homes
		.map(|unit| MedianHome { area: unit.area, monthly: money::per_month_of(charges, unit, roster) })
		.filter(|home| home.monthly > 0)
		.collect();
	paying.sort_by_key(|home| (home.monthly, home.area));
	paying.get(paying.len().saturating_sub(1) / 2).copied()
}

impl MedianHome {
	/// What it pays, in words.
	pub fn text(self, currency: &str, language: Language) -> String {
		let (area, monthly) = (square_metres(self.area), decimal(self.monthly));
		either(
			language,
			format!("the home in the middle, of {area} m², pays {monthly} {currency} a month"),
			format!("居中的一户住宅（{area} 平方米）每月缴 {monthly} {currency}"),
		)
	}

	/// What is out of all proportion about it.
	pub fn doubt(self, currency: &str, language: Language) -> Option<String> {
		// By cross-multiplication: fen per 0.01 m², a hundred of which are a m².
		let paid = self.monthly.saturating_mul(100);
		let at = |rate: Fen| rate.saturating_mul(Fen::from(self.area));
		let usual = paid >= at(*USUAL.start()) && paid <= at(*USUAL.end());
		if usual || !KNOWN.contains(&currency) {
			return None;
		}
		let (area, monthly) = (square_metres(self.area), decimal(self.monthly));
		let (least, most) = (decimal(*USUAL.start()), decimal(*USUAL.end()));
		Some(either(
			language,
			format!(
				"A home of {area} m² pays {monthly} {currency} a month; usual are {least} to {most} {currency} for each m². \
				Rates are in {currency}, not in hundredths of it: 2.80 and not 280."
			),
			format!(
				"一户 {area} 平方米的住宅每月缴 {monthly} {currency}；通常每平方米每月在 {least} 到 {most} {currency} 之间。费率以元\
				（货币单位）计，不是以分计：写 2.80，不写 280。"
			),
		))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::community::{
		charges::{self, PotNames},
		roster,
	};

	const ROSTER: &str = "unit,building,kind,area_m2,owner,owner_kind\n1,1,residential,60,O1,person\n\
		2,1,residential,90,O2,person\n3,1,residential,150,O3,person\n4,1,commercial,900,O4,company\n\
		5,2,residential,1000,O5,person\n";

	/// The median under a charge for homes of building 1.
	fn home(rate: &str, rest: &str) -> Option<MedianHome> {
		let roster = roster::parse(ROSTER.as_bytes()).unwrap();
		let pots = [PotNames { kind: "operating".into(), name: "Operating".into() }];
		let text = format!(
			"[[charge]]\npot = \"operating\"\nbasis = \"per-area\"\nkinds = [\"residential\"]\nbuildings = [\"1\"]\n\
			rate = \"{rate}\"\nperiod = \"month\"\n{rest}"
		);
		median(&charges::parse(&text, &pots, &roster.buildings).unwrap(), &roster)
	}

	#[test]
	fn the_home_in_the_middle_pays_something() {
		assert_eq!(home("2.80", ""), Some(MedianHome { area: 9_000, monthly: 25_200 }));
		// 252.00 and a twelfth of 120.00.
		let yearly =
			"[[charge]]\npot = \"operating\"\nbasis = \"per-unit\"\nkinds = [\"residential\"]\nrate = \"120.00\"\n\
			period = \"year\"\n";
		// The large home of building 2 pays the yearly charge alone, and comes first.
		assert_eq!(home("2.80", yearly), Some(MedianHome { area: 6_000, monthly: 17_800 }));
		assert_eq!(median(&[], &roster::parse(ROSTER.as_bytes()).unwrap()), None);
	}

	#[test]
	fn a_rate_in_fen_is_doubted_and_a_usual_one_is_not() {
		for rate in ["0.10", "0.30", "2.80", "15.00", "20.00"] {
			assert_eq!(home(rate, "").unwrap().doubt("CNY", Language::English), None, "{rate}");
		}
		for rate in ["0.09", "0.03", "20.01", "280"] {
			let home = home(rate, "").unwrap();
			for (language, part) in [(Language::English, "2.80 and not 280"), (Language::Chinese, "写 2.80，不写 280")]
			{
				let doubt = home.doubt("CNY", language).unwrap();
				assert!(doubt.contains(part) && doubt.contains(&decimal(home.monthly)), "{doubt}");
			}
			// What is usual elsewhere is not known here.
			assert_eq!(home.doubt("JPY", Language::English), None);
		}
	}
}
