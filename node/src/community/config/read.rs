// SPDX-License-Identifier: GPL-3.0-or-later

//! Reads `community.toml`: the form of the file, unknown keys, and what is not there yet.

use super::{error::ConfigError, lines::line_at, marks, Config, Source};
use crate::community::{errors::CommunityError, input, locale::language};
use linli_roster::Language;
use std::path::Path;

/// How much two names may differ for one to be taken for the other, as the share that agrees.
const NEAR: f64 = 0.7;

/// Reads a file.
pub fn read(path: &Path) -> Result<(Config, Source), CommunityError> {
	let bytes = input::read(path)?;
	Ok(parse(path, input::text(path, &bytes)?)?)
}

/// Reads the text of a file.
pub fn parse(path: &Path, text: &str) -> Result<(Config, Source), ConfigError> {
	let source = Source::File { path: path.into(), text: text.into() };
	let config: Config = toml::from_str(text).map_err(|error| malformed(path, text, &error))?;
	not_yet(&config, &source)?;
	Ok((config, source))
}

/// What serde and TOML say, as found and expected.
fn malformed(path: &Path, text: &str, error: &toml::de::Error) -> ConfigError {
	let (language, message) = (language(), error.message());
	let line = error.span().map(|span| line_at(text, span.start));
	if let Some(mark) = line.and_then(|line| marks::wrong(text, line)) {
		let found = mark.text(language);
		let expected = language.pick("plain marks, as on an English keyboard", "英文（半角）符号").to_owned();
		return ConfigError { file: Some(path.into()), line, key: String::new(), found, expected, why: None, language };
	}
	let mut names = message.split('`').skip(1).step_by(2).map(str::to_owned);
	let (key, found, expected) = if message.starts_with("unknown field") {
		let (key, known) = (names.next().unwrap_or_default(), names.collect::<Vec<_>>());
		let expected = one_of(&key, &known, language);
		(key, language.pick("a key that means nothing here", "此处没有这个键").to_owned(), expected)
	} else if message.starts_with("missing field") {
		let key = names.next().unwrap_or_default();
		let expected = match language {
			Language::English => format!("`{key} = …`"),
			Language::Chinese => format!("写明 `{key} = …`"),
		};
		(key, language.pick("nothing", "无").to_owned(), expected)
	} else if let Some((found, expected)) = message.split_once(", expected ") {
		(String::new(), found.trim_start_matches("invalid type: ").to_owned(), expected.to_owned())
	} else {
		let expected = language.pick("a file in TOML", "TOML 格式的文件").to_owned();
		(String::new(), message.lines().collect::<Vec<_>>().join(", "), expected)
	};
	ConfigError { file: Some(path.into()), line, key, found, expected, why: None, language }
}

/// The known names, and the nearest first if one is near.
pub fn one_of(found: &str, known: &[String], language: Language) -> String {
	let list = known.join(", ");
	match (nearest(found, known), language) {
		(Some(near), Language::English) => format!("one of {list}; did you mean `{near}`?"),
		(Some(near), Language::Chinese) => format!("{list} 之一；是不是 `{near}`？"),
		(None, Language::English) => format!("one of {list}"),
		(None, Language::Chinese) => format!("{list} 之一"),
	}
}

/// The known name that is nearly the one found.
fn nearest<'a>(found: &str, known: &'a [String]) -> Option<&'a String> {
	let near = |name: &String| strsim::normalized_damerau_levenshtein(&found.to_lowercase(), &name.to_lowercase());
	let best = known.iter().max_by(|one, other| near(one).total_cmp(&near(other)))?;
	// A name that goes on is near, too: `notice` for `notice_days`.
	(near(best) >= NEAR || (found.len() >= 4 && best.starts_with(found))).then_some(best)
}

/// What has its place in the file and is not there yet.
fn not_yet(config: &Config, source: &Source) -> Result<(), ConfigError> {
	let language = language();
	let refuse = |key: &str, now: [&str; 2]| {
		let [english, chinese] = now;
		let found = language.pick("a setting that this release does not have yet", "本版本尚未实现的设置");
		let expected = language.pick("the line to be deleted", "删除这一行");
		let now = language.pick(english, chinese);
		Err(source.mistake(key, found, expected).because(now))
	};
	const OPENING: [&str; 2] = [
		"balances stand in the file that `pots` in [opening] names (docs/config.md)",
		"期初余额写在 [opening] 的 pots 所指的文件里（docs/config.zh-CN.md）",
	];
	match config.pot.iter().position(|pot| pot.opening.is_some()) {
		Some(place) => refuse(&format!("pot.{place}.opening"), OPENING),
		None => Ok(()),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const GOOD: &str = "name = \"Willow Court\"\n[roster]\nfile = \"roster.csv\"\n";

	fn refused(text: &str) -> ConfigError {
		parse(Path::new("community.toml"), text).unwrap_err()
	}

	#[test]
	fn a_short_file_is_enough() {
		let (config, source) = parse(Path::new("a/community.toml"), GOOD).unwrap();
		assert_eq!((config.name.as_str(), config.rules.as_str()), ("Willow Court", "cn"));
		assert!(config.charge.is_none() && config.keys.is_empty() && !config.trial);
		assert_eq!(config.roster.args(&source).unwrap().roster, Some(Path::new("a/roster.csv").into()));
	}

	/// What an editor of another system saves.
	#[test]
	fn a_byte_order_mark_is_no_text() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("community.toml");
		std::fs::write(&path, format!("\u{feff}{GOOD}")).unwrap();
		let (config, source) = read(&path).unwrap();
		assert_eq!(config.name, "Willow Court");
		assert_eq!(source, Source::File { path, text: GOOD.into() });
	}

	#[test]
	fn typographic_marks_name_the_plain_ones() {
		for (text, line, mark) in [
			(GOOD.replace("\"Willow Court\"", "“Willow Court”"), 1, '“'),
			(GOOD.replace("[roster]", "【roster】"), 2, '【'),
			(format!("{GOOD}same_name ＝ \"one\"\n"), 4, '＝'),
		] {
			let error = refused(&text);
			assert_eq!(error.line, Some(line), "{error}");
			assert!(error.found.contains(mark) && error.expected.contains("plain marks"), "{error}");
		}
	}

	#[test]
	fn unknown_keys_name_their_line_and_the_nearest() {
		for (text, line, key, near) in [
			(format!("nmae = \"x\"\n{GOOD}"), 1, "nmae", Some("name")),
			(format!("{GOOD}colunm = {{}}\n"), 4, "colunm", Some("column")),
			(format!("{GOOD}\n[keys]\nbootstrapp = \"x\"\n"), 6, "bootstrapp", Some("bootstrap")),
			(format!("{GOOD}\n[ticket]\n"), 5, "ticket", Some("tickets")),
			(format!("{GOOD}[tickets]\nexpiry = 3\n"), 5, "expiry", Some("expiry_days")),
			(format!("colour = 1\n{GOOD}"), 1, "colour", None),
		] {
			let error = refused(&text);
			assert_eq!((error.line, error.key.as_str()), (Some(line), key), "{error}");
			let meant = near.is_some_and(|near| error.expected.contains(&format!("`{near}`?")));
			assert_eq!(meant, near.is_some(), "{error}");
		}
	}

	#[test]
	fn what_is_missing_or_no_toml_is_said() {
		let error = refused("[roster]\nfile = \"x\"\n");
		assert_eq!((error.key.as_str(), error.found.is_empty()), ("name", false), "{error}");
		let error = refused("name = 3\n[roster]\nfile = \"x\"\n");
		assert_eq!((error.line, error.expected.as_str()), (Some(1), "a string"), "{error}");
		for text in ["name = \n", "name", "[roster\n", "name = \"x\"\nname = \"y\"\n"] {
			assert!(refused(text).line.is_some(), "{text}: {}", refused(text));
		}
	}

	#[test]
	fn what_is_not_there_yet_says_so() {
		let error = refused(&format!("{GOOD}[[pot]]\nname = \"Garden\"\nopening = \"3.00\"\n"));
		assert_eq!((error.key.as_str(), error.line), ("pot.0.opening", Some(6)), "{error}");
		assert!(error.why.is_some());
		let error = refused(&format!("opening = \"1.00\"\n{GOOD}"));
		assert_eq!(error.line, Some(1), "{error}");
	}
}
