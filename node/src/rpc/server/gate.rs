// SPDX-License-Identifier: GPL-3.0-or-later

//! Which requests come in.
//!
//! A browser lets any page open a WebSocket to any address, this machine's included, and only says which page it was
//! (`Origin`). So requests of pages that are not on the list are refused. Programs send no `Origin`.

use sc_service::config::{IpNetwork, RpcEndpoint};
use std::{
	net::{IpAddr, Ipv6Addr},
	num::NonZeroU32,
	sync::Arc,
};

/// What an endpoint asks of its visitors.
#[derive(Clone)]
pub struct Gate {
	/// The pages that may come, such as `https://portal.example` or `http://localhost:*`; `None`: any.
	origins: Option<Arc<[String]>>,
	/// Whether a proxy on another machine is believed, too.
	trust_proxy: bool,
	rate_limit: Option<NonZeroU32>,
	unlimited: Arc<[IpNetwork]>,
}

/// A visitor that was let in.
#[derive(Debug, PartialEq, Eq)]
pub struct Visitor {
	/// The address to count by; `None` for programs on this machine.
	pub address: Option<IpAddr>,
	/// Calls per minute and connection, if limited.
	pub rate_limit: Option<NonZeroU32>,
}

impl Gate {
	/// The gate of an endpoint.
	pub fn new(endpoint: RpcEndpoint) -> Self {
		Self {
			origins: endpoint.cors.map(Into::into),
			trust_proxy: endpoint.rate_limit_trust_proxy_headers,
			rate_limit: endpoint.rate_limit,
			unlimited: endpoint.rate_limit_whitelisted_ips.into(),
		}
	}

	/// Lets a request in, or says why not. `remote` is the other end of the connection.
	pub fn admit(&self, remote: IpAddr, headers: &hyper::HeaderMap) -> Result<Visitor, String> {
		// A header that is not text is no origin on any list.
		let origin = headers.get("origin").map(|origin| origin.to_str().unwrap_or("?"));
		if let (Some(origin), Some(list)) = (origin, &self.origins) {
			if !list.iter().any(|allowed| matches(allowed, origin)) {
				return Err(format!(
					"Pages of {origin} may not use this node. Its operator can allow them by --rpc-cors {origin}"
				));
			}
		}
		let forwarded = headers.get_all("x-forwarded-for").iter().next_back().and_then(|value| value.to_str().ok());
		let address = address(remote, forwarded, self.trust_proxy);
		let unlimited = self.unlimited.iter().any(|network| network.contains(address.unwrap_or(remote)));
		Ok(Visitor { address, rate_limit: self.rate_limit.filter(|_| !unlimited) })
	}
}

/// Whether an entry of the list allows the origin. `*` allows all, and a port of `*` any port or none. Browsers send
/// origins in lower case.
fn matches(allowed: &str, origin: &str) -> bool {
	if allowed == "*" || allowed.eq_ignore_ascii_case(origin) {
		return true;
	}
	let Some(site) = allowed.strip_suffix(":*") else { return false };
	match origin.get(..site.len()) {
		Some(start) if start.eq_ignore_ascii_case(site) => {
			let rest = origin.get(site.len()..).unwrap_or_default();
			rest.is_empty() || rest.strip_prefix(':').is_some_and(|port| port.parse::<u16>().is_ok())
		}
		_ => false,
	}
}

/// The address to count a visitor by, or `None` for a program on this machine.
///
/// A reverse proxy on this machine, or one that is trusted, says whom it speaks for in `X-Forwarded-For`. Only its last
/// entry counts, which that proxy itself wrote; the others come from the visitor. IPv6 visitors have a network of their
/// own (/64), so that is what counts.
fn address(remote: IpAddr, forwarded: Option<&str>, trust_proxy: bool) -> Option<IpAddr> {
	let remote = remote.to_canonical();
	let believed = remote.is_loopback() || trust_proxy;
	let told = forwarded.filter(|_| believed).and_then(|list| list.rsplit(',').next()?.trim().parse::<IpAddr>().ok());
	let address = match told {
		Some(told) => told.to_canonical(),
		None if remote.is_loopback() => return None,
		None => remote,
	};
	Some(match address {
		IpAddr::V4(address) => address.into(),
		IpAddr::V6(address) => {
			let [a, b, c, d, ..] = address.segments();
			Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
		}
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn origins_are_compared() {
		for (allowed, origin) in [
			("*", "https://anything.example"),
			("https://portal.example", "https://portal.example"),
			("https://Portal.example", "https://portal.example"),
			("http://localhost:*", "http://localhost:3000"),
			("http://localhost:*", "http://localhost"),
			("null", "null"),
		] {
			assert!(matches(allowed, origin), "{allowed} {origin}");
		}
		for (allowed, origin) in [
			("https://portal.example", "http://portal.example"),
			("https://portal.example", "https://portal.example.evil.test"),
			("https://portal.example", "https://portal.example:8443"),
			("http://localhost:*", "http://localhost.evil.test"),
			("http://localhost:*", "http://localhost:3000.evil.test"),
			("http://localhost:*", "http://local"),
			("http://localhost:*", "null"),
			("http://localhost:*", "?"),
		] {
			assert!(!matches(allowed, origin), "{allowed} {origin}");
		}
	}

	#[test]
	fn visitors_are_counted_by_what_the_nearest_proxy_says() {
		let count = |remote: &str, forwarded, trust| {
			address(remote.parse().expect("an address"), forwarded, trust).map(|address| address.to_string())
		};
		assert_eq!(count("127.0.0.1", None, false), None);
		assert_eq!(count("::1", None, false), None);
		assert_eq!(count("192.0.2.7", None, false), Some("192.0.2.7".into()));
		// What a visitor claims does not count, only what the proxy appends.
		assert_eq!(count("127.0.0.1", Some("10.9.9.9, 192.0.2.7"), false), Some("192.0.2.7".into()));
		assert_eq!(count("127.0.0.1", Some("nonsense"), false), None);
		assert_eq!(count("172.18.0.3", Some("192.0.2.7"), false), Some("172.18.0.3".into()));
		assert_eq!(count("172.18.0.3", Some("192.0.2.7"), true), Some("192.0.2.7".into()));
		assert_eq!(count("2001:db8:1:2:3:4:5:6", None, false), Some("2001:db8:1:2::".into()));
		assert_eq!(count("::ffff:192.0.2.7", None, false), Some("192.0.2.7".into()));
	}
}
