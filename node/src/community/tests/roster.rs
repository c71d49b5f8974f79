// SPDX-License-Identifier: GPL-3.0-or-later

//! What the office's file becomes on chain. How it is read is tested in `linli-roster`.

use super::*;
use linli_primitives::Fraction;
use std::{collections::HashSet, fs, path::Path};

const HEADER: &str = "unit,building,kind,area_m2,owner,owner_kind\n";

#[test]
fn kinds_become_those_of_the_chain() {
	let rows = "1-1,1,residential,98.03,O1,person\nShop,1,commercial,60.5,O2,company\nP-1,A,parking,12,O1,person\n\
		S-1,1,storage,4,O3,joint\n1-2,1,residential,70,O4,developer\n";
	let roster = Roster::parse(format!("{HEADER}{rows}").as_bytes()).unwrap();
	assert_eq!(roster.buildings, [Building { id: 1, name: "1".into() }, Building { id: 2, name: "A".into() }]);
	let owners: Vec<_> = roster.owners.iter().map(|owner| (owner.name.as_str(), owner.kind)).collect();
	assert_eq!(
		owners,
		[("O1", OwnerKind::Person), ("O2", OwnerKind::Company), ("O3", OwnerKind::Joint), ("O4", OwnerKind::Developer)]
	);
	let units: Vec<_> =
		roster.units.iter().map(|unit| (unit.label.as_str(), unit.kind, unit.area, unit.owner)).collect();
	assert_eq!(
		units,
		[
			("1-1", UnitKind::Residential, 9_803, 0),
			("Shop", UnitKind::Commercial, 6_050, 1),
			("P-1", UnitKind::Parking, 1_200, 0),
			("S-1", UnitKind::Storage, 400, 2),
			("1-2", UnitKind::Residential, 7_000, 3),
		]
	);
	assert_eq!(roster.area(), 24_453);
}

/// Kinds have the same words here and there.
#[test]
fn kinds_have_their_words() {
	for kind in UnitKind::ALL {
		let rows = format!("{HEADER}1,1,{},1,O1,person\n", unit_kind_name(kind));
		assert_eq!(Roster::parse(rows.as_bytes()).unwrap().units[0].kind, kind);
	}
	for kind in [OwnerKind::Person, OwnerKind::Joint, OwnerKind::Company, OwnerKind::Developer] {
		let rows = format!("{HEADER}1,1,storage,1,O1,{}\n", kind_name(kind));
		assert_eq!(Roster::parse(rows.as_bytes()).unwrap().owners[0].kind, kind);
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
	let roster = Roster::parse(&fs::read(workspace().join("docs/samples/roster.csv")).unwrap()).unwrap();
	assert!((90..=120).contains(&roster.units.len()));
	for kind in UnitKind::ALL {
		assert!(roster.units.iter().any(|unit| unit.kind == kind), "{kind:?}");
	}
	for kind in [OwnerKind::Person, OwnerKind::Joint, OwnerKind::Company, OwnerKind::Developer] {
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
		let roster = Roster::parse(&fs::read(folder.join(format!("{name}.csv"))).unwrap()).unwrap();
		let totals = fs::read_to_string(folder.join(format!("{name}.totals.json"))).unwrap();
		let totals: serde_json::Value = serde_json::from_str(&totals).unwrap();

		assert_eq!(totals["rows"], roster.units.len());
		for kind in UnitKind::ALL {
			let units = roster.units.iter().filter(|unit| unit.kind == kind).count();
			assert_eq!(totals["units_by_kind"][unit_kind_name(kind)], units);
		}
		assert_eq!(totals["area_hundredths_m2"], roster.area());
		let votes = |unit: &&Unit| matches!(unit.kind, UnitKind::Residential | UnitKind::Commercial);
		let area = |units: &mut dyn Iterator<Item = &Unit>| units.map(|unit| unit.area).sum::<Area>();
		assert_eq!(totals["voting_area_hundredths_m2"], area(&mut roster.units.iter().filter(votes)));
		assert_eq!(totals["owners_all"], roster.owners.len());
		let heads: HashSet<_> = roster.units.iter().filter(votes).map(|unit| unit.owner).collect();
		assert_eq!(totals["voting_headcount"], heads.len());
		let unsold = |unit: &&Unit| roster.owners[unit.owner as usize].kind == OwnerKind::Developer;
		assert_eq!(totals["developer_area_hundredths_m2"], area(&mut roster.units.iter().filter(unsold)));
		let fees = roster
			.units
			.iter()
			.filter(|unit| unit.kind == UnitKind::Residential)
			.map(|unit| Fraction::new(u32::try_from(unit.area).unwrap(), 100).of_half_up(280).unwrap());
		let fees = u64::try_from(fees.sum::<u128>()).unwrap();
		assert_eq!(totals["monthly_fee_fen_at_2.80_per_m2_half_up_per_unit"], fees);
	}
}
