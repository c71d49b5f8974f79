// SPDX-License-Identifier: GPL-3.0-or-later

//! Errors of the commands of `community`. Each message says where the mistake is, what was found and what was expected.

use super::{config::error::ConfigError, invitations::InvitationsError, key_args::KeysError};
use linli_roster::{Language, MarkError, Report};
use std::{fmt, io, path::PathBuf};

/// The reasons why a command fails. In each case nothing is left behind.
#[derive(thiserror::Error)]
pub enum CommunityError {
	/// The roster has mistakes, raises questions, or has warnings that were not confirmed.
	#[error("{}: {}", file.display(), whole(report, *language))]
	Roster {
		/// The file as it was named on the command line.
		file: PathBuf,
		/// All that was found.
		report: Box<Report>,
		/// The language of the messages.
		language: Language,
	},
	/// `check` found something; it was printed already.
	#[error("{}: mistakes: {mistakes}, open questions: {questions}", file.display())]
	Checked {
		/// The file as it was named on the command line.
		file: PathBuf,
		/// How many mistakes.
		mistakes: usize,
		/// How many questions that no option answers.
		questions: usize,
	},
	/// No marked copy of the roster could be made.
	#[error("{}: {error}", file.display())]
	Mark {
		/// The roster as it was named on the command line.
		file: PathBuf,
		/// The cause.
		error: MarkError,
	},
	/// The file of charges has a mistake.
	#[error("{}: {error}", file.display())]
	Charges {
		/// The file as it was named on the command line.
		file: PathBuf,
		/// The mistake.
		error: ChargesError,
	},
	/// A file or folder could not be read or written.
	#[error("{}: cannot {action}: {error}", path.display())]
	Io {
		/// The action that failed, as a verb.
		action: &'static str,
		/// The file or folder.
		path: PathBuf,
		/// The system's error.
		error: io::Error,
	},
	/// An option is missing.
	#[error(
		"{0} is missing. Give --roster FILE, --name NAME and --out DIR, or --config FILE with --out DIR. In a terminal, \
		`linli-node community new` without options asks for everything and writes the file"
	)]
	OptionMissing(&'static str),
	/// A mistake in `community.toml`.
	#[error(transparent)]
	Config(#[from] ConfigError),
	/// Several mistakes, each on a line of its own.
	#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
	Several(Vec<CommunityError>),
	/// `check --config` found something; it was printed already.
	#[error("{}: mistakes: {mistakes}", file.display())]
	ConfigChecked {
		/// The file as it was named on the command line.
		file: PathBuf,
		/// How many mistakes.
		mistakes: usize,
	},
	/// A question could not be asked.
	#[error("the terminal cannot be used: {0}")]
	Terminal(String),
	/// The wizard was left.
	#[error("stopped; nothing was made")]
	Stopped,
	/// The community's name cannot be used.
	#[error("{place}: found {found:?}; expected {expected}")]
	Name {
		/// Where it stands.
		place: String,
		/// The name given.
		found: String,
		/// The form of a name.
		expected: &'static str,
	},
	/// The currency code is malformed.
	#[error("{place}: found {found:?}; expected three capital letters, such as CNY")]
	Currency {
		/// Where it stands.
		place: String,
		/// The code given.
		found: String,
	},
	/// There is no law pack of that name.
	#[error("{place}: found {found:?}; expected one of: {known}")]
	Rules {
		/// Where it stands.
		place: String,
		/// The name given.
		found: String,
		/// The available names.
		known: String,
	},
	/// The output folder exists and is not empty.
	#[error("--out: {} is there already and is not an empty folder; expected a new or an empty one", .0.display())]
	OutputExists(PathBuf),
	/// The output file exists.
	#[error("--out: {} is there already; expected the path of a new file", .0.display())]
	FileExists(PathBuf),
	/// No folder can be created at the path.
	#[error("--out: {} cannot be made; expected the path of a new folder", .0.display())]
	OutputPath(PathBuf),
	/// The program holds no runtime, or one that cannot be run.
	#[error("{0}")]
	Runtime(String),
	/// The law pack of this binary is unusable: a bug, not a mistake of the user.
	#[error("the law pack {id:?} of this linli-node cannot be used: {reason}")]
	LawPack {
		/// Its name.
		id: String,
		/// The reason.
		reason: String,
	},
	/// The runtime refused the genesis state.
	#[error("the runtime refused the genesis state: {0}")]
	Genesis(String),
	/// A key could not be stored.
	#[error("cannot write the keystore: {0}")]
	Keystore(String),
	/// A line of keys is missing or wrong.
	#[error(transparent)]
	Keys(#[from] KeysError),
	/// A chain specification cannot be read.
	#[error("{}: {reason}; expected a chain specification, as `linli-node community new` writes it", file.display())]
	Spec {
		/// The file.
		file: PathBuf,
		/// The reason.
		reason: String,
	},
	/// `verify` found something; it was printed already.
	#[error("{}: things that are wrong: {wrong}; do not start a node with it, and ask the person who made it", file.display())]
	Verified {
		/// The file.
		file: PathBuf,
		/// How many things.
		wrong: usize,
	},
	/// An address of a validator cannot be used.
	#[error("--address: found {found:?}: {reason}")]
	Address {
		/// The address given.
		found: String,
		/// The reason.
		reason: String,
	},
	/// Invitations cannot be printed.
	#[error(transparent)]
	Invitations(#[from] InvitationsError),
}

/// The same as `Display`: a `main` that returns the error prints its `Debug` form.
impl fmt::Debug for CommunityError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		fmt::Display::fmt(self, f)
	}
}

/// A report in words: in one line if it is only one mistake.
fn whole(report: &Report, language: Language) -> String {
	match report.mistakes.as_slice() {
		[mistake] if report.questions.is_empty() && report.warnings.is_empty() => mistake.text(language),
		_ => format!("\n{}", report.text(language)),
	}
}

/// One mistake in a file of charges.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ChargesError {
	/// The file is not valid TOML.
	#[error("not readable as TOML: {0}")]
	Syntax(String),
	/// A key is missing, unknown, or has an invalid value.
	#[error("{place}, key `{key}`: found {found}; expected {expected}")]
	Key {
		/// The charge, by its number from 1 and its name; or the file.
		place: String,
		/// The key.
		key: String,
		/// The text found.
		found: String,
		/// The expected form.
		expected: String,
	},
}
