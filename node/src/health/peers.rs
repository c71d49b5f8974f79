// SPDX-License-Identifier: GPL-3.0-or-later

//! Whether there is anybody, where boot nodes are named. A lone node without them is as it should be.

use super::board::{Board, Trouble};
use futures_timer::Delay;
use linli_runtime::opaque::Block;
use sc_network::config::NetworkConfiguration;
use sc_network_sync::SyncingService;
use std::{sync::Arc, time::Duration};

/// How long a node may look for peers before it says so, and the time between two looks.
const PATIENCE: Duration = Duration::from_secs(60);

/// The boot and reserved nodes of the configuration, as text, without this node.
pub fn named(network: &NetworkConfiguration) -> Vec<String> {
	let own = network.node_key.clone().into_keypair().ok().map(|pair| pair.public().to_peer_id());
	network
		.boot_nodes
		.iter()
		.chain(&network.default_peers_set.reserved_nodes)
		.filter(|node| Some(node.peer_id) != own)
		.map(ToString::to_string)
		.collect()
}

/// Looks until the node ends.
pub async fn watch(named: Vec<String>, sync: Arc<SyncingService<Block>>, board: Board) {
	if named.is_empty() {
		return;
	}
	// A moment without peers is ordinary, so two looks in a row have to find nobody.
	let mut alone_before = true;
	loop {
		Delay::new(PATIENCE).await;
		let alone = sync.num_connected_peers() == 0;
		board.report(Trouble::NoPeers, (alone && alone_before).then(|| sentence(&named)));
		alone_before = alone;
	}
}

fn sentence(named: &[String]) -> String {
	format!(
		"This node has no peers, although it knows where to look: {}. Check that one of them runs, that it has the same \
		genesis (the first lines of both logs), and that its port can be reached from here: \
		`nc -vz ADDRESS PORT` on this machine.",
		named.join(", ")
	)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_node_itself_is_nobody() {
		let mut network = NetworkConfiguration::new_local();
		assert!(named(&network).is_empty());
		let own = [7; 32];
		let secret = sc_network::config::ed25519::SecretKey::try_from_bytes(own).expect("32 bytes are a key");
		let id = sc_network::config::ed25519::Keypair::from(secret.clone()).public().to_peer_id();
		network.node_key = sc_network::config::NodeKeyConfig::Ed25519(sc_network::config::Secret::Input(secret));
		let other = crate::doors::test_keys::peer_id("Alice").expect("32 bytes are a key");
		for peer in [id.to_string(), other.clone()] {
			let address = format!("/ip4/192.0.2.7/tcp/30333/p2p/{peer}");
			network.boot_nodes.push(address.parse().expect("an address"));
		}
		assert_eq!(named(&network), [format!("/ip4/192.0.2.7/tcp/30333/p2p/{other}")]);
		assert!(sentence(&named(&network)).contains(&other));
	}
}
