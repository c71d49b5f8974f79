// SPDX-License-Identifier: GPL-3.0-or-later

//! Errors of `community new`. Each message says where the mistake is, what was found and what was expected.

use std::{fmt, io, path::PathBuf};

/// Why no community was made. Nothing is left behind when one of these is returned.
#[derive(thiserror::Error)]
pub enum CommunityError {
	/// The roster has a mistake.
	#[error("{}: {error}", file.display())]
	Roster {
		/// The file as it was named on the command line.
		file: PathBuf,
		/// The mistake.
		error: RosterError,
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
	/// The community's name cannot be used.
	#[error("--name: found {found:?}; expected {expected}")]
	Name {
		/// The name given.
		found: String,
		/// The form of a name.
		expected: &'static str,
	},
	/// No currency has such a code.
	#[error("--currency: found {found:?}; expected three capital letters, such as CNY")]
	Currency {
		/// The code given.
		found: String,
	},
	/// There is no law pack of that name.
	#[error("--rules: found {found:?}; expected one of: {known}")]
	Rules {
		/// The name given.
		found: String,
		/// The names there are.
		known: String,
	},
	/// Something is in the way.
	#[error("--out: {} is there already and is not an empty folder; expected a new or an empty one", .0.display())]
	OutputExists(PathBuf),
	/// The path is not one at which a folder can be made.
	#[error("--out: {} cannot be made; expected the path of a new folder", .0.display())]
	OutputPath(PathBuf),
	/// The binary was built with `SKIP_WASM_BUILD`.
	#[error("this linli-node was built without its Wasm runtime; build it again with SKIP_WASM_BUILD unset")]
	NoWasm,
	/// The law pack of this binary is not what this command can build on: a mistake of ours, not of the user.
	#[error("the law pack {id:?} of this linli-node cannot be used: {reason}")]
	LawPack {
		/// Its name.
		id: String,
		/// Its fault.
		reason: String,
	},
	/// The runtime refused the genesis state.
	#[error("the runtime refused the genesis state: {0}")]
	Genesis(String),
	/// A key could not be stored.
	#[error("cannot write the keystore: {0}")]
	Keystore(String),
	/// A ticket could not be drawn.
	#[error("cannot draw the ticket of owner {owner}: {reason}")]
	Ticket {
		/// The owner's name in the roster.
		owner: String,
		/// The cause.
		reason: String,
	},
}

/// As it is shown: a `main` that returns the error prints this form, and users should read a sentence.
impl fmt::Debug for CommunityError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		fmt::Display::fmt(self, f)
	}
}

/// One mistake in a roster.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("line {line}, column {column}: {found}; expected {expected}")]
pub struct RosterError {
	/// The line in the file, from 1.
	pub line: usize,
	/// The column.
	pub column: Column,
	/// The text found.
	pub found: Found,
	/// The form expected.
	pub expected: String,
}

/// A column of a roster, by its name where it has one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Column {
	/// As the header calls it.
	Named(String),
	/// From 1, where the header does not reach or cannot be read.
	Number(usize),
}

impl fmt::Display for Column {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Named(name) => write!(f, "`{name}`"),
			Self::Number(number) => write!(f, "{number}"),
		}
	}
}

/// The text at the place of a mistake.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Found {
	/// A text that does not belong there.
	Text(String),
	/// Something that has to be told in words.
	Words(String),
}

/// A text that goes wrong can be as long as the file: an error shows its beginning.
const SHOWN: usize = 60;

impl fmt::Display for Found {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Text(text) if text.is_empty() => f.write_str("found nothing"),
			Self::Text(text) if text.chars().count() > SHOWN => {
				let beginning: String = text.chars().take(SHOWN).collect();
				write!(f, "found {beginning:?}…")
			}
			Self::Text(text) => write!(f, "found {text:?}"),
			Self::Words(words) => f.write_str(words),
		}
	}
}

/// One mistake in a file of charges.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ChargesError {
	/// It is no TOML.
	#[error("not readable as TOML: {0}")]
	Syntax(String),
	/// A key has a wrong value, or should not be there, or is missing.
	#[error("{place}, key `{key}`: found {found}; expected {expected}")]
	Key {
		/// Which charge, from 1, and what it is called; or the file.
		place: String,
		/// The key.
		key: String,
		/// The text found.
		found: String,
		/// The form expected.
		expected: String,
	},
}
