// SPDX-License-Identifier: GPL-3.0-or-later

//! Network keys of the well-known test validators (`--alice`, `--bob` and so on).
//!
//! The SDK starts no validator without a network key that was made before, so that its address stays. The seeds of test
//! validators are public anyway, so their network keys follow from their names, and `--chain local` can name Alice as
//! its boot node.

use sc_cli::RunCmd;
use sc_network::config::ed25519::{Keypair, SecretKey};

/// Gives a test validator its network key, unless the options name another.
pub fn apply(run: &mut RunCmd) {
	let Some(name) = run.get_keyring().map(|key| key.to_string()) else { return };
	let params = &mut run.network_params.node_key_params;
	if params.node_key.is_none() && params.node_key_file.is_none() && !params.unsafe_force_node_key_generation {
		params.node_key = Some(hex::encode(secret(&name)));
	}
}

/// The secret network key of a test validator. Anybody can compute it.
fn secret(name: &str) -> [u8; 32] {
	sp_io::hashing::blake2_256(format!("linli/test-network-key/{name}").as_bytes())
}

/// The peer id of a test validator, such as `Alice`.
pub fn peer_id(name: &str) -> Result<String, String> {
	let key = SecretKey::try_from_bytes(secret(name)).map_err(|error| error.to_string())?;
	Ok(Keypair::from(key).public().to_peer_id().to_string())
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::cli::Cli;
	use sc_cli::SubstrateCli;

	fn node_key(options: &[&str]) -> Option<String> {
		let line = ["linli-node", "--chain", "local"].iter().chain(options);
		let mut run = Cli::try_from_iter(line).expect("they are options").run;
		apply(&mut run);
		run.network_params.node_key_params.node_key
	}

	#[test]
	fn test_validators_have_keys_of_their_own() {
		let alice = node_key(&["--alice"]).expect("she has one");
		assert_eq!(alice.len(), 64);
		assert_ne!(Some(&alice), node_key(&["--bob"]).as_ref());
		assert_ne!(peer_id("Alice"), peer_id("Bob"));
	}

	#[test]
	fn others_and_given_keys_stay() {
		assert_eq!(node_key(&["--validator"]), None);
		assert_eq!(node_key(&["--alice", "--node-key-file", "key"]), None);
		let given = "11".repeat(32);
		assert_eq!(node_key(&["--alice", "--node-key", &given]), Some(given));
	}
}
