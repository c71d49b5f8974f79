// SPDX-License-Identifier: GPL-3.0-or-later

//! The purpose of `join-key` as people type it: by its word or its Chinese name; and what other words probably mean.

use super::{
	key_line::Purpose,
	locale::{either, language},
};
use clap::{
	builder::{PossibleValue, TypedValueParser},
	error::ErrorKind,
	Arg, Command,
};
use linli_primitives::Role;
use linli_roster::Language;
use std::ffi::OsStr;

const REGISTRAR: Purpose = Purpose::Office(Role::Registrar);
const MANAGER: Purpose = Purpose::Office(Role::Manager);
const CASHIER: Purpose = Purpose::Office(Role::Cashier);
const AUDITOR: Purpose = Purpose::Office(Role::Auditor);

/// The Chinese names that the pages use.
const CHINESE: [(&str, Purpose); 8] = [
	("验证人", Purpose::Validator),
	("登记员", REGISTRAR),
	("物业服务人", MANAGER),
	("物业经理", MANAGER),
	("物业", MANAGER),
	("出纳", CASHIER),
	("审计员", AUDITOR),
	("引导密钥", Purpose::Bootstrap),
];

/// Words of other houses for these offices, which are not taken: the line says an office in one word.
const MEANT: [(&str, Purpose); 34] = [
	("treasurer", CASHIER),
	("bookkeeper", CASHIER),
	("bursar", CASHIER),
	("teller", CASHIER),
	("finance", CASHIER),
	("财务", CASHIER),
	("出纳员", CASHIER),
	("司库", CASHIER),
	("accountant", AUDITOR),
	("audit", AUDITOR),
	("inspector", AUDITOR),
	("supervisor", AUDITOR),
	("会计", AUDITOR),
	("审计", AUDITOR),
	("监事", AUDITOR),
	("registry", REGISTRAR),
	("secretary", REGISTRAR),
	("clerk", REGISTRAR),
	("registration", REGISTRAR),
	("登记", REGISTRAR),
	("秘书", REGISTRAR),
	("management", MANAGER),
	("property-manager", MANAGER),
	("administrator", MANAGER),
	("经理", MANAGER),
	("物业公司", MANAGER),
	("node", Purpose::Validator),
	("server", Purpose::Validator),
	("miner", Purpose::Validator),
	("节点", Purpose::Validator),
	("验证节点", Purpose::Validator),
	("root", Purpose::Bootstrap),
	("sudo", Purpose::Bootstrap),
	("引导", Purpose::Bootstrap),
];

/// How much two words must agree for one to be a slip of the other.
const NEAR: f64 = 0.75;

/// Reads the purpose of `join-key`.
#[derive(Clone, Copy, Debug)]
pub struct PurposeParser;

impl TypedValueParser for PurposeParser {
	type Value = Purpose;

	fn parse_ref(&self, command: &Command, _: Option<&Arg>, value: &OsStr) -> Result<Purpose, clap::Error> {
		read(&value.to_string_lossy(), language())
			.map_err(|message| clap::Error::raw(ErrorKind::InvalidValue, format!("{message}\n")).with_cmd(command))
	}

	/// As they stand on the line, for the help.
	fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
		let value = |purpose: Purpose| {
			PossibleValue::new(purpose.word()).help(match purpose {
				Purpose::Validator => "A machine that makes blocks: four keys",
				Purpose::Office(_) => "An office: one account",
				Purpose::Bootstrap => {
					"The key that decides in place of the assembly until the owners vote for the hand-over: one account"
				}
			})
		};
		Some(Box::new(Purpose::ALL.into_iter().map(value)))
	}
}

/// The purpose of a word, or what was expected.
fn read(text: &str, language: Language) -> Result<Purpose, String> {
	let word = text.trim().to_lowercase();
	let typed = Purpose::ALL.into_iter().find(|purpose| purpose.word() == word);
	let named = || CHINESE.iter().find(|(name, _)| *name == word).map(|(_, purpose)| *purpose);
	typed.or_else(named).ok_or_else(|| {
		let known: Vec<String> = Purpose::ALL
			.into_iter()
			.map(|purpose| match language {
				Language::English => purpose.word().to_owned(),
				Language::Chinese => format!("{}（{}）", purpose.word(), purpose.text(language)),
			})
			.collect();
		let known = known.join(language.pick(", ", "、"));
		let meant = meant(&word).map_or_else(String::new, |purpose| {
			let word = purpose.word();
			either(
				language,
				format!("; did you mean `{word}`?"),
				format!("；是不是 {word}（{}）？", purpose.text(language)),
			)
		});
		either(
			language,
			format!("the purpose: found {text:?}; expected one of {known}{meant}"),
			format!("密钥的用途：内容为 {text:?}；应为 {known} 之一{meant}"),
		)
	})
}

/// What a word probably means: by its meaning, or as a slip of the keyboard.
fn meant(word: &str) -> Option<Purpose> {
	let by_meaning = MEANT.iter().find(|(other, _)| *other == word).map(|(_, purpose)| *purpose);
	by_meaning.or_else(|| {
		let near = |purpose: &Purpose| strsim::normalized_damerau_levenshtein(word, purpose.word());
		let nearest = Purpose::ALL.into_iter().max_by(|one, other| near(one).total_cmp(&near(other)))?;
		(near(&nearest) >= NEAR).then_some(nearest)
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn purposes_are_typed_as_on_the_line_or_in_chinese() {
		for purpose in Purpose::ALL {
			for language in [Language::English, Language::Chinese] {
				assert_eq!(read(purpose.word(), language), Ok(purpose));
			}
			// The name that everything else calls it by.
			assert_eq!(read(&purpose.text(Language::Chinese), Language::Chinese), Ok(purpose));
		}
		assert_eq!(read("物业经理", Language::Chinese), Ok(MANAGER));
		assert_eq!(read(" Cashier ", Language::English), Ok(CASHIER));
	}

	#[test]
	fn others_are_suggested_by_meaning() {
		for (word, expected) in [
			("treasurer", CASHIER),
			("accountant", AUDITOR),
			("secretary", REGISTRAR),
			("cahsier", CASHIER),
			("validater", Purpose::Validator),
		] {
			let error = read(word, Language::English).unwrap_err();
			assert!(error.ends_with(&format!("did you mean `{}`?", expected.word())), "{error}");
			assert!(read(word, Language::Chinese).unwrap_err().contains("是不是"), "{word}");
		}
		let error = read("gardener", Language::English).unwrap_err();
		assert!(error.contains("\"gardener\"") && error.contains("registrar") && !error.contains("did you"), "{error}");
	}
}
