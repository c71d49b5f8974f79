// SPDX-License-Identifier: GPL-3.0-or-later

//! The chain specification of a community.

use super::errors::CommunityError;
use crate::{
	chain_spec::{properties, ChainSpec},
	hard_forks::spec::Extensions,
};
use sc_chain_spec::ChainType;
use sc_network::config::MultiaddrWithPeerId;
use serde_json::Value;
use sp_core::{Blake2Hasher, Hasher};

/// The maximum length of a community's name, in characters.
const MAX_NAME: usize = 64;

/// The maximum length of a chain's id, which is part of folder and protocol names.
const MAX_ID: usize = 40;

/// The displayed name, without surrounding spaces.
pub fn name<'a>(place: &str, text: &'a str) -> Result<&'a str, CommunityError> {
	let name = text.trim();
	if name.is_empty() || name.chars().count() > MAX_NAME || name.chars().any(char::is_control) {
		return Err(CommunityError::Name { place: place.into(), found: text.into() });
	}
	Ok(name)
}

/// The chain's id: the name in lower case with dashes, or `linli-` and a hash if it is not ASCII, too long or reserved.
pub fn id(name: &str) -> String {
	let words: Vec<_> =
		name.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
	let slug = words.join("-").to_ascii_lowercase();
	// The names of built-in chains would be confusing.
	let reserved = ["", "dev", "development", "local", "local-testnet", "staging"].contains(&slug.as_str());
	if name.is_ascii() && slug.len() <= MAX_ID && !reserved {
		return slug;
	}
	format!("linli-{}", hex::encode(&Blake2Hasher::hash(name.as_bytes()).as_bytes()[..4]))
}

/// Builds the specification from boot nodes and a genesis patch.
pub fn build(
	code: &[u8],
	name: &str,
	currency: &str,
	chain_type: ChainType,
	boot_nodes: Vec<MultiaddrWithPeerId>,
	patch: Value,
) -> ChainSpec {
	let id = id(name);
	ChainSpec::builder(code, Extensions::default())
		.with_name(name)
		.with_id(&id)
		.with_protocol_id(&id)
		.with_chain_type(chain_type)
		.with_boot_nodes(boot_nodes)
		.with_properties(properties(currency))
		.with_genesis_config_patch(patch)
		.build()
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::community::{boot_nodes, key_line::ValidatorKeys};

	#[test]
	fn ids() {
		assert_eq!(id("Willow Court"), "willow-court");
		assert_eq!(id("  St. Mary's / Block 7 "), "st-mary-s-block-7");
		for name in ["云溪小区", "Café Court", "dev", "Local", "...", &"x".repeat(60)] {
			let id = id(name);
			assert!(id.starts_with("linli-") && id.len() == 14, "{name}: {id}");
		}
		assert_ne!(id("云溪小区"), id("丁香小区"));
	}

	#[test]
	fn names() {
		assert_eq!(name("--name", " 云溪 ").unwrap(), "云溪");
		for text in ["", "  ", "a\nb", &"x".repeat(65)] {
			assert!(name("--name", text).is_err(), "{text:?}");
		}
	}

	#[test]
	fn the_plain_specification_says_what_wallets_need() {
		let validator = ValidatorKeys {
			account: [1; 32],
			aura: [2; 32],
			grandpa: [3; 32],
			network: [4; 32],
			certhash: String::new(),
			addresses: vec!["/ip4/192.0.2.7/tcp/30333".into(), "/dns/node.example/tcp/30334/ws".into()],
		};
		let nodes = boot_nodes::of_validators(std::slice::from_ref(&validator), false).unwrap();
		let spec = build(&[], "云溪小区", "AUD", ChainType::Live, nodes, serde_json::json!({}));
		let json: Value = serde_json::from_str(&spec.as_json(false).unwrap()).unwrap();
		assert_eq!(json["name"], "云溪小区");
		assert_eq!(json["chainType"], "Live");
		assert_eq!(json["properties"]["tokenSymbol"], "AUD");
		assert_eq!(json["properties"]["tokenDecimals"], 2);
		assert_eq!(json["protocolId"], json["id"]);
		assert_eq!(json["bootNodes"], serde_json::json!(validator.boot_nodes().collect::<Vec<_>>()));
	}
}
