// SPDX-License-Identifier: GPL-3.0-or-later

//! The keys of a new community: those of its first validator, of the first holders of each role, and the bootstrap key.

use super::errors::CommunityError;
use linli_primitives::Role;
use sc_keystore::LocalKeystore;
use sc_network::config::ed25519 as network;
use serde::Serialize;
use sp_core::{
	crypto::{key_types, Ss58Codec},
	ed25519, sr25519, Pair,
};
use sp_keystore::Keystore;
use std::path::Path;

/// The initial roles, one account each (D11). Devices are added later.
pub const ROLES: [Role; 4] = [Role::Registrar, Role::Manager, Role::Cashier, Role::Auditor];

/// A key with its secret phrase.
pub struct Key<P: Pair> {
	phrase: String,
	/// The public half.
	pub public: P::Public,
}

impl<P: Pair> Key<P>
where
	P::Public: Ss58Codec,
{
	fn fresh() -> Self {
		let (pair, phrase, _) = P::generate_with_phrase(None);
		Self { phrase, public: pair.public() }
	}

	/// The public half as an address.
	pub fn address(&self) -> String {
		self.public.to_ss58check()
	}

	fn file(&self, use_of_key: &'static str, scheme: &'static str) -> KeyFile {
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

/// All keys of a new community.
pub struct Keys {
	/// The validator's account.
	pub validator: Key<sr25519::Pair>,
	/// Signs blocks.
	pub aura: Key<sr25519::Pair>,
	/// Signs finality votes.
	pub grandpa: Key<ed25519::Pair>,
	/// Identifies the validator in the network.
	pub network: network::SecretKey,
	/// One account per role.
	pub roles: Vec<(Role, Key<sr25519::Pair>)>,
	/// The bootstrap key.
	pub bootstrap: Key<sr25519::Pair>,
}

impl Keys {
	/// Fresh keys from the system's randomness.
	pub fn fresh() -> Self {
		Self {
			validator: Key::fresh(),
			aura: Key::fresh(),
			grandpa: Key::fresh(),
			network: network::SecretKey::generate(),
			roles: ROLES.into_iter().map(|role| (role, Key::fresh())).collect(),
			bootstrap: Key::fresh(),
		}
	}

	/// One file per key, for its holder.
	pub fn files(&self) -> Vec<KeyFile> {
		let mut files = vec![
			self.bootstrap.file("bootstrap", "sr25519"),
			self.validator.file("validator", "sr25519"),
			self.aura.file("aura", "sr25519"),
			self.grandpa.file("grandpa", "ed25519"),
		];
		files.extend(self.roles.iter().map(|(role, key)| key.file(role_name(*role), "sr25519")));
		files
	}

	/// The content of the file for `--node-key-file`: 64 hexadecimal digits without a newline.
	pub fn network_file(&self) -> String {
		hex::encode(self.network.to_bytes())
	}

	/// The validator's peer id: the end of its boot node address.
	pub fn peer_id(&self) -> String {
		network::Keypair::from(self.network.clone()).public().to_peer_id().to_string()
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

#[cfg(test)]
mod tests {
	use super::*;
	use std::collections::HashSet;

	#[test]
	fn keys_are_distinct_and_restored_by_their_phrases() {
		let keys = Keys::fresh();
		let files = keys.files();
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

	#[test]
	fn the_keystore_returns_the_keys() {
		let folder = tempfile::tempdir().unwrap();
		let keys = Keys::fresh();
		keys.fill_keystore(folder.path()).unwrap();
		let keystore = LocalKeystore::open(folder.path(), None).unwrap();
		assert_eq!(keystore.sr25519_public_keys(key_types::AURA), [keys.aura.public]);
		assert_eq!(keystore.ed25519_public_keys(key_types::GRANDPA), [keys.grandpa.public]);
	}

	#[test]
	fn the_network_key_is_read_by_the_node() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("node-key");
		let keys = Keys::fresh();
		std::fs::write(&path, keys.network_file()).unwrap();
		let config = sc_network::config::NodeKeyConfig::Ed25519(sc_network::config::Secret::File(path));
		let pair = config.into_keypair().unwrap();
		assert_eq!(pair.public().to_peer_id().to_string(), keys.peer_id());
	}
}
