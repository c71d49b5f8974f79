// SPDX-License-Identifier: GPL-3.0-or-later

use super::*;
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

	let keys = line(&out).validator().unwrap();
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
	assert!(matches!(command.run(), Err(CommunityError::OutputExists(_))));
}

#[test]
fn an_officer_and_the_bootstrap_key_get_one_account() {
	let parent = tempfile::tempdir().unwrap();
	for (purpose, file) in [(Purpose::Officer, "officer.json"), (Purpose::Bootstrap, "bootstrap.json")] {
		let out = parent.path().join(file);
		command(purpose, &out).run().unwrap();
		let account = match line(&out) {
			KeyLine::Officer(account) | KeyLine::Bootstrap(account) => account,
			KeyLine::Validator(_) => panic!("another kind"),
		};
		let pair = sr25519::Pair::from_string(&phrase(&out.join(file)), None).unwrap();
		assert_eq!(pair.public().0, account);
		let mut files: Vec<_> = fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().file_name()).collect();
		files.sort();
		let mut expected = ["line.txt", file];
		expected.sort_unstable();
		assert_eq!(files, expected);
	}
}

#[test]
fn a_wrong_address_is_refused_and_nothing_is_written() {
	let parent = tempfile::tempdir().unwrap();
	let out = parent.path().join("keys");
	for (purpose, address) in [(Purpose::Validator, "192.0.2.7:30333"), (Purpose::Officer, "/ip4/192.0.2.7/tcp/30333")]
	{
		let mut command = command(purpose, &out);
		command.addresses = vec![address.into()];
		let error = command.run().unwrap_err().to_string();
		assert!(error.starts_with(&format!("--address: found {address:?}: ")), "{error}");
		assert!(!out.exists());
	}
}

#[test]
fn a_validators_line_fits_a_terminal_as_a_qr_code() {
	let keys = ValidatorSecrets::fresh().public(vec!["/ip4/192.168.100.117/tcp/30333".into()]);
	let code = qr(&KeyLine::Validator(keys).to_string()).unwrap();
	for row in code.lines() {
		let shown = row.strip_prefix("\u{1b}[30;107m").unwrap().strip_suffix("\u{1b}[0m").unwrap();
		assert!(shown.chars().count() <= 80, "{row}");
	}
}
