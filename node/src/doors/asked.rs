// SPDX-License-Identifier: GPL-3.0-or-later

//! Which options were given on the command line. The SDK's options have defaults, so their values do not tell.

use clap::{parser::ValueSource, ArgMatches};
use std::collections::BTreeSet;

/// The options that were given, by their ids: the name with underscores, such as `rpc_max_connections`.
#[derive(Debug, Default)]
pub struct Asked(BTreeSet<String>);

impl Asked {
	/// Reads them from the parsed command line.
	pub fn from_matches(matches: &ArgMatches) -> Self {
		let given = |id: &&clap::Id| matches.value_source(id.as_str()) == Some(ValueSource::CommandLine);
		Self(matches.ids().filter(given).map(|id| id.as_str().to_owned()).collect())
	}

	/// Whether this option was given.
	pub fn has(&self, id: &str) -> bool {
		self.0.contains(id)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::cli::Cli;
	use clap::CommandFactory;
	use sc_cli::SubstrateCli;

	/// Reads a command line.
	pub fn asked(arguments: &[&str]) -> Asked {
		let command = Cli::setup_command(Cli::command());
		let line = std::iter::once(&"linli-node").chain(arguments);
		Asked::from_matches(&command.try_get_matches_from(line).expect("they are options"))
	}

	#[test]
	fn a_default_is_not_asked_for_and_the_same_value_given_is() {
		assert!(!asked(&["--dev"]).has("rpc_max_connections"));
		assert!(asked(&["--dev", "--rpc-max-connections", "100"]).has("rpc_max_connections"));
		assert!(asked(&["--dev", "--rpc-methods", "auto"]).has("rpc_methods"));
		assert!(!asked(&["--dev"]).has("dev_key"));
	}

	/// The ids by which the defaults ask. One that the SDK renames would be overridden without a word.
	#[test]
	fn the_ids_exist() {
		let command = Cli::setup_command(Cli::command());
		let ids: Vec<_> = command.get_arguments().map(|argument| argument.get_id().as_str()).collect();
		for id in super::super::limits::IDS.iter().chain(&["trie_cache_size"]) {
			assert!(ids.contains(id), "{id}");
		}
	}
}
