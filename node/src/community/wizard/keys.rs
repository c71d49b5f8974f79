// SPDX-License-Identifier: GPL-3.0-or-later

//! Lines of public keys.

use super::Ask;
use crate::community::{
	config::{keys::expected, Config, KeyLines},
	errors::CommunityError,
	input,
	key_args::{self, Collected},
	key_line::{KeyLine, KeyLineError, Purpose},
	keys::{role_name, ROLES},
	report::chinese_role,
};
use linli_roster::Language;
use std::path::Path;

/// Whose keys the chain is made of.
pub fn keys(ask: &mut dyn Ask, language: Language, config: &mut Config) -> Result<(), CommunityError> {
	ask.say(language.pick(
		"\nEverybody makes their own keys: `linli-node community join-key` prints one line for you.",
		"\n各人自行生成密钥：linli-node community join-key 会打印一行，发给您。",
	));
	let ways = [
		["enter the lines now", "现在输入这些行"],
		["read them from a file of lines", "从文件读取"],
		["later: leave their places open", "以后再填：先留空"],
		["for trials: make all keys here", "试用：在此生成全部密钥"],
	]
	.map(|[english, chinese]| language.pick(english, chinese).to_owned());
	match ask.choose(language.pick("The keys", "密钥"), &ways, 0)? {
		0 => config.keys = entered(ask, language)?,
		1 => config.keys = from_file(ask, language)?,
		2 => (),
		_ => config.trial = true,
	}
	Ok(())
}

fn entered(ask: &mut dyn Ask, language: Language) -> Result<KeyLines, CommunityError> {
	let mut lines = KeyLines::default();
	loop {
		let number = lines.validators.len() + 1;
		let prompt = match language {
			Language::English => format!("The line of validator {number} (empty: no more)"),
			Language::Chinese => format!("第 {number} 个验证人的行（没有了则留空）"),
		};
		let line = ask.text(&prompt, None, &|text| optional(text, Purpose::Validator))?;
		if line.is_empty() {
			break;
		}
		lines.validators.push(line);
	}
	for role in ROLES {
		let prompt = match language {
			Language::English => format!("The line of the {} (empty: later)", role_name(role)),
			Language::Chinese => format!("{}的行（以后再填则留空）", chinese_role(role)),
		};
		let line = ask.text(&prompt, None, &|text| optional(text, Purpose::Office(role)))?;
		lines.set_officer(role, (!line.is_empty()).then_some(line));
	}
	let prompt = language.pick("The line of the bootstrap key (empty: later)", "引导密钥的行（以后再填则留空）");
	let line = ask.text(prompt, None, &|text| optional(text, Purpose::Bootstrap))?;
	lines.bootstrap = (!line.is_empty()).then_some(line);
	Ok(lines)
}

fn from_file(ask: &mut dyn Ask, language: Language) -> Result<KeyLines, CommunityError> {
	let check = |text: &str| read(Path::new(text)).map(|_| ());
	let prompt = language.pick("The file of lines", "各行所在的文件");
	let path = ask.text(prompt, None, &check)?;
	read(Path::new(&path)).map_err(CommunityError::Terminal)
}

/// Whether a text is the line for a purpose, or empty.
fn optional(text: &str, purpose: Purpose) -> Result<(), String> {
	if text.is_empty() {
		return Ok(());
	}
	match KeyLine::parse(text).map_err(|error| error.to_string())?.purpose() {
		found if found == purpose => Ok(()),
		found => Err(KeyLineError::Purpose { found, expected: expected(purpose) }.to_string()),
	}
}

/// The lines of a file for `--keys`, each in its place.
fn read(path: &Path) -> Result<KeyLines, String> {
	let bytes = input::read(path).map_err(|error| error.to_string())?;
	let text = input::text(path, &bytes).map_err(|error| error.to_string())?;
	let (mut lines, mut collected) = (KeyLines::default(), Collected::default());
	for (number, line) in key_args::lines(text) {
		// Two lines for one office, or one that is cut, are found here.
		let place = format!("{}, line {number}", path.display());
		collected.add(place, line, None).map_err(|error| error.to_string())?;
		let owned = Some(line.to_owned());
		match KeyLine::parse(line).map_err(|error| error.to_string())? {
			KeyLine::Validator(_) => lines.validators.extend(owned),
			KeyLine::Officer(role, _) => lines.set_officer(role, owned),
			KeyLine::Bootstrap(_) => lines.bootstrap = owned,
		}
	}
	Ok(lines)
}
