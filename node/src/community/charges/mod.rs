// SPDX-License-Identifier: GPL-3.0-or-later

//! The initial charges of a community (D12): parses a TOML file into genesis configuration.
//!
//! - [`tiers`], [`shared`], [`discount`]: tiers of a metered rate, shared meters, the discount for paying early
//!
//! ```toml
//! [[charge]]
//! name = "Property fee, homes"   # readable name, kept off chain
//! pot = "operating"              # or "repair", "common-income", or the name of another pot
//! basis = "per-area"             # or "per-unit", "metered", "shared-meter", "one-off"
//! utility = "cold-water"         # with "metered" only; or "hot-water", "electricity", "gas", "heat", "other"
//! meter = "Z-01"                 # with "shared-meter" only: the number of a meter of a common part
//! by = "area"                    # with "shared-meter" only: how its cost is apportioned; or "unit"
//! kinds = ["residential"]        # optional with "per-unit": default is all units
//! buildings = ["1", "2"]         # as people call those of the roster; default is all
//! rate = "2.80"                  # yuan (or the currency of the chain) per m², per unit, or per m³ or kWh of a meter
//! period = "month"               # or "quarter", "year"
//! tiers = [{ above = "15", rate = "4.20" }]   # with "metered" only: what is used in a month beyond 15 m³ or kWh
//! first = "2027-01"              # default: the first period that begins after the chain's start
//! bill_past = false              # true: `first` may be long past, and all periods from it on are billed at once
//! due_days = 15                  # these four show the defaults
//! grace_days = 30
//! late_fee_per_day = "0.05%"
//! late_fee_cap = "30%"
//! discount = "2%"                # default: none; what a bill is lowered by if it is paid in full early
//! discount_days = 10             # with `discount` only: within so many days of issue, at most `due_days`
//! ```

mod discount;
mod shared;
mod tiers;

pub use shared::CommonMeter;

use super::{
	config::{lines::line_at, marks},
	decimal,
	errors::ChargesError,
	locale::{either, language},
	roster::unit_kind,
};
use linli_primitives::{calendar::UtcOffset, Fen, Fraction, Period, PeriodKind, PotId, Utility};
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

/// The decimals of a rate in fen.
pub const FEN_PLACES: usize = 2;

/// The decimals of a rate by meter, which is in fen per 1,000 physical units.
pub const METERED_PLACES: usize = 5;

/// The valid keys of a charge.
const KEYS: [&str; 19] = [
	"name",
	"pot",
	"basis",
	"utility",
	"meter",
	"by",
	"kinds",
	"buildings",
	"rate",
	"tiers",
	"period",
	"first",
	"bill_past",
	"due_days",
	"grace_days",
	"late_fee_per_day",
	"late_fee_cap",
	"discount",
	"discount_days",
];

/// What meters measure, by name.
pub const UTILITIES: [(&str, Utility); 6] = [
	("cold-water", Utility::ColdWater),
	("hot-water", Utility::HotWater),
	("electricity", Utility::Electricity),
	("gas", Utility::Gas),
	("heat", Utility::Heat),
	("other", Utility::Other),
];

/// A charge with its readable name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NamedCharge {
	/// Its readable name.
	pub name: String,
	/// Its terms on chain.
	pub charge: GenesisCharge,
	/// The shared meter that it bills, if it does.
	pub meter: Option<CommonMeter>,
}

/// The names by which a pot can be referred to: its kind or its name. Its position is its id.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PotNames {
	/// Its kind, such as `commonIncome`.
	pub kind: String,
	/// Its public name.
	pub name: String,
}

/// What charges can name.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
	/// The pots.
	pub pots: &'a [PotNames],
	/// The buildings.
	pub buildings: &'a [Building],
	/// The meters of common parts; `None` if their list could not be read.
	pub meters: Option<&'a [CommonMeter]>,
}

/// Parses a file of charges where there are no meters, up to the first mistake.
#[cfg(test)]
pub fn parse(text: &str, pots: &[PotNames], buildings: &[Building]) -> Result<Vec<NamedCharge>, ChargesError> {
	read(list(text)?, &Known { pots, buildings, meters: Some(&[]) })
}

/// The charges of a file, as tables that were not read yet.
pub fn list(text: &str) -> Result<Vec<Value>, ChargesError> {
	let mut table: Table = text.parse().map_err(|error: toml::de::Error| {
		let line = error.span().map_or(1, |span| line_at(text, span.start));
		let reason = marks::wrong(text, line).map_or_else(|| error.message().to_owned(), |mark| mark.text(language()));
		ChargesError::Syntax(either(language(), format!("line {line}: {reason}"), format!("第 {line} 行：{reason}")))
	})?;
	let list = table.remove("charge");
	if let Some((key, _)) = table.into_iter().next() {
		return Err(ChargesError::Key {
			place: pick("the file", "文件"),
			key,
			found: pick("a key that means nothing here", "此处没有这个键"),
			expected: pick("only [[charge]]", "只有 [[charge]]"),
		});
	}
	match list {
		Some(Value::Array(charges)) => Ok(charges),
		Some(other) => Err(whole(
			show(&other),
			pick("[[charge]] with two pairs of brackets, once for each charge", "[[charge]]（两对方括号），每项一个"),
		)),
		None => Err(whole(pick("none", "无"), once())),
	}
}

/// Reads the charges of a list, up to the first mistake.
pub fn read(charges: Vec<Value>, known: &Known<'_>) -> Result<Vec<NamedCharge>, ChargesError> {
	if charges.len() > MAX_CHARGES {
		let (found, language) = (charges.len(), language());
		return Err(whole(
			either(language, format!("{found} of them"), format!("{found} 项")),
			either(language, format!("at most {MAX_CHARGES}"), format!("至多 {MAX_CHARGES} 项")),
		));
	}
	charges
		.into_iter()
		.enumerate()
		.map(|(position, value)| match value {
			Value::Table(table) => Reader::new(position + 1, &table)?.charge(known),
			other => Err(whole(show(&other), once())),
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
fn whole(found: String, expected: String) -> ChargesError {
	ChargesError::Key { place: pick("the file", "文件"), key: "charge".into(), found, expected }
}

/// How charges are written.
fn once() -> String {
	pick("[[charge]], once for each charge", "[[charge]]，每项一个")
}

/// One of two texts in the language of the locale.
fn pick(english: &str, chinese: &str) -> String {
	language().pick(english, chinese).into()
}

/// Parses the keys of one charge.
struct Reader<'a> {
	table: &'a Table,
	place: String,
	name: String,
}

impl<'a> Reader<'a> {
	fn new(number: usize, table: &'a Table) -> Result<Self, ChargesError> {
		let language = language();
		let place = either(language, format!("charge {number}"), format!("第 {number} 个收费项目"));
		let name = either(language, format!("Charge {number}"), format!("收费项目 {number}"));
		let mut reader = Self { table, place, name };
		if let Some(name) = reader.optional_text("name", &pick("a text in quotation marks", "引号中的文字"))? {
			reader.place =
				either(language, format!("charge {number} ({name})"), format!("第 {number} 个收费项目（{name}）"));
			reader.name = name.into();
		}
		match table.keys().find(|key| !KEYS.contains(&key.as_str())) {
			Some(key) => Err(ChargesError::Key {
				place: reader.place,
				key: key.clone(),
				found: pick("a key that means nothing here", "此处没有这个键"),
				expected: one_of(&KEYS.join(", ")),
			}),
			None => Ok(reader),
		}
	}

	fn charge(self, known: &Known<'_>) -> Result<NamedCharge, ChargesError> {
		let meter = self.meter(known.meters)?;
		let basis = self.basis(meter.as_ref())?;
		let due_days = self.days("due_days", 15)?;
		let charge = GenesisCharge {
			pot: self.pot(known.pots)?,
			rate: self.rate(&basis)?,
			buildings: self.buildings(known.buildings)?,
			period: self.period()?,
			first: self.first()?,
			bill_past: self.bill_past()?,
			due_days,
			grace_days: self.days("grace_days", 30)?,
			late_rate: self.percent("late_fee_per_day", Fraction::new(5, 10_000))?,
			late_cap: self.percent("late_fee_cap", Fraction::new(30, 100))?,
			tiers: self.tiers(&basis)?,
			discount: self.discount(due_days)?,
			basis,
		};
		Ok(NamedCharge { name: self.name, charge, meter })
	}

	fn error(&self, key: &str, expected: impl Into<String>) -> ChargesError {
		ChargesError::Key {
			place: self.place.clone(),
			key: key.into(),
			found: self.table.get(key).map_or_else(|| pick("nothing", "无"), show),
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
		let expected = one_of(&known.join(", "));
		let wanted = plain(self.text("pot", &expected)?);
		pots.iter()
			.position(|pot| plain(&pot.kind) == wanted && pot.kind != "other" || plain(&pot.name) == wanted)
			.and_then(|position| PotId::try_from(position).ok())
			.ok_or_else(|| self.error("pot", expected))
	}

	fn basis(&self, meter: Option<&CommonMeter>) -> Result<Basis, ChargesError> {
		let expected = one_of("per-area, per-unit, metered, shared-meter, one-off");
		let kinds = self.kinds()?;
		let needed = |found: Option<Kinds>| found.ok_or_else(|| self.error("kinds", expected_kinds()));
		let basis = self.text("basis", &expected)?;
		if basis != "metered" && self.table.contains_key("utility") {
			return Err(self.error(
				"utility",
				pick("this key with basis \"metered\" only", "只有 basis 为 \"metered\" 时才有此键"),
			));
		}
		match basis {
			"per-area" => Ok(Basis::PerArea { kinds: needed(kinds)? }),
			"per-unit" => Ok(kinds.map_or(Basis::PerUnit, |kinds| Basis::PerUnitOfKind { kinds })),
			"metered" => Ok(Basis::Metered { kinds: needed(kinds)?, utility: self.utility()? }),
			"shared-meter" => match meter {
				Some(meter) => Ok(Basis::SharedMeter { meter: meter.id, kinds: needed(kinds)?, by: self.shared_by()? }),
				None => Err(self.error("basis", expected)),
			},
			"one-off" => Ok(Basis::OneOff { kinds: needed(kinds)? }),
			_ => Err(self.error("basis", expected)),
		}
	}

	fn utility(&self) -> Result<Utility, ChargesError> {
		let expected = one_of(&UTILITIES.map(|(name, _)| name).join(", "));
		let name = self.text("utility", &expected)?;
		let found = UTILITIES.iter().find(|(known, _)| *known == name);
		found.map(|(_, utility)| *utility).ok_or_else(|| self.error("utility", expected))
	}

	fn kinds(&self) -> Result<Option<Kinds>, ChargesError> {
		let Some(names) = self.texts("kinds", &expected_kinds())? else { return Ok(None) };
		let mut kinds = Vec::new();
		for name in names {
			match UnitKind::ALL.into_iter().find(|kind| kind.name() == name).map(unit_kind) {
				Some(kind) if !kinds.contains(&kind) => kinds.push(kind),
				_ => return Err(self.error("kinds", expected_kinds())),
			}
		}
		kinds.sort_unstable();
		Kinds::try_from(kinds).map(Some).map_err(|_| self.error("kinds", expected_kinds()))
	}

	fn buildings(&self, buildings: &[Building]) -> Result<Option<Buildings>, ChargesError> {
		let expected = either(
			language(),
			format!("up to {MAX_BUILDINGS} buildings of the roster, in quotation marks, each once"),
			format!("名册中的楼栋，写在引号中，每个一次，至多 {MAX_BUILDINGS} 个"),
		);
		let Some(names) = self.texts("buildings", &expected)? else { return Ok(None) };
		let mut numbers = Vec::new();
		for name in names {
			let building = match buildings_named(buildings, name).as_slice() {
				[building] => *building,
				[] => return Err(self.error("buildings", expected)),
				several => {
					let several: Vec<_> = several.iter().map(|building| building.name.as_str()).collect();
					let several = several.join(", ");
					let expected = either(
						language(),
						format!("one building for {name:?}, which can be each of {several}"),
						format!("{name:?} 只指一栋楼，而它可以是 {several} 中的任何一栋"),
					);
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

	/// In fen; a rate by meter is per 1,000 units, to keep its decimals.
	fn rate(&self, basis: &Basis) -> Result<u64, ChargesError> {
		let places = match basis {
			Basis::Metered { .. } | Basis::SharedMeter { .. } => METERED_PLACES,
			_ => FEN_PLACES,
		};
		let expected = either(
			language(),
			format!("a sum above 0 in quotation marks, with at most {places} decimals, such as \"2.80\""),
			format!("引号中大于 0 的金额，至多 {places} 位小数，如 \"2.80\""),
		);
		let text = self.text("rate", &expected)?;
		decimal::parse(text, places)
			.filter(|rate| (1..=MAX_RATE).contains(&Fen::from(*rate)))
			.ok_or_else(|| self.error("rate", expected))
	}

	fn period(&self) -> Result<PeriodKind, ChargesError> {
		let expected = one_of("month, quarter, year");
		match self.text("period", &expected)? {
			"month" => Ok(PeriodKind::Month),
			"quarter" => Ok(PeriodKind::Quarter),
			"year" => Ok(PeriodKind::Year),
			_ => Err(self.error("period", expected)),
		}
	}

	fn first(&self) -> Result<Option<Period>, ChargesError> {
		let expected =
			pick("the month in which a period begins, such as \"2027-01\"", "周期开始的月份，如 \"2027-01\"");
		let Some(text) = self.optional_text("first", &expected)? else { return Ok(None) };
		let months = u8::try_from(self.period()?.months()).unwrap_or(1);
		let period = text
			.split_once('-')
			.filter(|(year, month)| year.len() == 4 && month.len() == 2)
			.and_then(|(year, month)| Some(Period { year: year.parse().ok()?, month: month.parse().ok()? }))
			.filter(|period| (1970..=9998).contains(&period.year) && (1..=12).contains(&period.month))
			.filter(|period| (period.month - 1) % months == 0);
		let period = period.ok_or_else(|| self.error("first", expected))?;
		if is_long_past(period, self.period()?, SystemTime::now()) && !self.bill_past()? {
			return Err(self.error(
				"first",
				pick(
					"a period at most one behind, or bill_past = true with it, which bills all since then on one day",
					"至多早一个周期；或同时写 bill_past = true，届时以前各期在同一天全部出账",
				),
			));
		}
		Ok(Some(period))
	}

	fn bill_past(&self) -> Result<bool, ChargesError> {
		match self.table.get("bill_past") {
			None | Some(Value::Boolean(false)) => Ok(false),
			Some(Value::Boolean(true)) if self.table.contains_key("first") => Ok(true),
			Some(_) => Err(self.error(
				"bill_past",
				pick("true or false, and true only with `first`", "true 或 false；只有写了 first 才能为 true"),
			)),
		}
	}

	fn days(&self, key: &str, default: u16) -> Result<u16, ChargesError> {
		let expected = either(
			language(),
			format!("a whole number of days from 0 to {MAX_DAYS}"),
			format!("0 到 {MAX_DAYS} 的整数天数"),
		);
		match self.table.get(key) {
			None => Ok(default),
			Some(Value::Integer(days)) => match u16::try_from(*days) {
				Ok(days) if days <= MAX_DAYS => Ok(days),
				_ => Err(self.error(key, expected)),
			},
			Some(_) => Err(self.error(key, expected)),
		}
	}

	fn percent(&self, key: &str, default: Fraction) -> Result<Fraction, ChargesError> {
		let expected = pick(
			"a percentage up to 100% in quotation marks, with at most 4 decimals, such as \"0.05%\"",
			"引号中不超过 100% 的百分比，至多 4 位小数，如 \"0.05%\"",
		);
		let Some(text) = self.optional_text(key, &expected)? else { return Ok(default) };
		fraction(text).ok_or_else(|| self.error(key, expected))
	}
}

/// A percentage up to 100%: `0.05%` is 5 / 10,000, one zero per decimal and two for the percent sign.
fn fraction(text: &str) -> Option<Fraction> {
	let number = text.strip_suffix('%')?.trim_end();
	let places = number.split_once('.').map_or(0, |(_, decimals)| decimals.len());
	let numerator = u32::try_from(decimal::parse(number, places.min(4))?).ok()?;
	let denominator = 10u32.checked_pow(u32::try_from(places).ok()?)?.checked_mul(100)?;
	(numerator <= denominator).then_some(Fraction::new(numerator, denominator))
}

/// The buildings that a name can mean: the one of this very name, or else those that people call so, such as `3 幢` by
/// `3号楼` and `01` by `1`.
pub fn buildings_named<'a>(buildings: &'a [Building], name: &str) -> Vec<&'a Building> {
	match buildings.iter().find(|building| building.name == name) {
		Some(building) => vec![building],
		None => buildings.iter().filter(|building| same_building(&building.name, name)).collect(),
	}
}

/// The form of `kinds`.
fn expected_kinds() -> String {
	pick(
		"a list of residential, commercial, parking, storage, each at most once, such as [\"residential\"]",
		"residential（住宅）、commercial（商业用房）、parking（车位）、storage（储藏室）的列表，每种至多一次，如 [\"residential\"]",
	)
}

/// One of several words.
fn one_of(words: &str) -> String {
	either(language(), format!("one of {words}"), format!("{words} 之一"))
}

fn show(value: &Value) -> String {
	match value {
		Value::String(text) => format!("{text:?}"),
		Value::Table(_) => pick("a table", "表"),
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
#[path = "../tests/charges.rs"]
mod tests;
