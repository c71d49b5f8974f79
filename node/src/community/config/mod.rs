// SPDX-License-Identifier: GPL-3.0-or-later

//! `community.toml`: everything that a community's chain is made of, except the units and owners themselves.
//!
//! - [`read`]: the file, and what is wrong in it; [`lines`]: where a key stands; [`marks`]: marks that TOML
//!   does not know; [`error`]: one mistake
//! - [`opening`]: the files that a chain with a past begins with
//! - [`mod@write`]: the file with comments
//! - [`parameters`]: what changes in the law pack; [`keys`]: the lines of public keys
//!
//! The options of `community new` are turned into a [`Config`] as well, so that a chain is made in one way only.

pub mod error;
pub mod keys;
pub mod lines;
pub mod marks;
pub mod opening;
pub mod parameters;
pub mod read;
pub mod write;

use super::{
	errors::CommunityError,
	law::Law,
	locale::{either, language},
	roster::RosterArgs,
};
use error::ConfigError;
use linli_primitives::{calendar::DAY, Role};
use linli_roster::{Field, Language, SameName};
use opening::OpeningFiles;
use serde::Deserialize;
use std::{
	collections::BTreeMap,
	path::{Path, PathBuf},
};
use toml::{Table, Value};

/// The name of the file where no other is given.
pub const FILE: &str = "community.toml";

/// Everything that a chain is made of.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
	/// The community's name, as wallets and node operators see it.
	pub name: String,
	/// The law pack that the chain begins with.
	#[serde(default = "default_rules")]
	pub rules: String,
	/// The currency (ISO 4217); that of the law pack's country if it is not given.
	#[serde(default)]
	pub currency: Option<String>,
	/// The address of the community's portal, for the QR codes of invitations.
	#[serde(default)]
	pub portal: Option<String>,
	/// Whether the chain is for trials: it accepts `--sealing`.
	#[serde(default)]
	pub trial: bool,
	/// Boot nodes besides the validators' own addresses, with their peer ids.
	#[serde(default)]
	pub boot_nodes: Vec<String>,
	/// The file of units and owners, and how it is read.
	pub roster: RosterFile,
	/// What changes in the law pack.
	#[serde(default)]
	pub parameters: Table,
	/// Pots besides those of the law pack, or other names for those.
	#[serde(default)]
	pub pot: Vec<Pot>,
	/// The charges; those that the law pack brings if they are not given.
	#[serde(default)]
	pub charge: Option<Vec<Value>>,
	/// Everybody's public keys.
	#[serde(default)]
	pub keys: KeyLines,
	/// How claim tickets work.
	#[serde(default)]
	pub tickets: Tickets,
	/// What a chain with a past begins with.
	#[serde(default)]
	pub opening: Option<OpeningFiles>,
}

fn default_rules() -> String {
	"cn".into()
}

impl Config {
	/// A chain of this name, from this roster, with nothing else said.
	pub fn new(name: &str, roster: RosterFile) -> Self {
		Self {
			name: name.into(),
			rules: default_rules(),
			currency: None,
			portal: None,
			trial: false,
			boot_nodes: Vec::new(),
			roster,
			parameters: Table::new(),
			pot: Vec::new(),
			charge: None,
			keys: KeyLines::default(),
			tickets: Tickets::default(),
			opening: None,
		}
	}
}

/// The file of units and owners. The keys are those of the options.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RosterFile {
	/// The workbook or text file, from the folder of `community.toml`.
	pub file: PathBuf,
	/// Which column is what.
	#[serde(default)]
	pub column: BTreeMap<String, String>,
	/// The column that tells owners of one name apart.
	#[serde(default)]
	pub owner_key: Option<String>,
	/// What a name on several units means: `one` owner or `several`.
	#[serde(default)]
	pub same_name: Option<String>,
	/// Whether the warnings were read and are right.
	#[serde(default)]
	pub confirm_warnings: bool,
}

/// A pot.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pot {
	/// `operating`, `repair`, `common-income` or `other`. A pot of one of the first three that the law pack has gets
	/// another name; every other is opened.
	#[serde(default = "other")]
	pub kind: String,
	/// Its public name.
	pub name: String,
	/// What is in it on the first day: refused, since it stands in a file that `[opening]` names.
	#[serde(default)]
	pub opening: Option<Value>,
}

fn other() -> String {
	"other".into()
}

/// Lines of public keys, as `community join-key` printed them.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyLines {
	/// Makes all keys on this machine, if there are no lines.
	#[serde(default)]
	pub make_keys: bool,
	/// One line for each validator.
	#[serde(default)]
	pub validators: Vec<String>,
	/// The line of the bootstrap key.
	#[serde(default)]
	pub bootstrap: Option<String>,
	/// The line of the registrar.
	#[serde(default)]
	pub registrar: Option<String>,
	/// The line of the manager.
	#[serde(default)]
	pub manager: Option<String>,
	/// The line of the cashier.
	#[serde(default)]
	pub cashier: Option<String>,
	/// The line of the auditor.
	#[serde(default)]
	pub auditor: Option<String>,
}

impl KeyLines {
	/// The lines of officers by their roles.
	pub fn officers(&self) -> [(Role, &Option<String>); 4] {
		[
			(Role::Registrar, &self.registrar),
			(Role::Manager, &self.manager),
			(Role::Cashier, &self.cashier),
			(Role::Auditor, &self.auditor),
		]
	}

	/// Takes the line of an officer.
	pub fn set_officer(&mut self, role: Role, line: Option<String>) {
		match role {
			Role::Registrar => self.registrar = line,
			Role::Manager => self.manager = line,
			Role::Cashier => self.cashier = line,
			Role::Auditor => self.auditor = line,
			// Devices are added later.
			Role::Device => (),
		}
	}

	/// Whether there is no line. An empty one is none.
	pub fn is_empty(&self) -> bool {
		let blank = |line: &String| line.trim().is_empty();
		self.validators.iter().all(blank)
			&& self.bootstrap.as_ref().is_none_or(blank)
			&& self.officers().iter().all(|(_, line)| line.as_ref().is_none_or(blank))
	}
}

/// How long a ticket can be used unless the config says otherwise, in days.
pub const DEFAULT_TICKET_DAYS: u32 = 90;

/// The second factor that there is: a code that is handed over apart.
const SECOND_FACTOR: &str = "code";

/// The longest time for which tickets can be used, in days: ten years.
const MAX_TICKET_DAYS: u32 = 3_650;

/// How claim tickets work.
#[derive(Clone, PartialEq, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tickets {
	/// How long a ticket can be used, in days; [`DEFAULT_TICKET_DAYS`] if it is not given.
	#[serde(default)]
	pub expiry_days: Option<i64>,
	/// What a household needs besides the ticket: [`SECOND_FACTOR`], or nothing.
	#[serde(default)]
	pub second_factor: Option<String>,
}

impl Config {
	/// Whether tickets ask for a second factor.
	pub fn asks_second_factor(&self, source: &Source) -> Result<bool, ConfigError> {
		match self.tickets.second_factor.as_deref() {
			None => Ok(false),
			Some(SECOND_FACTOR) => Ok(true),
			Some(found) => {
				let expected = format!("\"{SECOND_FACTOR}\"");
				let why = language().pick(
					"what many know or can guess, such as an area or the digits of a contract, is found by trying",
					"面积、合同尾号等许多人知道或猜得到的内容，逐个试就能试出来",
				);
				Err(source.mistake("tickets.second_factor", format!("{found:?}"), expected).because(why))
			}
		}
	}

	/// How long a ticket can be used, in days: longer than a replacement can be objected to.
	pub fn ticket_days(&self, source: &Source, law: &Law) -> Result<u32, ConfigError> {
		let Some(found) = self.tickets.expiry_days else { return Ok(DEFAULT_TICKET_DAYS) };
		// A replacement cannot be claimed within the time to object to it.
		let least = law.objection_delay / DAY + 1;
		let days = u32::try_from(found).ok().filter(|days| *days <= MAX_TICKET_DAYS && u64::from(*days) >= least);
		days.ok_or_else(|| {
			let expected = either(
				language(),
				format!("days from {least} (more than objection_days) to {MAX_TICKET_DAYS}"),
				format!("{least}（多于 objection_days）至 {MAX_TICKET_DAYS} 天"),
			);
			source.mistake("tickets.expiry_days", found.to_string(), expected)
		})
	}
}

/// Where a [`Config`] comes from, for messages.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Source {
	/// The options of the command.
	Options {
		/// The file of charges.
		charges: Option<PathBuf>,
	},
	/// A file.
	File {
		/// Its path, as given.
		path: PathBuf,
		/// Its text.
		text: String,
	},
}

impl Source {
	/// The place of a key in words: `--name`, or the file, its line and the key.
	pub fn place(&self, key: &str) -> String {
		match self {
			Self::Options { .. } => format!("--{}", key.replace('_', "-")),
			Self::File { path, text } => {
				let path = path.display();
				match (lines::of(text, key), language()) {
					(Some(line), Language::English) => format!("{path}: line {line}, key `{key}`"),
					(Some(line), Language::Chinese) => format!("{path}：第 {line} 行，键 `{key}`"),
					(None, Language::English) => format!("{path}: key `{key}`"),
					(None, Language::Chinese) => format!("{path}：键 `{key}`"),
				}
			}
		}
	}

	/// The file that has the charges.
	pub fn charges_file(&self) -> &Path {
		match self {
			Self::Options { charges: Some(file) } | Self::File { path: file, .. } => file,
			Self::Options { charges: None } => Path::new(language().pick("the default charges", "默认收费项目")),
		}
	}

	/// The folder from which the config's own paths go.
	pub fn folder(&self) -> &Path {
		match self {
			Self::Options { .. } => Path::new(""),
			Self::File { path, .. } => path.parent().unwrap_or(Path::new("")),
		}
	}

	/// A mistake at a key.
	pub fn mistake(&self, key: &str, found: impl Into<String>, expected: impl Into<String>) -> ConfigError {
		ConfigError::new(self, key, found, expected)
	}
}

impl RosterFile {
	/// The same as the options have it.
	pub fn of(args: &RosterArgs, file: PathBuf) -> Self {
		Self {
			file,
			column: args.column.iter().map(|(field, column)| (field.name().to_owned(), column.clone())).collect(),
			owner_key: args.owner_key.clone(),
			same_name: args.same_name.map(|same| same_name_word(same).to_owned()),
			confirm_warnings: args.confirm_warnings,
		}
	}

	/// The options for the reader.
	pub fn args(&self, source: &Source) -> Result<RosterArgs, CommunityError> {
		let mut column = Vec::new();
		for (name, header) in &self.column {
			let field = Field::by_name(name).ok_or_else(|| {
				let known = Field::ALL.map(Field::name).join(", ");
				let expected = language().pick(&format!("one of {known}"), &format!("{known} 之一")).to_owned();
				source.mistake(&format!("roster.column.{name}"), format!("`{name}`"), expected)
			})?;
			column.push((field, header.clone()));
		}
		let same_name = match self.same_name.as_deref() {
			None => None,
			Some("one") => Some(SameName::One),
			Some("several") => Some(SameName::Several),
			Some(other) => {
				let expected =
					language().pick("\"one\" or \"several\"", "\"one\"（同一业主）或 \"several\"（不同的人）");
				return Err(source.mistake("roster.same_name", format!("{other:?}"), expected).into());
			}
		};
		if self.owner_key.is_some() && same_name.is_some() {
			let found = language().pick("it beside `owner_key`", "与 `owner_key` 同时出现");
			let expected = language().pick("one of the two", "两者只写一个");
			return Err(source.mistake("roster.same_name", found, expected).into());
		}
		Ok(RosterArgs {
			roster: Some(source.folder().join(&self.file)),
			column,
			owner_key: self.owner_key.clone(),
			same_name,
			confirm_warnings: self.confirm_warnings,
		})
	}
}

/// The word of an answer in `community.toml`.
pub fn same_name_word(same: SameName) -> &'static str {
	match same {
		SameName::One => "one",
		SameName::Several => "several",
	}
}
