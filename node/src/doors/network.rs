// SPDX-License-Identifier: GPL-3.0-or-later

//! The addresses a node listens on, and how nodes find each other inside a building.
//!
//! The SDK keeps private addresses (192.168.0.0/16 and the like) out of what nodes of a `Live` chain tell each other.
//! Validators on a building's network then know only the node they were started with, and when that one stops, they
//! have nobody. So private addresses are allowed, and nodes find each other by mDNS.

use sc_cli::{NetworkBackendType, NetworkParams};
use sc_network::{
	config::{NetworkConfiguration, TransportConfig},
	multiaddr::{Multiaddr, Protocol},
};
use std::{
	borrow::Cow,
	net::{IpAddr, Ipv4Addr, Ipv6Addr},
};

/// The WebSocket port is the network's port plus this: one TCP port cannot serve both.
pub const WEBSOCKET_OFFSET: u16 = 100;

/// The port where `--port` is not given.
const DEFAULT_PORT: u16 = 30333;

/// Names the addresses to listen on, unless the options do or the chain is on this machine only.
pub fn listen(params: &mut NetworkParams, dev: bool) {
	if params.listen_addr.is_empty() && !dev {
		let webrtc = matches!(params.network_backend, NetworkBackendType::Litep2p);
		params.listen_addr = listen_addresses(params.port.unwrap_or(DEFAULT_PORT), webrtc);
	}
}

/// Sets the defaults that the options leave open. `live`: the chain's type is `Live`.
pub fn apply(params: &NetworkParams, live: bool, config: &mut NetworkConfiguration) {
	// The SDK waits for three peers. A small community has fewer, and each proof is checked from genesis anyway.
	config.min_peers_to_start_warp_sync = Some(1);
	if live && !params.no_private_ip {
		config.allow_non_globals_in_dht = true;
		config.transport = TransportConfig::Normal { enable_mdns: !params.no_mdns, allow_private_ip: true };
	}
}

/// All addresses of the machine: TCP for nodes, WebSocket and WebRTC for light clients in browsers. WebRTC needs no
/// certificate. Port 0 means any free port.
fn listen_addresses(port: u16, webrtc: bool) -> Vec<Multiaddr> {
	let websocket = match port {
		0 => Some(0),
		port => port.checked_add(WEBSOCKET_OFFSET),
	};
	[IpAddr::from(Ipv6Addr::UNSPECIFIED), IpAddr::from(Ipv4Addr::UNSPECIFIED)]
		.into_iter()
		.flat_map(|ip| {
			let base = Multiaddr::from(ip);
			let tcp = base.clone().with(Protocol::Tcp(port));
			let websocket =
				websocket.map(|port| base.clone().with(Protocol::Tcp(port)).with(Protocol::Ws(Cow::Borrowed("/"))));
			let webrtc = webrtc.then(|| base.with(Protocol::Udp(port)).with(Protocol::WebRTCDirect));
			[Some(tcp), websocket, webrtc].into_iter().flatten()
		})
		.collect()
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::cli::Cli;
	use sc_cli::SubstrateCli;

	fn texts(port: u16, webrtc: bool) -> Vec<String> {
		listen_addresses(port, webrtc).iter().map(ToString::to_string).collect()
	}

	#[test]
	fn a_node_listens_for_nodes_and_browsers() {
		assert_eq!(
			texts(30333, true),
			[
				"/ip6/::/tcp/30333",
				"/ip6/::/tcp/30433/ws",
				"/ip6/::/udp/30333/webrtc-direct",
				"/ip4/0.0.0.0/tcp/30333",
				"/ip4/0.0.0.0/tcp/30433/ws",
				"/ip4/0.0.0.0/udp/30333/webrtc-direct",
			]
		);
		assert!(texts(30333, false).iter().all(|address| !address.contains("webrtc")));
		assert!(texts(65500, true).iter().all(|address| !address.contains("/ws")));
		assert!(texts(0, true).contains(&"/ip4/0.0.0.0/tcp/0/ws".to_string()));
	}

	#[test]
	fn live_chains_use_private_addresses_unless_told_not_to() {
		let private = |options: &[&str], live| {
			let line = ["linli-node", "--chain", "x"].iter().chain(options);
			let params = Cli::try_from_iter(line).expect("they are options").run.network_params;
			let mut config = NetworkConfiguration::new_local();
			config.allow_non_globals_in_dht = false;
			config.transport = TransportConfig::Normal { enable_mdns: false, allow_private_ip: false };
			apply(&params, live, &mut config);
			assert_eq!(config.min_peers_to_start_warp_sync, Some(1));
			match config.transport {
				TransportConfig::Normal { enable_mdns, allow_private_ip } => {
					(config.allow_non_globals_in_dht, enable_mdns, allow_private_ip)
				}
				TransportConfig::MemoryOnly => panic!("not in memory"),
			}
		};
		assert_eq!(private(&[], true), (true, true, true));
		assert_eq!(private(&["--no-mdns"], true), (true, false, true));
		assert_eq!(private(&["--no-private-ip"], true), (false, false, false));
		assert_eq!(private(&[], false), (false, false, false));
	}

	#[test]
	fn addresses_that_are_asked_for_are_the_only_ones() {
		let line = ["linli-node", "--chain", "x", "--listen-addr", "/ip4/192.0.2.7/tcp/30334"];
		let mut params = Cli::try_from_iter(line).expect("they are options").run.network_params;
		let asked = params.listen_addr.clone();
		listen(&mut params, false);
		assert_eq!(params.listen_addr, asked);

		let line = ["linli-node", "--chain", "x", "--port", "30999", "--network-backend", "libp2p"];
		let mut params = Cli::try_from_iter(line).expect("they are options").run.network_params;
		listen(&mut params, true);
		assert!(params.listen_addr.is_empty());
		listen(&mut params, false);
		assert_eq!(params.listen_addr, listen_addresses(30999, false));
	}
}
