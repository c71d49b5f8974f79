// SPDX-License-Identifier: GPL-3.0-or-later

//! Lines of public keys.

use super::Ask;
use crate::community::{
	config::{Config, KeyLines},
	errors::CommunityError,
	input,
	key_args::{self, Collected, KeysError},
	key_line::{KeyLine, Purpose, Wanted},
	keys::{chinese_role, role_name, ROLES},
	locale::either,
};
use linli_roster::Language;
use std::path::Path;

/// Whose keys the chain is made of.
pub fn keys(ask: &mut dyn Ask, language: Language, config: &mut Config) -> Result<(), CommunityError> {
	ask.say(language.pick(
		"\nEverybody makes their own keys: `linli-node community join-key` prints one line for you.",
		"\n各人自行生成密钥：linli-node community join-key 会打印一行公钥（公钥行），由各人发给您。",
	));
	let ways = [
		["enter the lines now", "现在输入公钥行"],
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
	let (mut lines, mut entry) = (KeyLines::default(), Entry { language, collected: Collected::default() });
	loop {
		let number = lines.validators.len() + 1;
		let name = either(language, format!("the line of validator {number}"), format!("第 {number} 个验证人的公钥行"));
		let empty = language.pick("empty: no more", "没有了则留空");
		let Some(line) = entry.line(ask, name, empty, Purpose::Validator)? else { break };
		lines.validators.push(line);
	}
	let later = language.pick("empty: later", "以后再填则留空");
	for role in ROLES {
		let name =
			either(language, format!("the line of the {}", role_name(role)), format!("{}的公钥行", chinese_role(role)));
		lines.set_officer(role, entry.line(ask, name, later, Purpose::Office(role))?);
	}
	let name = language.pick("the line of the bootstrap key", "引导密钥的公钥行");
	lines.bootstrap = entry.line(ask, name.into(), later, Purpose::Bootstrap)?;
	Ok(lines)
}

/// Lines as they are entered, one after the other.
struct Entry {
	language: Language,
	/// The keys of those that were taken.
	collected: Collected,
}

impl Entry {
	/// Asks for a line until it is one for this purpose that goes with those before, or empty.
	fn line(
		&mut self,
		ask: &mut dyn Ask,
		name: String,
		empty: &str,
		purpose: Purpose,
	) -> Result<Option<String>, CommunityError> {
		let language = self.language;
		let add = |collected: &mut Collected, text: &str| collected.add(name.clone(), text, Some(Wanted::Of(purpose)));
		let check = |text: &str| match text.is_empty() {
			true => Ok(()),
			false => add(&mut self.collected.clone(), text).map_err(|error| match error {
				// The place is the question itself.
				KeysError::Line { error, .. } => error.text(language),
				other => other.text(language),
			}),
		};
		let prompt = either(language, format!("{} ({empty})", capital(&name)), format!("{name}（{empty}）"));
		let line = ask.text(&prompt, None, &check)?;
		if line.is_empty() {
			return Ok(None);
		}
		add(&mut self.collected, &line)?;
		Ok(Some(line))
	}
}

/// A text that begins a sentence.
fn capital(text: &str) -> String {
	let mut letters = text.chars();
	letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn from_file(ask: &mut dyn Ask, language: Language) -> Result<KeyLines, CommunityError> {
	let check = |text: &str| read(Path::new(text), language).map(|_| ());
	let prompt = language.pick("The file of lines", "公钥行所在的文件");
	let path = ask.text(prompt, None, &check)?;
	read(Path::new(&path), language).map_err(CommunityError::Terminal)
}

/// The lines of a file for `--keys`, each in its place.
fn read(path: &Path, language: Language) -> Result<KeyLines, String> {
	let bytes = input::read(path).map_err(|error| error.to_string())?;
	let text = input::text(path, &bytes).map_err(|error| error.to_string())?;
	let (mut lines, mut collected) = (KeyLines::default(), Collected::default());
	for (number, line) in key_args::lines(text) {
		// Two lines for one office, or one that is cut, are found here.
		collected.add(key_args::place_in(path, number, language), line, None).map_err(|error| error.to_string())?;
		let owned = Some(line.to_owned());
		match KeyLine::parse(line).map_err(|error| error.to_string())? {
			KeyLine::Validator(_) => lines.validators.extend(owned),
			KeyLine::Officer(role, _) => lines.set_officer(role, owned),
			KeyLine::Bootstrap(_) => lines.bootstrap = owned,
		}
	}
	Ok(lines)
}
