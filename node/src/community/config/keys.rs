// SPDX-License-Identifier: GPL-3.0-or-later

//! The keys of a config: its lines, each with the place where it stands.

use super::{Config, Source};
use crate::community::{
	key_args::{Collected, KeySource, KeysError},
	key_line::{KeyLine, KeyLineError, Purpose},
	keys::{role_name, Keys},
};
use linli_primitives::Role;

impl Config {
	/// The keys of all lines that are there. An empty line is none.
	pub fn collected_keys(&self, source: &Source) -> Result<Collected, KeysError> {
		let mut collected = Collected::default();
		let given = |line: &&String| !line.trim().is_empty();
		for (number, line) in self.keys.validators.iter().enumerate().filter(|(_, line)| given(line)) {
			collected.add(source.place(&format!("keys.validators.{number}")), line, Some(Purpose::Validator.kind()))?;
		}
		for (role, line) in self.keys.officers() {
			if let Some(line) = line.as_ref().filter(given) {
				let place = source.place(&format!("keys.{}", role_name(role)));
				// The line names its office, which must be the one of the key.
				match KeyLine::parse(line).map(|line| line.purpose()) {
					Ok(found) if found != Purpose::Office(role) => {
						let error = KeyLineError::Purpose { found, expected: expected(Purpose::Office(role)) };
						return Err(KeysError::Line { place, error });
					}
					_ => collected.add(place, line, None)?,
				}
			}
		}
		if let Some(line) = self.keys.bootstrap.as_ref().filter(given) {
			collected.add(source.place("keys.bootstrap"), line, Some(Purpose::Bootstrap.kind()))?;
		}
		Ok(collected)
	}

	/// Whether all keys are to be made on this machine.
	pub fn makes_keys(&self) -> bool {
		(self.trial || self.keys.make_keys) && self.keys.is_empty()
	}

	/// The keys of the chain.
	pub fn key_source(&self, source: &Source) -> Result<KeySource, KeysError> {
		if self.makes_keys() {
			return Ok(KeySource::Made(Box::new(Keys::fresh())));
		}
		Ok(KeySource::Given(self.collected_keys(source)?.finish()?))
	}
}

/// A purpose in words, as [`KeyLineError::Purpose`] names what was expected.
pub fn expected(purpose: Purpose) -> &'static str {
	match purpose {
		Purpose::Office(Role::Registrar) => "the registrar",
		Purpose::Office(Role::Manager) => "the manager",
		Purpose::Office(Role::Cashier) => "the cashier",
		Purpose::Office(Role::Auditor) => "the auditor",
		Purpose::Office(Role::Device) | Purpose::Validator | Purpose::Bootstrap => purpose.kind(),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::community::{config::read::parse, lines};
	use std::path::Path;

	fn config(keys: &str) -> (Config, Source) {
		let text = format!("name = \"x\"\n[roster]\nfile = \"r.csv\"\n[keys]\n{keys}");
		parse(Path::new("community.toml"), &text).unwrap()
	}

	fn validator(number: u8) -> String {
		lines::validator(number, &[])
	}

	#[test]
	fn lines_become_keys_and_what_is_missing_is_named() {
		let text = format!(
			"validators = [\n\"{}\",\n\"{}\",\n]\nregistrar = \"{}\"\nmanager = \"\"\n",
			validator(1),
			validator(2),
			lines::officer(Role::Registrar, 9)
		);
		let (config, source) = config(&text);
		let keys = config.collected_keys(&source).unwrap();
		assert_eq!((keys.validators.len(), keys.roles.len(), keys.bootstrap), (2, 1, None));
		let error = config.key_source(&source).map(|_| ()).unwrap_err().to_string();
		assert!(error.contains("manager, cashier, auditor, the bootstrap key"), "{error}");
	}

	#[test]
	fn a_wrong_line_names_its_place() {
		let (config, source) =
			config(&format!("validators = [\n\"{}\",\n\"{}\",\n]\n", validator(1), &validator(2)[..90]));
		let error = config.collected_keys(&source).map(|_| ()).unwrap_err().to_string();
		assert!(error.starts_with("community.toml: line 7, key `keys.validators.1`: it is cut"), "{error}");
	}

	/// The office of a line is that of its key.
	#[test]
	fn nobody_gets_another_office() {
		let (config, source) = config(&format!("cashier = \"{}\"\n", lines::officer(Role::Auditor, 5)));
		let error = config.collected_keys(&source).map(|_| ()).unwrap_err().to_string();
		assert!(error.ends_with("it is the line of the auditor; expected that of the cashier"), "{error}");
	}

	#[test]
	fn keys_are_made_here_only_if_that_was_asked_for() {
		let (config, source) = config("make_keys = true\n");
		assert!(config.key_source(&source).unwrap().made().is_some());
		let (config, source) = self::config(&format!("make_keys = true\nvalidators = [\"{}\"]\n", validator(1)));
		assert!(config.key_source(&source).is_err());
	}
}
