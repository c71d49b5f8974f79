// SPDX-License-Identifier: GPL-3.0-or-later

//! The initial charges of a community (D12): parses a TOML file into genesis configuration.
//!
//! ```toml
//! [[charge]]
//! name = "Property fee, homes"   # readable name, kept off chain
//! pot = "operating"              # or "repair", "common-income", or the name of another pot
//! basis = "per-area"             # or "per-unit", "metered", "one-off"
//! kinds = ["residential"]        # optional with "per-unit": default is all units
//! buildings = ["1", "2"]         # as people call those of the roster; default is all
//! rate = "2.80"                  # yuan (or the currency of the chain) per m², per unit, or per m³ or kWh of a meter
//! period = "month"               # or "quarter", "year"
//! first = "2027-01"              # default: the first period that begins after the chain's start
//! bill_past = false              # true: `first` may be long past, and all periods from it on are billed at once
//! due_days = 15                  # these four show the defaults
//! grace_days = 30
//! late_fee_per_day = "0.05%"
//! late_fee_cap = "30%"
//! ```

use super::{config::lines::line_at, decimal, errors::ChargesError, roster::unit_kind};
use linli_primitives::{calendar::UtcOffset, Fen, Fraction, Period, PeriodKind, PotId};
use linli_roster::{same_building, Building, UnitKind};
use linli_runtime::genesis::{Basis, Buildings, GenesisCharge, Kinds, MAX_BUILDINGS, MAX_RATE};
use std::time::{SystemTime, UNIX_EPOCH};
use toml::{Table, Value};

/// The default charges under the rules `cn`: a property fee on residential units.
pub const DEFAULT: &str = r#"
[[charge]]
name = "Property fee, homes"
pot = "operating"
basis = "per-area"
kinds = ["residential"]
rate = "2.80"
period = "month"
due_days = 15
grace_days = 30
late_fee_per_day = "0.05%"
late_fee_cap = "30%"
"#;

/// The default charges under the given rules. There are none under rules other than `cn`, where a rate in yuan would be
/// meaningless.
pub fn default_under(rules: &str) -> Option<&'static str> {
	(rules == "cn").then_some(DEFAULT)
}

/// The maximum number of charges, more than any community has.
pub const MAX_CHARGES: usize = 64;

/// The maximum number of days until due, and of grace.
const MAX_DAYS: u16 = 366;

/// The valid keys of a charge.
const KEYS: [&str; 13] = [
	"name",
	"pot",
	"basis",
	"kinds",
	"buildings",
	"rate",
	"period",
	"first",
	"bill_past",
	"due_days",
	"grace_days",
	"late_fee_per_day",
	"late_fee_cap",
];

/// A charge with its readable name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NamedCharge {
	/// Its readable name.
	pub name: String,
	/// Its terms on chain.
	pub charge: GenesisCharge,
}

/// The names by which a pot can be referred to: its kind or its name. Its position is its id.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PotNames {
	/// Its kind, such as `commonIncome`.
	pub kind: String,
	/// Its public name.
	pub name: String,
}

/// Parses a file of charges, up to the first mistake.
#[cfg(test)]
pub fn parse(text: &str, pots: &[PotNames], buildings: &[Building]) -> Result<Vec<NamedCharge>, ChargesError> {
	read(list(text)?, pots, buildings)
}

/// The charges of a file, as tables that were not read yet.
pub fn list(text: &str) -> Result<Vec<Value>, ChargesError> {
	let mut table: Table = text.parse().map_err(|error: toml::de::Error| {
		let line = error.span().map_or(1, |span| line_at(text, span.start));
		ChargesError::Syntax(format!("line {line}: {}", error.message()))
	})?;
	let list = table.remove("charge");
	if let Some((key, _)) = table.into_iter().next() {
		return Err(ChargesError::Key {
			place: "the file".into(),
			key,
			found: "a key that means nothing here".into(),
			expected: "only [[charge]]".into(),
		});
	}
	match list {
		Some(Value::Array(charges)) => Ok(charges),
		Some(other) => Err(whole(show(&other), "[[charge]] with two pairs of brackets, once for each charge")),
		None => Err(whole("none".into(), "[[charge]], once for each charge")),
	}
}

/// Reads the charges of a list, up to the first mistake.
pub fn read(charges: Vec<Value>, pots: &[PotNames], buildings: &[Building]) -> Result<Vec<NamedCharge>, ChargesError> {
	if charges.len() > MAX_CHARGES {
		return Err(whole(format!("{} of them", charges.len()), &format!("at most {MAX_CHARGES}")));
	}
	charges
		.into_iter()
		.enumerate()
		.map(|(position, value)| match value {
			Value::Table(table) => Reader::new(position + 1, &table)?.charge(pots, buildings),
			other => Err(whole(show(&other), "[[charge]], once for each charge")),
		})
		.collect()
}

/// Whether the period is more than one behind at `now`. The community's own clock differs by less than a day.
fn is_long_past(period: Period, kind: PeriodKind, now: SystemTime) -> bool {
	let after_next = period.next(kind).and_then(|next| next.next(kind));
	let start = after_next.and_then(|after| after.start(UtcOffset::PLUS_8));
	let now = now.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
	start.is_some_and(|start| u128::from(start) <= now)
}

/// A mistake in the list of charges as a whole.
fn whole(found: String, expected: &str) -> ChargesError {
	ChargesError::Key { place: "the file".into(), key: "charge".into(), found, expected: expected.into() }
}

/// Parses the keys of one charge.
struct Reader<'a> {
	table: &'a Table,
	place: String,
	name: String,
}

impl<'a> Reader<'a> {
	fn new(number: usize, table: &'a Table) -> Result<Self, ChargesError> {
		let mut reader = Self { table, place: format!("charge {number}"), name: format!("Charge {number}") };
		if let Some(name) = reader.optional_text("name", "a text in quotation marks")? {
			reader.place = format!("charge {number} ({name})");
			reader.name = name.into();
		}
		match table.keys().find(|key| !KEYS.contains(&key.as_str())) {
			Some(key) => Err(ChargesError::Key {
				place: reader.place,
				key: key.clone(),
				found: "a key that means nothing here".into(),
				expected: format!("one of {}", KEYS.join(", ")),
			}),
			None => Ok(reader),
		}
	}

	fn charge(self, pots: &[PotNames], buildings: &[Building]) -> Result<NamedCharge, ChargesError> {
		let basis = self.basis()?;
		let charge = GenesisCharge {
			pot: self.pot(pots)?,
			rate: self.rate(&basis)?,
			buildings: self.buildings(buildings)?,
			period: self.period()?,
			first: self.first()?,
			bill_past: self.bill_past()?,
			due_days: self.days("due_days", 15)?,
			grace_days: self.days("grace_days", 30)?,
			late_rate: self.percent("late_fee_per_day", Fraction::new(5, 10_000))?,
			late_cap: self.percent("late_fee_cap", Fraction::new(30, 100))?,
			basis,
		};
		Ok(NamedCharge { name: self.name, charge })
	}

	fn error(&self, key: &str, expected: impl Into<String>) -> ChargesError {
		ChargesError::Key {
			place: self.place.clone(),
			key: key.into(),
			found: self.table.get(key).map_or_else(|| "nothing".into(), show),
			expected: expected.into(),
		}
	}

	fn optional_text(&self, key: &str, expected: &str) -> Result<Option<&'a str>, ChargesError> {
		match self.table.get(key) {
			None => Ok(None),
			Some(Value::String(text)) => Ok(Some(text.trim())),
			Some(_) => Err(self.error(key, expected)),
		}
	}

	fn text(&self, key: &str, expected: &str) -> Result<&'a str, ChargesError> {
		self.optional_text(key, expected)?.ok_or_else(|| self.error(key, expected))
	}

	fn texts(&self, key: &str, expected: &str) -> Result<Option<Vec<&'a str>>, ChargesError> {
		let Some(value) = self.table.get(key) else { return Ok(None) };
		let texts = value.as_array().and_then(|list| list.iter().map(Value::as_str).collect::<Option<Vec<_>>>());
		match texts {
			Some(texts) if !texts.is_empty() => Ok(Some(texts)),
			_ => Err(self.error(key, expected)),
		}
	}

	fn pot(&self, pots: &[PotNames]) -> Result<PotId, ChargesError> {
		let known: Vec<_> =
			pots.iter().map(|pot| dashed(if pot.kind == "other" { &pot.name } else { &pot.kind })).collect();
		let expected = format!("one of {}", known.join(", "));
		let wanted = plain(self.text("pot", &expected)?);
		pots.iter()
			.position(|pot| plain(&pot.kind) == wanted && pot.kind != "other" || plain(&pot.name) == wanted)
			.and_then(|position| PotId::try_from(position).ok())
			.ok_or_else(|| self.error("pot", expected))
	}

	fn basis(&self) -> Result<Basis, ChargesError> {
		const EXPECTED: &str = "one of per-area, per-unit, metered, one-off";
		let kinds = self.kinds()?;
		let needed = |kinds: Option<Kinds>| kinds.ok_or_else(|| self.error("kinds", KINDS));
		match self.text("basis", EXPECTED)? {
			"per-area" => Ok(Basis::PerArea { kinds: needed(kinds)? }),
			"per-unit" => Ok(kinds.map_or(Basis::PerUnit, |kinds| Basis::PerUnitOfKind { kinds })),
			"metered" => Ok(Basis::Metered { kinds: needed(kinds)? }),
			"one-off" => Ok(Basis::OneOff { kinds: needed(kinds)? }),
			_ => Err(self.error("basis", EXPECTED)),
		}
	}

	fn kinds(&self) -> Result<Option<Kinds>, ChargesError> {
		let Some(names) = self.texts("kinds", KINDS)? else { return Ok(None) };
		let mut kinds = Vec::new();
		for name in names {
			match UnitKind::ALL.into_iter().find(|kind| kind.name() == name).map(unit_kind) {
				Some(kind) if !kinds.contains(&kind) => kinds.push(kind),
				_ => return Err(self.error("kinds", KINDS)),
			}
		}
		kinds.sort_unstable();
		Kinds::try_from(kinds).map(Some).map_err(|_| self.error("kinds", KINDS))
	}

	fn buildings(&self, buildings: &[Building]) -> Result<Option<Buildings>, ChargesError> {
		let expected = format!("up to {MAX_BUILDINGS} buildings of the roster, in quotation marks, each once");
		let Some(names) = self.texts("buildings", &expected)? else { return Ok(None) };
		let mut numbers = Vec::new();
		for name in names {
			let building = match found(buildings, name).as_slice() {
				[building] => *building,
				[] => return Err(self.error("buildings", expected)),
				several => {
					let several: Vec<_> = several.iter().map(|building| building.name.as_str()).collect();
					let expected = format!("one building for {name:?}, which can be each of {}", several.join(", "));
					return Err(self.error("buildings", expected));
				}
			};
			if numbers.contains(&building.number) {
				return Err(self.error("buildings", expected));
			}
			numbers.push(building.number);
		}
		numbers.sort_unstable();
		Buildings::try_from(numbers).map(Some).map_err(|_| self.error("buildings", expected))
	}

	/// In fen; a metered rate is per 1,000 units, to keep its decimals.
	fn rate(&self, basis: &Basis) -> Result<u64, ChargesError> {
		let places = if matches!(basis, Basis::Metered { .. }) { 5 } else { 2 };
		let expected = format!("a sum above 0 in quotation marks, with at most {places} decimals, such as \"2.80\"");
		let text = self.text("rate", &expected)?;
		decimal::parse(text, places)
			.filter(|rate| (1..=MAX_RATE).contains(&Fen::from(*rate)))
			.ok_or_else(|| self.error("rate", expected))
	}

	fn period(&self) -> Result<PeriodKind, ChargesError> {
		const EXPECTED: &str = "one of month, quarter, year";
		match self.text("period", EXPECTED)? {
			"month" => Ok(PeriodKind::Month),
			"quarter" => Ok(PeriodKind::Quarter),
			"year" => Ok(PeriodKind::Year),
			_ => Err(self.error("period", EXPECTED)),
		}
	}

	fn first(&self) -> Result<Option<Period>, ChargesError> {
		const EXPECTED: &str = "the month in which a period begins, such as \"2027-01\"";
		let Some(text) = self.optional_text("first", EXPECTED)? else { return Ok(None) };
		let months = u8::try_from(self.period()?.months()).unwrap_or(1);
		let period = text
			.split_once('-')
			.filter(|(year, month)| year.len() == 4 && month.len() == 2)
			.and_then(|(year, month)| Some(Period { year: year.parse().ok()?, month: month.parse().ok()? }))
			.filter(|period| (1970..=9998).contains(&period.year) && (1..=12).contains(&period.month))
			.filter(|period| (period.month - 1) % months == 0);
		let period = period.ok_or_else(|| self.error("first", EXPECTED))?;
		if is_long_past(period, self.period()?, SystemTime::now()) && !self.bill_past()? {
			return Err(self.error(
				"first",
				"a period at most one behind, or bill_past = true with it, which bills all since then on one day",
			));
		}
		Ok(Some(period))
	}

	fn bill_past(&self) -> Result<bool, ChargesError> {
		const EXPECTED: &str = "true or false, and true only with `first`";
		match self.table.get("bill_past") {
			None | Some(Value::Boolean(false)) => Ok(false),
			Some(Value::Boolean(true)) if self.table.contains_key("first") => Ok(true),
			Some(_) => Err(self.error("bill_past", EXPECTED)),
		}
	}

	fn days(&self, key: &str, default: u16) -> Result<u16, ChargesError> {
		let expected = format!("a whole number of days from 0 to {MAX_DAYS}");
		match self.table.get(key) {
			None => Ok(default),
			Some(Value::Integer(days)) => match u16::try_from(*days) {
				Ok(days) if days <= MAX_DAYS => Ok(days),
				_ => Err(self.error(key, expected)),
			},
			Some(_) => Err(self.error(key, expected)),
		}
	}

	/// `0.05%` is 5 / 10,000: one zero per decimal, and two for the percent sign.
	fn percent(&self, key: &str, default: Fraction) -> Result<Fraction, ChargesError> {
		const EXPECTED: &str = "a percentage up to 100% in quotation marks, with at most 4 decimals, such as \"0.05%\"";
		let Some(text) = self.optional_text(key, EXPECTED)? else { return Ok(default) };
		let fraction = || {
			let number = text.strip_suffix('%')?.trim_end();
			let places = number.split_once('.').map_or(0, |(_, decimals)| decimals.len());
			let numerator = u32::try_from(decimal::parse(number, places.min(4))?).ok()?;
			let denominator = 10u32.checked_pow(u32::try_from(places).ok()?)?.checked_mul(100)?;
			(numerator <= denominator).then_some(Fraction::new(numerator, denominator))
		};
		fraction().ok_or_else(|| self.error(key, EXPECTED))
	}
}

/// The buildings that a name can mean: the one of this very name, or else those that people call so, such as `3 幢` by
/// `3号楼` and `01` by `1`.
fn found<'a>(buildings: &'a [Building], name: &str) -> Vec<&'a Building> {
	match buildings.iter().find(|building| building.name == name) {
		Some(building) => vec![building],
		None => buildings.iter().filter(|building| same_building(&building.name, name)).collect(),
	}
}

const KINDS: &str = "a list of residential, commercial, parking, storage, each at most once, such as [\"residential\"]";

fn show(value: &Value) -> String {
	match value {
		Value::String(text) => format!("{text:?}"),
		Value::Table(_) => "a table".into(),
		other => other.to_string(),
	}
}

/// Normalises a name: `commonIncome`, `common-income` and `Common income` are equal.
fn plain(name: &str) -> String {
	name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A kind of pot as written in files: `common-income` for `commonIncome`.
fn dashed(kind: &str) -> String {
	let mut name = String::new();
	for letter in kind.chars() {
		if letter.is_ascii_uppercase() && !name.is_empty() {
			name.push('-');
		}
		name.extend(letter.to_lowercase());
	}
	name
}

#[cfg(test)]
#[path = "tests/charges.rs"]
mod tests;
