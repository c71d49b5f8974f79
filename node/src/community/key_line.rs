// SPDX-License-Identifier: GPL-3.0-or-later

//! The line of public keys that `community join-key` prints and `community new` takes. Independent of chains.
//!
//! ```text
//! linli-keys-v1 validator account=5F… aura=5G… grandpa=5H… peer=12D3… certhash=uEi… address=/ip4/192.0.2.7/… check=…
//! linli-keys-v1 officer account=5F… check=…
//! linli-keys-v1 bootstrap account=5F… check=…
//! ```
//!
//! Words are divided by white space of any kind. `check` is the first eight bytes, in hexadecimal digits, of
//! BLAKE2b-512 of `linli/keys` and all words before it with one space between two, so that a line that was cut, doubled
//! or altered on its way is refused. It names no chain: the keys are made before the chain is.

use crate::doors::network::WEBSOCKET_OFFSET;
use blake2::{Blake2b512, Digest};
use sc_network::multiaddr::Multiaddr;
use std::{
	fmt,
	net::{Ipv4Addr, Ipv6Addr},
};

/// The first word of a line, without its version.
const HEAD: &str = "linli-keys-v";
/// The version that this program writes and reads.
const VERSION: &str = "1";
/// The domain separator of the checksum.
const CHECK_CONTEXT: &[u8] = b"linli/keys";
/// The number of bytes of the checksum.
const CHECK_LENGTH: usize = 8;
/// The format of addresses: any Substrate chain.
const SS58_PREFIX: u8 = 42;
/// What comes before an ed25519 key in a peer id: the identity multihash of 36 bytes of protocol buffer.
const PEER_HEAD: [u8; 6] = [0x00, 0x24, 0x08, 0x01, 0x12, 0x20];

/// A public key of either scheme.
pub type PublicKey = [u8; 32];

/// The public keys on a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum KeyLine {
	/// A validator's.
	Validator(ValidatorKeys),
	/// An officer's account.
	Officer(PublicKey),
	/// The account of the bootstrap key.
	Bootstrap(PublicKey),
}

/// The public keys of a validator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ValidatorKeys {
	/// The operator's account, sr25519.
	pub account: PublicKey,
	/// Signs blocks, sr25519.
	pub aura: PublicKey,
	/// Signs finality votes, ed25519.
	pub grandpa: PublicKey,
	/// Identifies the node in the network, ed25519.
	pub network: PublicKey,
	/// The hash of the certificate that its node presents to browsers, as in addresses: `uEi…`. It follows from the
	/// secret half of `network`.
	pub certhash: String,
	/// Where other nodes reach it, without the peer id, such as `/ip4/192.0.2.7/tcp/30333`. May be empty.
	pub addresses: Vec<String>,
}

impl ValidatorKeys {
	/// The peer id of its node.
	pub fn peer_id(&self) -> String {
		bs58::encode([&PEER_HEAD[..], &self.network].concat()).into_string()
	}

	/// Its addresses as boot nodes, with the peer id: those for nodes first.
	///
	/// Where only TCP addresses are given, those at which a node listens for light clients in browsers are added to
	/// each: WebSocket, and WebRTC, which needs no certificate that a browser knows. Any other address shows that its
	/// operator chose what to listen on.
	pub fn boot_nodes(&self) -> impl Iterator<Item = String> + '_ {
		let plain: Option<Vec<_>> = self.addresses.iter().map(|address| plain_tcp(address)).collect();
		let browsers = plain.unwrap_or_default().into_iter().flat_map(|(host, port)| {
			let websocket = port.checked_add(WEBSOCKET_OFFSET).map(|port| format!("{host}/tcp/{port}/ws"));
			websocket.into_iter().chain([format!("{host}/udp/{port}/webrtc-direct/certhash/{}", self.certhash)])
		});
		self.addresses.iter().cloned().chain(browsers).map(|address| format!("{address}/p2p/{}", self.peer_id()))
	}
}

/// Host and port of an address that is TCP and nothing else.
fn plain_tcp(address: &str) -> Option<(&str, u16)> {
	let (host, port) = address.split_once("/tcp/")?;
	Some((host, port.parse().ok()?))
}

/// Why a line is refused.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum KeyLineError {
	/// There is no text.
	#[error("it is empty; expected the line that `linli-node community join-key` printed")]
	Empty,
	/// It is another text.
	#[error(
		"it begins with {0:?}; expected linli-keys-v1 and the rest of what `linli-node community join-key` printed"
	)]
	NotKeys(String),
	/// It is of another version.
	#[error(
		"it is of version {0:?}, and this program reads version 1; use the same release of linli-node on all machines"
	)]
	Version(String),
	/// It ends too early.
	#[error("it is cut: it ends before its checksum, check= and 16 hexadecimal digits; copy the whole line again")]
	Cut,
	/// It holds more than one line.
	#[error("it holds {0} lines of keys in one; give each on its own")]
	Doubled(usize),
	/// It goes on after its checksum.
	#[error("after its checksum comes {0:?}; a line ends with check= and 16 hexadecimal digits")]
	Trailing(String),
	/// The checksum is another.
	#[error(
		"it was altered on its way: its checksum is not that of its words. A letter differs, or a line break fell within \
		a word; copy it again, or scan the QR code"
	)]
	Altered,
	/// It is for another purpose.
	#[error("it is the line of {found}; expected that of {expected}")]
	Kind {
		/// The purpose of the line.
		found: Kind,
		/// The purpose wanted.
		expected: Kind,
	},
	/// Its checksum is right, but its content is not what this program writes.
	#[error("its checksum is right, but {0}; it was not made by this release of `linli-node community join-key`")]
	Malformed(String),
}

/// The purpose of a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
	/// A validator.
	Validator,
	/// An officer.
	Officer,
	/// The bootstrap key.
	Bootstrap,
}

impl Kind {
	/// Its word on the line.
	pub fn word(self) -> &'static str {
		match self {
			Self::Validator => "validator",
			Self::Officer => "officer",
			Self::Bootstrap => "bootstrap",
		}
	}
}

impl fmt::Display for Kind {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Self::Validator => "a validator",
			Self::Officer => "an officer",
			Self::Bootstrap => "the bootstrap key",
		})
	}
}

impl KeyLine {
	/// Reads a line.
	pub fn parse(text: &str) -> Result<Self, KeyLineError> {
		let words: Vec<&str> = text.split_whitespace().collect();
		let first = words.first().ok_or(KeyLineError::Empty)?;
		let Some(version) = first.strip_prefix(HEAD) else {
			return Err(KeyLineError::NotKeys(shown(first)));
		};
		if version != VERSION {
			return Err(KeyLineError::Version(shown(version)));
		}
		match text.matches(HEAD).count() {
			1 => (),
			lines => return Err(KeyLineError::Doubled(lines)),
		}
		let place = words.iter().position(|word| word.starts_with("check=")).ok_or(KeyLineError::Cut)?;
		let (content, rest) = words.split_at(place);
		let given = rest.first().and_then(|word| word.strip_prefix("check=")).unwrap_or_default();
		if let Some(trailing) = rest.get(1) {
			return Err(KeyLineError::Trailing(shown(trailing)));
		}
		if given.chars().count() < 2 * CHECK_LENGTH {
			return Err(KeyLineError::Cut);
		}
		if given != check(&content.join(" ")) {
			return Err(KeyLineError::Altered);
		}
		let mut fields = Fields(content.get(1..).unwrap_or_default());
		let line = match fields.word() {
			Some("validator") => Self::Validator(ValidatorKeys {
				account: fields.account("account")?,
				aura: fields.account("aura")?,
				grandpa: fields.account("grandpa")?,
				network: fields.peer()?,
				certhash: fields.certhash()?,
				addresses: fields.addresses()?,
			}),
			Some("officer") => Self::Officer(fields.account("account")?),
			Some("bootstrap") => Self::Bootstrap(fields.account("account")?),
			other => return Err(KeyLineError::Malformed(format!("{:?} is no purpose", other.unwrap_or_default()))),
		};
		match fields.word() {
			None => Ok(line),
			Some(word) => Err(KeyLineError::Malformed(format!("{word:?} is one word too many"))),
		}
	}

	/// The purpose.
	pub fn kind(&self) -> Kind {
		match self {
			Self::Validator(_) => Kind::Validator,
			Self::Officer(_) => Kind::Officer,
			Self::Bootstrap(_) => Kind::Bootstrap,
		}
	}

	/// A validator's keys, or an error for a line of another purpose.
	pub fn validator(self) -> Result<ValidatorKeys, KeyLineError> {
		match self {
			Self::Validator(keys) => Ok(keys),
			other => Err(KeyLineError::Kind { found: other.kind(), expected: Kind::Validator }),
		}
	}

	/// An officer's account, or an error for a line of another purpose.
	pub fn officer(self) -> Result<PublicKey, KeyLineError> {
		match self {
			Self::Officer(account) => Ok(account),
			other => Err(KeyLineError::Kind { found: other.kind(), expected: Kind::Officer }),
		}
	}

	/// The account of the bootstrap key, or an error for a line of another purpose.
	pub fn bootstrap(self) -> Result<PublicKey, KeyLineError> {
		match self {
			Self::Bootstrap(account) => Ok(account),
			other => Err(KeyLineError::Kind { found: other.kind(), expected: Kind::Bootstrap }),
		}
	}
}

/// The line as it is printed, without a line break.
impl fmt::Display for KeyLine {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let mut text = format!("{HEAD}{VERSION} {}", self.kind().word());
		match self {
			Self::Validator(keys) => {
				for (name, key) in [("account", &keys.account), ("aura", &keys.aura), ("grandpa", &keys.grandpa)] {
					text += &format!(" {name}={}", address_of(key));
				}
				text += &format!(" peer={} certhash={}", keys.peer_id(), keys.certhash);
				for address in &keys.addresses {
					text += &format!(" address={address}");
				}
			}
			Self::Officer(account) | Self::Bootstrap(account) => text += &format!(" account={}", address_of(account)),
		}
		write!(f, "{text} check={}", check(&text))
	}
}

/// The address (SS58) of a public key.
pub fn address_of(key: &PublicKey) -> String {
	let mut bytes = vec![SS58_PREFIX];
	bytes.extend_from_slice(key);
	let hash = ss58_hash(&bytes);
	bytes.extend(hash);
	bs58::encode(bytes).into_string()
}

/// The key of an address (SS58).
fn key_of(address: &str) -> Option<PublicKey> {
	let bytes = bs58::decode(address).into_vec().ok()?;
	let (body, hash) = bytes.split_last_chunk::<2>()?;
	if ss58_hash(body) != *hash {
		return None;
	}
	match body.split_first()? {
		(&SS58_PREFIX, key) => key.try_into().ok(),
		_ => None,
	}
}

fn ss58_hash(body: &[u8]) -> [u8; 2] {
	let hash = Blake2b512::new().chain_update(b"SS58PRE").chain_update(body).finalize();
	hash.first_chunk().copied().unwrap_or_default()
}

fn check(text: &str) -> String {
	let hash = Blake2b512::new().chain_update(CHECK_CONTEXT).chain_update(text.as_bytes()).finalize();
	hash.iter().take(CHECK_LENGTH).map(|byte| format!("{byte:02x}")).collect()
}

/// Checks where other nodes reach a validator: an IP address or a name, and a port, in the form of libp2p without the
/// peer id. An error says what is wrong.
pub fn check_address(text: &str) -> Result<(), String> {
	let problem = |what: &str| {
		Err(format!("{what}; expected an address such as /ip4/192.0.2.7/tcp/30333 or /dns/node.example/tcp/30333"))
	};
	if text.chars().any(|letter| letter.is_whitespace() || letter.is_control()) {
		return problem("it has a space");
	}
	let parts: Vec<&str> = text.split('/').collect();
	let ["", protocol, host, transport, port, rest @ ..] = parts.as_slice() else {
		return problem("it is incomplete");
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
		_ => return problem("it begins with none of /ip4, /ip6, /dns, /dns4, /dns6"),
	};
	if !reached {
		return problem("no other machine can reach that host");
	}
	if !port.parse::<u16>().is_ok_and(|port| port > 0) {
		return problem("its port is no number from 1 to 65535");
	}
	if rest.contains(&"p2p") {
		return problem("it has a peer id, which is added without your help");
	}
	match (*transport, rest) {
		("tcp", [] | ["ws"] | ["wss"]) | ("udp", ["webrtc-direct"] | ["webrtc-direct", "certhash", _]) => Ok(()),
		("tcp" | "udp", _) => problem("after the port comes what this program does not know"),
		_ => problem("before the port stands neither tcp nor udp"),
	}
}

/// As much of a wrong word as a message needs.
fn shown(word: &str) -> String {
	word.chars().take(40).collect()
}

/// The words that were not read yet.
struct Fields<'a>(&'a [&'a str]);

impl<'a> Fields<'a> {
	fn word(&mut self) -> Option<&'a str> {
		let (first, rest) = self.0.split_first()?;
		self.0 = rest;
		Some(first)
	}

	fn value(&mut self, name: &str) -> Result<&'a str, KeyLineError> {
		self.word()
			.and_then(|word| word.strip_prefix(name)?.strip_prefix('='))
			.ok_or_else(|| KeyLineError::Malformed(format!("{name}= is missing or out of place")))
	}

	fn account(&mut self, name: &str) -> Result<PublicKey, KeyLineError> {
		key_of(self.value(name)?).ok_or_else(|| KeyLineError::Malformed(format!("{name}= is no address")))
	}

	fn peer(&mut self) -> Result<PublicKey, KeyLineError> {
		let bytes = bs58::decode(self.value("peer")?).into_vec().unwrap_or_default();
		bytes
			.strip_prefix(&PEER_HEAD)
			.and_then(|key| key.try_into().ok())
			.ok_or_else(|| KeyLineError::Malformed("peer= is no peer id".into()))
	}

	fn certhash(&mut self) -> Result<String, KeyLineError> {
		let text = self.value("certhash")?;
		let address = format!("/certhash/{text}");
		match address.parse::<Multiaddr>() {
			Ok(parsed) if parsed.iter().count() == 1 && parsed.to_string() == address => Ok(text.into()),
			_ => Err(KeyLineError::Malformed("certhash= is no hash of a certificate".into())),
		}
	}

	fn addresses(&mut self) -> Result<Vec<String>, KeyLineError> {
		let mut addresses = Vec::new();
		while let Some(address) = self.0.first().and_then(|word| word.strip_prefix("address=")) {
			check_address(address).map_err(|problem| KeyLineError::Malformed(format!("of {address:?}, {problem}")))?;
			addresses.push(address.to_owned());
			self.word();
		}
		Ok(addresses)
	}
}

#[cfg(test)]
#[path = "tests/key_line.rs"]
mod tests;
