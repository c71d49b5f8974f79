// SPDX-License-Identifier: GPL-3.0-or-later

//! The line of public keys that `community join-key` prints and `community new` takes. Independent of chains.
//!
//! ```text
//! linli-keys-v2 validator account=5F… aura=5G… grandpa=5H… peer=12D3… certhash=uEi… address=/ip4/192.0.2.7/tcp/30333
//!   proof=… proof=… proof=… proof=… check=…
//! linli-keys-v2 cashier account=5F… proof=… check=…
//! linli-keys-v2 bootstrap account=5F… proof=… check=…
//! ```
//!
//! Words are divided by white space of any kind.
//!
//! - The second word is the office, so that nobody can pass the cashier's line as the auditor's.
//! - There is a [proof](super::possession) for each key, in the order of the keys: its signature of all words before
//!   the proofs, so that nobody can pass another's key as their own, or put a line together from two.
//! - `check` is the first eight bytes, in hexadecimal digits, of BLAKE2b-512 of `linli/keys` and all words before it.
//!   A line that was cut, doubled or altered on its way is told from one that was forged.
//!
//! Where words are signed or hashed, one space stands between two. No chain is named: the keys are made before it is.

use super::{
	keys::{chinese_role, role_name},
	locale::{either, language},
	node_address,
	possession::{self, Scheme},
};
use crate::doors::network::WEBSOCKET_OFFSET;
use blake2::{Blake2b512, Digest};
use linli_primitives::Role;
use linli_roster::Language;
use sc_network::multiaddr::Multiaddr;
use sp_core::crypto::{AccountId32, Ss58AddressFormat, Ss58Codec};
use std::fmt;

/// The first word of a line, without its version.
const HEAD: &str = "linli-keys-v";
/// The version that this program writes and reads.
const VERSION: &str = "2";
/// The domain separator of the checksum.
const CHECK_CONTEXT: &[u8] = b"linli/keys";
/// The number of bytes of the checksum.
const CHECK_LENGTH: usize = 8;
/// The format of addresses: any Substrate chain.
const SS58_PREFIX: u16 = 42;
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
	Officer(Role, PublicKey),
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
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum KeyLineError {
	/// There is no text.
	Empty,
	/// It is another text.
	NotKeys(String),
	/// It is of another version.
	Version(String),
	/// It ends too early.
	Cut,
	/// It holds more than one line.
	Doubled(usize),
	/// It goes on after its checksum.
	Trailing(String),
	/// The checksum is another.
	Altered,
	/// A key is not of those who made the line.
	Proof(&'static str),
	/// It is for another purpose.
	Purpose {
		/// The purpose of the line.
		found: Purpose,
		/// The line wanted.
		expected: Wanted,
	},
	/// Its checksum is right, but its content is not what this program writes.
	Malformed(String),
}

impl KeyLineError {
	/// The reason in words.
	pub fn text(&self, language: Language) -> String {
		let say = |english: &str, chinese: &str| language.pick(english, chinese).to_owned();
		match self {
			Self::Empty => say(
				"it is empty; expected the line that `linli-node community join-key` printed",
				"内容为空；应为 linli-node community join-key 打印的一行",
			),
			Self::NotKeys(found) => say(
				&format!(
					"it begins with {found:?}; expected linli-keys-v2 and the rest of what `linli-node community join-key` \
					printed"
				),
				&format!("开头是 {found:?}；应为 linli-node community join-key 打印的以 linli-keys-v2 开头的一行"),
			),
			Self::Version(found) => say(
				&format!(
					"it is of version {found:?}, and this program reads version 2; use the same release of linli-node on all \
					machines"
				),
				&format!("版本是 {found:?}，本程序只读版本 2；请在所有机器上使用同一版本的 linli-node"),
			),
			Self::Cut => say(
				"it is cut: it ends before its checksum, check= and 16 hexadecimal digits; copy the whole line again",
				"不完整：在校验码（check= 和 16 位十六进制数字）之前就结束了；请重新复制整行",
			),
			Self::Doubled(lines) => say(
				&format!("it holds {lines} lines of keys in one; give each on its own"),
				&format!("一行中有 {lines} 个公钥行；请分别填写"),
			),
			Self::Trailing(found) => say(
				&format!("after its checksum comes {found:?}; a line ends with check= and 16 hexadecimal digits"),
				&format!("校验码之后还有 {found:?}；公钥行以 check= 和 16 位十六进制数字结尾"),
			),
			Self::Altered => say(
				"it was altered on its way: its checksum is not that of its words. A letter differs, or a line break fell \
				within a word; copy it again, or scan the QR code",
				"内容在传送中被改动：校验码与内容不符。可能有一个字母不同，或在词中间换了行；请重新复制，或扫描二维码",
			),
			Self::Proof(key) => say(
				&format!(
					"its {key} key did not sign it: the line was put together from keys that others hold. Take it only from the \
					holder, as `linli-node community join-key` printed it"
				),
				&format!(
					"其中的 {key} 密钥没有为它签名：这一行是用别人的密钥拼成的。请只使用持有人本人用 linli-node community join-key \
					打印的那一行"
				),
			),
			Self::Purpose { found, expected } => say(
				&format!("it is the line of {}; expected that of {}", found.text(language), expected.text(language)),
				&format!("这是{}的公钥行；应为{}的公钥行", found.text(language), expected.text(language)),
			),
			Self::Malformed(reason) => say(
				&format!(
					"its checksum is right, but {reason}; it was not made by this release of `linli-node community join-key`"
				),
				&format!("校验码正确，但{reason}；它不是由本版本的 linli-node community join-key 生成的"),
			),
		}
	}
}

impl std::error::Error for KeyLineError {}

impl fmt::Display for KeyLineError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(&self.text(language()))
	}
}

/// Which lines belong in a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wanted {
	/// Those of one purpose.
	Of(Purpose),
	/// Those of officers, whatever their office.
	OfAnOfficer,
}

impl Wanted {
	/// Whether a line of this purpose belongs there.
	pub fn takes(self, purpose: Purpose) -> bool {
		match self {
			Self::Of(wanted) => wanted == purpose,
			Self::OfAnOfficer => matches!(purpose, Purpose::Office(_)),
		}
	}

	/// Whose lines, in words.
	fn text(self, language: Language) -> String {
		match self {
			Self::Of(purpose) => purpose.text(language),
			Self::OfAnOfficer => language.pick("an officer", "任职人员").into(),
		}
	}
}

/// The purpose of a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Purpose {
	/// A validator.
	Validator,
	/// An office.
	Office(Role),
	/// The bootstrap key.
	Bootstrap,
}

impl Purpose {
	/// Every purpose.
	pub const ALL: [Self; 6] = [
		Self::Validator,
		Self::Office(Role::Registrar),
		Self::Office(Role::Manager),
		Self::Office(Role::Cashier),
		Self::Office(Role::Auditor),
		Self::Bootstrap,
	];

	/// Its word on the line.
	pub fn word(self) -> &'static str {
		match self {
			Self::Validator => "validator",
			Self::Office(role) => role_name(role),
			Self::Bootstrap => "bootstrap",
		}
	}

	/// Whose line it is, in words.
	pub fn text(self, language: Language) -> String {
		match self {
			Self::Validator => language.pick("a validator", "验证人").into(),
			Self::Office(role) => either(language, format!("the {}", role_name(role)), chinese_role(role).into()),
			Self::Bootstrap => language.pick("the bootstrap key", "引导密钥").into(),
		}
	}
}

impl KeyLine {
	/// Reads a line. Every key on it has signed it.
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
		let word = fields.word().unwrap_or_default();
		let line = match Purpose::ALL.into_iter().find(|purpose| purpose.word() == word) {
			Some(Purpose::Validator) => Self::Validator(ValidatorKeys {
				account: fields.account("account")?,
				aura: fields.account("aura")?,
				grandpa: fields.account("grandpa")?,
				network: fields.peer()?,
				certhash: fields.certhash()?,
				addresses: fields.addresses()?,
			}),
			Some(Purpose::Office(role)) => Self::Officer(role, fields.account("account")?),
			Some(Purpose::Bootstrap) => Self::Bootstrap(fields.account("account")?),
			None => return Err(malformed(&format!("{word:?} is no purpose"), &format!("没有 {word:?} 这种用途"))),
		};
		// As this program writes it, which is what was signed.
		let statement = line.statement();
		for (name, scheme, key) in line.keys() {
			if !possession::is_proven(scheme, &key, &statement, fields.value("proof")?) {
				return Err(KeyLineError::Proof(name));
			}
		}
		match fields.word() {
			None => Ok(line),
			Some(word) => Err(malformed(&format!("{word:?} is one word too many"), &format!("多出一个词 {word:?}"))),
		}
	}

	/// The purpose.
	pub fn purpose(&self) -> Purpose {
		match self {
			Self::Validator(_) => Purpose::Validator,
			Self::Officer(role, _) => Purpose::Office(*role),
			Self::Bootstrap(_) => Purpose::Bootstrap,
		}
	}

	/// Its keys by name, in the order of their proofs.
	pub fn keys(&self) -> Vec<(&'static str, Scheme, PublicKey)> {
		match self {
			Self::Validator(keys) => vec![
				("account", Scheme::Sr25519, keys.account),
				("aura", Scheme::Sr25519, keys.aura),
				("grandpa", Scheme::Ed25519, keys.grandpa),
				("network", Scheme::Ed25519, keys.network),
			],
			Self::Officer(_, account) | Self::Bootstrap(account) => vec![("account", Scheme::Sr25519, *account)],
		}
	}

	/// What every key of the line signs: all words before the proofs.
	pub fn statement(&self) -> String {
		let mut text = format!("{HEAD}{VERSION} {}", self.purpose().word());
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
			Self::Officer(_, account) | Self::Bootstrap(account) => {
				text += &format!(" account={}", address_of(account));
			}
		}
		text
	}

	/// The line as it is printed, without a line break, from the proofs of its keys.
	pub fn text(&self, proofs: &[String]) -> String {
		let mut text = self.statement();
		for proof in proofs {
			text += &format!(" proof={proof}");
		}
		format!("{text} check={}", check(&text))
	}
}

/// The address (SS58) of a public key.
pub fn address_of(key: &PublicKey) -> String {
	AccountId32::from(*key).to_ss58check_with_version(Ss58AddressFormat::custom(SS58_PREFIX))
}

/// The key of an address (SS58).
fn key_of(address: &str) -> Option<PublicKey> {
	let (key, format) = AccountId32::from_ss58check_with_version(address).ok()?;
	(format == Ss58AddressFormat::custom(SS58_PREFIX)).then(|| key.into())
}

fn check(text: &str) -> String {
	let hash = Blake2b512::new().chain_update(CHECK_CONTEXT).chain_update(text.as_bytes()).finalize();
	hash.iter().take(CHECK_LENGTH).map(|byte| format!("{byte:02x}")).collect()
}

/// A line that is sealed and wrong.
fn malformed(english: &str, chinese: &str) -> KeyLineError {
	KeyLineError::Malformed(language().pick(english, chinese).into())
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
		self.word().and_then(|word| word.strip_prefix(name)?.strip_prefix('=')).ok_or_else(|| {
			malformed(&format!("{name}= is missing or out of place"), &format!("缺少 {name}= 或位置不对"))
		})
	}

	fn account(&mut self, name: &str) -> Result<PublicKey, KeyLineError> {
		key_of(self.value(name)?)
			.ok_or_else(|| malformed(&format!("{name}= is no address"), &format!("{name}= 不是地址")))
	}

	fn peer(&mut self) -> Result<PublicKey, KeyLineError> {
		let bytes = bs58::decode(self.value("peer")?).into_vec().unwrap_or_default();
		bytes
			.strip_prefix(&PEER_HEAD)
			.and_then(|key| key.try_into().ok())
			.ok_or_else(|| malformed("peer= is no peer id", "peer= 不是节点标识"))
	}

	fn certhash(&mut self) -> Result<String, KeyLineError> {
		let text = self.value("certhash")?;
		let address = format!("/certhash/{text}");
		match address.parse::<Multiaddr>() {
			Ok(parsed) if parsed.iter().count() == 1 && parsed.to_string() == address => Ok(text.into()),
			_ => Err(malformed("certhash= is no hash of a certificate", "certhash= 不是证书的哈希值")),
		}
	}

	fn addresses(&mut self) -> Result<Vec<String>, KeyLineError> {
		let mut addresses = Vec::new();
		while let Some(address) = self.0.first().and_then(|word| word.strip_prefix("address=")) {
			node_address::check(address).map_err(|problem| {
				malformed(&format!("of {address:?}, {problem}"), &format!("地址 {address:?} 不对：{problem}"))
			})?;
			addresses.push(address.to_owned());
			self.word();
		}
		Ok(addresses)
	}
}

#[cfg(test)]
#[path = "tests/key_line.rs"]
mod tests;
