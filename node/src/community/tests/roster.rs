// SPDX-License-Identifier: GPL-3.0-or-later

//! What the office's file becomes on chain. How it is read is tested in `linli-roster`.

use super::*;
use linli_primitives::{BuildingId, Fraction, OwnerId};
use linli_roster::Unit;
use std::{collections::HashSet, fs, path::Path};

/// Kinds have the same words in rosters and in the genesis state.
#[test]
fn kinds_become_those_of_the_chain() {
	let mut units = Vec::new();
	for kind in linli_roster::UnitKind::ALL {
		assert_eq!(serde_json::to_value(unit_kind(kind)).unwrap(), kind.name());
		units.push(unit_kind(kind));
	}
	assert_eq!(units, UnitKind::ALL);
	for kind in linli_roster::OwnerKind::ALL {
		assert_eq!(serde_json::to_value(owner_kind(kind)).unwrap(), kind.name());
	}
}

/// The limits of the reader are those of the chain.
#[test]
fn limits() {
	assert_eq!(BuildingId::MAX, u16::MAX);
	assert!(OwnerId::try_from(linli_roster::MAX_UNITS).is_ok());
}

fn workspace() -> PathBuf {
	Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn the_sample_has_every_kind() {
	let roster = parse(&fs::read(workspace().join("docs/samples/roster.csv")).unwrap()).unwrap();
	assert!((90..=120).contains(&roster.units.len()));
	for kind in linli_roster::UnitKind::ALL {
		assert!(roster.units.iter().any(|unit| unit.kind == kind), "{kind:?}");
	}
	for kind in linli_roster::OwnerKind::ALL {
		assert!(roster.owners.iter().any(|owner| owner.kind == kind), "{kind:?}");
	}
	assert!(roster.owners.len() + 20 < roster.units.len());
}

/// Rosters of real size, with totals that someone else computed.
#[test]
fn totals_agree_with_those_computed_apart() {
	let folder = workspace().join("../shared/data");
	if !folder.is_dir() {
		println!("skipped: there is no ../shared/data beside this workspace");
		return;
	}
	for name in ["yunxi", "dingxiang"] {
		let roster = parse(&fs::read(folder.join(format!("{name}.csv"))).unwrap()).unwrap();
		let totals = fs::read_to_string(folder.join(format!("{name}.totals.json"))).unwrap();
		let totals: serde_json::Value = serde_json::from_str(&totals).unwrap();

		assert_eq!(totals["rows"], roster.units.len());
		for kind in linli_roster::UnitKind::ALL {
			let units = roster.units.iter().filter(|unit| unit.kind == kind).count();
			assert_eq!(totals["units_by_kind"][kind.name()], units);
		}
		assert_eq!(totals["area_hundredths_m2"], roster.area());
		let votes = |unit: &&Unit| matches!(unit_kind(unit.kind), UnitKind::Residential | UnitKind::Commercial);
		let area = |units: &mut dyn Iterator<Item = &Unit>| units.map(|unit| unit.area).sum::<u64>();
		assert_eq!(totals["voting_area_hundredths_m2"], area(&mut roster.units.iter().filter(votes)));
		assert_eq!(totals["owners_all"], roster.owners.len());
		let heads: HashSet<_> = roster.units.iter().filter(votes).map(|unit| unit.owner).collect();
		assert_eq!(totals["voting_headcount"], heads.len());
		let unsold = |unit: &&Unit| roster.owners[unit.owner].kind == linli_roster::OwnerKind::Developer;
		assert_eq!(totals["developer_area_hundredths_m2"], area(&mut roster.units.iter().filter(unsold)));
		let fees = roster
			.units
			.iter()
			.filter(|unit| unit_kind(unit.kind) == UnitKind::Residential)
			.map(|unit| Fraction::new(u32::try_from(unit.area).unwrap(), 100).of_half_up(280).unwrap());
		let fees = u64::try_from(fees.sum::<u128>()).unwrap();
		assert_eq!(totals["monthly_fee_fen_at_2.80_per_m2_half_up_per_unit"], fees);
	}
}
