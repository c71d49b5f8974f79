// SPDX-License-Identifier: GPL-3.0-or-later

//! Lines of public keys.

use super::Ask;
use crate::community::{
	config::{Config, KeyLines, Source},
	errors::CommunityError,
	input,
	key_line::KeyLine,
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
	let optional = |text: &str, check: fn(KeyLine) -> Option<String>| match text.is_empty() {
		true => Ok(()),
		false => {
			KeyLine::parse(text).map_err(|error| error.to_string()).and_then(|line| check(line).map_or(Ok(()), Err))
		}
	};
	loop {
		let number = lines.validators.len() + 1;
		let prompt = match language {
			Language::English => format!("The line of validator {number} (empty: no more)"),
			Language::Chinese => format!("第 {number} 个验证人的行（没有了则留空）"),
		};
		let check = |text: &str| optional(text, |line| line.validator().err().map(|error| error.to_string()));
		let line = ask.text(&prompt, None, &check)?;
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
		let check = |text: &str| optional(text, |line| line.officer().err().map(|error| error.to_string()));
		let line = ask.text(&prompt, None, &check)?;
		*place_of(&mut lines, role_name(role)) = (!line.is_empty()).then_some(line);
	}
	let prompt = language.pick("The line of the bootstrap key (empty: later)", "引导密钥的行（以后再填则留空）");
	let check = |text: &str| optional(text, |line| line.bootstrap().err().map(|error| error.to_string()));
	let line = ask.text(prompt, None, &check)?;
	lines.bootstrap = (!line.is_empty()).then_some(line);
	Ok(lines)
}

fn from_file(ask: &mut dyn Ask, language: Language) -> Result<KeyLines, CommunityError> {
	let check = |text: &str| read(Path::new(text)).map(|_| ());
	let prompt = language.pick("The file of lines", "各行所在的文件");
	let path = ask.text(prompt, None, &check)?;
	read(Path::new(&path)).map_err(CommunityError::Terminal)
}

/// The lines of a file for `--keys`, each in its place.
fn read(path: &Path) -> Result<KeyLines, String> {
	let bytes = input::read(path).map_err(|error| error.to_string())?;
	let text = String::from_utf8_lossy(&bytes);
	let mut lines = KeyLines::default();
	let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
	for (number, line) in (1..).zip(text.lines()).map(|(number, line)| (number, line.trim())) {
		if line.is_empty() || line.starts_with('#') {
			continue;
		}
		let wrong = |problem: String| format!("{}, line {number}: {problem}", path.display());
		let start = line.find("linli-keys-v").unwrap_or(0);
		let (role, line) = line.split_at(start);
		let role = role.trim().trim_end_matches('=').trim_end();
		let known = ROLES.iter().any(|one| role_name(*one) == role);
		let owned = line.to_owned();
		match KeyLine::parse(line).map_err(|error| wrong(error.to_string()))? {
			KeyLine::Validator(_) if role.is_empty() => lines.validators.push(owned),
			KeyLine::Bootstrap(_) if role.is_empty() => lines.bootstrap = Some(owned),
			KeyLine::Officer(_) if known => *place_of(&mut lines, role) = Some(owned),
			_ => {
				let roles = ROLES.map(role_name).join("=, ");
				return Err(wrong(format!("{roles}= stands before the line of an officer, and nothing before others")));
			}
		}
	}
	let config = Config { keys: lines.clone(), ..Config::new("", Default::default()) };
	// Two lines for one office, or one that is cut, are found here.
	config.collected_keys(&Source::Options { charges: None }).map_err(|error| error.to_string())?;
	Ok(lines)
}

/// Where the line of an office stands.
fn place_of<'a>(lines: &'a mut KeyLines, role: &str) -> &'a mut Option<String> {
	match role {
		"registrar" => &mut lines.registrar,
		"manager" => &mut lines.manager,
		"cashier" => &mut lines.cashier,
		_ => &mut lines.auditor,
	}
}
