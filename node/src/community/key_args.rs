// SPDX-License-Identifier: GPL-3.0-or-later

//! The options of `community new` that say whose keys the chain is made of.

use super::{
	errors::CommunityError,
	input,
	key_line::{KeyLine, KeyLineError, PublicKey, Purpose, ValidatorKeys},
	keys::{role_name, Keys, PublicKeys, ROLES},
};
use linli_primitives::Role;
use std::path::{Path, PathBuf};

/// Whose keys the chain is made of.
#[derive(Debug, Default, Clone, clap::Args)]
pub struct KeyArgs {
	/// A validator's line of public keys, as `community join-key validator` printed it on its machine. Once for each.
	///
	/// The line's addresses become boot nodes of the chain.
	#[arg(long = "validator", value_name = "LINE")]
	validators: Vec<String>,

	/// An officer's line, as `community join-key` printed it for their role on the officer's machine: registrar,
	/// manager, cashier or auditor. The line names the role. Once for each.
	#[arg(long = "officer", value_name = "LINE")]
	officers: Vec<String>,

	/// The line of the bootstrap key, as `community join-key bootstrap` printed it.
	#[arg(long, value_name = "LINE")]
	bootstrap: Option<String>,

	/// A text file of such lines, in any order. Empty lines and lines that begin with # are ignored.
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
		validator's machine, with registrar, manager, cashier or auditor in place of validator on an officer's, and with \
		bootstrap for the bootstrap key; each prints one line. Give the lines by --validator LINE, --officer LINE and \
		--bootstrap LINE, in a file by --keys FILE, or under [keys] in community.toml. To try things out, --trial (`trial \
		= true` in community.toml) makes all keys here; --make-keys does so for a chain to keep, and the person who makes \
		it then holds everybody's keys"
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
		let Some(path) = &self.file else { return Ok(KeySource::Given(self.given(None)?)) };
		let bytes = input::read(path)?;
		Ok(KeySource::Given(self.given(Some((path, input::text(path, &bytes)?)))?))
	}

	/// The keys of all lines, those of the options before those of the file.
	fn given(&self, file: Option<(&Path, &str)>) -> Result<PublicKeys, KeysError> {
		let mut collected = Collected::default();
		for (number, line) in (1..).zip(&self.validators) {
			collected.add(format!("--validator, number {number}"), line, Some(Purpose::Validator.kind()))?;
		}
		for (number, line) in (1..).zip(&self.officers) {
			collected.add(format!("--officer, number {number}"), line, Some(Purpose::Office(Role::Cashier).kind()))?;
		}
		if let Some(line) = &self.bootstrap {
			collected.add("--bootstrap".into(), line, Some(Purpose::Bootstrap.kind()))?;
		}
		if let Some((path, text)) = file {
			for (number, line) in lines(text) {
				collected.add(format!("{}, line {number}", path.display()), line, None)?;
			}
		}
		collected.finish()
	}
}

/// The lines of a file with their numbers, without comments.
pub fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
	(1..).zip(text.lines().map(str::trim)).filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
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

impl Collected {
	/// Adds the keys of a line. `expected` is the kind of line that belongs here, if only one does.
	pub fn add(&mut self, place: String, text: &str, expected: Option<&'static str>) -> Result<(), KeysError> {
		let line = match (KeyLine::parse(text), expected) {
			(Ok(line), Some(expected)) if line.purpose().kind() != expected => {
				Err(KeyLineError::Purpose { found: line.purpose(), expected })
			}
			(line, _) => line,
		};
		match line.map_err(|error| KeysError::Line { place: place.clone(), error })? {
			KeyLine::Validator(keys) => self.validators.push(keys),
			KeyLine::Officer(role, account) => {
				if self.roles.iter().any(|(taken, _)| *taken == role) {
					return Err(KeysError::Again { place, what: role_name(role) });
				}
				self.roles.push((role, account));
			}
			KeyLine::Bootstrap(account) => {
				if self.bootstrap.replace(account).is_some() {
					return Err(KeysError::Again { place, what: "bootstrap key" });
				}
			}
		}
		Ok(())
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
