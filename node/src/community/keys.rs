// SPDX-License-Identifier: GPL-3.0-or-later

//! Keys: those made on this machine, with their secrets, and the public keys of which a chain is made.

use super::{
	errors::CommunityError,
	key_line::{self, KeyLine, PublicKey, ValidatorKeys},
	output::{Access, Output},
	possession::prove,
};
use linli_primitives::Role;
use sc_keystore::LocalKeystore;
use sc_network::{
	config::{ed25519 as network, NetworkConfiguration, NodeKeyConfig, Secret},
	multiaddr::{Multiaddr, Protocol},
};
use serde::Serialize;
use sp_core::{
	crypto::{key_types, Ss58Codec},
	ed25519, sr25519, Pair,
};
use sp_keystore::Keystore;
use std::{net::Ipv4Addr, path::Path};

/// The initial roles, one account each (D11). Devices are added later.
pub const ROLES: [Role; 4] = [Role::Registrar, Role::Manager, Role::Cashier, Role::Auditor];

/// A key with its secret phrase.
pub struct Key<P: Pair> {
	phrase: String,
	/// Both halves.
	pub pair: P,
	/// The public half.
	pub public: P::Public,
}

impl<P: Pair> Key<P>
where
	P::Public: Ss58Codec,
{
	/// A fresh key from the system's randomness.
	pub fn fresh() -> Self {
		let (pair, phrase, _) = P::generate_with_phrase(None);
		Self { phrase, public: pair.public(), pair }
	}

	/// The public half as an address.
	pub fn address(&self) -> String {
		self.public.to_ss58check()
	}

	/// The file for its holder.
	pub fn file(&self, use_of_key: &'static str, scheme: &'static str) -> KeyFile {
		KeyFile {
			key: use_of_key,
			scheme,
			address: self.address(),
			public_key: format!("0x{}", hex::encode(&self.public)),
			secret_phrase: self.phrase.clone(),
		}
	}
}

/// A key in the file handed to its holder.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct KeyFile {
	/// The key's purpose; also the file's name.
	pub key: &'static str,
	scheme: &'static str,
	address: String,
	public_key: String,
	secret_phrase: String,
}

/// The secret keys of a validator.
pub struct ValidatorSecrets {
	/// The operator's account.
	pub account: Key<sr25519::Pair>,
	/// Signs blocks.
	pub aura: Key<sr25519::Pair>,
	/// Signs finality votes.
	pub grandpa: Key<ed25519::Pair>,
	/// Identifies the node in the network.
	pub network: network::SecretKey,
}

impl ValidatorSecrets {
	/// Fresh keys from the system's randomness.
	pub fn fresh() -> Self {
		Self {
			account: Key::fresh(),
			aura: Key::fresh(),
			grandpa: Key::fresh(),
			network: network::SecretKey::generate(),
		}
	}

	/// The public halves, with the addresses under which other nodes reach the validator.
	pub fn public(&self, addresses: Vec<String>) -> ValidatorKeys {
		ValidatorKeys {
			account: self.account.public.0,
			aura: self.aura.public.0,
			grandpa: self.grandpa.public.0,
			network: network::Keypair::from(self.network.clone()).public().to_bytes(),
			certhash: certhash(&self.network),
			addresses,
		}
	}

	/// The line of public keys, signed by each.
	pub fn line(&self, addresses: Vec<String>) -> String {
		let line = KeyLine::Validator(self.public(addresses));
		let statement = line.statement();
		let network = ed25519::Pair::from_seed(&self.network.to_bytes());
		line.text(&[
			prove(&self.account.pair, &statement),
			prove(&self.aura.pair, &statement),
			prove(&self.grandpa.pair, &statement),
			prove(&network, &statement),
		])
	}

	/// One file per key, for the operator.
	pub fn files(&self) -> [KeyFile; 3] {
		[
			self.account.file("validator", "sr25519"),
			self.aura.file("aura", "sr25519"),
			self.grandpa.file("grandpa", "ed25519"),
		]
	}

	/// The content of the file for `--node-key-file`: 64 hexadecimal digits without a newline.
	pub fn network_file(&self) -> String {
		hex::encode(self.network.to_bytes())
	}

	/// Fills the folder for the option `--keystore-path`, with the SDK's own keystore.
	pub fn fill_keystore(&self, folder: &Path) -> Result<(), CommunityError> {
		let keystore =
			LocalKeystore::open(folder, None).map_err(|error| CommunityError::Keystore(error.to_string()))?;
		keystore
			.insert(key_types::AURA, &self.aura.phrase, self.aura.public.as_ref())
			.and_then(|()| keystore.insert(key_types::GRANDPA, &self.grandpa.phrase, self.grandpa.public.as_ref()))
			.map_err(|()| CommunityError::Keystore(format!("no file can be written in {}", folder.display())))
	}

	/// Writes everything that a validator's machine needs: `keystore/`, `node-key`, and a file per key. `under` is the
	/// folder within the output, empty or ending in a slash.
	pub fn write(&self, output: &Output, under: &str) -> Result<(), CommunityError> {
		self.fill_keystore(&output.folder(&format!("{under}keystore"))?)?;
		output.write(&format!("{under}node-key"), self.network_file(), Access::Secret)?;
		self.files().iter().try_for_each(|file| file.write(output, under))
	}
}

/// The hash of the certificate that a node with this key presents to browsers. The SDK derives the certificate from the
/// key, and completes a node's public addresses with the hash.
fn certhash(key: &network::SecretKey) -> String {
	let address = Multiaddr::from(Ipv4Addr::LOCALHOST).with(Protocol::Udp(1)).with(Protocol::WebRTCDirect);
	let mut config = NetworkConfiguration::new("", "", NodeKeyConfig::Ed25519(Secret::Input(key.clone())), None);
	config.listen_addresses = vec![address.clone()];
	config.public_addresses = vec![address];
	config.validate_and_complete_webrtc_addresses().expect("the address and the key are well formed");
	let completed = config.public_addresses.first().map(ToString::to_string).unwrap_or_default();
	completed.rsplit('/').next().unwrap_or_default().to_owned()
}

impl KeyFile {
	/// Writes it as `<key>.json`, readable by its owner only.
	pub fn write(&self, output: &Output, under: &str) -> Result<(), CommunityError> {
		let json = serde_json::to_string_pretty(self).map_err(|error| CommunityError::Keystore(error.to_string()))?;
		output.write(&format!("{under}{}.json", self.key), json + "\n", Access::Secret)
	}
}

/// All keys of a new community, made on one machine: for trials.
pub struct Keys {
	/// The only validator's keys.
	pub validator: ValidatorSecrets,
	/// One account per role.
	pub roles: Vec<(Role, Key<sr25519::Pair>)>,
	/// The bootstrap key.
	pub bootstrap: Key<sr25519::Pair>,
}

impl Keys {
	/// Fresh keys from the system's randomness.
	pub fn fresh() -> Self {
		Self {
			validator: ValidatorSecrets::fresh(),
			roles: ROLES.into_iter().map(|role| (role, Key::fresh())).collect(),
			bootstrap: Key::fresh(),
		}
	}

	/// The public halves.
	pub fn public(&self) -> PublicKeys {
		PublicKeys {
			validators: vec![self.validator.public(Vec::new())],
			roles: self.roles.iter().map(|(role, key)| (*role, key.public.0)).collect(),
			bootstrap: self.bootstrap.public.0,
		}
	}

	/// The files for the officers and for the holder of the bootstrap key.
	fn office_files(&self) -> Vec<KeyFile> {
		let mut files = vec![self.bootstrap.file("bootstrap", "sr25519")];
		files.extend(self.roles.iter().map(|(role, key)| key.file(role_name(*role), "sr25519")));
		files
	}

	/// Writes everything into the folder `keys`.
	pub fn write(&self, output: &Output) -> Result<(), CommunityError> {
		output.folder("keys")?;
		self.validator.write(output, "keys/")?;
		self.office_files().iter().try_for_each(|file| file.write(output, "keys/"))
	}
}

/// The public keys of which a chain is made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PublicKeys {
	/// The first validators.
	pub validators: Vec<ValidatorKeys>,
	/// The first holder of each role.
	pub roles: Vec<(Role, PublicKey)>,
	/// The bootstrap key.
	pub bootstrap: PublicKey,
}

impl PublicKeys {
	/// The account of each role, by its name.
	pub fn role_addresses(&self) -> impl Iterator<Item = (&'static str, String)> + '_ {
		self.roles.iter().map(|(role, account)| (role_name(*role), key_line::address_of(account)))
	}
}

/// The name of a role in files and in the genesis state.
pub fn role_name(role: Role) -> &'static str {
	match role {
		Role::Registrar => "registrar",
		Role::Manager => "manager",
		Role::Cashier => "cashier",
		Role::Auditor => "auditor",
		Role::Device => "device",
	}
}

/// An office in Chinese.
pub fn chinese_role(role: Role) -> &'static str {
	match role {
		Role::Registrar => "登记员",
		Role::Manager => "物业服务人",
		Role::Cashier => "出纳",
		Role::Auditor => "审计员",
		Role::Device => "设备",
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::collections::HashSet;

	#[test]
	fn keys_are_distinct_and_restored_by_their_phrases() {
		let keys = Keys::fresh();
		let mut files = keys.office_files();
		files.extend(keys.validator.files());
		assert_eq!(files.len(), 8);
		assert_eq!(files.iter().map(|file| &file.secret_phrase).collect::<HashSet<_>>().len(), 8);
		for file in &files {
			let public: Vec<u8> = match file.scheme {
				"ed25519" => ed25519::Pair::from_string(&file.secret_phrase, None).unwrap().public().to_vec(),
				_ => sr25519::Pair::from_string(&file.secret_phrase, None).unwrap().public().to_vec(),
			};
			assert_eq!(file.public_key, format!("0x{}", hex::encode(public)));
		}
	}

	/// The line's own encodings are those of the SDK.
	#[test]
	fn addresses_are_the_same_everywhere() {
		let keys = Keys::fresh();
		let public = keys.public();
		assert_eq!(key_line::address_of(&public.bootstrap), keys.bootstrap.address());
		assert_eq!(key_line::address_of(&public.validators[0].grandpa), keys.validator.grandpa.address());
		let roles: Vec<_> = public.role_addresses().collect();
		assert_eq!(roles[2], ("cashier", keys.roles[2].1.address()));
	}

	/// The SDK's example, which it promises not to change: every node's address would change with it.
	#[test]
	fn browsers_are_told_the_certificate_that_the_node_presents() {
		let key = network::SecretKey::try_from_bytes([42; 32]).unwrap();
		assert_eq!(certhash(&key), "uEiAWsH8V-_VMveqodSJYiAhW5FikqSzBNLV0FyeEb_oetA");
	}

	#[test]
	fn the_keystore_returns_the_keys() {
		let folder = tempfile::tempdir().unwrap();
		let keys = ValidatorSecrets::fresh();
		keys.fill_keystore(folder.path()).unwrap();
		let keystore = LocalKeystore::open(folder.path(), None).unwrap();
		assert_eq!(keystore.sr25519_public_keys(key_types::AURA), [keys.aura.public]);
		assert_eq!(keystore.ed25519_public_keys(key_types::GRANDPA), [keys.grandpa.public]);
	}

	#[test]
	fn the_network_key_is_read_by_the_node() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("node-key");
		let keys = ValidatorSecrets::fresh();
		std::fs::write(&path, keys.network_file()).unwrap();
		let config = sc_network::config::NodeKeyConfig::Ed25519(sc_network::config::Secret::File(path));
		let pair = config.into_keypair().unwrap();
		assert_eq!(pair.public().to_peer_id().to_string(), keys.public(Vec::new()).peer_id());
	}
}
