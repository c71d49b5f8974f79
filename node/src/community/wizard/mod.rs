// SPDX-License-Identifier: GPL-3.0-or-later

//! What `community new` asks in a terminal, in the language of the locale. The answers become `community.toml`; from
//! then on it is the same as with `--config`.
//!
//! - [`ask`]: the terminal, or a test's answers
//! - [`basics`]: name, law pack, currency, portal; [`roster`]: the list, and how it is read
//! - [`money`]: pots and charges; [`opening`]: what a community with a past brings along
//! - [`rules`]: what changes in the law pack; [`keys`]: lines of keys

mod ask;
mod basics;
mod keys;
mod money;
mod opening;
mod roster;
mod rules;

use super::{
	config::{self, read, write, Config, Source},
	errors::CommunityError,
	examine::{examine, Examined},
	law::Law,
	locale::language,
	new,
	output::{self, Access},
};
use ask::{Ask, Terminal};
use linli_roster::Language;
use std::{
	fs,
	io::{stderr, stdin, IsTerminal},
	path::{Path, PathBuf},
};

/// Whether somebody is there to be asked.
pub fn can_ask() -> bool {
	stdin().is_terminal() && stderr().is_terminal()
}

/// Asks for everything, writes `community.toml` into the current folder, and makes the chain if that is wanted.
pub fn run(out: Option<&Path>) -> Result<(), CommunityError> {
	out.map_or(Ok(()), output::check)?;
	let language = language();
	let mut terminal = Terminal::default();
	let Written { path, complete } = converse(&mut terminal, language, Path::new(""))?;
	if !complete {
		return Ok(());
	}
	let question = language.pick("Make the chain now?", "现在建链吗？");
	if !terminal.confirm(question, true)? {
		terminal.say(&next(&path, language));
		return Ok(());
	}
	let out = match out {
		Some(out) => out.to_owned(),
		None => new_folder(&mut terminal, language)?,
	};
	output::check(&out)?;
	new::from_file(&path, &out)
}

/// What became of the questions.
struct Written {
	/// The file.
	path: PathBuf,
	/// Whether a chain can be made of it as it is.
	complete: bool,
}

/// Asks for everything and writes the file into a folder.
fn converse(ask: &mut dyn Ask, language: Language, folder: &Path) -> Result<Written, CommunityError> {
	ask.say(language.pick(
		"This asks for everything that your community's chain is made of, and writes it to a file that you can change\n\
		 later. Nothing is sent anywhere. Ctrl+C ends it at any time.\n",
		"下面逐项询问建链所需的内容，并写入一个以后可以修改的文件。不会向任何地方发送内容。按 Ctrl+C 可随时退出。\n",
	));
	let config = questions(ask, language, folder)?;
	let law = law_of(&config)?;
	let text = write::text(&config, &law, language);
	let (config, source) = read::parse(&folder.join(config::FILE), &text)?;
	let Examined { text: report, mistakes, missing } = examine(&config, &source, language);
	ask.say(&report);

	let name = file_name(ask, language, folder)?;
	let path = folder.join(name);
	output::write_new(&path, text.as_bytes(), Access::Public)?;
	ask.say(&match language {
		Language::English => format!("Written: {}", path.display()),
		Language::Chinese => format!("已写入：{}", path.display()),
	});
	let complete = mistakes.is_empty() && missing.is_empty();
	if !complete {
		ask.say(language.pick(
			"Something is still missing, as listed above. Add it to the file, then:",
			"还缺少上面列出的内容。补充到文件中，然后：",
		));
		ask.say(&next(&path, language));
	}
	Ok(Written { path, complete })
}

/// Every question, in order.
fn questions(ask: &mut dyn Ask, language: Language, folder: &Path) -> Result<Config, CommunityError> {
	let name = basics::name(ask, language)?;
	let rules = basics::rules(ask, language)?;
	let (file, roster) = roster::roster(ask, language, folder)?;
	let mut config = Config::new(&name, file);
	config.rules = rules;
	config.currency = basics::currency(ask, language, &law_of(&config)?)?;
	config.pot = money::pots(ask, language, &config)?;
	let law = law_of(&config)?;
	let currency = config.currency.clone().unwrap_or_else(|| law.currency());
	config.charge = money::Charges { language, law: &law, currency: &currency, roster: &roster }.ask(ask)?;
	config.opening = opening::opening(ask, language, folder)?;
	config.parameters = rules::parameters(ask, language, law_of(&config)?)?;
	keys::keys(ask, language, &mut config)?;
	config.portal = basics::portal(ask, language)?;
	Ok(config)
}

/// The law of a config whose answers were all checked.
fn law_of(config: &Config) -> Result<Law, CommunityError> {
	config.law(&Source::Options { charges: None }).map_err(CommunityError::Several)
}

/// The name of the file, which must not exist yet.
fn file_name(ask: &mut dyn Ask, language: Language, folder: &Path) -> Result<String, CommunityError> {
	let free = (1..)
		.map(|number| match number {
			1 => config::FILE.to_owned(),
			number => format!("community-{number}.toml"),
		})
		.find(|name| fs::symlink_metadata(folder.join(name)).is_err())
		.unwrap_or_default();
	let prompt = language.pick("The file to write, in this folder", "写入本文件夹中的文件名");
	ask.text(prompt, Some(&free), &|name| {
		if name.is_empty() || name.contains(['/', '\\']) {
			return Err(language.pick("a file name without a folder, please", "请只写文件名，不写文件夹").into());
		}
		match fs::symlink_metadata(folder.join(name)).is_ok() {
			true => Err(language.pick("it is there already", "该文件已存在").into()),
			false => Ok(()),
		}
	})
}

/// The folder for the chain.
fn new_folder(ask: &mut dyn Ask, language: Language) -> Result<PathBuf, CommunityError> {
	let prompt = language.pick("The folder to make for the chain", "为链新建的文件夹");
	let check = |text: &str| match text.is_empty() {
		true => Err(language.pick("a name, please", "请写名称").into()),
		false => output::check(Path::new(text)).map_err(|error| error.to_string()),
	};
	Ok(ask.text(prompt, Some("chain"), &check)?.into())
}

/// How to go on.
fn next(path: &Path, language: Language) -> String {
	let path = path.display();
	let folder = language.pick("FOLDER", "文件夹");
	format!("  linli-node community check --config {path}\n  linli-node community new --config {path} --out {folder}")
}

#[cfg(test)]
#[path = "../tests/wizard.rs"]
mod tests;
