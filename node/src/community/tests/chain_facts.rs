// SPDX-License-Identifier: GPL-3.0-or-later

use super::*;
use crate::community::sample_lines;
use linli_primitives::Role;
use sp_core::Pair;

/// The genesis state of a chain whose only validator, cashier and bootstrap key are those of numbers.
fn storage() -> Storage {
	let address = |number| address_of(&sample_lines::account(number).public().0);
	let keys = sample_lines::validator_keys(1, &[]);
	let session = serde_json::json!({ "aura": address_of(&keys.aura), "grandpa": address_of(&keys.grandpa) });
	let mut config = serde_json::to_value(linli_runtime::RuntimeGenesisConfig::default()).unwrap();
	linli_runtime::genesis::json_merge(&mut config, linli_runtime::genesis::law_pack("cn").unwrap());
	linli_runtime::genesis::json_merge(
		&mut config,
		serde_json::json!({
			"registry": { "roles": [["cashier", address(13)]] },
			"session": { "keys": [[address(1), address(1), session]] },
			"validators": { "validators": [address(1)] },
			"bootstrap": { "key": address(20) },
		}),
	);
	serde_json::from_value::<linli_runtime::RuntimeGenesisConfig>(config).unwrap().build_storage().unwrap()
}

fn facts(change: impl FnOnce(&mut ChainFacts)) -> ChainFacts {
	let (genesis, holders) = state(storage(), &linli_runtime::VERSION);
	let mut facts = ChainFacts {
		name: "Willow Court".into(),
		id: "willow-court".into(),
		kind: "Live".into(),
		boot_nodes: Vec::new(),
		substitutes: 0,
		genesis,
		version: linli_runtime::VERSION,
		code: Hash::zero(),
		holders,
		fingerprint: fingerprint::of(b"the file"),
	};
	change(&mut facts);
	facts
}

#[test]
fn the_state_says_who_holds_what() {
	let (genesis, holders) = state(storage(), &linli_runtime::VERSION);
	let account = |number| linli_runtime::AccountId::from(sample_lines::account(number).public().0);
	assert_eq!(holders.bootstrap, Some(account(20)));
	assert_eq!(holders.offices, [(Role::Cashier, account(13))]);
	assert_eq!(holders.validators[0].account, account(1));
	assert!(holders.in_service);
	assert_eq!((holders.owners, holders.joined), (0, 0));
	// The hash is of this very state.
	assert_eq!(state(storage(), &linli_runtime::VERSION).0, genesis);
	let mut other = storage();
	other.top.insert(b"anything".to_vec(), vec![1]);
	assert_ne!(state(other, &linli_runtime::VERSION).0, genesis);
}

#[test]
fn all_holders_are_named_in_both_languages() {
	let facts = facts(|_| ());
	let addresses = [1, 13, 20].map(|number| address_of(&sample_lines::account(number).public().0));
	let english = facts.text(Language::English);
	let chinese = facts.text(Language::Chinese);
	for text in [&english, &chinese] {
		for part in [&facts.fingerprint, &format!("{:?}", facts.genesis), &"Willow Court".to_owned()] {
			assert!(text.contains(part), "{part}: {text}");
		}
	}
	assert!(english.contains(&format!("\n  a validator: {}", addresses[0])), "{english}");
	assert!(english.contains(&format!("\n  the cashier: {}\n", addresses[1])), "{english}");
	assert!(chinese.contains(&format!("\n  引导密钥：{}\n", addresses[2])), "{chinese}");
	assert!(english.contains("not the same as in this program"), "{english}");
	assert!(facts.findings(Language::English).is_empty());
}

#[test]
fn what_community_new_never_makes_is_wrong() {
	type Change = fn(&mut ChainFacts);
	let cases: [(Change, &str); 4] = [
		(|facts| facts.version.spec_version += 1, "use the release that made it"),
		(|facts| facts.substitutes = 1, "codeSubstitutes"),
		(|facts| facts.holders.joined = 2, "2 accounts act for owners before anybody claimed"),
		(|facts| facts.holders.in_service = false, "other keys write its blocks"),
	];
	for (change, words) in cases {
		let facts = facts(change);
		let [Finding { right: false, text }] = &facts.findings(Language::English)[..] else { panic!("{words}") };
		assert!(text.contains(words), "{text}");
		assert_eq!(facts.findings(Language::Chinese).len(), 1);
	}
}

#[test]
fn another_file_is_refused() {
	let folder = tempfile::tempdir().unwrap();
	let file = folder.path().join("spec.json");
	for text in ["", "{}", "linli-keys-v2"] {
		std::fs::write(&file, text).unwrap();
		let error = ChainFacts::read(&file).map(|_| ()).unwrap_err().to_string();
		assert!(error.contains("spec.json: ") && error.contains("expected a chain specification"), "{error}");
	}
	// The same chain in another file, whose fingerprint is that of no other.
	std::fs::write(&file, r#"{ "name": "x", "id": "x", "genesis": { "runtimeGenesis": {} } }"#).unwrap();
	let error = ChainFacts::read(&file).map(|_| ()).unwrap_err();
	assert!(matches!(error, CommunityError::ReadableSpec(_)), "{error}");
	assert!(error.to_string().contains("give chain-spec-raw.json"), "{error}");
	let error = ChainFacts::read(&folder.path().join("no.json")).map(|_| ()).unwrap_err().to_string();
	assert!(error.contains("no.json: cannot read: "), "{error}");
}
