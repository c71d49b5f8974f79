// SPDX-License-Identifier: GPL-3.0-or-later

//! Names and labels that nearly match: perhaps one, written in two ways.

use crate::{
	owners::{is_chinese, Name},
	records::{Owned, Record, Records},
	report::{Place, Report, Warning},
	synonyms::Field,
	text::{look, skeleton},
};
use std::collections::{HashMap, HashSet};

/// Names of at least so many letters are compared letter by letter; shorter ones differ by one too often.
const LETTERS: usize = 6;

/// The same for Chinese names, where three characters are a person's.
const CHARACTERS: usize = 4;

/// Warns of owners whose names nearly match, and of the same people in another order.
pub(crate) fn names(records: &Records, report: &mut Report) {
	let mut seen = HashSet::new();
	let mut names: Vec<(&Name, &Record)> = Vec::new();
	for record in &records.rows {
		if let Owned::By(name) = &record.owner {
			if seen.insert(name.key()) {
				names.push((name, record));
			}
		}
	}
	let place = |record: &Record| records.place(record, Field::Owner);
	let mut paired = HashSet::new();
	let mut pair = |one: (&Name, &Record), other: (&Name, &Record), same_people: bool, report: &mut Report| {
		if one.0.key() == other.0.key() || !paired.insert((one.0.key(), other.0.key())) {
			return;
		}
		let entry = |(name, record): (&Name, &Record)| (name.text.clone(), place(record));
		let (one, other) = (entry(one), entry(other));
		report.warnings.push(match same_people {
			true => Warning::SamePeople { one, other },
			false => Warning::NearNames { one, other },
		});
	};

	let mut people: HashMap<Vec<String>, (&Name, &Record)> = HashMap::new();
	let mut skeletons: HashMap<String, (&Name, &Record)> = HashMap::new();
	let mut words: HashMap<Vec<String>, (&Name, &Record)> = HashMap::new();
	let mut letters: HashMap<String, (&Name, &Record)> = HashMap::new();
	for (name, record) in names {
		let this = (name, record);
		if name.people.len() > 1 {
			let sorted = name.people_sorted().into_iter().map(skeleton).collect();
			let first = *people.entry(sorted).or_insert(this);
			let ordered = |name: &Name| name.people.iter().map(|one| skeleton(one)).collect::<Vec<_>>();
			pair(first, this, ordered(first.0) != ordered(name), report);
			continue;
		}
		let bare = skeleton(&name.text);
		if bare.is_empty() {
			continue;
		}
		let first = *skeletons.entry(bare.clone()).or_insert(this);
		pair(first, this, false, report);
		let mut parts: Vec<String> =
			name.text.split([' ', ',']).map(skeleton).filter(|part| !part.is_empty()).collect();
		if parts.len() > 1 {
			parts.sort_unstable();
			let first = *words.entry(parts).or_insert(this);
			pair(first, this, false, report);
		}
		// One letter more, less or other: both become the same when the right letter of each is left out.
		let count = bare.chars().count();
		let least = if bare.chars().all(is_chinese) { CHARACTERS } else { LETTERS };
		if count >= least && !name.is_code() {
			let chars: Vec<char> = bare.chars().collect();
			let without = |skip: usize| {
				chars.iter().enumerate().filter(|(at, _)| *at != skip).map(|(_, c)| *c).collect::<String>()
			};
			for key in std::iter::once(bare).chain((0..count).map(without)) {
				let first = *letters.entry(key).or_insert(this);
				if is_near(&skeleton(&first.0.text), &chars) {
					pair(first, this, false, report);
				}
			}
		}
	}
}

/// Whether two names differ by one letter: another, one more, one less, or two swapped.
fn is_near(one: &str, other: &[char]) -> bool {
	let one: Vec<char> = one.chars().collect();
	let start = one.iter().zip(other).take_while(|(a, b)| a == b).count();
	let end = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
	let rest = |length: usize| length.saturating_sub(start).saturating_sub(end.min(length.saturating_sub(start)));
	let (a, b) = (rest(one.len()), rest(other.len()));
	if one.len() != other.len() {
		return one.len().abs_diff(other.len()) == 1 && start.saturating_add(end) >= one.len().min(other.len());
	}
	let swapped = || {
		let part = |of: &[char]| of.get(start..start.saturating_add(2)).map(<[char]>::to_vec);
		let turned = part(other).map(|mut part| {
			part.reverse();
			part
		});
		a == 2 && part(&one) == turned
	};
	(a <= 1 && b <= 1) || swapped()
}

/// Warns of labels in one building that look the same: another dash, another case, a space.
pub(crate) fn units(records: &Records, found: &[Option<usize>], report: &mut Report) {
	let mut seen: HashMap<(Option<usize>, String, String), &Record> = HashMap::new();
	for (at, record) in records.rows.iter().enumerate() {
		let Some(unit) = &record.unit else { continue };
		let key = (found.get(at).copied().flatten(), look(&record.entrance), look(unit));
		let Some(first) = seen.get(&key) else {
			seen.insert(key, record);
			continue;
		};
		let label = first.unit.clone().unwrap_or_default();
		if label != *unit || first.entrance != record.entrance {
			let entry = |record: &Record, unit: &str| -> (String, Place) {
				(unit.to_owned(), records.place(record, Field::Unit))
			};
			report.warnings.push(Warning::NearUnits { one: entry(first, &label), other: entry(record, unit) });
		}
	}
}

#[cfg(test)]
mod tests {
	use super::is_near;

	#[test]
	fn one_letter() {
		let near = |one: &str, other: &str| is_near(one, &other.chars().collect::<Vec<_>>());
		for (one, other) in
			[("brandt", "brandt"), ("brandt", "brand"), ("brandt", "brendt"), ("brandt", "barndt"), ("aab", "ab")]
		{
			assert!(near(one, other) && near(other, one), "{one} {other}");
		}
		for (one, other) in [("brandt", "brent"), ("brandt", "bra"), ("brandt", "trandb"), ("abcd", "badc")] {
			assert!(!near(one, other) && !near(other, one), "{one} {other}");
		}
	}
}
