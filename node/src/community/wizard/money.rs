// SPDX-License-Identifier: GPL-3.0-or-later

//! Pots and charges.

use super::{law_of, Ask};
use crate::community::{
	charge_text::{chinese_kind, english_kind},
	charges::{self, Known, NamedCharge, UTILITIES},
	config::{Config, Pot},
	errors::{ChargesError, CommunityError},
	law::Law,
	new,
	report::home,
};
use linli_primitives::{UnitKind, Utility};
use linli_roster::{Language, Roster};
use linli_runtime::genesis::MAX_TIERS;
use std::path::Path;
use toml::{Table, Value};

/// Pots besides those of the law pack.
pub fn pots(ask: &mut dyn Ask, language: Language, config: &Config) -> Result<Vec<Pot>, CommunityError> {
	let mut config = config.clone();
	let names = |law: &Law| {
		let names: Vec<_> = law.pots.iter().map(|pot| pot.name.as_str()).collect();
		names.join(language.pick(", ", "、"))
	};
	loop {
		let names = names(&law_of(&config)?);
		let prompt = match language {
			Language::English => format!("The money lies in these pots: {names}. Another one (empty: no more)"),
			Language::Chinese => format!("资金分列以下专项账目：{names}。再增加一个（不增加则留空）"),
		};
		let with = |name: &str| {
			let mut with = config.clone();
			with.pot.push(Pot { kind: "other".into(), name: name.into(), opening: None });
			with
		};
		let wrong = language
			.pick("a name of its own, of at most 32 bytes, please", "请填不重复的名称，至多 32 字节（10 个汉字）");
		let check = |name: &str| match name.is_empty() {
			true => Ok(()),
			false => law_of(&with(name)).map(|_| ()).map_err(|_| wrong.into()),
		};
		let name = ask.text(&prompt, None, &check)?;
		if name.is_empty() {
			return Ok(config.pot);
		}
		config = with(&name);
	}
}

/// What the charges depend on.
pub struct Charges<'a> {
	/// The language of the questions.
	pub language: Language,
	/// The law pack, with the pots.
	pub law: &'a Law,
	/// The currency.
	pub currency: &'a str,
	/// Units and owners.
	pub roster: &'a Roster,
}

impl Charges<'_> {
	/// The charges; `None` for those that the law pack brings.
	pub fn ask(&self, ask: &mut dyn Ask) -> Result<Option<Vec<Value>>, CommunityError> {
		let Self { language, law, .. } = *self;
		let brought = charges::default_under(&law.id);
		let mut ways = Vec::new();
		if brought.is_some() {
			ways.push((
				Way::Brought,
				["a property fee of 2.80 yuan per m² and month, for homes", "物业费：住宅每月每平方米 2.80 元"],
			));
		}
		ways.push((Way::Asked, ["name them here, one by one", "在此逐项填写"]));
		ways.push((Way::File, ["from a file (docs/samples/charges.toml)", "从文件读取（docs/samples/charges.toml）"]));
		ways.push((Way::None, ["none; the owners decide on them later", "没有；以后由业主决定"]));
		let items: Vec<String> =
			ways.iter().map(|(_, [english, chinese])| language.pick(english, chinese).to_owned()).collect();
		let place = ask.choose(language.pick("The charges", "收费项目"), &items, 0)?;
		match ways.get(place).map(|(way, _)| *way).unwrap_or(Way::None) {
			// Written out, so that the file shows it and it can be changed there.
			Way::Brought => {
				let list = charges::list(brought.unwrap_or_default());
				let file = language.pick("the default charges", "默认收费项目");
				Ok(Some(list.map_err(|error| CommunityError::Charges { file: file.into(), error })?))
			}
			Way::Asked => self.one_by_one(ask).map(Some),
			Way::File => self.read_file(ask).map(Some),
			Way::None => Ok(Some(Vec::new())),
		}
	}

	fn read(&self, list: Vec<Value>) -> Result<Vec<NamedCharge>, ChargesError> {
		// No file of meters was named yet, so none can be compared.
		charges::read(list, &Known { pots: &self.law.pots, buildings: &self.roster.buildings, meters: None })
	}

	fn read_file(&self, ask: &mut dyn Ask) -> Result<Vec<Value>, CommunityError> {
		let read = |text: &str| {
			let list = new::listed_charges(Path::new(text))?;
			let checked = self.read(list.clone());
			checked.map(|_| list).map_err(|error| CommunityError::Charges { file: text.into(), error })
		};
		let check = |text: &str| read(text).map(|_| ()).map_err(|error: CommunityError| error.to_string());
		let path = ask.text(self.language.pick("The file of charges", "收费项目文件"), None, &check)?;
		read(&path)
	}

	fn one_by_one(&self, ask: &mut dyn Ask) -> Result<Vec<Value>, CommunityError> {
		let mut list = Vec::new();
		loop {
			list.push(self.one(ask)?);
			if !ask.confirm(self.language.pick("Another charge?", "还有收费项目吗？"), false)? {
				return Ok(list);
			}
		}
	}

	/// One charge. What is not asked has its usual value, which can be changed in the file.
	fn one(&self, ask: &mut dyn Ask) -> Result<Value, CommunityError> {
		let Self { language, law, .. } = *self;
		let pick = |english, chinese| language.pick(english, chinese);
		let some = |text: &str| match text.is_empty() {
			true => Err(pick("a name, please", "请写名称").to_owned()),
			false => Ok(()),
		};
		let name = ask.text(pick("Its name", "名称"), None, &some)?;
		let pots: Vec<String> = law.pots.iter().map(|pot| pot.name.clone()).collect();
		let pot = ask.choose(pick("It goes to the pot", "归入专项账目"), &pots, 0)?;
		let bases = [
			("per-area", ["by area: per m²", "按面积：每平方米"]),
			("per-unit", ["by unit: the same for each", "按户：每个相同"]),
			("metered", ["by meter: per m³ or kWh", "按表：每立方米或每千瓦时"]),
		];
		let items = bases.map(|(_, [english, chinese])| pick(english, chinese).to_owned());
		let basis = ask.choose(pick("It is charged", "计费方式"), &items, 0)?;
		let utility = match bases.get(basis) {
			Some(("metered", _)) => {
				let items = UTILITIES.map(|(_, utility)| utility_word(utility, language).to_owned());
				let place = ask.choose(pick("The meters measure", "计量表计量"), &items, 0)?;
				UTILITIES.get(place).map(|(name, _)| *name)
			}
			_ => None,
		};
		let kinds = loop {
			let items = UnitKind::ALL.map(|kind| pick(english_kind(kind), chinese_kind(kind)).to_owned());
			let prompt = pick("For which units? (space marks, enter ends)", "对哪些房屋？（空格选择，回车结束）");
			let places = ask.choose_some(prompt, &items)?;
			if !places.is_empty() {
				break places;
			}
			ask.say(pick("at least one kind, please", "请至少选择一种"));
		};
		let kinds: Vec<Value> = kinds
			.into_iter()
			.filter_map(|place| UnitKind::ALL.get(place))
			.map(|kind| english_kind(*kind).into())
			.collect();
		let periods = [
			("month", ["each month", "每月"]),
			("quarter", ["each quarter", "每季度"]),
			("year", ["each year", "每年"]),
		];
		let items = periods.map(|(_, [english, chinese])| pick(english, chinese).to_owned());
		let period = ask.choose(pick("It is billed", "出账周期"), &items, 0)?;

		let word =
			|words: &[(&'static str, [&str; 2]); 3], place: usize| words.get(place).map_or("", |(word, _)| *word);
		let charge = |rate: &str| {
			let entries: [(&str, Value); 6] = [
				("name", name.as_str().into()),
				("pot", pots.get(pot).map_or("", String::as_str).into()),
				("basis", word(&bases, basis).into()),
				("kinds", kinds.clone().into()),
				("rate", rate.into()),
				("period", word(&periods, period).into()),
			];
			let utility = utility.map(|name| ("utility", Value::from(name)));
			Value::Table(Table::from_iter(
				entries.into_iter().chain(utility).map(|(key, value)| (key.to_owned(), value)),
			))
		};
		let check = |rate: &str| self.read(vec![charge(rate)]).map(|_| ()).map_err(|error| error.to_string());
		loop {
			let rate = ask.text(pick("Its rate, such as 2.80", "费率，如 2.80"), None, &check)?;
			let charge = charge(&rate);
			if !self.is_meant(ask, &charge)? {
				continue;
			}
			let charge = if utility.is_some() { self.tiers(ask, charge)? } else { charge };
			return self.discount(ask, charge);
		}
	}

	/// Whether the charge reads with this key besides.
	fn takes(&self, charge: Value) -> Result<(), String> {
		self.read(vec![charge]).map(|_| ()).map_err(|error| error.to_string())
	}

	/// The charge with its tiers, lowest first; an empty answer ends them.
	fn tiers(&self, ask: &mut dyn Ask, charge: Value) -> Result<Value, CommunityError> {
		let pick = |english, chinese| self.language.pick(english, chinese);
		let mut tiers = Vec::<Value>::new();
		let with = |tiers: &[Value], above: &str, rate: &str| {
			let tier = [("above", above), ("rate", rate)].map(|(key, text)| (key.to_owned(), Value::from(text)));
			let tier = Value::Table(Table::from_iter(tier));
			tiers.iter().cloned().chain([tier]).collect::<Vec<_>>()
		};
		while tiers.len() < MAX_TIERS as usize {
			let prompt = pick(
				"A higher tier begins above a use in a month of, such as 15 (empty: no more)",
				"每月用量超过多少进入下一阶梯，如 15（没有则留空）",
			);
			let check = |above: &str| match above.is_empty() {
				true => Ok(()),
				// Any rate will do here.
				false => self.takes(keyed(&charge, "tiers", with(&tiers, above, "1").into())),
			};
			let above = ask.text(prompt, None, &check)?;
			if above.is_empty() {
				break;
			}
			let check = |rate: &str| self.takes(keyed(&charge, "tiers", with(&tiers, &above, rate).into()));
			let rate = ask.text(pick("The rate of this tier, such as 4.20", "该阶梯的费率，如 4.20"), None, &check)?;
			tiers = with(&tiers, &above, &rate);
		}
		Ok(if tiers.is_empty() { charge } else { keyed(&charge, "tiers", tiers.into()) })
	}

	/// The charge with its discount for paying early, if there is one.
	fn discount(&self, ask: &mut dyn Ask, charge: Value) -> Result<Value, CommunityError> {
		let pick = |english, chinese| self.language.pick(english, chinese);
		let with =
			|share: &str, days: i64| keyed(&keyed(&charge, "discount", share.into()), "discount_days", days.into());
		let prompt = pick(
			"A discount for paying in full early, such as 2% (empty: none)",
			"提前全额缴清的优惠，如 2%（没有则留空）",
		);
		let check = |share: &str| if share.is_empty() { Ok(()) } else { self.takes(with(share, 0)) };
		let share = ask.text(prompt, None, &check)?;
		if share.is_empty() {
			return Ok(charge);
		}
		let read = |days: &str| {
			days.parse::<i64>().map_err(|_| pick("a whole number of days, please", "请填整数天数").to_owned())
		};
		let check = |days: &str| self.takes(with(&share, read(days)?));
		let prompt = pick("Within how many days of issue", "出账后多少天内缴清");
		let days = ask.text(prompt, Some("10"), &check)?;
		Ok(with(&share, read(&days).map_err(CommunityError::Terminal)?))
	}

	/// Shows what a home pays, and asks where that can hardly be.
	fn is_meant(&self, ask: &mut dyn Ask, charge: &Value) -> Result<bool, CommunityError> {
		// It was checked.
		let read = self.read(vec![charge.clone()]).unwrap_or_default();
		let Some(home) = home::median(&read, self.roster) else { return Ok(true) };
		match home.doubt(self.currency, self.language) {
			None => {
				ask.say(&home.text(self.currency, self.language));
				Ok(true)
			}
			Some(doubt) => {
				ask.say(&doubt);
				ask.confirm(self.language.pick("Is this rate meant?", "确实是这个费率吗？"), false)
			}
		}
	}
}

/// A charge with one key more, or another value of it.
fn keyed(charge: &Value, key: &str, value: Value) -> Value {
	let mut table = charge.as_table().cloned().unwrap_or_default();
	table.insert(key.into(), value);
	Value::Table(table)
}

/// Where charges come from.
#[derive(Clone, Copy)]
enum Way {
	Brought,
	Asked,
	File,
	None,
}

/// What meters measure, in words.
fn utility_word(utility: Utility, language: Language) -> &'static str {
	match utility {
		Utility::ColdWater => language.pick("cold water, in m³", "冷水（立方米）"),
		Utility::HotWater => language.pick("hot water, in m³", "热水（立方米）"),
		Utility::Electricity => language.pick("electricity, in kWh", "电（千瓦时）"),
		Utility::Gas => language.pick("gas, in m³", "燃气（立方米）"),
		Utility::Heat => language.pick("heat, in kWh", "热量（千瓦时）"),
		Utility::Other => language.pick("something else", "其他"),
	}
}
