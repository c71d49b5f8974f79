// SPDX-License-Identifier: GPL-3.0-or-later

//! What changes in the law pack.

use super::Ask;
use crate::community::{
	errors::CommunityError,
	law::{
		parameters::{about, about_section},
		values::Setting,
		Law,
	},
};
use linli_roster::Language;
use toml::{Table, Value};

/// The parameters that differ from the pack.
pub fn parameters(ask: &mut dyn Ask, language: Language, mut law: Law) -> Result<Table, CommunityError> {
	let mut changed = Table::new();
	let pick = |english, chinese| language.pick(english, chinese);
	for choice in law.choices() {
		let Some(present) = law.get(choice.key) else { continue };
		let [english, chinese] = choice.about;
		let prompt = format!("{}: {}", item(&law, choice.key, language), language.pick(english, chinese));
		let check = |text: &str| with(&law, choice.key, &present, text, language).map(|_| ());
		// Without a default: what stands in the pack is right only where the community's documents say nothing.
		let text = ask.text(&prompt, None, &check)?;
		if let Ok((next, value)) = with(&law, choice.key, &present, &text, language) {
			law = next;
			keep(&mut changed, choice.key, value);
		}
	}
	let prompt = pick(
		"Change something of the law pack, such as the days of notice or the seats of the committee?",
		"要更改法规包中的内容吗，如公告期、业主委员会席位？",
	);
	if !ask.confirm(prompt, false)? {
		return Ok(changed);
	}
	loop {
		let keys = law.keys();
		let mut items = vec![pick("Done", "完成").to_owned()];
		items.extend(keys.iter().map(|key| item(&law, key, language)));
		let place = ask.choose(pick("Which one?", "哪一项？"), &items, 0)?;
		let Some(key) = place.checked_sub(1).and_then(|place| keys.get(place)) else { return Ok(changed) };
		let Some(present) = law.get(key) else { continue };
		let shown = match present.toml() {
			Value::String(text) => text,
			other => other.to_string(),
		};
		let prompt = format!("{} ({})", item(&law, key, language), present.expected(language));
		let check = |text: &str| with(&law, key, &present, text, language).map(|_| ());
		let text = ask.text(&prompt, Some(&shown), &check)?;
		if let Ok((next, value)) = with(&law, key, &present, &text, language) {
			law = next;
			keep(&mut changed, key, value);
		}
	}
}

/// A parameter in words, with its present value.
fn item(law: &Law, key: &str, language: Language) -> String {
	let pick = |[english, chinese]: [&'static str; 2]| language.pick(english, chinese);
	let section = match key.split_once('.') {
		Some((section, _)) => format!("{}{}", pick(about_section(section)), language.pick(": ", "：")),
		None => String::new(),
	};
	let value = law.get(key).map(|setting| setting.text(language)).unwrap_or_default();
	format!("{section}{} = {value}", pick(about(key)))
}

/// The law with another value, or what is wrong with it.
fn with(law: &Law, key: &str, present: &Setting, text: &str, language: Language) -> Result<(Law, Value), String> {
	// Numbers, yes and no, and lists as TOML has them; everything else is a text.
	let literal = format!("value = {text}").parse::<Table>().ok().and_then(|mut table| table.remove("value"));
	let read = literal.and_then(|value| Some((present.read(&value, language).ok()?, value)));
	let (setting, value) = match read {
		Some(read) => read,
		None => (present.read(&text.into(), language)?, text.into()),
	};
	let mut next = law.clone();
	next.set(key, setting).ok_or_else(|| present.expected(language))?;
	if let Some((limit, _)) = next.forbidden().into_iter().find(|(limit, _)| limit.key == key) {
		let [english, chinese] = limit.law;
		return Err(match language {
			Language::English => format!("{english} demands {}", limit.bound.text(language)),
			Language::Chinese => format!("{chinese}要求：{}", limit.bound.text(language)),
		});
	}
	match next.invalid() {
		Some([english, chinese]) => Err(language.pick(english, chinese).into()),
		None => Ok((next, value)),
	}
}

/// Keeps a changed value under its section.
fn keep(changed: &mut Table, key: &str, value: Value) {
	match key.split_once('.') {
		None => {
			changed.insert(key.into(), value);
		}
		Some((section, name)) => {
			let section = changed.entry(section).or_insert_with(|| Value::Table(Table::new()));
			if let Value::Table(section) = section {
				section.insert(name.into(), value);
			}
		}
	}
}
