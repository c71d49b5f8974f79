// SPDX-License-Identifier: GPL-3.0-or-later

//! What is possible but unusual: areas far from the others', many homes of one owner.

use crate::{
	model::{Owner, OwnerKind, UnitKind},
	records::Records,
	report::{NameOnUnits, Report, Warning},
	synonyms::Field,
};
use std::collections::BTreeMap;

/// An area is far if it is so many times the middle of the others', or so small a part. A lost point makes it a hundred
/// times larger; homes of one building hardly differ by five, shops do.
const FAR: u64 = 5;
const FAR_SHOP: u64 = 20;

/// So many others are needed to say what is usual.
const OTHERS: usize = 2;

/// A person or couple with more homes than this is unusual.
const HOMES: usize = 5;

/// Warns of areas far from those of the same kind in their building, or in the whole roster if there are too few.
pub(crate) fn areas(records: &Records, found: &[Option<usize>], report: &mut Report) {
	let mut buildings: BTreeMap<(Option<usize>, UnitKind), Vec<u64>> = BTreeMap::new();
	let mut all: BTreeMap<UnitKind, Vec<u64>> = BTreeMap::new();
	let rows = || {
		records
			.rows
			.iter()
			.enumerate()
			.filter_map(|(at, record)| Some((record, found.get(at).copied().flatten(), record.kind?, record.area?)))
	};
	for (_, building, kind, area) in rows() {
		buildings.entry((building, kind)).or_default().push(area);
		all.entry(kind).or_default().push(area);
	}
	buildings.values_mut().chain(all.values_mut()).for_each(|areas| areas.sort_unstable());
	for (record, building, kind, area) in rows() {
		let enough = |areas: &&Vec<u64>| areas.len() > OTHERS;
		let Some(areas) = buildings.get(&(building, kind)).filter(enough).or_else(|| all.get(&kind).filter(enough))
		else {
			continue;
		};
		let (low, high) = middle_of_others(areas, area);
		let far = if kind == UnitKind::Commercial { FAR_SHOP } else { FAR };
		let (too_large, too_small) = (area > high.saturating_mul(far), area.saturating_mul(far) < low);
		if too_large || too_small {
			let (unit, usual) = (record.unit.clone().unwrap_or_default(), if too_large { high } else { low });
			report.warnings.push(Warning::FarArea { place: records.place(record, Field::Area), unit, area, usual });
		}
	}
}

/// The middle of sorted areas without one of them: two of them if their number is even. One wrong area among few is far
/// from both, and makes no other far.
fn middle_of_others(areas: &[u64], area: u64) -> (u64, u64) {
	let own = areas.partition_point(|other| *other < area);
	let other = |at: usize| areas.get(if at >= own { at.saturating_add(1) } else { at }).copied().unwrap_or(area);
	let others = areas.len().saturating_sub(1);
	(other(others.saturating_sub(1) / 2), other(others / 2))
}

/// Warns of people with many homes.
pub(crate) fn homes(records: &Records, owners: &[Owner], of_rows: &[Option<usize>], report: &mut Report) {
	let mut homes: BTreeMap<usize, NameOnUnits> = BTreeMap::new();
	for (record, owner) in records.rows.iter().zip(of_rows) {
		let Some((at, owner)) = owner.and_then(|at| Some((at, owners.get(at)?))) else { continue };
		if record.kind == Some(UnitKind::Residential) && matches!(owner.kind, OwnerKind::Person | OwnerKind::Joint) {
			let first =
				|| NameOnUnits { name: owner.name.clone(), units: 0, first: records.place(record, Field::Owner) };
			let entry = homes.entry(at).or_insert_with(first);
			entry.units = entry.units.saturating_add(1);
		}
	}
	report.warnings.extend(homes.into_values().filter(|name| name.units > HOMES).map(Warning::ManyHomes));
}

#[cfg(test)]
mod tests {
	use super::middle_of_others;

	#[test]
	fn the_middle_of_the_others() {
		let areas = [1, 5, 6, 100];
		assert_eq!(areas.map(|area| middle_of_others(&areas, area)), [(6, 6), (6, 6), (5, 5), (5, 5)]);
		assert_eq!(middle_of_others(&[1, 9, 10], 9), (1, 10));
		assert_eq!(middle_of_others(&[9, 9, 10], 10), (9, 9));
	}
}
