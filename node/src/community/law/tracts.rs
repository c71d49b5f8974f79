// SPDX-License-Identifier: GPL-3.0-or-later

//! Tracts, within each of which a class of decisions can ask for its thresholds: `[[1, 2], [3]]`, lists of the numbers
//! of buildings.

use linli_primitives::{buildings::in_order, BuildingId, Buildings};
use linli_roster::Language;
use linli_runtime::genesis::rule_book::TractBuildings;
use toml::Value;

/// Reads tracts; `None` if they are not lists of numbers of buildings, or too long.
pub fn read(value: &Value) -> Option<TractBuildings> {
	let tracts: Option<Vec<Buildings>> = value.as_array()?.iter().map(buildings).collect();
	tracts?.try_into().ok()
}

fn buildings(value: &Value) -> Option<Buildings> {
	let numbers: Option<Vec<BuildingId>> = value
		.as_array()?
		.iter()
		.map(|number| number.as_integer().and_then(|number| BuildingId::try_from(number).ok()))
		.collect();
	let listed = Buildings::try_from(numbers?).ok()?;
	let once = in_order(listed.clone());
	// A building that stands twice is a slip of the pen.
	(once.len() == listed.len()).then_some(once)
}

/// As `community.toml` has them.
pub fn toml(tracts: &TractBuildings) -> Value {
	let list =
		|tract: &Buildings| -> Value { tract.iter().map(|id| Value::from(i64::from(*id))).collect::<Vec<_>>().into() };
	tracts.iter().map(list).collect::<Vec<_>>().into()
}

/// The buildings of one tract in words.
pub fn names(tract: &Buildings, language: Language) -> String {
	let numbers: Vec<_> = tract.iter().map(ToString::to_string).collect();
	numbers.join(language.pick(", ", "、"))
}

/// In words.
pub fn text(tracts: &TractBuildings, language: Language) -> String {
	if tracts.is_empty() {
		return language.pick("none", "没有").into();
	}
	let names: Vec<_> = tracts.iter().map(|tract| names(tract, language)).collect();
	format!("{}{}", language.pick("buildings ", "楼栋 "), names.join(language.pick("; ", "；")))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn tracts_are_lists_of_buildings_in_any_order() {
		let value: toml::Table = "tracts = [[2, 1], [3]]".parse().unwrap();
		let tracts = read(&value["tracts"]).unwrap();
		assert_eq!(tracts.iter().map(|tract| tract.to_vec()).collect::<Vec<_>>(), [vec![1, 2], vec![3]]);
		assert_eq!(text(&tracts, Language::English), "buildings 1, 2; 3");
		assert_eq!(text(&tracts, Language::Chinese), "楼栋 1、2；3");
		assert_eq!(text(&TractBuildings::default(), Language::English), "none");
		for wrong in [
			"[1, 2]",
			"[[\"1\"]]",
			"[[-1]]",
			"[[70000]]",
			"[[1, 1]]",
			"1",
			"[[1], [2], [3], [4], [5], [6], [7], [8], [9]]",
		] {
			let value: toml::Table = format!("tracts = {wrong}").parse().unwrap();
			assert_eq!(read(&value["tracts"]), None, "{wrong}");
		}
	}
}
