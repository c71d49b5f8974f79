// SPDX-License-Identifier: GPL-3.0-or-later

//! Buildings: which names mean the same one, and their numbers.

use crate::{
	model::Building,
	text::{chinese_number, look, normal},
};
use std::collections::{BTreeMap, HashMap, HashSet};

/// What a building's number stands with.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
enum Word {
	/// Nothing: `3`.
	None,
	/// `3号楼`, `3幢`, `3栋`, `3#`: offices use them without distinction.
	House,
	/// `3座`.
	Seat,
	/// `Building 3`.
	Building,
	/// `Block 3`.
	Block,
	/// `Tower 3`.
	Tower,
}

/// A building as compared.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
enum Key {
	Number(Word, u16),
	Name(String),
}

/// A number that is out of range: 0, or above 65535.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct OutOfRange;

fn key(name: &str) -> Result<Key, OutOfRange> {
	const BEFORE: [(&str, Word); 6] = [
		("building", Word::Building),
		("bldg", Word::Building),
		("block", Word::Block),
		("tower", Word::Tower),
		("no.", Word::House),
		("#", Word::House),
	];
	const BEHIND: [(&str, Word); 9] = [
		("号楼", Word::House),
		("栋楼", Word::House),
		("幢楼", Word::House),
		("#楼", Word::House),
		("号", Word::House),
		("幢", Word::House),
		("栋", Word::House),
		("楼", Word::House),
		("座", Word::Seat),
	];
	let name = normal(name).to_lowercase();
	if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit()) {
		return match name.parse() {
			Ok(number) if number > 0 => Ok(Key::Number(Word::None, number)),
			_ => Err(OutOfRange),
		};
	}
	let bare = name.strip_prefix('第').unwrap_or(&name);
	let before = BEFORE.iter().find_map(|(word, kind)| Some((bare.strip_prefix(word)?, *kind)));
	let behind = BEHIND.iter().find_map(|(word, kind)| Some((bare.strip_suffix(word)?, *kind)));
	let hash = bare.strip_suffix('#').map(|rest| (rest, Word::House));
	if let Some((rest, word)) = before.or(behind).or(hash) {
		let rest = rest.trim();
		let number =
			if rest.bytes().all(|byte| byte.is_ascii_digit()) { rest.parse().ok() } else { chinese_number(rest) };
		if let Some(number) = number.filter(|number| *number > 0) {
			return Ok(Key::Number(word, number));
		}
	}
	Ok(Key::Name(look(&name)))
}

/// Whether two names mean the same building wherever only one of the two is written: `1`, `01` and `1号楼`.
pub fn same_building(one: &str, other: &str) -> bool {
	match (key(one), key(other)) {
		(Ok(Key::Number(word, number)), Ok(Key::Number(other, same))) => {
			number == same && (word == other || word == Word::None || other == Word::None)
		}
		(Ok(one), Ok(other)) => one == other,
		_ => false,
	}
}

/// Whether a sheet's name is that of a building: a number with a word for a building.
pub(crate) fn is_sheet(name: &str) -> bool {
	matches!(key(name), Ok(Key::Number(word, _)) if word != Word::None)
}

/// The phase that a text names, as compared; `None` if it names none.
pub(crate) fn phase_key(name: &str) -> Option<String> {
	let name = normal(name).to_lowercase().replace(' ', "");
	let number = |text: &str| {
		if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
			text.parse::<u16>().ok()
		} else {
			chinese_number(text)
		}
	};
	for word in ["phase", "stage"] {
		if let Some(number) = name.strip_prefix(word).and_then(number) {
			return Some(number.to_string());
		}
	}
	let (start, _) = name.strip_prefix('第').unwrap_or(&name).split_once('期')?;
	number(start).map(|number| number.to_string())
}

/// The buildings of a roster, as they are found.
#[derive(Default)]
pub(crate) struct Buildings {
	/// Phase as compared, key, name as first written, and all ways of writing it.
	found: Vec<(String, Key, String, Vec<String>)>,
	positions: HashMap<(String, Key), usize>,
	/// The phases as first written.
	phases: BTreeMap<String, String>,
}

/// Why buildings cannot be numbered: the position of the one that gets no number.
pub(crate) struct NoNumberLeft(pub usize);

/// The finished list, where each found building is in it, and which were written in several ways.
pub(crate) struct Numbered {
	pub buildings: Vec<Building>,
	pub positions: Vec<usize>,
	pub forms: Vec<Vec<String>>,
}

impl Buildings {
	/// The position of a building, which is added at first appearance.
	pub fn add(&mut self, phase: Option<&str>, name: &str) -> Result<usize, OutOfRange> {
		let key = key(name)?;
		let phase = phase.filter(|phase| !phase.is_empty()).map_or_else(String::new, |phase| {
			let key = phase_key(phase).unwrap_or_else(|| look(phase));
			self.phases.entry(key.clone()).or_insert_with(|| phase.to_owned());
			key
		});
		let next = self.found.len();
		let at = *self.positions.entry((phase.clone(), key.clone())).or_insert(next);
		match self.found.get_mut(at) {
			Some((.., forms)) if forms.iter().any(|form| form == name) => (),
			Some((.., forms)) => forms.push(name.to_owned()),
			None => self.found.push((phase, key, name.to_owned(), vec![name.to_owned()])),
		}
		Ok(at)
	}

	/// How many there are so far.
	pub fn len(&self) -> usize {
		self.found.len()
	}

	/// Puts `3` and `3号楼` together where only one word stands with 3, and gives numbers.
	pub fn finish(self) -> Result<Numbered, NoNumberLeft> {
		let mut words: HashMap<(&str, u16), HashSet<Word>> = HashMap::new();
		for (phase, key, ..) in &self.found {
			if let Key::Number(word, number) = key {
				words.entry((phase, *number)).or_default().insert(*word);
			}
		}
		let mut kept: Vec<(usize, Vec<String>)> = Vec::new();
		let mut positions = Vec::new();
		let mut known: HashMap<(&str, Key), usize> = HashMap::new();
		for (at, (phase, key, _, forms)) in self.found.iter().enumerate() {
			let one = match key {
				Key::Number(_, number)
					if words
						.get(&(phase.as_str(), *number))
						.is_some_and(|words| words.iter().filter(|word| **word != Word::None).count() <= 1) =>
				{
					Key::Number(Word::None, *number)
				}
				other => other.clone(),
			};
			let next = kept.len();
			let position = *known.entry((phase, one)).or_insert(next);
			match kept.get_mut(position) {
				Some((_, all)) => all.extend(forms.iter().cloned()),
				None => kept.push((at, forms.clone())),
			}
			positions.push(position);
		}

		let own = |at: &usize| match self.found.get(*at) {
			Some((_, Key::Number(_, number), ..)) => Some(*number),
			_ => None,
		};
		let mut last = kept.iter().filter_map(|(at, _)| own(at)).max().unwrap_or(0);
		let mut taken = HashSet::new();
		let phases = self.found.iter().map(|(phase, ..)| phase).collect::<HashSet<_>>().len();
		let (mut buildings, mut several) = (Vec::new(), Vec::new());
		for (at, forms) in kept {
			let number = match own(&at).filter(|number| taken.insert(*number)) {
				Some(number) => number,
				None => {
					last = last.checked_add(1).ok_or(NoNumberLeft(at))?;
					last
				}
			};
			let Some((phase, _, name, _)) = self.found.get(at) else { continue };
			let name = match self.phases.get(phase) {
				Some(phase) if phases > 1 => format!("{phase} {name}"),
				_ => name.clone(),
			};
			if forms.len() > 1 {
				several.push(forms);
			}
			buildings.push(Building { number, name });
		}
		Ok(Numbered { buildings, positions, forms: several })
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	/// Numbers and names of the buildings, each with where it is written.
	fn numbered(names: &[&str]) -> (Vec<(u16, String)>, Vec<usize>) {
		let mut buildings = Buildings::default();
		let found: Vec<usize> = names.iter().map(|name| buildings.add(None, name).unwrap()).collect();
		let Ok(numbered) = buildings.finish() else { panic!("there are numbers") };
		let list = numbered.buildings.into_iter().map(|building| (building.number, building.name)).collect();
		(list, found.iter().map(|at| numbered.positions[*at]).collect())
	}

	#[test]
	fn numbers_and_names() {
		let (list, at) = numbered(&["12", "3", "12", "03"]);
		assert_eq!(list, [(12, "12".into()), (3, "3".into())]);
		assert_eq!(at, [0, 1, 0, 1]);
		let (list, _) = numbered(&["P1", "7", "2", "P2", "P1"]);
		assert_eq!(list.iter().map(|building| building.0).collect::<Vec<_>>(), [8, 7, 2, 9]);
	}

	#[test]
	fn one_building_where_people_see_one() {
		assert_eq!(numbered(&["1号楼", "１号楼", "1幢", "一号楼", "1"]).0, [(1, "1号楼".into())]);
		assert_eq!(numbered(&["1", "1座"]).0, [(1, "1".into())]);
		// Two words with one number are two buildings, and the bare number is neither.
		assert_eq!(numbered(&["Block 1", "Tower 1", "1"]).0.len(), 3);
		assert!(same_building("01", "1") && same_building("1", "1号楼") && same_building("地下车库", " 地下车库"));
		assert!(!same_building("1", "2") && !same_building("Block 1", "Tower 1") && !same_building("0", "0"));
	}

	#[test]
	fn phases() {
		for (text, key) in [("一期", "1"), ("第二期", "2"), ("Phase 3", "3"), ("12期工程", "12")] {
			assert_eq!(phase_key(text).as_deref(), Some(key), "{text}");
		}
		assert_eq!(["期", "Sheet1", "学期", "1号楼"].map(phase_key), [const { None }; 4]);
		let mut buildings = Buildings::default();
		let at: Vec<_> = [("一期", "1号楼"), ("二期", "1号楼"), ("1期", "1")]
			.map(|(phase, name)| buildings.add(Some(phase), name).unwrap())
			.into();
		let Ok(numbered) = buildings.finish() else { panic!("there are numbers") };
		let names: Vec<_> =
			numbered.buildings.iter().map(|building| (building.number, building.name.as_str())).collect();
		assert_eq!(names, [(1, "一期 1号楼"), (2, "二期 1号楼")]);
		assert_eq!(at.iter().map(|at| numbered.positions[*at]).collect::<Vec<_>>(), [0, 1, 0]);
	}
}
