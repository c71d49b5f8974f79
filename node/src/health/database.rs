// SPDX-License-Identifier: GPL-3.0-or-later

//! Folders that belong to something else: the database of another chain, a keystore that is not there. Both end the
//! start.
//!
//! The SDK opens a database by the chain's id, which is the same for every chain of one name: where a chain is made
//! again, and the data folder kept, it runs the old one without a word. It creates a keystore's folder where the path
//! was mistyped, and the validator signs nothing.

use crate::client::FullBackend;
use linli_runtime::{opaque::Block, Hash};
use sc_chain_spec::{BuildGenesisBlock, GenesisBlockBuilder};
use sc_executor::RuntimeVersionOf;
use sc_service::{Configuration, Role};
use sp_runtime::traits::Block as BlockT;
use std::{path::Path, sync::Arc};

/// Refuses a database whose first block is not that of the chain spec.
pub fn check(
	config: &Configuration,
	backend: &Arc<FullBackend>,
	executor: impl RuntimeVersionOf,
	genesis: Hash,
) -> Result<(), String> {
	// Computed as at the first start, and not written.
	let spec = GenesisBlockBuilder::<Block, _, _>::new(
		config.chain_spec.as_storage_builder(),
		false,
		backend.clone(),
		executor,
	)
	.and_then(BuildGenesisBlock::build_genesis_block)
	.map_err(|error| format!("the chain spec's first block cannot be computed: {error}"))?
	.0
	.hash();
	let folder = config.database.path().unwrap_or(config.data_path.as_path());
	compare(config.chain_spec.name(), spec, genesis, folder)
}

fn compare(name: &str, spec: Hash, database: Hash, folder: &Path) -> Result<(), String> {
	if spec == database {
		return Ok(());
	}
	Err(format!(
		"The database in {} is another chain's: it begins with {database:?}, and {name} as --chain has it with {spec:?}. \
		Give the chain spec file that this node was set up with, or another --base-path; if the old chain is of no use \
		any more, delete its database by `linli-node purge-chain` with the same --chain and --base-path.",
		folder.display()
	))
}

/// Refuses a keystore that was named and does not exist.
pub fn check_keystore(named: Option<&Path>, role: &Role) -> Result<(), String> {
	match named {
		Some(path) if role.is_authority() && !path.is_dir() => Err(format!(
			"--keystore-path: there is no folder {}. A validator's keys have to be in place before it starts: correct the \
			path, or copy the folder `keystore` to it.",
			path.display()
		)),
		_ => Ok(()),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn another_chain_s_database_is_refused() {
		let (ours, theirs) = (Hash::repeat_byte(1), Hash::repeat_byte(2));
		assert_eq!(compare("Willow Court", ours, ours, Path::new("data")), Ok(()));
		let error = compare("Willow Court", ours, theirs, Path::new("data")).expect_err("they differ");
		for part in ["data is another chain's", "Willow Court", "0x0101", "0x0202", "purge-chain"] {
			assert!(error.contains(part), "{part}: {error}");
		}
	}

	#[test]
	fn a_mistyped_keystore_is_refused() {
		let folder = tempfile::tempdir().expect("a folder");
		let missing = folder.path().join("keystroe");
		assert_eq!(check_keystore(Some(folder.path()), &Role::Authority), Ok(()));
		assert_eq!(check_keystore(None, &Role::Authority), Ok(()));
		assert_eq!(check_keystore(Some(&missing), &Role::Full), Ok(()));
		let error = check_keystore(Some(&missing), &Role::Authority).expect_err("it is missing");
		assert!(error.contains("keystroe") && error.contains("--keystore-path"), "{error}");
	}
}
