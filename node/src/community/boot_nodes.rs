// SPDX-License-Identifier: GPL-3.0-or-later

//! The boot nodes of a chain: every address of every validator, and those that the config names besides.
//!
//! A new node tries each of them, from wherever it is. So none is this machine's own, unless the chain is for trials on
//! one machine, and none is there twice: behind one address there is one node.

use super::{
	config::{Config, Source},
	errors::CommunityError,
	key_args::KeysError,
	key_line::ValidatorKeys,
	locale::{either, language},
	node_address,
};
use linli_roster::Language;
use sc_network::config::MultiaddrWithPeerId;

/// All boot nodes of a chain.
pub fn all(
	config: &Config,
	source: &Source,
	validators: &[ValidatorKeys],
) -> Result<Vec<MultiaddrWithPeerId>, CommunityError> {
	let mut nodes = of_validators(validators, config.trial)?;
	nodes.extend(named(config, source)?);
	if let Some(node) = (1..nodes.len()).find_map(|place| {
		let (earlier, rest) = nodes.split_at(place);
		rest.first().filter(|node| earlier.iter().any(|other| other.multiaddr == node.multiaddr))
	}) {
		let reason = twice(language());
		return Err(KeysError::BootNode { address: node.to_string(), reason }.into());
	}
	Ok(nodes)
}

/// The boot nodes of validators.
pub fn of_validators(validators: &[ValidatorKeys], trial: bool) -> Result<Vec<MultiaddrWithPeerId>, KeysError> {
	let addresses = validators.iter().flat_map(ValidatorKeys::boot_nodes);
	let node = |address: String| {
		if !trial && node_address::is_loopback(&address) {
			return Err(KeysError::BootNode { reason: of_this_machine(language()), address });
		}
		match address.parse::<MultiaddrWithPeerId>() {
			Ok(node) => Ok(node),
			Err(error) => Err(KeysError::BootNode { reason: error.to_string(), address }),
		}
	};
	addresses.map(node).collect()
}

/// The boot nodes of the config, besides those of validators.
pub fn named(config: &Config, source: &Source) -> Result<Vec<MultiaddrWithPeerId>, CommunityError> {
	let language = language();
	let mut nodes: Vec<MultiaddrWithPeerId> = Vec::new();
	for (place, text) in config.boot_nodes.iter().enumerate() {
		let mistake = |expected: String| source.mistake(&format!("boot_nodes.{place}"), format!("{text:?}"), expected);
		let form = || {
			language
				.pick(
					"an address such as /dns/node.example/tcp/30333/p2p/12D3…, with the node's peer id at its end",
					"/dns/node.example/tcp/30333/p2p/12D3… 这样的地址，末尾有节点标识",
				)
				.to_owned()
		};
		let node = text.parse::<MultiaddrWithPeerId>().map_err(|_| mistake(form()))?;
		let address = node.multiaddr.to_string();
		node_address::check(&address).map_err(|reason| mistake(form()).because(reason))?;
		if !config.trial && node_address::is_loopback(&address) {
			return Err(mistake(form()).because(of_this_machine(language)).into());
		}
		if nodes.iter().any(|earlier| earlier.multiaddr == node.multiaddr) {
			let expected = language.pick("each address once", "每个地址只写一次");
			return Err(mistake(expected.into()).into());
		}
		nodes.push(node);
	}
	Ok(nodes)
}

/// Why no node elsewhere finds a network by the machine's own address.
pub fn of_this_machine(language: Language) -> String {
	language
		.pick(
			"it is every machine's own address, so no other machine finds the network by it; name one that the others \
			reach, or make a chain for trials on one machine (--trial, or trial = true in community.toml)",
			"这是每台机器自己的地址，其他机器无法通过它找到网络；请写其他机器能连到的地址，或者建一条在一台机器上试用的链（--trial，\
			或在 community.toml 中写 trial = true）",
		)
		.into()
}

fn twice(language: Language) -> String {
	either(
		language,
		"another boot node has the same address, and only one node answers there; give each validator its own address or \
		port"
			.into(),
		"另一个引导节点是同一个地址，而那里只有一个节点应答；请给每个验证人不同的地址或端口".into(),
	)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::community::{config::read::parse, sample_lines::validator_keys};
	use std::path::Path;

	const PEERS: [&str; 2] = [
		"12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp",
		"12D3KooWEBo1HUPQJwiBmM5kSeg4XgiVxEArArQdDarYEsGxMfbS",
	];

	fn config(nodes: &[String], trial: bool) -> (Config, Source) {
		let text = format!("name = \"x\"\ntrial = {trial}\nboot_nodes = {nodes:?}\n[roster]\nfile = \"r.csv\"\n");
		parse(Path::new("community.toml"), &text).unwrap()
	}

	#[test]
	fn every_address_is_reached_from_elsewhere_and_there_once() {
		let node = |address: &str, peer: usize| format!("{address}/p2p/{}", PEERS[peer]);
		let good = node("/dns/boot.example/tcp/30333", 0);
		let (one, source) = config(&[good.clone(), node("/ip4/192.0.2.7/tcp/443/wss", 1)], false);
		assert_eq!(named(&one, &source).unwrap().len(), 2);
		for (nodes, words) in [
			(vec![node("/ip4/127.0.0.1/tcp/30333", 0)], "every machine's own address"),
			(vec![node("/dns/localhost/tcp/30333", 0)], "every machine's own address"),
			(vec![node("/ip4/0.0.0.0/tcp/30333", 0)], "no other machine can reach"),
			(vec![good.clone(), good.clone()], "each address once"),
			(vec![good.clone(), node("/dns/boot.example/tcp/30333", 1)], "each address once"),
			(vec!["/dns/boot.example/tcp/30333".into()], "peer id at its end"),
		] {
			let (config, source) = config(&nodes, false);
			let error = named(&config, &source).unwrap_err().to_string();
			assert!(error.contains(words) && error.contains("key `boot_nodes."), "{error}");
		}
		let (trial, source) = config(&[node("/ip4/127.0.0.1/tcp/30333", 0)], true);
		assert_eq!(named(&trial, &source).unwrap().len(), 1);
	}

	#[test]
	fn validators_have_addresses_of_their_own() {
		let (plain, source) = config(&[], false);
		let keys = |number: u8, address: &str| validator_keys(number, &[address]);
		let apart = [keys(1, "/ip4/192.0.2.7/tcp/30333"), keys(2, "/ip4/192.0.2.7/tcp/30334")];
		assert_eq!(all(&plain, &source, &apart).unwrap().len(), 6);
		let same = [keys(1, "/ip4/192.0.2.7/tcp/30333"), keys(2, "/ip4/192.0.2.7/tcp/30333")];
		let error = all(&plain, &source, &same).unwrap_err().to_string();
		assert!(error.contains("another boot node has the same address"), "{error}");
		let own = [keys(1, "/ip4/127.0.0.1/tcp/30333")];
		let error = all(&plain, &source, &own).unwrap_err().to_string();
		assert!(error.contains("every machine's own address") && error.contains("--trial"), "{error}");
		let (trial, source) = config(&[], true);
		assert!(all(&trial, &source, &own).is_ok());
	}
}
