// SPDX-License-Identifier: GPL-3.0-or-later

//! The law of a config: its pack, with `[parameters]` and `[[pot]]` applied, and what its law forbids.

use super::{error::ConfigError, read::one_of, Config, Source};
use crate::community::{charges::PotNames, errors::CommunityError, law::Law, locale::language};
use linli_primitives::name::is_readable;
use linli_roster::Language;
use toml::Value;

/// The kinds of pots in `community.toml` and in the genesis state.
const POT_KINDS: [(&str, &str); 4] =
	[("operating", "operating"), ("repair", "repair"), ("common-income", "commonIncome"), ("other", "other")];

/// The longest name of a pot, in bytes: what the chain takes.
const MAX_POT_NAME: usize = 32;

impl Config {
	/// The law of the chain, or all that is wrong with it.
	pub fn law(&self, source: &Source) -> Result<Law, Vec<CommunityError>> {
		let (law, wrong) = self.law_with_mistakes(source)?;
		match wrong.is_empty() {
			true => Ok(law),
			false => Err(wrong.into_iter().map(CommunityError::from).collect()),
		}
	}

	/// The same where a mistake leaves the pack's own value.
	pub fn law_with_mistakes(&self, source: &Source) -> Result<(Law, Vec<ConfigError>), Vec<CommunityError>> {
		let mut law = match Law::of_pack(&self.rules) {
			Ok(Some(law)) => law,
			Ok(None) => {
				let known: Vec<_> = linli_runtime::genesis::law_packs().collect();
				return Err(vec![CommunityError::Rules {
					place: source.place("rules"),
					found: self.rules.clone(),
					known: known.join(", "),
				}]);
			}
			Err(error) => return Err(vec![error]),
		};
		let mut wrong = Vec::new();
		for (name, value) in &self.parameters {
			match value {
				Value::Table(section) => {
					for (inner, value) in section {
						wrong.extend(change(&mut law, &format!("{name}.{inner}"), value, source).err());
					}
				}
				value => wrong.extend(change(&mut law, name, value, source).err()),
			}
		}
		for (place, pot) in self.pot.iter().enumerate() {
			wrong.extend(open(&mut law, place, &pot.kind, &pot.name, source).err());
		}
		wrong.extend(unlawful(&law, source));
		Ok((law, wrong))
	}

	/// What the pack leaves to the community's own documents and the config does not say. Not part of [`Self::law`]:
	/// before the last question is answered, something is always open.
	pub fn unanswered(&self, law: &Law, source: &Source) -> Vec<ConfigError> {
		let language = language();
		let is_open = |key: &str| match key.split_once('.') {
			None => !self.parameters.contains_key(key),
			Some((section, name)) => self.parameters.get(section).and_then(|section| section.get(name)).is_none(),
		};
		let open = law.choices().iter().filter(|choice| is_open(choice.key));
		open.map(|choice| {
			let [english, chinese] = choice.about;
			let found = language.pick("nothing", "空缺");
			let mistake = source.mistake(&format!("parameters.{}", choice.key), found, language.pick(english, chinese));
			mistake.because(match language {
				Language::English => format!("the law pack {} leaves it to you, in the file of --config", law.id),
				Language::Chinese => format!("法规包 {} 把它留给贵小区，写在 --config 的文件里", law.id),
			})
		})
		.collect()
	}
}

/// Changes one parameter.
fn change(law: &mut Law, key: &str, value: &Value, source: &Source) -> Result<(), ConfigError> {
	let (language, full) = (language(), format!("parameters.{key}"));
	let Some(present) = law.get(key) else {
		let prefix = key.split_once('.').map(|(section, _)| format!("{section}."));
		let of_section = |known: &String| match &prefix {
			Some(prefix) => known.starts_with(prefix.as_str()),
			None => !known.contains('.'),
		};
		let mut known: Vec<String> = law.keys().into_iter().filter(of_section).collect();
		if known.is_empty() {
			known = law.keys();
		}
		let found = language.pick("a key that means nothing here", "此处没有这个键");
		return Err(source.mistake(&full, found, one_of(key, &known, language)));
	};
	let setting = present.read(value, language).map_err(|expected| source.mistake(&full, shown(value), expected))?;
	law.set(key, setting)
		.ok_or_else(|| source.mistake(&full, shown(value), language.pick("a smaller number", "较小的数")))
}

/// Opens a pot, or gives the law pack's pot of that kind another name.
fn open(law: &mut Law, place: usize, kind: &str, name: &str, source: &Source) -> Result<(), ConfigError> {
	let (language, key) = (language(), |part: &str| format!("pot.{place}.{part}"));
	let Some((_, kind)) = POT_KINDS.iter().find(|(known, _)| *known == kind) else {
		let known = POT_KINDS.map(|(known, _)| known.to_owned());
		return Err(source.mistake(&key("kind"), format!("{kind:?}"), one_of(kind, &known, language)));
	};
	let name = name.trim();
	if name.len() > MAX_POT_NAME || !is_readable(name.as_bytes()) {
		let expected =
			language.pick("a name of 1 to 32 bytes (10 Chinese characters)", "1 到 32 字节的名称（至多 10 个汉字）");
		return Err(source.mistake(&key("name"), format!("{name:?}"), expected));
	}
	if law.pots.iter().any(|pot| pot.name == name) {
		let expected = language.pick("a name of its own for each pot", "各账目名称不同");
		return Err(source.mistake(&key("name"), format!("{name:?}"), expected));
	}
	match law.pots.iter_mut().find(|pot| pot.kind == *kind && *kind != "other") {
		Some(pot) => pot.name = name.into(),
		None => law.pots.push(PotNames { kind: (*kind).into(), name: name.into() }),
	}
	Ok(())
}

/// What the law of the pack forbids, and what no chain takes.
fn unlawful(law: &Law, source: &Source) -> Vec<ConfigError> {
	let language = language();
	let mut wrong: Vec<ConfigError> = law
		.forbidden()
		.into_iter()
		.map(|(limit, setting)| {
			let mistake = source.mistake(
				&format!("parameters.{}", limit.key),
				shown(&setting.toml()),
				limit.bound.text(language),
			);
			let [english, chinese] = limit.law;
			mistake.because(match language {
				Language::English => format!("{english} forbids it (law pack {})", law.id),
				Language::Chinese => format!("{chinese}不允许（法规包 {}）", law.id),
			})
		})
		.collect();
	if let (Some([english, chinese]), true) = (law.invalid(), wrong.is_empty()) {
		let expected = language.pick("rules by which owners can decide", "业主能够据以作出决定的规则");
		wrong.push(source.mistake("parameters", language.pick(english, chinese), expected));
	}
	wrong
}

fn shown(value: &Value) -> String {
	match value {
		Value::Table(_) => language().pick("a table", "表").into(),
		other => other.to_string(),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::community::config::read::parse;
	use std::path::Path;

	fn law(rest: &str) -> Result<Law, Vec<String>> {
		let text = format!("name = \"x\"\n{rest}\n[roster]\nfile = \"r.csv\"\n");
		let (config, source) = parse(Path::new("community.toml"), &text).unwrap();
		config.law(&source).map_err(|errors| errors.iter().map(ToString::to_string).collect())
	}

	#[test]
	fn parameters_and_pots_change_the_pack() {
		let law =
			law("rules = \"cn\"\n[parameters]\npetition_share = \"10%\"\n[parameters.ordinary]\nnotice_days = 20\n\
			 [[pot]]\nname = \"Garden\"\n[[pot]]\nkind = \"repair\"\nname = \"大修基金\"\n")
			.unwrap();
		assert_eq!(law.rule_book.petition.numerator * 10, law.rule_book.petition.denominator);
		let names: Vec<_> = law.pots.iter().map(|pot| (pot.kind.as_str(), pot.name.as_str())).collect();
		assert_eq!(
			names,
			[("operating", "物业费"), ("repair", "大修基金"), ("commonIncome", "公共收益"), ("other", "Garden")]
		);
		assert_eq!(law.genesis()["fund"]["pots"][1][1], "大修基金");
	}

	#[test]
	fn a_forbidden_parameter_names_the_law() {
		let errors = law("[parameters.ordinary]\nnotice_days = 10\napproval_area = \"at least 1/2\"\n").unwrap_err();
		assert_eq!(errors.len(), 2, "{errors:?}");
		let notice = errors.iter().find(|error| error.contains("notice_days")).unwrap();
		assert!(notice.starts_with("community.toml") && notice.contains('3') && notice.contains("10"), "{notice}");
		assert!(notice.contains("14") || notice.contains("第十四条"), "{notice}");
		assert!(law("rules = \"poll\"\n[parameters.ordinary]\nnotice_days = 1\n").is_ok());
	}

	#[test]
	fn what_the_pack_leaves_open_must_be_said() {
		let open = |rest: &str| {
			let text = format!("name = \"x\"\nrules = \"us-hoa\"\n[roster]\nfile = \"r.csv\"\n{rest}");
			let (config, source) = parse(Path::new("community.toml"), &text).unwrap();
			let law = config.law(&source).map_err(|_| "the law is right").unwrap();
			config.unanswered(&law, &source).iter().map(ToString::to_string).collect::<Vec<_>>()
		};
		let errors = open("[parameters.ordinary]\nnotice_days = 20\n");
		assert_eq!(errors.len(), 5, "{errors:?}");
		assert!(errors[0].contains("`parameters.major.approval_heads`"), "{errors:?}");
		// The pack's own value counts once it was said.
		let rest = "[parameters]\nutc_offset = \"-08:00\"\nproxies_per_holder = 3\n\
			[parameters.committee]\nseats_min = 3\nseats_max = 9\n[parameters.major]\n";
		assert!(open(&format!("{rest}approval_heads = \"more than 1/2\"\n")).is_empty());
		assert!(open(&format!("{rest}approval_heads = \"at least 67%\"\n")).is_empty());
		assert_eq!(open(rest).len(), 1);
	}

	#[test]
	fn unknown_parameters_and_values_are_refused() {
		for (rest, key, part) in [
			("[parameters]\nnotice_days = 20\n", "parameters.notice_days", "petition_days"),
			("[parameters.ordinary]\nnotice = 20\n", "parameters.ordinary.notice", "`ordinary.notice_days`"),
			("[parameters.mayor]\nnotice_days = 20\n", "parameters.mayor.notice_days", "`major.notice_days`"),
			("[parameters.election]\nnotice_days = 20\n", "parameters.election.notice_days", "ordinary.notice_days"),
			("[parameters.major]\nnotice_days = \"20\"\n", "parameters.major.notice_days", "\"20\""),
			("[parameters]\nprepayment_months = 300\n", "parameters.prepayment_months", "300"),
			("[[pot]]\nkind = \"garden\"\nname = \"x\"\n", "pot.0.kind", "common-income"),
			("[[pot]]\nname = \"物业费\"\n", "pot.0.name", "物业费"),
			("[[pot]]\nname = \"\"\n", "pot.0.name", "32"),
			("rules = \"poll\"\n[parameters.committee]\nseats_min = 20\n", "parameters", ""),
		] {
			let errors = law(rest).unwrap_err();
			assert_eq!(errors.len(), 1, "{errors:?}");
			assert!(errors[0].contains(&format!("`{key}`")) && errors[0].contains(part), "{}", errors[0]);
		}
		assert!(law("rules = \"atlantis\"\n").unwrap_err()[0].contains("line 2, key `rules`"));
	}
}
