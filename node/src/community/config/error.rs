// SPDX-License-Identifier: GPL-3.0-or-later

//! A mistake in `community.toml`.

use super::{lines, Source};
use crate::community::locale::language;
use linli_roster::Language;
use std::{fmt, path::PathBuf};

/// A mistake: where it is, what was found, what was expected, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ConfigError {
	/// The file; `None` if it is an option of the command.
	pub file: Option<PathBuf>,
	/// The line, from 1.
	pub line: Option<usize>,
	/// The key, with its section.
	pub key: String,
	/// What was found.
	pub found: String,
	/// What was expected.
	pub expected: String,
	/// The law that says so, or another reason.
	pub why: Option<String>,
	/// The language of the message.
	pub language: Language,
}

impl ConfigError {
	/// A mistake at a key.
	pub fn new(source: &Source, key: &str, found: impl Into<String>, expected: impl Into<String>) -> Self {
		let (file, line) = match source {
			Source::Options { .. } => (None, None),
			Source::File { path, text } => (Some(path.clone()), lines::of(text, key)),
		};
		let (found, expected) = (found.into(), expected.into());
		Self { file, line, key: key.into(), found, expected, why: None, language: language() }
	}

	/// The same with a reason.
	pub fn because(mut self, why: impl Into<String>) -> Self {
		self.why = Some(why.into());
		self
	}
}

impl std::error::Error for ConfigError {}

impl fmt::Display for ConfigError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let Self { file, line, key, found, expected, why, language } = self;
		let mut place: Vec<String> = Vec::new();
		place.extend(line.map(|line| match language {
			Language::English => format!("line {line}"),
			Language::Chinese => format!("第 {line} 行"),
		}));
		if !key.is_empty() {
			place.push(match language {
				Language::English => format!("key `{key}`"),
				Language::Chinese => format!("键 `{key}`"),
			});
		}
		let place = place.join(language.pick(", ", "，"));
		if let Some(file) = file {
			write!(f, "{}{}", file.display(), language.pick(": ", "："))?;
		}
		if !place.is_empty() {
			write!(f, "{place}{}", language.pick(": ", "："))?;
		}
		match language {
			Language::English => write!(f, "found {found}; expected {expected}")?,
			Language::Chinese => write!(f, "内容为 {found}；应为：{expected}")?,
		}
		match (why, language) {
			(None, _) => Ok(()),
			(Some(why), Language::English) => write!(f, "; {why}"),
			(Some(why), Language::Chinese) => write!(f, "；{why}"),
		}
	}
}
