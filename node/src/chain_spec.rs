// SPDX-License-Identifier: GPL-3.0-or-later

//! The named chains, and the properties shared by all Linli chains.

use crate::{doors, hard_forks::spec::Extensions, runtimes};
use sc_service::{ChainType, Properties};
use sp_genesis_builder::{DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use std::path::PathBuf;

/// The specification of a Linli chain: its name, genesis state, boot nodes, and the revivals of its finality.
pub type ChainSpec = sc_service::GenericChainSpec<Extensions>;

/// The law pack of the named chains.
const LAW_PACK: &str = "cn";

/// The currency of the named chains.
fn currency() -> String {
	linli_runtime::genesis::law_pack_currency(LAW_PACK).unwrap_or_default()
}

/// The properties by which wallets format amounts and addresses: money is in hundredths of the currency (ISO 4217),
/// shown with two decimals.
pub fn properties(currency: &str) -> Properties {
	let mut properties = Properties::new();
	properties.insert("tokenSymbol".into(), currency.into());
	properties.insert("tokenDecimals".into(), linli_primitives::money::DECIMALS.into());
	properties.insert("ss58Format".into(), 42.into());
	properties
}

/// The chain of `--dev`: one validator, well-known keys, and a small sample community.
pub fn development() -> Result<ChainSpec, String> {
	preset("Linli development", "linli_dev", ChainType::Development, DEV_RUNTIME_PRESET)
}

/// The chain of `--chain local`: several validators with well-known keys, for a network on one machine.
///
/// Alice's node is its boot node: its network key follows from her name, and it listens on the default port.
pub fn local_testnet() -> Result<ChainSpec, String> {
	let mut spec = preset("Linli local testnet", "linli_local", ChainType::Local, LOCAL_TESTNET_RUNTIME_PRESET)?;
	let alice = format!("/ip4/127.0.0.1/tcp/30333/p2p/{}", doors::test_keys::peer_id("Alice")?);
	sc_service::ChainSpec::add_boot_node(&mut spec, alice.parse().map_err(|error| format!("{alice}: {error}"))?);
	Ok(spec)
}

fn preset(name: &str, id: &str, chain_type: ChainType, preset: &str) -> Result<ChainSpec, String> {
	Ok(ChainSpec::builder(runtimes::plain()?.wasm, Extensions::default())
		.with_name(name)
		.with_id(id)
		.with_chain_type(chain_type)
		.with_protocol_id("linli")
		.with_properties(properties(&currency()))
		.with_genesis_config_preset_name(preset)
		.build())
}

/// Loads a chain: `dev`, `local` (also for the empty name, as in every Substrate node), or a file.
pub fn load(id: &str) -> Result<Box<dyn sc_service::ChainSpec>, String> {
	Ok(Box::new(match id {
		"dev" => development()?,
		"" | "local" => local_testnet()?,
		path => ChainSpec::from_json_file(PathBuf::from(path)).map_err(|error| {
			format!(
				"--chain takes `dev`, `local` or the path of a chain spec file; `{path}` cannot be read as one: {error}"
			)
		})?,
	}))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn an_unknown_chain_is_explained() {
		let error = load("no-such-chain").map(|_| ()).unwrap_err();
		assert!(error.contains("`dev`, `local` or the path"), "{error}");
		assert!(error.contains("no-such-chain"), "{error}");
	}

	#[test]
	fn amounts_are_shown_in_yuan() {
		let properties = properties(&currency());
		assert_eq!(properties["tokenSymbol"], "CNY");
		assert_eq!(properties["tokenDecimals"], 2);
		assert_eq!(properties["ss58Format"], 42);
	}
}
