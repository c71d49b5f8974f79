// SPDX-License-Identifier: GPL-3.0-or-later

//! Rows to a roster: which rows are one owner, which buildings are one, and what each unit is called.

use crate::{
	buildings::{Buildings, Numbered},
	model::{Owner, OwnerKind, Roster, Unit, MAX_UNITS},
	near,
	options::{Options, SameName},
	owners::Name,
	records::{Owned, Record, Records},
	report::{Mistake, NameOnUnits, Problem, Question, Report, Said, Warning},
	synonyms::Field,
	warnings,
};
use std::collections::{HashMap, HashSet};

/// Makes the roster. `None` if a mistake or an open question leaves a hole in it.
pub(crate) fn roster(records: Records, options: &Options, report: &mut Report) -> Option<Roster> {
	let rows = records.rows.len();
	if let Some(record) = records.rows.get(MAX_UNITS) {
		mistake(report, &records, record, Field::Unit, Problem::TooManyUnits);
	}
	let owners = owners(&records, options, report);
	let (found, numbered) = buildings(&records, report);
	let labels = labels(&records, &found, numbered.as_ref(), report);
	warnings::areas(&records, &found, report);
	warnings::homes(&records, &owners.list, &owners.of_rows, report);
	near::names(&records, report);

	let numbered = numbered?;
	let mut units = Vec::with_capacity(rows);
	for (at, record) in records.rows.iter().enumerate() {
		units.push(Unit {
			label: labels.get(at).cloned().flatten()?,
			building: found.get(at).copied().flatten().and_then(|found| numbered.positions.get(found).copied())?,
			kind: record.kind?,
			area: record.area?,
			owner: owners.of_rows.get(at).copied().flatten()?,
		});
	}
	let used: HashSet<usize> = units.iter().map(|unit| unit.owner).collect();
	let complete = !units.is_empty() && used.len() == owners.list.len();
	complete.then_some(Roster { buildings: numbered.buildings, owners: owners.list, units })
}

fn mistake(report: &mut Report, records: &Records, record: &Record, field: Field, problem: Problem) {
	report.mistakes.push(Mistake { place: records.place(record, field), problem });
}

/// The owners, and whose each row is.
struct Owners {
	list: Vec<Owner>,
	of_rows: Vec<Option<usize>>,
}

/// What tells two owners apart.
#[derive(PartialEq, Eq, Hash)]
enum Identity {
	/// One owner wherever the name stands.
	Name(String),
	/// The name, and what another column says.
	Key(String, String),
	/// The name in this cell only: sheet and row.
	Cell(usize, u32),
}

/// A name and the rows where it stands.
struct Group<'a> {
	name: &'a Name,
	rows: Vec<usize>,
	/// In how many cells: a merged cell is one.
	cells: HashSet<(usize, u32)>,
}

fn owners(records: &Records, options: &Options, report: &mut Report) -> Owners {
	let mut groups: Vec<Group<'_>> = Vec::new();
	let mut positions = HashMap::new();
	for (at, record) in records.rows.iter().enumerate() {
		let Owned::By(name) = &record.owner else { continue };
		let next = groups.len();
		let position = *positions.entry(name.key()).or_insert(next);
		if position == next {
			groups.push(Group { name, rows: Vec::new(), cells: HashSet::new() });
		}
		if let Some(group) = groups.get_mut(position) {
			group.rows.push(at);
			group.cells.insert((record.sheet, record.owner_row));
		}
	}

	let (mut asked, mut answered) = (Vec::new(), Vec::new());
	let mut identities: Vec<Option<Identity>> = records.rows.iter().map(|_| None).collect();
	// Rows whose owner is not known yet: their kinds need not agree.
	let mut open = HashSet::new();
	for group in &groups {
		let rows = || group.rows.iter().filter_map(|at| Some((*at, records.rows.get(*at)?)));
		let body = |(_, record): (usize, &Record)| {
			matches!(record.owner_kind, Some(OwnerKind::Company | OwnerKind::Developer))
		};
		let several = group.cells.len() > 1;
		let bodies = rows().all(body);
		if several && bodies && !group.name.is_code() {
			report.said.push(Said::CompanyOnUnits(group.name.text.clone(), group.rows.len()));
		}
		let bare = several && !bodies && !group.name.is_code();
		let listed = || {
			let (_, first) = rows().next()?;
			let first = records.place(first, Field::Owner);
			Some(NameOnUnits { name: group.name.text.clone(), units: group.rows.len(), first })
		};
		for (at, record) in rows() {
			let identity = match (&options.owner_key, options.same_name) {
				_ if !bare => Identity::Name(group.name.key()),
				(Some(_), _) => {
					if record.owner_key.is_empty() {
						let place = records.key_place(record);
						report.mistakes.push(Mistake { place, problem: Problem::NoKey(group.name.text.clone()) });
					}
					Identity::Key(group.name.key(), record.owner_key.clone())
				}
				(None, Some(SameName::Several)) => Identity::Cell(record.sheet, record.owner_row),
				(None, Some(SameName::One)) => Identity::Name(group.name.key()),
				(None, None) => {
					open.insert(at);
					Identity::Name(group.name.key())
				}
			};
			if let Some(place) = identities.get_mut(at) {
				*place = Some(identity);
			}
		}
		if bare && options.owner_key.is_none() {
			let list = if options.same_name.is_none() { &mut asked } else { &mut answered };
			list.extend(listed());
		}
	}
	if !asked.is_empty() {
		report.questions.push(Question::SameName { names: asked, keys: records.telling_apart.clone() });
	}
	if let (Some(same), false) = (options.same_name, answered.is_empty()) {
		report.said.push(Said::SameNames(same, answered));
	}
	if let Some(column) = &options.owner_key {
		report.said.push(Said::OwnerKey(column.clone()));
	}
	let owners = by_identity(records, identities, &open, report);
	say_kinds(records, &owners, report);
	owners
}

fn by_identity(
	records: &Records,
	identities: Vec<Option<Identity>>,
	open: &HashSet<usize>,
	report: &mut Report,
) -> Owners {
	let mut list: Vec<Owner> = Vec::new();
	// The row where each owner stands first.
	let mut firsts: Vec<usize> = Vec::new();
	let mut known = HashMap::new();
	let mut developer: Option<usize> = None;
	let mut of_rows = vec![None; records.rows.len()];
	for (at, (record, identity)) in records.rows.iter().zip(identities).enumerate() {
		let (Owned::By(name), Some(identity), Some(kind)) = (&record.owner, identity, record.owner_kind) else {
			continue;
		};
		let next = list.len();
		let position = *known.entry(identity).or_insert(next);
		if let Some(place) = of_rows.get_mut(at) {
			*place = Some(position);
		}
		let first = |position: usize| {
			let row = firsts.get(position).and_then(|at| records.rows.get(*at)).unwrap_or(record);
			records.place(row, Field::Owner)
		};
		if let Some(owner) = list.get(position) {
			if owner.kind != kind && !open.contains(&at) {
				let (owner, expected) = (owner.name.clone(), owner.kind);
				let problem = Problem::TwoKinds { owner, found: kind, expected, first: first(position) };
				mistake(report, records, record, Field::OwnerKind, problem);
			}
			continue;
		}
		if kind == OwnerKind::Developer {
			match developer.and_then(|position| Some((position, list.get(position)?))) {
				Some((position, other)) => {
					let developer = other.name.clone();
					let problem =
						Problem::SecondDeveloper { owner: name.text.clone(), developer, first: first(position) };
					mistake(report, records, record, Field::OwnerKind, problem);
				}
				None => developer = Some(next),
			}
		}
		list.push(Owner { name: name.text.clone(), kind });
		firsts.push(at);
	}

	// Without an owner, a unit is unsold: it is the developer's if there is one.
	for (at, record) in records.rows.iter().enumerate().filter(|(_, record)| record.owner == Owned::Nobody) {
		match developer.and_then(|position| Some((position, list.get(position)?))) {
			Some((position, owner)) => {
				let unit = record.unit.clone().unwrap_or_default();
				let place = records.place(record, Field::Owner);
				report.warnings.push(Warning::NoOwner { place, unit, developer: owner.name.clone() });
				if let Some(place) = of_rows.get_mut(at) {
					*place = Some(position);
				}
			}
			None => mistake(report, records, record, Field::Owner, Problem::Nothing(Field::Owner)),
		}
	}
	Owners { list, of_rows }
}

/// Says which kinds of owners were assumed.
fn say_kinds(records: &Records, owners: &Owners, report: &mut Report) {
	if records.assumes_owner_kind && !owners.list.is_empty() {
		let count = |kind| owners.list.iter().filter(|owner| owner.kind == kind).count();
		report.said.push(Said::OwnerKindAssumed {
			persons: count(OwnerKind::Person),
			joint: count(OwnerKind::Joint),
			companies: count(OwnerKind::Company),
		});
	}
}

/// The building of each row as found, and the finished list of buildings.
fn buildings(records: &Records, report: &mut Report) -> (Vec<Option<usize>>, Option<Numbered>) {
	let mut buildings = Buildings::default();
	let mut found = Vec::with_capacity(records.rows.len());
	let mut firsts = Vec::new();
	for record in &records.rows {
		let position = record.building.as_deref().filter(|name| !name.is_empty()).and_then(|name| {
			match buildings.add(record.phase.as_deref(), name) {
				Ok(position) => Some(position),
				Err(_) => {
					mistake(report, records, record, Field::Building, Problem::BuildingNumber(name.into()));
					None
				}
			}
		});
		if buildings.len() > firsts.len() {
			firsts.push(record);
		}
		found.push(position);
	}
	match buildings.finish() {
		Ok(numbered) => {
			report.said.extend(numbered.forms.iter().cloned().map(Said::BuildingForms));
			(found, Some(numbered))
		}
		Err(left) => {
			if let Some(record) = firsts.get(left.0) {
				let name = record.building.clone().unwrap_or_default();
				mistake(report, records, record, Field::Building, Problem::NoNumberLeft(name));
			}
			(found, None)
		}
	}
}

/// The label of each row: the door number, with entrance and building before it where door numbers repeat.
fn labels(
	records: &Records,
	found: &[Option<usize>],
	numbered: Option<&Numbered>,
	report: &mut Report,
) -> Vec<Option<String>> {
	let building = |at: usize| {
		let found = found.get(at).copied().flatten()?;
		numbered.and_then(|numbered| numbered.positions.get(found).copied()).or(Some(found))
	};
	// The same unit again, and the same door number elsewhere.
	let mut units: HashMap<(Option<usize>, &str, &str), &Record> = HashMap::new();
	let mut doors: HashSet<(&str, &str)> = HashSet::new();
	let mut bare: HashSet<&str> = HashSet::new();
	let (mut again, mut entrances, mut in_buildings) = (HashSet::new(), false, false);
	for (at, record) in records.rows.iter().enumerate() {
		let Some(unit) = record.unit.as_deref() else { continue };
		let entrance = record.entrance.as_str();
		let key = (building(at), entrance, unit);
		if let Some(first) = units.get(&key) {
			let problem = Problem::SameUnit(unit.into(), records.place(first, Field::Unit));
			mistake(report, records, record, Field::Unit, problem);
			again.insert(at);
			continue;
		}
		units.insert(key, record);
		entrances |= !bare.insert(unit);
		in_buildings |= !doors.insert((entrance, unit));
	}

	let name = |at: usize| {
		let building = numbered.and_then(|numbered| numbered.buildings.get(building(at)?));
		building.map(|building| building.name.as_str())
	};
	let mut example = None;
	let mut known: HashMap<String, &Record> = HashMap::new();
	let mut labels = Vec::with_capacity(records.rows.len());
	for (at, record) in records.rows.iter().enumerate() {
		let Some(unit) = record.unit.as_deref().filter(|_| !again.contains(&at)) else {
			labels.push(None);
			continue;
		};
		let mut label = String::new();
		// A door number repeats in another entrance or building: every label then names both.
		let parts = [
			name(at).filter(|_| in_buildings || entrances),
			Some(record.entrance.as_str()).filter(|entrance| entrances && !entrance.is_empty()),
			Some(unit),
		];
		for part in parts.into_iter().flatten() {
			if label.ends_with(|c: char| c.is_ascii_alphanumeric()) {
				label.push('-');
			} else if !label.is_empty() {
				label.push(' ');
			}
			label.push_str(part);
		}
		if label != unit {
			example.get_or_insert_with(|| label.clone());
		}
		match known.get(&label) {
			Some(first) => {
				let problem = Problem::SameLabel(label.clone(), records.place(first, Field::Unit));
				mistake(report, records, record, Field::Unit, problem);
			}
			None => {
				known.insert(label.clone(), record);
			}
		}
		labels.push(Some(label));
	}
	report.said.extend(example.map(Said::Labels));
	near::units(records, found, report);
	labels
}
