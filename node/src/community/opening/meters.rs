// SPDX-License-Identifier: GPL-3.0-or-later

//! Meters with their base lines (D49): what each dial shows when the chain begins. What was used before is not billed.
//!
//! A meter's number stays in the office's list; the chain has a salted commitment to it. Ids follow the place: meters
//! of common parts first, in the order of the list, so that charges can name them; then those of units by their ids.

use super::{
	file::{self, ReadFile},
	lists::{self, Labels, Reader, UNIT_AT},
};
use crate::community::{
	charge_text::utility_name,
	charges::{buildings_named, CommonMeter, NamedCharge},
	config::{Config, Source},
	errors::CommunityError,
	locale::language,
	report::money::bills,
	salts::Salted,
};
use linli_primitives::{BuildingId, MeterId, Moment, UnitId, UtcOffset, Utility};
use linli_roster::{look, Language, ListRow, Roster};
use linli_runtime::genesis::{
	max_sub_meters, max_unit_meters, Basis, GenesisMeter, MeterPlace, MAX_DIGITS, MAX_MULTIPLIER, MAX_PLAUSIBILITY,
};
use std::{
	cmp::Reverse,
	collections::{BTreeMap, BTreeSet},
};

// The columns besides those that name a unit.
const UTILITY: usize = 3;
const NUMBER: usize = 4;
const DIGITS: usize = 5;
const MULTIPLIER: usize = 6;
const READING: usize = 7;
const DATE: usize = 8;
const MOST: usize = 9;
const MAIN: usize = 10;

/// The longest meter number, in characters.
const MAX_NUMBER: usize = 64;

/// How many times the use of a unit a common part can have in a day, where the list names no bound.
const COMMON_TIMES: u64 = 100;

/// Where a meter is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
	/// In a unit, as a position in the roster.
	Unit(usize),
	/// In a common part of a building, or of the whole community.
	Common(Option<BuildingId>),
}

/// A meter with what its dial shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BaseLine {
	/// Where it is.
	pub place: Place,
	/// What it measures.
	pub utility: Utility,
	/// Its number, which stays off the chain.
	pub number: String,
	/// The main meter above it, as a position in the list.
	pub main: Option<usize>,
	/// The digits of its dial before the decimal point.
	pub digits: u8,
	/// What the dial shows is multiplied by this.
	pub multiplier: u32,
	/// What the dial shows, in thousandths of the physical unit.
	pub reading: u64,
	/// The beginning of the day of the reading, in ms.
	pub date: Moment,
	/// The most that can be used in a day, with the multiplier, in thousandths of the physical unit.
	pub most: u64,
}

/// The meters, in the order of the office's list.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Meters {
	/// The meters.
	pub list: Vec<BaseLine>,
	/// The file, if there is one.
	pub file: Option<ReadFile>,
}

/// Reads the meters that the config names; none if it names no file. All mistakes are said at once.
pub fn read(config: &Config, source: &Source, offset: UtcOffset, roster: &Roster) -> Result<Meters, CommunityError> {
	let Some(opening) = &config.opening else { return Ok(Meters::default()) };
	let Some(name) = &opening.meters else { return Ok(Meters::default()) };
	let (rows, read) = file::open(source, name, &lists::METERS)?;
	// A date of the opening that is none is said with the other lists.
	let opened = lists::day(&opening.date).and_then(|day| offset.start_of(day));
	let mut reading = Reading { roster, labels: Labels::of(roster), offset, opened, seen: Seen::default() };
	let (mut faults, mut list, mut mains) = (Vec::new(), Vec::new(), Vec::new());
	let language = language();
	for (at, row) in rows.iter().enumerate() {
		list.extend(reading.meter(at, &mut Reader { row, faults: &mut faults, language }));
	}
	let mut below = BTreeMap::<usize, u32>::new();
	for (at, row) in rows.iter().enumerate() {
		mains.push(reading.main(at, &rows, &mut below, &mut Reader { row, faults: &mut faults, language }));
	}
	if !faults.is_empty() {
		return Err(CommunityError::Opening { file: source.folder().join(name), mistakes: faults });
	}
	// Without a fault, every row is a meter.
	let list = list.into_iter().zip(mains).map(|(meter, main)| BaseLine { main, ..meter }).collect();
	Ok(Meters { list, file: Some(read) })
}

/// What was read so far.
#[derive(Default)]
struct Seen {
	/// The utilities and numbers of all meters.
	numbers: BTreeSet<(Utility, String)>,
	/// The numbers of meters of common parts.
	common: BTreeMap<String, (usize, Utility)>,
	/// The utility of each row's meter, by its position.
	utilities: BTreeMap<usize, Utility>,
	/// How many meters each unit has.
	of_units: BTreeMap<usize, u32>,
}

/// A list that is being read.
struct Reading<'a> {
	roster: &'a Roster,
	labels: Labels,
	offset: UtcOffset,
	opened: Option<Moment>,
	seen: Seen,
}

impl Reading<'_> {
	/// The meter of a row, without its main meter.
	fn meter(&mut self, at: usize, row: &mut Reader<'_>) -> Option<BaseLine> {
		let (place, utility, number) = (
			self.place(row),
			row.utility(UTILITY),
			row.text(NUMBER, MAX_NUMBER, "the number on the meter", "表上的编号"),
		);
		if let Some(utility) = utility {
			self.seen.utilities.insert(at, utility);
		}
		if let (Some(place), Some(utility), Some(number)) = (place, utility, &number) {
			self.once(at, place, utility, number, row);
		}
		let digits = row.whole(DIGITS, 1..=MAX_DIGITS.into()).and_then(|digits| u8::try_from(digits).ok());
		let multiplier = match row.row.text(MULTIPLIER).is_empty() {
			true => Some(1),
			false => row.whole(MULTIPLIER, 1..=MAX_MULTIPLIER.into()).and_then(|times| u32::try_from(times).ok()),
		};
		let reading = row.dial(READING);
		if let (Some(digits), Some(reading)) = (digits, reading) {
			if reading >= end_of_dial(digits) {
				row.wrong(
					READING,
					&format!("a number that a dial of {digits} digits can show"),
					&format!("{digits} 位表盘所能显示的读数"),
				);
			}
		}
		let date = self.date(row);
		let most = most(row, place, utility, multiplier);
		Some(BaseLine {
			place: place?,
			utility: utility?,
			number: number?,
			main: None,
			digits: digits?,
			multiplier: multiplier?,
			reading: reading?,
			date: date?,
			most: most?,
		})
	}

	/// The unit that a row names, or the common part.
	fn place(&self, row: &mut Reader<'_>) -> Option<Place> {
		let cells = row.row;
		let [unit, building, _] = UNIT_AT;
		if !lists::is_common(cells.text(unit)) {
			let found = self.labels.find(UNIT_AT.map(|column| cells.text(column)));
			if found.is_none() {
				row.wrong(unit, "a unit as the roster has it, or `common`", "名册中的房号，或“公共”");
			}
			return found.map(Place::Unit);
		}
		let name = cells.text(building);
		if name.is_empty() {
			return Some(Place::Common(None));
		}
		match buildings_named(&self.roster.buildings, name).as_slice() {
			[building] => Some(Place::Common(Some(building.number))),
			_ => {
				let english = "a building of the roster, or nothing for the whole community";
				row.wrong(building, english, "名册中的一栋楼；全小区共用的留空");
				None
			}
		}
	}

	/// Notes the meter; says if its number is there already, or if the unit has too many.
	fn once(&mut self, at: usize, place: Place, utility: Utility, number: &str, row: &mut Reader<'_>) {
		let key = look(number);
		let mut is_new = self.seen.numbers.insert((utility, key.clone()));
		match place {
			Place::Unit(unit) => {
				let count = self.seen.of_units.entry(unit).or_default();
				*count = count.saturating_add(1);
				let most = max_unit_meters();
				if *count > most {
					let english = format!("at most {most} meters of a unit");
					row.wrong(UNIT_AT[0], &english, &format!("每套房屋至多 {most} 块表"));
				}
			}
			// Charges name them by their numbers alone.
			Place::Common(_) if self.seen.common.contains_key(&key) => is_new = false,
			Place::Common(_) => {
				self.seen.common.insert(key, (at, utility));
			}
		}
		if !is_new {
			let english = "each meter once: its number is that of another meter";
			row.wrong(NUMBER, english, "每块表一行；此表号已有另一块表使用");
		}
	}

	/// The day of the reading, which is not after the opening.
	fn date(&self, row: &mut Reader<'_>) -> Option<Moment> {
		let day = row.day(DATE)?;
		let date = self.offset.start_of(day);
		if date.is_none() || self.opened.is_some_and(|opened| date > Some(opened)) {
			row.wrong(DATE, "a day after 1970 and not after the opening", "1970 年之后、不晚于期初日的日期");
		}
		date
	}

	/// The main meter that a row names, as a position in the list.
	fn main(
		&self,
		at: usize,
		rows: &[ListRow],
		below: &mut BTreeMap<usize, u32>,
		row: &mut Reader<'_>,
	) -> Option<usize> {
		let named = row.row.text(MAIN);
		// Without it nothing is known that could be compared; that is said already.
		let utility = self.seen.utilities.get(&at)?;
		if named.is_empty() {
			return None;
		}
		let is_main = |main: &usize| *main != at && rows.get(*main).is_some_and(|row| row.text(MAIN).is_empty());
		let found = self.seen.common.get(&look(named)).filter(|(_, of)| of == utility).map(|(main, _)| *main);
		let Some(main) = found.filter(is_main) else {
			let english =
				"the number of a meter of a common part in this list that measures the same and is below none";
			row.wrong(MAIN, english, "本表中公共部位的一块同类表的表号，且该表本身没有上级表");
			return None;
		};
		let count = below.entry(main).or_default();
		*count = count.saturating_add(1);
		let most = max_sub_meters();
		if *count > most {
			let english = format!("at most {most} meters below one main meter: divide them among several");
			row.wrong(MAIN, &english, &format!("一块总表之下至多 {most} 块表，请分设总表"));
		}
		Some(main)
	}
}

/// The value, in thousandths, at which a dial begins at zero again.
fn end_of_dial(digits: u8) -> u64 {
	10u64.saturating_pow(digits.into()).saturating_mul(1_000)
}

/// The most that can be used in a day: what the list says, or what is usual.
fn most(row: &mut Reader<'_>, place: Option<Place>, utility: Option<Utility>, multiplier: Option<u32>) -> Option<u64> {
	let text = row.row.text(MOST);
	if text.is_empty() {
		let times = match place? {
			Place::Unit(_) => 1,
			Place::Common(_) => COMMON_TIMES,
		};
		let usual = usual_in_a_unit(utility?).saturating_mul(times).saturating_mul(multiplier?.into());
		return Some(usual.min(MAX_PLAUSIBILITY));
	}
	let found = linli_roster::decimal(text, 3).filter(|most| (1..=MAX_PLAUSIBILITY).contains(most));
	if found.is_none() {
		let english = "the most that can be used in a day, in m³ or kWh, with at most three decimals";
		row.wrong(MOST, english, "一日至多的用量（立方米或千瓦时），至多三位小数");
	}
	found
}

/// What a unit uses in a day at most, in thousandths: several times a large household. More takes two people, so a
/// bound too low costs time and one too high lets a mistyped digit pass.
fn usual_in_a_unit(utility: Utility) -> u64 {
	match utility {
		Utility::ColdWater | Utility::HotWater => 10_000,
		Utility::Gas => 30_000,
		Utility::Electricity => 200_000,
		Utility::Heat => 500_000,
		Utility::Other => 1_000_000,
	}
}

impl Meters {
	/// The positions in the list, in the order of the ids on chain. `units` are the ids of the units, by their
	/// positions in the roster.
	fn order(&self, units: &[usize]) -> Vec<usize> {
		let mut order: Vec<usize> = (0..self.list.len()).collect();
		order.sort_by_cached_key(|at| match self.list.get(*at).map(|meter| (meter.place, meter)) {
			// Main meters before those below them.
			Some((Place::Common(_), meter)) => (Reverse(meter.main.is_none()), false, 0, None),
			Some((Place::Unit(unit), meter)) => {
				(Reverse(false), true, units.get(unit).copied().unwrap_or(unit), Some(meter.utility))
			}
			None => (Reverse(false), true, usize::MAX, None),
		});
		order
	}

	/// The ids on chain, by positions in the list.
	pub fn ids(&self, units: &[usize]) -> Vec<MeterId> {
		let mut ids = vec![MeterId::MAX; self.list.len()];
		for (id, at) in (0..).zip(self.order(units)) {
			if let Some(place) = ids.get_mut(at) {
				*place = id;
			}
		}
		ids
	}

	/// The meters of common parts, as charges name them.
	pub fn common(&self) -> Vec<CommonMeter> {
		// The ids of common parts' meters come first, whatever those of the units are.
		let ids = self.ids(&[]);
		let of_common = self.list.iter().zip(ids).filter(|(meter, _)| matches!(meter.place, Place::Common(_)));
		of_common.map(|(meter, id)| CommonMeter { number: meter.number.clone(), utility: meter.utility, id }).collect()
	}

	/// The meters as the chain begins with them. `serials` are their salted numbers, in the order of the list.
	pub fn genesis(&self, units: &[usize], serials: &[Salted]) -> Vec<GenesisMeter> {
		let ids = self.ids(units);
		let of_unit = |unit: usize| units.get(unit).and_then(|id| UnitId::try_from(*id).ok()).unwrap_or(UnitId::MAX);
		let meter = |at: usize| {
			let meter = self.list.get(at)?;
			Some(GenesisMeter {
				place: match meter.place {
					Place::Unit(unit) => MeterPlace::Unit(of_unit(unit)),
					Place::Common(building) => MeterPlace::Common { building },
				},
				utility: meter.utility,
				main: meter.main.and_then(|main| ids.get(main).copied()),
				serial: serials.get(at).map(|salted| salted.commitment).unwrap_or_default(),
				multiplier: meter.multiplier,
				digits: meter.digits,
				plausibility: meter.most,
				reading: meter.reading,
				date: meter.date,
			})
		};
		self.order(units).into_iter().filter_map(meter).collect()
	}

	/// How many there are, by what they measure.
	pub fn counts(&self) -> BTreeMap<Utility, usize> {
		let mut counts = BTreeMap::new();
		for meter in &self.list {
			let count = counts.entry(meter.utility).or_insert(0usize);
			*count = count.saturating_add(1);
		}
		counts
	}

	/// What would go without a bill, in words: units that a charge by meter covers, and that have no such meter in the
	/// list; and what is used before the first period of a charge by meter.
	pub fn gaps(&self, charges: &[NamedCharge], roster: &Roster, language: Language) -> Vec<String> {
		let metered: BTreeSet<(Utility, usize)> = self
			.list
			.iter()
			.filter_map(|meter| match meter.place {
				Place::Unit(unit) => Some((meter.utility, unit)),
				Place::Common(_) => None,
			})
			.collect();
		let gap = |named: &NamedCharge| {
			let Basis::Metered { utility, .. } = named.charge.basis else { return None };
			let covered = roster.units.iter().enumerate().filter(|(_, unit)| bills(&named.charge, unit, roster));
			let count = covered.filter(|(at, _)| !metered.contains(&(utility, *at))).count();
			let (name, measured) = (&named.name, utility_name(utility, language));
			(count > 0).then(|| match language {
				Language::English => {
					format!("{name}: {count} units without a meter ({measured}) in the list get no bill")
				}
				Language::Chinese => format!("{name}：{count} 套房屋在表格中没有计量表（{measured}），不会出账"),
			})
		};
		let late = |named: &NamedCharge| {
			let by_meter = matches!(named.charge.basis, Basis::Metered { .. } | Basis::SharedMeter { .. });
			let name = &named.name;
			(by_meter && named.charge.first.is_none()).then(|| match language {
				Language::English => format!(
					"{name}: it names no `first` period, so what is used before the first one after the chain's start \
					 gets no bill"
				),
				Language::Chinese => format!("{name}：没有写明 first（首个周期），链开始后首个周期之前的用量不会出账"),
			})
		};
		charges.iter().filter_map(gap).chain(charges.iter().filter_map(late)).collect()
	}

	/// How many are of common parts.
	pub fn of_common_parts(&self) -> usize {
		self.list.iter().filter(|meter| matches!(meter.place, Place::Common(_))).count()
	}
}

#[cfg(test)]
#[path = "../tests/meters.rs"]
mod tests;
