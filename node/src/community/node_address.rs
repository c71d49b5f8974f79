// SPDX-License-Identifier: GPL-3.0-or-later

//! Where other nodes reach a validator: an address in the form of libp2p, such as `/ip4/192.0.2.7/tcp/30333`.

use super::locale::language;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// The host of an address that goes by name and not by number.
pub fn host_name(address: &str) -> Option<&str> {
	let mut parts = address.split('/').skip(1);
	match parts.next() {
		Some("dns" | "dns4" | "dns6") => parts.next(),
		_ => None,
	}
}

/// Whether an address is this machine's own, which means another machine on every other one.
pub fn is_loopback(address: &str) -> bool {
	let mut parts = address.split('/').skip(1);
	match (parts.next(), parts.next()) {
		(Some("ip4" | "ip6"), Some(host)) => host.parse::<IpAddr>().is_ok_and(|ip| ip.to_canonical().is_loopback()),
		(Some("dns" | "dns4" | "dns6"), Some(host)) => {
			let host = host.to_ascii_lowercase();
			host == "localhost" || host.ends_with(".localhost")
		}
		_ => false,
	}
}

/// Checks where other nodes reach a validator: an IP address or a name, and a port, in the form of libp2p without the
/// peer id. An error says what is wrong.
pub fn check(text: &str) -> Result<(), String> {
	let problem =
		|english: &str, chinese: &str| {
			Err(language().pick(
			&format!("{english}; expected an address such as /ip4/192.0.2.7/tcp/30333 or /dns/node.example/tcp/30333"),
			&format!("{chinese}；应为 /ip4/192.0.2.7/tcp/30333 或 /dns/node.example/tcp/30333 这样的地址"),
		)
		.to_owned())
		};
	if text.chars().any(|letter| letter.is_whitespace() || letter.is_control()) {
		return problem("it has a space", "其中有空格");
	}
	let parts: Vec<&str> = text.split('/').collect();
	let ["", protocol, host, transport, port, rest @ ..] = parts.as_slice() else {
		return problem("it is incomplete", "不完整");
	};
	let reached = match *protocol {
		"ip4" => {
			host.parse::<Ipv4Addr>().is_ok_and(|ip| !ip.is_unspecified() && !ip.is_multicast() && !ip.is_broadcast())
		}
		"ip6" => host.parse::<Ipv6Addr>().is_ok_and(|ip| !ip.is_unspecified() && !ip.is_multicast()),
		"dns" | "dns4" | "dns6" => {
			(1..=253).contains(&host.len())
				&& host.split('.').all(|label| {
					!label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
				})
		}
		_ => {
			return problem(
				"it begins with none of /ip4, /ip6, /dns, /dns4, /dns6",
				"开头不是 /ip4、/ip6、/dns、/dns4、/dns6 之一",
			)
		}
	};
	if !reached {
		return problem("no other machine can reach that host", "其他机器无法连到该主机");
	}
	if !port.parse::<u16>().is_ok_and(|port| port > 0) {
		return problem("its port is no number from 1 to 65535", "端口不是 1 到 65535 的数字");
	}
	if rest.contains(&"p2p") {
		return problem("it has a peer id, which is added automatically", "其中有节点标识，它会自动加上");
	}
	match (*transport, rest) {
		("tcp", [] | ["ws"] | ["wss"]) | ("udp", ["webrtc-direct"] | ["webrtc-direct", "certhash", _]) => Ok(()),
		("tcp" | "udp", _) => {
			problem("after the port comes what this program does not know", "端口之后的内容本程序不认识")
		}
		_ => problem("before the port stands neither tcp nor udp", "端口之前不是 tcp 或 udp"),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn addresses_are_checked() {
		for good in [
			"/ip4/192.0.2.7/tcp/30333",
			"/ip4/127.0.0.1/tcp/1",
			"/ip6/2001:db8::7/tcp/30333",
			"/dns/node.example/tcp/30333",
			"/dns4/a-1/tcp/443/wss",
			"/ip4/192.0.2.7/udp/30333/webrtc-direct/certhash/uEiA",
		] {
			assert_eq!(check(good), Ok(()), "{good}");
		}
		for (bad, why) in [
			("", "incomplete"),
			("192.0.2.7:30333", "incomplete"),
			("ip4/192.0.2.7/tcp/30333", "incomplete"),
			("/ip4/192.0.2.7", "incomplete"),
			("/ip4/192.0.2.777/tcp/30333", "reach"),
			("/ip4/0.0.0.0/tcp/30333", "reach"),
			("/ip6/::/tcp/30333", "reach"),
			("/dns/no_de/tcp/30333", "reach"),
			("/dns/a..b/tcp/30333", "reach"),
			("/unix/a/tcp/30333", "begins with none"),
			("/ip4/192.0.2.7/tcp/0", "port"),
			("/ip4/192.0.2.7/tcp/70000", "port"),
			("/ip4/192.0.2.7/sctp/30333", "neither tcp nor udp"),
			("/ip4/192.0.2.7/tcp/30333/p2p/12D3", "peer id"),
			("/ip4/192.0.2.7/tcp/30333/http", "does not know"),
			("/ip4/192.0.2.7/tcp/30333 ", "space"),
		] {
			let error = check(bad).unwrap_err();
			assert!(error.contains(why), "{bad}: {error}");
		}
	}

	#[test]
	fn addresses_of_this_machine() {
		for own in [
			"/ip4/127.0.0.1/tcp/30333",
			"/ip4/127.9.9.9/tcp/30333/ws",
			"/ip6/::1/tcp/30333",
			"/ip6/::ffff:127.0.0.1/tcp/30333",
			"/dns/localhost/tcp/30333",
			"/dns4/LocalHost/tcp/30333",
			"/dns/a.localhost/tcp/30333",
		] {
			assert!(is_loopback(own), "{own}");
		}
		for other in
			["/ip4/192.0.2.7/tcp/127", "/ip6/2001:db8::1/tcp/1", "/dns/localhost.example/tcp/1", "127.0.0.1", ""]
		{
			assert!(!is_loopback(other), "{other}");
		}
	}

	#[test]
	fn hosts_that_go_by_name() {
		assert_eq!(host_name("/dns/node.example/tcp/30333"), Some("node.example"));
		assert_eq!(host_name("/dns6/node.example/tcp/443/wss"), Some("node.example"));
		assert_eq!(host_name("/ip4/192.0.2.7/tcp/30333"), None);
	}
}
