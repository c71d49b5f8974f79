// SPDX-License-Identifier: GPL-3.0-or-later

//! Checks that the ports of a node are free.
//!
//! The SDK reports little if a port is taken: the RPC server uses another port, the network does not listen, and
//! metrics stop with a line in the log. So the node checks before it starts. A taken port is an error if it was given
//! explicitly. A taken default port is not, so that a second node starts without further options; the log states the
//! consequence.

use sc_cli::RunCmd;
use sc_network::multiaddr::Protocol;
use sc_service::Configuration;
use std::{
	io::ErrorKind,
	net::{IpAddr, SocketAddr, TcpListener},
};

/// The purpose of a port, with the words for messages.
#[derive(Clone, Copy)]
struct Purpose {
	name: &'static str,
	option: &'static str,
	/// The consequence of a taken default.
	consequence: &'static str,
}

const RPC: Purpose = Purpose {
	name: "JSON-RPC",
	option: "--rpc-port",
	consequence: "this node answers on a free port instead, which `Running JSON-RPC server` names below",
};

const NETWORK: Purpose =
	Purpose { name: "network", option: "--port", consequence: "other nodes cannot connect to this one" };

const WEBSOCKET: Purpose = Purpose {
	name: "WebSocket",
	consequence: "light clients in browsers cannot connect by it, only by WebRTC",
	..NETWORK
};

const METRICS: Purpose =
	Purpose { name: "Prometheus", option: "--prometheus-port", consequence: "this node serves no metrics" };

/// Refuses taken ports given in `run` (the options as they were given), and warns of taken default ports. With
/// `--rpc-port`, the RPC server uses that port or none.
pub fn check(run: &RunCmd, config: &mut Configuration) -> Result<(), String> {
	let rpc_asked = run.rpc_params.rpc_port.is_some();
	let endpoints = config.rpc.addr.as_deref_mut().unwrap_or_default();
	if rpc_asked {
		for endpoint in endpoints.iter_mut() {
			endpoint.retry_random_port = false;
		}
	}
	// An endpoint without a fallback port fails with the SDK's own message.
	let rpc = endpoints.iter().filter(|endpoint| rpc_asked || endpoint.retry_random_port);
	report(RPC, rpc_asked, rpc.map(|endpoint| endpoint.listen_addr))?;

	let listen = &run.network_params.listen_addr;
	let (websocket, network): (Vec<_>, Vec<_>) =
		config.network.listen_addresses.iter().partition(|address| is_ws(address));
	for (purpose, addresses) in [(NETWORK, network), (WEBSOCKET, websocket)] {
		let sockets = addresses.into_iter().filter_map(tcp);
		if listen.is_empty() {
			report(purpose, run.network_params.port.is_some(), sockets)?;
		} else {
			report(Purpose { option: "--listen-addr", ..purpose }, true, sockets)?;
		}
	}

	let metrics = config.prometheus_config.iter().map(|metrics| metrics.port);
	report(METRICS, run.prometheus_params.prometheus_port.is_some(), metrics)
}

/// Returns an error or logs a warning if one of `addresses` is taken.
fn report(purpose: Purpose, asked: bool, mut addresses: impl Iterator<Item = SocketAddr>) -> Result<(), String> {
	let Some(address) = addresses.find(is_taken) else { return Ok(()) };
	if asked {
		return Err(refusal(purpose, address));
	}
	log::warn!("{}", warning(purpose, address));
	Ok(())
}

fn refusal(Purpose { name, option, .. }: Purpose, address: SocketAddr) -> String {
	let port = address.port();
	format!(
		"{option}: port {port} ({name}) is in use by another program or another node. Choose another port with {option}, \
		or end the program that uses it: `ss -ltnp sport = :{port}` shows which one that is."
	)
}

fn warning(Purpose { name, option, consequence }: Purpose, address: SocketAddr) -> String {
	let port = address.port();
	format!("Port {port} ({name}) is in use: {consequence}. Choose another port with {option}.")
}

/// Whether another socket listens at the address. Other reasons for which it cannot be used, such as a machine without
/// IPv6, are ignored. Port 0 means any free port.
fn is_taken(address: &SocketAddr) -> bool {
	TcpListener::bind(address).is_err_and(|error| error.kind() == ErrorKind::AddrInUse)
}

/// Whether the address is one for WebSockets.
fn is_ws(address: &sc_network::Multiaddr) -> bool {
	address.iter().any(|part| matches!(part, Protocol::Ws(_) | Protocol::Wss(_)))
}

/// The TCP socket of a network address, if it is one.
fn tcp(address: &sc_network::Multiaddr) -> Option<SocketAddr> {
	let mut parts = address.iter();
	let ip: IpAddr = match parts.next()? {
		Protocol::Ip4(ip) => ip.into(),
		Protocol::Ip6(ip) => ip.into(),
		_ => return None,
	};
	match parts.next()? {
		Protocol::Tcp(port) => Some(SocketAddr::new(ip, port)),
		_ => None,
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_taken_port_is_an_error_where_it_was_asked_for() {
		let taken = TcpListener::bind("127.0.0.1:0").expect("some port is free");
		let address = taken.local_addr().expect("it is bound");
		let error = report(RPC, true, [address].into_iter()).expect_err("it is taken");
		assert!(error.contains(&format!("--rpc-port: port {} (JSON-RPC) is in use", address.port())), "{error}");
		assert!(error.contains("Choose another port"), "{error}");
		assert_eq!(report(RPC, false, [address].into_iter()), Ok(()));
		assert!(warning(RPC, address).contains("free port instead"));

		drop(taken);
		assert_eq!(report(RPC, true, [address].into_iter()), Ok(()));
	}

	#[test]
	fn any_free_port_is_never_taken() {
		for address in ["127.0.0.1:0", "0.0.0.0:0"] {
			assert!(!is_taken(&address.parse().expect("an address")));
		}
	}

	#[test]
	fn network_addresses_are_read() {
		let socket = |text: &str| tcp(&text.parse().expect("an address")).map(|socket| socket.to_string());
		assert_eq!(socket("/ip4/0.0.0.0/tcp/30333"), Some("0.0.0.0:30333".into()));
		assert_eq!(socket("/ip6/::1/tcp/30334/ws"), Some("[::1]:30334".into()));
		assert!(is_ws(&"/ip6/::1/tcp/30334/ws".parse().expect("an address")));
		assert!(!is_ws(&"/ip6/::1/tcp/30334".parse().expect("an address")));
		assert_eq!(socket("/ip4/0.0.0.0/udp/30333/webrtc-direct"), None);
		assert_eq!(socket("/dns/example.org/tcp/30333"), None);
	}
}
