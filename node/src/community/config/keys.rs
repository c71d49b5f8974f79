// SPDX-License-Identifier: GPL-3.0-or-later

//! The keys of a config: its lines, each with the place where it stands.

use super::{Config, Source};
use crate::community::{
	key_args::{Collected, KeySource, KeysError},
	key_line::{Purpose, Wanted},
	keys::{role_name, Keys},
};

impl Config {
	/// The keys of all lines that are there. An empty line is none.
	pub fn collected_keys(&self, source: &Source) -> Result<Collected, KeysError> {
		let mut collected = Collected::default();
		let given = |line: &&String| !line.trim().is_empty();
		for (number, line) in self.keys.validators.iter().enumerate().filter(|(_, line)| given(line)) {
			let place = source.place(&format!("keys.validators.{number}"));
			collected.add(place, line, Some(Wanted::Of(Purpose::Validator)))?;
		}
		for (role, line) in self.keys.officers() {
			if let Some(line) = line.as_ref().filter(given) {
				let place = source.place(&format!("keys.{}", role_name(role)));
				collected.add(place, line, Some(Wanted::Of(Purpose::Office(role))))?;
			}
		}
		if let Some(line) = self.keys.bootstrap.as_ref().filter(given) {
			collected.add(source.place("keys.bootstrap"), line, Some(Wanted::Of(Purpose::Bootstrap)))?;
		}
		Ok(collected)
	}

	/// Whether all keys are to be made on this machine.
	pub fn makes_keys(&self) -> bool {
		(self.trial || self.keys.make_keys) && self.keys.is_empty()
	}

	/// What is wrong with asking for keys to be made here, beside lines of keys that others made.
	pub fn made_beside_lines(&self, source: &Source) -> Result<(), KeysError> {
		match self.keys.make_keys && !self.keys.is_empty() {
			true => Err(KeysError::MadeBesideLines { place: source.place("keys.make_keys") }),
			false => Ok(()),
		}
	}

	/// The keys of the chain.
	pub fn key_source(&self, source: &Source) -> Result<KeySource, KeysError> {
		self.made_beside_lines(source)?;
		if self.makes_keys() {
			return Ok(KeySource::Made(Box::new(Keys::fresh())));
		}
		Ok(KeySource::Given(self.collected_keys(source)?.finish()?))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::community::{config::read::parse, sample_lines};
	use linli_primitives::Role;
	use std::path::Path;

	fn config(keys: &str) -> (Config, Source) {
		let text = format!("name = \"x\"\n[roster]\nfile = \"r.csv\"\n[keys]\n{keys}");
		parse(Path::new("community.toml"), &text).unwrap()
	}

	fn validator(number: u8) -> String {
		sample_lines::validator(number, &[])
	}

	#[test]
	fn lines_become_keys_and_what_is_missing_is_named() {
		let text = format!(
			"validators = [\n\"{}\",\n\"{}\",\n]\nregistrar = \"{}\"\nmanager = \"\"\n",
			validator(1),
			validator(2),
			sample_lines::officer(Role::Registrar, 9)
		);
		let (config, source) = config(&text);
		let keys = config.collected_keys(&source).unwrap();
		assert_eq!((keys.validators.len(), keys.roles.len(), keys.bootstrap), (2, 1, None));
		let error = config.key_source(&source).map(|_| ()).unwrap_err().to_string();
		assert!(error.contains("the manager, the cashier, the auditor, the bootstrap key"), "{error}");
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
		let (config, source) = config(&format!("cashier = \"{}\"\n", sample_lines::officer(Role::Auditor, 5)));
		let error = config.collected_keys(&source).map(|_| ()).unwrap_err().to_string();
		assert!(error.ends_with("it is the line of the auditor; expected that of the cashier"), "{error}");
	}

	#[test]
	fn keys_are_made_here_only_if_that_was_asked_for() {
		let (config, source) = config("make_keys = true\n");
		assert!(config.key_source(&source).unwrap().made().is_some());
		let (config, source) = self::config(&format!("make_keys = true\nvalidators = [\"{}\"]\n", validator(1)));
		let error = config.key_source(&source).map(|_| ()).unwrap_err().to_string();
		assert!(error.starts_with("community.toml: line 5, key `keys.make_keys`: found"), "{error}");
		assert!(error.contains("remove `make_keys = true`"), "{error}");
		// A place that is left empty is no line.
		let (config, source) = self::config("make_keys = true\nvalidators = [\"\"]\nauditor = \" \"\n");
		assert!(config.key_source(&source).unwrap().made().is_some());
	}
}
