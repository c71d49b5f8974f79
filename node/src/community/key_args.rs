// SPDX-License-Identifier: GPL-3.0-or-later

//! The options of `community new` that say whose keys the chain is made of.

use super::{
	errors::CommunityError,
	key_line::{KeyLine, KeyLineError, PublicKey, ValidatorKeys},
	keys::{role_name, Keys, PublicKeys, ROLES},
};
use linli_primitives::Role;
use std::{
	fs,
	path::{Path, PathBuf},
};

/// Whose keys the chain is made of.
#[derive(Debug, Default, Clone, clap::Args)]
pub struct KeyArgs {
	/// A validator's line of public keys, as `community join-key validator` printed it on its machine. Once for each.
	///
	/// The line's addresses become boot nodes of the chain.
	#[arg(long = "validator", value_name = "LINE")]
	validators: Vec<String>,

	/// An officer's line, as `community join-key officer` printed it on the officer's machine, after the role:
	/// registrar, manager, cashier or auditor. Once for each role.
	#[arg(long = "officer", value_name = "ROLE=LINE")]
	officers: Vec<String>,

	/// The line of the bootstrap key, as `community join-key bootstrap` printed it.
	#[arg(long, value_name = "LINE")]
	bootstrap: Option<String>,

	/// A text file of such lines: those of validators and of the bootstrap key as they are, those of officers as
	/// ROLE=LINE. Empty lines and lines that begin with # are ignored.
	#[arg(long = "keys", value_name = "FILE")]
	file: Option<PathBuf>,

	/// Make all keys here: of one validator, of all officers, and the bootstrap key. The person who makes the chain
	/// then holds everybody's keys, until they are handed over and deleted. --trial does the same if no lines are
	/// given.
	#[arg(long, conflicts_with_all = ["validators", "officers", "bootstrap", "file"])]
	make_keys: bool,
}

/// The keys of a chain.
pub enum KeySource {
	/// Made here, with their secrets.
	Made(Box<Keys>),
	/// Made by their holders.
	Given(PublicKeys),
}

impl KeySource {
	/// The public keys.
	pub fn public(&self) -> PublicKeys {
		match self {
			Self::Made(keys) => keys.public(),
			Self::Given(keys) => keys.clone(),
		}
	}

	/// The secrets, if they were made here.
	pub fn made(&self) -> Option<&Keys> {
		match self {
			Self::Made(keys) => Some(keys),
			Self::Given(_) => None,
		}
	}
}

/// Why keys cannot be used.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum KeysError {
	/// Keys are missing.
	#[error(
		"the keys of {0} are missing. Each holder makes their own: run `linli-node community join-key validator` on a \
		validator's machine, `linli-node community join-key officer` on an officer's, `linli-node community join-key \
		bootstrap` for the bootstrap key; each prints one line. Give the lines by --validator LINE, --officer ROLE=LINE \
		and --bootstrap LINE, or in a file by --keys FILE. To try things out, --trial makes all keys here; --make-keys \
		does so for a chain to keep, and the person who makes it then holds everybody's keys"
	)]
	Missing(String),
	/// A line is refused.
	#[error("{place}: {error}")]
	Line {
		/// Where it stands.
		place: String,
		/// The reason.
		error: KeyLineError,
	},
	/// An officer's line has no role before it, or an unknown one.
	#[error("{place}: found {found:?} before the line of keys; expected registrar=, manager=, cashier= or auditor=")]
	Role {
		/// Where it stands.
		place: String,
		/// The text before the line.
		found: String,
	},
	/// Two lines are for the same thing.
	#[error("{place}: the {what} was given before; expected one line")]
	Again {
		/// Where the second stands.
		place: String,
		/// The role or key.
		what: &'static str,
	},
	/// Two holders have the same key.
	#[error(
		"{second} has the same {key} as {first}; expected keys of their own for each: was one line used twice, or one \
		folder of keys copied to two machines?"
	)]
	Shared {
		/// The key's name.
		key: &'static str,
		/// The holder named first.
		first: String,
		/// The holder named second.
		second: String,
	},
	/// An address cannot be a boot node.
	#[error("the boot node {address} cannot be used: {reason}")]
	BootNode {
		/// The address.
		address: String,
		/// The reason.
		reason: String,
	},
}

impl KeyArgs {
	/// All keys made here, as for trials.
	#[cfg(test)]
	pub fn made_here() -> Self {
		Self { make_keys: true, ..Self::default() }
	}

	/// Whether no line is given.
	pub fn is_empty(&self) -> bool {
		self.validators.is_empty() && self.officers.is_empty() && self.bootstrap.is_none() && self.file.is_none()
	}

	/// Whether none of these options is given.
	pub fn is_absent(&self) -> bool {
		self.is_empty() && !self.make_keys
	}

	/// The keys: those given or, if that was asked for, fresh ones.
	pub fn resolve(&self, trial: bool) -> Result<KeySource, CommunityError> {
		if self.is_empty() && (trial || self.make_keys) {
			return Ok(KeySource::Made(Box::new(Keys::fresh())));
		}
		let file = match &self.file {
			Some(path) => {
				let error = |error| CommunityError::Io { action: "read", path: path.clone(), error };
				Some((path.as_path(), fs::read_to_string(path).map_err(error)?))
			}
			None => None,
		};
		Ok(KeySource::Given(self.given(file.as_ref().map(|(path, text)| (*path, text.as_str())))?))
	}

	/// The keys of all lines, those of the options before those of the file.
	fn given(&self, file: Option<(&Path, &str)>) -> Result<PublicKeys, KeysError> {
		let mut collected = Collected::default();
		for (number, line) in (1..).zip(&self.validators) {
			collected.validator(format!("--validator, number {number}"), line)?;
		}
		for (number, line) in (1..).zip(&self.officers) {
			collected.officer(format!("--officer, number {number}"), line)?;
		}
		if let Some(line) = &self.bootstrap {
			collected.bootstrap("--bootstrap".into(), line)?;
		}
		if let Some((path, text)) = file {
			let text = text.strip_prefix('\u{feff}').unwrap_or(text);
			for (number, line) in (1..).zip(text.lines()) {
				let line = line.trim();
				if !line.is_empty() && !line.starts_with('#') {
					collected.any(format!("{}, line {number}", path.display()), line)?;
				}
			}
		}
		collected.finish()
	}
}

/// The keys read so far.
#[derive(Default)]
pub struct Collected {
	/// The validators', in order of their lines.
	pub validators: Vec<ValidatorKeys>,
	/// The officers' accounts.
	pub roles: Vec<(Role, PublicKey)>,
	/// The bootstrap key.
	pub bootstrap: Option<PublicKey>,
}

fn parsed<T>(place: String, line: Result<T, KeyLineError>) -> Result<T, KeysError> {
	line.map_err(|error| KeysError::Line { place, error })
}

impl Collected {
	/// Takes a validator's line.
	pub fn validator(&mut self, place: String, line: &str) -> Result<(), KeysError> {
		self.validators.push(parsed(place, KeyLine::parse(line).and_then(KeyLine::validator))?);
		Ok(())
	}

	/// Takes an officer's line: `ROLE=LINE`.
	pub fn officer(&mut self, place: String, text: &str) -> Result<(), KeysError> {
		let (name, line) = divided(text);
		let Some(role) = ROLES.into_iter().find(|role| role_name(*role) == name) else {
			return Err(KeysError::Role { place, found: name.chars().take(40).collect() });
		};
		if self.roles.iter().any(|(taken, _)| *taken == role) {
			return Err(KeysError::Again { place, what: role_name(role) });
		}
		let account = parsed(place, KeyLine::parse(line).and_then(KeyLine::officer))?;
		self.roles.push((role, account));
		Ok(())
	}

	/// Takes the bootstrap key's line.
	pub fn bootstrap(&mut self, place: String, line: &str) -> Result<(), KeysError> {
		let account = parsed(place.clone(), KeyLine::parse(line).and_then(KeyLine::bootstrap))?;
		match self.bootstrap.replace(account) {
			None => Ok(()),
			Some(_) => Err(KeysError::Again { place, what: "bootstrap key" }),
		}
	}

	/// A line of a file: what it is for stands in it.
	fn any(&mut self, place: String, text: &str) -> Result<(), KeysError> {
		if !divided(text).0.is_empty() {
			return self.officer(place, text);
		}
		match parsed(place.clone(), KeyLine::parse(text))? {
			KeyLine::Validator(_) => self.validator(place, text),
			KeyLine::Officer(_) => self.officer(place, text),
			KeyLine::Bootstrap(_) => self.bootstrap(place, text),
		}
	}

	/// The keys of a chain, if none is missing and none is held twice.
	pub fn finish(mut self) -> Result<PublicKeys, KeysError> {
		let mut missing: Vec<&str> = Vec::new();
		if self.validators.is_empty() {
			missing.push("at least one validator");
		}
		let vacant = ROLES.into_iter().filter(|role| !self.roles.iter().any(|(taken, _)| taken == role));
		missing.extend(vacant.map(role_name));
		if self.bootstrap.is_none() {
			missing.push("the bootstrap key");
		}
		let (Some(bootstrap), true) = (self.bootstrap, missing.is_empty()) else {
			return Err(KeysError::Missing(missing.join(", ")));
		};
		// In the order in which the chain and its papers name them.
		self.roles.sort_by_key(|(role, _)| ROLES.iter().position(|one| one == role));
		let keys = PublicKeys { validators: self.validators, roles: self.roles, bootstrap };
		distinct(&keys)?;
		Ok(keys)
	}
}

/// The text before `=` and a line of keys, which has such signs of its own; empty if there is none.
fn divided(text: &str) -> (&str, &str) {
	match text.find("linli-keys-v") {
		Some(start) => {
			let (before, line) = text.split_at(start);
			(before.trim().trim_end_matches('=').trim_end(), line)
		}
		None => text.split_once('=').map_or(("", text), |(before, line)| (before.trim(), line)),
	}
}

/// Nobody holds two offices or runs two validators with one key.
fn distinct(keys: &PublicKeys) -> Result<(), KeysError> {
	let mut accounts = vec![("the bootstrap key".to_owned(), keys.bootstrap)];
	accounts.extend(keys.roles.iter().map(|(role, account)| (format!("the {}", role_name(*role)), *account)));
	let validator = |number: usize| format!("validator {}", number + 1);
	let of_all = |key: fn(&ValidatorKeys) -> PublicKey| {
		keys.validators.iter().enumerate().map(move |(number, keys)| (validator(number), key(keys)))
	};
	accounts.extend(of_all(|keys| keys.account));
	for (name, list) in [
		("block key (aura)", of_all(|keys| keys.aura).collect()),
		("finality key (grandpa)", of_all(|keys| keys.grandpa).collect()),
		("network key", of_all(|keys| keys.network).collect::<Vec<_>>()),
		("account", accounts),
	] {
		for (position, (second, key)) in list.iter().enumerate() {
			if let Some((first, _)) = list.iter().take(position).find(|(_, other)| other == key) {
				return Err(KeysError::Shared { key: name, first: first.clone(), second: second.clone() });
			}
		}
	}
	Ok(())
}

#[cfg(test)]
#[path = "tests/key_args.rs"]
mod tests;
