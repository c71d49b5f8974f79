// SPDX-License-Identifier: GPL-3.0-or-later

//! Errors of the commands of `community`. Each message says where the mistake is, what was found and what was expected.

use super::{invitations::InvitationsError, key_args::KeysError};
use std::{fmt, io, path::PathBuf};

/// The reasons why a command fails. In each case nothing is left behind.
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
	/// The currency code is malformed.
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
	/// The binary was built with `SKIP_WASM_BUILD`.
	#[error("this linli-node was built without its Wasm runtime; build it again with SKIP_WASM_BUILD unset")]
	NoWasm,
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
	/// The expected form.
	pub expected: String,
}

/// A column of a roster, by its name where it has one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Column {
	/// By its name in the header.
	Named(String),
	/// By its number from 1, where the header has no readable name.
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
	/// The wrong text.
	Text(String),
	/// A description.
	Words(String),
}

/// The maximum number of characters of a wrong text shown, which could be as long as the file.
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
