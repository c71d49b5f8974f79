// SPDX-License-Identifier: GPL-3.0-or-later

//! What the charges bring, rounded unit by unit as the chain bills them.

use crate::community::{charges::NamedCharge, roster::unit_kind};
use linli_primitives::{fraction::divide_half_up, Fen, PeriodKind};
use linli_roster::{Language, Roster, Unit};
use linli_runtime::genesis::{Basis, GenesisCharge};

/// The bills of one charge for one period.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Total {
	/// How many units are billed.
	pub units: usize,
	/// Their sum; `None` if it depends on readings, or is asked once by decision.
	pub amount: Option<Fen>,
}

/// What a charge brings in one period.
pub fn per_period(charge: &GenesisCharge, roster: &Roster) -> Total {
	let billed: Vec<&Unit> = roster.units.iter().filter(|unit| bills(charge, unit, roster)).collect();
	let amount = match &charge.basis {
		Basis::Metered { .. } | Basis::OneOff { .. } | Basis::SharedMeter { .. } | Basis::Single => None,
		Basis::PerArea { .. } | Basis::PerUnit | Basis::PerUnitOfKind { .. } => {
			Some(billed.iter().filter_map(|unit| bill(charge, unit)).sum())
		}
	};
	Total { units: billed.len(), amount }
}

/// The bill of a unit that the charge applies to; `None` if it depends on readings, or is asked once by decision.
fn bill(charge: &GenesisCharge, unit: &Unit) -> Option<Fen> {
	let rate = Fen::from(charge.rate);
	match &charge.basis {
		// Cannot overflow: rates and areas are bounded, and units are at most 50,000.
		Basis::PerArea { .. } => divide_half_up(rate * Fen::from(unit.area), 100),
		Basis::PerUnit | Basis::PerUnitOfKind { .. } => Some(rate),
		Basis::Metered { .. } | Basis::OneOff { .. } | Basis::SharedMeter { .. } | Basis::Single => None,
	}
}

/// Whether the charge bills the unit.
pub fn bills(charge: &GenesisCharge, unit: &Unit, roster: &Roster) -> bool {
	let kind = match &charge.basis {
		Basis::PerUnit => true,
		Basis::Single => false,
		Basis::PerArea { kinds }
		| Basis::PerUnitOfKind { kinds }
		| Basis::Metered { kinds, .. }
		| Basis::OneOff { kinds }
		| Basis::SharedMeter { kinds, .. } => kinds.contains(&unit_kind(unit.kind)),
	};
	let building = |id: &u16| roster.buildings.get(unit.building).is_some_and(|building| building.number == *id);
	kind && charge.buildings.as_ref().is_none_or(|buildings| buildings.iter().any(building))
}

/// What all charges bring in a month, with quarters and years spread over their months, rounded half up once.
pub fn per_month(charges: &[NamedCharge], roster: &Roster) -> Fen {
	monthly(charges, |charge| per_period(charge, roster).amount)
}

/// The same of one unit.
pub fn per_month_of(charges: &[NamedCharge], unit: &Unit, roster: &Roster) -> Fen {
	monthly(charges, |charge| bills(charge, unit, roster).then(|| bill(charge, unit)).flatten())
}

fn monthly(charges: &[NamedCharge], amount: impl Fn(&GenesisCharge) -> Option<Fen>) -> Fen {
	let per_year = |named: &NamedCharge| {
		let times = 12 / Fen::from(named.charge.period.months()).max(1);
		amount(&named.charge).unwrap_or_default() * times
	};
	divide_half_up(charges.iter().map(per_year).sum(), 12).unwrap_or_default()
}

/// Fen as a decimal number.
pub fn decimal(amount: Fen) -> String {
	format!("{}.{:02}", amount / 100, amount % 100)
}

/// *A month* and the like.
pub fn period_word(period: PeriodKind, language: Language) -> &'static str {
	match period {
		PeriodKind::Month => language.pick("a month", "每月"),
		PeriodKind::Quarter => language.pick("a quarter", "每季度"),
		PeriodKind::Year => language.pick("a year", "每年"),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::community::{
		charges::{self, PotNames},
		roster,
	};

	#[test]
	fn bills_are_rounded_one_by_one() {
		let csv = "unit,building,kind,area_m2,owner,owner_kind\n1,1,residential,98.03,O1,person\n2,2,residential,89.46,O2,person\n\
			P,1,parking,12,O1,person\n";
		let roster = roster::parse(csv.as_bytes()).unwrap();
		let pots = [PotNames { kind: "operating".into(), name: "Operating".into() }];
		let charge = |lines: &str| format!("[[charge]]\npot = \"operating\"\n{lines}\n");
		let text = [
			charge("basis = \"per-area\"\nkinds = [\"residential\"]\nrate = \"2.85\"\nperiod = \"month\""),
			charge("basis = \"per-unit\"\nrate = \"100.00\"\nperiod = \"quarter\""),
			charge("basis = \"per-unit\"\nkinds = [\"parking\"]\nrate = \"10.01\"\nperiod = \"year\""),
			charge("basis = \"metered\"\nutility = \"gas\"\nkinds = [\"residential\"]\nrate = \"1\"\nperiod = \"month\""),
			charge("basis = \"per-area\"\nkinds = [\"residential\"]\nbuildings = [\"2\"]\nrate = \"1\"\nperiod = \"month\""),
		]
		.concat();
		let charges = charges::parse(&text, &pots, &roster.buildings).unwrap();
		let totals: Vec<_> = charges.iter().map(|named| per_period(&named.charge, &roster)).collect();
		// 279.3855 and 254.961, each rounded.
		assert_eq!(totals[0], Total { units: 2, amount: Some(27_939 + 25_496) });
		assert_eq!(totals[1], Total { units: 3, amount: Some(30_000) });
		assert_eq!(totals[2], Total { units: 1, amount: Some(1_001) });
		assert_eq!(totals[3], Total { units: 2, amount: None });
		assert_eq!(totals[4], Total { units: 1, amount: Some(8_946) });
		// 534.35 + 100.00 + 0.83416… + 89.46
		assert_eq!(per_month(&charges, &roster), 53_435 + 10_000 + 83 + 8_946);
		assert_eq!(decimal(72_464), "724.64");
	}
}
