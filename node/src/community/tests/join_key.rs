// SPDX-License-Identifier: GPL-3.0-or-later

use super::*;
use linli_primitives::Role;
use sc_keystore::LocalKeystore;
use sp_core::{crypto::key_types, Pair};
use sp_keystore::Keystore;
use std::{fs, path::Path};

fn command(purpose: Purpose, out: &Path) -> JoinKeyCmd {
	JoinKeyCmd { purpose, addresses: Vec::new(), out: out.into() }
}

fn line(folder: &Path) -> KeyLine {
	KeyLine::parse(&fs::read_to_string(folder.join("line.txt")).unwrap()).unwrap()
}

fn phrase(file: &Path) -> String {
	let json: serde_json::Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
	json["secretPhrase"].as_str().unwrap().into()
}

#[test]
fn a_validators_folder_is_what_a_node_takes_and_its_line_has_the_public_halves() {
	let parent = tempfile::tempdir().unwrap();
	let out = parent.path().join("keys");
	let mut command = command(Purpose::Validator, &out);
	command.addresses = vec!["/ip4/192.0.2.7/tcp/30333".into()];
	command.run().unwrap();

	let KeyLine::Validator(keys) = line(&out) else { panic!("another purpose") };
	assert_eq!(keys.addresses, command.addresses);
	let keystore = LocalKeystore::open(out.join("keystore"), None).unwrap();
	assert_eq!(keystore.sr25519_public_keys(key_types::AURA)[0].0, keys.aura);
	assert_eq!(keystore.ed25519_public_keys(key_types::GRANDPA)[0].0, keys.grandpa);
	let network = sc_network::config::NodeKeyConfig::Ed25519(sc_network::config::Secret::File(out.join("node-key")));
	assert_eq!(network.into_keypair().unwrap().public().to_peer_id().to_string(), keys.peer_id());
	let account = sr25519::Pair::from_string(&phrase(&out.join("validator.json")), None).unwrap();
	assert_eq!(account.public().0, keys.account);
	for boot_node in keys.boot_nodes() {
		assert!(boot_node.parse::<sc_network::config::MultiaddrWithPeerId>().is_ok(), "{boot_node}");
	}

	#[cfg(unix)]
	for secret in ["node-key", "validator.json", "aura.json", "grandpa.json"] {
		use std::os::unix::fs::PermissionsExt;
		assert_eq!(fs::metadata(out.join(secret)).unwrap().permissions().mode() & 0o777, 0o600, "{secret}");
		assert_eq!(fs::metadata(&out).unwrap().permissions().mode() & 0o777, 0o700);
	}
	// A second time: the line that is wanted is there.
	let error = command.run().unwrap_err();
	assert!(matches!(error, CommunityError::KeysExist(_)), "{error}");
	let text = error.to_string();
	assert!(text.contains("has keys already") && text.contains("line.txt") && text.contains("--out keys-2"), "{text}");
}

#[test]
fn an_officer_and_the_bootstrap_key_get_one_account() {
	let parent = tempfile::tempdir().unwrap();
	for purpose in Purpose::ALL.into_iter().filter(|purpose| *purpose != Purpose::Validator) {
		let file = &format!("{}.json", purpose.word());
		let out = parent.path().join(purpose.word());
		command(purpose, &out).run().unwrap();
		let line = line(&out);
		assert_eq!(line.purpose(), purpose);
		let [(_, _, account)] = line.keys()[..] else { panic!("another number of keys") };
		let pair = sr25519::Pair::from_string(&phrase(&out.join(file)), None).unwrap();
		assert_eq!(pair.public().0, account);
		let mut files: Vec<_> = fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().file_name()).collect();
		files.sort();
		let mut expected = ["line.txt", file.as_str()];
		expected.sort_unstable();
		assert_eq!(files, expected);
	}
}

#[test]
fn a_wrong_address_is_refused_and_nothing_is_written() {
	let parent = tempfile::tempdir().unwrap();
	let out = parent.path().join("keys");
	for (purpose, address) in
		[(Purpose::Validator, "192.0.2.7:30333"), (Purpose::Office(Role::Cashier), "/ip4/192.0.2.7/tcp/30333")]
	{
		let mut command = command(purpose, &out);
		command.addresses = vec![address.into()];
		let error = command.run().unwrap_err().to_string();
		assert!(error.starts_with(&format!("--address: found {address:?}: ")), "{error}");
		assert!(!out.exists());
	}
	let mut twice = command(Purpose::Validator, &out);
	twice.addresses = vec!["/ip4/192.0.2.7/tcp/30333".into(); 2];
	let error = twice.run().unwrap_err().to_string();
	assert!(error.contains("it was given before") && !out.exists(), "{error}");
}

/// An officer's fits every terminal; a validator's, which has four signatures, a wider window.
#[test]
fn a_line_fits_a_terminal_as_a_qr_code() {
	let key = Key::<sr25519::Pair>::fresh();
	let officer = KeyLine::Officer(Role::Registrar, key.public.0);
	let officer = officer.text(&[prove(&key.pair, &officer.statement())]);
	assert!(qr::code(&officer, Some(80)).is_ok());
	let validator = ValidatorSecrets::fresh().line(vec!["/ip4/192.168.100.117/tcp/30333".into()]);
	assert!(qr::code(&validator, Some(110)).is_ok());
}
