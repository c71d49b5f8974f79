// SPDX-License-Identifier: GPL-3.0-or-later

//! What a node lets in unless its operator says otherwise.
//!
//! The SDK's defaults suit a developer's machine and a public network of thousands. A community's chain (type `Live`)
//! is served by small machines in a building, and its operator follows a short page. So these defaults are set here,
//! and unit files, compose files and `README.txt` need no options for them. An option that was given always wins.
//!
//! - [`asked`]: which options were given
//! - [`limits`]: JSON-RPC: methods and amounts
//! - [`network`]: addresses to listen on, and discovery on private addresses
//! - [`test_keys`]: network keys of the well-known test validators

pub mod asked;
pub mod limits;
pub mod network;
pub mod test_keys;

use asked::Asked;
use sc_cli::RunCmd;
use sc_service::{ChainType, Configuration};

/// The trie cache: 64 MiB, where the SDK's default is 1 GiB. A community of 2,002 units begins with 1 MB of state
/// in 13,700 items, so even years of it fit, and a machine with 2 GiB of memory keeps most of that for other things.
const TRIE_CACHE: usize = 64 * 1024 * 1024;

/// Refuses what can be seen on the command line alone to open a validator to everybody.
pub fn check(run: &RunCmd) -> Result<(), String> {
	if run.validator && run.rpc_params.rpc_external {
		return Err(NO_PUBLIC_RPC.into());
	}
	Ok(())
}

/// Why a validator serves no public RPC, and what to do.
const NO_PUBLIC_RPC: &str =
	"A validator serves no public JSON-RPC, because a caller who keeps it busy keeps it from \
	making blocks. Leave the option out and run a second node without `--validator` for wallets and the portal. To open this one \
	all the same, say `--unsafe-rpc-external`.";

/// Sets the defaults in `config`, except for options in `asked`, and refuses combinations that are never meant.
pub fn apply(run: &RunCmd, asked: &Asked, config: &mut Configuration) -> Result<(), String> {
	if !asked.has("trie_cache_size") {
		config.trie_cache_maximum_size = Some(TRIE_CACHE);
	}
	let live = config.chain_spec.chain_type() == ChainType::Live;
	network::apply(&run.network_params, live, &mut config.network);
	if !live {
		return Ok(());
	}
	if run.get_keyring().is_some() {
		return Err(
			"`--alice`, `--bob` and their like are test validators, whose keys everybody knows. This chain is a \
			live one: start its validators by `--validator`, each with a keystore of its own."
				.into(),
		);
	}

	let endpoints = config.rpc.addr.as_deref_mut().unwrap_or_default();
	let public = endpoints.iter().any(|endpoint| !endpoint.listen_addr.ip().is_loopback());
	if public && config.role.is_authority() && !run.rpc_params.unsafe_rpc_external {
		return Err(NO_PUBLIC_RPC.into());
	}
	// An endpoint that was written out in full keeps what it says.
	if run.rpc_params.experimental_rpc_endpoint.is_empty() {
		endpoints.iter_mut().for_each(|endpoint| limits::apply(asked, endpoint));
	}
	config.rpc.max_connections = config.rpc.max_connections.min(limits::CHAIN_HEAD_THREADS);
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::cli::Cli;
	use sc_cli::SubstrateCli;

	fn run(arguments: &[&str]) -> RunCmd {
		Cli::try_from_iter(std::iter::once(&"linli-node").chain(arguments)).expect("they are options").run
	}

	#[test]
	fn a_validator_serves_no_public_rpc() {
		let error = check(&run(&["--chain", "x", "--validator", "--rpc-external"])).expect_err("it is a validator");
		assert!(error.contains("second node") && error.contains("--unsafe-rpc-external"), "{error}");
		for fine in [
			vec!["--chain", "x", "--rpc-external"],
			vec!["--chain", "x", "--validator"],
			vec!["--chain", "x", "--validator", "--unsafe-rpc-external"],
		] {
			assert_eq!(check(&run(&fine)), Ok(()), "{fine:?}");
		}
		// The SDK lets this pass.
		assert!(check(&run(&["--validator", "--rpc-external", "--rpc-methods", "unsafe"])).is_err());
	}
}
